/** What a fit found: draws, what of the parameters the data moved, and which targets stand against each other. */
import { sampleCorrelation, sampleRankCorrelation } from 'simple-statistics'
import type { Entry, PlannedPoint } from '../experiment/index.ts'
import { type Quantiles, quantilesOf } from '../facts/index.ts'
import {
  effectiveDraws,
  hitsOf,
  type Marginal,
  marginals,
  outside,
  type Population,
  pullsOf,
  type TargetHits,
} from '../fit/index.ts'
import type { Target } from '../targets/index.ts'
import { weightedQuantiles } from '../weighted.ts'
import type { FitCourse } from './carry-out-fit.ts'
import { type FitStudy, fitTargetsOf, scalesOf, valuesIn } from './fit-study.ts'

/** One set of parameters that goes with what was seen. */
export interface Draw {
  readonly point: PlannedPoint
  /** The weights of all draws add up to 1. */
  readonly weight: number
  readonly distance: number
  readonly seed: string
  /** Values of the targets in its run. */
  readonly values: readonly number[]
}

/** A target before anything was learnt (the points of the first wave) and over the draws. */
export interface TargetFound {
  readonly target: Target
  /** Whether it was fitted on; else it is a check. */
  readonly isFittedOn: boolean
  readonly before: Quantiles
  readonly after: Quantiles
  /** Shares of runs that hit it. */
  readonly hitBefore: number
  readonly hitAfter: number
}

/** Two targets of which one is missed by more where the other is missed by less. */
export interface Against {
  readonly targets: readonly [string, string]
  /** Correlation of how far both are missed over the points of the first wave. */
  readonly correlation: number
  /** Share of those points that hit both. */
  readonly both: number
}

/** Two parameters of which one is high in the draws where the other is high, or low. */
export interface Together {
  readonly factors: readonly [number, number]
  /** Spearman's rank correlation over the draws. */
  readonly correlation: number
}

export interface FitFound {
  readonly fit: FitStudy
  readonly course: FitCourse
  readonly draws: readonly Draw[]
  /** How many independent draws their weights are worth. */
  readonly effective: number
  /** One a parameter; none without draws. */
  readonly marginals: readonly Marginal[]
  readonly targets: readonly TargetFound[]
  /** Hits in the waves, and over the draws. */
  readonly hits: readonly TargetHits[]
  /** The strongest first. */
  readonly against: readonly Against[]
  /** Pairs of parameters that are told only together, the strongest first. */
  readonly together: readonly Together[]
  /** The draw in the middle of the others. */
  readonly central: Draw | undefined
  /** Runs that are known, and of these those in which a target has no value. */
  readonly runs: number
  readonly leftOut: number
}

export function fitFound(
  fit: FitStudy,
  course: FitCourse,
  entries: ReadonlyMap<string, Entry>,
): FitFound {
  const last = course.generations.at(-1)
  const population = last?.population
  const keys = new Map(course.plan.points.map(({ key }, at) => [key, course.plan.keys[at][0]]))
  const draws = (last?.points ?? []).map((point, row): Draw => {
    const entry = entries.get(keys.get(point.key)!)
    return {
      point,
      weight: population!.weights[row],
      distance: population!.distances[row],
      seed: entry?.seed ?? '',
      values: valuesIn(fit, entry),
    }
  })
  const first = course.values[0] ?? []
  const firstWave = course.plan.points.slice(0, first.length)
  const valueAt = ({ key }: PlannedPoint, target: Target): number =>
    valuesIn(fit, entries.get(keys.get(key)!), [target])[0]
  const targets = fitTargetsOf(fit)
  const after = draws.map(({ values }) => values)
  const hits = [
    ...course.waves.map((wave) => wave.hits),
    ...(draws.length > 0 ? [hitsOf(after, targets)] : []),
  ]
  const known = course.plan.runs.filter(({ key }) => entries.has(key))
  return {
    fit,
    course,
    draws,
    effective: population === undefined ? 0 : effectiveDraws(population),
    marginals: population === undefined ? [] : marginals(population),
    targets: [...fit.targets, ...fit.checked].map((target, k) =>
      targetFound(target, k < fit.targets.length, {
        before: firstWave.map((point) => valueAt(point, target)),
        after: draws.map(({ point }) => valueAt(point, target)),
        population,
      }),
    ),
    hits,
    against: againstIn(fit, first),
    together: togetherIn(fit, draws),
    central: centralOf(draws),
    runs: known.length,
    leftOut: known.filter(({ key }) => valuesIn(fit, entries.get(key)).some(Number.isNaN)).length,
  }
}

function targetFound(
  target: Target,
  isFittedOn: boolean,
  runs: {
    readonly before: readonly number[]
    readonly after: readonly number[]
    readonly population: Population | undefined
  },
): TargetFound {
  const { before, after, population } = runs
  const hit = (values: readonly number[]) =>
    hitsOf(
      values.map((value) => [value]),
      fitTargetsOf({ targets: [target] }),
    ).all
  return {
    target,
    isFittedOn,
    before: quantilesOf(before),
    after: weightedQuantiles(after, population?.weights ?? []),
    hitBefore: hit(before),
    hitAfter: hit(after),
  }
}

/** Below minus two standard errors of a correlation of nothing: what chance would seldom do. */
function againstIn(fit: FitStudy, runs: readonly (readonly number[])[]): Against[] {
  const targets = fitTargetsOf(fit)
  const scales = scalesOf(fit)
  const known = runs.filter((values) => values.every(Number.isFinite))
  const missed = targets.map((target, k) =>
    known.map((values) => outside(values[k], target) / scales[k]),
  )
  const varies = (column: readonly number[]) => column.some((value) => value !== column[0])
  const places = new Map(targets.map(({ name }, k) => [name, k]))
  return pullsOf(known, targets)
    .map(({ targets: pair, both }): Against => {
      const [a, b] = pair.map((name) => missed[places.get(name)!])
      const correlation = varies(a) && varies(b) ? sampleCorrelation(a, b) : Number.NaN
      return { targets: pair, correlation, both }
    })
    .filter(({ correlation }) => correlation < -2 / Math.sqrt(known.length))
    .sort((one, other) => one.correlation - other.correlation)
}

/** From this correlation on, or beyond what chance would seldom do with so few draws. */
const STRONG = 0.5

function togetherIn({ experiment }: FitStudy, draws: readonly Draw[]): Together[] {
  const columns = experiment.varied.map((_, k) => draws.map(({ point }) => point.unit[k]))
  const least = Math.max(STRONG, 3 / Math.sqrt(draws.length))
  return columns
    .flatMap((column, b) =>
      columns.slice(0, b).map(
        (other, a): Together => ({
          factors: [a, b],
          correlation: draws.length < 3 ? 0 : sampleRankCorrelation(other, column),
        }),
      ),
    )
    .filter(({ correlation }) => Math.abs(correlation) > least)
    .sort((one, other) => Math.abs(other.correlation) - Math.abs(one.correlation))
}

/** The draw whose distance to the others, by their weights, is the least: it is one that was run, and goes with what was seen as a whole. */
function centralOf(draws: readonly Draw[]): Draw | undefined {
  const far = ({ point }: Draw) =>
    draws.reduce(
      (sum, other) =>
        sum +
        other.weight *
          Math.sqrt(
            point.unit.reduce((square, x, k) => square + (x - other.point.unit[k]) ** 2, 0),
          ),
      0,
    )
  const distances = draws.map(far)
  return draws[distances.indexOf(Math.min(...distances))]
}
