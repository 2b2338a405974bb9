/** M9: craft that is made to order, which imports cannot replace; orders and waiting. */
import { describe, expect, it } from 'vitest'
import {
  createMarket,
  given,
  households,
  type MarketInput,
  rowOf,
  venues,
} from '../../src/market/index.ts'
import { buyers, listings, sellers } from '../../src/market/populations/index.ts'
import { sum } from '../textbook/markets.ts'
import { crowded, mean, small } from './small.ts'

const DAYS = 26 * 7
const FIRST = 8 * 7

describe('goods made to order', { timeout: 120_000 }, () => {
  const input = small('clusters/bekasi', DAYS, ...crowded('bekasi'))
  const cheap: MarketInput = {
    ...input,
    courses: [
      ...input.courses,
      {
        table: 'border',
        row: 0,
        field: 'extraDuty',
        at: 0,
        points: [[FIRST, -0.6]],
        linear: false,
      },
    ],
  }
  const V = input.tables.venues.length
  const venue = rowOf(input, 'venues', 'made-to-order')
  const seen = { imported: 0, ready: 0, orders: 0, waits: 0, unexplained: 0, owed: 0, apart: 0 }
  const later = given(input, venues, venue, 'atDelivery')
  const trunk = createMarket(input, 'seeds')
  trunk.run(FIRST, () => {
    const [sold, foreign, madeToOrder, stock, backlog, wait] = [
      listings.sold,
      sellers.foreign,
      sellers.madeToOrder,
      sellers.stock,
      sellers.backlog,
      sellers.wait,
    ].map((column) => trunk.world.view(column))
    const [due, credited, advances, weight, owed] = [
      sellers.due,
      sellers.credited,
      sellers.advances,
      sellers.weight,
      buyers.owed,
    ].map((column) => trunk.world.view(column))
    let claims = 0
    for (let seller = 0; seller < due.length; seller++) {
      claims += weight[seller] * (due[seller] + credited[seller])
      // Deposits are two fifths of what is sold here, and all of what is sold elsewhere.
      if (due[seller] * (1 - later) > advances[seller] * later * (1 + 1e-9)) seen.apart++
    }
    const debts = given(input, households, 0, 'weight') * sum(owed)
    if (debts > 0) seen.owed++
    if (Math.abs(claims - debts) > 1e-9 * Math.max(1, debts)) seen.apart++
    for (let seller = 0; seller < stock.length; seller++) {
      const orders = sold[seller * V + venue]
      seen.orders += orders
      if (orders > 0 && foreign[seller] > 0) seen.imported++
      if (orders > 0 && !madeToOrder[seller]) seen.ready++
      if (madeToOrder[seller] && stock[seller] > 0) seen.ready++
      if (madeToOrder[seller] && wait[seller] > 0) seen.waits++
      if (madeToOrder[seller] && wait[seller] > 0 !== backlog[seller] > 0) seen.unexplained++
    }
  })

  it('are sold by who makes to order, never imported and never from stock', () => {
    expect(seen.orders).toBeGreaterThan(80)
    expect(seen.imported + seen.ready).toBe(0)
  })

  it('make buyers wait while orders are not worked off', () => {
    expect(seen.waits).toBeGreaterThan(0)
    expect(seen.unexplained).toBe(0)
  })

  it('are paid by a deposit at the order and a rest at delivery, owed between', () => {
    expect(later).toBeGreaterThan(0.4)
    expect(seen.owed).toBeGreaterThan(14)
    expect(seen.apart).toBe(0)
  })

  it('lose less to cheaper imports than other local goods', () => {
    // A hundred or two orders a seed: of one alone nothing could be told.
    const [before, after] = [input, cheap].map((one) => {
      const sold = ['seeds', 'b', 'c', 'd'].map((seed) => {
        const market = createMarket(one, seed)
        market.run()
        const sales = (where: object) => mean(market, 'units', where, DAYS - 70, DAYS)
        const order = sales({ venue: 'made-to-order' })
        return { order, local: sales({ origin: 'local' }) - order }
      })
      return {
        order: sold.reduce((sum, { order }) => sum + order, 0),
        local: sold.reduce((sum, { local }) => sum + local, 0),
      }
    })
    expect(after.local / before.local).toBeLessThan(0.99)
    expect(after.order / before.order).toBeGreaterThan(after.local / before.local)
  })
})
