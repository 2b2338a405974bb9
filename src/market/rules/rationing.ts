import { before, quotient, rule, uniform } from '../../engine/index.ts'
import { blocks, listings, occasions, sellers, today } from '../populations/index.ts'
import { categories, firms, households } from '../tables/index.ts'
import { consider, considered } from './consideration.ts'
import { stretchOf } from './stretch.ts'

/**
 * Serves the orders of the day from stock. An order is `people / weight` pieces of each of the firms behind
 * a seller. Where orders exceed stock, those served are the first in keyed random order; the others turn
 * once to the next best listing of their consideration set, then save. What was shipped wholesale on Monday
 * cannot be sold again. What is made to order has no stock to run out of: its orders join the backlog. The next
 * best is of the same category, so that each category is served on its own.
 */
export const rationing = rule({
  name: 'rationing',
  does: 'orders beyond stock are rationed; the unserved turn to their next best, or save',
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
  step(c, _, { from, to, key, count }) {
    const { venues: V, routes: A } = count
    const pieces = (seller: number) => c.orderWeight[0] / c.weight[seller]
    const monday = c.weekday[0] === 0
    const stockOf = (seller: number) => c.stock[seller] - (monday ? c.shipped[seller] : 0)
    const suffices = (seller: number, orders: number) =>
      c.unlimited[0] || c.madeToOrder[seller] || orders * pieces(seller) <= stockOf(seller)
    const short = new Uint8Array(count.sellers)
    const room = quotient(count.occasions, count.blocks)
    const { first, last } = stretchOf(c.category, from, to)
    const [low, high] = [first * V, last * V]
    c.sold.fill(0, low, high)
    for (const byRoute of [c.served, c.impulse]) byRoute.fill(0, first * A, last * A)
    c.ordersToday.fill(0, first, last)
    for (let block = 0; block < count.blocks; block++)
      for (let row = block * room; row < block * room + c.found[block]; row++) {
        const listing = c.listing[row]
        if (listing < low || listing >= high) {
          // Who orders nothing is of no seller: the first slice sees to him.
          if (listing < 0 && from === 0) c.bought[row] = -1
          continue
        }
        note(row, listing)
      }
    /** An order that is served, at its listing and over its route. */
    function note(row: number, listing: number): void {
      const seller = quotient(listing, V)
      const way = seller * A + c.route[row] - 1
      c.bought[row] = listing
      c.sold[listing]++
      c.served[way]++
      if (c.feed[row] > 0) c.impulse[way]++
      c.ordersToday[seller]++
    }
    let anyShort = false
    for (let seller = first; seller < last; seller++) {
      if (c.ordersToday[seller] === 0 || suffices(seller, c.ordersToday[seller])) continue
      short[seller] = 1
      anyShort = true
      c.ordersToday[seller] = 0
      c.sold.fill(0, seller * V, (seller + 1) * V)
      for (const byRoute of [c.served, c.impulse]) byRoute.fill(0, seller * A, (seller + 1) * A)
    }
    if (!anyShort) return

    const waiting: { row: number; order: number }[] = []
    for (let block = 0; block < count.blocks; block++)
      for (let row = block * room; row < block * room + c.found[block]; row++) {
        const listing = c.listing[row]
        if (listing < low || listing >= high) continue
        if (short[quotient(listing, V)]) waiting.push({ row, order: uniform(key, c.noise[row], 0) })
      }
    const serve = (row: number, listing: number): boolean => {
      if (listing < 0) return false
      const seller = quotient(listing, V)
      if (!suffices(seller, c.ordersToday[seller] + 1)) return false
      note(row, listing)
      return true
    }
    waiting.sort((one, other) => one.order - other.order || one.row - other.row)
    const unserved = waiting.filter(({ row }) => !serve(row, c.listing[row]))
    for (const { row } of unserved) {
      consider(c, count, row, row + 1, c.listing, c.bought)
      if (!serve(row, c.bought[row])) c.bought[row] = -1
    }
  },
})
