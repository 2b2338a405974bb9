import { describe, expect, it } from 'vitest'
import { STATE, sellers } from '../../src/market/populations/index.ts'
import { cash } from '../../src/market/rules/cash.ts'
import { taxes } from '../../src/market/rules/taxes.ts'
import { government } from '../../src/market/tables/index.ts'
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

const IN = ['takings', 'wholesaleIncome']
const OUT = [
  'fees',
  'commissions',
  'purchases',
  'borderPayments',
  'duties',
  'handlingCost',
  'materials',
  'wages',
  'liveCost',
  'salesTax',
]

describe('cash', () => {
  it.each([...IN, ...OUT])('moves by %s once', (name) => {
    const { get } = settled({ cash: 100, [name]: 7 })
    expect(get('cash') + get('draw')).toBe(100 + (IN.includes(name) ? 7 : -7))
  })

  it('adds up all flows of a week', () => {
    const flows = Object.fromEntries([...IN, ...OUT].map((name, nth) => [name, 2 ** nth]))
    const { get } = settled({ cash: 50_000, rent: 4096, ...flows })
    const income = IN.reduce((total, name) => total + flows[name], 0)
    const spending = OUT.reduce((total, name) => total + flows[name], 0)
    expect(get('cash')).toBeCloseTo(50_000 + income - spending - 4096 - get('draw'), 6)
    expect(get('rentPaid')).toBe(4096)
    expect(get('founding')).toBe(0)
  })

  it('is drawn by a quarter of what exceeds three weeks of cost', () => {
    expect(settled({ cash: 1000 }).get('draw')).toBeCloseTo((1000 - 3 * 10 * 20) / 4, 9)
    expect(settled({ cash: 599 }).get('draw')).toBe(0)
    expect(settled({ cash: -50 }).get('draw')).toBe(0)
  })

  it('goes to the rest of the economy where a firm leaves, debt as well', () => {
    for (const left of [300, -300]) {
      const { get } = settled({ cash: left, state: STATE.exited, rent: 99 })
      expect(get('cash')).toBe(0)
      expect(get('founding')).toBe(-left)
      expect(get('rentPaid')).toBe(0)
      expect(get('draw')).toBe(0)
    }
  })

  it('comes from there where a firm enters', () => {
    const { get } = settled({ cash: 0, fresh: 1 })
    expect(get('cash')).toBe(600)
    expect(get('founding')).toBe(600)
  })
})

describe('taxes', () => {
  /** Taxes of a week of a firm with a smoothed turnover (mRp a year) and these sales and purchases (kRp). */
  function taxed(turnover: number, sales: number, purchases: number): number {
    const desk = bench(village())
    desk.of(government.vat)[0] = 0.11
    desk.of(government.vatThreshold)[0] = 4800
    desk.of(government.turnoverTax)[0] = 0.005
    desk.of(government.turnoverTaxThreshold)[0] = 500
    desk.of(sellers.turnover)[SELLER] = turnover
    desk.of(sellers.takings)[SELLER] = sales
    desk.of(sellers.purchases)[SELLER] = purchases
    desk.step(taxes, 7)
    return desk.of(sellers.salesTax)[SELLER]
  }

  it('leave small firms alone', () => {
    expect(taxed(400, 1000, 0)).toBe(0)
  })

  it('take half a percent of sales above 500 mRp', () => {
    expect(taxed(600, 10_000, 5000)).toBeCloseTo(50, 9)
  })

  it('take value added tax on the margin above 4800 mRp', () => {
    expect(taxed(6000, 111_000, 11_100)).toBeCloseTo(0.005 * 111_000 + (0.11 / 1.11) * 99_900, 6)
    expect(taxed(6000, 100_000, 200_000)).toBeCloseTo(500, 6)
  })

  it('go by a turnover that is smoothed over half a year', () => {
    const desk = bench(village())
    const week = () => {
      desk.step(taxes, 7)
      return desk.of(sellers.turnover)[SELLER]
    }
    desk.of(sellers.takings)[SELLER] = 1000
    expect(week()).toBeCloseTo(52.18, 9)
    desk.of(sellers.takings)[SELLER] = 2000
    expect(week()).toBeCloseTo(52.18 + 0.04 * 52.18, 9)
  })
})
