import { describe, expect, it } from 'vitest'
import { keyOf, seedKey, uniform } from '../../src/engine/index.ts'
import {
  blocks,
  listings,
  lists,
  occasions,
  sellers,
  slots,
  today,
} from '../../src/market/populations/index.ts'
import { rationing } from '../../src/market/rules/shopping/rationing.ts'
import { households, routes } from '../../src/market/tables/index.ts'
import { type Bench, bench, SEED, sum, textbook } from './bench.ts'

const DAY = 9
const KEY = keyOf(seedKey(SEED), 'rationing', DAY)

/** Listings ordered today, one an occasion, from a list that shows some of them, the best first. */
function shop(
  orders: readonly number[],
  stock: readonly number[],
  shown: readonly number[] = [0],
): Bench {
  const desk = bench(textbook('three-sellers', 'firms.unlimited=0'))
  const list = desk.of(routes.firstList)[0]
  const room = desk.count.slots / desk.count.lists
  desk.of(lists.covered)[list] = 1
  desk.of(lists.members)[list] = shown.length
  shown.forEach((listing, rank) => {
    desk.of(slots.listing)[list * room + rank] = listing
    desk.of(slots.utility)[list * room + rank] = -100 * rank
  })
  desk.of(blocks.occasions)[0] = orders.length
  desk.of(sellers.stock).set(stock)
  desk.of(today.weekday)[0] = DAY % 7
  orders.forEach((listing, row) => {
    desk.of(occasions.route)[row] = 1
    desk.of(occasions.listing)[row] = listing
    desk.of(occasions.noise)[row] = 1000 + row
  })
  return desk
}

const repeat = (count: number, listing: number) => Array.from({ length: count }, () => listing)

const bought = (desk: Bench, count: number) => [...desk.of(occasions.bought).slice(0, count)]
const served = (desk: Bench) => [...desk.of(listings.sold)]

describe('rationing', () => {
  it('serves everyone where there is enough', () => {
    const desk = shop([0, 1, 2, -1], [1, 1, 1])
    desk.step(rationing, DAY)
    expect(served(desk)).toEqual([1, 1, 1])
    expect(bought(desk, 4)).toEqual([0, 1, 2, -1])
  })

  it('serves exactly as many as the stock allows', () => {
    for (const [stock, wanted] of [
      [0, 0],
      [0.99, 0],
      [1, 1],
      [7.5, 7],
      [19.999, 19],
      [20, 20],
    ]) {
      const desk = shop(repeat(20, 0), [stock, 0, 0])
      desk.step(rationing, DAY)
      expect(served(desk), `stock ${stock}`).toEqual([wanted, 0, 0])
      expect(bought(desk, 20).filter((listing) => listing === 0)).toHaveLength(wanted)
    }
  })

  it('serves the first in keyed order, wherever they stand', () => {
    const desk = shop(repeat(40, 0), [15, 0, 0])
    desk.step(rationing, DAY)
    const order = Array.from({ length: 40 }, (_, row) => row).sort(
      (one, other) => uniform(KEY, 1000 + one, 0) - uniform(KEY, 1000 + other, 0),
    )
    const rows = bought(desk, 40).flatMap((listing, row) => (listing === 0 ? [row] : []))
    expect(new Set(rows)).toEqual(new Set(order.slice(0, 15)))
  })

  it('sends the unserved to their next best, as far as that has stock', () => {
    const desk = shop([...repeat(10, 0), 1], [4, 3, 0], [0, 1])
    desk.step(rationing, DAY)
    expect(served(desk)).toEqual([4, 3, 0])
    // Who chose it first is served before those who come late.
    expect(bought(desk, 11)[10]).toBe(1)
    expect(bought(desk, 11).filter((listing) => listing === -1)).toHaveLength(4)
  })

  it('leaves the others with nothing where there is no next best', () => {
    const desk = shop(repeat(5, 0), [2, 99, 99])
    desk.step(rationing, DAY)
    expect(served(desk)).toEqual([2, 0, 0])
  })

  it('never rations what is made to order', () => {
    const desk = shop([...repeat(30, 0), ...repeat(3, 1)], [0, 0, 0], [0, 1])
    desk.of(sellers.madeToOrder)[0] = 1
    desk.step(rationing, DAY)
    expect(served(desk)).toEqual([33, 0, 0])
  })

  it('never rations where stock has no end', () => {
    const desk = bench(textbook('three-sellers'))
    desk.of(blocks.occasions)[0] = 2
    desk.of(occasions.listing).set([0, 0])
    desk.step(rationing, DAY)
    expect(served(desk)).toEqual([2, 0, 0])
  })

  it('counts the pieces that stand behind an order', () => {
    const desk = shop(repeat(10, 0), [10, 0, 0])
    desk.of(households.orders)[0] = 6
    desk.of(sellers.weight)[0] = 2
    desk.step(rationing, DAY)
    expect(served(desk)).toEqual([3, 0, 0])
  })

  it('does not sell again what was shipped on Monday', () => {
    const desk = shop(repeat(10, 0), [10, 0, 0])
    desk.of(sellers.shipped)[0] = 6
    desk.step(rationing, DAY)
    expect(served(desk)).toEqual([10, 0, 0])
    desk.of(today.weekday)[0] = 0
    desk.step(rationing, DAY)
    expect(served(desk)).toEqual([4, 0, 0])
  })

  it('tells of every order served where it was served', () => {
    const orders = Array.from({ length: 60 }, (_, row) => row % 3)
    const desk = shop(orders, [11, 7.3, 30], [2, 0, 1])
    desk.step(rationing, DAY)
    const counted = [0, 1, 2].map(
      (seller) => bought(desk, 60).filter((one) => one === seller).length,
    )
    expect(served(desk)).toEqual(counted)
    expect(sum(counted)).toBe(11 + 7 + 30)
  })
})
