/** Tests whether values of one group of runs are those of another, run by run. */
import jstat from 'jstat'
import { mean, sampleStandardDeviation } from 'simple-statistics'
import { meanInterval } from './interval.ts'

export interface PairedTest {
  /** Mean of the differences with its 95 % interval. */
  readonly difference: number
  readonly low: number
  readonly high: number
  /** Two-sided probability of so large a |t| if the mean difference is zero. */
  readonly p: number
  readonly runs: number
}

/**
 * Student's paired t: t = mean / (s / sqrt(n)) with n - 1 degrees of freedom. Differences that are all the
 * same have no spread: then p is 1 where they are zero and 0 where they are not.
 */
export function pairedTest(differences: readonly number[]): PairedTest {
  const values = differences.filter(Number.isFinite)
  const { mean: difference, low, high } = meanInterval(values)
  return { difference, low, high, p: probability(values), runs: values.length }
}

function probability(values: readonly number[]): number {
  if (values.length < 2) return Number.NaN
  if (values.every((value) => value === 0)) return 1
  const error = sampleStandardDeviation(values as number[]) / Math.sqrt(values.length)
  if (error === 0) return 0
  return 2 * jstat.studentt.cdf(-Math.abs(mean(values as number[])) / error, values.length - 1)
}

/** The smallest mean difference that a test of `tests` at `level` together would have called real. */
export function detectable(differences: readonly number[], level: number, tests: number): number {
  const values = differences.filter(Number.isFinite)
  if (values.length < 2) return Number.NaN
  const error = sampleStandardDeviation(values as number[]) / Math.sqrt(values.length)
  return error === 0 ? 0 : jstat.studentt.inv(1 - level / tests / 2, values.length - 1) * error
}

/**
 * Holm's correction for many tests: the chance that any true hypothesis is rejected stays below the level,
 * however the tests depend on each other. In the order given; NaN stays NaN and counts as no test.
 */
export function holm(probabilities: readonly number[]): number[] {
  const order = probabilities
    .map((p, at) => ({ p, at }))
    .filter(({ p }) => !Number.isNaN(p))
    .sort((one, other) => one.p - other.p)
  const adjusted = new Array<number>(probabilities.length).fill(Number.NaN)
  let least = 0
  order.forEach(({ p, at }, rank) => {
    least = Math.max(least, Math.min(1, (order.length - rank) * p))
    adjusted[at] = least
  })
  return adjusted
}
