/** Minimum price and duty: what they move, by hand, and which way the market goes. */
import { describe, expect, it } from 'vitest'
import { CATALOGUE, type Course, givenIn, type MarketInput } from '../../src/market/index.ts'
import { listings, lists, sellers } from '../../src/market/populations/index.ts'
import { landedCost } from '../../src/market/rules/costs.ts'
import { dayOf, mean, row, run, small, values } from './small.ts'

const SLOW = { timeout: 60_000 }
const FIRST = '2022-08-01'

const policy = (name: string, settings: string, ...set: string[]) =>
  small(`policies:\n  - ${name}: { effective: ${FIRST}, ${settings} }`, ...set)
const coursesOf = ({ policies: [one] }: MarketInput, input: MarketInput): Course[] =>
  CATALOGUE.find(({ name }) => name === one.policy)!.courses(one.settings, input)
/** The values of a course by field and row. */
const path = (input: MarketInput, table: string, name: string, field: string, at = 0) =>
  coursesOf(input, input).find(
    (course) =>
      course.table === table &&
      course.row === (table === 'border' ? 0 : row(input, table, name)) &&
      course.field === field &&
      course.at === at,
  )?.points

describe('a minimum price', SLOW, () => {
  it('takes parcels off at once; what comes back comes later and dearer', () => {
    const input = policy('minimum-price', 'floor: 100, cross-border: 0.2, delay: 6, premium: 0.1')
    const start = dayOf(input, FIRST)
    const removed = path(input, 'venues', 'shopee', 'importsRemoved')!
    expect(removed.map(([day]) => day - start).slice(0, 2)).toEqual([0, 42])
    expect(removed[0][1]).toBeCloseTo(0.2, 12)
    expect(removed[1][1]).toBeCloseTo(0.2 * 0.4, 12)
    const cost = path(input, 'categories', 'fashion', 'borderValue')!
    expect(cost[0][0] - start).toBe(42)
    expect(cost[0][1]).toBeCloseTo(15.11 * (1 + 0.2 * 0.6 * 0.1), 12)
    expect(path(input, 'venues', 'stalls', 'importsRemoved')).toBeUndefined()
    expect(path(input, 'venues', 'chat', 'importsRemoved')).toBeUndefined()
  })

  it('touches only what costs less at the border, and ends when it ends', () => {
    const input = policy('minimum-price', 'floor: 1 US$, scope: online, until: 2022-09-01')
    const at = (name: string) => row(input, 'categories', name)
    // US$1 is 15.3 kRp: fashion lies at 15.11, household at 21.33.
    expect(path(input, 'venues', 'shopee', 'importsRemoved', at('household'))).toBeUndefined()
    expect(path(input, 'venues', 'shopee', 'importsRemoved', at('fashion'))).toEqual([
      [dayOf(input, FIRST), 1],
      [dayOf(input, '2022-09-01'), 0],
    ])
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
      givenIn(input, 'venues', givenIn(input, 'routes', route[list], 'to'), 'platform')
    for (let list = 0; list < a.length; list++)
      if (!platform(list)) expect(a[list]).toBe(b[list])
      else expect(a[list]).toBeGreaterThanOrEqual(0.5 * b[list] - 1e-9)
    expect(a.some((size, list) => size < 0.95 * b[list])).toBe(true)
  })
})

describe('a duty', SLOW, () => {
  it('moves tariff and compliance, and nothing else', () => {
    const input = policy('duty', 'extra: 20 %, enforcement: 0.5, until: 2022-09-01')
    const fields = coursesOf(input, input).map(({ table, field }) => `${table}.${field}`)
    expect(new Set(fields)).toEqual(new Set(['categories.dutyRate', 'border.compliance']))
    expect(path(input, 'categories', 'fashion', 'dutyRate')!.map(([, value]) => value)).toEqual([
      0.4, 0.2,
    ])
    expect(path(input, 'border', '', 'compliance')!.map(([, value]) => value)).toEqual([0.8, 0.6])
  })

  it('on every parcel raises the tariff of cheap goods by the share of parcels; a high threshold frees all', () => {
    const every = policy('duty', 'de-minimis: 0, cross-border: 0.1')
    expect(path(every, 'categories', 'food', 'dutyRate')![0][1]).toBeCloseTo(0.075 * 1.1, 12)
    // Electronics at US$9.4 were never free.
    expect(path(every, 'categories', 'electronics', 'dutyRate')).toBeUndefined()
    const high = policy('duty', 'de-minimis: 75, cross-border: 0.1')
    expect(path(high, 'categories', 'electronics', 'dutyRate')![0][1]).toBeCloseTo(0.075 * 0.9, 12)
    expect(path(high, 'categories', 'food', 'dutyRate')).toBeUndefined()
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
      landedCost(15.11, { duty, taxes: 0.135, compliance, evasion: 0.1, handling: 1 })
    expect(cost(none)).toBeCloseTo(landed(0.2, 0.6), 9)
    expect(cost(some)).toBeCloseTo(landed(0.4, 0.6), 9)
    expect(cost(more)).toBeCloseTo(landed(0.6, 1), 9)
    const share = (market: typeof none) => mean(market, 'import units share', {}, 112, 140)
    expect(share(some)).toBeLessThan(share(none))
    expect(share(more)).toBeLessThan(share(some))
  })
})
