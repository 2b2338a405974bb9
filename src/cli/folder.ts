/** The output folder of a study, and its runs, each written whole when it ends. */
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { RunResult } from '../study/index.ts'
import { openFolder, writeWhole } from './disk.ts'
import { writeSeries } from './series.ts'

export interface Folder {
  readonly path: string
  /** Keeps one run until all runs stand in one file; it can be read at once. */
  keep(result: RunResult): void
  write(name: string, content: string | Uint8Array): void
  /** All runs in one file, instead of one each. Returns the names of the files: none without runs. */
  writeSeries(results: readonly RunResult[]): string[]
}

const RUNS = 'runs'
const CHARTS = 'charts'
const FILES = [
  ...['manifest.json', 'series.parquet', 'effects.csv', 'levels.csv'],
  ...['proof.json', 'decomposition.csv', 'combinations.csv'],
]

/** Opens a folder. An earlier study in it is cleared away; files that are not ours stay. */
export function studyFolder(path: string, program: string): Folder {
  openFolder(path)
  if (isOurs(path)) clear(path)
  openFolder(join(path, RUNS))
  return {
    path,
    keep(result) {
      const name = `${result.scenario}-${result.run}.parquet`
      writeSeries(join(path, RUNS, name), [result], program)
    },
    write(name, content) {
      if (name.includes('/')) openFolder(join(path, name, '..'))
      writeWhole(join(path, name), content)
    },
    writeSeries(results) {
      const files = results.length > 0 ? ['series.parquet'] : []
      for (const name of files) writeSeries(join(path, name), results, program)
      remove(join(path, RUNS), (name) => name.endsWith('.parquet'))
      return files
    },
  }
}

/** A folder that a study left, whole or cut short. */
function isOurs(path: string): boolean {
  if (existsSync(join(path, RUNS))) return true
  try {
    return 'pasar' in JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8'))
  } catch {
    return false
  }
}

function clear(path: string): void {
  for (const name of FILES) rmSync(join(path, name), { force: true })
  remove(join(path, RUNS), (name) => name.includes('.parquet'))
  remove(join(path, CHARTS), (name) => /\.(svg|png)$/.test(name))
}

/** Removes the files of a folder that are ours, and the folder if that leaves it empty. */
function remove(folder: string, ours: (name: string) => boolean): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder).filter(ours)) rmSync(join(folder, name))
  if (readdirSync(folder).length === 0) rmdirSync(folder)
}
