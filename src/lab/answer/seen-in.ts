/** What is seen in a chart of the report, in a sentence: computed from the numbers that it draws. Pure. */
import {
  amountText,
  type Chart,
  formatDate,
  formatNumber,
  type Language,
} from '../../report/index.ts'

/** A row of data of a chart, of whatever kind. */
type Row = Readonly<Record<string, unknown>>

interface Panel {
  readonly title: string
  /** Title of the axis of its values, which names their unit. */
  readonly axis: string
  readonly rows: readonly Row[]
}

interface Course {
  readonly group: string
  readonly date: string
  readonly without: string
  readonly policy: string
}

interface Says {
  readonly rows: (count: number, up: number, down: number) => string
  readonly most: (up: string | undefined, down: string | undefined) => string
  /** A row by its name, its number of simulated agents, its change and what else is printed beside it. */
  readonly agents: (name: string, agents: string) => string
  readonly interval: (low: string, high: string) => string
  readonly few: string
  readonly ofGone: (share: string) => string
  readonly move: (from: string, to: string, share: string) => string
  readonly course: (course: Course) => string
  /** Of differences over time: how many of the measures leave nought, and where the first is furthest from it. */
  readonly differences: (
    of: number,
    some: number,
    title: string,
    value: string,
    date: string,
  ) => string
  readonly same: string
  readonly incomes: string
}

const en: Says = {
  rows: (count, up, down) =>
    `Of ${count} rows, ${up} ${up === 1 ? 'rises' : 'rise'} and ${down} ${down === 1 ? 'falls' : 'fall'} by more than chance would explain.`,
  most: (up, down) =>
    [
      ...(up === undefined ? [] : [`Furthest to the right is ${up}.`]),
      ...(down === undefined ? [] : [`Furthest to the left is ${down}.`]),
    ].join(' '),
  agents: (name, agents) => `${name} (${agents} simulated)`,
  interval: (low, high) => ` (95 % interval ${low} to ${high})`,
  few: '; too few agents for an interval',
  ofGone: (share) => `, ${share} of what left`,
  move: (from, to, share) => `Most moves from ${from} to ${to}: ${share} % of what it sold.`,
  course: ({ group, date, without, policy }) =>
    `The two worlds are furthest apart at ${group} around ${date}: ${without} without the policy, ${policy} with it.`,
  differences: (of, some, title, value, date) =>
    `Of ${of} measures, ${some} ${some === 1 ? 'differs' : 'differ'} at some time by more than chance would explain. ${title} differs most around ${date}: ${value}.`,
  same: 'Both worlds run alike all the time.',
  incomes: 'incomes of those in the market',
}

const id: Says = {
  rows: (count, up, down) =>
    `Dari ${count} baris, ${up} naik dan ${down} turun melebihi yang dapat dijelaskan oleh variasi acak.`,
  most: (up, down) =>
    [
      ...(up === undefined ? [] : [`Paling kanan ${up}.`]),
      ...(down === undefined ? [] : [`Paling kiri ${down}.`]),
    ].join(' '),
  agents: (name, agents) => `${name} (${agents} agen simulasi)`,
  interval: (low, high) => ` (selang 95%: ${low} sampai ${high})`,
  few: '; agennya terlalu sedikit untuk sebuah selang',
  ofGone: (share) => `, yaitu ${share} dari yang berpindah`,
  move: (from, to, share) =>
    `Perpindahan terbesar dari ${from} ke ${to}: ${share}% dari penjualannya.`,
  course: ({ group, date, without, policy }) =>
    `Jarak terlebar kedua dunia ada di ${group} sekitar ${date}: ${without} tanpa kebijakan, ${policy} dengan kebijakan.`,
  differences: (of, some, title, value, date) =>
    `Dari ${of} ukuran, ${some} pernah berbeda melebihi yang dapat dijelaskan oleh variasi acak. ${title} paling berbeda sekitar ${date}: ${value}.`,
  same: 'Kedua dunia berjalan sama sepanjang waktu.',
  incomes: 'pendapatan para pelaku pasar',
}

const WORDS: Readonly<Record<Language, Says>> = { en, id }

const isRecord = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const titleOf = ({ title }: Row): string =>
  typeof title === 'string' ? title : isRecord(title) ? String(title.text ?? '') : ''

/** The title of an axis of the layers of a panel. */
function axisOf({ layer }: Row, axis: 'x' | 'y'): string {
  for (const one of Array.isArray(layer) ? layer : []) {
    const { encoding } = one as { readonly encoding?: Readonly<Record<string, Row | undefined>> }
    const drawn = encoding?.[axis]?.axis
    if (!isRecord(drawn)) continue
    // A long title is written in lines.
    const lines = [drawn.title].flat().filter((line) => typeof line === 'string')
    if (lines.length > 0) return lines.join(' ')
  }
  return ''
}

/** Views of a chart that have rows of their own, however deep they stand. */
function panelsIn(view: unknown): Panel[] {
  if (Array.isArray(view)) return view.flatMap(panelsIn)
  if (!isRecord(view)) return []
  const { data } = view
  const rows = isRecord(data) && Array.isArray(data.values) ? (data.values as Row[]) : []
  const isOverTime = rows.some((row) => 'arm' in row || 'mean' in row)
  const own =
    isOverTime || rows.some((row) => 'text' in row)
      ? [{ title: titleOf(view), axis: axisOf(view, isOverTime ? 'y' : 'x'), rows }]
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

/** The unit that the title of an axis names beside what it is about; numbers in percent have theirs themselves. */
const unitIn = (axis: string): string =>
  /Rp[^,()]*/.exec(axis)?.[0].trim() ?? (/%|poin/.test(axis) ? '' : (axis.split(', ')[1] ?? ''))

/** A row in words: what is printed at its end as `+20  (−4 … +44)  37.9 %`, with its unit and what each number is. */
function rowSaid(
  { label, text, few }: Row,
  { axis }: Panel,
  name: string,
  language: Language,
): string {
  const say = WORDS[language]
  const [, called, agents] = /^(.*) \(([\d.,]+)\)$/.exec(String(label)) ?? []
  const who = called === undefined ? String(label) : say.agents(called, agents)
  const [value, ...more] = String(text).trim().split(/ {2,}/)
  const ends = /^\((.*) … (.*)\)$/.exec(more[0] ?? '')
  const [after] = ends === null ? more : more.slice(1)
  const isNumber = /^[−+\d]/.test(value)
  const number =
    isNumber && !value.includes('%') ? amountText(value, unitIn(axis), language) : value
  const range = ends === null ? '' : say.interval(ends[1], ends[2])
  const further =
    few === true
      ? say.few
      : after === undefined
        ? ''
        : name.startsWith('switching')
          ? say.ofGone(after)
          : `; ${after}`
  return `${who}: ${number}${range}${further}`
}

/** Of changes with their intervals. */
function ofRows(panels: readonly Panel[], name: string, language: Language): string {
  const say = WORDS[language]
  const rows = panels.flatMap((panel) => panel.rows)
  // Without an interval by the sign, but not of few agents, as the chart has its colours.
  const isAbove = (row: Row) => row.few !== true && Number(row.low ?? row.value) > 0
  const isBelow = (row: Row) => row.few !== true && Number(row.high ?? row.value) < 0
  // Panels have scales of their own: the furthest is told of the one with most rows.
  const [first] = panels.toSorted((one, other) => other.rows.length - one.rows.length)
  const said = (row: Row | undefined) => row && rowSaid(row, first, name, language)
  const [up, down] = ([1, -1] as const).map((sign) =>
    extreme(
      first.rows.filter((row) => sign * numberIn(row, 'value') > 0),
      'value',
      sign,
    ),
  )
  const counted = say.rows(rows.length, rows.filter(isAbove).length, rows.filter(isBelow).length)
  return `${counted} ${say.most(said(up), said(down))}`.trim()
}

/** Of a matrix of where sales went. */
function ofMoves(rows: readonly Row[], say: Says): string {
  const most = extreme(
    rows.filter(({ stays }) => stays !== true),
    'amount',
    1,
  )
  return most ? say.move(String(most.from), String(most.to), String(most.text)) : ''
}

/** Of courses over time: the day and group at which the two worlds are furthest apart, in parts of what there is without. */
function ofCourses(panels: readonly Panel[], language: Language): string {
  const say = WORDS[language]
  let widest = 0
  let found: Course | undefined
  for (const { title, axis, rows } of panels) {
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
      const print = (value: number) => amountText(formatNumber(value, language, 3), axis, language)
      const date = formatDate(String(row.date).slice(0, 10), language)
      found = { group: title, date, without: print(without), policy: print(policy) }
    }
  }
  return found === undefined ? say.same : say.course(found)
}

/** Of differences over time, which have a panel a measure. */
function ofDifferences(panels: readonly Panel[], language: Language): string {
  const leavesNought = ({ rows }: Panel) =>
    rows.some(({ low, high }) => Number(low) > 0 || Number(high) < 0)
  const [{ title, axis, rows }] = panels
  const furthest = rows.reduce((best, row) =>
    Math.abs(numberIn(row, 'mean')) > Math.abs(numberIn(best, 'mean')) ? row : best,
  )
  const value = formatNumber(Math.abs(numberIn(furthest, 'mean')), language, 3)
  const signed = `${numberIn(furthest, 'mean') < 0 ? '−' : '+'}${value}`
  return WORDS[language].differences(
    panels.length,
    panels.filter(leavesNought).length,
    title,
    amountText(signed, axis, language),
    formatDate(String(furthest.date).slice(0, 10), language),
  )
}

/** @returns nothing of a chart that draws no numbers of its own */
export function seenIn({ name, spec }: Pick<Chart, 'name' | 'spec'>, language: Language): string {
  const say = WORDS[language]
  const panels = panelsIn(spec)
  const all = panels.flatMap(({ rows }) => rows)
  if (all.length === 0) return ''
  if (all.some((row) => 'arm' in row)) return ofCourses(panels, language)
  if (all.some((row) => 'mean' in row)) return ofDifferences(panels, language)
  if (all.some((row) => 'stays' in row)) return ofMoves(all, say)
  return ofRows(panels, name, language)
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
