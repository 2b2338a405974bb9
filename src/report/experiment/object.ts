/** What an experiment found, as one JSON object. */
import { asText, type ExperimentFound } from '../../study/index.ts'

/** `NaN` stands for no number, which JSON writes as null. */
export function experimentObject({ experiment, plan, known, outcomes }: ExperimentFound): object {
  const { title, question, design, varied, seeds, files } = experiment
  return {
    schema: 'pasar/experiment/1',
    title,
    question,
    scenarios: files,
    fingerprint: plan.fingerprint,
    design,
    seeds,
    runs: { asked: plan.runs.length, known },
    varied: varied.map(({ path, label, unit, distribution }) => ({
      path,
      label,
      unit,
      distribution,
    })),
    outcomes: outcomes.map(({ outcome, unit, points, missing, morris, sobol, cloud }) => ({
      ...outcome,
      unit,
      missing,
      points: points.map(({ point, values, mean, low, high, runs }) => ({
        place: point.key,
        values: values.map((value, factor) =>
          varied[factor].form === 'date' ? asText(value, 'date') : value,
        ),
        mean,
        low,
        high,
        runs,
      })),
      ...(morris === undefined ? {} : { morris }),
      ...(sobol === undefined
        ? {}
        : {
            sobol: {
              ...sobol,
              indices: sobol.indices.map(shortIndex),
              chance: sobol.chance && shortIndex(sobol.chance),
            },
          }),
      ...(cloud === undefined ? {} : { cloud }),
    })),
  }
}

type Index = NonNullable<ExperimentFound['outcomes'][number]['sobol']>['indices'][number]

const shortIndex = ({ group, first, total, rowsToTell }: Index) => ({
  group,
  first: { estimate: first.estimate, low: first.low, high: first.high },
  total: { estimate: total.estimate, low: total.low, high: total.high },
  rowsToTell,
})
