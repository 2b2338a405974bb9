/** A bench for one rule: a small market on its first morning, whose columns a test sets by hand. */
import type { Column, Rule, TypedArray, World } from '../../src/engine/index.ts'
import type { MarketInput } from '../../src/market/index.ts'
import { STATE, sellers, today } from '../../src/market/populations/index.ts'
import { formatFinding, readScenario } from '../../src/scenario/index.ts'
import { oneByOne } from '../conformance/one-by-one.ts'
import { fromDisk, inMemory } from '../scenario/files.ts'

/** Two regions, two categories, a platform that streams, another, and stalls. */
const VILLAGE = `title: A village
calendar: { start: 2024-01-01, weeks: 60 }
size: { buyers: 400, sellers: 60, creators: 12 }
regions: { here: { buyer-share: 0.6, seller-share: 0.6 }, there: { buyer-share: 0.4, seller-share: 0.4 } }
categories: { cloth: { seller-share: 0.5 }, pots: { seller-share: 0.5, custom-share: 0.5 } }
nests: { online: { considered: 8 }, street: { considered: 8 } }
companies: { owner: {}, nobody: {} }
venues:
  stream: { nest: online, owner: owner, platform: true, online: true, marketplace: true, streams: true, live-sellers: 0.5, affiliates: true, accounts: 0.6, accounts-by-affinity: true, marketplace-sellers: 0.6, rank-price: 0.5 }
  shop: { nest: online, owner: owner, platform: true, online: true, marketplace: true, marketplace-sellers: 0.7, accounts: 0.9, rank-price: 0.5 }
  stalls: { nest: street, owner: nobody, regional: true, events: true, marketplace-sellers: 0.2, chat-sellers: 0.5, offline-sellers: 0.9 }
kinds:
  producer: { seller-share: 0.4, marketplace: 0.4, chat: 0.3 }
  reseller: { seller-share: 0.3, marketplace: 0.6, chat: 0.3 }
  importer: { seller-share: 0.1, marketplace: 1 }
  trader: { seller-share: 0.2, marketplace: 0.1, chat: 0.2 }
programmes:
  course: { take-up: 1, completion: 1, skill: 0.1, marketing: 0.1, licence: 0.5, equipment: 0.1, cost: 100 }
  doors: { take-up: 1, completion: 1, shops: { shop: 1 } }
events:
  fair: { days: 7, buying: 0.5 }
`

export const village = (...set: string[]): MarketInput => read(VILLAGE, set)

/** The village with a square whose sellers have half as many shops on platforms that do not stream, and one in five on those that do. */
export const clustered = (...set: string[]): MarketInput =>
  read(
    `${VILLAGE}clusters:
  square: { region: here, category: cloth, kind: producer, share: 0.5, platforms: 0.5, streams: 0.2 }
`,
    set,
  )

function read(text: string, set: string[]): MarketInput {
  const result = readScenario('village.yaml', inMemory({ 'village.yaml': text }), { set })
  if (!result.ok) throw new Error(result.findings.map(formatFinding).join('\n'))
  return result.input
}

/** One of the textbook markets. */
export function textbook(name: string, ...set: string[]): MarketInput {
  const result = readScenario(`scenarios/textbook/${name}.yaml`, fromDisk, { set })
  if (!result.ok) throw new Error(result.findings.map(formatFinding).join('\n'))
  return result.input
}

export const SEED = 'bench'

export interface Bench {
  readonly count: Readonly<Record<string, number>>
  /** The values of a column, to be read and set. */
  of(column: Column): TypedArray
  step(rule: Rule, day: number): void
  readonly world: World
}

export function bench(input: MarketInput, seed = SEED): Bench {
  const { world, step } = oneByOne(input, seed)
  // Every place is taken by an active firm, and every venue has just moved its reach.
  world.view(sellers.state).fill(STATE.active)
  world.view(today.reachMoved).fill(1)
  return { count: world.counts, of: (column) => world.view(column), step, world }
}

/** The input with other parameters of a rule. */
export const tuned = (
  input: MarketInput,
  rule: string,
  parameters: Readonly<Record<string, number>>,
): MarketInput => ({
  ...input,
  rules: { ...input.rules, [rule]: { ...input.rules[rule], ...parameters } },
})

/** Rows for which something holds. */
export const rowsWhere = (count: number, holds: (row: number) => boolean): number[] =>
  Array.from({ length: count }, (_, row) => row).filter(holds)

export const sum = (values: Iterable<number>): number =>
  [...values].reduce((total, one) => total + one, 0)
