/** The answer of a study as one object, for other programs. A number that does not exist is null. */
import { type Answer, identicalUntil } from './printed.ts'

export function answerObject(answer: Answer): object {
  const { scenarios, question, effects, levels, people, results, output } = answer
  const forks = new Map(question.policies.map((arm) => [arm.scenario, identicalUntil(arm)]))
  const { title, question: asks } = scenarios[scenarios.length - 1]
  return {
    title,
    question: asks,
    seed: question.seed,
    runs: question.runs,
    complete: results.length === scenarios.length * question.runs,
    output,
    scenarios: scenarios.map((scenario) => ({
      name: scenario.name,
      title: scenario.title,
      fingerprint: scenario.fingerprint,
      identicalUntil: forks.get(scenario.name) ?? null,
    })),
    ...(question.policies.length > 0
      ? { effects: flat(effects, 'effects'), ...people }
      : { levels: flat(levels, 'levels') }),
  }
}

const flat = <W extends object, K extends keyof W>(windows: readonly W[], key: K): object[] =>
  windows.flatMap(({ [key]: rows, ...dates }) =>
    (rows as unknown as object[]).map((row) => ({ ...dates, ...row })),
  )
