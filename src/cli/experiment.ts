/** Carries an experiment out on threads: goes on where it stopped, prints what it found, writes its folder. */
import {
  codeVersion,
  type ExperimentFolder,
  folderFor,
  type Identity,
  writeExperiment,
} from '../node/index.ts'
import { experimentLines, experimentObject } from '../report/index.ts'
import { shellLine } from '../scenario/index.ts'
import {
  type Experiment,
  type ExperimentProgress,
  experimentFound,
  memoryJournal,
  type Plan,
  type PlannedRun,
  partOf,
  planHash,
  planOf,
} from '../study/index.ts'
import { baselinesFor } from './baselines.ts'
import { CALLED } from './called.ts'
import { dryRun, endOf, making, type Tools, tellRest, working } from './making.ts'
import type { ExperimentSettings } from './options.ts'
import { delivered } from './say.ts'
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
  const { threads, quiet } = settings
  if (settings.dryRun) {
    const runs = plan.runs.length
    const about = { what: whatOf(experiment, plan), runs: [runs, runs] as const }
    return dryRun(experiment, plan, { ...about, threads, path }, quiet)
  }
  const again = settings.only === undefined ? undefined : runCalled(plan, settings.only)
  const identity = identityOf(experiment, plan, study, code)
  return working(path, identity, again === undefined ? threads : 1, (tools) =>
    again === undefined
      ? madeAll(experiment, plan, tools, code, settings)
      : madeAgain(experiment, plan, again, tools, code),
  )
}

const whatOf = ({ scenarios, seeds }: Experiment, { points, runs }: Plan): string =>
  `${points.length} points, ${seeds} ${seeds === 1 ? 'seed' : 'seeds'} at each: ${runs.length} runs, each with ${scenarios.length === 1 ? '1 world' : `${scenarios.length} worlds`}`

/** Makes what is not known of a study, or of a part of it, and says what was found. */
async function madeAll(
  experiment: Experiment,
  plan: Plan,
  tools: Tools,
  code: string,
  settings: ExperimentSettings,
): Promise<number> {
  const { quiet, cache, shard } = settings
  const folder = tools.folder!
  const part = shard === undefined ? plan : partOf(plan, shard.index, shard.of)
  const baselines = baselinesFor({ cache, quiet })
  const made = await making(experiment, part, tools, { code, quiet, baselines })
  folder.journal.look()
  const isWhole = plan.runs.every(({ key }) => folder.journal.entries().has(key))
  if (shard !== undefined && !isWhole) await tellPart(experiment, plan, made, folder, settings)
  else await conclude(experiment, plan, folder, settings, tools.signal)
  tellRest(made, part, folder)
  return endOf(made)
}

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

/** Prints what a study found and writes its results: of a study that was stopped its tables alone. */
export async function conclude(
  experiment: Experiment,
  plan: Plan,
  folder: ExperimentFolder,
  { json, report, language }: Pick<ExperimentSettings, 'json' | 'report' | 'language'>,
  signal?: AbortSignal,
): Promise<void> {
  const command = process.argv.slice(2)
  const wanted = { report, language, command, signal }
  const found = await writeExperiment(experiment, plan, folder, wanted)
  await delivered(
    json
      ? JSON.stringify(experimentObject(found))
      : [...experimentLines(found), '', `written to ${folder.path}`],
  )
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
  tools: Tools,
  code: string,
): Promise<number> {
  const { journal } = tools
  const wasKnown = journal.entries().has(run.key)
  const own = memoryJournal()
  const one = { ...plan, runs: [run] }
  await making(experiment, one, { ...tools, journal: own }, { code, quiet: true })
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
