/** A small market of the country that can be looked into between two rules. */
import type { NamedRule } from '../../src/engine/index.ts'
import { type Sight, sceneOf } from '../../src/market/explain/sight.ts'
import { createMarket, type Market } from '../../src/market/index.ts'
import { readScenario, type Scenario } from '../../src/scenario/index.ts'
import { fromDisk } from '../scenario/files.ts'

export const SEED = 'why/1'

export const SMALL: readonly string[] = [
  ...['size.buyers=2000', 'size.sellers=400', 'size.creators=40', 'firms.slots=64'],
]

export function scenarioOf(file: string, set: readonly string[] = SMALL): Scenario {
  const result = readScenario(file, fromDisk, { set })
  if (!result.ok) throw new Error(result.findings.map(({ code, path }) => `${code} ${path}`).join())
  return result.scenario
}

/** A market of a scenario, run to a day. */
export function marketAt({ input }: Scenario, day: number): Market {
  const market = createMarket(input, SEED, { record: false })
  market.run(day)
  return market
}

/** Steps one rule over all rows of a world, as the run does. */
export function rerun(sight: Sight, rule: NamedRule): void {
  const { c, p, ...context } = sceneOf(sight, rule)
  rule.step(c, p, { ...context, from: 0, to: context.count[rule.over.name] })
}
