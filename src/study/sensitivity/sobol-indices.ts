/** Which part of the variance of an outcome hangs on what. */
import { rowsABase, type SaltelliLayout } from '../design/saltelli.ts'
import {
  bootstrapKey,
  drawnRow,
  type Estimate,
  percentileInterval,
  RESAMPLING,
  type Resampling,
} from './bootstrap.ts'

/** An index with the values that it took in the resamples, in their order: differences of indices can be judged by them. */
export interface IndexEstimate extends Estimate {
  readonly replicates: Float64Array
}

/** The indices of one group of factors, as shares of the variance. */
export interface SobolIndex {
  readonly group: string
  /** What would go on average if the group were known: the variance that it explains alone. */
  readonly first: IndexEstimate
  /** What would be left if all else were known: alone and with others. */
  readonly total: IndexEstimate
  /**
   * Base rows from which the interval of the first index would lie above 0, were the estimate true: those that there are where
   * it does already, infinite where the estimate is not above 0. An interval narrows with the root of the rows. (The
   * total index needs none: it is 0 only where no run differs.)
   */
  readonly rowsToTell: number
}

export interface SobolAnalysis {
  /** Base rows that were used. */
  readonly rows: number
  /** Base rows that were left out, because one of their runs has no outcome. */
  readonly leftOut: number
  readonly mean: number
  /** Of the outcome over A and B; where it is 0 nothing is explained, and indices are NaN. */
  readonly variance: number
  readonly indices: readonly SobolIndex[]
  /** Of the seed, where the design has its row. */
  readonly chance?: SobolIndex
}

/** Outcomes by column: A, B, then one column a group (and chance). */
interface Columns {
  readonly a: Float64Array
  readonly b: Float64Array
  readonly mixed: readonly Float64Array[]
}

/**
 * Sobol indices of one outcome from the rows of `saltelli`, in their order:
 *
 *     S_j = mean(f(B) (f(A_B j) - f(A))) / V           first order, Saltelli and others 2010, on centred outcomes
 *     T_j = mean((f(A) - f(A_B j))^2) / (2 V)          total, Jansen 1999
 *
 * with V the variance over A and B together, and percentile intervals of a bootstrap over base rows. Small indices may come
 * out below 0: look at their intervals. With a few hundred rows errors of 0.1 in S are normal.
 */
export function sobolIndices(
  layout: SaltelliLayout,
  outcomes: ArrayLike<number>,
  resampling: Resampling = RESAMPLING,
): SobolAnalysis {
  const { columns, rows, leftOut } = columnsOf(layout, outcomes)
  const { mean, variance } = momentsOf(columns)
  const draws = resamplesOf(columns, resampling)
  const index = (group: string, mixed: Float64Array) =>
    indexOf(group, columns, mixed, draws, resampling)
  const chance = layout.chance ? columns.mixed.at(-1) : undefined
  return {
    rows,
    leftOut,
    mean,
    variance,
    indices: layout.groups.map((group, column) => index(group, columns.mixed[column])),
    ...(chance === undefined ? {} : { chance: index('chance', chance) }),
  }
}

/**
 * The same from a quarter, a half and all of the base rows (of those that begin the design, which are balanced by themselves):
 * indices that still move by more than their intervals have not settled.
 */
export function sobolConvergence(
  layout: SaltelliLayout,
  outcomes: ArrayLike<number>,
  resampling: Resampling = RESAMPLING,
): SobolAnalysis[] {
  const base = baseRows(layout, outcomes)
  return [4, 2, 1]
    .map((part) => Math.floor(base / part) * rowsABase(layout))
    .map((runs) => sobolIndices(layout, Array.from(outcomes).slice(0, runs), resampling))
}

function baseRows(layout: SaltelliLayout, outcomes: ArrayLike<number>): number {
  const base = outcomes.length / rowsABase(layout)
  if (!Number.isInteger(base))
    throw new Error(`${outcomes.length} outcomes are no base rows of ${rowsABase(layout)} runs`)
  return base
}

function columnsOf(layout: SaltelliLayout, outcomes: ArrayLike<number>) {
  const width = rowsABase(layout)
  const base = baseRows(layout, outcomes)
  const whole = Array.from({ length: base }, (_, row) =>
    Array.from({ length: width }, (_, column) => outcomes[row * width + column]),
  ).filter((row) => row.every(Number.isFinite))
  const column = (number: number) => Float64Array.from(whole, (row) => row[number])
  const mixed = Array.from({ length: width - 2 }, (_, number) => column(number + 2))
  const columns: Columns = { a: column(0), b: column(1), mixed }
  return { columns, rows: whole.length, leftOut: base - whole.length }
}

function momentsOf({ a, b }: Columns): { mean: number; variance: number } {
  const rows = a.length
  let sum = 0
  for (let row = 0; row < rows; row++) sum += a[row] + b[row]
  const mean = sum / (2 * rows)
  let squares = 0
  for (let row = 0; row < rows; row++) squares += (a[row] - mean) ** 2 + (b[row] - mean) ** 2
  return { mean, variance: squares / (2 * rows) }
}

/** Rows of all resamples, one resample after the other, and mean and variance of the outcome in each; the first is the rows as they are. */
interface Resamples {
  readonly rows: Int32Array
  readonly mean: Float64Array
  readonly variance: Float64Array
}

function resamplesOf(columns: Columns, resampling: Resampling): Resamples {
  const key = bootstrapKey(resampling)
  const length = columns.a.length
  const count = resampling.resamples + 1
  const rows = new Int32Array(length * count)
  const mean = new Float64Array(count)
  const variance = new Float64Array(count)
  for (let resample = 0; resample < count; resample++) {
    const own = rows.subarray(resample * length, (resample + 1) * length)
    for (let place = 0; place < length; place++)
      own[place] = resample === 0 ? place : drawnRow(key, resample, place, length)
    const of = (column: Float64Array) => Float64Array.from(own, (row) => column[row])
    const moments = momentsOf({ a: of(columns.a), b: of(columns.b), mixed: [] })
    mean[resample] = moments.mean
    variance[resample] = moments.variance
  }
  return { rows, mean, variance }
}

function indexOf(
  group: string,
  { a, b }: Columns,
  mixed: Float64Array,
  { rows, mean, variance }: Resamples,
  { level }: Resampling,
): SobolIndex {
  const length = a.length
  const first = new Float64Array(mean.length)
  const total = new Float64Array(mean.length)
  for (let resample = 0; resample < mean.length; resample++) {
    let products = 0
    let squares = 0
    for (let place = 0; place < length; place++) {
      const row = rows[resample * length + place]
      const step = mixed[row] - a[row]
      products += (b[row] - mean[resample]) * step
      squares += step * step
    }
    // Without variance there is nothing to explain.
    const whole = variance[resample] > 0 ? variance[resample] : Number.NaN
    first[resample] = products / length / whole
    total[resample] = squares / (2 * length) / whole
  }
  const estimateOf = (values: Float64Array): IndexEstimate => {
    const replicates = values.subarray(1)
    return { ...percentileInterval(values[0], replicates, level), replicates }
  }
  const alone = estimateOf(first)
  return { group, first: alone, total: estimateOf(total), rowsToTell: rowsToTell(alone, length) }
}

/** n ((estimate - low) / estimate)^2, where the interval is estimate - c / sqrt(n). */
export function rowsToTell({ estimate, low }: Estimate, rows: number): number {
  if (low > 0) return rows
  if (Number.isNaN(estimate)) return Number.NaN
  return estimate > 0 ? Math.ceil(rows * ((estimate - low) / estimate) ** 2) : Infinity
}
