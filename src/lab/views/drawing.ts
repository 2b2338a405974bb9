/** What small charts draw: means of weeks of both worlds, in the unit in which they read best. */
import {
  DAYS_A_WEEK,
  DAYS_OF_WHOLE_WEEKS,
  dateOfDay,
  dayOfDate,
  SECONDS_A_DAY,
} from '../../engine/index.ts'
import {
  given,
  MEASURES,
  type Measure,
  measureCalled,
  venues as venueTable,
} from '../../market/index.ts'
import { displayUnit, eventsOf, type Language } from '../../report/index.ts'
import { exposedVenues, type Interval } from '../../study/index.ts'
import type { Pair } from '../state/pair.ts'
import { cellOf, meanOver, type Series, weekly } from '../state/series.ts'
import type { Shown } from '../state/theatre.ts'

export interface Mark {
  readonly seconds: number
  /** Empty where there is no room for one. */
  readonly label: string
}

type Line = readonly (number | null)[]

export interface Drawn {
  /** Middle of each week, in seconds since 1970. */
  readonly seconds: readonly number[]
  /** Without and with the policy; or the difference alone. */
  readonly lines: readonly Line[]
  /** Low and high of a difference. */
  readonly band?: readonly [Line, Line]
  readonly span: readonly [number, number]
  readonly marks: readonly Mark[]
  readonly unit: string
}

/** Days drawn before and after the worlds part; until then all that has come in. */
const BEFORE = 26 * DAYS_A_WEEK
const AFTER = DAYS_OF_WHOLE_WEEKS

export interface Place {
  readonly measure: string
  readonly venue?: string
}

const placeIn = (series: Pick<Series, 'cells'>, { measure, venue }: Place): number =>
  cellOf(series, measure, venue === undefined ? {} : { venue })

function axisOf({ pair, days, fork, baseline }: Shown, language?: Language) {
  const zero = dayOfDate(pair.policy.input.start)
  const weeks = Math.floor(days / DAYS_A_WEEK)
  const at = (day: number) => (zero + day) * SECONDS_A_DAY
  const haveParted = baseline !== undefined && baseline.end > fork
  const first = haveParted ? Math.max(0, fork - BEFORE) : 0
  const span: [number, number] = [at(first), at(Math.min(days, fork + AFTER))]
  const seconds = Array.from({ length: weeks }, (_, week) =>
    at(week * DAYS_A_WEEK + DAYS_A_WEEK / 2),
  )
  return { weeks, span, seconds, marks: marksOf(pair, language) }
}

/**
 * Days on which policies are announced and begin; of dated changes alone the first day that differs.
 * @param language of their names; without one they have none
 */
function marksOf({ policy, fork }: Pair, language?: Language): Mark[] {
  const events = eventsOf(policy, language ?? 'en')
  if (events.length === 0)
    return [{ seconds: (dayOfDate(policy.input.start) + fork) * SECONDS_A_DAY, label: '' }]
  return events.map(({ date, label }) => ({
    seconds: dayOfDate(date) * SECONDS_A_DAY,
    label: language === undefined || events.length > 2 ? '' : label,
  }))
}

const scaled = (line: Line, factor: number): Line =>
  line.map((value) => (value === null ? null : value * factor))

const largestOf = (...lines: readonly Line[]): number =>
  Math.max(...lines.flatMap((line) => line.map((value) => Math.abs(value ?? 0))))

/** Both worlds, the baseline alone until they may differ. */
export function levels(now: Shown, place: Place, language: Language): Drawn {
  const axis = axisOf(now)
  const none: Line = axis.seconds.map(() => null)
  const { baseline, policy } = now
  const before = baseline ? weekly(baseline, placeIn(baseline, place), axis.weeks) : none
  const after = policy ? weekly(policy, placeIn(policy, place), axis.weeks) : none
  const unit = displayUnit(unitOf(place), largestOf(before, after), language)
  return {
    ...axis,
    lines: [scaled(before, unit.factor), scaled(after, unit.factor)],
    unit: unit.name,
  }
}

/** More pairs of worlds than the one that is shown, with the interval of a mean over them. */
export interface Sharp {
  readonly pairs: readonly (readonly [Series, Series])[]
  readonly interval: (values: readonly number[]) => Interval
  /** Of values without and with the policy, a pair of worlds each: the change in percent, as the answer has it. */
  readonly change: (values: readonly (readonly [number, number])[]) => Interval
}

/** The paired difference of the worlds that are shown; or its mean over more pairs, with its interval. */
export function difference(now: Shown, place: Place, language: Language, sharp?: Sharp): Drawn {
  const axis = axisOf(now, language)
  const none: Line = axis.seconds.map(() => null)
  const own: readonly (readonly [Series, Series])[] =
    now.baseline && now.policy ? [[now.baseline, now.policy]] : []
  const isSharp = sharp !== undefined && sharp.pairs.length > 1
  const lines = (isSharp ? sharp.pairs : own).map(([before, after]) => {
    const without = weekly(before, placeIn(before, place), axis.weeks)
    const under = weekly(after, placeIn(after, place), axis.weeks)
    return without.map((value, week) =>
      value === null || under[week] === null ? null : under[week] - value,
    )
  })
  const intervals = axis.seconds.map((_, week) => {
    const values = lines.map((line) => line[week]).filter((value) => value !== null)
    if (values.length === 0) return undefined
    return isSharp ? sharp.interval(values) : { mean: values[0], low: Number.NaN, high: Number.NaN }
  })
  const told = (of: 'mean' | 'low' | 'high'): Line =>
    intervals.map((one) => (one !== undefined && Number.isFinite(one[of]) ? one[of] : null))
  const mean = lines.length === 0 ? none : told('mean')
  const unit = displayUnit(unitOf(place), largestOf(mean), language)
  const band: [Line, Line] = [told('low'), told('high')]
  return {
    ...axis,
    lines: [scaled(mean, unit.factor)],
    ...(isSharp
      ? { band: [scaled(band[0], unit.factor), scaled(band[1], unit.factor)] as const }
      : {}),
    unit: unit.name,
  }
}

export const measureOf = (name: string): Measure => measureCalled(name)!

const unitOf = ({ measure }: Place): string => measureOf(measure).unit

/** Measures of the whole market whose difference can be shown: those that the answer tells, in its order. */
export const CHOICES: readonly string[] = [...MEASURES]
  .filter(({ headline }) => headline?.by.includes('all') && headline.alone !== true)
  .sort((one, other) => one.headline!.place - other.headline!.place)
  .map(({ name }) => name)

/**
 * Venues that are drawn: those that the policy is about, their two nearest substitutes (of one nest) that sell most, and
 * then whoever sells most.
 */
export function venuesOf({ pair, baseline }: Shown, most: number): string[] {
  const { venues } = pair.policy.input.tables
  const about = exposedVenues(pair.baseline.input, pair.policy.input).map((at) => venues[at].name)
  const known = baseline !== undefined && baseline.end - baseline.start >= 2 * DAYS_A_WEEK
  const sold = (venue: string) =>
    known
      ? meanOver(
          baseline,
          placeIn(baseline, { measure: 'sales', venue }),
          baseline.start,
          2 * DAYS_A_WEEK,
        )
      : 0
  const names = venues.map(({ name }) => name)
  const bySales = [...names].sort((one, other) => sold(other) - sold(one))
  const own = about.length <= most ? about : bySales.filter((one) => about.includes(one))
  const nestOf = (name: string) => given(pair.policy.input, venueTable, names.indexOf(name), 'nest')
  const near = bySales
    .filter((name) => !own.includes(name) && own.some((one) => nestOf(one) === nestOf(name)))
    .slice(0, 2)
  return [...new Set([...own, ...near, ...bySales])].slice(0, most)
}

/** The date of a day of the run. */
export const dateIn = ({ policy }: Pair, day: number): string =>
  dateOfDay(dayOfDate(policy.input.start) + day)
