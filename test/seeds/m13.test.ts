/** M13: a third of firms are digital, and imports stay cheaper: competition from them goes on after any policy. */
import { beforeAll, describe, expect, it } from 'vitest'
import { KIND, sellers } from '../../src/market/populations/index.ts'
import { dayOf, mean, values } from '../policies/small.ts'
import { type World, worlds } from './worlds.ts'

const FILES = [
  'indonesia-2023',
  'tiktok-shop-ban',
  'policies/reopening-tokopedia',
  'policies/minimum-price',
  'policies/duty',
]
const [BASE, , , FLOOR, DUTY] = FILES.keys()
const SEEDS = ['m13/1', 'm13/2', 'm13/3']

describe('import competition', { timeout: 600_000 }, () => {
  let runs: World[][]
  beforeAll(() => {
    runs = SEEDS.map((seed) => worlds(seed, '2024-02-01', ...FILES))
  }, 600_000)

  /** Means after the policies, seed by seed. */
  const late = (nth: number, measure: string, by: Record<string, string> = {}) =>
    runs.map((all) => {
      const { input, market } = all[nth]
      return mean(market, measure, by, dayOf(input, '2023-12-15'), dayOf(input, '2024-02-01'))
    })
  const share = (nth: number) => late(nth, 'import share', { venue: 'platforms' })
  const gap = (nth: number) => late(nth, 'import price gap')
  const meanOf = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
  const importCosts = ({ market }: World) => {
    const kind = values(market, sellers.kind)
    return values(market, sellers.unitCost).filter((_, seller) => kind[seller] === KIND.importer)
  }

  it('costs what it cost where a shop closes, reopens or turns away parcels', () => {
    for (const all of runs) {
      const costs = all.map(importCosts)
      expect(costs[0].length).toBeGreaterThan(3)
      expect(costs[1]).toEqual(costs[0])
      expect(costs[2]).toEqual(costs[0])
      // What comes back through bulk import makes the mean piece 0.18 % of its border value dearer.
      costs[FLOOR].forEach((cost, at) => {
        expect(cost / costs[0][at]).toBeGreaterThan(1)
        expect(cost / costs[0][at]).toBeLessThan(1.002)
      })
      costs[DUTY].forEach((cost, at) => {
        expect(cost / costs[0][at]).toBeGreaterThan(1.05)
      })
    }
  })

  // Before any policy imports sold online were 20 to 60 % cheaper and 45 to 60 % of what platforms sold (C5: F78, F80, F86).
  it.each(FILES.map((file, nth) => [file, nth] as const))(
    'goes on in %s: imports are no less of what is sold than was counted before, and as much cheaper',
    (_, nth) => {
      expect(meanOf(share(nth))).toBeGreaterThan(0.45)
      for (const one of gap(nth)) {
        expect(one).toBeGreaterThan(0.2)
        expect(one).toBeLessThan(0.6)
      }
    },
  )

  it('is hardly touched by a floor under the price of parcels: 1 to 3 % of sales came that way', () => {
    const [before, after] = [share(BASE), share(FLOOR)]
    before.forEach((one, run) => {
      expect(after[run]).not.toBe(one)
    })
    expect(Math.abs(meanOf(after) - meanOf(before))).toBeLessThan(0.03)
  })

  it('is weaker under a duty in every run: a smaller share, a narrower gap, by no more than the duty costs', () => {
    const [[shares, dutied], [gaps, narrowed]] = [
      [share(BASE), share(DUTY)],
      [gap(BASE), gap(DUTY)],
    ]
    runs.forEach((all, run) => {
      expect(dutied[run], SEEDS[run]).toBeLessThan(shares[run])
      expect(narrowed[run], SEEDS[run]).toBeLessThan(gaps[run])
      // Mark-ups do not follow a cost that all imports bear, so that prices rise by less than cost in proportion.
      const base = importCosts(all[BASE])
      const dearest = Math.max(...importCosts(all[DUTY]).map((cost, at) => cost / base[at]))
      expect((1 - narrowed[run]) / (1 - gaps[run]), SEEDS[run]).toBeLessThan(dearest)
    })
  })

  it('meets firms of which a third to two fifths are online', () => {
    for (const nth of FILES.keys())
      for (const one of late(nth, 'firms online')) {
        expect(one).toBeGreaterThan(0.32)
        expect(one).toBeLessThan(0.42)
      }
  })
})
