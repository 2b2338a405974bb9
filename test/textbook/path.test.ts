/** A market that is given a path of shares meets it month by month, and goes on without a break when solving ends. */
import { describe, expect, it } from 'vitest'
import { feeds } from '../../src/market/populations/index.ts'
import { open, sum, written } from './markets.ts'

const MARKET = `title: Two platforms and a street
calendar: { start: 2022-07-04, weeks: 78, solve-until: 2023-07-03 }
size: { buyers: 6000, sellers: 60, creators: 0 }
households: { online-shoppers: 1, weight: 1 }
regions: { here: { buyer-share: 1, seller-share: 1 } }
categories: { cloth: { seller-share: 1, occasion-rate: 3, nest-share: { online: 0.5, street: 0.35 } } }
nests: { online: { considered: 8 }, street: { considered: 8 } }
companies: { nobody: {} }
venues:
  stream: { nest: online, owner: nobody, platform: true, online: true, marketplace: true, marketplace-sellers: 1, platform-share: 0.4 }
  shop: { nest: online, owner: nobody, platform: true, online: true, marketplace: true, marketplace-sellers: 1, platform-share: 0.6 }
  stalls: { nest: street, owner: nobody, marketplace-sellers: 1, chat-sellers: 1, offline-sellers: 1 }
kinds:
  producer: { seller-share: 0.4, marketplace: 1 }
  reseller: { seller-share: 0.4, marketplace: 1 }
  importer: { seller-share: 0.1, marketplace: 1 }
  trader: { seller-share: 0.1, marketplace: 1 }
`
const PATH = `courses:
  - of: venues.stream.platform-share
    linear: true
    points: { 2022-07-04: 0.4, 2023-07-03: 0.28 }
  - of: venues.shop.platform-share
    linear: true
    points: { 2022-07-04: 0.6, 2023-07-03: 0.72 }
`
const path = (week: number) => 0.4 - (0.12 * week) / 52

/** The share of the first platform in sales, four weeks by four weeks. */
function shares(text: string, ...set: string[]): number[] {
  const input = written(text, ...set)
  const market = open(input)
  const value = market.world.view(feeds.value)
  const months: [number, number][] = []
  market.run(input.days, (day) => {
    if (day % 7 !== 6) return
    const month = Math.floor(day / 28)
    months[month] ??= [0, 0]
    months[month][0] += value[0]
    months[month][1] += sum(value.subarray(0, 2))
  })
  return months.map(([one, all]) => one / all)
}

describe('a path of shares', () => {
  it('is met month by month', { timeout: 120_000 }, () => {
    const met = shares(MARKET + PATH)
    for (let month = 3; month < 13; month++)
      expect(Math.abs(met[month] - path(4 * month + 2)), `month ${month}`).toBeLessThan(0.01)
  })

  it('goes on without a break, and fades', { timeout: 240_000 }, () => {
    const logOdds = (kept: number) =>
      shares(MARKET + PATH, `rules.share-inversion.trend-kept=${kept}`).map((share) =>
        Math.log(share / (1 - share)),
      )
    const [none, half] = [logOdds(0), logOdds(0.5)]
    expect(half.slice(0, 13)).toEqual(none.slice(0, 13))
    // Weekly trend of log odds at the end of the path, and what 26 / 27 of it a week add up to by mid-month.
    const trend = -0.12 / 52 / (0.28 * 0.72)
    const fading = 26 / 27
    for (let month = 14; month < 19; month++) {
      const weeks = 4 * (month - 13) + 2.5
      const moved = trend * 26 * (1 - fading ** weeks)
      expect((half[month] - none[month]) / moved, `month ${month}`).toBeGreaterThan(0.85)
      expect((half[month] - none[month]) / moved, `month ${month}`).toBeLessThan(1.15)
    }
  })
})
