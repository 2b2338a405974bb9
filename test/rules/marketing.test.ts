import { describe, expect, it } from 'vitest'
import { KIND, STATE, sellers } from '../../src/market/populations/index.ts'
import { bestHours, marketing } from '../../src/market/rules/firms/marketing.ts'
import { cash } from '../../src/market/rules/money/cash.ts'
import { hiring } from '../../src/market/rules/money/hiring.ts'
import { firms, regions } from '../../src/market/tables/index.ts'
import { type Bench, bench, rowsWhere, sum, village } from './bench.ts'

const WAGE = 480
const [GAIN, SCALE] = [0.15, 4]

/** Six hundred shops with a margin of so many kRp a week before effort. */
function street(margin: number, innovators: number): Bench {
  const desk = bench(village('size.sellers=600'))
  desk.of(firms.wage)[0] = WAGE
  desk.of(regions.wage).fill(1)
  desk.of(firms.innovators)[0] = innovators
  desk.of(sellers.piecesWeek).fill(10)
  desk.of(sellers.unitCost).fill(20)
  desk.of(sellers.fees).fill(30)
  desk.of(sellers.revenue).fill(230 + margin)
  return desk
}

describe('the best hours', () => {
  const profit = (hours: number, margin: number) =>
    margin * (1 + hours / SCALE) ** GAIN - (WAGE / 40) * hours

  it.each([321, 500, 1000, 5000, 20000])('earn most at a margin of %d', (margin) => {
    const best = bestHours(margin, WAGE / 40, GAIN, SCALE)
    expect(best).toBeGreaterThan(0)
    for (const other of [0.5, 0.9, 0.99, 1.01, 1.1, 2])
      expect(profit(best * other, margin)).toBeLessThan(profit(best, margin))
  })

  it('are none below the margin at which the first hour pays', () => {
    const least = (SCALE * (WAGE / 40)) / GAIN
    expect(bestHours(least * 0.999, WAGE / 40, GAIN, SCALE)).toBe(0)
    expect(bestHours(least * 1.001, WAGE / 40, GAIN, SCALE)).toBeGreaterThan(0)
    expect(bestHours(-100, WAGE / 40, GAIN, SCALE)).toBe(0)
  })
})

describe('marketing', () => {
  it('is nothing where nobody weighs it, but for what training taught', () => {
    const desk = street(5000, 0)
    desk.of(sellers.training)[3] = 0.25
    for (let week = 1; week < 6; week++) desk.step(marketing, 7 * week)
    expect(sum(desk.of(sellers.effort))).toBe(0)
    expect(sum(desk.of(sellers.marketing))).toBe(0.25)
  })

  it('settles at the best hours of the share that weighs it', () => {
    const desk = street(1000, 0.3)
    // Sales answer to effort as the firm expects.
    for (let week = 1; week <= 80; week++) {
      desk.step(marketing, 7 * week)
      for (let row = 0; row < 600; row++)
        desk.of(sellers.revenue)[row] =
          230 + 1000 * (1 + desk.of(sellers.effort)[row] / SCALE) ** GAIN
    }
    const best = bestHours(1000, WAGE / 40, GAIN, SCALE)
    const busy = rowsWhere(600, (row) => desk.of(sellers.effort)[row] > 0)
    expect(busy.length / 600).toBeCloseTo(0.3, 1)
    for (const row of busy) {
      expect(desk.of(sellers.effort)[row] / best).toBeCloseTo(1, 3)
      expect(desk.of(sellers.marketing)[row]).toBeCloseTo(GAIN * Math.log(1 + best / SCALE), 4)
    }
  })

  it('falls where sales are lost, as by a copy: 1 + h/s goes with the margin to the power 1/(1 - g)', () => {
    const desk = street(1000, 1)
    const settle = (margin: number, from: number) => {
      for (let week = from; week < from + 80; week++) {
        desk.step(marketing, 7 * week)
        for (let row = 0; row < 600; row++)
          desk.of(sellers.revenue)[row] =
            230 + margin * (1 + desk.of(sellers.effort)[row] / SCALE) ** GAIN
      }
      return 1 + desk.of(sellers.effort)[5] / SCALE
    }
    const [before, after] = [settle(1000, 1), settle(700, 81)]
    expect(after / before).toBeCloseTo(0.7 ** (1 / (1 - GAIN)), 3)
  })

  it('never exceeds the hours that a firm has, and ends with it', () => {
    const desk = street(1e6, 1)
    for (let week = 1; week <= 60; week++) desk.step(marketing, 7 * week)
    for (const hours of desk.of(sellers.effort)) expect(hours).toBeLessThanOrEqual(40)
    expect(desk.of(sellers.effort)[5]).toBeGreaterThan(39)
    desk.of(sellers.state)[5] = STATE.exited
    desk.step(marketing, 427)
    expect(desk.of(sellers.marketing)[5]).toBe(0)
  })

  it('is a cost of the time of its owner, and no job', () => {
    const [without, with_] = [0, 20].map((hours) => {
      const desk = bench(village())
      const shop = rowsWhere(60, (row) => desk.of(sellers.kind)[row] === KIND.reseller)[0]
      desk.of(firms.wage)[0] = WAGE
      desk.of(regions.wage).fill(1)
      desk.of(sellers.effort)[shop] = hours
      desk.of(sellers.family)[shop] = 5
      desk.step(hiring, 7)
      desk.step(cash, 7)
      const read = (name: string) => desk.of(sellers.columns[name])[shop]
      return { work: read('familyUsed') + read('paid'), earned: read('earnings') }
    })
    expect(with_.work).toBe(without.work)
    expect(without.earned - with_.earned).toBeCloseTo(WAGE / 2, 9)
  })
})
