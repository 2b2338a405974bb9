import {
  before,
  type Counts,
  chance,
  DAYS_A_WEEK,
  type Draw,
  daily,
  dailyHalf,
  drawn,
  exp,
  type HalfDraw,
  halfDrawn,
  log,
  type Named,
  number,
  rule,
  share,
  type Writable,
} from '../../../engine/index.ts'
import { feeds, listings, peers, STATE, sellers } from '../../populations/index.ts'
import { categories, clusters, feeOfPiece, households, routes, venues } from '../../tables/index.ts'
import { netRevenue, rateDue } from '../prices/net-revenue.ts'
import { stretchOf } from '../stretch.ts'
import {
  askPeers,
  lostBy,
  medianOf,
  type Search,
  search,
  searchDraws,
  shutVenues,
} from './searching.ts'
import {
  canOpen,
  growShops,
  inCluster,
  type isAllowed,
  MEAN_SKILL,
  openShop,
  skillOf,
  startingDraws,
  startingOdds,
  startShops,
} from './starting-shops.ts'

/** Reviews are counted in a byte. */
const MOST_COUNTED = 255

/**
 * Shops opened and closed, venue by venue; a seller may keep several. At a review, a closed venue opens with
 *   odds = exp( h0_class + g ln(1 + gain / scale) + s (skill - 1/2) )
 * where the gain is the median of the peers' (not the mean: superstars own the mean). A shop without gain at
 * so many reviews in a row closes at a rate of its own. In a venue announced to close reviews come three
 * times as often. Where a feed and a checkout share their seller tools, whoever sells at the one opens at the
 * other at his next review. Beside the reviews, who has sold where it is shut now looks for another outlet at
 *   a hazard of h1 x (share of the last thirteen weeks' sales at outlets that are shut) a week
 * hears of venues from firms of its category and class, in proportion to how many sell there, and opens the one with
 * the highest expected gain, logit noise added, or none for now (searching.ts). The odds h0 are solved without those who search. A programme and the own label of a platform open shops without
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
    entrant: sellers.entrant,
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
    profit: listings.profit,
    usual: listings.usual,
    poorReviews: listings.poorReviews,
    medianProfit: feeds.medianProfit,
    peerFirms: peers.firms,
    peerProfit: peers.profit,
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
    profitScale: number({
      label: 'Peers’ profit about which its effect on shop opening bends',
      unit: 'kRp/week',
      default: 300,
      range: [1, 10000],
      source:
        'assumption: seven tenths of what informal work earns in a week (F163: Rp 1.863 million a month), so that what feeds no family draws few; from a tenth to three times of it (43 to 1,300)',
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
    poorReviews: number({
      label: 'Reviews in a row without profit after which a shop may close',
      unit: 'reviews',
      default: 4,
      range: [1, 52],
      source:
        'assumption: four, most of a year at a review every ten weeks, as a bad month is no reason; 1 (the first) to 12 (two years)',
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
    season: number({
      label: 'Time over which sales of a shop are remembered',
      unit: 'weeks',
      default: 13,
      range: [1, 104],
      source:
        'assumption: a quarter of a year, the time between a season’s goods; 4 (a month) to 52 (a year)',
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
      label: 'Scale of the noise in the log of the gain that a searching seller expects of a venue',
      unit: 'log points',
      default: 0.5,
      range: [0.01, 10],
      source:
        'assumption: who has no shop somewhere knows what it earns to within half of it or so; 0.2 (knows it well) to 2 (hardly)',
      grade: 'assumption',
    }),
    few: number({
      label: 'Shops of the sample by which the median of peers at a venue is drawn to that of all',
      unit: 'shops',
      default: 10,
      range: [0, 1000],
      source:
        'assumption: a median of ten shops or fewer is chance of the sample rather than what is earned there; 0 (taken at its word) to 100',
      grade: 'assumption',
    }),
    alike: share({
      label:
        'Share of searching sellers who look at all venues alike, whether or not peers sell there',
      default: 0.02,
      source:
        'assumption: one in fifty, so that a venue that is new can be found; 0 (word of peers alone) to 1 (as if all venues were equally known)',
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
  draws: {
    ...startingDraws,
    reviews: dailyHalf('Reviews a venue, by listing', 'a'),
    reviewed: daily('Opens or closes a shop at a review, by venue', venues, {
      free: venues,
      why: 'as many as reviews, which are drawn by half a key',
    }),
    ...searchDraws,
  },
  step(c, p, { day, from, to, draws, count }) {
    const { first, last } = stretchOf(c.category, from, to)
    if (day === 0) {
      for (let seller = first; seller < last; seller++) {
        if (c.listed[seller] >= 0) continue
        startShops(c, count, draws, seller)
        growShops(c, p.grown, count, draws.grows, seller)
      }
      return
    }
    const week = weekOf(c, p, count)
    const seen = noPeers(count)
    for (let seller = first; seller < last; seller++) {
      if (c.listed[seller] >= 0) continue
      if (c.entrant[seller]) startShops(c, count, draws, seller)
      if (c.state[seller] === STATE.active) countProfits(c, p, count, seen, seller)
    }
    for (let venue = 0; venue < count.venues; venue++)
      for (let category = from; category < to; category++) {
        const cell = venue * count.categories + category
        c.medianProfit[cell] = medianOf(seen.profits[cell].subarray(0, seen.shops[cell]))
        c.opening[cell] = c.closed[cell] = 0
      }
    const lost = week.searching ? lostBy(c, week.shut, { first, last }) : undefined
    // Category by category, so that the state is the same however they are divided between threads.
    for (let category = from; lost && category < to; category++) {
      const own = stretchOf(c.category, category, category + 1)
      const isAsked = lost.subarray(own.first - first, own.last - first).some((share) => share > 0)
      if (isAsked) askPeers(c, p.few, count, { category, ...own })
    }
    for (let seller = first; seller < last; seller++) {
      if (c.guestBefore[seller] > 0 && !c.entrant[seller])
        c.open[seller * count.venues + c.guestBefore[seller] - 1] = 0
      if (c.listed[seller] >= 0 || c.state[seller] !== STATE.active || c.entrant[seller]) continue
      openWithoutReview(c, count, seller)
      reviewShops(c, p, count, week, draws, seller, lost?.[seller - first] ?? 0)
    }
  },
})

type Settings<K extends string> = Readonly<Record<K, number>>
type Shops = Writable<'open' | 'profit' | 'poorReviews'>

/** Profits of the shops of each venue and category, of which the first `shops` count. */
interface Peers {
  readonly profits: Float64Array[]
  readonly shops: Int32Array
}

const noPeers = ({ venues: venueCount, categories: categoryCount }: Counts): Peers => ({
  profits: Array.from({ length: venueCount * categoryCount }, () => new Float64Array(64)),
  shops: new Int32Array(venueCount * categoryCount),
})

function addPeer({ profits, shops }: Peers, cell: number, profit: number): void {
  if (shops[cell] === profits[cell].length) {
    const longer = new Float64Array(2 * shops[cell])
    longer.set(profits[cell])
    profits[cell] = longer
  }
  profits[cell][shops[cell]++] = profit
}

/** What each shop of a seller has sold over a season and earned lately, and so what its peers see. */
function countProfits(
  c: Named<
    | 'category'
    | 'weight'
    | 'orderWeight'
    | 'price'
    | 'soldWeek'
    | 'ownLabel'
    | 'commission'
    | 'offered'
    | 'commissioned'
    | 'flatFee'
    | 'pieces'
    | 'unitCost'
    | 'upkeep'
    | 'entrant'
    | 'open'
  > &
    Writable<'usual' | 'profit'>,
  p: Settings<'memory' | 'season'>,
  count: Counts,
  peers: Peers,
  seller: number,
): void {
  const pieces = c.orderWeight[0] / c.weight[seller]
  for (let venue = 0; venue < count.venues; venue++) {
    const listing = seller * count.venues + venue
    const sales = c.open[listing] ? c.price[listing] * c.soldWeek[listing] * pieces : 0
    c.usual[listing] += (sales - c.usual[listing]) / p.season
    if (!c.open[listing]) continue
    const rate = rateDue(c, seller, venue, count)
    const margin =
      c.ownLabel[seller] === venue + 1
        ? 0
        : netRevenue(c.price[listing], rate, feeOfPiece(c, venue)) - c.unitCost[seller]
    const profit = margin * c.soldWeek[listing] * pieces - c.upkeep[venue]
    c.profit[listing] = c.entrant[seller]
      ? 0
      : c.profit[listing] + p.memory * (profit - c.profit[listing])
    addPeer(peers, venue * count.categories + c.category[seller], c.profit[listing])
  }
}

/** What is the same for all reviews of a week. */
export interface Week {
  /** Routes whose ends share their seller tools. */
  readonly joined: readonly number[]
  /** Probability of a review, by venue. */
  readonly reviewed: readonly number[]
  readonly shut: Uint8Array
  readonly searching: boolean
}

export function weekOf(
  c: Named<'tools' | 'closing' | 'to' | 'routeOpen'>,
  p: Settings<'reviews' | 'alarm' | 'search'>,
  count: Counts,
): Week {
  const joined: number[] = []
  for (let route = 0; route < count.routes; route++) if (c.tools[route] > 0) joined.push(route)
  const shut = shutVenues(c, count)
  return {
    joined,
    reviewed: Array.from({ length: count.venues }, (_, venue) =>
      chance(p.reviews * (c.closing[venue] ? p.alarm : 1), DAYS_A_WEEK),
    ),
    shut,
    searching: p.search > 0 && shut.includes(1),
  }
}

/** Shops for events, own sessions, the own label of a platform and programmes. */
function openWithoutReview(
  c: Named<'guest' | 'studio' | 'liveVenue' | 'ownLabel' | 'enrolled'> & Shops,
  { venues: venueCount }: Counts,
  seller: number,
): void {
  if (c.guest[seller] > 0) openShop(c, seller * venueCount + c.guest[seller] - 1)
  if (c.studio[seller] > 0 && c.liveVenue[seller] === 0)
    c.open[seller * venueCount + c.studio[seller] - 1] = 0
  if (c.liveVenue[seller] > 0) openShop(c, seller * venueCount + c.liveVenue[seller] - 1)
  if (c.ownLabel[seller] > 0) openShop(c, seller * venueCount + c.ownLabel[seller] - 1)
  if (c.enrolled[seller] > 0) openShop(c, seller * venueCount + c.enrolled[seller] - 1)
}

type OpeningColumns = Parameters<typeof inCluster>[0] &
  Parameters<typeof startingOdds>[0] &
  Parameters<typeof isAllowed>[0] &
  Named<
    'category' | 'closing' | 'reached' | 'medianProfit' | 'skill' | 'trained' | 'weight' | 'online'
  >

type ReviewColumns = OpeningColumns &
  Named<'from' | 'to' | 'shift' | 'marketplace' | 'licence'> &
  Shops &
  Writable<'closed' | 'opening'>

function reviewShops(
  c: ReviewColumns & Parameters<typeof search>[0],
  p: Settings<
    | 'closing'
    | 'poorReviews'
    | 'profitScale'
    | 'response'
    | 'skillEffect'
    | 'search'
    | 'openingCost'
    | 'payback'
    | 'searchNoise'
    | 'alike'
    | 'able'
  >,
  count: Counts,
  week: Week,
  draws: Search & { readonly reviews: HalfDraw; readonly reviewed: Draw },
  seller: number,
  lost: number,
): void {
  const { venues: venueCount } = count
  for (let venue = 0; venue < venueCount; venue++) {
    if (halfDrawn(draws.reviews, seller * venueCount + venue) >= week.reviewed[venue]) continue
    const draw = drawn(draws.reviewed, seller, venue)
    // Solved for is what those decide who are not displaced.
    const weight = lost === 0 ? c.weight[seller] : 0
    if (c.open[seller * venueCount + venue])
      reviewOpen(c, p, count, { seller, venue, draw, weight })
    else reviewClosed(c, p, count, week.joined, { seller, venue, draw, weight })
  }
  if (lost > 0 && drawn(draws.looks, seller) < chance(p.search * lost, DAYS_A_WEEK))
    search(c, p, count, week.shut, draws, seller)
}

interface Review {
  readonly seller: number
  readonly venue: number
  /** Between 0 and 1. */
  readonly draw: number
  /** Firms that count in what is solved for. */
  readonly weight: number
}

/** A shop without profit at so many reviews in a row may close. */
function reviewOpen(
  c: Named<'closing' | 'category'> & Shops & Writable<'closed'>,
  p: Settings<'closing' | 'poorReviews'>,
  { venues: venueCount, categories: categoryCount }: Counts,
  { seller, venue, draw, weight }: Review,
): void {
  const listing = seller * venueCount + venue
  const poor = c.profit[listing] < 0 || c.closing[venue] > 0
  c.poorReviews[listing] = poor ? Math.min(MOST_COUNTED, c.poorReviews[listing] + 1) : 0
  if (c.poorReviews[listing] < p.poorReviews || draw >= p.closing) return
  c.open[listing] = 0
  c.closed[venue * categoryCount + c.category[seller]] += weight
}

/** A shop opens with odds of peers' profit, skill and licence; for sure where the seller's tools reach from another. */
function reviewClosed(
  c: ReviewColumns,
  p: Settings<'response' | 'profitScale' | 'skillEffect'>,
  count: Counts,
  joined: readonly number[],
  { seller, venue, draw, weight }: Review,
): void {
  const { venues: venueCount, categories: categoryCount } = count
  if (!canOpen(c, seller, venue)) return
  const carried = joined.some(
    (route) => c.to[route] === venue && c.open[seller * venueCount + c.from[route]],
  )
  const cell = venue * categoryCount + c.category[seller]
  const peers = Math.max(0, c.medianProfit[cell])
  const odds = exp(
    startingOdds(c, seller, venue) +
      c.shift[venue] +
      p.response * log(1 + peers / p.profitScale) +
      p.skillEffect * (skillOf(c, seller) - MEAN_SKILL) +
      (c.marketplace[venue] ? c.licence[seller] : 0),
  )
  const opens = (odds / (1 + odds)) * inCluster(c, count, seller, venue)
  c.opening[cell] += weight * opens
  if (carried || draw < opens) openShop(c, seller * venueCount + venue)
}
