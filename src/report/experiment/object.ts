/** What an experiment found, as one JSON object. */
import { substanceKey } from '../../scenario/index.ts'
import {
  asText,
  EXPERIMENT_FORM,
  type ExperimentFound,
  type OutcomeFound,
} from '../../study/index.ts'
import { sensitivityOf } from './tables.ts'

/** Seven digits are more than runs tell; the tables hold all of them. */
const rounded = (value: number): number => Number(value.toPrecision(7))

const shortCloud = ({ correlations, ...numbers }: NonNullable<OutcomeFound['cloud']>) => ({
  ...Object.fromEntries(Object.entries(numbers).map(([name, of]) => [name, rounded(of)])),
  correlations: correlations.map(rounded),
})

/** `NaN` stands for no number, which JSON writes as null. */
export function experimentObject(found: ExperimentFound): object {
  const { experiment, plan, known, outcomes } = found
  const { name, title, question, design, varied, size, seeds, files, scenarios } = experiment
  return {
    schema: EXPERIMENT_FORM,
    name,
    title,
    question,
    scenarios: files,
    fingerprint: plan.fingerprint,
    compared: scenarios.map((scenario) => ({
      name: scenario.name,
      key: substanceKey(scenario.input),
    })),
    design,
    size,
    seeds,
    runs: { asked: plan.runs.length, known },
    varied: varied.map(({ path, label, unit, distribution }) => ({
      path,
      label,
      unit,
      distribution,
    })),
    points: plan.points.map(({ key, values }) => ({
      place: key,
      values: values.map((value, factor) =>
        varied[factor].form === 'date' ? asText(value, 'date') : value,
      ),
    })),
    outcomes: outcomes.map((one) => ({
      ...one.outcome,
      unit: one.unit,
      missing: one.missing,
      points: one.points.map(({ point, mean, low, high, runs }) => ({
        place: point.key,
        mean: rounded(mean),
        ...(Number.isFinite(low) ? { low: rounded(low), high: rounded(high) } : {}),
        runs,
      })),
      sensitivity: sensitivityOf(one, found).map(({ estimate, low, high, ...row }) => ({
        ...row,
        estimate: rounded(estimate),
        low: rounded(low),
        high: rounded(high),
      })),
      ...(one.emulator === undefined ? {} : { emulator: one.emulator }),
      ...(one.cloud === undefined ? {} : { cloud: shortCloud(one.cloud) }),
    })),
  }
}
