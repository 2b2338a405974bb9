/**
 * How the baseline stands against what was seen of the market: every target with its mean over runs and its
 * standard error.
 */
import { dayOfDate } from '../engine/index.ts'
import { type Scenario, withInput } from '../scenario/index.ts'
import { meanOf, placeOf } from './frame.ts'
import type { RunResult } from './results.ts'
import type { AnswerOptions, Runner } from './runner.ts'
import { carryOut, type DesignOptions, designOf } from './study.ts'
import { partsOf, type Reading, type Stretch, statisticIn, type Target } from './targets/index.ts'

export interface Fit {
  readonly target: Target
  /** NaN where it cannot be tested. */
  readonly value: number
  /** Standard error over runs; NaN with one run. */
  readonly error: number
  /** What cannot be tested does not hold. */
  readonly holds: boolean
  /** Why there is no value: days of the target were not run, or nothing of it is measured in this market. */
  readonly untested?: 'days' | 'none'
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

/** Whether a run has every day of a stretch. */
const spans = ({ start, days }: RunResult, { from, to }: Stretch): boolean =>
  start <= from && dayOfDate(start) + days > dayOfDate(to)

/**
 * Every target with its mean over runs. A target holds if the mean lies in its band; of one whose days were not all run a
 * mean of the others says nothing.
 */
export function fitOf(runs: readonly RunResult[], targets: readonly Target[]): Fit[] {
  const readings = runs.map(readingOf)
  return targets.map((target) => {
    const parts = partsOf(target.statistic)
    const isRun = runs.length > 0 && runs.every((run) => parts.every((part) => spans(run, part)))
    if (!isRun)
      return { target, value: Number.NaN, error: Number.NaN, holds: false, untested: 'days' }
    const values = readings.map((reading) => statisticIn(target.statistic, reading))
    const value = values.reduce((sum, one) => sum + one, 0) / values.length
    const variance = values.reduce((sum, one) => sum + (one - value) ** 2, 0) / (values.length - 1)
    return {
      target,
      value,
      error: Math.sqrt(variance / values.length),
      holds: value >= target.low && value <= target.high,
      ...(Number.isNaN(value) ? { untested: 'none' } : {}),
    }
  })
}

/** A baseline held against targets. */
export interface Calibration {
  readonly fits: readonly Fit[]
  readonly coverage: readonly Coverage[]
  readonly runs: number
  /** Whether every run came to its end, and every target holds that is solved or set: others may be missed. */
  readonly holds: boolean
}

/** Runs a baseline over the days of its targets. */
export async function calibrated(
  baseline: Scenario,
  targets: readonly Target[],
  runner: Runner,
  options: Pick<DesignOptions, 'seed' | 'runs'> & AnswerOptions = {},
): Promise<Calibration> {
  const design = designOf([untilTargets(baseline, targets)], options)
  const { results, broken } = await carryOut(design, runner, options)
  const fits = fitOf(results, targets)
  return {
    fits,
    coverage: coverageOf(results, targets),
    runs: results.length,
    // What is fitted or predicted may be missed: that is a finding. What is solved or set may not.
    holds:
      broken.length === 0 &&
      fits.every(({ holds, target }) => holds || !['solved', 'set'].includes(target.origin)),
  }
}

/** What is modelled of the country beside the figure of the nation. Rows are of unlike coverage: they are not added up. */
export interface Coverage {
  readonly en: Words
  readonly id: Words
  readonly modelled: number
  /** NaN where no figure is known. */
  readonly low: number
  readonly high: number
}

interface Words {
  readonly what: string
  readonly unit: string
  readonly source: string
}

/** What the country has, and no figure of the nation is known of. */
const COURIERS = {
  en: {
    what: 'couriers, full-time',
    unit: 'm FTE',
    source: 'no count is known: parcels over an assumed number a courier delivers',
  },
  id: {
    what: 'kurir, setara penuh waktu',
    unit: 'm FTE',
    source: 'tidak ada hitungan: jumlah paket dibagi jumlah antaran tiap kurir, sebuah asumsi',
  },
} as const

/** Of the runs of a baseline; none where they do not span the days of the targets that are figures of the nation. */
export function coverageOf(runs: readonly RunResult[], targets: readonly Target[]): Coverage[] {
  const national = targets.filter((target) => target.national)
  const days = national.flatMap(({ statistic }) => partsOf(statistic))
  if (runs.length === 0 || days.length === 0) return []
  const [from, to] = [
    days.map((one) => one.from).sort()[0],
    days
      .map((one) => one.to)
      .sort()
      .at(-1)!,
  ]
  if (!runs.every((run) => spans(run, { from, to }))) return []
  const readings = runs.map(readingOf)
  const mean = (value: (run: Reading) => number) =>
    readings.reduce((sum, reading) => sum + value(reading), 0) / readings.length
  const couriers = mean((run) => run.mean('employment', from, to, { kind: 'courier' }) / 1e6)
  return [
    ...national.map(({ what, indonesian, unit, source, statistic, low, high }) => ({
      en: { what, unit, source },
      id: { what: indonesian, unit, source },
      modelled: mean((run) => statisticIn(statistic, run)),
      ...{ low, high },
    })),
    { ...COURIERS, modelled: couriers, low: Number.NaN, high: Number.NaN },
  ]
}
