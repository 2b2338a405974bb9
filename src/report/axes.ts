/** Axes that show what matters: honest y domains, months as people write them. */
import { dayOfDate } from '../engine/index.ts'
import { wrapped } from './flags.ts'
import type { View } from './frame.ts'
import type { Point } from './reduce.ts'

/** From zero unless all values lie above this share of the largest. */
const ZERO_BELOW = 0.6

/** A y axis spans at least this share of the largest value, so that ripples do not look like waves. */
const LEAST_SPAN = 0.1

const valuesOf = (points: readonly Point[]): number[] =>
  points
    .flatMap(({ median, low, high, runs = [] }) => [median, low ?? median, high ?? median, ...runs])
    .filter(Number.isFinite)

/** Whether a panel of these points has to begin at nought; one that does makes all panels of a chart do so. */
export function beginsAtZero(points: readonly Point[]): boolean {
  const values = valuesOf(points)
  const least = Math.min(...values)
  return least >= 0 && least < ZERO_BELOW * Math.max(...values)
}

/** Domain of a y axis over lines and bands. */
export function yDomain(points: readonly Point[], fromZero: boolean): readonly [number, number] {
  const values = valuesOf(points)
  if (values.length === 0) return [0, 1]
  const least = Math.min(...values)
  const most = Math.max(...values)
  const largest = Math.max(Math.abs(least), Math.abs(most)) || 1
  if (least >= 0 && fromZero) return [0, most * 1.04]
  const middle = (least + most) / 2
  const half = Math.max((most - least) * 0.54, (LEAST_SPAN * largest) / 2)
  return least >= 0 ? [Math.max(0, middle - half), middle + half] : [middle - half, middle + half]
}

/** Letters of a title beside a panel, which stands on its side: a longer one would push the panel down. */
const TITLE = 14

/** A title of a y axis, in lines that are no longer than a panel is high. */
export const axisTitle = (text: string): string | string[] =>
  text.length <= TITLE ? text : wrapped(text, TITLE)

const MONTH = "utcFormat(datum.value, '%b')"
const YEAR = "utcFormat(datum.value, '%Y')"

/** Days below which ticks carry the day of the month. */
const DAYS_SHOWN_BELOW = 120

/** Dates without time zones; a year is written once, under its first month. */
export function dateAxis(domain: readonly [string, string], width: number): View {
  const short = dayOfDate(domain[1]) - dayOfDate(domain[0]) < DAYS_SHOWN_BELOW
  const labelExpr = short
    ? "utcFormat(datum.value, '%-d %b')"
    : `datum.index == 0 || utcmonth(datum.value) == 0 ? [${MONTH}, ${YEAR}] : ${MONTH}`
  return {
    field: 'date',
    type: 'temporal',
    scale: { type: 'utc', domain: [...domain], nice: false },
    axis: {
      title: null,
      grid: false,
      tickCount: width > 600 ? 14 : 8,
      labelExpr,
      labelFlush: true,
      labelOverlap: true,
    },
  }
}
