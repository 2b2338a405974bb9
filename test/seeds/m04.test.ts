/** M4: events and bazaars as a channel, and a mandate to keep stalls for small firms. */
import { describe, expect, it } from 'vitest'
import {
  events,
  type Market,
  type MarketInput,
  rowOf,
  given as written,
} from '../../src/market/index.ts'
import { feeds, listings, sellers } from '../../src/market/populations/index.ts'
import { ran, small, TURN } from './small.ts'

const SLOW = { timeout: 120_000 }
const DAYS = 16 * 7
const FIRST = 8 * 7

describe('the mandate', SLOW, () => {
  const dates = [
    `policies.event-mandate.effective=${TURN}`,
    'policies.event-mandate.until=2022-10-24',
  ]
  const input = small(
    'policies/event-mandate',
    DAYS,
    ...dates,
    'policies.event-mandate.stalls=5000',
  )
  const R = input.tables.regions.length
  const V = input.tables.venues.length
  const bazaar = rowOf(input, 'venues', 'bazaar')
  const given = new Float64Array(R)
  let [orders, largest, tooLarge] = [0, 0, 0]
  let known = new Float64Array(input.size.sellers)
  ran(input, 'seeds', (day, { world }) => {
    const [guest, weight, region, turnover, sold] = [
      sellers.guest,
      sellers.weight,
      sellers.region,
      sellers.turnover,
      listings.sold,
    ].map((column) => world.view(column))
    guest.forEach((venue, seller) => {
      if (venue === 0) return
      orders += sold[seller * V + bazaar]
      if (day % 7 > 0) return
      given[region[seller]] += weight[seller]
      largest = Math.max(largest, weight[seller])
      // Stalls are given by what was known of turnover on the day before.
      if (known[seller] > 300) tooLarge++
    })
    known = Float64Array.from(turnover)
  })

  it('gives as many stalls as events keep, to a row of firms', () => {
    for (let region = 0; region < R; region++) {
      const kept = (8 * 5000 * 3 * written(input, events, 0, 'held', region)) / 7
      expect(Math.abs(given[region] - kept)).toBeLessThanOrEqual(largest)
    }
  })

  it('gives them to small firms', () => {
    expect(tooLarge).toBe(0)
  })

  it('lets firms that had no stall sell at one', () => {
    expect(orders).toBeGreaterThan(0)
  })

  it('of no stalls is no mandate', () => {
    const none = small('policies/event-mandate', 80, ...dates, 'policies.event-mandate.stalls=0')
    expect(ran(none).stateHash()).toBe(ran(small('indonesia-2023', 80)).stateHash())
  })
})

describe('festivals in one region', SLOW, () => {
  const base = small('policies/festivals', DAYS, 'events.further.visitors=1000000')
  const moved = (input: MarketInput): MarketInput => ({
    ...input,
    courses: input.courses.map((course) =>
      course.table === 'events' ? { ...course, points: [[FIRST, 1.25]] } : course,
    ),
  })
  const R = base.tables.regions.length
  const bazaar = rowOf(base, 'venues', 'bazaar')
  const here = rowOf(base, 'regions', 'banyuwangi')
  /** Orders at bazaars and in all, by region of the buyer, from the first festival on. */
  function orders(input: MarketInput) {
    const [at, all] = [new Float64Array(R), new Float64Array(R)]
    const count = (day: number, { world }: Market) => {
      if (day < FIRST) return
      world.view(feeds.pieces).forEach((served, cell) => {
        all[cell % R] += served
        if (Math.floor(cell / R) === bazaar) at[cell % R] += served
      })
    }
    ran(input, 'seeds', count)
    return { at, all }
  }
  const [none, some] = [small('indonesia-2023', DAYS), moved(base)].map(orders)

  it('bring buyers to its bazaars', () => {
    expect(some.at[here] / none.at[here]).toBeGreaterThan(1.4)
  })

  it('are bought at on top of the rest, for the most part', () => {
    const more = some.at[here] - none.at[here]
    const elsewhere = some.all[here] - some.at[here] - (none.all[here] - none.at[here])
    expect(elsewhere).toBeGreaterThan(-0.6 * more)
  })

  it('leave the bazaars of other regions as they were', () => {
    const others = (one: typeof some) => one.at.reduce((sum, served) => sum + served) - one.at[here]
    expect(others(some) / others(none)).toBeCloseTo(1, 1)
  })
})
