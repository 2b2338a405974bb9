/** What a page and a worker that streams one world say to each other. */
import type { Cell, MarketInput } from '../market/index.ts'

/** A world as a day begins, from which others go on. */
export interface LiveState {
  readonly day: number
  readonly state: Uint8Array
  /** Measures of the day before, a value a cell: those of a week hold until its end. */
  readonly before: Float64Array
}

/** Which orders of which buyers are told as well, a byte a buyer and day (`createFlow`). */
export interface LiveFlow {
  /** The first day that is told. */
  readonly first: number
  /** Rows of the venues that the question is about. */
  readonly about: readonly number[]
  /** Who is looked at in the other world; drawn after the first day where left out. */
  readonly buyers?: Uint32Array | undefined
}

/** A world to be run, day by day. A later order takes the place of an earlier one. */
export interface LiveOrder {
  readonly kind: 'run'
  /** Counts orders: what is told of an earlier one is of no further use. */
  readonly generation: number
  readonly input: MarketInput
  readonly seed: string
  /** The state in which its first day begins; the world is initialised on day 0 where there is none. */
  readonly from?: LiveState | undefined
  /** The first day that is not run; else the run goes to its end. */
  readonly to?: number | undefined
  /** Days in whose beginning the state is told, so that other worlds can go on from it. */
  readonly keep?: readonly number[] | undefined
  readonly flow?: LiveFlow | undefined
}

/** Ends whatever runs. */
export interface LiveStop {
  readonly kind: 'stop'
  readonly generation: number
}

/** What sampled buyers did on the days that are told. */
export interface FlowDays {
  /** Their rows; none before the first day. */
  readonly buyers: Uint32Array
  /** Of each day and buyer, for `placeOf`. */
  readonly bytes: Uint8Array
}

export type LiveTold = { readonly generation: number } & (
  | { readonly kind: 'opened'; readonly day: number; readonly cells: readonly Cell[] }
  /** A value a day for every cell, from day `from` on; and what sampled buyers did, where it was asked for. */
  | {
      readonly kind: 'days'
      readonly from: number
      readonly values: Float64Array
      readonly flow?: FlowDays | undefined
    }
  | { readonly kind: 'state'; readonly at: LiveState }
  /** The run has come to the day that was asked for, before its end. */
  | { readonly kind: 'reached'; readonly day: number }
  /** The run has come to its end, in a state with this hash. */
  | { readonly kind: 'ended'; readonly stateHash: string }
  | { readonly kind: 'broken'; readonly message: string }
)
