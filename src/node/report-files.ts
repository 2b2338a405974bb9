/** The report of a study as files: charts as SVG and PNG, and the page. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  type ExperimentMade,
  experimentReport,
  type FitMade,
  fitReport,
  type Made,
  reportOf,
} from '../report/index.ts'
import { type Answer, type ExperimentFound, type FitFound, readTargets } from '../study/index.ts'
import { loadScenario } from './disk.ts'
import { shipped, TARGETS } from './shipped.ts'
import type { StudyFolder } from './study-folder.ts'

export const PAGE = 'report.html'
/** Vega in one file for browsers, beside the one that is imported. */
const RUNTIME = join(dirname(createRequire(import.meta.url).resolve('vega')), 'vega.min.js')

export const vegaRuntime = (): string => readFileSync(RUNTIME, 'utf8')

/** Writes the charts in the language asked for and the page in both; returns the names of the files. */
export async function writeReport(
  answer: Answer,
  made: Omit<Made, 'platform'>,
  folder: Pick<StudyFolder, 'write'>,
): Promise<string[]> {
  const read = readTargets(shipped(TARGETS), loadScenario)
  const targets = read.ok ? read.file.targets : []
  const about = { ...made, targets, platform: process.version }
  const { charts, page } = await reportOf(answer, about)
  // Loaded when it is needed: it is slow to load and large.
  const { writePictures } = await import('./pictures.ts')
  const files = await writePictures(charts, folder)
  if (page === undefined) return files
  folder.write(PAGE, page)
  return [...files, PAGE]
}

/** The same of an experiment. */
export async function writeExperimentReport(
  found: ExperimentFound,
  made: Omit<ExperimentMade, 'runtime'>,
  folder: Pick<StudyFolder, 'write'>,
): Promise<void> {
  await writePage(await experimentReport(found, { ...made, runtime: vegaRuntime() }), folder)
}

/** The same of a fit. */
export async function writeFitReport(
  found: FitFound,
  made: Omit<FitMade, 'runtime'>,
  folder: Pick<StudyFolder, 'write'>,
): Promise<void> {
  await writePage(await fitReport(found, { ...made, runtime: vegaRuntime() }), folder)
}

async function writePage(
  { charts, page }: Awaited<ReturnType<typeof experimentReport>>,
  folder: Pick<StudyFolder, 'write'>,
): Promise<void> {
  folder.write(PAGE, page)
  const { writePictures } = await import('./pictures.ts')
  await writePictures(charts, folder)
}
