/** What is seen in a chart of the report, in a sentence: computed from the numbers that it draws. Pure. */
import { type Chart, formatDate, formatNumber, type Language } from '../../report/index.ts'

/** A row of data of a chart, of whatever kind. */
type Row = Readonly<Record<string, unknown>>

interface Panel {
  readonly title: string
  readonly unit: string
  readonly rows: readonly Row[]
}

interface Course {
  readonly group: string
  readonly date: string
  readonly without: string
  readonly policy: string
  readonly unit: string
}

interface Says {
  readonly rows: (count: number, up: number, down: number) => string
  readonly most: (up: string | undefined, down: string | undefined) => string
  readonly move: (from: string, to: string, share: string) => string
  readonly course: (course: Course) => string
  readonly same: string
  readonly incomes: string
}

const en: Says = {
  rows: (count, up, down) =>
    `Of ${count} rows, ${up} rise and ${down} fall by more than chance would explain.`,
  most: (up, down) =>
    [
      ...(up === undefined ? [] : [`Furthest to the right is ${up}.`]),
      ...(down === undefined ? [] : [`Furthest to the left is ${down}.`]),
    ].join(' '),
  move: (from, to, share) => `Most moves from ${from} to ${to}: ${share} % of what it sold.`,
  course: ({ group, date, without, policy, unit }) =>
    `The two worlds are furthest apart at ${group} around ${date}: ${without} without the policy, ${policy} with it (${unit}).`,
  same: 'Both worlds run alike all the time.',
  incomes: 'incomes of those in the market',
}

const id: Says = {
  rows: (count, up, down) =>
    `Dari ${count} baris, ${up} naik dan ${down} turun melebihi yang dapat dijelaskan oleh kebetulan.`,
  most: (up, down) =>
    [
      ...(up === undefined ? [] : [`Paling kanan ${up}.`]),
      ...(down === undefined ? [] : [`Paling kiri ${down}.`]),
    ].join(' '),
  move: (from, to, share) =>
    `Perpindahan terbesar dari ${from} ke ${to}: ${share}% dari penjualannya.`,
  course: ({ group, date, without, policy, unit }) =>
    `Jarak terlebar kedua dunia ada di ${group} sekitar ${date}: ${without} tanpa kebijakan, ${policy} dengan kebijakan (${unit}).`,
  same: 'Kedua dunia berjalan sama sepanjang waktu.',
  incomes: 'pendapatan para pelaku pasar',
}

const WORDS: Readonly<Record<Language, Says>> = { en, id }

const isRecord = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const titleOf = ({ title }: Row): string =>
  typeof title === 'string' ? title : isRecord(title) ? String(title.text ?? '') : ''

/** The unit on the vertical axis of the lines of a panel. */
function unitOf({ layer }: Row): string {
  for (const one of Array.isArray(layer) ? layer : []) {
    const { encoding } = one as { readonly encoding?: { readonly y?: Row } }
    const axis = encoding?.y?.axis
    if (isRecord(axis) && typeof axis.title === 'string') return axis.title
  }
  return ''
}

/** Views of a chart that have rows of their own, however deep they stand. */
function panelsIn(view: unknown): Panel[] {
  if (Array.isArray(view)) return view.flatMap(panelsIn)
  if (!isRecord(view)) return []
  const { data } = view
  const rows = isRecord(data) && Array.isArray(data.values) ? (data.values as Row[]) : []
  const own = rows.some((row) => 'text' in row || 'arm' in row)
    ? [{ title: titleOf(view), unit: unitOf(view), rows }]
    : []
  const inner = ['vconcat', 'hconcat', 'concat', 'layer'].flatMap((name) => panelsIn(view[name]))
  return [...own, ...inner]
}

const numberIn = (row: Row, field: string) => Number(row[field])

const extreme = (rows: readonly Row[], field: string, sign: 1 | -1): Row | undefined =>
  rows.reduce<Row | undefined>(
    (best, row) =>
      best === undefined || sign * numberIn(row, field) > sign * numberIn(best, field) ? row : best,
    undefined,
  )

/** Of changes with their intervals. */
function ofRows(panels: readonly Panel[], say: Says): string {
  const rows = panels.flatMap((panel) => panel.rows)
  // Without an interval by the sign, but not of few agents, as the chart has its colours.
  const isAbove = (row: Row) => row.few !== true && Number(row.low ?? row.value) > 0
  const isBelow = (row: Row) => row.few !== true && Number(row.high ?? row.value) < 0
  const said = (row: Row | undefined) =>
    row && `${row.label}: ${String(row.text).trim().replace(/ +/g, ' ')}`
  // Panels have scales of their own: the furthest is told of the one with most rows.
  const [first] = panels.toSorted((one, other) => other.rows.length - one.rows.length)
  const up = extreme(
    first.rows.filter((row) => numberIn(row, 'value') > 0),
    'value',
    1,
  )
  const down = extreme(
    first.rows.filter((row) => numberIn(row, 'value') < 0),
    'value',
    -1,
  )
  const counted = say.rows(rows.length, rows.filter(isAbove).length, rows.filter(isBelow).length)
  return `${counted} ${say.most(said(up), said(down))}`.trim()
}

/** Of a matrix of where sales went. */
function ofMoves(rows: readonly Row[], say: Says): string {
  const most = extreme(
    rows.filter(({ stays }) => stays !== true),
    'share',
    1,
  )
  return most ? say.move(String(most.from), String(most.to), String(most.text)) : ''
}

/** Of courses over time: the day and group at which the two worlds are furthest apart, in parts of what there is without. */
function ofCourses(panels: readonly Panel[], language: Language): string {
  const say = WORDS[language]
  let widest = 0
  let found: Course | undefined
  for (const { title, unit, rows } of panels) {
    const [arm] = rows.map((row) => row.arm)
    const before = new Map(
      rows.filter((row) => row.arm === arm).map((row) => [row.date, numberIn(row, 'median')]),
    )
    const scale = Math.max(...[...before.values()].map(Math.abs))
    for (const row of rows.filter((one) => one.arm !== arm)) {
      const [without, policy] = [before.get(row.date) ?? Number.NaN, numberIn(row, 'median')]
      const apart = Math.abs(policy - without) / scale
      if (!(apart > widest)) continue
      widest = apart
      const print = (value: number) => formatNumber(value, language, 3)
      const date = formatDate(String(row.date).slice(0, 10), language)
      found = { group: title, date, without: print(without), policy: print(policy), unit }
    }
  }
  return found === undefined ? say.same : say.course(found)
}

/** @returns nothing of a chart that draws no numbers of its own */
export function seenIn({ spec }: Pick<Chart, 'spec'>, language: Language): string {
  const say = WORDS[language]
  const panels = panelsIn(spec)
  const all = panels.flatMap(({ rows }) => rows)
  if (all.length === 0) return ''
  if (all.some((row) => 'arm' in row)) return ofCourses(panels, language)
  if (all.some((row) => 'stays' in row)) return ofMoves(all, say)
  return ofRows(panels, say)
}

/** Charts with titles of their own: incomes of those in the market have in the report the title of the effects. */
export function titledApart(charts: readonly Chart[], language: Language): Chart[] {
  const seen = new Set<string>()
  return charts.map((chart) => {
    const title = seen.has(chart.title)
      ? `${chart.title} (${WORDS[language].incomes})`
      : chart.title
    seen.add(title)
    return { ...chart, title }
  })
}
