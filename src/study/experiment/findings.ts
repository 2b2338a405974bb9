/** What the runs of an experiment say of its outcomes. Numbers alone; sentences and pictures are made by the report. */
import { sampleVariance } from 'simple-statistics'
import { measureCalled } from '../../market/index.ts'
import { type DesignPoint, type FactorValue, saltelliLayout } from '../design/index.ts'
import { type Interval, pooledIntervals } from '../interval.ts'
import {
  type Diagnostics,
  emulatedIndices,
  emulator,
  LEAST_EXPLAINED,
  type MorrisAnalysis,
  morrisEffects,
  RESAMPLING,
  type SobolAnalysis,
  sobolConvergence,
  sobolIndices,
} from '../sensitivity/index.ts'
import { weightedQuantiles, weightedRankCorrelation, weightedSign } from '../weighted.ts'
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
  /** Whether its interval is of its own runs: else chance is pooled over points. */
  readonly isOwn: boolean
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
  /** Shares of points above and below nought: what has a median of nought has no sign. */
  readonly rising: number
  readonly falling: number
  /** Share of the variance between points that chance makes; NaN where a point has one seed. */
  readonly chance: number
  /** Spearman's rank correlation of each factor with the outcome; NaN of words, and of what cannot act on it. */
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
  /** The same from a quarter and from half of the base rows, of a design of its own. */
  readonly settling?: readonly SobolAnalysis[]
  /** How well the emulator predicts points from the others, where indices come from it; where it predicts too little there are none. */
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
  const acting = actingOn(experiment, outcome)
  const acts = new Set(acting.map((factor) => varied[factor].path))
  const isCloud = design.kind === 'latin-hypercube' || design.kind === 'sobol-points'
  const { posterior } = experiment
  const cloud = isCloud || posterior !== undefined ? cloudOf(experiment, points, acting) : undefined
  const emulated = isCloud ? emulatedIn(varied, points, acting) : undefined
  return {
    outcome,
    unit: outcome.of === 'percent' ? '%' : measureCalled(outcome.measure)!.unit,
    points,
    responses: responsesOf(design.kind, varied, points).filter(({ factor }) =>
      acting.includes(factor),
    ),
    missing: asked.filter((value) => !Number.isFinite(value)).length,
    ...(cloud === undefined ? {} : { cloud }),
    ...(design.kind === 'morris' ? { morris: morrisIn(varied, plan, means, acts) } : {}),
    ...(design.kind === 'sobol' ? sobolIn(experiment, means, acts) : {}),
    ...(emulated ?? {}),
  }
}

/**
 * The numbers of the factors that can act on an outcome. A setting of a policy that neither of its worlds has cannot: whatever
 * chance makes of it is left out.
 */
export const actingOn = (
  { scenarios, varied }: Pick<Experiment, 'scenarios' | 'varied'>,
  { policy }: Pick<OutcomeAsked, 'policy'>,
): number[] => {
  const worlds = [0, scenarios.findIndex(({ name }) => name === policy)]
  return varied.flatMap(({ rows }, factor) =>
    rows.some(({ written }) => worlds.some((world) => written[world] !== undefined)) ? factor : [],
  )
}

function morrisIn(
  varied: readonly Varied[],
  { points }: Plan,
  means: readonly number[],
  acts: ReadonlySet<string>,
): MorrisAnalysis {
  const { effects, ...rest } = morrisEffects(varied, points, means)
  return { ...rest, effects: effects.filter(({ path }) => acts.has(path)) }
}

function sobolIn(
  { design, varied }: Experiment,
  means: readonly number[],
  acts: ReadonlySet<string>,
): Pick<OutcomeFound, 'sobol' | 'settling'> {
  const withChance = design.kind === 'sobol' && design.chance !== false
  const layout = saltelliLayout(varied, withChance)
  const alone = new Set(varied.map(({ path }) => path))
  // A group of several acts if one of them does.
  const acting = ({ indices, ...rest }: SobolAnalysis): SobolAnalysis => ({
    ...rest,
    indices: indices.filter(({ group }) => !alone.has(group) || acts.has(group)),
  })
  const parts = sobolConvergence(layout, means, { ...RESAMPLING, resamples: 0 })
  return {
    sobol: acting(sobolIndices(layout, means)),
    settling: parts.slice(0, -1).map(acting),
  }
}

/** Points a factor from which an emulator is tried, and the most that it is fitted to: its making takes their cube. */
const POINTS_A_FACTOR = 5
const MOST_POINTS = 512

/** Indices from points that fill the space; none of too few or too many points, or where the outcome never differs. */
function emulatedIn(
  all: readonly Varied[],
  points: readonly PointFound[],
  acting: readonly number[],
): Pick<OutcomeFound, 'sobol' | 'emulator'> | undefined {
  const varied = acting.map((factor) => all[factor])
  const known = points.filter(({ mean }) => Number.isFinite(mean))
  const means = known.map(({ mean }) => mean)
  if (known.length < Math.max(20, POINTS_A_FACTOR * varied.length)) return undefined
  if (known.length > MOST_POINTS || means.every((mean) => mean === means[0])) return undefined
  const made = emulator(
    known.map(({ point }) => acting.map((factor) => point.unit[factor])),
    known.map(({ outcomes }) => outcomes),
  )
  const { explained, covered } = made.diagnostics
  const told = { emulator: { explained, covered } }
  return explained < LEAST_EXPLAINED ? told : { ...told, sobol: emulatedIndices(made, varied) }
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

/** By the weights of the draws, where points are draws. */
function cloudOf(
  { varied, posterior }: Experiment,
  points: readonly PointFound[],
  acting: readonly number[],
): Cloud | undefined {
  const known = points
    .map((point, at) => ({ ...point, weight: posterior?.draws[at].weight ?? 1 }))
    .filter(({ mean }) => Number.isFinite(mean))
  if (known.length === 0) return undefined
  const means = known.map(({ mean }) => mean)
  const weights = known.map(({ weight }) => weight)
  const { median, low, high } = weightedQuantiles(means, weights)
  return {
    ...{ median, low, high },
    sameSign: weightedSign(means, weights, Math.sign(median)),
    rising: weightedSign(means, weights, 1),
    falling: weightedSign(means, weights, -1),
    chance: chanceIn(points, posterior !== undefined),
    correlations: varied.map(({ form }, factor) =>
      form === 'word' || known.length < 3 || !acting.includes(factor)
        ? Number.NaN
        : weightedRankCorrelation(
            known.map(({ values }) => Number(values[factor])),
            means,
            weights,
          ),
    ),
  }
}

/**
 * The share of the variance between points that is of chance, from seeds at one point: s^2 / n of the mean of n seeds over the
 * variance of the means, at most 1. Where all points share their seeds, what a seed does everywhere parts no points, and is
 * taken out first. NaN where no two seeds are at a point.
 */
function chanceIn(points: readonly PointFound[], isShared: boolean): number {
  const seeds = Math.max(...points.map(({ outcomes }) => outcomes.length))
  const whole = points.filter(
    ({ outcomes }) => outcomes.length === seeds && outcomes.every(Number.isFinite),
  )
  if (seeds < 2 || whole.length < 2) return Number.NaN
  const middle = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const all = middle(whole.map(({ mean }) => mean))
  const everywhere = Array.from({ length: seeds }, (_, seed) =>
    isShared ? middle(whole.map(({ outcomes }) => outcomes[seed])) - all : 0,
  )
  const squares = whole.flatMap(({ mean, outcomes }) =>
    outcomes.map((value, seed) => (value - mean - everywhere[seed]) ** 2),
  )
  const freedom = (whole.length - (isShared ? 1 : 0)) * (seeds - 1)
  const within = squares.reduce((sum, square) => sum + square, 0) / freedom / seeds
  const between = sampleVariance(whole.map(({ mean }) => mean))
  return between === 0 ? Number.NaN : Math.min(1, within / between)
}
