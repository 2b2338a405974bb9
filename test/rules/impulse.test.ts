/** Impulses have an outside option: a plain logit between what a feed shows and nothing. */
import { describe, expect, it } from 'vitest'
import { createMarket, type Market, type MarketInput } from '../../src/market/index.ts'
import {
  appeals,
  blocks,
  buyers,
  classes,
  lists,
  markets,
  occasions,
  today,
} from '../../src/market/populations/index.ts'
import { venueAppeal } from '../../src/market/rules/shopping/venue-appeal.ts'
import { venueChoice } from '../../src/market/rules/shopping/venue-choice.ts'
import { nests, regions, routes, venues } from '../../src/market/tables/index.ts'
import { firstDifference } from '../../src/scenario/index.ts'
import { country } from '../textbook/markets.ts'
import { type Bench, bench, sum, village } from './bench.ts'

const [STREAM, SHOP] = [0, 1]
const [SHARE, LAMBDA] = [0.3, 0.5]

/** The village with a feed at a platform, a link from there to another, and constants settled on the first day. */
function desk(): Bench {
  const one = bench(
    village(
      'venues.stream.impulse-hours=1',
      'venues.stream.courier=true',
      'venues.stream.subsidy=2',
      `nests.online.dissimilarity=${LAMBDA}`,
      `households.impulse-acceptance=${SHARE}`,
    ),
  )
  one.of(regions.delivery).fill(10)
  one.of(routes.open).fill(1)
  // The route to the other platform begins in the feed.
  one.of(routes.from)[SHOP] = STREAM
  one.of(routes.friction)[SHOP] = 1.2
  one.of(lists.inclusiveValue).fill(3)
  one.step(venueAppeal, 0)
  return one
}
const probabilities = (one: Bench, route = STREAM) => {
  const A = one.count.routes
  return Array.from({ length: one.count.scales }, (_, seen) => {
    const odds = one.of(appeals.impulseOdds)[seen * A + route]
    return odds / (1 + odds)
  })
}
/** Price coefficient inside the nest of platforms, by row of `scales`. */
const coefficient = (one: Bench, seen: number) => {
  const [K, R] = [one.count.classes, one.count.regions]
  const category = Math.floor(seen / K / R)
  return one.of(classes.sensitivity)[(seen % K) * one.count.categories + category] / LAMBDA
}

describe('the outside option of an impulse', () => {
  it('makes the accepted share of exposures what it is set to, in every category, region and class', () => {
    for (const probability of probabilities(desk())) expect(probability).toBeCloseTo(SHARE, 12)
  })

  it('gives orders the elasticity (1 - a) a_price p, of prices, delivery and subsidies alike', () => {
    const price = 80
    const rise = 1e-4
    const raised: ((one: Bench) => void)[] = [
      // All prices of the list: ln sum e^(v - a p) falls by a dp.
      (one) => {
        const K = one.count.classes
        one.of(lists.inclusiveValue).forEach((value, at) => {
          const list = Math.floor(at / K)
          const seen = (list % one.count.categories) * one.count.regions * K + (at % K)
          one.of(lists.inclusiveValue)[at] = value - coefficient(one, seen) * price * rise
        })
      },
      (one) => one.of(regions.delivery).fill(10 + price * rise),
      (one) => {
        one.of(venues.subsidy)[STREAM] -= price * rise
      },
    ]
    for (const raise of raised) {
      const one = desk()
      const before = probabilities(one)
      raise(one)
      one.step(venueAppeal, 1)
      probabilities(one).forEach((after, seen) => {
        const elasticity = (after / before[seen] - 1) / rise
        const expected = -(1 - SHARE) * coefficient(one, seen) * price
        expect(elasticity / expected).toBeCloseTo(1, 2)
      })
    }
  })

  it('moves by the part of delivery and subsidy that falls on a piece of an order', () => {
    const [DEARER, MORE, PIECES] = [6, 2, 4]
    const one = desk()
    one.of(venues.pieces)[STREAM] = PIECES
    one.step(venueAppeal, 0)
    one.of(regions.delivery).fill(10 + DEARER)
    one.of(venues.subsidy)[STREAM] += MORE
    one.step(venueAppeal, 1)
    probabilities(one).forEach((probability, seen) => {
      const cost = (coefficient(one, seen) * (DEARER - MORE)) / PIECES
      const odds = (SHARE / (1 - SHARE)) * Math.exp(-cost)
      expect(probability).toBeCloseTo(odds / (1 + odds), 9)
    })
  })

  it('takes the friction of a link from the odds, once the checkout of the feed is shut', () => {
    const one = desk()
    one.of(venues.courier)[SHOP] = 1
    one.of(venues.subsidy)[SHOP] = 2
    one.of(routes.open)[STREAM] = 0
    one.step(venueAppeal, 1)
    const odds = (SHARE / (1 - SHARE)) * Math.exp(-1.2)
    for (const one0 of probabilities(one, SHOP)) expect(one0).toBeCloseTo(odds / (1 + odds), 9)
    for (const one0 of probabilities(one)) expect(one0).toBe(0)
  })

  it('follows the goods while constants are solved, and stands still then', () => {
    const one = desk()
    one.of(lists.inclusiveValue).fill(4)
    one.of(today.solving)[0] = 1
    for (let day = 1; day < 400; day++) one.step(venueAppeal, day)
    for (const probability of probabilities(one)) expect(probability).toBeCloseTo(SHARE, 5)
    one.of(today.solving)[0] = 0
    one.of(lists.inclusiveValue).fill(5)
    for (let day = 400; day < 430; day++) one.step(venueAppeal, day)
    const odds = (SHARE / (1 - SHARE)) * Math.E
    for (const probability of probabilities(one))
      expect(probability).toBeCloseTo(odds / (1 + odds), 4)
  })
})

describe('an exposure', () => {
  const EXPOSED = 60
  /** What becomes of exposures of the first buyer at given odds. */
  function exposed(odds: number, from: number) {
    const one = desk()
    one.of(appeals.impulseOdds).fill(odds)
    one.of(buyers.accounts).fill(0xff)
    one.of(blocks.occasions)[0] = EXPOSED
    for (let row = 0; row < EXPOSED; row++) {
      one.of(occasions.buyer)[row] = 1
      one.of(occasions.category)[row] = 0
      one.of(occasions.feed)[row] = STREAM + 1
      one.of(occasions.noise)[row] = Math.imul(from + row, 0x9e3779b1)
    }
    one.step(venueChoice, 1)
    return {
      taken: Array.from(one.of(occasions.route).slice(0, EXPOSED), (route) => route > 0),
      surplus: sum(one.of(blocks.surplus)),
      alpha: one.of(classes.sensitivity)[one.of(buyers.incomeClass)[1] * one.count.categories],
    }
  }

  it('ends in an order with the probability of the logit', () => {
    let taken = 0
    for (let turn = 0; turn < 40; turn++)
      taken += exposed(0.5, 1000 * turn + 1).taken.filter(Boolean).length
    const [n, p] = [40 * EXPOSED, 1 / 3]
    expect(Math.abs(taken - n * p)).toBeLessThan(4 * Math.sqrt(n * p * (1 - p)))
  })

  it('is only ever lost where odds fall', () => {
    const [many, few] = [exposed(1.5, 7).taken, exposed(0.4, 7).taken]
    expect(few.filter(Boolean).length).toBeLessThan(many.filter(Boolean).length)
    few.forEach((taken, row) => {
      if (taken) expect(many[row]).toBe(true)
    })
  })

  it('is worth its log-sum, the more the better what is shown', () => {
    const { surplus, alpha } = exposed(0.5, 7)
    expect(surplus).toBeCloseTo((EXPOSED * LAMBDA * Math.log(1.5)) / alpha, 9)
  })
})

describe('a country', () => {
  const SOLVED = 20 * 7
  /** The week after: all that moves is the subsidy, since feeds choose their goods anew on Mondays. */
  const END = SOLVED + 7
  /** Kilorupiah an order. */
  const MORE = 10
  const input = (more = 0): MarketInput => {
    const small = country(
      { buyers: 24000, sellers: 600, creators: 40 },
      `courses:\n  - of: venues.tiktok-shop.subsidy\n    points: { 2022-11-21: ${3 + more} kRp }\n`,
    )
    return { ...small, days: END, solveUntil: SOLVED, policies: [] }
  }
  /** Orders of a week, and what its exposures are expected to end in, at their odds and at e^(a s / h) times them. */
  function weekOf(market: Market): { orders: number; expected: number; paid: number } {
    const { world } = market
    const { categories: C, regions: R, classes: K, routes: A } = world.counts
    const [lambda] = world.view(nests.dissimilarity)
    const [pieces] = world.view(venues.pieces)
    const of = { orders: 0, expected: 0, paid: 0 }
    market.run(END, (day) => {
      if (day < SOLVED) return
      of.orders += sum(world.view(markets.impulse))
      const found = world.view(blocks.occasions)
      const room = world.view(occasions.feed).length / found.length
      for (let block = 0; block < found.length; block++)
        for (let row = block * room; row < block * room + found[block]; row++) {
          if (world.view(occasions.feed)[row] === 0) continue
          const buyer = world.view(occasions.buyer)[row]
          const category = world.view(occasions.category)[row]
          const incomeClass = world.view(buyers.incomeClass)[buyer]
          const seen = (category * R + world.view(buyers.region)[buyer]) * K + incomeClass
          const odds = world.view(appeals.impulseOdds)[seen * A]
          const alpha = world.view(classes.sensitivity)[incomeClass * C + category]
          const more = odds * Math.exp((alpha * MORE) / pieces / lambda)
          of.expected += odds / (1 + odds)
          of.paid += more / (1 + more)
        }
    })
    return of
  }

  it('buys more on impulse where the platform pays a part of the price', () => {
    let [before, after, expected, paid] = [0, 0, 0, 0]
    for (const seed of ['impulse', 'b', 'c', 'd']) {
      const [own, paidMore] = [input(), input(MORE)]
      // Until the subsidy rises both are one market.
      const trunk = createMarket(own, seed)
      trunk.run(firstDifference(own, paidMore))
      const from = trunk.snapshot()
      const plain = weekOf(trunk)
      before += plain.orders
      expected += plain.expected
      paid += plain.paid
      after += weekOf(createMarket(paidMore, seed, { from })).orders
    }
    expect(paid / expected).toBeGreaterThan(1.1)
    // Who buys at the lower odds buys at the higher: what is left to chance is the orders that are added.
    expect(Math.abs(after - before - (paid - expected))).toBeLessThan(
      3 * Math.sqrt(paid - expected),
    )
    expect(after / before / (paid / expected)).toBeGreaterThan(0.93)
    expect(after / before / (paid / expected)).toBeLessThan(1.07)
  })
})
