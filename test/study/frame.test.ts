/** Means of cells over days, from numbers that are known. */
import { describe, expect, it } from 'vitest'
import { measures } from '../../src/market/index.ts'
import { sizesIn } from '../../src/study/frame.ts'
import { groupsBy, groupsOf, meanOf, meansOf, narrowed, placeOf } from '../../src/study/index.ts'
import { cell, runOf } from './synthetic.ts'

const price = cell('price', { category: 'craft', unit: 'kRp' })
const cells = [
  { ...price, weight: 2 },
  cell('jobs'),
  { ...price, auxiliary: true as const },
  cell('jobs', { kind: 'courier' }),
]
const NONE = Number.NaN
/** Two days without a sale, then two pieces at 300 and one at 351. */
const run = runOf('base', 1, cells, [
  [NONE, 4, 0, 1],
  [300, 5, 2, 2],
  [NONE, NONE, 0, 3],
  [351, 9, 1, 4],
])

describe('a mean over days', () => {
  it('of a ratio is a sum over a sum', () => {
    expect(meanOf(run, 0, { from: 0, to: 4 })).toBe(951 / 3)
    expect(meanOf(run, 0, { from: 0, to: 2 })).toBe(300)
    expect(meanOf(run, 0, { from: 2, to: 3 })).toBeNaN()
  })

  it('of anything else is of the days that have a number', () => {
    expect(meanOf(run, 1, { from: 0, to: 4 })).toBe(6)
    expect(Array.from(meansOf(run, { from: 0, to: 2 })).slice(0, 2)).toEqual([300, 4.5])
  })
})

describe('cells', () => {
  it('are found by their measure and rows; weights are not reported', () => {
    expect(placeOf(run, { name: 'price' }, { category: 'craft' })).toBe(0)
    expect(placeOf(run, { name: 'price' })).toBe(-1)
    expect(groupsOf(cells).map((group) => [group.cell, group.group])).toEqual([
      [0, 'craft'],
      [1, 'all'],
      [3, 'courier'],
    ])
    expect(groupsBy([run], { name: 'jobs' }, 'kind').map(({ row }) => row)).toEqual([
      'all',
      'courier',
    ])
  })

  it('keep their weight where others are left out', () => {
    const kept = narrowed(run, ({ measure }) => measure === 'price')
    expect(kept.cells).toEqual([
      { ...price, weight: 1 },
      { ...price, auxiliary: true },
    ])
    expect(meanOf(kept, 0, { from: 0, to: 4 })).toBe(317)
  })
})

it('groups of one row have one size, whatever is measured, which is looked up once', () => {
  const { agents, members } = measures.sizes
  const courier = { kind: 'courier' }
  const of = [cell('jobs', courier), cell('sales', courier), cell('sales')]
  const sizes = [cell(agents.name, courier), cell(members.name, courier)]
  const runs = [
    runOf('base', 1, [...of, ...sizes], [[1, 2, 3, 10, 4000]]),
    runOf('base', 2, [...of, ...sizes], [[1, 2, 3, 30, 5000]]),
  ]
  let looks = 0
  const watched = runs.map((run) => ({
    ...run,
    get cells() {
      looks++
      return run.cells
    },
  }))
  const [jobs, sales, all] = groupsOf(runs[0].cells)
  const sizeOf = sizesIn(watched, { from: 0, to: 1 })
  expect(sizeOf(jobs)).toEqual({ agents: 20, members: 4500 })
  const before = looks
  expect(sizeOf(sales)).toEqual({ agents: 20, members: 4500 })
  expect(looks).toBe(before)
  expect(sizeOf(all)).toEqual({ agents: Number.NaN, members: Number.NaN })
})
