/** From the unit cube to values: a coordinate is the probability that the value is lower. */
import jstat from 'jstat'
import { exp, log } from '../../engine/index.ts'

interface Range {
  readonly from: number
  readonly to: number
}

/**
 * Prior distribution of a factor. All lie in a closed range; `normal` and `lognormal` are cut off there, and
 * what is cut off is spread over the rest. `beta` has its weight between `from` and `to`; `lognormal` is given by its
 * median and the standard deviation of its logarithm; `log-uniform` and `lognormal` need a range above 0. `integers`
 * are equally likely, both ends included; so are the values of `one-of`.
 */
export type Distribution =
  | ({ readonly kind: 'uniform' } & Range)
  | ({ readonly kind: 'log-uniform' } & Range)
  | ({ readonly kind: 'beta'; readonly a: number; readonly b: number } & Range)
  | ({ readonly kind: 'normal'; readonly mean: number; readonly sd: number } & Range)
  | ({ readonly kind: 'lognormal'; readonly median: number; readonly spread: number } & Range)
  | ({ readonly kind: 'integers' } & Range)
  | { readonly kind: 'one-of'; readonly values: readonly FactorValue[] }

export type FactorValue = number | string | boolean

/**
 * What is wrong with a distribution, as a code; the caller words the message: `empty` (no value, or the range upside
 * down), `not finite`, `not above 0` (logarithms), `no spread` (a or b of beta, sd, spread not above 0), `not whole`.
 */
export type DistributionFault = 'empty' | 'not finite' | 'not above 0' | 'no spread' | 'not whole'

export function distributionFault(given: Distribution): DistributionFault | undefined {
  if (given.kind === 'one-of') return given.values.length === 0 ? 'empty' : undefined
  const numbers = Object.values(given).filter((value) => typeof value === 'number')
  if (!numbers.every(Number.isFinite)) return 'not finite'
  if (given.from > given.to) return 'empty'
  const inLogs = given.kind === 'log-uniform' || given.kind === 'lognormal'
  if (inLogs && !(given.from > 0)) return 'not above 0'
  if (given.kind === 'lognormal' && !(given.median > 0)) return 'not above 0'
  if (spreadsOf(given).some((spread) => !(spread > 0))) return 'no spread'
  if (given.kind === 'integers' && !(Number.isInteger(given.from) && Number.isInteger(given.to)))
    return 'not whole'
  return undefined
}

function spreadsOf(given: Distribution): number[] {
  if (given.kind === 'beta') return [given.a, given.b]
  if (given.kind === 'normal') return [given.sd]
  return given.kind === 'lognormal' ? [given.spread] : []
}

/**
 * The value at a coordinate: the quantile function. It is rounded to twelve digits, which is finer than any parameter is
 * known and the same in every engine, and never leaves the range. 0 and 1 give its ends.
 */
export function valueAt(given: Distribution, unit: number): FactorValue {
  if (given.kind === 'one-of') return given.values[cell(unit, given.values.length)]
  const { from, to } = given
  if (given.kind === 'integers') return from + cell(unit, to - from + 1)
  if (unit <= 0 || from === to) return from
  if (unit >= 1) return to
  return Math.min(to, Math.max(from, Number(quantile(given, unit).toPrecision(12))))
}

/** Index of the cell out of `cells` equal ones. */
const cell = (unit: number, cells: number): number =>
  Math.max(0, Math.min(cells - 1, Math.floor(unit * cells)))

type Continuous = Exclude<Distribution, { kind: 'integers' | 'one-of' }>

function quantile(given: Continuous, unit: number): number {
  const { from, to } = given
  switch (given.kind) {
    case 'uniform':
      return from + unit * (to - from)
    case 'log-uniform':
      return exp(log(from) + unit * (log(to) - log(from)))
    case 'beta':
      return from + (to - from) * jstat.beta.inv(unit, given.a, given.b)
    case 'normal':
      return cutNormal(given.mean, given.sd, from, to, unit)
    case 'lognormal':
      return exp(cutNormal(log(given.median), given.spread, log(from), log(to), unit))
  }
}

/** F^-1(F(from) + u (F(to) - F(from))). */
function cutNormal(mean: number, sd: number, from: number, to: number, unit: number): number {
  const [low, high] = [from, to].map((end) => jstat.normal.cdf(end, mean, sd))
  // A range so far out that no weight can be counted: all is at the end that is nearer.
  if (!(high > low)) return from > mean ? from : to
  return jstat.normal.inv(low + unit * (high - low), mean, sd)
}

/**
 * The coordinate of a value: what `valueAt` takes back to it; the middle of its cell for whole numbers and lists. A value
 * out of the range has that of the nearer end; one that is not in the list, NaN.
 */
export function unitOf(given: Distribution, value: FactorValue): number {
  if (given.kind === 'one-of') {
    const row = given.values.indexOf(value)
    return row < 0 ? Number.NaN : (row + 0.5) / given.values.length
  }
  const { from, to } = given
  const number = Number(value)
  if (given.kind === 'integers')
    return (Math.min(to, Math.max(from, number)) - from + 0.5) / (to - from + 1)
  // A range of one value: wherever it lies, it is that.
  if (from === to) return 0.5
  return Math.min(1, Math.max(0, distribution(given, Math.min(to, Math.max(from, number)))))
}

function distribution(given: Continuous, value: number): number {
  const { from, to } = given
  switch (given.kind) {
    case 'uniform':
      return (value - from) / (to - from)
    case 'log-uniform':
      return (log(value) - log(from)) / (log(to) - log(from))
    case 'beta':
      return jstat.beta.cdf((value - from) / (to - from), given.a, given.b)
    case 'normal':
      return cutShare(given.mean, given.sd, from, to, value)
    case 'lognormal':
      return cutShare(log(given.median), given.spread, log(from), log(to), log(value))
  }
}

function cutShare(mean: number, sd: number, from: number, to: number, value: number): number {
  const [low, high, at] = [from, to, value].map((end) => jstat.normal.cdf(end, mean, sd))
  return high > low ? (at - low) / (high - low) : 0.5
}

/** How many levels `unitLevels` has: lists have one a value, and whole numbers no more than values. */
export const levelCount = (given: Distribution, levels: number): number =>
  given.kind === 'one-of'
    ? given.values.length
    : given.kind === 'integers'
      ? Math.min(levels, given.to - given.from + 1)
      : levels

/**
 * Coordinates of the levels of a factor, for designs by levels: evenly from end to end, 0 and 1 included (one level:
 * the middle). Of lists and whole numbers they are the middles of cells.
 */
export function unitLevels(given: Distribution, levels: number): number[] {
  const count = levelCount(given, levels)
  const shares = Array.from({ length: count }, (_, k) => (count === 1 ? 0.5 : k / (count - 1)))
  if (given.kind !== 'one-of' && given.kind !== 'integers') return shares
  const cells = given.kind === 'one-of' ? count : given.to - given.from + 1
  return shares.map((share) => (Math.round(share * (cells - 1)) + 0.5) / cells)
}
