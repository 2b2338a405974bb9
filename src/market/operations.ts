/** How a policy says what it does to a value: by the handle of a table, so that a mistyped field does not compile. */
import {
  type FieldOf,
  type Fields,
  NEVER,
  type NumberFieldOf,
  type Table,
} from '../engine/index.ts'
import type { Does, Operation } from './input.ts'

/** The amount of an operation over time. */
export type Amount = Pick<Operation, 'points' | 'linear'>

/** One amount from a moment on, in days since the start. */
export const from = (moment: number, amount: number): Amount => ({
  points: [[moment, amount]],
  linear: false,
})

/** Amounts that hold from their moments on. */
export const steps = (points: Operation['points']): Amount => ({ points, linear: false })

/** Amounts joined by straight lines. */
export const line = (points: Operation['points']): Amount => ({ points, linear: true })

interface Where {
  /** Which value of the row, where the field has several. */
  readonly at?: number
  /** The first moment without it; `NEVER` or left out: it has no end. */
  readonly until?: number
  /** Of operations that have it only the strictest in force is carried out. */
  readonly strictness?: number
  readonly part?: string
}

const WHERE: readonly string[] = ['at', 'until', 'strictness', 'part']

function operation(
  does: Does,
  table: Table,
  row: number,
  field: string,
  amount: Amount,
  where: Where,
): Operation {
  const { at = 0, until = NEVER, strictness, part } = where
  const unknown = Object.keys(where).find((key) => !WHERE.includes(key))
  if (typeof where !== 'object' || unknown !== undefined)
    throw new Error(
      `${unknown ?? String(where)} is nothing that an operation knows: { ${WHERE.join(', ')} }`,
    )
  if (!Object.hasOwn(table.fields, field)) throw new Error(noField(table, field))
  return {
    ...(table.extends ? { added: addedField(table, field) } : {}),
    table: table.name,
    row,
    field,
    at,
    ...(does === 'set' ? {} : { does }),
    ...amount,
    ...(until >= NEVER ? {} : { until }),
    ...(strictness === undefined ? {} : { strictness }),
    ...(part === undefined ? {} : { part }),
  }
}

const noField = ({ name, fields, extends: isAdded }: Table, field: string): string =>
  isAdded
    ? `${name} has no field ${field} among those that are added: ${Object.keys(fields).join(', ')}`
    : `${name} has no field ${field}: look for a mistyped name, or name the table that fieldsOn returns`

/** A field that a policy adds has no row in a scenario: its operations say what it is without them. */
function addedField({ fields }: Table, field: string): NonNullable<Operation['added']> {
  const declared = fields[field]
  return declared.kind === 'number'
    ? { default: declared.default, range: declared.range }
    : { default: declared.kind === 'flag' ? Number(declared.default) : 0 }
}

/** Sets a value, whatever it was. */
export const set = <F extends Fields>(
  table: Table<F>,
  row: number,
  field: FieldOf<F>,
  amount: Amount,
  where: Where = {},
): Operation => operation('set', table, row, field, amount, where)

const onNumbers =
  (does: Does) =>
  <F extends Fields>(
    table: Table<F>,
    row: number,
    field: NumberFieldOf<F>,
    amount: Amount,
    where: Where = {},
  ): Operation =>
    operation(does, table, row, field, amount, where)

/** Adds to the value in force. */
export const add = onNumbers('add')
/** Multiplies the value in force. */
export const multiply = onNumbers('multiply')
/** Caps the value in force. */
export const atMost = onNumbers('at-most')
/** Puts a floor under the value in force. */
export const atLeast = onNumbers('at-least')
/** Takes a share in force nearer to 1, by a part of what is missing. */
export const fill = onNumbers('fill')
