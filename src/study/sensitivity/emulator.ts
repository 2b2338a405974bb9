/** A quick stand-in for the model: outcomes at parameters that were never run, with how sure that is. */
import { mean as meanOf, median, sampleVariance, standardDeviation } from 'simple-statistics'
import {
  type GaussianProcess,
  gaussianProcess,
  type LeftOut,
  type Prediction,
  type ProcessOptions,
} from './gaussian-process.ts'

export interface Emulated extends Prediction {
  /** Standard deviation of a single run about the mean at this point. */
  readonly noise: number
}

export interface Diagnostics {
  /** Every point that was used, predicted from the others. */
  readonly points: readonly LeftOut[]
  /** Share of the variance between points that the others predict: 1 all, 0 or less no better than their mean. */
  readonly explained: number
  /** Share of points within 1.96 standard deviations: 0.95 if the emulator knows what it does not know. */
  readonly covered: number
}

export interface Emulator {
  readonly surface: GaussianProcess
  /** Of the logarithm of the variance of noise; none where there is no noise, or too few points to estimate it. */
  readonly noiseSurface: GaussianProcess | undefined
  readonly diagnostics: Diagnostics
  readonly points: number
  /** Runs without an outcome. */
  readonly leftOut: number
  at(unit: readonly number[]): Emulated
}

/** Points below which noise is assumed to be the same everywhere. */
const POINTS_FOR_NOISE = 20

/** Length scales of log noise, in sides of the cube, where it is estimated from one run a point. */
const SLOPE = 5

/** Noise at one place counts for no less than this part of what it is at the median: a weight of 0 would rule all others out. */
const LEAST_NOISE = 1e-4

/**
 * An emulator of one outcome: a Gaussian process with polynomial trend of the mean (`gaussianProcess`) and a second one of the
 * log variance of single runs, so that chance may be larger in one corner than in another. `outcomes` has the runs of each
 * point of `units`, one or more (several seeds separate noise from misfit of the surface).
 * Source: stochastic kriging, Ankenman, Nelson and Staum 2010; from one run a point as in Goldberg, Williams and Bishop 1998.
 */
export function emulator(
  units: readonly (readonly number[])[],
  outcomes: readonly (readonly number[])[],
  options: Omit<ProcessOptions, 'weights'> = {},
): Emulator {
  const runs = outcomes.map((row) => row.filter(Number.isFinite))
  const rows = runs.flatMap((row, point) => (row.length > 0 ? [point] : []))
  const leftOut = outcomes.reduce((sum, row, k) => sum + row.length - runs[k].length, 0)
  const places = rows.map((row) => units[row])
  const known = rows.map((row) => runs[row])
  const values = known.map((row) => meanOf(row))
  const alike = gaussianProcess(places, values, {
    ...options,
    weights: known.map((r) => 1 / r.length),
  })
  const noise = noiseOf(places, known, alike)
  const surface =
    noise === undefined
      ? alike
      : gaussianProcess(places, values, {
          ...options,
          // Length scales belong to the mean; re-estimated here they would fit the noise.
          lengths: alike.shape.lengths,
          weights: weightsOf(places, known, noise),
        })
  const fitted = noise === undefined ? undefined : levelOf(places, noise, surface)
  return {
    surface,
    noiseSurface: noise?.surface,
    diagnostics: diagnosticsOf(values, surface.leaveOneOut()),
    points: rows.length,
    leftOut,
    at: (unit) => ({
      ...surface.predict(unit),
      noise: Math.sqrt(fitted === undefined ? constantNoise(known, surface) : fitted(unit)),
    }),
  }
}

interface NoiseSurface {
  readonly surface: GaussianProcess
  /** Whether it was estimated from several runs a point, which identify the level of noise too. */
  readonly measured: boolean
}

/** The variance of a run where it is the same everywhere: measured where it can be, else that of the fit. */
function constantNoise(known: readonly (readonly number[])[], surface: GaussianProcess): number {
  const several = known.filter((row) => row.length > 1)
  if (several.length === 0) return surface.noise
  const freedom = several.reduce((sum, row) => sum + row.length - 1, 0)
  return several.reduce((sum, row) => sum + (row.length - 1) * sampleVariance(row), 0) / freedom
}

/**
 * The log variance over the cube, from n runs a point: ln s^2 has mean ln sigma^2 + psi(nu/2) - ln(nu/2) and variance psi'(nu/2)
 * with nu = n - 1. From one run a point the squared standardised residuals of the first fit stand in, with nu = 1.
 */
function noiseOf(
  units: readonly (readonly number[])[],
  known: readonly (readonly number[])[],
  alike: GaussianProcess,
): NoiseSurface | undefined {
  const measured = known.filter((row) => row.length > 1).length >= known.length / 2
  const residuals = measured ? [] : alike.leaveOneOut()
  const squares = known.map((row, k) =>
    measured
      ? row.length > 1
        ? sampleVariance([...row])
        : Number.NaN
      : residuals[k].standardised ** 2,
  )
  const positive = squares.filter((square) => square > 0)
  if (positive.length < POINTS_FOR_NOISE) return undefined
  const floor = LEAST_NOISE * median(positive)
  const rows = squares.flatMap((square, k) => (Number.isFinite(square) ? [k] : []))
  const freedom = (k: number) => (measured ? known[k].length - 1 : 1)
  const surface = gaussianProcess(
    rows.map((k) => units[k]),
    rows.map((k) => Math.log(Math.max(floor, squares[k])) - logChiSquare(freedom(k)).mean),
    {
      trend: 'linear',
      // One run a point identifies no more than a slope; curvature would take misfit of the mean for noise.
      ...(measured ? {} : { lengths: Array(units[0].length).fill(SLOPE) }),
      weights: rows.map((k) => logChiSquare(freedom(k)).variance),
    },
  )
  return { surface, measured }
}

/** Mean and variance of ln(chi^2_nu / nu): psi(nu/2) - ln(nu/2) and psi'(nu/2), from those at 1/2 and 1 upwards. */
export function logChiSquare(freedom: number): { mean: number; variance: number } {
  const EULER = 0.5772156649015329
  const odd = freedom % 2 === 1
  let mean = odd ? -EULER - 2 * Math.LN2 : -EULER
  let variance = odd ? Math.PI ** 2 / 2 : Math.PI ** 2 / 6
  for (let x = odd ? 0.5 : 1; x < freedom / 2; x++) {
    mean += 1 / x
    variance -= 1 / x ** 2
  }
  return { mean: mean - Math.log(freedom / 2), variance }
}

/** The variance of the mean of each point's runs, relative to that of one run at a typical point. */
function weightsOf(
  units: readonly (readonly number[])[],
  known: readonly (readonly number[])[],
  { surface }: NoiseSurface,
): number[] {
  const logs = units.map((unit) => surface.predict(unit).mean)
  const middle = meanOf(logs)
  return logs.map((log, k) => Math.exp(log - middle) / known[k].length)
}

/** The variance of a single run over the cube: its course from the second surface, its level as measured or as the first one fits it. */
function levelOf(
  units: readonly (readonly number[])[],
  noise: NoiseSurface,
  surface: GaussianProcess,
): (unit: readonly number[]) => number {
  if (noise.measured) return (unit) => Math.exp(noise.surface.predict(unit).mean)
  const middle = meanOf(units.map((unit) => noise.surface.predict(unit).mean))
  return (unit) => surface.noise * Math.exp(noise.surface.predict(unit).mean - middle)
}

function diagnosticsOf(values: readonly number[], points: readonly LeftOut[]): Diagnostics {
  const n = values.length
  const missed = points.reduce((sum, { mean }, k) => sum + (values[k] - mean) ** 2, 0)
  // The mean of the others predicts a point n / (n - 1) times as far off as the mean of all.
  const spread = n > 1 ? n * (standardDeviation([...values]) * (n / (n - 1))) ** 2 : 0
  const inside = points.filter(({ standardised }) => Math.abs(standardised) <= 1.96).length
  return {
    points,
    explained: spread > 0 ? 1 - missed / spread : Number.NaN,
    covered: n > 0 ? inside / n : Number.NaN,
  }
}
