/** What was run, and with what: enough to run it again and to see whether it came out the same. */
import { describeDifferences, type Scenario, unpaired } from '../scenario/index.ts'
import {
  type BrokenRun,
  type Question,
  type RunResult,
  type Stopped,
  VERSION,
} from '../study/index.ts'

/** The version of this file's form, raised when a reader of the old form would misread the new one. */
export const FORM = 1

export interface Carried {
  readonly command: readonly string[]
  readonly scenarios: readonly Scenario[]
  readonly question: Question
  readonly results: readonly RunResult[]
  readonly broken: readonly BrokenRun[]
  /** What ended it: the runs asked for, their precision, or a cap. */
  readonly stopped: Stopped
  readonly files: readonly string[]
  /** When the study began. */
  readonly date: Date
  readonly milliseconds: number
}

export function manifest(carried: Carried): string {
  const { scenarios, question, results, broken, stopped, files, date, command, milliseconds } =
    carried
  const forks = new Map(question.policies.map(({ scenario, fork }) => [scenario, fork]))
  const asked = scenarios.length * question.runs
  const content = {
    pasar: VERSION,
    form: FORM,
    node: process.version,
    title: scenarios.at(-1)?.title,
    command,
    date: date.toISOString(),
    seconds: Math.round(milliseconds / 100) / 10,
    complete: results.length === asked,
    seed: question.seed,
    runs: {
      asked: question.runs,
      scenarios: scenarios.length,
      complete: results.length,
      stopped,
    },
    broken,
    files,
    results: results.map(({ scenario, run, seed, days, stateHash, milliseconds: spent }) => ({
      scenario,
      run,
      seed,
      days,
      stateHash,
      seconds: Math.round(spent) / 1000,
    })),
    scenarios: scenarios.map(({ name, title, question: asks, fingerprint, input }) => ({
      name,
      title,
      question: asks,
      fingerprint,
      ...(forks.has(name)
        ? {
            fork: forks.get(name),
            differences: describeDifferences(scenarios[0].input, input),
            unpaired: unpaired(scenarios[0].input, input),
          }
        : {}),
      input,
    })),
  }
  return `${JSON.stringify(content, null, 1)}\n`
}
