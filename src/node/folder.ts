/**
 * The output folder of a study, and its runs, each written whole when it ends. The manifest comes last: a
 * folder without one is not whole, and its complete runs are in `runs`, beside what was asked.
 */
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { RunPeople, RunResult } from '../study/index.ts'
import { isPartial, openFolder, writeWhole } from './disk.ts'
import { DiskFault } from './disk-fault.ts'
import { joinParquet } from './parquet.ts'

export interface Folder {
  readonly path: string
  /** Says what is about to run, for a study that does not come to its end. */
  begin(manifest: string): void
  /**
   * Makes room for the files of the study. An earlier one that came to its end gives way only to one that did, too:
   * after a study that was cut short it stays, and only the complete runs of the new one stand beside it.
   * @returns whether the folder is now of this study
   */
  claim(cut: boolean): boolean
  /** Keeps one run, encoded, until all runs stand in one file; it can be read at once. */
  keep(result: RunResult, file: Uint8Array): void
  /** Keeps the agents of one run likewise. */
  keepAgents(people: RunPeople, file: Uint8Array): void
  write(name: string, content: string | Uint8Array): void
  /** All runs in one file. Returns the names of the files: none without runs. */
  writeSeries(results: readonly RunResult[]): string[]
  /** The agents of these runs in one file. */
  writeAgents(people: readonly RunPeople[]): string[]
  /** Writes the manifest, which makes the folder whole; runs of their own are no longer needed. */
  finish(manifest: string): void
}

export const MANIFEST = 'manifest.json'
export const SERIES = 'series.parquet'
const AGENTS = 'agents.parquet'
export const RUNS = 'runs'
/** In `runs`: the manifest of a study that has begun. */
export const BEGUN = 'begun.json'

const CHARTS = 'charts'
/** The manifest goes first: what is left without it is taken for nothing whole. */
const FILES = [
  ...[MANIFEST, SERIES, AGENTS, 'effects.csv', 'levels.csv', 'winners.csv', 'switching.csv'],
  ...['proof.json', 'decomposition.csv', 'combinations.csv', 'report.html'],
]

/** Opens a folder. An earlier study in it stays until this one claims its place; files that are not ours stay. */
export function studyFolder(path: string, program: string): Folder {
  openFolder(path)
  const earlier = studyIn(path)
  const ours = earlier !== undefined || existsSync(join(path, RUNS))
  remove(join(path, RUNS), isRun)
  openFolder(join(path, RUNS))
  const ofSeries = ({ scenario, run }: RunResult) => join(path, RUNS, `${scenario}-${run}.parquet`)
  const ofAgents = ({ scenario, run }: RunPeople) =>
    join(path, RUNS, `${scenario}-${run}.agents.parquet`)
  let kept = 0
  /** What cannot be written takes no complete run with it, and says so. */
  const attempt = (write: () => void): void => {
    try {
      write()
    } catch (problem) {
      if (!(problem instanceof DiskFault) || kept === 0) throw problem
      const runs = kept === 1 ? '1 complete run stays' : `${kept} complete runs stay`
      throw new DiskFault(`${problem.message}\n${runs} readable in ${join(path, RUNS)}`)
    }
  }
  return {
    path,
    claim(cut) {
      if (cut && earlier?.complete) {
        if (kept === 0) remove(join(path, RUNS), isRun)
        return false
      }
      if (ours) clear(path)
      return true
    },
    keepAgents: (people, file) => attempt(() => writeWhole(ofAgents(people), file)),
    writeAgents(people) {
      if (people.length === 0) return []
      attempt(() => joinParquet(join(path, AGENTS), people.map(ofAgents), program))
      return [AGENTS]
    },
    begin(manifest) {
      writeWhole(join(path, RUNS, BEGUN), manifest)
    },
    keep(result, file) {
      attempt(() => writeWhole(ofSeries(result), file))
      kept++
    },
    write(name, content) {
      attempt(() => {
        if (name.includes('/')) openFolder(join(path, name, '..'))
        writeWhole(join(path, name), content)
      })
    },
    writeSeries(results) {
      if (results.length === 0) return []
      attempt(() => joinParquet(join(path, SERIES), results.map(ofSeries), program))
      return [SERIES]
    },
    finish(manifest) {
      attempt(() => writeWhole(join(path, MANIFEST), manifest))
      remove(join(path, RUNS), isRun)
    },
  }
}

/** Of the study in a folder, whether any of its runs is missing; undefined without a study of ours. */
function studyIn(path: string): { readonly complete: boolean } | undefined {
  try {
    const manifest = JSON.parse(readFileSync(join(path, MANIFEST), 'utf8'))
    return 'pasar' in manifest ? { complete: manifest.complete === true } : undefined
  } catch {
    return undefined
  }
}

function clear(path: string): void {
  for (const name of FILES) rmSync(join(path, name), { force: true })
  // What a killed process was writing stays behind under a temporary name.
  for (const name of readdirSync(path).filter(isPartial)) rmSync(join(path, name))
  remove(join(path, CHARTS), (name) => /\.(svg|png)$/.test(name) || isPartial(name))
}

const isRun = (name: string) => name.endsWith('.parquet') || name === BEGUN || isPartial(name)

/** Removes the files of a folder that are ours, and the folder if that leaves it empty. */
function remove(folder: string, ours: (name: string) => boolean): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder).filter(ours)) rmSync(join(folder, name))
  if (readdirSync(folder).length === 0) rmdirSync(folder)
}
