/**
 * The rule contract. A rule declares everything about itself: name, cadence, the population that it runs
 * over, the columns that it reads and writes, its parameters, and its step. The step can reach nothing
 * else: its arguments are made from the declaration.
 */
import type { Column, Population } from './column.ts'
import { type DrawDeclarations, type Draws, NO_DRAWS } from './named-draws.ts'
import type { Parameter } from './parameter.ts'

/** A column as its readers see it. */
export interface Values {
  readonly [row: number]: number
  readonly length: number
}

/** A column as its one writer sees it. */
export interface MutableValues {
  [row: number]: number
  readonly length: number
  fill(value: number, start?: number, end?: number): unknown
}

/** Columns by name, as a part of a rule reads them. */
export type Named<K extends string> = { readonly [name in K]: Values }

/** Columns by name, as a part of a rule writes them. */
export type Writable<K extends string> = { readonly [name in K]: MutableValues }

/** Says that a rule reads a column as it stood before today's writer runs. */
export interface Before {
  readonly before: Column
}

export const before = (column: Column): Before => ({ before: column })

export const columnOf = (read: Column | Before): Column => ('before' in read ? read.before : read)

export const CADENCES = ['day', 'week', 'month'] as const

export type Cadence = (typeof CADENCES)[number]

export interface Context<D extends DrawDeclarations = DrawDeclarations> {
  /** Days since the start of the run, from 0. */
  readonly day: number
  /** Rows `from <= row < to` of the rule's population: its own rows. */
  readonly from: number
  readonly to: number
  /** What it declares to draw, with today's keys. */
  readonly draws: Draws<D>
  /** How many rows each population has. */
  readonly count: Readonly<Record<string, number>>
}

/** What a step or a policy gets for its parameters. */
export type ParameterValues<P extends Record<string, Parameter>> = {
  readonly [name in keyof P]: ValueOf<P[name]>
}

type ValueOf<P extends Parameter> = P['kind'] extends 'flag'
  ? boolean
  : P['kind'] extends 'choice'
    ? string
    : number

export interface Rule {
  readonly name: string
  /** One sentence: what the rule does, as it stands in the day's table of contents. */
  readonly does: string
  readonly every: Cadence
  readonly over: Population
  /** Runs once over all rows on one thread, instead of in slices. */
  readonly whole: boolean
  /**
   * Rows in a slice, where rows differ much in work: a thread of a team that is done takes the next slice. Else
   * each gets one stretch. No result depends on it: a slice touches the cells that belong to its rows alone of what
   * its rule writes, and only adds to a tally.
   */
  readonly slice?: number
  readonly reads: Readonly<Record<string, Column | Before>>
  readonly writes: Readonly<Record<string, Column>>
  readonly parameters: Readonly<Record<string, Parameter>>
  /** Every purpose for which it draws, in the order of their numbers. */
  readonly draws: DrawDeclarations
  step(
    columns: Readonly<Record<string, MutableValues>>,
    parameters: Readonly<Record<string, number | boolean | string>>,
    context: Context,
  ): void
}

interface RuleDeclaration<
  R extends Record<string, Column | Before>,
  W extends Record<string, Column>,
  P extends Record<string, Parameter>,
  D extends DrawDeclarations,
> {
  readonly name: string
  readonly does: string
  readonly every: Cadence
  readonly over: Population
  readonly whole?: boolean
  readonly slice?: number
  readonly reads: R
  readonly writes: W
  readonly parameters?: P
  readonly draws?: D
  step(
    columns: { readonly [name in keyof R]: Values } & { readonly [name in keyof W]: MutableValues },
    parameters: ParameterValues<P>,
    context: Context<D>,
  ): void
}

/** A rule whose names are known, for those who look at what it reads and writes. */
export interface NamedRule<
  R extends Record<string, Column | Before> = Record<string, Column | Before>,
  W extends Record<string, Column> = Record<string, Column>,
  P extends Record<string, Parameter> = Record<string, Parameter>,
  D extends DrawDeclarations = DrawDeclarations,
> extends Rule {
  readonly reads: R
  readonly writes: W
  readonly parameters: P
  readonly draws: D
}

export function rule<
  R extends Record<string, Column | Before>,
  W extends Record<string, Column>,
  P extends Record<string, Parameter> = Record<string, never>,
  D extends DrawDeclarations = Record<string, never>,
>(declaration: RuleDeclaration<R, W, P, D>): NamedRule<R, W, P, D> {
  return {
    whole: false,
    parameters: {} as P,
    draws: NO_DRAWS as D,
    ...declaration,
    step: declaration.step as unknown as Rule['step'],
  }
}
