/** Fingerprints of scenarios, and where and how two of them differ. */
import {
  dateOfDay,
  dayOfDate,
  hashText,
  NEVER,
  type NumberParameter,
  type Table,
} from '../engine/index.ts'
import {
  CATALOGUE,
  type Course,
  coursesOf,
  DAY,
  type MarketInput,
  type PolicyInput,
  TABLES,
} from '../market/index.ts'
import { kebab } from './names.ts'

/** JSON with sorted keys: equal values have equal texts. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}

/** What a run depends on: all of the input but the labels of rows. */
function substance(input: MarketInput): unknown {
  const rows = Object.entries(input.tables).map(([table, all]) => [
    table,
    all.map(({ name, values }) => ({ name, values })),
  ])
  return { ...input, tables: Object.fromEntries(rows) }
}

/** 16 hexadecimal digits: equal for equal inputs, whatever file they came from. `salt` adds e.g. a version. */
export function fingerprint(input: MarketInput, ...salt: readonly string[]): string {
  return hashText(canonical([substance(input), ...salt]))
}

/** The same market without its policies: runs that share it share their days before the first policy. */
export const trunk = (input: MarketInput): MarketInput => ({ ...input, policies: [] })

/** Courses by the one value that they move. */
function byTarget(input: MarketInput): ReadonlyMap<string, readonly Course[]> {
  const groups = new Map<string, Course[]>()
  for (const course of coursesOf(input)) {
    const { table, row, field, at } = course
    const target = `${table} ${row} ${field} ${at}`
    groups.set(target, [...(groups.get(target) ?? []), course])
  }
  return groups
}

/** Whether nothing but courses and policies differs. */
export function differByDatesOnly(a: MarketInput, b: MarketInput): boolean {
  const rest = (input: MarketInput) => canonical(substance({ ...input, policies: [], courses: [] }))
  return rest(a) === rest(b)
}

/**
 * The first day on which two runs may differ: the day of the earliest point of courses that differ; 0 if
 * anything else differs; nothing if the runs are the same.
 */
export function firstDifference(a: MarketInput, b: MarketInput): number | undefined {
  if (!differByDatesOnly(a, b)) return 0
  const ofA = byTarget(a)
  const ofB = byTarget(b)
  const days = [...new Set([...ofA.keys(), ...ofB.keys()])].map((target) =>
    departure(ofA.get(target) ?? [], ofB.get(target) ?? []),
  )
  const first = Math.min(...days)
  return Number.isFinite(first) ? Math.max(0, Math.floor(first)) : undefined
}

/** When two lists of courses of one value part. What they begin with in common is no difference. */
function departure(a: readonly Course[], b: readonly Course[]): number {
  let same = 0
  while (same < a.length && same < b.length && canonical(a[same]) === canonical(b[same])) same++
  const [restA, restB] = [a.slice(same), b.slice(same)]
  if (restA.length === 1 && restB.length === 1 && restA[0].linear === restB[0].linear)
    return parting(restA[0], restB[0])
  const days = [...restA, ...restB].flatMap(({ points }) => points.map(([day]) => day))
  return Math.min(Number.POSITIVE_INFINITY, ...days)
}

/** When two paths of one value part: where lines are straight, from the last point in common. */
function parting(a: Course, b: Course): number {
  let same = 0
  while (canonical(a.points[same]) === canonical(b.points[same]) && same < a.points.length) same++
  if (a.linear && same > 0) return a.points[same - 1][0]
  return Math.min(...[a, b].flatMap(({ points }) => points.slice(same).map(([day]) => day)))
}

/** What a line on a difference says beside the names and values of the scenario file. */
export interface DifferenceWords {
  readonly nothing: string
  readonly days: string
  readonly added: (what: string) => string
  readonly gone: (what: string) => string
  readonly row: (table: string, name: string) => string
  readonly course: (text: string) => string
  readonly policy: (text: string) => string
}

const ENGLISH: DifferenceWords = {
  nothing: 'nothing',
  days: 'calendar days',
  added: (what) => `with ${what}`,
  gone: (what) => `without ${what}`,
  row: (table, name) => `row of ${table} ${name}`,
  course: (text) => `course ${text}`,
  policy: (text) => `policy ${text}`,
}

/** The differences of b from a in words, one a line. */
export function describeDifferences(
  a: MarketInput,
  b: MarketInput,
  words: DifferenceWords = ENGLISH,
): string[] {
  const lines: string[] = []
  const shown = (value: unknown): string =>
    value === undefined ? words.nothing : typeof value === 'string' ? value : canonical(value)
  const compare = (path: string, before: unknown, after: unknown, unit = '') => {
    if (canonical(before) !== canonical(after))
      lines.push(`${path}: ${shown(before)} -> ${shown(after)}${unit === '' ? '' : ` ${unit}`}`)
  }
  const changed = (
    before: readonly string[],
    after: readonly string[],
    what: (text: string) => string,
  ) => {
    lines.push(
      ...before.filter((one) => !after.includes(one)).map((one) => words.gone(what(one))),
      ...after.filter((one) => !before.includes(one)).map((one) => words.added(what(one))),
    )
  }
  compare('calendar.start', a.start, b.start)
  compare(words.days, a.days, b.days)
  compare('calendar.solve-until', momentText(a, a.solveUntil), momentText(b, b.solveUntil))
  const dates = (input: MarketInput) =>
    input.season.lebaran.map((day) => momentText(input, day)).join(', ')
  compare('calendar.lebaran', dates(a), dates(b))
  compare('calendar.double-dates', a.season.doubleDates, b.season.doubleDates)
  for (const name of ['buyers', 'sellers', 'creators'] as const)
    compare(`size.${name}`, a.size[name], b.size[name])
  for (const table of TABLES) {
    const names = (input: MarketInput) => (input.tables[table.name] ?? []).map(({ name }) => name)
    changed(names(a), names(b), (name) => words.row(table.name, name))
    compareTable(table, a, b, compare)
  }
  for (const rule of new Set([...Object.keys(a.rules), ...Object.keys(b.rules)]))
    for (const name of Object.keys({ ...a.rules[rule], ...b.rules[rule] })) {
      const parameter = DAY.find((one) => one.name === rule)?.parameters[name]
      const unit = parameter?.kind === 'number' ? parameter.unit : ''
      compare(`rules.${rule}.${kebab(name)}`, a.rules[rule]?.[name], b.rules[rule]?.[name], unit)
    }
  const courses = (input: MarketInput) => input.courses.map((one) => courseText(one, input))
  changed(courses(a), courses(b), words.course)
  const policies = (input: MarketInput) => input.policies.map((one) => policyText(one, input))
  changed(policies(a), policies(b), words.policy)
  return lines
}

type Compare = (path: string, before: unknown, after: unknown, unit?: string) => void

function compareTable(table: Table, a: MarketInput, b: MarketInput, compare: Compare): void {
  const rowsA = a.tables[table.name] ?? []
  const rowsB = b.tables[table.name] ?? []
  for (const after of rowsB) {
    const before = rowsA.find(({ name }) => name === after.name)
    if (before === undefined) continue
    const row = table.single ? table.name : `${table.name}.${after.name}`
    for (const [field, parameter] of Object.entries(table.fields)) {
      const path = `${row}.${kebab(field)}`
      const unit = parameter.kind === 'number' ? parameter.unit : ''
      const value = (values: typeof after.values, input: MarketInput) =>
        parameter.kind === 'reference'
          ? nameOf(input, parameter.to, Number(values[field]))
          : values[field]
      const [old, now] = [value(before.values, a), value(after.values, b)]
      if (typeof old !== 'object' || typeof now !== 'object') compare(path, old, now, unit)
      else {
        const per = (parameter as NumberParameter).per ?? ''
        now.forEach((one, at) => {
          const name = nameOf(b, per, at)
          const was = old.find((_, row) => nameOf(a, per, row) === name)
          if (was !== undefined) compare(`${path}.${name}`, was, one, unit)
        })
      }
    }
  }
}

const nameOf = (input: MarketInput, table: string, row: number): string =>
  input.tables[table]?.[row]?.name ?? `${row}`

/** 2023-10-04 17:00 of a day since the start. */
function momentText(input: MarketInput, day: number): string {
  const minutes = Math.round((day - Math.floor(day)) * 1440)
  const date = dateOfDay(dayOfDate(input.start) + Math.floor(day))
  const clock = [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
  return minutes === 0 ? date : `${date} ${clock}`
}

export function policyText({ policy, settings }: PolicyInput, input: MarketInput): string {
  const declared = CATALOGUE.find(({ name }) => name === policy)?.settings ?? {}
  const texts = Object.entries(settings).map(([name, value]) => {
    const parameter = declared[name]
    const text =
      parameter?.kind === 'reference'
        ? nameOf(input, parameter.to, Number(value))
        : parameter?.kind === 'date'
          ? Number(value) === NEVER
            ? 'never'
            : momentText(input, Number(value))
          : String(value)
    return `${kebab(name)} ${text}`
  })
  return `${policy}: ${texts.join(', ')}`
}

export function courseText(
  { table, row, field, at, points, linear }: Course,
  input: MarketInput,
): string {
  const declared = TABLES.find(({ name }) => name === table)
  const parameter = declared?.fields[field]
  const per =
    parameter?.kind === 'number' && parameter.per ? `.${nameOf(input, parameter.per, at)}` : ''
  const of = declared?.single ? table : `${table}.${nameOf(input, table, row)}`
  const path = points.map(([day, value]) => `${value} from ${momentText(input, day)}`).join(', ')
  return `${of}.${kebab(field)}${per}: ${path}${linear ? ', in straight lines' : ''}`
}
