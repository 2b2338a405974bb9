/** From days and runs to a few points: means over weeks, then the median and a band over runs. */
import { mean, quantileSorted } from 'simple-statistics'
import { DAYS_A_WEEK, dateOfDay, dayOfDate } from '../engine/index.ts'
import { meanOf, type RunResult } from '../study/index.ts'

export interface Point {
  /** Middle of the period, written 2023-10-04. */
  readonly date: string
  readonly median: number
  /** 5 and 95 % quantile over runs; absent with few runs, of which they would be single ones. */
  readonly low?: number
  readonly high?: number
  /** Each run by itself, in their order, where there are few. */
  readonly runs?: readonly number[]
}

const BAND = [0.05, 0.95] as const

/** Up to so many runs each is drawn by itself: a band of few numbers hides that they are few. */
const FEW_RUNS = 5

export const areFew = (runs: number): boolean => runs > 1 && runs <= FEW_RUNS

/** Shorter runs than this are drawn by the day. */
const WEEKLY_FROM = 8 * DAYS_A_WEEK

/** The first half year of a long run finds its feet and is not drawn. */
const BURN_IN = 26 * DAYS_A_WEEK
export const burnInOf = (days: number): number => (days >= 2 * BURN_IN ? BURN_IN : 0)

/** Days that one point stands for. */
export const periodOf = (runs: readonly RunResult[]): number =>
  daysOf(runs) >= WEEKLY_FROM ? DAYS_A_WEEK : 1

export const daysOf = (runs: readonly RunResult[]): number =>
  runs.length ? Math.min(...runs.map(({ days }) => days)) : 0

/** One point a whole period; a cut-short last week is left out, for its mean lacks a weekend. */
export function pointsOf(
  runs: readonly RunResult[],
  cellOf: (run: RunResult) => number,
  period = periodOf(runs),
): Point[] {
  const present = runs.filter((run) => cellOf(run) >= 0)
  if (!present.length) return []
  const start = dayOfDate(present[0].start)
  const points: Point[] = []
  for (let from = burnInOf(daysOf(present)); from + period <= daysOf(present); from += period) {
    const values = present.map((run) => meanOf(run, cellOf(run), { from, to: from + period }))
    const sample = values.filter(Number.isFinite).sort((a, b) => a - b)
    if (!sample.length) continue
    const date = dateOfDay(start + from + Math.floor(period / 2))
    const median = quantileSorted(sample, 0.5)
    if (areFew(present.length)) {
      points.push({ date, median, runs: values })
      continue
    }
    const [low, high] = BAND.map((level) => quantileSorted(sample, level))
    points.push(sample.length > 1 ? { date, median, low, high } : { date, median })
  }
  return points
}

/** Mean of the medians: how large a series is. */
export const sizeOf = (points: readonly Point[]): number =>
  points.length ? mean(points.map(({ median }) => median)) : 0
