/**
 * Whose a folder is. Only what is provably a study of ours is written into, only one process does so at a time, and only
 * what our own manifest lists is ever deleted.
 */
import {
  existsSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, uptime } from 'node:os'
import { join } from 'node:path'
import { printable } from '../scenario/index.ts'
import { isInside } from '../study/index.ts'
import { cannotWrite, PROBE } from './disk.ts'
import { DiskFault } from './disk-fault.ts'

/** Says of a folder that it is a study of ours, and what was asked last. */
export const STUDY = 'study.json'
export const MANIFEST = 'manifest.json'
/** Held by the process that is at work in the folder. */
const LOCK = 'study.lock'

/** What a manifest says that matters to the folder. */
export interface Earlier {
  readonly complete: boolean
  /** Files of the study, by paths below its folder, with their hashes where the manifest has them. */
  readonly files: readonly { readonly name: string; readonly sha256?: string }[]
}

/** The study that a folder holds; undefined of an empty or missing folder. @throws DiskFault where it is not ours */
export function earlierStudy(path: string): Earlier | undefined {
  if (!existsSync(path)) return undefined
  const inside = contentsOf(path)
  const manifest = manifestIn(path)
  const begun = jsonIn(join(path, STUDY))
  const ours = manifest !== undefined || isOurs(begun)
  if (!ours && !inside.every((name) => isOpening(path, name)))
    throw new DiskFault(
      `${path} is no study of pasar: it holds ${inside.slice(0, 3).join(', ')}\nnothing was written. Choose an empty or a new folder with --out FOLDER`,
    )
  if (ours && Reflect.get(Object(begun), 'experiment') !== undefined)
    throw new DiskFault(
      `${path} holds a study of many points: ${String(Reflect.get(Object(begun), 'title'))}\nnothing was written. Choose another folder with --out FOLDER`,
    )
  refuseLinks(path, ['runs', 'charts'])
  return manifest
}

/** @throws DiskFault where a folder that is written into is a link */
export function refuseLinks(path: string, names: readonly string[]): void {
  for (const name of names)
    if (isLink(join(path, name)))
      throw new DiskFault(
        `${join(path, name)} is a link: what is written there would lie outside the study\nnothing was written. Choose another folder with --out FOLDER`,
      )
}

/** What an opening leaves that was cut short before it could say whose the folder is. */
const isOpening = (path: string, name: string): boolean =>
  name === PROBE ||
  /^study\.(lock(\.\d+(\.left)?)?|json\.\d+\.partial)$/.test(name) ||
  (name === 'runs' && contentsOf(join(path, name)).every((inner) => inner === PROBE))

export function contentsOf(path: string): string[] {
  try {
    return readdirSync(path)
  } catch {
    // The caller that opens it reports whether it is a file or cannot be read.
    return []
  }
}

const isLink = (path: string): boolean => {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
  } catch {
    // Below a file, or in a folder that cannot be read: the caller that writes there reports it.
    return false
  }
}

/** Both forms of a manifest: files were names once, and have hashes now. */
function manifestIn(path: string): Earlier | undefined {
  const manifest = jsonIn(join(path, MANIFEST))
  if (!isOurs(manifest)) return undefined
  const { files, complete } = manifest as { files?: unknown; complete?: unknown }
  if (!Array.isArray(files)) return undefined
  const listed = files.map((file) => (typeof file === 'string' ? { name: file } : Object(file)))
  return { complete: complete === true, files: listed.filter(({ name }) => isInside(name)) }
}

export const isOurs = (content: unknown): boolean =>
  typeof content === 'object' &&
  content !== null &&
  typeof Reflect.get(content, 'pasar') === 'string' &&
  Number.isInteger(Reflect.get(content, 'form'))

function textIn(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

export function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

interface Holder {
  readonly pid: number
  readonly host: string
  readonly since: string
}

/** A lock whose holder has not shown itself for so long, in milliseconds, is left over from another machine. */
const SILENT = 120_000
const HEARTBEAT = 20_000

/**
 * Takes a folder for this process.
 * @returns what gives it back
 * @throws DiskFault where another process is at work in it
 */
export function lockFolder(path: string): () => void {
  const lock = join(path, LOCK)
  const own = `${lock}.${process.pid}`
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
  }
  try {
    writeFileSync(own, JSON.stringify(holder))
    for (;;) {
      try {
        place(own, lock, holder)
        break
      } catch (problem) {
        if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem
        const dead = judgedDead(path, lock)
        // Left over by a process that was killed.
        try {
          renameSync(lock, `${own}.left`)
          // Another process took the folder meanwhile: it gets its lock back.
          if (textIn(`${own}.left`) !== dead && !existsSync(lock)) linkSync(`${own}.left`, lock)
          rmSync(`${own}.left`)
        } catch (vanished) {
          if ((vanished as NodeJS.ErrnoException).code !== 'ENOENT') throw vanished
        }
      }
    }
  } catch (problem) {
    throw cannotWrite(lock, problem)
  } finally {
    rmSync(own, { force: true })
  }
  const isOwn = () => {
    const held = jsonIn(lock) as Holder | undefined
    return held?.pid === holder.pid && held.since === holder.since
  }
  const beat = setInterval(() => {
    try {
      if (isOwn()) utimesSync(lock, new Date(), new Date())
    } catch {
      // The lock was removed meanwhile: there is nothing to refresh.
    }
  }, HEARTBEAT)
  beat.unref()
  return () => {
    clearInterval(beat)
    if (isOwn()) rmSync(lock, { force: true })
  }
}

/** Puts a lock in its place: fails where one stands, and appears whole where the disk knows links. */
function place(own: string, lock: string, holder: Holder): void {
  try {
    linkSync(own, lock)
  } catch (problem) {
    if (!['EPERM', 'ENOSYS', 'EOPNOTSUPP'].includes((problem as NodeJS.ErrnoException).code ?? ''))
      throw problem
    writeFileSync(lock, JSON.stringify(holder), { flag: 'wx' })
  }
}

/**
 * The text of a lock whose holder is no more.
 * @throws DiskFault where the holder is at work
 */
function judgedDead(path: string, lock: string): string | undefined {
  if (lstatSync(lock, { throwIfNoEntry: false })?.isFile() === false)
    throw new DiskFault(
      `${lock} is no lock of pasar: it is no file\nnothing was written. Remove it, or choose another folder with --out FOLDER`,
    )
  const text = textIn(lock)
  const held = Object(jsonIn(lock)) as Partial<Holder>
  if (typeof held.pid !== 'number') {
    if (isCutShort(text)) return text
    throw new DiskFault(
      `${lock} is no lock of pasar: it is another file\nnothing was written. Remove it, or choose another folder with --out FOLDER`,
    )
  }
  const touched = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0
  // A number that a process had before the machine started is another one's now.
  const sinceStart = touched > Date.now() - 1000 * uptime()
  const living =
    held.host === hostname()
      ? sinceStart && isRunning(held.pid) && held.pid !== process.pid
      : Date.now() - touched <= SILENT
  if (!living) return text
  const elsewhere = held.host !== hostname()
  const where = elsewhere ? ` on ${printable(String(held.host ?? 'another machine'))}` : ''
  const since = held.since === undefined ? '' : `, since ${printable(String(held.since))}`
  // The number of a process that is no more may be another program's now.
  const gone = elsewhere
    ? `. If that one is no more, remove ${lock}, or wait until it has been silent for ${SILENT / 60_000} minutes`
    : `. If process ${held.pid} is another program, remove ${lock}`
  throw new DiskFault(
    `another process (${held.pid}${where}${since}) is at work in ${path}\nwait for it, or choose another folder with --out FOLDER${gone}`,
  )
}

/** Whether a lock was not written to its end: a disk without links shows it while it is written. */
const isCutShort = (text = ''): boolean => {
  const [begun, whole] = [text.trim(), '{"pid":']
  return begun === '' || whole.startsWith(begun) || begun.startsWith(whole)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM'
  }
}
