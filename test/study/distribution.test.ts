import { describe, expect, it } from 'vitest'
import {
  flows,
  inShares,
  isFew,
  outcomes,
  type RunFlow,
  type RunOutcome,
  unchanged,
} from '../../src/study/index.ts'

const outcome = (income: readonly [number, number], losing: number, agents = 10): RunOutcome => ({
  window: 'month',
  by: 'kind',
  kind: 'reseller',
  group: 'all',
  members: 10_000,
  agents,
  income,
  jobs: [4, 3],
  survival: [Number.NaN, Number.NaN],
  losing,
  gaining: 0,
})

describe('outcomes over runs', () => {
  const runs = [
    [outcome([100, 90], 0.2)],
    [outcome([110, 108], 0.1)],
    [outcome([90, 90], 0)],
    [outcome([100, 104], 0.1)],
  ]
  const [found] = outcomes('ban', runs)

  it('pair each run with itself', () => {
    // Differences -10, -2, 0 and 4: mean -2, standard deviation 5.8878; t of 3 degrees of freedom 3.1824.
    expect(found.income).toMatchObject({ baseline: 100, policy: 98, difference: -2 })
    expect(found.income.low).toBeCloseTo(-2 - (3.18245 * 5.88784) / 2, 3)
    expect(found.income.high).toBeCloseTo(-2 + (3.18245 * 5.88784) / 2, 3)
    expect(found.jobs).toEqual({ baseline: 4, policy: 3, difference: -1, low: -1, high: -1 })
  })

  it('give shares of members intervals that end at their bounds', () => {
    const [most] = outcomes('ban', [[outcome([9, 1], 0.4)], [outcome([9, 1], 1)]])
    expect(most.losing).toMatchObject({ mean: 0.7, low: 0, high: 1 })
    expect(most.gaining).toEqual({ mean: 0, low: 0, high: 0 })
  })

  it('count a run without a difference as no gain', () => {
    expect(found.positive).toBe(1 / 4)
    const [placebo] = outcomes('placebo', [[outcome([90, 90], 0)], [outcome([80, 80], 0)]])
    expect(placebo.positive).toBe(0)
    expect(unchanged(placebo.income)).toBe(true)
    // What rounding leaves of two equal sums is no difference either.
    const rounded = outcomes('placebo', [[outcome([0.3, 0.1 + 0.2], 0)], [outcome([80, 80], 0)]])
    expect(rounded[0]).toMatchObject({ positive: 0, income: { difference: 0, low: 0, high: 0 } })
    expect(unchanged(found.income)).toBe(false)
    // Differences of 5 and -5 have a mean of nought, and are not nothing.
    const [both] = outcomes('both', [[outcome([90, 95], 0)], [outcome([90, 85], 0)]])
    expect(both.income.difference).toBe(0)
    expect(unchanged(both.income)).toBe(false)
  })

  it('have no interval where fewer than ten agents stand for more', () => {
    const of = (agents: number) =>
      outcomes('ban', [[outcome([100, 90], 0.2, agents)], [outcome([110, 108], 0.1, agents)]])[0]
    expect(isFew(of(10))).toBe(false)
    expect(of(10).income.low).toBeLessThan(-6)
    const few = of(9)
    expect(isFew(few)).toBe(true)
    expect(few).toMatchObject({ agents: 9, income: { difference: -6 } })
    for (const { low, high } of [few.income, few.jobs, few.losing]) {
      expect(low).toBeNaN()
      expect(high).toBeNaN()
    }
    // A platform stands for itself, and couriers for no agent.
    expect(isFew({ agents: 4, members: 4 })).toBe(false)
    expect(isFew({ agents: Number.NaN, members: 50_000 })).toBe(false)
  })

  it('are told in rupiah where the base is low or the interval wider than the income', () => {
    const income = (baseline: number, difference: number, half: number) =>
      inShares({
        ...{ baseline, policy: baseline + difference, difference },
        ...{ low: difference - half, high: difference + half },
      })
    expect(income(500, -100, 60)).toBe(true)
    expect(income(8, -5, 1)).toBe(false)
    expect(income(500, -400, 600)).toBe(false)
    expect(income(-500, 100, 1)).toBe(false)
  })

  it('spread shares over runs', () => {
    expect(found.losing.mean).toBeCloseTo(0.1, 12)
    expect(found.runs).toBe(4)
    expect(found.survival.difference).toBeNaN()
  })
})

describe('flows over runs', () => {
  const flow = (to: string, value: number, left: number): RunFlow => ({
    window: 'month',
    side: 'buyers',
    from: 'shop',
    to,
    value,
    left,
  })
  const found = flows('ban', [
    [flow('shop', 70, 0), flow('stalls', 20, 40), flow('chat', 20, 40)],
    [flow('shop', 60, 0), flow('stalls', 50, 50)],
    [flow('shop', 90, 0), flow('stalls', 30, 30)],
  ])
  const to = (name: string) => found.find((one) => one.to === name)!

  it('are nothing in a run without them', () => {
    expect(to('chat').value.mean).toBeCloseTo(20 / 3, 12)
    expect(to('stalls').value.mean).toBeCloseTo(100 / 3, 12)
  })

  it('divert as their means over runs say, so that shares and rupiah are one', () => {
    expect(to('chat').diversion?.mean).toBeCloseTo(20 / 120, 12)
    expect(to('stalls').diversion?.mean).toBeCloseTo(100 / 120, 12)
    expect(to('shop').diversion).toBeUndefined()
  })

  it('are shares of a whole, and so are their intervals', () => {
    const [, stalls, chat] = flows('ban', [
      [flow('shop', 1, 0), flow('stalls', 38, 40), flow('chat', 2, 40)],
      [flow('shop', 1, 0), flow('stalls', 26, 44), flow('chat', 18, 44)],
    ])
    for (const { diversion } of [stalls, chat]) {
      expect(diversion!.low).toBeGreaterThanOrEqual(0)
      expect(diversion!.high).toBeLessThanOrEqual(1)
      expect(diversion!.mean).toBeGreaterThan(diversion!.low)
    }
    expect([chat.diversion!.low, stalls.diversion!.high]).toEqual([0, 1])
  })

  it('divert nothing where a venue lost on balance in some runs alone: what chance takes comes back', () => {
    const noise = flows('price', [
      [flow('shop', 100, 0), flow('stalls', 20, 20)],
      [flow('shop', 130, 0)],
    ])
    expect(noise.every(({ diversion }) => diversion === undefined)).toBe(true)
    const twice = (...left: number[]) =>
      flows(
        'price',
        left.map((whole) => [flow('shop', 100, 0), flow('stalls', whole, whole)]),
      ).find(({ to: end }) => end === 'stalls')!.diversion
    expect(twice(2, 38)).toBeUndefined()
    expect(twice(18, 22)?.mean).toBe(1)
    expect(twice(20)?.mean).toBe(1)
  })
})
