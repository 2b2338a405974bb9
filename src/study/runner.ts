/** Where runs happen is an interface: threads in a terminal, workers in a browser, or this very thread. */
import type { RunResult } from './results.ts'
import { type Bench, runTask } from './run-task.ts'
import { type Question, type Task, tasksOf } from './task.ts'
import type { RunPeople } from './watch.ts'

/** A run that broke: recorded, and not fatal to the others. */
export interface BrokenRun {
  readonly run: number
  readonly seed: string
  readonly message: string
}

export interface Listener {
  /** `file` is what the thread that ran it has made of it for a file, here and below. */
  result(result: RunResult, file?: Uint8Array): void
  broken(broken: BrokenRun): void
  /** Agents of a run under a policy and without it. */
  people?(people: RunPeople, file?: Uint8Array): void
  /** Days stepped so far, over all tasks. */
  progress?(days: number): void
}

export interface Runner {
  /** Runs every task; results arrive in any order. */
  run(tasks: readonly Task[], listener: Listener): Promise<void>
}

export interface Outcome {
  /** By scenario (the baseline first, then as asked) and number of run. */
  readonly results: readonly RunResult[]
  readonly broken: readonly BrokenRun[]
  /** Runs of worlds that only explain. */
  readonly aside: readonly RunResult[]
}

/**
 * Runs every scenario of a question with every seed. `listener` hears each result as it ends.
 * @param earlier what is known already, of the first runs: only the others are run
 */
export async function answer(
  question: Question,
  runner: Runner,
  listener: Partial<Listener> = {},
  earlier: Outcome = { results: [], broken: [], aside: [] },
): Promise<Outcome> {
  const results = [...earlier.results]
  const broken = [...earlier.broken]
  const aside = [...earlier.aside]
  const known = Math.max(0, ...[...results, ...broken].map(({ run }) => run))
  await runner.run(tasksOf(question).slice(known), {
    result(result, file) {
      if (result.aside) return void aside.push(result)
      results.push(result)
      listener.result?.(result, file)
    },
    broken(fault) {
      broken.push(fault)
      listener.broken?.(fault)
    },
    ...(listener.people === undefined ? {} : { people: listener.people }),
    ...(listener.progress === undefined ? {} : { progress: listener.progress }),
  })
  return {
    results: inOrder(results, question),
    aside,
    broken: broken.sort((a, b) => a.run - b.run),
  }
}

/** Sorts results by scenario, as the question names them, and run. */
function inOrder(results: readonly RunResult[], question: Question): RunResult[] {
  const arms = [question.baseline, ...question.policies].map(({ scenario }) => scenario)
  return [...results].sort(
    (one, other) =>
      arms.indexOf(one.scenario) - arms.indexOf(other.scenario) || one.run - other.run,
  )
}

/** Runs tasks one after another in this thread. */
export const inThisThread = (
  bench: Omit<Bench, 'keep' | 'keepPeople' | 'progress' | 'leads'>,
): Runner => ({
  async run(tasks, listener) {
    let days = 0
    const progress = () => listener.progress?.(++days)
    for (const task of tasks)
      try {
        runTask(task, {
          ...bench,
          keep: listener.result,
          ...(listener.people === undefined ? {} : { keepPeople: listener.people }),
          progress,
        })
      } catch (fault) {
        listener.broken({ run: task.run, seed: task.seed, message: messageOf(fault) })
      }
  },
})

const messageOf = (fault: unknown): string =>
  fault instanceof Error ? fault.message : String(fault)
