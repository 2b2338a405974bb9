/** M17: platforms are asked for empathy: local goods first, fees, subsidies. */
import { beforeAll, describe, expect, it } from 'vitest'
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

  it('fees: the take rate is what the rule says, and a higher one raises prices', () => {
    for (const venue of ['shopee', 'tokopedia']) {
      expect(late(RISE, 'take rate', { venue }) / runs.length).toBeCloseTo(0.08, 9)
      expect(late(CAP, 'take rate', { venue }) / runs.length).toBeCloseTo(0.015, 9)
    }
    for (const category of ['fashion', 'beauty'])
      expect(late(RISE, 'price', { category })).toBeGreaterThan(late(CAP, 'price', { category }))
    expect(late(RISE, 'platform fees')).toBeGreaterThan(1.5 * late(BASE, 'platform fees'))
    expect(late(CAP, 'platform fees')).toBeLessThan(0.7 * late(BASE, 'platform fees'))
  })

  it('fees and subsidies: buyers are worse off where sellers pay more or vouchers end', () => {
    expect(late(RISE, 'consumer surplus')).toBeLessThan(late(CAP, 'consumer surplus'))
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
