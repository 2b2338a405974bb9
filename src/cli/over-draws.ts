/** Compares over the draws of a fit: goes on where it stopped, prints what it found, writes its folder. */
import { dirname, join } from 'node:path'
import {
  codeVersion,
  DRAWS,
  type ExperimentFolder,
  experimentRuns,
  loadScenario,
  onThreads,
  RESULTS,
  shipped,
} from '../node/index.ts'
import {
  type DrawsFrom,
  experimentObject,
  overDrawsLines,
  overDrawsObject,
  overDrawsTable,
} from '../report/index.ts'
import { heldBy, type Scenario, scenarioName, shellLine } from '../scenario/index.ts'
import {
  carryOutExperiment,
  drawsAsStudy,
  type Journal,
  memoryJournal,
  type OverDraws,
  overDrawsFound,
  overDrawsOf,
  readDraws,
} from '../study/index.ts'
import { endOf, folderFor, opened, said } from './experiment.ts'
import { onInterrupt } from './interrupt.ts'
import type { StudyOptions } from './options.ts'
import { progress } from './progress.ts'
import { delivered, note } from './say.ts'
import { readWritten } from './scenarios.ts'
import { badInput } from './stop.ts'

/** What was asked of draws. */
interface Asked {
  readonly draws: number
  readonly file: string | undefined
}

/** @returns the exit code */
export async function overDraws(
  files: readonly string[],
  scenarios: readonly Scenario[],
  asked: Asked,
  options: StudyOptions,
): Promise<number> {
  const code = codeVersion()
  const { over, from } = readOver(files, scenarios, asked, options, code)
  const { experiment, plan } = over
  const { threads, out, quiet } = options
  const path = out ?? folderFor(experiment, plan)
  const text = `# ${shellLine(process.argv.slice(2))}\n`
  const folder = options.files
    ? opened(path, { fingerprint: plan.fingerprint, title: experiment.title, text, code })
    : undefined
  const journal = folder?.journal ?? memoryJournal()
  const interrupt = onInterrupt()
  const runner = onThreads(threads)
  const kept = plan.runs.filter(({ key }) => journal.entries().has(key)).length
  if (kept > 0)
    note(`${kept} of ${plan.runs.length} pairs are known already and are not run again`, quiet)
  const shown = progress(plan.runs.length - kept, quiet, 'pairs')
  try {
    const ended = await carryOutExperiment(experiment, plan, journal, runner, {
      load: loadScenario,
      signal: interrupt.signal,
      code,
      progress: (told) => shown.tell(told.done - kept),
    }).finally(() => {
      shown.end()
      return runner.close()
    })
    await tell(over, from, journal, folder, options)
    const { asked: all, done, broken } = ended
    if (broken > 0) note(`${broken} pairs broke${folder ? `: see ${path}/failed` : ''}`)
    if (done + broken < all)
      note(`stopped: ${done} of ${all} pairs are known; the same command goes on from there`)
    return interrupt.code() ?? endOf(ended)
  } catch (problem) {
    throw said(problem)
  } finally {
    interrupt.release()
    folder?.close()
  }
}

/** @throws Stop where draws and scenarios do not go together */
function readOver(
  files: readonly string[],
  scenarios: readonly Scenario[],
  asked: Asked,
  options: StudyOptions,
  code: string,
): { readonly over: OverDraws; readonly from: DrawsFrom } {
  const held = readWritten(files, options.set).map(heldBy)
  const file = asked.file ?? shipped(DRAWS)
  const read = readDraws(textOf(file), held[0])
  if (!read.ok) throw badInput(`${file}: ${read.fault}`)
  if (asked.draws > read.draws.length)
    throw badInput(`--draws is ${asked.draws}, but ${file} has ${read.draws.length} draws`)
  const { quick, scale, days, seed, runs, window, set } = options
  const over = overDrawsOf(
    {
      ...{ files, scenarios, held, set, window, file, paths: read.paths },
      of: read.draws.length,
      size: { quick, scale, ...(days === undefined ? {} : { days }) },
      seed: seed ?? scenarios[0].seed,
      runs: runs ?? scenarios[0].runs,
      draws: read.draws.slice(0, asked.draws),
    },
    code,
  )
  if (over.posterior.laid.length === 0)
    throw badInput(
      `the scenarios change every parameter of ${file} themselves: there is nothing to draw`,
    )
  refuseWindow(over, scenarios)
  return { over, from: { file, of: read.draws.length, title: titleBeside(file) } }
}

/** Prints what was found, and writes it. */
async function tell(
  over: OverDraws,
  from: DrawsFrom,
  journal: Pick<Journal, 'entries'>,
  folder: ExperimentFolder | undefined,
  { json }: StudyOptions,
): Promise<void> {
  const entries = journal.entries()
  const found = overDrawsFound(over, entries)
  if (folder !== undefined) {
    folder.write('runs.parquet', experimentRuns(over.experiment, over.plan, entries))
    folder.write('draws-effects.csv', overDrawsTable(found))
    if (found.known === over.plan.runs.length)
      folder.write(RESULTS, JSON.stringify(experimentObject(drawsAsStudy(found, entries))))
  }
  const written = folder === undefined ? [] : ['', `written to ${folder.path}`]
  await delivered(
    json
      ? JSON.stringify(overDrawsObject(found, from))
      : [...overDrawsLines(found, from), ...written],
  )
}

/** @throws Stop where no scenario has the window */
function refuseWindow({ experiment }: OverDraws, scenarios: readonly Scenario[]): void {
  const known = scenarios.flatMap(({ windows }) => windows.map(({ name }) => name))
  const [{ window }] = experiment.outcomes
  if (window !== undefined && !known.includes(window))
    throw badInput(
      `--window is ${window}, which is no window of these scenarios\nthey have: ${known.join(', ') || 'none'}`,
    )
}

/** @throws Stop where there is no such file */
function textOf(file: string): string {
  const loaded = loadScenario(file)
  if (loaded !== undefined && 'text' in loaded) return loaded.text
  throw badInput(`${file}: there is no file of draws; make one with pasar fit`)
}

/** The title of the fit, from what `pasar fit` wrote beside its draws. */
function titleBeside(file: string): string | undefined {
  const loaded = loadScenario(join(dirname(file), 'fit.json'))
  if (loaded === undefined || !('text' in loaded)) return undefined
  try {
    const { title } = JSON.parse(loaded.text)
    return `${scenarioName(dirname(file))} (${String(title)})`
  } catch {
    return undefined
  }
}
