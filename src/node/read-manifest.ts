/** Reads the manifest in the folder of a study. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  begunStudy,
  CannotRun,
  type RecordedStudy,
  recordedStudy,
  type Trusting,
} from '../study/index.ts'
import { runsKept } from './folder-store.ts'
import { resultsIn } from './made.ts'
import { MANIFEST, STUDY } from './owner.ts'
import { RUNS } from './study-folder.ts'

/** Some thousand scenarios have room in it, and a text can be as long. */
const MOST_BYTES = 256 * 1024 * 1024

/** @throws CannotRun */
export function readManifest(folder: string, trusting?: Trusting): RecordedStudy {
  const path = join(folder, MANIFEST)
  return recordedStudy(textOf(folder, path), path, trusting)
}

/** The same of a manifest by itself. @throws CannotRun */
export const readManifestFile = (path: string, trusting?: Trusting): RecordedStudy =>
  recordedStudy(contentOf(path), path, trusting)

function textOf(folder: string, path: string): string {
  if (!existsSync(folder)) throw new CannotRun(`there is no folder ${folder}`)
  if (!existsSync(path)) throw new CannotRun(unfinished(folder))
  return contentOf(path)
}

function contentOf(path: string): string {
  const about = statSync(path)
  if (!about.isFile()) throw new CannotRun(`${path} is no file`)
  if (about.size > MOST_BYTES)
    throw new CannotRun(
      `${path} has ${about.size} bytes, and no manifest has more than ${MOST_BYTES}`,
    )
  try {
    return readFileSync(path, 'utf8')
  } catch (problem) {
    throw new CannotRun(`cannot read ${path}: ${(problem as Error).message}`)
  }
}

/** A folder without a manifest: a study that was cut short, or none. */
export function unfinished(folder: string): string {
  const path = join(folder, STUDY)
  const results = existsSync(path) ? undefined : resultsIn(folder)
  if (results !== undefined)
    return [
      'these are results of a study of many points or of a fit: verify is of runs and comparisons. Make them again as they say, and compare the tables',
      ...results,
    ].join('\n')
  if (!existsSync(path)) return `there is no ${MANIFEST} in ${folder}: it is not what a study left`
  const runs = join(folder, RUNS)
  const begun = begunStudy(readFileSync(path, 'utf8'))
  const asked = begun === undefined ? '' : ` of ${begun.asked}`
  const kept = existsSync(runs) ? runsKept(runs) : 0
  return [
    `the study in ${folder} is not whole: it was cut short, or is still running`,
    `${kept}${asked} runs are complete, in ${runs}: they are not run again`,
    `to go on: ${begun === undefined ? 'run its command again' : begun.command}`,
  ].join('\n')
}
