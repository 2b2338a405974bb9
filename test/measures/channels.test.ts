/** Where sales begin, beside where they are paid; for whom couriers carry. */
import { describe, expect, it } from 'vitest'
import { createMarket, measures } from '../../src/market/index.ts'
import { CLOSED, closed, dayOf, mean } from '../policies/small.ts'

const { begunInFeeds, parcels, couriers } = measures.channels
const venue = 'tiktok-shop'

describe('sales by the feed in which they begin', () => {
  const input = closed()
  const shut = dayOf(input, CLOSED) + 1
  const run = (...set: string[]) => {
    const market = createMarket(closed(...set), 'channels')
    market.run(shut + 14)
    return market
  }
  const market = run()
  const before = (measure: string, at = {}) => mean(market, measure, at, 7, 21)
  const after = (measure: string, at = {}) => mean(market, measure, at, shut, shut + 14)

  it('go on by links where the checkout is shut, and not without links', () => {
    expect(before(begunInFeeds.name, { venue })).toBeGreaterThan(0)
    expect(after('sales', { venue })).toBe(0)
    expect(after(begunInFeeds.name, { venue })).toBeGreaterThan(0)
    expect(after(begunInFeeds.name, { venue })).toBeLessThan(before(begunInFeeds.name, { venue }))
    const strict = run('policies.closure.promotion=forbidden', 'rules.calendar.attention-kept=0')
    expect(mean(strict, begunInFeeds.name, { venue }, shut, shut + 14)).toBe(0)
  })

  it('add up over feeds, and are a part of all sales', () => {
    const { venues } = input.tables
    const sum = venues.reduce(
      (all, { name }) => all + before(begunInFeeds.name, { venue: name }),
      0,
    )
    expect(sum).toBeCloseTo(before(begunInFeeds.name), 6)
    expect(sum).toBeGreaterThan(0)
    expect(sum).toBeLessThan(before('sales'))
  })

  it('has orders of as many pieces as the venue says, a parcel each', () => {
    const { orders, meanOrder, units, sales } = measures.sales
    const PIECES = 2.5
    const several = run(`venues.${venue}.pieces=${PIECES}`)
    const told = (measure: string, at = {}) => mean(several, measure, at, 7, 21)
    const pieces = told(units.name, { venue })
    expect(pieces).toBeGreaterThan(0)
    expect(told(orders.name, { venue })).toBeCloseTo(pieces / PIECES, 6)
    expect(told(parcels.name, { venue })).toBeCloseTo(pieces / PIECES, 6)
    const perCourier = Number(input.rules.work.parcelsPerCourier)
    expect(told(couriers.name, { venue })).toBeCloseTo((7 * pieces) / PIECES / perCourier, 9)
    expect(told(orders.name, { venue: 'stalls' })).toBeCloseTo(
      told(units.name, { venue: 'stalls' }),
      6,
    )
    const [above, below] = [told(sales.name, { venue }) * 1000, told(orders.name, { venue })]
    expect(told(meanOrder.name, { venue })).toBeCloseTo(above / below, 6)
    const all = input.tables.venues.map(({ name }) => told(orders.name, { venue: name }))
    expect(all.reduce((sum, each) => sum + each, 0)).toBeCloseTo(told(orders.name), 3)
  })

  it('has the couriers of the week in those that venues need', () => {
    // Work counts on Monday the parcels of the week that ended.
    const week = (from: number) => mean(market, couriers.name, {}, from, from + 7)
    for (const monday of [14, 21])
      expect(mean(market, 'employment', { kind: 'courier' }, monday, monday + 7)).toBeCloseTo(
        week(monday - 7),
        6,
      )
    const shops = input.tables.venues.map(({ name }) => before(couriers.name, { venue: name }))
    expect(shops.reduce((all, one) => all + one, 0)).toBeCloseTo(before(couriers.name), 9)
    const perCourier = Number(input.rules.work.parcelsPerCourier)
    expect((7 * before(parcels.name, { venue })) / perCourier).toBeCloseTo(
      before(couriers.name, { venue }),
      9,
    )
    expect(after(couriers.name, { venue })).toBe(0)
  })
})
