/** The offline trend in a country: six markets of two and a half years do not bend where solving ends (test/rules/offline-trend.test.ts holds one rule to its closed form). */
import { describe, expect, it } from 'vitest'
import { createMarket, type MarketInput } from '../../src/market/index.ts'
import { meanOf, placeOf } from '../../src/study/index.ts'
import { country, withField } from '../textbook/markets.ts'
import { meanAndError } from '../textbook/statistics.ts'

const WEEK = 7 / 365.25

/** Without season, courses and policies, so that nothing but the trend moves the market. */
describe('a country with an offline trend', { timeout: 300_000 }, () => {
  const [SOLVED, HALF] = [104, 26]
  const small = country({ buyers: 6000, sellers: 600, creators: 40 })
  const input: MarketInput = {
    ...withField(small, 'regions', 'offlineTrend', 0.6),
    days: 7 * (SOLVED + HALF),
    solveUntil: 7 * SOLVED,
    season: { lebaran: [], doubleDates: false },
    courses: [],
    policies: [],
  }

  /** Least-squares slope over weeks relative to their mean, a year. */
  const slope = (weeks: readonly number[]) => {
    const level = meanAndError(weeks).mean
    const middle = (weeks.length - 1) / 2
    let [both, spread] = [0, 0]
    weeks.forEach((value, week) => {
      both += (week - middle) * (value - level)
      spread += (week - middle) ** 2
    })
    return both / spread / level / WEEK
  }

  it('has no kink where solving ends, in sales of stalls, online and all', () => {
    const kinks: Record<string, number[]> = { stalls: [], online: [], all: [] }
    const falls: number[] = []
    for (let nth = 0; nth < 6; nth++) {
      const market = createMarket(input, `kink ${nth + 1}`)
      market.run()
      const weekly = (name: string, by: Record<string, string>) =>
        Array.from({ length: SOLVED + HALF }, (_, week) =>
          meanOf(market, placeOf(market, { name }, by), { from: 7 * week, to: 7 * week + 7 }),
        )
      const all = weekly('sales', {})
      const series = {
        stalls: weekly('sales', { venue: 'stalls' }),
        online: weekly('online share', {}).map((share, week) => share * all[week]),
        all,
      }
      for (const [name, weeks] of Object.entries(series)) {
        const after = slope(weeks.slice(SOLVED))
        kinks[name].push(after - slope(weeks.slice(SOLVED - HALF, SOLVED)))
        if (name === 'stalls') falls.push(after)
      }
    }
    // What the test must be able to see: the fall itself, at a trend of 0.6 and a share of about a half.
    const fall = meanAndError(falls)
    expect(fall.mean).toBeLessThan(-0.15)
    for (const [name, found] of Object.entries(kinks)) {
      const { mean, error } = meanAndError(found)
      // Student's t of five degrees at 1 %.
      expect(Math.abs(mean), name).toBeLessThan(4.03 * error)
      expect(error, name).toBeLessThan(0.06)
    }
  })
})
