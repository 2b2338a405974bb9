/** The tables of a folder as sheets of a workbook: what a cell holds, and not how a file is written. */

import { readCsv } from '../../study/index.ts'
import { decimalsFor } from '../format.ts'
import type { Language } from '../input.ts'
import { labelsIn } from '../name-words.ts'
import type { Field } from '../open/fields.ts'
import { pageWords } from '../page-words.ts'
import { nameOf } from '../words.ts'
import type { DescribedTable, FolderTold } from './folder.ts'
import { unitSaid } from './units.ts'
import { officeWords } from './words.ts'

/** A number with the decimals that are shown, a day, or a text; undefined of an empty cell. */
export type SheetCell =
  | { readonly number: number; readonly decimals: number }
  /** Written 2023-10-04. */
  | { readonly date: string }
  | { readonly text: string; readonly bold?: true }
  | undefined

export interface Sheet {
  readonly name: string
  /** First lines and columns that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number }
  readonly rows: readonly (readonly SheetCell[])[]
  /** In characters. */
  readonly widths: readonly number[]
}

/** What a sheet holds at most, in Excel and in LibreOffice. */
const MOST_ROWS = 1_048_576

/** @throws RangeError where a table has more rows than a sheet has */
export function sheetsOf(folder: FolderTold, language: Language): Sheet[] {
  const sheets = folder.tables.map((table) => sheetOf(table, folder, language))
  return [aboutSheet(folder, sheets, language), ...sheets]
}

const stemOf = (table: DescribedTable): string => table.name.replace(/\.csv$/, '')

function sheetOf(table: DescribedTable, { labels }: FolderTold, language: Language): Sheet {
  const { columns, rows } = readCsv(table.text)
  if (rows.length >= MOST_ROWS)
    throw new RangeError(`${table.name} has ${rows.length} rows, and a sheet has ${MOST_ROWS}`)
  const named = columns.map((name, at): Field => {
    const field = table.fields[at]
    return field?.name === name ? field : { name, type: 'string', title: { en: name, id: name } }
  })
  const say = wordsOfRow(columns, labelsIn(language, labels), language)
  const head = named.map(({ title }): SheetCell => ({ text: title[language], bold: true }))
  const first: SheetCell = { text: officeWords[language].inWords, bold: true }
  const body = rows.map((cells) => {
    const own = cells.map((cell, at) => cellOf(cell, named[at]))
    return say === undefined ? own : [{ text: say(cells) }, ...own]
  })
  const all = [say === undefined ? head : [first, ...head], ...body]
  return {
    name: stemOf(table),
    frozen: { rows: 1, columns: say === undefined ? 0 : 1 },
    rows: all,
    widths: widthsOf(all),
  }
}

/** Digits of a number that are shown, at least. */
const SHOWN = 4

function cellOf(cell: string, { type }: Field): SheetCell {
  if (cell === '') return undefined
  const value = Number(cell)
  if ((type === 'number' || type === 'integer') && Number.isFinite(value))
    return { number: value, decimals: Number.isInteger(value) ? 0 : decimalsFor(value, SHOWN) }
  return type === 'date' && /^\d{4}-\d\d-\d\d$/.test(cell) ? { date: cell } : { text: cell }
}

/** Whose the numbers of a row are, as the page calls it; undefined of a table that has no such columns. */
function wordsOfRow(
  columns: readonly string[],
  labels: Readonly<Record<string, string>>,
  language: Language,
): ((cells: readonly string[]) => string) | undefined {
  const { kinds, groups, destinations, origins } = pageWords[language]
  const at = (name: string) => columns.indexOf(name)
  const has = (...names: string[]) => names.every((name) => at(name) >= 0)
  const called = (name: string) => nameOf(name, language, labels)
  if (has('measure', 'group'))
    return (cells) => {
      const [measure, group] = [cells[at('measure')], cells[at('group')]]
      return group === 'all' ? called(measure) : `${called(measure)}: ${called(group)}`
    }
  if (has('by', 'kind', 'group'))
    return (cells) => {
      const [by, kind, group] = ['by', 'kind', 'group'].map((name) => cells[at(name)])
      const own = by === 'exposure' || by === 'size' ? groups[group] : undefined
      return [kinds[kind] ?? called(kind), ...(by === 'kind' ? [] : [own ?? called(group)])].join(
        ', ',
      )
    }
  if (has('origin', 'destination'))
    return (cells) => {
      const [from, to] = [cells[at('origin')], cells[at('destination')]]
      return `${origins[from] ?? called(from)} → ${destinations[to] ?? called(to)}`
    }
  if (has('destination'))
    return (cells) => destinations[cells[at('destination')]] ?? called(cells[at('destination')])
  return undefined
}

const WIDTHS = { least: 9, most: 44 }

/** As wide as what stands in a column, within bounds: a head may take several lines. */
function widthsOf(rows: readonly (readonly SheetCell[])[]): number[] {
  const longest: number[] = []
  for (const row of rows)
    row.forEach((cell, at) => {
      const size = lengthOf(cell)
      longest[at] = Math.max(longest[at] ?? 0, size)
    })
  return longest.map((size) => Math.min(WIDTHS.most, Math.max(WIDTHS.least, size + 2)))
}

function lengthOf(cell: SheetCell): number {
  if (cell === undefined) return 0
  if ('text' in cell) return cell.bold ? Math.ceil(cell.text.length / 2) : cell.text.length
  if ('date' in cell) return cell.date.length
  const whole = Math.trunc(cell.number).toString().length
  return Math.ceil((whole * 4) / 3) + cell.decimals + 1
}

const text = (words: string): SheetCell => ({ text: words })
const bold = (words: string): SheetCell => ({ text: words, bold: true })

/** What the workbook is, its sheets, their columns and units. */
function aboutSheet(folder: FolderTold, sheets: readonly Sheet[], language: Language): Sheet {
  const say = officeWords[language]
  const { facts, sentences } = pageWords[language]
  const { title, question, baseline, ofPoints } = folder
  const intervals = ofPoints ? say.pointIntervals : sentences.intervals(false)
  const told = [question[language], say.results, intervals, say.numbers].filter((one) => one !== '')
  const list = (name: string, head: readonly string[], rows: SheetCell[][]): SheetCell[][] =>
    rows.length === 0 ? [] : [[], [bold(name)], head.map(bold), ...rows]
  const rows = [
    [bold(title[language])],
    ...told.map((one) => [text(one)]),
    [],
    ...(baseline === undefined ? [] : [[text(say.compared), text(baseline[language])]]),
    ...Object.entries(folder.facts).map(([name, value]) => [
      text(facts[name] ?? name),
      text(value),
    ]),
    ...list(say.sheets, say.sheetsHead, sheetRows(folder, sheets, language)),
    ...list(say.columns, say.columnsHead, folder.tables.flatMap(columnRows(language))),
    ...list(
      say.units,
      say.unitsHead,
      unitsIn(folder.tables).map((unit) => [text(unit), text(unitSaid(unit, language))]),
    ),
  ]
  return { name: say.about, frozen: { rows: 0, columns: 0 }, rows, widths: [26, 48, 26, 14, 34] }
}

const sheetRows = ({ tables }: FolderTold, sheets: readonly Sheet[], language: Language) =>
  tables.map((table, at) => [
    text(stemOf(table)),
    text(table.title[language]),
    { number: sheets[at].rows.length - 1, decimals: 0 },
  ])

const columnRows =
  (language: Language) =>
  (table: DescribedTable): SheetCell[][] => {
    const { types, ofRow } = officeWords[language]
    const titleOf = (name: string) =>
      table.fields.find((field) => field.name === name)?.title[language] ?? name
    return table.fields.map(({ name, type, title, unit = '' }) => [
      ...[stemOf(table), title[language], name, types[type]].map(text),
      text(typeof unit === 'string' ? unit : ofRow(titleOf(unit.column))),
    ])
  }

/** Units of columns, and those of rows. */
function unitsIn(tables: readonly DescribedTable[]): string[] {
  const units = tables.flatMap(({ fields, text: content }) => {
    const fixed = fields.flatMap(({ unit }) => (typeof unit === 'string' ? [unit] : []))
    const at = fields.findIndex(({ name }) => name === 'unit')
    return at < 0 ? fixed : [...fixed, ...readCsv(content).rows.map((cells) => cells[at])]
  })
  return [...new Set(units)].filter((unit) => unit !== '').sort()
}
