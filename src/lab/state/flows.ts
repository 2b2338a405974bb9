/** What sampled buyers of a world did, day by day, as it comes in. */
import { DAYS_A_WEEK } from '../../engine/index.ts'
import { FLOW_SAMPLE, gatesOf, type MarketInput } from '../../market/index.ts'
import type { FlowDays } from '../../web/index.ts'

export interface Flows {
  /** The first day that is looked at. */
  readonly first: number
  /** Rows of the venues of which sampled buyers have an account. */
  readonly about: readonly number[]
  /** Buyers of a day in `bytes`. */
  readonly width: number
  /** Rows of the buyers; undefined until they are known. */
  buyers: Uint32Array | undefined
  /** Of day d and buyer number n at `d * width + n`. */
  readonly bytes: Uint8Array
}

/** Weeks before the worlds may differ from which orders are looked at. */
const BEFORE = 8 * DAYS_A_WEEK

/** @param fork the first day on which the worlds may differ, and `policy` the one that may differ */
export function emptyFlows(input: MarketInput, policy: MarketInput, fork: number): Flows {
  const width = Math.min(FLOW_SAMPLE, input.size.buyers)
  const first = Math.max(0, fork - BEFORE)
  const shut = gatesOf(policy).filter(({ from }) => from > first)
  return {
    first,
    about: [...new Set(shut.map(({ venue }) => venue))],
    width,
    buyers: undefined,
    bytes: new Uint8Array(input.days * width),
  }
}

/** The flows of another world, which are the same before a day and come in from then on. */
export function branched({ first, about, width, buyers, bytes }: Flows, day: number): Flows {
  const other = new Uint8Array(bytes.length)
  other.set(bytes.subarray(0, day * width))
  return { first, about, width, buyers, bytes: other }
}

/** Takes days in. */
export function takeFlows(flows: Flows, from: number, told: FlowDays | undefined): void {
  if (told === undefined || told.buyers.length === 0) return
  flows.buyers ??= told.buyers
  flows.bytes.set(told.bytes, from * flows.width)
}
