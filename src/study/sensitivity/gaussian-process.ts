/** A response surface that knows how little it knows: a polynomial trend and what hangs together around it. */
import { keyOf, seedKey } from '../../engine/index.ts'
import { solveLower } from './cholesky.ts'
import { climb } from './climb.ts'
import { correlation, type Seen, type Shape, type Solved, slopes, solved } from './likelihood.ts'
import { realisation } from './realisation.ts'
import { bearableTrend, dot, type Trend, type TrendKind, trendFor } from './trend.ts'

/** What is fixed beforehand; the rest is fitted. */
export interface ProcessOptions {
  /** Without it, the richest that the points bear. */
  readonly trend?: TrendKind
  readonly lengths?: readonly number[]
  /** Variance of noise over that of the process; 0: the surface goes through every point. */
  readonly nugget?: number
  readonly variance?: number
  /** The variance of noise at each point relative to the others: 1 for all without it. */
  readonly weights?: ArrayLike<number>
}

export interface Prediction {
  readonly mean: number
  /** Standard deviation of what the surface does not know of the mean at this point; noise is not in it. */
  readonly sd: number
}

/** One point predicted from all others. */
export interface LeftOut {
  readonly mean: number
  /** With the noise of the point. */
  readonly sd: number
  /** (value - mean) / sd; 0 where both are 0. */
  readonly standardised: number
}

export interface GaussianProcess {
  readonly trend: TrendKind
  readonly shape: Shape
  /** Of the process, in squared units of the outcome. */
  readonly variance: number
  /** Variance of noise at a point of weight 1. */
  readonly noise: number
  predict(unit: readonly number[]): Prediction
  leaveOneOut(): LeftOut[]
  /** One of the surfaces that go with what was seen, by its number; another seed gives others. */
  draw(seed: string, number: number): (unit: readonly number[]) => number
}

/** Lengths and nugget that are searched, and what is thought of them beforehand: middle and spread of the logarithms. */
const LENGTH = { low: Math.log(0.05), high: Math.log(20), middle: 0, spread: 1.5 }
const NUGGET = { low: Math.log(1e-8), high: Math.log(1e4), middle: Math.log(0.01), spread: 4 }

/** Where the search begins otherwise, from a smooth surface under noise and from a rough one with little: the higher top counts. */
const STARTS = [
  { length: 1, nugget: 0.3 },
  { length: 0.3, nugget: 0.001 },
]

/**
 * A Gaussian process with a polynomial trend, y = h(x)' b + Z(x) + noise, Z of correlation Matern 5/2 with a length for each
 * factor, and lengths and nugget at the top of the restricted likelihood with weak priors (log-normal lengths about the
 * side of the cube, spread 1.5), which hold few points on the ground. Predictions are best linear unbiased ones:
 *
 *     m(x) = h(x)' b + r(x)' K^-1 (y - H b)
 *     v(x) = variance (1 - r' K^-1 r + u' (H' K^-1 H)^-1 u),   u = h(x) - H' K^-1 r
 *
 * Inputs are coordinates in the unit cube; outcomes must be numbers. Where the trend fits perfectly (or nothing varies) the
 * process has no variance and none is fitted. Source: Santner, Williams and Notz 2018, chapters 3 and 4.
 */
export function gaussianProcess(
  units: readonly (readonly number[])[],
  values: ArrayLike<number>,
  options: ProcessOptions = {},
): GaussianProcess {
  const factors = units[0]?.length ?? 0
  const trend = trendFor(options.trend ?? bearableTrend(units.length, factors), units)
  const seen: Seen = {
    units,
    values: Float64Array.from(values),
    weights: options.weights
      ? Float64Array.from(options.weights)
      : new Float64Array(units.length).fill(1),
    trend: units.map((unit) => trend.at(unit)),
  }
  if (units.length <= trend.terms) return unknown(seen, trend)
  const rough = solved(seen, { lengths: Array(factors).fill(1), nugget: 1 })
  if (fitsPerfectly(seen, rough)) return surface(seen, trend, { ...rough, variance: 0 }, 0)
  const found = solved(seen, shapeOf(seen, options))
  return surface(seen, trend, { ...found, variance: options.variance ?? found.variance })
}

/** Whether what the trend leaves is rounding. */
function fitsPerfectly({ values, trend }: Seen, { coefficients }: Solved): boolean {
  let [left, size] = [0, 0]
  values.forEach((value, row) => {
    left += (value - dot(trend[row], coefficients)) ** 2
    size += value ** 2
  })
  return left <= 1e-22 * size
}

function shapeOf(seen: Seen, { lengths, nugget }: ProcessOptions): Shape {
  const factors = seen.units[0].length
  if (lengths !== undefined && nugget !== undefined) return { lengths, nugget }
  const fixed = [...(lengths?.map(Math.log) ?? Array(factors).fill(undefined)), logOf(nugget)]
  const shapeAt = (place: Float64Array): Shape => ({
    lengths: lengths ?? Array.from(place.subarray(0, factors), Math.exp),
    nugget: nugget ?? Math.exp(place[factors]),
  })
  const bound = (end: 'low' | 'high') =>
    Float64Array.from(fixed, (value, k) => value ?? (k < factors ? LENGTH : NUGGET)[end])
  const hill = {
    low: bound('low'),
    high: bound('high'),
    at: (place: Float64Array) => {
      const now = solved(seen, shapeAt(place))
      const slope = slopes(seen, now)
      let height = now.logLikelihood
      place.forEach((value, k) => {
        if (fixed[k] !== undefined) {
          slope[k] = 0
          return
        }
        const { middle, spread } = k < factors ? LENGTH : NUGGET
        height -= 0.5 * ((value - middle) / spread) ** 2
        slope[k] -= (value - middle) / spread ** 2
      })
      return { height, slope }
    },
  }
  const from = (shape: Shape) =>
    Float64Array.from(
      fixed,
      (value, k) => value ?? Math.log(k < factors ? shape.lengths[k] : shape.nugget),
    )
  const tops = STARTS.map(({ length, nugget }) =>
    climb(hill, from({ lengths: Array(factors).fill(length), nugget })),
  )
  return shapeAt(tops.reduce((best, one) => (one.height > best.height ? one : best)).place)
}

/** Any number stands for the logarithm of a nugget of 0, which is never read. */
const logOf = (nugget: number | undefined): number | undefined =>
  nugget === undefined ? undefined : Math.log(nugget || 1)

function surface(
  seen: Seen,
  trend: Trend,
  fit: Solved,
  nugget = fit.shape.nugget,
): GaussianProcess {
  const { shape, lower, weighted, information, alpha, g, coefficients, variance } = fit
  const { units } = seen
  const n = units.length
  // Without variance there is the trend alone.
  const pull = variance > 0 ? alpha : new Float64Array(n)
  return {
    trend: trend.kind,
    shape: { ...shape, nugget },
    variance,
    noise: nugget * variance,
    predict(unit) {
      const r = new Float64Array(n)
      for (let i = 0; i < n; i++) r[i] = correlation(unit, units[i], shape.lengths)
      const h = trend.at(unit)
      const v = solveLower(lower, n, r)
      const u = solveLower(
        information,
        trend.terms,
        h.map((term, k) => term - dot(weighted[k], r)),
      )
      const share = Math.max(0, 1 - dot(v, v)) + dot(u, u)
      return { mean: dot(h, coefficients) + dot(r, pull), sd: Math.sqrt(variance * share) }
    },
    leaveOneOut: () => leftOutOf(seen.values, pull, g, variance),
    draw: (seed, number) => {
      const key = keyOf(seedKey(seed), 'surface')
      return realisation(seen, trend, { ...fit, alpha: pull }, key, number)
    },
  }
}

/**
 * Each point predicted from all others with shape and variance as they are, without fitting anew: value - mean = (G y)_i / G_ii, and
 * the variance is that of the process over G_ii. Source: Dubrule 1983.
 */
const leftOutOf = (
  values: Float64Array,
  alpha: Float64Array,
  g: Float64Array,
  variance: number,
): LeftOut[] =>
  Array.from(values, (value, i) => {
    const diagonal = g[i * values.length + i]
    const error = alpha[i] / diagonal
    const sd = Math.sqrt(variance / diagonal)
    return { mean: value - error, sd, standardised: sd > 0 ? error / sd : 0 }
  })

/** Of one point or none: its value everywhere, and no idea how far that holds. */
const unknown = ({ values, units }: Seen, { kind }: Trend): GaussianProcess => ({
  trend: kind,
  shape: { lengths: (units[0] ?? []).map(() => 1), nugget: 0 },
  variance: Number.NaN,
  noise: Number.NaN,
  predict: () => ({ mean: values[0] ?? Number.NaN, sd: Number.NaN }),
  leaveOneOut: () =>
    Array.from(values, () => ({ mean: Number.NaN, sd: Number.NaN, standardised: Number.NaN })),
  draw: () => () => Number.NaN,
})
