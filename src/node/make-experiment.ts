/** Makes a study of many points: goes on where it stopped, alone or beside other processes, and writes its folder. */
import { type Cost, studySize } from '../report/index.ts'
import { shellLine } from '../scenario/index.ts'
import {
  type Entry,
  type Experiment,
  type ExperimentFound,
  type ExperimentProgress,
  experimentFound,
  memoryJournal,
  type Plan,
  type PlannedRun,
  partOf,
  planHash,
  planOf,
  runCalled,
} from '../study/index.ts'
import { CALLED } from './called.ts'
import { codeVersion } from './code-version.ts'
import type { ExperimentFolder, Identity } from './experiment-folder.ts'
import { failedOf, folderFor, writeExperiment } from './experiment-results.ts'
import { baselinesOfUser } from './kept-baselines.ts'
import { estimated, type ManyAsked, makeRuns, type Tools, withTools } from './many-runs.ts'
import type { Shard } from './shard.ts'
import type { Watcher } from './watcher.ts'

/** The file that says what is made. */
export interface StudyText {
  readonly text: string
  /** As it was called; none where the command line stands for it. */
  readonly file?: string | undefined
}

export interface ExperimentAsked extends ManyAsked {
  /** A part of the runs, where machines share no folder. */
  readonly shard?: Shard | undefined
}

export interface ExperimentMade {
  /** Of the runs of this part, or of all. */
  readonly progress: ExperimentProgress
  readonly found: ExperimentFound
  readonly path: string
  /** Runs that failed, here or in other processes, and were not made since. */
  readonly failed: number
  /** The part that was made, where the whole is not there yet. */
  readonly part?: Shard | undefined
}

/** Makes what is not known of a study, or of a part of it; of what is known of the whole the results are written. */
export function makeExperiment(
  experiment: Experiment,
  study: StudyText,
  asked: ExperimentAsked,
  watcher: Watcher,
): Promise<ExperimentMade> {
  const { plan, code, path, identity } = planned(experiment, study, asked)
  const { shard, threads } = asked
  const part = shard === undefined ? plan : partOf(plan, shard.index, shard.of)
  return withTools(path, identity, threads, watcher, async (tools) => {
    const folder = tools.folder!
    const { journal } = folder
    const baselines = baselinesOfUser(asked, watcher)
    const progress = await makeRuns(experiment, part, tools, { code, baselines }, watcher)
    journal.look()
    const isWhole = plan.runs.every(({ key }) => journal.entries().has(key))
    const isPart = shard !== undefined && !isWhole
    const found = isPart
      ? experimentFound(experiment, plan, journal.entries())
      : await concluded(experiment, plan, folder, asked, watcher)
    const failed = failedOf(part, folder).length
    return { progress, found, path, failed, part: isPart ? shard : undefined }
  })
}

/** What a study found, with its results written: of a study that was stopped its tables alone. */
export const concluded = (
  experiment: Experiment,
  plan: Plan,
  folder: ExperimentFolder,
  { report, language, command }: Pick<ManyAsked, 'report' | 'language' | 'command'>,
  { signal }: Watcher,
): Promise<ExperimentFound> =>
  writeExperiment(experiment, plan, folder, { report, language, command, signal })

function planned(
  experiment: Experiment,
  study: StudyText,
  { out, command }: Pick<ManyAsked, 'out' | 'command'>,
) {
  const code = codeVersion()
  const plan = planOf(experiment, code)
  const path = out ?? folderFor(experiment, plan)
  return { plan, code, path, identity: identityOf(experiment, plan, study, command) }
}

/** What the folder of a study says of itself. */
export const identityOf = (
  { title }: Experiment,
  plan: Plan,
  { text, file }: StudyText,
  command: readonly string[],
): Identity => ({
  ...{ fingerprint: plan.fingerprint, title, text, code: codeVersion() },
  plan: { ...(file === undefined ? {} : { file }), runs: plan.runs.length, keys: planHash(plan) },
  repeat: (key) => `${CALLED} ${shellLine([...withoutParts(command), '--only', key])}`,
})

/** The command line as it was given, without what chooses runs. */
function withoutParts(words: readonly string[]): string[] {
  const chosen = (word: string | undefined) => word === '--only' || word === '--shard'
  return words.filter(
    (word, at) => !chosen(word) && !chosen(words[at - 1]) && !/^--(only|shard)=/.test(word),
  )
}

/** What a study would take. */
export function estimateExperiment(
  experiment: Experiment,
  asked: Pick<ManyAsked, 'out' | 'threads'>,
  watcher: Watcher,
): Promise<Cost> {
  const { out, threads } = asked
  const plan = planOf(experiment, codeVersion())
  const path = out ?? folderFor(experiment, plan)
  return estimated(
    experiment,
    plan,
    { ...studySize(experiment, plan, watcher.language), threads, path },
    watcher,
  )
}

/** A run that was made again by itself. */
export interface RunMade {
  readonly run: PlannedRun
  readonly plan: Plan
  /** What it gave; undefined where it was stopped, or failed, with the message. */
  readonly entry: Entry | undefined
  readonly message: string | undefined
  /** Whether it was kept before: it gave the same then. */
  readonly wasKnown: boolean
}

/**
 * Makes one run by itself, whether it is known or not.
 * @param called its key, or the beginning of it
 * @throws BadInput where no run or several are called so, Unequal where it gives something else than what is kept of it
 */
export async function makeOneRun(
  experiment: Experiment,
  study: StudyText,
  called: string,
  asked: ManyAsked,
  { signal, warn }: Watcher,
): Promise<RunMade> {
  const { plan, code, path, identity } = planned(experiment, study, asked)
  const run = runCalled(plan, called)
  // One run needs one thread, and says nothing while it is made.
  const watcher = { signal, ...(warn && { warn }) }
  return withTools(path, identity, 1, watcher, async (tools: Tools) => {
    const { journal } = tools
    const wasKnown = journal.entries().has(run.key)
    const own = memoryJournal()
    const one = { ...plan, runs: [run] }
    await makeRuns(experiment, one, { ...tools, journal: own }, { code }, { signal })
    const [message, entry] = [own.faults.get(run.key), own.entries().get(run.key)]
    if (message !== undefined) journal.broken(run, message)
    else if (entry !== undefined) journal.add(entry)
    return { run, plan, entry, message, wasKnown }
  })
}
