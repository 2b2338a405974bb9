/** T34: subsidies set by platforms against the Bertrand-logit margins (R0) of their owners. */
import { describe, expect, it } from 'vitest'
import { createMarket, type MarketInput } from '../../src/market/index.ts'
import { feeds, listings } from '../../src/market/populations/index.ts'
import { venues } from '../../src/market/tables/index.ts'
import {
  bertrandPrices,
  type LogitBuyers,
  type PricedProduct,
} from '../../src/market/textbook/index.ts'
import { written } from './markets.ts'

const PRICE = 50
/** Quality of the goods, worth of an order and its cost, by platform; the fee is 4 %. */
const PLATFORMS = [
  { quality: 3, worth: 80, cost: 3 },
  { quality: 2.6, worth: 72, cost: 2 },
  { quality: 2.2, worth: 68, cost: 0 },
]
const FEE = 0.04

interface Case {
  readonly platforms: number
  readonly dissimilarity: number
  /** Owner by platform. */
  readonly owners: readonly string[]
  /** Nest by platform. */
  readonly nests?: readonly number[]
  /** Pieces of an order, 1 where it is not said. */
  readonly pieces?: readonly number[]
  /** Sellers set their prices themselves. */
  readonly pricing?: true
}

function market(
  { platforms, dissimilarity, owners, nests = [0, 0, 0], pieces = [1, 1, 1], pricing }: Case,
  ...set: string[]
) {
  const rows = PLATFORMS.slice(0, platforms)
  const venue = (row: number) =>
    `  V${row}: { nest: n${nests[row]}, owner: ${owners[row]}, platform: true, commission: ${FEE}, operating-cost: ${pieces[row] * rows[row].cost}, order-worth: ${pieces[row] * rows[row].worth}, pieces: ${pieces[row]} }`
  return written(
    [
      'title: Platforms that set subsidies',
      'textbook: true',
      'buyers: { count: 600, price-sensitivity: 0.04 per kRp, occasions: 20 }',
      'calendar: { start: 2024-01-01, weeks: 208 }',
      `nests: { n0: { dissimilarity: ${dissimilarity} }${nests.includes(1) ? ', n1: { dissimilarity: 1 }' : ''} }`,
      'companies: { one: {}, two: {}, three: {} }',
      'venues:',
      ...rows.map((_, row) => venue(row)),
      'sellers:',
      ...rows.map(
        ({ quality }, row) =>
          `  - { name: S${row}, venue: V${row}, cost: 20, ${pricing ? '' : `price: ${PRICE}, `}quality: ${quality} }`,
      ),
    ].join('\n'),
    ...set,
  )
}

/**
 * A subsidy is a price below what the goods cost: the margin f p + v - c - s is a price less a cost. Of an order of h
 * pieces, worth and cost of which are h times those of one, each piece bears s/h.
 */
function solved(one: Case): number[] {
  const { platforms, dissimilarity, owners, nests = [0, 0, 0], pieces = [1, 1, 1] } = one
  const buyers: LogitBuyers = { sensitivity: 0.04, dissimilarity: [dissimilarity, 1] }
  const products: PricedProduct[] = PLATFORMS.slice(0, platforms).map((at, row) => ({
    quality: at.quality,
    cost: PRICE - (FEE * PRICE + at.worth - at.cost),
    owner: owners.indexOf(owners[row]),
    nest: nests[row],
  }))
  return bertrandPrices(buyers, products).prices.map((price, row) => pieces[row] * (PRICE - price))
}

/** Mean subsidies of the last year of a run. */
function settled(input: MarketInput): number[] {
  const run = createMarket(input, 'platforms', { record: false })
  const [given, answer] = [venues.subsidy, venues.answer].map((one) => run.world.view(one))
  const sums = new Array(run.world.counts.venues).fill(0)
  let days = 0
  run.run(input.days, (day) => {
    if (day % 28 !== 0 || day < input.days - 364) return
    days++
    for (let venue = 0; venue < sums.length; venue++) sums[venue] += given[venue] + answer[venue]
  })
  return sums.map((sum) => sum / days)
}

const CASES: readonly (readonly [string, Case])[] = [
  ['two platforms', { platforms: 2, dissimilarity: 1, owners: ['one', 'two'] }],
  ['three platforms', { platforms: 3, dissimilarity: 1, owners: ['one', 'two', 'three'] }],
  [
    'two of three with one owner',
    { platforms: 3, dissimilarity: 1, owners: ['one', 'one', 'two'] },
  ],
  ['three in a nest', { platforms: 3, dissimilarity: 0.5, owners: ['one', 'two', 'three'] }],
  [
    'two of three with one owner in a nest',
    { platforms: 3, dissimilarity: 0.5, owners: ['one', 'one', 'two'] },
  ],
  [
    'two platforms with orders of two pieces',
    { platforms: 2, dissimilarity: 1, owners: ['one', 'two'], pieces: [2, 2] },
  ],
  [
    'an owner of platforms with unlike orders',
    { platforms: 3, dissimilarity: 0.5, owners: ['one', 'one', 'two'], pieces: [1, 2, 1] },
  ],
  [
    'an owner in two nests',
    { platforms: 3, dissimilarity: 0.5, owners: ['one', 'two', 'one'], nests: [0, 0, 1] },
  ],
]

describe('the best subsidy (T34)', () => {
  it('of one of two platforms is f p + v - c - 1/(alpha (1 - S))', () => {
    const [, two] = CASES[0]
    const subsidy = solved(two)
    const odds = PLATFORMS.slice(0, 2).map((one, row) =>
      Math.exp(one.quality - 0.04 * (PRICE - subsidy[row])),
    )
    for (const [row, { worth, cost }] of PLATFORMS.slice(0, 2).entries()) {
      const share = odds[row] / (1 + odds[0] + odds[1])
      expect(subsidy[row]).toBeCloseTo(FEE * PRICE + worth - cost - 1 / (0.04 * (1 - share)), 6)
      expect(subsidy[row]).toBeGreaterThan(1)
    }
  })

  it.each(CASES)('of %s is where they settle', { timeout: 60_000 }, (_, one) => {
    const [best, found] = [solved(one), settled(market(one))]
    // Inside: no subsidy that nought holds back.
    for (const subsidy of best) expect(subsidy).toBeGreaterThan(1)
    for (const [row, subsidy] of best.entries())
      expect(Math.abs(found[row] - subsidy) / (one.pieces?.[row] ?? 1), `V${row}`).toBeLessThan(
        0.25,
      )
  })
})

describe('a fee an order (T34)', () => {
  /** Net prices, orders and what the platform keeps of an order at V0, where both sellers review their prices. */
  function at(subsidy: number, fee: number) {
    const input = market(
      { platforms: 2, dissimilarity: 1, owners: ['one', 'two'], pricing: true },
      'rules.subsidies.answers=false',
      'rules.pricing.reviews=1',
      'rules.pricing.adjustment=1',
      'calendar.weeks=60',
      `venues.V0.subsidy=${subsidy} kRp`,
      `venues.V0.flat-fee=${fee} kRp`,
    )
    const run = createMarket(input, 'fees', { record: false })
    const { world } = run
    const [price, orders] = [listings.price, feeds.orders].map((one) => world.view(one))
    const sold = [0, 0]
    run.run(input.days, (day) => {
      if (day % 7 === 6 && day >= 210) for (const row of [0, 1]) sold[row] += orders[row]
    })
    // Row by seller and venue: seller n sells at venue n alone.
    return { net: [price[0] - subsidy, price[3]], sold, kept: FEE * price[0] + fee - subsidy }
  }

  it('that sellers pass on is to all what a smaller subsidy is: what counts is s - F/(1 - f)', () => {
    const [given, cut, fee] = [at(6, 0), at(4, 0), at(6, 2 * (1 - FEE))]
    // Both are dearer to buyers by the two, and by no more than a mark-up that gives way a little.
    expect(cut.net[0] - given.net[0]).toBeGreaterThan(1)
    expect(cut.net[0] - given.net[0]).toBeLessThan(2.1)
    expect(cut.sold[0]).toBeLessThan(0.99 * given.sold[0])
    for (const row of [0, 1]) {
      expect(fee.net[row]).toBeCloseTo(cut.net[row], 3)
      expect(Math.abs(fee.sold[row] / cut.sold[row] - 1)).toBeLessThan(0.001)
    }
    // And so what it keeps of an order, by which a best subsidy is a best fee.
    expect(fee.kept).toBeCloseTo(cut.kept, 2)
    expect(fee.kept - given.kept).toBeGreaterThan(1.5)
  })
})
