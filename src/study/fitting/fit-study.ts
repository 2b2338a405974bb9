/** A fit as a file asks for it: which parameters go with what was seen. */
import { keyOf, normalQuantile, seedKey, uniform } from '../../engine/index.ts'
import type { Entry, Experiment, OutcomeAsked } from '../experiment/index.ts'
import { distanceOf, type FitTarget } from '../fit/index.ts'
import {
  type Part,
  partName,
  partsOf,
  type Reading,
  statisticIn,
  type Target,
} from '../targets/index.ts'

export interface FitStudy {
  /** Its outcomes are the parts of the statistics, and its points come one after the other. */
  readonly experiment: Experiment
  /** Those that are fitted on. */
  readonly targets: readonly Target[]
  /** Those of the file that can fail and are not fitted on: what the draws give of them is evidence. */
  readonly checked: readonly Target[]
  /** The file that they are from. */
  readonly targetsFile: string
  /** Waves of history matching, and the points of each. */
  readonly waves: number
  readonly points: number
  /** Draws of a generation of ABC-SMC, generations, and proposals of one at most. */
  readonly draws: number
  readonly generations: number
  readonly most: number
  /** The largest distance that is accepted in the first generation; infinite: none is too large. */
  readonly tolerance: number
}

/** The parts of some targets, each once. */
export const partsFor = (targets: readonly Target[]): Part[] => [
  ...new Map(
    targets.flatMap(({ statistic }) => partsOf(statistic)).map((part) => [partName(part), part]),
  ).values(),
]

/** A part as an outcome of an experiment: its mean in the baseline. */
export const outcomeFor = (part: Part): OutcomeAsked => ({
  name: partName(part),
  policy: undefined,
  measure: part.measure,
  at: part.at,
  window: `${part.from} to ${part.to}`,
  of: 'level',
})

/** The targets as the estimators know them. */
export const fitTargetsOf = ({ targets }: Pick<FitStudy, 'targets'>): FitTarget[] =>
  targets.map(({ what, low, high, error }) => ({ name: what, low, high, error }))

/** The values of the targets in a run; NaN where it has none. */
export function valuesIn(
  { experiment, targets: fittedOn }: Pick<FitStudy, 'experiment' | 'targets'>,
  entry: Entry | undefined,
  targets: readonly Target[] = fittedOn,
): number[] {
  const places = new Map(experiment.outcomes.map(({ name }, at) => [name, at]))
  const run: Reading = {
    mean: (measure, from, to, at = {}) =>
      entry?.baseline[places.get(partName({ measure, from, to, at })) ?? -1] ?? Number.NaN,
  }
  return targets.map(({ statistic }) => statisticIn(statistic, run))
}

/** One unit of what does not matter: the error of a target, or half its band where that is all that is said. */
export const scalesOf = ({ targets }: Pick<FitStudy, 'targets'>): number[] =>
  targets.map(({ low, high, error }) => (error > 0 ? error : (high - low) / 2))

/**
 * The distance of a proposal from what was seen. What was seen has an error, and so has what the model is compared with: a normal
 * draw of each target's error is added to the run, the same for the same proposal. Without it draws would lie too close together.
 * Source: Wilkinson 2013.
 */
export function proposalDistance(
  fit: FitStudy,
  values: readonly number[],
  proposal: number,
): number {
  const key = keyOf(seedKey(fit.experiment.seed), 'error of targets')
  const seen = values.map(
    (value, k) => value + fit.targets[k].error * normalQuantile(uniform(key, proposal, k)),
  )
  return distanceOf(seen, fitTargetsOf(fit), scalesOf(fit))
}
