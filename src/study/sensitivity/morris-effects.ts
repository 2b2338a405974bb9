/** Which factors matter at all, from few runs. */
import { mean, sampleStandardDeviation } from 'simple-statistics'
import type { DesignPoint, Factor } from '../design/point.ts'
import { bootstrapped, type Estimate, RESAMPLING, type Resampling } from './bootstrap.ts'

/** Elementary effects of one factor, in units of the outcome per whole range of the factor. */
export interface MorrisEffect {
  readonly path: string
  /** Mean effect, with its sign. */
  readonly mean: number
  /** mu*: the mean size of the effect, by which factors are ranked, with its interval over trajectories. */
  readonly size: Estimate
  /** sigma, the standard deviation of the effects: large where the factor acts in curves or together with others. */
  readonly spread: number
  /** Effects that it is the mean of. */
  readonly effects: number
}

export interface MorrisAnalysis {
  readonly effects: readonly MorrisEffect[]
  /** Runs without an outcome: each takes the one or two effects with it that it is an end of. */
  readonly leftOut: number
}

/**
 * Elementary effects d_j = (f(x + step of factor j) - f(x)) / step of the trajectories of `morris`, outcomes in the order of
 * its points, and their mean, mean size mu* and standard deviation. Of a linear model mu* is the coefficient times the
 * range, and sigma 0. Source: Morris 1991; mu* of Campolongo, Cariboni and Saltelli 2007.
 */
export function morrisEffects(
  factors: readonly Factor[],
  points: readonly DesignPoint[],
  outcomes: ArrayLike<number>,
  resampling: Resampling = RESAMPLING,
): MorrisAnalysis {
  const found: number[][] = factors.map(() => [])
  for (let point = 1; point < points.length; point++) {
    // The first point of a trajectory is no step from the last one of that before.
    if (points[point].seedKey !== points[point - 1].seedKey) continue
    const [before, after] = [points[point - 1].unit, points[point].unit]
    const factor = after.findIndex((unit, k) => unit !== before[k])
    const effect = (outcomes[point] - outcomes[point - 1]) / (after[factor] - before[factor])
    if (Number.isFinite(effect)) found[factor].push(effect)
  }
  const leftOut = points.filter((_, point) => !Number.isFinite(outcomes[point])).length
  const effects = factors.map(({ path }, factor) => effectOf(path, found[factor], resampling))
  return { effects, leftOut }
}

function effectOf(path: string, effects: readonly number[], resampling: Resampling): MorrisEffect {
  if (effects.length === 0) {
    const none = { estimate: Number.NaN, low: Number.NaN, high: Number.NaN }
    return { path, mean: Number.NaN, size: none, spread: Number.NaN, effects: 0 }
  }
  const size = bootstrapped(
    effects.length,
    (rows) => rows.reduce((sum, row) => sum + Math.abs(effects[row]), 0) / rows.length,
    resampling,
  )
  const spread = effects.length > 1 ? sampleStandardDeviation([...effects]) : Number.NaN
  return { path, mean: mean([...effects]), size, spread, effects: effects.length }
}
