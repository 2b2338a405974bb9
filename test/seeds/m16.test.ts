/** M16: Tanah Abang is quiet; traders try to stream as artists do, and most give up. */
import { describe, expect, it } from 'vitest'
import { givenIn, rowOf } from '../../src/market/index.ts'
import { creators, KIND, sellers } from '../../src/market/populations/index.ts'
import { nests, regions } from '../../src/market/tables/index.ts'
import { mean, ran, small } from './small.ts'

const DAYS = 40 * 7

describe('Tanah Abang', { timeout: 180_000 }, () => {
  const input = small(
    'clusters/tanah-abang',
    DAYS,
    'size.sellers=1200',
    'size.creators=200',
    'policies.closure.announced=2023-03-01',
    'policies.closure.effective=2023-03-08',
  )
  const tried = new Set<number>()
  let followers = 0
  const market = ran(input, 'seeds', (day, { world }) => {
    if (day % 7 > 0) return
    const [venue, own] = [sellers.liveVenue, sellers.followers].map((column) => world.view(column))
    venue.forEach((one, seller) => {
      if (one === 0) return
      tried.add(seller)
      followers = Math.max(followers, own[seller])
    })
  })
  const world = market.world
  const values = (column: Parameters<typeof world.view>[0]) => Array.from(world.view(column))

  it('is a place of traders with a rent above that of others', () => {
    const cluster = rowOf(input, 'clusters', 'tanah-abang')
    const kind = values(sellers.kind)
    const rows = values(sellers.cluster).flatMap((one, row) => (one === cluster + 1 ? [row] : []))
    expect(rows.length).toBeGreaterThan(3)
    for (const row of rows) expect(kind[row]).toBe(KIND.trader)
    expect(givenIn(input, 'clusters', cluster, 'rent')).toBeGreaterThan(1)
  })

  it('loses visitors year by year, before any closure', () => {
    const R = world.counts.regions
    const trend = values(nests.trend)
    const stalls = rowOf(input, 'nests', 'stalls')
    const slope = values(regions.offlineTrend)
    const years = (DAYS - 7) / 365.25
    for (let region = 0; region < R; region++)
      expect(trend[stalls * R + region]).toBeCloseTo(slope[region] * years, 9)
    expect(Math.min(...slope)).toBeGreaterThan(0)
  })

  it('has traders who try to stream, and most of those who try give up', () => {
    expect(tried.size).toBeGreaterThan(10)
    const gave = values(sellers.gaveUp)
    const venue = values(sellers.liveVenue)
    const gaveUp = [...tried].filter((row) => venue[row] === 0 && gave[row] === 1)
    expect(gaveUp.length / tried.size).toBeGreaterThan(0.6)
    expect(mean(market, 'traders who quit streaming', {}, DAYS - 7, DAYS)).toBeGreaterThan(0)
  })

  it('competes with stars: the top tenth of creators hold most of the audience, the median next to nothing', () => {
    const audience = values(creators.audience).sort((one, other) => other - one)
    const all = audience.reduce((sum, one) => sum + one, 0)
    const top = audience.slice(0, audience.length / 10).reduce((sum, one) => sum + one, 0)
    expect(top / all).toBeGreaterThan(0.4)
    expect(audience[audience.length / 2] / (all / audience.length)).toBeLessThan(0.5)
    // Whom a trader reaches: the followers he ever had, against those of the largest creator.
    expect(Math.max(...values(creators.followers)) / followers).toBeGreaterThan(100)
  })
})
