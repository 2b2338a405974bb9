/**
 * How the baseline stands against what was known before 4 October 2023: every target with its mean over runs and its
 * standard error. Nothing later is looked at.
 */
import { dayOfDate } from '../engine/index.ts'
import { type Scenario, withInput } from '../scenario/index.ts'
import { meanOf, placeOf } from './frame.ts'
import type { RunResult } from './results.ts'
import { type Reading, TARGETS, type Target } from './targets.ts'

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
      const cell = placeOf(run, measure, at)
      if (cell < 0) return Number.NaN
      return meanOf(run, cell, {
        from: Math.max(0, dayOfDate(from) - first),
        to: Math.min(run.days, dayOfDate(to) - first + 1),
      })
    },
  }
}

/** The day after the last one that a target looks at: nothing after 4 October 2023 is fitted to. */
const LAST = '2023-09-26'

/** A baseline cut to the days that targets look at. */
export function untilTargets(scenario: Scenario): Scenario {
  const { start, days } = scenario.input
  const last = dayOfDate(LAST) - dayOfDate(start)
  return withInput(scenario, { ...scenario.input, days: Math.min(days, last) })
}

/** Every target with its mean over runs. A target holds if the mean lies in its band. */
export function fitOf(runs: readonly RunResult[], targets: readonly Target[] = TARGETS): Fit[] {
  const readings = runs.map(readingOf)
  return targets.map((target) => {
    const values = readings.map((reading) => target.value(reading))
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
