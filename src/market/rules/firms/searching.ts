/** How a seller looks for another outlet when those that he has are shut to him. */
import { quickselect } from 'simple-statistics'
import {
  type Counts,
  type Draw,
  daily,
  drawn,
  exp,
  log,
  type Named,
  type Values,
  type Writable,
} from '../../../engine/index.ts'
import { FIRM_CLASSES, STATE } from '../../populations/index.ts'
import { venues } from '../../tables/index.ts'
import type { Stretch } from '../stretch.ts'
import { canOpen, inCluster, MEAN_SKILL, openShop, skillOf } from './starting-shops.ts'

type Settings<K extends string> = Readonly<Record<K, number>>

/** What it is drawn by whether a seller looks, what a venue promises him, and whether he manages to open a shop there. */
export const searchDraws = {
  looks: daily('Looks for another outlet'),
  promises: daily('Luck of a venue with who looks for another outlet', venues),
  waits: daily('Luck of going on without another outlet'),
  manages: daily('Manages to open the shop'),
}
export type Search = Readonly<Record<keyof typeof searchDraws, Draw>>

/** The luck of each venue, and, as the last, of going on without. */
export const luckOf = (
  { promises, waits }: Pick<Search, 'promises' | 'waits'>,
  seller: number,
  nth: number,
): number => (nth < promises.width ? drawn(promises, seller, nth) : drawn(waits, seller))
type Hearing = Named<'category' | 'firmClass' | 'peerFirms' | 'peerProfit'> &
  Parameters<typeof canOpen>[0] &
  Parameters<typeof inCluster>[0]

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
  const venueCount = shut.length
  let [lost, all] = [0, 0]
  for (let venue = 0; venue < venueCount; venue++) {
    lost += usual[seller * venueCount + venue] * shut[venue]
    all += usual[seller * venueCount + venue]
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

/** Share of what each firm usually sells that it sold where it is shut now. */
export function lostBy(
  c: Named<'usual' | 'listed' | 'state' | 'entrant'>,
  shut: Uint8Array,
  { first, last }: Stretch,
): Float64Array {
  const lost = new Float64Array(last - first)
  for (let seller = first; seller < last; seller++)
    if (c.listed[seller] < 0 && c.state[seller] === STATE.active && !c.entrant[seller])
      lost[seller - first] = lostShare(c.usual, shut, seller)
  return lost
}

/** What searching sellers of a category hear of each venue from firms of it and of their class. */
export function askPeers(
  c: Named<'category' | 'firmClass' | 'state' | 'listed' | 'weight' | 'open' | 'profit'> &
    Writable<'peerFirms' | 'peerProfit'>,
  few: number,
  { venues: venueCount }: Counts,
  { category, first, last }: Stretch & { readonly category: number },
): void {
  const from = category * FIRM_CLASSES
  const profits = Array.from({ length: FIRM_CLASSES * venueCount }, (): number[] => [])
  c.peerFirms.fill(0, from * venueCount, (from + FIRM_CLASSES) * venueCount)
  for (let seller = first; seller < last; seller++) {
    if (c.listed[seller] >= 0 || c.state[seller] !== STATE.active) continue
    const row = c.firmClass[seller]
    for (let venue = 0; venue < venueCount; venue++) {
      if (!c.open[seller * venueCount + venue]) continue
      c.peerFirms[(from + row) * venueCount + venue] += c.weight[seller]
      profits[row * venueCount + venue].push(c.profit[seller * venueCount + venue])
    }
  }
  for (let row = 0; row < FIRM_CLASSES; row++) {
    const theirs = profits
      .slice(row * venueCount, (row + 1) * venueCount)
      .map((one) => Float64Array.from(one))
    expectedProfits(theirs, few).forEach((profit, venue) => {
      c.peerProfit[(from + row) * venueCount + venue] = profit
    })
  }
}

/** Log odds of each venue for a seller who searches and has no shop there, against going on without; -Infinity where he cannot. */
export function promises(
  c: Hearing,
  p: Settings<'openingCost' | 'payback' | 'profitScale' | 'searchNoise' | 'alike'>,
  count: Counts,
  shut: Uint8Array,
  seller: number,
): Promised[] {
  const { venues: venueCount } = count
  const row = (c.category[seller] * FIRM_CLASSES + c.firmClass[seller]) * venueCount
  return heardOf(c.peerFirms, row, shut, p.alike).map((share, venue) => {
    const gain = c.peerProfit[row + venue] - p.openingCost / p.payback
    return {
      heard: canOpen(c, seller, venue) ? log(share) : -Infinity,
      gain: gainWorth(gain, p),
      cluster: log(inCluster(c, count, seller, venue)),
    }
  })
}

export type Promised = Readonly<Record<'heard' | 'gain' | 'cluster', number>>

/** Opens the venue that promises most, if any does and the seller manages it. */
export function search(
  c: Hearing & Named<'online' | 'skill' | 'trained'> & Writable<'open' | 'profit' | 'poorReviews'>,
  p: Settings<
    'openingCost' | 'payback' | 'profitScale' | 'searchNoise' | 'alike' | 'able' | 'skillEffect'
  >,
  count: Counts,
  shut: Uint8Array,
  draws: Search,
  seller: number,
): void {
  const { venues: venueCount } = count
  const promised = promises(c, p, count, shut, seller).map((one, venue) =>
    c.open[seller * venueCount + venue] ? -Infinity : one.heard + one.gain + one.cluster,
  )
  const luck = (nth: number) => luckOf(draws, seller, nth)
  const best = bestVenue(venueCount, (venue) => promised[venue], luck)
  if (best < 0) return
  const able = managesShop(p.able, p.skillEffect * (skillOf(c, seller) - MEAN_SKILL))
  if (c.online[best] && drawn(draws.manages, seller) >= able) return
  openShop(c, seller * venueCount + best)
}
