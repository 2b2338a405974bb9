/** Carries a study out: runs it, writes its folder, prints its answer. */
import { createHash } from 'node:crypto'
import { manifest, onThreads, RUNS, studyFolder, writeReport } from '../node/index.ts'
import { answerObject, printed, tablesOf } from '../report/index.ts'
import {
  analysed,
  carryOut as carriedOut,
  type Design,
  daysOf,
  PROGRAM,
  type Study,
} from '../study/index.ts'
import { onInterrupt } from './interrupt.ts'
import type { StudyOptions } from './options.ts'
import { progress } from './progress.ts'
import { note, print } from './say.ts'
import { EXIT } from './stop.ts'

/** @returns the exit code */
export async function carryOut(design: Design, options: StudyOptions): Promise<number> {
  const { scenarios, question: asked } = design
  const date = new Date()
  const began = performance.now()
  const fingerprint = fingerprintOf(design)
  const named = scenarios[scenarios.length > 1 ? 1 : 0].name
  const folder = studyFolder(options.out ?? `output/${named}-${fingerprint.slice(0, 8)}`, PROGRAM)
  const interrupt = onInterrupt()
  const command = process.argv.slice(2)
  const none = { results: [], broken: [], files: [], milliseconds: 0, stopped: 'cut' as const }
  folder.begin(manifest({ ...none, scenarios, question: asked, command, date }))
  let shown = progress(0, true)
  const ended = carriedOut(
    design,
    onThreads(options.threads, interrupt.signal),
    {
      result(result, file) {
        if (file !== undefined) folder.keep(result, file)
      },
      people(people, file) {
        if (file !== undefined) folder.keepAgents(people, file)
      },
      progress: (days) => shown.tell(days),
    },
    (runs) => {
      shown.end()
      shown = progress(runs * daysOf(asked), options.quiet)
    },
  )
  const study = await ended.finally(() => shown.end())
  const { results, broken, stopped, question } = study

  const answer = analysed(study)
  const written = folder.claim(stopped === 'cut')
  const kept = { output: folder.path, written, runs: `${folder.path}/${RUNS}` }
  const day = date.toISOString().slice(0, 10)
  const made = { language: options.language, fingerprint, command, date: day }
  if (written) {
    const tables = tablesOf(answer)
    const files = [...folder.writeSeries(results), ...folder.writeAgents(study.people)]
    for (const { name, text } of tables) folder.write(name, text)
    files.push(...tables.map(({ name }) => name))
    if (results.length > 0 && interrupt.code() === undefined)
      files.push(...(await writeReport(answer, made, folder)))
    const milliseconds = performance.now() - began
    const done = { scenarios, question, results, broken, stopped, files, command, date }
    folder.finish(manifest({ ...done, milliseconds }))
  }

  if (options.json) print(JSON.stringify(answerObject(answer, kept)))
  else print(printed(answer, kept))
  noteEnd(study, interrupt.code())
  interrupt.release()
  const sound = broken.length === 0 && results.every(({ proof }) => proof?.equal !== false)
  return interrupt.code() ?? (sound ? EXIT.done : EXIT.fault)
}

/** What was run, whatever the number of runs: more runs of the same replace fewer. */
function fingerprintOf({ scenarios, question }: Design): string {
  const said = [...scenarios.map(({ fingerprint }) => fingerprint), question.seed]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16)
}

function noteEnd({ results, broken, question }: Study, interrupted: number | undefined): void {
  for (const { run, message } of broken) note(`run ${run} broke: ${message}`)
  const asked = question.runs * (1 + question.policies.length)
  if (interrupted !== undefined)
    note(`interrupted: ${results.length} of ${asked} runs are complete and kept`)
}
