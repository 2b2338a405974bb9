/**
 * Tables: small populations whose rows a researcher writes (categories, venues, routes). Each field is a
 * declared parameter and a column at once; state columns may stand beside the fields.
 */
import { type Column, type Columns, type Holds, type Population, population } from './column.ts'
import type { NumberParameter, Parameter } from './parameter.ts'

type Declarations = Parameters<typeof population>[2]

export type Fields = Readonly<Record<string, Parameter>>

export interface Table<F extends Fields = Fields> extends Population {
  readonly fields: F
  /** One unnamed row: its fields stand directly under the table's name. */
  readonly single: boolean
  /** Fields that are added to the rows of a table that exists already. */
  readonly extends?: true
}

/** Declares a table; a field is read as a column: `categories.meanPrice`. */
export function table<
  F extends Record<string, Parameter>,
  S extends Declarations = Record<never, never>,
>(
  name: string,
  label: string,
  fields: F,
  options: { single?: boolean; state?: S } = {},
): Table<F> & { readonly [field in keyof F]: Column } & Columns<S> {
  const declarations: Record<string, Declarations[string]> = {}
  for (const [key, field] of Object.entries(fields)) {
    const holds = heldBy(field)
    declarations[key] = {
      storage: field.kind === 'number' ? 'f64' : field.kind === 'reference' ? 'i32' : 'u8',
      label: field.label,
      unit: field.kind === 'number' ? field.unit : '',
      ...(field.kind === 'number' && field.per !== undefined ? { per: field.per } : {}),
      ...(holds === undefined ? {} : { holds }),
    }
  }
  const made = population(name, label, { ...declarations, ...(options.state ?? {}) })
  return { ...made, fields, single: options.single ?? false } as never
}

/**
 * Declares fields on the rows of a table that exists already. They stand in no scenario: what moves them is the policy that
 * adds them, from their defaults.
 * @throws Error where the table has a field of that name, or one refers to a row
 */
export function fieldsOn<F extends Record<string, Parameter>>(
  base: Table,
  fields: F,
): Table<F> & { readonly [field in keyof F]: Column } {
  for (const [name, { kind }] of Object.entries(fields)) {
    if (Object.hasOwn(base.columns, name))
      throw new Error(`${base.name} has a field ${name} already`)
    if (kind !== 'number' && kind !== 'flag')
      throw new Error(
        `${base.name}.${name} is a ${kind}: a field that is added is a number or a flag`,
      )
  }
  return { ...table(base.name, base.label, fields), extends: true }
}

function heldBy(field: Parameter): Holds | undefined {
  switch (field.kind) {
    case 'flag':
      return { is: 'flag' }
    case 'number':
      return field.yesNo ? { is: 'flag' } : undefined
    case 'reference':
      return { is: 'row', of: field.to, none: -1 }
    case 'choice':
      return { is: 'oneOf', words: field.options }
    default:
      return undefined
  }
}

/** The names of the fields of a table: a mistyped one does not compile. */
export type FieldOf<F extends Fields> = keyof F & string

/** Those of its fields that are numbers, with which one can reckon. */
export type NumberFieldOf<F extends Fields> = {
  [field in keyof F]: F[field] extends NumberParameter ? field : never
}[keyof F] &
  string

/** One row as the scenario gives it: every field a number (references and choices by index), or several. */
export interface TableRow {
  readonly name: string
  readonly label: string
  readonly values: Readonly<Record<string, number | readonly number[]>>
}
