/** A very small market of the shipped scenario, and its closure early in the run. */
import { readFileSync } from 'node:fs'
import type { MarketInput } from '../../src/market/index.ts'
import { readScenario } from '../../src/scenario/index.ts'
import type { Question } from '../../src/study/index.ts'

export const DAYS = 45

/** The state of a market is mostly slots of lists: it is hashed, kept and restored. */
const FEWEST_SLOTS = 64

const read = new Map<string, MarketInput>()

function inputOf(file: string, slots: number): MarketInput {
  const key = `${file} ${slots}`
  if (!read.has(key)) read.set(key, newlyRead(file, slots))
  return read.get(key)!
}

function newlyRead(file: string, slots: number): MarketInput {
  const load = (path: string) => {
    try {
      return { text: readFileSync(path, 'utf8') }
    } catch {
      return undefined
    }
  }
  const result = readScenario(file, load, { set: [`firms.slots=${slots}`] })
  if (!result.ok) throw new Error(`${file}: ${JSON.stringify(result.findings[0])}`)
  return { ...result.input, days: DAYS, size: { buyers: 0, sellers: 0, creators: 20 } }
}

/** Buyers of two blocks, so that two threads share a run. */
export const SHARED = 4500

export function tiny(runs = 1, buyers = 2000, sellers = 400, slots = FEWEST_SLOTS): Question {
  const country = inputOf('scenarios/indonesia-2023.yaml', slots)
  const baseline = { ...country, size: { ...country.size, buyers, sellers } }
  const [policy] = inputOf('scenarios/tiktok-shop-ban.yaml', slots).policies
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
