/** A policy and its baseline, as the page has them. */
import type { Bare } from '../entry.ts'

export interface Pair {
  readonly baseline: Bare
  readonly policy: Bare
  /** The first day on which the worlds may differ. */
  readonly fork: number
  /** Of run 1, as every study has it. */
  readonly seed: string
}
