/** What a fit holds a model against. */

/** A statistic that was seen: in a band, or as a value (`low` = `high`) with its error. */
export interface FitTarget {
  readonly name: string
  readonly low: number
  readonly high: number
  /** Standard deviation of the error of what was seen, and of what the model cannot say at its best; 0 without it. */
  readonly error?: number
}

/** How far a value lies outside the band of a target, in its units; 0 inside. */
export const outside = (value: number, { low, high }: FitTarget): number =>
  value < low ? low - value : value > high ? value - high : Number.isNaN(value) ? value : 0

/**
 * The distance of a run from all targets: the root of the mean of squares of how far each statistic lies outside its band, in its
 * scale (one unit of what does not matter). 0 is a run that hits all; NaN where one has no value.
 */
export function distanceOf(
  values: readonly number[],
  targets: readonly FitTarget[],
  scales: readonly number[],
): number {
  const sum = targets.reduce(
    (sum, target, k) => sum + (outside(values[k], target) / scales[k]) ** 2,
    0,
  )
  return Math.sqrt(sum / targets.length)
}

export interface TargetHits {
  /** Share of the runs that hit each target, in their order. */
  readonly each: readonly number[]
  /** Share that hits all of them. */
  readonly all: number
  readonly runs: number
  /** Runs without a value for some target. */
  readonly leftOut: number
}

/** Which share of runs lies in the bands; within two errors of those that are values. Rows are runs, columns targets. */
export function hitsOf(
  runs: readonly (readonly number[])[],
  targets: readonly FitTarget[],
): TargetHits {
  const known = runs.filter((run) => run.every(Number.isFinite))
  const hit = known.map((run) => targets.map((target, k) => hits(run[k], target)))
  const share = (of: (row: readonly boolean[]) => boolean) => hit.filter(of).length / known.length
  return {
    each: targets.map((_, k) => share((row) => row[k])),
    all: share((row) => row.every(Boolean)),
    runs: known.length,
    leftOut: runs.length - known.length,
  }
}

const hits = (value: number, target: FitTarget): boolean =>
  outside(value, target) <= 2 * (target.error ?? 0)

/** Two targets, and how often runs hit them together. */
export interface Pull {
  readonly targets: readonly [string, string]
  readonly both: number
  /**
   * Share that hits both over what it would be if one said nothing of the other: 1 no bearing, above it they help each other, 0
   * they were never hit together. NaN where one was never hit.
   */
  readonly lift: number
}

/** Which targets pull against each other, from runs all over the space of parameters: pairs with the smallest lift first. */
export function pullsOf(
  runs: readonly (readonly number[])[],
  targets: readonly FitTarget[],
): Pull[] {
  const { each } = hitsOf(runs, targets)
  const pairs = targets.flatMap((_, b) => targets.slice(0, b).map((_, a) => [a, b] as const))
  const known = runs.filter((run) => run.every(Number.isFinite))
  return pairs
    .map(([a, b]): Pull => {
      const together = known.filter((run) => hits(run[a], targets[a]) && hits(run[b], targets[b]))
      const both = together.length / known.length
      return {
        targets: [targets[a].name, targets[b].name],
        both,
        lift: both / (each[a] * each[b]),
      }
    })
    .sort((one, other) => one.lift - other.lift || 0)
}
