/** A comparison over the draws of a fit: how far what is not known of the parameters leaves its answer open. */
import jstat from 'jstat'
import { sampleStandardDeviation } from 'simple-statistics'
import { MEASURES } from '../../market/index.ts'
import {
  type Change,
  changesOf,
  type HeldValue,
  type Scenario,
  valuesAt,
} from '../../scenario/index.ts'
import {
  type Entry,
  type Experiment,
  type ExperimentFound,
  experimentFound,
  type OutcomeAsked,
  outcomeIn,
  type Plan,
  type PlannedPoint,
  planAt,
  usualOutcomes,
} from '../experiment/index.ts'
import type { Quantiles } from '../facts/index.ts'
import { type Interval, meanInterval } from '../interval.ts'
import type { FiledDraw } from './draws-file.ts'
import { weightedQuantiles } from './fit-found.ts'

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
  readonly paths: readonly string[]
  readonly draws: readonly FiledDraw[]
}

/** A fitted parameter that a policy writes itself. */
export interface Kept {
  readonly path: string
  readonly scenario: string
  readonly change: Change
}

export interface OverDraws {
  readonly experiment: Experiment
  readonly plan: Plan
  /** The pairs at the draws alone. */
  readonly varied: Plan
  readonly draws: readonly FiledDraw[]
  /** Pairs with the values as they are written. */
  readonly runs: number
  /** Parameters that are laid over all worlds. */
  readonly laid: readonly string[]
  /** Those that are not, since a policy changes them: they stay as they are written in both worlds. */
  readonly kept: readonly Kept[]
}

/** The place of the values as they are written. */
const AS_WRITTEN = 'as written'

export function overDrawsOf(asked: OverDrawsAsked, code: string): OverDraws {
  const { files, scenarios, set, size, seed, runs, window, draws } = asked
  const kept = keptIn(asked)
  const laid = asked.paths.filter((path) => !kept.some((one) => one.path === path))
  const [base] = scenarios
  const outcomes = usualOutcomes(scenarios).map((outcome) => ({
    ...outcome,
    window: window ?? outcome.window,
  }))
  const experiment: Experiment = {
    name: `${scenarios.at(-1)!.name}-draws`,
    title: scenarios.at(-1)!.title,
    question: scenarios.at(-1)!.question,
    indonesian: scenarios.at(-1)!.indonesian,
    files,
    scenarios,
    varied: [],
    variants: [],
    design: { kind: 'given' },
    size,
    seed: seed ?? base.seed,
    seeds: 1,
    outcomes,
  }
  // All draws share a seed: what differs between them is not of another seed.
  const point = (key: string, sets: readonly string[]): PlannedPoint => ({
    key,
    unit: [],
    seedKey: 0,
    values: [],
    sets: files.map(() => [...set, ...sets]),
  })
  const written = planAt({ ...experiment, seeds: runs }, [point(AS_WRITTEN, [])], code)
  const varied = planAt(
    experiment,
    draws.map(({ values }, at) =>
      point(
        `draw ${at + 1}`,
        laid.map((path) => `${path}=${values[path]}`),
      ),
    ),
    code,
  )
  return {
    experiment,
    draws,
    runs,
    laid,
    kept,
    varied,
    plan: {
      fingerprint: written.fingerprint,
      points: [...written.points, ...varied.points],
      keys: [...written.keys, ...varied.keys],
      runs: [...written.runs, ...varied.runs.map((run) => ({ ...run, point: run.point + 1 }))],
    },
  }
}

/** What a policy changes of what was fitted. */
function keptIn({ paths, held, scenarios }: OverDrawsAsked): Kept[] {
  const [base, ...policies] = held
  return policies.flatMap((of, at) =>
    paths.flatMap((path): Kept[] => {
      const [change] = changesOf(valuesAt(path, base), valuesAt(path, of))
      return change === undefined ? [] : [{ path, scenario: scenarios[at + 1].name, change }]
    }),
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
  const { experiment, plan, draws } = asked
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
    const signed = values.map((value) => (Math.sign(value) === Math.sign(over.median) ? 1 : 0))
    return {
      outcome,
      unit:
        outcome.of === 'percent'
          ? '%'
          : MEASURES.find(({ name }) => name === outcome.measure)!.unit,
      written: interval,
      chance: {
        low: interval.mean - REACH * spread,
        median: interval.mean,
        high: interval.mean + REACH * spread,
      },
      draws: over,
      sameSign: weightedShare(signed, values, weights),
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

function weightedShare(
  hits: readonly number[],
  values: readonly number[],
  weights: readonly number[],
): number {
  const rows = values.flatMap((value, row) => (Number.isFinite(value) ? [row] : []))
  const whole = rows.reduce((sum, row) => sum + weights[row], 0)
  return rows.reduce((sum, row) => sum + weights[row] * hits[row], 0) / whole
}

/** The draws as a study whose points are they: what other answers of the same market and policy tell of parameters. */
export function drawsAsStudy(
  { asked, outcomes }: OverDrawsFound,
  entries: ReadonlyMap<string, Entry>,
): ExperimentFound {
  const found = experimentFound(asked.experiment, asked.varied, entries)
  return {
    ...found,
    outcomes: found.outcomes.map((one, at) => ({
      ...one,
      cloud: { ...outcomes[at].draws, sameSign: outcomes[at].sameSign, correlations: [] },
    })),
  }
}

/** F-test of the variance over draws against that of pairs at one point, one-sided at 5 %. */
function isWider(values: readonly number[], pairs: readonly number[]): boolean {
  if (values.length < 2 || pairs.length < 2) return false
  const [over, chance] = [values, pairs].map((of) => sampleStandardDeviation([...of]) ** 2)
  if (chance === 0) return over > 0
  return 1 - jstat.centralF.cdf(over / chance, values.length - 1, pairs.length - 1) < 0.05
}
