import { describe, expect, it } from 'vitest'
import type { Course } from '../../src/market/input.ts'
import { levers } from '../../src/market/rules/levers.ts'
import { routes, venues } from '../../src/market/tables/index.ts'
import { bench, village } from './bench.ts'

const input = village()
const SHOP = 1

const course = (points: Course['points'], more: Partial<Course> = {}): Course => ({
  table: 'routes',
  row: SHOP,
  field: 'open',
  at: 0,
  points,
  linear: false,
  ...more,
})

/** The value of a field on each day of a run. */
function over(days: number, courses: readonly Course[]): number[] {
  const desk = bench(input)
  const rule = levers(courses)
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
    const points: Course['points'] = [
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
    desk.step(levers([course([[0, 0.1]], { table: 'venues', field: 'commission', at: 1 })]), 0)
    rates[SHOP * 2 + 1] = 0.1
    expect([...desk.of(venues.commission)]).toEqual(rates)
  })
})
