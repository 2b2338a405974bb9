/** M8: bazaars, exhibitions and own stands, with cost and reach. */
import { describe, expect, it } from 'vitest'
import { createMarket, type MarketInput, rowOf } from '../../src/market/index.ts'
import { feeds, listings, sellers } from '../../src/market/populations/index.ts'
import { crowded, mean, small } from './small.ts'

const DAYS = 16 * 7
const FIRST = 8 * 7

describe('stalls and bazaars', { timeout: 120_000 }, () => {
  const input = small('clusters/bekasi', DAYS, ...crowded('bekasi'))
  const dearer: MarketInput = {
    ...input,
    courses: [
      ...input.courses,
      ...input.tables.regions.map((_, row) => ({
        table: 'regions',
        row,
        field: 'trip',
        at: 0,
        points: [[FIRST, 40] as const],
        linear: false,
      })),
    ],
  }
  const V = input.tables.venues.length
  const R = input.tables.regions.length
  const offline = ['stalls', 'bazaar'].map((name) => rowOf(input, 'venues', name))
  let apart = 0
  let orders = 0
  const trunk = createMarket(input, 'seeds')
  trunk.run(FIRST, () => {
    const [sold, region, pieces] = [listings.sold, sellers.region, feeds.pieces].map((column) =>
      trunk.world.view(column),
    )
    for (const venue of offline) {
      const byRegion = new Int32Array(R)
      region.forEach((at, seller) => {
        byRegion[at] += sold[seller * V + venue]
      })
      byRegion.forEach((count, at) => {
        apart += Math.abs(count - pieces[venue * R + at])
        orders += count
      })
    }
  })
  const [near, far] = [input, dearer].map((one) => {
    const market = createMarket(one, 'seeds', { from: trunk.snapshot() })
    market.run()
    return market
  })
  const sales = (market: typeof near, venue: string) =>
    mean(market, 'units', { venue }, FIRST + 7, DAYS)

  it('reach buyers of their own region alone', () => {
    expect(orders).toBeGreaterThan(1000)
    expect(apart).toBe(0)
  })

  it('sell less where the way to them is dearer', () => {
    for (const venue of ['stalls', 'bazaar'])
      expect(sales(far, venue)).toBeLessThan(0.97 * sales(near, venue))
    expect(sales(far, 'shopee')).toBeGreaterThan(sales(near, 'shopee'))
  })

  it('are where the clusters of Bekasi stand more often than the producers around them', () => {
    const [kind, region, cluster] = [sellers.kind, sellers.region, sellers.cluster].map((column) =>
      near.world.view(column),
    )
    const open = near.world.view(listings.open)
    const standing = (inside: boolean) => {
      const rows = Array.from(kind.keys()).filter(
        (row) =>
          kind[row] === 0 &&
          region[row] === rowOf(input, 'regions', 'bekasi') &&
          cluster[row] > 0 === inside,
      )
      return rows.filter((row) => open[row * V + offline[1]] === 1).length / rows.length
    }
    expect(standing(true)).toBeGreaterThan(1.5 * standing(false))
  })
})
