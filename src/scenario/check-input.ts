/**
 * Checks a market input that was written out earlier, as in a manifest, against the declarations of today.
 * What was declared since takes its default; what is no longer declared, or no longer admissible, is a fault.
 */
import { NEVER, type Parameter, type Table, type TableRow } from '../engine/index.ts'
import { CATALOGUE, DAY, DOES, type Does, type MarketInput, TABLES } from '../market/index.ts'
import { type Facts, type Finding, type FindingCode, Findings, nearest } from './finding.ts'
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

export function checkInput(given: unknown): CheckedInput {
  const faults: InputFault[] = []
  const filled = new Set<string>()
  const fault = (path: Path, code: FindingCode, facts: Facts) => faults.push({ path, code, facts })
  const wrong = (path: Path, name: string, value: unknown, expected: string) =>
    fault(path, 'wrong-type', { name, got: shown(value), expected })

  const mapAt = (value: unknown, path: Path, name: string): Plain => {
    if (isPlain(value)) return value
    wrong(path, name, value, 'a map')
    return {}
  }
  const listAt = (value: unknown, path: Path, name: string): readonly unknown[] => {
    if (Array.isArray(value)) return value
    wrong(path, name, value, 'a list')
    return []
  }
  const strange = (map: Plain, known: readonly string[], path: Path) => {
    for (const key of Object.keys(map))
      if (!known.includes(key)) {
        const suggestion = nearest(key, known)
        const name = kebab(key)
        fault([...path, key], 'unknown-key', suggestion ? { name, suggestion } : { name })
      }
  }
  const whole = (
    value: unknown,
    path: Path,
    name: string,
    least: number,
    most = Number.MAX_SAFE_INTEGER,
  ): number => {
    if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most)
      return Number(value)
    wrong(path, name, value, `a whole number from ${least}${most < 1e9 ? ` to ${most}` : ''}`)
    return least
  }
  const textAt = (value: unknown, path: Path, name: string): string => {
    if (typeof value !== 'string') wrong(path, name, value, 'text')
    else
      for (const { code, facts } of faultsOfText(value, 'label'))
        fault(path, code, { name, ...facts })
    return typeof value === 'string' ? value : ''
  }

  const root = mapAt(given, [], 'the input')
  strange(root, KEYS, [])
  const start = String(root.start)
  if (whyNoDate(start) !== undefined) fault(['start'], 'no-date', { name: 'start', got: start })
  const size = mapAt(root.size, ['size'], 'size')
  const sizeOf = (name: string, least: number) =>
    whole(size[name], ['size', name], `size.${name}`, least, MOST_AGENTS)
  const counts = { buyers: sizeOf('buyers', 1), sellers: sizeOf('sellers', 1) }
  const season = mapAt(root.season, ['season'], 'season')
  const written = mapAt(root.tables, ['tables'], 'tables')
  const rowsIn = new Map(TABLES.map((table) => [table.name, rowsGiven(table)] as const))
  const names = new Map(
    [...rowsIn].map(([table, rows]) => [
      table,
      rows.map((row) => String(isPlain(row) ? row.name : row)),
    ]),
  )
  strange(written, [...names.keys()], ['tables'])

  const input: MarketInput = {
    start,
    days: whole(root.days, ['days'], 'days', 1, MOST_DAYS),
    size: { ...counts, creators: sizeOf('creators', 0) },
    tables: Object.fromEntries(TABLES.map(({ name }) => [name, rowsOf(name)])),
    rules: rulesOf(),
    season: {
      lebaran: numbers(season.lebaran, ['season', 'lebaran'], 'lebaran'),
      doubleDates: flag(season.doubleDates, ['season', 'doubleDates'], 'double-dates'),
    },
    solveUntil: number(root.solveUntil, ['solveUntil'], 'solve-until'),
    courses: coursesOf(),
    policies: policiesOf(),
  }
  return { input, faults, filled: [...filled] }

  function number(value: unknown, path: Path, name: string): number {
    if (typeof value === 'number' && Number.isFinite(value)) return value
    wrong(path, name, value, 'a number')
    return 0
  }

  function flag(value: unknown, path: Path, name: string): boolean {
    if (value !== undefined && typeof value !== 'boolean') wrong(path, name, value, 'true or false')
    return value === true
  }

  function numbers(value: unknown, path: Path, name: string): number[] {
    return listAt(value, path, name).map((one, at) => number(one, [...path, at], name))
  }

  /** A table declared since has no rows, or its one row at its defaults. */
  function rowsGiven({ name, label, single }: Table): readonly unknown[] {
    if (written[name] !== undefined) return listAt(written[name], ['tables', name], name)
    filled.add(name)
    return single ? [{ name, label, values: {} }] : []
  }

  function rowsOf(table: string): TableRow[] {
    const { fields } = TABLES.find(({ name }) => name === table)!
    return rowsIn.get(table)!.map((given, row) => {
      const path = ['tables', table, row]
      const { name, label, values } = mapAt(given, path, table)
      const inner = mapAt(values, [...path, 'values'], `${table}.${name}`)
      strange(inner, Object.keys(fields), [...path, 'values'])
      const entries = Object.entries(fields).map(([field, parameter]) => {
        const value = fieldOf(table, row, field, parameter, inner[field], [
          ...path,
          'values',
          field,
        ])
        return [field, value] as const
      })
      return {
        name: textAt(name, [...path, 'name'], `name of ${table}`),
        label: textAt(label, [...path, 'label'], `label of ${table}`),
        values: Object.fromEntries(entries),
      }
    })
  }

  function fieldOf(
    table: string,
    row: number,
    field: string,
    parameter: Parameter,
    value: unknown,
    path: Path,
  ): number | readonly number[] {
    const { single } = TABLES.find(({ name }) => name === table)!
    const called = `${table}${single ? '' : `.${names.get(table)?.[row]}`}.${kebab(field)}`
    const per = parameter.kind === 'number' ? parameter.per : undefined
    const width = per === undefined ? 1 : (names.get(per)?.length ?? 0)
    if (value === undefined) {
      const fallback = defaultOf(parameter, names)
      if (fallback === undefined)
        fault(path.slice(0, -1), 'missing', { name: path.at(-2) as string, expected: kebab(field) })
      filled.add(`${table}${single ? '' : '.*'}.${kebab(field)}`)
      return per === undefined ? (fallback ?? 0) : new Array(width).fill(fallback)
    }
    const one = (single: unknown, at: Path) =>
      settingOf(parameter, single, at, called, SCALED.includes(`${table}.${field}`)) as number
    if (per === undefined) return Number(one(value, path))
    const list = listAt(value, path, called)
    if (list.length !== width)
      wrong(path, called, `${list.length} numbers`, `${width}, one for each of ${per}`)
    return list.map((single, at) => one(single, [...path, at]))
  }

  /** A number in its range, the number of a row or option, or a word. */
  function settingOf(
    parameter: Parameter,
    value: unknown,
    path: Path,
    name: string,
    anySize = false,
  ): number | string | boolean {
    const among = (count: number) => {
      const fits = Number.isInteger(value) && Number(value) >= 0 && Number(value) < count
      if (!fits) wrong(path, name, value, `a whole number below ${count}`)
      return fits ? Number(value) : 0
    }
    switch (parameter.kind) {
      case 'number': {
        const [low, high] = parameter.range
        const found = number(value, path, name)
        if (typeof value === 'number' && !anySize && (found < low || found > high))
          fault(path, 'out-of-range', {
            name,
            got: shown(value),
            expected: `${low} to ${high} (${parameter.unit})`,
          })
        return found
      }
      case 'reference':
        return among(names.get(parameter.to)?.length ?? 0)
      case 'choice':
        if (typeof value !== 'string') return among(parameter.options.length)
        if (!parameter.options.includes(value))
          fault(path, 'no-option', { name, got: value, expected: parameter.options.join(', ') })
        return value
      case 'flag':
        if (typeof value === 'boolean') return value
        return among(2)
      case 'date':
        return number(value, path, name)
    }
  }

  function settingsOf(
    declared: Readonly<Record<string, Parameter>>,
    given: unknown,
    path: Path,
    prefix: string,
  ): Record<string, number | string | boolean> {
    const values = given === undefined ? {} : mapAt(given, path, prefix)
    strange(values, Object.keys(declared), path)
    const entries = Object.entries(declared).map(([name, parameter]) => {
      const called = `${prefix}.${kebab(name)}`
      if (values[name] !== undefined)
        return [name, settingOf(parameter, values[name], [...path, name], called)] as const
      const fallback =
        parameter.kind === 'reference' || parameter.kind === 'date'
          ? defaultOf(parameter, names)
          : parameter.default
      if (fallback === undefined) fault(path, 'missing', { name: prefix, expected: kebab(name) })
      filled.add(called)
      return [name, fallback ?? 0] as const
    })
    return Object.fromEntries(entries)
  }

  function rulesOf(): MarketInput['rules'] {
    const rules = mapAt(root.rules, ['rules'], 'rules')
    const known = DAY.map(({ name }) => name)
    strange(rules, known, ['rules'])
    return Object.fromEntries(
      DAY.map(({ name, parameters }) => [
        name,
        settingsOf(parameters, rules[name], ['rules', name], `rules.${name}`),
      ]),
    )
  }

  function policiesOf(): MarketInput['policies'] {
    return listAt(root.policies, ['policies'], 'policies').flatMap((one, at) => {
      const { policy, settings } = mapAt(one, ['policies', at], 'a policy')
      const found = CATALOGUE.find(({ name }) => name === policy)
      if (found !== undefined) {
        const path = ['policies', at, 'settings']
        const values = settingsOf(found.settings, settings, path, `policies.${found.name}`)
        return [{ policy: found.name, settings: values }]
      }
      fault(['policies', at, 'policy'], 'unknown-policy', {
        got: String(policy),
        expected: CATALOGUE.map(({ name }) => name).join(', '),
      })
      return []
    })
  }

  function coursesOf(): MarketInput['courses'] {
    return listAt(root.courses, ['courses'], 'courses').flatMap((one, nth) => {
      const path = ['courses', nth]
      const course = mapAt(one, path, 'a course')
      const { table, field } = course
      const declared = TABLES.find(({ name }) => name === table)
      if (declared === undefined || !Object.hasOwn(declared.fields, String(field))) {
        fault([...path, declared === undefined ? 'table' : 'field'], 'unknown-key', {
          name: String(declared === undefined ? table : field),
        })
        return []
      }
      const rows = names.get(declared.name)?.length ?? 0
      const row = whole(course.row, [...path, 'row'], 'row', 0)
      if (row >= rows) wrong([...path, 'row'], 'row', row, `a whole number below ${rows}`)
      const points = listAt(course.points, [...path, 'points'], 'points').map((point, at) => {
        const [day, value] = numbers(point, [...path, 'points', at], 'a point')
        return [day, value] as const
      })
      const at = whole(course.at, [...path, 'at'], 'at', 0)
      const { does, until } = course
      if (does !== undefined && !DOES.includes(does as Does))
        fault([...path, 'does'], 'no-option', {
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
          ...(until === undefined ? {} : { until: number(until, [...path, 'until'], 'until') }),
        },
      ]
    })
  }
}

const KEYS = [
  ...['start', 'days', 'size', 'tables', 'rules', 'season', 'solveUntil', 'courses', 'policies'],
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
