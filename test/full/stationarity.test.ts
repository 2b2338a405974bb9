/**
 * T32: the country stands still where nothing pushes it. Without season, shopping days, trend of the offline
 * taste, courses and policies, nothing may drift over the 104 weeks that follow sixteen weeks of burn-in after
 * constants were solved, in as many weeks as in the country. Drift is judged between seeds: weeks of one run hang
 * together too much for that. The standard error of a drift is below half a percent for sales, work and incomes, one
 * to two percent for shares of platforms and imports, and some six percent for idle firms and empty places.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { createMarket, type MarketInput } from '../../src/market/index.ts'
import { meanOf, placeOf } from '../../src/study/index.ts'
import { country, withField } from '../textbook/markets.ts'
import { drift, driftT } from '../textbook/statistics.ts'
import { WATCHED } from './watched.ts'

const SOLVED = 62
const BURN_IN = SOLVED + 16
const WEEKS = 104
const SEEDS = Array.from({ length: 24 }, (_, nth) => `still ${nth + 1}`)

const small = country({ buyers: 9000, sellers: 1300, creators: 150 })
const still: MarketInput = {
  ...withField(small, 'regions', 'offlineTrend', 0),
  days: 7 * (BURN_IN + WEEKS),
  solveUntil: 7 * SOLVED,
  season: { lebaran: [], doubleDates: false },
  courses: [],
  policies: [],
}

const nameOf = (measure: string, venue: string, kind: string) => `${measure} at ${venue} of ${kind}`

describe('the country left alone (T32)', () => {
  /** Weekly means of each measure after burn-in, by seed. */
  const series: Record<string, number[][]> = {}

  beforeAll(() => {
    for (const seed of SEEDS) {
      const market = createMarket(still, seed)
      market.run()
      for (const [measure, venue, kind = 'all'] of WATCHED) {
        const at = placeOf(market, { name: measure }, { venue, kind })
        if (at < 0) throw new Error(`${measure} is not recorded`)
        const week = (nth: number) => meanOf(market, at, { from: 7 * nth, to: 7 * nth + 7 })
        const weeks = Array.from({ length: WEEKS }, (_, nth) => week(BURN_IN + nth))
        const name = nameOf(measure, venue, kind)
        series[name] = [...(series[name] ?? []), weeks]
      }
    }
  }, 1_200_000)

  for (const [measure, venue, kind = 'all'] of WATCHED)
    it(`has no drift in ${nameOf(measure, venue, kind)}`, () => noDrift(measure, venue, kind))

  function noDrift(measure: string, venue: string, kind: string) {
    const runs = series[nameOf(measure, venue, kind)]
    const each = runs.map((run) => `${(100 * drift(run)).toFixed(1)} %`).join(', ')
    expect(Math.abs(driftT(runs)), `it grew by ${each} over ${WEEKS} weeks`).toBeLessThan(3)
  }
})
