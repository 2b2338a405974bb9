/** M5: who only waits for buyers sells at certain times or seasons. */
import { describe, expect, it } from 'vitest'
import { FIRM_CLASS, sellers } from '../../src/market/populations/index.ts'
import { mean, ran, small } from './small.ts'

/** A holiday in November, apart from double dates. */
const DAYS = 18 * 7
const PEAK = [105, 119] as const
const ORDINARY = [28, 56] as const
const DOUBLE_DATE = 67

describe('passive sellers', { timeout: 120_000 }, () => {
  const input = small('indonesia-2023', DAYS, 'calendar.lebaran=[2022-11-05]')
  const byDay = new Float64Array(DAYS)
  const market = ran(input, 'seeds', (day, { world }) => {
    const [sold, firmClass, weight] = [sellers.soldToday, sellers.firmClass, sellers.weight].map(
      (column) => world.view(column),
    )
    sold.forEach((pieces, seller) => {
      if (firmClass[seller] === FIRM_CLASS.offline) byDay[day] += weight[seller] * pieces
    })
  })
  const over = ([from, to]: readonly [number, number]) =>
    byDay.slice(from, to).reduce((all, one) => all + one, 0) / (to - from)
  const venues = (day: number, names: readonly string[]) =>
    names.reduce((all, venue) => all + mean(market, 'units', { venue }, day, day + 1), 0)

  it('sell more in the weeks before the holiday', () => {
    expect(over(PEAK) / over(ORDINARY)).toBeGreaterThan(1.12)
  })

  it('gain nothing on a double date, when platforms sell three times as much', () => {
    const usual = (names: readonly string[]) => {
      let all = 0
      for (let day = ORDINARY[0]; day < ORDINARY[1]; day++) all += venues(day, names)
      return all / (ORDINARY[1] - ORDINARY[0])
    }
    const online = ['tiktok-shop', 'shopee', 'tokopedia', 'lazada']
    expect(venues(DOUBLE_DATE, online) / usual(online)).toBeGreaterThan(2.5)
    expect(venues(DOUBLE_DATE, ['stalls', 'bazaar']) / usual(['stalls', 'bazaar'])).toBeLessThan(
      1.2,
    )
  })
})
