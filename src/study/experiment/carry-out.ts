/** Carries an experiment out: what its journal does not have is run, and nothing twice. */
import type { Load } from '../../scenario/index.ts'
import type { Baselines } from '../kept-baseline.ts'
import { PROGRAM } from '../program.ts'
import type { FullRecord } from '../record.ts'
import type { Runner } from '../runner.ts'
import type { Store } from '../store.ts'
import type { Task } from '../task.ts'
import type { Experiment } from './experiment.ts'
import { entryOf, type Journal } from './journal.ts'
import type { Plan, PlannedRun } from './plan.ts'
import { NoWorld, taskAt } from './world.ts'

/** Runs that are handed to a runner together: few enough that inputs do not fill the memory. */
const BATCH = 64

export interface ExperimentOptions {
  readonly load: Load
  readonly baselines?: Baselines | undefined
  readonly signal?: AbortSignal | undefined
  readonly code?: string | undefined
  /** Told after every run. */
  progress?(done: ExperimentProgress): void
}

export interface ExperimentProgress {
  /** Runs of the plan. */
  readonly asked: number
  /** Of these, runs that are known, and those that broke. */
  readonly done: number
  readonly broken: number
}

/** A run that waits for the records of its worlds. */
interface Waiting {
  readonly run: PlannedRun
  readonly task: Task
  readonly results: Map<string, { readonly means: readonly number[]; readonly state: string }>
  milliseconds: number
}

/** @throws Unequal where a run gave two results */
export async function carryOutExperiment(
  experiment: Experiment,
  plan: Plan,
  journal: Journal,
  runner: Runner,
  options: ExperimentOptions,
): Promise<ExperimentProgress> {
  let broken = 0
  const tell = (): ExperimentProgress => {
    const known = journal.entries()
    const done = plan.runs.filter(({ key }) => known.has(key)).length
    return { asked: plan.runs.length, done, broken }
  }
  const fail = (run: PlannedRun, message: string) => {
    broken++
    journal.broken(run, message)
    options.progress?.(tell())
  }
  const tried = new Set<string>()
  while (!options.signal?.aborted) {
    const left = plan.runs.filter(({ key }) => !journal.entries().has(key) && !tried.has(key))
    const claimed = claimFrom(left, journal)
    if (claimed.length === 0) {
      // What is left is in the hands of others.
      if (left.length === 0 || journal.wait === undefined) break
      await journal.wait()
      options.progress?.(tell())
      continue
    }
    for (const { key } of claimed) tried.add(key)
    const waiting = tasksFor(experiment, plan, claimed, options, fail)
    await runBatch(experiment, waiting, journal, runner, options, fail, () =>
      options.progress?.(tell()),
    )
  }
  return tell()
}

/** The next runs that nobody else is making: a stretch at a time, for others claim stretches too. */
function claimFrom(left: readonly PlannedRun[], journal: Journal): readonly PlannedRun[] {
  for (let from = 0; from < left.length; from += BATCH) {
    const claimed = journal.claim(left.slice(from, from + BATCH))
    if (claimed.length > 0) return claimed
  }
  return []
}

/** Tasks by the number of the run; what makes no scenario has broken before it began. */
function tasksFor(
  experiment: Experiment,
  plan: Plan,
  claimed: readonly PlannedRun[],
  { load, code = PROGRAM }: ExperimentOptions,
  fail: (run: PlannedRun, message: string) => void,
): Map<number, Waiting> {
  const waiting = new Map<number, Waiting>()
  for (const run of claimed) {
    const number = waiting.size + 1
    try {
      const task = taskAt(experiment, plan.points[run.point], run, number, code, load)
      waiting.set(number, { run, task, results: new Map(), milliseconds: 0 })
    } catch (problem) {
      if (!(problem instanceof NoWorld)) throw problem
      fail(run, problem.message)
    }
  }
  return waiting
}

async function runBatch(
  experiment: Experiment,
  waiting: ReadonlyMap<number, Waiting>,
  journal: Journal,
  runner: Runner,
  { baselines, signal }: ExperimentOptions,
  fail: (run: PlannedRun, message: string) => void,
  tell: () => void,
): Promise<void> {
  const tasks = [...waiting.values()].map(({ task }) => task)
  const listener = {
    record({ result }: FullRecord) {
      const of = waiting.get(result.run)!
      of.results.set(result.scenario, { means: result.means!, state: result.stateHash })
      of.milliseconds += result.milliseconds
      if (of.results.size < 1 + of.task.policies.length) return
      const seconds = Math.round(of.milliseconds) / 1000
      journal.add(entryOf(experiment, of.run, of.task, of.results, seconds))
      tell()
    },
    broken: ({ run, message }: { readonly run: number; readonly message: string }) =>
      fail(waiting.get(run)!.run, message),
  }
  await runner.run({ tasks, store: passing, baselines, signal }, listener)
}

/** The journal keeps what is told of a run; the record itself is kept nowhere. */
const passing: Store = {
  has: async () => false,
  get: async () => undefined,
  put: async () => {},
  keys: async () => [],
}
