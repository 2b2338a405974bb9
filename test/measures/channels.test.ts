/** Where sales begin, beside where they are paid; for whom couriers carry. */
import { describe, expect, it } from 'vitest'
import type { Column } from '../../src/engine/index.ts'
import { createMarket, type Market, measures } from '../../src/market/index.ts'
import { blocks, listings, occasions } from '../../src/market/populations/index.ts'
import { households, routes } from '../../src/market/tables/index.ts'
import {
  CLOSED,
  closed,
  dayOf,
  mean,
  oftener,
  REOPENED,
  reopened,
  row,
  values,
} from '../policies/small.ts'

const { begun, begunInFeeds, parcels, couriers } = measures.channels
const venue = 'tiktok-shop'

describe('sales by where the order began', () => {
  /** Today's purchases one by one: where the route starts and where it ends, whether by plan, and what was paid, mRp. */
  function purchases(market: Market) {
    const at = (column: Column) => market.world.view(column)
    const count = market.world.counts
    const room = count.occasions / count.blocks
    return values(market, blocks.occasions).flatMap((found, block) =>
      Array.from({ length: found }, (_, nth) => block * room + nth)
        .filter((one) => at(occasions.bought)[one] >= 0)
        .map((one) => {
          const route = at(occasions.route)[one] - 1
          return {
            from: at(routes.from)[route],
            to: at(routes.to)[route],
            feed: at(occasions.feed)[one] - 1,
            paid: (at(listings.price)[at(occasions.bought)[one]] * at(households.orders)[0]) / 1000,
          }
        }),
    )
  }
  const add = (all: ReturnType<typeof purchases>) => all.reduce((sum, { paid }) => sum + paid, 0)
  const today = (market: Market, day: number, name: string, at = {}) =>
    mean(market, name, at, day - 1, day)

  it('are those of its front, planned and on impulse, counted one by one', () => {
    const input = oftener(closed(), 20)
    const DAY = 21
    const market = createMarket(input, 'channels')
    market.run(DAY)
    const [shop, all] = [row(input, 'venues', venue), purchases(market)]
    const own = all.filter(({ from }) => from === shop)
    const [planned, impulse] = [true, false].map((plan) =>
      add(own.filter(({ feed }) => feed < 0 === plan)),
    )
    expect(planned).toBeGreaterThan(0)
    expect(impulse).toBeGreaterThan(0)
    expect(today(market, DAY, begun.name, { venue })).toBeCloseTo(planned + impulse, 6)
    expect(today(market, DAY, begunInFeeds.name, { venue })).toBeCloseTo(impulse, 6)
    // All that is paid in its checkout began there; more began there, by links.
    expect(add(own.filter(({ to }) => to === shop))).toBeCloseTo(
      today(market, DAY, 'sales', { venue }),
      6,
    )
    const sum = input.tables.venues.reduce(
      (total, { name }) => total + today(market, DAY, begun.name, { venue: name }),
      0,
    )
    expect(sum).toBeCloseTo(today(market, DAY, 'sales'), 6)
    expect(today(market, DAY, begun.name)).toBeCloseTo(today(market, DAY, 'sales'), 6)
  })

  it('say what it sells inside a partner, plans too, where its own checkout sells nothing', () => {
    const input = reopened('friction: 0, feed: true, login: 1')
    const day = dayOf(input, REOPENED) + 28
    const market = createMarket(input, 'channels')
    market.run(day)
    const [shop, partner] = [venue, 'tokopedia'].map((name) => row(input, 'venues', name))
    const inside = purchases(market).filter(({ from, to }) => from === shop && to === partner)
    const plans = inside.filter(({ feed }) => feed < 0)
    expect(today(market, day, 'sales', { venue })).toBe(0)
    expect(add(plans)).toBeGreaterThan(0)
    expect(today(market, day, begun.name, { venue })).toBeGreaterThanOrEqual(add(inside))
    expect(today(market, day, begun.name, { venue })).toBeGreaterThan(
      today(market, day, begunInFeeds.name, { venue }) + 0.999 * add(plans),
    )
    expect(today(market, day, begun.name, { venue: 'tokopedia' })).toBeCloseTo(
      today(market, day, 'sales', { venue: 'tokopedia' }) -
        add(purchases(market).filter(({ from, to }) => from !== partner && to === partner)),
      6,
    )
  })
})

describe('sales on impulse by the feed in which they begin', () => {
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
    // Work counts on Monday the parcels of the week that ended; the measure by venue says that it does not.
    expect(couriers.label.en).toContain('of the same day')
    expect(couriers.label.id).toContain('pada hari yang sama')
    const [workBefore, workAfter] = [shut, shut + 7].map((day) =>
      mean(market, 'employment', { kind: 'courier' }, day, day + 1),
    )
    expect(workBefore).not.toBe(workAfter)
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
