/** The answer of a study as one object, for other programs. A number that does not exist is null. */
import { unpaired } from '../../scenario/index.ts'
import { type Answer, type Budget, dateOfFork, proofOf } from '../../study/index.ts'
import type { Kept } from './printed.ts'

/** The form of the object: raised when a reader of the old one would misread the new. */
export const ANSWER_FORM = 'pasar/answer/1'

export function answerObject(answer: Answer, kept?: Kept): object {
  const { scenarios, question, effects, levels, people, results, stopped } = answer
  const forks = new Map(
    question.policies.map((arm) => [arm.scenario, arm.fork === 0 ? null : dateOfFork(arm)]),
  )
  const { title, question: asks } = scenarios[scenarios.length - 1]
  return {
    schema: ANSWER_FORM,
    title,
    question: asks,
    seed: question.seed,
    runs: question.runs,
    stopped,
    complete: results.length === scenarios.length * question.runs,
    output: kept?.output ?? null,
    written: kept?.written ?? false,
    scenarios: scenarios.map((scenario) => ({
      name: scenario.name,
      title: scenario.title,
      fingerprint: scenario.fingerprint,
      identicalUntil: forks.get(scenario.name) ?? null,
      unpaired: unpaired(scenarios[0].input, scenario.input),
      proof: proofOf(results, scenario.name) ?? null,
    })),
    ...(question.policies.length > 0
      ? {
          effects: flat(effects, 'effects'),
          why: flat(answer.why, 'contributions'),
          combinations: flat(answer.combined, 'combinations'),
          budgets: answer.budgets.flatMap(({ budgets, ...dates }) =>
            budgets.map((budget) => ({ ...dates, ...budgetRow(budget) })),
          ),
          ...people,
        }
      : { levels: flat(levels, 'levels') }),
  }
}

const flat = <W extends object, K extends keyof W>(windows: readonly W[], key: K): object[] =>
  windows.flatMap(({ [key]: rows, ...dates }) =>
    (rows as unknown as object[]).map((row) => ({ ...dates, ...row })),
  )

const budgetRow = (budget: Budget) => {
  const { effect, percent, chance, parameters, possible, structure, hangsOn, hangsOnBy } = budget
  return {
    measure: effect.measure,
    group: effect.group,
    unit: percent ? '%' : effect.unit,
    chance,
    parameters: parameters ?? null,
    possible: possible ?? null,
    structure: structure ?? null,
    hangsOn: hangsOn?.map(({ outcome: _, ...row }) => row) ?? null,
    hangsOnBy: hangsOnBy ?? null,
    hangsOnFitted: budget.hangsOnFitted ?? null,
    hangsOnExplained: budget.hangsOnExplained ?? null,
  }
}
