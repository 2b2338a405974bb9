/** One response surface out of all that a Gaussian process holds possible. */
import { type Key, normalQuantile, uniform } from '../../engine/index.ts'
import { solve } from './cholesky.ts'
import { correlation, type Seen, type Solved } from './likelihood.ts'
import { dot, type Trend } from './trend.ts'

/** Waves of a surface drawn beforehand. */
const WAVES = 256

/** Degrees of freedom of the spectrum of Matern 5/2, which is a multivariate t. */
const FREEDOM = 5

/**
 * A surface that goes with what was seen, as a function: one drawn before anything was seen, f, corrected by what its own values at the
 * points would have been taken for,
 *
 *     f(x) + m(x; y) - m(x; f + noise),
 *
 * with m the prediction of the process from values at the points. Mean and variance over draws are those of the process, and
 * one draw is one function everywhere, so that a functional of the whole surface (an index) can be given with its uncertainty.
 * f is a sum of waves, sqrt(variance / W) sum a cos(w x) + b sin(w x) with w from the spectrum of Matern 5/2 (Rahimi and Recht 2007).
 * Source: Matheron's rule as in Wilson and others 2020.
 */
export function realisation(
  seen: Seen,
  trend: Trend,
  { shape, lower, weighted, information, alpha, coefficients, variance }: Solved,
  key: Key,
  number: number,
): (unit: readonly number[]) => number {
  const { units, weights } = seen
  const n = units.length
  let nth = 0
  const normal = () => normalQuantile(uniform(key, number, nth++))
  const before = surfaceBefore(shape.lengths, variance, normal)
  const noise = Math.sqrt(shape.nugget * variance)
  const values = Float64Array.from(
    units,
    (unit, row) => before(unit) + noise * Math.sqrt(weights[row]) * normal(),
  )
  const own = solve(
    information,
    trend.terms,
    weighted.map((column) => dot(column, values)),
  )
  const residuals = values.map((value, row) => value - dot(seen.trend[row], own))
  const pull = solve(lower, n, residuals).map((value, row) => alpha[row] - value)
  const terms = coefficients.map((value, term) => value - own[term])
  return (unit) => {
    let value = before(unit) + dot(trend.at(unit), terms)
    for (let row = 0; row < n; row++)
      value += pull[row] * correlation(unit, units[row], shape.lengths)
    return value
  }
}

function surfaceBefore(
  lengths: readonly number[],
  variance: number,
  normal: () => number,
): (unit: readonly number[]) => number {
  const factors = lengths.length
  const frequency = new Float64Array(WAVES * factors)
  const [cosine, sine] = [new Float64Array(WAVES), new Float64Array(WAVES)]
  for (let wave = 0; wave < WAVES; wave++) {
    let squares = 0
    for (let k = 0; k < FREEDOM; k++) squares += normal() ** 2
    const wide = Math.sqrt(FREEDOM / squares)
    for (let k = 0; k < factors; k++) frequency[wave * factors + k] = (wide * normal()) / lengths[k]
    cosine[wave] = normal()
    sine[wave] = normal()
  }
  const height = Math.sqrt(variance / WAVES)
  return (unit) => {
    let sum = 0
    for (let wave = 0; wave < WAVES; wave++) {
      let phase = 0
      for (let k = 0; k < factors; k++) phase += frequency[wave * factors + k] * unit[k]
      sum += cosine[wave] * Math.cos(phase) + sine[wave] * Math.sin(phase)
    }
    return height * sum
  }
}
