/** Where the sales went: flows between venues from the baseline to the policy, over runs. */
import { mean, sampleStandardDeviation } from 'simple-statistics'
import { type Interval, meanInterval, ratioInterval } from './interval.ts'

export interface Flow {
  readonly scenario: string
  readonly window: string
  /**
   * Flows of orders of the same occasions, or of sales of the same sellers; `market`: how the fall of all sales (`from`
   * all) is made up, by the same occasions.
   */
  readonly side: 'buyers' | 'sellers' | 'market'
  /** A venue, `saved` where the baseline's occasion ended without a purchase, `new`, or `all`. */
  readonly from: string
  /** A venue, `saved` where the occasion now ends without a purchase, `lost`, or of the market a row of `FALL`. */
  readonly to: string
  readonly value: Interval
  readonly unit: string
  /**
   * Of what left `from`, the share that went to `to`: the ratio of their means over runs. Absent where nothing left it in some run, or
   * no more than chance takes: where it went is told of a fall.
   */
  readonly diversion?: Interval
  readonly runs: number
}

/**
 * Of what the fall of all sales is made up: occasions that end without a purchase, that no longer arise, that newly arise (a
 * rise of sales), that are spent at other prices or on other goods, and the sales of buyers who are not followed.
 */
export const FALL = ['saved', 'lost', 'new', 'repriced', 'unfollowed'] as const

/** The same in one run; mRp a week. */
export interface RunFlow extends Pick<Flow, 'window' | 'side' | 'from' | 'to'> {
  readonly value: number
  /** What left `from` in all; 0 of what stayed. */
  readonly left: number
}

/** Flows of one policy over its runs. In a run without a flow it is zero. */
export function flows(scenario: string, runs: readonly (readonly RunFlow[])[]): Flow[] {
  const found = new Map<string, RunFlow>()
  const keyOf = ({ window, side, from, to }: RunFlow) => JSON.stringify([window, side, from, to])
  const byRun = runs.map((run) => new Map(run.map((flow) => [keyOf(flow), flow])))
  for (const flow of runs.flat()) if (!found.has(keyOf(flow))) found.set(keyOf(flow), flow)
  const left = runs.map(
    (run) => new Map(run.flatMap((flow) => (flow.left ? [[originOf(flow), flow.left]] : []))),
  )
  return [...found].map(([key, first]) => {
    const { window, side, from, to } = first
    const values = byRun.map((run) => run.get(key)?.value ?? 0)
    const wholes = left.map((run) => run.get(originOf(first)) ?? 0)
    const moved = from !== to && isFall(wholes)
    return {
      scenario,
      window,
      side,
      from,
      to,
      value: meanInterval(values),
      unit: 'mRp/week',
      ...(moved ? { diversion: withinWhole(ratioInterval(values, wholes)) } : {}),
      runs: runs.length,
    }
  })
}

/** Standard errors from nought beyond which a fall is told from what chance takes and brings. */
const BEYOND = 2

/** Whether something left in every run, and more than chance would take: a mean of what is above nought in some runs is no fall. */
function isFall(wholes: readonly number[]): boolean {
  if (!wholes.every((whole) => whole !== 0)) return false
  if (wholes.length < 2) return true
  return (
    Math.abs(mean([...wholes])) >
    BEYOND * (sampleStandardDeviation([...wholes]) / Math.sqrt(wholes.length))
  )
}

/** A share of a whole lies between nought and all of it, and so does its interval. */
const withinWhole = ({ mean: share, low, high }: Interval): Interval => ({
  mean: share,
  low: Math.min(share, Math.max(0, low)),
  high: Math.max(share, Math.min(1, high)),
})

const originOf = ({ window, side, from }: RunFlow) => JSON.stringify([window, side, from])
