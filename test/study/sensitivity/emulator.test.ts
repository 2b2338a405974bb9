import { describe, expect, it } from 'vitest'
import {
  emulatedResponse,
  emulator,
  gaussianProcess,
  latinHypercube,
  shiftedSobol,
} from '../../../src/study/index.ts'
import { slopes, solved } from '../../../src/study/sensitivity/likelihood.ts'
import { trendFor } from '../../../src/study/sensitivity/trend.ts'
import { noise } from './functions.ts'

const cube = (points: number, dimensions: number, seed = 'points') =>
  latinHypercube(points, dimensions, seed).map(({ unit }) => unit)
const wave = ([x, y]: readonly number[]) => Math.sin(5 * x) + y * y + x * y
const matern = (distance: number) => {
  const s = Math.sqrt(5) * distance
  return (1 + s + (s * s) / 3) * Math.exp(-s)
}

describe('a Gaussian process', () => {
  it('of three points has the posterior that is had by hand', () => {
    // No trend, variance 2, length 0.5, points 0, 0.5 and 1: by Cramer's rule.
    const [x, y] = [
      [0, 0.5, 1],
      [1, -0.5, 2],
    ]
    const [a, b] = [matern(1), matern(2)]
    const determinant = 1 + 2 * a * a * b - 2 * a * a - b * b
    const inverse = [
      [1 - a * a, a * b - a, a * a - b],
      [a * b - a, 1 - b * b, a * b - a],
      [a * a - b, a * b - a, 1 - a * a],
    ].map((row) => row.map((value) => value / determinant))
    const at = 0.3
    const r = x.map((one) => matern(Math.abs(at - one) / 0.5))
    const weights = inverse.map((row) => row.reduce((sum, value, k) => sum + value * r[k], 0))
    const mean = weights.reduce((sum, w, k) => sum + w * y[k], 0)
    const share = 1 - weights.reduce((sum, w, k) => sum + w * r[k], 0)
    const fitted = gaussianProcess(
      x.map((one) => [one]),
      y,
      { trend: 'none', lengths: [0.5], nugget: 0, variance: 2 },
    )
    const predicted = fitted.predict([at])
    expect(predicted.mean).toBeCloseTo(mean, 10)
    expect(predicted.sd).toBeCloseTo(Math.sqrt(2 * share), 10)
  })

  it('goes through every point at nugget 0, sure of itself there and nowhere else', () => {
    const units = cube(40, 2)
    const fitted = gaussianProcess(units, units.map(wave), { nugget: 0 })
    for (const unit of units) {
      const { mean, sd } = fitted.predict(unit)
      expect(Math.abs(mean - wave(unit))).toBeLessThan(1e-7)
      expect(sd).toBeLessThan(1e-4)
    }
    expect(fitted.predict([0.5, 0.5]).sd).toBeGreaterThan(1e-4)
  })

  it('predicts each point from the others as if fitted without it', () => {
    const units = cube(15, 2)
    const values = units.map((unit, k) => wave(unit) + 0.1 * noise(k))
    const weights = units.map((_, k) => 1 + (k % 3))
    const shape = { trend: 'linear', lengths: [0.4, 0.9], nugget: 0.05, variance: 1.5 } as const
    const left = gaussianProcess(units, values, { ...shape, weights }).leaveOneOut()
    units.forEach((unit, k) => {
      const others = <T>(list: readonly T[]) => list.filter((_, row) => row !== k)
      const { mean, sd } = gaussianProcess(others(units), others(values), {
        ...shape,
        weights: others(weights),
      }).predict(unit)
      expect(left[k].mean).toBeCloseTo(mean, 9)
      // What is left out is seen with its noise: variance x nugget x weight.
      expect(left[k].sd).toBeCloseTo(Math.sqrt(sd ** 2 + 1.5 * 0.05 * weights[k]), 9)
      expect(left[k].standardised).toBeCloseTo((values[k] - mean) / left[k].sd, 9)
    })
  })

  it('finds the noise that it was given, and what nothing hangs on', () => {
    const units = cube(100, 3)
    const values = units.map((unit, k) => 3 * wave(unit) + 0.5 * noise(k))
    const { noise: found, shape, predict } = gaussianProcess(units, values)
    expect(Math.sqrt(found)).toBeGreaterThan(0.4)
    expect(Math.sqrt(found)).toBeLessThan(0.6)
    expect(shape.lengths[2]).toBeGreaterThan(2 * shape.lengths[0])
    const fresh = shiftedSobol(256, 3, 'fresh')
    const errors = fresh.map((unit) => {
      const { mean, sd } = predict(unit)
      return (mean - 3 * wave(unit)) / sd
    })
    const covered = errors.filter((error) => Math.abs(error) < 1.96).length / 256
    expect(covered).toBeGreaterThan(0.85)
    expect(Math.sqrt(errors.reduce((sum, e) => sum + e * e, 0) / 256)).toBeGreaterThan(0.5)
  })

  it('climbs by slopes of its likelihood that are those of differences', () => {
    const units = cube(12, 2)
    const trend = trendFor('linear', units)
    const seen = {
      units,
      values: Float64Array.from(units, (unit, k) => wave(unit) + 0.1 * noise(k)),
      weights: Float64Array.from(units, (_, k) => 1 + (k % 2)),
      trend: units.map((unit) => trend.at(unit)),
    }
    const logs = [0.5, 0.8, 0.1].map(Math.log)
    const height = (shift: number, of: number) => {
      const [a, b, nugget] = logs.map((value, k) => Math.exp(value + (k === of ? shift : 0)))
      return solved(seen, { lengths: [a, b], nugget })
    }
    const slope = slopes(seen, height(0, 0))
    for (const k of [0, 1, 2]) {
      const rise = height(1e-4, k).logLikelihood - height(-1e-4, k).logLikelihood
      expect(slope[k]).toBeCloseTo(rise / 2e-4, 5)
    }
  })

  it('fits where neighbours are better lengths neither way', () => {
    const units = cube(40, 2)
    const values = units.map((unit, k) => wave(unit) + 0.1 * noise(k))
    const { shape } = gaussianProcess(units, values)
    const error = (factor: number) =>
      gaussianProcess(units, values, {
        lengths: shape.lengths.map((length) => length * factor),
        nugget: shape.nugget,
      })
        .leaveOneOut()
        .reduce((sum, { mean }, k) => sum + (values[k] - mean) ** 2, 0)
    expect(error(1)).toBeLessThan(error(0.15))
    expect(error(1)).toBeLessThan(1.1 * error(6))
  })
})

describe('a Gaussian process that has little to go by', () => {
  it('finds a polynomial exactly, with no variance left', () => {
    const units = cube(30, 3)
    const f = ([x, y, z]: readonly number[]) => 4 + 2 * x - y * y + 3 * y * z
    const { predict, variance, leaveOneOut } = gaussianProcess(units, units.map(f))
    expect(variance).toBe(0)
    const { mean, sd } = predict([0.1, 0.9, 0.4])
    expect(mean).toBeCloseTo(f([0.1, 0.9, 0.4]), 10)
    expect(sd).toBe(0)
    expect(leaveOneOut().every(({ standardised }) => standardised === 0)).toBe(true)
  })

  it('is flat where outcomes are, and does not mind a factor that stays in place', () => {
    const units = cube(10, 2).map(([x]) => [x, 0.5])
    expect(
      gaussianProcess(
        units,
        units.map(() => 7),
      ).predict([0.3, 0.5]),
    ).toEqual({
      mean: expect.closeTo(7, 12),
      sd: 0,
    })
    const curve = gaussianProcess(
      units,
      units.map(([x]) => Math.exp(3 * x)),
    )
    const { mean, sd } = curve.predict([0.55, 0.5])
    expect(Math.abs(mean - Math.exp(1.65))).toBeLessThan(3 * sd + 0.05)
  })

  it('takes the same point twice, and two points that are nearly one', () => {
    const units = [[0.2], [0.2], [0.5], [0.5 + 1e-12], [0.9]]
    const { predict } = gaussianProcess(units, [1, 1.2, 2, 2.1, 0], { nugget: 0 })
    expect(Number.isFinite(predict([0.3]).mean)).toBe(true)
  })

  it('gives numbers from few points, and no certainty from one or none', () => {
    for (let points = 2; points < 8; points++) {
      const units = cube(points, 6)
      const { mean, sd } = gaussianProcess(units, units.map(wave)).predict(Array(6).fill(0.5))
      expect(Number.isFinite(mean)).toBe(true)
      expect(sd).toBeGreaterThan(0)
    }
    expect(gaussianProcess([[0.5]], [3]).predict([0.1])).toEqual({ mean: 3, sd: Number.NaN })
    expect(gaussianProcess([], []).predict([0.1])).toEqual({ mean: Number.NaN, sd: Number.NaN })
  })

  it('keeps its digits where outcomes are large against their differences', () => {
    const units = cube(30, 2)
    const [plain, high] = [0, 1e6].map((level) =>
      gaussianProcess(
        units,
        units.map((unit) => wave(unit) + level),
      ).predict([0.4, 0.6]),
    )
    expect(high.mean - 1e6).toBeCloseTo(plain.mean, 3)
  })
})

describe('an emulator of runs', () => {
  const spread = (x: number) => 0.2 + 0.8 * x

  it('knows where chance is large, from several runs a point', () => {
    const units = cube(60, 2)
    const runs = units.map((unit, k) =>
      [0, 1, 2, 3].map((seed) => wave(unit) + spread(unit[0]) * noise(k, seed)),
    )
    const { at, diagnostics } = emulator(units, runs)
    for (const x of [0.1, 0.5, 0.9]) {
      const { noise: found, mean, sd } = at([x, 0.5])
      expect(Math.abs(found / spread(x) - 1), `${x}: ${found}`).toBeLessThan(0.25)
      expect(Math.abs(mean - wave([x, 0.5]))).toBeLessThan(3 * sd)
    }
    expect(at([0.9, 0.5]).sd).toBeGreaterThan(1.3 * at([0.1, 0.5]).sd)
    expect(diagnostics.covered).toBeGreaterThan(0.88)
    expect(diagnostics.explained).toBeGreaterThan(0.5)
  })

  it('knows how large it is from two, of which the log variance is 1.27 too low', () => {
    const units = cube(60, 1)
    const runs = units.map(([x], k) => [0, 1].map((seed) => 3 * x + noise(k, seed)))
    expect(Math.abs(Math.log(emulator(units, runs).at([0.5]).noise))).toBeLessThan(0.25)
  })

  it('guesses it from one run a point', () => {
    const units = cube(90, 2)
    const runs = units.map((unit, k) => [wave(unit) + spread(unit[0]) * noise(k)])
    const { at } = emulator(units, runs)
    expect(at([0.9, 0.5]).noise).toBeGreaterThan(1.4 * at([0.1, 0.5]).noise)
    for (const x of [0.1, 0.9])
      expect(Math.abs(Math.log(at([x, 0.5]).noise / spread(x)))).toBeLessThan(Math.log(1.6))
  })

  it('sees none where there is none', () => {
    const units = cube(30, 2)
    const { at, noiseSurface } = emulator(
      units,
      units.map((unit) => [wave(unit), wave(unit)]),
    )
    expect(noiseSurface).toBeUndefined()
    expect(at([0.5, 0.5]).noise).toBe(0)
  })

  it('leaves out and counts what has no outcome', () => {
    const units = cube(12, 2)
    const runs = units.map((unit, k) => (k === 3 ? [Number.NaN] : [wave(unit), Number.NaN]))
    const { points, leftOut, at } = emulator(units, runs)
    expect([points, leftOut]).toEqual([11, 12])
    expect(at([0.5, 0.5]).mean).toBeCloseTo(wave([0.5, 0.5]), 0)
  })

  it('gives the response to a factor with the others anywhere', () => {
    const units = cube(40, 3)
    const known = emulator(
      units,
      units.map(([x, y, z]) => [x - 0.5 + y * z - 0.25]),
    )
    const [low, middle, high] = emulatedResponse(known, 3, [0], [[0], [0.5], [1]])
    expect([low.mean, middle.mean, high.mean].map((m) => Math.round(100 * m))).toEqual([-50, 0, 50])
    // y z is below 1/4 with probability 1/4 + 1/4 ln 4 = 0.597.
    expect(Math.abs(middle.below - 0.597)).toBeLessThan(0.06)
    // At x = 1 the sign is sure only as long as y z > -1/4: always.
    expect(high.below).toBe(0)
    expect(emulatedResponse(known, 3, [0, 1], [[0, 0]])[0].below).toBe(1)
  })
})
