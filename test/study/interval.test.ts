import { describe, expect, it } from 'vitest'
import {
  meanInterval,
  pooledIntervals,
  ratioInterval,
  shareInterval,
} from '../../src/study/index.ts'

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

describe('the 95 % interval of a share', () => {
  it('ends at nought and one, and is that of the mean within', () => {
    expect(meanInterval([0, 0.2]).low).toBeLessThan(0)
    expect(meanInterval([0.8, 1]).high).toBeGreaterThan(1)
    expect(shareInterval([0, 0.2]).low).toBe(0)
    expect(shareInterval([0.8, 1]).high).toBe(1)
    expect(shareInterval([0.4, 0.5, 0.6])).toEqual(meanInterval([0.4, 0.5, 0.6]))
    expect(shareInterval([0.3]).low).toBeNaN()
  })
})

describe('the 95 % interval of a ratio of means', () => {
  it('is that of the residuals over the mean of the whole', () => {
    // R = 4 / 6; residuals 1 - 2R and 3 - 4R are -1/3 and 1/3, their standard error 1/3; t(0.975, 1) = 12.7062.
    const { mean, low, high } = ratioInterval([1, 3], [2, 4])
    expect(mean).toBeCloseTo(4 / 6, 12)
    expect(high - mean).toBeCloseTo(12.7062 / 3 / 3, 4)
    expect(mean - low).toBeCloseTo(high - mean, 12)
  })

  it('has no width where the part is always the same share', () => {
    const { mean, low, high } = ratioInterval([1, 2, 5], [4, 8, 20])
    for (const one of [mean, low, high]) expect(one).toBeCloseTo(0.25, 12)
  })
})

describe('pooled intervals', () => {
  it('are those of the analysis of variance, by hand', () => {
    // Squares about the means: 0.5 and 2; two degrees of freedom; s = sqrt(1.25); t(0.975, 2) = 4.3027.
    const [one, other] = pooledIntervals([
      [1, 2],
      [4, 6],
    ])
    const reach = (4.3027 * Math.sqrt(1.25)) / Math.sqrt(2)
    expect(one.mean).toBe(1.5)
    expect(one.high).toBeCloseTo(1.5 + reach, 3)
    expect(other.low).toBeCloseTo(5 - reach, 3)
  })

  it('are none without a group of two, and none of an empty group', () => {
    expect(pooledIntervals([[1], [2]])[0]).toEqual({
      ...{ mean: 1, low: Number.NaN, high: Number.NaN, isOwn: false },
    })
    expect(pooledIntervals([[1, 2], []])[1].mean).toBeNaN()
  })

  it('leave a group by itself that is far wilder than all others, so that it does not pass for them', () => {
    const calm = Array.from({ length: 12 }, (_, at) => [at - 1, at + 1 + (at % 3) / 10])
    const found = pooledIntervals([...calm, [-11.6, -75]])
    expect(found.map(({ isOwn }) => isOwn)).toEqual([...calm.map(() => false), true])
    expect(found.at(-1)).toMatchObject(meanInterval([-11.6, -75]))
    const alone = pooledIntervals(calm)
    for (const [at, one] of alone.entries()) expect(found[at]).toEqual(one)
    // Of alike ones none is: one in a hundred such tables has a false one.
    expect(
      pooledIntervals([
        [1, 2],
        [4, 9],
        [3, 5],
      ]).some(({ isOwn }) => isOwn),
    ).toBe(false)
  })
})
