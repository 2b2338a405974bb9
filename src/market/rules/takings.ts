import { rule } from '../../engine/index.ts'
import { feeds, listings, sellers, today } from '../populations/index.ts'
import { households, routes, venues } from '../tables/index.ts'

/**
 * Sellers take in the money of the day. Prices stand still within a day, so revenue is units x price. Of an
 * order the seller keeps p (1 - fee) - flat fee - b p on impulse orders of listings that creators showed;
 * the platform gets the fees and pays the subsidy; creators get b p, also where the goods are shown in a feed
 * that pays commissions. Weekly sums start anew on Monday.
 */
export const takings = rule({
  name: 'takings',
  does: 'sellers take in revenue; platforms and creators take fees and commissions',
  every: 'day',
  over: sellers,
  whole: true,
  reads: {
    weekday: today.weekday,
    category: sellers.category,
    weight: sellers.weight,
    offered: sellers.creatorCommission,
    price: listings.price,
    impulse: listings.impulse,
    sold: listings.sold,
    ordersToday: sellers.ordersToday,
    hosts: listings.hosts,
    parcels: feeds.parcels,
    buyerWeight: households.weight,
    commission: venues.commission,
    flatFee: venues.flatFee,
    subsidy: venues.subsidy,
    affiliates: venues.affiliates,
    routeFrom: routes.from,
    routeTo: routes.to,
    shared: routes.shared,
  },
  writes: {
    soldToday: sellers.soldToday,
    piecesWeek: sellers.piecesWeek,
    ordersWeek: sellers.ordersWeek,
    takings: sellers.takings,
    fees: sellers.fees,
    commissions: sellers.commissions,
    soldWeek: listings.soldWeek,
    impulseWeek: listings.impulseWeek,
    value: feeds.value,
    orders: feeds.orders,
    impulseOrders: feeds.impulseOrders,
    feeIncome: feeds.feeIncome,
    subsidies: feeds.subsidies,
    parcelsWeek: feeds.parcelsWeek,
  },
  step(c, _, { from, to, count }) {
    const { venues: V, categories: C, regions: R } = count
    if (c.weekday[0] === 0) {
      for (const week of [
        c.piecesWeek,
        c.ordersWeek,
        c.takings,
        c.fees,
        c.commissions,
        c.soldWeek,
        c.impulseWeek,
        c.value,
        c.orders,
        c.impulseOrders,
        c.feeIncome,
        c.subsidies,
        c.parcelsWeek,
      ])
        week.fill(0)
    }
    const pays = Array.from({ length: V }, (_, venue) => c.affiliates[venue] === 1)
    for (let route = 0; route < count.routes; route++)
      if (c.shared[route] && c.affiliates[c.routeFrom[route]]) pays[c.routeTo[route]] = true
    for (let cell = 0; cell < V * R; cell++) c.parcelsWeek[cell] += c.parcels[cell]
    for (let seller = from; seller < to; seller++) {
      c.soldToday[seller] = 0
      if (c.ordersToday[seller] === 0) continue
      const category = c.category[seller]
      const pieces = c.buyerWeight[0] / c.weight[seller]
      let orders = 0
      for (let venue = 0; venue < V; venue++) {
        const listing = seller * V + venue
        const sold = c.sold[listing]
        if (sold === 0) continue
        const revenue = sold * c.price[listing]
        const fees = revenue * c.commission[venue * C + category] + sold * c.flatFee[venue]
        const onImpulse = c.impulse[listing]
        c.takings[seller] += revenue * pieces
        c.fees[seller] += fees * pieces
        if (pays[venue] && c.hosts[listing] > 0)
          c.commissions[seller] += onImpulse * c.price[listing] * c.offered[seller] * pieces
        c.soldWeek[listing] += sold
        c.impulseWeek[listing] += onImpulse
        c.value[venue * C + category] += revenue
        c.orders[venue * C + category] += sold
        c.impulseOrders[venue * C + category] += onImpulse
        c.feeIncome[venue] += fees
        c.subsidies[venue] += sold * c.subsidy[venue]
        orders += sold
      }
      c.ordersWeek[seller] += orders
      c.soldToday[seller] = orders * pieces
      c.piecesWeek[seller] += orders * pieces
    }
  },
})
