/** What a fit found, as one JSON object. */
import { substanceKey } from '../../scenario/index.ts'
import { type FitFound, PROGRAM, valueAt } from '../../study/index.ts'

/** @param code the version of the code that made the runs */
export function fitObjectOf(found: FitFound, code: string): object {
  const { fit, course, draws, effective, marginals, targets, against, runs, leftOut } = found
  const { experiment } = fit
  return {
    schema: 'pasar/fit/1',
    pasar: PROGRAM,
    code,
    title: experiment.title,
    indonesian: experiment.indonesian.title,
    fingerprint: course.plan.fingerprint,
    baseline: {
      file: experiment.files[0],
      name: experiment.scenarios[0].name,
      fingerprint: experiment.scenarios[0].fingerprint,
      key: substanceKey(experiment.scenarios[0].input),
    },
    market: experiment.size,
    seed: experiment.seed,
    ended: course.ended ?? 'not finished',
    runs: { known: runs, 'without values': leftOut, broken: course.broken },
    waves: course.waves.map(({ number, left, rulesOut }) => ({ number, left, rulesOut })),
    generations: course.generations.map(({ population }) => ({
      tolerance: Number.isFinite(population.tolerance) ? population.tolerance : null,
      proposals: population.proposals,
      accepted: population.accepted.length,
    })),
    draws: draws.length,
    asked: fit.draws,
    effective,
    parameters: marginals.map(({ low, median, high, narrowed, moved }, factor) => {
      const { path, label, unit, distribution } = experiment.varied[factor]
      const at = (coordinate: number) => valueAt(distribution, coordinate)
      return {
        path,
        label,
        unit,
        before: [at(0), at(1)],
        after: [low, median, high].map(at),
        narrowed,
        moved,
      }
    }),
    targets: targets.map(({ target, isFittedOn, before, after, hitBefore, hitAfter }) => ({
      target: target.what,
      'fitted on': isFittedOn,
      origin: target.origin,
      unit: target.unit,
      band: [target.low, target.high],
      error: target.error,
      before: [before.low, before.median, before.high],
      after: [after.low, after.median, after.high],
      hit: { before: hitBefore, after: hitAfter },
    })),
    against,
  }
}
