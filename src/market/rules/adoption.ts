import { quickselect } from 'simple-statistics'
import {
  agentWord,
  before,
  chance,
  exp,
  fraction,
  log,
  number,
  rule,
  share,
  uniform,
} from '../../engine/index.ts'
import { FIRM_CLASS, feeds, listings, STATE, sellers } from '../populations/index.ts'
import { categories, clusters, feeOfPiece, households, routes, venues } from '../tables/index.ts'
import { netRevenue, rateDue } from './net-revenue.ts'
import { bestVenue, lostShare, managesShop, SEASON, shutVenues } from './searching.ts'
import { stretchOf } from './stretch.ts'

/**
 * Shops opened and closed, venue by venue; a seller may keep several. At a review, a closed venue opens with
 *   odds = exp( h0_class + g ln(1 + gain / 300 kRp) + s (skill - 1/2) )
 * where the gain is the median of the peers' (not the mean: superstars own the mean). A shop without gain at
 * four reviews in a row closes at a rate of its own. In a venue announced to close reviews come three
 * times as often. Where a feed and a checkout share their seller tools, whoever sells at the one opens at the
 * other at his next review. Beside the reviews, who has sold where it is shut now looks for another outlet at
 *   a hazard of h1 x (share of the last thirteen weeks' sales at outlets that are shut) a week
 * and opens the one with the highest expected profit, logit noise added, or none for now (searching.ts). The
 * odds h0 are solved without those who search. A programme and the own label of a platform open shops without
 * a review, an event a stall for a week, live sessions of its own a shop as long as they last. An entrant starts
 * where its class starts.
 */
export const adoption = rule({
  name: 'adoption',
  does: 'sellers open and close shops on venues',
  every: 'week',
  over: categories,
  slice: 1,
  reads: {
    category: sellers.category,
    firmClass: sellers.firmClass,
    state: sellers.state,
    fresh: sellers.fresh,
    listed: sellers.listed,
    weight: sellers.weight,
    skill: sellers.skill,
    trained: sellers.trained,
    licence: sellers.licence,
    enrolled: sellers.enrolled,
    guest: sellers.guest,
    guestBefore: sellers.guestBefore,
    ownLabel: sellers.ownLabel,
    liveVenue: sellers.liveVenue,
    studio: sellers.studio,
    cluster: sellers.cluster,
    clusterStreams: clusters.streams,
    clusterPlatforms: clusters.platforms,
    clusterPresence: clusters.presence,
    streams: venues.streams,
    platform: venues.platform,
    madeToOrder: sellers.madeToOrder,
    unitCost: before(sellers.unitCost),
    price: before(listings.price),
    soldWeek: before(listings.soldWeek),
    offered: sellers.creatorCommission,
    commissioned: before(listings.commissioned),
    orderWeight: households.orders,
    commission: venues.commission,
    flatFee: venues.flatFee,
    pieces: venues.pieces,
    shift: before(feeds.openingShift),
    upkeep: venues.upkeep,
    online: venues.online,
    marketplace: venues.marketplace,
    reached: venues.reach,
    madeToOrderVenue: venues.madeToOrder,
    closing: venues.closing,
    from: routes.from,
    to: routes.to,
    routeOpen: routes.open,
    tools: routes.tools,
    exclusive: venues.exclusive,
    marketplaceSellers: venues.marketplaceSellers,
    chatSellers: venues.chatSellers,
    offlineSellers: venues.offlineSellers,
    openingOnline: venues.openingOnline,
    openingOffline: venues.openingOffline,
  },
  writes: {
    open: listings.open,
    gain: listings.gain,
    usual: listings.usual,
    poorReviews: listings.poorReviews,
    medianGain: feeds.medianGain,
    grown: feeds.grown,
    opening: feeds.opening,
    closed: feeds.closed,
  },
  parameters: {
    reviews: number({
      label: 'Rate of reviewing a venue',
      unit: '1/week',
      default: 0.1,
      range: [0, 1],
      source:
        'assumption: a seller thinks a venue over every ten weeks; 0.02 (once a year) to 1 (every week)',
      grade: 'assumption',
    }),
    response: number({
      label: 'Response of shop opening to peers’ profit',
      unit: 'exponent',
      default: 0.7,
      range: [0, 3],
      source:
        'assumption: rather less than in proportion to what peers earn there; 0 (whatever they earn) to 2 (twice the gain makes opening four times as likely)',
      grade: 'assumption',
    }),
    skillEffect: number({
      label: 'Effect of digital skill on shop opening',
      unit: 'log odds',
      default: 2,
      range: [0, 6],
      source:
        'assumption: the most skilled are seven times as likely to open a shop as the least (e^2), since 21 to 39 % of firms offline lack knowledge or interest (F44); 1 (2.7 times) to 5 (148)',
      grade: 'assumption',
    }),
    closing: number({
      label: 'Probability of closing an unprofitable shop at a review',
      unit: 'share',
      default: 0.02,
      range: [0, 1],
      source:
        'assumption: of shops without gain one in ten closes in a year, as an idle shop costs little; 0 to 0.2 (two in three)',
      grade: 'assumption',
    }),
    alarm: number({
      label: 'Review rate after a closure is announced, relative',
      unit: 'ratio',
      default: 3,
      range: [1, 20],
      source:
        'assumption: sellers look around three times as often, every three weeks, once a closure is announced; 1 (no more than before) to 10 (every week)',
      grade: 'assumption',
    }),
    memory: share({
      label: 'Weight of the latest week in shop profit',
      default: 0.25,
      source:
        'assumption: a half-life of two to three weeks, about a month’s takings; 0.05 (a quarter of a year) to 1 (the last week)',
      grade: 'assumption',
    }),
    search: number({
      label: 'Search hazard of a seller whose outlets are all shut (h1)',
      unit: '1/week',
      default: 0.14,
      range: [0, 1],
      source:
        'assumption: 1/26 (half a year, a firm that has to learn to sell elsewhere) to 1/2 (two weeks, a firm that runs shops on several venues); the default is the geometric mean; 0: nobody searches',
      grade: 'assumption',
    }),
    searchNoise: number({
      label: 'Scale of the noise in the profit that a searching seller expects of a venue',
      unit: 'kRp/week',
      default: 100,
      range: [1, 10000],
      source:
        'assumption: a quarter of what informal work earns in a week (F163: Rp 1.863 million a month), from a twentieth to all of it (20 to 430): who has no shop somewhere does not know it better',
      grade: 'assumption',
    }),
    openingCost: number({
      label: 'Cost of opening a shop, in money and time',
      unit: 'kRp',
      default: 400,
      range: [0, 10000],
      source:
        'assumption: a week of the owner at informal earnings (F163) for pictures, lists and first deliveries; from a day to a month of it (70 to 1,900)',
      grade: 'assumption',
    }),
    payback: number({
      label: 'Time over which a searching seller wants the cost of opening back',
      unit: 'weeks',
      default: 26,
      range: [1, 260],
      source: 'assumption: half a year; a quarter (short of cash) to two years (13 to 104)',
      grade: 'assumption',
    }),
    able: share({
      label: 'Success rate of an attempt to open an online shop, at mean digital skill',
      default: 0.7,
      source:
        '70 % opened a shop on Shopee after training and mentoring; 3 of 15 could run advertisements (F134): 0.2 to 1',
      grade: 'C',
    }),
    grown: share({
      label:
        'Shops opened by the first day in addition to the initial ones, relative to the largest class at the venue',
      default: 0.01,
      source:
        'assumption: 1 % of the largest class, so that constants are solved near rest, and marketplaces stay within 18 to 26 % of firms online (F40); 0 to 0.05',
      grade: 'assumption',
    }),
  },
  step(c, p, { day, from, to, key, still, count }) {
    const { venues: V, categories: C } = count
    const { first, last } = stretchOf(c.category, from, to)
    if (day === 0) {
      for (let seller = first; seller < last; seller++) {
        if (c.listed[seller] >= 0) continue
        start(seller)
        for (let venue = 0; venue < V; venue++) grow(seller, venue)
      }
      return
    }
    const gains = Array.from({ length: V * C }, () => new Float64Array(64))
    const gained = new Int32Array(V * C)
    for (let seller = first; seller < last; seller++) {
      if (c.listed[seller] >= 0) continue
      if (c.fresh[seller]) start(seller)
      if (c.state[seller] !== STATE.active) continue
      const category = c.category[seller]
      const pieces = c.orderWeight[0] / c.weight[seller]
      for (let venue = 0; venue < V; venue++) {
        const listing = seller * V + venue
        const sales = c.open[listing] ? c.price[listing] * c.soldWeek[listing] * pieces : 0
        c.usual[listing] += (sales - c.usual[listing]) / SEASON
        if (!c.open[listing]) continue
        const rate = rateDue(c, seller, venue, count)
        const own = c.ownLabel[seller] === venue + 1
        const margin = own
          ? 0
          : netRevenue(c.price[listing], rate, feeOfPiece(c, venue)) - c.unitCost[seller]
        const gain = margin * c.soldWeek[listing] * pieces - c.upkeep[venue]
        c.gain[listing] = c.fresh[seller]
          ? 0
          : c.gain[listing] + p.memory * (gain - c.gain[listing])
        note(venue * C + category, c.gain[listing])
      }
    }
    for (let venue = 0; venue < V; venue++)
      for (let cell = venue * C + from; cell < venue * C + to; cell++) {
        c.medianGain[cell] = median(gains[cell].subarray(0, gained[cell]))
        c.opening[cell] = c.closed[cell] = 0
      }

    const joined: number[] = []
    for (let route = 0; route < count.routes; route++) if (c.tools[route] > 0) joined.push(route)
    const reviewed = Array.from({ length: V }, (_, venue) =>
      chance(p.reviews * (c.closing[venue] ? p.alarm : 1), 7),
    )
    const shut = shutVenues(c, count)
    const searching = p.search > 0 && shut.includes(1)
    for (let seller = first; seller < last; seller++) {
      if (c.guestBefore[seller] > 0 && !c.fresh[seller])
        c.open[seller * V + c.guestBefore[seller] - 1] = 0
      if (c.listed[seller] >= 0 || c.state[seller] !== STATE.active || c.fresh[seller]) continue
      if (c.guest[seller] > 0) open(seller * V + c.guest[seller] - 1)
      if (c.studio[seller] > 0 && c.liveVenue[seller] === 0)
        c.open[seller * V + c.studio[seller] - 1] = 0
      if (c.liveVenue[seller] > 0) open(seller * V + c.liveVenue[seller] - 1)
      if (c.ownLabel[seller] > 0) open(seller * V + c.ownLabel[seller] - 1)
      if (c.enrolled[seller] > 0) open(seller * V + c.enrolled[seller] - 1)
      const lost = searching ? lostShare(c.usual, shut, seller) : 0
      for (let venue = 0; venue < V; venue++) {
        const draw = agentWord(key.a, seller * V + venue)
        if (fraction(draw) >= reviewed[venue]) continue
        review(seller, venue, uniform(key, seller, V + venue), lost === 0)
      }
      if (lost > 0 && uniform(key, seller, 2 * V) < chance(p.search * lost, 7)) search(seller)
    }

    function note(cell: number, gain: number): void {
      if (gained[cell] === gains[cell].length) {
        const longer = new Float64Array(2 * gained[cell])
        longer.set(gains[cell])
        gains[cell] = longer
      }
      gains[cell][gained[cell]++] = gain
    }

    /** Opens the venue that promises most, if any does and the seller manages it. */
    function search(seller: number): void {
      const best = bestVenue(
        V,
        (venue) => {
          const listing = seller * V + venue
          if (c.open[listing] || shut[venue] || !canOpen(seller, venue)) return -Infinity
          const there = inCluster(seller, venue)
          if (there === 0) return -Infinity
          const profit = c.medianGain[venue * C + c.category[seller]] - p.openingCost / p.payback
          return profit / p.searchNoise + log(there)
        },
        (nth) => uniform(key, seller, 2 * V + 1 + nth),
      )
      if (best < 0) return
      const skill = Math.min(1, c.skill[seller] + c.trained[seller])
      const luck = uniform(key, seller, 3 * V + 2)
      if (c.online[best] && luck >= managesShop(p.able, p.skillEffect * (skill - 0.5))) return
      open(seller * V + best)
    }

    /** Whether a seller may begin at a venue at all. */
    function canOpen(seller: number, venue: number): boolean {
      return isAllowed(seller, venue) && !c.closing[venue] && c.reached[venue] > 0
    }

    /** @param counts whether what it decides is solved for: not of who is displaced */
    function review(seller: number, venue: number, draw: number, counts: boolean): void {
      const listing = seller * V + venue
      if (c.open[listing]) {
        c.poorReviews[listing] =
          c.gain[listing] < 0 || c.closing[venue] ? Math.min(255, c.poorReviews[listing] + 1) : 0
        if (c.poorReviews[listing] >= 4 && draw < p.closing) {
          c.open[listing] = 0
          if (counts) c.closed[venue * C + c.category[seller]] += c.weight[seller]
        }
        return
      }
      if (!canOpen(seller, venue)) return
      const carried = joined.some(
        (route) => c.to[route] === venue && c.open[seller * V + c.from[route]],
      )
      const peers = Math.max(0, c.medianGain[venue * C + c.category[seller]])
      const odds = exp(
        startingOdds(seller, venue) +
          c.shift[venue] +
          p.response * log(1 + peers / 300) +
          p.skillEffect * (Math.min(1, c.skill[seller] + c.trained[seller]) - 0.5) +
          (c.marketplace[venue] ? c.licence[seller] : 0),
      )
      const opens = (odds / (1 + odds)) * inCluster(seller, venue)
      if (counts) c.opening[venue * C + c.category[seller]] += c.weight[seller] * opens
      if (carried || draw < opens) open(listing)
    }

    function startingOdds(seller: number, venue: number): number {
      const online = c.firmClass[seller] !== FIRM_CLASS.offline
      return online ? c.openingOnline[venue] : c.openingOffline[venue]
    }

    /** Shops that a firm of the first day has opened since it started, beyond where its class starts. */
    function grow(seller: number, venue: number): void {
      const listing = seller * V + venue
      if (c.open[listing] || !isAllowed(seller, venue)) return
      const most = Math.max(
        c.marketplaceSellers[venue],
        c.chatSellers[venue],
        c.offlineSellers[venue],
      )
      const relative = exp(startingOdds(seller, venue) - c.openingOnline[venue])
      const chanceOf = Math.min(1, p.grown * most * relative * inCluster(seller, venue))
      if (c.state[seller] !== STATE.exited)
        c.grown[venue * C + c.category[seller]] += c.weight[seller] * chanceOf
      if (uniform(still, seller, 2 * V + venue) < chanceOf) open(listing)
    }

    /** Only who makes to order has a shop for what is made to order. */
    function isAllowed(seller: number, venue: number): boolean {
      return !c.madeToOrderVenue[venue] || c.madeToOrder[seller] === 1
    }

    function open(listing: number): void {
      if (c.open[listing]) return
      c.open[listing] = 1
      c.gain[listing] = 0
      c.poorReviews[listing] = 0
    }

    /** Where a firm starts, by class; every firm starts somewhere. */
    function start(seller: number): void {
      const firmClass = c.firmClass[seller]
      const starts =
        firmClass === FIRM_CLASS.marketplace
          ? c.marketplaceSellers
          : firmClass === FIRM_CLASS.chat
            ? c.chatSellers
            : c.offlineSellers
      let only = -1
      let best = -1
      let any = false
      for (let venue = 0; venue < V; venue++) {
        const listing = seller * V + venue
        const draw = uniform(still, seller, venue)
        const allowed = isAllowed(seller, venue)
        const opens = allowed && draw < starts[venue] * inCluster(seller, venue)
        c.open[listing] = opens ? 1 : 0
        c.gain[listing] = 0
        c.usual[listing] = 0
        c.poorReviews[listing] = 0
        if (
          opens &&
          c.exclusive[venue] > 0 &&
          uniform(still, seller, V + venue) < c.exclusive[venue]
        )
          only = venue
        if (opens && mustHave(firmClass, venue)) any = true
        if (
          allowed &&
          starts[venue] > 0 &&
          mustHave(firmClass, venue) &&
          inCluster(seller, venue) > 0 &&
          (best < 0 || starts[venue] > starts[best])
        )
          best = venue
      }
      if (!any && best >= 0) c.open[seller * V + best] = 1
      if (only >= 0)
        for (let venue = 0; venue < V; venue++)
          if (venue !== only && c.marketplace[venue]) c.open[seller * V + venue] = 0
    }

    /** How much likelier than elsewhere a seller of a cluster has a shop at a venue. */
    function inCluster(seller: number, venue: number): number {
      const cluster = c.cluster[seller] - 1
      if (cluster < 0) return 1
      const there = c.clusterPresence[cluster * V + venue]
      if (!c.platform[venue]) return there
      return there * (c.streams[venue] ? c.clusterStreams[cluster] : c.clusterPlatforms[cluster])
    }

    /** A marketplace seller has a marketplace, a seller by chat something online, the others anything. */
    function mustHave(firmClass: number, venue: number): boolean {
      if (firmClass === FIRM_CLASS.marketplace) return c.marketplace[venue] === 1
      if (firmClass === FIRM_CLASS.chat) return c.online[venue] === 1
      return true
    }
  },
})

/** Changes the order of its argument. */
function median(values: Float64Array): number {
  if (values.length === 0) return 0
  const middle = values.length >> 1
  quickselect(values as unknown as number[], middle)
  if (values.length % 2) return values[middle]
  let below = -Infinity
  for (let at = 0; at < middle; at++) below = Math.max(below, values[at])
  return (below + values[middle]) / 2
}
