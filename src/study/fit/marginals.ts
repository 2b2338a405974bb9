/** What a fit has learnt of each parameter. */
import { effectiveDraws, type Population, pick } from './abc-smc.ts'

/** One parameter in the unit cube, where every prior is even. */
export interface Marginal {
  /** Coordinates below which 5, 50 and 95 % of the weight lies; `valueAt` makes values of them. */
  readonly low: number
  readonly median: number
  readonly high: number
  /** 1 - variance after / before: 0 nothing learnt, 1 known. Below 0 where the data want both ends. */
  readonly narrowed: number
  /** Largest distance between the distribution after and before (Kolmogorov and Smirnov). */
  readonly distance: number
  /** Probability of such a distance or more were nothing learnt, with as many independent draws as the weights are worth. */
  readonly luck: number
  /**
   * Whether the data move it: luck below 2.5 %, or a variance so far from that of even draws. Those that they do not move keep
   * their prior, and have to be named.
   */
  readonly moved: boolean
}

/** Of each of the two tests, so that both together err in 5 % of cases. */
const LUCK = 0.025

/** The variance of n even draws has a standard error of sqrt(0.8 / n) of itself, since their kurtosis is 1.8; 2.24 of these are 2.5 %. */
const REACH = 2.24 * Math.sqrt(0.8)

/** Marginals of the weighted draws of a population, one a factor. */
export function marginals(population: Population): Marginal[] {
  const factors = population.units[0]?.length ?? 0
  return Array.from({ length: factors }, (_, factor) => marginal(population, factor))
}

function marginal(population: Population, factor: number): Marginal {
  const rows = population.units
    .map((unit, row) => ({ x: unit[factor], weight: population.weights[row] }))
    .sort((a, b) => a.x - b.x)
  const mean = rows.reduce((sum, { x, weight }) => sum + weight * x, 0)
  const variance = rows.reduce((sum, { x, weight }) => sum + weight * (x - mean) ** 2, 0)
  let [below, distance] = [0, 0]
  for (const { x, weight } of rows) {
    distance = Math.max(distance, Math.abs(below - x), Math.abs(below + weight - x))
    below += weight
  }
  const worth = effectiveDraws(population)
  const luck = kolmogorov(distance, worth)
  const narrowed = 1 - 12 * variance
  const ordered = rows.map(({ weight }) => weight)
  const at = (share: number) => rows[pick(ordered, share)].x
  return {
    low: at(0.05),
    median: at(0.5),
    high: at(0.95),
    narrowed,
    distance,
    luck,
    moved: luck < LUCK || Math.abs(narrowed) > toldFrom(worth),
  }
}

/** The part of its variance from which draws tell that a parameter is narrowed. */
export const toldFrom = (draws: number): number => REACH / Math.sqrt(draws)

/**
 * Probability that the distribution of n even draws lies at least this far from the even one somewhere: 2 sum (-1)^(k-1) e^(-2 k^2 t^2),
 * t = (sqrt(n) + 0.12 + 0.11 / sqrt(n)) distance. Source: Stephens 1970.
 */
export function kolmogorov(distance: number, draws: number): number {
  const t = (Math.sqrt(draws) + 0.12 + 0.11 / Math.sqrt(draws)) * distance
  // The sum of alternating terms does not settle near 0, where the probability is 1 to nine digits.
  if (t < 0.3) return 1
  let sum = 0
  for (let k = 1; k <= 100; k++) sum += 2 * (-1) ** (k - 1) * Math.exp(-2 * k * k * t * t)
  return Math.min(1, Math.max(0, sum))
}
