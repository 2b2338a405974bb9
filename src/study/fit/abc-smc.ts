/** Draws of the parameters that go with what was seen, by simulation. */
import { quantile } from 'simple-statistics'
import { keyOf, normalQuantile, seedKey, uniform } from '../../engine/index.ts'
import type { DesignPoint } from '../design/point.ts'
import { cholesky, solveLower } from '../sensitivity/cholesky.ts'
import { type Region, wholeCube } from './history-matching.ts'

/** What a fit consists of; with the same settings it is the same fit. */
export interface AbcSettings {
  readonly factors: number
  /** Accepted proposals of a generation. */
  readonly accepted: number
  readonly seed: string
  /** Where parameters are possible: the unit cube, or what history matching left of it. */
  readonly region?: Region
  /** Proposals of a generation at most: with fewer accepted by then it is complete as it is. */
  readonly most?: number
  /** The tolerance of the first generation [none: it takes the prior as it comes]. */
  readonly tolerance?: number
  /** The tolerance of a generation is this quantile of the distances of the one before. */
  readonly quantile?: number
}

/** A generation that is complete: weighted draws. */
export interface Population {
  readonly generation: number
  readonly tolerance: number
  readonly units: readonly (readonly number[])[]
  /** Numbers of the accepted proposals. */
  readonly accepted: readonly number[]
  /** They add up to 1. */
  readonly weights: readonly number[]
  readonly distances: readonly number[]
  /** Proposals up to the last accepted one. */
  readonly proposals: number
  /** Those of them without an outcome; they count as not accepted. */
  readonly leftOut: number
}

/** How a generation stands: what to run next, or that it is complete. */
export interface Progress {
  readonly accepted: number
  /** Numbers of proposals to run, the lowest first: never one that cannot count any more. */
  readonly wanted: readonly number[]
  readonly population?: Population
}

const QUANTILE = 0.5

/** A proposal that falls out of the region is drawn again, at most so often. */
const TRIES = 100_000

/** The tolerance of the generation after one. */
export const nextTolerance = (settings: AbcSettings, before: Population | undefined): number =>
  before === undefined
    ? (settings.tolerance ?? Number.POSITIVE_INFINITY)
    : quantile([...before.distances], settings.quantile ?? QUANTILE)

/** Draws proposals of the generation after `before`, each from its number alone. */
export type Proposals = (number: number) => DesignPoint

/**
 * Numbered proposals. The first generation draws from the prior: evenly over the region. Later ones take a draw of the
 * generation before, by weight, and move it by a normal step with twice its covariance (Beaumont and others 2009; Filippi and others
 * 2013); what falls out of the region is drawn anew. Proposal 17 is the same whoever makes it, and has seeds of its own.
 */
export function proposals(settings: AbcSettings, before: Population | undefined): Proposals {
  const { factors, seed, region = wholeCube(factors) } = settings
  const generation = before === undefined ? 0 : before.generation + 1
  const key = keyOf(seedKey(seed), 'proposal', generation)
  const kernel = before === undefined ? undefined : kernelOf(before)
  const width = factors + 1
  const drawn = (number: number, nth: number): number[] => {
    const u = (k: number) => uniform(key, number, nth * width + k)
    if (before === undefined || kernel === undefined)
      return region.low.map((low, k) => low + u(k) * (region.high[k] - low))
    const from = before.units[pick(before.weights, u(factors))]
    const steps = Array.from({ length: factors }, (_, k) => normalQuantile(u(k)))
    return from.map((x, i) => {
      let step = 0
      for (let k = 0; k <= i; k++) step += kernel[i * factors + k] * steps[k]
      return x + step
    })
  }
  return (number) => {
    for (let nth = 0; nth < TRIES; nth++) {
      const unit = drawn(number, nth)
      if (unit.every((x) => x >= 0 && x <= 1) && region.holds(unit))
        return {
          key: `generation ${generation + 1} proposal ${number + 1}`,
          unit,
          seedKey: generation * 1e7 + number,
        }
    }
    throw new Error(`no proposal inside the region of the fit in ${TRIES} draws`)
  }
}

/**
 * How far a generation is, from the distances of its proposals so far (by number; NaN where a run has no outcome): proposals are
 * accepted in the order of their numbers, and it is complete when enough of those whose lower numbers are all known
 * are within the tolerance. Why: to take the first that finish prefers parameters whose runs are quick; this way the fit is
 * the same on any number of workers and can be taken up after any run. `ahead` is how many runs are asked for.
 * Source: Toni and others 2009; the bias of the first to finish in Klinger, Rickert and Hasenauer 2018.
 */
export function progress(
  settings: AbcSettings,
  before: Population | undefined,
  distances: ReadonlyMap<number, number>,
  ahead: number,
  propose: Proposals = proposals(settings, before),
): Progress {
  const tolerance = nextTolerance(settings, before)
  const { most = Number.POSITIVE_INFINITY } = settings
  const taken: number[] = []
  const wanted: number[] = []
  let number = 0
  // What lies behind enough accepted ones can no longer count, whatever those before it turn out to be.
  const isOpen = () => taken.length < settings.accepted && wanted.length < Math.max(1, ahead)
  for (; number < most && isOpen(); number++)
    if (!distances.has(number)) wanted.push(number)
    else if (distances.get(number)! <= tolerance) taken.push(number)
  if (wanted.length > 0) return { accepted: taken.length, wanted }
  const leftOut = Array.from({ length: number }, (_, k) => k).filter((k) =>
    Number.isNaN(distances.get(k)),
  )
  const units = taken.map((one) => propose(one).unit)
  const population: Population = {
    generation: before === undefined ? 0 : before.generation + 1,
    tolerance,
    units,
    accepted: taken,
    weights: weightsOf(units, before),
    distances: taken.map((one) => distances.get(one)!),
    proposals: number,
    leftOut: leftOut.length,
  }
  return { accepted: taken.length, wanted: [], population }
}

/** The row at which weights, added up, pass a share of their sum. */
export function pick(weights: readonly number[], share: number): number {
  let sum = 0
  for (let row = 0; row < weights.length; row++) {
    sum += weights[row]
    if (share < sum) return row
  }
  return weights.length - 1
}

/** Prior over proposal density: 1 / sum_j w_j N(x; x_j, kernel), so that steps do not pile up draws where there were many. */
function weightsOf(
  units: readonly (readonly number[])[],
  before: Population | undefined,
): number[] {
  if (before === undefined || units.length === 0) return units.map(() => 1 / units.length)
  const factors = units[0].length
  const kernel = kernelOf(before)
  // In the coordinates of the kernel the density is that of independent steps.
  const turned = before.units.map((unit) => solveLower(kernel, factors, unit))
  const raw = units.map((unit) => {
    const at = solveLower(kernel, factors, unit)
    let density = 0
    turned.forEach((from, row) => {
      let square = 0
      for (let k = 0; k < factors; k++) square += (at[k] - from[k]) ** 2
      density += before.weights[row] * Math.exp(-square / 2)
    })
    return 1 / density
  })
  const sum = raw.reduce((sum, weight) => sum + weight, 0)
  return raw.map((weight) => weight / sum)
}

/** The least variance of a step: a population that stands at one point still looks around. */
const LEAST_VARIANCE = 1e-10

/** The triangle of twice the weighted covariance. */
function kernelOf({ units, weights }: Population): Float64Array {
  const factors = units[0].length
  const means = Array.from({ length: factors }, (_, k) =>
    units.reduce((sum, unit, row) => sum + weights[row] * unit[k], 0),
  )
  const covariance = Float64Array.from({ length: factors * factors }, (_, at) => {
    const [a, b] = [Math.floor(at / factors), at % factors]
    const sum = units.reduce(
      (sum, unit, row) => sum + weights[row] * (unit[a] - means[a]) * (unit[b] - means[b]),
      0,
    )
    return 2 * sum + (a === b ? LEAST_VARIANCE : 0)
  })
  const kernel = cholesky(covariance, factors)
  if (kernel !== undefined) return kernel
  // Parameters that move together exactly: steps along each by itself.
  return covariance.map((value, at) =>
    Math.floor(at / factors) === at % factors ? Math.sqrt(value) : 0,
  )
}

/** Independent draws that a weighted population is worth: 1 / sum of the squares of the weights. */
export const effectiveDraws = ({ weights }: Population): number =>
  1 / weights.reduce((sum, weight) => sum + weight ** 2, 0)

/**
 * So many draws of equal weight from a population, by one shifted comb over its weights (systematic resampling, Carpenter and
 * others 1999): the draws that a fitted baseline is made of.
 */
export function equalDraws(population: Population, draws: number, seed: string): DesignPoint[] {
  const start = uniform(keyOf(seedKey(seed), 'comb'), 0, 0)
  return Array.from({ length: draws }, (_, draw) => ({
    key: `draw ${draw + 1}`,
    unit: population.units[pick(population.weights, (draw + start) / draws)],
    seedKey: draw,
  }))
}
