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

/**
 * The mean of each group with its 95 % interval, where chance is taken to be as large in one group as in another: the variance
 * within groups is pooled, s^2 = sum of squares about the means over sum of (n - 1), which is also the degrees of freedom. Two
 * values a group would say next to nothing by themselves. NaN ends where no group has two values. Source: one-way
 * analysis of variance.
 */
export function pooledIntervals(groups: readonly (readonly number[])[]): Interval[] {
  const means = groups.map((values) => meanInterval(values).mean)
  let [squares, freedom] = [0, 0]
  for (const [group, values] of groups.entries()) {
    for (const value of values) squares += (value - means[group]) ** 2
    freedom += Math.max(0, values.length - 1)
  }
  return groups.map((values, group) => {
    if (freedom === 0 || values.length === 0)
      return { mean: means[group], low: Number.NaN, high: Number.NaN }
    return intervalOf(means[group], Math.sqrt(squares / freedom / values.length), freedom + 1)
  })
}
