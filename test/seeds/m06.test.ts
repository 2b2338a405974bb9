/** M6: effort in marketing as a choice. */
import { describe, expect, it } from 'vitest'
import { createMarket, type MarketInput } from '../../src/market/index.ts'
import { sellers } from '../../src/market/populations/index.ts'
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
  const trunk = createMarket(small('indonesia-2023', DAYS), 'seeds')
  trunk.run(FIRST)
  const run = (share: number) => {
    const market = createMarket(moved(share), 'seeds', { from: trunk.snapshot() })
    const taken = new Float64Array(scenario.size.sellers)
    market.run(DAYS, (day) => {
      if (day < DAYS - 56 || day % 7 < 6) return
      const [takings, weight] = [sellers.takings, sellers.weight].map((one) =>
        market.world.view(one),
      )
      takings.forEach((value, seller) => {
        taken[seller] += value * weight[seller]
      })
    })
    return { market, taken, effort: Array.from(market.world.view(sellers.effort)) }
  }
  const [none, some] = [run(0), run(0.3)]
  const total = (taken: Float64Array, busy: boolean) =>
    taken.reduce((all, one, row) => all + (some.effort[row] > 1 === busy ? one : 0), 0)

  it('is made by a part of those who weigh it, and by nobody in the baseline', () => {
    const busy = some.effort.filter((hours) => hours > 1).length / some.effort.length
    expect(busy).toBeGreaterThan(0.05)
    expect(busy).toBeLessThan(0.3)
    expect(none.effort.every((hours) => hours === 0)).toBe(true)
    const baseline = createMarket(small('indonesia-2023', DAYS), 'seeds', {
      from: trunk.snapshot(),
    })
    baseline.run()
    expect(none.market.stateHash()).toBe(baseline.stateHash())
  })

  it('sells more for who makes it, and less for the others', () => {
    expect(total(some.taken, true) / total(none.taken, true)).toBeGreaterThan(1.03)
    expect(total(some.taken, false) / total(none.taken, false)).toBeLessThan(0.995)
  })
})
