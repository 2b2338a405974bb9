/** Carries a study out: runs it, writes its folder, prints its answer. */
import { createHash } from 'node:crypto'
import {
  answerUntil,
  type BrokenRun,
  daysOf,
  type Effect,
  type Precision,
  type Question,
  type RunPeople,
  type RunResult,
} from '../study/index.ts'
import { answerObject } from './answer-object.ts'
import { effectsOf, levelsOf, windowsFor } from './answers.ts'
import { combinationsOf, writeCombinations } from './combined.ts'
import { studyFolder } from './folder.ts'
import { onInterrupt } from './interrupt.ts'
import { mainEffect } from './main-effect.ts'
import { manifest } from './manifest.ts'
import type { StudyOptions } from './options.ts'
import { inOrder, peopleOf, writePeople } from './people.ts'
import { printed } from './printed.ts'
import { PROGRAM } from './program.ts'
import { progress } from './progress.ts'
import { writeReport } from './report-files.ts'
import { note, print } from './say.ts'
import type { Loaded } from './scenarios.ts'
import { EXIT } from './stop.ts'
import { writeEffects, writeLevels, writeProofs } from './study-files.ts'
import { onThreads } from './threads.ts'
import { whyOf, writeDecomposition } from './why.ts'

/** @returns the exit code */
export async function carryOut(
  scenarios: readonly Loaded[],
  asked: Question,
  options: StudyOptions,
): Promise<number> {
  const date = new Date()
  const began = performance.now()
  const fingerprint = fingerprintOf(scenarios, asked.seed)
  const named = scenarios[scenarios.length > 1 ? 1 : 0].name
  const folder = studyFolder(options.out ?? `output/${named}-${fingerprint.slice(0, 8)}`, PROGRAM)
  const interrupt = onInterrupt()
  const command = process.argv.slice(2)
  const none = { results: [], broken: [], files: [], milliseconds: 0, stopped: 'cut' as const }
  folder.begin(manifest({ ...none, scenarios, question: asked, command, date }))
  const alone = asked.policies.length === 0
  const windowsOf = (name: string) => {
    const arm = [asked.baseline, ...asked.policies].find(({ scenario }) => scenario === name)!
    return windowsFor(scenarios.find((scenario) => scenario.name === name)!, arm)
  }
  const main = (found: readonly RunResult[]): Effect[] => {
    const windows = effectsOf(asked, found, windowsOf)
    return scenarios.slice(1).flatMap((policy) => mainEffect(windows, policy, asked, found) ?? [])
  }
  const precision: Precision | undefined =
    options.precision === undefined || alone
      ? undefined
      : { within: options.precision, most: options.maxRuns, main }
  let shown = progress(0, true)
  const told: RunPeople[] = []
  const ended = answerUntil(
    asked,
    onThreads(options.threads, interrupt.signal),
    {
      result(result, file) {
        if (file !== undefined) folder.keep(result, file)
      },
      people(people, file) {
        if (file !== undefined) folder.keepAgents(people, file)
        told.push(people)
      },
      progress: (days) => shown.tell(days),
    },
    precision,
    (runs) => {
      shown.end()
      shown = progress(runs * daysOf(asked), options.quiet)
    },
  )
  const { results, aside, broken, question, stopped } = await ended.finally(() => shown.end())

  const effects = effectsOf(question, results, windowsOf)
  const levels = alone ? levelsOf(question, results, windowsOf(question.baseline.scenario)) : []
  const agents = inOrder(told, question)
  const people = peopleOf(agents, question)
  const why = whyOf(question, scenarios, results, aside, effects)
  const combined = options.combine ? combinationsOf(question, results, effects) : []
  const study = { scenarios, question, results, fingerprint }
  const enough = { stopped, precision: options.precision }
  const written = folder.claim(stopped === 'cut')
  const where = { output: folder.path, written }
  const found = { ...study, effects, levels, people, why, combined, enough, ...where }
  const made = { language: options.language, fingerprint, command, date }
  if (written) {
    const files = [
      ...folder.writeSeries(results),
      ...folder.writeAgents(agents),
      ...writeProofs(results, folder),
      alone ? writeLevels(levels, folder) : writeEffects(effects, folder),
      ...writePeople(people, effects, folder),
      ...writeDecomposition(why, folder),
      ...writeCombinations(combined, folder),
      ...(results.length > 0 && interrupt.code() === undefined
        ? await writeReport(found, made, folder)
        : []),
    ]
    const milliseconds = performance.now() - began
    folder.finish(manifest({ ...study, broken, stopped, files, command, date, milliseconds }))
  }

  if (options.json) print(JSON.stringify(answerObject(found)))
  else print(printed(found))
  noteEnd(results, broken, question, interrupt.code())
  interrupt.release()
  const sound = broken.length === 0 && results.every(({ proof }) => proof?.equal !== false)
  return interrupt.code() ?? (sound ? EXIT.done : EXIT.fault)
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
