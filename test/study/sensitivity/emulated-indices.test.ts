import { describe, expect, it } from 'vitest'
import {
  emulatedIndices,
  emulator,
  gaussianProcess,
  latinHypercube,
  type SobolIndex,
} from '../../../src/study/index.ts'
import { factorsOf, ishigami, noise } from './functions.ts'

const cube = (points: number, dimensions: number) =>
  latinHypercube(points, dimensions, 'drawn').map(({ unit }) => unit)
const moments = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  return { mean, sd: Math.sqrt(square) }
}

describe('surfaces that go with what was seen', () => {
  it('have the mean and the doubt of the prediction, in the middle and beyond the points', () => {
    const units = [[0.1], [0.3], [0.35], [0.6], [0.7]]
    const fitted = gaussianProcess(units, [1, 0, 0.3, 2, 1.5], {
      trend: 'linear',
      lengths: [0.3],
      nugget: 0.05,
      variance: 1,
    })
    const draws = Array.from({ length: 1500 }, (_, number) => fitted.draw('moments', number))
    for (const at of [[0.1], [0.45], [0.95]]) {
      const { mean, sd } = moments(draws.map((surface) => surface(at)))
      const wanted = fitted.predict(at)
      // Standard errors over 1500 draws: sd / 39 of the mean, 1.8 % of the deviation.
      expect(Math.abs(mean - wanted.mean)).toBeLessThan((4 * wanted.sd) / Math.sqrt(1500))
      expect(Math.abs(sd / wanted.sd - 1)).toBeLessThan(0.08)
    }
  })

  it('hang together as far as the length says', () => {
    const free = gaussianProcess([[0]], [1], {
      trend: 'none',
      lengths: [0.5],
      nugget: 1e6,
      variance: 1,
    })
    const pairs = Array.from({ length: 1500 }, (_, number) => {
      const surface = free.draw('pairs', number)
      return [surface([0.3]), surface([0.6])] as const
    })
    const s = Math.sqrt(5) * 0.6
    const wanted = (1 + s + (s * s) / 3) * Math.exp(-s)
    const product = pairs.reduce((sum, [a, b]) => sum + a * b, 0) / 1500
    expect(Math.abs(product - wanted)).toBeLessThan(0.12)
    expect(Math.abs(moments(pairs.map(([a]) => a)).sd - 1)).toBeLessThan(0.08)
  })

  it('go through every point at nugget 0, each its own way between them', () => {
    const units = cube(12, 2)
    const fitted = gaussianProcess(
      units,
      units.map(([x, y]) => Math.sin(6 * x) * y),
      {
        trend: 'constant',
        lengths: [0.5, 0.5],
        nugget: 0,
      },
    )
    const [one, other] = [0, 1].map((number) => fitted.draw('through', number))
    for (const unit of units) {
      expect(one(unit)).toBeCloseTo(Math.sin(6 * unit[0]) * unit[1], 6)
      expect(other(unit)).toBeCloseTo(one(unit), 6)
    }
    expect(one([0.5, 0.5])).not.toBeCloseTo(other([0.5, 0.5]), 3)
    expect(fitted.draw('through', 1)([0.5, 0.5])).toBe(other([0.5, 0.5]))
  })
})

describe('indices by way of an emulator', () => {
  const three = factorsOf(3)
  const first = (of: readonly SobolIndex[]) => of.map((index) => index.first)
  const total = (of: readonly SobolIndex[]) => of.map((index) => index.total)
  const few = { draws: 20, base: 128 }

  // A product of two functions with mean m and variance v each: V = v1 m2^2 + v2 m1^2 + v1 v2, the last term of both.
  const product = ([x, y]: readonly number[]) => Math.exp(2 * x) * (1.2 + Math.cos(3 * y))
  const m1 = (Math.E ** 2 - 1) / 2
  const v1 = (Math.E ** 4 - 1) / 4 - m1 ** 2
  const m2 = 1.2 + Math.sin(3) / 3
  const v2 = 0.5 + Math.sin(6) / 12 - (Math.sin(3) / 3) ** 2
  const VARIANCE = v1 * m2 ** 2 + v2 * m1 ** 2 + v1 * v2
  const FIRST = [(v1 * m2 ** 2) / VARIANCE, (v2 * m1 ** 2) / VARIANCE, 0]
  const TOTAL = [1 - FIRST[1], 1 - FIRST[0], 0]

  it('of a product from 60 runs are those in closed form, within their intervals', () => {
    const units = cube(60, 3)
    const known = emulator(
      units,
      units.map((unit) => [product(unit)]),
    )
    const { indices, chance, rows, variance } = emulatedIndices(known, three, few)
    expect(rows).toBe(60)
    expect(Math.abs(variance / VARIANCE - 1)).toBeLessThan(0.02)
    first(indices).forEach(({ estimate, low, high }, k) => {
      expect(Math.abs(estimate - FIRST[k]), `first ${k}: ${estimate}`).toBeLessThan(0.02)
      expect(low).toBeLessThan(FIRST[k] + 0.01)
      expect(high).toBeGreaterThan(FIRST[k] - 0.01)
    })
    total(indices).forEach(({ estimate }, k) => {
      expect(Math.abs(estimate - TOTAL[k]), `total ${k}: ${estimate}`).toBeLessThan(0.02)
    })
    expect(chance!.total.estimate).toBeLessThan(0.005)
  })

  it('leave to chance its share: noiseless indices over 1 + the share of noise', () => {
    const units = cube(150, 3)
    const sd = Math.sqrt(VARIANCE / 4)
    const known = emulator(
      units,
      units.map((unit, k) => [product(unit) + sd * noise(k)]),
    )
    const { indices, chance } = emulatedIndices(known, three, few)
    expect(Math.abs(chance!.total.estimate - 0.2)).toBeLessThan(0.06)
    total(indices).forEach(({ estimate, low, high }, k) => {
      expect(Math.abs(estimate - TOTAL[k] / 1.25), `${k}: ${estimate}`).toBeLessThan(0.08)
      expect(high - low).toBeGreaterThan(0.01)
    })
  })

  it('of the Ishigami function from 150 runs rank its factors, and say how unsure that is', () => {
    const units = cube(150, 3)
    const known = emulator(
      units,
      units.map((unit) => [ishigami(unit)]),
    )
    const { indices } = emulatedIndices(known, three, few)
    first(indices).forEach(({ estimate, low, high }, k) => {
      const wanted = [0.3139, 0.4424, 0][k]
      expect(Math.abs(estimate - wanted), `${k}: ${estimate}`).toBeLessThan(0.1)
      expect(low).toBeLessThan(wanted)
      expect(high).toBeGreaterThan(wanted)
    })
    // It acts through the first alone.
    expect(indices[2].total.low).toBeGreaterThan(0.05)
  })

  it('of a sum are exact to the error of the rows, in groups too', () => {
    const factors = three.map((factor, k) => (k === 0 ? factor : { ...factor, group: 'rest' }))
    const units = cube(30, 3)
    const known = emulator(
      units,
      units.map(([x, y, z]) => [3 * x + 2 * y + z]),
    )
    const { indices, chance } = emulatedIndices(known, factors, few)
    expect(indices.map(({ group }) => group)).toEqual(['x1', 'rest'])
    total(indices).forEach(({ estimate }, k) => {
      expect(Math.abs(estimate - [9 / 14, 5 / 14][k])).toBeLessThan(0.02)
    })
    expect(chance!.total.estimate).toBe(0)
  })

  it('are none where nothing varies, and unknown where nothing is known', () => {
    const units = cube(20, 3)
    const flat = emulatedIndices(
      emulator(
        units,
        units.map(() => [4]),
      ),
      three,
      few,
    )
    expect(flat.indices[0].total.estimate).toBeNaN()
    const nothing = emulator(
      units,
      units.map(() => [Number.NaN]),
    )
    const { indices, leftOut } = emulatedIndices(nothing, three, few)
    expect(leftOut).toBe(20)
    expect(indices[0].total.estimate).toBeNaN()
  })
})
