/** What buyers of five income classes spend and what their choices are worth to them, by hand. */
import { describe, expect, it } from 'vitest'
import type { At, Measure } from '../../src/market/index.ts'
import { measures } from '../../src/market/index.ts'
import {
  appeals,
  blocks,
  buyers,
  classes,
  FIFTHS,
  listings,
  occasions,
} from '../../src/market/populations/index.ts'
import { venueChoice } from '../../src/market/rules/shopping/venue-choice.ts'
import { households, nests } from '../../src/market/tables/index.ts'
import { CLOSED, closed, dayOf, mean, run, small } from '../policies/small.ts'
import { bench, village } from '../rules/bench.ts'

const { consumerSurplus } = measures.sales
const { purchases } = measures.buyers
const input = village()

/** What a measure tells of each class, and of all. */
function told({ world }: ReturnType<typeof bench>, measure: Measure) {
  const { sums, take } = measure.from.over(world, input)
  take()
  const found: Record<string, number> = {}
  if ('tell' in measure && measure.tell)
    measure.tell(sums, (value: number, { kind = 'all' }: At = {}) => {
      found[kind] = value
    })
  return found
}

/** A day on which the first buyers, of one class each but for the last two, are asked. */
function day(classOf: readonly number[]) {
  const b = bench(input)
  b.of(blocks.occasions)[0] = classOf.length
  classOf.forEach((incomeClass, buyer) => {
    b.of(buyers.incomeClass)[buyer] = incomeClass
    b.of(occasions.buyer)[buyer] = buyer
    b.of(occasions.bought)[buyer] = -1
  })
  return b
}

describe('by income class', () => {
  it('there are as many names as classes, from the poorest on', () => {
    const b = bench(input)
    const incomes = Array.from(b.of(classes.income))
    expect(FIFTHS).toHaveLength(incomes.length)
    expect([...incomes].sort((one, other) => one - other)).toEqual(incomes)
  })

  it('spending is the price of what was bought, of each for whom a buyer stands', () => {
    const b = day([0, 4, 4, 2])
    const price = b.of(listings.price)
    for (const [listing, each] of [30, 50, 70].entries()) price[listing] = each
    const bought = b.of(occasions.bought)
    for (const [row, listing] of [0, 1, 2, -1].entries()) bought[row] = listing
    const each = b.of(households.orders)[0] / 1000
    const of = told(b, purchases)
    expect(of['poorest fifth']).toBeCloseTo(30 * each, 9)
    expect(of['richest fifth']).toBeCloseTo(120 * each, 9)
    expect(of['middle fifth']).toBe(0)
    expect(of.all).toBeCloseTo(150 * each, 9)
  })

  it('the surplus of an impulse is lambda / alpha log(1 + odds), in rupiah of the class', () => {
    const classOf = [0, 3, 3]
    const b = day(classOf)
    const odds = 0.5
    b.of(appeals.impulseOdds).fill(odds)
    b.of(buyers.accounts).fill(0xff)
    for (const [row] of classOf.entries()) {
      b.of(occasions.feed)[row] = 1
      b.of(occasions.noise)[row] = row + 1
    }
    b.step(venueChoice, 1)
    const lambda = b.of(nests.dissimilarity)[0]
    const each = (fifth: number) =>
      (lambda / b.of(classes.sensitivity)[fifth * b.count.categories]) * Math.log(1 + odds)
    const people = b.of(households.orders)[0] / 1000
    const of = told(b, consumerSurplus)
    expect(of['poorest fifth']).toBeCloseTo(each(0) * people, 6)
    expect(of['fourth fifth']).toBeCloseTo(2 * each(3) * people, 6)
    expect(of['richest fifth']).toBe(0)
    expect(of.all).toBeCloseTo((each(0) + 2 * each(3)) * people, 6)
  })

  it('classes add up to all in both worlds of a pair, and so do their losses', () => {
    const shut = dayOf(closed(), CLOSED) + 1
    const [base, policy] = [small(), closed()].map((one) => run(one, shut + 28))
    const of = (market: typeof base, measure: string, at: At = {}, from = shut) =>
      mean(market, measure, at, from, from + 28)
    for (const { name } of [purchases, consumerSurplus]) {
      const change = (at: At = {}) => of(policy, name, at) - of(base, name, at)
      const sum = FIFTHS.reduce((all, kind) => all + change({ kind }), 0)
      expect(sum / change()).toBeCloseTo(1, 6)
    }
    for (const market of [base, policy])
      expect(of(market, purchases.name) / of(market, 'sales')).toBeCloseTo(1, 6)
  })
})
