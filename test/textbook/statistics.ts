/** The few tests of hypotheses that textbook tests need. */
import jstat from 'jstat'

const { chisquare, studentt } = jstat as unknown as {
  chisquare: { cdf(x: number, degreesOfFreedom: number): number }
  studentt: { cdf(x: number, degreesOfFreedom: number): number }
}

/** Probability of counts at least as far from the expected shares, by Pearson's chi-square. */
export function chiSquareP(counts: readonly number[], shares: readonly number[]): number {
  const total = counts.reduce((all, count) => all + count, 0)
  const scale = shares.reduce((all, share) => all + share, 0)
  const distance = counts.reduce((all, count, row) => {
    const expected = (total * shares[row]) / scale
    return all + (count - expected) ** 2 / expected
  }, 0)
  return chiSquareTail(distance, counts.length - 1)
}

export const chiSquareTail = (distance: number, degreesOfFreedom: number): number =>
  1 - chisquare.cdf(distance, degreesOfFreedom)

/** Whether two rows of counts come from one distribution: chi-square of homogeneity. */
export function sameSharesP(one: readonly number[], other: readonly number[]): number {
  const totals = [one, other].map((row) => row.reduce((all, count) => all + count, 0))
  let distance = 0
  one.forEach((count, row) => {
    const both = count + other[row]
    for (const [at, seen] of [count, other[row]].entries()) {
      const expected = (both * totals[at]) / (totals[0] + totals[1])
      distance += (seen - expected) ** 2 / expected
    }
  })
  return chiSquareTail(distance, one.length - 1)
}

/** Two-sided probability of a mean this far from `expected`, by Student's t. */
export function meanP(values: readonly number[], expected: number): number {
  const { mean, error } = meanAndError(values)
  return studentP((mean - expected) / error, values.length - 1)
}

/** Two-sided probability of a t at least as large. */
const studentP = (t: number, degreesOfFreedom: number): number =>
  2 * (1 - studentt.cdf(Math.abs(t), degreesOfFreedom))

export function meanAndError(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((all, value) => all + value, 0) / values.length
  const squares = values.reduce((all, value) => all + (value - mean) ** 2, 0)
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) }
}

/** Probability that two samples this far apart come from one distribution, by Kolmogorov and Smirnov. */
export function twoSampleKS(one: readonly number[], other: readonly number[]): number {
  const points = [...new Set([...one, ...other])].sort((a, b) => a - b)
  const below = (sample: readonly number[], point: number) =>
    sample.filter((value) => value <= point).length / sample.length
  const gap = Math.max(...points.map((point) => Math.abs(below(one, point) - below(other, point))))
  const scaled = gap * Math.sqrt((one.length * other.length) / (one.length + other.length))
  if (scaled < 0.2) return 1
  let p = 0
  for (let k = 1; k <= 100; k++) p += 2 * (-1) ** (k - 1) * Math.exp(-2 * k * k * scaled * scaled)
  return p
}

/**
 * Student's t of a drift over several runs: the slope of each run over 13-week means, relative to its level, by the
 * standard error of the mean slope between runs, which holds however strongly the weeks of a run hang together.
 * That error is at least 0.1 % of the level over the whole span, below which no drift matters.
 */
export function driftT(runs: readonly (readonly number[])[]): number {
  const { mean, error } = meanAndError(runs.map(drift))
  return mean / Math.max(error, 0.001)
}

/** Growth of a run over its span relative to its level, by the slope of its 13-week means. */
export function drift(weeks: readonly number[]): number {
  const blocks = Array.from(
    { length: Math.floor(weeks.length / 13) },
    (_, block) => meanAndError(weeks.slice(13 * block, 13 * block + 13)).mean,
  )
  return growth(blocks)
}

/**
 * Student's t of a bend in the middle over several pairs of runs that are alike until there: how much more the first of a pair
 * grows in its second half, less what it grew in its first, than the other does. The standard error is at least 0.1 %, as of
 * a drift.
 */
export function bendT(pairs: readonly Pair[]): number {
  const { mean, error } = bendOf(pairs)
  return mean / Math.max(error, 0.001)
}

/** The same bend as a share of the level, in the mean over pairs, with its standard error. */
export const bendOf = (pairs: readonly Pair[]): { mean: number; error: number } =>
  meanAndError(pairs.map(([one, other]) => kink(one) - kink(other)))

/** Weeks of two worlds that part in the middle. */
export type Pair = readonly [one: readonly number[], other: readonly number[]]

/** Growth of a run over its second half less that over its first, by slopes over weeks. */
function kink(weeks: readonly number[]): number {
  const half = Math.floor(weeks.length / 2)
  return growth(weeks.slice(half)) - growth(weeks.slice(0, half))
}

/** Growth over its span relative to its level, by the slope over weeks. */
function growth(weeks: readonly number[]): number {
  const level = meanAndError(weeks).mean
  const middle = (weeks.length - 1) / 2
  let [both, spread] = [0, 0]
  weeks.forEach((value, week) => {
    both += (week - middle) * (value - level)
    spread += (week - middle) ** 2
  })
  return ((both / spread) * weeks.length) / level
}
