/** What may stand at a place of a scenario, and what it means: from the declarations, as the schema has them. Pure. */
import type { Parameter } from '../../engine/index.ts'
import {
  jsonSchema,
  type ParameterEntry,
  parameterAt,
  parameterIndex,
  type Scenario,
} from '../../scenario/index.ts'
import { type Cursor, ITEM } from './cursor.ts'

/** What is known beside the declarations. */
export interface Known {
  /** Names of rows by table, of the scenario as it was read last. */
  readonly rows: Readonly<Record<string, readonly string[]>>
  /** Names of scenarios that can be extended. */
  readonly scenarios: readonly string[]
}

export interface Option {
  readonly label: string
  /** In a word or two: unit, default. */
  readonly detail: string
  /** In a sentence; empty where there is none. */
  readonly info: string
}

/** What stands at a path, as a card. */
export interface Meaning {
  readonly title: string
  readonly unit: string
  readonly range: readonly [number, number] | undefined
  readonly initial: string
  readonly source: string
  readonly grade: string
}

export const knownOf = (
  { input }: Pick<Scenario, 'input'>,
  scenarios: readonly string[] = [],
): Known => ({
  rows: Object.fromEntries(
    Object.entries(input.tables).map(([table, rows]) => [table, rows.map(({ name }) => name)]),
  ),
  scenarios,
})

type Schema = Readonly<Record<string, unknown>>

let schema: Schema | undefined
const root = (): Schema => {
  schema ??= jsonSchema()
  return schema
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A schema and all that it may be instead. */
function forms(one: Schema): readonly Schema[] {
  const { $ref, anyOf } = one
  const referred =
    typeof $ref === 'string'
      ? (root().$defs as Readonly<Record<string, Schema>>)[$ref.slice('#/$defs/'.length)]
      : undefined
  const choices = Array.isArray(anyOf) ? (anyOf as Schema[]) : []
  return [one, ...[...(referred ? [referred] : []), ...choices].flatMap(forms)]
}

const properties = (one: Schema): Readonly<Record<string, Schema>> =>
  isSchema(one.properties) ? (one.properties as Readonly<Record<string, Schema>>) : {}

function inner(one: Schema, key: string): readonly Schema[] {
  if (key === ITEM) return isSchema(one.items) ? [one.items] : []
  if (Object.hasOwn(properties(one), key)) return [properties(one)[key]]
  const patterns = isSchema(one.patternProperties) ? Object.entries(one.patternProperties) : []
  const rows = patterns.filter(([pattern]) => new RegExp(pattern).test(key))
  if (rows.length > 0) return rows.map(([, row]) => row as Schema)
  return isSchema(one.additionalProperties) ? [one.additionalProperties] : []
}

/** What the schema says of a path: all forms that it may have. */
const schemasAt = (path: readonly string[]): readonly Schema[] =>
  path.reduce<readonly Schema[]>(
    (found, key) => found.flatMap((one) => inner(one, key)).flatMap(forms),
    forms(root()),
  )

/** The declaration at a path, where there is one. */
function declaredAt(path: readonly string[]): Parameter | undefined {
  const keys = path[0] === 'policies' ? path.filter((key) => key !== ITEM) : path
  return parameterAt(keys.join('.'))
}

/** Number of keys of a path to a value of a table, a rule or a policy: what lies deeper is a part of the value. */
const depthOf = (path: readonly string[]): number =>
  parameterAt(path.slice(0, 2).join('.')) === undefined ? (path[0] === 'policies' ? 4 : 3) : 2

/** What may be written at a place. */
export function optionsAt({ path, at }: Pick<Cursor, 'path' | 'at'>, known: Known): Option[] {
  return at === 'key' ? keysAt(path, known) : valuesAt(path, known)
}

function keysAt(path: readonly string[], known: Known): Option[] {
  const found = new Map<string, Option>()
  const add = (option: Option) => {
    if (!found.has(option.label)) found.set(option.label, option)
  }
  const schemas = schemasAt(path)
  for (const one of schemas)
    for (const [label, of] of Object.entries(properties(one))) add(optionOf([...path, label], of))
  for (const label of rowsAt(path, known)) add({ label, detail: '', info: '' })
  if (path.length === 1 && path[0] === 'courses')
    for (const { path: label, label: info, unit } of entries().values())
      if (!/^(size|runs|buyers|rules|policies)\b/.test(label)) add({ label, detail: unit, info })
  return [...found.values()]
}

/** Names of rows that are keys here: of a table, or of the table by whose rows a number is given. */
function rowsAt(path: readonly string[], { rows }: Known): readonly string[] {
  const [table] = path
  const single = ![...entries().keys()].some((one) => one.startsWith(`${table}.*`))
  if (path.length === 1) return single ? [] : (rows[table] ?? [])
  const declared = path.length === depthOf(path) ? declaredAt(path) : undefined
  return declared?.kind === 'number' && declared.per !== undefined ? (rows[declared.per] ?? []) : []
}

function optionOf(path: readonly string[], of: Schema): Option {
  const label = path.at(-1)!
  const entry = entryOf(path)
  return entry === undefined
    ? { label, detail: '', info: String(of.description ?? '') }
    : { label, detail: entry.unit, info: entry.label }
}

let byPath: ReadonlyMap<string, ParameterEntry> | undefined

/** Every parameter by its path, without the star for rows of a number that has one for each. */
function entries(): ReadonlyMap<string, ParameterEntry> {
  byPath ??= new Map(parameterIndex().map((one) => [one.path.replace(/\.\*$/, ''), one]))
  return byPath
}

/** The parameter that a key is, where it is one. */
function entryOf(path: readonly string[]): ParameterEntry | undefined {
  const keys = path[0] === 'policies' ? path.filter((key) => key !== ITEM) : path
  const [table, , ...rest] = keys
  return entries().get(keys.join('.')) ?? entries().get([table, '*', ...rest].join('.'))
}

/** The declaration of the last key itself, not of what it is a part of. */
const declaredHere = (path: readonly string[]): Parameter | undefined =>
  path.length === depthOf(path) && path[0] !== 'courses' ? declaredAt(path) : undefined

function valuesAt(path: readonly string[], known: Known): Option[] {
  const option = (label: string, detail = '', info = ''): Option => ({ label, detail, info })
  if (path.length === 1 && path[0] === 'extends') return known.scenarios.map((one) => option(one))
  const declared = declaredHere(path)
  if (declared?.kind === 'reference')
    return (known.rows[declared.to] ?? []).map((row) => option(row, declared.to))
  if (declared?.kind === 'number')
    return [option(`${declared.default}`, declared.unit, declared.label)]
  const schemas = schemasAt(path)
  const named = schemas.flatMap(({ enum: names }) =>
    Array.isArray(names) ? names.map(String) : [],
  )
  const flags = schemas.some(({ type }) => type === 'boolean') ? ['true', 'false'] : []
  return [...new Set([...named, ...flags])].map((label) =>
    option(label, label === `${entryOf(path)?.default}` ? 'default' : ''),
  )
}

/** What the key at a path means; nothing where nothing is declared. */
export function meaningAt(path: readonly string[]): Meaning | undefined {
  const isCourse = path[0] === 'courses' && path.length === 2
  const entry = entryOf(isCourse ? path[1].split('.').slice(0, 3) : path)
  if (entry !== undefined) {
    const { label, unit, range, source, grade } = entry
    return { title: label, unit, range, initial: `${entry.default ?? ''}`, source, grade }
  }
  const described = schemasAt(path).find(({ description }) => typeof description === 'string')
  if (described === undefined || path.length === 0) return undefined
  const title = String(described.description)
  return { title, unit: '', range: undefined, initial: '', source: '', grade: '' }
}
