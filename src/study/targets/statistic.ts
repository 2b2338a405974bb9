/** Statistics of one run, as a file writes them. */
import { type At, DIMENSIONS, type Dimension } from '../../market/index.ts'

/** Means of a cell over dates, both included, for one run. */
export interface Reading {
  mean(measure: string, from: string, to: string, at?: At): number
}

/** Days by their dates, both included. */
export interface Stretch {
  readonly from: string
  readonly to: string
}

/** A mean over days: of several stretches their mean, of several rows their sum. */
export interface Average {
  readonly measure: string
  /** Rows by dimension, added up; a dimension that is left out is not broken down. */
  readonly rows: Partial<Readonly<Record<Dimension, readonly string[]>>>
  readonly stretches: readonly Stretch[]
}

/** times x (mean / over - less); without `over` it is over 1. */
export interface Statistic extends Average {
  readonly over?: Average
  readonly less: number
  readonly times: number
}

/** The mean of one cell over one stretch of days: what a run must keep so that a statistic can be told. */
export interface Part extends Stretch {
  readonly measure: string
  readonly at: At
}

/** Every choice of one row a dimension. */
function placesOf({ rows }: Average): At[] {
  const chosen = DIMENSIONS.flatMap((dimension) => {
    const names = rows[dimension]
    return names === undefined ? [] : [{ dimension, names }]
  })
  return chosen.reduce<At[]>(
    (places, { dimension, names }) =>
      places.flatMap((at) => names.map((name) => ({ ...at, [dimension]: name }))),
    [{}],
  )
}

const partsIn = (average: Average): Part[] =>
  average.stretches.flatMap((stretch) =>
    placesOf(average).map((at) => ({ measure: average.measure, at, ...stretch })),
  )

/** All that a statistic is made of. */
export const partsOf = (statistic: Statistic): Part[] => [
  ...partsIn(statistic),
  ...(statistic.over === undefined ? [] : partsIn(statistic.over)),
]

/** What a part is called; equal parts are called alike. */
export const partName = ({ measure, at, from, to }: Part): string =>
  [
    measure,
    ...DIMENSIONS.flatMap((dimension) => at[dimension] ?? []),
    from === to ? from : `${from} to ${to}`,
  ].join(', ')

/** The statistic of a run; NaN where it has no value. */
export function statisticIn(statistic: Statistic, run: Reading): number {
  const { over, less, times } = statistic
  const below = over === undefined ? 1 : averageIn(over, run)
  return times * (averageIn(statistic, run) / below - less)
}

function averageIn(average: Average, run: Reading): number {
  const places = placesOf(average)
  const means = average.stretches.map(({ from, to }) => {
    const values = places.map((at) => run.mean(average.measure, from, to, at))
    // Of several rows one that a scenario does not have adds nothing.
    const known = values.filter((value) => !Number.isNaN(value))
    return known.length === 0 ? Number.NaN : known.reduce((sum, value) => sum + value, 0)
  })
  return means.reduce((sum, value) => sum + value, 0) / means.length
}
