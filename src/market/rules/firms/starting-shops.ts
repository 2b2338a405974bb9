/** Where a firm has shops when it starts, by its class and cluster. */
import {
  type Counts,
  type Draw,
  drawn,
  exp,
  type Named,
  still,
  type Writable,
} from '../../../engine/index.ts'
import { FIRM_CLASS, STATE } from '../../populations/index.ts'
import { venues } from '../../tables/index.ts'

/** What the shops are drawn by with which a firm starts. */
export const startingDraws = {
  starts: still('Starts with a shop, by venue', venues),
  exclusive: still('Sells exclusively where it starts, by venue', venues),
  grows: still('Has opened a shop by the first day, by venue', venues),
}

type Shops = Writable<'open' | 'profit' | 'usual' | 'poorReviews'>
type ClusterColumns = Named<
  'cluster' | 'clusterPresence' | 'clusterStreams' | 'clusterPlatforms' | 'platform' | 'streams'
>
type ClassColumns = Named<
  'firmClass' | 'marketplaceSellers' | 'chatSellers' | 'offlineSellers' | 'marketplace' | 'online'
>

/** How much likelier than elsewhere a seller of a cluster has a shop at a venue. */
export function inCluster(
  c: ClusterColumns,
  { venues: venueCount }: Counts,
  seller: number,
  venue: number,
): number {
  const cluster = c.cluster[seller] - 1
  if (cluster < 0) return 1
  const there = c.clusterPresence[cluster * venueCount + venue]
  if (!c.platform[venue]) return there
  return there * (c.streams[venue] ? c.clusterStreams[cluster] : c.clusterPlatforms[cluster])
}

/** Only who makes to order has a shop for what is made to order. */
export const isAllowed = (
  c: Named<'madeToOrderVenue' | 'madeToOrder'>,
  seller: number,
  venue: number,
): boolean => !c.madeToOrderVenue[venue] || c.madeToOrder[seller] === 1

/** h0 of the class of a seller, log odds. */
export const startingOdds = (
  c: Named<'firmClass' | 'openingOnline' | 'openingOffline'>,
  seller: number,
  venue: number,
): number =>
  c.firmClass[seller] === FIRM_CLASS.offline ? c.openingOffline[venue] : c.openingOnline[venue]

export function openShop(c: Writable<'open' | 'profit' | 'poorReviews'>, listing: number): void {
  if (c.open[listing]) return
  c.open[listing] = 1
  c.profit[listing] = 0
  c.poorReviews[listing] = 0
}

/** Share of the firms of a class that have a shop, by venue. */
const sharesOf = (c: ClassColumns, firmClass: number) =>
  firmClass === FIRM_CLASS.marketplace
    ? c.marketplaceSellers
    : firmClass === FIRM_CLASS.chat
      ? c.chatSellers
      : c.offlineSellers

/** Whether a shop makes a firm one of its class: a marketplace seller has a marketplace, a seller by chat something online. */
function makesClass(c: ClassColumns, firmClass: number, venue: number): boolean {
  if (firmClass === FIRM_CLASS.marketplace) return c.marketplace[venue] === 1
  if (firmClass === FIRM_CLASS.chat) return c.online[venue] === 1
  return true
}

/** Draws where a firm starts, by class; every firm starts somewhere, and one that sells exclusively on no other marketplace. */
export function startShops(
  c: ClassColumns &
    ClusterColumns &
    Named<'exclusive' | 'madeToOrderVenue' | 'madeToOrder'> &
    Shops,
  count: Counts,
  draws: Readonly<Record<'starts' | 'exclusive', Draw>>,
  seller: number,
): void {
  const { venues: venueCount } = count
  const firmClass = c.firmClass[seller]
  const starts = sharesOf(c, firmClass)
  let [only, best, any] = [-1, -1, false]
  for (let venue = 0; venue < venueCount; venue++) {
    const listing = seller * venueCount + venue
    const allowed = isAllowed(c, seller, venue)
    const share = starts[venue] * inCluster(c, count, seller, venue)
    const opens = allowed && drawn(draws.starts, seller, venue) < share
    c.open[listing] = opens ? 1 : 0
    c.profit[listing] = 0
    c.usual[listing] = 0
    c.poorReviews[listing] = 0
    if (opens && drawn(draws.exclusive, seller, venue) < c.exclusive[venue]) only = venue
    if (!makesClass(c, firmClass, venue)) continue
    if (opens) any = true
    if (allowed && share > 0 && (best < 0 || starts[venue] > starts[best])) best = venue
  }
  if (!any && best >= 0) c.open[seller * venueCount + best] = 1
  if (only >= 0)
    for (let venue = 0; venue < venueCount; venue++)
      if (venue !== only && c.marketplace[venue]) c.open[seller * venueCount + venue] = 0
}

/** Shops that a firm of the first day has opened since it started, beyond where its class starts. */
export function growShops(
  c: ClassColumns &
    ClusterColumns &
    Named<
      | 'openingOnline'
      | 'openingOffline'
      | 'state'
      | 'weight'
      | 'category'
      | 'madeToOrderVenue'
      | 'madeToOrder'
    > &
    Writable<'open' | 'profit' | 'poorReviews' | 'grown'>,
  share: number,
  count: Counts,
  grows: Draw,
  seller: number,
): void {
  const { venues: venueCount, categories: categoryCount } = count
  for (let venue = 0; venue < venueCount; venue++) {
    const listing = seller * venueCount + venue
    if (c.open[listing] || !isAllowed(c, seller, venue)) continue
    const most = Math.max(
      c.marketplaceSellers[venue],
      c.chatSellers[venue],
      c.offlineSellers[venue],
    )
    const relative = exp(startingOdds(c, seller, venue) - c.openingOnline[venue])
    const opened = Math.min(1, share * most * relative * inCluster(c, count, seller, venue))
    if (c.state[seller] !== STATE.exited)
      c.grown[venue * categoryCount + c.category[seller]] += c.weight[seller] * opened
    if (drawn(grows, seller, venue) < opened) openShop(c, listing)
  }
}

/** Whether a seller may begin at a venue at all. */
export const canOpen = (
  c: Parameters<typeof isAllowed>[0] & Named<'closing' | 'reached'>,
  seller: number,
  venue: number,
): boolean => isAllowed(c, seller, venue) && !c.closing[venue] && c.reached[venue] > 0

export const skillOf = (c: Named<'skill' | 'trained'>, seller: number): number =>
  Math.min(1, c.skill[seller] + c.trained[seller])

/** No behaviour: skill is drawn evenly between 0 and 1, so that this is its mean, at which odds are stated. */
export const MEAN_SKILL = 0.5
