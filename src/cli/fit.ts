/** Carries a fit out on threads: goes on where it stopped, prints what it found, writes its folder. */
import { relative, resolve } from 'node:path'
import {
  codeVersion,
  type ExperimentFolder,
  experimentRuns,
  loadScenario,
  makingOf,
  onThreads,
  writeFitReport,
} from '../node/index.ts'
import { fitLines, fitObjectOf, fitTables } from '../report/index.ts'
import {
  carryOutFit,
  type FitCourse,
  type FitFound,
  type FitStage,
  type FitStudy,
  fitFound,
  fittedText,
  memoryJournal,
  planAt,
} from '../study/index.ts'
import { BYTES_A_RUN, folderFor, lasting, opened, said } from './experiment.ts'
import { onInterrupt } from './interrupt.ts'
import type { ExperimentSettings } from './options.ts'
import { type Progress, progress } from './progress.ts'
import { delivered, note } from './say.ts'
import { EXIT } from './stop.ts'

/** Proposals that are asked for at once, by thread: with more, more of the last ones are made for nothing. */
const AHEAD = 2

/** @returns the exit code */
export async function carryOut(
  fit: FitStudy,
  text: string,
  settings: ExperimentSettings,
): Promise<number> {
  const { threads, out, quiet, json } = settings
  const { experiment } = fit
  const code = codeVersion()
  const plan = planAt(experiment, [], code)
  const { fingerprint } = plan
  const path = out ?? folderFor(experiment, plan)
  if (settings.dryRun) return dryRun(fit, path, settings)
  const folder = opened(path, { fingerprint, title: experiment.title, text, code })
  const { journal } = folder
  const interrupt = onInterrupt()
  const runner = onThreads(threads)
  const kept = journal.entries().size
  if (kept > 0) note(`${kept} runs are known already and are not run again`, quiet)
  const shown = stages(fit, quiet)
  try {
    const course = await carryOutFit(fit, journal, runner, {
      load: loadScenario,
      signal: interrupt.signal,
      code,
      ahead: AHEAD * threads,
      progress: shown.tell,
    }).finally(() => {
      shown.end()
      return runner.close()
    })
    const found = fitFound(fit, course, journal.entries())
    write(found, code, folder)
    await delivered(
      json
        ? JSON.stringify(fitObjectOf(found, code))
        : [...fitLines(found), '', `written to ${path}`],
    )
    if (settings.report && course.waves.length > 0 && interrupt.code() === undefined) {
      const command = process.argv.slice(2)
      const date = makingOf([], new Date()).date.slice(0, 10)
      await writeFitReport(found, { language: settings.language, command, date, code }, folder)
    }
    if (course.broken > 0)
      note(`${course.broken} runs broke, and count as not accepted: see ${path}/failed`)
    if (course.ended === undefined) note('stopped: the same command goes on from there')
    return interrupt.code() ?? codeFor(course)
  } catch (problem) {
    throw said(problem)
  } finally {
    interrupt.release()
    folder.close()
  }
}

const codeFor = ({ ended, broken, generations }: FitCourse): number => {
  if (ended === undefined) return EXIT.unfinished
  return broken > 0 || generations.length === 0 ? EXIT.fault : EXIT.done
}

function write(found: FitFound, code: string, folder: ExperimentFolder): void {
  const { experiment } = found.fit
  folder.write(
    'runs.parquet',
    experimentRuns(experiment, found.course.plan, folder.journal.entries()),
  )
  for (const { name, text } of fitTables(found)) folder.write(name, text)
  folder.write('fit.json', `${JSON.stringify(fitObjectOf(found, code), null, 2)}\n`)
  const fitted = fittedText(found, relative(resolve(folder.path), resolve(experiment.files[0])))
  if (fitted !== undefined) folder.write('fitted.yaml', fitted)
}

/** A bar for each wave, and one for the draws of each generation. */
function stages({ experiment }: FitStudy, quiet: boolean) {
  let shown: Progress = progress(0, true)
  let current = ''
  return {
    tell(stage: FitStage) {
      const name = `${stage.stage} ${stage.number}`
      if (name !== current) {
        shown.end()
        note(`${experiment.name}: ${name}`, quiet)
        shown = progress(stage.asked, quiet, stage.stage === 'wave' ? 'runs' : 'draws')
        current = name
      }
      shown.tell(stage.stage === 'wave' ? stage.done : stage.accepted)
    },
    end: () => shown.end(),
  }
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

/** Says what a fit takes, from one run that is made and not kept. */
async function dryRun(
  fit: FitStudy,
  path: string,
  { threads, quiet }: ExperimentSettings,
): Promise<number> {
  const { experiment, waves, points, draws, generations, most, targets } = fit
  const runner = onThreads(1)
  const interrupt = onInterrupt()
  const began = performance.now()
  note('one run is made, to see how long it takes', quiet)
  const journal = memoryJournal()
  const trial = { ...fit, waves: 1, points: 1, generations: 1 }
  const { broken } = await carryOutFit(trial, journal, runner, {
    load: loadScenario,
    signal: interrupt.signal,
    ahead: 1,
  }).finally(() => {
    interrupt.release()
    return runner.close()
  })
  const seconds = (performance.now() - began) / 1000
  const [least, top] = [Math.min(draws, most), most].map(
    (runs) => waves * points + generations * runs,
  )
  const last = (runs: number) => lasting((seconds * runs) / threads)
  await delivered([
    experiment.title,
    `${counted(experiment.varied.length, 'parameter')}, ${counted(targets.length, 'target')}; ${counted(waves, 'wave')} of ${counted(points, 'run')}, ${counted(generations, 'generation')} of ${counted(draws, 'draw')} from at most ${counted(most, 'run')}: ${least} to ${top} runs`,
    broken > 0
      ? 'the first run broke: no time can be told'
      : `one run takes ${seconds.toFixed(1)} s here; all of them about ${last(least)} to ${last(top)} on ${threads} threads`,
    `they would be kept in ${path}, at most about ${Math.ceil((top * BYTES_A_RUN) / 1e6)} MB`,
  ])
  return broken > 0 ? EXIT.fault : EXIT.done
}
