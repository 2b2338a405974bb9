/** Fits parameters on threads: goes on where it stopped, and writes its folder. */
import { type Cost, fitSize, knownNote } from '../report/index.ts'
import {
  carryOutFit,
  type FitFound,
  type FitStage,
  type FitStudy,
  firstWave,
  fitFound,
} from '../study/index.ts'
import { codeVersion } from './code-version.ts'
import { loadScenario } from './disk.ts'
import { folderFor, writeFit } from './experiment-results.ts'
import { estimated, type ManyAsked, withTools } from './many-runs.ts'
import type { Watcher } from './watcher.ts'

/** Proposals that are asked for at once, by thread: with more, more of the last ones are made for nothing. */
const AHEAD = 2

export interface FitMade {
  readonly found: FitFound
  readonly code: string
  readonly path: string
}

/** @param text the fit file */
export function makeFit(
  fit: FitStudy,
  text: string,
  asked: ManyAsked,
  watcher: Watcher,
): Promise<FitMade> {
  const { threads, out, report, language, command } = asked
  const { signal } = watcher
  const { experiment } = fit
  const code = codeVersion()
  const first = firstWave(fit, code)
  const path = out ?? folderFor(experiment, first)
  const identity = { fingerprint: first.fingerprint, title: experiment.title, text, code }
  return withTools(path, identity, threads, watcher, async ({ journal, runner, folder }) => {
    const kept = journal.entries().size
    if (kept > 0) watcher.note?.(knownNote({ kept }, watcher.language))
    const course = await carryOutFit(fit, journal, runner, {
      ...{ load: loadScenario, signal, code },
      ahead: AHEAD * threads,
      progress: inStages(fit, watcher),
    }).finally(() => watcher.ended?.())
    const found = fitFound(fit, course, journal.entries())
    await writeFit(found, code, folder!, { report, language, command, signal })
    return { found, code, path }
  })
}

/** Each wave is a stage of runs, and each generation one of draws. */
function inStages({ experiment }: FitStudy, { note, stage, progress, ended }: Watcher) {
  let current = ''
  return (told: FitStage) => {
    const isWave = told.stage === 'wave'
    const name = `${told.stage} ${told.number}`
    if (name !== current) {
      ended?.()
      note?.(`${experiment.name}: ${name}`)
      stage?.(told.asked, isWave ? 'runs' : 'draws')
      current = name
    }
    progress?.(isWave ? told.done : told.accepted)
  }
}

/** What a fit would take. */
export function estimateFit(
  fit: FitStudy,
  { threads, out }: Pick<ManyAsked, 'out' | 'threads'>,
  watcher: Watcher,
): Promise<Cost> {
  const { experiment } = fit
  const first = firstWave(fit, codeVersion())
  const path = out ?? folderFor(experiment, first)
  return estimated(experiment, first, { ...fitSize(fit, watcher.language), threads, path }, watcher)
}
