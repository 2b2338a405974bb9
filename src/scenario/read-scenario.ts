/**
 * A scenario from its file to the plain numbers that the market runs on, or everything that is wrong
 * with it at once. Nothing that a person writes throws.
 */
import { dateOfDay, type RuleParameters } from '../engine/index.ts'
import { DAY, type MarketInput, TABLES } from '../market/index.ts'
import { checkTables, doubtfulTables } from './checks.ts'
import { checkPolicies } from './contradictions.ts'
import { readCalendar, readCourses, readPolicies, readWindows } from './dated.ts'
import { type Finding, type FindingCode, Findings, nearest } from './finding.ts'
import { fingerprint } from './fingerprint.ts'
import { applySet, type Layers, type Load, loadLayers } from './layers.ts'
import { kebab } from './names.ts'
import { child, type MapNode } from './node.ts'
import {
  entriesOf,
  type PlacedGround,
  type Reading,
  readFlag,
  readNumber,
  readSetting,
  readText,
} from './reading.ts'
import { groundOf, readTables, rowNames } from './rows.ts'
import { type Scenario, scenarioName } from './scenario.ts'
import { RUNS, SIZE, TOP } from './shape.ts'
import { isTextbook, type Neutral, readBuyers, withTextbookRows } from './textbook.ts'

export type ScenarioResult =
  | {
      readonly ok: true
      readonly input: MarketInput
      readonly scenario: Scenario
      /** What is no fault, but perhaps not what was meant. */
      readonly warnings: readonly Finding[]
    }
  | { readonly ok: false; readonly findings: readonly Finding[] }

export interface ScenarioOptions {
  /** `path=value`, laid over the file in order. */
  readonly set?: readonly string[]
}

/** Findings that hold even when a base could not be read. */
const OWN: readonly FindingCode[] = [
  'unknown-key',
  'wrong-type',
  'wrong-unit',
  'not-finite',
  'not-whole',
  'out-of-range',
  'no-date',
  'unknown-policy',
]

/**
 * Reads a scenario.
 * @param load hands in the text of a file; where files lie is no concern of this floor
 */
export function readScenario(
  path: string,
  load: Load,
  options: ScenarioOptions = {},
): ScenarioResult {
  const findings = new Findings()
  const layers = loadLayers(path, load, findings)
  if (layers === undefined) return { ok: false, findings: findings.sorted() }
  const sets = options.set ?? []
  const names = layers.complete ? rowNames(layers.root, { findings: new Findings() }) : undefined
  const root = sets.reduce((tree, text, at) => {
    const known = names === undefined || knowsRow(text, at + 1, names, layers.root, findings)
    return known ? applySet(tree, text, at + 1, findings) : tree
  }, layers.root)
  if (!layers.complete) return incomplete({ ...layers, root }, findings)
  const resolved = resolve({ ...layers, root }, findings)
  if (findings.all.length > 0) return { ok: false, findings: findings.sorted() }
  const { input, said, warnings } = resolved
  const scenario = { ...said, input, fingerprint: fingerprint(input) }
  return { ok: true, input, scenario, warnings }
}

/** With a base missing, what stands in the file itself is still checked. */
function incomplete(layers: Layers, findings: Findings): ScenarioResult {
  const inner = new Findings()
  resolve(layers, inner)
  findings.all.push(...inner.all.filter(({ code }) => OWN.includes(code)))
  return { ok: false, findings: findings.sorted() }
}

function resolve({ root, files }: Layers, findings: Findings) {
  const textbook = isTextbook(root)
  const filled = textbook ? withTextbookRows(root, findings) : root
  const top = entriesOf(filled, [...Object.keys(TOP), ...TABLES.map(({ name }) => name)], '', {
    findings,
  })
  const calendar = readCalendar(filled, textbook, findings)
  const rows = rowNames(filled, { findings })
  const reading: Reading = {
    findings,
    rows,
    start: calendar.start,
    days: calendar.days,
    horizonLayer: calendar.horizonLayer,
    solving: calendar.solving,
    warnings: new Findings(),
    numbers: [],
  }
  const grounds = groundOf(filled, 'ground', reading)
  if (top.has('textbook')) readFlag(top.get('textbook')!.value, 'textbook', reading)
  const buyers = textbook ? readBuyers(filled, reading, grounds) : undefined
  if (!textbook && top.has('buyers'))
    findings.add(top.get('buyers')!.place, 'textbook-only', 'buyers')
  const tables = readTables(filled, reading, buyers?.neutral, grounds)
  const doubtful = doubtfulTables(findings.all.map((finding) => finding.path))
  checkTables(filled, tables, reading, doubtful)
  const input: MarketInput = {
    start: Number.isFinite(calendar.start) ? dateOfDay(Math.floor(calendar.start)) : '',
    days: calendar.days,
    size: readSize(filled, reading, grounds, buyers?.count),
    tables,
    rules: readRules(filled, reading, grounds, buyers?.neutral),
    season: { lebaran: calendar.lebaran, doubleDates: calendar.doubleDates },
    solveUntil: calendar.solveUntil,
    courses: readCourses(filled, reading, grounds),
    policies: readPolicies(filled, reading, grounds),
  }
  const windows = readWindows(filled, reading)
  const sound = ({ path }: Finding) => !/^(calendar|policies|venues|routes)\b/.test(path)
  if (findings.all.every(sound)) checkPolicies(filled, input, reading)
  return {
    input,
    warnings: reading.warnings.sorted(),
    said: {
      name: scenarioName(files[0]),
      files,
      textbook,
      windows,
      ...readTop(filled, reading, grounds),
      numbers: reading.numbers,
    },
  }
}

function readTop(root: MapNode, reading: Reading, grounds: readonly PlacedGround[]) {
  const text = (key: string) => {
    const node = child(root, key)
    return node && readText(node, key, reading)
  }
  // A file that takes over a base and gives itself a name of its own takes no translation of the other.
  const translated = entriesOf(
    child(root, 'indonesian'),
    ['title', 'question'],
    'indonesian',
    reading,
  )
  const indonesian = (key: string, original: string) => {
    const entry = translated.get(key)
    const said = entry && readText(entry.value, `indonesian.${key}`, reading)
    return entry?.value.place.source === child(root, key)?.place.source
      ? (said ?? original)
      : original
  }
  const runs = child(root, 'runs')
  const title = text('title')
  if (child(root, 'title') === undefined)
    reading.findings.add(root.place, 'missing', 'title', {
      name: 'the scenario',
      expected: 'title: ...',
    })
  const question = text('question') ?? ''
  return {
    title: title ?? '',
    question,
    indonesian: {
      title: indonesian('title', title ?? ''),
      question: indonesian('question', question),
    },
    seed: text('seed') ?? 'pasar',
    runs: (runs && readNumber(RUNS, runs, 'runs', reading, grounds)) ?? RUNS.default,
  }
}

/** In a textbook market sellers are counted by their list, and buyers by `buyers`. */
function readSize(
  root: MapNode,
  reading: Reading,
  grounds: readonly PlacedGround[],
  buyers: number | undefined,
): MarketInput['size'] {
  const section = child(root, 'size')
  const entries = entriesOf(section, [...Object.keys(SIZE), 'ground'], 'size', reading)
  const inner = [...groundOf(section, 'size', reading), ...grounds]
  const listed = reading.rows.get('sellers')?.length ?? 0
  const one = (name: keyof typeof SIZE, fallback: number) => {
    const entry = entries.get(name)
    return (
      (entry && readNumber(SIZE[name], entry.value, `size.${name}`, reading, inner)) ?? fallback
    )
  }
  return {
    buyers: one('buyers', buyers ?? SIZE.buyers.default),
    sellers: one('sellers', buyers === undefined ? SIZE.sellers.default : listed),
    creators: one('creators', buyers === undefined ? SIZE.creators.default : 0),
  }
}

/** Parameters of every rule of the day, with their defaults. */
function readRules(
  root: MapNode,
  reading: Reading,
  grounds: readonly PlacedGround[],
  neutral: Neutral | undefined,
): RuleParameters {
  const section = child(root, 'rules')
  const outer = [...groundOf(section, 'rules', reading), ...grounds]
  const rules = entriesOf(section, [...DAY.map(({ name }) => name), 'ground'], 'rules', reading)
  const parameters: Record<string, Record<string, number | boolean | string>> = {}
  for (const rule of DAY) {
    const path = `rules.${rule.name}`
    const written = rules.get(rule.name)?.value
    const keys = new Map(Object.keys(rule.parameters).map((name) => [kebab(name), name]))
    const entries = entriesOf(written, [...keys.keys(), 'ground'], path, reading)
    const inner = [...groundOf(written, path, reading), ...outer]
    const values: Record<string, number | boolean | string> = {}
    for (const [key, name] of keys) {
      const parameter = rule.parameters[name]
      const entry = entries.get(key)
      const value = entry && readSetting(parameter, entry.value, `${path}.${key}`, reading, inner)
      const declared = parameter.kind === 'date' ? 0 : parameter.default
      values[name] = value ?? neutral?.(path, name, {}, reading.rows) ?? declared
    }
    parameters[rule.name] = values
  }
  return parameters
}

/** A `--set` changes what is there: it makes no rows. */
function knowsRow(
  text: string,
  nth: number,
  rows: ReadonlyMap<string, readonly string[]>,
  root: MapNode,
  findings: Findings,
): boolean {
  const [section, row] = text.split('=', 1)[0].trim().split('.')
  const table = TABLES.find(({ name }) => name === section)
  const names = rows.get(section)
  if (table === undefined || table.single || !row || row === 'ground') return true
  if (names === undefined || names.includes(row) || isDefaultRow(root, names)) return true
  const suggestion = nearest(row, names)
  const source = { name: `--set ${nth}`, lines: [text], layer: 0 }
  const place = {
    source,
    line: 1,
    column: text.indexOf(row, section.length) + 1,
    length: row.length,
  }
  findings.add(place, 'unknown-row', `${section}.${row}`, {
    name: section,
    got: row,
    ...(suggestion ? { suggestion } : { expected: names.slice(0, 12).join(', ') }),
  })
  return false
}

/** In a textbook market the rows of a section left out come later. */
const isDefaultRow = (root: MapNode, names: readonly string[]) =>
  isTextbook(root) && names.length === 0
