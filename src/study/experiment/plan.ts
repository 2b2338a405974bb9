/** All runs of an experiment, in the order in which they are made. */
import { hashText } from '../../engine/index.ts'
import { BadInput } from '../../scenario/index.ts'
import { type DesignPoint, type FactorValue, pointsOf, valueAt } from '../design/index.ts'
import { PROGRAM } from '../program.ts'
import { seedOf } from '../seeds.ts'
import { drawnValue, setsOf } from './draws.ts'
import {
  type Experiment,
  experimentFingerprint,
  type Variant,
  type Varied,
  type VariedRow,
} from './experiment.ts'
import { asText } from './read-varied.ts'

/** A point of the design, with what it lays over each scenario. */
export interface PlannedPoint extends DesignPoint {
  /** Of each factor, for people and tables; of rows with ranges of their own the place between lowest and highest, 0 to 1. */
  readonly values: readonly FactorValue[]
  /** `path=value`, by number of the scenario. */
  readonly sets: readonly (readonly string[])[]
  /** The variant of the model; none where it is as it is. */
  readonly variant?: Variant
}

/** One seed at one point: what is run and kept as a whole. */
export interface PlannedRun {
  readonly point: number
  /** From 1; with the seed of the point it makes the seed of the run. */
  readonly replicate: number
  readonly seed: string
  /** Says all that the run depends on. */
  readonly key: string
}

export interface Plan {
  readonly fingerprint: string
  readonly points: readonly PlannedPoint[]
  /** Keys of the runs of each point, in order of the seeds; points that are one in all but name share theirs. */
  readonly keys: readonly (readonly string[])[]
  /** One seed of every point first, then the next: a study that is stopped knows something everywhere. */
  readonly runs: readonly PlannedRun[]
}

/** @param code the version of the code that runs, a part of every key */
export function planOf(experiment: Experiment, code: string = PROGRAM): Plan {
  const { design, varied, seed } = experiment
  if (design.kind === 'variants') return planAt(experiment, variantPoints(experiment), code)
  if (design.kind === 'posterior') return planAt(experiment, drawnPoints(experiment), code)
  const points = design.kind === 'given' ? [] : pointsOf(design, varied, seed)
  return planAt(
    experiment,
    points.map((point) => plannedAt(experiment, point)),
    code,
  )
}

/** A point of the design with what it lays over each scenario. */
export function plannedAt(experiment: Experiment, point: DesignPoint): PlannedPoint {
  const { varied, scenarios } = experiment
  const moved = movedAt(point, experiment)
  const laid = moved.flatMap(({ factor, at }) =>
    factor.rows.map((row) => ({ factor, row, value: valueAt(row.distribution, point.unit[at]) })),
  )
  const isMoved = (at: number) => moved.some((one) => one.at === at)
  return {
    ...point,
    values: varied.map((factor, at) =>
      isMoved(at) ? valueAt(factor.distribution, point.unit[at]) : writtenIn(factor),
    ),
    sets: scenarios.map((_, number) =>
      laid.flatMap(({ factor, row, value }) => setOf(factor, row, number, value)),
    ),
  }
}

/** The runs of an experiment at some points. */
export function planAt(
  experiment: Experiment,
  points: readonly PlannedPoint[],
  code: string = PROGRAM,
): Plan {
  const { seed, seeds } = experiment
  const fingerprint = experimentFingerprint(experiment)
  const replicates = Array.from({ length: seeds }, (_, before) => before + 1)
  const runs = replicates.flatMap((replicate) =>
    points.map(({ seedKey, sets, variant }, point): PlannedRun => {
      // The seeds of points that share one are those of a comparison, so that its kept baselines serve.
      const own = seedOf(seedKey === 0 ? seed : `${seed}/${seedKey}`, replicate)
      const key = hashText(
        JSON.stringify([code, fingerprint, sets, variant?.fingerprints ?? [], own]),
      )
      return { point, replicate, seed: own, key }
    }),
  )
  const keys = points.map((_, point) =>
    replicates.map((_, nth) => runs[nth * points.length + point].key),
  )
  return { fingerprint, points, keys, runs: once(runs) }
}

/** Every n-th run: the i-th of n parts, i from 1. Each has something of every stretch of the plan. */
export const partOf = (plan: Plan, index: number, of: number): Plan => ({
  ...plan,
  runs: plan.runs.filter((_, at) => at % of === index - 1),
})

/**
 * The run that a key means, or its beginning.
 * @throws BadInput where it means none, or several
 */
export function runCalled({ runs }: Plan, called: string): PlannedRun {
  const found = runs.filter(({ key }) => key.startsWith(called.trim()))
  if (found.length === 1) return found[0]
  throw new BadInput(
    found.length === 0
      ? `--only is ${called}: this study has no such run. Keys of runs that failed are the names of the files in the folder failed`
      : `--only is ${called}: ${found.length} runs begin so`,
  )
}

/** By its keys in their order a plan is known, whichever part of it is made. */
export const planHash = ({ runs }: Plan): string => hashText(runs.map(({ key }) => key).join(' '))

/** The model as it is, then each variant, all with the same seeds. */
function variantPoints({ variants, scenarios }: Experiment): PlannedPoint[] {
  const point = { unit: [], seedKey: 0, values: [], sets: scenarios.map(() => []) }
  return [
    { ...point, key: AS_IT_IS },
    ...variants.map((variant) => ({ ...point, key: variant.name, variant })),
  ]
}

/**
 * The draws of a fit, all with the same seeds: what differs between them is not of another seed.
 * @param beneath what is laid under them: `path=value`
 */
export function drawnPoints(
  { posterior, varied, scenarios }: Experiment,
  beneath: readonly string[] = [],
): PlannedPoint[] {
  return (posterior?.draws ?? []).map((draw, at) => {
    const sets = [...beneath, ...setsOf(draw, posterior!)]
    return {
      key: `draw ${at + 1}`,
      unit: [],
      seedKey: 0,
      values: varied.map((factor) => drawnValue(draw, factor)),
      sets: scenarios.map(() => sets),
    }
  })
}

/** The place of the model without a variant. */
export const AS_IT_IS = 'as it is'

/** The factors that a point lays over the scenarios: of one at a time that one alone, the others stand as they are written. */
function movedAt({ key }: DesignPoint, { design, varied }: Experiment) {
  const all = varied.map((factor, at) => ({ factor, at }))
  return design.kind === 'one-at-a-time'
    ? all.filter(({ factor }) => isLevelOf(key, factor.path))
    : all
}

/** Whether a point of one at a time moves the factor of this path. */
export const isLevelOf = (key: string, path: string): boolean => key.startsWith(`${path} at level `)

/** What the scenarios hold of a factor, of several rows the first. */
function writtenIn({ form, rows }: Varied): FactorValue {
  if (form === 'multiple') return 1
  return rows[0].written.find((value) => value !== undefined) ?? Number.NaN
}

/** Nothing where the scenario has no such value: settings of a policy in its baseline. */
function setOf(
  { form }: Varied,
  { path, written }: VariedRow,
  scenario: number,
  value: FactorValue,
): string[] {
  const held = written[scenario]
  if (held === undefined) return []
  if (form !== 'multiple') return [`${path}=${asText(value, form)}`]
  return [`${path}=${Number((Number(held) * Number(value)).toPrecision(12))}`]
}

/** Points that are one in all but name are run once. */
function once(runs: readonly PlannedRun[]): PlannedRun[] {
  const seen = new Set<string>()
  return runs.filter(({ key }) => {
    const first = !seen.has(key)
    seen.add(key)
    return first
  })
}
