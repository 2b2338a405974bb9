import { quotient, rule } from '../../../engine/index.ts'
import {
  BLOCK,
  blocks,
  buyers,
  feeds,
  listings,
  occasions,
  sellers,
  today,
} from '../../populations/index.ts'
import { households, regions, subsidyPaid, venues } from '../../tables/index.ts'

/**
 * Buyers pay for what they got, p + (delivery - subsidy) / h of a piece in an order of h, for every purchase that a
 * simulated one stands for. Of goods made to order a part of the price is owed until delivery (deliveries.ts); what
 * is delivered today is paid first. The venue becomes the one used last. A week's spending starts anew on Monday.
 */
export const payments = rule({
  name: 'payments',
  does: 'buyers pay price and delivery, less subsidies, and the rest of what is delivered',
  every: 'day',
  over: blocks,
  slice: 2,
  reads: {
    weekday: today.weekday,
    found: blocks.occasions,
    buyerOf: occasions.buyer,
    bought: occasions.bought,
    purchases: households.purchases,
    price: listings.price,
    region: buyers.region,
    delivery: regions.delivery,
    courier: venues.courier,
    piecesOf: venues.pieces,
    subsidy: venues.subsidy,
    answer: venues.answer,
    subsidyCap: venues.subsidyCap,
    madeToOrder: sellers.madeToOrder,
    atDelivery: venues.atDelivery,
    delivered: today.delivered,
    cancelled: today.cancelled,
  },
  writes: {
    spent: buyers.spent,
    owed: buyers.owed,
    lastVenue: buyers.lastVenue,
    pieces: feeds.pieces,
  },
  step(c, _, { from, to, count }) {
    const venueCount = count.venues
    const ending = c.delivered[0] + c.cancelled[0]
    const room = quotient(count.occasions, count.blocks)
    for (let block = from; block < to; block++) {
      const last = Math.min(count.buyers, (block + 1) * BLOCK)
      if (c.weekday[0] === 0) c.spent.fill(0, block * BLOCK, last)
      if (ending > 0)
        for (let buyer = block * BLOCK; buyer < last; buyer++) {
          c.spent[buyer] += c.delivered[0] * c.owed[buyer]
          c.owed[buyer] -= ending * c.owed[buyer]
        }
      for (let row = block * room; row < block * room + c.found[block]; row++) {
        const listing = c.bought[row]
        if (listing < 0) continue
        const venue = listing % venueCount
        const buyer = c.buyerOf[row]
        const region = c.region[buyer]
        const rest = c.madeToOrder[quotient(listing, venueCount)]
          ? c.atDelivery[venue] * c.price[listing]
          : 0
        c.owed[buyer] += c.purchases[0] * rest
        c.spent[buyer] +=
          c.purchases[0] *
          (c.price[listing] -
            rest +
            (c.courier[venue] ? c.delivery[region] : 0) / c.piecesOf[venue] -
            subsidyPaid(c, venue) / c.piecesOf[venue])
        c.lastVenue[buyer] = venue + 1
        c.pieces[venue * count.regions + region]++
      }
    }
  },
})
