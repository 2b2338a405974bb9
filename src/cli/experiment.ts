/** Carries an experiment out on threads: goes on where it stopped, prints what it found, writes its folder. */
import {
  cacheOptions,
  codeVersion,
  experimentRuns,
  folderBaselines,
  loadScenario,
  makingOf,
  onThreads,
  openExperimentFolder,
  RESULTS,
  writeExperimentReport,
} from '../node/index.ts'
import { experimentLines, experimentObject, experimentTables } from '../report/index.ts'
import {
  carryOutExperiment,
  type Experiment,
  type ExperimentFound,
  experimentFound,
  memoryJournal,
  type Plan,
  planOf,
  Unequal,
} from '../study/index.ts'
import { onInterrupt } from './interrupt.ts'
import type { ExperimentSettings } from './options.ts'
import { progress } from './progress.ts'
import { delivered, note } from './say.ts'
import { EXIT, Stop } from './stop.ts'

/** @returns the exit code */
export async function carryOut(
  experiment: Experiment,
  text: string,
  settings: ExperimentSettings,
): Promise<number> {
  const { threads, out, quiet, json, cache } = settings
  const code = codeVersion()
  const plan = planOf(experiment, code)
  const { fingerprint } = plan
  const path = out ?? `output/${experiment.name}-${fingerprint.slice(0, 8)}`
  if (settings.dryRun) return dryRun(experiment, plan, path, settings)
  const folder = opened(path, { fingerprint, title: experiment.title, text, code })
  const { journal } = folder
  const interrupt = onInterrupt()
  const runner = onThreads(threads)
  const kept = plan.runs.filter(({ key }) => journal.entries().has(key)).length
  if (kept > 0)
    note(`${kept} of ${plan.runs.length} runs are known already and are not run again`, quiet)
  const shown = progress(plan.runs.length - kept, quiet, 'runs')
  try {
    const { asked, done, broken } = await carryOutExperiment(experiment, plan, journal, runner, {
      load: loadScenario,
      baselines: cache
        ? folderBaselines({ ...cacheOptions(), note: (message) => note(message, quiet) })
        : undefined,
      signal: interrupt.signal,
      code,
      progress: (told) => shown.tell(told.done - kept),
    }).finally(() => {
      shown.end()
      return runner.close()
    })
    const found = experimentFound(experiment, plan, journal.entries())
    folder.write('runs.parquet', experimentRuns(experiment, plan, journal.entries()))
    for (const { name, text: rows } of experimentTables(found)) folder.write(name, rows)
    const object = JSON.stringify(experimentObject(found))
    folder.write(RESULTS, object)
    await delivered(json ? object : printed(found, path))
    if (settings.report && done > 0 && interrupt.code() === undefined) {
      const command = process.argv.slice(2)
      const date = makingOf([], new Date()).date.slice(0, 10)
      await writeExperimentReport(found, { language: settings.language, command, date }, folder)
    }
    if (broken > 0) note(`${broken} runs broke: see ${path}/failed`)
    if (done < asked && broken === 0)
      note(`stopped: ${done} of ${asked} runs are known; the same command goes on from there`)
    return (
      interrupt.code() ?? (broken > 0 ? EXIT.fault : done < asked ? EXIT.unfinished : EXIT.done)
    )
  } catch (problem) {
    throw said(problem)
  } finally {
    interrupt.release()
    folder.close()
  }
}

function opened(path: string, identity: Parameters<typeof openExperimentFolder>[1]) {
  try {
    return openExperimentFolder(path, identity, note)
  } catch (problem) {
    throw said(problem)
  }
}

/** Two results of one run are told in plain words: they are no fault of the program's. */
const said = (problem: unknown): unknown =>
  problem instanceof Unequal ? new Stop(EXIT.fault, problem.message) : problem

const printed = (found: ExperimentFound, path: string): string[] => [
  ...experimentLines(found),
  '',
  `written to ${path}`,
]

/** Says what a study takes, from one run that is made and not kept. */
async function dryRun(
  experiment: Experiment,
  plan: Plan,
  path: string,
  { threads, quiet }: ExperimentSettings,
): Promise<number> {
  const runner = onThreads(1)
  const began = performance.now()
  note('one run is made, to see how long it takes', quiet)
  const first = { ...plan, runs: plan.runs.slice(0, 1) }
  const { done } = await carryOutExperiment(experiment, first, memoryJournal(), runner, {
    load: loadScenario,
  }).finally(() => runner.close())
  const seconds = (performance.now() - began) / 1000
  const runs = plan.runs.length
  const left = (seconds * runs) / Math.min(threads, runs)
  await delivered([
    experiment.title,
    `${plan.points.length} points, ${experiment.seeds} seeds at each: ${runs} runs, each with ${experiment.scenarios.length === 1 ? '1 world' : `${experiment.scenarios.length} worlds`}`,
    done === 0
      ? 'the first run broke: no time can be told'
      : `one run takes ${seconds.toFixed(1)} s here; all of them about ${lasting(left)} on ${threads} threads`,
    `they would be kept in ${path}, about ${Math.ceil((runs * BYTES_A_RUN) / 1e6)} MB`,
  ])
  return done === 0 ? EXIT.fault : EXIT.done
}

/** A line of the journal with a row of the table. */
const BYTES_A_RUN = 1000

const lasting = (seconds: number): string =>
  seconds < 120
    ? `${Math.round(seconds)} s`
    : seconds < 7200
      ? `${Math.round(seconds / 60)} min`
      : seconds < 172_800
        ? `${Math.round(seconds / 3600)} h`
        : `${Math.round(seconds / 86_400)} days`
