/** Makes what a facts file asks for: runs what is left of it on threads, and writes its folder, or registers what is predicted. */
import { brokenLines, type FactsShown, type Language } from '../report/index.ts'
import { BadInput } from '../scenario/index.ts'
import {
  carryOutFacts,
  type Facts,
  type FactsAsked,
  type FactsFound,
  type Registration,
  registeredIn,
  registrationOf,
} from '../study/index.ts'
import { codeVersion } from './code-version.ts'
import { factsFolder, keepFacts } from './facts-folder.ts'
import { baselinesOfUser } from './kept-baselines.ts'
import type { StudyAsked } from './make-study.ts'
import { makingOf } from './making.ts'
import { readRegistrationOf, registrationPath, sha256, writeRegistration } from './registration.ts'
import type { StudyFolder } from './study-folder.ts'
import { withRuns } from './study-folder.ts'
import { onThreads } from './threads.ts'
import { overDays, type Watcher } from './watcher.ts'

export interface FactsWanted extends StudyAsked, FactsAsked {
  readonly language: Language
  /** Whether what is predicted is written down, before it is known what was seen. */
  readonly register: boolean
}

export interface FactsMade {
  readonly shown: FactsShown
  /** The folder; undefined where none is written. */
  readonly path: string | undefined
  /** What was registered, and where. */
  readonly registered?: { readonly made: Registration; readonly path: string }
}

/**
 * @param file the facts file, beside which a registration lies
 * @returns nothing where it was stopped: complete runs are kept
 * @throws BadInput where a prediction is registered already
 */
export async function makeFacts(
  facts: Facts,
  file: string,
  asked: FactsWanted,
  watcher: Watcher,
): Promise<FactsMade | undefined> {
  const { date } = makingOf([], new Date())
  const registration = readRegistrationOf(file)
  if (asked.register && registration !== undefined)
    throw new BadInput(
      `${registrationPath(file)} is there already: a prediction is registered once\nto register anew, remove it`,
    )
  const folder = asked.files
    ? factsFolder(facts, asked.out, (line) => watcher.note?.(line))
    : undefined
  try {
    const found = await ran(facts, asked, watcher, folder)
    for (const line of brokenLines(found.broken, watcher.language)) watcher.warn?.(line)
    if (watcher.signal?.aborted) return undefined
    const path = folder?.path
    if (asked.register && found.broken.length === 0) {
      const made = registrationOf(found, { hash: sha256, date, code: codeVersion() })
      return { shown: { found }, path, registered: { made, path: writeRegistration(file, made) } }
    }
    const registered = registration && registeredIn(registration, facts, sha256)
    const shown = { found, ...(registered === undefined ? {} : { registered }) }
    if (folder !== undefined) await keepFacts(folder, shown, { ...asked, date: date.slice(0, 10) })
    return { shown, path }
  } finally {
    folder?.close()
  }
}

/** Runs what the folder does not have. */
function ran(
  facts: Facts,
  asked: FactsWanted,
  watcher: Watcher,
  folder: StudyFolder | undefined,
): Promise<FactsFound> {
  const { seed, runs } = asked
  const runner = onThreads(asked.threads)
  return carryOutFacts(facts, runner, {
    ...overDays(watcher, 'known'),
    ...{ seed, runs, code: codeVersion(), store: folder?.store },
    baselines: baselinesOfUser(asked, watcher),
  })
    .catch((problem) => {
      throw folder === undefined ? problem : withRuns(folder.store.folder, problem)
    })
    .finally(() => {
      watcher.ended?.()
      return runner.close()
    })
}
