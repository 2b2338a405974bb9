/** What the market needs to run: plain numbers, all names resolved to rows. Made by the scenario floor. */
import type { FieldOf, Fields, Rule, RuleParameters, Table, TableRow } from '../engine/index.ts'

/**
 * What an operation makes of the value so far, v, with its amount a: `set` a, `add` v + a, `multiply` v a,
 * `at-most` min(v, a), `at-least` max(v, a), `fill` v + a (1 - v), a part of what is missing to 1.
 */
export const DOES = ['set', 'add', 'multiply', 'at-most', 'at-least', 'fill'] as const

export type Does = (typeof DOES)[number]

/**
 * An operation on one table value over time. Before its first point, and from its end on, it leaves the value as it
 * finds it.
 */
export interface Operation {
  readonly table: string
  readonly row: number
  readonly field: string
  /** Which value, where the field has one for each row of another table; else 0. */
  readonly at: number
  /** `set` where nothing stands. */
  readonly does?: Does
  /** Pairs of (days since the start, with a fraction; amount), in order of time. */
  readonly points: readonly (readonly [number, number])[]
  /** Straight lines between the points instead of steps. */
  readonly linear: boolean
  /** The first moment without it, in days since the start; it has no end where nothing stands. */
  readonly until?: number
  /**
   * How strict a rule it belongs to, where rules of one kind contain each other: of all operations on a value that are
   * in force and say so, only that of the strictest is carried out, and of equals that with the largest amount.
   */
  readonly strictness?: number
  /** The part of its policy that it belongs to, by name, where that is not the part of its field: what moving tools costs. */
  readonly part?: string
  /** Of a field that a policy adds to a table: what it is where nothing is done to it, and within which it stays. */
  readonly added?: {
    readonly default: number
    readonly range?: readonly [number, number]
  }
}

/** A policy with its settings: references by row, dates in days since the start. */
export interface PolicyInput {
  readonly policy: string
  /** The mark of the module that it comes from; none of a policy that the project ships. */
  readonly module?: string
  readonly settings: Readonly<Record<string, number | string | boolean>>
}

export interface MarketInput {
  /** Date of day 0, a Monday. */
  readonly start: string
  readonly days: number
  readonly size: { readonly buyers: number; readonly sellers: number; readonly creators: number }
  /** Rows of every table, every field filled. */
  readonly tables: Readonly<Record<string, readonly TableRow[]>>
  readonly rules: RuleParameters
  readonly season: {
    /** Days since the start on which Lebaran falls. */
    readonly lebaran: readonly number[]
    /** Whether 9.9, 10.10, 11.11 and 12.12 are shopping days. */
    readonly doubleDates: boolean
  }
  /** Constants are solved in the run from the target shares before this day; 0 in textbook markets. */
  readonly solveUntil: number
  /** The scenario's own dated changes, in order. */
  readonly courses: readonly Operation[]
  readonly policies: readonly PolicyInput[]
  /** Programs of policies from outside the project, by their marks; of one that was handed in as an object there is none. */
  readonly modules?: Readonly<Record<string, string>>
}

/** A named row of a table. */
export function rowOf(input: MarketInput, table: string, name: string): number {
  const row = input.tables[table].findIndex((candidate) => candidate.name === name)
  if (row < 0) throw new Error(`no row ${name} in ${table}`)
  return row
}

/** The written value that an operation moves. */
export function writtenOf(
  input: MarketInput,
  { table, row, field, at, added }: Pick<Operation, 'table' | 'row' | 'field' | 'at' | 'added'>,
): number {
  if (added !== undefined) return added.default
  const value = input.tables[table][row].values[field]
  return typeof value === 'number' ? value : value[at]
}

/** The written value of a field, by the handles of its table: a mistyped field does not compile. */
export const given = <F extends Fields>(
  input: MarketInput,
  table: Table<F>,
  row: number,
  field: FieldOf<F>,
  at = 0,
): number => writtenOf(input, { table: table.name, row, field, at })

/**
 * A number of a rule: as the scenario sets it, else its default.
 * @throws where the rule declares no such number
 */
export function setting(input: MarketInput, rule: Rule, name: string): number {
  const declared = rule.parameters[name]
  if (declared?.kind !== 'number') throw new Error(`no number ${name} in ${rule.name}`)
  return Number(input.rules[rule.name]?.[name] ?? declared.default)
}
