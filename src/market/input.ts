/** What the market needs to run: plain numbers, all names resolved to rows. Made by the scenario floor. */
import type { RuleParameters, TableRow } from '../engine/index.ts'

/** The path of one table value over time. Before its first point the value of the table holds. */
export interface Course {
  readonly table: string
  readonly row: number
  readonly field: string
  /** Which value, where the field has one for each row of another table; else 0. */
  readonly at: number
  /** Pairs of (days since the start, with a fraction; value), in order of time. */
  readonly points: readonly (readonly [number, number])[]
  /** Straight lines between the points instead of steps. */
  readonly linear: boolean
}

/** A policy of the catalogue with its settings: references by row, dates in days since the start. */
export interface PolicyInput {
  readonly policy: string
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
  readonly courses: readonly Course[]
  readonly policies: readonly PolicyInput[]
}

/** A named row of a table. */
export function rowOf(input: MarketInput, table: string, name: string): number {
  const row = input.tables[table].findIndex((candidate) => candidate.name === name)
  if (row < 0) throw new Error(`no row ${name} in ${table}`)
  return row
}

/** A value of the input, for code that runs before the first day. */
export function givenIn(
  input: MarketInput,
  table: string,
  row: number,
  field: string,
  at = 0,
): number {
  const value = input.tables[table][row].values[field]
  return typeof value === 'number' ? value : value[at]
}
