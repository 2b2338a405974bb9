import { before, quotient, rule } from '../../../engine/index.ts'
import { creators, feeds, listings, SHOWN, sellers } from '../../populations/index.ts'
import { creator, households, routes } from '../../tables/index.ts'

/**
 * What creators earned last week. The commissions of the orders that came through a feed go to the creators of that
 * feed who showed the goods, in proportion to audience:
 *   y_i = sum over shown goods of  b p (orders through the feed) A_i / (audience of all who showed them)
 * Their sum is what sellers paid. What a viewer of a feed brings is kept as a smoothed mean.
 */
export const creatorPay = rule({
  name: 'creator-pay',
  does: 'creators are paid for the orders that began with them',
  every: 'week',
  over: creators,
  whole: true,
  reads: {
    venue: before(creators.venue),
    audience: before(creators.audience),
    shown: before(creators.shown),
    hosting: before(sellers.hosting),
    hosted: before(sellers.hosted),
    offered: before(sellers.creatorCommission),
    price: before(listings.price),
    routeTo: routes.to,
    orderWeight: households.orders,
    creatorWeight: creator.weight,
    memory: creator.memory,
  },
  writes: { income: creators.income, perViewer: feeds.perViewer },
  step(c, _, { day, count }) {
    const { venues: venueCount, routes: routeCount } = count
    const [paid, viewers] = [new Float64Array(venueCount), new Float64Array(venueCount)]
    for (let who = 0; who < count.creators; who++) {
      let income = 0
      for (let slot = 0; slot < SHOWN && day > 0; slot++) {
        const item = c.shown[who * SHOWN + slot]
        if (item < 0) continue
        const seller = quotient(item, routeCount)
        const listing = seller * venueCount + c.routeTo[item % routeCount]
        income +=
          (c.hosted[item] * c.price[listing] * c.offered[seller] * c.audience[who]) /
          c.hosting[item]
      }
      c.income[who] = (income * c.orderWeight[0]) / c.creatorWeight[0]
      const venue = c.venue[who] - 1
      if (venue < 0) continue
      paid[venue] += c.income[who]
      viewers[venue] += c.audience[who]
    }
    for (let venue = 0; venue < venueCount; venue++) {
      if (viewers[venue] === 0) continue
      const latest = paid[venue] / viewers[venue]
      const weight = c.perViewer[venue] === 0 ? 1 : c.memory[0]
      c.perViewer[venue] += weight * (latest - c.perViewer[venue])
    }
  },
})
