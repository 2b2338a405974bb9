/** Which venues a policy is about, and the days before it over which exposure to them is measured. */
import { DAYS_A_WEEK } from '../engine/index.ts'
import {
  beginsOn,
  given,
  type MarketInput,
  type Operation,
  operationsOf,
  routes,
} from '../market/index.ts'
import type { Window } from './window.ts'

/** Exposure is measured over twelve weeks, or what there is of them. */
const WEEKS = 12

/**
 * Venues whose checkout closes or opens where the two inputs differ; where there are none, venues of which
 * anything else differs, such as a fee.
 */
export function exposedVenues(baseline: MarketInput, policy: MarketInput): number[] {
  const courses = differing(baseline, policy)
  const of = (chosen: readonly Operation[]) =>
    [...new Set(chosen.map((course) => venueOf(course, policy)))]
      .filter((venue) => venue !== undefined)
      .sort((one, other) => one - other)
  const checkouts = of(courses.filter((course) => isCheckout(course, policy)))
  return checkouts.length > 0 ? checkouts : of(courses)
}

/** Venues whose checkout closes under the policy alone: a fee or an opening closes none. */
export function closedVenues(baseline: MarketInput, policy: MarketInput): number[] {
  const known = new Set(operationsOf(baseline).map((course) => JSON.stringify(course)))
  const closing = operationsOf(policy).filter(
    (course) =>
      isCheckout(course, policy) &&
      !known.has(JSON.stringify(course)) &&
      course.points.some(([, value]) => value === 0),
  )
  return [...new Set(closing.map((course) => venueOf(course, policy)))].filter(
    (venue) => venue !== undefined,
  )
}

/** The weeks before anybody knew of the policy; where both scenarios begin with one, before that one. */
export function beforePolicy(
  baseline: MarketInput,
  policy: MarketInput,
  fork: number,
): Window | undefined {
  const exposed = new Set(exposedVenues(baseline, policy))
  const own = [baseline, policy].flatMap((input) =>
    operationsOf({ ...input, courses: [] }).filter((course) => {
      const venue = venueOf(course, input)
      return venue !== undefined && exposed.has(venue)
    }),
  )
  const first = Math.min(fork, ...own.map(({ points }) => points[0]?.[0] ?? fork))
  const to = Math.max(0, Math.floor(first))
  const from = Math.max(0, to - DAYS_A_WEEK * WEEKS)
  return from < to ? { name: BEFORE, from, to } : undefined
}

/** The first day on which a policy is in force all day; the day from which worlds may differ where it names none. */
export function inForceOn({ policies }: MarketInput, fork: number): number {
  const begins = policies.map(beginsOn).filter((day) => day !== undefined)
  return Math.max(fork, begins.length === 0 ? fork : Math.ceil(Math.min(...begins)))
}

/** What the window before a policy is called. */
export const BEFORE = 'before the policy'

/** Courses that only one of the inputs has. */
function differing(baseline: MarketInput, policy: MarketInput): Operation[] {
  const text = (course: Operation) => JSON.stringify(course)
  const [before, after] = [operationsOf(baseline), operationsOf(policy)]
  const [known, kept] = [before, after].map((courses) => new Set(courses.map(text)))
  return [
    ...after.filter((course) => !known.has(text(course))),
    ...before.filter((course) => !kept.has(text(course))),
  ]
}

/** The venue that a course is about: its own row, or where its route leads. */
function venueOf({ table, row }: Operation, input: MarketInput): number | undefined {
  if (table === 'venues') return row
  return table === 'routes' ? given(input, routes, row, 'to') : undefined
}

const isCheckout = ({ table, row, field }: Operation, input: MarketInput) =>
  table === 'routes' &&
  field === 'open' &&
  given(input, routes, row, 'from') === given(input, routes, row, 'to')
