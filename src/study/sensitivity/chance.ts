/** Which part of the spread of single runs is of their seeds. */
import {
  bootstrapKey,
  drawnRow,
  type Estimate,
  percentileInterval,
  RESAMPLING,
  type Resampling,
} from './bootstrap.ts'

/** Spread of an outcome between points and between the seeds of a point. */
export interface ChanceShare {
  /** Variance over seeds at a point, the mean over points. */
  readonly within: number
  /** Variance over points of the mean over all seeds; may come out a little below 0. */
  readonly between: number
  /** within / (within + between), from 0 to 1, with its interval over points: of single runs, not of means over seeds. */
  readonly share: Estimate
  /** Points with two runs or more: only these identify the variance between seeds. */
  readonly points: number
  readonly runs: number
  /** Runs without an outcome. */
  readonly leftOut: number
}

/** Sums of one point: runs, mean, squares about it. */
type Sums = readonly [runs: number, mean: number, squares: number]

/**
 * The share of chance from designs that run several seeds at each point: variance components of a one-way layout,
 *
 *     within = SSW / (N - P),    between = (SSB / (P - 1) - within) / n0,    n0 = (N - sum n^2 / N) / (P - 1)
 *
 * so that points may differ in how many of their runs have an outcome. Needs seeds that differ between points.
 * `outcomes` are rows of the seeds of a point. Source: Searle, Casella and McCulloch 1992, 3.6 (analysis of variance).
 */
export function chanceShare(
  outcomes: readonly (readonly number[])[],
  resampling: Resampling = RESAMPLING,
): ChanceShare {
  const known = outcomes.map((row) => row.filter(Number.isFinite))
  const points = known.filter((row) => row.length > 1).map(sumsOf)
  const all = outcomes.reduce((sum, row) => sum + row.length, 0)
  const runs = points.reduce((sum, [n]) => sum + n, 0)
  const leftOut = all - known.reduce((sum, row) => sum + row.length, 0)
  const parts = components(points)
  const key = bootstrapKey(resampling)
  const replicates = Array.from({ length: resampling.resamples }, (_, resample) =>
    shareOf(
      components(points.map((_, place) => points[drawnRow(key, resample, place, points.length)])),
    ),
  )
  const share = percentileInterval(shareOf(parts), replicates, resampling.level)
  return { ...parts, share, points: points.length, runs, leftOut }
}

function sumsOf(row: readonly number[]): Sums {
  const mean = row.reduce((sum, value) => sum + value, 0) / row.length
  return [row.length, mean, row.reduce((sum, value) => sum + (value - mean) ** 2, 0)]
}

const shareOf = ({ within, between }: { within: number; between: number }): number =>
  within / (within + Math.max(0, between))

function components(points: readonly Sums[]): { within: number; between: number } {
  let [runs, total, squaresOfRuns, inside] = [0, 0, 0, 0]
  for (const [n, mean, squares] of points) {
    runs += n
    total += n * mean
    squaresOfRuns += n * n
    inside += squares
  }
  const grand = total / runs
  const across = points.reduce((sum, [n, mean]) => sum + n * (mean - grand) ** 2, 0)
  const within = inside / (runs - points.length)
  const typical = (runs - squaresOfRuns / runs) / (points.length - 1)
  return { within, between: (across / (points.length - 1) - within) / typical }
}
