/** A very small market of the shipped scenario, and its closure early in the run. */
import { readFileSync } from 'node:fs'
import type { MarketInput } from '../../src/market/index.ts'
import { readScenario } from '../../src/scenario/index.ts'
import type { Question } from '../../src/study/index.ts'

export const DAYS = 45

const read = new Map<string, MarketInput>()

function inputOf(file: string): MarketInput {
  if (!read.has(file)) read.set(file, newlyRead(file))
  return read.get(file)!
}

function newlyRead(file: string): MarketInput {
  const load = (path: string) => {
    try {
      return { text: readFileSync(path, 'utf8') }
    } catch {
      return undefined
    }
  }
  // The state of a market is mostly slots of lists: it is hashed, kept and restored.
  const result = readScenario(file, load, { set: ['firms.slots=64'] })
  if (!result.ok) throw new Error(`${file}: ${JSON.stringify(result.findings[0])}`)
  return { ...result.input, days: DAYS, size: { buyers: 0, sellers: 400, creators: 20 } }
}

/** Buyers of two blocks, so that two threads share a run. */
export const SHARED = 4500

export function tiny(runs = 1, buyers = 2000): Question {
  const country = inputOf('scenarios/indonesia-2023.yaml')
  const baseline = { ...country, size: { ...country.size, buyers } }
  const [policy] = inputOf('scenarios/tiktok-shop-ban.yaml').policies
  const closed = (announced: number): MarketInput => ({
    ...baseline,
    policies: [
      { ...policy, settings: { ...policy.settings, announced, effective: announced + 8.7 } },
    ],
  })
  return {
    baseline: { scenario: 'base', input: baseline },
    policies: [
      { scenario: 'late', input: closed(30), fork: 30 },
      { scenario: 'early', input: closed(10), fork: 10 },
    ],
    seed: 'tiny',
    runs,
  }
}
