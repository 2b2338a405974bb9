/** The folder of the facts of a file: its runs, and what they say. */
import { type FactsShown, factsReport, factsTable, type Language } from '../report/index.ts'
import { type Facts, factsFingerprint, PROGRAM } from '../study/index.ts'
import { PAGE, vegaRuntime } from './report-files.ts'
import { openStudyFolder, type StudyFolder } from './study-folder.ts'

const FORM = 2

/** What `study.json` says that the folder is of. */
export const FACTS = 'facts'

/** @param note told of runs that are kept and cannot be read, and of files that were changed by hand */
export function factsFolder(
  facts: Facts,
  out: string | undefined,
  note: (line: string) => void,
): StudyFolder {
  const fingerprint = factsFingerprint(facts)
  const path = out ?? `output/validate-${facts.name}-${fingerprint.slice(0, 8)}`
  const damaged = (run: string) => note(`${run}: it is run again`)
  const folder = openStudyFolder(path, damaged, note, true)
  const about = { pasar: PROGRAM, form: FORM, kind: FACTS, title: facts.title, fingerprint }
  folder.begin(`${JSON.stringify(about, null, 2)}\n`)
  return folder
}

export interface FactsKeptAs {
  readonly language: Language
  /** Whether charts and the page are drawn. */
  readonly report: boolean
  readonly command: readonly string[]
  /** Written 2026-11-29. */
  readonly date: string
}

/** Writes the table, and the charts in the language asked for with the page in both. */
export async function keepFacts(
  folder: StudyFolder,
  shown: FactsShown,
  { report, ...made }: FactsKeptAs,
): Promise<void> {
  folder.write('facts.csv', factsTable(shown))
  if (!report) return
  const { charts, page } = await factsReport(shown, { ...made, runtime: vegaRuntime() })
  folder.write(PAGE, page)
  const { writePictures } = await import('./pictures.ts')
  await writePictures(charts, folder)
}
