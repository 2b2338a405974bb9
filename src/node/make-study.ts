/** Makes a study of one question: runs what is left of it on threads, and writes its folder. */
import type { Kept, Language } from '../report/index.ts'
import {
  type Answer,
  analysed,
  begunText,
  carryOut,
  type Design,
  fingerprintOf,
  runsAsked,
  type Study,
} from '../study/index.ts'
import { codeVersion } from './code-version.ts'
import { keepStudy } from './keep-study.ts'
import { baselinesOfUser } from './kept-baselines.ts'
import { knownStudies } from './known-studies.ts'
import { makingOf } from './making.ts'
import { openStudyFolder, withRuns } from './study-folder.ts'
import { onThreads } from './threads.ts'
import { overDays, type Watcher } from './watcher.ts'

export interface StudyAsked {
  readonly threads: number
  /** Whether a folder is written, and which; else one that is named after the last scenario and what is run. */
  readonly files: boolean
  readonly out?: string | undefined
  /** Whether charts and the page are drawn, and the language of the charts. */
  readonly report: boolean
  readonly language: Language
  /** Whether baselines kept by earlier comparisons are used, and this one's kept. */
  readonly cache: boolean
  /** The command line without the program. */
  readonly command: readonly string[]
}

export interface StudyMade {
  readonly study: Study
  readonly answer: Answer
  /** Where it is kept; undefined where no folder is written. */
  readonly kept: Kept | undefined
  /** Whether all runs are complete and all is written that was asked for. */
  readonly written: boolean
}

/** Who waits for the answer. */
interface Listener {
  /** Told as soon as there is an answer: tables, charts and the page are made after it has returned. */
  answered?(answer: Answer): void | Promise<void>
}

/**
 * A study that was stopped goes on where it was.
 * @throws DiskFault where the folder cannot be written, with the runs that it has
 */
export async function makeStudy(
  design: Design,
  asked: StudyAsked,
  watcher: Watcher,
  listener: Listener = {},
): Promise<StudyMade> {
  const began = performance.now()
  const date = new Date()
  const making = (milliseconds?: number) => makingOf(asked.command, date, milliseconds)
  const fingerprint = fingerprintOf(design)
  const folder = asked.files ? folderOf(design, fingerprint, asked, watcher) : undefined
  const runner = onThreads(asked.threads)
  try {
    folder?.begin(begunText(design, fingerprint, making()))
    const study = await carryOut(design, runner, {
      ...overDays(watcher, 'complete'),
      store: folder?.store,
      baselines: baselinesOfUser(asked, watcher),
      code: codeVersion(),
    })
      .catch((problem) => {
        throw folder === undefined ? problem : withRuns(folder.store.folder, problem)
      })
      .finally(() => {
        watcher.ended?.()
        return runner.close()
      })
    const answer = analysed(study, knownStudies())
    await listener.answered?.(answer)
    const { language } = asked
    const report = asked.report && !watcher.signal?.aborted
    const made = { language, fingerprint, making: making(performance.now() - began), report }
    const kept = folder && (await keepStudy(folder, study, answer, made))
    const whole = study.results.length === runsAsked(study.question)
    return { study, answer, kept, written: whole && report === asked.report }
  } finally {
    folder?.close()
  }
}

function folderOf(
  { scenarios }: Design,
  fingerprint: string,
  { out }: StudyAsked,
  { warn, note }: Watcher,
) {
  const named = scenarios[scenarios.length > 1 ? 1 : 0].name
  const path = out ?? `output/${named}-${fingerprint.slice(0, 8)}`
  return openStudyFolder(path, (damaged) => note?.(`${damaged}: it is run again`), warn)
}
