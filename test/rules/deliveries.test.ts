/** Goods made to order: a deposit at the order, the rest at delivery. */
import { describe, expect, it } from 'vitest'
import {
  blocks,
  buyers,
  KIND,
  listings,
  occasions,
  STATE,
  sectors,
  sellers,
  today,
} from '../../src/market/populations/index.ts'
import { books } from '../../src/market/rules/money/books.ts'
import { householdIncome } from '../../src/market/rules/money/household-income.ts'
import { deliveries } from '../../src/market/rules/trade/deliveries.ts'
import { payments } from '../../src/market/rules/trade/payments.ts'
import { production } from '../../src/market/rules/trade/production.ts'
import { takings } from '../../src/market/rules/trade/takings.ts'
import { categories, households, venues } from '../../src/market/tables/index.ts'
import { bench, rowsWhere, sum, village } from './bench.ts'

const SHOP = 1
const V = 3
const [BUYER, OTHER] = [3, 8]

/** Two who make to order, at Rp 100,000, of which so much is paid at delivery; one seller and one buyer stand for one. */
function workshop(atDelivery: number) {
  const desk = bench(village())
  const [maker, second] = rowsWhere(
    desk.count.sellers,
    (row) =>
      desk.of(sellers.kind)[row] === KIND.producer && desk.of(sellers.madeToOrder)[row] === 1,
  )
  desk.of(sellers.weight).fill(1)
  for (const one of [households.orders, households.weight, households.purchases])
    desk.of(one)[0] = 1
  desk.of(venues.atDelivery)[SHOP] = atDelivery
  desk.of(listings.price).fill(100)
  desk.of(categories.productivity).fill(7)
  desk.of(sellers.paid).fill(0)
  desk.of(sellers.family).fill(0)
  let spentBefore = 0
  return {
    desk,
    maker,
    second,
    /** A day on which these orders come in, and the maker works with so much labour: what buyers and sellers saw of money. */
    day(nth: number, orders: readonly { buyer: number; seller: number }[] = []) {
      desk.of(today.weekday)[0] = nth % 7
      desk.of(blocks.occasions)[0] = orders.length
      desk.of(listings.sold).fill(0)
      desk.of(sellers.ordersToday).fill(0)
      for (const [row, { buyer, seller }] of orders.entries()) {
        desk.of(occasions.buyer)[row] = buyer
        desk.of(occasions.bought)[row] = seller * V + SHOP
        desk.of(listings.sold)[seller * V + SHOP]++
        desk.of(sellers.ordersToday)[seller]++
      }
      for (const rule of [deliveries, payments, takings, production]) desk.step(rule, nth)
      const spent = sum(desk.of(buyers.spent))
      const paid = spent - (nth % 7 === 0 ? 0 : spentBefore)
      spentBefore = spent
      const got = [maker, second].map(
        (seller) => desk.of(sellers.revenue)[seller] - desk.of(sellers.credit)[seller],
      )
      return { paid, gotThisWeek: got, owed: sum(desk.of(buyers.owed)) }
    },
    works: (seller: number, labour: number) => {
      desk.of(sellers.family)[seller] = labour
    },
  }
}

describe('an order of 100 with a deposit of 30, delivered after two weeks', () => {
  it('is paid 30 at once and 70 a fortnight later, and stands in the books between', () => {
    const { desk, maker, day, works } = workshop(0.7)
    const paid: number[] = []
    const weeks: number[] = []
    for (let nth = 0; nth <= 15; nth++) {
      // The piece is finished on the thirteenth day after the order, and handed over on the next.
      if (nth === 13) works(maker, 1)
      const seen = day(nth, nth === 0 ? [{ buyer: BUYER, seller: maker }] : [])
      paid.push(seen.paid)
      if (nth % 7 === 6 || nth === 15) weeks.push(seen.gotThisWeek[0])
      expect(seen.owed).toBeCloseTo(nth < 14 ? 70 : 0, 12)
      expect(desk.of(sellers.due)[maker]).toBeCloseTo(nth === 0 || nth >= 14 ? 0 : 70, 12)
      expect(desk.of(sellers.advances)[maker]).toBeCloseTo(nth === 0 || nth >= 14 ? 0 : 30, 12)
      if (nth % 7 === 6) {
        // On Monday morning the books show both sides.
        desk.step(householdIncome, nth + 1)
        desk.step(books, nth + 1)
        const [due, held] = [desk.of(sectors.due), desk.of(sectors.advances)]
        expect([due[0], due[1], held[1]].map((one) => Math.round(one * 1e9) / 1e9)).toEqual([
          -70, 70, 30,
        ])
        expect(sum(due)).toBeCloseTo(0, 12)
      }
    }
    expect(paid.map((one) => Math.round(one * 1e9) / 1e9)).toEqual([
      30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 70, 0,
    ])
    expect(weeks.map((one) => Math.round(one * 1e9) / 1e9)).toEqual([30, 0, 70])
  })

  it('counts as revenue at the order, whenever it is paid', () => {
    const { desk, maker, day } = workshop(0.7)
    day(0, [{ buyer: BUYER, seller: maker }])
    expect(desk.of(sellers.revenue)[maker]).toBe(100)
    expect(desk.of(sellers.credit)[maker]).toBe(70)
    expect(desk.of(buyers.spent)[BUYER]).toBe(30)
    expect(desk.of(buyers.owed)[BUYER]).toBe(70)
  })

  it('without a rest is paid at the order, as before', () => {
    const { desk, maker, day } = workshop(0)
    expect(day(0, [{ buyer: BUYER, seller: maker }])).toEqual({
      paid: 100,
      gotThisWeek: [100, 0],
      owed: 0,
    })
    day(1)
    expect(desk.of(sellers.due)[maker]).toBe(0)
    expect(desk.of(sellers.advances)[maker]).toBe(100)
    expect(desk.of(today.delivered)[0]).toBe(0)
  })

  it('is paid at once where the goods are ready', () => {
    const { desk, day } = workshop(0.7)
    const ready = rowsWhere(desk.count.sellers, (row) => desk.of(sellers.madeToOrder)[row] === 0)[0]
    expect(day(0, [{ buyer: BUYER, seller: ready }]).paid).toBe(100)
  })
})

describe('orders on hand', () => {
  it('fall due by the part that is finished', () => {
    const { desk, maker, day, works } = workshop(0.6)
    day(
      0,
      Array.from({ length: 4 }, () => ({ buyer: BUYER, seller: maker })),
    )
    works(maker, 1)
    // One of the four is finished today; tomorrow its 60 are paid.
    expect(day(1).paid).toBe(0)
    works(maker, 2)
    expect(day(2).paid).toBeCloseTo(60, 12)
    // Two of the three that were left.
    expect(day(3).paid).toBeCloseTo(120, 12)
    expect(desk.of(sellers.due)[maker]).toBeCloseTo(60, 12)
    expect(desk.of(sellers.advances)[maker]).toBeCloseTo(40, 12)
    expect(desk.of(buyers.owed)[BUYER]).toBeCloseTo(60, 12)
  })

  it('lapse with their firm: what is due is cancelled, and deposits are lost', () => {
    const { desk, maker, second, day, works } = workshop(0.7)
    const orders = [
      { buyer: BUYER, seller: maker },
      { buyer: OTHER, seller: second },
    ]
    expect(day(0, orders).paid).toBeCloseTo(60, 12)
    desk.of(sellers.state)[maker] = STATE.exited
    works(second, 1)
    expect(day(1)).toMatchObject({ paid: 0, owed: 70 })
    expect([desk.of(sellers.due)[maker], desk.of(sellers.advances)[maker]]).toEqual([0, 0])
    const { paid, gotThisWeek, owed } = day(2)
    expect(paid).toBeCloseTo(70, 12)
    expect(owed).toBeCloseTo(0, 12)
    expect(gotThisWeek[0]).toBeCloseTo(30, 12)
    expect(gotThisWeek[1]).toBeCloseTo(100, 12)
  })

  it('are paid by all who owe at the pace of all that is delivered', () => {
    const { desk, maker, second, day, works } = workshop(0.5)
    day(0, [
      { buyer: BUYER, seller: maker },
      { buyer: OTHER, seller: second },
    ])
    works(maker, 1)
    day(1)
    expect(day(2).paid).toBeCloseTo(50, 12)
    expect(desk.of(buyers.owed)[BUYER]).toBeCloseTo(25, 12)
    expect(desk.of(buyers.owed)[OTHER]).toBeCloseTo(25, 12)
  })
})
