/** How a seller looks for another outlet when those that he has are shut to him. */
import { exp, log, type Values } from '../../engine/index.ts'

/** By venue: 1 where no route is open on which anybody could pay there, 0 elsewhere. */
export function shutVenues(
  c: { readonly to: Values; readonly routeOpen: Values },
  count: Readonly<Record<string, number>>,
): Uint8Array {
  const shut = new Uint8Array(count.venues).fill(1)
  for (let route = 0; route < count.routes; route++)
    if (c.routeOpen[route] > 0) shut[c.to[route]] = 0
  return shut
}

/**
 * Share of what a seller usually sells that he sold where it is shut now. Sales fade from memory alike at all his
 * outlets, so that the share of who has no other stays 1, and that of who has sold elsewhere since falls.
 */
export function lostShare(usual: Values, shut: Uint8Array, seller: number): number {
  const V = shut.length
  let [lost, all] = [0, 0]
  for (let venue = 0; venue < V; venue++) {
    lost += usual[seller * V + venue] * shut[venue]
    all += usual[seller * V + venue]
  }
  return all > 0 ? lost / all : 0
}

/**
 * The venue of the largest worth with extreme-value noise, or -1 where going on without is worth more: each
 * is taken with probability e^worth / (1 + sum of e^worth).
 * @param luck keyed numbers between 0 and 1: one a venue, the last of staying as one is
 */
export function bestVenue(
  venues: number,
  worthOf: (venue: number) => number,
  luck: (nth: number) => number,
): number {
  const noise = (nth: number) => -log(-log(luck(nth)))
  let best = -1
  let most = noise(venues)
  for (let venue = 0; venue < venues; venue++) {
    const worth = worthOf(venue)
    if (worth === -Infinity) continue
    const felt = worth + noise(venue)
    if (felt <= most) continue
    most = felt
    best = venue
  }
  return best
}

/** Chance that an attempt succeeds: `able` at mean skill, moved in odds. */
export function managesShop(able: number, logOdds: number): number {
  if (able === 1) return 1
  const odds = (able / (1 - able)) * exp(logOdds)
  return odds / (1 + odds)
}
