/** The tables that a paper prints, with captions and notes: what a document says, and not how a file is written. */
import { type Combination, readCsv } from '../../study/index.ts'
import { effectsShown, levelsShown } from '../effect-tables.ts'
import { decimalsFor, fixed } from '../format.ts'
import type { ShownTable } from '../html.ts'
import type { Language } from '../input.ts'
import { labelsIn } from '../name-words.ts'
import { combinationShown, switchingShown, winnersShown } from '../outcome-tables.ts'
import type { LevelsTable, PagePolicy } from '../page-input.ts'
import { pageWords } from '../page-words.ts'
import type { DescribedTable, FolderTold } from './folder.ts'
import { unitSaid } from './units.ts'
import { officeWords } from './words.ts'

export type Block =
  | { readonly kind: 'title' | 'heading' | 'text' | 'note'; readonly text: string }
  | ({ readonly kind: 'table' } & Omit<ShownTable, 'notes'>)

/** What the page tells of a study. */
export interface Tables {
  readonly policies: readonly PagePolicy[]
  /** Of a scenario alone. */
  readonly levels: readonly LevelsTable[]
  readonly combinations: readonly Combination[]
}

/** @param told absent of a study of many points, whose tables are then printed as they are */
export function documentOf(
  folder: FolderTold,
  told: Tables | undefined,
  language: Language,
): Block[] {
  const say = officeWords[language]
  const { facts, sentences, against } = pageWords[language]
  const { title, question, baseline, ofPoints } = folder
  const number = numbering(language)
  const body =
    told === undefined
      ? folder.tables.flatMap((table) => number(pointsShown(table, language)))
      : tablesOf(told, folder.labels, number, language)
  const intervals = ofPoints ? say.pointIntervals : sentences.intervals(false)
  const made = Object.entries(folder.facts).map(
    ([name, value]) => `${facts[name] ?? name}: ${value}`,
  )
  return [
    { kind: 'title', text: title[language] },
    ...[question[language], baseline === undefined ? '' : against(baseline[language])]
      .filter((text) => text !== '')
      .map((text): Block => ({ kind: 'text', text })),
    ...body,
    { kind: 'note', text: `${intervals} ${say.results}` },
    { kind: 'note', text: `${made.join('; ')}.` },
  ]
}

type Numbering = (table: ShownTable) => Block[]

/** Captions are numbered in their order; notes stand below their table. */
function numbering(language: Language): Numbering {
  let nth = 0
  return ({ notes, ...table }) => [
    {
      kind: 'table',
      ...table,
      caption: officeWords[language].table(++nth, table.caption),
    },
    ...notes.map((text): Block => ({ kind: 'note', text })),
  ]
}

/** Effects in the main window, who gains and loses, where sales went; of a scenario alone its levels. */
function tablesOf(
  { policies, levels, combinations }: Tables,
  names: FolderTold['labels'],
  number: Numbering,
  language: Language,
): Block[] {
  const labels = labelsIn(language, names)
  const ofPolicies = policies.flatMap((policy): Block[] => [
    ...(policies.length > 1 ? [{ kind: 'heading' as const, text: policy.title[language] }] : []),
    ...[
      ...effectsShown(policy.main, language, labels),
      ...outcomesShown(policy, language, labels),
      ...switchingShown(policy.flows, language, labels),
    ].flatMap(number),
  ])
  const others = [
    ...levels.map((told) => levelsShown(told, language, labels)),
    ...combinationShown(combinations, language, labels),
  ]
  return [...ofPolicies, ...others.flatMap(number)]
}

/** By what a paper divides those who gain and lose; the file has regions, categories and sizes, too. */
const DIVIDED = ['kind', 'exposure']

function outcomesShown(
  { winners }: PagePolicy,
  language: Language,
  labels: FolderTold['labels'],
): ShownTable[] {
  const chosen = winners.filter(({ by }) => DIVIDED.includes(by))
  const more = officeWords[language].divided
  return winnersShown(chosen, language, labels).map((shown) => ({
    ...shown,
    notes: [...shown.notes, ...(chosen.length < winners.length ? [more] : [])],
  }))
}

/** Rows of a table of points that a document prints at most. */
const MOST_ROWS = 60

/** What a mean is called in the tables of a study of many points. */
const MEANS = ['mean', 'estimate']
/** The place of a point says what its values say. */
const LEFT_OUT = ['place', 'low', 'high']

/** A table of a study of many points: a mean with its interval, in the digits that this tells. */
function pointsShown(table: DescribedTable, language: Language): ShownTable {
  const { columns, rows } = readCsv(table.text)
  const say = officeWords[language]
  const at = (name: string) => columns.indexOf(name)
  const titleOf = (name: string) =>
    table.fields.find((field) => field.name === name)?.title[language] ?? name
  const cellsOf = (cells: readonly string[], name: string): string[] => {
    const cell = cells[at(name)]
    if (name === 'unit') return [unitSaid(cell, language)]
    if (!MEANS.includes(name)) return [cell]
    const [low, high] = ['low', 'high'].map((end) => toNumber(cells[at(end)]))
    const value = toNumber(cell)
    const bounded = high > low
    const decimals = bounded ? decimalsFor(high - low, 2) : decimalsFor(value)
    const write = (one: number) => fixed(one, decimals, language)
    return [write(value), bounded ? `${write(low)} … ${write(high)}` : '']
  }
  const shown = columns.filter((name) => !LEFT_OUT.includes(name))
  return {
    caption: table.title[language],
    head: shown.flatMap((name) => [titleOf(name), ...(MEANS.includes(name) ? [say.interval] : [])]),
    rows: rows.slice(0, MOST_ROWS).map((cells) => shown.flatMap((name) => cellsOf(cells, name))),
    grey: [],
    notes: rows.length > MOST_ROWS ? [say.more(MOST_ROWS, rows.length, table.name)] : [],
  }
}

const toNumber = (cell: string): number => (cell === '' ? Number.NaN : Number(cell))
