/** The verdict of a verification, for people and for programs. */
import { DIMENSIONS } from '../../market/index.ts'
import { printable } from '../../scenario/index.ts'
import {
  LEVEL,
  PROGRAM,
  type SamenessTest,
  type SeriesDifference,
  VERSION,
  type Verified,
} from '../../study/index.ts'
import type { Language } from '../input.ts'
import { nameOf } from '../words.ts'
import { terminalWords } from './terminal-words.ts'

/** Most tests that are printed; `--json` gives all. */
const SHOWN = 5
/** Characters of a line: names in it come from files. */
const LONGEST = 1000

export function verdictText(verified: Verified, language: Language = 'en'): string[] {
  const { verdict, version, runs, ...found } = verified
  const { otherState, columns, first, tests, filled, files, tables, hashed, beside = [] } = found
  const say = terminalWords[language].verify
  const why = language === 'id' ? found.whyId : found.why
  const lines = [`${say.verdicts[verdict]}: ${why}`, say.runs(runs.verified, runs.asked)]
  const listed = (what: string, names: readonly string[]) => {
    if (names.length > 0) lines.push(`${what}: ${names.join(', ')}`)
  }
  if (runs.complete < runs.asked) lines.push(say.cut(runs.complete, runs.asked))
  for (const name of files.missing) listed(say.missing, [name])
  for (const name of files.altered) listed(say.altered, [name])
  for (const name of files.unlisted ?? []) listed(say.unlisted, [name])
  for (const name of files.untrue ?? []) listed(say.untrue, [name])
  listed(say.recomputed, tables)
  listed(say.hashed, inFolders(hashed, language))
  if (hashed.length > 0) lines.push(say.itself)
  listed(say.beside, inFolders(beside, language))
  if (version !== VERSION) lines.push(say.version(printable(version), PROGRAM))
  listed(say.filled, filled)
  if (otherState > 0) lines.push(`${say.states}: ${otherState}`)
  for (const { scenario, names } of columns) listed(say.columns(scenario), fewOf(names, language))
  if (first !== undefined) lines.push(`${say.first}: ${differenceText(first, language)}`)
  if (tests.length > 0) lines.push(...testText(tests, language))
  return lines.map((line) => printable(line, LONGEST))
}

/** That a study cannot be run again, and why. */
export const cannotRunLines = (
  why: string,
  findings: readonly string[],
  language: Language,
): string[] => [`${terminalWords[language].verify.cannot}: ${why}`, ...findings]

/** Columns that are named; `--json` gives all. */
const NAMED = 8

const fewOf = (names: readonly string[], language: Language): string[] =>
  names.length > NAMED
    ? [names.slice(0, NAMED).join(', ') + terminalWords[language].verify.more(names.length - NAMED)]
    : [...names]

/** `charts (12 files)` for all that lie in one folder. */
function inFolders(names: readonly string[], language: Language): string[] {
  const folderOf = (name: string) => /^(.+)\//.exec(name)?.[1]
  const folders = [...new Set(names.flatMap((name) => folderOf(name) ?? []))]
  return [
    ...names.filter((name) => folderOf(name) === undefined),
    ...folders.map((folder) => {
      const files = names.filter((name) => folderOf(name) === folder).length
      return `${folder} (${terminalWords[language].verify.files(files)})`
    }),
  ]
}

function differenceText(
  { scenario, run, date, cell, recorded, now, values }: SeriesDifference,
  language: Language,
): string {
  const say = terminalWords[language].verify
  const about = DIMENSIONS.map((dimension) => cell[dimension]).filter((name) => name !== 'all')
  const measure = [cell.measure, ...about].map((name) => called(name, language)).join(', ')
  const others = values > 1 ? say.values(values) : ''
  const change = `${say.change(recorded, now)} ${cell.unit}`
  return `${date}, ${say.difference(measure, run, scenario)}: ${change}${others}`
}

/** In English a measure has the name that the files have. */
const called = (name: string, language: Language): string =>
  language === 'en' ? name : nameOf(name, language)

function testText(tests: readonly SamenessTest[], language: Language): string[] {
  const say = terminalWords[language].verify
  const ordered = tests
    .filter(({ adjusted }) => !Number.isNaN(adjusted))
    .sort((one, other) => one.adjusted - other.adjusted || one.p - other.p)
  const runs = Math.max(0, ...tests.map((test) => test.runs))
  const moved = ordered.filter(({ adjusted }) => adjusted < LEVEL).length
  return [
    say.test(tests.length, runs, 100 * LEVEL, moved),
    ...ordered.slice(0, SHOWN).map((test) => {
      const values = say.row(round(test.recorded), round(test.now), round(test.difference))
      const interval = say.interval(round(test.low), round(test.high), round(test.detectable))
      return `  p ${test.adjusted.toPrecision(2)}  ${testName(test, language)}: ${values} ${interval} ${test.unit}`
    }),
  ]
}

const round = (value: number) => Number(value.toPrecision(4))

function testName({ scenario, of, measure, group }: SamenessTest, language: Language): string {
  const name = called(measure, language)
  const about = of === 'effect' ? terminalWords[language].verify.effect(name) : name
  return `${about}${group === 'all' ? '' : `, ${called(group, language)}`}, ${scenario}`
}

/** A number that does not exist is null. */
export const verdictObject = (folder: string, code: number, verified: Verified): object => ({
  folder,
  verdict: verified.verdict,
  code,
  why: verified.why,
  version: { recorded: verified.version, now: VERSION },
  runs: verified.runs,
  otherState: verified.otherState,
  columns: verified.columns,
  defaults: verified.filled,
  files: verified.files,
  tables: verified.tables,
  hashed: verified.hashed,
  beside: verified.beside ?? [],
  first: verified.first ?? null,
  test:
    verified.tests.length === 0
      ? null
      : { name: 'paired t', correction: 'Holm', level: LEVEL, tests: verified.tests },
})
