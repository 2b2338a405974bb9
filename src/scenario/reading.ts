/** Reads single settings: numbers with units, switches, references, choices, dates. */

import { dateOfDay, type Grade, type NumberParameter, type Parameter } from '../engine/index.ts'
import { type Findings, nearest, type Place } from './finding.ts'
import { faultOfMoment, parseMoment } from './moment.ts'
import {
  child,
  describe,
  described,
  type Entry,
  type MapNode,
  type Node,
  type ScalarNode,
} from './node.ts'
import { type Phrase, phrase } from './phrases.ts'
import { ambiguityOf, inUnit, mayBeThousands, parseQuantity } from './quantity.ts'
import { GRADES, isCount, SOURCED, wholeNumbers } from './shape.ts'
import { checkText, type TextKind } from './texts.ts'

/** A number that a scenario writes, with where it comes from. */
export interface WrittenNumber {
  readonly path: string
  readonly label: string
  readonly value: number
  readonly unit: string
  /** The range in which the scenario holds it possible, where it says so. */
  readonly range?: readonly [number, number]
  readonly source?: string
  readonly grade?: Grade
  readonly note?: string
  readonly file: string
  readonly line: number
}

export type Ground = Pick<WrittenNumber, 'source' | 'grade' | 'note'>

/** A ground and the file that states it: it covers no number of another file. */
export interface PlacedGround extends Ground {
  readonly file: string
  /** The one field that it covers; all unless it says so. */
  readonly of?: string
}

export interface Reading {
  readonly findings: Findings
  /** What is no fault, but perhaps not what was meant. */
  readonly warnings: Findings
  /** Names of the rows of every table. */
  readonly rows: ReadonlyMap<string, readonly string[]>
  /** Number of the first day (days since 1970-01-01) and of days; not finite where unknown. */
  readonly start: number
  readonly days: number
  /** The layer that says when the run begins: what lies below it may have begun before. */
  readonly startLayer: number
  /** The layer that says when the run ends: what lies below it may go beyond the end. */
  readonly horizonLayer: number
  /** The day (since 1970-01-01) before which constants are solved, and the layer that says so. */
  readonly solving: { readonly until: number; readonly layer: number }
  readonly numbers: WrittenNumber[]
}

/** Finds unknown keys. Spaces may stand for hyphens: `price sensitivity`. */
export function entriesOf(
  node: Node | undefined,
  known: Iterable<string>,
  path: string,
  { findings }: Pick<Reading, 'findings'>,
): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  if (node === undefined || (node.kind === 'scalar' && node.value === null)) return entries
  if (node.kind !== 'map') {
    findings.add(node.place, 'wrong-type', path, {
      got: described(node),
      expected: phrase('keys-and-values'),
    })
    return entries
  }
  const keys = new Set(known)
  for (const entry of node.entries.values()) {
    const key = keys.has(entry.key) ? entry.key : entry.key.replaceAll(' ', '-')
    if (keys.has(key)) entries.set(key, entry)
    else unknown(entry, keys, path, findings)
  }
  return entries
}

function unknown(entry: Entry, keys: ReadonlySet<string>, path: string, findings: Findings): void {
  const suggestion = nearest(entry.key, keys)
  const facts = suggestion ? { suggestion } : { expected: listed(keys) }
  const at = path === '' ? entry.key : `${path}.${entry.key}`
  findings.add(entry.place, 'unknown-key', at, { name: entry.key, ...facts })
}

/** Names in a row, cut after a dozen. */
export const listed = (names: Iterable<string>): string => {
  const all = [...names]
  return all.slice(0, 12).join(', ') + (all.length > 12 ? ', ...' : '')
}

/** A switch, reference, choice or date, or one number; nothing after a finding. */
export function readSetting(
  parameter: Parameter,
  node: Node,
  path: string,
  reading: Reading,
  grounds: readonly PlacedGround[] = [],
): number | boolean | string | undefined {
  switch (parameter.kind) {
    case 'number':
      return readNumber(parameter, node, path, reading, grounds)
    case 'flag':
      return readFlag(node, path, reading)
    case 'choice':
      return readChoice(parameter.options, node, path, reading)
    case 'reference':
      return readReference(parameter.to, node, path, reading)
    case 'date':
      return readDay(node, path, reading, parameter.role === 'ends')
  }
}

const wrongType = (
  node: Node,
  path: string,
  expected: string | Phrase,
  { findings }: Pick<Reading, 'findings'>,
) => findings.add(node.place, 'wrong-type', path, { got: described(node), expected })

export function readText(
  node: Node,
  path: string,
  kind: TextKind,
  reading: Pick<Reading, 'findings'>,
): string | undefined {
  if (node.kind !== 'scalar' || node.value === null)
    return wrongType(node, path, phrase('text'), reading) as undefined
  // A block of lines ends with a line break that belongs to none.
  const text = node.text.replace(/\n$/, '')
  checkText(text, kind, node.place, path, reading.findings)
  return text
}

export function readFlag(node: Node, path: string, reading: Pick<Reading, 'findings'>) {
  if (node.kind === 'scalar' && typeof node.value === 'boolean') return node.value
  wrongType(node, path, phrase('true-or-false'), reading)
  return undefined
}

function readChoice(options: readonly string[], node: Node, path: string, reading: Reading) {
  if (node.kind !== 'scalar') return wrongType(node, path, listed(options), reading) as undefined
  if (options.includes(node.text)) return node.text
  const facts = {
    got: node.text,
    expected: listed(options),
    suggestion: nearest(node.text, options),
  }
  reading.findings.add(node.place, 'no-option', path, facts as never)
  return undefined
}

function readReference(table: string, node: Node, path: string, reading: Reading) {
  if (node.kind !== 'scalar' || node.value === null)
    return wrongType(node, path, phrase('name-out-of', table), reading) as undefined
  return rowNumber(table, node.text, node.place, path, reading)
}

/** The number of a named row; a finding where there is none. */
export function rowNumber(
  table: string,
  name: string,
  place: Place,
  path: string,
  { rows, findings }: Pick<Reading, 'rows' | 'findings'>,
): number | undefined {
  const names = rows.get(table)
  if (names === undefined) return undefined
  const row = names.indexOf(name)
  if (row >= 0) return row
  const suggestion = nearest(name, names)
  const facts = {
    name: table,
    got: name,
    ...(suggestion ? { suggestion } : { expected: listed(names) }),
  }
  findings.add(place, 'unknown-row', path, facts)
  return undefined
}

/** Days since 1970-01-01; nothing after a finding. */
export function readMoment(node: Node, path: string, reading: Pick<Reading, 'findings'>) {
  const moment = node.kind === 'scalar' ? parseMoment(node.text) : undefined
  if (moment === undefined) {
    const expected = node.kind === 'scalar' ? faultOfMoment(node.text) : undefined
    reading.findings.add(node.place, 'no-date', path, {
      got: described(node),
      ...(expected === undefined ? {} : { expected }),
    })
  }
  return moment
}

/** Days since the start of the run, inside the run; an end may be the moment after its last day. */
function readDay(node: Node, path: string, reading: Reading, end: boolean): number | undefined {
  const moment = readMoment(node, path, reading)
  if (moment === undefined) return undefined
  const day = moment - reading.start
  if (day < 0 || day > reading.days || (day === reading.days && !end)) outside(node, path, reading)
  return day
}

export function outside(node: Node, path: string, { findings, start, days }: Reading): void {
  const expected = phrase('dates', dateOfDay(start), dateOfDay(start + days - 1))
  findings.add(node.place, 'outside-horizon', path, { got: described(node), expected })
}

/** The same for what does no harm after the end: an overlay may cut the run of its base short. */
export function outsideOwn(node: Node, path: string, reading: Reading): void {
  if (node.place.source.layer >= reading.horizonLayer) outside(node, path, reading)
}

/** A number: plain, with a unit as text, or a map with value and source. */
export function readNumber(
  parameter: NumberParameter,
  node: Node,
  path: string,
  reading: Reading,
  grounds: readonly PlacedGround[] = [],
): number | undefined {
  const written =
    node.kind === 'map' ? sourced(parameter, node, path, reading) : { node, ground: {} }
  if (written === undefined) return undefined
  const value = quantity(parameter, written.node, path, reading, written.unit)
  if (value === undefined) return undefined
  warnOfThousands(parameter, value, written, node, path, reading)
  const { file, of, ...outer } = grounds.find(
    (ground) => ground.file === written.node.place.source.name,
  ) ?? { file: '', of: undefined }
  const own = Object.keys(written.ground).length > 0
  if (written.range) checkOwnRange(value, written.range, written.node, path, reading)
  reading.numbers.push({
    path,
    label: parameter.label,
    value,
    unit: parameter.unit,
    ...(written.range ? { range: written.range } : {}),
    ...(own ? written.ground : outer),
    file: written.node.place.source.name,
    line: written.node.place.line,
  })
  return value
}

/**
 * `1.250` is one and a quarter; where thousands would be usual, the writer may have meant them. Of an amount of money of
 * which nothing is usual, such as the cost of a seller that a textbook market lists, nobody else can tell.
 */
function warnOfThousands(
  parameter: NumberParameter,
  value: number,
  written: Written,
  whole: Node,
  path: string,
  { warnings }: Reading,
): void {
  const { node } = written
  if (node.kind !== 'scalar' || !mayBeThousands(node.text)) return
  const below = valueBelow(parameter, node, whole)
  const usual = [below, parameter.default].find(
    (one) => one !== undefined && Math.abs(value) < Math.abs(one) / 100,
  )
  if (usual === undefined) {
    if (below === undefined && isUnknownAmount(parameter))
      warnings.add(node.place, 'perhaps-thousands', path, { got: node.text })
    return
  }
  const facts = { got: node.text, expected: phrase('usual', usual, parameter.unit) }
  warnings.add(node.place, 'perhaps-thousands', path, facts)
}

/** Money that is given with the market, so that its default says nothing of what is usual. */
const isUnknownAmount = ({ unit, grade }: NumberParameter): boolean =>
  unit.startsWith('kRp') && grade === 'given'

/** The number that a written one was laid over, in the declared unit. */
function valueBelow(parameter: NumberParameter, node: ScalarNode, whole: Node): number | undefined {
  const below = node.below ?? (whole.kind === 'map' ? whole.beneath : undefined)
  const value = below?.kind === 'map' ? (child(below, 'value') ?? below.beneath) : below
  const read = value?.kind === 'scalar' ? numberIn(value, parameter.yesNo) : undefined
  if (read === undefined) return undefined
  const unit = below?.kind === 'map' ? child(below, 'unit') : unitBelow(node, child(whole, 'unit'))
  const said = read.unit === '' && unit ? describe(unit) : read.unit
  return inUnit({ value: read.value, unit: said }, parameter.unit)
}

/** A unit that is written beside the number belongs to it, and not to the number beneath. */
const unitBelow = (node: ScalarNode, unit: Node | undefined): Node | undefined =>
  unit?.kind === 'scalar' && unit.place.source === node.place.source ? unit.below : unit

/** A value must lie in the range that stands beside it. */
function checkOwnRange(
  value: number,
  [low, high]: readonly [number, number],
  node: Node,
  path: string,
  { findings }: Reading,
): void {
  if (low <= value && value <= high) return
  const facts = { got: described(node), expected: phrase('own-range', low, high) }
  findings.add(node.place, 'out-of-range', path, facts)
}

interface Written {
  readonly node: Node
  readonly ground: Ground
  readonly unit?: string
  readonly range?: readonly [number, number]
}

function sourced(
  parameter: NumberParameter,
  node: MapNode,
  path: string,
  reading: Reading,
): Written | undefined {
  entriesOf(node, SOURCED, path, reading)
  const value = child(node, 'value') ?? node.beneath
  if (value === undefined) {
    reading.findings.add(node.place, 'missing', `${path}.value`, {
      expected: phrase('value-in', parameter.unit),
    })
    return undefined
  }
  const unit = child(node, 'unit')
  const range = readRange(parameter, child(node, 'range'), path, reading, unit)
  const together = child(node, 'range')?.place.source === value.place.source
  return {
    node: value,
    ground: readGround(node, path, reading),
    ...(unit ? { unit: describe(unit) } : {}),
    ...(range && together ? { range } : {}),
  }
}

/** Source, grade and note of a map. */
export function readGround(
  node: MapNode,
  path: string,
  reading: Pick<Reading, 'findings'>,
): Ground {
  const ground: { source?: string; grade?: Grade; note?: string } = {}
  for (const key of ['source', 'note'] as const) {
    const written = child(node, key)
    const text = written && readText(written, `${path}.${key}`, 'prose', reading)
    if (text !== undefined) ground[key] = text
  }
  const grade = child(node, 'grade')
  if (grade !== undefined && (GRADES as readonly string[]).includes(describe(grade)))
    ground.grade = describe(grade) as Grade
  else if (grade !== undefined)
    reading.findings.add(grade.place, 'no-option', `${path}.grade`, {
      got: described(grade),
      expected: listed(GRADES),
    })
  return ground
}

function readRange(
  parameter: NumberParameter,
  node: Node | undefined,
  path: string,
  reading: Reading,
  unit?: Node,
): readonly [number, number] | undefined {
  if (node === undefined) return undefined
  if (node.kind !== 'list' || node.items.length !== 2)
    return wrongType(node, `${path}.range`, phrase('two-numbers'), reading) as undefined
  const [low, high] = node.items.map((item) =>
    quantity(parameter, item, `${path}.range`, reading, unit && describe(unit)),
  )
  return low === undefined || high === undefined ? undefined : [low, high]
}

function quantity(
  parameter: NumberParameter,
  node: Node,
  path: string,
  reading: Pick<Reading, 'findings'>,
  unit = '',
): number | undefined {
  const { findings } = reading
  const ambiguous = node.kind === 'scalar' ? ambiguityOf(node.text, isCount(parameter)) : undefined
  if (ambiguous !== undefined) {
    const { code, write } = ambiguous
    findings.add(node.place, code, path, { got: described(node), expected: write })
    return undefined
  }
  const read = node.kind === 'scalar' ? numberIn(node, parameter.yesNo) : undefined
  if (read === undefined) {
    const expected = parameter.yesNo ? phrase('true-or-false') : phrase('number', parameter.unit)
    return wrongType(node, path, expected, reading) as undefined
  }
  if (!Number.isFinite(read.value)) {
    findings.add(node.place, 'not-finite', path, {
      got: described(node),
      expected: rangeOf(parameter),
    })
    return undefined
  }
  const value = inUnit(read.unit === '' ? { value: read.value, unit } : read, parameter.unit)
  if (value === undefined) {
    findings.add(node.place, 'wrong-unit', path, {
      got: read.unit || unit,
      expected: parameter.unit,
    })
    return undefined
  }
  const [low, high] = parameter.range
  if (value < low || value > high) {
    const facts = { got: described(node), expected: rangeOf(parameter) }
    const percent = asPercent(parameter, value)
    findings.add(
      node.place,
      'out-of-range',
      path,
      percent ? { ...facts, suggestion: percent } : facts,
    )
    return undefined
  }
  if (wholeNumbers.includes(parameter) && !Number.isInteger(value)) {
    findings.add(node.place, 'not-whole', path, { got: described(node) })
    return undefined
  }
  return value
}

const numberIn = (node: ScalarNode, yesNo = false) =>
  typeof node.value === 'number' || (yesNo && typeof node.value === 'boolean')
    ? { value: Number(node.value), unit: '' }
    : typeof node.value === 'string'
      ? parseQuantity(node.value)
      : undefined

const rangeOf = ({ range: [low, high], unit }: NumberParameter) => phrase('range', low, high, unit)

/** A share above 1 was probably meant in per cent. */
function asPercent(parameter: NumberParameter, value: number): string | undefined {
  const share = Number((value / 100).toPrecision(12))
  const [low, high] = parameter.range
  const fits = parameter.unit.startsWith('share') && value > 1 && share >= low && share <= high
  return fits ? String(share) : undefined
}
