import { GUMBEL, mix, rule } from '../../engine/index.ts'
import {
  blocks,
  buyers,
  classes,
  levels,
  listings,
  lists,
  markets,
  occasions,
  slots,
} from '../populations/index.ts'
import { households, nests, routes, venues } from '../tables/index.ts'

/**
 * The item, at the chosen venue: K draws from the slots of its ranked list make the consideration set, and
 * Gumbel-max over v = base - a p + ell L takes one. A listing drawn m times counts m times, since the noise
 * is keyed to buyer, occasion, listing and draw. Where the list is short enough all of it is seen.
 * The next best listing is kept for the case that the first is sold out.
 */
export const itemChoice = rule({
  name: 'item-choice',
  does: 'the buyer considers items of the ranked feed and orders one',
  every: 'day',
  over: blocks,
  slice: 1,
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
    sensitivity: classes.sensitivity,
    firstList: routes.firstList,
    byRegion: routes.regional,
    routeTo: routes.to,
    nestOf: venues.nest,
    dissimilarity: nests.dissimilarity,
    considered: nests.considered,
    covered: lists.covered,
    members: lists.members,
    slotListing: slots.listing,
    slotBase: slots.base,
    slotPrice: slots.price,
    slotLive: slots.live,
  },
  writes: {
    listing: occasions.listing,
    second: occasions.second,
    impulse: listings.impulse,
    impulseOrders: markets.impulse,
  },
  step(c, _, { from, to, count }) {
    const { regions: R, categories: C, venues: V } = count
    const { slotListing, slotBase, slotPrice, slotLive } = c
    const room = count.slots / count.lists
    const shift = Math.clz32(room) + 1
    for (let block = from; block < to; block++) {
      const begin = block * (count.occasions / count.blocks)
      const end = begin + c.found[block]
      for (let row = begin; row < end; row++) {
        c.listing[row] = -1
        c.second[row] = -1
        if (c.route[row] === 0) continue
        const route = c.route[row] - 1
        const buyer = c.buyerOf[row]
        const category = c.category[row]
        const region = c.region[buyer]
        const venue = c.routeTo[route]
        const nest = c.nestOf[venue]
        const list = c.firstList[route] + (c.byRegion[route] ? category * R + region : category)
        const a = c.sensitivity[c.incomeClass[buyer] * C + category] / c.dissimilarity[nest]
        const affinity = c.relativeAffinity[c.affinityLevel[buyer]] * c.meanAffinity[0]
        const noise = mix(c.noise[row] ^ 0x2545f491)
        const base = list * room
        const whole = c.covered[list] === 1
        const draws = whole ? c.members[list] : c.considered[nest]
        let best = -Infinity
        let next = -Infinity
        let first = -1
        let second = -1
        for (let draw = 0; draw < draws; draw++) {
          const word = mix(noise + Math.imul(draw + 1, 0x9e3779b1))
          const slot = base + (whole ? draw : word >>> shift)
          const listing = slotListing[slot]
          const grain = whole
            ? noise ^ Math.imul(listing + 1, 0xc2b2ae3d)
            : word ^ Math.imul(listing + 1, 0xc2b2ae3d)
          const utility =
            slotBase[slot] -
            a * slotPrice[slot] +
            affinity * slotLive[slot] +
            GUMBEL[mix(grain) >>> 20]
          if (utility > best) {
            if (listing !== first) {
              second = first
              next = best
            }
            first = listing
            best = utility
          } else if (utility > next && listing !== first) {
            second = listing
            next = utility
          }
        }
        c.listing[row] = first
        c.second[row] = second
        if (first < 0) continue
        if (c.feed[row] > 0) {
          c.impulse[first]++
          c.impulseOrders[(category * R + region) * V + venue]++
        }
      }
    }
  },
})
