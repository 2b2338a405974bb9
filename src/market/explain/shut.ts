/** Venues at which nobody can buy, where shops of sellers may still stand. */
import { viewsOf, type World } from '../../engine/index.ts'
import { valueOn } from '../in-force.ts'
import { given, type MarketInput } from '../input.ts'
import { movedValues } from '../market.ts'
import { shutVenues } from '../rules/firms/searching.ts'
import { routes } from '../tables/index.ts'
import type { What } from './decision.ts'

/** By venue: 1 where nobody can pay today. */
export const shutIn = (world: World): Uint8Array =>
  shutVenues(viewsOf(world, { to: routes.to, routeOpen: routes.open }), world.counts)

/** A venue that is shut today. */
export const shutVenue = (input: MarketInput, row: number, day: number): What => ({
  ...{ is: 'shut', row },
  since: sinceWhen(input, row, day),
})

/** The day on which it was shut, since the start; 0 where it never was open. */
function sinceWhen(input: MarketInput, venue: number, day: number): number {
  const dated = movedValues(input).filter(
    ({ table, field }) => table === routes.name && field === 'open',
  )
  const ways = input.tables.routes
    .map((_, route) => route)
    .filter((route) => given(input, routes, route, 'to') === venue)
    .map((route) => dated.find(({ row }) => row === route) ?? given(input, routes, route, 'open'))
  /** The largest part of a day that a way to it is open. */
  const openOn = (on: number): number =>
    Math.max(...ways.map((way) => (typeof way === 'number' ? way : valueOn(way, on))))
  let since = day
  while (since > 0 && openOn(since - 1) === 0) since--
  // Who is shut at some hour of a day is open for a part of it.
  return since > 1 && openOn(since - 1) < openOn(since - 2) ? since - 1 : since
}
