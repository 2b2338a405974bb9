import { before, EXPONENTIAL, exp, log, mix, quotient, rule } from '../../engine/index.ts'
import { classes, listings, lists, offers, STATE, sellers, slots } from '../populations/index.ts'
import { categories, firms, households, nests, routes, venues } from '../tables/index.ts'

/**
 * Ranked feeds and the value of a venue. Over the whole list (venue, category; region offline), in which a
 * link-out holds who has a shop at both ends, or all of the checkout's where the feed shares its goods; of
 * imported listings a share may be taken off by law:
 *   v      = q + b LOC + psi ln(1 + P/Pmean) - chi W, less a p, plus ell L       (the item, log odds)
 *   R      = om_pop ln(1 + P/Pmean) - om_price ln(p/pmean) + om_loc LOC          (the rank)
 *   draw weight = w e^R;   I_v = ln( J_eff E_feed[e^v] ), J_eff = sum w
 * and I_v = ln sum w e^v where the list is short enough to be seen whole. Slot s holds the listing that
 * comes first in a race with waiting time E(s, listing) / weight, noise fixed for the run: a listing's
 * change moves only the slots that it wins or loses (Gumbel-max in its exponential form). A listing that won
 * n slots where e were due is worth ln( e / (1 - exp(-e)) / n ) more in each: the luck of the race decides
 * who is seen, not how much is bought (sampling correction, McFadden 1978).
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
    buyerWeight: households.weight,
    unlimited: firms.unlimited,
    state: sellers.state,
    weight: sellers.weight,
    quality: sellers.quality,
    ownLabel: sellers.ownLabel,
    labelQuality: sellers.labelQuality,
    marketing: sellers.marketing,
    licence: sellers.licence,
    marketplace: venues.marketplace,
    foreign: before(sellers.foreign),
    stock: before(sellers.stock),
    madeToOrder: sellers.madeToOrder,
    wait: before(sellers.wait),
    open: listings.open,
    price: listings.price,
    popularity: listings.popularity,
    live: listings.live,
  },
  writes: {
    members: lists.members,
    size: lists.size,
    covered: lists.covered,
    streamed: lists.shown,
    value: lists.value,
    soberValue: lists.soberValue,
    slotListing: slots.listing,
    slotLive: slots.live,
    offer: offers.utility,
  },
  step(c, _, { from, to, still, count }) {
    const { venues: V, classes: K, categories: C } = count
    const room = quotient(count.slots, count.lists)
    const member: number[] = []
    const present: number[] = []
    const weight: number[] = []
    const base: number[] = []
    const price: number[] = []
    const shown: number[] = []
    const held: number[] = []
    const plainTaste: number[] = []
    const race = createRace(room)

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
        if (c.state[seller] !== STATE.active || !c.open[listing]) continue
        if (attention !== venue && !c.shared[route] && !c.open[seller * V + attention]) continue
        const firms = c.weight[seller] * (1 - c.removed[venue * C + category] * c.foreign[seller])
        if (firms <= 0) continue
        const order = c.buyerWeight[0] / c.weight[seller]
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

      let drawn = 0
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
        shown[at] = c.live[listing] > 0 ? exp(c.meanAffinity[0] * c.live[listing]) : 1
        plainTaste[at] = exp(-c.popularityTaste[category] * fame)
      }

      for (let incomeClass = 0; incomeClass < K; incomeClass++) {
        const a = c.sensitivity[incomeClass * C + category] / c.dissimilarity[nest]
        let sum = 0
        let sober = 0
        for (let at = 0; at < members; at++) {
          const utility = weight[at] * exp(base[at] - a * price[at])
          sum += utility * shown[at]
          sober += utility * plainTaste[at]
        }
        const correction = covered || drawn === 0 ? 1 : size / drawn
        c.value[list * K + incomeClass] = log(sum * correction)
        c.soberValue[list * K + incomeClass] = log(sober * correction)
      }

      race.start(members)
      for (let at = 0; at < members; at++) {
        const listing = member[at] * V + venue
        if (covered) race.put(at, at)
        else race.enter(weight[at], mix(still.a ^ Math.imul(listing + 1, 0x9e3779b1)), still.b)
      }
      if (!covered) race.run()
      const filled = covered ? members : room
      c.streamed[list] = 0
      held.length = 0
      for (let at = 0; at < members; at++) held[at] = 0
      for (let slot = 0; slot < filled; slot++) held[race.winner[slot]]++
      for (let at = 0; at < members; at++)
        if (held[at] > 0)
          base[at] += covered
            ? log(present[at])
            : log(presence((room * weight[at]) / drawn) / held[at])
      for (let slot = 0; slot < filled; slot++) {
        const at = race.winner[slot]
        const seller = member[at]
        const listing = seller * V + venue
        const row = list * room + slot
        c.slotListing[row] = listing
        c.slotLive[row] = c.live[listing]
        if (c.live[listing] > 0) c.streamed[list] = 1
      }
      for (let incomeClass = 0; incomeClass < K; incomeClass++) {
        const a = c.sensitivity[incomeClass * C + category] / c.dissimilarity[nest]
        const first = (list * K + incomeClass) * room
        for (let slot = 0; slot < filled; slot++) {
          const at = race.winner[slot]
          c.offer[first + slot] = base[at] - a * price[at]
        }
      }
    }
  },
})

/** Slots that a listing has on average if it has any, where `wanted` are expected: e / (1 - e^-e). */
const presence = (wanted: number): number => (wanted < 1e-6 ? 1 : wanted / (1 - exp(-wanted)))

/**
 * For every slot the entrant with the smallest E(slot, entrant) / weight. An entrant's waiting times are
 * produced in ascending order (order statistics of `room` exponentials on a keyed permutation of the
 * slots), so that each stops as soon as no slot can be won any more.
 */
function createRace(room: number) {
  const winner = new Int32Array(room)
  const best = new Float64Array(room)
  const mask = room - 1
  let capacity = 1024
  let paces = new Float64Array(capacity)
  let elapsed = new Float64Array(capacity)
  let keys = new Int32Array(2 * capacity)
  let racing = new Int32Array(capacity)
  let entrants = 0
  return {
    winner,
    start(members: number) {
      winner.fill(-1)
      best.fill(Infinity)
      entrants = 0
      if (members <= capacity) return
      capacity = members
      paces = new Float64Array(capacity)
      elapsed = new Float64Array(capacity)
      keys = new Int32Array(2 * capacity)
      racing = new Int32Array(capacity)
    },
    /** Puts an entrant in a slot without a race. */
    put(slot: number, at: number) {
      winner[slot] = at
    },
    /** Entrants are numbered 0, 1, 2 ... in the order in which they enter. */
    enter(weight: number, a: number, b: number) {
      paces[entrants] = 1 / weight
      elapsed[entrants] = 0
      keys[2 * entrants] = a
      keys[2 * entrants + 1] = mix(a ^ b)
      racing[entrants] = entrants
      entrants++
    },
    run() {
      let left = entrants
      let slowest = Infinity
      for (let nth = 0; left > 0 && nth < room; nth++) {
        let going = 0
        const step = 1 / (room - nth)
        const round = Math.imul(nth + 1, 0x9e3779b1)
        for (let at = 0; at < left; at++) {
          const entrant = racing[at]
          const b = keys[2 * entrant + 1]
          elapsed[entrant] += EXPONENTIAL[mix(b + round) >>> 20] * step
          const time = elapsed[entrant] * paces[entrant]
          if (!(time <= slowest)) continue
          const slot = permuted(nth, keys[2 * entrant], b, mask)
          if (time < best[slot]) {
            best[slot] = time
            winner[slot] = entrant
          }
          racing[going++] = entrant
        }
        left = going
        // Looking for the slowest slot is dear: with few entrants it is done now and then.
        if (left < room && nth % 16 !== 15) continue
        slowest = 0
        for (let slot = 0; slot < room; slot++) if (best[slot] > slowest) slowest = best[slot]
      }
    },
  }
}

/** A keyed bijection of 0..mask. */
function permuted(k: number, a: number, b: number, mask: number): number {
  let x = (Math.imul(k, a | 1) + b) & mask
  x ^= x >>> 4
  x = (Math.imul(x, (b >>> 8) | 1) + (a >>> 12)) & mask
  x ^= x >>> 5
  return Math.imul(x, ((a >>> 20) << 1) | 1) & mask
}
