/** Effects as rows: in percent of the baseline, in percentage points, or in the unit of the measure. */
import type { Effect } from '../study/index.ts'
import { decimalsFor, formatPercent, signed } from './format.ts'
import type { Language } from './input.ts'
import type { IntervalRow } from './interval-rows.ts'

const rounded = (value: number) => Number(value.toPrecision(5))

/** A row in `factor` units of the effect; undefined where there is no number. */
export function rowOf(
  effect: Effect,
  label: string,
  factor: number,
  print: (value: number) => string,
): IntervalRow | undefined {
  const [value, low, high] = [effect.difference, effect.low, effect.high].map((one) => one * factor)
  if (!Number.isFinite(value)) return undefined
  if (!Number.isFinite(low) || !Number.isFinite(high))
    return { label, value: rounded(value), text: print(value) }
  return {
    label,
    value: rounded(value),
    low: rounded(low),
    high: rounded(high),
    text: `${print(value)}  (${print(low)} … ${print(high)})`,
  }
}

/** In percent of the mean baseline, as the tables have it; a baseline of nothing has no percent. */
export function percentRow(effect: Effect, label: string, language: Language) {
  return rowOf(effect, label, 100 / Math.abs(effect.baseline), (value) =>
    formatPercent(value, language),
  )
}

/** Shares change by percentage points. */
export const pointsRow = (effect: Effect, label: string, language: Language, points: string) =>
  rowOf(
    effect,
    label,
    100,
    (value) => `${signed(value, decimalsFor(value, 2), language)} ${points}`,
  )

/** In a unit shared by all rows, with the same decimals. */
export function unitRow(
  effect: Effect,
  label: string,
  factor: number,
  decimals: number,
  language: Language,
) {
  return rowOf(effect, label, factor, (value) => signed(value, decimals, language))
}

/** From the largest rise to the largest fall. */
export const sortedRows = (rows: readonly (IntervalRow | undefined)[]): IntervalRow[] =>
  rows.filter((row) => row !== undefined).sort((a, b) => b.value - a.value)
