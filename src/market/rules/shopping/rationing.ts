import {
  before,
  type Counts,
  type Draw,
  daily,
  drawn,
  type Named,
  quotient,
  rule,
  type Writable,
} from '../../../engine/index.ts'
import { blocks, listings, occasions, sellers, today } from '../../populations/index.ts'
import { categories, firms, households } from '../../tables/index.ts'
import { stretchOf } from '../stretch.ts'
import { consider, considered } from './consideration.ts'

/**
 * Serves the orders of the day from stock. An order is `people / weight` pieces of each of the firms behind
 * a seller. Where orders exceed stock, those served are the first in keyed random order; the others turn
 * once to the next best listing of their consideration set, then save. What was shipped wholesale on Monday
 * cannot be sold again. What is made to order has no stock to run out of: its orders join the backlog. The next
 * best is of the same category, so that each category is served on its own.
 */
export const rationing = rule({
  name: 'rationing',
  does: 'orders beyond stock are rationed; unserved buyers turn to their next best choice, or save',
  every: 'day',
  over: categories,
  reads: {
    ...considered,
    weekday: today.weekday,
    found: blocks.occasions,
    listing: occasions.listing,
    feed: occasions.feed,
    category: sellers.category,
    stock: before(sellers.stock),
    shipped: sellers.shipped,
    weight: sellers.weight,
    madeToOrder: sellers.madeToOrder,
    unlimited: firms.unlimited,
    orderWeight: households.orders,
  },
  writes: {
    sold: listings.sold,
    served: sellers.served,
    impulse: sellers.impulse,
    bought: occasions.bought,
    ordersToday: sellers.ordersToday,
  },
  draws: { turn: daily('Turn among those who ordered of the short, by the noise of the occasion') },
  step(c, _, { from, to, draws, count }) {
    const { venues: venueCount, routes: routeCount } = count
    const { first, last } = stretchOf(c.category, from, to)
    const slice: Slice = { first, last, from, count, monday: c.weekday[0] === 0 }
    c.sold.fill(0, first * venueCount, last * venueCount)
    for (const byRoute of [c.served, c.impulse])
      byRoute.fill(0, first * routeCount, last * routeCount)
    c.ordersToday.fill(0, first, last)
    countOrders(c, slice)
    const short = takeBackShort(c, slice)
    if (short !== undefined) serveInTurn(c, slice, short, draws.turn)
  },
})

/** What one thread sees to: the orders at sellers `first <= seller < last`. */
interface Slice {
  readonly first: number
  readonly last: number
  /** The first category: 0 for the slice that sees to those who order nothing. */
  readonly from: number
  readonly count: Counts
  readonly monday: boolean
}

const roomOf = (count: Counts): number => quotient(count.occasions, count.blocks)

/** All orders as if there were enough of everything. */
function countOrders(
  c: Named<'found' | 'listing' | 'feed' | 'route'> &
    Writable<'sold' | 'served' | 'impulse' | 'bought' | 'ordersToday'>,
  { first, last, from, count }: Slice,
): void {
  const room = roomOf(count)
  const [low, high] = [first * count.venues, last * count.venues]
  for (let block = 0; block < count.blocks; block++)
    for (let row = block * room; row < block * room + c.found[block]; row++) {
      const listing = c.listing[row]
      if (listing >= low && listing < high) note(c, count, row, listing)
      // Who orders nothing is of no seller: the first slice sees to him.
      else if (listing < 0 && from === 0) c.bought[row] = -1
    }
}

/** An order that is served, at its listing and over its route. */
function note(
  c: Named<'feed' | 'route'> & Writable<'sold' | 'served' | 'impulse' | 'bought' | 'ordersToday'>,
  { venues: venueCount, routes: routeCount }: Counts,
  row: number,
  listing: number,
): void {
  const seller = quotient(listing, venueCount)
  const way = seller * routeCount + c.route[row] - 1
  c.bought[row] = listing
  c.sold[listing]++
  c.served[way]++
  if (c.feed[row] > 0) c.impulse[way]++
  c.ordersToday[seller]++
}

/** Whether a seller has enough for so many orders. */
function suffices(
  c: Named<'stock' | 'shipped' | 'weight' | 'madeToOrder' | 'unlimited' | 'orderWeight'>,
  monday: boolean,
  seller: number,
  orders: number,
): boolean {
  if (c.unlimited[0] || c.madeToOrder[seller]) return true
  const stock = c.stock[seller] - (monday ? c.shipped[seller] : 0)
  return orders * (c.orderWeight[0] / c.weight[seller]) <= stock
}

/**
 * Takes back all orders at sellers who have too little.
 * @returns who they are, or undefined if all have enough
 */
function takeBackShort(
  c: Parameters<typeof suffices>[0] & Writable<'sold' | 'served' | 'impulse' | 'ordersToday'>,
  { first, last, monday, count }: Slice,
): Uint8Array | undefined {
  const { venues: venueCount, routes: routeCount } = count
  const short = new Uint8Array(count.sellers)
  let anyShort = false
  for (let seller = first; seller < last; seller++) {
    const orders = c.ordersToday[seller]
    if (orders === 0 || suffices(c, monday, seller, orders)) continue
    short[seller] = 1
    anyShort = true
    c.ordersToday[seller] = 0
    c.sold.fill(0, seller * venueCount, (seller + 1) * venueCount)
    for (const byRoute of [c.served, c.impulse])
      byRoute.fill(0, seller * routeCount, (seller + 1) * routeCount)
  }
  return anyShort ? short : undefined
}

/** Serves those who ordered of the short in keyed order, and then lets the others turn to their next best. */
function serveInTurn(
  c: Parameters<typeof consider>[0] &
    Parameters<typeof serve>[0] &
    Named<'found' | 'listing' | 'noise'>,
  slice: Slice,
  short: Uint8Array,
  turn: Draw,
): void {
  const { count } = slice
  const waiting = waitingFor(c, slice, short, turn)
  const unserved = waiting.filter((row) => !serve(c, slice, row, c.listing[row]))
  for (const row of unserved) {
    consider(c, count, row, row + 1, c.listing, c.bought)
    if (!serve(c, slice, row, c.bought[row])) c.bought[row] = -1
  }
}

/** Who ordered of the short, in keyed order. */
function waitingFor(
  c: Named<'found' | 'listing' | 'noise'>,
  { first, last, count }: Slice,
  short: Uint8Array,
  turn: Draw,
): number[] {
  const room = roomOf(count)
  const [low, high] = [first * count.venues, last * count.venues]
  const waiting: { row: number; order: number }[] = []
  for (let block = 0; block < count.blocks; block++)
    for (let row = block * room; row < block * room + c.found[block]; row++) {
      const listing = c.listing[row]
      if (listing < low || listing >= high) continue
      if (short[quotient(listing, count.venues)])
        waiting.push({ row, order: drawn(turn, c.noise[row]) })
    }
  waiting.sort((one, other) => one.order - other.order || one.row - other.row)
  return waiting.map(({ row }) => row)
}

/** @returns whether the seller has one piece more */
function serve(
  c: Parameters<typeof note>[0] & Parameters<typeof suffices>[0],
  { monday, count }: Slice,
  row: number,
  listing: number,
): boolean {
  if (listing < 0) return false
  const seller = quotient(listing, count.venues)
  if (!suffices(c, monday, seller, c.ordersToday[seller] + 1)) return false
  note(c, count, row, listing)
  return true
}
