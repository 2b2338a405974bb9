import { describe, expect, it } from 'vitest'
import { feeds, lists, markets, today } from '../../src/market/populations/index.ts'
import { shareInversion } from '../../src/market/rules/feeds/share-inversion.ts'
import { categories, nests, venues } from '../../src/market/tables/index.ts'
import { type Bench, bench, tuned, village } from './bench.ts'

const [STREAM, SHOP] = [0, 1]
const [ONLINE, STREET] = [0, 1]
const [V, N, C, R] = [3, 2, 2, 2]
const CLOTH = 0

/** Two platforms at 0.4 and 0.6 of sales, and 0.3, 0.5 and 0.2 of occasions online, in the street and saved. */
const SHARES = [
  'venues.stream.platform-share=0.4',
  'venues.shop.platform-share=0.6',
  'categories.cloth.nest-share={ online: 0.3, street: 0.5 }',
]
function office(solving = 1, input = village(...SHARES)): Bench {
  const desk = bench(input)
  desk.of(today.solving)[0] = solving
  desk.of(lists.inclusiveValue).fill(1)
  return desk
}

/** A week as it was counted: sales by platform, and occasions by nest. */
function week(desk: Bench, sales: readonly number[], counted: readonly number[]): void {
  sales.forEach((value, venue) => {
    desk.of(feeds.value)[venue * C + CLOTH] = value
  })
  for (let region = 0; region < R; region++) {
    const market = CLOTH * R + region
    desk.of(markets.plannedWeek)[market] = counted.reduce((all, one) => all + one, 0)
    desk.of(markets.savedWeek)[market] = counted[2]
    counted.slice(0, 2).forEach((orders, nest) => {
      desk.of(markets.byNestWeek)[market * N + nest] = orders
    })
  }
}
const taste = (desk: Bench, venue: number) => desk.of(categories.venueTaste)[CLOTH * V + venue]
const nest = (desk: Bench, row: number) => desk.of(categories.nestConstant)[CLOTH * N + row]
const saving = (desk: Bench) => desk.of(categories.saveConstant)[CLOTH]

describe('share inversion', () => {
  it('leaves constants where shares are met', () => {
    const desk = office()
    desk.step(shareInversion, 0)
    const before = [taste(desk, STREAM), taste(desk, SHOP), nest(desk, STREET) - nest(desk, ONLINE)]
    const saved = saving(desk) - nest(desk, ONLINE)
    week(desk, [40, 60], [300, 500, 200])
    desk.step(shareInversion, 7)
    expect(taste(desk, STREAM)).toBeCloseTo(before[0], 9)
    expect(taste(desk, SHOP)).toBeCloseTo(before[1], 9)
    expect(nest(desk, STREET)).toBeCloseTo(before[2], 9)
    expect(saving(desk)).toBeCloseTo(saved, 9)
    expect(nest(desk, ONLINE)).toBe(0)
  })

  it.each([
    [1, 0.7],
    [5, 0.7],
    [6, 0.12],
    [40, 0.12],
  ])('in week %d closes %d of the log gap between platforms', (weeks, pace) => {
    const desk = office()
    desk.step(shareInversion, 0)
    const worth = () => 0.4 * taste(desk, STREAM) + 0.6 * taste(desk, SHOP)
    const [gap, then] = [taste(desk, STREAM) - taste(desk, SHOP), worth()]
    week(desk, [50, 50], [300, 500, 200])
    desk.step(shareInversion, 7 * weeks)
    const wanted = pace * (Math.log(0.4 / 0.5) - Math.log(0.6 / 0.5))
    expect(taste(desk, STREAM) - taste(desk, SHOP) - gap).toBeCloseTo(wanted, 9)
    expect(worth()).toBeCloseTo(then, 9)
  })

  it('leaves the others where they are while a small platform sells nothing, whatever its share should be', () => {
    const small = village(
      'venues.stream.platform-share=0.005',
      'venues.shop.platform-share=0.995',
      'categories.cloth.nest-share={ online: 0.3, street: 0.5 }',
    )
    const desk = office(1, small)
    desk.step(shareInversion, 0)
    const [rare, usual] = [taste(desk, STREAM), taste(desk, SHOP)]
    for (let weeks = 1; weeks <= 40; weeks++) {
      week(desk, [0, 100], [300, 500, 200])
      desk.step(shareInversion, 7 * weeks)
    }
    expect(taste(desk, STREAM) - rare).toBeGreaterThan(5)
    expect(taste(desk, SHOP)).toBeCloseTo(usual, 1)
  })

  it('raises the constant of a nest that is chosen too seldom', () => {
    const desk = office()
    desk.step(shareInversion, 0)
    const before = nest(desk, STREET) - nest(desk, ONLINE)
    week(desk, [40, 60], [400, 400, 200])
    desk.step(shareInversion, 7)
    const wanted = 0.7 * (Math.log(0.5 / 0.4) - Math.log(0.3 / 0.4))
    expect(nest(desk, STREET) - before).toBeCloseTo(wanted, 9)
  })

  it('moves a constant by no more than one a week, whatever the news', () => {
    const desk = office()
    desk.step(shareInversion, 0)
    const before = nest(desk, STREET) - nest(desk, ONLINE)
    week(desk, [40, 60], [1000, 0, 0])
    desk.step(shareInversion, 7)
    expect(nest(desk, STREET) - nest(desk, ONLINE) - before).toBeCloseTo(0.7 * (1 + 1), 9)
  })

  it('finds the constants of a nested logit that it is shown', () => {
    const desk = office()
    desk.step(shareInversion, 0)
    // Buyers who choose by the constants themselves, with appeals of the venues that nobody told the rule.
    const lambda = desk.of(nests.dissimilarity)[0]
    for (let turn = 1; turn <= 60; turn++) {
      const inside = [0.8, -0.4].map((appeal, at) => Math.exp(appeal + taste(desk, at)))
      const online = lambda * Math.log(inside[0] + inside[1]) + nest(desk, ONLINE)
      const odds = [online, 0.3 + nest(desk, STREET), saving(desk)].map(Math.exp)
      const all = odds.reduce((sum, one) => sum + one, 0)
      const counted = odds.map((one) => (1000 * one) / all)
      week(desk, inside, counted)
      if (turn === 60) {
        expect(inside[0] / (inside[0] + inside[1])).toBeCloseTo(0.4, 3)
        expect(counted[0] / 1000).toBeCloseTo(0.3, 3)
        expect(counted[1] / 1000).toBeCloseTo(0.5, 3)
      }
      desk.step(shareInversion, 7 * turn)
    }
  })

  it('follows the reach of a venue that has a target of its own', () => {
    const desk = office()
    desk.of(categories.targetShare)[CLOTH * V + STREAM] = 0.4
    desk.of(venues.reach)[STREAM] = 0.5
    desk.step(shareInversion, 0)
    const gap = taste(desk, STREAM) - taste(desk, SHOP)
    week(desk, [20, 80], [300, 500, 200])
    desk.step(shareInversion, 7)
    expect(taste(desk, STREAM) - taste(desk, SHOP)).toBeCloseTo(gap, 9)
  })

  /** Buyers who choose by the constants themselves, week after week; the street and saving stand still. */
  function followed(desk: Bench, weeks: number, path: (turn: number) => number, solved = weeks) {
    const shares: number[] = []
    const online: number[] = []
    for (let turn = 0; turn < weeks; turn++) {
      desk.of(venues.platformShare)[STREAM] = path(turn)
      desk.of(venues.platformShare)[SHOP] = 1 - path(turn)
      desk.of(today.solving)[0] = turn < solved ? 1 : 0
      desk.step(shareInversion, 7 * turn)
      const inside = [0.8, -0.4].map((appeal, at) => Math.exp(appeal + taste(desk, at)))
      const lambda = desk.of(nests.dissimilarity)[0]
      const value = lambda * Math.log(inside[0] + inside[1]) + nest(desk, ONLINE)
      const odds = [value, 0.3 + nest(desk, STREET), saving(desk)].map(Math.exp)
      const all = odds.reduce((sum, one) => sum + one, 0)
      week(
        desk,
        inside,
        odds.map((one) => (1000 * one) / all),
      )
      shares.push(inside[0] / (inside[0] + inside[1]))
      online.push(odds[0] / all)
    }
    return { shares, online }
  }
  const fall = (turn: number) => 0.4 - (0.1 * Math.min(turn, 60)) / 60

  it('meets a path of shares without a lag', () => {
    const { shares, online } = followed(office(), 60, fall)
    for (let turn = 24; turn < 60; turn += 4) {
      expect(shares[turn] / fall(turn)).toBeCloseTo(1, 3)
      expect(online[turn]).toBeCloseTo(0.3, 2)
    }
  })

  it.each([0, 0.25, 0.5])('moves on by %d of a year of the trend, and fades', (kept) => {
    const input = tuned(village(...SHARES), 'share-inversion', { trendKept: kept })
    const { shares, online } = followed(office(1, input), 60 + 260, fall, 60)
    const odds = shares.map((share) => Math.log(share / (1 - share)))
    // A week of the trend of log odds at the end of solving, as the rule remembers it.
    let trend = 0
    for (let turn = 1; turn < 60; turn++) {
      const logit = (one: number) => Math.log(fall(one) / (1 - fall(one)))
      trend += 0.08 * (logit(turn) - logit(turn - 1) - trend)
    }
    expect(odds[319] - odds[59]).toBeCloseTo(52 * kept * trend, 4)
    // The first week after is as fast as the last before, less a week of fading.
    const fading = (52 * kept) / (1 + 52 * kept)
    expect(odds[60] - odds[59]).toBeCloseTo(fading * trend, 6)
    expect(online[319]).toBeCloseTo(online[59], 2)
  })

  it('stands still after its last day where the path does', () => {
    const desk = office()
    const { shares } = followed(desk, 80, () => 0.4, 60)
    expect(shares[79]).toBe(shares[60])
  })

  it('moves the impulse rate towards the odds of its share of orders', () => {
    const desk = office()
    desk.of(venues.impulseHours)[STREAM] = 1
    desk.of(categories.impulseShare)[CLOTH] = 0.45
    desk.step(shareInversion, 0)
    const before = desk.of(categories.impulseRate)[CLOTH * V + STREAM]
    expect(before).toBeGreaterThan(0)
    week(desk, [40, 60], [300, 500, 200])
    desk.of(feeds.orders)[STREAM * C + CLOTH] = 1000
    desk.of(feeds.impulseOrders)[STREAM * C + CLOTH] = 500
    desk.step(shareInversion, 7)
    const moved = desk.of(categories.impulseRate)[CLOTH * V + STREAM] / before
    const odds = (500 + 0.45) / (500 + 0.55)
    expect(moved).toBeCloseTo((0.45 / 0.55 / odds) ** 0.7, 9)
  })

  it('follows planned orders that grow at the gap of a week in log odds', () => {
    const desk = office()
    desk.of(venues.impulseHours)[STREAM] = 1
    desk.of(categories.impulseShare)[CLOTH] = 0.45
    desk.step(shareInversion, 0)
    const rate = () => desk.of(categories.impulseRate)[CLOTH * V + STREAM]
    const first = rate()
    let planned = 1000
    let odds = 0
    for (let turn = 1; turn <= 100; turn++) {
      planned *= 1.005
      const unplanned = (800 * rate()) / first
      odds = unplanned / planned
      week(desk, [40, 60], [300, 500, 200])
      desk.of(feeds.orders)[STREAM * C + CLOTH] = planned + unplanned
      desk.of(feeds.impulseOrders)[STREAM * C + CLOTH] = unplanned
      desk.step(shareInversion, 7 * turn)
    }
    // The rate grows as they do where 0.12 of the gap in log odds is half a per cent.
    expect(Math.log(0.45 / 0.55 / odds)).toBeCloseTo(Math.log(1.005) / 0.12, 3)
  })

  it('leaves the impulse rate alone in a week without orders', () => {
    const desk = office()
    desk.of(venues.impulseHours)[STREAM] = 1
    desk.of(categories.impulseShare)[CLOTH] = 0.45
    desk.step(shareInversion, 0)
    const before = desk.of(categories.impulseRate)[CLOTH * V + STREAM]
    desk.step(shareInversion, 7)
    expect(desk.of(categories.impulseRate)[CLOTH * V + STREAM]).toBeCloseTo(before, 12)
  })

  it('touches nothing after its last day', () => {
    const desk = office()
    desk.step(shareInversion, 0)
    week(desk, [90, 10], [900, 50, 50])
    desk.of(today.solving)[0] = 0
    const before = [taste(desk, STREAM), nest(desk, STREET), saving(desk)]
    desk.step(shareInversion, 7)
    expect([taste(desk, STREAM), nest(desk, STREET), saving(desk)]).toEqual(before)
  })

  it('takes the constants of the scenario where nothing is solved', () => {
    const desk = office(0)
    desk.of(categories.constants)[CLOTH * N + STREET] = 1.25
    desk.of(categories.outside)[CLOTH] = -0.5
    desk.step(shareInversion, 0)
    expect(nest(desk, STREET)).toBe(1.25)
    expect(saving(desk)).toBe(-0.5)
  })
})
