/** How studies of many runs are made, whatever they ask: they go on where they stopped, and what is complete is kept. */
import {
  type Cost,
  type Counted,
  headingLines,
  knownNote,
  type Language,
  trialNote,
} from '../report/index.ts'
import {
  type Baselines,
  carryOutExperiment,
  type Experiment,
  type ExperimentProgress,
  type Journal,
  memoryJournal,
  type Plan,
  type Runner,
} from '../study/index.ts'
import { loadScenario } from './disk.ts'
import { type ExperimentFolder, type Identity, openExperimentFolder } from './experiment-folder.ts'
import { measured } from './measured.ts'
import { onThreads } from './threads.ts'
import type { Watcher } from './watcher.ts'

/** How a study of many runs is to be made. */
export interface ManyAsked {
  readonly threads: number
  /** The folder, where it is not the usual one. */
  readonly out?: string | undefined
  /** Whether charts and the page are drawn, and the language of the charts. */
  readonly report: boolean
  readonly language: Language
  /** Whether baselines kept by earlier comparisons are used, and these kept. */
  readonly cache: boolean
  /** The command line without the program. */
  readonly command: readonly string[]
}

/** What runs are made with. */
export interface Tools {
  readonly runner: Runner
  readonly journal: Journal
  /** None where nothing is kept. */
  readonly folder: ExperimentFolder | undefined
}

/**
 * Opens a folder, makes runs on threads, and gives both back whatever happens.
 * @param path none: nothing is kept
 * @throws DiskFault where the folder is not this study's, Unequal where a run gave two results
 */
export async function withTools<T>(
  path: string | undefined,
  identity: Identity,
  threads: number,
  { warn }: Watcher,
  work: (tools: Tools) => Promise<T>,
): Promise<T> {
  const folder = path === undefined ? undefined : openExperimentFolder(path, identity, warn)
  const runner = onThreads(threads)
  const journal = folder?.journal ?? memoryJournal()
  try {
    return await work({ runner, journal, folder }).finally(() => runner.close())
  } finally {
    folder?.close()
  }
}

interface Making {
  readonly code: string
  readonly baselines?: Baselines | undefined
  readonly what?: Counted
}

/** Makes the runs of a plan that are not known. */
export function makeRuns(
  experiment: Experiment,
  plan: Plan,
  { journal, runner }: Tools,
  { code, baselines, what = 'runs' }: Making,
  { language, signal, note, stage, progress, ended }: Watcher,
): Promise<ExperimentProgress> {
  const asked = plan.runs.length
  const kept = plan.runs.filter(({ key }) => journal.entries().has(key)).length
  if (kept > 0) note?.(knownNote({ kept, asked, what }, language))
  stage?.(asked - kept, what)
  return carryOutExperiment(experiment, plan, journal, runner, {
    ...{ load: loadScenario, signal, code, baselines },
    progress: ({ done }) => progress?.(done - kept),
  }).finally(() => ended?.())
}

/**
 * What a study takes, from one run that is made and not kept.
 * @param plan whose first run is made
 */
export async function estimated(
  experiment: Experiment,
  plan: Plan,
  of: Omit<Cost, 'title' | 'seconds'>,
  { language, note, signal }: Watcher,
): Promise<Cost> {
  note?.(trialNote(language))
  const one = await measured(experiment, plan, signal)
  return { ...of, title: headingLines(experiment, language ?? 'en')[0], seconds: one?.seconds }
}
