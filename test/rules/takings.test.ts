/** What sellers, platforms and creators take of the orders of a day, counted by hand. */
import { beforeEach, describe, expect, it } from 'vitest'
import { feeds, listings, sellers, today } from '../../src/market/populations/index.ts'
import { takings } from '../../src/market/rules/trade/takings.ts'
import { households, routes, venues } from '../../src/market/tables/index.ts'
import { type Bench, bench, sum, village } from './bench.ts'

const [STREAM, SHOP, V, C] = [0, 1, 3, 2]
/** Orders of a simulated buyer stand for 20; the row of the seller for 4 firms. */
const [PEOPLE, FIRMS] = [20, 4]

describe('the orders of a day', () => {
  let desk: Bench
  let seller: number
  let A: number

  /** Ten orders at each of two venues at Rp 100,000, of which six are planned; all are shown by creators. */
  beforeEach(() => {
    desk = bench(village())
    A = desk.count.routes
    seller = desk.of(sellers.category).indexOf(0)
    for (const column of [sellers.ordersToday, sellers.hosting, sellers.byLive])
      desk.of(column).fill(0)
    desk.of(listings.price).fill(100)
    desk.of(households.orders)[0] = PEOPLE
    desk.of(sellers.weight)[seller] = FIRMS
    desk.of(sellers.creatorCommission)[seller] = 0.1
    desk.of(venues.commission).fill(0.05)
    desk.of(venues.flatFee).set([1, 2, 0])
    desk.of(venues.subsidy).set([3, 0, 0])
    desk.of(sellers.ordersToday)[seller] = 20
    for (const venue of [STREAM, SHOP]) {
      desk.of(listings.sold)[seller * V + venue] = 10
      const way = seller * A + venue
      desk.of(sellers.served)[way] = 10
      desk.of(sellers.impulse)[way] = 4
      desk.of(sellers.hosting)[way] = 500
      desk.of(sellers.byLive)[way] = 0.25
    }
  })

  it('bring the firm its price, and cost it the commission of the platform and the flat fee of each', () => {
    desk.step(takings, 1)
    expect(desk.of(sellers.revenue)[seller]).toBeCloseTo((20 * 100 * PEOPLE) / FIRMS, 9)
    const fees = 10 * (5 + 1) + 10 * (5 + 2)
    expect(desk.of(sellers.fees)[seller]).toBeCloseTo((fees * PEOPLE) / FIRMS, 6)
    expect(desk.of(feeds.feeIncome)[STREAM * C]).toBeCloseTo(60, 5)
    expect(desk.of(feeds.feeIncome)[SHOP * C]).toBeCloseTo(70, 5)
    expect(desk.of(feeds.subsidies)[STREAM * C]).toBeCloseTo(30, 5)
    expect(desk.of(feeds.subsidies)[SHOP * C]).toBe(0)
  })

  it('divide the flat fee and the subsidy of an order over its pieces', () => {
    desk.of(venues.pieces).set([4, 2, 1])
    desk.step(takings, 1)
    expect(desk.of(feeds.feeIncome)[STREAM * C]).toBeCloseTo(10 * (5 + 1 / 4), 5)
    expect(desk.of(feeds.feeIncome)[SHOP * C]).toBeCloseTo(10 * (5 + 2 / 2), 5)
    const fees = 10 * (5 + 1 / 4) + 10 * (5 + 2 / 2)
    expect(desk.of(sellers.fees)[seller]).toBeCloseTo((fees * PEOPLE) / FIRMS, 6)
    expect(desk.of(feeds.subsidies)[STREAM * C]).toBeCloseTo((10 * 3) / 4, 5)
  })

  it('owe creators all impulses and the planned part that sessions bring, where the checkout runs a scheme', () => {
    desk.step(takings, 1)
    const hosted = 4 + 6 * 0.25
    expect(desk.of(sellers.hosted)[seller * A + STREAM]).toBeCloseTo(hosted, 9)
    expect(desk.of(listings.commissionedWeek)[seller * V + STREAM]).toBeCloseTo(hosted, 5)
    expect(desk.of(sellers.commissions)[seller]).toBeCloseTo((hosted * 10 * PEOPLE) / FIRMS, 5)
    // The other platform runs none.
    expect(desk.of(sellers.hosted)[seller * A + SHOP]).toBe(0)
    expect(desk.of(listings.commissionedWeek)[seller * V + SHOP]).toBe(0)
  })

  it('owe creators nothing where none shows the goods', () => {
    desk.of(sellers.hosting).fill(0)
    desk.step(takings, 1)
    expect(sum(desk.of(sellers.commissions))).toBe(0)
  })

  it('owe the creators of a feed that shows the goods of another checkout as its own', () => {
    desk.of(routes.from)[SHOP] = STREAM
    desk.of(routes.shared)[SHOP] = 1
    desk.step(takings, 1)
    expect(desk.of(sellers.hosted)[seller * A + SHOP]).toBeCloseTo(5.5, 9)
  })

  it('add up over a week, which starts anew on Monday', () => {
    const afterwards = [0, 1, 2, 0].map((weekday) => {
      desk.of(today.weekday)[0] = weekday
      desk.step(takings, weekday)
      return desk.of(sellers.ordersWeek)[seller]
    })
    expect(afterwards).toEqual([20, 40, 60, 20])
  })
})
