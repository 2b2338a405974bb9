/** How far an estimate would move had other rows been drawn. */
import { quantile } from 'simple-statistics'
import { type Key, keyOf, seedKey, uniform } from '../../engine/index.ts'

/** An estimate with its interval; NaN where there is none. */
export interface Estimate {
  readonly estimate: number
  readonly low: number
  readonly high: number
}

export interface Resampling {
  /** Resamples of the rows. */
  readonly resamples: number
  /** The part of them that lies in the interval. */
  readonly level: number
  readonly seed: string
}

export const RESAMPLING: Resampling = { resamples: 1000, level: 0.95, seed: 'bootstrap' }

/** The key of all draws of a bootstrap. */
export const bootstrapKey = ({ seed }: Resampling): Key => keyOf(seedKey(seed), 'bootstrap')

/** The row at a position of a resample: `rows` rows, drawn with replacement, the same for every measure. */
export const drawnRow = (key: Key, resample: number, place: number, rows: number): number =>
  Math.floor(uniform(key, resample, place) * rows)

/** The percentile interval of replicates of an estimate (Efron 1979); replicates that do not exist are left out. */
export function percentileInterval(
  estimate: number,
  replicates: Iterable<number>,
  level: number,
): Estimate {
  const known = [...replicates].filter(Number.isFinite)
  if (known.length === 0) return { estimate, low: Number.NaN, high: Number.NaN }
  const [low, high] = quantile(known, [(1 - level) / 2, (1 + level) / 2])
  return { estimate, low, high }
}

/** A statistic of rows with its interval: the statistic gets numbers of rows, each as often as it is drawn. */
export function bootstrapped(
  rows: number,
  statistic: (rows: Int32Array) => number,
  resampling: Resampling,
): Estimate {
  const key = bootstrapKey(resampling)
  const drawn = Int32Array.from({ length: rows }, (_, row) => row)
  const estimate = statistic(drawn)
  const replicates = Float64Array.from({ length: resampling.resamples }, (_, resample) =>
    statistic(drawn.map((_, place) => drawnRow(key, resample, place, rows))),
  )
  return percentileInterval(estimate, replicates, resampling.level)
}
