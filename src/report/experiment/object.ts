/** What an experiment found, as one JSON object. */
import { substanceKey } from '../../scenario/index.ts'
import { asText, EXPERIMENT_FORM, type ExperimentFound } from '../../study/index.ts'
import { sensitivityOf } from './tables.ts'

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
    outcomes: outcomes.map((one) => ({
      ...one.outcome,
      unit: one.unit,
      missing: one.missing,
      points: one.points.map(({ point, values, mean, low, high, runs }) => ({
        place: point.key,
        values: values.map((value, factor) =>
          varied[factor].form === 'date' ? asText(value, 'date') : value,
        ),
        mean,
        low,
        high,
        runs,
      })),
      sensitivity: sensitivityOf(one, found),
      ...(one.cloud === undefined ? {} : { cloud: one.cloud }),
    })),
  }
}
