/** Reading and writing files. What is written appears whole or not at all. */
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { type Load, MOST_BYTES, textIn } from '../scenario/index.ts'
import { DiskFault } from './disk-fault.ts'
import { isProgram, programOf, programsBeside } from './policy-program.ts'

/** The text of a scenario file, or why it has none; nothing where there is no such file. */
function textOf(path: string): ReturnType<Load> {
  try {
    const file = textIn(bytesOf(path))
    return 'not' in file || !isProgram(path)
      ? file
      : { ...file, program: programOf(path, file.text) }
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    if (code === 'EISDIR') return { not: 'is-folder' }
    if (code === NO_FILE) return { not: 'no-file' }
    return { not: 'unreadable', why: reasonOf(problem) }
  }
}

const NO_FILE = 'PASAR_NO_FILE'

/**
 * At most one byte more than a scenario may have: what a device or a growing file holds has no end, and its size is not
 * to be asked. A pipe without a writer is opened without waiting for one.
 */
function bytesOf(path: string): Uint8Array {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const about = fstatSync(file)
    if (!about.isFile() && !about.isDirectory())
      throw Object.assign(new Error('no file'), { code: NO_FILE })
    const bytes = new Uint8Array(MOST_BYTES + 1)
    let length = 0
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, null)
    return bytes.subarray(0, length)
  } finally {
    closeSync(file)
  }
}

function scenariosBeside(path: string): string[] {
  try {
    return readdirSync(dirname(path)).flatMap((file) => /^(.*)\.yaml$/.exec(file)?.[1] ?? [])
  } catch {
    return []
  }
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder || '.', { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    )
  } catch {
    return []
  }
}

export const loadScenario: Load = Object.assign(textOf, {
  beside: scenariosBeside,
  folders: foldersIn,
  programsBeside,
})

export const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** Scenarios and folders of the folder in which a path ends, as whole paths; folders end in a slash. */
export function namesUnder(path: string): string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  try {
    return readdirSync(folder || '.', { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
      .filter((entry) => entry.isDirectory() || /\.ya?ml$/.test(entry.name))
      .map((entry) => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`)
  } catch {
    return []
  }
}

/** Names of files that are being written, or were when their process was killed. */
export const isPartial = (name: string): boolean => /\.\d+\.partial$/.test(name)

/**
 * Calls `write` with a temporary name in the same folder, then renames the file to its own.
 * @param placing called with the file that is whole, before it takes its place
 */
export function atomically(
  path: string,
  write: (temporary: string) => void,
  placing: (temporary: string) => void = () => {},
): void {
  const temporary = `${path}.${process.pid}.partial`
  try {
    write(temporary)
    placing(temporary)
    renameSync(temporary, path)
  } catch (problem) {
    rmSync(temporary, { force: true })
    throw cannotWrite(path, problem)
  }
}

export const writeWhole = (path: string, content: string | Uint8Array): void =>
  atomically(path, (temporary) => writeFileSync(temporary, content))

/** A file that is written to find out whether a folder can be. */
export const PROBE = '.writable'

/** Makes a folder, and finds out now rather than after an hour whether it can be written. */
export function openFolder(path: string): void {
  const probe = join(path, PROBE)
  try {
    makeFolder(path)
    writeFileSync(probe, '')
    rmSync(probe, { force: true })
  } catch (problem) {
    throw cannotWrite(path, problem)
  }
}

/**
 * A folder with those above it. Node's own way (`recursive`) calls a read-only disk a missing folder, and
 * under /proc it never comes back.
 */
export function makeFolder(path: string): void {
  if (madeFolder(path)) return
  const above = dirname(path)
  // Another process may have made the one above since: then the second attempt is told as it is.
  if (!existsSync(above)) makeFolder(above)
  if (!madeFolder(path)) mkdirSync(path)
}

/** Makes one folder, or finds it there: whether it is. Not where the folder above is missing. */
function madeFolder(path: string): boolean {
  try {
    mkdirSync(path)
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException
    if (code === 'ENOENT') return false
    if (code !== 'EEXIST' || !statSync(path).isDirectory()) throw problem
  }
  return true
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a file of that name is in the way',
  ENOENT: 'the folder cannot be made there',
  EISDIR: 'it is a folder',
  EDQUOT: 'the quota is used up',
  EFBIG: 'it would be larger than a file may be here',
  ENAMETOOLONG: 'its name is longer than a name may be here',
  ELOOP: 'its links lead in a circle',
  ENXIO: 'nothing stands behind it',
  ERR_INVALID_ARG_VALUE: 'no file can have such a name',
}

/** Where there is too little room, making some is the other way out. */
const NO_ROOM = ['ENOSPC', 'EDQUOT', 'EFBIG']

/** Plain words for what the system says of a file. */
export function reasonOf(problem: unknown): string {
  const { code, message } = problem as NodeJS.ErrnoException
  return (code === undefined ? undefined : REASONS[code]) ?? message ?? String(problem)
}

/** What is said where something cannot be written; what says it already is handed on. */
export function cannotWrite(path: string, problem: unknown): Error {
  if (problem instanceof DiskFault) return problem
  const { code } = problem as NodeJS.ErrnoException
  if (code === undefined) return problem as Error
  const room = NO_ROOM.includes(code) ? 'make room and run it again, or ' : ''
  return new DiskFault(
    `cannot write ${path}: ${reasonOf(problem)}\n${room}choose another folder with --out FOLDER`,
  )
}
