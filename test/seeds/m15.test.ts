/** M15: if small firms stop, unemployment rises and purchasing power falls: the loop from jobs to demand. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { MarketInput } from '../../src/market/index.ts'
import { buyers, markets } from '../../src/market/populations/index.ts'
import { dayOf, mean, values } from '../policies/small.ts'
import { meanAndError } from '../textbook/statistics.ts'
import { followedWorlds, SMALL, type World, worlds } from './worlds.ts'

const FILES = [
  'indonesia-2023',
  'policies/producers-stop',
  'policies/income-loop-cut',
  'policies/producers-stop-no-loop',
]
const [BASE, STOP, CUT, CUT_STOP] = FILES.keys()

describe('jobs, income and demand', { timeout: 240_000 }, () => {
  let runs: World[][]
  beforeAll(() => {
    runs = ['m15/1', 'm15/2'].map((seed) => worlds(seed, '2024-04-01', ...FILES))
  }, 240_000)

  const late = (nth: number, measure: string, by: Record<string, string> = {}) =>
    runs.reduce((sum, all) => {
      const { input, market } = all[nth]
      return sum + mean(market, measure, by, dayOf(input, '2024-01-01'), dayOf(input, '2024-04-01'))
    }, 0)
  /** Planned occasions of the last day, by market. */
  const planned = (nth: number) => runs.flatMap((all) => values(all[nth].market, markets.planned))
  const total = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0)

  it('nearly all jobs of firms are in micro firms', () => {
    expect(late(BASE, 'jobs in micro firms') / runs.length).toBeGreaterThan(0.8)
  })

  it('producers who stop cost jobs and incomes, and there is more unemployment', () => {
    expect(late(STOP, 'employment', { kind: 'producer' })).toBeLessThan(
      0.97 * late(BASE, 'employment', { kind: 'producer' }),
    )
    expect(late(STOP, 'unemployment')).toBeGreaterThan(late(BASE, 'unemployment'))
    expect(late(STOP, 'household income')).toBeLessThan(late(BASE, 'household income'))
  })

  // A few thousand households: whose job is lost is luck, so that one seed in eight may turn out the other way, and on
  // a single day they may go shopping once more.
  it('purchasing power falls on average over seeds, and so does how often people go shopping', () => {
    const budget = ({ market }: World) => total([...values(market, buyers.budget)])
    const falls = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
      const occasions = new Map<MarketInput, number>()
      const pair = followedWorlds(
        SMALL,
        `m15/${seed}`,
        '2024-04-01',
        [FILES[BASE], FILES[STOP]],
        ({ input, market }) => {
          const today = total([...values(market, markets.planned)])
          occasions.set(input, (occasions.get(input) ?? 0) + today)
        },
      )
      const fall = (of: (world: World) => number) => of(pair[0]) - of(pair[1])
      return { budget: fall(budget), occasions: fall(({ input }) => occasions.get(input)!) }
    })
    for (const what of ['budget', 'occasions'] as const) {
      const { mean: fall, error } = meanAndError(falls.map((each) => each[what]))
      expect(fall, what).toBeGreaterThan(2 * error)
    }
  })

  it('without it exactly as often as if nothing had happened', () => {
    expect(total(planned(CUT))).toBeGreaterThan(100)
    expect(planned(CUT_STOP)).toEqual(planned(CUT))
    expect(planned(CUT)).not.toEqual(planned(BASE))
  })
})
