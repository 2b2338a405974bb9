import {
  agentWord,
  before,
  type Counts,
  type Draw,
  drawn,
  exp,
  type HalfDraw,
  log,
  type Named,
  number,
  quotient,
  rule,
  still,
  stillHalf,
  type Writable,
} from '../../../engine/index.ts'
import {
  classes,
  feeds,
  listings,
  lists,
  STATE,
  sellers,
  slots,
  today,
} from '../../populations/index.ts'
import {
  categories,
  creator,
  firms,
  households,
  nests,
  routes,
  venues,
} from '../../tables/index.ts'
import { SETTLING } from '../numerics.ts'
import { placeSlots, shareSlots } from './slots.ts'
import { findTwins, jointOdds, pairCorrection, placeTwin } from './twins.ts'

/**
 * Ranked feeds and the value of a venue. Over the whole list (venue, category; region offline), in which a
 * link-out holds who has a shop at both ends, or all of the checkout's where the feed shares its goods; of
 * imported listings a share may be taken off by law, and of shops that a programme opened a part is kept going:
 *   v      = q + b LOC + psi ln(1 + P/Pmean) - chi W, less a p, plus ell L       (the item, log odds)
 *   R      = om_pop ln(1 + P/Pmean) - om_price ln(p/pmean) + om_loc LOC          (the rank)
 *   draw weight = w e^R;   I_v = ln( J_eff E_feed[e^v] ), J_eff = sum w
 * Live sessions raise the exposure of what they show, in proportion to viewers: the weights of the draw get a part
 *   m = min( most, conversion x viewers of the list / its usual orders )   by viewers, the rest 1 - m as above,
 * so that of an average item each viewer buys `conversion`, and of the planned orders of a listing sessions bring
 * 1 - (w_0 / w) e^(-ell L): what they make of its odds, w_0 being its weight without them. It is
 * I_v = ln sum w e^v where the list is short enough to be seen whole. Slots are shared in proportion to the
 * weight of the draw, by a rank noise that is fixed for the run, and who holds one keeps it as long as he can: a listing's
 * change moves only the slots that it wins or loses. A listing in n slots where e were due is worth
 * ln( max(1, e) / n ) more in each: the noise decides who is seen, not how much is bought (sampling correction,
 * McFadden 1978). The odds a and b of a copy and its original add up to (a^{1/tau} + b^{1/tau})^tau, and the slots of both
 * stand for both (twins.ts).
 */
export const feed = rule({
  name: 'feed',
  does: 'platforms and streets of stalls rank their listings; the value of each venue follows',
  every: 'week',
  over: lists,
  slice: 4,
  reads: {
    route: lists.route,
    category: lists.category,
    first: lists.from,
    last: lists.to,
    routeFrom: routes.from,
    routeTo: routes.to,
    shared: routes.shared,
    removed: venues.importsRemoved,
    streams: venues.streams,
    nestOf: venues.nest,
    madeToOrderVenue: venues.madeToOrder,
    rankPopularity: venues.rankPopularity,
    rankPrice: venues.rankPrice,
    rankLocal: venues.rankLocal,
    rankOwn: venues.rankOwn,
    considered: nests.considered,
    tasteScale: nests.tasteScale,
    dissimilarity: nests.dissimilarity,
    localPreference: categories.localPreference,
    importDiscount: categories.importDiscount,
    popularityTaste: categories.popularityTaste,
    waitingCost: categories.waitingCost,
    meanPrice: categories.meanPrice,
    sensitivity: classes.sensitivity,
    meanAffinity: households.affinity,
    orderWeight: households.orders,
    unlimited: firms.unlimited,
    state: sellers.state,
    weight: sellers.weight,
    quality: sellers.quality,
    ownLabel: sellers.ownLabel,
    original: sellers.original,
    copyDissimilarity: categories.copyDissimilarity,
    labelQuality: sellers.labelQuality,
    marketing: sellers.marketing,
    licence: sellers.licence,
    marketplace: venues.marketplace,
    foreign: before(sellers.foreign),
    stock: before(sellers.stock),
    madeToOrder: sellers.madeToOrder,
    wait: before(sellers.wait),
    open: listings.open,
    absent: listings.absent,
    price: listings.price,
    popularity: listings.popularity,
    live: sellers.live,
    hosting: sellers.hosting,
    liveVenue: sellers.liveVenue,
    liveAudience: sellers.liveAudience,
    creatorWeight: creator.weight,
    itemsShown: creator.slots,
    conversion: creator.conversion,
    orders: before(feeds.orders),
    solving: today.solving,
  },
  writes: {
    members: lists.members,
    size: lists.size,
    covered: lists.covered,
    twins: lists.twins,
    usualOrders: lists.usualOrders,
    byLive: sellers.byLive,
    streamed: lists.shown,
    inclusiveValue: lists.inclusiveValue,
    intrinsicValue: lists.intrinsicValue,
    slotListing: slots.listing,
    slotLive: slots.live,
    slotUtility: slots.utility,
    slotPrice: slots.price,
    twinListing: slots.twinListing,
    twinUtility: slots.twinUtility,
    twinPrice: slots.twinPrice,
    twinLive: slots.twinLive,
    part: slots.part,
  },
  parameters: {
    mostBySessions: number({
      label: 'Largest share of a list’s exposure that live sessions take',
      unit: 'share',
      default: 0.5,
      range: [0, 0.95],
      source:
        'assumption: half, as a feed goes on showing what is not live; from a quarter to nine tenths, a list of sessions nearly alone',
      grade: 'assumption',
    }),
  },
  draws: {
    place: stillHalf('Places of a listing, counted from 1', 'a'),
    rank: still('Rank noise of a listing, counted from 1'),
  },
  step(c, { mostBySessions }, { from, to, day, draws, count }) {
    const room = quotient(count.slots, count.lists)
    const scratch = scratchFor(room, count.sellers)
    for (let list = from; list < to; list++) {
      const ranked = rankedList(c, list, room)
      enlist(c, count, ranked, scratch)
      c.members[list] = ranked.members
      c.size[list] = ranked.size
      c.covered[list] = ranked.covered ? 1 : 0
      settleOrders(c, list, ranked.venue * count.categories + ranked.category, day)
      rankMembers(c, count, ranked, scratch)
      const dissimilarity = c.copyDissimilarity[ranked.category]
      const { venue, members } = ranked
      ranked.pairs =
        dissimilarity < 1 &&
        findTwins(c, venue, scratch.seller, members, scratch.place, scratch.twin)
      c.twins[list] = ranked.pairs ? 1 : 0
      if (c.streams[ranked.attention]) exposeBySessions(c, mostBySessions, count, ranked, scratch)
      for (let incomeClass = 0; incomeClass < count.classes; incomeClass++)
        valueList(c, count, ranked, scratch, incomeClass)
      if (ranked.covered) showAll(c, ranked, scratch)
      else {
        drawNoise(ranked, scratch, draws)
        allotSlots(c, count, ranked, scratch, day)
        correctSampling(ranked, scratch)
      }
      writeSlots(c, ranked, scratch)
    }
  },
})

/** A ranked list as it is made up. */
interface RankedList {
  readonly list: number
  readonly route: number
  readonly category: number
  /** Venue where the list is seen, and where its goods are paid for. */
  readonly attention: number
  readonly venue: number
  readonly nest: number
  readonly firstSlot: number
  readonly room: number
  members: number
  /** Firms that the members stand for. */
  size: number
  meanPopularity: number
  /** Whether buyers see all of it. */
  covered: boolean
  /** Sum of the weights of the draw. */
  drawn: number
  /** Viewers of all sessions that show goods of the list. */
  viewers: number
  /** Whether a copy and its original are both in it. */
  pairs: boolean
}

/** What is known of the members of a list, one after the other; used again for the next list. */
interface Members {
  readonly seller: number[]
  readonly listing: number[]
  /** Firms that a member stands for, less what is taken off or absent. */
  readonly firms: number[]
  /** Weight of the draw. */
  readonly weight: number[]
  /** Utility but for price and streams, log odds. */
  readonly utility: number[]
  readonly price: number[]
  readonly live: number[]
  readonly viewers: number[]
  /** Factors on odds: of streams, and of a taste without what is popular. */
  readonly streamed: number[]
  readonly intrinsic: number[]
  /** A word, and the rank noise between 0 and 1, that stand still for the run. */
  readonly key: number[]
  readonly noise: number[]
  readonly due: number[]
  /** Place of the other half of a copy and its original; -1 none. */
  readonly twin: number[]
  /** The member in each slot. */
  readonly holder: Int32Array
  /** Place in the list by seller. */
  readonly place: Int32Array
}

export const scratchFor = (room: number, sellers: number): Members => ({
  seller: [],
  listing: [],
  firms: [],
  weight: [],
  utility: [],
  price: [],
  live: [],
  viewers: [],
  streamed: [],
  intrinsic: [],
  key: [],
  noise: [],
  due: [],
  twin: [],
  holder: new Int32Array(room),
  place: new Int32Array(sellers),
})

export function rankedList(
  c: Named<'route' | 'category' | 'routeFrom' | 'routeTo' | 'nestOf'>,
  list: number,
  room: number,
): RankedList {
  const route = c.route[list]
  const venue = c.routeTo[route]
  return {
    list,
    route,
    category: c.category[list],
    attention: c.routeFrom[route],
    venue,
    nest: c.nestOf[venue],
    firstSlot: list * room,
    room,
    members: 0,
    size: 0,
    meanPopularity: 0,
    covered: false,
    drawn: 0,
    viewers: 0,
    pairs: false,
  }
}

/** Finds the members: firms with an open shop, at both ends of a link-out, that the law lets in and that have goods. */
export function enlist(
  c: Named<
    | 'first'
    | 'last'
    | 'state'
    | 'open'
    | 'shared'
    | 'removed'
    | 'foreign'
    | 'weight'
    | 'absent'
    | 'orderWeight'
    | 'stock'
    | 'madeToOrder'
    | 'unlimited'
    | 'popularity'
    | 'considered'
  > &
    Writable<'byLive'>,
  { venues: venueCount, categories: categoryCount, routes: routeCount }: Counts,
  ranked: RankedList,
  { seller: member, listing, firms: present }: Members,
): void {
  const { list, route, attention, venue, category, nest, room } = ranked
  let [members, size, popularity] = [0, 0, 0]
  for (let seller = c.first[list]; seller < c.last[list]; seller++) {
    const shop = seller * venueCount + venue
    c.byLive[seller * routeCount + route] = 0
    if (c.state[seller] !== STATE.active || !c.open[shop]) continue
    if (attention !== venue && !c.shared[route] && !c.open[seller * venueCount + attention])
      continue
    const removed = c.removed[venue * categoryCount + category] * c.foreign[seller]
    const firms = c.weight[seller] * (1 - removed) * (1 - c.absent[shop])
    if (firms <= 0) continue
    const order = c.orderWeight[0] / c.weight[seller]
    if (c.stock[seller] < order && !c.madeToOrder[seller] && !c.unlimited[0]) continue
    present[members] = firms
    listing[members] = shop
    member[members++] = seller
    size += firms
    popularity += firms * c.popularity[shop]
  }
  ranked.members = members
  ranked.size = size
  ranked.meanPopularity = size > 0 ? popularity / size : 0
  ranked.covered = members <= Math.min(c.considered[nest], room)
}

/** Weight of the draw, w e^R, and utility but for price and streams, of each member. */
function rankMembers(
  c: RankColumns &
    UtilityColumns &
    Named<'popularity' | 'price' | 'live' | 'streams' | 'meanAffinity' | 'ownLabel' | 'foreign'> &
    ViewerColumns,
  count: Counts,
  ranked: RankedList,
  scratch: Members,
): void {
  const { route, attention, venue, category, members, meanPopularity, covered } = ranked
  let [drawn, watching] = [0, 0]
  for (let at = 0; at < members; at++) {
    const seller = scratch.seller[at]
    const listing = scratch.listing[at]
    const price = c.price[listing]
    const relativePopularity =
      meanPopularity > 0 ? log(1 + c.popularity[listing] / meanPopularity) : 0
    const own = c.ownLabel[seller] === venue + 1
    const firms = scratch.firms[at]
    const weight = covered
      ? firms
      : firms * exp(rankOf(c, venue, category, relativePopularity, price, c.foreign[seller], own))
    const popular = c.popularityTaste[category] * relativePopularity
    const live = c.live[seller * count.routes + route]
    const viewers = c.streams[attention] ? viewersOfGoods(c, seller, route, count.routes) : 0
    scratch.weight[at] = weight
    scratch.utility[at] = qualityOf(c, ranked, seller, own) + popular
    scratch.price[at] = price
    scratch.live[at] = live
    scratch.viewers[at] = viewers
    scratch.streamed[at] = live > 0 ? exp(c.meanAffinity[0] * live) : 1
    scratch.intrinsic[at] = exp(-popular)
    drawn += weight
    watching += viewers
  }
  ranked.drawn = drawn
  ranked.viewers = watching
}

type RankColumns = Named<'rankPopularity' | 'rankPrice' | 'rankLocal' | 'rankOwn' | 'meanPrice'>

/** R = om_pop ln(1 + P/Pmean) - om_price ln(p/pmean) + om_loc LOC, and what a platform adds to its own label. */
const rankOf = (
  c: RankColumns,
  venue: number,
  category: number,
  relativePopularity: number,
  price: number,
  foreign: number,
  own: boolean,
): number =>
  c.rankPopularity[venue] * relativePopularity -
  (c.rankPrice[venue] > 0 ? c.rankPrice[venue] * log(price / c.meanPrice[category]) : 0) +
  c.rankLocal[venue] * (1 - foreign) +
  (own ? c.rankOwn[venue] : 0)

type UtilityColumns = Named<
  | 'tasteScale'
  | 'labelQuality'
  | 'quality'
  | 'marketing'
  | 'marketplace'
  | 'licence'
  | 'localPreference'
  | 'importDiscount'
  | 'waitingCost'
  | 'popularityTaste'
  | 'foreign'
  | 'madeToOrder'
  | 'wait'
>

/** Quality, marketing, licence, origin and waiting on the taste scale of the nest, log odds. */
function qualityOf(
  c: UtilityColumns,
  { venue, category, nest }: RankedList,
  seller: number,
  own: boolean,
): number {
  const wait = c.madeToOrder[seller] ? c.wait[seller] : 0
  return (
    c.tasteScale[nest] *
    ((own ? c.labelQuality[seller] : c.quality[seller]) +
      c.marketing[seller] +
      (c.marketplace[venue] ? c.licence[seller] : 0) +
      c.localPreference[category] * (1 - c.foreign[seller]) +
      c.importDiscount[category] * c.foreign[seller] -
      c.waitingCost[category] * wait)
  )
}

/** Share of the draw that sessions take, by viewers; and what they make of the odds of each listing. */
function exposeBySessions(
  c: Named<'usualOrders' | 'conversion'> & Writable<'byLive'>,
  most: number,
  { routes: routeCount }: Counts,
  ranked: RankedList,
  { seller, weight, viewers, streamed }: Members,
): void {
  const { list, route, members, covered, drawn } = ranked
  const usual = c.usualOrders[list]
  const share =
    covered || usual === 0 ? 0 : Math.min(most, (c.conversion[0] * ranked.viewers) / usual)
  const aViewer = share > 0 ? (drawn * share) / (1 - share) / ranked.viewers : 0
  for (let at = 0; at < members; at++) {
    const plain = weight[at]
    weight[at] += aViewer * viewers[at]
    c.byLive[seller[at] * routeCount + route] = 1 - plain / weight[at] / streamed[at]
  }
  ranked.drawn /= 1 - share
}

/** Inclusive value of the list to an income class, with and without social influence. */
function valueList(
  c: Named<'sensitivity' | 'dissimilarity' | 'copyDissimilarity'> &
    Writable<'inclusiveValue' | 'intrinsicValue'>,
  { classes: classCount, categories: categoryCount }: Counts,
  { list, category, nest, members, pairs, covered, drawn, size }: RankedList,
  { weight, utility, price, streamed, intrinsic, twin }: Members,
  incomeClass: number,
): void {
  const a = c.sensitivity[incomeClass * categoryCount + category] / c.dissimilarity[nest]
  const tau = c.copyDissimilarity[category]
  let [sum, intrinsicSum] = [0, 0]
  for (let at = 0; at < members; at++) {
    const odds = weight[at] * exp(utility[at] - a * price[at])
    const other = pairs ? twin[at] : -1
    if (other < 0) {
      sum += odds * streamed[at]
      intrinsicSum += odds * intrinsic[at]
    } else if (at < other) {
      const theirs = weight[other] * exp(utility[other] - a * price[other])
      sum += jointOdds(odds * streamed[at], theirs * streamed[other], tau)
      intrinsicSum += jointOdds(odds * intrinsic[at], theirs * intrinsic[other], tau)
    }
  }
  const correction = covered || drawn === 0 ? 1 : size / drawn
  c.inclusiveValue[list * classCount + incomeClass] = log(sum * correction)
  c.intrinsicValue[list * classCount + incomeClass] = log(intrinsicSum * correction)
}

/** A list that is seen whole: each member has a slot. */
function showAll(
  c: Writable<'slotListing'>,
  { firstSlot, members }: RankedList,
  { listing, firms, utility, holder }: Members,
): void {
  for (let at = 0; at < members; at++) {
    holder[at] = at
    c.slotListing[firstSlot + at] = listing[at]
    utility[at] += log(firms[at])
  }
}

/** The word and the rank noise of each member, which are of its listing and stand still for the run. */
function drawNoise(
  { members }: RankedList,
  { listing, key, noise }: Members,
  { place, rank }: { readonly place: HalfDraw; readonly rank: Draw },
): void {
  for (let at = 0; at < members; at++) {
    key[at] = agentWord(place.lane, listing[at] + 1)
    noise[at] = drawn(rank, listing[at] + 1)
  }
}

/** Slots in proportion to weight; on the first day as if nothing had been ranked before, so that worlds start alike. */
function allotSlots(
  c: Writable<'slotListing'>,
  { venues: venueCount }: Counts,
  { firstSlot, room, members, size, drawn }: RankedList,
  { firms, weight, listing, key, noise, due, place, holder }: Members,
  day: number,
): void {
  if (day === 0) {
    shareSlots(room, firms, noise, members, size, due)
    placeSlots(
      c.slotListing,
      firstSlot,
      room,
      venueCount,
      listing,
      key,
      members,
      due,
      place,
      holder,
    )
  }
  shareSlots(room, weight, noise, members, drawn, due)
  placeSlots(c.slotListing, firstSlot, room, venueCount, listing, key, members, due, place, holder)
}

/** A listing in n slots where e were due is worth ln( max(1, e) / n ) more in each (McFadden 1978). */
function correctSampling(
  { room, members, drawn, pairs }: RankedList,
  { weight, utility, due, twin }: Members,
): void {
  for (let at = 0; at < members; at++) {
    const wanted = (room * weight[at]) / drawn
    const other = pairs ? twin[at] : -1
    if (other >= 0) {
      const held = due[at] + due[other]
      const theirs = (room * weight[other]) / drawn
      if (held > 0) utility[at] += log(pairCorrection(wanted, theirs, held))
    } else if (due[at] > 0) utility[at] += log(Math.max(1, wanted) / due[at])
  }
}

/** Writes what each slot shows; odds of a copy and its original are shared among the slots of both. */
function writeSlots(
  c: Writable<
    | 'slotUtility'
    | 'slotPrice'
    | 'slotLive'
    | 'streamed'
    | 'twinListing'
    | 'twinUtility'
    | 'twinPrice'
    | 'twinLive'
    | 'part'
  >,
  { list, firstSlot, room, members, covered, pairs }: RankedList,
  { listing, utility, price, live, weight, twin, holder }: Members,
): void {
  const filled = covered ? members : room
  c.streamed[list] = 0
  for (let slot = 0; slot < filled; slot++) {
    const row = firstSlot + slot
    const at = holder[slot]
    c.slotUtility[row] = utility[at]
    c.slotPrice[row] = price[at]
    c.slotLive[row] = live[at]
    if (live[at] > 0) c.streamed[list] = 1
    if (!pairs) continue
    const other = twin[at]
    if (other < 0) {
      c.twinListing[row] = 0
      continue
    }
    if (live[other] > 0) c.streamed[list] = 1
    const ratio = covered ? 1 : weight[other] / weight[at]
    const half = {
      listing: listing[other],
      utility: utility[other] + log(ratio),
      price: price[other],
      live: live[other],
    }
    placeTwin(c, row, half, -log(1 + ratio))
  }
}

type ViewerColumns = Named<
  | 'hosting'
  | 'creatorWeight'
  | 'itemsShown'
  | 'liveVenue'
  | 'liveAudience'
  | 'weight'
  | 'routeFrom'
  | 'routeTo'
>

/** Viewers of the live sessions in which a route shows the goods of a seller: of creators, and of his own. */
function viewersOfGoods(c: ViewerColumns, seller: number, route: number, routes: number): number {
  const hosted = (c.hosting[seller * routes + route] * c.creatorWeight[0]) / c.itemsShown[0]
  const direct = c.routeFrom[route] === c.routeTo[route]
  const own = direct && c.liveVenue[seller] === c.routeTo[route] + 1
  return hosted + (own ? c.liveAudience[seller] * c.weight[seller] : 0)
}

/** Usual orders of a venue and category a week, settled before the calibration date. */
function settleOrders(
  c: Named<'orders' | 'orderWeight' | 'solving'> & Writable<'usualOrders'>,
  list: number,
  cell: number,
  day: number,
): void {
  const orders = c.orders[cell] * c.orderWeight[0]
  if (day === 0 || orders === 0) return
  if (c.usualOrders[list] === 0) c.usualOrders[list] = orders
  else if (c.solving[0]) c.usualOrders[list] += SETTLING * (orders - c.usualOrders[list])
}
