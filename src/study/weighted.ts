/** Statistics of values of which some stand for more than others. */
import { pick } from './fit/index.ts'

/** Of fewer values the 5 and 95 % are not told: they are the lowest and the highest, and mean nothing of the others. */
export const LEAST_FOR_PERCENTILES = 10

export interface Range90 {
  readonly low: number
  readonly median: number
  readonly high: number
}

interface Weighted {
  readonly value: number
  readonly weight: number
}

/** Without values that are none. */
const known = (values: readonly number[], weights: readonly number[]): Weighted[] =>
  values
    .map((value, row) => ({ value, weight: weights[row] }))
    .filter(({ value }) => Number.isFinite(value))

const wholeOf = (rows: readonly Weighted[]): number =>
  rows.reduce((sum, { weight }) => sum + weight, 0)

/** Values below which 5, 50 and 95 % of the weight lies; NaN of none. */
export function weightedQuantiles(values: readonly number[], weights: readonly number[]): Range90 {
  const rows = known(values, weights).sort((one, other) => one.value - other.value)
  const whole = wholeOf(rows)
  const shares = rows.map(({ weight }) => weight / whole)
  const at = (share: number) => rows[pick(shares, share)]?.value ?? Number.NaN
  return { low: at(0.05), median: at(0.5), high: at(0.95) }
}

/** Share of the weight whose values have a sign; NaN of none. */
export function weightedSign(
  values: readonly number[],
  weights: readonly number[],
  sign: number,
): number {
  const rows = known(values, weights)
  return wholeOf(rows.filter(({ value }) => Math.sign(value) === sign)) / wholeOf(rows)
}

/** Spearman's rank correlation by weight, equal values with the mean of their ranks; NaN where one of both never differs. */
export function weightedRankCorrelation(
  one: readonly number[],
  other: readonly number[],
  weights: readonly number[],
): number {
  const [a, b] = [one, other].map(ranksOf)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const mean = (of: (row: number) => number) =>
    weights.reduce((sum, weight, row) => sum + weight * of(row), 0) / whole
  const [middleA, middleB] = [mean((row) => a[row]), mean((row) => b[row])]
  const together = mean((row) => (a[row] - middleA) * (b[row] - middleB))
  const spread = mean((row) => (a[row] - middleA) ** 2) * mean((row) => (b[row] - middleB) ** 2)
  return spread === 0 ? Number.NaN : together / Math.sqrt(spread)
}

function ranksOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((one, other) => one - other)
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2)
}
