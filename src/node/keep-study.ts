/** What a study found, as files of its folder: series, tables, charts and the page, and last the manifest. */
import { type Kept, type Language, tablesOf, untoldIn } from '../report/index.ts'
import { shellLine } from '../scenario/index.ts'
import { type Answer, CALL, type Making, manifest, type Study } from '../study/index.ts'
import { describeFolder, describeRun } from './described.ts'
import { openedBy } from './opener.ts'
import { PAGE, writeReport } from './report-files.ts'
import { RUNS, type StudyFolder } from './study-folder.ts'

export interface KeptAs {
  readonly fingerprint: string
  readonly making: Making
  /** Of charts; the page is in both. */
  readonly language: Language
  /** Whether charts and the page are drawn. */
  readonly report: boolean
}

/** Writes the files of a study. After one that was cut short an earlier complete one keeps its place. */
export async function keepStudy(
  folder: StudyFolder,
  study: Study,
  answer: Answer,
  { fingerprint, making, language, report }: KeptAs,
): Promise<Kept> {
  const { path } = folder
  const written = folder.claim(study.stopped === 'cut')
  const kept = { output: path, written, runs: `${path}/${RUNS}`, drawn: report }
  if (!written) return kept
  folder.writeSeries(study.records)
  for (const { name, text } of tablesOf(answer)) folder.write(name, text)
  const pages: string[] = []
  if (report && study.results.length > 0) {
    const date = making.date.slice(0, 10)
    const made = { language, fingerprint, command: making.command, date }
    pages.push(...(await writeReport(answer, made, folder)))
  }
  const page = `${path}/${PAGE}`
  const opens = pages.includes(PAGE) ? { report: { file: page, command: openedBy(page) } } : {}
  const files = folder.hashes(study.records)
  const { name, title, question } = study.scenarios[study.scenarios.length - 1]
  const about = { name, title, question, fingerprint, date: making.date }
  files.push(...(await describeFolder(folder, files, about)))
  const carried = {
    ...{ ...about, ...making, command: `${CALL} ${shellLine(making.command)}` },
    ...{ scenarios: study.scenarios, seed: study.question.seed, runs: study.results.length },
    untold: untoldIn(answer, 'en', report),
  }
  files.push(...describeRun(folder, files, carried))
  folder.finish(manifest({ ...study, fingerprint, files }, making))
  return { ...kept, ...opens }
}
