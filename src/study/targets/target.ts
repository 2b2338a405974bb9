/**
 * What was seen of a market, as numbers that a run can be held against. A target that is solved, set or fitted says how well that
 * was done; only a predicted one is evidence.
 */
import type { Grade } from '../../engine/index.ts'
import type { Place } from '../../scenario/index.ts'
import type { Statistic } from './statistic.ts'

/**
 * How a value of the baseline came about.
 * `solved`: a constant is moved inside the run until it holds. `set`: it follows from what the scenario writes.
 * `fitted`: numbers of the scenario were chosen with it in view. `predicted`: nobody looked at it when they were chosen.
 */
export const ORIGINS = ['predicted', 'fitted', 'set', 'solved'] as const

export type Origin = (typeof ORIGINS)[number]

/** What is solved or set holds by construction: nothing can be learnt from it. */
export const canFail = ({ origin }: Pick<Target, 'origin'>): boolean =>
  origin === 'fitted' || origin === 'predicted'

export interface Target {
  /** The row of the facts, or of a list of targets: several targets may share one. */
  readonly id: string
  /** Its name, unique in a file. */
  readonly what: string
  readonly indonesian: string
  readonly origin: Origin
  /** A figure of the whole country: the run is also told as a share of it. */
  readonly national?: true
  readonly unit: string
  /** The band in which it was seen; of a value both are the value. */
  readonly low: number
  readonly high: number
  /** Standard deviation of the error of what was seen, and of what the model cannot say at its best; 0 where the band is all. */
  readonly error: number
  readonly source: string
  readonly grade: Grade
  readonly statistic: Statistic
}

/** A target with the place where a file says it. */
export interface PlacedTarget extends Target {
  readonly place: Place
}
