/** The points of a panel in the unit in which they read best. */
import type { Language } from './input.ts'
import type { Point } from './reduce.ts'
import type { Panel } from './series.ts'
import { displayUnit } from './units.ts'

/** Five digits are finer than a pixel and keep the spec small. */
const rounded = (value: number) => Number(value.toPrecision(5))

export function axisUnits({ series, unit, daily }: Panel, language: Language) {
  const medians = series.flatMap(({ points }) => points.map(({ median }) => Math.abs(median)))
  const { factor, name } = displayUnit(unit, Math.max(0, ...medians), language, daily)
  const scaled = ({ date, median, low, high, runs }: Point): Point => ({
    date,
    median: rounded(median * factor),
    ...(low === undefined || high === undefined
      ? {}
      : { low: rounded(low * factor), high: rounded(high * factor) }),
    ...(runs === undefined ? {} : { runs: runs.map((value) => rounded(value * factor)) }),
  })
  const values = series.flatMap(({ arm, points }) =>
    points.map((point) => ({ arm, ...scaled(point) })),
  )
  return { values, points: values as readonly Point[], unit: name }
}
