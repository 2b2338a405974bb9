/**
 * What two nulls say of a fact, in closed form from the baseline's shares alone. `none`: the policy does nothing. `proportional`: what was
 * bought at the venues that close is bought at all others, in proportion to their sales, and nothing else changes.
 */
import { dateOfDay, dayOfDate } from '../../engine/index.ts'
import type { At } from '../../market/index.ts'
import type { Reading } from '../targets/statistic.ts'

/** Amounts that are carried out at a venue: they move with the sales. */
const AT_VENUES = ['sales', 'units', 'orders', 'parcels', 'couriers']

/** Which venues close, and from which day on they are closed all day. */
export interface Closing {
  readonly venues: readonly string[]
  readonly closed: readonly string[]
  /** `2023-10-05`. */
  readonly since: string
}

/**
 * The baseline with proportional reallocation. With s the share of the closed venues in sales, an amount X_u of another venue
 * becomes X_u / (1 - s), its share of platform sales P_u / (1 - sum of the closed P_v), and those of the closed venues 0. Within a category
 * shares are those of the category. All other measures stay, and so do the days before the closure: of days of both kinds the mean.
 */
export function reallocated(run: Reading, closing: Closing): Reading {
  if (closing.closed.length === 0) return run
  const since = dayOfDate(closing.since)
  const after = afterClosure(run, closing)
  return {
    mean(measure, from, to, at = {}) {
      const [first, end] = [dayOfDate(from), dayOfDate(to) + 1]
      const free = Math.max(0, Math.min(since, end) - first)
      if (free === end - first) return run.mean(measure, from, to, at)
      const closed = after.mean(measure, dateOfDay(first + free), to, at)
      if (free === 0) return closed
      const before = run.mean(measure, from, dateOfDay(first + free - 1), at)
      return (free * before + (end - first - free) * closed) / (end - first)
    },
  }
}

/** The same of days on which all of them are closed. */
const afterClosure = (run: Reading, { venues, closed }: Closing): Reading => ({
  mean(measure, from, to, at = {}) {
    const base = (row: At, of = measure) => run.mean(of, from, to, row)
    const sum = (names: readonly string[], of: string, rest: At) =>
      names.reduce((all, venue) => {
        const value = base({ ...rest, venue }, of)
        return all + (Number.isNaN(value) ? 0 : value)
      }, 0)
    const { venue, ...rest } = at
    const isClosed = venue !== undefined && closed.includes(venue)
    if (measure === 'platform share' && venue !== undefined)
      return isClosed ? 0 : base(at) / (1 - sum(closed, measure, {}))
    if (!AT_VENUES.includes(measure)) return base(at)
    if (isClosed) return 0
    const { category } = rest
    const whole = category === undefined ? sum(venues, 'sales', {}) : base({ category }, 'sales')
    const within = category === undefined ? {} : { category }
    const grown = 1 / (1 - sum(closed, 'sales', within) / whole)
    if (venue !== undefined) return base(at) * grown
    // Of all venues: sales stay as they are, parcels follow the venues to which they go.
    if (measure === 'sales' || Object.keys(rest).length > 0) return base(at)
    const others = venues.filter((one) => !closed.includes(one))
    return grown * sum(others, measure, {})
  },
})

/** Of what was bought at a venue that closes, the share (0 to 1) that goes to another; nothing is saved or lost. */
export function recapturedShare(
  sales: (venue: string) => number,
  venues: readonly string[],
  closed: readonly string[],
  to: string,
): number {
  if (closed.includes(to) || !venues.includes(to)) return 0
  const known = (venue: string) => sales(venue) || 0
  const others = venues.filter((venue) => !closed.includes(venue))
  return known(to) / others.reduce((sum, venue) => sum + known(venue), 0)
}
