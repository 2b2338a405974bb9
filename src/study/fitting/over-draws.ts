/** A comparison over the draws of a fit: how far what is not known of the parameters leaves its answer open. */
import jstat from 'jstat'
import { sampleStandardDeviation } from 'simple-statistics'
import { measureCalled } from '../../market/index.ts'
import { BadInput, type HeldValue, type Scenario } from '../../scenario/index.ts'
import {
  drawn,
  drawnPoints,
  type Entry,
  type Experiment,
  type ExperimentFound,
  experimentFound,
  type FiledDraw,
  type OutcomeAsked,
  outcomeIn,
  type Plan,
  type Posterior,
  planAt,
  posteriorOf,
  usualOutcomes,
} from '../experiment/index.ts'
import type { Quantiles } from '../facts/index.ts'
import { type Interval, meanInterval } from '../interval.ts'
import { weightedQuantiles, weightedSign } from '../weighted.ts'

export interface OverDrawsAsked {
  /** Paths of the scenarios, the baseline first. */
  readonly files: readonly string[]
  readonly scenarios: readonly Scenario[]
  /** What each scenario holds. */
  readonly held: readonly (readonly HeldValue[])[]
  /** Laid over all of them beneath the draws: `path=value`. */
  readonly set: readonly string[]
  readonly size: Experiment['size']
  readonly seed: string
  /** Pairs of runs with the values as they are written: they tell chance. */
  readonly runs: number
  readonly window: string | undefined
  /** The file of the draws, how many it has, its paths, and the draws that are run. */
  readonly file: string
  readonly of: number
  readonly paths: readonly string[]
  readonly draws: readonly FiledDraw[]
}

export interface OverDraws {
  readonly experiment: Experiment
  readonly plan: Plan
  /** The pairs at the draws alone. */
  readonly varied: Plan
  readonly posterior: Posterior
  /** Pairs with the values as they are written. */
  readonly runs: number
}

/** The place of the values as they are written. */
const AS_WRITTEN = 'as written'

export function overDrawsOf(asked: OverDrawsAsked, code: string): OverDraws {
  const { files, scenarios, held, set, size, seed, runs, window } = asked
  const posterior = posteriorOf(asked, scenarios, held)
  const { name, title, question, indonesian } = scenarios.at(-1)!
  const outcomes = usualOutcomes(scenarios).map((outcome) => ({
    ...outcome,
    window: window ?? outcome.window,
  }))
  const experiment: Experiment = {
    name: `${name}-draws`,
    ...{ title, question, indonesian, files, scenarios, size, seed, outcomes },
    ...drawn(posterior, held),
    variants: [],
    seeds: 1,
  }
  const asWritten = {
    ...{ key: AS_WRITTEN, unit: [], seedKey: 0, values: [] },
    sets: files.map(() => set),
  }
  const written = planAt({ ...experiment, seeds: runs }, [asWritten], code)
  const varied = planAt(experiment, drawnPoints(experiment, set), code)
  return {
    ...{ experiment, posterior, runs, varied },
    plan: {
      fingerprint: written.fingerprint,
      points: [...written.points, ...varied.points],
      keys: [...written.keys, ...varied.keys],
      runs: [...written.runs, ...varied.runs.map((run) => ({ ...run, point: run.point + 1 }))],
    },
  }
}

/** @throws BadInput where no scenario has the main window */
export function refuseWindow({ experiment: { scenarios, outcomes } }: OverDraws): void {
  const known = scenarios.flatMap(({ windows }) => windows.map(({ name }) => name))
  const [{ window }] = outcomes
  if (window !== undefined && !known.includes(window))
    throw new BadInput(
      `--window is ${window}, which is no window of these scenarios\nthey have: ${known.join(', ') || 'none'}`,
    )
}

export interface OutcomeOverDraws {
  readonly outcome: OutcomeAsked
  readonly unit: string
  /** Of the pairs with the values as they are written: their mean with its 95 % interval. */
  readonly written: Interval
  /** Where 90 % of single such pairs lie, of chance alone: mean ± 1.645 standard deviations. */
  readonly chance: Quantiles
  /** Over the draws, by weight; each with a pair of runs, so that chance is in it too. */
  readonly draws: Quantiles
  /** Share of the weight of the draws that has the sign of their median. */
  readonly sameSign: number
  /** Whether the draws vary by more than chance would make them. */
  readonly isWider: boolean
  /** In order of the draws; NaN where there is none. */
  readonly values: readonly number[]
}

export interface OverDrawsFound {
  readonly asked: OverDraws
  readonly known: number
  readonly outcomes: readonly OutcomeOverDraws[]
  /** Draws with a number, and how many independent ones their weights are worth. */
  readonly used: number
  readonly effective: number
}

/** 5 and 95 % of a normal distribution, in standard deviations. */
const REACH = 1.645

export function overDrawsFound(
  asked: OverDraws,
  entries: ReadonlyMap<string, Entry>,
): OverDrawsFound {
  const { experiment, plan, posterior } = asked
  const { draws } = posterior
  const [written, ...varied] = plan.keys
  const outcomes = experiment.outcomes.map((outcome, at): OutcomeOverDraws => {
    const valueIn = (key: string) => {
      const entry = entries.get(key)
      return entry === undefined ? Number.NaN : outcomeIn(entry, outcome, at)
    }
    const pairs = written.map(valueIn).filter(Number.isFinite)
    const values = varied.map(([key]) => valueIn(key))
    const weights = draws.map(({ weight }) => weight)
    const over = weightedQuantiles(values, weights)
    const interval = meanInterval(pairs)
    const spread = pairs.length > 1 ? sampleStandardDeviation(pairs) : Number.NaN
    return {
      outcome,
      unit: outcome.of === 'percent' ? '%' : measureCalled(outcome.measure)!.unit,
      written: interval,
      chance: {
        low: interval.mean - REACH * spread,
        median: interval.mean,
        high: interval.mean + REACH * spread,
      },
      draws: over,
      sameSign: weightedSign(values, weights, Math.sign(over.median)),
      isWider: isWider(values.filter(Number.isFinite), pairs),
      values,
    }
  })
  const used = draws.filter((_, row) => outcomes.some(({ values }) => Number.isFinite(values[row])))
  const sum = used.reduce((all, { weight }) => all + weight, 0)
  return {
    asked,
    known: plan.runs.filter(({ key }) => entries.has(key)).length,
    outcomes,
    used: used.length,
    effective: sum ** 2 / used.reduce((all, { weight }) => all + weight ** 2, 0),
  }
}

/** The draws as a study whose points they are: what other answers of the same market and policy tell of parameters. */
export const drawsAsStudy = (
  { asked }: OverDrawsFound,
  entries: ReadonlyMap<string, Entry>,
): ExperimentFound => experimentFound(asked.experiment, asked.varied, entries)

/** F-test of the variance over draws against that of pairs at one point, one-sided at 5 %. */
function isWider(values: readonly number[], pairs: readonly number[]): boolean {
  if (values.length < 2 || pairs.length < 2) return false
  const [over, chance] = [values, pairs].map((of) => sampleStandardDeviation([...of]) ** 2)
  if (chance === 0) return over > 0
  return 1 - jstat.centralF.cdf(over / chance, values.length - 1, pairs.length - 1) < 0.05
}
