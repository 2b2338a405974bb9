import {
  before,
  type Counts,
  type MutableValues,
  type Named,
  rule,
  type Writable,
} from '../../../engine/index.ts'
import { feeds, listings, sellers, today } from '../../populations/index.ts'
import {
  categories,
  feeOfPiece,
  households,
  routes,
  subsidyPaid,
  venues,
} from '../../tables/index.ts'
import { paysCommissions } from '../attention/commissions.ts'
import { settleOwnLabels } from '../money/own-label-profit.ts'
import { stretchOf } from '../stretch.ts'

/**
 * Sellers take in the money of the day. Prices stand still within a day, so revenue is units x price. Of a piece in
 * an order of h the seller keeps p (1 - fee) - flat fee / h - b p where it came through creators of the feed in which it began;
 * the platform gets the fees and pays the subsidy; those creators get b p, where the route runs a scheme. An impulse
 * over a route whose creators show the listing is theirs; of planned orders the part that would not be there
 * without sessions (feed.ts). The profit of an own label is the platform's. Of goods made to order a part is owed until
 * delivery: revenue counts at the order, and what buyers owe more than on Monday is credit. Weekly sums start anew
 * on Monday.
 */
export const takings = rule({
  name: 'takings',
  does: 'sellers take in revenue; platforms and creators take fees and commissions',
  every: 'day',
  over: categories,
  slice: 1,
  reads: {
    weekday: today.weekday,
    category: sellers.category,
    weight: sellers.weight,
    foreign: before(sellers.foreign),
    offered: sellers.creatorCommission,
    ownLabel: sellers.ownLabel,
    madeToOrder: sellers.madeToOrder,
    settled: sellers.settled,
    atDelivery: venues.atDelivery,
    unitCost: sellers.unitCost,
    price: listings.price,
    impulse: sellers.impulse,
    served: sellers.served,
    sold: listings.sold,
    ordersToday: sellers.ordersToday,
    hosting: sellers.hosting,
    byLive: sellers.byLive,
    orderWeight: households.orders,
    commission: venues.commission,
    flatFee: venues.flatFee,
    pieces: venues.pieces,
    subsidy: venues.subsidy,
    answer: venues.answer,
    subsidyCap: venues.subsidyCap,
    affiliates: venues.affiliates,
    routeFrom: routes.from,
    routeTo: routes.to,
    shared: routes.shared,
  },
  writes: {
    soldToday: sellers.soldToday,
    revenueToday: sellers.revenueToday,
    credited: sellers.credited,
    credit: sellers.credit,
    piecesWeek: sellers.piecesWeek,
    ordersWeek: sellers.ordersWeek,
    revenue: sellers.revenue,
    fees: sellers.fees,
    commissions: sellers.commissions,
    labelProfit: sellers.labelProfit,
    soldWeek: listings.soldWeek,
    hosted: sellers.hosted,
    commissionedWeek: listings.commissionedWeek,
    value: feeds.value,
    orders: feeds.orders,
    impulseOrders: feeds.impulseOrders,
    feeIncome: feeds.feeIncome,
    subsidies: feeds.subsidies,
    labelIncome: feeds.labelIncome,
    valueToday: feeds.valueToday,
    foreignToday: feeds.foreignToday,
    venueOrders: feeds.ordersToday,
    foreignOrders: feeds.foreignOrdersToday,
  },
  step(c, _, { from, to, count }) {
    const { first, last } = stretchOf(c.category, from, to)
    if (c.weekday[0] === 0) startWeek(c, count, { from, to, first, last })
    for (const today of [c.valueToday, c.foreignToday, c.venueOrders, c.foreignOrders])
      startCells(today, count, from, to)
    const pays = paysCommissions(c, count)
    for (let seller = first; seller < last; seller++) {
      c.soldToday[seller] = 0
      c.revenueToday[seller] = 0
      c.credited[seller] = 0
      c.credit[seller] -= c.settled[seller]
      if (c.ordersToday[seller] === 0) continue
      takeRevenue(c, count, seller)
      creditCreators(c, count, pays, seller)
    }
    settleOwnLabels(c, { from, to, first, last }, count)
  },
})

/** Rows of the rule: categories `from` up to `to`, and their sellers `first` up to `last`. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly first: number
  readonly last: number
}

function startCells(
  column: MutableValues,
  { venues: venueCount, categories: categoryCount }: Counts,
  from: number,
  to: number,
): void {
  for (let venue = 0; venue < venueCount; venue++)
    column.fill(0, venue * categoryCount + from, venue * categoryCount + to)
}

function startWeek(
  c: Writable<
    | 'piecesWeek'
    | 'ordersWeek'
    | 'revenue'
    | 'credit'
    | 'fees'
    | 'commissions'
    | 'soldWeek'
    | 'commissionedWeek'
    | 'hosted'
    | 'value'
    | 'orders'
    | 'impulseOrders'
    | 'feeIncome'
    | 'subsidies'
  >,
  count: Counts,
  { from, to, first, last }: Stretch,
): void {
  const { venues: venueCount, routes: routeCount } = count
  for (const week of [c.piecesWeek, c.ordersWeek, c.revenue, c.credit, c.fees, c.commissions])
    week.fill(0, first, last)
  for (const week of [c.soldWeek, c.commissionedWeek])
    week.fill(0, first * venueCount, last * venueCount)
  c.hosted.fill(0, first * routeCount, last * routeCount)
  for (const week of [c.value, c.orders, c.impulseOrders, c.feeIncome, c.subsidies])
    startCells(week, count, from, to)
}

type SalesColumns = Named<
  | 'category'
  | 'foreign'
  | 'weight'
  | 'orderWeight'
  | 'sold'
  | 'price'
  | 'commission'
  | 'flatFee'
  | 'pieces'
  | 'subsidy'
  | 'answer'
  | 'subsidyCap'
  | 'madeToOrder'
  | 'atDelivery'
>

type SalesSums = Writable<
  | 'revenue'
  | 'fees'
  | 'soldWeek'
  | 'valueToday'
  | 'foreignToday'
  | 'venueOrders'
  | 'foreignOrders'
  | 'value'
  | 'orders'
  | 'feeIncome'
  | 'subsidies'
  | 'ordersWeek'
  | 'soldToday'
  | 'revenueToday'
  | 'credited'
  | 'credit'
  | 'piecesWeek'
>

/** Revenue, fees and subsidies of a seller's sales today, venue by venue. */
function takeRevenue(
  c: SalesColumns & SalesSums,
  { venues: venueCount, categories: categoryCount }: Counts,
  seller: number,
): void {
  const foreign = c.foreign[seller]
  const pieces = c.orderWeight[0] / c.weight[seller]
  let [orders, all, later] = [0, 0, 0]
  for (let venue = 0; venue < venueCount; venue++) {
    const listing = seller * venueCount + venue
    const sold = c.sold[listing]
    if (sold === 0) continue
    const cell = venue * categoryCount + c.category[seller]
    const revenue = sold * c.price[listing]
    const fees = revenue * c.commission[cell] + sold * feeOfPiece(c, venue)
    c.revenue[seller] += revenue * pieces
    c.fees[seller] += fees * pieces
    c.soldWeek[listing] += sold
    c.valueToday[cell] += revenue
    c.foreignToday[cell] += revenue * foreign
    c.venueOrders[cell] += sold
    c.foreignOrders[cell] += sold * foreign
    c.value[cell] += revenue
    c.orders[cell] += sold
    c.feeIncome[cell] += fees
    c.subsidies[cell] += (sold * subsidyPaid(c, venue)) / c.pieces[venue]
    orders += sold
    all += revenue
    if (c.madeToOrder[seller]) later += revenue * c.atDelivery[venue]
  }
  c.ordersWeek[seller] += orders
  c.soldToday[seller] = orders * pieces
  c.revenueToday[seller] = all * pieces
  c.credited[seller] = later * pieces
  c.credit[seller] += later * pieces
  c.piecesWeek[seller] += orders * pieces
}

/** Orders that came through creators, by route, and what they are paid of them. */
function creditCreators(
  c: Named<
    | 'category'
    | 'weight'
    | 'orderWeight'
    | 'served'
    | 'impulse'
    | 'routeTo'
    | 'hosting'
    | 'byLive'
    | 'price'
    | 'offered'
  > &
    Writable<'impulseOrders' | 'hosted' | 'commissionedWeek' | 'commissions'>,
  { venues: venueCount, categories: categoryCount, routes: routeCount }: Counts,
  pays: readonly boolean[],
  seller: number,
): void {
  const pieces = c.orderWeight[0] / c.weight[seller]
  for (let route = 0; route < routeCount; route++) {
    const way = seller * routeCount + route
    if (c.served[way] === 0) continue
    const venue = c.routeTo[route]
    c.impulseOrders[venue * categoryCount + c.category[seller]] += c.impulse[way]
    if (!pays[route] || c.hosting[way] === 0) continue
    const planned = c.served[way] - c.impulse[way]
    const hosted = c.impulse[way] + planned * c.byLive[way]
    c.hosted[way] += hosted
    c.commissionedWeek[seller * venueCount + venue] += hosted
    c.commissions[seller] +=
      hosted * c.price[seller * venueCount + venue] * c.offered[seller] * pieces
  }
}
