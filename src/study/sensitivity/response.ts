/** How an outcome answers to one factor or two. */
import { shiftedSobol } from '../design/sobol-sequence.ts'
import type { Emulator } from './emulator.ts'

/** The outcome where some factors are held and the others are anywhere. */
export interface Response {
  /** Coordinates of the factors that are held, in the order asked for. */
  readonly held: readonly number[]
  /** The mean over all values of the others. */
  readonly mean: number
  /** What the emulator does not know of it, at most: errors at different places are taken to go together. */
  readonly sd: number
  /** Share of the values of the others with which the outcome is below 0: whether the sign is sure. */
  readonly below: number
}

/**
 * The response of an emulated outcome at each of the places `held` of the factors `of` (numbers of factors), the others
 * spread over the cube by a Sobol sequence (its length a power of two). One factor gives a curve with its band,
 * two a map of signs.
 */
export function emulatedResponse(
  emulated: Emulator,
  factors: number,
  of: readonly number[],
  held: readonly (readonly number[])[],
  { points = 64, seed = 'response' } = {},
): Response[] {
  const sample = shiftedSobol(points, factors, seed)
  return held.map((place) => {
    const seen = sample.map((unit) => {
      const at = unit.map((x, factor) => (of.includes(factor) ? place[of.indexOf(factor)] : x))
      return emulated.at(at)
    })
    const share = (value: (one: (typeof seen)[number]) => number) =>
      seen.reduce((sum, one) => sum + value(one), 0) / seen.length
    return {
      held: place,
      mean: share(({ mean }) => mean),
      sd: share(({ sd }) => sd),
      below: share(({ mean }) => (mean < 0 ? 1 : 0)),
    }
  })
}
