/** Minimum price and duty: what they move, by hand, and which way the market goes. */
import { describe, expect, it } from 'vitest'
import type { Table } from '../../src/engine/index.ts'
import {
  border,
  categories,
  given,
  type MarketInput,
  movedValues,
  operationsOf,
  routes,
  venues,
} from '../../src/market/index.ts'
import { listings, lists, sellers } from '../../src/market/populations/index.ts'
import { borderCost } from '../../src/market/rules/prices/border-cost.ts'
import { dayOf, inForce, mean, row, run, small, values } from './small.ts'

const SLOW = { timeout: 60_000 }
const FIRST = '2022-08-01'

const policy = (name: string, settings: string, ...set: string[]) =>
  small(`policies:\n  - ${name}: { effective: ${FIRST}, ${settings} }`, ...set)
/** Fields that the policy moves. */
const moved = (input: MarketInput) =>
  new Set(operationsOf({ ...input, courses: [] }).map(({ table, field }) => `${table}.${field}`))
const is = (input: MarketInput, table: Table, name: string, field: string, at = 0) =>
  movedValues({ ...input, courses: [] }).some(
    (value) =>
      value.table === table.name &&
      value.row === row(input, table.name, name) &&
      value.field === field &&
      value.at === at,
  )

describe('a minimum price', SLOW, () => {
  it('takes parcels off at once; what comes back comes later and dearer', () => {
    const input = policy('minimum-price', 'floor: 100, cross-border: 0.2, delay: 6, premium: 0.1')
    const start = dayOf(input, FIRST)
    const removed = inForce(input, venues, 'shopee', 'importsRemoved')
    expect(removed(start - 1)).toBe(0)
    for (const day of [0, 41]) expect(removed(start + day)).toBeCloseTo(0.2, 12)
    expect(removed(start + 42)).toBeCloseTo(0.2 * 0.4, 12)
    const cost = inForce(input, categories, 'fashion', 'borderValue')
    expect(cost(start + 41)).toBe(15.11)
    expect(cost(start + 42)).toBeCloseTo(15.11 * (1 + 0.2 * 0.6 * 0.1), 12)
    expect(is(input, venues, 'stalls', 'importsRemoved')).toBe(false)
    expect(is(input, venues, 'chat', 'importsRemoved')).toBe(false)
  })

  it('touches only what costs less at the border, and ends when it ends', () => {
    const input = policy('minimum-price', 'floor: 1 US$, scope: online, until: 2022-09-01')
    const at = (name: string) => row(input, 'categories', name)
    // US$1 is 15.3 kRp: fashion lies at 15.11, household at 21.33.
    expect(is(input, venues, 'shopee', 'importsRemoved', at('household'))).toBe(false)
    const removed = inForce(input, venues, 'shopee', 'importsRemoved', at('fashion'))
    const [first, end] = [FIRST, '2022-09-01'].map((date) => dayOf(input, date))
    expect([first - 1, first, end - 1, end].map(removed)).toEqual([0, 1, 1, 0])
  })

  it('judges a category by its border value on the day on which it begins', () => {
    const cheaper =
      'courses: [{ of: categories.household.border-value, points: { 2022-07-25: 15.2 } }]\n'
    const input = small(
      `${cheaper}policies:\n  - minimum-price: { effective: ${FIRST}, floor: 1 US$, scope: online }`,
    )
    // US$1 is 15.3 kRp: household lay at 21.33.
    const at = row(input, 'categories', 'household')
    expect(inForce(input, venues, 'shopee', 'importsRemoved', at)(dayOf(input, FIRST))).toBe(1)
  })

  it('for all imports leaves none on the lists of platforms, and all elsewhere', () => {
    const input = policy('minimum-price', 'scope: online', 'rules.sourcing.reviews=0.5')
    const market = run(input, dayOf(input, FIRST) + 8)
    const before = run(small('', 'rules.sourcing.reviews=0.5'), dayOf(input, FIRST) + 8)
    const sold = (one: typeof market, venue: string) => {
      const at = row(input, 'venues', venue)
      const venues = input.tables.venues.length
      const foreign = values(one, sellers.foreign)
      return values(one, listings.soldWeek).reduce(
        (sum, pieces, listing) =>
          listing % venues === at && foreign[Math.floor(listing / venues)] === 1
            ? sum + pieces
            : sum,
        0,
      )
    }
    expect(sold(before, 'shopee')).toBeGreaterThan(0)
    expect(sold(market, 'shopee')).toBe(0)
    expect(sold(market, 'stalls')).toBeGreaterThan(0)
  })

  it('bites by its scope: parcels hardly, all imports much; local sales and local sourcing rise', () => {
    const fast = 'rules.sourcing.reviews=0.5'
    const [none, parcels, all] = [
      small('', fast),
      policy('minimum-price', 'scope: cross-border', fast),
      policy('minimum-price', 'scope: online', fast),
    ].map((input) => run(input, 120))
    const share = (market: typeof none) =>
      mean(market, 'import share', { venue: 'platforms' }, 92, 120)
    expect(share(all)).toBeLessThan(0.5 * share(none))
    expect(Math.abs(share(parcels) - share(none))).toBeLessThan(0.25 * (share(none) - share(all)))
    const importing = (market: typeof none) =>
      values(market, sellers.source).reduce((sum, one) => sum + one, 0)
    expect(importing(all)).toBeLessThan(importing(none))
  })

  it('takes of a list the share that it says', () => {
    const input = policy('minimum-price', 'cross-border: 0.5, substitution: 0')
    const day = dayOf(input, FIRST) + 1
    const [with_, without] = [input, small()].map((one) => run(one, day))
    const [a, b] = [with_, without].map((market) => values(market, lists.size))
    const route = values(without, lists.route)
    const platform = (list: number) =>
      given(input, venues, given(input, routes, route[list], 'to'), 'platform')
    for (let list = 0; list < a.length; list++)
      if (!platform(list)) expect(a[list]).toBe(b[list])
      else expect(a[list]).toBeGreaterThanOrEqual(0.5 * b[list] - 1e-9)
    expect(a.some((size, list) => size < 0.95 * b[list])).toBe(true)
  })
})

describe('a duty', SLOW, () => {
  it('moves tariff and compliance, and nothing else', () => {
    const input = policy('duty', 'extra: 20 %, enforcement: 0.5, until: 2022-09-01')
    expect(moved(input)).toEqual(new Set(['categories.dutyRate', 'border.compliance']))
    const [first, end] = [FIRST, '2022-09-01'].map((date) => dayOf(input, date))
    const days = [first - 1, first, end - 1, end]
    expect(days.map(inForce(input, categories, 'fashion', 'dutyRate'))).toEqual([
      0.2, 0.4, 0.4, 0.2,
    ])
    expect(days.map(inForce(input, border, '', 'compliance'))).toEqual([0.6, 0.8, 0.8, 0.6])
  })

  it('on every parcel raises the tariff of cheap goods by the share of parcels; a high threshold frees all', () => {
    const every = policy('duty', 'de-minimis: 0, cross-border: 0.1')
    const rate = (input: MarketInput, name: string) =>
      inForce(input, categories, name, 'dutyRate')(dayOf(input, FIRST))
    expect(rate(every, 'food')).toBeCloseTo(0.075 * 1.1, 12)
    // Electronics at US$9.4 were never free.
    expect(rate(every, 'electronics')).toBe(0.075)
    const high = policy('duty', 'de-minimis: 75, cross-border: 0.1')
    expect(rate(high, 'electronics')).toBeCloseTo(0.075 * 0.9, 12)
    expect(rate(high, 'food')).toBe(0.075)
  })

  it('makes an imported piece dearer by the formula, and fewer are bought', () => {
    const [none, some, more] = [
      small(),
      policy('duty', 'extra: 20 %'),
      policy('duty', 'extra: 40 %, enforcement: 1'),
    ].map((input) => run(input, 140))
    const input = small()
    const category = row(input, 'categories', 'fashion')
    const cost = (market: typeof none) => {
      const [kind, of, unit] = [sellers.kind, sellers.category, sellers.unitCost].map((column) =>
        values(market, column),
      )
      return unit[kind.findIndex((one, at) => one === 2 && of[at] === category)]
    }
    const landed = (duty: number, compliance: number) =>
      borderCost(15.11, {
        duty,
        vat: 0.11,
        incomeTax: 0.025,
        compliance,
        evasion: 0.1,
        handling: 1,
      }).landed
    expect(cost(none)).toBeCloseTo(landed(0.2, 0.6), 9)
    expect(cost(some)).toBeCloseTo(landed(0.4, 0.6), 9)
    expect(cost(more)).toBeCloseTo(landed(0.6, 1), 9)
    const share = (market: typeof none) => mean(market, 'import units share', {}, 112, 140)
    expect(share(some)).toBeLessThan(share(none))
    expect(share(more)).toBeLessThan(share(some))
  })
})
