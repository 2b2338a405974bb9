/** Where runs happen is an interface: threads in a terminal, workers in a browser, or this very thread. */

import { type Baselines, suffices } from './kept-baseline.ts'
import { runsAsked } from './question.ts'
import type { FullRecord, RunRecord } from './record.ts'
import type { RunResult } from './results.ts'
import { type Host, needsOf, runTask } from './run-task.ts'
import { memoryStore, type Store } from './store.ts'
import { daysOf, type Keyed, type PolicyArm, type Question, type Task } from './task.ts'
import { tasksOf } from './tasks.ts'
import type { RunPeople } from './watch.ts'

/** A run that broke: recorded, and not fatal to the others. */
export interface BrokenRun {
  readonly run: number
  readonly seed: string
  readonly message: string
}

export interface Listener {
  /** A record that is now kept. Runners in this thread hand it over with its agents. */
  record(record: FullRecord): void
  broken(broken: BrokenRun): void
  /** Days done so far, over all tasks. */
  progress?(days: number): void
}

/** Tasks that are made when their turn comes; what comes of one may decide which is next. */
export interface Supply extends Iterable<Task> {
  /** Tasks at most, and buyers of their markets: by these threads are shared out. */
  readonly count: number
  readonly buyers: number
}

/** A list of tasks, or a supply, as a supply. */
export const supplyOf = (tasks: readonly Task[] | Supply): Supply =>
  'count' in tasks
    ? tasks
    : {
        count: tasks.length,
        buyers: Math.max(0, ...tasks.map(({ baseline }) => baseline.input.size.buyers)),
        [Symbol.iterator]: () => tasks[Symbol.iterator](),
      }

/** What a runner is given: tasks, and where their records go. */
export interface Work {
  readonly tasks: readonly Task[] | Supply
  readonly store: Store
  /** Baselines kept for other studies; none are looked up or kept where it is absent. */
  readonly baselines?: Baselines | undefined
  /** Ends the work; records that are kept by then stay. */
  readonly signal?: AbortSignal | undefined
}

export interface Runner {
  /**
   * Runs every task and puts its records into the store; they arrive in any order. A run that breaks is reported and does
   * not end the others.
   * @throws where a record cannot be kept
   */
  run(work: Work, listener: Listener): Promise<void>
  /** Ends its threads. A runner serves any number of studies before. */
  close(): Promise<void>
}

/** Works with the runner that is given, which outlives the work, or with one of its own, which ends with it. */
export async function withRunner<T>(
  given: Runner | undefined,
  make: () => Runner,
  work: (runner: Runner) => Promise<T>,
): Promise<T> {
  const runner = given ?? make()
  try {
    return await work(runner)
  } finally {
    if (given === undefined) await runner.close()
  }
}

export interface Outcome {
  /** By scenario (the baseline first, then as asked) and number of run. */
  readonly results: readonly RunResult[]
  readonly broken: readonly BrokenRun[]
  /** Runs of worlds that only explain. */
  readonly aside: readonly RunResult[]
  /** What became of agents, by policy and number of run. */
  readonly people: readonly RunPeople[]
  /** All of these as they are kept, in the same order. */
  readonly records: readonly RunRecord[]
}

export interface AnswerOptions extends Partial<Listener> {
  /** Where runs are kept and looked up; else they last as long as the answer. */
  readonly store?: Store | undefined
  readonly baselines?: Baselines | undefined
  readonly signal?: AbortSignal | undefined
  /** The version of the code, a part of the keys of runs. */
  readonly code?: string | undefined
  /** Told before anything runs: what is known already, and the days that are left. */
  began?(begun: Begun): void
}

export interface Begun {
  /** Runs asked for, over all scenarios. */
  readonly asked: number
  /** Of these, runs that were kept before. */
  readonly known: number
  /** Days to step. */
  readonly days: number
}

/** Runs every scenario of a question with every seed, except what the store has. */
export async function answer(
  question: Question,
  runner: Runner,
  options: AnswerOptions = {},
): Promise<Outcome> {
  const { store = memoryStore(), baselines, signal, code } = options
  const { tasks, known } = await left(tasksOf(question, code), store)
  const asked = runsAsked(question)
  const reported = known.filter(({ result }) => !result.aside)
  const days = tasks.reduce((sum, task) => sum + daysOf(task), 0)
  options.began?.({ asked, known: reported.length, days })
  const records: RunRecord[] = [...known]
  const broken: BrokenRun[] = []
  await runner.run(
    { tasks, store, baselines, signal },
    {
      record(record) {
        records.push(record)
        options.record?.(record)
      },
      broken(fault) {
        broken.push(fault)
        options.broken?.(fault)
      },
      ...(options.progress === undefined ? {} : { progress: options.progress }),
    },
  )
  return { ...inOrder(records, question), broken: broken.sort((a, b) => a.run - b.run) }
}

/** Tasks without what the store has, and what it has. */
async function left(
  tasks: readonly Task[],
  store: Store,
): Promise<{ readonly tasks: Task[]; readonly known: RunRecord[] }> {
  const known: RunRecord[] = []
  const isLeft = async ({ key }: { readonly key: string }): Promise<boolean> => {
    const record = (await store.has(key)) ? await store.get(key) : undefined
    if (record !== undefined) known.push(record)
    return record === undefined
  }
  const armsLeft = async (arms: readonly Keyed<PolicyArm>[]) => {
    const missing: Keyed<PolicyArm>[] = []
    for (const arm of arms) if (await isLeft(arm)) missing.push(arm)
    return missing
  }
  const some: Task[] = []
  for (const task of tasks) {
    const baseline = { ...task.baseline, known: !(await isLeft(task.baseline)) }
    const policies = await armsLeft(task.policies)
    const aside = await armsLeft(task.aside)
    if (!baseline.known || policies.length + aside.length > 0)
      some.push({ ...task, baseline, policies, aside })
  }
  return { tasks: some, known }
}

/** Sorts by scenario, as the question names them, and run. */
function inOrder(records: readonly RunRecord[], question: Question): Omit<Outcome, 'broken'> {
  const arms = [question.baseline, ...question.policies, ...(question.aside ?? [])]
  const order = new Map(arms.map(({ scenario }, at) => [scenario, at]))
  const sorted = [...records].sort(
    ({ result: one }, { result: other }) =>
      order.get(one.scenario)! - order.get(other.scenario)! || one.run - other.run,
  )
  const results = sorted.map(({ result }) => result)
  return {
    results: results.filter(({ aside }) => !aside),
    aside: results.filter(({ aside }) => aside),
    people: sorted.flatMap(({ people }) => people ?? []),
    records: sorted,
  }
}

/** The kept baseline of a task, if it has all that the task needs. */
export async function keptFor(task: Task, baselines: Baselines | undefined) {
  const kept = await baselines?.get(task.shared)
  return kept !== undefined && suffices(kept, needsOf(task)) ? kept : undefined
}

/** Runs tasks one after another in this thread, which handles no other event until they are done. */
export const inThisThread = (bench: Pick<Host, 'open' | 'clock'>): Runner => ({
  async run({ tasks, store, baselines, signal }, listener) {
    let days = 0
    const progress = (more: number) => {
      days += more
      listener.progress?.(days)
    }
    for (const task of supplyOf(tasks)) {
      if (signal?.aborted) return
      const kept = await keptFor(task, baselines)
      const records: FullRecord[] = []
      const shared: Parameters<NonNullable<Host['keepBaseline']>>[0][] = []
      try {
        runTask(task, {
          ...bench,
          kept,
          keep: (record) => records.push(record),
          ...(baselines ? { keepBaseline: (baseline) => shared.push(baseline) } : {}),
          progress,
        })
      } catch (fault) {
        listener.broken({ run: task.run, seed: task.seed, message: messageOf(fault) })
        continue
      }
      for (const record of records) {
        await store.put(record)
        listener.record(record)
      }
      for (const baseline of shared) await baselines?.put(task.shared, baseline)
    }
  },
  async close() {},
})

const messageOf = (fault: unknown): string =>
  fault instanceof Error ? fault.message : String(fault)
