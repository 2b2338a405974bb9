import { describe, expect, it } from 'vitest'
import { blocks, buyers, levels, pools, STATUS, today } from '../../src/market/populations/index.ts'
import { householdIncome } from '../../src/market/rules/money/household-income.ts'
import { jobs } from '../../src/market/rules/money/jobs.ts'
import { households } from '../../src/market/tables/index.ts'
import { type Bench, bench, sum, tuned, village } from './bench.ts'

const ME = 3
const NORMAL = 600
/** What a household of normal income and activity buys of modelled goods in a week. */
const GOODS = 0.08 * NORMAL

/** Households with a normal job outside, their usual shopping, and the deposits of a settled household. */
function home(parameters: Record<string, number> = {}): Bench {
  const desk = bench(tuned(village(), 'household-income', parameters))
  desk.of(buyers.income).fill(NORMAL)
  desk.of(buyers.status).fill(STATUS.outside)
  desk.of(buyers.factor).fill(1)
  desk.of(buyers.spent).fill(GOODS)
  desk.of(levels.activity).fill(1)
  desk.of(households.income)[0] = NORMAL
  desk.of(households.separation)[0] = 0
  desk.step(householdIncome, 0)
  return desk
}
const get = (desk: Bench, name: string) => desk.of(buyers.columns[name])[ME]

describe('a settled household', () => {
  it('has a budget of its normal income and deposits that stand still', () => {
    const desk = home()
    const start = get(desk, 'deposits')
    expect(start).toBeCloseTo((8 + 0.15 / 0.005) * NORMAL, 6)
    for (let week = 1; week <= 52; week++) desk.step(householdIncome, 7 * week)
    expect(get(desk, 'budget')).toBeCloseTo(1, 5)
    expect(get(desk, 'deposits')).toBeCloseTo(start, 0)
  })
})

describe('what households usually buy', () => {
  it('is what they bought before the calibration date: deposits stand still whatever the scenario says', () => {
    const desk = home()
    // A fifth less than half of the written share, and a festival twenty weeks before the end of solving.
    const weekly = (week: number) => (week < 32 || week > 35 ? 0.4 : 0.5) * GOODS
    desk.of(today.solving)[0] = 1
    for (let week = 1; week <= 55; week++) {
      desk.of(buyers.spent).fill(weekly(week))
      desk.step(householdIncome, 7 * week)
    }
    const settled = sum(desk.of(blocks.goods)) / desk.count.blocks
    expect(settled).toBeGreaterThan(0.4 * 0.08)
    expect(settled).toBeLessThan(0.42 * 0.08)
    desk.of(today.solving)[0] = 0
    desk.of(buyers.spent).fill(settled * NORMAL)
    const start = get(desk, 'deposits')
    for (let week = 56; week <= 160; week++) desk.step(householdIncome, 7 * week)
    expect(get(desk, 'deposits') / start).toBeCloseTo(1, 3)
    // What is no longer bought is kept, and spent only as fast as deposits are.
    desk.of(buyers.spent).fill(0)
    const before = get(desk, 'deposits')
    desk.step(householdIncome, 7 * 161)
    expect(get(desk, 'deposits') - before).toBeCloseTo(settled * NORMAL, 0)
  })

  it.each([
    [{}, 26],
    [{ goodsWeeks: 5 }, 5],
  ])('is a mean over weeks: %j', (parameters, weeks) => {
    const desk = home(parameters)
    desk.of(today.solving)[0] = 1
    const before = desk.of(blocks.goods)[0]
    desk.of(buyers.spent).fill(2 * GOODS)
    desk.step(householdIncome, 7 * 50)
    expect(desk.of(blocks.goods)[0]).toBeCloseTo(before + (0.16 - before) / weeks, 9)
  })

  it('may be more than they consume themselves: deposits of busy shoppers stand still too', () => {
    const desk = home()
    const busy = 20
    desk.of(levels.activity).fill(busy)
    desk.of(buyers.spent).fill(busy * GOODS)
    expect(busy * GOODS).toBeGreaterThan(1.5 * NORMAL)
    const start = get(desk, 'deposits')
    for (let week = 1; week <= 104; week++) desk.step(householdIncome, 7 * week)
    expect(get(desk, 'deposits') / start).toBeCloseTo(1, 4)
    const [income, spending, rest] = [blocks.income, blocks.spending, blocks.rest].map((column) =>
      sum(desk.of(column)),
    )
    expect(rest).toBeCloseTo(income - spending, 0)
  })
})

describe('a household that is without work now and then', () => {
  it('starts with deposits at which its good and bad years keep the balance', () => {
    const desk = bench(village('size.buyers=4000'))
    desk.of(buyers.income).fill(NORMAL)
    desk.of(buyers.factor).fill(1)
    desk.of(buyers.spent).fill(GOODS)
    desk.of(levels.activity).fill(1)
    desk.of(households.income)[0] = NORMAL
    const without = 0.0017 / (0.0017 + 0.03)
    let start = 0
    for (let week = 0; week <= 520; week++) {
      // In spells of eight weeks, everybody in turn.
      desk.of(buyers.status).forEach((_, row) => {
        const spell = ((row * 0.6180339887498949) % 1) + Math.floor(week / 8) * 0.7548776662466927
        desk.of(buyers.status)[row] = spell % 1 < without ? STATUS.unemployed : STATUS.outside
      })
      desk.step(householdIncome, 7 * week)
      if (week === 0) start = sum(desk.of(buyers.deposits))
    }
    expect(start / 4000 / NORMAL).toBeCloseTo(8 + (0.15 / 0.005) * (1 - 0.7 * without), 4)
    expect(Math.abs(sum(desk.of(buyers.deposits)) / start - 1)).toBeLessThan(0.005)
  })
})

describe('where nobody loses work and nobody finds any', () => {
  it('deposits and budgets are numbers', () => {
    const desk = bench(village('households.separation=0', 'households.finding=0'))
    desk.of(buyers.income).fill(NORMAL)
    desk.of(buyers.factor).fill(1)
    desk.of(levels.activity).fill(1)
    desk.step(jobs, 0)
    desk.step(householdIncome, 0)
    expect(Number.isFinite(get(desk, 'deposits'))).toBe(true)
    expect([...desk.of(buyers.budget)].every(Number.isFinite)).toBe(true)
    expect([...desk.of(buyers.status)]).not.toContain(STATUS.unemployed)
  })
})

describe('income', () => {
  it('without work is the benefit, and lowers the budget slowly', () => {
    const desk = home()
    desk.of(buyers.status)[ME] = STATUS.unemployed
    desk.step(householdIncome, 7)
    // 1 + 0.2 (0.3 - 1) of it is expected, 0.85 of that is spent, and savings give 0.15.
    expect(get(desk, 'expectedIncome')).toBeCloseTo(0.86, 6)
    expect(get(desk, 'budget')).toBeCloseTo(0.85 * 0.86 + 0.15, 2)
    for (let week = 2; week <= 40; week++) desk.step(householdIncome, 7 * week)
    expect(get(desk, 'expectedIncome')).toBeCloseTo(0.3, 3)
    expect(get(desk, 'budget')).toBeLessThan(0.85 * 0.31 + 0.15)
    expect(get(desk, 'budget')).toBeGreaterThan(0.85 * 0.3)
  })

  it('after a lost job is what the next one pays', () => {
    const desk = home()
    desk.of(buyers.factor)[ME] = 0.75
    desk.of(buyers.deposits)[ME] = 0
    desk.step(householdIncome, 7)
    expect(get(desk, 'expectedIncome')).toBeCloseTo(0.95, 6)
    expect(get(desk, 'budget')).toBeCloseTo(0.85 * 0.95, 6)
  })

  it('from work in the market follows its pool, with what others of the household earn', () => {
    const desk = home()
    desk.of(buyers.status)[ME] = STATUS.market
    desk.of(buyers.pool)[ME] = 2
    desk.of(pools.ratio)[2] = 0.6
    desk.of(pools.elsewhere)[2] = 0.2
    const before = get(desk, 'deposits')
    desk.step(householdIncome, 7)
    expect(get(desk, 'expectedIncome')).toBeCloseTo(1 + 0.2 * (0.8 - 1), 6)
    const budget = 0.85 * 0.96 + 0.005 * (before / NORMAL - 8)
    const other = budget * NORMAL - GOODS
    expect(get(desk, 'deposits') - before).toBeCloseTo(0.8 * NORMAL - GOODS - other, 3)
  })

  it('from work in the market that pays more than a normal income raises the budget', () => {
    const desk = home()
    desk.of(buyers.status)[ME] = STATUS.market
    desk.of(buyers.pool)[ME] = 2
    desk.of(pools.ratio)[2] = 1.4
    const before = get(desk, 'deposits')
    desk.step(householdIncome, 7)
    expect(get(desk, 'expectedIncome')).toBeCloseTo(1 + 0.2 * 0.4, 6)
    const budget = 0.85 * 1.08 + 0.005 * (before / NORMAL - 8)
    expect(get(desk, 'budget')).toBeCloseTo(budget, 5)
    const other = budget * NORMAL - GOODS
    expect(get(desk, 'deposits') - before).toBeCloseTo(1.4 * NORMAL - GOODS - other, 3)
  })

  it('leaves deposits as they are in the long run, however little the market pays', () => {
    for (const pay of [0.01, 0.5, 1]) {
      const desk = home()
      desk.of(buyers.status)[ME] = STATUS.market
      desk.of(buyers.pool)[ME] = 2
      desk.of(pools.ratio)[2] = pay
      desk.of(pools.elsewhere)[2] = Math.max(0, 1 - pay)
      desk.step(householdIncome, 0)
      const start = get(desk, 'deposits')
      for (let week = 1; week <= 104; week++) desk.step(householdIncome, 7 * week)
      expect(get(desk, 'deposits') / start).toBeCloseTo(1, 4)
      expect(get(desk, 'budget')).toBeCloseTo(1, 4)
    }
  })

  it('never lets the budget leave its bounds', () => {
    const desk = home()
    desk.of(buyers.deposits).fill(1e9)
    desk.step(householdIncome, 7)
    expect(get(desk, 'budget')).toBe(1.5)
    desk.of(buyers.deposits).fill(-1e9)
    desk.of(buyers.status).fill(STATUS.unemployed)
    desk.of(households.benefit)[0] = 0
    for (let week = 2; week <= 60; week++) desk.step(householdIncome, 7 * week)
    expect(get(desk, 'budget')).toBeCloseTo(0.1, 6)
  })

  it('leaves a budget below the largest that is set', () => {
    const desk = home({ largestBudget: 1.2 })
    desk.of(buyers.deposits)[ME] = 1e9
    desk.step(householdIncome, 7)
    expect(get(desk, 'budget')).toBeCloseTo(1.2, 6)
  })
})

describe('the money of a week', () => {
  it('is earned, spent, put into the rest of consumption, or kept', () => {
    const desk = home()
    desk.of(buyers.status).forEach((_, row) => {
      desk.of(buyers.status)[row] = row % 3
      desk.of(buyers.pool)[row] = row % 4
      desk.of(buyers.spent)[row] = (row * 13) % 97
    })
    desk.of(pools.ratio).fill(0.9)
    desk.of(pools.elsewhere).fill(0.3)
    const before = sum(desk.of(buyers.deposits))
    desk.step(householdIncome, 7)
    const [income, spending, rest, outside] = [
      blocks.income,
      blocks.spending,
      blocks.rest,
      blocks.fromOutside,
    ].map((column) => sum(desk.of(column)))
    expect(spending).toBe(sum(desk.of(buyers.spent)))
    expect(sum(desk.of(buyers.deposits)) - before).toBeCloseTo(income - spending - rest, 4)
    const inMarket = [...desk.of(buyers.status)].filter((one) => one === STATUS.market).length
    expect(income - outside).toBeCloseTo(inMarket * 0.9 * NORMAL, 4)
  })
})
