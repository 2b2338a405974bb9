/** Live sessions that traders hold themselves: who passes, who gives up. */
import { describe, expect, it } from 'vitest'
import {
  creators,
  FIRM_CLASS,
  feeds,
  KIND,
  listings,
  lists,
  sellers,
  slots,
} from '../../src/market/populations/index.ts'
import { attention } from '../../src/market/rules/attention/attention.ts'
import { sessions } from '../../src/market/rules/attention/sessions.ts'
import { showcase } from '../../src/market/rules/attention/showcase.ts'
import { streaming } from '../../src/market/rules/attention/streaming.ts'
import { feed } from '../../src/market/rules/feeds/feed.ts'
import { adoption } from '../../src/market/rules/firms/adoption.ts'
import { creator, regions, routes } from '../../src/market/tables/index.ts'
import { type Bench, bench, tuned, village } from './bench.ts'

const STREAM = 0
const V = 3
const ROOM = 4096
const ORDERS = 100_000
const [PRICE, COST, HOURS, HOST, OUTSIDE] = [50, 30, 4, 40, 10.7]

interface Trial {
  readonly desk: Bench
  readonly trader: number
}

/** A trader without sales who has just begun to stream to so many followers, among 60 creators. */
function trial(followers: number, conversion: number): Trial {
  let input = village(
    'size.sellers=120',
    'size.creators=60',
    'firms.slots=4096',
    `creator.conversion=${conversion}`,
    'venues.stream.rank-price=0',
  )
  input = tuned(input, 'attention', { viewers: 2e6 })
  input = tuned(input, 'sessions', { attempts: 1, firstFollowers: followers })
  input = tuned(input, 'showcase', { credibility: 0, socialProof: 0 })
  const desk = bench(input)
  desk.of(sellers.kind).fill(KIND.producer)
  const trader = desk.of(sellers.category).indexOf(0) + 3
  desk.of(sellers.kind)[trader] = KIND.trader
  desk.of(sellers.firmClass)[trader] = FIRM_CLASS.offline
  desk.of(sellers.skill)[trader] = 0.5
  desk.of(sellers.turnover).fill(100)
  desk.of(sellers.cash).fill(1e6)
  desk.of(sellers.stock).fill(1e6)
  desk.of(sellers.unitCost).fill(COST)
  desk.of(listings.price).fill(PRICE)
  desk.of(feeds.orders).fill(ORDERS)
  for (const rule of [adoption, streaming, attention]) desk.step(rule, 0)
  // He has no shop there yet, and all the others have.
  for (let seller = 0; seller < desk.count.sellers; seller++)
    desk.of(listings.open)[seller * V + STREAM] = seller === trader ? 0 : 1
  desk.of(sellers.recentRevenue).fill(0)
  return { desk, trader }
}

/** A week: buyers take of each slot of the list alike. */
function week({ desk, trader }: Trial, nth: number): void {
  for (const rule of [attention, sessions, showcase, adoption, feed]) desk.step(rule, 7 * nth)
  const listing = trader * V + STREAM
  const list = desk.of(routes.firstList)[STREAM]
  const held = desk.of(slots.listing).slice(list * ROOM, (list + 1) * ROOM)
  expect(desk.of(lists.covered)[list]).toBe(0)
  const share = held.filter((one) => one === listing).length / ROOM
  desk.of(listings.soldWeek)[listing] = ORDERS * share
}

const breakEven = (conversion: number) => (HOURS * (HOST + OUTSIDE)) / (conversion * (PRICE - COST))

describe('a session', () => {
  it('opens a shop, shows his goods to his viewers, and each of them buys as conversion says', () => {
    const one = trial(50_000, 0.01)
    week(one, 1)
    const { desk, trader } = one
    expect(desk.of(listings.open)[trader * V + STREAM]).toBe(1)
    const viewers = desk.of(sellers.liveAudience)[trader] * desk.of(sellers.weight)[trader]
    const brought =
      desk.of(listings.soldWeek)[trader * V + STREAM] *
      desk.of(sellers.byLive)[trader * desk.count.routes + STREAM]
    expect(viewers).toBeGreaterThan(1000)
    // Slots are whole.
    expect(Math.abs(brought - 0.01 * viewers)).toBeLessThan((1.5 * ORDERS) / ROOM)
  })

  it.each([
    ['a trader of 200 followers gives up', 200, 0.01, false],
    ['a trader of 30,000 followers gives up', 30_000, 0.01, false],
    ['a star of 300,000 followers passes', 300_000, 0.01, true],
    ['the same star where viewers hardly buy gives up', 300_000, 0.002, false],
    ['a trader of 30,000 followers where viewers buy readily passes', 30_000, 0.05, true],
  ])(
    'is kept up while its viewers are worth its hours and staff: %s',
    (_, F, conversion, passes) => {
      const one = trial(F, conversion)
      let viewers = 0
      for (let nth = 1; nth <= 6; nth++) {
        week(one, nth)
        // He judges by five whole weeks.
        if (nth === 6) break
        viewers += one.desk.of(sellers.liveAudience)[one.trader] / 5
        expect(one.desk.of(sellers.gaveUp)[one.trader]).toBe(0)
      }
      expect(viewers > breakEven(conversion)).toBe(passes)
      expect(one.desk.of(sellers.gaveUp)[one.trader]).toBe(passes ? 0 : 1)
      // What he opened for it he closes with it.
      expect(one.desk.of(listings.open)[one.trader * V + STREAM]).toBe(passes ? 1 : 0)
    },
  )

  it.each([
    ['goes on with a little more than', 1, 0],
    ['is given up with a little less than', -1, 1],
  ])('%s what its staff and his own hours are worth elsewhere', (_, beyond, gaveUp) => {
    const one = trial(50_000, 0.01)
    week(one, 1)
    const { desk, trader } = one
    desk.of(regions.wage).fill(1)
    desk.of(creator.outsideEarnings)[0] = OUTSIDE
    // The fifth week sells nothing: what the four before it have brought is judged.
    desk.of(listings.soldWeek).fill(0)
    desk.of(sellers.liveWeeks)[trader] = 4
    desk.of(sellers.liveEarnings)[trader] = 5 * HOURS * (HOST + OUTSIDE) + beyond
    desk.step(sessions, 14)
    expect(desk.of(sellers.gaveUp)[trader]).toBe(gaveUp)
  })

  it('passes with the audience of an artist, who passes himself', () => {
    const one = trial(200, 0.01)
    week(one, 1)
    const followers = [...one.desk.of(creators.followers)].sort((a, b) => b - a)
    const star = trial(followers[0], 0.01)
    const median = trial(followers[30], 0.01)
    for (let nth = 1; nth <= 6; nth++) for (const each of [star, median]) week(each, nth)
    expect(star.desk.of(sellers.gaveUp)[star.trader]).toBe(0)
    expect(median.desk.of(sellers.gaveUp)[median.trader]).toBe(1)
  })

  it('costs its hours and staff, and is over where nobody can be led to a checkout', () => {
    const one = trial(300_000, 0.01)
    week(one, 1)
    expect(one.desk.of(sellers.liveCost)[one.trader]).toBe(HOURS * HOST)
    expect(one.desk.of(sellers.liveHours)[one.trader]).toBe(HOURS)
    one.desk.of(routes.open)[STREAM] = 0
    one.desk.step(sessions, 14)
    expect(one.desk.of(sellers.liveHours)[one.trader]).toBe(0)
    expect(one.desk.of(sellers.liveCost)[one.trader]).toBe(0)
  })
})

describe('a trader whose sales have fallen', () => {
  it.each([
    ['by half: one in four tries within a year', 0.5, 1 - (1 - 0.01 * 0.5) ** 52],
    ['to nothing: two in five do', 0, 1 - (1 - 0.01) ** 52],
    ['not at all: nobody does', 1, 0],
  ])('%s', (_, left, share) => {
    const desk = bench(village('size.sellers=4000', 'size.creators=10'))
    desk.of(sellers.kind).fill(KIND.trader)
    desk.of(sellers.firmClass).fill(FIRM_CLASS.offline)
    desk.of(sellers.turnover).fill(100)
    desk.of(sellers.cash).fill(1e6)
    const usual = (100 * 1000) / 52.18
    desk.of(sellers.revenue).fill(left * usual)
    for (let nth = 1; nth <= 52; nth++) {
      desk.of(sellers.recentRevenue).fill(left * usual)
      desk.step(sessions, 7 * nth)
    }
    const venue = desk.of(sellers.liveVenue)
    const tried = [...desk.of(sellers.gaveUp)].filter((gave, row) => gave || venue[row] > 0)
    expect(Math.abs(tried.length / 4000 - share)).toBeLessThan(0.02)
  })
})
