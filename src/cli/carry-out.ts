/** Carries a study out: runs what is left of it, writes its folder, prints its answer. */

import {
  codeVersion,
  keepStudy,
  knownStudies,
  makingOf,
  onThreads,
  openStudyFolder,
  withRuns,
} from '../node/index.ts'
import { answerObject, fewAgents, printed, summaryObject } from '../report/index.ts'
import {
  type AnswerOptions,
  analysed,
  begunText,
  carryOut as carriedOut,
  type Design,
  fingerprintOf,
  runsAsked,
  type Study,
} from '../study/index.ts'
import { baselinesFor } from './baselines.ts'
import { onInterrupt } from './interrupt.ts'
import type { StudyOptions } from './options.ts'
import { type Progress, progress } from './progress.ts'
import { delivered, greyed, note } from './say.ts'
import { EXIT } from './stop.ts'

/** @returns the exit code */
export async function carryOut(design: Design, options: StudyOptions): Promise<number> {
  const began = performance.now()
  const date = new Date()
  const making = (milliseconds?: number) => makingOf(process.argv.slice(2), date, milliseconds)
  const fingerprint = fingerprintOf(design)
  const folder = options.files ? folderFor(design, fingerprint, options) : undefined
  const interrupt = onInterrupt()
  const runner = onThreads(options.threads)
  let shown = progress(0, true)
  const carrying: AnswerOptions = {
    store: folder?.store,
    baselines: baselinesFor(options),
    signal: interrupt.signal,
    code: codeVersion(),
    progress: (days) => shown.tell(days),
    began({ asked, known, days }) {
      shown.end()
      if (known > 0)
        note(`${known} of ${asked} runs are complete already and are not run again`, options.quiet)
      shown = progress(days, options.quiet)
    },
  }
  try {
    folder?.begin(begunText(design, fingerprint, making()))
    const study = await carriedOut(design, runner, carrying)
      .catch((problem) => {
        throw folder === undefined ? problem : withRuns(folder.store.folder, problem)
      })
      .finally(() => endOf(shown, runner))
    const answer = analysed(study, knownStudies())
    const milliseconds = performance.now() - began
    const { language, report } = options
    const drawn = report && interrupt.code() === undefined
    const made = { language, fingerprint, making: making(milliseconds), report: drawn }
    const kept = folder && (await keepStudy(folder, study, answer, made))
    const heard = await delivered(
      options.json
        ? JSON.stringify(options.summary ? summaryObject(answer) : answerObject(answer, kept))
        : greyed(printed(answer, kept), fewAgents),
    )
    const { broken, results } = study
    // What came when all was written interrupted nothing.
    const whole = results.length === runsAsked(study.question)
    const cut = whole && drawn === report ? undefined : interrupt.code()
    noteEnd(study, cut, whole)
    // An answer that stands in no file and was not heard is lost.
    const told = heard || folder !== undefined
    const sound =
      told && broken.length === 0 && results.every(({ proof }) => proof?.equal !== false)
    return cut ?? (sound ? EXIT.done : EXIT.fault)
  } finally {
    interrupt.release()
    folder?.close()
  }
}

const endOf = (shown: Progress, runner: ReturnType<typeof onThreads>) => {
  shown.end()
  return runner.close()
}

/** The folder asked for, or one that is named after the last scenario and what is run. */
function folderFor({ scenarios }: Design, fingerprint: string, { out, quiet }: StudyOptions) {
  const named = scenarios[scenarios.length > 1 ? 1 : 0].name
  const path = out ?? `output/${named}-${fingerprint.slice(0, 8)}`
  return openStudyFolder(path, (damaged) => note(`${damaged}: it is run again`, quiet), note)
}

function noteEnd(study: Study, interrupted: number | undefined, whole: boolean): void {
  const { results, broken } = study
  for (const { run, message } of broken) note(`run ${run} broke: ${message}`)
  if (interrupted === undefined) return
  note(
    whole
      ? 'interrupted: all runs are complete and kept; the same command draws the charts and the page'
      : `interrupted: ${results.length} of ${runsAsked(study.question)} runs are complete and kept; the same command goes on from there`,
  )
}
