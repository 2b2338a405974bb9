import { describe, expect, it } from 'vitest'
import { meanInterval } from '../../src/study/index.ts'

describe('the 95 % interval of a mean', () => {
  it('agrees with tables of Student t', () => {
    // s = sqrt(2.5), t(0.975, 4) = 2.776445
    const { mean, low, high } = meanInterval([1, 2, 3, 4, 5])
    expect(mean).toBe(3)
    expect(high - 3).toBeCloseTo((2.776445 * Math.sqrt(2.5)) / Math.sqrt(5), 5)
    expect(3 - low).toBeCloseTo(high - 3, 12)
  })

  it('is wide with two values: t(0.975, 1) = 12.7062', () => {
    expect(meanInterval([0, 1]).high).toBeCloseTo(0.5 + 12.7062 / 2, 4)
  })

  it('has no width without spread', () => {
    expect(meanInterval([7, 7, 7])).toEqual({ mean: 7, low: 7, high: 7 })
  })

  it('does not exist for one value or none', () => {
    expect(meanInterval([7])).toEqual({ mean: 7, low: Number.NaN, high: Number.NaN })
    expect(meanInterval([]).mean).toBeNaN()
  })
})
