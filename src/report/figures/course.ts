/** What a study says week by week: the effects of a policy, or the levels of a scenario, by the same rules as its tables. */
import { dateOfDay, dayOfDate } from '../../engine/index.ts'
import { type Cell, DIMENSIONS, type Measure, measures } from '../../market/index.ts'
import { effects, levels, narrowed, type RunResult } from '../../study/index.ts'
import type { Event, Language } from '../input.ts'
import { periodOf } from '../reduce.ts'

/** One group of one measure in one period. */
export interface CourseRow {
  readonly measure: string
  readonly group: string
  readonly unit: string
  /** The mean paired difference, or the mean level, with its 95 % interval over runs; NaN where there is none. */
  readonly mean: number
  readonly low: number
  readonly high: number
}

export interface Course {
  /** Date of day 0. */
  readonly start: string
  /** Days that one point stands for. */
  readonly period: number
  /** Days since the start, from the first to the last that is drawn. */
  readonly span: readonly [number, number]
  /** The main window, `from <= day < to`. */
  readonly window: readonly [number, number] | undefined
  readonly runs: number
  readonly points: readonly { readonly day: number; readonly rows: readonly CourseRow[] }[]
  /** Each pair of runs, or each run, by itself; empty where there are many. */
  readonly single: readonly (readonly {
    readonly day: number
    readonly rows: readonly CourseRow[]
  }[])[]
  readonly events: Readonly<Record<Language, readonly Event[]>>
}

/** Runs up to which each is drawn by itself: a band of few numbers hides that they are few. */
const FEW_RUNS = 8

const few = (runs: readonly RunResult[]) => (runs.length > 1 && runs.length <= FEW_RUNS ? runs : [])

/** Periods that are drawn before the worlds part, in which nothing differs. */
const BEFORE = 6

const SIZES: readonly string[] = Object.values(measures.sizes).map(({ name }) => name)

/** The cells of measures in the whole market and by the one dimension by which each is told over time. */
function only(runs: readonly RunResult[], told: About['told']): RunResult[] {
  const keeps = (cell: Cell): boolean =>
    SIZES.includes(cell.measure) ||
    told.some(
      ({ name, overTime }) =>
        name === cell.measure &&
        DIMENSIONS.every((one) => one === overTime?.by || cell[one] === 'all'),
    )
  return runs.map((run) => narrowed(run, keeps))
}

interface About {
  /** Measures to be told. */
  readonly told: readonly Pick<Measure, 'name' | 'overTime'>[]
  /** First and last date of the main window. */
  readonly window?: { readonly from: string; readonly to: string } | undefined
  readonly events?: Course['events']
  /** Whether each pair, or each run, is told by itself too where they are few. */
  readonly apart?: boolean
}

/** Whole periods from a day on; a cut-short last one is left out, for its mean lacks a weekend. */
function periods(days: number, period: number, from: number): { from: number; to: number }[] {
  const first = Math.max(0, Math.floor(from / period) * period)
  const count = Math.floor((days - first) / period)
  return Array.from({ length: count }, (_, nth) => ({
    from: first + nth * period,
    to: first + (nth + 1) * period,
  }))
}

function courseOf(
  runs: readonly RunResult[],
  { window, events = { en: [], id: [] } }: About,
  from: number,
  rowsIn: (days: { name: string; from: number; to: number }) => CourseRow[],
  single: readonly ((days: { name: string; from: number; to: number }) => CourseRow[])[],
): Course | undefined {
  if (runs.length === 0) return undefined
  const days = Math.min(...runs.map((run) => run.days))
  const period = periodOf(runs)
  const all = periods(days, period, from)
  if (all.length < 2) return undefined
  const { start } = runs[0]
  const zero = dayOfDate(start)
  const told = (rows: typeof rowsIn) =>
    all.map((one) => ({
      day: one.from + Math.floor(period / 2),
      rows: rows({ name: '', ...one }),
    }))
  return {
    start,
    period,
    span: [all[0].from, all[all.length - 1].to],
    window: window && [dayOfDate(window.from) - zero, dayOfDate(window.to) - zero + 1],
    runs: runs.length,
    points: told(rowsIn),
    single: single.map(told),
    events,
  }
}

const rowsOf = (found: ReturnType<typeof effects>): CourseRow[] =>
  found.map(({ measure, group, unit, difference, low, high }) => ({
    ...{ measure, group, unit },
    ...{ mean: difference, low, high },
  }))

/**
 * The paired differences of a policy, from a little before its first event.
 * @param fork the first date on which the worlds may differ
 */
export function differencesOver(
  baseline: readonly RunResult[],
  policy: readonly RunResult[],
  about: About,
  fork: string,
): Course | undefined {
  const paired = policy.filter(({ run }) => baseline.some((one) => one.run === run))
  if (paired.length === 0) return undefined
  const [before, after] = [only(baseline, about.told), only(paired, about.told)]
  const parted = fork === '' ? 0 : dayOfDate(fork) - dayOfDate(paired[0].start)
  const single = about.apart ? few(after) : []
  return courseOf(
    paired,
    about,
    parted - BEFORE * periodOf(paired),
    (days) => rowsOf(effects(before, after, days)),
    single.map((run) => (days) => rowsOf(effects(before, [run], days))),
  )
}

/** The levels of a scenario alone, from its first day: how it finds its feet is a part of the run. */
export function levelsOver(runs: readonly RunResult[], about: About): Course | undefined {
  const own = only(runs, about.told)
  const single = about.apart ? few(own) : []
  return courseOf(
    runs,
    about,
    0,
    (days) => levels(own, days),
    single.map((run) => (days) => levels([run], days)),
  )
}

/** The points of one row: its days with a value. */
export const curveOf = (
  points: Course['points'],
  { measure, group }: Pick<CourseRow, 'measure' | 'group'>,
): (CourseRow & { readonly day: number })[] =>
  points.flatMap(({ day, rows }) => {
    const row = rows.find((one) => one.measure === measure && one.group === group)
    return row === undefined || !Number.isFinite(row.mean) ? [] : [{ day, ...row }]
  })

export const dateIn = ({ start }: Pick<Course, 'start'>, day: number): string =>
  dateOfDay(dayOfDate(start) + day)
