/** What the runs of an experiment say of its outcomes. Numbers alone; sentences and pictures are made by the report. */
import { quantile, sampleRankCorrelation } from 'simple-statistics'
import { MEASURES } from '../../market/index.ts'
import { type DesignPoint, type FactorValue, saltelliLayout } from '../design/index.ts'
import { type Interval, pooledIntervals } from '../interval.ts'
import {
  type Diagnostics,
  emulatedIndices,
  emulator,
  type MorrisAnalysis,
  morrisEffects,
  type SobolAnalysis,
  sobolIndices,
} from '../sensitivity/index.ts'
import type { Experiment, OutcomeAsked, Varied } from './experiment.ts'
import type { Entry } from './journal.ts'
import { isLevelOf, type Plan } from './plan.ts'

/** One point with what its seeds gave. */
export interface PointFound extends Interval {
  readonly point: DesignPoint
  readonly values: readonly FactorValue[]
  /** In order of the seeds; NaN where a run has no number. */
  readonly outcomes: readonly number[]
  /** Seeds that gave a number. */
  readonly runs: number
}

/** An outcome along one factor, the others in place. */
export interface ResponseFound {
  readonly factor: number
  readonly points: readonly PointFound[]
  /** The largest mean less the smallest. */
  readonly swing: number
}

/** Where the outcomes lie over all points, which stand for what is possible. */
export interface Cloud {
  readonly median: number
  /** 5 and 95 % of points. */
  readonly low: number
  readonly high: number
  /** Share of points with the sign of the median. */
  readonly sameSign: number
  /** Spearman's rank correlation of each factor with the outcome; NaN of words. */
  readonly correlations: readonly number[]
}

export interface OutcomeFound {
  readonly outcome: OutcomeAsked
  readonly unit: string
  readonly points: readonly PointFound[]
  /** Of grids of one factor and of one at a time, the largest swing first. */
  readonly responses: readonly ResponseFound[]
  readonly cloud?: Cloud
  readonly morris?: MorrisAnalysis
  /** By its own design, or of points that fill the space by way of the emulator. */
  readonly sobol?: SobolAnalysis
  /** How well the emulator predicts points from the others, where indices come from it. */
  readonly emulator?: Pick<Diagnostics, 'explained' | 'covered'>
  /** Runs that ended without a number: they are in no mean. */
  readonly missing: number
}

export interface ExperimentFound {
  readonly experiment: Experiment
  readonly plan: Plan
  /** Runs that are known, of those of the plan. */
  readonly known: number
  readonly outcomes: readonly OutcomeFound[]
}

export function experimentFound(
  experiment: Experiment,
  plan: Plan,
  entries: ReadonlyMap<string, Entry>,
): ExperimentFound {
  const known = plan.runs.filter(({ key }) => entries.has(key)).length
  return {
    experiment,
    plan,
    known,
    outcomes: experiment.outcomes.map((outcome, at) =>
      outcomeFound(experiment, plan, entries, outcome, at),
    ),
  }
}

/** The value of an outcome in one run; NaN where there is none. */
export function outcomeIn({ baseline, policy }: Entry, { of }: OutcomeAsked, at: number): number {
  const [before, after] = [baseline[at] ?? Number.NaN, policy[at] ?? Number.NaN]
  if (of === 'level') return before
  return of === 'percent' ? (100 * (after - before)) / before : after - before
}

function outcomeFound(
  experiment: Experiment,
  plan: Plan,
  entries: ReadonlyMap<string, Entry>,
  outcome: OutcomeAsked,
  at: number,
): OutcomeFound {
  const { design, varied } = experiment
  const points = pointsFound(plan, entries, outcome, at)
  const means = points.map(({ mean }) => mean)
  const asked = points.flatMap(({ outcomes }) => outcomes)
  const isCloud = design.kind === 'latin-hypercube' || design.kind === 'sobol-points'
  const cloud = isCloud ? cloudOf(varied, points) : undefined
  const emulated = isCloud ? emulatedIn(varied, points) : undefined
  return {
    outcome,
    unit:
      outcome.of === 'percent' ? '%' : MEASURES.find(({ name }) => name === outcome.measure)!.unit,
    points,
    responses: responsesOf(design.kind, varied, points),
    missing: asked.filter((value) => !Number.isFinite(value)).length,
    ...(cloud === undefined ? {} : { cloud }),
    ...(design.kind === 'morris' ? { morris: morrisEffects(varied, plan.points, means) } : {}),
    ...(design.kind === 'sobol'
      ? { sobol: sobolIndices(saltelliLayout(varied, design.chance !== false), means) }
      : {}),
    ...(emulated ?? {}),
  }
}

/** Points a factor from which an emulator is tried, and the most that it is fitted to: its making takes their cube. */
const POINTS_A_FACTOR = 5
const MOST_POINTS = 512

/** Indices from points that fill the space; none of too few or too many points, or where the outcome never differs. */
function emulatedIn(
  varied: readonly Varied[],
  points: readonly PointFound[],
): Pick<OutcomeFound, 'sobol' | 'emulator'> | undefined {
  const known = points.filter(({ mean }) => Number.isFinite(mean))
  const means = known.map(({ mean }) => mean)
  if (known.length < Math.max(20, POINTS_A_FACTOR * varied.length)) return undefined
  if (known.length > MOST_POINTS || means.every((mean) => mean === means[0])) return undefined
  const made = emulator(
    known.map(({ point }) => point.unit),
    known.map(({ outcomes }) => outcomes),
  )
  const { explained, covered } = made.diagnostics
  return { sobol: emulatedIndices(made, varied), emulator: { explained, covered } }
}

function pointsFound(
  { points, keys }: Plan,
  entries: ReadonlyMap<string, Entry>,
  outcome: OutcomeAsked,
  at: number,
): PointFound[] {
  const outcomes = points.map((_, number) =>
    keys[number].flatMap((key) => {
      const entry = entries.get(key)
      return entry === undefined ? [] : [outcomeIn(entry, outcome, at)]
    }),
  )
  const finite = outcomes.map((of) => of.filter(Number.isFinite))
  const intervals = pooledIntervals(finite)
  return points.map((point, number) => ({
    point,
    values: point.values,
    outcomes: outcomes[number],
    ...intervals[number],
    runs: finite[number].length,
  }))
}

function responsesOf(
  kind: Experiment['design']['kind'],
  varied: readonly Varied[],
  points: readonly PointFound[],
): ResponseFound[] {
  const response = (factor: number, along: readonly PointFound[]): ResponseFound => {
    const means = along.map(({ mean }) => mean).filter(Number.isFinite)
    return { factor, points: along, swing: Math.max(...means) - Math.min(...means) }
  }
  if (kind === 'grid' && varied.length === 1) return [response(0, points)]
  if (kind !== 'one-at-a-time') return []
  const turns = points.slice(1)
  return varied
    .map((_, factor) =>
      response(
        factor,
        turns.filter(({ point }) => isLevelOf(point.key, varied[factor].path)),
      ),
    )
    .sort((one, other) => other.swing - one.swing)
}

function cloudOf(varied: readonly Varied[], points: readonly PointFound[]): Cloud | undefined {
  const known = points.filter(({ mean }) => Number.isFinite(mean))
  if (known.length === 0) return undefined
  const means = known.map(({ mean }) => mean)
  const median = quantile(means, 0.5)
  return {
    median,
    low: quantile(means, 0.05),
    high: quantile(means, 0.95),
    sameSign: means.filter((mean) => Math.sign(mean) === Math.sign(median)).length / means.length,
    correlations: varied.map(({ form }, factor) =>
      form === 'word' || known.length < 3
        ? Number.NaN
        : sampleRankCorrelation(
            known.map(({ values }) => Number(values[factor])),
            means,
          ),
    ),
  }
}
