/** Models of a few parameters whose posteriors are known, and a loop that fits them. */
import { keyOf, normalQuantile, seedKey, uniform } from '../../../src/engine/index.ts'
import {
  type AbcSettings,
  type DesignPoint,
  type Population,
  progress,
  proposals,
} from '../../../src/study/index.ts'

const CHANCE = keyOf(seedKey('chance of toys'), 'noise')

/** Standard normal noise of a run. */
export const noise = (seed: number, nth: number, of = 0): number =>
  normalQuantile(uniform(CHANCE, seed + 7919 * of, nth))

/** Generations of a fit, run after run in the order asked for. */
export function fitted(
  settings: AbcSettings,
  generations: number,
  run: (point: DesignPoint) => number,
): Population {
  let population: Population | undefined
  for (let generation = 0; generation < generations; generation++) {
    const propose = proposals(settings, population)
    const distances = new Map<number, number>()
    let next: Population | undefined
    while (next === undefined) {
      const now = progress(settings, population, distances, 200)
      for (const number of now.wanted) distances.set(number, run(propose(number)))
      next = now.population
    }
    population = next
  }
  return population!
}

/** Weighted mean and standard deviation of a function of the draws. */
export function moments({ units, weights }: Population, of: (unit: readonly number[]) => number) {
  const mean = units.reduce((sum, unit, row) => sum + weights[row] * of(unit), 0)
  const square = units.reduce((sum, unit, row) => sum + weights[row] * (of(unit) - mean) ** 2, 0)
  return { mean, sd: Math.sqrt(square) }
}
