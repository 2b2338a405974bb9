import { describe, expect, it } from 'vitest'
import { classes, feeds, markets, today } from '../../src/market/populations/index.ts'
import { subsidies } from '../../src/market/rules/feeds/subsidies.ts'
import { isReviewDay, shareByReview } from '../../src/market/rules/review-day.ts'
import { categories, routes, subsidyPaid, venues } from '../../src/market/tables/index.ts'
import { type Bench, bench, tuned, village } from './bench.ts'

const [STREAM, SHOP, STALLS] = [0, 1, 2]
/** The route after those that venues have to themselves. */
const LINK = 3
const [C, R] = [2, 2]
const ALPHA = 0.04
const PRICE = 100
/** Weekly orders at the platforms and stalls, and what is saved, of each category. */
const WEEK = [20, 30, 30, 20]
/** Learns at once and goes all the way in a month. */
const SWIFT = { speed: 1, memory: 1 }

/** Two platforms of two owners in one nest of plain logit, which give 4 and 6 kRp. */
function town(parameters: Readonly<Record<string, number>> = {}, ...set: string[]): Bench {
  const desk = bench(
    tuned(
      village(
        'nests.online.dissimilarity=1',
        'companies={ owner: {}, other: {}, nobody: {} }',
        'venues.shop.owner=other',
        'venues.stream.subsidy=4 kRp',
        'venues.shop.subsidy=6 kRp',
        'venues.stream.commission=5 %',
        'venues.shop.operating-cost=2 kRp',
        ...set,
      ),
      'subsidies',
      { ...SWIFT, ...parameters },
    ),
  )
  desk.of(classes.sensitivity).fill(ALPHA)
  desk.of(today.solving)[0] = 1
  desk.step(subsidies, 0)
  return desk
}

function week(desk: Bench, day: number, orders: readonly number[] = WEEK): void {
  for (let category = 0; category < C; category++) {
    for (const venue of [STREAM, SHOP, STALLS]) {
      desk.of(feeds.orders)[venue * C + category] = orders[venue]
      desk.of(feeds.value)[venue * C + category] = orders[venue] * PRICE
    }
    for (let region = 0; region < R; region++)
      desk.of(markets.savedWeek)[category * R + region] = orders[3] / R
  }
  desk.step(subsidies, day)
}
const answer = (desk: Bench, venue: number) => desk.of(venues.answer)[venue]
const worth = (desk: Bench, venue: number) => desk.of(venues.solvedOrderWorth)[venue]
const margin = (share: number) => 1 / (ALPHA * (1 - share))

/** Solved in the first week; free from the second on. */
function settled(parameters: Readonly<Record<string, number>> = {}, ...set: string[]): Bench {
  const desk = town(parameters, ...set)
  week(desk, 7)
  desk.of(today.solving)[0] = 0
  return desk
}

describe('the worth of an order', () => {
  it('is solved so that what is given is best, then stands', () => {
    const desk = settled()
    expect(worth(desk, STREAM)).toBeCloseTo(4 - 5 + margin(0.2), 9)
    expect(worth(desk, SHOP)).toBeCloseTo(6 + 2 + margin(0.3), 9)
    expect(worth(desk, STALLS)).toBe(0)
    week(desk, 14, [10, 40, 30, 20])
    expect(worth(desk, STREAM)).toBeCloseTo(4 - 5 + margin(0.2), 9)
  })

  it('is that of all pieces of an order: h f p + F + v - c - h/(alpha (1 - S))', () => {
    const desk = settled(
      {},
      'venues.shop.pieces=2',
      'venues.shop.commission=5 %',
      'venues.shop.subsidy=60 kRp',
    )
    desk.of(venues.flatFee)[SHOP] = 1
    // Fees of two pieces at 100 kRp are 10; what moves buyers is half of the subsidy, so the margin is twice as large.
    expect(worth(desk, SHOP)).toBeCloseTo(60 + 2 - 2 * 5 + 2 * margin(0.3), 9)
    week(desk, 28)
    expect(answer(desk, SHOP)).toBeCloseTo(0.7 * 1, 9)
    week(desk, 56, [10, 40, 30, 20])
    const best = 1 + 2 * (margin(0.3) - margin(0.4))
    expect(answer(desk, SHOP)).toBeCloseTo(0.7 + 0.6 * (best - 0.7), 9)
  })

  it('of an owner of two counts orders of the other by its pieces', () => {
    const desk = settled({}, 'venues.shop.pieces=2', 'venues.shop.subsidy=60 kRp')
    desk.of(venues.owner)[SHOP] = desk.of(venues.owner)[STREAM]
    desk.of(today.solving)[0] = 1
    week(desk, 14)
    // A piece of either should earn 1/(alpha (1 - .2 - .3)), an order of two pieces twice that.
    expect(worth(desk, STREAM)).toBeCloseTo(4 - 5 + margin(0.5), 6)
    expect(worth(desk, SHOP)).toBeCloseTo(60 + 2 + 2 * margin(0.5), 6)
  })

  it('makes no answer where nothing changes', () => {
    const desk = settled()
    for (let day = 14; day <= 84; day += 7) week(desk, day)
    for (const venue of [STREAM, SHOP, STALLS]) expect(answer(desk, venue)).toBeCloseTo(0, 9)
  })

  it('follows a path of subsidies while it is solved', () => {
    const desk = town()
    week(desk, 7)
    desk.of(venues.subsidy)[SHOP] = 3
    week(desk, 14)
    expect(worth(desk, SHOP)).toBeCloseTo(3 + 2 + margin(0.3), 9)
    expect(answer(desk, SHOP)).toBe(0)
  })

  it('is unknown of a platform at which nobody bought: it does not answer', () => {
    const desk = town()
    week(desk, 7, [20, 0, 30, 20])
    desk.of(today.solving)[0] = 0
    week(desk, 28, [20, 30, 30, 20])
    expect(worth(desk, SHOP)).toBe(0)
    expect(answer(desk, SHOP)).toBe(0)
  })
})

describe('the answer of a platform', () => {
  it('is what the best subsidy has moved by: with a larger share, less', () => {
    const desk = settled()
    week(desk, 28, [10, 40, 30, 20])
    // Newton's step: the part 1 - S of the way.
    expect(answer(desk, SHOP)).toBeCloseTo(0.6 * (margin(0.3) - margin(0.4)), 9)
    expect(answer(desk, STREAM)).toBeCloseTo(0.9 * (margin(0.2) - margin(0.1)), 9)
    expect(answer(desk, SHOP)).toBeLessThan(0)
    expect(answer(desk, STREAM)).toBeGreaterThan(0)
  })

  it('comes once a month, in part', () => {
    const desk = settled({ speed: 0.25 })
    for (const day of [14, 21]) week(desk, day, [10, 40, 30, 20])
    expect(answer(desk, SHOP)).toBe(0)
    week(desk, 28, [10, 40, 30, 20])
    const whole = margin(0.3) - margin(0.4)
    expect(answer(desk, SHOP)).toBeCloseTo(0.25 * 0.6 * whole, 9)
    week(desk, 56, [10, 40, 30, 20])
    expect(answer(desk, SHOP)).toBeCloseTo((1 - (1 - 0.15) ** 2) * whole, 9)
  })

  it('comes as often as platforms review, in proportion', () => {
    const desk = settled({ speed: 0.25, reviewWeeks: 2 })
    const whole = margin(0.3) - margin(0.4)
    week(desk, 14, [10, 40, 30, 20])
    expect(answer(desk, SHOP)).toBeCloseTo(0.125 * 0.6 * whole, 9)
    const then = answer(desk, SHOP)
    week(desk, 21, [10, 40, 30, 20])
    expect(answer(desk, SHOP)).toBe(then)
    week(desk, 28, [10, 40, 30, 20])
    expect(answer(desk, SHOP)).toBeCloseTo((1 - (1 - 0.075) ** 2) * whole, 9)
  })

  it.each([
    [4, [0, 4, 8, 12]],
    [2.5, [0, 3, 5, 8, 10]],
    [1, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  ])('comes with an interval of %d weeks in weeks %j', (interval, weeks) => {
    const all = Array.from({ length: 13 }, (_, nth) => nth)
    expect(all.filter((nth) => isReviewDay(7 * nth, interval))).toEqual(weeks)
  })

  it('never goes further than all the way, however rarely it comes', () => {
    expect(shareByReview(0.25, 4)).toBe(0.25)
    expect(shareByReview(0.25, 26)).toBe(1)
  })

  it.each([
    ['off', { answers: 0 }],
    ['at speed nought', { speed: 0 }],
  ])('is none when it is %s', (_, parameters) => {
    const desk = settled(parameters)
    week(desk, 28, [10, 40, 30, 20])
    for (const venue of [STREAM, SHOP]) expect(answer(desk, venue)).toBe(0)
  })

  it('gives away a fee that rises', () => {
    const desk = settled()
    desk.of(venues.flatFee)[SHOP] = 1
    week(desk, 28)
    expect(answer(desk, SHOP)).toBeCloseTo(0.7, 9)
  })

  it('is that of one owner of both where they have come together', () => {
    const desk = settled({}, 'venues.stream.subsidy=40 kRp', 'venues.shop.subsidy=60 kRp')
    desk.of(venues.owner)[SHOP] = desk.of(venues.owner)[STREAM]
    week(desk, 28)
    // Half of all buy at the two together: the mark-up of both is that of one with this share.
    const slack = margin(0) / margin(0.5)
    expect(answer(desk, STREAM)).toBeCloseTo(slack * (margin(0.2) - margin(0.5)), 9)
    expect(answer(desk, SHOP)).toBeCloseTo(slack * (margin(0.3) - margin(0.5)), 9)
  })

  it('never takes a subsidy below nought', () => {
    const desk = settled()
    desk.of(venues.operatingCost)[SHOP] = 500
    for (let day = 28; day < 28 * 30; day += 28) week(desk, day)
    expect(answer(desk, SHOP)).toBeGreaterThanOrEqual(-6)
    expect(answer(desk, SHOP)).toBeCloseTo(-6, 6)
  })

  it('keeps the bill of a year within the budget', () => {
    const desk = settled({ budget: 1.5 })
    desk.of(venues.flatFee)[SHOP] = 50
    for (let day = 28; day < 28 * 30; day += 28) week(desk, day, [10, 40, 30, 20])
    // A third more orders: 1.5 / (4 / 3) times the subsidy of 6.
    expect(6 + answer(desk, SHOP)).toBeCloseTo((6 * 1.5 * 30) / 40, 6)
  })
})

describe('a platform that grabs land', () => {
  const shutStream = (desk: Bench) => {
    desk.of(routes.open)[STREAM] = 0
  }

  it('holds an order to be worth more while customers are without a platform, and they settle', () => {
    const desk = settled({ landGrab: 1, settling: 0.2, budget: 2.1 })
    week(desk, 28)
    expect(answer(desk, SHOP)).toBeCloseTo(0, 9)
    shutStream(desk)
    const v = worth(desk, SHOP)
    // Two fifths of the customers of the nest had been with the platform that is shut.
    desk.of(venues.billThen)[SHOP] *= 100
    week(desk, 56)
    const first = 0.7 * v * 0.4
    expect(answer(desk, SHOP)).toBeCloseTo(first, 9)
    week(desk, 84)
    expect(answer(desk, SHOP)).toBeCloseTo(first + 0.7 * (v * 0.4 * 0.8 - first), 9)
    expect(answer(desk, STREAM)).toBe(0)
  })

  it.each([
    ['its own checkout', 'friction: 0', STREAM],
    ['a link without friction', 'friction: 0', LINK],
    ['a checkout whose goods it shows as its own', 'friction: 1.2, shared: 1', LINK],
  ])('stops when they come back by %s', (_, how, route) => {
    const desk = settled(
      { landGrab: 1, settling: 0.2 },
      `routes={ link: { from: stream, to: shop, open: 0, ${how} } }`,
    )
    desk.of(venues.billThen)[SHOP] *= 100
    week(desk, 28)
    shutStream(desk)
    week(desk, 56)
    const first = 0.7 * worth(desk, SHOP) * 0.4
    expect(answer(desk, SHOP)).toBeCloseTo(first, 9)
    desk.of(routes.open)[route] = 1
    week(desk, 84)
    // Nobody is without a platform: the best subsidy is what it was.
    expect(answer(desk, SHOP)).toBeCloseTo(0.3 * first, 9)
    for (let day = 112; day < 28 * 20; day += 28) week(desk, day)
    expect(answer(desk, SHOP)).toBeCloseTo(0, 3)
  })

  it('goes on where what is open is a link out, and for those who do not know the new checkout yet', () => {
    const lost = (how: string, reach = 1) => {
      const desk = settled(
        { landGrab: 1, settling: 0.2 },
        `routes={ link: { from: stream, to: shop, open: 0, ${how} } }`,
      )
      desk.of(venues.billThen)[SHOP] *= 100
      week(desk, 28)
      shutStream(desk)
      desk.of(routes.open)[LINK] = 1
      desk.of(venues.reach)[SHOP] = reach
      week(desk, 56)
      return answer(desk, SHOP) / (0.7 * worth(desk, SHOP))
    }
    expect(lost('friction: 1.2')).toBeCloseTo(0.4, 9)
    expect(lost('friction: 0', 0.25)).toBeCloseTo(0.4 * 0.75, 9)
  })

  it('at g = 0 is not one', () => {
    const desk = settled({ landGrab: 0 })
    week(desk, 28)
    shutStream(desk)
    week(desk, 56, [0, 40, 40, 20])
    expect(answer(desk, SHOP)).toBeCloseTo(0.6 * (margin(0.3) - margin(0.4)), 9)
  })
})

describe('the subsidy that is paid', () => {
  it('is what is given and answered, within a cap', () => {
    const row = (subsidy: number, more: number, cap: number) =>
      subsidyPaid({ subsidy: [subsidy], answer: [more], subsidyCap: [cap] }, 0)
    expect(row(4, 0, 1000)).toBe(4)
    expect(row(4, 1.5, 1000)).toBe(5.5)
    expect(row(4, -9, 1000)).toBe(0)
    expect(row(4, 1.5, 5)).toBe(5)
    expect(row(4, 1.5, 0)).toBe(0)
  })
})

describe('several categories', () => {
  it('weigh by how their orders answer', () => {
    const desk = town()
    // Buyers of the second category are four times as sensitive.
    const K = desk.of(classes.sensitivity).length / C
    for (let one = 0; one < K; one++) desk.of(classes.sensitivity)[one * C + 1] = 4 * ALPHA
    const rates = desk.of(categories.occasionRate)
    rates.fill(1)
    week(desk, 7)
    const q = 0.3
    const expected = (2 * q) / (ALPHA * q * 0.7 + 4 * ALPHA * q * 0.7)
    expect(worth(desk, SHOP)).toBeCloseTo(6 + 2 + expected, 9)
  })
})
