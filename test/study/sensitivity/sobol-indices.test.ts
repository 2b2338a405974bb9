import { describe, expect, it } from 'vitest'
import {
  pointsOf,
  RESAMPLING,
  type SobolIndex,
  saltelli,
  saltelliLayout,
  sobolConvergence,
  sobolIndices,
} from '../../../src/study/index.ts'
import { factorsOf, ISHIGAMI_VARIANCE, ishigami, noise, outcomesOf, sobolG } from './functions.ts'

const FEW = { ...RESAMPLING, resamples: 200 }
const three = factorsOf(3)
const plain = saltelliLayout(three, false)
const withChance = saltelliLayout(three, true)
const firsts = (indices: readonly SobolIndex[]) => indices.map(({ first }) => first.estimate)
const totals = (indices: readonly SobolIndex[]) => indices.map(({ total }) => total.estimate)

function close(given: readonly number[], wanted: readonly number[], within: number) {
  given.forEach((value, k) => {
    expect(Math.abs(value - wanted[k]), `${k}: ${value} for ${wanted[k]}`).toBeLessThan(within)
  })
}

describe('Sobol indices', () => {
  it('of the Ishigami function are those in closed form', () => {
    const points = saltelli(4096, three, 'ishigami', false)
    const { indices, variance, mean } = sobolIndices(
      plain,
      outcomesOf(points, (u) => ishigami(u)),
      FEW,
    )
    close(firsts(indices), [0.3139, 0.4424, 0], 0.01)
    close(totals(indices), [0.5576, 0.4424, 0.2437], 0.01)
    expect(mean).toBeCloseTo(3.5, 1)
    expect(Math.abs(variance / ISHIGAMI_VARIANCE - 1)).toBeLessThan(0.01)
  })

  it('of the G function are those in closed form', () => {
    const eight = factorsOf(8)
    const points = saltelli(4096, eight, 'g', false)
    const { indices } = sobolIndices(saltelliLayout(eight, false), outcomesOf(points, sobolG), {
      ...RESAMPLING,
      resamples: 50,
    })
    close(firsts(indices).slice(0, 4), [0.7162, 0.179, 0.0237, 0.0072], 0.015)
    close(totals(indices).slice(0, 4), [0.7871, 0.2422, 0.0343, 0.0105], 0.015)
    for (const { first, total } of indices.slice(4)) {
      expect(Math.abs(first.estimate)).toBeLessThan(0.001)
      expect(total.estimate).toBeLessThan(0.001)
    }
  })

  it('of a sum are the squares of the coefficients, and a group has the sum of its own', () => {
    const factors = factorsOf(3).map((f, k) => (k === 0 ? f : { ...f, group: 'rest' }))
    const points = saltelli(1024, factors, 'sum', false)
    const { indices } = sobolIndices(
      saltelliLayout(factors, false),
      outcomesOf(points, ([x, y, z]) => 3 * x + 2 * y + z),
      FEW,
    )
    expect(indices.map(({ group }) => group)).toEqual(['x1', 'rest'])
    close(firsts(indices), [9 / 14, 5 / 14], 0.01)
    close(totals(indices), [9 / 14, 5 / 14], 0.01)
  })

  it('do not move when all outcomes are shifted by a thousand times their spread', () => {
    const points = saltelli(256, three, 'shift', false)
    const at = (by: number) =>
      sobolIndices(
        plain,
        outcomesOf(points, (u) => ishigami(u) + by),
        FEW,
      ).indices
    close(firsts(at(4000)), firsts(at(0)), 1e-9)
    close(totals(at(4000)), totals(at(0)), 1e-9)
  })

  it('have intervals that hold the true values, and do not narrow to nothing, at 256 rows', () => {
    const truth = { first: [0.3139, 0.4424, 0], total: [0.5576, 0.4424, 0.2437] }
    let [held, asked, widest] = [0, 0, 0]
    for (let study = 0; study < 20; study++) {
      const points = saltelli(256, three, `study ${study}`, false)
      const { indices } = sobolIndices(
        plain,
        outcomesOf(points, (u) => ishigami(u)),
        FEW,
      )
      indices.forEach((index, k) => {
        for (const kind of ['first', 'total'] as const) {
          const { low, high } = index[kind]
          asked++
          if (low <= truth[kind][k] && truth[kind][k] <= high) held++
          widest = Math.max(widest, high - low)
        }
      })
    }
    // Rows that fill the cube evenly err less than the independent ones that a bootstrap supposes.
    expect(held / asked).toBeGreaterThan(0.93)
    expect(widest).toBeLessThan(0.6)
  })

  it('say how many rows would tell one from none', () => {
    const points = saltelli(64, three, 'few', false)
    const { indices, rows } = sobolIndices(
      plain,
      outcomesOf(points, ([x, y]) => x + 0.2 * y + 2 * (x - 0.5) * (y - 0.5)),
      FEW,
    )
    const [strong, weak, none] = indices
    expect(strong.first.low).toBeGreaterThan(0)
    expect(strong.rowsToTell).toBe(rows)
    expect(weak.first.low).toBeLessThan(0)
    expect(weak.rowsToTell).toBeGreaterThan(rows)
    // A factor that nothing hangs on gives the same outcome twice.
    expect([none.first.estimate, none.total.estimate, none.total.high]).toEqual([0, 0, 0])
    expect(none.rowsToTell).toBe(Infinity)
  })

  it('settle as rows are added', () => {
    const points = saltelli(1024, three, 'settling', false)
    const parts = sobolConvergence(
      plain,
      outcomesOf(points, (u) => ishigami(u)),
      FEW,
    )
    expect(parts.map(({ rows }) => rows)).toEqual([256, 512, 1024])
    const width = parts.map(({ indices }) => indices[0].total.high - indices[0].total.low)
    expect(width[2] / width[0]).toBeGreaterThan(0.35)
    expect(width[2] / width[0]).toBeLessThan(0.75)
  })
})

describe('chance as a factor', () => {
  // sd of the noise so that it is a quarter of the variance of the function.
  const noisy = (unit: readonly number[], seed: number) =>
    ishigami(unit) + Math.sqrt(ISHIGAMI_VARIANCE / 4) * noise(seed)

  it('leaves parameters their noiseless total over 1 + noise share, and has an index of its own', () => {
    const points = pointsOf({ kind: 'sobol', base: 4096 }, three, 'noise')
    const { indices, chance } = sobolIndices(withChance, outcomesOf(points, noisy), FEW)
    close(
      totals(indices),
      [0.5576, 0.4424, 0.2437].map((total) => total / 1.25),
      0.02,
    )
    close(
      firsts(indices),
      [0.3139, 0.4424, 0].map((first) => first / 1.25),
      0.03,
    )
    close(totals([chance!]), [0.2], 0.01)
    close(firsts([chance!]), [0.2], 0.02)
  })

  it('would inflate totals if every row had noise of its own', () => {
    const points = pointsOf({ kind: 'sobol', base: 1024 }, three, 'noise')
    const fresh = points.map(({ unit }, run) => noisy(unit, run))
    const [, , third] = totals(sobolIndices(withChance, fresh, FEW).indices)
    expect(third).toBeGreaterThan(1.4 * (0.2437 / 1.25))
  })
})

describe('outcomes that are missing', () => {
  it('take their base row with them, which is told', () => {
    const points = saltelli(256, three, 'missing', false)
    const outcomes = outcomesOf(points, (u) => ishigami(u))
    const kept = outcomes.filter((_, run) => ![3, 77].includes(Math.floor(run / 5)))
    outcomes[3 * 5 + 2] = Number.NaN
    outcomes[77 * 5] = Number.NaN
    outcomes[77 * 5 + 4] = Infinity
    const analysis = sobolIndices(plain, outcomes, FEW)
    expect([analysis.rows, analysis.leftOut]).toEqual([254, 2])
    expect(analysis.indices).toEqual(sobolIndices(plain, kept, FEW).indices)
  })

  it('and outcomes that never differ leave indices without a value, not 0', () => {
    const points = saltelli(16, three, 'flat', false)
    const { variance, indices } = sobolIndices(
      plain,
      points.map(() => 7),
      FEW,
    )
    expect(variance).toBe(0)
    expect(indices[0].first.estimate).toBeNaN()
    expect(indices[0].rowsToTell).toBeNaN()
  })

  it('of which there are too few for the design are refused', () => {
    expect(() => sobolIndices(plain, [1, 2, 3])).toThrow('no base rows')
  })
})
