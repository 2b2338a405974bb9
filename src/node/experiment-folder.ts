/**
 * The folder of an experiment. Every process that works on it writes a journal of its own, a line a run, and reads those of
 * the others; any number of them share the work, on one machine or on several that see the folder. A process that is
 * killed loses the runs in flight, and nothing is counted twice.
 */
import { existsSync, rmSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { agreed, type Entry, type Journal, type Maker, PROGRAM } from '../study/index.ts'
import { type Claims, folderClaims } from './claims.ts'
import { openFolder, PROBE, writeWhole } from './disk.ts'
import { DiskFault } from './disk-fault.ts'
import { journalReader, ownJournal } from './journal-file.ts'
import { makeRoom } from './own-files.ts'
import { contentsOf, isOurs, jsonIn, refuseLinks, STUDY } from './owner.ts'

export const JOURNAL = 'journal'
const CLAIMS = 'claims'
export const FAILED = 'failed'
const FORM = 3

/** How long to wait for the runs of others before looking again. */
const PAUSE = 500

/** Held by the process that writes the results. */
const PACKING = 'packing'
/** Says of which runs the results in the folder are. */
const PACKED = 'packed.json'

export interface ExperimentFolder {
  readonly path: string
  readonly journal: Journal & {
    /** Reads what others have written. */
    look(): void
  }
  /** Runs whose last making broke, by key. */
  failed(): readonly string[]
  /** Writes a file of the results, whole or not at all. */
  write(name: string, content: string | Uint8Array): void
  /**
   * Writes the results, one process at a time: whoever comes last knows all runs. Nothing where another has written them while this one was at work.
   * @param of what they are of; undefined: of a study that is not done
   */
  pack(of: string | undefined, write: () => Promise<void>): Promise<void>
  /** Gives up what is claimed. */
  close(): void
}

/** What a study file came to: by these two folders of one study are compared. */
export interface Planned {
  /** The study file, as it was called. */
  readonly file?: string
  readonly runs: number
  /** Hash of the keys in their order. */
  readonly keys: string
}

export interface Identity {
  readonly fingerprint: string
  readonly title: string
  /** The text of the study file. */
  readonly text: string
  /** The version of the code that runs. */
  readonly code: string
  readonly plan?: Planned
  /** The command that repeats a run. */
  readonly repeat?: (key: string) => string
}

const INSIDE = [JOURNAL, CLAIMS, FAILED]

/** Folders that this process has opened. */
let opened = 0

/**
 * @param note told of lines that cannot be used, and of runs of other code
 * @throws DiskFault before anything is written, where the folder holds something else
 */
export function openExperimentFolder(
  path: string,
  identity: Identity,
  note: (message: string) => void = () => {},
): ExperimentFolder {
  refuseOther(path, identity, note)
  openFolder(path)
  const { fingerprint, title, text, code, plan } = identity
  const about = { pasar: PROGRAM, form: FORM, experiment: fingerprint, title, code, ...{ plan } }
  const write = (name: string, content: string | Uint8Array) => {
    if (name.includes('/')) openFolder(join(path, dirname(name)))
    const kept = makeRoom(path, name, content)
    if (kept !== undefined) note(`${name} was not written by this study: it is kept as ${kept}`)
    writeWhole(join(path, name), content)
  }
  // First of all it says whose it is: a folder that is left here can be taken up again.
  writeWhole(join(path, STUDY), `${JSON.stringify(about, null, 2)}\n`)
  for (const name of INSIDE) openFolder(join(path, name))
  write('study.yaml', text)
  // Two openings of one process within a millisecond are two.
  const moment = Date.now() * 1000 + (opened++ % 1000)
  const own = `${hostname()}-${process.pid}-${moment.toString(36)}`
  const claims = folderClaims(join(path, CLAIMS), own)
  const journal = folderJournal(path, own, identity, claims, note)
  const failed = failures(path)
  const packed = writtenAt(join(path, PACKED))
  return {
    path,
    write,
    journal,
    failed: () => [...failed().keys()],
    async pack(of, writeResults) {
      while (!claims.take(PACKING)) await pause()
      try {
        journal.look()
        const marker = join(path, PACKED)
        const theirs = Reflect.get(Object(jsonIn(marker)), 'of')
        if (of !== undefined && theirs === of && writtenAt(marker) !== packed) return
        await writeResults()
        if (of !== undefined)
          writeWhole(join(path, PACKED), `${JSON.stringify({ of, by: own }, null, 2)}\n`)
      } finally {
        claims.release(PACKING)
      }
    },
    close() {
      claims.forget((key) => journal.entries().has(key))
      claims.close()
      journal.close()
    },
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE))

const writtenAt = (path: string): number | undefined =>
  statSync(path, { throwIfNoEntry: false })?.mtimeMs

/** Runs that broke, with when that was written. */
const failures = (path: string) => (): Map<string, number | undefined> =>
  new Map(
    contentsOf(join(path, FAILED)).flatMap((name) => {
      const key = /^(.*)\.json$/.exec(name)?.[1]
      return key === undefined ? [] : [[key, writtenAt(join(path, FAILED, name))] as const]
    }),
  )

/** Runs that broke in other processes since this one began. */
function brokenElsewhere(path: string) {
  const failed = failures(path)
  const before = failed()
  const own = new Set<string>()
  const isNew = (key: string, at: number | undefined) =>
    at !== undefined && at !== before.get(key) && !own.has(key)
  return {
    /** This one broke here. */
    own: (key: string) => void own.add(key),
    has: (key: string) => isNew(key, writtenAt(join(path, FAILED, `${key}.json`))),
    keys: () => new Set([...failed()].flatMap(([key, at]) => (isNew(key, at) ? [key] : []))),
  }
}

/** @throws DiskFault where the folder is not ours, of another study or of a later version */
function refuseOther(
  path: string,
  { fingerprint, code }: Identity,
  note: (message: string) => void,
): void {
  if (!existsSync(path)) return
  const begun = jsonIn(join(path, STUDY))
  const inside = contentsOf(path).filter((name) => !isOpening(path, name))
  const refuse = (why: string) => {
    throw new DiskFault(
      `${path} ${why}\nnothing was written. Choose another folder with --out FOLDER`,
    )
  }
  if (inside.length > 0) {
    if (!isOurs(begun)) refuse(`is no study of pasar: it holds ${inside.slice(0, 3).join(', ')}`)
    const of = (name: string) => Reflect.get(begun as object, name)
    if (of('form') > FORM) refuse(`was written by a later version, ${of('pasar')}`)
    if (of('experiment') !== fingerprint)
      refuse(`holds another study: ${String(of('title') ?? 'a comparison')}`)
    if (of('code') !== code)
      note(
        `${path} was last worked on by other code (${of('code')}; this is ${code}): its runs stay there and are not used`,
      )
  }
  refuseLinks(path, [...INSIDE, 'charts'])
}

/** What an opening leaves that was cut short before it could say whose the folder is. */
const isOpening = (path: string, name: string): boolean =>
  name === PROBE ||
  name.endsWith('.partial') ||
  (INSIDE.includes(name) && contentsOf(join(path, name)).every((inner) => inner === PROBE))

/** Says which run failed, why, and how it can be made again. */
function writeFailure(
  file: string,
  { key, seed, point }: Parameters<Journal['broken']>[0],
  { message, command, by }: { message: string; command: string | undefined; by: Maker },
): void {
  const about = { key, seed, point: point + 1, message, command, by }
  writeWhole(file, `${JSON.stringify(about, null, 2)}\n`)
}

function folderJournal(
  path: string,
  own: string,
  { code, repeat }: Identity,
  claims: Claims,
  note: (message: string) => void,
): Journal & { look(): void; close(): void } {
  const by: Maker = { host: hostname(), node: process.version, code }
  const fileOf = (key: string) => join(path, FAILED, `${key}.json`)
  const known = new Map<string, Entry>()
  const take = (entry: Entry) => {
    agreed(known.get(entry.key), entry)
    known.set(entry.key, entry)
  }
  // What this process has written it knows.
  const look = journalReader(join(path, JOURNAL), take, note, own)
  look()
  const file = ownJournal(join(path, JOURNAL), own)
  const elsewhere = brokenElsewhere(path)
  const isFree = (key: string): boolean => {
    if (known.has(key) || !claims.take(key)) return false
    // It may have been made and given up since we looked.
    look()
    if (!known.has(key) && !elsewhere.has(key)) return true
    claims.release(key)
    return false
  }
  return {
    look,
    broke: elsewhere.keys,
    entries: () => known,
    add(entry) {
      const made = { ...entry, by }
      file.add(made)
      claims.release(entry.key)
      rmSync(fileOf(entry.key), { force: true })
      take(made)
    },
    broken(run, message) {
      elsewhere.own(run.key)
      writeFailure(fileOf(run.key), run, { message, command: repeat?.(run.key), by })
      claims.release(run.key)
    },
    claim: (runs) => runs.filter(({ key }) => isFree(key)),
    async wait() {
      await pause()
      look()
    },
    close: file.close,
  }
}
