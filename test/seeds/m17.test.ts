/** M17: platforms are asked for empathy: local goods first, fees, subsidies. */
import { beforeAll, describe, expect, it } from 'vitest'
import { FULL } from '../full/size.ts'
import { dayOf, mean } from '../policies/small.ts'
import { type World, worlds } from './worlds.ts'

const FILES = [
  'indonesia-2023',
  'policies/local-first',
  'policies/fee-rise',
  'policies/fee-cap',
  'policies/subsidies-end',
]
const [BASE, LOCAL, RISE, CAP, END] = FILES.keys()

describe('levers of platforms', { timeout: 240_000 }, () => {
  let runs: World[][]
  beforeAll(() => {
    runs = ['m17/1', 'm17/2'].map((seed) => worlds(seed, '2024-02-01', ...FILES))
  }, 240_000)

  const late = (nth: number, measure: string, by: Record<string, string> = {}) =>
    runs.reduce((sum, all) => {
      const { input, market } = all[nth]
      return sum + mean(market, measure, by, dayOf(input, '2023-11-13'), dayOf(input, '2024-02-01'))
    }, 0)

  it('local goods first: fewer imports are sold on the platforms', () => {
    const platforms = { venue: 'platforms' }
    expect(late(LOCAL, 'import share', platforms)).toBeLessThan(
      late(BASE, 'import share', platforms),
    )
  })

  it('fees: the take rate is what the rule says', () => {
    for (const venue of ['shopee', 'tokopedia']) {
      expect(late(RISE, 'take rate', { venue }) / runs.length).toBeCloseTo(0.08, 9)
      expect(late(CAP, 'take rate', { venue }) / runs.length).toBeCloseTo(0.015, 9)
    }
    expect(late(RISE, 'platform fees')).toBeGreaterThan(1.5 * late(BASE, 'platform fees'))
    expect(late(CAP, 'platform fees')).toBeLessThan(0.7 * late(BASE, 'platform fees'))
  })

  /**
   * A price is c / (1 - f) + mu, so that of a fee that rises its cost part follows (1 - f) / (1 - f'), and no more than that:
   * at a mark-up of a quarter to two thirds of the price a third to three quarters of it, for who has reviewed his price.
   */
  it.each([
    ['a rise raises', RISE, 0.08],
    ['a cap lowers', CAP, 0.015],
  ])('fees: %s the same goods’ prices as far as costs are in them', (_, nth, fee) => {
    for (const venue of ['shopee', 'tokopedia']) {
      const moved = late(nth, 'price index', { venue }) / late(BASE, 'price index', { venue }) - 1
      const whole = (1 - 0.035) / (1 - fee) - 1
      expect(moved / whole, venue).toBeGreaterThan(1 / 3)
      expect(moved / whole, venue).toBeLessThan(3 / 4)
    }
  })

  it('fees: buyers are worse off where sellers pay more, and better off where they pay less', () => {
    expect(late(RISE, 'consumer surplus')).toBeLessThan(late(BASE, 'consumer surplus'))
    expect(late(CAP, 'consumer surplus')).toBeGreaterThan(late(BASE, 'consumer surplus'))
  })

  it.runIf(FULL)('subsidies: buyers are worse off where vouchers end, over eight seeds', () => {
    // What buyers lose with the vouchers is small beside the luck of one market: over eight.
    const more = ['3', '4', '5', '6', '7', '8'].map((nth) =>
      worlds(`m17/${nth}`, '2024-02-01', FILES[BASE], FILES[END]),
    )
    const surplus = ({ input, market }: World) =>
      mean(market, 'consumer surplus', {}, dayOf(input, '2023-11-13'), dayOf(input, '2024-02-01'))
    const [base, end] = [BASE, END].map((nth, at) =>
      [...runs.map((all) => all[nth]), ...more.map((all) => all[at])].reduce(
        (sum, world) => sum + surplus(world),
        0,
      ),
    )
    expect(end).toBeLessThan(base)
  })
})
