import { describe, expect, it } from 'vitest'
import {
  designFault,
  type Factor,
  pointsIn,
  pointsOf,
  type SamplingDesign,
  saltelliLayout,
  valueAt,
} from '../../../src/study/index.ts'

const factor = (path: string, group?: string): Factor => ({
  path,
  distribution: { kind: 'uniform', from: 0, to: 1 },
  ...(group === undefined ? {} : { group }),
})
const three = ['x', 'y', 'z'].map((path) => factor(path))

describe('a latin hypercube', () => {
  const points = pointsOf({ kind: 'latin-hypercube', points: 40 }, three, 'seed')

  it('has in each column one point in every stratum', () => {
    for (let column = 0; column < 3; column++) {
      const strata = points.map(({ unit }) => Math.floor(unit[column] * 40))
      expect(strata.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, k) => k))
    }
  })

  it('has its nearest points farther apart than the mean of single draws', () => {
    const nearest = (tries: number, seed: string) => {
      const rows = pointsOf({ kind: 'latin-hypercube', points: 40, tries }, three, seed)
      let least = Number.POSITIVE_INFINITY
      for (const a of rows)
        for (const b of rows)
          if (a !== b) least = Math.min(least, Math.hypot(...a.unit.map((x, k) => x - b.unit[k])))
      return least
    }
    const one = Array.from({ length: 20 }, (_, k) => nearest(1, `s${k}`))
    const best = Array.from({ length: 20 }, (_, k) => nearest(20, `s${k}`))
    const mean = (list: number[]) => list.reduce((sum, x) => sum + x, 0) / list.length
    expect(mean(best)).toBeGreaterThan(1.3 * mean(one))
  })
})

describe('a grid and turns', () => {
  it('have the last factor turning fastest, and values as given', () => {
    const factors: Factor[] = [
      { path: 'a', distribution: { kind: 'one-of', values: [3, 1] } },
      { path: 'b', distribution: { kind: 'uniform', from: 0, to: 10 } },
    ]
    const points = pointsOf({ kind: 'grid', levels: 3 }, factors, '')
    const values = points.map(({ unit }) => unit.map((u, k) => valueAt(factors[k].distribution, u)))
    expect(values).toEqual([3, 1].flatMap((a) => [0, 5, 10].map((b) => [a, b])))
    expect(new Set(points.map(({ seedKey }) => seedKey)).size).toBe(1)
  })

  it('move one factor from the base', () => {
    const base = [0.2, 0.3, 0.4]
    const [first, ...rest] = pointsOf({ kind: 'one-at-a-time', levels: 3, base }, three, '')
    expect(first.unit).toEqual(base)
    expect(rest.map(({ unit }) => unit.filter((u, k) => u !== base[k]).length)).toEqual(
      Array(9).fill(1),
    )
    expect(rest.slice(3, 6).map(({ unit }) => unit[1])).toEqual([0, 0.5, 1])
  })
})

describe('trajectories of Morris', () => {
  const points = pointsOf({ kind: 'morris', trajectories: 10 }, three, 'seed')

  it('move every factor once, by two thirds, inside the grid of four levels', () => {
    expect(points.length).toBe(40)
    for (let t = 0; t < 10; t++) {
      const rows = points.slice(4 * t, 4 * t + 4)
      expect(new Set(rows.map(({ seedKey }) => seedKey))).toEqual(new Set([t]))
      const moved = rows.slice(1).map(({ unit }, step) => {
        const steps = unit.map((u, k) => u - rows[step].unit[k])
        const which = steps.findIndex((by) => by !== 0)
        expect(Math.abs(steps[which])).toBeCloseTo(2 / 3, 12)
        expect(steps.filter((by) => by !== 0).length).toBe(1)
        return which
      })
      expect(moved.sort()).toEqual([0, 1, 2])
    }
    for (const { unit } of points)
      for (const u of unit)
        expect([0, 1 / 3, 2 / 3, 1].some((l) => Math.abs(l - u) < 1e-12)).toBe(true)
  })

  it('lie farther apart than the first that come', () => {
    const spread = (candidates: number) => {
      const rows = pointsOf({ kind: 'morris', trajectories: 6, candidates }, three, 'seed')
      let sum = 0
      for (const a of rows)
        for (const b of rows)
          if (a.seedKey !== b.seedKey)
            sum += a.unit.reduce((s, x, k) => s + (x - b.unit[k]) ** 2, 0)
      return sum
    }
    expect(spread(200)).toBeGreaterThan(1.1 * spread(6))
  })
})

describe('rows of Saltelli', () => {
  const factors = [factor('x'), factor('y', 'pair'), factor('z', 'pair')]
  const points = pointsOf({ kind: 'sobol', base: 8 }, factors, 'seed')

  it('take one group from B, under the seed of A; chance is A under the seed of B', () => {
    expect(saltelliLayout(factors, true)).toEqual({ groups: ['x', 'pair'], chance: true })
    expect(points.length).toBe(8 * 5)
    for (let row = 0; row < 8; row++) {
      const [a, b, x, pair, chance] = points.slice(5 * row, 5 * row + 5)
      expect(x.unit).toEqual([b.unit[0], a.unit[1], a.unit[2]])
      expect(pair.unit).toEqual([a.unit[0], b.unit[1], b.unit[2]])
      expect(chance.unit).toEqual(a.unit)
      expect([x.seedKey, pair.seedKey]).toEqual([a.seedKey, a.seedKey])
      expect(chance.seedKey).toBe(b.seedKey)
      expect(b.seedKey).not.toBe(a.seedKey)
    }
    expect(new Set(points.map(({ seedKey }) => seedKey)).size).toBe(16)
  })

  it('go on as they began when there are more', () => {
    const more = pointsOf({ kind: 'sobol', base: 16 }, factors, 'seed')
    expect(more.slice(0, points.length)).toEqual(points)
  })
})

describe('any design', () => {
  const designs: SamplingDesign[] = [
    { kind: 'grid', levels: 3 },
    { kind: 'one-at-a-time', levels: 2 },
    { kind: 'latin-hypercube', points: 9 },
    { kind: 'sobol-points', points: 16 },
    { kind: 'morris', trajectories: 4 },
    { kind: 'sobol', base: 8 },
    { kind: 'sobol', base: 8, chance: false },
  ]

  it('has as many points as it says, each with a key of its own inside the cube, the same again', () => {
    for (const design of designs) {
      const points = pointsOf(design, three, 'seed')
      expect(points.length).toBe(pointsIn(design, three))
      expect(new Set(points.map(({ key }) => key)).size).toBe(points.length)
      for (const { unit } of points) for (const u of unit) expect(u >= 0 && u <= 1).toBe(true)
      expect(pointsOf(design, three, 'seed')).toEqual(points)
    }
  })

  it('that cannot be made is refused, with the way out', () => {
    expect(designFault({ kind: 'sobol', base: 100 }, three)).toEqual({
      fault: 'not a power of two',
      field: 'base',
      below: 64,
      above: 128,
    })
    expect(designFault({ kind: 'sobol-points', points: 64 }, [])).toEqual({ fault: 'no factors' })
    const many = Array.from({ length: 33 }, (_, k) => factor(`f${k}`))
    expect(designFault({ kind: 'sobol', base: 64 }, many)).toEqual({
      fault: 'too many factors',
      most: 32,
    })
    expect(designFault({ kind: 'grid', levels: 9e8 }, three)?.fault).toBe('too many points')
    expect(designFault({ kind: 'grid', levels: 2.5 }, three)?.fault).toBe('not whole')
    expect(designFault({ kind: 'morris', trajectories: 4, levels: 5 }, three)?.fault).toBe(
      'not even',
    )
    expect(designFault({ kind: 'latin-hypercube', points: 0 }, three)?.fault).toBe('too few')
    expect(designFault({ kind: 'grid', levels: 2 }, [...three, three[0]])).toEqual({
      fault: 'a factor twice',
      path: 'x',
    })
    expect(() => pointsOf({ kind: 'sobol', base: 100 }, three, '')).toThrow('power of two')
    for (const design of designs) expect(designFault(design, three)).toBeUndefined()
  })
})
