/** The offline trend has one slope: that of the day before constants are settled is that of the day after. */
import { describe, expect, it } from 'vitest'
import { feeds, lists, markets, today } from '../../src/market/populations/index.ts'
import { shareInversion } from '../../src/market/rules/feeds/share-inversion.ts'
import { offlineTrend } from '../../src/market/rules/game/offline-trend.ts'
import { categories, households, nests, regions, venues } from '../../src/market/tables/index.ts'
import { type Bench, bench, village } from './bench.ts'

const WEEK = 7 / 365.25

describe('share inversion under an offline trend', () => {
  const [SOLVED, AFTER] = [80, 26]
  const TARGET = [0.3, 0.5, 0.2]
  const BUYERS = [0.6, 0.4]
  const SHOPPERS = 0.45

  /** Buyers of two regions, shoppers and others, who choose by the constants and the trend themselves. */
  function counted(desk: Bench, slopes: readonly number[], years: number): number[] {
    const constant = [0, 1].map((nest) => desk.of(categories.nestConstant)[nest])
    const saving = desk.of(categories.saveConstant)[0]
    const shares = [0, 0, 0]
    slopes.forEach((slope, region) => {
      for (const [size, online] of [
        [SHOPPERS, 1],
        [1 - SHOPPERS, 0],
      ]) {
        const odds = [
          online * Math.exp(0.7 + constant[0]),
          Math.exp(constant[1] - slope * years - 0.2),
          Math.exp(saving),
        ]
        const all = odds.reduce((sum, one) => sum + one, 0)
        odds.forEach((one, at) => {
          shares[at] += (BUYERS[region] * size * one) / all
        })
      }
    })
    return shares
  }

  function solved(...slopes: number[]) {
    return ran(office(), slopes)
  }

  function office(): Bench {
    return bench(
      village(
        'venues.stream.platform-share=0.4',
        'venues.shop.platform-share=0.6',
        'categories.cloth.nest-share={ online: 0.3, street: 0.5 }',
      ),
    )
  }

  /** Impulses of the stream are as many as its rate says, of planned purchases a fixed part, so that impulses begin at 0.4. */
  function ran(desk: Bench, slopes: readonly number[]) {
    desk.of(lists.inclusiveValue).fill(1)
    desk.of(households.onlineShoppers)[0] = SHOPPERS
    desk.of(nests.onlineOnly)[0] = 1
    desk.of(nests.offline)[1] = 1
    slopes.forEach((slope, region) => {
      desk.of(regions.offlineTrend)[region] = slope
    })
    const constants: number[] = []
    const shares: number[][] = []
    const impulses: number[] = []
    let part = 0
    for (let week = 0; week < SOLVED + AFTER; week++) {
      desk.of(today.solving)[0] = week < SOLVED ? 1 : 0
      desk.of(today.yearsToSettle)[0] = (SOLVED - week) * WEEK
      desk.of(today.elapsedYears)[0] = week * WEEK
      desk.step(offlineTrend, 7 * week)
      desk.step(shareInversion, 7 * week)
      constants.push(desk.of(categories.nestConstant)[1])
      const now = counted(desk, slopes, week * WEEK)
      shares.push(now)
      const unplanned = desk.of(categories.impulseRate)[0]
      if (week === 0) part = (unplanned * (0.6 / 0.4)) / now[0]
      const orders = unplanned + part * now[0]
      desk.of(feeds.orders)[0] = 10000 * orders
      desk.of(feeds.impulseOrders)[0] = 10000 * unplanned
      impulses.push(unplanned / orders)
      desk.of(feeds.value)[0] = 40
      desk.of(feeds.value)[2] = 60
      for (let market = 0; market < 2; market++) {
        desk.of(markets.plannedWeek)[market] = 1000
        desk.of(markets.savedWeek)[market] = 1000 * now[2]
        for (let nest = 0; nest < 2; nest++)
          desk.of(markets.byNestWeek)[market * 2 + nest] = 1000 * now[nest]
      }
    }
    return { constants, shares, impulses }
  }

  it('finds a constant that stands still while the nest falls, and meets the target when solving ends', () => {
    const { constants, shares } = solved(0.5, 0.5)
    expect(constants[SOLVED - 1]).toBeCloseTo(constants[SOLVED - 40], 3)
    TARGET.forEach((share, at) => {
      expect(shares[SOLVED][at]).toBeCloseTo(share, 3)
    })
    // Half a year before: the odds of the street in each group as they were, from the shares at the end.
    const ago = 26 * WEEK
    const inside = TARGET[0] / SHOPPERS
    const street = (online: number) => {
      const share = ((1 - online) * TARGET[1]) / (1 - TARGET[0])
      return (share * Math.exp(0.5 * ago)) / (1 + share * (Math.exp(0.5 * ago) - 1))
    }
    expect(shares[SOLVED - 26][1]).toBeCloseTo(
      SHOPPERS * street(inside) + (1 - SHOPPERS) * street(0),
      3,
    )
  })

  it('keeps the share of impulses in orders, while constants are solved and from then on', () => {
    const desk = office()
    desk.of(venues.impulseHours)[0] = 1
    desk.of(categories.impulseShare)[0] = 0.45
    const { shares, impulses } = ran(desk, [0.5, 0.5])
    expect(shares[SOLVED + AFTER - 1][0] / shares[SOLVED - 1][0]).toBeGreaterThan(1.03)
    for (let week = SOLVED - 20; week < SOLVED + AFTER; week++)
      expect(impulses[week], `week ${week}`).toBeCloseTo(0.45, 3)
  })

  it('lets less than a twentieth of the trend into the constant where regions differ in it', () => {
    const { constants } = solved(0.6, 0.2)
    const moved = constants[SOLVED - 1] - constants[SOLVED - 40]
    expect(Math.abs(moved)).toBeLessThan(0.05 * 0.44 * 39 * WEEK)
  })

  it('goes on by the slope of the region a year from the first day on, and only for nests that lose visitors', () => {
    const desk = bench(village())
    desk.of(nests.offline).set([0, 1])
    desk.of(regions.offlineTrend).set([0.3, 0.5])
    for (const years of [0, 0.5, 1.25]) {
      desk.of(today.elapsedYears)[0] = years
      desk.step(offlineTrend, 7)
      const trend = [...desk.of(nests.trend)]
      ;[0, 0, 0.3 * years, 0.5 * years].forEach((fall, at) => {
        expect(trend[at]).toBeCloseTo(fall, 9)
      })
    }
  })

  it('is what it was where there is no trend', () => {
    const { shares } = solved(0, 0)
    for (const week of [SOLVED - 40, SOLVED, SOLVED + 20])
      TARGET.forEach((share, at) => {
        expect(shares[week][at]).toBeCloseTo(share, 4)
      })
  })
})
