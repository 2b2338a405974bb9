/** The grace period: what sellers and creators do in it, and that nobody prepares for what he was not told. */
import { describe, expect, it } from 'vitest'
import { createMarket, type Market } from '../../src/market/index.ts'
import { creators, listings } from '../../src/market/populations/index.ts'
import { dayOf, mean, recorded, row, run, small, values } from './small.ts'

const ANNOUNCED = '2022-08-01'
const closure = (effective: string, more = '', ...set: string[]) =>
  small(
    `policies:\n  - closure: { venue: tiktok-shop, announced: ${ANNOUNCED}, effective: ${effective}${more} }`,
    ...set,
  )

describe('a grace of 0, 1 and 4 weeks', { timeout: 60_000 }, () => {
  const baseline = small()
  const start = dayOf(baseline, ANNOUNCED)
  const graces = [0, 1, 4]
  const inputs = [ANNOUNCED, '2022-08-08', '2022-08-29'].map((effective) => closure(effective))
  const end = start + 42
  const markets = inputs.map((input) => run(input, end))
  const untouched = run(baseline, end)
  const sold = (market: Market, from: number, to: number) =>
    mean(market, 'sales', { venue: 'tiktok-shop' }, from, to)

  it('leaves every bit as it was until the announcement', () => {
    for (const market of markets)
      expect(recorded(market, start).equals(recorded(untouched, start))).toBe(true)
  })

  it('sells at the venue for so many weeks, and then nothing', () => {
    graces.forEach((weeks, nth) => {
      const last = start + 7 * weeks
      if (weeks > 0) expect(sold(markets[nth], start, last)).toBeGreaterThan(0)
      expect(sold(markets[nth], last, end)).toBe(0)
    })
  })

  it('sells stock off cheaper: the mark-up is 30 % lower, and pieces sold are more', () => {
    const [told, secret] = [inputs[2], closure('2022-08-29', ', anticipated: false')].map((input) =>
      run(input, start + 1),
    )
    const venue = row(baseline, 'venues', 'tiktok-shop')
    const venues = baseline.tables.venues.length
    const [open, markup, price, dear] = [
      values(told, listings.open),
      values(told, listings.markup),
      values(told, listings.price),
      values(secret, listings.price),
    ]
    let compared = 0
    for (let listing = venue; listing < open.length; listing += venues) {
      if (!open[listing] || !values(secret, listings.open)[listing]) continue
      compared++
      expect(dear[listing] - price[listing]).toBeCloseTo(0.3 * markup[listing], 3)
    }
    expect(compared).toBeGreaterThan(20)
    const pieces = (market: Market) =>
      mean(market, 'units', { venue: 'tiktok-shop' }, start, start + 28)
    expect(pieces(markets[2])).toBeGreaterThan(pieces(untouched))
  })

  it('creators shift hours: they stream less there, and some move on before the end', () => {
    const venue = row(baseline, 'venues', 'tiktok-shop') + 1
    const streaming = (input: typeof baseline, seed: string) => {
      const market = createMarket(input, seed)
      market.run(start + 27)
      const at = values(market, creators.venue)
      const there = new Set(at.flatMap((one, who) => (one === venue ? [who] : [])))
      return { there, hours: values(market, creators.hours) }
    }
    // So many creators that some review their platform in these weeks. What is sold off cheaply earns them more, against it.
    const many = 'size.creators=400'
    const [announced, open] = [closure('2022-08-29', '', many), small('', many)]
    const total = { told: 0, never: 0 }
    const moved = ['a', 'b', 'c', 'd'].map((seed) => {
      const [told, never] = [streaming(announced, seed), streaming(open, seed)]
      // Of those who stay in both worlds: who moves on is no mean creator.
      for (const who of told.there) {
        if (!never.there.has(who)) continue
        total.told += told.hours[who]
        total.never += never.hours[who]
      }
      return never.there.size - told.there.size
    })
    expect(total.told).toBeLessThan(0.95 * total.never)
    expect(Math.min(...moved)).toBeGreaterThan(0)
  })

  it('who is not told does not prepare', () => {
    const secret = run(closure('2022-08-29', ', anticipated: false'), start + 29)
    expect(recorded(secret, start + 28).equals(recorded(untouched, start + 28))).toBe(true)
    expect(recorded(secret, start + 29).equals(recorded(untouched, start + 29))).toBe(false)
  })
})
