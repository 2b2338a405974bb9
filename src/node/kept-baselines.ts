/** Baselines kept in a folder of the user's, for every later comparison on this machine. */
import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deserialize, serialize } from 'node:v8'
import { constants, gunzip, gzip } from 'node:zlib'
import { BadInput, printable } from '../scenario/index.ts'
import { type Baselines, type KeptBaseline, together } from '../study/index.ts'
import { cannotWrite, makeFolder, reasonOf, writeWhole } from './disk.ts'
import type { Watcher } from './watcher.ts'

/** The version of the form of what is kept. */
const FORM = 2
const ENDING = '.baseline'
/** Files of ours, whole; and what a process that was killed was writing. */
const OURS = /^[0-9a-f]{16}\.baseline$/
const LEFT = /^[0-9a-f]{16}\.baseline\.\d+\.partial$/

/** Bytes that are kept where nothing else is said. */
const USUAL_LIMIT = 2e9

export interface CacheOptions {
  readonly folder: string
  /** Bytes: what was used longest ago gives way. */
  readonly limit: number
  /** Told of what cannot be kept or read. Studies go on without it. */
  readonly note?: (message: string) => void
}

/** From the environment: `PASAR_CACHE` is the folder, `PASAR_CACHE_LIMIT` the limit in bytes. */
export function cacheOptions(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): CacheOptions {
  const written = environment.PASAR_CACHE_LIMIT || String(USUAL_LIMIT)
  const limit = Number(written)
  if (!(limit >= 0))
    throw new BadInput(
      `PASAR_CACHE_LIMIT is ${printable(written)}, expected bytes, e.g. ${USUAL_LIMIT}`,
    )
  const home = environment.XDG_CACHE_HOME || join(homedir(), '.cache')
  return {
    folder: environment.PASAR_CACHE || join(home, 'pasar'),
    limit,
  }
}

export interface KeptFile {
  readonly key: string
  readonly bytes: number
  readonly used: Date
}

/** What lies in the folder; nothing where there is none. @throws BadInput where it is no folder, or cannot be read */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw new BadInput(
      `PASAR_CACHE is ${printable(folder)}, which cannot be used: ${reasonOf(problem)}\nname a folder, or leave it out`,
    )
  }
}

/** What is kept, what was used last first. */
export function keptFiles({ folder }: Pick<CacheOptions, 'folder'>): KeptFile[] {
  const names = namesIn(folder).filter((name) => OURS.test(name))
  return names
    .flatMap((name) => {
      const file = statSync(join(folder, name), { throwIfNoEntry: false })
      if (!file?.isFile()) return []
      return [{ key: name.slice(0, -ENDING.length), bytes: file.size, used: file.mtime }]
    })
    .sort((one, other) => other.used.getTime() - one.used.getTime())
}

/** Removes what is kept; returns what that was. */
export function clearKept(options: Pick<CacheOptions, 'folder'>): KeptFile[] {
  const files = keptFiles(options)
  for (const { key } of files) discard(join(options.folder, key + ENDING))
  for (const name of namesIn(options.folder).filter((one) => LEFT.test(one)))
    discard(join(options.folder, name))
  return files
}

function makeCache(folder: string): void {
  try {
    makeFolder(folder)
  } catch (problem) {
    throw cannotWrite(folder, problem)
  }
}

/** Fast rather than small: states hold long runs of zeros. */
const zip = (bytes: Uint8Array): Promise<Buffer> =>
  promisify<Uint8Array, object, Buffer>(gzip)(bytes, { level: constants.Z_BEST_SPEED })
const unzip = promisify<Uint8Array, Buffer>(gunzip)

/** Marks what was used; where the folder is not ours it is used all the same. */
function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date())
  } catch {
    // The time only orders baselines by last use.
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // What cannot be removed is overwritten, or left.
  }
}

/** Whether it has a value a day for every cell, and states and plans in their places. */
function isWhole(kept: unknown): kept is KeptBaseline {
  const { result, states, people } = Object(kept) as Partial<KeptBaseline>
  if (!(states instanceof Map && people instanceof Map)) return false
  const { cells, days, values } = Object(result) as Partial<KeptBaseline['result']>
  return (
    Array.isArray(cells) && values instanceof Float64Array && values.length === cells.length * days!
  )
}

export function folderBaselines({ folder, limit, note = () => {} }: CacheOptions): Baselines {
  let told = false
  const tell = (problem: unknown) => {
    if (!told)
      note(
        `baselines are not kept: ${(problem as Error).message.split('\n')[0]} (PASAR_CACHE names the folder)`,
      )
    told = true
  }
  const pathOf = (key: string) => join(folder, key + ENDING)
  const get = async (key: string): Promise<KeptBaseline | undefined> => {
    const path = pathOf(key)
    try {
      // What is no file, such as a pipe that nobody writes to, is not opened.
      if (!existsSync(path) || !lstatSync(path).isFile()) return undefined
      const { form, of, kept } = deserialize(await unzip(readFileSync(path)))
      if (form !== FORM) return undefined
      if (of !== key) throw new Error(`it holds another baseline, ${printable(String(of), 40)}`)
      if (!isWhole(kept)) throw new Error('it lacks what a baseline has')
      touch(path)
      return kept
    } catch (problem) {
      // A damaged file is replaced by the next run of the same baseline.
      note(
        `a kept baseline cannot be read and is run again: ${path}: ${(problem as Error).message}`,
      )
      discard(path)
      return undefined
    }
  }
  return {
    get,
    async put(key, now) {
      const kept = together(await get(key), now)
      try {
        makeCache(folder)
        const bytes = await zip(serialize({ form: FORM, of: key, kept }))
        // One that would drive out all others is not kept.
        if (bytes.length <= limit) writeWhole(pathOf(key), bytes)
        let left = limit
        for (const file of keptFiles({ folder })) {
          left -= file.bytes
          if (left < 0) rmSync(pathOf(file.key), { force: true })
        }
      } catch (problem) {
        tell(problem)
      }
    },
  }
}

/** Those of this machine, as the environment says; none where they are not wanted. */
export const baselinesOfUser = (
  { cache }: { readonly cache: boolean },
  { note }: Watcher,
): Baselines | undefined =>
  cache ? folderBaselines({ ...cacheOptions(), ...(note && { note }) }) : undefined
