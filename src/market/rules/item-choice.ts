import { GUMBEL, mix, quotient, rule } from '../../engine/index.ts'
import {
  blocks,
  buyers,
  levels,
  lists,
  markets,
  occasions,
  offers,
  slots,
} from '../populations/index.ts'
import { households, nests, routes, venues } from '../tables/index.ts'

/**
 * The item, at the chosen venue: K draws from the slots of its ranked list make the consideration set, and
 * Gumbel-max over v = base - a p + ell L takes one. A listing drawn m times counts m times, since the noise
 * is keyed to buyer, occasion and draw. Where the list is short enough all of it is seen, and the noise is
 * keyed to buyer, occasion and listing.
 * The next best listing is kept for the case that the first is sold out.
 */
export const itemChoice = rule({
  name: 'item-choice',
  does: 'the buyer considers items of the ranked feed and orders one',
  every: 'day',
  over: blocks,
  reads: {
    found: blocks.occasions,
    buyerOf: occasions.buyer,
    noise: occasions.noise,
    category: occasions.category,
    feed: occasions.feed,
    route: occasions.route,
    region: buyers.region,
    incomeClass: buyers.incomeClass,
    affinityLevel: buyers.affinity,
    relativeAffinity: levels.affinity,
    meanAffinity: households.affinity,
    firstList: routes.firstList,
    byRegion: routes.regional,
    routeTo: routes.to,
    nestOf: venues.nest,
    considered: nests.considered,
    covered: lists.covered,
    members: lists.members,
    shown: lists.shown,
    slotListing: slots.listing,
    slotLive: slots.live,
    offer: offers.utility,
  },
  writes: {
    listing: occasions.listing,
    second: occasions.second,
    impulseOrders: markets.impulse,
  },
  step(c, _, { from, to, count }) {
    const { regions: R, venues: V, classes: K } = count
    const { slotListing, slotLive, offer } = c
    const gumbel = GUMBEL
    const room = quotient(count.slots, count.lists)
    const shift = Math.clz32(room) + 1
    for (let block = from; block < to; block++) {
      const begin = block * quotient(count.occasions, count.blocks)
      const end = begin + c.found[block]
      for (let row = begin; row < end; row++) {
        c.listing[row] = -1
        c.second[row] = -1
        if (c.route[row] === 0) continue
        const route = c.route[row] - 1
        const buyer = c.buyerOf[row]
        const venue = c.routeTo[route]
        const market = c.category[row] * R + c.region[buyer]
        const list = c.firstList[route] + (c.byRegion[route] ? market : c.category[row])
        const noise = mix(c.noise[row] ^ 0x2545f491)
        const base = list * room
        const seen = (list * K + c.incomeClass[buyer]) * room
        const whole = c.covered[list] === 1
        const affinity = c.shown[list]
          ? c.relativeAffinity[c.affinityLevel[buyer]] * c.meanAffinity[0]
          : 0
        const draws = (whole ? c.members[list] : c.considered[c.nestOf[venue]]) | 0
        let best = -Infinity
        let next = -Infinity
        let first = -1
        let second = -1
        for (let draw = 0; draw < draws; draw++) {
          const key = whole ? slotListing[base + draw] : draw
          const word = mix(noise + Math.imul(key + 1, 0x9e3779b1))
          const slot = whole ? draw : word >>> shift
          let utility = offer[seen + slot] + gumbel[word & 4095]
          if (affinity > 0) utility += affinity * slotLive[base + slot]
          if (utility <= next) continue
          const listing = slotListing[base + slot]
          if (utility > best) {
            if (listing !== first) {
              second = first
              next = best
            }
            first = listing
            best = utility
          } else if (listing !== first) {
            second = listing
            next = utility
          }
        }
        c.listing[row] = first
        c.second[row] = second
        if (first >= 0 && c.feed[row] > 0) c.impulseOrders[market * V + venue]++
      }
    }
  },
})
