/** Carries an experiment out on threads: goes on where it stopped, prints what it found, writes its folder. */
import {
  codeVersion,
  type ExperimentFolder,
  experimentRuns,
  type Identity,
  loadScenario,
  makingOf,
  onThreads,
  openExperimentFolder,
  RESULTS,
  writeExperimentReport,
} from '../node/index.ts'
import { experimentLines, experimentObject, experimentTables } from '../report/index.ts'
import { shellLine } from '../scenario/index.ts'
import {
  carryOutExperiment,
  type Experiment,
  type ExperimentFound,
  type ExperimentOptions,
  type ExperimentProgress,
  experimentFound,
  memoryJournal,
  type Plan,
  type PlannedRun,
  partOf,
  planHash,
  planOf,
  Unequal,
} from '../study/index.ts'
import { baselinesFor } from './baselines.ts'
import { CALLED } from './called.ts'
import { onInterrupt } from './interrupt.ts'
import type { ExperimentSettings } from './options.ts'
import { progress } from './progress.ts'
import { delivered, note } from './say.ts'
import { badInput, EXIT, Stop } from './stop.ts'

/** What is carried out: the experiment, and the file that says so. */
export interface StudyText {
  readonly text: string
  /** As it was called; none where the command line stands for it. */
  readonly file?: string | undefined
}

/** @returns the exit code */
export async function carryOut(
  experiment: Experiment,
  study: StudyText,
  settings: ExperimentSettings,
): Promise<number> {
  const code = codeVersion()
  const plan = planOf(experiment, code)
  const path = settings.out ?? folderFor(experiment, plan)
  if (settings.dryRun) return dryRun(experiment, plan, path, settings)
  const again = settings.only === undefined ? undefined : runCalled(plan, settings.only)
  const folder = opened(path, identityOf(experiment, plan, study, code))
  const interrupt = onInterrupt()
  const { signal } = interrupt
  try {
    const end =
      again === undefined
        ? await madeAll(experiment, plan, folder, settings, { signal, code, load: loadScenario })
        : await madeAgain(experiment, plan, again, folder, { signal, code, load: loadScenario })
    return interrupt.code() ?? end
  } catch (problem) {
    throw said(problem)
  } finally {
    interrupt.release()
    folder.close()
  }
}

/** Makes what is not known of a study, or of a part of it, and says what was found. */
async function madeAll(
  experiment: Experiment,
  plan: Plan,
  folder: ExperimentFolder,
  settings: ExperimentSettings,
  options: ExperimentOptions,
): Promise<number> {
  const { threads, quiet, cache, shard } = settings
  const { journal } = folder
  const runner = onThreads(threads)
  const part = shard === undefined ? plan : partOf(plan, shard.index, shard.of)
  const kept = part.runs.filter(({ key }) => journal.entries().has(key)).length
  if (kept > 0)
    note(`${kept} of ${part.runs.length} runs are known already and are not run again`, quiet)
  const shown = progress(part.runs.length - kept, quiet, 'runs')
  const made = await carryOutExperiment(experiment, part, journal, runner, {
    ...options,
    baselines: baselinesFor({ cache, quiet }),
    progress: (told) => shown.tell(told.done - kept),
  }).finally(() => {
    shown.end()
    return runner.close()
  })
  journal.look()
  const isWhole = plan.runs.every(({ key }) => journal.entries().has(key))
  if (shard !== undefined && !isWhole) await tellPart(experiment, plan, made, folder, settings)
  else await conclude(experiment, plan, folder, settings, options.signal)
  const { asked, done, broken } = made
  if (done + broken < asked)
    note(`stopped: ${done} of ${asked} runs are known; the same command goes on from there`)
  return endOf(made)
}

/** The worst of what became of runs: one that failed, one that is missing. */
export const endOf = ({ asked, done, broken }: ExperimentProgress): number =>
  broken > 0 ? EXIT.fault : done < asked ? EXIT.unfinished : EXIT.done

export const folderFor = ({ name }: Experiment, { fingerprint }: Plan): string =>
  `output/${name}-${fingerprint.slice(0, 8)}`

export const identityOf = (
  { title }: Experiment,
  plan: Plan,
  { text, file }: StudyText,
  code: string,
): Identity => ({
  ...{ fingerprint: plan.fingerprint, title, text, code },
  plan: { ...(file === undefined ? {} : { file }), runs: plan.runs.length, keys: planHash(plan) },
  repeat: (key) =>
    `${CALLED} ${shellLine([...withoutParts(process.argv.slice(2)), '--only', key])}`,
})

/** The command line as it was given, without what chooses runs. */
function withoutParts(words: readonly string[]): string[] {
  const chosen = (word: string | undefined) => word === '--only' || word === '--shard'
  return words.filter(
    (word, at) => !chosen(word) && !chosen(words[at - 1]) && !/^--(only|shard)=/.test(word),
  )
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

/** Prints what a study found and writes its results: of a study that was stopped its tables alone. */
export async function conclude(
  experiment: Experiment,
  plan: Plan,
  folder: ExperimentFolder,
  { json, report, language }: Pick<ExperimentSettings, 'json' | 'report' | 'language'>,
  signal?: AbortSignal,
): Promise<void> {
  const { journal, path } = folder
  const missing = plan.runs.filter(({ key }) => !journal.entries().has(key)).length
  let found: ExperimentFound | undefined
  const of = JSON.stringify([planHash(plan), report, language])
  await folder.pack(missing === 0 ? of : undefined, async () => {
    // In its turn this process knows what others have made meanwhile.
    const all = experimentFound(experiment, plan, journal.entries())
    found = all
    folder.write('runs.parquet', experimentRuns(experiment, plan, journal.entries()))
    for (const { name, text } of experimentTables(all)) folder.write(name, text)
    folder.write(RESULTS, JSON.stringify(experimentObject(all)))
    if (!report || all.known === 0 || signal?.aborted) return
    const command = process.argv.slice(2)
    const date = makingOf([], new Date()).date.slice(0, 10)
    await writeExperimentReport(all, { language, command, date }, folder)
  })
  found ??= experimentFound(experiment, plan, journal.entries())
  await delivered(
    json
      ? JSON.stringify(experimentObject(found))
      : [...experimentLines(found), '', `written to ${path}`],
  )
  const failed = failedOf(plan, folder)
  if (failed.length > 0)
    note(
      `${failed.length} ${failed.length === 1 ? 'run' : 'runs'} failed: what went wrong, and the command that repeats it, is in ${path}/failed`,
    )
}

/** Runs of the plan that failed and were not made since. */
export function failedOf({ runs }: Plan, { journal, failed }: ExperimentFolder): string[] {
  const known = new Set(failed())
  return runs.flatMap(({ key }) => (known.has(key) && !journal.entries().has(key) ? [key] : []))
}

/** A part says how far it is; what the study found is said of the whole. */
async function tellPart(
  experiment: Experiment,
  plan: Plan,
  { asked, done, broken }: ExperimentProgress,
  { path, journal }: ExperimentFolder,
  { json, shard }: ExperimentSettings,
): Promise<void> {
  const found = experimentFound(experiment, plan, journal.entries())
  await delivered(
    json
      ? JSON.stringify(experimentObject(found))
      : [
          experiment.title,
          `part ${shard!.index} of ${shard!.of}: ${done} of ${asked} runs are known, ${broken} failed; of the whole study ${found.known} of ${plan.runs.length}`,
          `written to ${path}; with the folders of the other parts: ${CALLED} study merge FOLDER...`,
        ],
  )
}

/** The run that a key means, or its beginning. */
function runCalled({ runs }: Plan, called: string): PlannedRun {
  const found = runs.filter(({ key }) => key.startsWith(called.trim()))
  if (found.length === 1) return found[0]
  throw badInput(
    found.length === 0
      ? `--only is ${called}: this study has no such run. Keys of runs that failed are the names of the files in the folder failed`
      : `--only is ${called}: ${found.length} runs begin so`,
  )
}

/** Makes one run, whether it is known or not: it must give what is kept of it. */
async function madeAgain(
  experiment: Experiment,
  plan: Plan,
  run: PlannedRun,
  { journal }: ExperimentFolder,
  options: ExperimentOptions,
): Promise<number> {
  const wasKnown = journal.entries().has(run.key)
  const own = memoryJournal()
  const runner = onThreads(1)
  await carryOutExperiment(experiment, { ...plan, runs: [run] }, own, runner, options).finally(() =>
    runner.close(),
  )
  const head = `run ${run.key}: point ${run.point + 1} (${plan.points[run.point].key}), seed ${run.seed}`
  const message = own.faults.get(run.key)
  const entry = own.entries().get(run.key)
  if (message !== undefined) {
    journal.broken(run, message)
    throw new Stop(EXIT.fault, `${head} failed:\n${message}`)
  }
  if (entry === undefined) return EXIT.unfinished
  journal.add(entry)
  await delivered([
    head,
    wasKnown ? 'gives what is kept of it, to the byte' : 'is made and kept',
    `took ${entry.seconds.toFixed(1)} s; its worlds ended in the states ${entry.states.join(', ')}`,
  ])
  return EXIT.done
}

export interface Measured {
  readonly seconds: number
  /** Of memory, of the program with one thread, and of a further thread. */
  readonly bytes: number
  readonly bytesAThread: number
}

/** What one run takes here: it is made and not kept. Undefined where it failed. */
export async function measured(experiment: Experiment, plan: Plan): Promise<Measured | undefined> {
  const before = process.memoryUsage().rss
  const began = performance.now()
  const runner = onThreads(1)
  const first = { ...plan, runs: plan.runs.slice(0, 1) }
  const { done } = await carryOutExperiment(experiment, first, memoryJournal(), runner, {
    load: loadScenario,
  }).finally(() => runner.close())
  if (done === 0) return undefined
  const most = process.resourceUsage().maxRSS * 1024
  return {
    seconds: (performance.now() - began) / 1000,
    bytes: most,
    bytesAThread: Math.max(0, most - before),
  }
}

/** Says what a study takes, from one run that is made and not kept. */
async function dryRun(
  experiment: Experiment,
  plan: Plan,
  path: string,
  { threads, quiet }: ExperimentSettings,
): Promise<number> {
  note('one run is made, to see how long it takes', quiet)
  const one = await measured(experiment, plan)
  const runs = plan.runs.length
  const left = (of: number) => lasting((of * runs) / Math.min(threads, runs))
  await delivered([
    experiment.title,
    `${plan.points.length} points, ${experiment.seeds} seeds at each: ${runs} runs, each with ${experiment.scenarios.length === 1 ? '1 world' : `${experiment.scenarios.length} worlds`}`,
    one === undefined
      ? 'the first run failed: no time can be told'
      : `one run takes ${one.seconds.toFixed(1)} s here; all of them about ${left(one.seconds)} on ${threads} threads`,
    `they would be kept in ${path}, about ${Math.ceil((runs * BYTES_A_RUN) / 1e6)} MB`,
  ])
  return one === undefined ? EXIT.fault : EXIT.done
}

/** A line of the journal with a row of the table. */
export const BYTES_A_RUN = 1000

export const lasting = (seconds: number): string =>
  seconds < 120
    ? `${Math.round(seconds)} s`
    : seconds < 7200
      ? `${Math.round(seconds / 60)} min`
      : seconds < 172_800
        ? `${Math.round(seconds / 3600)} h`
        : `${Math.round(seconds / 86_400)} days`
