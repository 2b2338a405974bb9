/** The state in which the quick market of a scenario ends in Node, in run 1. */
import { readScenario } from '../../src/index.ts'
import { createMarket } from '../../src/market/index.ts'
import { loadScenario } from '../../src/node/index.ts'

const known = new Map<string, string>()

export function stateInNode(path: string, set: readonly string[] = []): string {
  const key = [path, ...set].join(' ')
  const before = known.get(key)
  if (before !== undefined) return before
  const { input, seed } = readScenario(path, { load: loadScenario, quick: true, set })
  const market = createMarket(input, `${seed}/1`, { record: false })
  market.run()
  known.set(key, market.stateHash())
  return market.stateHash()
}
