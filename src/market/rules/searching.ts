/** How a seller looks for another outlet when those that he has are shut to him. */
import { quickselect } from 'simple-statistics'
import { exp, log, type Values } from '../../engine/index.ts'

/**
 * What a firm without a shop there expects to earn at each venue: the median of peers there, drawn towards that of all peers
 * where few stand behind it,
 *   (n m_v + k m) / (n + k)
 * so that it is that of all where nobody sells.
 * @param profits of the shops of peers, by venue
 * @param few k, in shops of the sample
 */
export function expectedProfits(profits: readonly Float64Array[], few: number): number[] {
  const all = new Float64Array(profits.reduce((sum, { length }) => sum + length, 0))
  let filled = 0
  for (const one of profits) {
    all.set(one, filled)
    filled += one.length
  }
  const usual = medianOf(all)
  return profits.map((one) => {
    const behind = one.length + few
    return behind > 0 ? (one.length * medianOf(one) + few * usual) / behind : usual
  })
}

/** Changes the order of its argument; 0 of nobody. */
export function medianOf(values: Float64Array): number {
  if (values.length === 0) return 0
  const middle = values.length >> 1
  quickselect(values as unknown as number[], middle)
  if (values.length % 2) return values[middle]
  let below = -Infinity
  for (let at = 0; at < middle; at++) below = Math.max(below, values[at])
  return (below + values[middle]) / 2
}

/**
 * Share of searching sellers who hear of each venue: a peer's shop in so many is there, but for those who look at all venues
 * alike. Nobody hears of one that is shut.
 * @param firms peers with a shop, by venue from `first` on
 * @param alike share of those who look at all alike
 */
export function heardOf(firms: Values, first: number, shut: Uint8Array, alike: number): number[] {
  let [open, all] = [0, 0]
  for (let venue = 0; venue < shut.length; venue++) {
    if (shut[venue]) continue
    open++
    all += firms[first + venue]
  }
  return Array.from(shut, (isShut, venue) =>
    isShut ? 0 : alike / open + (all > 0 ? ((1 - alike) * firms[first + venue]) / all : 0),
  )
}

/** Log odds of a gain that a searching seller expects, against going on without; nobody opens where nothing is gained. */
export const gainWorth = (
  gain: number,
  { profitScale, searchNoise }: Readonly<Record<'profitScale' | 'searchNoise', number>>,
): number => (gain > 0 ? log(1 + gain / profitScale) / searchNoise : -Infinity)

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
