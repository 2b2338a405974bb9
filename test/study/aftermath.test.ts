/** Who bought elsewhere and who sells again: by hand from records of four agents, and counted anew in a small country. */
import { describe, expect, it } from 'vitest'
import {
  createMarket,
  createPeople,
  type MarketInput,
  type PeoplePlan,
  type PeopleRecord,
} from '../../src/market/index.ts'
import { blocks, listings, occasions, sellers } from '../../src/market/populations/index.ts'
import { elsewhere, inForceOn, recovery } from '../../src/study/index.ts'
import type { Pair } from '../../src/study/members.ts'
import { aftermathSpans, runAftermath } from '../../src/study/run-aftermath.ts'
import { CLOSED, closed, dayOf, row, small } from '../policies/small.ts'

const SHUT = dayOf(closed(), CLOSED)
const VENUES = ['tiktok-shop', 'shopee', 'stalls'].map((name) => row(closed(), 'venues', name))
const [FEED, SHOP, STALL] = VENUES
const bit = (...venues: number[]) => venues.reduce((mask, venue) => mask | (1 << venue), 0)

/** The first four buyers and sellers, in records that hold nothing else. */
function pairOf(one: {
  readonly through: readonly number[]
  readonly visited: readonly [readonly number[], readonly number[]]
  readonly before: readonly number[]
  readonly sold: readonly [readonly number[], readonly number[]]
}): Pair {
  const input = { ...small(), size: { buyers: 4, sellers: 4, creators: 0 } }
  const V = input.tables.venues.length
  const plan: PeoplePlan = {
    ...{ fork: 20, before: { name: 'before', from: 0, to: 20 }, exposed: [FEED] },
    spans: [{ name: 'before', from: 0, to: 20 }],
    firstDays: [{ name: '7', from: 20, to: 27 }],
    recovery: [{ name: '4', from: 20, to: 48 }],
  }
  const sales = new Float32Array(4 * V)
  one.before.forEach((share, seller) => {
    sales[seller * V + FEED] = share
    sales[seller * V + SHOP] = 1 - share
  })
  const record = (side: 0 | 1) =>
    ({
      plan,
      ...{ present: Uint8Array.of(1, 1, 1, 1), throughExposed: Float32Array.from(one.through) },
      ...{ visited: [Uint32Array.from(one.visited[side])], sums: [{ sales }] },
      soldLater: [Float64Array.from(one.sold[side])],
    }) as unknown as PeopleRecord
  const attributes = { buyerWeight: [1000], weight: [10, 20, 30, 40] }
  return { input, attributes, before: record(0), after: record(1) } as unknown as Pair
}

const byHand = pairOf({
  // Three of four had bought in the feed.
  through: [5, 1, 0, 9],
  visited: [
    [bit(FEED), bit(FEED, STALL), bit(SHOP), 0],
    [bit(SHOP), bit(STALL), bit(SHOP), bit(SHOP, STALL)],
  ],
  // Exposed over half, all of them; the third does not sell in the baseline.
  before: [0.9, 0.8, 1, 0.6],
  sold: [
    [100, 100, 0, 100],
    [80, 79.9, 50, 300],
  ],
})

describe('buyers of a venue after its closure', () => {
  const found = runAftermath(byHand).elsewhere
  const people = (to: string) => found.find((one) => one.to === to)?.people

  it('are counted in people by where they bought, without and with the policy', () => {
    expect(found[0]).toMatchObject({ days: 7, members: 3000, agents: 3 })
    expect(people('elsewhere')).toEqual([1000, 3000])
    expect(people('other platforms')).toEqual([0, 2000])
    expect(people('stalls')).toEqual([1000, 2000])
    expect(people('shopee')).toEqual([0, 2000])
    expect(people('tiktok-shop')).toEqual([2000, 0])
  })

  it('have a paired difference over runs, and no interval where few agents stand for many', () => {
    const runs = [found, found.map((one) => ({ ...one, agents: 300 }))]
    const [all] = elsewhere('x', runs)
    expect(all.people).toMatchObject({ baseline: 1000, policy: 3000, difference: 2000, low: 2000 })
    expect(elsewhere('x', [found, found])[0].people.low).toBeNaN()
  })
})

describe('sellers of a venue after its closure', () => {
  const found = runAftermath(byHand).recovery

  it('are back with 80 % of what they sell in the baseline, weighed by firms', () => {
    const over = found.find(({ exposure }) => exposure === 'over 50 %')
    expect(over).toMatchObject({ weeks: 4, members: 10 + 20 + 40, agents: 3 })
    expect(over?.share).toBeCloseTo((10 + 40) / 70, 12)
  })

  it('have no share where there are none', () => {
    expect(found.find(({ exposure }) => exposure === 'none')?.share).toBeNaN()
    expect(recovery('x', [found]).map(({ exposure }) => exposure)).toEqual(['over 50 %'])
  })

  it('are all back where nothing differs', () => {
    const { before } = byHand
    for (const { share, members } of runAftermath({ ...byHand, after: before }).recovery)
      if (members > 0) expect(share).toBe(1)
  })
})

describe('the days that are followed', () => {
  it('begin with the first whole day of the policy, and end within the run', () => {
    const input = closed('policies.closure.effective=2022-08-03T17:00+07:00')
    expect(inForceOn(input, SHUT - 7)).toBe(SHUT + 1)
    expect(inForceOn(small(), 12)).toBe(12)
    const { firstDays, recovery: later } = aftermathSpans(10, 10 + 7 * 8)
    expect(firstDays.map(({ from, to }) => [from, to])).toEqual([
      [10, 17],
      [10, 38],
      [10, 59],
    ])
    expect(later.map(({ name, from, to }) => [name, from, to])).toEqual([
      ['4', 10, 38],
      ['8', 38, 66],
    ])
  })
})

describe('the record', () => {
  const input: MarketInput = closed()
  const plan: PeoplePlan = {
    ...{ fork: SHUT - 7, exposed: [FEED] },
    ...{ before: { name: 'before', from: 0, to: SHUT - 7 } },
    spans: [{ name: 'before', from: 0, to: SHUT - 7 }],
    firstDays: [{ name: '7', from: SHUT, to: SHUT + 7 }],
    recovery: [{ name: '4', from: SHUT, to: SHUT + 28 }],
  }

  it('has every buyer and firm of the days, as counted anew', () => {
    const market = createMarket(input, 'aftermath', { record: false })
    const { world } = market
    const people = createPeople(world, input, plan)
    const V = input.tables.venues.length
    const [found, buyer, bought, sold, price, weight] = [
      blocks.occasions,
      occasions.buyer,
      occasions.bought,
      listings.sold,
      listings.price,
      sellers.weight,
    ].map((column) => world.view(column))
    const visits = new Set<string>()
    let sales = 0
    market.run(SHUT + 28, (day) => {
      people.observe(day)
      if (day < SHUT) return
      const room = world.counts.occasions / world.counts.blocks
      if (day < SHUT + 7)
        for (let block = 0; block < found.length; block++)
          for (let at = block * room; at < block * room + found[block]; at++)
            if (bought[at] >= 0) visits.add(`${buyer[at]} ${bought[at] % V}`)
      for (let listing = 0; listing < sold.length; listing++)
        sales += sold[listing] * price[listing]
    })
    const { visited, soldLater, generation } = people.record
    const told = Array.from(visited[0]).flatMap((mask, who) =>
      input.tables.venues.flatMap((_, venue) => (mask & bit(venue) ? [`${who} ${venue}`] : [])),
    )
    expect(new Set(told)).toEqual(visits)
    expect(visits.size).toBeGreaterThan(300)
    const orders = Number(input.tables.households[0].values.weight)
    const purchases = Number(input.tables.households[0].values.purchases)
    const now = world.view(sellers.generation)
    const same = soldLater[0].reduce(
      (all, value, seller) =>
        all + (generation[seller] === now[seller] ? value * weight[seller] : 0),
      0,
    )
    // Entrants are others; nearly all firms are members.
    expect(same / (sales * orders * purchases)).toBeGreaterThan(0.9)
    expect(same / (sales * orders * purchases)).toBeLessThanOrEqual(1 + 1e-9)
  })
})
