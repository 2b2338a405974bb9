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
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { agreed, type Entry, type Journal, PROGRAM } from '../study/index.ts'
import { cannotWrite, openFolder, PROBE, writeWhole } from './disk.ts'
import { DiskFault } from './disk-fault.ts'
import { contentsOf, isOurs, jsonIn, STUDY } from './owner.ts'

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

/** @throws DiskFault before anything is written, where the folder holds something else */
export function openExperimentFolder(path: string, identity: Identity): ExperimentFolder {
  refuseOther(path, identity.fingerprint)
  openFolder(path)
  for (const name of [JOURNAL, CLAIMS, FAILED]) openFolder(join(path, name))
  const { fingerprint, title, text, code } = identity
  const about = { pasar: PROGRAM, form: FORM, experiment: fingerprint, title, code }
  const write = (name: string, content: string | Uint8Array) => {
    if (name.includes('/')) openFolder(join(path, dirname(name)))
    writeWhole(join(path, name), content)
  }
  write(STUDY, `${JSON.stringify(about, null, 2)}\n`)
  write('study.yaml', text)
  const own = `${hostname()}-${process.pid}-${Date.now().toString(36)}`
  const journal = folderJournal(path, own)
  return {
    path,
    write,
    journal,
    failed: () =>
      contentsOf(join(path, FAILED)).flatMap((name) => /^(.*)\.json$/.exec(name)?.[1] ?? []),
    close: journal.close,
  }
}

/** @throws DiskFault where the folder is not ours, or of another study */
function refuseOther(path: string, fingerprint: string): void {
  if (!existsSync(path)) return
  const begun = jsonIn(join(path, STUDY))
  const inside = contentsOf(path).filter((name) => name !== PROBE && !name.endsWith('.partial'))
  if (inside.length === 0) return
  if (!isOurs(begun))
    throw new DiskFault(
      `${path} is no study of pasar: it holds ${inside.slice(0, 3).join(', ')}\nnothing was written. Choose an empty or a new folder with --out FOLDER`,
    )
  if (Reflect.get(begun as object, 'experiment') !== fingerprint)
    throw new DiskFault(
      `${path} holds another study: ${String(Reflect.get(begun as object, 'title') ?? 'a comparison')}\nnothing was written. Choose another folder with --out FOLDER`,
    )
}

function folderJournal(path: string, own: string): Journal & { close(): void } {
  const folder = join(path, JOURNAL)
  const claim = join(path, CLAIMS, own)
  const known = new Map<string, Entry>()
  const read = new Map<string, number>()
  const refresh = () => {
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.ndjson')))
      readOn(join(folder, name), read, (entry) => {
        agreed(known.get(entry.key), entry)
        known.set(entry.key, entry)
      })
  }
  refresh()
  let file: number | undefined
  const beat = setInterval(() => {
    if (existsSync(claim)) utimesSync(claim, new Date(), new Date())
  }, HEARTBEAT)
  beat.unref()
  return {
    entries: () => known,
    add(entry) {
      const line = Buffer.from(`${JSON.stringify(entry)}\n`)
      const name = join(folder, `${own}.ndjson`)
      try {
        file ??= openSync(name, 'a')
        writeSync(file, line)
        fsyncSync(file)
      } catch (problem) {
        throw cannotWrite(name, problem)
      }
      rmSync(join(path, FAILED, `${entry.key}.json`), { force: true })
      refresh()
    },
    broken({ key, seed, point }, message) {
      const about = { key, seed, point: point + 1, message }
      writeWhole(join(path, FAILED, `${key}.json`), `${JSON.stringify(about, null, 2)}\n`)
    },
    claim(runs) {
      refresh()
      const taken = claimedByOthers(path, own)
      const free = runs.filter(({ key }) => !taken.has(key) && !known.has(key))
      writeFileSync(claim, free.map(({ key }) => key).join('\n'))
      // Another process may have claimed the same meanwhile: of two the one with the lower name has it.
      const first = claimedByOthers(path, own, (name) => name < own)
      return free.filter(({ key }) => !first.has(key))
    },
    async wait() {
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
      refresh()
    },
    close() {
      clearInterval(beat)
      rmSync(claim, { force: true })
      if (file !== undefined) closeSync(file)
    },
  }
}

function claimedByOthers(
  path: string,
  own: string,
  counts: (name: string) => boolean = () => true,
): Set<string> {
  const folder = join(path, CLAIMS)
  const others = contentsOf(folder).filter((name) => name !== own && counts(name))
  return new Set(
    others.flatMap((name) => {
      const file = join(folder, name)
      const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
      if (Date.now() - touched > SILENT || isDead(name)) return []
      try {
        return readFileSync(file, 'utf8').split('\n')
      } catch {
        // Its process came to its end meanwhile.
        return []
      }
    }),
  )
}

/** Whether the process that a claim is named after ran on this machine and is no more. */
function isDead(name: string): boolean {
  const parts = /^(.*)-(\d+)-[0-9a-z]+$/.exec(name)
  if (parts === null || parts[1] !== hostname()) return false
  try {
    process.kill(Number(parts[2]), 0)
    return false
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** Takes the whole lines that a file has grown by. A line that is none of ours was cut off by the end of its process. */
function readOn(file: string, read: Map<string, number>, take: (entry: Entry) => void): void {
  const size = statSync(file).size
  const from = read.get(file) ?? 0
  if (size <= from) return
  const text = readFileSync(file)
  const end = text.lastIndexOf(10) + 1
  const grown = text.subarray(from, end).toString('utf8')
  read.set(file, Math.max(from, end))
  for (const line of grown.split('\n')) {
    const entry = entryIn(line)
    if (entry !== undefined) take(entry)
  }
}

function entryIn(line: string): Entry | undefined {
  try {
    const found = JSON.parse(line)
    const lists = [found.baseline, found.policy, found.states]
    const sound = typeof found.key === 'string' && lists.every(Array.isArray)
    return sound ? found : undefined
  } catch {
    return undefined
  }
}
