/** Ratios: a sum over a sum, and no value where there is nothing below. */
import { describe, expect, it } from 'vitest'
import {
  type At,
  createMarket,
  type Market,
  type Measure,
  measures,
} from '../../src/market/index.ts'
import { feeds } from '../../src/market/populations/index.ts'
import { effects, levels, meanOf, placeOf, type RunResult } from '../../src/study/index.ts'
import { CLOSED, closed, dayOf, row, small } from '../policies/small.ts'

const { sales, firms, work } = measures
const input = closed()
const DAYS = dayOf(input, CLOSED) + 19
const shut = createMarket({ ...input, days: DAYS }, 'ratios')
shut.run(DAYS)

const cell = (market: Market, measure: Measure, at: At = {}) => {
  const place = placeOf(market, measure, at)
  if (place < 0) throw new Error(`no ${measure.name}`)
  return place
}
const on = (market: Market, day: number, measure: Measure, at: At = {}) =>
  market.values[day * market.cells.length + cell(market, measure, at)]
const over = (market: Market, from: number, to: number, measure: Measure, at: At = {}) =>
  meanOf(market, cell(market, measure, at), { from, to })
const sum = (market: Market, from: number, to: number, measure: Measure, at: At = {}) => {
  let total = 0
  for (let day = from; day < to; day++) total += on(market, day, measure, at)
  return total
}
/** A day within a week, so that windows cut weeks. */
const [FROM, TO] = [3, DAYS - 2]

describe('a ratio of a recorded run', () => {
  it('is the sum above over the sum below, of its day and of its window', () => {
    for (const category of input.tables.categories.map(({ name }) => name)) {
      const paid = sum(shut, FROM, TO, sales.sales, { category })
      const sold = sum(shut, FROM, TO, sales.units, { category })
      expect(over(shut, FROM, TO, sales.price, { category })).toBeCloseTo((1000 * paid) / sold, 9)
    }
    const imports = sum(shut, FROM, TO, sales.sales, { origin: 'import' })
    const all = sum(shut, FROM, TO, sales.sales)
    expect(over(shut, FROM, TO, sales.importShare)).toBeCloseTo(imports / all, 12)
    expect(on(shut, 9, sales.importShare)).toBeCloseTo(
      on(shut, 9, sales.sales, { origin: 'import' }) / on(shut, 9, sales.sales),
      12,
    )
  })

  it('has no value where there is nothing below, and its weight is nothing there', () => {
    let without = 0
    for (const [at, { weight }] of shut.cells.entries())
      for (let day = 0; day < DAYS && weight !== undefined; day++) {
        const [value, weighs] = [at, weight].map(
          (one) => shut.values[day * shut.cells.length + one],
        )
        expect(Number.isNaN(value)).toBe(weighs === 0)
        if (weighs === 0) without++
      }
    expect(without).toBeGreaterThan(0)
  })

  it('is held through the week with its weight, where it is taken on Mondays', () => {
    for (const measure of [firms.micro, firms.exits, work.unemployment]) {
      const at = cell(shut, measure)
      for (const place of [at, shut.cells[at].weight!])
        for (let day = 8; day < 14; day++)
          expect(shut.values[day * shut.cells.length + place]).toBe(
            shut.values[7 * shut.cells.length + place],
          )
    }
  })
})

describe('prices', () => {
  it('of a market in which a category is never sold are none', () => {
    const market = createMarket(
      { ...small('', 'categories.electronics.occasion-rate=0'), days: 3 },
      'price',
    )
    market.run(3)
    expect(sum(market, 0, 3, sales.units, { category: 'electronics' })).toBe(0)
    expect(over(market, 0, 3, sales.price, { category: 'electronics' })).toBeNaN()
    expect(over(market, 0, 3, sales.price, { category: 'food' })).toBeGreaterThan(0)
  })
})

describe('the take rate', () => {
  const venue = 'tiktok-shop'
  const close = dayOf(input, CLOSED)

  it('of a venue that closes in the window is that of the days on which it sold', () => {
    const open = over(shut, 0, close, sales.commissionRate, { venue })
    expect(open).toBeCloseTo(0.01, 12)
    expect(over(shut, 0, DAYS, sales.commissionRate, { venue })).toBeCloseTo(0.01, 12)
    expect(sum(shut, close + 1, DAYS, sales.sales, { venue })).toBe(0)
    expect(over(shut, close + 1, DAYS, sales.takeRate, { venue })).toBeNaN()
  })

  it('is the money that the platform takes, flat fees too', () => {
    const market = createMarket({ ...small(), days: 7 }, 'fees')
    market.run(7)
    const at = row(input, 'venues', venue)
    const count = input.tables.categories.length
    const week = (column: typeof feeds.value) =>
      Array.from(market.world.view(column))
        .slice(at * count, (at + 1) * count)
        .reduce((total, one) => total + one, 0)
    expect(over(market, 0, 7, sales.takeRate, { venue })).toBeCloseTo(
      week(feeds.feeIncome) / week(feeds.value),
      10,
    )
    expect(over(market, 0, 7, sales.takeRate, { venue })).toBeGreaterThan(0.011)
  })

  const runOf = (scenario: string, run: number, { cells, values }: Market): RunResult => ({
    ...{ scenario, run, seed: 'x', start: input.start, days: DAYS, cells, values },
    ...{ stateHash: '', milliseconds: 0 },
  })
  const open = createMarket({ ...small(), days: DAYS }, 'ratios')
  open.run(DAYS)
  const found = (from: number, to: number, policies: Market[]) =>
    effects(
      policies.map((_, run) => runOf('base', run, open)),
      policies.map((policy, run) => runOf('closed', run, policy)),
      { name: 'w', from, to },
    ).find(({ measure, group }) => measure === 'take rate' && group === venue)!

  it('of a closed venue has no effect, and no pair is counted', () => {
    const effect = found(close + 1, DAYS, [shut, shut])
    expect(effect.runs).toBe(0)
    for (const number of [effect.baseline, effect.policy, effect.difference])
      expect(number).toBeNaN()
    const level = levels([runOf('closed', 1, shut)], { name: 'w', from: close + 1, to: DAYS }).find(
      ({ measure, group }) => measure === 'take rate' && group === venue,
    )!
    expect([level.runs, level.mean]).toEqual([0, Number.NaN])
  })

  it('is paired by run: a run without a number leaves the others as they are', () => {
    const effect = found(close + 1, DAYS, [shut, open])
    expect(effect.runs).toBe(1)
    expect(effect.difference).toBe(0)
  })

  it('does not move where rates are what they were', () => {
    const commission = effects([runOf('base', 1, open)], [runOf('closed', 1, shut)], {
      name: 'w',
      from: 0,
      to: DAYS,
    }).find(({ measure, group }) => measure === 'commission rate' && group === venue)!
    expect(commission.difference).toBeCloseTo(0, 14)
  })
})
