/** Reads what has dates: the calendar, courses, policies. */

import {
  DAYS_A_WEEK,
  dateOfDay,
  dayOfDate,
  NEVER,
  type NumberParameter,
  number,
  type Parameter,
  type Table,
  weekday,
} from '../engine/index.ts'
import {
  announcedOn,
  beginsOn,
  type Does,
  dateSetting,
  LEVERED,
  type Operation,
  type PolicyInput,
} from '../market/index.ts'
import { Findings, nearest, type Place, placeText } from './finding.ts'
import { POLICIES } from './merge.ts'
import { kebab } from './names.ts'
import { child, described, type Entry, itemsOf, type MapNode, type Node } from './node.ts'
import { type Phrase, phrase } from './phrases.ts'
import {
  entriesOf,
  listed,
  outsideOwn,
  type PlacedGround,
  type Reading,
  readFlag,
  readMoment,
  readNumber,
  readSetting,
  rowNumber,
} from './reading.ts'
import { groundOf } from './rows.ts'
import { pathsOf } from './set.ts'
import { CALENDAR, COURSE, COURSE_OPERATIONS, WEEKS } from './shape.ts'
import type { NamedPolicy } from './uses.ts'

export interface Calendar {
  /** Days since 1970-01-01 of the first day; not a number where unknown. */
  readonly start: number
  readonly days: number
  readonly lebaran: readonly number[]
  readonly doubleDates: boolean
  readonly solveUntil: number
  /** See `Reading`. */
  readonly solving: Reading['solving']
  /** See `Reading`. */
  readonly horizonLayer: number
  /** See `Reading`. */
  readonly startLayer: number
}

const TEXTBOOK_START = '2024-01-01'

/** To read by where no table is known yet. */
const NO_READING = {
  days: 0,
  startLayer: 0,
  horizonLayer: 0,
  solving: { until: 0, layer: 0 },
  rows: new Map(),
  numbers: [],
  warnings: new Findings(),
}

/** The section `calendar` as it is read. */
interface CalendarSection {
  readonly root: MapNode
  readonly textbook: boolean
  readonly findings: Findings
  readonly at: (key: string) => Entry | undefined
}

/** The section `calendar`: when the run starts and ends, holidays, until when constants are solved. */
export function readCalendar(root: MapNode, textbook: boolean, findings: Findings): Calendar {
  const section = child(root, 'calendar')
  const entries = entriesOf(section, Object.keys(CALENDAR), 'calendar', { findings })
  groundOf(section, 'calendar', { findings })
  const at = (key: string) => entries.get(key)
  const layerOf = (entry: Entry | undefined) => entry?.value.place.source.layer ?? 0
  const read: CalendarSection = { root, textbook, findings, at }
  const start = readStart(read)
  const days = readLength(read, start)
  const horizonLayer = layerOf(at('end') ?? at('weeks'))
  const horizon = { ...NO_READING, findings, start, days, horizonLayer }
  const doubleDates = at('double-dates')
  const solveUntil = readSolveUntil(at('solve-until'), horizon)
  return {
    start,
    days,
    lebaran: readLebaran(at('lebaran'), horizon),
    doubleDates:
      doubleDates !== undefined &&
      readFlag(doubleDates.value, 'calendar.double-dates', { findings }) === true,
    solveUntil,
    solving: { until: start + solveUntil, layer: layerOf(at('solve-until')) },
    horizonLayer,
    startLayer: layerOf(at('start')),
  }
}

function requireDate({ root, findings }: CalendarSection, key: string): void {
  findings.add((child(root, 'calendar') ?? root).place, 'missing', `calendar.${key}`, {
    name: 'calendar',
    expected: phrase('key-date-such-as', key, '2022-07-04'),
  })
}

/** Days since 1970-01-01 of the first day; not a number where unknown. */
function readStart(section: CalendarSection): number {
  const { root, textbook, findings, at } = section
  const entry = at('start')
  const read = entry && readMoment(entry.value, 'calendar.start', { findings })
  const start = read ?? (textbook && !entry ? dayOfDate(TEXTBOOK_START) : Number.NaN)
  if (Number.isNaN(start) && !entry) requireDate(section, 'start')
  else if (Number.isFinite(start) && (weekday(start) !== 0 || !Number.isInteger(start)))
    findings.add(entry?.value.place ?? root.place, 'not-monday', 'calendar.start', {
      got: described(entry!.value),
      suggestion: dateOfDay(Math.floor(start) - weekday(Math.floor(start))),
    })
  return start
}

/** Days of the run; not a number where unknown. */
function readLength(section: CalendarSection, start: number): number {
  const { textbook, findings, at } = section
  const [end, weeks] = [at('end'), at('weeks')]
  if (end && weeks)
    findings.add(weeks.place, 'conflict', 'calendar.weeks', {
      got: 'end',
      expected: phrase('either-of'),
    })
  if (end) return lengthTo(end, start, section)
  if (!weeks && !textbook) requireDate(section, 'end')
  const whole = { ...NO_READING, findings, start }
  const count = weeks
    ? readNumber(WEEKS, weeks.value, 'calendar.weeks', whole)
    : textbook
      ? WEEKS.default
      : undefined
  return (count ?? Number.NaN) * DAYS_A_WEEK
}

function lengthTo(end: Entry, start: number, { findings, at }: CalendarSection): number {
  const last = readMoment(end.value, 'calendar.end', { findings }) ?? Number.NaN
  if (last >= start || Number.isNaN(last - start)) return Math.floor(last) - start + 1
  const from = at('start')?.value.place
  const facts = {
    got: described(end.value),
    expected: dateOfDay(start),
    ...(from ? { also: placeText(from) } : {}),
  }
  findings.add(end.value.place, 'end-before-start', 'calendar.end', facts)
  return Number.NaN
}

/** Days from the start until which constants are solved; 0 where nothing is said. */
function readSolveUntil(entry: Entry | undefined, horizon: Reading): number {
  const { start, days } = horizon
  const moment = entry && readMoment(entry.value, 'calendar.solve-until', horizon)
  if (entry === undefined || moment === undefined) return 0
  if (Number.isFinite(days) && (moment < start || moment > start + days))
    outsideOwn(entry.value, 'calendar.solve-until', horizon)
  return Math.max(0, Math.min(moment - start, days))
}

/** Lebaran may fall outside the run: its season reaches into it. */
function readLebaran(entry: Entry | undefined, horizon: Reading): number[] {
  const { start, days } = horizon
  return itemsOf(entry?.value).flatMap((item) => {
    const moment = readMoment(item, 'calendar.lebaran', horizon)
    if (moment === undefined) return []
    const distance = Math.max(start - moment, moment - start - days)
    if (distance > 366) outsideOwn(item, 'calendar.lebaran', horizon)
    return [moment - start]
  })
}

/** An operation of a course, and where that is written. */
export interface PlacedCourse {
  readonly operation: Operation
  /** The path under which it is written, with its stars. */
  readonly key: string
  readonly place: Place
  readonly path: string
}

/** Courses: what the scenario does to table values in time. Each is found by the value that it moves. */
export function readCourses(
  root: MapNode,
  reading: Reading,
  grounds: readonly PlacedGround[],
): PlacedCourse[] {
  const section = child(root, 'courses')
  const known = section?.kind === 'map' ? section.entries.keys() : []
  const courses = [...entriesOf(section, known, 'courses', reading).values()].filter(
    ({ key }) => key !== 'ground',
  )
  const inner = [...groundOf(section, 'courses', reading), ...grounds]
  return courses.flatMap((course) =>
    rowsOf(course.key, reading).flatMap((key) =>
      readCourse({ ...course, key }, course.key, reading, inner),
    ),
  )
}

/** A `*` stands for every row, as it does in `--set`; where there are none, for itself, which is then no row. */
function rowsOf(key: string, { rows }: Reading): string[] {
  if (!key.includes('*')) return [key]
  const paths = pathsOf(key.split('.'), rows).map((path) => path.join('.'))
  return paths.length > 0 ? paths : [key]
}

type CourseOperation = keyof typeof COURSE_OPERATIONS

/** A course sets a value, changes it by one operation, or sets it and changes what it has set. */
function readCourse(
  course: Entry,
  written: string,
  reading: Reading,
  grounds: readonly PlacedGround[],
): PlacedCourse[] {
  const path = `courses.${course.key}`
  const target = targetOf(course, path, reading)
  const entries = entriesOf(course.value, Object.keys(COURSE), path, reading)
  const inner = [...groundOf(course.value, path, reading), ...grounds]
  const [operation, another] = (Object.keys(COURSE_OPERATIONS) as CourseOperation[]).filter((one) =>
    entries.has(one),
  )
  if (another !== undefined)
    reading.findings.add(entries.get(another)!.place, 'conflict', `${path}.${another}`, {
      got: operation,
      expected: phrase('either-as-order-is-unknown'),
    })
  const linear = entries.get('linear')
  const straight =
    linear !== undefined && readFlag(linear.value, `${path}.linear`, reading) === true
  /** What a base says of its own dates does not hold for those that a file above it adds. */
  const isOf = (key: 'points' | CourseOperation): boolean =>
    straight && entries.get(key)?.place.source === linear?.place.source
  const read = (key: 'points' | CourseOperation, lines: boolean): PlacedCourse[] => {
    const points = readPoints(key, course, entries.get(key), lines, target, reading, inner)
    if (target === undefined || points === undefined) return []
    const { table, row, field, at } = target
    const does: { does?: Does } = key === 'points' ? {} : { does: key }
    const place = entries.get(key)?.place ?? course.place
    return at.map((one) => ({
      operation: { table, row, field, at: one, ...does, points, linear: lines },
      key: written,
      place,
      path: key === 'points' ? path : `${path}.${key}`,
    }))
  }
  if (operation === undefined) return read('points', isOf('points'))
  const isAlone = !entries.has('points')
  // Beside an operation of the same file the lines are those of the points.
  return [
    ...(isAlone ? [] : read('points', isOf('points'))),
    ...read(operation, isOf(operation) && (isAlone || !isOf('points'))),
  ]
}

/** Amounts by date, in order of time; nothing where there are none. */
function readPoints(
  key: 'points' | CourseOperation,
  course: Entry,
  entry: Entry | undefined,
  lines: boolean,
  target: Target | undefined,
  reading: Reading,
  grounds: readonly PlacedGround[],
): Operation['points'] | undefined {
  const path = `courses.${course.key}`
  const points = entry?.value
  if (points?.kind !== 'map' || points.entries.size === 0) {
    // Under a key that there is none of the points may stand, misspelt: that is said.
    if (entry === undefined && hasUnknownKey(course)) return undefined
    reading.findings.add(points?.place ?? course.place, 'missing', path, {
      name: course.key,
      expected: `${key}: { 2023-06-01: ${key === 'multiply' ? '1.1' : '4.3 %'} }`,
    })
    return undefined
  }
  const parameter = target && amountOf(key, target, entry!, path, reading)
  const all = [...points.entries.values()]
  const read = all.flatMap((point) => {
    const moment = readMoment(keyNode(point), `${path}.${key}`, reading)
    // What comes after the last day does nothing, but for a line that leads there.
    if (!lines && moment !== undefined && moment - reading.start >= reading.days)
      outsideOwn(keyNode(point), `${path}.${key}`, reading)
    const value =
      parameter && readPoint(parameter, point.value, `${path}.${point.key}`, reading, grounds)
    if (moment === undefined || value === undefined) return []
    if (!lines) warnOfAbsorbed(point, moment, course, path, reading)
    return [[moment - reading.start, value] as const]
  })
  read.sort(([a], [b]) => a - b)
  if (lines && read.length > 0 && read[0][0] >= reading.days)
    outsideOwn(keyNode(all[0]), `${path}.${key}`, reading)
  return read
}

const hasUnknownKey = ({ value }: Entry): boolean =>
  value.kind === 'map' &&
  [...value.entries.keys()].some((key) => !Object.hasOwn(COURSE, key) && key !== 'ground')

/** What an amount is: the value itself, a change of it in its unit, or a factor. */
function amountOf(
  key: 'points' | CourseOperation,
  { parameter, field }: Target,
  entry: Entry,
  path: string,
  { findings }: Reading,
): Parameter | undefined {
  if (key === 'points') return parameter
  if (parameter.kind !== 'number') {
    findings.add(entry.place, 'no-quantity', `${path}.${key}`, { got: kebab(field) })
    return undefined
  }
  const { per, ...one } = parameter
  const [low, high] = parameter.range
  if (key === 'add') return { ...one, default: 0, range: [low - high, high - low] }
  return key === 'multiply' ? FACTOR : one
}

const FACTOR = number({
  label: 'Factor',
  unit: 'factor',
  default: 1,
  range: [0, 1e6],
  source: 'given: the course says it',
  grade: 'given',
})

/** A step before the run, or before constants are solved for the last time, is no change that a comparison could show. */
function warnOfAbsorbed(
  point: Entry,
  moment: number,
  course: Entry,
  path: string,
  { warnings, start, startLayer, solving }: Reading,
): void {
  const { layer } = point.place.source
  // Who begins the run of a base later knows that its steps lie before, and wants what they have led to.
  if (moment < start && layer < startLayer) return
  if (moment < start)
    warnings.add(point.place, 'before-start', path, {
      name: course.key,
      got: point.key,
      expected: dateOfDay(start),
    })
  // The baseline that says until when constants are solved has courses of its own until then.
  else if (moment < solving.until && layer > solving.layer)
    warnings.add(point.place, 'while-solving', path, {
      name: phrase('step-of', course.key),
      got: point.key,
      expected: dateOfDay(solving.until),
    })
}

const keyNode = (entry: Entry): Node => ({
  kind: 'scalar',
  place: entry.place,
  value: entry.key,
  text: entry.key,
})

function readPoint(
  parameter: Parameter,
  node: Node,
  path: string,
  reading: Reading,
  grounds: readonly PlacedGround[],
): number | undefined {
  const value = readSetting(parameter, node, path, reading, grounds)
  return value === undefined ? undefined : Number(value)
}

interface Target {
  readonly table: string
  readonly row: number
  readonly field: string
  readonly parameter: Parameter
  /** Which of the values of a field that has several: one, or all. */
  readonly at: readonly number[]
}

/** Resolves `venues.tiktok-shop.commission.fashion` to table, row, field and value. */
function targetOf(course: Entry, path: string, reading: Reading): Target | undefined {
  const [name, ...rest] = course.key.split('.')
  const table = LEVERED.find((candidate) => candidate.name === name)
  if (table === undefined)
    return unknownName(
      course.place,
      path,
      name,
      LEVERED.map((candidate) => candidate.name),
      reading,
    )
  const row = table.single
    ? 0
    : rowNumber(table.name, rest.shift() ?? '', course.place, path, reading)
  const fields = Object.fromEntries(Object.keys(table.fields).map((field) => [kebab(field), field]))
  const key = rest.shift() ?? ''
  if (!Object.hasOwn(fields, key))
    return unknownName(course.place, path, key, Object.keys(fields), reading)
  const field = fields[key]
  const at = placesOf(table, field, rest, course.place, path, reading)
  if (row === undefined || at === undefined) return undefined
  return { table: table.name, row, field, parameter: table.fields[field], at }
}

function unknownName(
  place: Place,
  path: string,
  name: string,
  known: readonly string[],
  { findings }: Reading,
) {
  const suggestion = nearest(name, known)
  findings.add(place, 'unknown-key', path, {
    name,
    ...(suggestion ? { suggestion } : { expected: listed(known) }),
  })
  return undefined
}

function placesOf(
  table: Table,
  field: string,
  rest: readonly string[],
  place: Place,
  path: string,
  reading: Reading,
): readonly number[] | undefined {
  const per = (table.fields[field] as NumberParameter).per
  if (rest.length > (per === undefined ? 0 : 1))
    return unknownName(place, path, rest.join('.'), [], reading)
  if (per === undefined) return [0]
  if (rest.length === 0) return (reading.rows.get(per) ?? []).map((_, row) => row)
  const row = rowNumber(per, rest[0], place, path, reading)
  return row === undefined ? undefined : [row]
}

/**
 * Policies: a list of one-key maps, the key the name of a policy.
 * @param policies those that the scenario may name
 */
export function readPolicies(
  root: MapNode,
  reading: Reading,
  grounds: readonly PlacedGround[],
  policies: readonly NamedPolicy[],
): PolicyInput[] {
  const section = child(root, 'policies')
  if (section === undefined || (section.kind === 'scalar' && section.value === null)) return []
  if (section.kind !== 'list') {
    const facts = { got: described(section), expected: POLICIES }
    reading.findings.add(section.place, 'wrong-type', 'policies', facts)
    return []
  }
  return section.items.flatMap((item) => {
    if (item.kind !== 'map' || item.entries.size !== 1) {
      const facts = {
        name: phrase('a-policy'),
        got: item.kind === 'map' ? keysIn(item) : described(item),
        expected: phrase('one-key-as-in', 'closure: { venue: ... }'),
      }
      reading.findings.add(item.place, 'wrong-type', 'policies', facts)
      return []
    }
    const [entry] = item.entries.values()
    const named = policies.find(({ policy }) => policy.name === entry.key)
    if (named !== undefined) return [readPolicy(named, entry, reading, grounds)]
    // Where the file of a policy has a fault it is not known which policies it brings.
    if (reading.findings.all.some(({ path }) => /^use(\.|$)/.test(path))) return []
    const names = policies.map(({ policy }) => policy.name)
    const suggestion = nearest(entry.key, names)
    reading.findings.add(entry.place, 'unknown-policy', `policies.${entry.key}`, {
      got: entry.key,
      ...(suggestion ? { suggestion } : { expected: listed(names) }),
    })
    return []
  })
}

/** `2 keys (closure, duty)`. */
const keysIn = ({ entries }: MapNode): Phrase =>
  entries.size === 0 ? phrase('no-key') : phrase('keys', entries.size, listed(entries.keys()))

function readPolicy(
  { policy, module }: NamedPolicy,
  entry: Entry,
  reading: Reading,
  grounds: readonly PlacedGround[],
): PolicyInput {
  const path = `policies.${policy.name}`
  const keys = new Map(Object.keys(policy.settings).map((name) => [kebab(name), name]))
  const entries = entriesOf(entry.value, [...keys.keys(), 'ground'], path, reading)
  const inner = [...groundOf(entry.value, path, reading), ...grounds]
  const settings: Record<string, number | string | boolean> = {}
  for (const [key, name] of keys) {
    const parameter = policy.settings[name]
    const written = entries.get(key)?.value
    const value =
      written === undefined
        ? settingDefault(parameter, reading)
        : readSetting(parameter, written, `${path}.${key}`, reading, inner)
    if (value !== undefined) settings[name] = value
    else if (written === undefined)
      reading.findings.add(entry.place, 'missing', `${path}.${key}`, {
        name: policy.name,
        expected: wanted(key, parameter),
      })
  }
  const read = { policy: policy.name, ...(module === undefined ? {} : { module }), settings }
  checkOrder(read, entries, path, reading)
  return read
}

const wanted = (key: string, parameter: Parameter): Phrase =>
  parameter.kind === 'date'
    ? phrase('key-date', key)
    : parameter.kind === 'reference'
      ? phrase('key-name-out-of', key, parameter.to)
      : phrase('key-value', key)

function settingDefault(
  parameter: Parameter,
  { rows }: Reading,
): number | string | boolean | undefined {
  if (parameter.kind === 'date') return parameter.optional ? NEVER : undefined
  if (parameter.kind !== 'reference') return parameter.default
  const row = (rows.get(parameter.to) ?? []).indexOf(parameter.default)
  return row < 0 ? undefined : row
}

/** A policy is announced before it begins, and both after constants have been solved. */
function checkOrder(
  read: PolicyInput,
  entries: ReadonlyMap<string, Entry>,
  path: string,
  { findings, warnings, start, solving }: Reading,
): void {
  const setting = (role: 'announced' | 'begins') => kebab(dateSetting(read, role) ?? '')
  const [announced, begins] = [announcedOn(read), beginsOn(read)]
  const [of, from] = (['announced', 'begins'] as const).map((role) => entries.get(setting(role)))
  if (of && from && announced !== undefined && begins !== undefined && begins < announced)
    findings.add(from.value.place, 'effective-before-announced', `${path}.${setting('begins')}`, {
      got: described(from.value),
      expected: described(of.value),
      also: placeText(of.value.place),
    })
  const first = of !== undefined && announced !== undefined ? 'announced' : 'begins'
  const written = first === 'announced' ? of : from
  const moment = start + ((first === 'announced' ? announced : begins) ?? Number.NaN)
  if (written !== undefined && moment < solving.until)
    warnings.add(written.value.place, 'while-solving', `${path}.${setting(first)}`, {
      name: phrase('setting-of', setting(first), read.policy),
      got: described(written.value),
      expected: dateOfDay(solving.until),
    })
}
