/** Carries a fit out on threads: goes on where it stopped, prints what it found, writes its folder. */
import { codeVersion, folderFor, loadScenario, writeFit } from '../node/index.ts'
import { counted, fitLines, fitObjectOf } from '../report/index.ts'
import {
  carryOutFit,
  type FitCourse,
  type FitStage,
  type FitStudy,
  firstWave,
  fitFound,
} from '../study/index.ts'
import { dryRun, type Tools, tellFailed, tellKnown, working } from './making.ts'
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
  const { threads, quiet } = settings
  const { experiment } = fit
  const code = codeVersion()
  const first = firstWave(fit, code)
  const path = settings.out ?? folderFor(experiment, first)
  if (settings.dryRun) return dryRun(experiment, first, { ...costOf(fit), threads, path }, quiet)
  const identity = { fingerprint: first.fingerprint, title: experiment.title, text, code }
  return working(path, identity, threads, (tools) => fitted(fit, code, tools, settings))
}

async function fitted(
  fit: FitStudy,
  code: string,
  { journal, runner, signal, ...tools }: Tools,
  { threads, quiet, json, report, language }: ExperimentSettings,
): Promise<number> {
  const folder = tools.folder!
  tellKnown(journal.entries().size, quiet, 'runs')
  const shown = stages(fit, quiet)
  const course = await carryOutFit(fit, journal, runner, {
    ...{ load: loadScenario, signal, code },
    ahead: AHEAD * threads,
    progress: shown.tell,
  }).finally(() => shown.end())
  const found = fitFound(fit, course, journal.entries())
  const command = process.argv.slice(2)
  await writeFit(found, code, folder, { report, language, command, signal })
  await delivered(
    json
      ? JSON.stringify(fitObjectOf(found, code))
      : [...fitLines(found), '', `written to ${folder.path}`],
  )
  tellFailed(course.broken, folder)
  if (course.ended === undefined) note('stopped: the same command goes on from there')
  return codeFor(course)
}

const codeFor = ({ ended, broken, generations }: FitCourse): number => {
  if (ended === undefined) return EXIT.unfinished
  return broken > 0 || generations.length === 0 ? EXIT.fault : EXIT.done
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

/** How many runs there may be: a generation ends with the draws that are wanted. */
function costOf({ experiment, waves, points, draws, generations, most, targets }: FitStudy) {
  const [least, top] = [Math.min(draws, most), most].map(
    (runs) => waves * points + generations * runs,
  )
  const what = `${counted(experiment.varied.length, 'parameter')}, ${counted(targets.length, 'target')}; ${counted(waves, 'wave')} of ${counted(points, 'run')}, ${counted(generations, 'generation')} of ${counted(draws, 'draw')} from at most ${counted(most, 'run')}: ${least} to ${top} runs`
  return { what, runs: [least, top] as const }
}
