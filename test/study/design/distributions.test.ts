import { describe, expect, it } from 'vitest'
import {
  type Distribution,
  distributionFault,
  unitLevels,
  unitOf,
  valueAt,
} from '../../../src/study/index.ts'

const ALL: readonly Distribution[] = [
  { kind: 'uniform', from: -2, to: 3 },
  { kind: 'log-uniform', from: 0.01, to: 10 },
  { kind: 'beta', a: 2, b: 3, from: 0.3, to: 0.8 },
  { kind: 'beta', a: 0.5, b: 0.5, from: 0, to: 1 },
  { kind: 'normal', mean: 1, sd: 2, from: -1, to: 6 },
  { kind: 'lognormal', median: 2, spread: 0.5, from: 0.5, to: 9 },
]

describe('values at coordinates', () => {
  it('are the quantiles that tables give', () => {
    expect(valueAt({ kind: 'uniform', from: 0.5, to: 2.5 }, 0.25)).toBe(1)
    expect(valueAt({ kind: 'log-uniform', from: 0.01, to: 100 }, 0.75)).toBeCloseTo(10, 10)
    // Of beta (2, 2): F(x) = 3 x^2 - 2 x^3, and F(1/4) = 10/64.
    expect(valueAt({ kind: 'beta', a: 2, b: 2, from: 0, to: 4 }, 10 / 64)).toBeCloseTo(1, 9)
    // Cut so far out that nothing is lost: z(0.975) = 1.959963985.
    const wide = { kind: 'normal', mean: 10, sd: 2, from: -30, to: 50 } as const
    expect(valueAt(wide, 0.975)).toBeCloseTo(10 + 2 * 1.959963985, 8)
    const log = { kind: 'lognormal', median: 3, spread: 1, from: 1e-9, to: 1e9 } as const
    expect(valueAt(log, 0.5)).toBeCloseTo(3, 8)
    expect(Math.log(Number(valueAt(log, 0.975)) / 3)).toBeCloseTo(1.959963985, 7)
  })

  it('of a normal cut at its mean are those of the half normal', () => {
    // 2 F(z) - 1 = 1/2 at z = 0.6744897502.
    const upper = { kind: 'normal', mean: 0, sd: 1, from: 0, to: 40 } as const
    expect(valueAt(upper, 0.5)).toBeCloseTo(0.6744897502, 8)
    const lower = { kind: 'normal', mean: 0, sd: 1, from: -40, to: 0 } as const
    expect(valueAt(lower, 0.5)).toBeCloseTo(-0.6744897502, 8)
  })

  it('rise from one end of the range to the other, and go back to their coordinate', () => {
    for (const of of ALL) {
      const { from, to } = of as { from: number; to: number }
      expect([valueAt(of, 0), valueAt(of, 1)]).toEqual([from, to])
      let last = from
      for (let unit = 0.05; unit < 0.99; unit += 0.05) {
        const value = Number(valueAt(of, unit))
        expect(value).toBeGreaterThan(last)
        // The incomplete beta function is summed to 3e-7 of its value.
        expect(unitOf(of, value)).toBeCloseTo(unit, of.kind === 'beta' ? 6 : 8)
        last = value
      }
      expect(last).toBeLessThan(to)
    }
  })

  it('stay in a range that lies where the distribution has next to no weight: at its nearer end', () => {
    const far = { kind: 'normal', mean: 0, sd: 1, from: 12, to: 13 } as const
    const low = { kind: 'normal', mean: 0, sd: 1, from: -13, to: -12 } as const
    for (const unit of [0.1, 0.5, 0.9])
      expect([valueAt(far, unit), valueAt(low, unit)]).toEqual([12, -12])
  })

  it('are written as a person would: no dust in the last digits', () => {
    expect(valueAt({ kind: 'uniform', from: 0, to: 1 }, 0.1 + 0.2)).toBe(0.3)
  })

  it('of whole numbers and lists have equal shares', () => {
    const dice = { kind: 'integers', from: 1, to: 6 } as const
    const thrown = Array.from({ length: 60 }, (_, k) => valueAt(dice, (k + 0.5) / 60))
    for (let face = 1; face <= 6; face++)
      expect(thrown.filter((one) => one === face).length).toBe(10)
    expect([valueAt(dice, 0), valueAt(dice, 1)]).toEqual([1, 6])
    const list = { kind: 'one-of', values: ['none', 'some', true] } as const
    expect([0, 0.34, 0.99, 1].map((u) => valueAt(list, u))).toEqual(['none', 'some', true, true])
    expect(valueAt(list, unitOf(list, 'some'))).toBe('some')
    expect(unitOf(list, 'all')).toBeNaN()
  })

  it('of a range without width are its one value', () => {
    for (const kind of ['uniform', 'normal', 'beta'] as const) {
      const point = { kind, mean: 0, sd: 1, a: 2, b: 2, from: 4, to: 4 } as Distribution
      expect([0, 0.3, 1].map((unit) => valueAt(point, unit))).toEqual([4, 4, 4])
      expect(unitOf(point, 4)).toBe(0.5)
    }
  })
})

describe('levels of a factor', () => {
  const values = (of: Distribution, levels: number) =>
    unitLevels(of, levels).map((unit) => valueAt(of, unit))

  it('go from end to end, and each of a list comes once', () => {
    expect(values({ kind: 'uniform', from: 0, to: 2 }, 5)).toEqual([0, 0.5, 1, 1.5, 2])
    expect(values({ kind: 'uniform', from: 0, to: 2 }, 1)).toEqual([1])
    expect(values({ kind: 'integers', from: 1, to: 9 }, 3)).toEqual([1, 5, 9])
    expect(values({ kind: 'integers', from: 1, to: 3 }, 9)).toEqual([1, 2, 3])
    expect(values({ kind: 'one-of', values: [0.1, 5, 2] }, 9)).toEqual([0.1, 5, 2])
  })
})

describe('a distribution that cannot be', () => {
  it('is told by what is wrong with it', () => {
    expect(distributionFault({ kind: 'uniform', from: 2, to: 1 })).toBe('empty')
    expect(distributionFault({ kind: 'one-of', values: [] })).toBe('empty')
    expect(distributionFault({ kind: 'uniform', from: 0, to: Number.NaN })).toBe('not finite')
    expect(distributionFault({ kind: 'log-uniform', from: 0, to: 1 })).toBe('not above 0')
    expect(distributionFault({ kind: 'beta', a: 0, b: 1, from: 0, to: 1 })).toBe('no spread')
    expect(distributionFault({ kind: 'integers', from: 0.5, to: 3 })).toBe('not whole')
    for (const of of ALL) expect(distributionFault(of)).toBeUndefined()
  })
})
