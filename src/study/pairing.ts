/** What pairing runs by seed is worth, and how sure the sign of an effect is. */
import jstat from 'jstat'
import { mean, sampleStandardDeviation, sampleVariance } from 'simple-statistics'

/**
 * The share of variance that pairing removes: 1 - var(policy - baseline) / (var(baseline) + var(policy)). Runs with
 * seeds of their own would have 0. NaN with fewer than two runs, or where runs do not differ at all.
 */
export function varianceRemoved(baseline: readonly number[], policy: readonly number[]): number {
  if (baseline.length < 2) return Number.NaN
  const apart = sampleVariance(baseline as number[]) + sampleVariance(policy as number[])
  const paired = sampleVariance(policy.map((value, run) => value - baseline[run]))
  return apart === 0 ? Number.NaN : 1 - paired / apart
}

/**
 * The probability that the mean effect is above zero, by Student's t with n - 1 degrees: above 0.975 exactly where
 * the 95 % interval lies above zero. NaN with fewer than two runs, or where nothing differs.
 */
export function probabilityPositive(differences: readonly number[]): number {
  if (differences.length < 2) return Number.NaN
  const middle = mean(differences as number[])
  const error = sampleStandardDeviation(differences as number[]) / Math.sqrt(differences.length)
  if (error === 0) return middle === 0 ? Number.NaN : middle > 0 ? 1 : 0
  return jstat.studentt.cdf(middle / error, differences.length - 1)
}
