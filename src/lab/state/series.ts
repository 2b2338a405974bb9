/** The measures of a world, day by day, as they come in; and the means of weeks that are drawn of them. */
import { DAYS_A_WEEK, mondayOf } from '../../engine/index.ts'
import type { Cell } from '../../market/index.ts'

export interface Series {
  readonly cells: readonly Cell[]
  /** The first day that it has. */
  readonly start: number
  /** The first day that has not come in yet. */
  end: number
  /** `values[(day - start) * cells.length + cell]`. */
  readonly values: Float64Array
}

export const emptySeries = (cells: readonly Cell[], start: number, end: number): Series => ({
  cells,
  start,
  end: start,
  values: new Float64Array((end - start) * cells.length),
})

/** A series of a world that parts from another one on a day: the week of that day is whole. */
export function branchedSeries(
  before: Series | undefined,
  cells: readonly Cell[],
  day: number,
  end: number,
): Series {
  const series = emptySeries(cells, before === undefined ? day : mondayOf(day), end)
  const [from, to] = [series.start, day].map((at) => (at - (before?.start ?? 0)) * cells.length)
  if (before !== undefined) take(series, series.start, before.values.subarray(from, to))
  return series
}

/** Takes days in; what has no room is no day of this world. */
export function take(series: Series, from: number, values: Float64Array): void {
  const width = series.cells.length
  series.values.set(values, (from - series.start) * width)
  series.end = from + values.length / width
}

/** The mean of a cell over days, as reports take it: days of a ratio weigh by what it is a share of. */
export function meanOver(
  { cells, start, values }: Series,
  cell: number,
  from: number,
  to: number,
): number {
  const width = cells.length
  const { weight } = cells[cell]
  let [sum, weights] = [0, 0]
  for (let day = from; day < to; day++) {
    const at = (day - start) * width
    const value = values[at + cell]
    if (!Number.isFinite(value)) continue
    const weighs = weight === undefined ? 1 : values[at + weight]
    sum += value * weighs
    weights += weighs
  }
  return sum / weights
}

/** Means of whole weeks, by the number of the week since the first day of the run; null where there is none (yet). */
export function weekly(series: Series, cell: number, weeks: number): (number | null)[] {
  return Array.from({ length: weeks }, (_, week) => {
    const [from, to] = [week * DAYS_A_WEEK, (week + 1) * DAYS_A_WEEK]
    if (from < series.start || to > series.end) return null
    const mean = meanOver(series, cell, from, to)
    return Number.isFinite(mean) ? mean : null
  })
}

/** Place of a cell of a measure, by the row of one dimension or of the whole; -1 where it is not recorded. */
export const cellOf = (
  { cells }: Pick<Series, 'cells'>,
  measure: string,
  at: Partial<Pick<Cell, 'venue' | 'kind'>> = {},
): number =>
  cells.findIndex(
    (cell) =>
      cell.measure === measure &&
      !cell.auxiliary &&
      cell.venue === (at.venue ?? 'all') &&
      cell.kind === (at.kind ?? 'all') &&
      [cell.category, cell.region, cell.origin].every((row) => row === 'all'),
  )
