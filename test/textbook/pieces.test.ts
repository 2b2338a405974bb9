/** An order of two pieces at twice the charges is two orders of one piece: no purchase, price or job knows the difference. */
import { describe, expect, it } from 'vitest'
import type { Column, TypedArray } from '../../src/engine/index.ts'
import { type Cell, createMarket, type Market } from '../../src/market/index.ts'
import { feeds, POPULATIONS } from '../../src/market/populations/index.ts'
import { regions, venues } from '../../src/market/tables/index.ts'
import { meanOf } from '../../src/study/index.ts'
import { closed, small } from '../policies/small.ts'

const DAYS = 63

/** What is said of an order, in which twice as much means the same where an order has twice the pieces. */
const OF_AN_ORDER = ['subsidy', 'flat-fee', 'operating-cost', 'staffing']
/** State that holds money or work of an order. */
const DOUBLE = [
  ...[venues.subsidy, venues.flatFee, venues.operatingCost, venues.staffing],
  ...[venues.solvedOrderWorth, venues.subsidyThen, venues.answer, regions.delivery],
]

/** Every charge of an order written, then taken times `times`, in orders of so many pieces. */
function charged(times: number): string[] {
  const { tables, rules } = small()
  const shops = tables.venues.filter(({ values }) => values.courier === 1)
  const field = (name: string) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())
  return [
    ...shops.flatMap(({ name, values }) => [
      `venues.${name}.pieces=${times}`,
      ...OF_AN_ORDER.map((one) => `venues.${name}.${one}=${times * Number(values[field(one)])}`),
    ]),
    ...tables.regions.map(
      ({ name, values }) => `regions.${name}.delivery=${times * Number(values.delivery)}`,
    ),
    `rules.work.parcels-per-courier=${Number(rules.work.parcelsPerCourier) / times}`,
  ]
}

function ran(times: number): Market {
  const market = createMarket(closed(...charged(times)), 'pieces')
  market.run(DAYS)
  return market
}

describe('an order of two pieces at twice the charges', () => {
  const [one, two] = [1, 2].map(ran)

  it('is two orders of one piece, to the bit, wherever an order is charged', () => {
    const { regions: R } = one.world.counts
    const courier = one.world.view(venues.courier)
    const factorOf = (column: Column) => (row: number) =>
      DOUBLE.includes(column)
        ? 2
        : column === feeds.parcelsWeek && courier[Math.floor(row / R)]
          ? 0.5
          : 1
    let compared = 0
    for (const population of POPULATIONS)
      for (const [name, column] of Object.entries(population)) {
        if (typeof column !== 'object' || column === null || !('unit' in column)) continue
        if (column === venues.pieces) continue
        const [first, second] = [one, two].map(({ world }) => world.view(column))
        expect(unlike(first, second, factorOf(column)), `${population.name}.${name}`).toBe(-1)
        compared++
      }
    expect(compared).toBeGreaterThan(300)
  })

  it('is counted as one order and one parcel, whose subsidy is twice as large', () => {
    const shops = small().tables.venues.filter(({ values }) => values.courier === 1)
    /** What is recorded of orders; a ratio is recorded as two sums, the lower of which counts them. */
    const factorOf = ({ measure, venue, weight }: Cell): number => {
      if (measure === 'parcels') return 0.5
      if (measure === 'orders') return shops.some(({ name }) => name === venue) ? 0.5 : 1
      if (measure === 'subsidy' || measure === 'mean order') return weight === undefined ? 0.5 : 2
      return 1
    }
    let subsidised = 0
    for (const [at, cell] of one.cells.entries()) {
      const name = `${cell.measure} ${cell.venue}`
      // All orders are those of shops and those of stalls together.
      if (name === 'orders all') continue
      const before = overWeeks(one, at)
      if (cell.measure === 'subsidy' && before > 0) subsidised++
      expect(overWeeks(two, at), name).toBe(factorOf(cell) * before)
    }
    expect(subsidised).toBeGreaterThan(3)
  })
})

const overWeeks = (market: Market, cell: number): number =>
  meanOf(market, cell, { from: DAYS - 14, to: DAYS })

/** The first row in which the second is not the first times its factor; -1 where there is none. */
function unlike(first: TypedArray, second: TypedArray, factor: (row: number) => number): number {
  for (let row = 0; row < first.length; row++)
    if (!Object.is(second[row], factor(row) * first[row])) return row
  return -1
}
