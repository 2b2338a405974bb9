/**
 * The folder of an experiment. Every process that works on it writes a journal of its own, a line a run, and reads those of
 * the others; any number of them share the work, on one machine or on several that see the folder. A process that is
 * killed loses the runs in flight, and nothing is counted twice.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { hashText } from '../engine/index.ts'
import { agreed, type Entry, type Journal, PROGRAM } from '../study/index.ts'
import { cannotWrite, openFolder, PROBE, writeWhole } from './disk.ts'
import { DiskFault } from './disk-fault.ts'
import { contentsOf, isOurs, jsonIn, refuseLinks, STUDY } from './owner.ts'

const JOURNAL = 'journal'
const CLAIMS = 'claims'
const FAILED = 'failed'
const FORM = 3

/** A process that has not shown itself for so long, in milliseconds, has left its runs to others. */
const SILENT = 300_000
const HEARTBEAT = 30_000
/** How long to wait for the runs of others before looking again. */
const PAUSE = 500

export interface ExperimentFolder {
  readonly path: string
  readonly journal: Journal
  /** Runs whose last making broke, by key. */
  failed(): readonly string[]
  /** Writes a file of the results, whole or not at all. */
  write(name: string, content: string | Uint8Array): void
  /** Gives up what is claimed. */
  close(): void
}

export interface Identity {
  readonly fingerprint: string
  readonly title: string
  /** The text of the study file. */
  readonly text: string
  /** The version of the code that runs. */
  readonly code: string
}

const INSIDE = [JOURNAL, CLAIMS, FAILED]

/**
 * @param note told of lines that cannot be used
 * @throws DiskFault before anything is written, where the folder holds something else
 */
export function openExperimentFolder(
  path: string,
  identity: Identity,
  note: (message: string) => void = () => {},
): ExperimentFolder {
  refuseOther(path, identity.fingerprint)
  openFolder(path)
  const { fingerprint, title, text, code } = identity
  const about = { pasar: PROGRAM, form: FORM, experiment: fingerprint, title, code }
  const write = (name: string, content: string | Uint8Array) => {
    if (name.includes('/')) openFolder(join(path, dirname(name)))
    writeWhole(join(path, name), content)
  }
  // First of all it says whose it is: a folder that is left here can be taken up again.
  write(STUDY, `${JSON.stringify(about, null, 2)}\n`)
  for (const name of INSIDE) openFolder(join(path, name))
  write('study.yaml', text)
  const own = `${hostname()}-${process.pid}-${Date.now().toString(36)}`
  const journal = folderJournal(path, own, note)
  return {
    path,
    write,
    journal,
    failed: () =>
      contentsOf(join(path, FAILED)).flatMap((name) => /^(.*)\.json$/.exec(name)?.[1] ?? []),
    close: journal.close,
  }
}

/** @throws DiskFault where the folder is not ours, of another study or of a later version */
function refuseOther(path: string, fingerprint: string): void {
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
  }
  refuseLinks(path, [...INSIDE, 'charts'])
}

/** What an opening leaves that was cut short before it could say whose the folder is. */
const isOpening = (path: string, name: string): boolean =>
  name === PROBE ||
  name.endsWith('.partial') ||
  (INSIDE.includes(name) && contentsOf(join(path, name)).every((inner) => inner === PROBE))

function folderJournal(
  path: string,
  own: string,
  note: (message: string) => void,
): Journal & { close(): void } {
  const folder = join(path, JOURNAL)
  const known = new Map<string, Entry>()
  const read = new Map<string, number>()
  const written = `${own}.ndjson`
  const take = (entry: Entry) => {
    agreed(known.get(entry.key), entry)
    known.set(entry.key, entry)
  }
  const refresh = () => {
    // What this process has written it knows.
    const others = readdirSync(folder).filter((one) => one.endsWith('.ndjson') && one !== written)
    for (const name of others) {
      const bad = readOn(join(folder, name), read, take)
      if (bad > 0)
        note(
          `${join(folder, name)}: ${bad} damaged ${bad === 1 ? 'line' : 'lines'}; what stood there is run again`,
        )
    }
  }
  refresh()
  let file: number | undefined
  const claims = folderClaims(join(path, CLAIMS), own)
  return {
    entries: () => known,
    add(entry) {
      const name = join(folder, written)
      try {
        file ??= openSync(name, 'a')
        writeSync(file, lineOf(entry))
        fsyncSync(file)
      } catch (problem) {
        throw cannotWrite(name, problem)
      }
      claims.release(entry.key)
      rmSync(join(path, FAILED, `${entry.key}.json`), { force: true })
      take(entry)
      refresh()
    },
    broken({ key, seed, point }, message) {
      claims.release(key)
      const about = { key, seed, point: point + 1, message }
      writeWhole(join(path, FAILED, `${key}.json`), `${JSON.stringify(about, null, 2)}\n`)
    },
    claim(runs) {
      refresh()
      return runs.filter(({ key }) => !known.has(key) && claims.take(key))
    },
    async wait() {
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
      refresh()
    },
    close() {
      claims.close()
      if (file !== undefined) closeSync(file)
    },
  }
}

/** A file a run, made by one process alone: of two that want a run at one moment one gets it. */
function folderClaims(folder: string, own: string) {
  const held = new Set<string>()
  const fileOf = (key: string) => join(folder, key)
  const make = (key: string): boolean => {
    try {
      writeFileSync(fileOf(key), own, { flag: 'wx' })
      held.add(key)
      return true
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code === 'EEXIST') return false
      throw cannotWrite(fileOf(key), problem)
    }
  }
  const beat = setInterval(() => {
    const now = new Date()
    for (const key of held) if (existsSync(fileOf(key))) utimesSync(fileOf(key), now, now)
  }, HEARTBEAT)
  beat.unref()
  const release = (key: string) => {
    if (held.delete(key)) rmSync(fileOf(key), { force: true })
  }
  return {
    release,
    take(key: string): boolean {
      if (held.has(key) || make(key)) return true
      if (!isLeft(fileOf(key))) return false
      rmSync(fileOf(key), { force: true })
      return make(key)
    },
    close() {
      clearInterval(beat)
      for (const key of held) release(key)
    },
  }
}

/** Whether the process that claimed a run has not shown itself for long, or ran on this machine and is no more. */
function isLeft(file: string): boolean {
  const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  if (touched === undefined) return true
  if (Date.now() - touched > SILENT) return true
  const holder = (() => {
    try {
      return readFileSync(file, 'utf8')
    } catch {
      return ''
    }
  })()
  const parts = /^(.*)-(\d+)-[0-9a-z]+$/.exec(holder)
  if (parts === null || parts[1] !== hostname()) return false
  try {
    process.kill(Number(parts[2]), 0)
    return false
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** A line of a journal: the entry, and a sum by which damage is seen. */
function lineOf(entry: Entry): Buffer {
  const text = JSON.stringify(entry)
  return Buffer.from(`${JSON.stringify({ sum: hashText(text), entry })}\n`)
}

/**
 * Takes the whole lines that a file has grown by; what follows the last line break is still being written, or was cut off by the
 * end of its process.
 * @returns how many lines are damaged
 */
function readOn(file: string, read: Map<string, number>, take: (entry: Entry) => void): number {
  const size = statSync(file).size
  const from = read.get(file) ?? 0
  if (size <= from) return 0
  const grown = bytesFrom(file, from, size)
  const end = grown.lastIndexOf(10) + 1
  read.set(file, from + end)
  const lines = grown.subarray(0, end).toString('utf8').split('\n').filter(Boolean)
  const entries = lines.map(entryIn)
  for (const entry of entries) if (entry !== undefined) take(entry)
  return entries.filter((entry) => entry === undefined).length
}

/** The bytes of a file between two places: a journal is long, and what was read of it is known. */
function bytesFrom(path: string, from: number, to: number): Buffer {
  const bytes = Buffer.alloc(to - from)
  const file = openSync(path, 'r')
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, from))
  } finally {
    closeSync(file)
  }
}

function entryIn(line: string): Entry | undefined {
  try {
    const { sum, entry } = JSON.parse(line)
    return sum === hashText(JSON.stringify(entry)) ? entry : undefined
  } catch {
    return undefined
  }
}
