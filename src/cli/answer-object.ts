/** The answer of a study as one object, for other programs. A number that does not exist is null. */
import { proofOf } from './answers.ts'
import type { Answer } from './printed.ts'
import { dateOfFork } from './question.ts'
import { unpairedParts } from './scenarios.ts'

export function answerObject(answer: Answer): object {
  const { scenarios, question, effects, levels, people, results, output, written, enough } = answer
  const forks = new Map(
    question.policies.map((arm) => [arm.scenario, arm.fork === 0 ? null : dateOfFork(arm)]),
  )
  const { title, question: asks } = scenarios[scenarios.length - 1]
  return {
    title,
    question: asks,
    seed: question.seed,
    runs: question.runs,
    stopped: enough.stopped,
    complete: results.length === scenarios.length * question.runs,
    output,
    written,
    scenarios: scenarios.map((scenario) => ({
      name: scenario.name,
      title: scenario.title,
      fingerprint: scenario.fingerprint,
      identicalUntil: forks.get(scenario.name) ?? null,
      unpaired: unpairedParts(scenarios[0], scenario.input),
      proof: proofOf(results, scenario.name) ?? null,
    })),
    ...(question.policies.length > 0
      ? {
          effects: flat(effects, 'effects'),
          why: flat(answer.why, 'contributions'),
          combinations: flat(answer.combined, 'combinations'),
          ...people,
        }
      : { levels: flat(levels, 'levels') }),
  }
}

const flat = <W extends object, K extends keyof W>(windows: readonly W[], key: K): object[] =>
  windows.flatMap(({ [key]: rows, ...dates }) =>
    (rows as unknown as object[]).map((row) => ({ ...dates, ...row })),
  )
