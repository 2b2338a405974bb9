import { describe, expect, it } from 'vitest'
import { datedValues } from '../../src/market/in-force.ts'
import type { Does, Operation } from '../../src/market/input.ts'
import { datedParametersOf } from '../../src/market/rules/game/dated-parameters.ts'
import { routes, venues } from '../../src/market/tables/index.ts'
import { bench, village } from './bench.ts'

const input = village()
const SHOP = 1

const course = (points: Operation['points'], more: Partial<Operation> = {}): Operation => ({
  table: 'routes',
  row: SHOP,
  field: 'open',
  at: 0,
  points,
  linear: false,
  ...more,
})

/** The value of a field on each day of a run. */
function over(days: number, courses: readonly Operation[]): number[] {
  const desk = bench(input)
  const rule = datedParametersOf(datedValues(input, courses))
  return Array.from({ length: days }, (_, day) => {
    desk.step(rule, day)
    return desk.of(routes.open)[SHOP]
  })
}

describe('a course of steps', () => {
  it('holds from its day on', () => {
    expect(over(4, [course([[2, 0]])])).toEqual([1, 1, 0, 0])
  })

  it('counts a day by the hours: closed at 17:00 leaves 17 of 24', () => {
    const [before, that, after] = over(3, [course([[1 + 17 / 24, 0]])])
    expect([before, after]).toEqual([1, 0])
    expect(that).toBeCloseTo(17 / 24, 12)
  })

  it('weighs several steps within a day', () => {
    const points: Operation['points'] = [
      [0.25, 0],
      [0.5, 0.8],
      [0.75, 0.4],
    ]
    const [first, second] = over(2, [course(points)])
    expect(first).toBeCloseTo(0.25 * 1 + 0.25 * 0 + 0.25 * 0.8 + 0.25 * 0.4, 12)
    expect(second).toBe(0.4)
  })

  it('takes the last of several points before the run', () => {
    expect(
      over(2, [
        course([
          [-30, 0.5],
          [-2, 0.25],
        ]),
      ]),
    ).toEqual([0.25, 0.25])
  })

  it('opens again', () => {
    expect(
      over(5, [
        course([
          [1, 0],
          [3, 1],
        ]),
      ]),
    ).toEqual([1, 0, 0, 1, 1])
  })
})

describe('a straight course', () => {
  it('moves evenly between its points and stands after the last', () => {
    const values = over(7, [
      course(
        [
          [1, 0],
          [5, 1],
        ],
        { linear: true },
      ),
    ])
    expect(values).toEqual([1, 0, 0.25, 0.5, 0.75, 1, 1])
  })

  it('is under way on the first day where it began before', () => {
    expect(
      over(2, [
        course(
          [
            [-4, 0],
            [4, 1],
          ],
          { linear: true },
        ),
      ]),
    ).toEqual([0.5, 0.625])
  })
})

describe('several courses', () => {
  it('on one value: the later one holds from its first point on', () => {
    expect(over(4, [course([[0, 0.5]]), course([[2, 0.9]])])).toEqual([0.5, 0.5, 0.9, 0.9])
  })

  it('on one value: within a day the hours before count as the earlier one has them', () => {
    const that = over(3, [course([[0, 0.5]]), course([[2.5, 0]])])[2]
    expect(that).toBeCloseTo(0.25, 12)
  })

  it('reach one row and one value of it, and no other', () => {
    const desk = bench(input)
    const rates = [...desk.of(venues.commission)]
    const one = course([[0, 0.1]], { table: 'venues', field: 'commission', at: 1 })
    desk.step(datedParametersOf(datedValues(input, [one])), 0)
    rates[SHOP * 2 + 1] = 0.1
    expect([...desk.of(venues.commission)]).toEqual(rates)
  })
})

/** An operation on how open the shop is, which is written 1. */
const does = (one: Does, amount: number, from: number, until?: number): Operation =>
  course([[from, amount]], { does: one, ...(until === undefined ? {} : { until }) })

describe('an operation', () => {
  it.each<[Does, number, number]>([
    ['set', 0.3, 0.3],
    ['add', 0.3, 0.7],
    ['add', -0.1, 0.3],
    ['multiply', 0.5, 0.2],
    ['at-most', 0.3, 0.3],
    ['at-most', 0.5, 0.4],
    ['at-least', 0.3, 0.4],
    ['at-least', 0.5, 0.5],
    ['fill', 0.5, 0.7],
  ])('%s %d on 0.4 makes %d, and what has ended leaves no trace', (one, amount, expected) => {
    const values = over(4, [course([[0, 0.4]]), does(one, amount, 1, 3)])
    expect([values[0], values[3]]).toEqual([0.4, 0.4])
    for (const value of values.slice(1, 3)) expect(value).toBeCloseTo(expected, 12)
  })

  it('is composed anew each day: an addition that stays does not pile up', () => {
    expect(over(4, [course([[0, 0.25]]), does('add', 0.5, 1)])).toEqual([0.25, 0.75, 0.75, 0.75])
  })

  it('goes on under a later one, and holds again when that has ended', () => {
    expect(over(5, [does('set', 0.5, 1), does('set', 0.25, 2, 4)])).toEqual([
      1, 0.5, 0.25, 0.25, 0.5,
    ])
  })

  it('counts in the order in which it stands, not of its day', () => {
    const [half, more] = [does('multiply', 0.5, 2), does('add', -0.5, 1)]
    expect(over(4, [half, more])).toEqual([1, 0.5, 0, 0])
    expect(over(4, [more, half])).toEqual([1, 0.5, 0.25, 0.25])
  })

  it('keeps the value inside its range at every step', () => {
    // Shut twice over, then half opened: 1 - 2 = -1 would leave it shut.
    expect(over(1, [does('add', -2, 0), does('add', 0.5, 0)])).toEqual([0.5])
    expect(over(1, [does('add', 2, 0), does('multiply', 0.5, 0)])).toEqual([0.5])
  })

  it('weighs by hours what several make of a day together', () => {
    // 1 until 06:00, 0.5 until 12:00, 0.75 until 18:00, then 0.25 alone added to 1 and capped at the range.
    const values = over(3, [does('multiply', 0.5, 1.25, 1.75), does('add', 0.25, 1.5)])
    expect(values[1]).toBeCloseTo(0.25 * 1 + 0.25 * 0.5 + 0.25 * 0.75 + 0.25 * 1, 12)
    expect(values[2]).toBe(1)
  })

  it('that begins and ends within one day counts by its hours alone', () => {
    const values = over(3, [does('set', 0, 1 + 9 / 24, 1 + 17 / 24)])
    expect(values[1]).toBeCloseTo(16 / 24, 12)
    expect([values[0], values[2]]).toEqual([1, 1])
  })

  it('with straight lines moves its amount, from its first point on', () => {
    const falling = course(
      [
        [1, 1],
        [5, 0.5],
      ],
      { does: 'multiply', linear: true },
    )
    expect(over(7, [course([[3, 0.5]]), falling])).toEqual([
      1,
      1,
      0.875,
      0.5 * 0.75,
      0.5 * 0.625,
      0.25,
      0.25,
    ])
  })

  it('that has not begun when the run ends, or has no point, does nothing', () => {
    expect(over(2, [does('set', 0, 2), course([])])).toEqual([1, 1])
  })

  it('on what is no quantity counts from the day on which it changes: there is no half an owner', () => {
    const desk = bench(input)
    const sold = (until?: number): Operation => ({
      ...{ table: 'venues', row: SHOP, field: 'owner', at: 0, linear: false },
      points: [[1.5, 1]],
      ...(until === undefined ? {} : { until }),
    })
    const owners = (operation: Operation) =>
      [0, 1, 2, 3].map((day) => {
        desk.step(datedParametersOf(datedValues(input, [operation])), day)
        return desk.of(venues.owner)[SHOP]
      })
    expect(owners(sold())).toEqual([0, 1, 1, 1])
    expect(owners(sold(2.75))).toEqual([0, 1, 0, 0])
  })
})
