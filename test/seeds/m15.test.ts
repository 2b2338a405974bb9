/** M15: if small firms stop, unemployment rises and purchasing power falls: the loop from jobs to demand. */
import { beforeAll, describe, expect, it } from 'vitest'
import { markets } from '../../src/market/populations/index.ts'
import { dayOf, mean, values } from '../policies/small.ts'
import { meanAndError } from '../textbook/statistics.ts'
import { ran, small } from './small.ts'
import { type World, worlds } from './worlds.ts'

const FILES = [
  'indonesia-2023',
  'policies/producers-stop',
  'policies/income-loop-cut',
  'policies/producers-stop-no-loop',
]
const [BASE, STOP, CUT, CUT_STOP] = FILES.keys()
const SEEDS = ['m15/1', 'm15/2', 'm15/3', 'm15/4']

describe('jobs, income and demand', { timeout: 900_000 }, () => {
  let runs: World[][]
  beforeAll(() => {
    runs = SEEDS.map((seed) => worlds(seed, '2024-04-01', FILES[BASE], FILES[STOP]))
  }, 900_000)

  /** Means of the first quarter of 2024, seed by seed. */
  const late = (nth: number, measure: string, by: Record<string, string> = {}) =>
    runs.map((all) => {
      const { input, market } = all[nth]
      return mean(market, measure, by, dayOf(input, '2024-01-01'), dayOf(input, '2024-04-01'))
    })
  /** How much more there is in one world than in the other, seed by seed. */
  const more = (nth: number, than: number, measure: string, by: Record<string, string> = {}) => {
    const base = late(than, measure, by)
    return late(nth, measure, by).map((one, run) => one - base[run])
  }
  const total = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0)

  it('micro firms have the part of small firms’ jobs that was counted: 85 to 94 % (F4)', () => {
    const share = late(BASE, 'jobs in micro firms')
    expect(meanAndError(share).mean).toBeGreaterThan(0.85)
    expect(meanAndError(share).mean).toBeLessThan(0.94)
  })

  // Employment in small industry follows output by 0.8 to 1 (F20). Less would be work without goods. By more than 1 it does
  // fall here: by 1.05 to 1.37 per cent for each per cent of local goods that is no longer sold (docs/seeds.md).
  it('producers who sell less need less work, at least by the elasticity that was estimated: 0.8', () => {
    const work = late(BASE, 'employment', { kind: 'producer' })
    const goods = late(BASE, 'units', { origin: 'local' })
    const fewer = more(STOP, BASE, 'employment', { kind: 'producer' })
    const less = more(STOP, BASE, 'units', { origin: 'local' })
    fewer.forEach((jobs, run) => {
      expect(less[run], SEEDS[run]).toBeLessThan(0)
      expect(jobs / work[run] / (less[run] / goods[run]), SEEDS[run]).toBeGreaterThan(0.8)
    })
  })

  it('their jobs are missing: there are more unemployed, and not more than jobs were lost', () => {
    const { input } = runs[0][BASE]
    const people = input.size.buyers * Number(input.tables.households[0].values.weight)
    const unemployed = more(STOP, BASE, 'unemployment').map((share) => share * people)
    const lost = more(STOP, BASE, 'umkm jobs').map((jobs) => -jobs)
    for (const one of unemployed) expect(one).toBeGreaterThan(0)
    // Of those who lose a job some find another; a simulated buyer is many people, so that one seed may say otherwise.
    expect(meanAndError(unemployed).mean).toBeLessThan(meanAndError(lost).mean)
  })

  it('households earn less', () => {
    for (const income of more(STOP, BASE, 'household income')) expect(income).toBeLessThan(0)
  })

  // Impulses do not answer to jobs but to prices, and what they displace returns to plans: with none displaced, plans are
  // what budgets make of them.
  it('without it exactly as often as if nothing had happened', () => {
    const [base, cut, stop] = [BASE, CUT, CUT_STOP].map((nth) => {
      const input = small(FILES[nth], 85 * 7, 'households.impulse-displacement=0')
      return values(ran(input, SEEDS[2]), markets.planned)
    })
    expect(total(cut)).toBeGreaterThan(100)
    expect(stop).toEqual(cut)
    expect(cut).not.toEqual(base)
  })
})
