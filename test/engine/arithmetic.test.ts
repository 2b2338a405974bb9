import { describe, expect, it } from 'vitest'
import { chance, exp, log, normalQuantile, power, uniform } from '../../src/engine/index.ts'

const KEY = { a: 1, b: 2 }
/** Numbers spread over a range, the same every time. */
const spread = (from: number, to: number, count = 20_000): number[] =>
  Array.from({ length: count }, (_, nth) => from + (to - from) * uniform(KEY, nth, 0))

const relative = (got: number, wanted: number) =>
  got === wanted ? 0 : Math.abs(got - wanted) / Math.abs(wanted)

function worst(
  points: readonly number[],
  ours: (x: number) => number,
  theirs: (x: number) => number,
): number {
  let largest = 0
  for (const x of points) largest = Math.max(largest, relative(ours(x), theirs(x)))
  return largest
}

/** Steps at which the function falls although its argument rises. */
const falls = (points: readonly number[], of: (x: number) => number): number[] => {
  const sorted = [...points].sort((one, other) => one - other)
  return sorted.filter((x, nth) => nth > 0 && of(x) < of(sorted[nth - 1]))
}

describe('exp', () => {
  it.each([
    [-1e-3, 1e-3],
    [-1, 1],
    [-40, 40],
    [-707, 709.7],
  ])('agrees with Math.exp from %d to %d', (from, to) => {
    expect(worst(spread(from, to), exp, Math.exp)).toBeLessThan(1e-15)
  })

  it('agrees with Math.exp to the last bit or two among the subnormal results', () => {
    for (const x of spread(-745.13, -708, 5000))
      expect(Math.abs(exp(x) - Math.exp(x)), `exp(${x})`).toBeLessThanOrEqual(
        Math.max(1e-15 * Math.exp(x), Number.MIN_VALUE),
      )
  })

  it('is exact where the answer is known', () => {
    expect(exp(0)).toBe(1)
    expect(exp(-0)).toBe(1)
    expect(exp(-Infinity)).toBe(0)
    expect(exp(Infinity)).toBe(Infinity)
    expect(exp(Number.NaN)).toBeNaN()
    expect(exp(1e300)).toBe(Infinity)
    expect(exp(-1e300)).toBe(0)
  })

  it('is finite up to the largest argument whose exponential is', () => {
    expect(relative(exp(709.78), Math.exp(709.78))).toBeLessThan(1e-15)
    expect(exp(710)).toBe(Infinity)
  })

  it('never falls', () => {
    expect(falls(spread(-50, 50), exp)).toEqual([])
    expect(falls(spread(-1e-6, 1e-6), exp)).toEqual([])
    expect(falls(spread(-746, -700), exp)).toEqual([])
  })
})

describe('log', () => {
  it.each([
    [1e-3, 0.9],
    [1.1, 10],
    [1, 1e6],
    [1e10, 1e300],
  ])('agrees with Math.log from %d to %d', (from, to) => {
    expect(worst(spread(from, to), log, Math.log)).toBeLessThan(1e-15)
  })

  it('agrees with Math.log near 1, where the answer is near 0', () => {
    expect(worst(spread(0.9, 1.1), log, Math.log)).toBeLessThan(1e-15)
    expect(worst(spread(1 - 1e-9, 1 + 1e-9), log, Math.log)).toBeLessThan(1e-15)
  })

  it('agrees with Math.log over all magnitudes, subnormal numbers included', () => {
    const all = spread(-1073, 1023.9).map((exponent) => 2 ** exponent)
    expect(worst(all, log, Math.log)).toBeLessThan(1e-15)
    expect(relative(log(Number.MIN_VALUE), Math.log(Number.MIN_VALUE))).toBeLessThan(1e-15)
    expect(relative(log(Number.MAX_VALUE), Math.log(Number.MAX_VALUE))).toBeLessThan(1e-15)
  })

  it('is exact where the answer is known', () => {
    expect(log(1)).toBe(0)
    expect(log(0)).toBe(-Infinity)
    expect(log(-0)).toBe(-Infinity)
    expect(log(Infinity)).toBe(Infinity)
    expect(log(-1)).toBeNaN()
    expect(log(-Infinity)).toBeNaN()
    expect(log(Number.NaN)).toBeNaN()
  })

  it('never falls', () => {
    expect(falls(spread(1e-9, 4), log)).toEqual([])
    expect(falls(spread(0.999999, 1.000001), log)).toEqual([])
  })

  it('has no seam where one stretch of its table ends and the next begins', () => {
    const seams = Array.from({ length: 257 }, (_, nth) => 0.5 + nth / 256)
    const around = seams.flatMap((x) => [x * (1 - 2 ** -52), x, x * (1 + 2 ** -51)])
    expect(falls(around, log)).toEqual([])
    expect(worst(around, log, Math.log)).toBeLessThan(1e-15)
  })

  it('undoes exp', () => {
    for (const x of spread(-700, 700, 5000))
      expect(Math.abs(log(exp(x)) - x)).toBeLessThanOrEqual(1e-15 * Math.max(1, Math.abs(x)))
  })
})

describe('power', () => {
  it('agrees with ** to what the logarithm leaves', () => {
    for (const exponent of [-2.5, -1, -0.3, 0.5, 0.7, 0.9, 2, 3])
      expect(
        worst(
          spread(1e-6, 1e6, 5000),
          (x) => power(x, exponent),
          (x) => x ** exponent,
        ),
      ).toBeLessThan(5e-14)
  })

  it('is the square root at the exponent 1/2', () => {
    for (const base of spread(0, 1e6, 100)) expect(power(base, 0.5)).toBe(Math.sqrt(base))
  })

  it('is exact at the exponents 0 and 1 and at the base 0', () => {
    for (const base of spread(0, 1e6, 100)) {
      expect(power(base, 1)).toBe(base)
      expect(power(base, 0)).toBe(1)
    }
    expect(power(0, 0.7)).toBe(0)
    expect(power(1, 123.4)).toBe(1)
    expect(power(Infinity, 0.5)).toBe(Infinity)
  })
})

describe('chance', () => {
  it('is 1 - e^(-hazard days / 7)', () => {
    expect(chance(0, 7)).toBe(0)
    expect(chance(0.03, 7)).toBeCloseTo(1 - Math.exp(-0.03), 15)
    expect(chance(2, 3.5)).toBeCloseTo(1 - Math.exp(-1), 15)
    expect(chance(1e9, 7)).toBe(1)
  })
})

describe('the normal quantile', () => {
  it('has its published values', () => {
    expect(normalQuantile(0.5)).toBe(0)
    for (const [p, z] of [
      [0.975, 1.959963984540054],
      [0.84134474606854, 1],
      [0.99, 2.326347874040841],
      [0.999, 3.090232306167813],
      [1e-6, -4.753424308822899],
    ])
      expect(relative(normalQuantile(p), z), `at ${p}`).toBeLessThan(1.2e-9)
  })

  it('undoes the normal distribution function', () => {
    for (const p of spread(0.001, 0.999, 2000))
      expect(Math.abs(normal(normalQuantile(p)) - p)).toBeLessThan(1e-8)
  })

  it('is odd about one half', () => {
    for (const p of spread(1e-5, 0.5, 2000))
      expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 8)
  })

  it('never falls, across its three pieces', () => {
    expect(falls(spread(1e-9, 1 - 1e-9), normalQuantile)).toEqual([])
    expect(falls(spread(0.02424, 0.02426), normalQuantile)).toEqual([])
    expect(falls(spread(0.97574, 0.97576), normalQuantile)).toEqual([])
  })

  it('is finite at the smallest and the largest draw', () => {
    expect(normalQuantile(2 ** -33)).toBeCloseTo(-6.3379, 3)
    expect(normalQuantile(1 - 2 ** -33)).toBeCloseTo(6.3379, 3)
  })
})

/** Normal distribution function by Simpson's rule from 0. */
function normal(z: number): number {
  const steps = 400
  const width = z / steps
  let sum = 0
  for (let at = 0; at <= steps; at++) {
    const weight = at === 0 || at === steps ? 1 : at % 2 ? 4 : 2
    sum += weight * Math.exp(-0.5 * (at * width) ** 2)
  }
  return 0.5 + (sum * width) / 3 / Math.sqrt(2 * Math.PI)
}
