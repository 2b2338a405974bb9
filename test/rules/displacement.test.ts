/** Impulse orders that are no longer made return to the plans of the same buyer, a share d of them. */
import { describe, expect, it } from 'vitest'
import { createMarket, type MarketInput } from '../../src/market/index.ts'
import {
  blocks,
  buyers,
  feeds,
  levels,
  occasions,
  scales,
  today,
} from '../../src/market/populations/index.ts'
import { impulseMark, purchaseOccasions } from '../../src/market/rules/purchase-occasions.ts'
import { categories, households } from '../../src/market/tables/index.ts'
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
  /** Household spending, orders and consumer surplus after the closure, relative to those without it. */
  function change(displacement: number, seed: string) {
    const [without, policy] = [false, true].map((closed) => {
      const market = createMarket(input(displacement, closed), seed)
      market.run()
      return ['household spending', 'orders', 'consumer surplus'].map((name) =>
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
