import { describe, expect, it } from 'vitest'
import { KIND, STATE, sellers } from '../../src/market/populations/index.ts'
import { cash } from '../../src/market/rules/money/cash.ts'
import { taxes } from '../../src/market/rules/money/taxes.ts'
import { firms, kinds } from '../../src/market/tables/index.ts'
import { type Bench, bench, village } from './bench.ts'

const SELLER = 5

/** A firm after a week with these flows; whatever is not named is 0. */
function settled(flows: Record<string, number>): { get: (name: string) => number; desk: Bench } {
  const desk = bench(village())
  desk.of(sellers.unitCost)[SELLER] = 10
  desk.of(sellers.expected)[SELLER] = 20
  desk.of(sellers.rent)[SELLER] = 0
  for (const [name, amount] of Object.entries(flows))
    desk.of(sellers.columns[name])[SELLER] = amount
  desk.step(cash, 7)
  return { desk, get: (name) => desk.of(sellers.columns[name])[SELLER] }
}

const IN = ['revenue', 'wholesaleIncome']
const OUT = [
  'credit',
  'fees',
  'commissions',
  'labelProfit',
  'purchases',
  'borderPayments',
  'duties',
  'handlingCost',
  'materials',
  'wages',
  'liveCost',
  'salesTax',
]

describe('what a firm earns for its owner', () => {
  const WEEK = {
    revenue: 500,
    wholesaleIncome: 100,
    fees: 20,
    commissions: 10,
    wages: 50,
    rent: 30,
    liveCost: 5,
    salesTax: 3,
    purchases: 999,
    piecesWeek: 7,
    shipped: 4,
  }
  const rest = 500 + 100 - 20 - 10 - 50 - 30 - 5 - 3

  it('is what it takes less what it paid and what the goods sold had cost', () => {
    const merchant = settled({ ...WEEK, kind: KIND.reseller })
    expect(merchant.get('earnings')).toBeCloseTo(rest - 10 * 11, 9)
    const maker = settled({ ...WEEK, kind: KIND.producer, materials: 77 })
    expect(maker.get('earnings')).toBeCloseTo(rest - 77, 9)
  })

  it('is a mean of three months, and of the weeks so far before', () => {
    const { desk, get } = settled({ revenue: 100, kind: KIND.reseller })
    const earned = [100]
    for (let week = 2; week <= 13; week++) {
      desk.of(sellers.revenue)[SELLER] = 100 * week
      desk.step(cash, 7 * week)
      earned.push(100 * week)
      expect(get('earnings')).toBeCloseTo(earned.reduce((a, b) => a + b) / week, 9)
      expect(get('earnedWeeks')).toBe(week)
    }
    const then = get('earnings')
    desk.step(cash, 98)
    expect(get('earnings')).toBeCloseTo(then + (1300 - then) / 13, 9)
    expect(get('earnedWeeks')).toBe(13)
  })

  it('is a mean of as many whole weeks as owners judge by', () => {
    const { desk, get } = settled({ revenue: 100, kind: KIND.reseller })
    desk.of(firms.earningsWeeks)[0] = 5.5
    for (let week = 2; week <= 8; week++) desk.step(cash, 7 * week)
    expect(get('earnedWeeks')).toBe(5)
    desk.of(sellers.revenue)[SELLER] = 200
    desk.step(cash, 63)
    expect(get('earnings')).toBeCloseTo(100 + 100 / 5, 9)
  })

  it('stands still while it is idle, and starts anew when it starts again', () => {
    const idle = settled({ revenue: 100, earnings: 7, earnedWeeks: 9, state: STATE.idle })
    expect(idle.get('earnings')).toBe(7)
    for (const begins of ['entrant', 'reentered']) {
      const { get } = settled({ revenue: 100, earnings: 7, earnedWeeks: 9, [begins]: 1 })
      expect([get('earnings'), get('earnedWeeks')]).toEqual([0, 0])
    }
  })
})

describe('cash', () => {
  it.each([...IN, ...OUT])('moves by %s once', (name) => {
    const { get } = settled({ cash: 100, [name]: 7 })
    expect(get('cash') + get('withdrawals')).toBe(100 + (IN.includes(name) ? 7 : -7))
  })

  it('adds up all flows of a week', () => {
    const flows = Object.fromEntries([...IN, ...OUT].map((name, nth) => [name, 2 ** nth]))
    const { get } = settled({ cash: 50_000, rent: 4096, ...flows })
    const income = IN.reduce((total, name) => total + flows[name], 0)
    const spending = OUT.reduce((total, name) => total + flows[name], 0)
    expect(get('cash')).toBeCloseTo(50_000 + income - spending - 4096 - get('withdrawals'), 6)
    expect(get('rentPaid')).toBe(4096)
    expect(get('capitalInjection')).toBe(0)
  })

  it('pays rent and the overhead of its kind while it is active', () => {
    for (const [state, paid] of [
      [STATE.active, 50 + 8],
      [STATE.idle, 0],
      [STATE.exited, 0],
    ]) {
      const desk = bench(village())
      desk.of(kinds.overhead).set([1, 2, 4, 8])
      desk.of(sellers.kind)[SELLER] = KIND.trader
      desk.of(sellers.rent)[SELLER] = 50
      desk.of(sellers.state)[SELLER] = state
      desk.step(cash, 7)
      expect(desk.of(sellers.rentPaid)[SELLER]).toBe(paid)
    }
  })

  it('is drawn by a quarter of what exceeds three weeks of cost', () => {
    expect(settled({ cash: 1000 }).get('withdrawals')).toBeCloseTo((1000 - 3 * 10 * 20) / 4, 9)
    expect(settled({ cash: 599 }).get('withdrawals')).toBe(0)
    expect(settled({ cash: -50, outside: 0 }).get('withdrawals')).toBe(0)
  })

  it('is paid in by its owner where it owes, from a quarter of what he earns elsewhere', () => {
    expect(settled({ cash: -50, outside: 400 }).get('withdrawals')).toBe(-50)
    expect(settled({ cash: -50, outside: 400 }).get('cash')).toBe(0)
    expect(settled({ cash: -150, outside: 400 }).get('withdrawals')).toBe(-100)
    expect(settled({ cash: -150, outside: 400 }).get('cash')).toBe(-50)
    expect(settled({ cash: -150, outside: 400, state: STATE.idle }).get('withdrawals')).toBe(0)
  })

  it('goes to the rest of the economy where a firm leaves, debt as well', () => {
    for (const left of [300, -300]) {
      const { get } = settled({ cash: left, state: STATE.exited, rent: 99 })
      expect(get('cash')).toBe(0)
      expect(get('capitalInjection')).toBe(-left)
      expect(get('rentPaid')).toBe(0)
      expect(get('withdrawals')).toBe(0)
    }
  })

  it('comes from there where a firm enters', () => {
    const { get } = settled({ cash: 0, entrant: 1 })
    expect(get('cash')).toBe(600)
    expect(get('capitalInjection')).toBe(600)
  })
})

describe('taxes', () => {
  /** Income tax of a year (mRp) of a firm with this turnover, of which a tenth is profit after rent and overhead. */
  function incomeTaxOf(yearly: number): number {
    const sales = (yearly * 1000) / 52.18
    const desk = bench(village('government.vat=0'))
    desk.of(sellers.turnover)[SELLER] = yearly
    desk.of(sellers.revenue)[SELLER] = 0.6 * sales
    desk.of(sellers.wholesaleIncome)[SELLER] = 0.4 * sales
    desk.of(sellers.unitCost)[SELLER] = 50
    desk.of(sellers.piecesWeek)[SELLER] = (0.3 * sales) / 50
    desk.of(sellers.shipped)[SELLER] = (0.3 * sales) / 50
    desk.of(sellers.fees)[SELLER] = 0.1 * sales
    desk.of(sellers.commissions)[SELLER] = 0.05 * sales
    desk.of(sellers.liveCost)[SELLER] = 0.03 * sales
    desk.of(sellers.labelProfit)[SELLER] = 0.02 * sales
    desk.of(sellers.rent)[SELLER] = 0.07 * sales
    desk.of(kinds.overhead).fill(0.03 * sales)
    desk.step(taxes, 7)
    return (desk.of(sellers.salesTax)[SELLER] * 52.18) / 1000
  }

  // Free to 500 mRp; 0.5 % of what is above, to 4,800; 21.5 and 22 % of the profit above that.
  it.each([
    [300, 0],
    [500, 0],
    [800, 1.5],
    [2400, 9.5],
    [4800, 21.5],
    [9600, 21.5 + 0.22 * (960 / 2)],
  ])('of a turnover of %d mRp a year are %d mRp', (yearly, due) => {
    expect(incomeTaxOf(yearly)).toBeCloseTo(due, 9)
  })

  it('have no step at either bound', () => {
    for (const bound of [500, 4800])
      expect(incomeTaxOf(bound + 0.01) - incomeTaxOf(bound - 0.01)).toBeLessThan(0.001)
  })

  it('leave a loss alone above the ceiling', () => {
    const desk = bench(village('government.vat=0'))
    desk.of(sellers.turnover)[SELLER] = 9600
    desk.of(sellers.revenue)[SELLER] = 1000
    desk.of(sellers.unitCost)[SELLER] = 50
    desk.of(sellers.piecesWeek)[SELLER] = 100
    desk.step(taxes, 7)
    const share = desk.of(sellers.turnover)[SELLER]
    expect(desk.of(sellers.salesTax)[SELLER]).toBeCloseTo((0.005 * 4300 * 1000) / share, 9)
  })

  it('take value added tax on the margin above 4800 mRp', () => {
    const vat = (sales: number, purchases: number) => {
      const desk = bench(village('government.turnover-tax=0', 'government.income-tax=0'))
      desk.of(sellers.turnover)[SELLER] = 6000
      desk.of(sellers.revenue)[SELLER] = sales
      desk.of(sellers.purchases)[SELLER] = purchases
      desk.step(taxes, 7)
      return desk.of(sellers.salesTax)[SELLER]
    }
    expect(vat(111_000, 11_100)).toBeCloseTo((0.11 / 1.11) * 99_900, 6)
    expect(vat(100_000, 200_000)).toBe(0)
  })

  it('go by a turnover that is smoothed over half a year', () => {
    const desk = bench(village())
    const week = () => {
      desk.step(taxes, 7)
      return desk.of(sellers.turnover)[SELLER]
    }
    desk.of(sellers.revenue)[SELLER] = 1000
    expect(week()).toBeCloseTo(52.18, 9)
    desk.of(sellers.revenue)[SELLER] = 2000
    expect(week()).toBeCloseTo(52.18 + 0.04 * 52.18, 9)
  })
})
