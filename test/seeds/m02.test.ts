/** M2: regions with their own firms, buyers and channels; a closure meets them differently. */
import { describe, expect, it } from 'vitest'
import { rowOf } from '../../src/market/index.ts'
import { feeds, listings, sellers } from '../../src/market/populations/index.ts'
import { mean, ran, small } from './small.ts'

const DAYS = 14 * 7
const dates = [
  'policies.closure.announced=2022-08-29',
  'policies.closure.effective=2022-09-07T17:00+07:00',
]
const SHUT = 66

describe('regions', { timeout: 120_000 }, () => {
  const input = small('tiktok-shop-ban', DAYS, ...dates)
  const regions = input.tables.regions.map(({ name }) => name)
  const V = input.tables.venues.length
  const tiktok = rowOf(input, 'venues', 'tiktok-shop')
  /** Orders at TikTok Shop until it closes, by region of the seller and of the buyer. */
  const sold = new Float64Array(regions.length)
  const bought = new Float64Array(regions.length)
  const closed = ran(input, 'seeds', (day, { world }) => {
    if (day >= SHUT) return
    const [orders, region, pieces] = [listings.sold, sellers.region, feeds.pieces].map((column) =>
      world.view(column),
    )
    region.forEach((at, seller) => {
      sold[at] += orders[seller * V + tiktok]
    })
    regions.forEach((_, at) => {
      bought[at] += pieces[tiktok * regions.length + at]
    })
  })
  const open = ran(small('indonesia-2023', DAYS))

  it('each have sellers who trade on TikTok Shop and buyers who order there', () => {
    regions.forEach((name, at) => {
      expect(sold[at], name).toBeGreaterThan(0)
      expect(bought[at], name).toBeGreaterThan(0)
    })
  })

  it('have channels of their own: the share of TikTok Shop differs between them', () => {
    const orders = sold.map(
      (one, at) => one / mean(open, 'units', { region: regions[at] }, 0, SHUT),
    )
    expect(Math.max(...orders) / Math.min(...orders)).toBeGreaterThan(1.2)
  })

  it('lose or win apart, and their effects add up to that of the country', () => {
    const effect = (where: { region?: string; venue?: string }) =>
      mean(closed, 'sales', where, SHUT, DAYS) - mean(open, 'sales', where, SHUT, DAYS)
    const parts = regions.map((region) => effect({ region }))
    expect(parts.reduce((all, one) => all + one, 0)).toBeCloseTo(effect({}), 3)
    expect(effect({ venue: 'tiktok-shop' })).toBeLessThan(0)
    const relative = regions.map(
      (region, at) => parts[at] / mean(open, 'sales', { region }, SHUT, DAYS),
    )
    expect(Math.max(...relative) - Math.min(...relative)).toBeGreaterThan(0.002)
  })
})
