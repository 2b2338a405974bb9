/** Reads what has dates: the calendar, courses, policies, windows. */
import {
  dateOfDay,
  dayOfDate,
  NEVER,
  type NumberParameter,
  type Parameter,
  type Table,
  weekday,
} from '../engine/index.ts'
import { CATALOGUE, type Course, type Policy, type PolicyInput, TABLES } from '../market/index.ts'
import { type Findings, nearest, type Place, placeText } from './finding.ts'
import { kebab } from './names.ts'
import { child, describe, type Entry, type MapNode, type Node } from './node.ts'
import {
  entriesOf,
  listed,
  outside,
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
import { CALENDAR, COURSE_KEYS, WEEKS } from './shape.ts'

export interface Calendar {
  /** Days since 1970-01-01 of the first day; not a number where unknown. */
  readonly start: number
  readonly days: number
  readonly lebaran: readonly number[]
  readonly doubleDates: boolean
  readonly solveUntil: number
  /** See `Reading`. */
  readonly horizonLayer: number
}

const TEXTBOOK_START = '2024-01-01'

export function readCalendar(root: MapNode, textbook: boolean, findings: Findings): Calendar {
  const section = child(root, 'calendar')
  const reading = { findings }
  const entries = entriesOf(section, Object.keys(CALENDAR), 'calendar', reading)
  groundOf(section, 'calendar', reading)
  const at = (key: string) => entries.get(key)
  const day = (key: string) => {
    const entry = at(key)
    return entry && readMoment(entry.value, `calendar.${key}`, reading)
  }
  const start = day('start') ?? (textbook && !at('start') ? dayOfDate(TEXTBOOK_START) : Number.NaN)
  if (Number.isNaN(start) && !at('start')) required('start')
  else if (Number.isFinite(start) && (weekday(start) !== 0 || !Number.isInteger(start)))
    findings.add(at('start')?.value.place ?? root.place, 'not-monday', 'calendar.start', {
      got: describe(at('start')!.value),
      suggestion: dateOfDay(Math.floor(start) - weekday(Math.floor(start))),
    })
  const days = length()
  const horizonLayer = (at('end') ?? at('weeks'))?.value.place.source.layer ?? 0
  const horizon: Reading = { findings, start, days, horizonLayer, rows: new Map(), numbers: [] }
  const doubleDates = at('double-dates')
  return {
    start,
    days,
    lebaran: readLebaran(),
    doubleDates:
      doubleDates !== undefined &&
      readFlag(doubleDates.value, 'calendar.double-dates', reading) === true,
    solveUntil: readSolveUntil(),
    horizonLayer,
  }

  function required(key: string): void {
    findings.add(section?.place ?? root.place, 'missing', `calendar.${key}`, {
      name: 'calendar',
      expected: `${key}: a date such as 2022-07-04`,
    })
  }

  function length(): number {
    const end = at('end')
    const weeks = at('weeks')
    if (end && weeks)
      findings.add(weeks.place, 'conflict', 'calendar.weeks', {
        got: 'end',
        expected: 'one of both',
      })
    if (end) return lengthTo(end)
    if (!weeks && !textbook) required('end')
    const whole = { findings, start, days: 0, horizonLayer: 0, rows: new Map(), numbers: [] }
    const count = weeks
      ? readNumber(WEEKS, weeks.value, 'calendar.weeks', whole)
      : textbook
        ? WEEKS.default
        : undefined
    return (count ?? Number.NaN) * 7
  }

  function lengthTo(end: Entry): number {
    const last = readMoment(end.value, 'calendar.end', reading) ?? Number.NaN
    if (last >= start || Number.isNaN(last - start)) return Math.floor(last) - start + 1
    const from = at('start')?.value.place
    const facts = {
      got: describe(end.value),
      expected: dateOfDay(start),
      ...(from ? { also: placeText(from) } : {}),
    }
    findings.add(end.value.place, 'end-before-start', 'calendar.end', facts)
    return Number.NaN
  }

  function readSolveUntil(): number {
    const node = at('solve-until')?.value
    const moment = node && readMoment(node, 'calendar.solve-until', reading)
    if (node === undefined || moment === undefined) return 0
    if (Number.isFinite(days) && (moment < start || moment > start + days))
      outsideOwn(node, 'calendar.solve-until', horizon)
    return Math.max(0, Math.min(moment - start, days))
  }

  /** Lebaran may fall outside the run: its season reaches into it. */
  function readLebaran(): number[] {
    const node = at('lebaran')?.value
    if (node === undefined) return []
    const items = node.kind === 'list' ? node.items : [node]
    return items.flatMap((item) => {
      const moment = readMoment(item, 'calendar.lebaran', reading)
      if (moment === undefined) return []
      const distance = Math.max(start - moment, moment - start - days)
      if (distance > 366) outsideOwn(item, 'calendar.lebaran', horizon)
      return [moment - start]
    })
  }
}

/** Courses: paths of table values. Each is found by the value that it moves. */
export function readCourses(
  root: MapNode,
  reading: Reading,
  grounds: readonly PlacedGround[],
): Course[] {
  const section = child(root, 'courses')
  const known = section?.kind === 'map' ? section.entries.keys() : []
  const courses = [...entriesOf(section, known, 'courses', reading).values()].filter(
    ({ key }) => key !== 'ground',
  )
  const inner = [...groundOf(section, 'courses', reading), ...grounds]
  return courses.flatMap((course) => readCourse(course, reading, inner))
}

function readCourse(course: Entry, reading: Reading, grounds: readonly PlacedGround[]): Course[] {
  const path = `courses.${course.key}`
  const target = targetOf(course, path, reading)
  const entries = entriesOf(course.value, COURSE_KEYS, path, reading)
  const inner = [...groundOf(course.value, path, reading), ...grounds]
  const linear = entries.get('linear')
  const steady = linear === undefined || readFlag(linear.value, `${path}.linear`, reading) !== true
  const points = entries.get('points')?.value
  if (points?.kind !== 'map' || points.entries.size === 0) {
    reading.findings.add(points?.place ?? course.place, 'missing', path, {
      name: course.key,
      expected: 'points: { 2023-06-01: 4.3 % }',
    })
    return []
  }
  const read = [...points.entries.values()].flatMap((entry) => {
    const moment = readMoment(keyNode(entry), `${path}.points`, reading)
    // What comes after the end does nothing, but for a line that leads there.
    if (steady && moment !== undefined && moment - reading.start > reading.days)
      outsideOwn(keyNode(entry), `${path}.points`, reading)
    const value =
      target && readPoint(target.parameter, entry.value, `${path}.${entry.key}`, reading, inner)
    return moment === undefined || value === undefined
      ? []
      : [[moment - reading.start, value] as const]
  })
  read.sort(([a], [b]) => a - b)
  if (!steady && read.length > 0 && read[0][0] > reading.days)
    outsideOwn(keyNode([...points.entries.values()][0]), `${path}.points`, reading)
  if (target === undefined) return []
  const { table, row, field, at } = target
  return at.map((one) => ({ table, row, field, at: one, points: read, linear: !steady }))
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
  const table = TABLES.find((candidate) => candidate.name === name)
  if (table === undefined)
    return unknownName(
      course.place,
      path,
      name,
      TABLES.map((candidate) => candidate.name),
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

/** Policies: a list of one-key maps, the key a policy of the catalogue. */
export function readPolicies(
  root: MapNode,
  reading: Reading,
  grounds: readonly PlacedGround[],
): PolicyInput[] {
  const section = child(root, 'policies')
  if (section === undefined || (section.kind === 'scalar' && section.value === null)) return []
  if (section.kind !== 'list') {
    const facts = { got: describe(section), expected: 'a list: - closure: { venue: ... }' }
    reading.findings.add(section.place, 'wrong-type', 'policies', facts)
    return []
  }
  return section.items.flatMap((item) => {
    if (item.kind !== 'map' || item.entries.size !== 1) {
      const facts = {
        name: 'a policy',
        got: describe(item),
        expected: 'one key: closure: { venue: ... }',
      }
      reading.findings.add(item.place, 'wrong-type', 'policies', facts)
      return []
    }
    const [entry] = item.entries.values()
    const policy = CATALOGUE.find(({ name }) => name === entry.key)
    if (policy !== undefined) return [readPolicy(policy, entry, reading, grounds)]
    const names = CATALOGUE.map(({ name }) => name)
    const suggestion = nearest(entry.key, names)
    reading.findings.add(entry.place, 'unknown-policy', `policies.${entry.key}`, {
      got: entry.key,
      ...(suggestion ? { suggestion } : { expected: listed(names) }),
    })
    return []
  })
}

function readPolicy(
  policy: Policy,
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
        expected: `${key}: ${wanted(parameter)}`,
      })
  }
  checkOrder(settings, entries, path, reading)
  return { policy: policy.name, settings }
}

const wanted = (parameter: Parameter) =>
  parameter.kind === 'date'
    ? 'a date'
    : parameter.kind === 'reference'
      ? `a name out of ${parameter.to}`
      : 'a value'

function settingDefault(
  parameter: Parameter,
  { rows }: Reading,
): number | string | boolean | undefined {
  if (parameter.kind === 'date') return parameter.optional ? NEVER : undefined
  if (parameter.kind !== 'reference') return parameter.default
  const row = (rows.get(parameter.to) ?? []).indexOf(parameter.default)
  return row < 0 ? undefined : row
}

function checkOrder(
  settings: Readonly<Record<string, number | string | boolean>>,
  entries: ReadonlyMap<string, Entry>,
  path: string,
  { findings }: Reading,
): void {
  const effective = entries.get('effective')?.value
  const announced = entries.get('announced')?.value
  if (effective && announced && Number(settings.effective) < Number(settings.announced))
    findings.add(effective.place, 'effective-before-announced', `${path}.effective`, {
      got: describe(effective),
      expected: describe(announced),
      also: placeText(announced.place),
    })
  const ends = entries.get('ends')?.value
  if (ends && effective && Number(settings.ends) < Number(settings.effective))
    findings.add(ends.place, 'end-before-start', `${path}.ends`, {
      name: path.slice(path.indexOf('.') + 1),
      got: describe(ends),
      expected: describe(effective),
    })
}

/** A period to report, in days since the start: `from <= day < to`. */
export interface Window {
  readonly name: string
  readonly from: number
  readonly to: number
}

export function readWindows(root: MapNode, reading: Reading): Window[] {
  const section = child(root, 'windows')
  const known = section?.kind === 'map' ? section.entries.keys() : []
  return [...entriesOf(section, known, 'windows', reading).values()].flatMap((entry) => {
    const path = `windows.${entry.key}`
    const [from, to = from, ...more] = describe(entry.value)
      .split(/\s+to\s+/)
      .map((text) => {
        const part: Node = { kind: 'scalar', place: entry.value.place, value: text, text }
        const moment = readMoment(part, path, reading)
        if (moment === undefined) return undefined
        const day = moment - reading.start
        // A window ends with the last day: the moment after it is no day.
        if (day < 0 || day >= reading.days) outside(part, path, reading)
        return day
      })
    if (from === undefined || to === undefined || more.length > 0) return []
    if (to < from)
      reading.findings.add(entry.value.place, 'end-before-start', path, {
        got: dateOfDay(Math.floor(reading.start + to)),
        expected: dateOfDay(Math.floor(reading.start + from)),
      })
    return [{ name: entry.key, from: Math.floor(from), to: Math.floor(to) + 1 }]
  })
}
