/**
 * The folder of a study. Each run is kept in `runs` when it ends, and stays there: a study that was stopped goes on where
 * it was, and more runs are added to those there are. Tables, charts and the page are made from them at the end, and the
 * manifest comes last: a folder without one is not whole.
 */
import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
} from 'node:fs'
import { dirname, join, parse } from 'node:path'
import { type FileHash, PROGRAM, type RunRecord } from '../study/index.ts'
import { isPartial, openFolder, writeWhole } from './disk.ts'
import { DiskFault } from './disk-fault.ts'
import { type FolderStore, folderStore, runsKept } from './folder-store.ts'
import { isChanged, makeRoom, setAside } from './own-files.ts'
import { type Earlier, earlierStudy, lockFolder, MANIFEST, STUDY } from './owner.ts'
import { joinParquet } from './parquet.ts'
import { filesOf, hashed, stemOf } from './record-files.ts'

export interface StudyFolder {
  readonly path: string
  /** The runs that are kept. */
  readonly store: FolderStore
  /** Says what is about to run, for a study that does not come to its end. */
  begin(study: string): void
  /**
   * Makes room for the files of the study. An earlier one that came to its end gives way only to one that did, too; what
   * was changed since it was written is kept under another name.
   * @returns whether the folder is now of this study
   */
  claim(cut: boolean): boolean
  write(name: string, content: string | Uint8Array): void
  /** All runs in one file, and all agents that were followed in another. */
  writeSeries(records: readonly RunRecord[]): void
  /** Every file written so far, with those of these runs. */
  hashes(records: readonly RunRecord[]): FileHash[]
  /** Writes the manifest, which makes the folder whole. */
  finish(manifest: string): void
  /** Lets other processes in. */
  close(): void
}

export const SERIES = 'series.parquet'
export const AGENTS = 'agents.parquet'
export const RUNS = 'runs'

/** What an earlier study left, and the store of its runs, under the lock; the lock goes where they cannot be opened. */
function openRuns(
  path: string,
  runs: string,
  unlock: () => void,
  damaged: (message: string) => void,
) {
  try {
    openFolder(runs)
    removePartials(runs)
    // Read under the lock: another process may have come to its end meanwhile.
    return { earlier: earlierStudy(path), store: folderStore(runs, damaged) }
  } catch (problem) {
    unlock()
    throw problem
  }
}

/** The files of a run below the folder of its study. */
function filesOfRun(run: Parameters<StudyFolder['hashes']>[0][number]): string[] {
  const { record, series, agents } = filesOf(stemOf(run))
  const all = run.people === undefined ? [record, series] : [record, series, agents]
  return all.map((name) => `${RUNS}/${name}`)
}

/**
 * Opens a folder for a study.
 * @param damaged called for a kept run that cannot be read
 * @param aside called for a file that was changed since it was written, with the name under which it is kept
 * @param listed whether the folder has no manifest, and a list of its files instead
 * @throws DiskFault before anything is written, where the folder is not ours or another process is at work in it
 */
export function openStudyFolder(
  path: string,
  damaged: (message: string) => void = () => {},
  aside: (message: string) => void = () => {},
  listed = false,
): StudyFolder {
  earlierStudy(path)
  openFolder(path)
  const unlock = lockFolder(path)
  const runs = join(path, RUNS)
  const { earlier, store } = openRuns(path, runs, unlock, damaged)
  const { names, attempt, write, writeJoined } = writing(path, runs, aside, listed)
  return {
    path,
    store,
    write,
    begin: (study) => attempt(() => writeWhole(join(path, STUDY), study)),
    claim(cut) {
      if (cut && earlier?.complete) return false
      giveWay(path, earlier?.files ?? [], aside)
      rmSync(join(path, MANIFEST), { force: true })
      return true
    },
    writeSeries(records) {
      writeJoined(
        SERIES,
        records.filter(({ result }) => !result.aside).map((record) => store.pathsOf(record).series),
      )
      const followed = records.filter(({ people }) => people !== undefined)
      writeJoined(
        AGENTS,
        followed.map((record) => store.pathsOf(record).agents),
      )
    },
    hashes: (records) =>
      [STUDY, ...names, ...records.flatMap(filesOfRun)].map((name) =>
        hashed(name, readFileSync(join(path, name))),
      ),
    finish(manifest) {
      for (const name of [MANIFEST, ...names]) removeCutShort(path, name)
      attempt(() => writeWhole(join(path, MANIFEST), manifest))
    },
    close: unlock,
  }
}

/** What writes into the folder of a study: what cannot be written takes no run with it, and says so. */
function writing(path: string, runs: string, aside: (message: string) => void, hasList: boolean) {
  const names: string[] = []
  const attempt = (write: () => void): void => {
    try {
      write()
    } catch (problem) {
      throw withRuns(runs, problem)
    }
  }
  const keptAs = (name: string, kept: string | undefined) => {
    if (kept !== undefined) aside(`${name} was not written by this study: it is kept as ${kept}`)
  }
  /** What stands in the place of a file that is about to be written, and was written by nobody here, is set aside. */
  const keepOther = (name: string, own: () => FileHash) => {
    const about = lstatSync(join(path, name), { throwIfNoEntry: false })
    if (names.includes(name) || about?.isFile() !== true) return
    if (isChanged(path, name, own().sha256)) keptAs(name, setAside(path, name))
  }
  const listed = (name: string) => {
    if (!names.includes(name)) names.push(name)
  }
  return {
    names,
    attempt,
    write: (name: string, content: string | Uint8Array) =>
      attempt(() => {
        if (name.includes('/')) openFolder(join(path, dirname(name)))
        if (hasList) keptAs(name, makeRoom(path, name, content))
        else keepOther(name, () => hashed(name, content))
        writeWhole(join(path, name), content)
        listed(name)
      }),
    /** Files of runs, put together into one. */
    writeJoined(name: string, parts: readonly string[]) {
      if (parts.length === 0) return
      attempt(() => {
        joinParquet(join(path, name), parts, PROGRAM, (whole) =>
          keepOther(name, () => hashed(name, readFileSync(whole))),
        )
        listed(name)
      })
    },
  }
}

/** What the disk does not take, with the runs that it has. */
export function withRuns(runs: string, problem: unknown): unknown {
  if (!(problem instanceof DiskFault)) return problem
  const kept = runsKept(runs)
  if (kept === 0) return problem
  const stay = kept === 1 ? '1 complete run stays' : `${kept} complete runs stay`
  return new DiskFault(`${problem.message}\n${stay} readable in ${runs}`)
}

/** Takes away the files of an earlier study, but for its runs; what was changed since it was written is set aside. */
function giveWay(path: string, files: Earlier['files'], aside: (message: string) => void): void {
  for (const { name, sha256 } of files) {
    if (!isRemovable(path, name)) continue
    const kept = isChanged(path, name, sha256) ? setAside(path, name) : undefined
    if (kept === undefined) remove(path, name)
    else aside(`${name} was changed since it was written: it is kept as ${kept}`)
  }
}

/** Whether a name is of a file of an earlier study. Runs stay. */
function isRemovable(path: string, name: string): boolean {
  if (name.startsWith(`${RUNS}/`) || name === STUDY) return false
  // Where a folder became a link, what the name leads to is not ours.
  const above = join(path, dirname(name))
  if (!existsSync(above) || realpathSync(above) !== join(realpathSync(path), dirname(name)))
    return false
  return lstatSync(join(path, name), { throwIfNoEntry: false })?.isDirectory() === false
}

/** Removes a file of an earlier study, and its folder if that leaves it empty. */
function remove(path: string, name: string): void {
  rmSync(join(path, name), { force: true })
  const folder = dirname(name)
  if (folder === '.' || !existsSync(join(path, folder))) return
  if (readdirSync(join(path, folder)).length === 0) rmdirSync(join(path, folder))
}

/** What a process that was killed was writing in the place of this file. */
function removeCutShort(path: string, name: string): void {
  const { dir, base } = parse(name)
  const own = readdirSync(join(path, dir)).filter(
    (one) => isPartial(one) && one.startsWith(`${base}.`),
  )
  for (const one of own)
    if (one.slice(base.length).split('.').length === 3)
      rmSync(join(path, dir, one), { force: true })
}

/** What a process that was killed was writing stays behind under a name of ours. */
function removePartials(runs: string): void {
  for (const name of readdirSync(runs).filter(isPartial))
    if (/-\d+-[0-9a-f]{16}\.(json|parquet|agents\.parquet)\.\d+\.partial$/.test(name))
      rmSync(join(runs, name))
}
