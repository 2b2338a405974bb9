import { describe, expect, it } from 'vitest'
import { keyOf, seedKey, uniform } from '../../../src/engine/index.ts'
import { primBoxes, shiftedSobol } from '../../../src/study/index.ts'

const draws = keyOf(seedKey('prim'), 'cases')
const units = shiftedSobol(512, 4, 'prim')
const corner = ([x, y]: readonly number[]) => x > 0.7 && y < 0.4

describe('boxes in which a policy fails', () => {
  it('find a corner of two factors, and no limit of the others', () => {
    const { best, boxes: all } = primBoxes(units, units.map(corner))
    const limits = new Map(best.limits.map((of) => [`${of.factor} ${of.side}`, of.unit]))
    expect([...limits.keys()].sort()).toEqual(['0 least', '1 most'])
    expect(Math.abs(limits.get('0 least')! - 0.7)).toBeLessThan(0.03)
    expect(Math.abs(limits.get('1 most')! - 0.4)).toBeLessThan(0.03)
    expect(best.coverage).toBeGreaterThan(0.9)
    expect(best.density).toBeGreaterThan(0.9)
    expect(all[0]).toEqual({
      limits: [],
      points: 512,
      cases: units.filter(corner).length,
      coverage: 1,
      density: units.filter(corner).length / 512,
    })
  })

  it('find it where a fifth of the cases is luck', () => {
    const cases = units.map((unit, row) =>
      uniform(draws, row, 0) < 0.2 ? uniform(draws, row, 1) < 0.12 : corner(unit),
    )
    const { best } = primBoxes(units, cases)
    expect(new Set(best.limits.map(({ factor }) => factor))).toEqual(new Set([0, 1]))
    expect(best.density).toBeGreaterThan(0.75)
  })

  it('draw none around cases that lie anywhere', () => {
    const { best } = primBoxes(
      units,
      units.map((_, row) => uniform(draws, row, 2) < 0.3),
    )
    expect(best.limits).toEqual([])
  })

  it('count what a limit is worth by hand', () => {
    // Eight points in a row, cases at the right half: a box of the right four has 4 of 4 where half are cases: 1/16.
    const row = Array.from({ length: 8 }, (_, k) => [(k + 0.5) / 8])
    const { boxes: all } = primBoxes(
      row,
      row.map((_, k) => k >= 4),
      { peel: 0.5 },
    )
    const { limits, density, coverage, points } = all[1]
    expect([points, density, coverage]).toEqual([4, 1, 1])
    expect(limits).toEqual([
      { factor: 0, side: 'least', unit: 0.5, luck: expect.closeTo(1 / 16, 10) },
    ])
  })

  it('take points at one level together, and leave out what has no outcome', () => {
    const grid = Array.from({ length: 40 }, (_, k) => [(k % 4) / 3])
    const cases = grid.map(([x], k) => (k < 4 ? undefined : x > 0.5))
    const { best, leftOut, points } = primBoxes(grid, cases)
    expect([leftOut, points]).toEqual([4, 36])
    expect(best.limits.map(({ factor, side, unit }) => [factor, side, unit])).toEqual([
      [0, 'least', 0.5],
    ])
    const same = primBoxes([[0.5], [0.5]], [true, false])
    expect(same.boxes.length).toBe(1)
    expect(primBoxes([], []).best.points).toBe(0)
  })
})
