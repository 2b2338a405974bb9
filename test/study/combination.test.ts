import { describe, expect, it } from 'vitest'
import { combinations } from '../../src/study/index.ts'
import { cell, runOf } from './synthetic.ts'

const CELLS = [cell('umkm jobs'), cell('umkm jobs', { kind: 'reseller' })]
const WHOLE = { name: 'day', from: 0, to: 1 }
/** One run after another, each 100 apart: only pairing sees the effects. */
const world = (name: string, effects: readonly number[]) =>
  effects.map((effect, at) => runOf(name, at + 1, CELLS, [[1000 + 100 * at + effect, 7]]))

const base = world('base', [0, 0, 0])
const one = world('one', [-10, -11, -12])
const other = world('other', [5, 5, 5])

describe('a combination', () => {
  it('stands beside the sum of its parts, paired by run', () => {
    const together = world('one+other', [-8, -10, -9])
    const [all, resellers] = combinations(base, [one, other], together, WHOLE)
    expect(all).toMatchObject({
      scenario: 'one+other',
      parts: ['one', 'other'],
      measure: 'umkm jobs',
      group: 'all',
      runs: 3,
    })
    expect(all.together.mean).toBeCloseTo(-9)
    expect(all.sum.mean).toBeCloseTo(-6)
    // Interactions -3, -4, -2: s = 1, t(0.975, 2) = 4.302653
    expect(all.interaction.mean).toBeCloseTo(-3)
    expect(all.interaction.high).toBeCloseTo(-3 + 4.302653 / Math.sqrt(3), 5)
    expect(resellers.interaction).toEqual({ mean: 0, low: 0, high: 0 })
  })

  it('leaves out runs in which a world is missing', () => {
    const together = world('one+other', [-8, -10, -9])
    const [all] = combinations(base, [one.slice(1), other], together, WHOLE)
    expect(all.runs).toBe(2)
    expect(all.sum.mean).toBeCloseTo(-6.5)
    expect(combinations(base, [one, other], [], WHOLE)).toEqual([])
  })
})
