/**
 * Designs: where in the space of parameters a study makes its runs.
 *
 * A study varies `Factor`s, each a path into a scenario with a `Distribution`. `pointsOf(design, factors, seed)` gives the
 * rows, each a `DesignPoint`: a `key` that names it within the design, `unit` with a coordinate from 0 to 1 for each factor, and
 * `seedKey`. `valueAt(factor.distribution, point.unit[k])` turns a coordinate into a value; where a path with `*` has
 * rows with ranges of their own, the same coordinate goes through each row's distribution. Points with the same
 * `seedKey` must be run with the same seeds: replicate r of a point has a seed that depends on (seed of the study, seedKey,
 * r) alone. Ask `designFault` first: `pointsOf` throws on a design that cannot be made.
 *
 * Outcomes are handed to the estimators of `sensitivity` as one array a measure, in the order of the points, NaN where a
 * run failed.
 */

import { levelCount } from './distributions.ts'
import { grid } from './grid.ts'
import { latinHypercube } from './latin-hypercube.ts'
import { morris } from './morris.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { DesignPoint, Factor } from './point.ts'
import { MOST_FACTORS, saltelli } from './saltelli.ts'
import { MOST_DIMENSIONS, shiftedSobol } from './sobol-sequence.ts'

export * from './distributions.ts'
export * from './grid.ts'
export * from './latin-hypercube.ts'
export * from './morris.ts'
export * from './one-at-a-time.ts'
export * from './point.ts'
export * from './saltelli.ts'
export * from './sobol-sequence.ts'

/** A design as a study file names it; what is optional has the default of its function. */
export type SamplingDesign =
  | { readonly kind: 'grid'; readonly levels: number }
  | { readonly kind: 'one-at-a-time'; readonly levels: number; readonly base?: readonly number[] }
  | { readonly kind: 'latin-hypercube'; readonly points: number; readonly tries?: number }
  | { readonly kind: 'sobol-points'; readonly points: number }
  | {
      readonly kind: 'morris'
      readonly trajectories: number
      readonly levels?: number
      readonly candidates?: number
    }
  | { readonly kind: 'sobol'; readonly base: number; readonly chance?: boolean }

/**
 * Why a design cannot be made, as a code; the caller words the message. `no factors`; `not whole` or `too few` (`field` of the
 * design, `least` what it needs); `not even` (levels of Morris); `not a power of two` (`below` and `above` are the nearest);
 * `too many factors` (`most`); `too many points` (`points` and `most`); `a factor twice` (`path`).
 */
export type DesignFault =
  | { readonly fault: 'no factors' }
  | { readonly fault: 'not whole' | 'too few'; readonly field: string; readonly least: number }
  | { readonly fault: 'not even'; readonly field: string }
  | {
      readonly fault: 'not a power of two'
      readonly field: string
      readonly below: number
      readonly above: number
    }
  | { readonly fault: 'too many factors'; readonly most: number }
  | { readonly fault: 'too many points'; readonly points: number; readonly most: number }
  | { readonly fault: 'a factor twice'; readonly path: string }

/** Upper limit of points: a mistyped grid is reported before it fills the memory. */
export const MOST_POINTS = 1_000_000

/** The least that each whole number of a design may be. */
const LEAST: Readonly<Record<string, number>> = {
  levels: 1,
  points: 1,
  tries: 1,
  trajectories: 2,
  candidates: 1,
  base: 4,
}

export function designFault(
  design: SamplingDesign,
  factors: readonly Factor[],
): DesignFault | undefined {
  if (factors.length === 0) return { fault: 'no factors' }
  const twice = factors.find(({ path }, row) => factors.findIndex((of) => of.path === path) < row)
  if (twice !== undefined) return { fault: 'a factor twice', path: twice.path }
  for (const [field, given] of Object.entries(design)) {
    if (typeof given !== 'number') continue
    const least = design.kind === 'morris' && field === 'levels' ? 2 : LEAST[field]
    if (!Number.isInteger(given)) return { fault: 'not whole', field, least }
    if (given < least) return { fault: 'too few', field, least }
  }
  if (design.kind === 'morris' && (design.levels ?? 4) % 2 !== 0)
    return { fault: 'not even', field: 'levels' }
  return faultOfSobol(design, factors) ?? faultOfSize(design, factors)
}

function faultOfSobol(design: SamplingDesign, factors: readonly Factor[]): DesignFault | undefined {
  if (design.kind !== 'sobol' && design.kind !== 'sobol-points') return undefined
  const most = design.kind === 'sobol' ? MOST_FACTORS : MOST_DIMENSIONS
  if (factors.length > most) return { fault: 'too many factors', most }
  const [field, given] =
    design.kind === 'sobol'
      ? (['base', design.base] as const)
      : (['points', design.points] as const)
  const below = 2 ** Math.floor(Math.log2(given))
  if (below !== given) return { fault: 'not a power of two', field, below, above: 2 * below }
  return undefined
}

function faultOfSize(design: SamplingDesign, factors: readonly Factor[]): DesignFault | undefined {
  const points = pointsIn(design, factors)
  return points > MOST_POINTS ? { fault: 'too many points', points, most: MOST_POINTS } : undefined
}

/** How many points a design has, without making them. */
export function pointsIn(design: SamplingDesign, factors: readonly Factor[]): number {
  const levels = (of: number) => factors.map(({ distribution }) => levelCount(distribution, of))
  switch (design.kind) {
    case 'grid':
      return levels(design.levels).reduce((product, of) => product * of, 1)
    case 'one-at-a-time':
      return levels(design.levels).reduce((sum, of) => sum + of, 1)
    case 'latin-hypercube':
    case 'sobol-points':
      return design.points
    case 'morris':
      return design.trajectories * (factors.length + 1)
    case 'sobol': {
      const groups = new Set(factors.map(({ group, path }) => group ?? path)).size
      return design.base * (2 + groups + (design.chance === false ? 0 : 1))
    }
  }
}

/** The points of a design, the same for the same seed; the order is that in which the estimators want the outcomes. */
export function pointsOf(
  design: SamplingDesign,
  factors: readonly Factor[],
  seed: string,
): DesignPoint[] {
  const fault = designFault(design, factors)
  if (fault !== undefined) throw new Error(`no such design: ${JSON.stringify(fault)}`)
  switch (design.kind) {
    case 'grid':
      return grid(factors, design.levels)
    case 'one-at-a-time':
      return oneAtATime(factors, design.levels, design.base)
    case 'latin-hypercube':
      return latinHypercube(design.points, factors.length, seed, design.tries)
    case 'sobol-points':
      return shiftedSobol(design.points, factors.length, seed).map((unit, row) => ({
        key: `row ${row + 1}`,
        unit,
        seedKey: row,
      }))
    case 'morris': {
      const { levels = 4, candidates = Math.max(100, 4 * design.trajectories) } = design
      return morris(design.trajectories, factors.length, seed, { levels, candidates })
    }
    case 'sobol':
      return saltelli(design.base, factors, seed, design.chance)
  }
}
