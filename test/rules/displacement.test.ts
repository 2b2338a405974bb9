/** Impulse orders that are no longer made return to the plans of the same buyer, a share d of them. */
import { describe, expect, it } from 'vitest'
import { createMarket, type MarketInput } from '../../src/market/index.ts'
import {
  blocks,
  buyers,
  feeds,
  levels,
  lists,
  occasions,
  scales,
  today,
} from '../../src/market/populations/index.ts'
import {
  impulseMark,
  purchaseOccasions,
} from '../../src/market/rules/shopping/purchase-occasions.ts'
import { venueAppeal } from '../../src/market/rules/shopping/venue-appeal.ts'
import { venueChoice } from '../../src/market/rules/shopping/venue-choice.ts'
import { categories, households, routes, venues } from '../../src/market/tables/index.ts'
import { firstDifference } from '../../src/scenario/index.ts'
import { meanOf, placeOf } from '../../src/study/index.ts'
import { country } from '../textbook/markets.ts'
import { bench, village } from './bench.ts'

const A = 0.3

interface Row {
  readonly buyer: number
  readonly noise: number
  readonly feed: number
  readonly returned: number
}

/** A day of exposures in a village of one feed, at a rate relative to usual and a share of orders that returns. */
function occasionsOf(rate: number, returning: number, displacement = 1, crowding = 0): Row[] {
  const one = bench(village('size.buyers=4000', `households.impulse-acceptance=${A}`))
  one.of(households.impulseDisplacement)[0] = displacement
  one.of(buyers.shopper).fill(1)
  one.of(buyers.accounts).fill(0xff)
  one.of(buyers.budget).fill(1)
  one.of(today.shopping)[0] = 1
  one.of(categories.season).fill(1)
  one.of(today.plannedBound).fill(0.2)
  one.of(categories.occasionRate).fill(7 * 0.15)
  one.of(feeds.bound)[0] = 0.35
  one.of(feeds.usualRate)[0] = 0.28
  one.of(feeds.rate)[0] = 0.28 * rate
  one.of(scales.returning).fill(returning)
  one.of(scales.crowding).fill(crowding)
  for (let level = 0; level < one.count.levels; level++) {
    one.of(levels.noPlanned)[level] = Math.exp(-0.4 * one.of(levels.activity)[level])
    one.of(levels.noImpulse)[level] = Math.exp(-0.35 * one.of(levels.affinity)[level])
  }
  one.step(purchaseOccasions, 1)
  return Array.from({ length: one.of(blocks.occasions)[0] }, (_, row) => ({
    buyer: one.of(occasions.buyer)[row],
    noise: one.of(occasions.noise)[row],
    feed: one.of(occasions.feed)[row],
    returned: one.of(occasions.returned)[row],
  }))
}

describe('impulse orders that are no longer made', () => {
  const usual = occasionsOf(1, 0)
  const orders = usual.filter(({ feed, noise }) => feed > 0 && impulseMark(noise) < A)
  const key = ({ buyer, noise }: Row) => `${buyer} ${noise}`

  it('return to the plans of the same buyers, all of them at d = 1', () => {
    const shut = occasionsOf(0, 1)
    const back = shut.filter(({ returned }) => returned === 1)
    expect(orders.length).toBeGreaterThan(250)
    expect(new Set(back.map(key))).toEqual(new Set(orders.map(key)))
    for (const { feed } of back) expect(feed).toBe(0)
    expect(shut.length - back.length).toBe(usual.filter(({ feed }) => feed === 0).length)
  })

  it.each([0.3, 0.7])('return by a share of %d', (share) => {
    const back = occasionsOf(0, share).filter(({ returned }) => returned === 1)
    const error = Math.sqrt(orders.length * share * (1 - share))
    expect(Math.abs(back.length - share * orders.length)).toBeLessThan(4 * error)
    const among = new Set(orders.map(key))
    for (const row of back) expect(among.has(key(row))).toBe(true)
  })

  it('stay away at d = 0, to the last row', () => {
    expect(occasionsOf(0, 1, 0, 0.2)).toEqual(usual.filter(({ feed }) => feed === 0))
  })

  it('take plans away where there are more of them, and move no other', () => {
    const crowded = occasionsOf(1, 0, 1, 0.25)
    const plans = usual.filter(({ feed }) => feed === 0)
    const left = crowded.filter(({ feed }) => feed === 0)
    const error = Math.sqrt(plans.length * 0.25 * 0.75)
    expect(Math.abs(left.length - 0.75 * plans.length)).toBeLessThan(4 * error)
    const among = new Set(plans.map(key))
    for (const row of left) expect(among.has(key(row))).toBe(true)
  })
})

describe('what impulse orders leave to plans', () => {
  const STREAM = 0
  const [D, MEMBERS, RATE, PLANS] = [0.4, 0.6, 0.2, 1.5]
  /** Shares that return and that are displaced, where attention to the feed is so many times what it was. */
  function moved(attention: number) {
    const one = bench(
      village('venues.stream.impulse-hours=1', `households.impulse-acceptance=${A}`),
    )
    one.of(lists.inclusiveValue).fill(3)
    one.of(routes.open).fill(1)
    one.step(venueAppeal, 0)
    one.of(households.impulseDisplacement)[0] = D
    one.of(venues.accounts)[STREAM] = MEMBERS
    one.of(venues.reach)[STREAM] = 1
    one.of(feeds.usualAttention).set([2, 0, 0])
    one.of(feeds.attention).set([2 * attention, 0, 0])
    one.of(feeds.usualRate).fill(RATE)
    one.of(categories.occasionRate).fill(7 * PLANS)
    one.of(categories.season).fill(1)
    one.of(today.shopping)[0] = 1
    one.step(venueAppeal, 1)
    return [scales.returning, scales.crowding].map((column) => [...one.of(column)])
  }

  it('is d of those that are no longer made, z being what is left of them', () => {
    for (const z of [0, 0.25, 0.9]) {
      const [returning, crowding] = moved(z)
      for (const share of returning) expect(share).toBeCloseTo(D * (1 - z), 5)
      for (const share of crowding) expect(share).toBe(0)
    }
  })

  it('is nothing where they are as many as before', () => {
    for (const share of moved(1).flat()) expect(share).toBeCloseTo(0, 5)
  })

  it('is less by d of those beyond, relative to plans', () => {
    const [returning, crowding] = moved(1.5)
    for (const share of returning) expect(share).toBe(0)
    for (const share of crowding)
      expect(share).toBeCloseTo((D * 0.5 * RATE * MEMBERS * A) / PLANS, 5)
  })
})

describe('a plan that comes back', () => {
  const ROWS = 60
  /** Plans of one buyer to whom saving is worth so much more than all shops that he would hardly buy. */
  function chosen(returned: number) {
    const one = bench(village())
    one.step(venueAppeal, 0)
    one.of(scales.saving).fill(1e9)
    one.of(buyers.shopper).fill(1)
    one.of(buyers.accounts).fill(0xff)
    one.of(blocks.occasions)[0] = ROWS
    for (let row = 0; row < ROWS; row++) {
      one.of(occasions.buyer)[row] = 1
      one.of(occasions.category)[row] = 0
      one.of(occasions.feed)[row] = 0
      one.of(occasions.returned)[row] = returned
      one.of(occasions.noise)[row] = Math.imul(row + 1, 0x9e3779b1)
    }
    one.step(venueChoice, 1)
    const bought = [...one.of(occasions.route).slice(0, ROWS)].filter((route) => route > 0)
    const surplus = [...one.of(blocks.surplus)].reduce((sum, value) => sum + value, 0)
    return { bought: bought.length, surplus }
  }

  it('is a purchase for sure, and no surplus beyond that of the impulse in whose place it stands', () => {
    expect(chosen(1)).toEqual({ bought: ROWS, surplus: 0 })
  })

  it('is not like another plan, which may end in saving and counts', () => {
    const { bought, surplus } = chosen(0)
    expect(bought).toBeLessThan(ROWS / 10)
    expect(surplus).toBeGreaterThan(0)
  })
})

describe('a closure', { timeout: 300_000 }, () => {
  const SOLVED = 26 * 7
  const DAYS = SOLVED + 7 * 10
  const input = (displacement: number, closed: boolean): MarketInput => {
    const closure = `policies:\n  - closure: { venue: tiktok-shop, announced: 2023-01-02, effective: 2023-01-02, promotion: forbidden, anticipated: false }\n`
    const small = country(
      { buyers: 12000, sellers: 600, creators: 40 },
      closed ? closure : '',
      'rules.calendar.attention-kept=0',
      `households.impulse-displacement=${displacement}`,
    )
    return { ...small, days: DAYS, solveUntil: SOLVED }
  }
  /** Household spending, pieces bought and consumer surplus after the closure, relative to those without it. */
  function change(displacement: number, seed: string) {
    const [open, shut] = [false, true].map((closed) => input(displacement, closed))
    // Until the closure both are one market.
    const trunk = createMarket(open, seed)
    trunk.run(firstDifference(open, shut))
    const branch = createMarket(shut, seed, { from: trunk.snapshot() })
    const [without, policy] = [trunk, branch].map((market) => {
      market.run()
      return ['household spending', 'units', 'consumer surplus'].map((name) =>
        meanOf(market, placeOf(market, { name }, {}), { from: SOLVED + 7, to: DAYS }),
      )
    })
    return policy.map((value, at) => value / without[at] - 1)
  }

  it('leaves spending as it was where all impulses displace plans, and lowers it where none do', () => {
    for (const seed of ['one', 'two']) {
      const [none, all] = [0, 1].map((displacement) => change(displacement, seed))
      for (const at of [0, 1]) {
        expect(none[at], seed).toBeLessThan(-0.006)
        // Who planned to buy at TikTok Shop may save instead, and other venues have other prices.
        expect(Math.abs(all[at]), seed).toBeLessThan(0.3 * Math.abs(none[at]))
      }
      // A way to buy is gone: nobody is better off, whatever becomes of the money.
      for (const [, , surplus] of [none, all]) expect(surplus, seed).toBeLessThan(0)
    }
  })
})
