/** Carries the facts of a file out: runs what is left of them, prints and draws the verdicts, writes their folder. */
import {
  codeVersion,
  factsFolder,
  keepFacts,
  makingOf,
  onThreads,
  readRegistrationOf,
  registrationPath,
  sha256,
  withRuns,
  writeRegistration,
} from '../node/index.ts'
import { type FactsShown, factsLines, factsObject, registrationLines } from '../report/index.ts'
import {
  carryOutFacts,
  type Facts,
  type FactsFound,
  registeredIn,
  registrationOf,
} from '../study/index.ts'
import { baselinesFor } from './baselines.ts'
import { onInterrupt } from './interrupt.ts'
import type { StudyOptions } from './options.ts'
import { progress } from './progress.ts'
import { delivered, note } from './say.ts'
import { badInput, EXIT } from './stop.ts'

/**
 * @param file the facts file, beside which a registration lies
 * @returns the exit code
 */
export async function carryOut(
  facts: Facts,
  file: string,
  options: StudyOptions,
  registers: boolean,
): Promise<number> {
  const date = makingOf([], new Date()).date
  const registration = readRegistrationOf(file)
  if (registers && registration !== undefined)
    throw badInput(
      `${registrationPath(file)} is there already: a prediction is registered once\nto register anew, remove it`,
    )
  const interrupt = onInterrupt()
  const folder = options.files
    ? factsFolder(facts, options.out, (line) => note(line, options.quiet))
    : undefined
  try {
    const found = await ran(facts, options, interrupt.signal, folder).catch((problem) => {
      throw folder === undefined ? problem : withRuns(folder.store.folder, problem)
    })
    for (const { run, message } of found.broken) note(`run ${run} broke: ${message}`)
    const stopped = interrupt.code()
    if (stopped !== undefined) {
      note('interrupted: complete runs are kept; the same command goes on from there')
      return stopped
    }
    if (registers && found.broken.length === 0) {
      const made = registrationOf(found, { hash: sha256, date, code: codeVersion() })
      const path = writeRegistration(file, made)
      await delivered(
        options.json ? JSON.stringify(made) : registrationLines(made, path, options.language),
      )
      return EXIT.done
    }
    const shown: FactsShown = {
      found,
      ...(registration === undefined
        ? {}
        : { registered: registeredIn(registration, facts, sha256) }),
    }
    const path = folder?.path
    await delivered(
      options.json ? JSON.stringify(factsObject(shown)) : factsLines(shown, options.language, path),
    )
    if (folder !== undefined)
      await keepFacts(folder, shown, {
        ...options,
        date: date.slice(0, 10),
        command: process.argv.slice(2),
      })
    return found.broken.length > 0 ? EXIT.fault : EXIT.done
  } finally {
    interrupt.release()
    folder?.close()
  }
}

/** Runs what the folder does not have. */
async function ran(
  facts: Facts,
  { threads, seed, runs, cache, quiet }: StudyOptions,
  signal: AbortSignal,
  folder: ReturnType<typeof factsFolder> | undefined,
): Promise<FactsFound> {
  const runner = onThreads(threads)
  let shown = progress(0, true)
  return carryOutFacts(facts, runner, {
    ...{ seed, runs, signal, code: codeVersion(), store: folder?.store },
    baselines: baselinesFor({ cache, quiet }),
    progress: (days) => shown.tell(days),
    began({ asked, known, days }) {
      shown.end()
      if (known > 0)
        note(`${known} of ${asked} runs are known already and are not run again`, quiet)
      shown = progress(days, quiet)
    },
  }).finally(() => {
    shown.end()
    return runner.close()
  })
}
