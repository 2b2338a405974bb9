/** M6: effort in marketing as a choice. */
import { describe, expect, it } from 'vitest'
import { createMarket, type Market, type MarketInput } from '../../src/market/index.ts'
import { sellers } from '../../src/market/populations/index.ts'
import { meanAndError } from '../textbook/statistics.ts'
import { small } from './small.ts'

const DAYS = 30 * 7
const FIRST = 8 * 7

describe('effort', { timeout: 120_000 }, () => {
  const scenario = small('policies/effort', DAYS)
  const moved = (share: number): MarketInput => ({
    ...scenario,
    courses: scenario.courses.map((course) =>
      course.field === 'innovators' ? { ...course, points: [[FIRST, share]] } : course,
    ),
  })
  const takenBy = (market: Market): Float64Array => {
    const taken = new Float64Array(scenario.size.sellers)
    market.run(DAYS, (day) => {
      if (day < DAYS - 56 || day % 7 < 6) return
      const [takings, weight] = [sellers.revenue, sellers.weight].map((one) =>
        market.world.view(one),
      )
      takings.forEach((value, seller) => {
        taken[seller] += value * weight[seller]
      })
    })
    return taken
  }
  /** By seed what firms take without effort and with it, and what their effort makes of the odds of their goods, m. */
  const pairs = ['1', '2', '3', '4', '5', '6'].map((seed) => {
    const trunk = createMarket(small('indonesia-2023', DAYS), `m6/${seed}`)
    trunk.run(FIRST)
    const from = trunk.snapshot()
    const [none, some] = [0, 0.3].map((share) => createMarket(moved(share), `m6/${seed}`, { from }))
    const [without, with_] = [takenBy(none), takenBy(some)]
    return { seed, from, none, some, without, with_, effort: some.world.view(sellers.effort) }
  })
  const total = (taken: Float64Array, rows: (row: number) => boolean) =>
    taken.reduce((all, one, row) => all + (rows(row) ? one : 0), 0)

  it('is made by a part of those who weigh it, and by nobody in the baseline', () => {
    for (const { effort, none } of pairs) {
      const busy = effort.filter((hours) => hours > 1).length / effort.length
      expect(busy).toBeGreaterThan(0.05)
      expect(busy).toBeLessThan(0.3)
      expect(none.world.view(sellers.effort).every((hours) => hours === 0)).toBe(true)
    }
    const [{ seed, from, none }] = pairs
    const baseline = createMarket(small('indonesia-2023', DAYS), `m6/${seed}`, { from })
    baseline.run()
    expect(none.stateHash()).toBe(baseline.stateHash())
  })

  /** Of each seed: what those who make it and the others take relative to a market without, and all; and e^m by what they sold. */
  const gains = pairs.map(({ without, with_, effort, some }) => {
    const busy = (row: number) => effort[row] > 1
    const idle = (row: number) => !busy(row)
    const of = (rows: (row: number) => boolean) => total(with_, rows) / total(without, rows)
    const m = some.world.view(sellers.marketing)
    const appeal = without.map((taken, row) => (busy(row) ? taken * Math.exp(m[row]) : 0))
    const share = total(without, busy) / total(without, () => true)
    return {
      busy: of(busy),
      idle: of(idle),
      taken: share * (of(busy) - 1),
      lost: (1 - share) * (1 - of(idle)),
      closed: total(appeal, () => true) / total(without, busy),
    }
  })
  /** Bounds of the mean over seeds at 99 %. */
  const between = (values: readonly number[]) => {
    const { mean, error } = meanAndError(values)
    return [mean - 4.03 * error, mean + 4.03 * error]
  }

  it('sells more for who makes it, but not by as much as a small firm alone at retail would', () => {
    // Sales of a small firm among others are (1 + h/s)^g = e^m as much as theirs; what goes to merchants by wholesale is not.
    const [low, high] = between(
      gains.map(({ busy, idle, closed }) => Math.log(busy / idle) / Math.log(closed)),
    )
    expect(low).toBeGreaterThan(1 / 4)
    expect(high).toBeLessThan(1)
  })

  it('and less for the others: most of what some gain others lose', () => {
    const [low, high] = between(gains.map(({ taken, lost }) => lost / taken))
    expect(low).toBeGreaterThan(1 / 2)
    expect(high).toBeLessThan(1.25)
    expect(between(gains.map(({ taken }) => taken))[0]).toBeGreaterThan(0.01)
  })
})
