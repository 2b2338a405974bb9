import { describe, expect, it } from 'vitest'
import {
  distanceOf,
  type FitTarget,
  historyWave,
  hitsOf,
  implausibility,
  kolmogorov,
  pullsOf,
  type Region,
  shiftedSobol,
  type Wave,
  wholeCube,
} from '../../../src/study/index.ts'
import { noise } from './toy.ts'

describe('how far a model is from a target', () => {
  const band: FitTarget = { name: 'band', low: 2, high: 3 }
  const value: FitTarget = { name: 'value', low: 5, high: 5, error: 4 }

  it('is counted in standard deviations of all that could account for it', () => {
    expect(implausibility({ mean: 2.5, sd: 0, noise: 0 }, band)).toBe(0)
    expect(implausibility({ mean: 5, sd: 1, noise: 0 }, band)).toBe(2)
    // 13 / sqrt(3^2 + 12^2 + 4^2) = 1.
    expect(implausibility({ mean: 18, sd: 3, noise: 12 }, value)).toBe(1)
    expect(implausibility({ mean: 4, sd: 0, noise: 0 }, band)).toBe(Infinity)
  })

  it('is the root mean square of what lies outside, in the scale of each', () => {
    expect(distanceOf([4, 8], [band, value], [1, 3])).toBe(1)
    expect(distanceOf([2.2, 5], [band, value], [1, 3])).toBe(0)
    expect(distanceOf([2.2, Number.NaN], [band, value], [1, 3])).toBeNaN()
  })

  it('is told by hits, and targets that pull against each other are named first', () => {
    // Of x from 0 to 1: a holds below 1/2, b above 1/4, c above 3/4.
    const targets: FitTarget[] = [
      { name: 'a', low: 0, high: 0.5 },
      { name: 'b', low: 0.25, high: 1 },
      { name: 'c', low: 0.75, high: 1 },
    ]
    const runs = Array.from({ length: 100 }, (_, k) => Array(3).fill((k + 0.5) / 100))
    expect(hitsOf([...runs, [1, Number.NaN, 0]], targets)).toEqual({
      each: [0.5, 0.75, 0.25],
      all: 0,
      runs: 100,
      leftOut: 1,
    })
    expect(pullsOf(runs, targets)).toEqual([
      { targets: ['a', 'c'], both: 0, lift: 0 },
      { targets: ['a', 'b'], both: 0.25, lift: expect.closeTo(2 / 3, 12) },
      { targets: ['b', 'c'], both: 0.25, lift: expect.closeTo(4 / 3, 12) },
    ])
  })

  it('agrees with tables of Kolmogorov: 5 % at 1.358 / sqrt(n) for many', () => {
    expect(kolmogorov(1.358 / 100, 10_000)).toBeCloseTo(0.05, 2)
    expect(kolmogorov(1.628 / 100, 10_000)).toBeCloseTo(0.01, 2)
    expect(kolmogorov(0, 100)).toBe(1)
  })
})

describe('waves of history matching', () => {
  const model = ([x, y]: readonly number[], seed: number) => [
    Math.exp(x) + y + 0.02 * noise(seed, 0),
    x * y + 0.02 * noise(seed, 1),
  ]
  const truth = [0.6, 0.3]
  const seen = model(truth, 999_999)
  const targets = seen.map(
    (value, k): FitTarget => ({
      name: `${k}`,
      low: value,
      high: value,
      error: 0.02,
    }),
  )

  const waves: Wave[] = []
  const units = shiftedSobol(32, 2, 'first').map((unit): readonly number[] => unit)
  let within: Region = wholeCube(2)
  for (let number = 1; number <= 3; number++) {
    const outcomes = targets.map((_, k) => units.map((unit, row) => [model(unit, row)[k]]))
    const wave = historyWave({
      number,
      units,
      outcomes,
      targets,
      within,
      size: 20,
      seed: 'h',
      candidates: 1000,
    })
    waves.push(wave)
    units.push(...wave.next)
    within = wave.region
  }

  it('keep the truth and rule out the rest', () => {
    expect(within.holds(truth)).toBe(true)
    // A grid with emulators that are perfect: what no wave can rule out.
    const grid = Array.from({ length: 10_000 }, (_, k) => [
      (k % 100) / 99,
      Math.floor(k / 100) / 99,
    ])
    const share = (holds: (unit: readonly number[]) => boolean) =>
      grid.filter(holds).length / grid.length
    const perfect = share((unit) =>
      [Math.exp(unit[0]) + unit[1], unit[0] * unit[1]].every(
        (mean, k) => implausibility({ mean, sd: 0, noise: 0.02 }, targets[k]) <= 3,
      ),
    )
    const last = waves.at(-1)!
    const held = share(last.region.holds)
    expect(held).toBeLessThan(2 * perfect)
    expect(Math.abs(last.left / held - 1)).toBeLessThan(0.2)
    // Regions lie within each other.
    expect(share((unit) => last.region.holds(unit) && !waves[0].region.holds(unit))).toBe(0)
  })

  it('hit the targets more often wave after wave', () => {
    const [first, , third] = waves
    expect(third.hits.all).toBeGreaterThan(2 * first.hits.all)
    expect(first.next.length).toBe(20)
    expect(first.next.every((unit) => first.region.holds(unit))).toBe(true)
  })

  it('say so where nothing is left, and what comes nearest', () => {
    const apart: FitTarget[] = [
      { name: 'low', low: 0, high: 0.1 },
      { name: 'high', low: 0.9, high: 1 },
    ]
    const points = shiftedSobol(16, 1, 'apart')
    const wave = historyWave({
      number: 1,
      units: points,
      outcomes: [0, 1].map(() => points.map(([x]) => [x])),
      targets: apart,
      within: wholeCube(1),
      size: 4,
      seed: 'apart',
      candidates: 500,
    })
    expect(wave.left).toBe(0)
    expect(wave.next.length).toBe(4)
    expect(wave.region.holds([0.5])).toBe(false)
  })

  it('count runs without an outcome', () => {
    const points = shiftedSobol(16, 1, 'gaps')
    const wave = historyWave({
      number: 1,
      units: points,
      outcomes: [points.map(([x], k) => [k < 3 ? Number.NaN : x * x])],
      targets: [{ name: 't', low: 0.2, high: 0.3 }],
      within: wholeCube(1),
      size: 4,
      seed: 'gaps',
      candidates: 200,
    })
    expect([wave.leftOut, wave.hits.leftOut, wave.hits.runs]).toEqual([3, 3, 13])
    expect(wave.region.holds([0.5])).toBe(true)
    expect(wave.region.holds([0.9])).toBe(false)
  })
})
