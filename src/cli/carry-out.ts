/** Carries a study out: runs it, writes its folder, prints its answer. */
import { createHash } from 'node:crypto'
import { answer, type BrokenRun, daysOf, type Question, type RunResult } from '../study/index.ts'
import { answerObject } from './answer-object.ts'
import { effectsOf, levelsOf, windowsFor } from './answers.ts'
import { studyFolder } from './folder.ts'
import { onInterrupt } from './interrupt.ts'
import { manifest } from './manifest.ts'
import type { StudyOptions } from './options.ts'
import { printed } from './printed.ts'
import { PROGRAM } from './program.ts'
import { progress } from './progress.ts'
import { note, print } from './say.ts'
import type { Loaded } from './scenarios.ts'
import { EXIT } from './stop.ts'
import { writeEffects, writeLevels, writeStudyCharts } from './study-files.ts'
import { onThreads } from './threads.ts'

/** @returns the exit code */
export async function carryOut(
  scenarios: readonly Loaded[],
  question: Question,
  options: StudyOptions,
): Promise<number> {
  const date = new Date()
  const began = performance.now()
  const fingerprint = fingerprintOf(scenarios, question.seed)
  const named = scenarios[scenarios.length > 1 ? 1 : 0].name
  const folder = studyFolder(options.out ?? `output/${named}-${fingerprint.slice(0, 8)}`, PROGRAM)
  const interrupt = onInterrupt()
  const command = process.argv.slice(2)
  const asked = { scenarios, question, command, date }
  folder.begin(manifest({ ...asked, results: [], broken: [], files: [], milliseconds: 0 }))
  const shown = progress(question.runs * daysOf(question), options.quiet)
  const { results, broken } = await answer(question, onThreads(options.threads, interrupt.signal), {
    result: folder.keep,
    progress: shown.tell,
  }).finally(shown.end)

  const files = folder.writeSeries(results)
  const windowsOf = (name: string) => {
    const arm = [question.baseline, ...question.policies].find(({ scenario }) => scenario === name)!
    return windowsFor(scenarios.find((scenario) => scenario.name === name)!, arm)
  }
  const alone = question.policies.length === 0
  const effects = effectsOf(question, results, windowsOf)
  const levels = alone ? levelsOf(question, results, windowsOf(question.baseline.scenario)) : []
  files.push(alone ? writeLevels(levels, folder) : writeEffects(effects, folder))
  const study = { scenarios, question, results, fingerprint }
  if (results.length > 0 && interrupt.code() === undefined)
    files.push(...(await writeStudyCharts(study, effects, folder)))
  const milliseconds = performance.now() - began
  folder.finish(manifest({ ...asked, results, broken, files, milliseconds }))

  const found = { ...study, effects, levels, output: folder.path }
  if (options.json) print(JSON.stringify(answerObject(found)))
  else print(printed(found))
  noteEnd(results, broken, question, interrupt.code())
  interrupt.release()
  return interrupt.code() ?? (broken.length > 0 ? EXIT.fault : EXIT.done)
}

/** What was run, whatever the number of runs: more runs of the same replace fewer. */
function fingerprintOf(scenarios: readonly Loaded[], seed: string): string {
  const said = [...scenarios.map(({ fingerprint }) => fingerprint), seed]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16)
}

function noteEnd(
  results: readonly RunResult[],
  broken: readonly BrokenRun[],
  question: Question,
  interrupted: number | undefined,
): void {
  for (const { run, message } of broken) note(`run ${run} broke: ${message}`)
  const asked = question.runs * (1 + question.policies.length)
  if (interrupted !== undefined)
    note(`interrupted: ${results.length} of ${asked} runs are complete and kept`)
}
