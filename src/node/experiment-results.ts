/** What studies of many runs leave in their folders: all runs, tables, what was found as an object, and the report. */
import { relative, resolve } from 'node:path'
import {
  experimentColumns,
  experimentObject,
  experimentTables,
  fitObjectOf,
  fitTables,
  type Language,
  overDrawsTable,
  readableJson,
} from '../report/index.ts'
import {
  drawsAsStudy,
  type Experiment,
  type ExperimentFound,
  experimentFound,
  type FitFound,
  fittedText,
  type OverDrawsFound,
  type Plan,
  planHash,
} from '../study/index.ts'
import { describeNamed } from './described.ts'
import type { ExperimentFolder } from './experiment-folder.ts'
import { experimentRuns } from './experiment-runs.ts'
import { RESULTS } from './known-studies.ts'
import { madeBy, README, readmeText } from './made.ts'
import { makingOf } from './making.ts'
import { writeExperimentReport, writeFitReport } from './report-files.ts'

/** Charts and the page, where they are wanted. */
export interface Wanted {
  readonly report: boolean
  readonly language: Language
  readonly command: readonly string[]
  /** None are made once this is aborted. */
  readonly signal?: AbortSignal | undefined
}

/** Where a study is kept unless another folder is named. */
export const folderFor = ({ name }: Experiment, { fingerprint }: Plan): string =>
  `output/${name}-${fingerprint.slice(0, 8)}`

/** Runs of the plan that failed and were not made since. */
export function failedOf({ runs }: Plan, { journal, failed }: ExperimentFolder): string[] {
  const known = new Set(failed())
  return runs.flatMap(({ key }) => (known.has(key) && !journal.entries().has(key) ? [key] : []))
}

const made = ({ language, command }: Wanted) => ({
  ...{ language, command },
  date: makingOf([], new Date()).date.slice(0, 10),
})

/** Of a study that was stopped what is known; where several processes work on it whoever comes last writes the whole. */
export async function writeExperiment(
  experiment: Experiment,
  plan: Plan,
  folder: ExperimentFolder,
  wanted: Wanted,
): Promise<ExperimentFound> {
  const { journal } = folder
  const isWhole = plan.runs.every(({ key }) => journal.entries().has(key))
  const of = JSON.stringify([planHash(plan), wanted.report, wanted.language])
  let found: ExperimentFound | undefined
  await folder.pack(isWhole ? of : undefined, async () => {
    // In its turn this process knows what others have made meanwhile.
    const all = experimentFound(experiment, plan, journal.entries())
    found = all
    folder.write('runs.parquet', experimentRuns(experiment, plan, journal.entries()))
    const tables = experimentTables(all)
    for (const { name, text } of tables) folder.write(name, text)
    const by = madeBy(wanted.command)
    folder.write(RESULTS, readableJson({ ...experimentObject(all), made: by }))
    folder.write(README, readmeText({ ...by, ...aboutStudy(all), files: STUDY_FILES }))
    const names = ['runs.parquet', ...tables.map(({ name }) => name)]
    await describeNamed(folder, names, aboutTables(experiment, plan))
    if (wanted.report && all.known > 0 && !wanted.signal?.aborted)
      await writeExperimentReport(all, made(wanted), folder)
  })
  return found ?? experimentFound(experiment, plan, journal.entries())
}

/** No date, as in what else says how it was made: a second making gives the same bytes. */
const aboutTables = (experiment: Experiment, { fingerprint }: Plan) => {
  const { name, title, question } = experiment
  return { name, title, question, fingerprint, own: experimentColumns(experiment) }
}

function aboutStudy({ experiment, plan, known }: ExperimentFound) {
  const { title, question, scenarios, seeds } = experiment
  const whole = plan.runs.length
  const runs = known < whole ? `${known} of ${whole} runs` : `${whole} runs`
  const size = `${plan.points.length} points, ${seeds === 1 ? '1 seed' : `${seeds} seeds`} at each: ${runs}, each with ${scenarios.length === 1 ? '1 world' : `${scenarios.length} worlds`}`
  return { title, question, size, fingerprint: plan.fingerprint }
}

const STUDY_FILES = {
  'study.yaml': 'The study file as it was run',
  'results.json': 'All that was found, as one object',
  'points.csv': 'Each outcome at each point, with its interval',
  'sensitivity.csv': 'What each outcome depends on',
  'runs.parquet': 'Every run',
  'datapackage.json': 'What each column of the tables means',
  'report.html': 'The report, in English and Indonesian',
}

const FIT_FILES = {
  'fit.json': 'All that was found, as one object',
  'draws.csv': 'The draws: values of the parameters, each with its weight',
  'parameters.csv': 'Each parameter before and after',
  'targets.csv': 'Each target before and after, those that were not fitted on too',
  'waves.csv': 'What each wave ruled out',
  'against.csv': 'Targets that pull against each other',
  'fitted.yaml': 'The baseline with the values that fit best',
  'runs.parquet': 'Every run',
  'report.html': 'The report, in English and Indonesian',
}

export async function writeFit(
  found: FitFound,
  code: string,
  folder: ExperimentFolder,
  wanted: Wanted,
): Promise<void> {
  const { fit, course } = found
  const { experiment } = fit
  folder.write('runs.parquet', experimentRuns(experiment, course.plan, folder.journal.entries()))
  for (const { name, text } of fitTables(found)) folder.write(name, text)
  const by = madeBy(wanted.command)
  const object = { ...fitObjectOf(found, code), made: by }
  folder.write('fit.json', `${JSON.stringify(object, null, 2)}\n`)
  const { title, question } = experiment
  const size = `${course.plan.runs.length} runs of the baseline`
  const about = { title, question, size, fingerprint: course.plan.fingerprint }
  folder.write(README, readmeText({ ...by, ...about, files: FIT_FILES }))
  const fitted = fittedText(found, relative(resolve(folder.path), resolve(experiment.files[0])))
  if (fitted !== undefined) folder.write('fitted.yaml', fitted)
  if (wanted.report && course.waves.length > 0 && !wanted.signal?.aborted)
    await writeFitReport(found, { ...made(wanted), code }, folder)
}

/** What it found of parameters is there for other answers once all of it is known. */
export function writeOverDraws(found: OverDrawsFound, folder: ExperimentFolder): void {
  const { experiment, plan } = found.asked
  const entries = folder.journal.entries()
  folder.write('runs.parquet', experimentRuns(experiment, plan, entries))
  folder.write('draws-effects.csv', overDrawsTable(found))
  if (found.known === plan.runs.length)
    folder.write(RESULTS, readableJson(experimentObject(drawsAsStudy(found, entries))))
}
