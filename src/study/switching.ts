/** Where the sales went: flows between venues from the baseline to the policy, over runs. */
import { type Interval, meanInterval } from './interval.ts'

export interface Flow {
  readonly scenario: string
  readonly window: string
  /** Flows of orders of the same occasions, or of sales of the same sellers. */
  readonly side: 'buyers' | 'sellers'
  /** A venue, `saved` where the baseline's occasion ended without a purchase, or `new`. */
  readonly from: string
  /** A venue, `saved` where the occasion now ends without a purchase, or `lost`. */
  readonly to: string
  readonly value: Interval
  readonly unit: string
  /** Of what left `from`, the share that went to `to`; absent where nothing moved. */
  readonly diversion?: Interval
  readonly runs: number
}

/** The same in one run; mRp a week. */
export interface RunFlow extends Pick<Flow, 'window' | 'side' | 'from' | 'to'> {
  readonly value: number
  readonly diversion: number
}

/** Flows of one policy over its runs. In a run without a flow it is zero. */
export function flows(scenario: string, runs: readonly (readonly RunFlow[])[]): Flow[] {
  const found = new Map<string, RunFlow>()
  const keyOf = ({ window, side, from, to }: RunFlow) => JSON.stringify([window, side, from, to])
  const byRun = runs.map((run) => new Map(run.map((flow) => [keyOf(flow), flow])))
  for (const flow of runs.flat()) if (!found.has(keyOf(flow))) found.set(keyOf(flow), flow)
  // What left a venue in a run: without any of it there is no share to speak of.
  const left = runs.map((run) => {
    const venues = new Set<string>()
    for (const flow of run) if (Number.isFinite(flow.diversion)) venues.add(originOf(flow))
    return venues
  })
  return [...found].map(([key, first]) => {
    const { window, side, from, to } = first
    const shares = byRun.flatMap((run, at) =>
      left[at].has(originOf(first)) ? [run.get(key)?.diversion ?? 0] : [],
    )
    const moved = from !== to && shares.length > 0
    return {
      scenario,
      window,
      side,
      from,
      to,
      value: meanInterval(byRun.map((run) => run.get(key)?.value ?? 0)),
      unit: 'mRp/week',
      ...(moved ? { diversion: meanInterval(shares) } : {}),
      runs: runs.length,
    }
  })
}

const originOf = ({ window, side, from }: RunFlow) => JSON.stringify([window, side, from])
