/**
 * How the baseline stands against what was seen of the market: every target with its mean over runs and its
 * standard error.
 */
import { dayOfDate } from '../engine/index.ts'
import { type Scenario, withInput } from '../scenario/index.ts'
import { meanOf, placeOf } from './frame.ts'
import type { RunResult } from './results.ts'
import { partsOf, type Reading, statisticIn, type Target } from './targets/index.ts'

export interface Fit {
  readonly target: Target
  readonly value: number
  /** Standard error over runs; NaN with one run. */
  readonly error: number
  readonly holds: boolean
}

/** Reads means over dates, both included, from a run. */
export function readingOf(run: RunResult): Reading {
  const first = dayOfDate(run.start)
  return {
    mean(measure, from, to, at) {
      const cell = placeOf(run, { name: measure }, at)
      if (cell < 0) return Number.NaN
      return meanOf(run, cell, {
        from: Math.max(0, dayOfDate(from) - first),
        to: Math.min(run.days, dayOfDate(to) - first + 1),
      })
    },
  }
}

/** The last day that targets look at, as days since 1970. */
export const lastDayOf = (targets: readonly Target[]): number =>
  Math.max(...targets.flatMap(({ statistic }) => partsOf(statistic).map(({ to }) => dayOfDate(to))))

/** A baseline cut to the days that targets look at. */
export function untilTargets(scenario: Scenario, targets: readonly Target[]): Scenario {
  const { start, days } = scenario.input
  const last = lastDayOf(targets) + 1 - dayOfDate(start)
  return withInput(scenario, { ...scenario.input, days: Math.max(1, Math.min(days, last)) })
}

/** Every target with its mean over runs. A target holds if the mean lies in its band. */
export function fitOf(runs: readonly RunResult[], targets: readonly Target[]): Fit[] {
  const readings = runs.map(readingOf)
  return targets.map((target) => {
    const values = readings.map((reading) => statisticIn(target.statistic, reading))
    const value = values.reduce((sum, one) => sum + one, 0) / values.length
    const variance = values.reduce((sum, one) => sum + (one - value) ** 2, 0) / (values.length - 1)
    return {
      target,
      value,
      error: Math.sqrt(variance / values.length),
      holds: value >= target.low && value <= target.high,
    }
  })
}
