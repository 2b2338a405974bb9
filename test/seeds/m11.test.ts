/** M11: social media may promote, not take payments. Attention and checkout are two things. */
import { beforeAll, describe, expect, it } from 'vitest'
import { creators } from '../../src/market/populations/index.ts'
import { dayOf, mean, row, values } from '../policies/small.ts'
import { type World, worlds } from './worlds.ts'

describe('promotion without a checkout', { timeout: 180_000 }, () => {
  let runs: World[][]
  beforeAll(() => {
    runs = ['m11/1', 'm11/2'].map((seed) =>
      worlds(seed, '2023-12-01', 'indonesia-2023', 'tiktok-shop-ban', 'tiktok-shop-ban-strict'),
    )
  }, 180_000)

  const late = (nth: number, measure: string, by: Record<string, string>) =>
    runs.reduce((sum, worlds) => {
      const { input, market } = worlds[nth]
      return sum + mean(market, measure, by, dayOf(input, '2023-10-06'), dayOf(input, '2023-12-01'))
    }, 0)
  const others = (nth: number) =>
    ['shopee', 'tokopedia', 'lazada', 'bukalapak', 'blibli'].reduce(
      (sum, venue) => sum + late(nth, 'sales', { venue }),
      0,
    )

  it('takes no payment in either form', () => {
    expect(late(0, 'sales', { venue: 'tiktok-shop' })).toBeGreaterThan(0)
    for (const nth of [1, 2]) expect(late(nth, 'sales', { venue: 'tiktok-shop' })).toBe(0)
  })

  it('sends buyers on: other platforms gain more where the feed may link to them', () => {
    expect(others(1)).toBeGreaterThan(others(0))
    expect(others(1)).toBeGreaterThan(others(2))
  })

  it('keeps some of the streams: attention outlives the checkout only where it may promote', () => {
    const hours = (nth: number) =>
      runs.reduce((sum, worlds) => {
        const { input, market } = worlds[nth]
        const venue = row(input, 'venues', 'tiktok-shop') + 1
        const at = values(market, creators.venue)
        return (
          sum +
          values(market, creators.hours).reduce(
            (all, one, who) => (at[who] === venue ? all + one : all),
            0,
          )
        )
      }, 0)
    expect(hours(0)).toBeGreaterThan(hours(1))
    expect(hours(1)).toBeGreaterThan(hours(2))
  })
})
