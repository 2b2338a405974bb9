/** Creators: what they are paid, and what they make of it. */
import { describe, expect, it } from 'vitest'
import { quotient } from '../../src/engine/index.ts'
import { createMarket, rowOf } from '../../src/market/index.ts'
import { creators, feeds, listings, sellers, today } from '../../src/market/populations/index.ts'
import { attention } from '../../src/market/rules/attention/attention.ts'
import { creatorPay } from '../../src/market/rules/attention/creator-pay.ts'
import { showcase } from '../../src/market/rules/attention/showcase.ts'
import { choosePlatform, hoursAt, streaming } from '../../src/market/rules/attention/streaming.ts'
import { feed } from '../../src/market/rules/feeds/feed.ts'
import { adoption } from '../../src/market/rules/firms/adoption.ts'
import { creator, households, routes, venues } from '../../src/market/tables/index.ts'
import { reopened, small } from '../policies/small.ts'
import { type Bench, bench, rowsWhere, sum, tuned, village } from './bench.ts'

const [STREAM, SHOP] = [0, 1]
const TWO = [
  'venues.shop.streams=true',
  'venues.shop.live-sellers=0.5',
  'venues.shop.affiliates=true',
]

describe('commissions', { timeout: 120_000 }, () => {
  const shared = reopened('feed: true, route: true')
  const linked = small(
    'policies:\n  - closure: { venue: tiktok-shop, announced: 2022-07-27, effective: 2022-08-03 }\n',
  )
  const cases = [
    ['with a closure and links out', linked],
    ['with a closure and a reopening that shares the feed', shared],
  ] as const

  it.each(cases)('go to the creators of the feed where the order began, %s', (_, input) => {
    const market = createMarket(input, 'commissions')
    const of = (column: Parameters<typeof market.world.view>[0]) => market.world.view(column)
    const A = input.tables.routes.length
    const V = input.tables.venues.length
    const tiktok = rowOf(input, 'venues', 'tiktok-shop')
    const [from, to] = [routes.from, routes.to].map((column) => [...of(column)])
    const last: { owed: number[]; sellers: number; at: number[]; out: number }[] = []
    let afterwards = 0
    market.run(63, (day) => {
      if (day % 7 === 6) {
        // Sunday: what sellers owe, by the feed in which the orders began.
        const owed = new Array(V).fill(0)
        let out = 0
        of(sellers.hosted).forEach((orders, way) => {
          const [seller, route] = [quotient(way, A), way % A]
          const pay =
            orders *
            of(listings.price)[seller * V + to[route]] *
            of(sellers.creatorCommission)[seller]
          owed[from[route]] += pay
          if (from[route] === tiktok && to[route] !== tiktok) out += pay
        })
        const paid = [...of(sellers.commissions)].map((one, row) => one * of(sellers.weight)[row])
        last.push({ owed, sellers: sum(paid), at: [...of(creators.venue)], out })
      }
      const week = last.at(-1)
      if (day % 7 !== 0 || week === undefined) return
      const weight = of(creator.weight)[0]
      const people = of(households.orders)[0]
      const earned = new Array(V).fill(0)
      of(creators.income).forEach((income, who) => {
        earned[week.at[who] - 1] += income * weight
      })
      // Nothing has been shown in the first week.
      expect(sum(earned) > 0).toBe(day > 7)
      expect(Math.abs(sum(earned) - week.sellers)).toBeLessThanOrEqual(1e-9 * week.sellers)
      week.owed.forEach((owed, venue) => {
        expect(Math.abs(earned[venue] - owed * people)).toBeLessThanOrEqual(1e-9 * owed * people)
      })
      if (day > 42) afterwards += week.out
    })
    // After the closure TikTok's creators live on what is paid elsewhere.
    expect(afterwards).toBeGreaterThan(0)
  })

  it('leave nobody who streams without any, for good', () => {
    const market = createMarket(small('', 'size.creators=120'), 'commissions')
    const income = new Float64Array(120)
    const hours = new Float64Array(120)
    market.run(36 * 7, (day) => {
      if (day % 7 !== 0 || day < 10 * 7) return
      market.world.view(creators.income).forEach((one, who) => {
        income[who] += one
        hours[who] += market.world.view(creators.hours)[who] / 26
      })
    })
    const streaming = rowsWhere(120, (who) => hours[who] >= 1)
    expect(streaming.length).toBeGreaterThan(80)
    for (const who of streaming) expect(income[who], `creator ${who}`).toBeGreaterThan(0)
  })

  /** Twenty thousand creators with followers at the middles of equal parts of a Pareto distribution. */
  function stars(tail: number): Bench {
    const desk = bench(
      tuned(village('size.creators=20000', 'creator.slots=4'), 'attention', { discovery: 0 }),
    )
    desk.step(adoption, 0)
    desk.step(streaming, 0)
    const N = desk.count.creators
    for (const column of [creators.followers, creators.usualFollowers])
      for (let who = 0; who < N; who++) desk.of(column)[who] = ((who + 0.5) / N) ** (-1 / tail)
    desk.of(listings.price).fill(30)
    desk.of(sellers.stock).fill(100)
    for (const rule of [feed, attention, showcase]) desk.step(rule, 0)
    return desk
  }

  it('are shared by audience: the top shares are those of F^g, q^(1 - g/tail)', () => {
    const tail = 2
    const desk = stars(tail)
    const A = desk.count.routes
    // Every viewer of what is shown buys alike.
    desk.of(sellers.hosting).forEach((viewers, way) => {
      const seller = quotient(way, A)
      desk.of(sellers.hosted)[way] =
        viewers / desk.of(listings.price)[seller * 3] / desk.of(sellers.creatorCommission)[seller]
    })
    desk.step(creatorPay, 7)
    const income = [...desk.of(creators.income)].sort((one, other) => other - one)
    for (const q of [0.01, 0.1, 0.5]) {
      const share = sum(income.slice(0, q * income.length)) / sum(income)
      expect(share, `top ${q}`).toBeCloseTo(q ** (1 - 0.9 / tail), 2)
    }
  })
})

describe('the choice of platform', () => {
  const shares = (worth: number[], own: number, scale: number, stay: number) => {
    const draws = 100_000
    const count = worth.map(() => 0)
    for (let k = 0; k < draws; k++)
      count[choosePlatform(worth, own, scale, stay, (k + 0.5) / draws)]++
    return count.map((one) => one / draws)
  }

  it('is a logit of log earnings over its scale, with the stay bonus', () => {
    const worth = [3, 1, 0, 2]
    for (const scale of [0.3, 1, 2])
      for (const stay of [0, 1.5]) {
        const odds = worth.map((w, k) => w ** (1 / scale) * (k === 1 ? Math.exp(stay) : 1))
        shares(worth, 1, scale, stay).forEach((share, k) => {
          expect(share).toBeCloseTo(odds[k] / sum(odds), 4)
        })
      }
  })

  it('stays where nothing is earned anywhere', () => {
    expect(choosePlatform([0, 0], 1, 1, 1, 0.3)).toBe(1)
    expect(choosePlatform([0, 0], -1, 1, 1, 0.3)).toBe(-1)
  })
})

describe('creators', () => {
  const WAGE = [6, 4]
  /** Creators who earn a fixed amount an hour on each of two platforms, whoever they are. */
  function market(parameters: Record<string, number> = {}, ...set: string[]): Bench {
    const input = village('size.creators=4000', 'creator.convexity=0', ...TWO, ...set)
    const desk = bench(tuned(input, 'streaming', parameters))
    desk.of(creators.skill).fill(0)
    desk.of(feeds.perFollowing).fill(1)
    WAGE.forEach((wage, venue) => {
      desk.of(feeds.perViewer)[venue] = wage
    })
    desk.step(streaming, 0)
    return desk
  }
  /** A week in which an hour earns what it does. */
  function week(
    desk: Bench,
    nth: number,
    wage: (venue: number) => number = (venue) => WAGE[venue],
  ) {
    desk.of(creators.hours).forEach((hours, who) => {
      desk.of(creators.income)[who] = hours * wage(desk.of(creators.venue)[who] - 1)
    })
    desk.step(streaming, 7 * nth)
  }
  const at = (desk: Bench, venue: number) =>
    rowsWhere(desk.count.creators, (who) => desk.of(creators.venue)[who] === venue + 1).length

  it('stand on two platforms as the softmax of what an hour earns there', () => {
    for (const choiceScale of [0.5, 1]) {
      const desk = market({ choiceScale, stay: 0, reviews: 1 })
      for (let nth = 1; nth < 25; nth++) week(desk, nth)
      const odds = WAGE.map((wage) => wage ** (1 / choiceScale))
      const expected = odds[STREAM] / sum(odds)
      const error = Math.sqrt((expected * (1 - expected)) / 4000)
      expect(Math.abs(at(desk, STREAM) / 4000 - expected)).toBeLessThan(3.5 * error)
    }
  })

  it('stay more where staying is worth something: the stationary shares of the chain', () => {
    const desk = market({ choiceScale: 1, stay: 1.5, reviews: 1 })
    for (let nth = 1; nth < 60; nth++) week(desk, nth)
    // By detailed balance: a platform's share goes as its odds times all odds seen from there.
    const seen = WAGE.map((own, k) => own * Math.exp(1.5) + WAGE[1 - k])
    const weight = WAGE.map((wage, k) => wage * seen[k])
    const expected = weight[STREAM] / sum(weight)
    expect(Math.abs(at(desk, STREAM) / 4000 - expected)).toBeLessThan(3.5 * Math.sqrt(0.25 / 4000))
  })

  it('stream as long as pays against their other work: the closed form, inside its bounds', () => {
    expect(hoursAt(5, 5, 40, 1.3)).toBe(20)
    expect(hoursAt(10, 5, 40, 1)).toBeCloseTo(40 / 1.5, 12)
    expect(hoursAt(0, 5, 40, 1)).toBe(0)
    expect(hoursAt(1e9, 5, 40, 1)).toBeLessThan(40.001)
    // Elasticity eta (1 - h / h_max).
    const slope = Math.log(hoursAt(2.002, 5, 40, 0.8) / hoursAt(2, 5, 40, 0.8)) / Math.log(1.001)
    expect(slope).toBeCloseTo(0.8 * (1 - hoursAt(2, 5, 40, 0.8) / 40), 2)
    const desk = market({ reviews: 0 }, 'creator.hours=9')
    for (let nth = 1; nth < 60; nth++) week(desk, nth)
    const taste = desk.of(today.streamingTaste)[0]
    desk.of(creators.hours).forEach((hours, who) => {
      const other =
        (taste * desk.of(creators.outside)[who]) / WAGE[desk.of(creators.venue)[who] - 1]
      expect(hours).toBeCloseTo(40 / (1 + other), 3)
    })
    // The taste is such that the target is met.
    expect(sum(desk.of(creators.hours)) / 4000).toBeCloseTo(9, 3)
  })

  it('change nothing where earnings do not change, for a year', () => {
    const desk = market({ reviews: 0 })
    for (let nth = 1; nth < 80; nth++) week(desk, nth)
    const before = [...desk.of(creators.hours)]
    for (let nth = 80; nth < 132; nth++) week(desk, nth)
    desk.of(creators.hours).forEach((hours, who) => {
      expect(hours).toBeCloseTo(before[who], 4)
    })
  })

  it('stop when earnings end: a quarter of the way a week behind what they have come to expect', () => {
    const desk = market({ reviews: 0 })
    for (let nth = 1; nth < 60; nth++) week(desk, nth)
    const taste = desk.of(today.streamingTaste)[0]
    desk.of(feeds.perViewer).fill(0)
    let hours = desk.of(creators.hours)[7]
    let earned = WAGE[desk.of(creators.venue)[7] - 1]
    for (let nth = 60; nth < 100; nth++) {
      week(desk, nth, () => 0)
      earned *= 0.75
      hours += 0.25 * (hoursAt(earned, taste * desk.of(creators.outside)[7], 40, 1) - hours)
      expect(desk.of(creators.hours)[7]).toBeCloseTo(hours, 4)
    }
    expect(Math.max(...desk.of(creators.hours))).toBeLessThan(0.05)
  })

  it('stream as long as is written, whatever they earn, where hours do not follow earnings', () => {
    const desk = market({ reviews: 0, hoursFollow: 0 }, 'creator.hours=9')
    for (let nth = 1; nth < 60; nth++) week(desk, nth, (venue) => (venue === STREAM ? 90 : 0.1))
    for (const hours of desk.of(creators.hours)) expect(hours).toBeCloseTo(9, 9)
    const paid = desk.of(routes.open)
    desk.of(creators.venue).forEach((_, who) => {
      desk.of(creators.venue)[who] = STREAM + 1
    })
    paid.fill(0)
    for (let nth = 60; nth < 100; nth++) week(desk, nth)
    expect(Math.max(...desk.of(creators.hours))).toBeLessThan(0.001)
  })

  it('expect less, and so stream less, where a closure is announced', () => {
    const desk = market({ reviews: 0, caution: 0.4 })
    for (let nth = 1; nth < 60; nth++) week(desk, nth)
    desk.of(venues.closing)[STREAM] = 1
    for (let nth = 60; nth < 110; nth++) week(desk, nth)
    const taste = desk.of(today.streamingTaste)[0]
    desk.of(creators.hours).forEach((hours, who) => {
      const venue = desk.of(creators.venue)[who] - 1
      const worth = WAGE[venue] * (venue === STREAM ? 0.6 : 1)
      expect(hours).toBeCloseTo(hoursAt(worth, taste * desk.of(creators.outside)[who], 40, 1), 2)
    })
  })

  it('choose nothing that is shut or about to be, and come back where something is earned again', () => {
    const desk = market({ reviews: 1, stay: 0 })
    for (let nth = 1; nth < 10; nth++) week(desk, nth)
    desk.of(routes.open)[SHOP] = 0
    for (let nth = 10; nth < 40; nth++)
      week(desk, nth, (venue) => (venue === SHOP ? 0 : WAGE[venue]))
    expect(at(desk, SHOP)).toBe(0)
    desk.of(routes.open)[SHOP] = 1
    for (let nth = 40; nth < 60; nth++) week(desk, nth)
    expect(at(desk, SHOP) / 4000).toBeGreaterThan(0.25)
  })

  it('begin by the live sellers of the feeds in which they can be paid', () => {
    const desk = market({}, 'venues.stream.live-sellers=0.75', 'venues.shop.live-sellers=0.25')
    expect(Math.abs(at(desk, STREAM) / 4000 - 0.75)).toBeLessThan(3.5 * Math.sqrt(0.1875 / 4000))
    const [, unpaid] = [STREAM, SHOP].map((venue) => {
      const one = market({}, `venues.${venue === STREAM ? 'stream' : 'shop'}.affiliates=false`)
      return at(one, venue)
    })
    expect(unpaid).toBe(0)
  })

  it('expect of a feed in which nobody has earned yet what one earns elsewhere', () => {
    const desk = market({ reviews: 1e9, stay: 0, choiceScale: 1 })
    desk.of(creators.venue).fill(STREAM + 1)
    desk.of(feeds.perViewer)[SHOP] = 0
    week(desk, 1)
    expect(Math.abs(at(desk, SHOP) / 4000 - 0.5)).toBeLessThan(3.5 * Math.sqrt(0.25 / 4000))
  })

  it('look around at a rate: at 0.1 a week 9.5 % do so in one', () => {
    const desk = market({ reviews: 0.1, stay: 0, choiceScale: 0.1 })
    desk.of(creators.venue).fill(STREAM + 1)
    // A hundred times as much is earned at the shop, even with those alone who follow there: whoever looks goes.
    desk.of(feeds.perViewer)[SHOP] = 600
    week(desk, 1)
    const share = 1 - Math.exp(-0.1)
    expect(Math.abs(at(desk, SHOP) / 4000 - share)).toBeLessThan(
      3.5 * Math.sqrt((share * (1 - share)) / 4000),
    )
  })

  it('do not move to a feed that is announced to close', () => {
    const desk = market({ reviews: 1e9, stay: 0, choiceScale: 1 })
    desk.of(creators.venue).fill(STREAM + 1)
    desk.of(venues.closing)[SHOP] = 1
    week(desk, 1)
    expect(at(desk, SHOP)).toBe(0)
  })

  it('earn elsewhere what those bring who follow them there: a (kept F)^0.9', () => {
    const desk = market(
      { reviews: 1e9, stay: 0 },
      'creator.convexity=0.9',
      'creator.followers-kept=0.3',
    )
    desk.of(feeds.perFollowing).fill(0.02)
    desk.of(creators.followers).forEach((_, who) => {
      desk.of(creators.followers)[who] = 100 + who
    })
    const from = [...desk.of(creators.venue)]
    desk.step(streaming, 7)
    const moved = rowsWhere(4000, (who) => desk.of(creators.venue)[who] !== from[who])
    expect(moved.length).toBeGreaterThan(400)
    for (let who = 0; who < 4000; who++) {
      const venue = desk.of(creators.venue)[who] - 1
      const share = venue + 1 === from[who] ? 1 : 0.3
      const worth = WAGE[venue] * 0.02 * (share * (100 + who)) ** 0.9
      expect(desk.of(creators.earned)[who] / worth, `creator ${who}`).toBeCloseTo(1, 5)
    }
  })

  it.each([
    [0.4, 0.75 * 5 + 0.25 * 7],
    [0.6, 0.75 * 5 + 0.25 * 30],
    [1, 0.75 * 5 + 0.25 * 30],
    [4, 0.75 * 5 + 0.25 * 30],
  ])(
    'who streams %d hours a week learns from it from half an hour on: worth %d',
    (hours, earned) => {
      const desk = market({ reviews: 0 }, 'creator.memory=0.25')
      desk.of(feeds.perViewer).fill(7)
      desk.of(creators.earned).fill(5)
      desk.of(creators.hours).fill(hours)
      // 30 an hour, where his following would bring 7.
      desk.of(creators.income).fill(30 * hours)
      desk.step(streaming, 14)
      for (const found of desk.of(creators.earned)) expect(found).toBeCloseTo(earned, 4)
    },
  )
})
