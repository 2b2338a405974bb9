/** A store in a folder: each run in files of its own. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { RunRecord, Store } from '../study/index.ts'
import { DamagedRecord, filesOf, keyIn, readRecord, stemOf, writeRecord } from './record-files.ts'

/** How many runs a folder keeps. */
export const runsKept = (folder: string): number =>
  readdirSync(folder).filter((name) => keyIn(name) !== undefined).length

export interface FolderStore extends Store {
  readonly folder: string
  /** Learns that a record was written by another thread of this program. */
  written(record: RunRecord): void
  /** Paths of the files of a record: its series, and its agents where they were followed. */
  pathsOf(record: RunRecord): { readonly series: string; readonly agents: string }
}

/**
 * @param damaged called for a record that cannot be read; it counts as missing, and is written again when its
 * run has ended
 */
export function folderStore(
  folder: string,
  damaged: (message: string) => void = () => {},
): FolderStore {
  const names = new Map<string, string>()
  for (const name of readdirSync(folder)) {
    const key = keyIn(name)
    if (key !== undefined) names.set(key, name)
  }
  const written = (record: RunRecord) => {
    names.set(record.key, filesOf(stemOf(record)).record)
  }
  return {
    folder,
    written,
    pathsOf(record) {
      const { series, agents } = filesOf(stemOf(record))
      return { series: join(folder, series), agents: join(folder, agents) }
    },
    has: async (key) => names.has(key),
    async get(key) {
      const name = names.get(key)
      if (name === undefined) return undefined
      try {
        return await readRecord(folder, name)
      } catch (problem) {
        if (!(problem instanceof DamagedRecord)) throw problem
        damaged(problem.message)
        names.delete(key)
        return undefined
      }
    },
    async put(record) {
      writeRecord(folder, record)
      written(record)
    },
    keys: async () => [...names.keys()].sort(),
  }
}
