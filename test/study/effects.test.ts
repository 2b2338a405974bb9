import { describe, expect, it } from 'vitest'
import { effects, headlines, levels } from '../../src/study/index.ts'
import { cell, runOf } from './synthetic.ts'

const CELLS = [
  cell('umkm jobs'),
  cell('umkm jobs', { kind: 'reseller' }),
  cell('umkm jobs', { kind: 'reseller', region: 'bekasi' }),
]
const WHOLE = { name: 'whole', from: 0, to: 2 }

describe('effects', () => {
  // Runs differ much from each other, and little between scenarios: only pairing sees it.
  const baseline = [1, 2, 3].map((run) =>
    runOf('base', run, CELLS, [
      [100 * run, 10, 1],
      [100 * run, 12, 1],
    ]),
  )
  const policy = [3, 1, 2].map((run) =>
    runOf('ban', run, CELLS, [
      [100 * run - run, 9, 1],
      [100 * run - run, 11, 1],
    ]),
  )

  it('are differences paired by run, whatever the order', () => {
    const [whole, resellers] = effects(baseline, policy, WHOLE)
    expect(whole).toMatchObject({
      scenario: 'ban',
      group: 'all',
      baseline: 200,
      policy: 198,
      runs: 3,
    })
    expect(whole.difference).toBe(-2)
    // Differences -1, -2, -3: s = 1, t(0.975, 2) = 4.302653
    expect(whole.high).toBeCloseTo(-2 + 4.302653 / Math.sqrt(3), 5)
    expect(resellers).toMatchObject({
      group: 'reseller',
      baseline: 11,
      difference: -1,
      low: -1,
      high: -1,
    })
  })

  it('are none where only rounding differs', () => {
    const cells = [cell('price')]
    const third = 12.75
    const base = [1, 2].map((run) => runOf('base', run, cells, [[third]]))
    const ban = [1, 2].map((run) => runOf('ban', run, cells, [[third * (1 + run * 2.3e-16)]]))
    expect(ban[1].values[0]).not.toBe(third)
    const [effect] = effects(base, ban, { ...WHOLE, to: 1 })
    expect([effect.difference, effect.low, effect.high]).toEqual([0, 0, 0])
  })

  it('leave out cells that are broken down twice', () => {
    expect(effects(baseline, policy, WHOLE)).toHaveLength(2)
  })

  it('leave out runs without a partner', () => {
    const [whole] = effects(baseline.slice(0, 2), policy, WHOLE)
    expect(whole).toMatchObject({ runs: 2, difference: -1.5 })
    expect(effects([], policy, WHOLE)).toEqual([])
  })

  it('have no interval with one run', () => {
    const [whole] = effects(baseline.slice(0, 1), policy, WHOLE)
    expect(whole).toMatchObject({ runs: 1, difference: -1, low: Number.NaN, high: Number.NaN })
  })

  it('count only the days of the window', () => {
    const [, resellers] = effects(baseline, policy, { name: 'second day', from: 1, to: 2 })
    expect(resellers.baseline).toBe(12)
  })
})

describe('days without a number', () => {
  const cells = [cell('price')]
  it('are left out of the mean', () => {
    const [price] = levels([runOf('base', 1, cells, [[4], [Number.NaN], [8]])], { ...WHOLE, to: 3 })
    expect(price.mean).toBe(6)
  })

  it('leave a run out where it has nothing else', () => {
    const base = [1, 2].map((run) => runOf('base', run, cells, [[4], [4]]))
    const ban = [
      runOf('ban', 1, cells, [[5], [5]]),
      runOf('ban', 2, cells, [[Number.NaN], [Number.NaN]]),
    ]
    expect(effects(base, ban, WHOLE)[0]).toMatchObject({ runs: 1, baseline: 4, difference: 1 })
  })
})

describe('names of groups', () => {
  it('tell dimensions apart where they share a name', () => {
    const cells = [cell('sales', { category: 'other' }), cell('sales', { region: 'other' })]
    const found = levels([runOf('base', 1, cells, [[1, 2]])], { ...WHOLE, to: 1 })
    expect(found.map(({ group }) => group)).toEqual(['other (category)', 'other (region)'])
  })
})

describe('a group of few simulated agents', () => {
  const sized = (agents: number, weight = 1000) => {
    const cluster = { region: 'bekasi-craft' }
    const cells = [
      cell('umkm jobs'),
      cell('umkm jobs', cluster),
      cell('umkm jobs', { venue: 'shopee' }),
      cell('agents', cluster),
      cell('members', cluster),
    ]
    const runs = (name: string, change: number) =>
      [1, 2, 3].map((run) =>
        runOf(name, run, cells, [
          [1e6, 90 + run, 5, agents, agents * weight],
          [1e6, 90 + run + change * run, 5, agents, agents * weight],
        ]),
      )
    return { base: runs('base', 0), ban: runs('ban', -1) }
  }
  const rowsOf = (agents: number, weight?: number) => {
    const { base, ban } = sized(agents, weight)
    return [effects(base, ban, WHOLE), levels(base, WHOLE)]
  }

  it('has its number, its size and no interval', () => {
    for (const rows of rowsOf(9)) {
      expect(rows.map(({ measure }) => measure)).not.toContain('agents')
      expect(rows[1]).toMatchObject({ group: 'bekasi-craft', agents: 9, members: 9000, runs: 3 })
      expect(rows[1]).toMatchObject({ low: Number.NaN, high: Number.NaN })
    }
    expect(rowsOf(0)[0][1]).toMatchObject({ agents: 0, low: Number.NaN })
    const [[, few]] = rowsOf(9)
    expect(few).toMatchObject({ difference: -1, positive: Number.NaN })
  })

  it('has an interval from ten agents on, and where agents stand for themselves', () => {
    for (const rows of [...rowsOf(10), ...rowsOf(4, 1)]) expect(rows[1].low).toBeGreaterThan(-1e3)
  })

  it('is none of the whole market and of venues, whose size is none', () => {
    for (const rows of rowsOf(3))
      for (const row of [rows[0], rows[2]]) {
        expect(row).toMatchObject({ agents: Number.NaN, members: Number.NaN })
        expect(row.low).toBeGreaterThan(-1e3)
      }
  })

  it('is as large as in the world that has more of it: a programme is in one alone', () => {
    const [{ base }, { ban }] = [sized(0), sized(40)]
    expect(effects(base, ban, WHOLE)[1]).toMatchObject({ agents: 40, members: 40_000 })
  })
})

describe('headlines', () => {
  it('come in their own order, and fall back to what is not broken down', () => {
    const cells = [
      cell('sales'),
      cell('umkm jobs', { kind: 'trader' }),
      cell('umkm jobs'),
      cell('hires'),
    ]
    const rows = levels([runOf('base', 1, cells, [[1, 2, 3, 4]])], { ...WHOLE, to: 1 })
    const names = headlines(rows, cells).map(({ measure, group }) => `${measure} ${group}`)
    expect(names).toEqual(['umkm jobs all', 'umkm jobs trader', 'sales all'])
    const other = [cell('hires'), cell('hires', { kind: 'trader' })]
    const few = levels([runOf('base', 1, other, [[1, 2]])], { ...WHOLE, to: 1 })
    expect(headlines(few, other).map(({ group }) => group)).toEqual(['all'])
  })
})

describe('the level of a share', () => {
  const of = (measure: string, values: readonly number[]) =>
    levels(
      values.map((value, nth) =>
        runOf('base', nth + 1, [cell(measure, { unit: 'share' })], [[value]]),
      ),
      { ...WHOLE, to: 1 },
    )[0]

  it('has an interval within nought and one', () => {
    expect(of('sales on platforms', [0.02, 0.2])).toMatchObject({ low: 0, high: 1 })
  })

  it('has one beyond where it is no part of a whole', () => {
    expect(of('import price gap', [0.02, 0.2]).low).toBeLessThan(-0.5)
  })
})
