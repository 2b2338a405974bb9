import { describe, expect, it } from 'vitest'
import { chanceShare, morrisEffects, pointsOf, RESAMPLING } from '../../../src/study/index.ts'
import { factorsOf, ishigami, noise, outcomesOf } from './functions.ts'

describe('elementary effects', () => {
  it('of a linear model are its coefficients, without spread', () => {
    const factors = factorsOf(4)
    const points = pointsOf({ kind: 'morris', trajectories: 8 }, factors, 'linear')
    const weights = [5, -2, 0.25, 0]
    const outcomes = outcomesOf(points, (unit) => unit.reduce((f, u, k) => f + weights[k] * u, 1))
    const { effects, leftOut } = morrisEffects(factors, points, outcomes)
    expect(leftOut).toBe(0)
    effects.forEach(({ path, mean, size, spread, effects }, k) => {
      expect(path).toBe(`x${k + 1}`)
      expect(effects).toBe(8)
      expect(mean).toBeCloseTo(weights[k], 12)
      expect(size.estimate).toBeCloseTo(Math.abs(weights[k]), 12)
      expect(size.low).toBeCloseTo(size.high, 12)
      expect(spread).toBeCloseTo(0, 12)
    })
  })

  it('of the Ishigami function at four levels are 7.70, 7.88 and 6.25 in size', () => {
    // By hand: 3/2 sin(pi/3) (1 + 0.1 (pi^4 + (pi/3)^4) / 2); 7 x 3/4 x 3/2; 0.1 x 3/2 (pi^4 - (pi/3)^4) sin(pi/3) / 2.
    const fourths = [Math.PI ** 4, (Math.PI / 3) ** 4]
    const sine = Math.sin(Math.PI / 3)
    const wanted = [
      1.5 * sine * (1 + 0.05 * (fourths[0] + fourths[1])),
      7.875,
      0.075 * (fourths[0] - fourths[1]) * sine,
    ]
    const factors = factorsOf(3)
    const points = pointsOf({ kind: 'morris', trajectories: 4000, candidates: 4000 }, factors, 'i')
    const outcomes = outcomesOf(points, (unit) => ishigami(unit))
    const { effects } = morrisEffects(factors, points, outcomes, {
      ...RESAMPLING,
      resamples: 100,
    })
    effects.forEach(({ size }, k) => {
      expect(Math.abs(size.estimate / wanted[k] - 1), `${k}: ${size.estimate}`).toBeLessThan(0.02)
      expect(size.low).toBeLessThan(wanted[k] + 1e-9)
      expect(size.high).toBeGreaterThan(wanted[k] - 1e-9)
    })
    // x3 acts through x1 alone: its effects cancel, their sizes do not.
    expect(Math.abs(effects[2].mean)).toBeLessThan(1)
    expect(effects[2].spread).toBeGreaterThan(6)
  })

  it('are free of chance, which the points of a trajectory share', () => {
    const factors = factorsOf(2)
    const points = pointsOf({ kind: 'morris', trajectories: 6 }, factors, 'noise')
    const outcomes = outcomesOf(points, ([x], seed) => 2 * x + 10 * noise(seed))
    const { effects } = morrisEffects(factors, points, outcomes)
    expect(effects.map(({ size }) => size.estimate)).toEqual([
      expect.closeTo(2, 10),
      expect.closeTo(0, 10),
    ])
  })

  it('leave out what has no outcome, and say so', () => {
    const factors = factorsOf(3)
    const points = pointsOf({ kind: 'morris', trajectories: 4 }, factors, 'gaps')
    const outcomes = outcomesOf(points, ([x, y, z]) => x + 2 * y + 3 * z)
    outcomes[1] = Number.NaN
    outcomes[4] = Number.NaN
    const { effects, leftOut } = morrisEffects(factors, points, outcomes)
    expect(leftOut).toBe(2)
    // An inner point is an end of two effects, the first of a trajectory of one.
    expect(effects.reduce((sum, { effects }) => sum + effects, 0)).toBe(12 - 3)
    for (const [k, { size }] of effects.entries()) expect(size.estimate).toBeCloseTo(k + 1, 12)
    const none = morrisEffects(
      factors,
      points,
      outcomes.map(() => Number.NaN),
    )
    expect(none.leftOut).toBe(16)
    expect(none.effects[0].size.estimate).toBeNaN()
  })
})

describe('the share of chance', () => {
  it('is by hand, for three points of two runs', () => {
    // Means 1, 3, 8; within (2 + 2 + 2) / 3 = 2; between = (2 x (9 + 1 + 16) / 2 - 2) / 2 = 12.
    const { within, between, share } = chanceShare([
      [0, 2],
      [2, 4],
      [7, 9],
    ])
    expect(within).toBeCloseTo(2, 12)
    expect(between).toBeCloseTo(12, 12)
    expect(share.estimate).toBeCloseTo(2 / 14, 12)
  })

  it('of points and seeds with known variances is found, its interval around it', () => {
    const rows = Array.from({ length: 400 }, (_, point) =>
      [0, 1, 2].map((seed) => 2 * noise(point, 9) + noise(point, seed)),
    )
    const { share, points, runs } = chanceShare(rows)
    expect([points, runs]).toEqual([400, 1200])
    expect(Math.abs(share.estimate - 0.2)).toBeLessThan(0.03)
    expect(share.low).toBeLessThan(0.2)
    expect(share.high).toBeGreaterThan(0.2)
    expect(share.high - share.low).toBeLessThan(0.1)
  })

  it('is all where points do not differ, and none where seeds do not', () => {
    const chance = Array.from({ length: 200 }, (_, p) => [noise(p, 0), noise(p, 1)])
    expect(chanceShare(chance).share.high).toBe(1)
    expect(chanceShare(chance).share.low).toBeGreaterThan(0.7)
    expect(
      chanceShare([
        [1, 1],
        [5, 5],
        [2, 2],
      ]).share.estimate,
    ).toBe(0)
  })

  it('counts what it cannot use', () => {
    const { points, runs, leftOut } = chanceShare([
      [1, 2],
      [3, Number.NaN],
      [4, 6, Number.NaN],
    ])
    expect([points, runs, leftOut]).toEqual([2, 4, 2])
    expect(chanceShare([[1], [2]]).share.estimate).toBeNaN()
  })
})
