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

/** Most tests that are printed; `--json` gives all. */
const SHOWN = 5
/** Characters of a line: names in it come from files. */
const LONGEST = 1000

export function verdictText({ verdict, why, version, runs, ...found }: Verified): string[] {
  const { otherState, columns, first, tests, filled, files, tables, hashed, beside = [] } = found
  const lines = [`${verdict}: ${why}`, `${runs.verified} of ${runs.asked} runs verified`]
  if (runs.complete < runs.asked)
    lines.push(`the study was interrupted: ${runs.complete} of ${runs.asked} runs are complete`)
  for (const name of files.missing) lines.push(`missing: ${name}`)
  for (const name of files.altered) lines.push(`altered: ${name}`)
  for (const name of files.unlisted ?? []) lines.push(`not listed: ${name}`)
  if (tables.length > 0) lines.push(`recomputed and compared byte by byte: ${tables.join(', ')}`)
  if (hashed.length > 0)
    lines.push(
      `not made again, compared by sha256 with the manifest only: ${inFolders(hashed).join(', ')}`,
      'not verified: what the manifest says of itself, such as title, version, command and date',
    )
  if (beside.length > 0)
    lines.push(`not in the manifest, not looked at: ${inFolders(beside).join(', ')}`)
  if (version !== VERSION)
    lines.push(`written by pasar ${printable(version)}, verified by ${PROGRAM}`)
  if (filled.length > 0)
    lines.push(`unknown when the study was written, now at its default: ${filled.join(', ')}`)
  if (otherState > 0) lines.push(`runs with a different final state: ${otherState}`)
  for (const { scenario, names } of columns)
    lines.push(`columns that end otherwise in run 1 of ${scenario}: ${fewOf(names)}`)
  if (first !== undefined) lines.push(`first difference: ${differenceText(first)}`)
  if (tests.length > 0) lines.push(...testText(tests))
  return lines.map((line) => printable(line, LONGEST))
}

/** Columns that are named; `--json` gives all. */
const NAMED = 8

const fewOf = (names: readonly string[]): string =>
  names.length > NAMED
    ? `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more`
    : names.join(', ')

/** `charts (12 files)` for all that lie in one folder. */
function inFolders(names: readonly string[]): string[] {
  const folderOf = (name: string) => /^(.+)\//.exec(name)?.[1]
  const folders = [...new Set(names.flatMap((name) => folderOf(name) ?? []))]
  return [
    ...names.filter((name) => folderOf(name) === undefined),
    ...folders.map((folder) => {
      const files = names.filter((name) => folderOf(name) === folder).length
      return `${folder} (${files === 1 ? '1 file' : `${files} files`})`
    }),
  ]
}

function differenceText({ scenario, run, date, cell, recorded, now, values }: SeriesDifference) {
  const about = DIMENSIONS.map((dimension) => cell[dimension]).filter((name) => name !== 'all')
  const measure = [cell.measure, ...about].join(', ')
  const others = values > 1 ? ` (${values} values differ that day)` : ''
  const change = `recorded ${recorded}, now ${now ?? 'not taken'} ${cell.unit}`
  return `${date}, ${measure}, run ${run} of ${scenario}: ${change}${others}`
}

function testText(tests: readonly SamenessTest[]): string[] {
  const level = `${100 * LEVEL} %`
  const ordered = tests
    .filter(({ adjusted }) => !Number.isNaN(adjusted))
    .sort((one, other) => one.adjusted - other.adjusted || one.p - other.p)
  const runs = Math.max(0, ...tests.map((test) => test.runs))
  const moved = ordered.filter(({ adjusted }) => adjusted < LEVEL).length
  return [
    `test: paired t of ${tests.length} headline means over ${runs} runs, Holm-corrected at ${level}: ${moved} moved`,
    ...ordered
      .slice(0, SHOWN)
      .map(
        (test) =>
          `  p ${test.adjusted.toPrecision(2)}  ${nameOf(test)}: recorded ${round(test.recorded)}, now ${round(test.now)}, difference ${round(test.difference)} (95 % ${round(test.low)} to ${round(test.high)}; the test would have found ${round(test.detectable)}) ${test.unit}`,
      ),
  ]
}

const round = (value: number) => Number(value.toPrecision(4))

const nameOf = ({ scenario, of, measure, group }: SamenessTest) =>
  `${of === 'effect' ? 'effect on ' : ''}${measure}${group === 'all' ? '' : `, ${group}`}, ${scenario}`

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
