import {
  agentWord,
  before,
  exp,
  fraction,
  log,
  type MutableValues,
  mix,
  type Named,
  quotient,
  rule,
} from '../../engine/index.ts'
import {
  classes,
  feeds,
  listings,
  lists,
  STATE,
  sellers,
  slots,
  today,
} from '../populations/index.ts'
import { categories, creator, firms, households, nests, routes, venues } from '../tables/index.ts'
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
 *   m = min( 1/2, conversion x viewers of the list / its usual orders )   by viewers, the rest 1 - m as above,
 * so that of an average item each viewer buys `conversion`, and of the planned orders of a listing sessions bring
 * 1 - (w_0 / w) e^(-ell L): what they make of its odds, w_0 being its weight without them. It is
 * I_v = ln sum w e^v where the list is short enough to be seen whole. Slots are shared in proportion to the
 * weight of the draw, by luck that is fixed for the run, and who holds one keeps it as long as he can: a listing's
 * change moves only the slots that it wins or loses. A listing in n slots where e were due is worth
 * ln( max(1, e) / n ) more in each: luck decides who is seen, not how much is bought (sampling correction,
 * McFadden 1978). The odds a and b of a copy and its original add up to (a^{1/tau} + b^{1/tau})^tau, and the slots of both
 * stand for both (twins.ts).
 */
export const feed = rule({
  name: 'feed',
  does: 'platforms and streets rank their listings; venues get their value',
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
    value: lists.value,
    soberValue: lists.soberValue,
    slotListing: slots.listing,
    slotLive: slots.live,
    slotWorth: slots.worth,
    slotPrice: slots.price,
    twinListing: slots.twinListing,
    twinWorth: slots.twinWorth,
    twinPrice: slots.twinPrice,
    twinLive: slots.twinLive,
    part: slots.part,
  },
  step(c, _, { from, to, day, still, count }) {
    const { venues: V, classes: K, categories: C, routes: A } = count
    const room = quotient(count.slots, count.lists)
    const member: number[] = []
    const present: number[] = []
    const weight: number[] = []
    const base: number[] = []
    const price: number[] = []
    const live: number[] = []
    const viewers: number[] = []
    const shown: number[] = []
    const listing: number[] = []
    const key: number[] = []
    const luck: number[] = []
    const due: number[] = []
    const plainTaste: number[] = []
    const twin: number[] = []
    const holder = new Int32Array(room)
    const seat = new Int32Array(count.sellers)

    for (let list = from; list < to; list++) {
      const route = c.route[list]
      const category = c.category[list]
      const attention = c.routeFrom[route]
      const venue = c.routeTo[route]
      const nest = c.nestOf[venue]
      const scale = c.tasteScale[nest]

      let size = 0
      let popularity = 0
      let members = 0
      for (let seller = c.first[list]; seller < c.last[list]; seller++) {
        const listing = seller * V + venue
        c.byLive[seller * A + route] = 0
        if (c.state[seller] !== STATE.active || !c.open[listing]) continue
        if (attention !== venue && !c.shared[route] && !c.open[seller * V + attention]) continue
        const removed = c.removed[venue * C + category] * c.foreign[seller]
        const firms = c.weight[seller] * (1 - removed) * (1 - c.absent[listing])
        if (firms <= 0) continue
        const order = c.orderWeight[0] / c.weight[seller]
        if (c.stock[seller] < order && !c.madeToOrder[seller] && !c.unlimited[0]) continue
        present[members] = firms
        member[members++] = seller
        size += firms
        popularity += firms * c.popularity[listing]
      }
      const meanPopularity = size > 0 ? popularity / size : 0
      const covered = members <= Math.min(c.considered[nest], room)
      c.members[list] = members
      c.size[list] = size
      c.covered[list] = covered ? 1 : 0

      settleOrders(c, list, venue * C + category, day)
      let drawn = 0
      let watching = 0
      for (let at = 0; at < members; at++) {
        const seller = member[at]
        const listing = seller * V + venue
        const fame = meanPopularity > 0 ? log(1 + c.popularity[listing] / meanPopularity) : 0
        const local = 1 - c.foreign[seller]
        const own = c.ownLabel[seller] === venue + 1
        const wait = c.madeToOrder[seller] ? c.wait[seller] : 0
        const rank =
          c.rankPopularity[venue] * fame -
          (c.rankPrice[venue] > 0
            ? c.rankPrice[venue] * log(c.price[listing] / c.meanPrice[category])
            : 0) +
          c.rankLocal[venue] * local +
          (own ? c.rankOwn[venue] : 0)
        weight[at] = covered ? present[at] : present[at] * exp(rank)
        base[at] =
          scale *
            ((own ? c.labelQuality[seller] : c.quality[seller]) +
              c.marketing[seller] +
              (c.marketplace[venue] ? c.licence[seller] : 0) +
              c.localPreference[category] * local +
              c.importDiscount[category] * c.foreign[seller] -
              c.waitingCost[category] * wait) +
          c.popularityTaste[category] * fame
        price[at] = c.price[listing]
        drawn += weight[at]
        live[at] = c.live[seller * A + route]
        viewers[at] = c.streams[attention] ? viewersOfGoods(c, seller, route, A) : 0
        watching += viewers[at]
        shown[at] = live[at] > 0 ? exp(c.meanAffinity[0] * live[at]) : 1
        plainTaste[at] = exp(-c.popularityTaste[category] * fame)
      }

      const tau = c.copyDissimilarity[category]
      const pairs = tau < 1 && findTwins(c, venue, member, members, seat, twin)
      c.twins[list] = pairs ? 1 : 0

      // What sessions make of the odds of each listing.
      const part =
        covered || c.usualOrders[list] === 0
          ? 0
          : Math.min(0.5, (c.conversion[0] * watching) / c.usualOrders[list])
      const aViewer = part > 0 ? (drawn * part) / (1 - part) / watching : 0
      for (let at = 0; at < members && c.streams[attention]; at++) {
        const plain = weight[at]
        weight[at] += aViewer * viewers[at]
        c.byLive[member[at] * A + route] = 1 - plain / weight[at] / shown[at]
      }
      drawn /= 1 - part

      for (let incomeClass = 0; incomeClass < K; incomeClass++) {
        const a = c.sensitivity[incomeClass * C + category] / c.dissimilarity[nest]
        let sum = 0
        let sober = 0
        for (let at = 0; at < members; at++) {
          const utility = weight[at] * exp(base[at] - a * price[at])
          const other = pairs ? twin[at] : -1
          if (other < 0) {
            sum += utility * shown[at]
            sober += utility * plainTaste[at]
          } else if (at < other) {
            const theirs = weight[other] * exp(base[other] - a * price[other])
            sum += jointOdds(utility * shown[at], theirs * shown[other], tau)
            sober += jointOdds(utility * plainTaste[at], theirs * plainTaste[other], tau)
          }
        }
        const correction = covered || drawn === 0 ? 1 : size / drawn
        c.value[list * K + incomeClass] = log(sum * correction)
        c.soberValue[list * K + incomeClass] = log(sober * correction)
      }

      const filled = covered ? members : room
      const firstSlot = list * room
      if (covered)
        for (let at = 0; at < members; at++) {
          holder[at] = at
          c.slotListing[firstSlot + at] = member[at] * V + venue
          base[at] += log(present[at])
        }
      else {
        for (let at = 0; at < members; at++) {
          listing[at] = member[at] * V + venue
          key[at] = agentWord(still.a, listing[at] + 1)
          luck[at] = fraction(mix(key[at] ^ still.b))
        }
        const place = () =>
          placeSlots(c.slotListing, firstSlot, room, V, listing, key, members, due, seat, holder)
        if (day === 0) {
          // As if nothing were ranked yet, so that worlds that rank otherwise start alike.
          shareSlots(room, present, luck, members, size, due)
          place()
        }
        shareSlots(room, weight, luck, members, drawn, due)
        place()
        const wanted = (at: number) => (room * weight[at]) / drawn
        for (let at = 0; at < members; at++) {
          const other = pairs ? twin[at] : -1
          if (other >= 0) {
            const held = due[at] + due[other]
            if (held > 0) base[at] += log(pairCorrection(wanted(at), wanted(other), held))
          } else if (due[at] > 0) base[at] += log(Math.max(1, wanted(at)) / due[at])
        }
      }
      c.streamed[list] = 0
      for (let slot = 0; slot < filled; slot++) {
        const row = firstSlot + slot
        const at = holder[slot]
        c.slotWorth[row] = base[at]
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
        // The odds of both, shared among the slots of both.
        const ratio = covered ? 1 : weight[other] / weight[at]
        const half = {
          listing: member[other] * V + venue,
          worth: base[other] + log(ratio),
          price: price[other],
          live: live[other],
        }
        placeTwin(c, row, half, -log(1 + ratio))
      }
    }
  },
})

/** Viewers of the live sessions in which a route shows the goods of a seller: of creators, and of his own. */
function viewersOfGoods(
  c: Named<
    | 'hosting'
    | 'creatorWeight'
    | 'itemsShown'
    | 'liveVenue'
    | 'liveAudience'
    | 'weight'
    | 'routeFrom'
    | 'routeTo'
  >,
  seller: number,
  route: number,
  routes: number,
): number {
  const hosted = (c.hosting[seller * routes + route] * c.creatorWeight[0]) / c.itemsShown[0]
  const direct = c.routeFrom[route] === c.routeTo[route]
  const own = direct && c.liveVenue[seller] === c.routeTo[route] + 1
  return hosted + (own ? c.liveAudience[seller] * c.weight[seller] : 0)
}

/** Usual orders of a venue and category a week, settled before the calibration date. */
function settleOrders(
  c: Named<'orders' | 'orderWeight' | 'solving'> & { readonly usualOrders: MutableValues },
  list: number,
  cell: number,
  day: number,
): void {
  const orders = c.orders[cell] * c.orderWeight[0]
  if (day === 0 || orders === 0) return
  if (c.usualOrders[list] === 0) c.usualOrders[list] = orders
  else if (c.solving[0]) c.usualOrders[list] += 0.1 * (orders - c.usualOrders[list])
}
