/** How studies of many runs are made, whatever they ask: they go on where they stopped, and what is complete is kept. */
import {
  type ExperimentFolder,
  failedOf,
  type Identity,
  loadScenario,
  measured,
  onThreads,
  openExperimentFolder,
} from '../node/index.ts'
import { type Cost, costLines } from '../report/index.ts'
import {
  type Baselines,
  carryOutExperiment,
  type Experiment,
  type ExperimentProgress,
  type Journal,
  memoryJournal,
  type Plan,
  type Runner,
  Unequal,
} from '../study/index.ts'
import { onInterrupt } from './interrupt.ts'
import { progress } from './progress.ts'
import { delivered, note } from './say.ts'
import { EXIT, Stop } from './stop.ts'

/** What runs are made with. */
export interface Tools {
  readonly runner: Runner
  readonly journal: Journal
  /** None where nothing is kept. */
  readonly folder: ExperimentFolder | undefined
  readonly signal: AbortSignal
}

/**
 * Opens a folder, makes runs on threads, and gives both back whatever happens.
 * @param path none: nothing is kept
 * @returns the exit code: that of an interruption, else that of the work
 */
export async function working(
  path: string | undefined,
  identity: Identity,
  threads: number,
  work: (tools: Tools) => Promise<number>,
): Promise<number> {
  const folder = path === undefined ? undefined : opened(path, identity)
  const interrupt = onInterrupt()
  const runner = onThreads(threads)
  const journal = folder?.journal ?? memoryJournal()
  try {
    const end = await work({ runner, journal, folder, signal: interrupt.signal }).finally(() =>
      runner.close(),
    )
    return interrupt.code() ?? end
  } catch (problem) {
    throw said(problem)
  } finally {
    interrupt.release()
    folder?.close()
  }
}

export function opened(path: string, identity: Identity): ExperimentFolder {
  try {
    return openExperimentFolder(path, identity, note)
  } catch (problem) {
    throw said(problem)
  }
}

/** Two results of one run are told in plain words: they are no fault of the program's. */
export const said = (problem: unknown): unknown =>
  problem instanceof Unequal ? new Stop(EXIT.fault, problem.message) : problem

/** What runs are called, where they are pairs. */
export type What = 'runs' | 'pairs'

interface Making {
  readonly code: string
  readonly quiet: boolean
  readonly baselines?: Baselines | undefined
  readonly what?: What
}

/** Makes the runs of a plan that are not known, and says how far it is. */
export function making(
  experiment: Experiment,
  plan: Plan,
  { journal, runner, signal }: Tools,
  { code, quiet, baselines, what = 'runs' }: Making,
): Promise<ExperimentProgress> {
  const asked = plan.runs.length
  const kept = plan.runs.filter(({ key }) => journal.entries().has(key)).length
  tellKnown(kept, quiet, what, asked)
  const shown = progress(asked - kept, quiet, what)
  return carryOutExperiment(experiment, plan, journal, runner, {
    ...{ load: loadScenario, signal, code, baselines },
    progress: ({ done }) => shown.tell(done - kept),
  }).finally(() => shown.end())
}

/** @param asked where it is known beforehand */
export function tellKnown(kept: number, quiet: boolean, what: What, asked?: number): void {
  const of = asked === undefined ? '' : ` of ${asked}`
  if (kept > 0) note(`${kept}${of} ${what} are known already and are not run again`, quiet)
}

/** Says what failed and what was not made. */
export function tellRest(
  made: ExperimentProgress,
  plan: Plan,
  folder: ExperimentFolder | undefined,
  what: What = 'runs',
): void {
  const { asked, done, broken } = made
  const failed = folder === undefined ? broken : failedOf(plan, folder).length
  tellFailed(failed, folder, { what, repeats: what === 'runs' })
  if (done + broken < asked)
    note(`stopped: ${done} of ${asked} ${what} are known; the same command goes on from there`)
}

export function tellFailed(
  failed: number,
  folder: Pick<ExperimentFolder, 'path'> | undefined,
  // Whether one run can be made again by itself.
  { what = 'runs', repeats = false }: { what?: What; repeats?: boolean } = {},
): void {
  if (failed === 0) return
  const named = failed === 1 ? what.slice(0, -1) : what
  const said = repeats ? 'what went wrong, and the command that repeats it,' : 'what went wrong'
  const where = folder === undefined ? '' : `: ${said} is in ${folder.path}/failed`
  note(`${failed} ${named} failed${where}`)
}

/** The worst of what became of runs: one that failed, one that is missing. */
export const endOf = ({ asked, done, broken }: ExperimentProgress): number =>
  broken > 0 ? EXIT.fault : done < asked ? EXIT.unfinished : EXIT.done

/**
 * Says what a study takes, from one run that is made and not kept.
 * @param plan whose first run is made
 */
export async function dryRun(
  experiment: Experiment,
  plan: Plan,
  cost: Omit<Cost, 'title' | 'seconds'>,
  quiet: boolean,
): Promise<number> {
  note('one run is made, to see how long it takes', quiet)
  const interrupt = onInterrupt()
  const one = await measured(experiment, plan, interrupt.signal).finally(() => interrupt.release())
  await delivered(costLines({ ...cost, title: experiment.title, seconds: one?.seconds }))
  return interrupt.code() ?? (one === undefined ? EXIT.fault : EXIT.done)
}
