/** How well lengths and a nugget fit what was seen. */
import { cholesky, inverse, logDeterminant, solve } from './cholesky.ts'
import { dot } from './trend.ts'

/** What a Gaussian process is fitted to. */
export interface Seen {
  readonly units: readonly (readonly number[])[]
  readonly values: Float64Array
  /** The variance of noise at each point, relative to the others. */
  readonly weights: Float64Array
  /** Terms of the trend at each point, a row a point. */
  readonly trend: readonly Float64Array[]
}

export interface Shape {
  /** How far in the unit cube outcomes hang together, for each factor. */
  readonly lengths: readonly number[]
  /** Variance of noise over that of the process. */
  readonly nugget: number
}

/** Everything that a shape implies. */
export interface Solved {
  readonly shape: Shape
  /** The lower triangle of the covariance of what was seen, over the variance of the process. */
  readonly lower: Float64Array
  /** K^-1 H, a column a term. */
  readonly weighted: readonly Float64Array[]
  /** The lower triangle of H' K^-1 H. */
  readonly information: Float64Array
  /** G = K^-1 - K^-1 H (H' K^-1 H)^-1 H' K^-1. */
  readonly g: Float64Array
  /** G y: K^-1 times the residuals of the trend. */
  readonly alpha: Float64Array
  readonly coefficients: Float64Array
  /** y' G y / (n - p). */
  readonly variance: number
  readonly logLikelihood: number
}

/** The correlation of outcomes at two points, Matern 5/2: (1 + s + s^2/3) e^-s with s = sqrt(5) times the distance in lengths. */
export function correlation(
  a: readonly number[],
  b: readonly number[],
  lengths: readonly number[],
): number {
  let square = 0
  for (let k = 0; k < lengths.length; k++) square += ((a[k] - b[k]) / lengths[k]) ** 2
  const s = Math.sqrt(5 * square)
  return (1 + s + (s * s) / 3) * Math.exp(-s)
}

/**
 * The likelihood of a shape, restricted to what the trend leaves (with trend and variance out of it):
 *
 *     -1/2 ln|K| - 1/2 ln|H' K^-1 H| - (n - p)/2 ln(y' G y / (n - p)),    K = R + nugget x weights.
 *
 * Source: Harville 1974; Santner, Williams and Notz 2018, 3.3. Where K is singular to within rounding the diagonal is raised
 * by as little as helps, from 1e-12.
 */
export function solved(seen: Seen, shape: Shape): Solved {
  const { units, values, trend } = seen
  const n = units.length
  const lower = triangleOf(covariance(seen, shape), n)
  const p = trend[0]?.length ?? 0
  const columns = Array.from({ length: p }, (_, term) =>
    Float64Array.from(trend, (row) => row[term]),
  )
  const weighted = columns.map((column) => solve(lower, n, column))
  const information = triangleOf(
    Float64Array.from({ length: p * p }, (_, at) =>
      dot(columns[Math.floor(at / p)], weighted[at % p]),
    ),
    p,
  )
  const g = inverse(lower, n)
  // Columns of K^-1 H in the coordinates in which H' K^-1 H is one.
  const turned = turn(weighted, information, n)
  for (const column of turned)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) g[i * n + j] -= column[i] * column[j]
  const coefficients = solve(
    information,
    p,
    weighted.map((column) => dot(column, values)),
  )
  // Of the residuals and not of the values: their common level would cost digits.
  const residuals = values.map((value, i) => value - dot(trend[i], coefficients))
  const alpha = solve(lower, n, residuals)
  const variance = Math.max(0, dot(alpha, residuals)) / (n - p)
  const logLikelihood =
    -0.5 * logDeterminant(lower, n) -
    0.5 * logDeterminant(information, p) -
    0.5 * (n - p) * Math.log(variance)
  return { shape, lower, weighted, information, g, alpha, coefficients, variance, logLikelihood }
}

/** B = A C^-T, with A = K^-1 H and C the triangle of H' K^-1 H: then B B' = A (H' K^-1 H)^-1 A'. */
function turn(weighted: readonly Float64Array[], information: Float64Array, n: number) {
  const p = weighted.length
  const turned: Float64Array[] = []
  for (let term = 0; term < p; term++) {
    const column = Float64Array.from(weighted[term])
    for (let before = 0; before < term; before++)
      for (let i = 0; i < n; i++) column[i] -= information[term * p + before] * turned[before][i]
    turned.push(column.map((x) => x / information[term * p + term]))
  }
  return turned
}

function covariance({ units, weights }: Seen, { lengths, nugget }: Shape): Float64Array {
  const n = units.length
  const k = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const value = correlation(units[i], units[j], lengths)
      k[i * n + j] = value
      k[j * n + i] = value
    }
    k[i * n + i] = 1 + nugget * weights[i]
  }
  return k
}

function triangleOf(matrix: Float64Array, n: number): Float64Array {
  let lower = cholesky(matrix, n)
  for (let raise = 1e-12; lower === undefined; raise *= 10) {
    const raised = matrix.slice()
    for (let i = 0; i < n; i++) raised[i * n + i] *= 1 + raise
    lower = cholesky(raised, n)
  }
  return lower
}

/**
 * Derivatives of the likelihood by the logarithms of the lengths, and of the nugget last: 1/2 sum (alpha alpha' / variance - G) dK,
 * with dK by the logarithm of a length (5/3) (1 + s) e^-s (difference / length)^2.
 */
export function slopes(
  { units, weights }: Seen,
  { shape: { lengths, nugget }, g, alpha, variance }: Solved,
): Float64Array {
  const n = units.length
  const slope = new Float64Array(lengths.length + 1)
  const squares = new Float64Array(lengths.length)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      let square = 0
      for (let k = 0; k < lengths.length; k++) {
        squares[k] = ((units[i][k] - units[j][k]) / lengths[k]) ** 2
        square += squares[k]
      }
      const s = Math.sqrt(5 * square)
      const pull = (alpha[i] * alpha[j]) / variance - g[i * n + j]
      const factor = pull * (5 / 3) * (1 + s) * Math.exp(-s)
      // Each pair stands twice in the sum, and the sum is halved.
      for (let k = 0; k < lengths.length; k++) slope[k] += factor * squares[k]
    }
    const pull = alpha[i] ** 2 / variance - g[i * n + i]
    slope[lengths.length] += 0.5 * pull * nugget * weights[i]
  }
  return slope
}
