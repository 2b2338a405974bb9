import { describe, expect, it } from 'vitest'
import { feeds, KIND, listings, lists, sellers, slots } from '../../src/market/populations/index.ts'
import { feed } from '../../src/market/rules/feeds/feed.ts'
import { adoption } from '../../src/market/rules/firms/adoption.ts'
import { copycat } from '../../src/market/rules/firms/copycat.ts'
import { takings } from '../../src/market/rules/trade/takings.ts'
import { households, venues } from '../../src/market/tables/index.ts'
import { type Bench, bench, rowsWhere, sum, tuned, village } from './bench.ts'

const [STREAM, SHOP] = [0, 1]
const V = 3
const C = 2

/** Twelve hundred firms, one behind each row, all open at the shop and equally popular there. */
function mall(copies: number, parameters: Record<string, number> = {}): Bench {
  const input = tuned(village('size.sellers=1200'), 'copycat', parameters)
  const desk = bench(input)
  desk.of(sellers.weight).fill(1)
  desk.of(listings.open).fill(1)
  desk.of(listings.popularity).fill(5)
  desk.of(venues.copies)[SHOP] = copies
  return desk
}
const month = (desk: Bench, nth: number) => desk.step(copycat, 28 * nth)
const makers = (desk: Bench) =>
  rowsWhere(
    1200,
    (row) => desk.of(sellers.nextLabel)[row] > 0 || desk.of(sellers.ownLabel)[row] > 0,
  )
const copied = (desk: Bench) => rowsWhere(1200, (row) => desk.of(sellers.copied)[row] === 1)

describe('a platform that copies', () => {
  it('nothing leaves everybody as he is', () => {
    const desk = mall(0)
    const owner = Array.from(desk.of(sellers.owner))
    for (let nth = 1; nth < 8; nth++) month(desk, nth)
    expect(copied(desk)).toEqual([])
    expect(Array.from(desk.of(sellers.owner))).toEqual(owner)
  })

  it('copies a share of its listings a year, each by an importer of the category', () => {
    const desk = mall(0.05)
    for (let nth = 1; nth <= 13; nth++) month(desk, nth)
    const category = desk.of(sellers.category)
    const listed = [0, 1].map((one) => rowsWhere(1200, (row) => category[row] === one).length)
    for (const one of [0, 1]) {
      const made = makers(desk).filter((row) => category[row] === one).length
      expect(Math.abs(made - 0.05 * listed[one])).toBeLessThan(2)
      expect(copied(desk).filter((row) => category[row] === one)).toHaveLength(made)
    }
    for (const row of makers(desk)) expect(desk.of(sellers.kind)[row]).toBe(KIND.importer)
  })

  it('copies as many in a year however often it looks, and only when it looks', () => {
    const desk = mall(0.05, { reviewWeeks: 13 })
    for (let week = 1; week < 13; week++) desk.step(copycat, 7 * week)
    expect(makers(desk)).toEqual([])
    for (let week = 13; week <= 52; week++) desk.step(copycat, 7 * week)
    expect(Math.abs(makers(desk).length - 0.05 * 1200)).toBeLessThan(4)
  })

  it('copies what sells best', () => {
    const desk = mall(0.05, { attraction: 5 })
    const popularity = desk.of(listings.popularity)
    for (let row = 0; row < 1200; row++) popularity[row * V + SHOP] = row % 50 === 0 ? 500 : 1
    month(desk, 1)
    expect(copied(desk).length).toBeGreaterThan(2)
    for (const row of copied(desk)) expect(row % 50).toBe(0)
  })

  it('copies nothing that it may not know, that nobody buys, or that is made to order', () => {
    const change: ((desk: Bench) => unknown)[] = [
      (desk) => desk.of(venues.sellerData).fill(0),
      (desk) => desk.of(listings.popularity).fill(0),
      (desk) => desk.of(sellers.madeToOrder).fill(1),
    ]
    for (const one of change) {
      const desk = mall(0.2, { custom: 0 })
      one(desk)
      month(desk, 1)
      expect(copied(desk)).toEqual([])
    }
    const desk = mall(0.2)
    month(desk, 1)
    expect(copied(desk).length).toBeGreaterThan(5)
  })

  it('stops with the data, and keeps what it lists', () => {
    const desk = mall(0.1, { lag: 0 })
    month(desk, 1)
    const before = makers(desk)
    desk.of(venues.sellerData)[SHOP] = 0
    for (let nth = 2; nth < 8; nth++) month(desk, nth)
    expect(makers(desk)).toEqual(before)
    expect(sum(desk.of(feeds.copyRoom))).toBe(0)
  })

  it('does not copy faster where a row stands for many firms', () => {
    const desk = mall(0.05)
    desk.of(sellers.weight).fill(40)
    for (let nth = 1; nth <= 13; nth++) month(desk, nth)
    for (let cell = SHOP * C; cell < SHOP * C + C; cell++)
      expect(Math.abs(desk.of(feeds.copyRoom)[cell])).toBeLessThanOrEqual(40)
    expect(Math.abs(makers(desk).length * 40 - 0.05 * 1200 * 40)).toBeLessThan(100)
  })
})

describe('a copy', () => {
  it('comes after its lag, a little worse than what it copies', () => {
    const desk = mall(0.02, { lag: 3, gap: 0.3 })
    desk.of(sellers.quality).forEach((_, row) => {
      desk.of(sellers.quality)[row] = row / 1000
    })
    desk.step(copycat, 28)
    const pending = rowsWhere(1200, (row) => desk.of(sellers.nextLabel)[row] === SHOP + 1)
    expect(pending.length).toBeGreaterThan(0)
    const worse = copied(desk).map((row) => Math.round(1000 * (row / 1000 - 0.3)))
    for (const row of pending)
      expect(worse).toContain(Math.round(1000 * desk.of(sellers.labelQuality)[row]))
    for (const week of [5, 6]) {
      desk.step(copycat, 7 * week)
      for (const row of pending) expect(desk.of(sellers.ownLabel)[row]).toBe(0)
    }
    desk.step(copycat, 49)
    for (const row of pending) expect(desk.of(sellers.ownLabel)[row]).toBe(SHOP + 1)
  })

  it('is listed by an importer who had no shop there, while there is one', () => {
    const desk = mall(0.02, { lag: 0 })
    const importers = rowsWhere(1200, (row) => desk.of(sellers.kind)[row] === KIND.importer)
    for (const row of importers.slice(0, -40)) desk.of(listings.open)[row * V + SHOP] = 0
    month(desk, 1)
    desk.step(copycat, 35)
    const mine = makers(desk)
    expect(mine.length).toBeGreaterThan(0)
    for (const row of mine) expect(desk.of(listings.open)[row * V + SHOP]).toBe(0)
    desk.step(adoption, 35)
    for (const row of mine) expect(desk.of(listings.open)[row * V + SHOP]).toBe(1)
  })

  it('has one owner with all copies of its platform, and ends with its maker', () => {
    const desk = mall(0.1, { lag: 0 })
    month(desk, 1)
    desk.step(copycat, 35)
    const mine = makers(desk)
    expect(new Set(mine.map((row) => desk.of(sellers.owner)[row])).size).toBe(1)
    expect(mine).toContain(desk.of(sellers.owner)[mine[0]])
    desk.of(sellers.entrant)[mine[1]] = 1
    desk.step(copycat, 42)
    expect(desk.of(sellers.owner)[mine[1]]).toBe(mine[1])
    expect(desk.of(sellers.ownLabel)[mine[1]]).toBe(0)
  })

  it('leaves its maker what it costs, and the platform the profit', () => {
    const desk = mall(0.05, { lag: 0 })
    desk.of(listings.price).fill(100)
    desk.of(sellers.unitCost).fill(60)
    desk.of(sellers.creatorCommission).fill(0.1)
    desk.of(venues.commission).fill(0.05)
    desk.of(venues.flatFee).fill(2)
    month(desk, 1)
    desk.step(copycat, 35)
    const [maker] = makers(desk)
    desk.of(listings.sold).fill(0)
    desk.of(listings.sold)[maker * V + SHOP] = 3
    desk.of(listings.sold)[maker * V + STREAM] = 4
    desk.of(sellers.ordersToday)[maker] = 7
    desk.of(households.orders)[0] = 20
    desk.step(takings, 35)
    // Nothing was shown by creators: 100 (1 - 5 %) - 2 - 60 an order at the shop alone, of twenty pieces.
    expect(desk.of(sellers.labelProfit)[maker]).toBeCloseTo(20 * 3 * 33, 9)
    expect(sum(desk.of(feeds.labelIncome))).toBeCloseTo(3 * 33, 9)
    const left = [sellers.revenue, sellers.fees, sellers.labelProfit].map(
      (column) => desk.of(column)[maker],
    )
    expect(left[0] - left[1] - left[2]).toBeCloseTo(20 * (3 * 60 + 4 * 93), 9)
  })

  it('pays creators for its own label as for other goods', () => {
    const desk = mall(0.05, { lag: 0 })
    desk.of(listings.price).fill(100)
    desk.of(sellers.unitCost).fill(60)
    desk.of(sellers.creatorCommission).fill(0.1)
    desk.of(venues.affiliates)[SHOP] = 1
    month(desk, 1)
    desk.step(copycat, 35)
    const [maker] = makers(desk)
    desk.of(listings.sold).fill(0)
    desk.of(listings.sold)[maker * V + SHOP] = 3
    desk.of(sellers.ordersToday)[maker] = 3
    const way = maker * desk.count.routes + SHOP
    desk.of(sellers.served)[way] = 3
    desk.of(sellers.impulse)[way] = 2
    desk.of(sellers.hosting)[way] = 100
    desk.of(households.orders)[0] = 20
    desk.step(takings, 35)
    // Two of the three came through creators, at Rp 10,000 each.
    expect(desk.of(sellers.commissions)[maker]).toBeCloseTo(20 * 2 * 10, 4)
    expect(sum(desk.of(feeds.labelIncome))).toBeCloseTo(3 * 40 - 2 * 10, 4)
  })

  it('takes slots of the feed where it is ranked first, and only at its platform', () => {
    const shown = [0, 1].map((preference) => {
      const desk = mall(0.05, { lag: 0 })
      desk.of(listings.price).fill(50)
      desk.of(sellers.stock).fill(1000)
      month(desk, 1)
      desk.step(copycat, 35)
      desk.of(venues.rankOwn)[SHOP] = preference
      desk.step(feed, 35)
      const mine = new Set(makers(desk))
      const room = desk.count.slots / desk.count.lists
      return [STREAM, SHOP].map((venue) => {
        const from = venue * C * room
        const held = [...desk.of(slots.listing)].slice(from, from + C * room)
        expect(desk.of(lists.covered)[venue * C]).toBe(0)
        return held.filter((listing) => mine.has(Math.floor(listing / V))).length
      })
    })
    expect(shown[1][SHOP] / shown[0][SHOP]).toBeGreaterThan(1.7)
    expect(shown[1][STREAM]).toBe(shown[0][STREAM])
  })
})
