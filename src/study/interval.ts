/** Intervals of a mean over runs. */
import jstat from 'jstat'
import { mean, sampleStandardDeviation } from 'simple-statistics'

export interface Interval {
  readonly mean: number
  readonly low: number
  readonly high: number
}

/**
 * The mean with its 95 % interval by Student's t: mean ± t(0.975, n - 1) s / sqrt(n). It is an interval of
 * the mean, not of the outcomes of single runs. With fewer than two values low and high are NaN.
 */
export function meanInterval(values: readonly number[]): Interval {
  if (values.length === 0) return { mean: Number.NaN, low: Number.NaN, high: Number.NaN }
  const middle = mean(values as number[])
  if (values.length < 2) return { mean: middle, low: Number.NaN, high: Number.NaN }
  const error = sampleStandardDeviation(values as number[]) / Math.sqrt(values.length)
  return intervalOf(middle, error, values.length)
}

/** The same of shares of a whole: a mean of them lies between nought and one, and so does its interval. */
export function shareInterval(shares: readonly number[]): Interval {
  const { mean: middle, low, high } = meanInterval(shares)
  return { mean: middle, low: Math.max(0, low), high: Math.min(1, high) }
}

/** The same from a mean, its standard error and the number of values (two or more). */
export function intervalOf(mean: number, error: number, values: number): Interval {
  const reach = error === 0 ? 0 : jstat.studentt.inv(0.975, values - 1) * error
  return { mean, low: mean - reach, high: mean + reach }
}

/**
 * The ratio of two means over the same runs, with its 95 % interval: R = mean(part) / mean(whole), and the standard error of
 * the residuals part - R whole over mean(whole) sqrt(n). Parts of one whole thus add up as their means do.
 */
export function ratioInterval(parts: readonly number[], wholes: readonly number[]): Interval {
  const whole = meanInterval(wholes).mean
  const ratio = meanInterval(parts).mean / whole
  const { low, high } = meanInterval(parts.map((part, run) => part - ratio * wholes[run]))
  return { mean: ratio, low: ratio + low / whole, high: ratio + high / whole }
}

/** Of a group: whether its interval is of its own values, since they lie much farther apart than those of others. */
export interface GroupInterval extends Interval {
  readonly isOwn: boolean
}

/**
 * The mean of each group with its 95 % interval, where chance is taken to be as large in one group as in another: the variance
 * within groups is pooled, s^2 = sum of squares about the means over sum of (n - 1), which is also the degrees of freedom. Two
 * values a group would say next to nothing by themselves. A group whose variance is too large for that stands by itself, so
 * that it does not pass for all. NaN ends where no group has two values. Source: one-way analysis of variance.
 */
export function pooledIntervals(groups: readonly (readonly number[])[]): GroupInterval[] {
  const spreads = groups.map((values): Spread => {
    const { mean } = meanInterval(values)
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
    return { mean, squares, freedom: Math.max(0, values.length - 1) }
  })
  const wild = wildOnes(spreads)
  const pool = spreads.filter((_, group) => !wild.has(group))
  const [squares, freedom] = [sumOf(pool, 'squares'), sumOf(pool, 'freedom')]
  return groups.map((values, group) => {
    const { mean } = spreads[group]
    if (wild.has(group)) return { ...meanInterval(values), isOwn: true }
    if (freedom === 0 || values.length === 0)
      return { mean, low: Number.NaN, high: Number.NaN, isOwn: false }
    const error = Math.sqrt(squares / freedom / values.length)
    return { ...intervalOf(mean, error, freedom + 1), isOwn: false }
  })
}

interface Spread {
  readonly mean: number
  readonly squares: number
  readonly freedom: number
}

const sumOf = (spreads: readonly Spread[], field: 'squares' | 'freedom'): number =>
  spreads.reduce((sum, one) => sum + one[field], 0)

/** How sure it must be that a variance is not that of the others. */
const SURE = 0.01

/**
 * Groups whose variance is too large a part of the sum of all, the largest first, each against those that are left: Cochran's
 * C with the upper bound of F and as many tests as groups. Source: Cochran 1941; ISO 5725-2.
 */
function wildOnes(spreads: readonly Spread[]): Set<number> {
  const wild = new Set<number>()
  const variance = ({ squares, freedom }: Spread) => squares / freedom
  for (;;) {
    const left = spreads.flatMap((one, group) =>
      one.freedom > 0 && !wild.has(group) ? [{ one, group }] : [],
    )
    if (left.length < 3) return wild
    const largest = left.reduce((a, b) => (variance(b.one) > variance(a.one) ? b : a))
    const others = left.filter((one) => one !== largest).map(({ one }) => one)
    const freedom = sumOf(others, 'freedom')
    const ratio = variance(largest.one) / (sumOf(others, 'squares') / freedom)
    const chance = 1 - jstat.centralF.cdf(ratio, largest.one.freedom, freedom)
    if (!(ratio > 1) || !(chance * left.length < SURE)) return wild
    wild.add(largest.group)
  }
}
