/** Reads the tables: which rows there are, and every field of every row. */

import type { NumberParameter, Parameter, Table, TableRow } from '../engine/index.ts'
import { KIND_NAMES, type MarketInput, TABLES } from '../market/index.ts'
import { nearest, type Place } from './finding.ts'
import { humanised, isRowName, kebab } from './names.ts'
import { child, type Entry, isEmpty, type MapNode, type Node } from './node.ts'
import { phrase } from './phrases.ts'
import {
  entriesOf,
  type PlacedGround,
  type Reading,
  readGround,
  readNumber,
  readSetting,
  readText,
} from './reading.ts'
import { GROUND, SOURCED } from './shape.ts'
import type { Neutral } from './textbook.ts'

/** Tables of which a market needs at least one row. */
export const NEEDED = ['regions', 'categories', 'nests', 'companies', 'venues']

/**
 * Names of the rows of every table, in the order of their first appearance. A section that is no map has none, and what
 * refers to its rows is not blamed for that.
 */
export function rowNames(
  root: MapNode,
  reading: Pick<Reading, 'findings'>,
): ReadonlyMap<string, readonly string[]> {
  const rows = new Map<string, readonly string[]>()
  for (const table of TABLES) {
    const section = child(root, table.name)
    const names =
      section?.kind === 'map' ? [...section.entries.keys()].filter((name) => name !== 'ground') : []
    const written = section === undefined || section.kind === 'map' || isEmpty(section)
    if (table.single) rows.set(table.name, [table.name])
    else if (table.name === 'kinds') rows.set('kinds', KIND_NAMES)
    else if (written) rows.set(table.name, names)
    if (written && NEEDED.includes(table.name) && names.length === 0)
      reading.findings.add(section?.place ?? root.place, 'missing', table.name, {
        name: phrase('the-scenario'),
        expected: phrase('row-in', table.name),
      })
  }
  // The direct route of every venue comes first; a route of a venue's name adjusts it.
  const venues = rows.get('venues') ?? []
  const links = (rows.get('routes') ?? []).filter((name) => !venues.includes(name))
  rows.set('routes', [...venues, ...links])
  return rows
}

/** All tables, every field filled. Where a finding was made a value may be missing. */
export function readTables(
  root: MapNode,
  reading: Reading,
  neutral: Neutral | undefined,
  grounds: readonly PlacedGround[],
): MarketInput['tables'] {
  const tables: Record<string, TableRow[]> = {}
  const fill = { root, reading, neutral }
  for (const table of TABLES) {
    const section = child(root, table.name)
    const names = reading.rows.get(table.name) ?? []
    const fields = Object.keys(table.fields).map(kebab)
    const inner = [...groundOf(section, table.name, reading, fields), ...grounds]
    if (table.single) {
      const { name } = table
      const only = { table, name, row: 0, node: section, place: root.place, path: name }
      tables[name] = [readRow(only, fill, inner)]
      continue
    }
    const entries = rowEntries(table, section, names, reading)
    tables[table.name] = names.map((name, row) => {
      const entry = entries.get(name)
      const path = `${table.name}.${name}`
      const local = [...groundOf(entry?.value, path, reading), ...inner]
      const place = entry?.place ?? root.place
      return readRow({ table, name, row, node: entry?.value, place, path }, fill, local)
    })
  }
  return tables
}

/** A row as it is written: nothing where only its name is known. */
interface WrittenRow {
  readonly table: Table
  readonly name: string
  readonly row: number
  readonly node: Node | undefined
  readonly place: Place
  readonly path: string
}

/** What is asked where a row leaves a field out. */
interface Fill {
  readonly root: MapNode
  readonly reading: Reading
  readonly neutral: Neutral | undefined
}

function readRow(written: WrittenRow, fill: Fill, grounds: readonly PlacedGround[]): TableRow {
  const { table, name, node, path } = written
  const { reading } = fill
  const keys = new Map(Object.keys(table.fields).map((field) => [kebab(field), field]))
  const known = [...keys.keys(), 'ground', ...(table.single ? [] : ['label'])]
  const entries = entriesOf(node, known, path, reading)
  const values: Record<string, number | readonly number[]> = {}
  for (const [key, field] of keys) {
    const inner = grounds.filter(({ of }) => of === undefined || of === key)
    values[field] = readField(written, key, field, entries.get(key)?.value, values, fill, inner)
  }
  const label = entries.get('label')?.value
  return {
    name,
    label: (label && readText(label, `${path}.label`, 'label', reading)) ?? humanised(name),
    values,
  }
}

/**
 * A field of a row.
 * @param values fields of the row that have been read before it, on which a neutral value may hang
 */
function readField(
  row: WrittenRow,
  key: string,
  field: string,
  written: Node | undefined,
  values: TableRow['values'],
  { root, reading, neutral }: Fill,
  grounds: readonly PlacedGround[],
): number | readonly number[] {
  const { table, node } = row
  const parameter = table.fields[field]
  const path = `${row.path}.${key}`
  const fallback = () =>
    neutral?.(table.name, field, values, reading.rows) ??
    defaultOf(table, parameter, row.row, reading)
  if (parameter.kind === 'number' && parameter.per !== undefined)
    return readPer(parameter, parameter.per, written, path, reading, grounds, Number(fallback()))
  const value =
    written === undefined ? fallback() : readSetting(parameter, written, path, reading, grounds)
  // No missing fields are reported for a value that is not a row; its wrong type is already a finding.
  const isRow = node === undefined || node.kind === 'map' || isEmpty(node)
  if (value === undefined && written === undefined && isRow)
    missing(row, parameter, key, root, reading)
  return Number(value ?? 0)
}

/** A required field that is not written; the row may be meant that has it. */
function missing(
  { table, name, place, path }: WrittenRow,
  parameter: Parameter,
  key: string,
  root: MapNode,
  reading: Reading,
) {
  if (parameter.kind === 'reference' && !reading.rows.has(parameter.to)) return
  const to = parameter.kind === 'reference' ? parameter.to : key
  // A row without a required field is often a misspelt row of the base.
  const complete = (reading.rows.get(table.name) ?? []).filter(
    (other) => child(child(child(root, table.name), other), key) !== undefined,
  )
  const suggestion = nearest(name, complete)
  const facts = {
    name,
    expected: phrase('key-name-out-of', key, to),
    ...(suggestion ? { suggestion } : {}),
  }
  reading.findings.add(place, 'missing', `${path}.${key}`, facts)
}

function rowEntries(
  table: Table,
  section: Node | undefined,
  names: readonly string[],
  reading: Reading,
): Map<string, Entry> {
  const known =
    section?.kind === 'map' && table.name !== 'kinds' ? [...section.entries.keys()] : names
  const entries = entriesOf(section, [...known, 'ground'], table.name, reading)
  for (const [name, entry] of entries)
    if (!isRowName(name))
      reading.findings.add(entry.place, 'row-name', `${table.name}.${name}`, { name })
  return entries
}

/** What a field is worth where nothing is written. */
function defaultOf(
  table: Table,
  parameter: Parameter,
  row: number,
  { rows }: Reading,
): number | undefined {
  if (parameter.kind === 'number') return parameter.default
  if (parameter.kind === 'flag') return parameter.default ? 1 : 0
  if (parameter.kind === 'choice') return parameter.options.indexOf(parameter.default)
  if (parameter.kind === 'date') return undefined
  const names = rows.get(parameter.to) ?? []
  if (names.includes(parameter.default)) return names.indexOf(parameter.default)
  // A seller owns itself, a venue is its own direct route, and a single row needs no naming.
  if (parameter.to === table.name) return row
  if (table.name === 'routes' && row < names.length) return row
  return names.length === 1 ? 0 : undefined
}

/** A field with a number for each row of another table: one number for all, or by name, `other` for the rest. */
function readPer(
  parameter: NumberParameter,
  per: string,
  node: Node | undefined,
  path: string,
  reading: Reading,
  grounds: readonly PlacedGround[],
  fallback: number,
): readonly number[] {
  const names = reading.rows.get(per) ?? []
  const one = (written: Node, name: string, inner: readonly PlacedGround[]) =>
    readNumber(parameter, written, name === '' ? path : `${path}.${name}`, reading, inner) ??
    fallback
  if (node === undefined) return names.map(() => fallback)
  if (node.kind !== 'map') {
    const all = one(node, '', grounds)
    return names.map(() => all)
  }
  const named = reading.rows.has(per) ? names : node.entries.keys()
  const entries = entriesOf(node, [...named, 'other', ...SOURCED], path, reading)
  const own = readGround(node, path, reading)
  const inner =
    Object.keys(own).length > 0 ? [{ ...own, file: node.place.source.name }, ...grounds] : grounds
  const rest = entries.get('other')?.value ?? entries.get('value')?.value ?? node.beneath
  const other = rest === undefined ? fallback : one(rest, 'other', inner)
  return names.map((name) => {
    const entry = entries.get(name)
    return entry === undefined ? other : one(entry.value, name, inner)
  })
}

/**
 * The `ground` key of a section or row: first of single fields, then of all others.
 * @param fields of a table, which may have a ground of their own in it, for all rows
 */
export function groundOf(
  node: Node | undefined,
  path: string,
  reading: Pick<Reading, 'findings'>,
  fields: readonly string[] = [],
): PlacedGround[] {
  const ground = child(node, 'ground')
  if (ground === undefined) return []
  const at = `${path}.ground`
  const entries = entriesOf(ground, [...GROUND, ...fields], at, reading)
  if (ground.kind !== 'map') return []
  const single = fields.flatMap((field) => {
    const written = entries.get(field)?.value
    if (written === undefined) return []
    entriesOf(written, GROUND, `${at}.${field}`, reading)
    return written.kind === 'map'
      ? [{ ...placed(written, `${at}.${field}`, reading), of: field }]
      : []
  })
  const others = GROUND.some((key) => entries.has(key)) || single.length === 0
  return others ? [...single, placed(ground, at, reading)] : single
}

const placed = (
  ground: MapNode,
  path: string,
  reading: Pick<Reading, 'findings'>,
): PlacedGround => ({ ...readGround(ground, path, reading), file: ground.place.source.name })
