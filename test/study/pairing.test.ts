import { describe, expect, it } from 'vitest'
import { probabilityPositive, varianceRemoved } from '../../src/study/index.ts'

describe('the variance that pairing removes', () => {
  it('is all of it where runs differ alike in both worlds, and none where they have nothing in common', () => {
    expect(varianceRemoved([1, 2, 3], [11, 12, 13])).toBe(1)
    // Deviations (-1, 1, 0, 0) and (0, 0, -1, 1): no covariance.
    expect(varianceRemoved([0, 2, 1, 1], [1, 1, 0, 2])).toBeCloseTo(0, 12)
    expect(varianceRemoved([1, 2, 3], [3, 2, 1])).toBe(-1)
  })

  it('is no number with one run, or where nothing varies', () => {
    expect(varianceRemoved([1], [2])).toBeNaN()
    expect(varianceRemoved([1, 1], [2, 2])).toBeNaN()
  })
})

describe('the probability that an effect is positive', () => {
  it('is that of Student’s t', () => {
    // Mean 1, s = 1, n = 3: t = sqrt(3), and F(t; 2) = 1/2 + t / (2 sqrt(2 + t^2)).
    const t = Math.sqrt(3)
    expect(probabilityPositive([0, 1, 2])).toBeCloseTo(0.5 + t / (2 * Math.sqrt(2 + t * t)), 10)
    expect(probabilityPositive([-1, 0, 1])).toBeCloseTo(0.5, 12)
    expect(probabilityPositive([0, -1, -2])).toBeCloseTo(1 - probabilityPositive([0, 1, 2]), 10)
  })

  it('is sure where runs agree to the bit, and no number where nothing differs', () => {
    expect(probabilityPositive([2, 2])).toBe(1)
    expect(probabilityPositive([-2, -2])).toBe(0)
    expect(probabilityPositive([0, 0])).toBeNaN()
    expect(probabilityPositive([3])).toBeNaN()
  })
})
