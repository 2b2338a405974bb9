import { describe, expect, it } from 'vitest'
import { shiftedSobol, sobolSequence } from '../../../src/study/index.ts'

describe("Sobol's sequence", () => {
  it('begins as it does in print', () => {
    expect(sobolSequence(8, 3)).toEqual([
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
    ])
  })

  it('is that of scipy.stats.qmc.Sobol(64, scramble=False, bits=32) in its first 1024 points', () => {
    // FNV-1a over the 65,536 coordinates times 2^32, point by point, of scipy 1.17.1 (the same in 1.10.1).
    let hash = 0x811c9dc5
    for (const point of sobolSequence(1024, 64))
      for (const x of point) hash = Math.imul(hash ^ (x * 2 ** 32), 0x01000193)
    expect((hash >>> 0).toString(16)).toBe('bd09dc5')
  })

  it('puts one of its first 2^m points into each of as many strata of every coordinate', () => {
    const points = sobolSequence(256, 64)
    for (let d = 0; d < 64; d++)
      expect(new Set(points.map((point) => Math.floor(256 * point[d]))).size).toBe(256)
  })

  it('goes on as it began, and keeps to the dimensions that it has', () => {
    expect(sobolSequence(64, 5).slice(0, 16)).toEqual(sobolSequence(16, 5))
    expect(() => sobolSequence(4, 65)).toThrow('65 dimensions')
  })
})

describe('the shifted sequence', () => {
  it('is the sequence moved by one vector modulo 1, another for another seed', () => {
    const plain = sobolSequence(64, 4)
    const shifted = shiftedSobol(64, 4, 'a')
    const shift = shifted[0]
    shifted.forEach((point, row) => {
      point.forEach((x, d) => {
        expect(x).toBeCloseTo((plain[row][d] + shift[d]) % 1, 12)
      })
    })
    expect(shiftedSobol(1, 4, 'b')).not.toEqual([shift])
    expect(shiftedSobol(64, 4, 'a')).toEqual(shifted)
  })

  it('has a mean that is right over seeds: each point is uniform', () => {
    const first = Array.from({ length: 400 }, (_, seed) => shiftedSobol(1, 1, `seed ${seed}`)[0][0])
    // The mean of 400 uniform numbers has the standard error 0.0144.
    expect(Math.abs(first.reduce((sum, x) => sum + x, 0) / 400 - 0.5)).toBeLessThan(0.05)
  })

  it('integrates better than independent draws: error of a product below 1e-3 at 1024 points', () => {
    const values = shiftedSobol(1024, 5, 'x').map((p) => p.reduce((f, x) => f * (0.5 + x), 1))
    expect(Math.abs(values.reduce((sum, f) => sum + f, 0) / 1024 - 1)).toBeLessThan(2e-3)
  })
})
