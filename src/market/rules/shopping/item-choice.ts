import { quotient, rule } from '../../../engine/index.ts'
import { blocks, markets, occasions } from '../../populations/index.ts'
import { consider, considered } from './consideration.ts'

/** The item, at the chosen venue: the best of what the buyer considers. */
export const itemChoice = rule({
  name: 'item-choice',
  does: 'the buyer considers items of the ranked feed and orders one',
  every: 'day',
  over: blocks,
  slice: 2,
  reads: { ...considered, found: blocks.occasions, feed: occasions.feed },
  writes: { listing: occasions.listing, impulseOrders: markets.impulse },
  step(c, _, { from, to, count }) {
    const { regions: regionCount, venues: venueCount } = count
    for (let block = from; block < to; block++) {
      const begin = block * quotient(count.occasions, count.blocks)
      const end = begin + c.found[block]
      c.listing.fill(-1, begin, end)
      consider(c, count, begin, end, c.listing, c.listing)
      for (let row = begin; row < end; row++) {
        const listing = c.listing[row]
        if (listing < 0 || c.feed[row] === 0) continue
        const market = c.wanted[row] * regionCount + c.homeRegion[c.buyerOf[row]]
        c.impulseOrders[market * venueCount + (listing % venueCount)]++
      }
    }
  },
})
