/** Carries an experiment out: what its journal does not have is run, and nothing twice. */
import { type Load, resized } from '../../scenario/index.ts'
import type { Baselines } from '../kept-baseline.ts'
import { PROGRAM } from '../program.ts'
import type { FullRecord } from '../record.ts'
import type { Listener, Runner } from '../runner.ts'
import type { Store } from '../store.ts'
import type { Task } from '../task.ts'
import type { Experiment } from './experiment.ts'
import { entryOf, type Journal } from './journal.ts'
import type { Plan, PlannedRun } from './plan.ts'
import { NoWorld, taskAt } from './world.ts'

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
  /** Of these, runs that are known, and those that broke, here or in another process. */
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
  const { signal, baselines, load } = options
  const broke = new Set<string>()
  const allBroken = () => new Set([...broke, ...(journal.broke?.() ?? [])])
  const progress = (): ExperimentProgress => {
    const known = journal.entries()
    const missing = plan.runs.filter(({ key }) => !known.has(key))
    const all = allBroken()
    const broken = missing.filter(({ key }) => all.has(key)).length
    return { asked: plan.runs.length, done: plan.runs.length - missing.length, broken }
  }
  const tell = () => options.progress?.(progress())
  const fail = (run: PlannedRun, message: string) => {
    broke.add(run.key)
    journal.broken(run, message)
    tell()
  }
  const { code = PROGRAM } = options
  const make = (run: PlannedRun, number: number) =>
    taskAt(experiment, plan.points[run.point], run, number, code, load)
  const tried = new Set<string>()
  while (!signal?.aborted) {
    const all = allBroken()
    const left = plan.runs.filter(
      ({ key }) => !journal.entries().has(key) && !tried.has(key) && !all.has(key),
    )
    if (left.length === 0) break
    const waiting = new Map<number, Waiting>()
    const before = tried.size
    const tasks = {
      count: left.length,
      buyers: buyersOf(experiment),
      [Symbol.iterator]: () => turnsOf(left, journal, tried, waiting, make, fail),
    }
    const listener = listenerFor(experiment, waiting, journal, fail, tell)
    await runner.run({ tasks, store: passing, baselines, signal }, listener)
    if (tried.size > before) continue
    // What is left is in the hands of others.
    if (journal.wait === undefined) break
    await journal.wait()
    tell()
  }
  return progress()
}

const buyersOf = ({ scenarios, size }: Experiment): number =>
  Math.max(...scenarios.map(({ input }) => resized(input, size).size.buyers))

/** Of these runs one after another is claimed when its turn comes; what makes no scenario has broken before it began. */
function* turnsOf(
  left: readonly PlannedRun[],
  journal: Journal,
  tried: Set<string>,
  waiting: Map<number, Waiting>,
  make: (run: PlannedRun, number: number) => Task,
  fail: (run: PlannedRun, message: string) => void,
): Generator<Task, undefined> {
  for (const run of left) {
    if (journal.claim([run]).length === 0) continue
    tried.add(run.key)
    try {
      const task = make(run, tried.size)
      waiting.set(task.run, { run, task, results: new Map(), milliseconds: 0 })
      yield task
    } catch (problem) {
      if (!(problem instanceof NoWorld)) throw problem
      fail(run, problem.message)
    }
  }
}

function listenerFor(
  experiment: Experiment,
  waiting: Map<number, Waiting>,
  journal: Journal,
  fail: (run: PlannedRun, message: string) => void,
  tell: () => void,
): Listener {
  return {
    record({ result }: FullRecord) {
      const of = waiting.get(result.run)!
      of.results.set(result.scenario, { means: result.means!, state: result.stateHash })
      of.milliseconds += result.milliseconds
      if (of.results.size < 1 + of.task.policies.length) return
      const seconds = Math.round(of.milliseconds) / 1000
      waiting.delete(result.run)
      journal.add(entryOf(experiment, of.run, of.task, of.results, seconds))
      tell()
    },
    broken({ run, message }) {
      const of = waiting.get(run)!
      waiting.delete(run)
      fail(of.run, message)
    },
  }
}

/** The journal keeps the outcomes of a run; the full record is not kept. */
const passing: Store = {
  has: async () => false,
  get: async () => undefined,
  put: async () => {},
  keys: async () => [],
}
