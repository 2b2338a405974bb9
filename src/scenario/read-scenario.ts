/**
 * A scenario from its file to the plain numbers that the market runs on, or everything that is wrong
 * with it at once. Nothing that a person writes throws.
 */

import { dateOfDay, type RuleParameters } from '../engine/index.ts'
import { DAY, type MarketInput, TABLES } from '../market/index.ts'
import { checkChosen, checkTables, doubtfulTables, warnOfIdleProgrammes } from './checks.ts'
import { checkPolicies } from './contradictions.ts'
import { warnOfCuts } from './cuts.ts'
import {
  type Calendar,
  type PlacedCourse,
  readCalendar,
  readCourses,
  readPolicies,
} from './dated.ts'
import { type Finding, type FindingCode, Findings, stated } from './finding.ts'
import { fingerprint } from './fingerprint.ts'
import { type Layers, type Load, laidOver, loadLayers } from './layers.ts'
import { checkLimits, checkSellers } from './limits.ts'
import { kebab, scenarioName } from './names.ts'
import { child, hasNoRows, type MapNode } from './node.ts'
import { placeAt, sourceOf } from './parse.ts'
import { phrase } from './phrases.ts'
import {
  entriesOf,
  type PlacedGround,
  type Reading,
  readFlag,
  readNumber,
  readSetting,
  readText,
} from './reading.ts'
import { groundOf, NEEDED, readTables, rowNames } from './rows.ts'
import type { Scenario } from './scenario.ts'
import { namesOf, setOver } from './set.ts'
import { RUNS, SIZE, TOP } from './shape.ts'
import { isTextbook, type Neutral, readBuyers, withTextbookRows } from './textbook.ts'
import { checkText, type TextKind } from './texts.ts'
import { readUses } from './uses.ts'
import { readWindows } from './windows.ts'

/** A scenario in which no fault was found. */
export interface ReadScenario {
  readonly ok: true
  readonly input: MarketInput
  readonly scenario: Scenario
  /** What is no fault, but perhaps not what was meant. */
  readonly warnings: readonly Finding[]
  /** All its files laid over each other, with `--set` on top: every value knows its place. */
  readonly tree: MapNode
  /** The operations of its courses, as they are written. */
  readonly courses: readonly PlacedCourse[]
}

export type ScenarioResult =
  | ReadScenario
  | {
      readonly ok: false
      readonly findings: readonly Finding[]
      /** Of what could be read all the same; none where a base is missing. */
      readonly warnings?: readonly Finding[]
    }

export interface ScenarioOptions {
  /** `path=value`, laid over the file in order; what is left out keeps its number. */
  readonly set?: readonly (string | undefined)[]
  /** Files laid over the scenario, below `set`: variants of the model. */
  readonly over?: readonly string[]
}

/** Findings that hold even when a base could not be read. */
const OWN: readonly FindingCode[] = [
  'control-character',
  'too-long',
  'empty-text',
  'formula',
  'reserved-name',
  'row-name',
  'thousands',
  'decimal-comma',
  'decimal-or-thousands',
  'two-numbers',
  'no-digits',
  'no-option',
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
  const own = loadLayers(path, load, findings)
  if (own === undefined) return { ok: false, findings: findings.sorted() }
  const laid = (options.over ?? []).reduce<MapNode>(
    (tree, file, nth) => laidOver(tree, file, nth, load, findings),
    own.root,
  )
  const layers = { ...own, root: laid }
  checkName(path, findings)
  const lacking = layers.complete ? withoutBase(layers) : []
  const complete = layers.complete && lacking.length === 0
  const names = complete ? namesOf(layers.root) : undefined
  const root = (options.set ?? []).reduce<MapNode>(
    (tree, text, at) => (text === undefined ? tree : setOver(tree, text, at + 1, names, findings)),
    layers.root,
  )
  if (lacking.length > 0)
    findings.add(layers.root.place, 'no-base', 'extends', { expected: lacking.join(', ') })
  if (!complete) return incomplete({ ...layers, root }, load, findings)
  const resolved = resolve({ ...layers, root }, load, findings)
  const { input, said, warnings, tree, courses } = resolved
  if (findings.all.length > 0) return { ok: false, findings: findings.sorted(), warnings }
  const scenario = { ...said, input, fingerprint: fingerprint(input) }
  return { ok: true, input, scenario, warnings, tree, courses }
}

/** A scenario is called by its file, in tables and on charts. */
function checkName(path: string, findings: Findings): void {
  const inner = new Findings()
  checkText(scenarioName(path), 'title', placeAt(sourceOf(path, '', 0)), '', inner)
  findings.all.push(
    ...inner.all.map((one) => ({ ...one, ...stated({ name: phrase('whole-name') }) })),
  )
}

/** Tables that a scenario of its own needs and does not have: it mostly forgot what it extends. */
function withoutBase({ root, files }: Layers): string[] {
  if (files.length > 1 || isTextbook(root)) return []
  return NEEDED.filter((table) => hasNoRows(child(root, table)))
}

/** With a base missing, what stands in the file itself is still checked. */
function incomplete(layers: Layers, load: Load, findings: Findings): ScenarioResult {
  const inner = new Findings()
  resolve(layers, load, inner)
  findings.all.push(...inner.all.filter(({ code }) => OWN.some((own) => own === code)))
  return { ok: false, findings: findings.sorted() }
}

function resolve({ root, files }: Layers, load: Load, findings: Findings) {
  const textbook = isTextbook(root)
  const filled = textbook ? withTextbookRows(root, findings) : root
  const top = entriesOf(filled, [...Object.keys(TOP), ...TABLES.map(({ name }) => name)], '', {
    findings,
  })
  const calendar = readCalendar(filled, textbook, findings)
  const reading = readingIn(filled, calendar, findings)
  const grounds = groundOf(filled, 'ground', reading)
  if (top.has('textbook')) readFlag(top.get('textbook')!.value, 'textbook', reading)
  const buyers = textbook ? readBuyers(filled, reading, grounds) : undefined
  if (!textbook && top.has('buyers'))
    findings.add(top.get('buyers')!.place, 'textbook-only', 'buyers')
  const tables = readTables(filled, reading, buyers?.neutral, grounds)
  const doubtful = doubtfulTables(findings.all.map((finding) => finding.path))
  checkTables(filled, tables, reading, doubtful)
  const size = readSize(filled, reading, grounds, buyers?.count)
  const rules = readRules(filled, reading, grounds, buyers?.neutral)
  const courses = readCourses(filled, reading, grounds)
  const used = readUses(filled, load, reading)
  const input: MarketInput = {
    start: Number.isFinite(calendar.start) ? dateOfDay(Math.floor(calendar.start)) : '',
    days: calendar.days,
    size,
    tables,
    rules,
    season: { lebaran: calendar.lebaran, doubleDates: calendar.doubleDates },
    solveUntil: calendar.solveUntil,
    courses: courses.map(({ operation }) => operation),
    policies: readPolicies(filled, reading, grounds, used.policies),
    ...(Object.keys(used.modules).length > 0 ? { modules: used.modules } : {}),
  }
  const windows = readWindows(filled, input.policies, reading)
  checkWindowNames(filled, findings)
  /** What policies are checked against, or which of them there are, is unknown. */
  const isInTheWay = ({ path, code }: Finding) =>
    /^(calendar|venues|routes)\b|^policies$/.test(path) || code === 'unknown-policy'
  if (!findings.all.some(isInTheWay)) checkPolicies(filled, input, reading)
  checkLimits(filled, input, findings.all.length === 0, findings)
  checkSellers(filled, input, findings)
  if (findings.all.length === 0) checkChosen(filled, input, reading)
  warnOfIdleProgrammes(filled, input, reading)
  if (findings.all.length === 0) warnOfCuts(filled, courses, input, reading)
  return {
    input,
    tree: filled,
    courses,
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

/** To read by what the calendar and the names of rows say. */
function readingIn(root: MapNode, calendar: Calendar, findings: Findings): Reading {
  const { start, days, startLayer, horizonLayer, solving } = calendar
  const rows = rowNames(root, { findings })
  const dates = { start, days, startLayer, horizonLayer, solving }
  return { findings, rows, ...dates, warnings: new Findings(), numbers: [] }
}

function readTop(root: MapNode, reading: Reading, grounds: readonly PlacedGround[]) {
  const text = (key: string, kind: TextKind) => {
    const node = child(root, key)
    return node && readText(node, key, kind, reading)
  }
  // A file that takes over a base and gives itself a name of its own takes no translation of the other.
  const translated = entriesOf(
    child(root, 'indonesian'),
    ['title', 'question'],
    'indonesian',
    reading,
  )
  const indonesian = (key: string, original: string) => {
    if (original === '') return ''
    const entry = translated.get(key)
    const kind = key === 'title' ? 'title' : 'prose'
    const said = entry && readText(entry.value, `indonesian.${key}`, kind, reading)
    return entry?.value.place.source === child(root, key)?.place.source
      ? (said ?? original)
      : original
  }
  const runs = child(root, 'runs')
  const title = text('title', 'title')
  if (child(root, 'title') === undefined)
    reading.findings.add(root.place, 'missing', 'title', {
      name: phrase('the-scenario'),
      expected: 'title: ...',
    })
  // A file with its own title has its own question, or none: it does not inherit that of its base.
  const layerOf = (key: string) => child(root, key)?.place.source.layer ?? 0
  const asked = text('question', 'prose') ?? ''
  const question = layerOf('question') < layerOf('title') ? '' : asked
  return {
    title: title ?? '',
    question,
    indonesian: {
      title: indonesian('title', title ?? ''),
      question: indonesian('question', question),
    },
    seed: text('seed', 'seed') ?? 'pasar',
    runs: (runs && readNumber(RUNS, runs, 'runs', reading, grounds)) ?? RUNS.default,
  }
}

function checkWindowNames(root: MapNode, findings: Findings): void {
  const section = child(root, 'windows')
  if (section?.kind !== 'map') return
  for (const { key, place } of section.entries.values())
    checkText(key, 'window', place, `windows.${key}`, findings)
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
