/** M16: Tanah Abang is quiet; traders try to stream as artists do, and most give up. */
import { beforeAll, describe, expect, it } from 'vitest'
import { clusters, given, type Market, type MarketInput, rowOf } from '../../src/market/index.ts'
import { creators, KIND, STATE, sellers } from '../../src/market/populations/index.ts'
import { nests, regions } from '../../src/market/tables/index.ts'
import { oftener, values } from '../policies/small.ts'
import { mean, ran, small } from './small.ts'

const DAYS = 40 * 7
/** Weeks within which who does not earn enough has given up. */
const PATIENCE = 8 * 7

interface Tried {
  readonly input: MarketInput
  readonly market: Market
  /** Firms that tried long enough ago, and have been at work ever since. */
  readonly judged: readonly number[]
  /** Of these, who gave up. */
  readonly gaveUp: number
  /** Most followers that any of them had. */
  readonly followers: number
}

/** Traders after a closure; every row of creators stands for so many that they are 1.2 million. */
function traders(...set: string[]): Tried {
  const input = oftener(
    small(
      ...(['clusters/tanah-abang', DAYS] as const),
      ...['size.sellers=1200', 'size.creators=200', 'creator.weight=6000'],
      'policies.closure.announced=2023-03-01',
      'policies.closure.effective=2023-03-08',
      // At the upper end of its range, so that enough of them can be judged.
      'rules.sessions.attempts=0.05',
      ...set,
    ),
    8,
  )
  const began = new Map<number, number>()
  let followers = 0
  const market = ran(input, 'seeds', (day, { world }) => {
    if (day % 7 > 0) return
    const [venue, own, state] = [sellers.liveVenue, sellers.followers, sellers.state].map(
      (column) => world.view(column),
    )
    venue.forEach((one, seller) => {
      if (one > 0) followers = Math.max(followers, own[seller])
      if (one > 0 && !began.has(seller)) began.set(seller, day)
      if (state[seller] !== STATE.active && began.has(seller)) began.set(seller, Infinity)
    })
  })
  const gave = values(market, sellers.gaveUp)
  const judged = [...began.keys()].filter((seller) => began.get(seller)! <= DAYS - PATIENCE)
  return {
    input,
    market,
    judged,
    gaveUp: judged.filter((one) => gave[one] === 1).length,
    followers,
  }
}

describe('Tanah Abang', { timeout: 600_000 }, () => {
  let usual: Tried
  beforeAll(() => {
    usual = traders()
  }, 600_000)

  it('is a place of traders with a rent above that of others', () => {
    const { input, market } = usual
    const cluster = rowOf(input, 'clusters', 'tanah-abang')
    const kind = values(market, sellers.kind)
    const rows = values(market, sellers.cluster).flatMap((one, row) =>
      one === cluster + 1 ? [row] : [],
    )
    // A market of this size has one or two traders for its 20 to 25 thousand stalls.
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(kind[row]).toBe(KIND.trader)
    expect(given(input, clusters, cluster, 'rent')).toBeGreaterThan(1)
  })

  it('loses visitors year by year, before any closure', () => {
    const { input, market } = usual
    const R = input.tables.regions.length
    const trend = values(market, nests.trend)
    const stalls = rowOf(input, 'nests', 'stalls')
    const slope = values(market, regions.offlineTrend)
    const years = (DAYS - 7) / 365.25
    for (let region = 0; region < R; region++)
      expect(trend[stalls * R + region]).toBeCloseTo(slope[region] * years, 9)
    expect(Math.min(...slope)).toBeGreaterThan(0)
  })

  // As viewers and sessions are, nearly all give up. With two thousand times the followers, so a hundred viewers a week, and no
  // staff to pay, fewer than half do. Then it is audience and cost that decide, and not a constant.
  it('has traders who try to stream, and most of them give up: for want of an audience, at what sessions cost', () => {
    expect(usual.judged.length).toBeGreaterThan(40)
    expect(usual.gaveUp / usual.judged.length).toBeGreaterThan(0.8)
    expect(mean(usual.market, 'traders who quit streaming', {}, DAYS - 7, DAYS)).toBeGreaterThan(0)
    const stars = traders('rules.sessions.first-followers=500000', 'rules.sessions.host-cost=0')
    expect(stars.judged.length).toBeGreaterThan(40)
    expect(stars.gaveUp / stars.judged.length).toBeLessThan(0.6)
  })

  it('competes with stars: the top tenth of creators hold most of the audience, the median next to nothing', () => {
    const { market, followers } = usual
    const audience = values(market, creators.audience).sort((one, other) => other - one)
    const all = audience.reduce((sum, one) => sum + one, 0)
    const top = audience.slice(0, audience.length / 10).reduce((sum, one) => sum + one, 0)
    expect(top / all).toBeGreaterThan(0.4)
    expect(audience[audience.length / 2] / (all / audience.length)).toBeLessThan(0.5)
    // Whom a trader reaches: the followers he ever had, against those of the largest creator.
    expect(Math.max(...values(market, creators.followers)) / followers).toBeGreaterThan(100)
  })
})

describe('stalls', { timeout: 600_000 }, () => {
  const WEEKS = 26 * 7
  /** Log odds of a purchase at stalls, in the four weeks before the solving ends and in two half years after. */
  function odds(seed: string, ...set: string[]): number[] {
    const market = ran(small('indonesia-2023', 8 * 7 + 2 * WEEKS, ...set), seed)
    return [
      [4 * 7, 8 * 7],
      [8 * 7, 8 * 7 + WEEKS],
      [8 * 7 + WEEKS, 8 * 7 + 2 * WEEKS],
    ].map(([from, to]) => {
      const [there, all] = [{ venue: 'stalls' }, {}].map((at) =>
        mean(market, 'units', at, from, to),
      )
      return Math.log(there / (all - there))
    })
  }

  // In a half year the odds fall by 0.15 for each buyer, 0.3 a year; added up over buyers who differ, and among whom orders on
  // impulse do not fall, by less. Their target share is met with the trend as without it.
  it.each(['one', 'two'])('sell less and less of what is bought, by the trend: seed %s', (seed) => {
    const [with0, without] = [odds(seed), odds(seed, 'regions.*.offline-trend=0')]
    const [before, first, second] = with0.map((one, at) => one - without[at])
    const slope = 0.3 * (WEEKS / 365.25)
    expect(Math.abs(before)).toBeLessThan(0.2 * slope)
    expect(before - first).toBeGreaterThan(0)
    expect(first - second).toBeGreaterThan(0.5 * slope)
    expect(first - second).toBeLessThan(slope)
  })
})
