/** What a study hands to reports and files. */
import type { Cell } from '../market/index.ts'

/** One run: a value a day for every cell. */
export interface RunResult {
  readonly scenario: string
  /** Number of the run, from 1; runs of one number share their seed over scenarios. */
  readonly run: number
  readonly seed: string
  /** Date of day 0. */
  readonly start: string
  readonly days: number
  readonly cells: readonly Cell[]
  /** `values[day * cells.length + cell]`. */
  readonly values: Float64Array
  /** Hash of the whole state after the last day. */
  readonly stateHash: string
  /** Of run 1 the hash of each column after the last day, so that a difference has a name: `sellers.price`. */
  readonly columns?: Readonly<Record<string, string>>
  readonly milliseconds: number
  /** Of a world that only explains: it keeps the cells that are divided. */
  readonly aside?: true
  /** Of a run that is probed: what was asked of it, in that order. It has no cells and no values. */
  readonly means?: readonly number[]
  /** Of run 1 of a policy: that its world and the baseline's are one until they may part. */
  readonly proof?: Proof
}

/**
 * How many simulated agents a number of a group stands on, and how many firms, creators or people these stand for. NaN, or
 * absent, of what is no group of agents.
 */
export interface GroupSize {
  readonly agents: number
  readonly members: number
}

/** A mean over a window, in the baseline and under the policy, and its paired difference with 95 % interval. */
export interface Effect extends Partial<GroupSize> {
  readonly scenario: string
  readonly measure: string
  /** E.g. `reseller`, `tiktok-shop`, `all`. */
  readonly group: string
  readonly unit: string
  readonly baseline: number
  readonly policy: number
  readonly difference: number
  readonly low: number
  readonly high: number
  readonly runs: number
  /** Share of variance that pairing by seed removed; NaN with one run. */
  readonly pairing?: number
  /** Probability that the mean effect is above zero; NaN with one run. */
  readonly positive?: number
}

/** A value that differs: where, whose, and what it is in both worlds. */
export interface Parting {
  readonly date: string
  readonly rule: string
  /** `listings.price`. */
  readonly column: string
  /** What the column holds. */
  readonly label: string
  readonly row: number
  /** The agent, or the row of a table. */
  readonly agent: string
  readonly baseline: string
  readonly policy: string
}

export interface Proof {
  readonly scenario: string
  /** Days on which both worlds, stepped on their own, had equal states. */
  readonly days: number
  /** Date of the first day that may differ. */
  readonly until: string
  /** Whether the states were equal on each of these days, and are those of the study's own run. */
  readonly equal: boolean
  /** Hash of the state in which the first day that may differ begins. */
  readonly hash: string
  /** The first value that differs; absent where none did in the days looked at. */
  readonly first?: Parting
  /** The first decision of an agent that differs. */
  readonly decision?: Parting
  /** The hash of each day in both worlds. */
  readonly daily: readonly {
    readonly date: string
    readonly baseline: string
    readonly policy: string
  }[]
}
