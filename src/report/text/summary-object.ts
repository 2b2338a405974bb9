/** The main results of a study as one small object, for other programs. A number that does not exist is null. */
import {
  type Answer,
  answersIn,
  cellsOf,
  type Effect,
  headlines,
  mainWindowOf,
} from '../../study/index.ts'
import { warningLines } from './proof-lines.ts'

/** The form of the object: raised when a reader of the old one would misread the new. */
export const SUMMARY_FORM = 'pasar/summary/1'

/** Headline effects of each policy in its main window; of a scenario alone its headline levels. */
export function summaryObject({ scenarios, question, ...answer }: Answer): object {
  const { effects, levels, results, stopped } = answer
  const [baseline, ...policies] = scenarios
  const cells = results[0]?.cells ?? []
  const { title } = scenarios[scenarios.length - 1]
  const last = levels.find(({ main }) => main)
  return {
    schema: SUMMARY_FORM,
    title,
    seed: question.seed,
    runs: question.runs,
    stopped,
    complete: results.length === scenarios.length * question.runs,
    baseline: baseline.name,
    policies: policies.flatMap((policy) => {
      const arm = question.policies.find(({ scenario }) => scenario === policy.name)!
      const main = mainWindowOf(effects, policy, question, answer.window)
      if (main === undefined) return []
      const { window, from, to } = main
      return [
        {
          ...{ name: policy.name, title: policy.title, window, from, to },
          warnings: warningLines(baseline, policy, arm).length > 0,
          effects: headlines(
            main.effects,
            cellsOf(results, policy.name),
            answersIn([policy.input]),
          ).map((effect) => ({
            ...rowOf(effect),
            baseline: effect.baseline,
            policy: effect.policy,
            difference: effect.difference,
            low: effect.low,
            high: effect.high,
            runs: effect.runs,
          })),
        },
      ]
    }),
    levels:
      policies.length > 0 || last === undefined
        ? null
        : {
            ...{ window: last.window, from: last.from, to: last.to },
            levels: headlines(last.levels, cells, answersIn([baseline.input])).map(
              ({ mean, low, high, runs, ...level }) => ({
                ...rowOf(level),
                ...{ mean, low, high, runs },
              }),
            ),
          },
  }
}

type Row = Pick<Effect, 'measure' | 'group' | 'unit' | 'members' | 'agents'>

const rowOf = ({ measure, group, unit, members, agents }: Row) => ({
  ...{ measure, group, unit },
  ...{ members, agents },
})
