import { describe, expect, it } from 'vitest'
import { keyOf, seedKey, uniform } from '../../../src/engine/index.ts'
import {
  type AbcSettings,
  type Distribution,
  distanceOf,
  equalDraws,
  marginals,
  type Population,
  progress,
  proposals,
  valueAt,
} from '../../../src/study/index.ts'
import { fitted, moments, noise } from './toy.ts'

describe('a fit by simulation', () => {
  it('finds the posterior of a normal mean with known variance', () => {
    // Prior N(0, 1), seen 1 with standard error 1/2: posterior N(0.8, 0.2).
    const prior: Distribution = { kind: 'normal', mean: 0, sd: 1, from: -8, to: 8 }
    const mu = (unit: readonly number[]) => Number(valueAt(prior, unit[0]))
    const settings = { factors: 1, accepted: 1000, seed: 'normal' }
    const population = fitted(settings, 5, ({ unit, seedKey }) =>
      Math.abs(mu(unit) + 0.5 * noise(seedKey, 0) - 1),
    )
    expect(population.tolerance).toBeLessThan(0.15)
    const { mean, sd } = moments(population, mu)
    expect(Math.abs(mean - 0.8)).toBeLessThan(0.05)
    expect(Math.abs(sd / Math.sqrt(0.2) - 1)).toBeLessThan(0.08)
  })

  it('leaves a pair that cannot be told apart its prior, and names what is not moved', () => {
    // The data know a + b alone (two even priors whose sum is 1 are each even), and nothing of the third.
    const settings = { factors: 3, accepted: 600, seed: 'pair' }
    const population = fitted(settings, 6, ({ unit: [a, b] }) => Math.abs(a + b - 1))
    expect(population.tolerance).toBeLessThan(0.03)
    const [a, b, c] = marginals(population)
    for (const { narrowed, moved, distance } of [a, b, c]) {
      expect(Math.abs(narrowed)).toBeLessThan(0.2)
      expect(distance).toBeLessThan(0.1)
      expect(moved).toBe(false)
    }
    expect(moments(population, ([a, b]) => a + b).sd).toBeLessThan(0.02)
  })

  it('says what it has learnt of a parameter that the data move, and seldom of one that they do not', () => {
    const learnt = Array.from({ length: 20 }, (_, repetition) => {
      const settings = { factors: 2, accepted: 150, seed: `moved ${repetition}` }
      return marginals(fitted(settings, 4, ({ unit: [a] }) => Math.abs(a - 0.3)))
    })
    for (const [a] of learnt) {
      expect(a.moved).toBe(true)
      expect(a.narrowed).toBeGreaterThan(0.9)
      expect(a.low).toBeLessThan(0.3)
      expect(a.high).toBeGreaterThan(0.3)
      expect(Math.abs(a.median - 0.3)).toBeLessThan(0.04)
    }
    // One in twenty is the luck that is allowed; five of twenty come once in four hundred times.
    expect(learnt.filter(([, b]) => b.moved).length).toBeLessThan(5)
  })
})

describe('recovery of three parameters from data made by the model itself', () => {
  const model = ([a, b, c]: readonly number[], seed: number) => [
    a + b + 0.1 * noise(seed, 0),
    a - b + 0.1 * noise(seed, 1),
    (1 + a) * c + 0.1 * noise(seed, 2),
  ]
  const truths = keyOf(seedKey('truths'), 'parameters')
  const repetitions = Array.from({ length: 20 }, (_, repetition) => {
    const truth = [0, 1, 2].map((k) => uniform(truths, repetition, k))
    const seen = model(truth, -1 - repetition)
    const targets = seen.map((value, k) => ({ name: `${k}`, low: value, high: value }))
    const settings = { factors: 3, accepted: 150, seed: `repetition ${repetition}` }
    const population = fitted(settings, 6, ({ unit, seedKey }) =>
      distanceOf(model(unit, seedKey), targets, [1, 1, 1]),
    )
    return { truth, population }
  })

  it('has intervals of 90 % that hold the truth in 75 to 100 % of 20 repetitions', () => {
    for (const factor of [0, 1, 2]) {
      const held = repetitions.filter(({ truth, population }) => {
        const { low, high } = marginals(population)[factor]
        return low <= truth[factor] && truth[factor] <= high
      })
      expect(held.length).toBeGreaterThanOrEqual(15)
    }
    // They are worth having: narrower than the prior's 0.9.
    const widths = repetitions.map(({ population }) => {
      const [{ low, high }] = marginals(population)
      return high - low
    })
    expect(widths.reduce((sum, width) => sum + width, 0) / 20).toBeLessThan(0.5)
  })

  it('has ranks of the truth among the draws that are even', () => {
    const ranks = repetitions.flatMap(({ truth, population: { units, weights } }) =>
      truth.map((value, k) =>
        units.reduce((sum, unit, row) => sum + (unit[k] < value ? weights[row] : 0), 0),
      ),
    )
    // Three quarters of 60 even ranks: chi-square of five parts, 4 degrees of freedom, above 18.5 in 0.1 % of cases.
    const counts = [0, 1, 2, 3, 4].map(
      (part) => ranks.filter((r) => Math.min(4, Math.floor(5 * r)) === part).length,
    )
    const chiSquare = counts.reduce((sum, count) => sum + (count - 12) ** 2 / 12, 0)
    expect(chiSquare, counts.join(' ')).toBeLessThan(18.5)
  })
})

describe('numbered proposals', () => {
  const settings: AbcSettings = { factors: 2, accepted: 40, seed: 'numbers' }
  const run = ([a, b]: readonly number[], seed: number) =>
    seed % 13 === 0 ? Number.NaN : Math.abs(a * b - 0.2) + 0.02 * Math.abs(noise(seed, 0))

  /** Workers that finish in an order of their own: quick ones are those with a small first parameter. */
  function withWorkers(workers: number, stopAfter = Number.POSITIVE_INFINITY) {
    let population: Population | undefined
    let runs = 0
    for (let generation = 0; generation < 3; generation++) {
      const journal = new Map<number, number>()
      const inFlight = new Set<number>()
      for (;;) {
        const now = progress(settings, population, journal, workers)
        if (now.population !== undefined) {
          population = now.population
          break
        }
        // A process that is killed knows its journal and nothing else.
        if (runs >= stopAfter) {
          inFlight.clear()
          stopAfter = Number.POSITIVE_INFINITY
        }
        const propose = proposals(settings, population)
        for (const number of now.wanted) inFlight.add(number)
        const quickest = [...inFlight].sort((a, b) => propose(a).unit[0] - propose(b).unit[0])[0]
        const { unit, seedKey } = propose(quickest)
        journal.set(quickest, run(unit, seedKey))
        inFlight.delete(quickest)
        runs++
      }
    }
    return population!
  }

  it('give the same fit on any number of workers, and after a stop', () => {
    const alone = withWorkers(1)
    expect(withWorkers(7)).toEqual(alone)
    expect(withWorkers(32)).toEqual(alone)
    expect(withWorkers(4, 50)).toEqual(alone)
    expect(alone.leftOut).toBeGreaterThan(0)
    expect(alone.weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12)
  })

  it('are not complete as long as an earlier one is under way', () => {
    const distances = new Map(Array.from({ length: 60 }, (_, k) => [k, 0.1]))
    distances.delete(5)
    const waiting = progress(settings, undefined, distances, 3)
    expect(waiting.population).toBeUndefined()
    // Those from 41 on can no longer count.
    expect(waiting.wanted).toEqual([5])
    distances.set(5, Number.NaN)
    const { population } = progress(settings, undefined, distances, 3)
    expect(population!.proposals).toBe(41)
    expect(population!.leftOut).toBe(1)
  })

  it('stay in the region, each with seeds of its own', () => {
    const region = {
      low: [0, 0.5],
      high: [0.5, 1],
      holds: ([a, b]: readonly number[]) => a <= 0.5 && b >= 0.5 && a + b < 1,
    }
    const population = fitted({ ...settings, region }, 3, ({ unit: [a] }) => a)
    const propose = proposals({ ...settings, region }, population)
    const points = Array.from({ length: 200 }, (_, number) => propose(number))
    expect(points.every(({ unit }) => region.holds(unit))).toBe(true)
    expect(new Set(points.map(({ seedKey }) => seedKey)).size).toBe(200)
    const nowhere = { ...region, holds: () => false }
    expect(() => proposals({ ...settings, region: nowhere }, undefined)(0)).toThrow('no proposal')
  })

  it('give draws of equal weight in proportion to the weights', () => {
    const population: Population = {
      accepted: [],
      generation: 1,
      tolerance: 1,
      units: [[0.1], [0.2], [0.3]],
      weights: [0.5, 0.3, 0.2],
      distances: [0, 0, 0],
      proposals: 3,
      leftOut: 0,
    }
    const draws = equalDraws(population, 10, 'draws')
    expect([0.1, 0.2, 0.3].map((x) => draws.filter(({ unit }) => unit[0] === x).length)).toEqual([
      5, 3, 2,
    ])
  })
})
