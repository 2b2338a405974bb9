/** Axes that show what matters: honest y domains, months as people write them. */
import { dayOfDate } from '../engine/index.ts'
import type { View } from './frame.ts'
import type { Point } from './reduce.ts'

/** From zero unless all values lie above this share of the largest. */
const ZERO_BELOW = 0.6

/** A y axis spans at least this share of the largest value, so that ripples do not look like waves. */
const LEAST_SPAN = 0.1

/** Domain of a y axis over lines and bands. */
export function yDomain(points: readonly Point[]): readonly [number, number] {
  const values = points
    .flatMap(({ median, low, high }) => [median, low ?? median, high ?? median])
    .filter(Number.isFinite)
  if (values.length === 0) return [0, 1]
  const least = Math.min(...values)
  const most = Math.max(...values)
  const largest = Math.max(Math.abs(least), Math.abs(most)) || 1
  if (least >= 0 && least < ZERO_BELOW * most) return [0, most * 1.04]
  const middle = (least + most) / 2
  const half = Math.max((most - least) * 0.54, (LEAST_SPAN * largest) / 2)
  return least >= 0 ? [Math.max(0, middle - half), middle + half] : [middle - half, middle + half]
}

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
