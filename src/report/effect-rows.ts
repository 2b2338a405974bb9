/** Effects as rows: in percent of the baseline, in percentage points, or in the unit of the measure. */
import { type Effect, type Interval, isFew, unchanged } from '../study/index.ts'
import { withAgents } from './few.ts'
import { decimalsFor, formatPercent, signed } from './format.ts'
import { inPercent } from './format-effect.ts'
import type { Language, PolicyRuns, ReportInput } from './input.ts'
import type { IntervalRow } from './interval-rows.ts'
import { capital, windowName } from './name-words.ts'
import { pageWords } from './page-words.ts'
import { words } from './words.ts'

const rounded = (value: number) => Number(value.toPrecision(5))

/** A row in `factor` units of the effect; undefined where there is no number. */
export function rowOf(
  effect: Effect,
  label: string,
  factor: number,
  language: Language,
  print: (value: number) => string,
): IntervalRow | undefined {
  const [value, low, high] = [effect.difference, effect.low, effect.high].map((one) => one * factor)
  if (!Number.isFinite(value)) return undefined
  const text = unchanged(effect) ? pageWords[language].unchanged : print(value)
  const row = { label: withAgents(label, effect, language), value: rounded(value) }
  if (isFew(effect))
    return { ...row, few: true, text: `${print(value)}  ${pageWords[language].few}` }
  if (!Number.isFinite(low) || !Number.isFinite(high)) return { ...row, text }
  return {
    ...row,
    low: rounded(low),
    high: rounded(high),
    text: unchanged(effect) ? text : `${text}  (${print(low)} … ${print(high)})`,
  }
}

/**
 * The interval of a difference between what is never below nought. What ends altogether falls by 100 % in every run,
 * whatever the levels of the runs, and nothing falls by more.
 */
function bounded<E extends Pick<Effect, 'baseline' | 'policy' | 'low'>>(effect: E): E {
  const { baseline, policy, low } = effect
  const least = policy >= 0 ? -baseline : Number.NEGATIVE_INFINITY
  return { ...effect, low: policy === 0 ? Number.NaN : Math.max(low, least) }
}

/** In percent of the mean baseline, where the tables have it too. */
export function percentRow(effect: Effect, label: string, language: Language) {
  if (inPercent(effect) === undefined) return undefined
  const { baseline } = effect
  const width = (100 * (effect.high - effect.low)) / Math.abs(baseline)
  return rowOf(bounded(effect), label, 100 / baseline, language, (value) =>
    formatPercent(value, language, width),
  )
}

/** The numbers of such a row: a paired difference over the mean baseline, in percent, with its interval. */
export function percentOf(
  effect: Pick<Effect, 'baseline' | 'policy' | 'difference' | 'low' | 'high'>,
): Interval {
  const { difference, low, high } = bounded(effect)
  const [mean, ...ends] = [difference, low, high].map((one) => (100 * one) / effect.baseline)
  return { mean, low: ends[0], high: ends[1] }
}

/** Shares change by percentage points. */
export const pointsRow = (effect: Effect, label: string, language: Language, points: string) =>
  rowOf(
    effect,
    label,
    100,
    language,
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
  return rowOf(effect, label, factor, language, (value) => signed(value, decimals, language))
}

/** From the largest rise to the largest fall. */
export const sortedRows = (rows: readonly (IntervalRow | undefined)[]): IntervalRow[] =>
  rows.filter((row) => row !== undefined).sort((a, b) => b.value - a.value)

/** Of which window effects are means, and over how many runs. */
export function meansOf(
  effects: readonly Effect[],
  { window }: PolicyRuns,
  { language }: ReportInput,
): string {
  const told = words[language].interval(Math.max(...effects.map(({ runs }) => runs)))
  if (window === undefined) return told
  return `${capital(windowName(window, language))}: ${told.slice(0, 1).toLowerCase()}${told.slice(1)}`
}
