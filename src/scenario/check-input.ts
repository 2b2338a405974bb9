/**
 * Checks a market input that was written out earlier, as in a manifest, against the declarations of today.
 * What was declared since takes its default; what is no longer declared, or no longer admissible, is a fault.
 */
import { NEVER, type Parameter, type Table, type TableRow } from '../engine/index.ts'
import {
  CATALOGUE,
  DAY,
  DOES,
  type Does,
  knownPolicy,
  type MarketInput,
  TABLES,
} from '../market/index.ts'
import { type Facts, type Finding, type FindingCode, Findings, nearest } from './finding.ts'
import { tooManyRows } from './limits.ts'
import { whyNoDate } from './moment.ts'
import { kebab } from './names.ts'
import { child, type Node } from './node.ts'
import { parse, placeAt, sourceOf } from './parse.ts'
import { MOST_AGENTS, MOST_DAYS } from './shape.ts'
import { faultsOfText } from './texts.ts'

type Path = readonly (string | number)[]

export interface InputFault {
  /** Where it stands in the input: `['tables', 'venues', 3, 'values', 'commission', 0]`. */
  readonly path: Path
  readonly code: FindingCode
  readonly facts: Facts
}

export interface CheckedInput {
  /** With every field filled; it is to be used only where there is no fault. */
  readonly input: MarketInput
  readonly faults: readonly InputFault[]
  /** Fields that the input did not know, as paths with `*` for rows. */
  readonly filled: readonly string[]
}

type Plain = Readonly<Record<string, unknown>>

/** `--scale` moves them beyond what may be written. */
const SCALED = ['households.weight', 'creator.weight']

/** An input as it is checked: what was found wrong, and what the input did not know. */
interface Checking {
  readonly root: Plain
  /** Rows as they were given, by table, and their names. */
  readonly rows: Map<string, readonly unknown[]>
  readonly names: Map<string, readonly string[]>
  readonly faults: InputFault[]
  readonly filled: Set<string>
  tables: Plain
}

export function checkInput(given: unknown): CheckedInput {
  const check: Checking = {
    root: isPlain(given) ? given : {},
    rows: new Map(),
    names: new Map(),
    faults: [],
    filled: new Set(),
    tables: {},
  }
  mapAt(check, given, [], 'the input')
  strange(check, check.root, KEYS, [])
  const start = startOf(check)
  const size = sizeOf(check)
  const season = mapAt(check, check.root.season, ['season'], 'season')
  readNames(check)
  const policies = policiesOf(check)
  const input: MarketInput = {
    start,
    days: whole(check, check.root.days, ['days'], 'days', 1, MOST_DAYS),
    size,
    tables: Object.fromEntries(TABLES.map(({ name }) => [name, rowsOf(check, name)])),
    rules: rulesOf(check),
    season: {
      lebaran: numbers(check, season.lebaran, ['season', 'lebaran'], 'lebaran'),
      doubleDates: flag(check, season.doubleDates, ['season', 'doubleDates'], 'double-dates'),
    },
    solveUntil: number(check, check.root.solveUntil, ['solveUntil'], 'solve-until'),
    courses: coursesOf(check),
    policies,
    ...modulesOf(check, policies),
  }
  if (check.faults.length === 0)
    for (const { table, ...facts } of tooManyRows(input, true))
      fault(check, ['tables', table], 'too-many', { name: table, ...facts })
  return { input, faults: check.faults, filled: [...check.filled] }
}

function fault({ faults }: Checking, path: Path, code: FindingCode, facts: Facts): void {
  faults.push({ path, code, facts })
}

const wrong = (check: Checking, path: Path, name: string, value: unknown, expected: string) =>
  fault(check, path, 'wrong-type', { name, got: shown(value), expected })

function mapAt(check: Checking, value: unknown, path: Path, name: string): Plain {
  if (isPlain(value)) return value
  wrong(check, path, name, value, 'a map')
  return {}
}

function listAt(check: Checking, value: unknown, path: Path, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  wrong(check, path, name, value, 'a list')
  return []
}

/** Keys that are not known. */
function strange(check: Checking, map: Plain, known: readonly string[], path: Path): void {
  for (const key of Object.keys(map))
    if (!known.includes(key)) {
      const suggestion = nearest(key, known)
      const name = kebab(key)
      fault(check, [...path, key], 'unknown-key', suggestion ? { name, suggestion } : { name })
    }
}

function whole(
  check: Checking,
  value: unknown,
  path: Path,
  name: string,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): number {
  if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most)
    return Number(value)
  wrong(check, path, name, value, `a whole number from ${least}${most < 1e9 ? ` to ${most}` : ''}`)
  return least
}

function textAt(check: Checking, value: unknown, path: Path, name: string): string {
  if (typeof value !== 'string') wrong(check, path, name, value, 'text')
  else
    for (const { code, facts } of faultsOfText(value, 'label'))
      fault(check, path, code, { name, ...facts })
  return typeof value === 'string' ? value : ''
}

function startOf(check: Checking): string {
  const start = String(check.root.start)
  if (whyNoDate(start) !== undefined)
    fault(check, ['start'], 'no-date', { name: 'start', got: start })
  return start
}

function sizeOf(check: Checking): MarketInput['size'] {
  const size = mapAt(check, check.root.size, ['size'], 'size')
  const agents = (name: string, least: number) =>
    whole(check, size[name], ['size', name], `size.${name}`, least, MOST_AGENTS)
  return {
    buyers: agents('buyers', 1),
    sellers: agents('sellers', 1),
    creators: agents('creators', 0),
  }
}

/** The rows of tables and their names, which others refer to. */
function readNames(check: Checking): void {
  check.tables = mapAt(check, check.root.tables, ['tables'], 'tables')
  for (const table of TABLES) {
    const rows = rowsGiven(check, table)
    check.rows.set(table.name, rows)
    const nameOf = (row: unknown) => String(isPlain(row) ? row.name : row)
    check.names.set(table.name, rows.map(nameOf))
  }
  strange(check, check.tables, [...check.names.keys()], ['tables'])
}

function number(check: Checking, value: unknown, path: Path, name: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  wrong(check, path, name, value, 'a number')
  return 0
}

function flag(check: Checking, value: unknown, path: Path, name: string): boolean {
  if (value !== undefined && typeof value !== 'boolean')
    wrong(check, path, name, value, 'true or false')
  return value === true
}

function numbers(check: Checking, value: unknown, path: Path, name: string): number[] {
  return listAt(check, value, path, name).map((one, at) => number(check, one, [...path, at], name))
}

/** A table declared since has no rows, or its one row at its defaults. */
function rowsGiven(check: Checking, { name, label, single }: Table): readonly unknown[] {
  if (check.tables[name] !== undefined)
    return listAt(check, check.tables[name], ['tables', name], name)
  check.filled.add(name)
  return single ? [{ name, label, values: {} }] : []
}

function rowsOf(check: Checking, table: string): TableRow[] {
  const { fields } = TABLES.find(({ name }) => name === table)!
  return check.rows.get(table)!.map((given, row) => {
    const path = ['tables', table, row]
    const { name, label, values } = mapAt(check, given, path, table)
    const inner = mapAt(check, values, [...path, 'values'], `${table}.${name}`)
    strange(check, inner, Object.keys(fields), [...path, 'values'])
    const entries = Object.entries(fields).map(([field, parameter]) => {
      const value = fieldOf(check, table, row, field, parameter, inner[field], [
        ...path,
        'values',
        field,
      ])
      return [field, value] as const
    })
    return {
      name: textAt(check, name, [...path, 'name'], `name of ${table}`),
      label: textAt(check, label, [...path, 'label'], `label of ${table}`),
      values: Object.fromEntries(entries),
    }
  })
}

function fieldOf(
  check: Checking,
  table: string,
  row: number,
  field: string,
  parameter: Parameter,
  value: unknown,
  path: Path,
): number | readonly number[] {
  const { single } = TABLES.find(({ name }) => name === table)!
  const called = `${table}${single ? '' : `.${check.names.get(table)?.[row]}`}.${kebab(field)}`
  const per = parameter.kind === 'number' ? parameter.per : undefined
  const width = per === undefined ? 1 : (check.names.get(per)?.length ?? 0)
  if (value === undefined) {
    const fallback = defaultOf(parameter, check.names)
    if (fallback === undefined)
      fault(check, path.slice(0, -1), 'missing', {
        name: path.at(-2) as string,
        expected: kebab(field),
      })
    check.filled.add(`${table}${single ? '' : '.*'}.${kebab(field)}`)
    return per === undefined ? (fallback ?? 0) : new Array(width).fill(fallback)
  }
  const one = (single: unknown, at: Path) =>
    settingOf(check, parameter, single, at, called, SCALED.includes(`${table}.${field}`)) as number
  if (per === undefined) return Number(one(value, path))
  const list = listAt(check, value, path, called)
  if (list.length !== width)
    wrong(check, path, called, `${list.length} numbers`, `${width}, one for each of ${per}`)
  return list.map((single, at) => one(single, [...path, at]))
}

/** A number in its range, the number of a row or option, or a word. */
function settingOf(
  check: Checking,
  parameter: Parameter,
  value: unknown,
  path: Path,
  name: string,
  anySize = false,
): number | string | boolean {
  const among = (count: number) => {
    const fits = Number.isInteger(value) && Number(value) >= 0 && Number(value) < count
    if (!fits) wrong(check, path, name, value, `a whole number below ${count}`)
    return fits ? Number(value) : 0
  }
  switch (parameter.kind) {
    case 'number': {
      const [low, high] = parameter.range
      const found = number(check, value, path, name)
      if (typeof value === 'number' && !anySize && (found < low || found > high))
        fault(check, path, 'out-of-range', {
          name,
          got: shown(value),
          expected: `${low} to ${high} (${parameter.unit})`,
        })
      return found
    }
    case 'reference':
      return among(check.names.get(parameter.to)?.length ?? 0)
    case 'choice':
      if (typeof value !== 'string') return among(parameter.options.length)
      if (!parameter.options.includes(value))
        fault(check, path, 'no-option', {
          name,
          got: value,
          expected: parameter.options.join(', '),
        })
      return value
    case 'flag':
      if (typeof value === 'boolean') return value
      return among(2)
    case 'date':
      return number(check, value, path, name)
  }
}

function settingsOf(
  check: Checking,
  declared: Readonly<Record<string, Parameter>>,
  given: unknown,
  path: Path,
  prefix: string,
): Record<string, number | string | boolean> {
  const values = given === undefined ? {} : mapAt(check, given, path, prefix)
  strange(check, values, Object.keys(declared), path)
  const entries = Object.entries(declared).map(([name, parameter]) => {
    const called = `${prefix}.${kebab(name)}`
    if (values[name] !== undefined)
      return [name, settingOf(check, parameter, values[name], [...path, name], called)] as const
    const fallback =
      parameter.kind === 'reference' || parameter.kind === 'date'
        ? defaultOf(parameter, check.names)
        : parameter.default
    if (fallback === undefined)
      fault(check, path, 'missing', { name: prefix, expected: kebab(name) })
    check.filled.add(called)
    return [name, fallback ?? 0] as const
  })
  return Object.fromEntries(entries)
}

function rulesOf(check: Checking): MarketInput['rules'] {
  const rules = mapAt(check, check.root.rules, ['rules'], 'rules')
  const known = DAY.map(({ name }) => name)
  strange(check, rules, known, ['rules'])
  return Object.fromEntries(
    DAY.map(({ name, parameters }) => [
      name,
      settingsOf(check, parameters, rules[name], ['rules', name], `rules.${name}`),
    ]),
  )
}

function policiesOf(check: Checking): MarketInput['policies'] {
  return listAt(check, check.root.policies, ['policies'], 'policies').flatMap((one, at) => {
    const { policy, module, settings } = mapAt(check, one, ['policies', at], 'a policy')
    const found = knownPolicy({
      policy: String(policy),
      ...(typeof module === 'string' ? { module } : {}),
    })
    if (found !== undefined) {
      const path = ['policies', at, 'settings']
      const values = settingsOf(check, found.settings, settings, path, `policies.${found.name}`)
      const mark = typeof module === 'string' ? { module } : {}
      return [{ policy: found.name, ...mark, settings: values }]
    }
    if (module !== undefined) {
      fault(check, ['policies', at, 'policy'], 'untrusted-policy', { name: String(policy) })
      return []
    }
    fault(check, ['policies', at, 'policy'], 'unknown-policy', {
      got: String(policy),
      expected: CATALOGUE.map(({ name }) => name).join(', '),
    })
    return []
  })
}

/** Programs of policies from outside that are known already; no program is run here, and one that no policy names is left out. */
function modulesOf(
  check: Checking,
  policies: MarketInput['policies'],
): Pick<MarketInput, 'modules'> {
  const { modules } = check.root
  if (modules === undefined) return {}
  const programs = Object.entries(mapAt(check, modules, ['modules'], 'modules'))
  const named = new Set(policies.map(({ module }) => module))
  return {
    modules: Object.fromEntries(
      programs.filter(
        (entry): entry is [string, string] => named.has(entry[0]) && typeof entry[1] === 'string',
      ),
    ),
  }
}

function coursesOf(check: Checking): MarketInput['courses'] {
  return listAt(check, check.root.courses, ['courses'], 'courses').flatMap((one, nth) => {
    const path = ['courses', nth]
    const course = mapAt(check, one, path, 'a course')
    const { table, field } = course
    const declared = TABLES.find(({ name }) => name === table)
    if (declared === undefined || !Object.hasOwn(declared.fields, String(field))) {
      fault(check, [...path, declared === undefined ? 'table' : 'field'], 'unknown-key', {
        name: String(declared === undefined ? table : field),
      })
      return []
    }
    const rows = check.names.get(declared.name)?.length ?? 0
    const row = whole(check, course.row, [...path, 'row'], 'row', 0)
    if (row >= rows) wrong(check, [...path, 'row'], 'row', row, `a whole number below ${rows}`)
    const points = listAt(check, course.points, [...path, 'points'], 'points').map((point, at) => {
      const [day, value] = numbers(check, point, [...path, 'points', at], 'a point')
      return [day, value] as const
    })
    const at = whole(check, course.at, [...path, 'at'], 'at', 0)
    const { does, until } = course
    if (does !== undefined && !DOES.includes(does as Does))
      fault(check, [...path, 'does'], 'no-option', {
        name: 'does',
        got: shown(does),
        expected: DOES.join(', '),
      })
    return [
      {
        table: declared.name,
        row,
        field: String(field),
        at,
        points,
        linear: course.linear === true,
        ...(does === undefined ? {} : { does: does as Does }),
        ...(until === undefined
          ? {}
          : { until: number(check, until, [...path, 'until'], 'until') }),
      },
    ]
  })
}

const KEYS = [
  ...['start', 'days', 'size', 'tables', 'rules', 'season', 'solveUntil', 'courses', 'policies'],
  'modules',
]

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const shown = (value: unknown): string =>
  value === undefined ? 'missing' : typeof value === 'object' ? 'no number' : String(value)

/** The number that stands for the default; nothing where a name or a date must be given. */
function defaultOf(
  parameter: Parameter,
  names: ReadonlyMap<string, readonly string[]>,
): number | undefined {
  if (parameter.kind === 'number') return parameter.default
  if (parameter.kind === 'flag') return parameter.default ? 1 : 0
  if (parameter.kind === 'choice') return parameter.options.indexOf(parameter.default)
  if (parameter.kind === 'date') return parameter.optional ? NEVER : undefined
  const row = names.get(parameter.to)?.indexOf(parameter.default) ?? -1
  return row < 0 ? undefined : row
}

/** Faults as findings with line and column of the text that the input stands in, at `root`. */
export function inputFindings(
  file: string,
  text: string,
  root: Path,
  faults: readonly InputFault[],
): Finding[] {
  const source = sourceOf(file, text, 0)
  const tree = parse(source, text, new Findings())
  const findings = new Findings()
  for (const { path, code, facts } of faults) {
    const place = nodeAt(tree, [...root, ...path])?.place ?? placeAt(source)
    findings.add(place, code, path.map((part) => kebab(String(part))).join('.'), facts)
  }
  return findings.sorted()
}

/** The node at a path, or the nearest one above it that exists. */
function nodeAt(tree: Node | undefined, path: Path): Node | undefined {
  let node = tree
  for (const part of path) {
    const inner = node?.kind === 'list' ? node.items[Number(part)] : child(node, String(part))
    if (inner === undefined) return node
    node = inner
  }
  return node
}
