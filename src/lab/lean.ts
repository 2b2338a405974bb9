/** A market input without what stands at its declared default: most of it, which a first visit need not carry. */
import type { Parameter } from '../engine/index.ts'
import { DAY, type MarketInput, TABLES } from '../market/index.ts'

type Values = Readonly<Record<string, unknown>>

/** The default of a field or a setting as an input has it; nothing of a reference or a date. */
function defaultOf(parameter: Parameter, isField: boolean, rowsOf: RowsOf): unknown {
  if (parameter.kind === 'number')
    return parameter.per === undefined
      ? parameter.default
      : Array(rowsOf(parameter.per)).fill(parameter.default)
  if (parameter.kind === 'flag') return isField ? Number(parameter.default) : parameter.default
  if (parameter.kind === 'choice')
    return isField ? parameter.options.indexOf(parameter.default) : parameter.default
  return undefined
}

/** Rows of the table by which a field has several values. */
type RowsOf = (table: string) => number

const kept = (
  values: Values,
  declared: Readonly<Record<string, Parameter>>,
  isField: boolean,
  rowsOf: RowsOf,
) =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => !isDefault(value, defaultOf(declared[name], isField, rowsOf)),
    ),
  )

function isDefault(value: unknown, byDefault: unknown): boolean {
  if (byDefault === undefined) return false
  if (!Array.isArray(byDefault) || !Array.isArray(value)) return value === byDefault
  return value.length === byDefault.length && value.every((one, at) => one === byDefault[at])
}

const filled = (
  values: Values,
  declared: Readonly<Record<string, Parameter>>,
  isField: boolean,
  rowsOf: RowsOf,
) =>
  Object.fromEntries(
    Object.entries(declared).map(([name, one]) => [
      name,
      values[name] ?? defaultOf(one, isField, rowsOf),
    ]),
  )

function over(input: MarketInput, each: typeof kept): MarketInput {
  const rowsOf = (table: string) => input.tables[table]?.length ?? 0
  const tables = TABLES.map(({ name, fields }) => [
    name,
    (input.tables[name] ?? []).map((row) => ({
      ...row,
      values: each(row.values, fields, true, rowsOf),
    })),
  ])
  const rules = DAY.map(({ name, parameters }) => [
    name,
    each(input.rules[name] ?? {}, parameters, false, rowsOf),
  ])
  return {
    ...input,
    tables: Object.fromEntries(tables),
    rules: Object.fromEntries(rules),
  } as MarketInput
}

export const lean = (input: MarketInput): MarketInput => over(input, kept)

/** The input that `lean` was made of. */
export const full = (input: MarketInput): MarketInput => over(input, filled)
