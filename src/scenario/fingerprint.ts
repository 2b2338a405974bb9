/** Fingerprints of scenarios, and where and how two of them differ. */
import {
  answerOf,
  dateOfDay,
  dayOfDate,
  hashText,
  NEVER,
  type NumberParameter,
  type Parameter,
  type Table,
} from '../engine/index.ts'
import {
  actingFrom,
  cutsAt,
  DAY,
  type DatedValue,
  type Does,
  datedValues,
  fieldCalled,
  type MarketInput,
  movedValues,
  type Operation,
  operationsOfPolicy,
  type PolicyInput,
  policyOf,
  TABLES,
  targetOf,
  valueOn,
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

/** What a run depends on: all of the input but the labels of rows, and programs, for which the marks of policies stand. */
export function substance({ modules: _, ...input }: MarketInput): unknown {
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
export const trunk = ({ modules: _, ...input }: MarketInput): MarketInput => ({
  ...input,
  policies: [],
})

/** Whether nothing but courses and policies differs. */
export function differByDatesOnly(a: MarketInput, b: MarketInput): boolean {
  const rest = (input: MarketInput) => canonical(substance({ ...input, policies: [], courses: [] }))
  return rest(a) === rest(b)
}

/**
 * The first day on which a value in force differs; 0 if anything but dated changes differs; nothing if the runs are the
 * same, as where courses and policies compose to the same values.
 */
export function firstDifference(a: MarketInput, b: MarketInput): number | undefined {
  if (!differByDatesOnly(a, b)) return 0
  const pairs = movedApart(a, b)
  const acts = actsApart(a, b)
  for (let day = 0; day < Math.min(a.days, acts ?? a.days); day++)
    if (pairs.some(([one, other]) => valueOn(one, day) !== valueOn(other, day))) return day
  return acts !== undefined && acts < a.days ? acts : undefined
}

/** The first day on which a rule that a policy adds runs in one of both worlds and not in the other. */
function actsApart(a: MarketInput, b: MarketInput): number | undefined {
  const [ofA, ofB] = [a, b].map(actingFrom)
  const days = [...new Set([...ofA.keys(), ...ofB.keys()])].flatMap((policy) => {
    const [one, other] = [ofA.get(policy), ofB.get(policy)]
    return one === other ? [] : [Math.min(one ?? other!, other ?? one!)]
  })
  return days.length > 0 ? Math.min(...days) : undefined
}

/** Values to which two inputs with the same tables do not do the same. */
function movedApart(a: MarketInput, b: MarketInput): (readonly [DatedValue, DatedValue])[] {
  const [ofA, ofB] = [a, b].map(
    (input) => new Map(movedValues(input).map((value) => [targetOf(value), value])),
  )
  return [...new Set([...ofA.keys(), ...ofB.keys()])].flatMap((target) => {
    const [one, other] = [ofA.get(target), ofB.get(target)]
    const unmoved = { ...(one ?? other)!, operations: [] }
    const pair = [one ?? unmoved, other ?? unmoved] as const
    return canonical(pair[0]) === canonical(pair[1]) ? [] : [pair]
  })
}

/** What a line on a difference says beside the names and values of the scenario file. */
export interface DifferenceWords {
  readonly nothing: string
  /** What a value is called: its path, as `--set` takes it, or a name for it. */
  readonly value: (path: string, declared: Parameter | undefined) => string
  readonly days: string
  readonly added: (what: string) => string
  readonly gone: (what: string) => string
  readonly row: (table: string, name: string) => string
  readonly course: (text: string) => string
  readonly policy: (
    name: string,
    settings: readonly (readonly [name: string, value: string])[],
  ) => string
  /** A unit, or a word of the scenario file that is no name: `true`, `never`. */
  readonly word: (text: string) => string
  readonly does: Readonly<Record<Does, string>>
  readonly from: string
  readonly until: string
  readonly linear: string
  /** Of a value that an operation leads beyond the end of its range. */
  readonly cut: (to: string) => string
}

const DOES: Readonly<Record<Does, string>> = {
  set: '',
  add: 'plus ',
  multiply: 'times ',
  'at-most': 'at most ',
  'at-least': 'at least ',
  fill: 'nearer to 1 by ',
}

export const englishDifferences: DifferenceWords = {
  nothing: 'nothing',
  value: (path) => path,
  days: 'calendar days',
  added: (what) => `with ${what}`,
  gone: (what) => `without ${what}`,
  row: (table, name) => `row of ${table} ${name}`,
  course: (text) => `course ${text}`,
  policy: (name, settings) => `policy ${policyLine(name, settings)}`,
  word: (text) => text,
  does: DOES,
  from: 'from',
  until: 'until',
  linear: 'in straight lines',
  cut: (to) => `(capped: ${to} in force)`,
}

const policyLine = (name: string, settings: readonly (readonly [string, string])[]) =>
  `${name}: ${settings.map(([setting, value]) => `${kebab(setting)} ${value}`).join(', ')}`

/** A value as it is written, `true` and `false` and that there is none in words. */
function shown(value: unknown, words: DifferenceWords): string {
  if (value === undefined) return words.nothing
  if (typeof value === 'boolean') return words.word(String(value))
  return typeof value === 'string' ? value : canonical(value)
}

/** The differences of b from a in words, one a line. */
export function describeDifferences(
  a: MarketInput,
  b: MarketInput,
  words: DifferenceWords = englishDifferences,
): string[] {
  const lines: string[] = []
  const compare: Compare = (path, before, after, declared) => {
    if (canonical(before) === canonical(after)) return
    const unit = unitOf(declared)
    lines.push(
      `${words.value(path, declared)}: ${shown(before, words)} -> ${shown(after, words)}${unit === '' ? '' : ` ${words.word(unit)}`}`,
    )
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
  const policies = (input: MarketInput) =>
    input.policies.map((one) => words.policy(one.policy, settingsOf(one, input)))
  changed(policies(a), policies(b), (text) => text)
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
      const [old, now] = [a, b].map(({ rules }) => rules[rule]?.[name])
      compare(`rules.${rule}.${kebab(name)}`, old, now, parameter)
    }
  const texts = (input: MarketInput) =>
    input.courses.map((one) => courseText(one, input, undefined, words))
  const [before, after] = [texts(a), texts(b)]
  lines.push(
    ...before.filter((one) => !after.includes(one)).map((one) => words.gone(words.course(one))),
    ...b.courses
      .filter((_, at) => !before.includes(after[at]))
      .map((one) => words.added(words.course(courseText(one, b, a, words)))),
    ...policyMoves(a, b, words),
  )
  return lines
}

/** What policies make of values in force, from the first day on which they differ: `... 0.2 -> 0.4 share from ...`. */
function policyMoves(a: MarketInput, b: MarketInput, words: DifferenceWords): string[] {
  if (!differByDatesOnly(a, b)) return []
  const ofPolicies = new Set(
    [a, b].flatMap((input) =>
      input.policies.flatMap((one) => operationsOfPolicy(one, input).map(targetOf)),
    ),
  )
  const moves = movedApart(a, b)
    .filter(([one]) => ofPolicies.has(targetOf(one)))
    .flatMap(([one, other]) => {
      const text = moveText(one, other, b, words)
      return text === undefined ? [] : [{ value: one, text }]
    })
  return [
    ...new Set(
      moves.map((move) => {
        const { table, field } = move.value
        return `${words.value(nameOfMoved(move, moves, b), fieldCalled(table, field))}: ${move.text}`
      }),
    ),
  ]
}

interface Move {
  readonly value: DatedValue
  readonly text: string
}

/** One line stands for all values of a row that move alike. */
function nameOfMoved({ value, text }: Move, moves: readonly Move[], input: MarketInput): string {
  const { table, row, field } = value
  const per = numberOf(value)?.per
  const alike = moves.filter(
    (one) =>
      one.text === text &&
      one.value.table === table &&
      one.value.row === row &&
      one.value.field === field,
  )
  const all = per !== undefined && alike.length === input.tables[per].length
  return all ? `${pathOf({ ...value, at: -1 }, input)}.*` : pathOf(value, input)
}

const numberOf = ({ table, field }: Pick<Operation, 'table' | 'field'>) => {
  const parameter = fieldCalled(table, field)
  return parameter?.kind === 'number' ? parameter : undefined
}

function moveText(
  one: DatedValue,
  other: DatedValue,
  input: MarketInput,
  words: DifferenceWords,
): string | undefined {
  const differ = (day: number) => valueOn(one, day) !== valueOn(other, day)
  let day = 0
  while (day < input.days && !differ(day)) day++
  if (day === input.days) return undefined
  const moments = [...one.operations, ...other.operations]
    .flatMap(({ points, until }) => [...points.map(([at]) => at), until ?? day])
    .filter((moment) => moment >= day && moment < day + 1)
  // An operation that begins within the day is described by its value on the first whole day.
  const whole = moments.some((moment) => moment > day) && day + 1 < input.days ? day + 1 : day
  const [old, now] = [one, other].map((value) =>
    valueText(value, valueOn(value, whole), input, words),
  )
  const unit = numberOf(one)?.unit ?? ''
  const from = momentText(input, Math.max(day, ...moments))
  return `${old} -> ${now}${unit === '' ? '' : ` ${words.word(unit)}`} ${words.from} ${from}`
}

/** A value of a field: the name of a row where it refers to one. */
function valueText(
  { table, field }: Pick<Operation, 'table' | 'field'>,
  value: number,
  input: MarketInput,
  words: DifferenceWords,
): string {
  const parameter = fieldCalled(table, field)
  if (parameter?.kind === 'reference') return nameOf(input, parameter.to, value)
  const answer = answerOf(parameter, value)
  return typeof answer === 'number'
    ? String(Number(answer.toPrecision(6)))
    : words.word(String(answer))
}

type Compare = (path: string, before: unknown, after: unknown, declared?: Parameter) => void

const unitOf = (declared: Parameter | undefined): string =>
  declared?.kind === 'number' ? declared.unit : ''

function compareTable(table: Table, a: MarketInput, b: MarketInput, compare: Compare): void {
  const rowsA = a.tables[table.name] ?? []
  const rowsB = b.tables[table.name] ?? []
  for (const after of rowsB) {
    const before = rowsA.find(({ name }) => name === after.name)
    if (before === undefined) continue
    const row = table.single ? table.name : `${table.name}.${after.name}`
    for (const [field, parameter] of Object.entries(table.fields)) {
      const path = `${row}.${kebab(field)}`
      const value = ({ [field]: one }: typeof after.values, input: MarketInput) =>
        parameter.kind === 'reference'
          ? nameOf(input, parameter.to, Number(one))
          : typeof one === 'number'
            ? answerOf(parameter, one)
            : one
      const [old, now] = [value(before.values, a), value(after.values, b)]
      if (typeof old !== 'object' || typeof now !== 'object') compare(path, old, now, parameter)
      else {
        const per = (parameter as NumberParameter).per ?? ''
        now.forEach((one, at) => {
          const name = nameOf(b, per, at)
          const was = old.find((_, row) => nameOf(a, per, row) === name)
          if (was !== undefined)
            compare(
              `${path}.${name}`,
              answerOf(parameter, was),
              answerOf(parameter, one),
              parameter,
            )
        })
      }
    }
  }
}

export const nameOf = (input: MarketInput, table: string, row: number): string =>
  input.tables[table]?.[row]?.name ?? `${row}`

/** 2023-10-04 17:00 of a day since the start. */
export function momentText(input: MarketInput, day: number): string {
  const minutes = Math.round((day - Math.floor(day)) * 1440)
  const date = dateOfDay(dayOfDate(input.start) + Math.floor(day))
  const clock = [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
  return minutes === 0 ? date : `${date} ${clock}`
}

/** The settings of a policy as a scenario file has them. */
function settingsOf(policy: PolicyInput, input: MarketInput) {
  const declared = policyOf(policy).settings
  // Of two programs of one name the marks say that they are not the same.
  const program = policy.module === undefined ? [] : [['program', policy.module] as const]
  const settings = Object.entries(policy.settings).map(([name, value]) => {
    const parameter = declared[name]
    const text =
      parameter?.kind === 'reference'
        ? nameOf(input, parameter.to, Number(value))
        : parameter?.kind === 'date'
          ? Number(value) === NEVER
            ? 'never'
            : momentText(input, Number(value))
          : String(value)
    return [name, text] as const
  })
  return [...settings, ...program]
}

export const policyText = (one: PolicyInput, input: MarketInput): string =>
  policyLine(one.policy, settingsOf(one, input))

/** @param before the input without the course, to describe the value that the course replaces or changes */
export function courseText(
  course: Operation,
  input: MarketInput,
  before?: MarketInput,
  words: DifferenceWords = englishDifferences,
): string {
  const { points, linear, does = 'set', until } = course
  const amount = (value: number) =>
    does === 'set' ? valueText(course, value, input, words) : String(Number(value.toPrecision(6)))
  const moved = before && movedValues(input).find((value) => targetOf(value) === targetOf(course))
  const cut = (day: number) => {
    const found = moved && cutsAt(moved, Math.max(0, day)).find((one) => one.operation === course)
    return found ? ` ${words.cut(valueText(course, found.limit, input, words))}` : ''
  }
  const path = points
    .map(
      ([day, value]) =>
        `${words.does[does]}${amount(value)}${cut(day)} ${words.from} ${momentText(input, day)}`,
    )
    .join(', ')
  const end = until === undefined ? '' : `, ${words.until} ${momentText(input, until)}`
  const name = words.value(pathOf(course, input), fieldCalled(course.table, course.field))
  return `${name}: ${oldValue(course, before, input, words)}${path}${linear ? `, ${words.linear}` : ''}${end}`
}

/** The value in force where a course begins, without the course. */
function oldValue(
  course: Operation,
  input: MarketInput | undefined,
  now: MarketInput,
  words: DifferenceWords,
): string {
  const { table, row } = course
  if (input === undefined || nameOf(input, table, row) !== nameOf(now, table, row)) return ''
  const target = targetOf(course)
  const [value] = datedValues(input, [{ ...course, points: [] }, ...ownOf(input, target)])
  const day = Math.max(0, Math.ceil(course.points[0]?.[0] ?? 0))
  return `${valueText(course, valueOn(value, day), input, words)} -> `
}

const ownOf = (input: MarketInput, target: string): Operation[] =>
  movedValues(input).flatMap((value) => (targetOf(value) === target ? value.operations : []))

/** `venues.shopee.commission.fashion`; without the last part where it is below 0. */
export function pathOf(
  { table, row, field, at }: Pick<Operation, 'table' | 'row' | 'field' | 'at'>,
  input: MarketInput,
): string {
  const per = numberOf({ table, field })?.per
  const single = TABLES.find(({ name }) => name === table)?.single
  const of = single ? table : `${table}.${nameOf(input, table, row)}`
  return `${of}.${kebab(field)}${per && at >= 0 ? `.${nameOf(input, per, at)}` : ''}`
}
