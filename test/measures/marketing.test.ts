/** Hours in marketing, what they would have earned elsewhere, and what is gained, counted by hand. */
import { describe, expect, it } from 'vitest'
import { createMarket, measures } from '../../src/market/index.ts'
import { STATE, sellers } from '../../src/market/populations/index.ts'
import { firms, regions } from '../../src/market/tables/index.ts'
import { meanOf, placeOf } from '../../src/study/index.ts'
import { village } from '../rules/bench.ts'

const { hours, time, cost, earnings } = measures.marketing

describe('marketing', () => {
  const market = createMarket(
    village('firms.innovators=1', 'regions.here.wage=1', 'regions.there.wage=0.5'),
    'marketing',
  )
  const DAY = 20 * 7 + 1
  market.run(DAY)
  const at = (name: string) => meanOf(market, placeOf(market, { name }), { from: DAY - 1, to: DAY })
  const column = (name: string) => market.world.view(sellers.columns[name])
  const active = Array.from(column('state'), (state, row) => ({ state, row }))
    .filter(({ state }) => state === STATE.active)
    .map(({ row }) => row)
  const add = (of: (row: number) => number) => active.reduce((sum, row) => sum + of(row), 0)

  it('takes hours of the owners of firms at work', () => {
    const spent = add((row) => column('weight')[row] * column('effort')[row])
    expect(spent).toBeGreaterThan(0)
    expect(at(hours.name)).toBeCloseTo(spent, 6)
    expect(at(time.name)).toBeCloseTo(spent / 40, 6)
  })

  it('costs what these hours earn elsewhere, by region', () => {
    const [wage] = market.world.view(firms.wage)
    const wages = market.world.view(regions.wage)
    expect(wages[0]).toBe(2 * wages[1])
    const byHand = add(
      (row) =>
        (((column('weight')[row] * column('effort')[row]) / 40) *
          wage *
          wages[column('region')[row]]) /
        1000,
    )
    expect(at(cost.name)).toBeCloseTo(byHand, 9)
    expect(at(cost.name)).toBeLessThan((at(time.name) * wage) / 1000)
  })

  it('is told beside what firms earn for owners', () => {
    const byHand = add((row) => (column('weight')[row] * column('earnings')[row]) / 1000)
    expect(at(earnings.name)).toBeCloseTo(byHand, 9)
  })

  it('is nothing where nobody weighs it', () => {
    const idle = createMarket(village(), 'marketing')
    idle.run(DAY)
    for (const { name } of [hours, time, cost])
      expect(meanOf(idle, placeOf(idle, { name }), { from: DAY - 1, to: DAY })).toBe(0)
  })
})
