/** What a measure is made of. Each is declared once, with all that tables, charts and files say of it. */
import type { Column, World } from '../../engine/index.ts'
import type { At, Dimension } from '../cell.ts'
import type { MarketInput } from '../input.ts'

export { viewsOf } from '../../engine/index.ts'

/** `all`, or the one dimension by which rows are broken down. */
export type Breakdown = Dimension | 'all'

/** A chart over time, a panel for each row of a dimension. */
interface OverTime {
  /** Name of its file. */
  readonly name: string
  readonly by: Dimension
  /** The rows are what the measure is of, so that the title need not say by what. */
  readonly plain?: true
}

export const MORE = ['good', 'bad', 'neither'] as const

export interface About {
  /** In cells and files. */
  readonly name: string
  readonly unit: string
  readonly label: { readonly en: string; readonly id: string }
  /** What more of it means for the people of the market taken together. */
  readonly more: (typeof MORE)[number]
  /** Its level is known only up to a constant, so that a percentage of it means nothing: consumer surplus. */
  readonly differencesOnly?: true
  /** In the unit of a share, but no part of a whole: it may be less than nought. */
  readonly signed?: true
  /** Dimensions by which it is broken down. */
  readonly by: readonly Dimension[]
  /** Its place among the printed headlines and the breakdowns that have rows there. */
  readonly headline?: {
    readonly place: number
    readonly by: readonly Breakdown[]
    /** Of a breakdown only these rows. */
    readonly rows?: readonly string[]
    /** Where it is recorded, no other than such headlines are printed: what a textbook market is asked. */
    readonly alone?: true
  }
  readonly overTime?: OverTime
  /** Of a total the column that it adds up. */
  readonly of?: Column
  /** By which a total is multiplied: 0.001 makes mRp of kRp. Default 1. */
  readonly times?: number
  /** Breakdowns of its effect in the chart of gains and losses. */
  readonly effects?: readonly Breakdown[]
  /** Rows that the answer tells, by their change; with `moved`, also where it went. */
  readonly answer?: readonly string[]
  /** The chart of where it went: the name of its file and by which rows. */
  readonly moved?: { readonly name: string; readonly by: Dimension }
  /** Rows whose effect `--why` divides over mechanisms. */
  readonly explained?: readonly { readonly by: Breakdown; readonly row: string }[]
}

/** Tells a value of a sum or a level, for one cell. */
export type Tell = (value: number, at?: At) => void

/** Tells the two sums of a ratio, for one cell. */
export type TellRatio = (above: number, below: number, at?: At) => void

interface Plain<S> {
  /** Tells its cells, the same and in the same order every time. */
  readonly tell: (sums: S, tell: Tell) => void
  readonly below?: never
  /** The days on which it has no value (NaN), in words. Absent: it always has one. */
  readonly none?: string
}

interface Ratio<S> {
  /** Tells the two sums of each cell, the same cells in the same order every time. */
  readonly tellRatio: (sums: S, tell: TellRatio) => void
  /** What it is a share of, in words. A day on which there is nothing of it has no value. */
  readonly below: string
  readonly none?: never
}

type Declared<S> = About & (Plain<S> | Ratio<S>)

/** One pass over the state that several measures are told from. */
export interface Sweep<S> {
  /** Values of a week are taken on Monday and hold for the week. */
  readonly every: 'day' | 'week'
  over(world: World, input: MarketInput): Sweeper<S>
}

interface Sweeper<S> {
  readonly sums: S
  /** Takes the sums anew from the state. */
  take(): void
}

// biome-ignore lint/suspicious/noExplicitAny: measures of all sweeps are one list; each gets the sums of its own
export type Measure = Declared<any> & { readonly from: Sweep<any> }

/** Declares the measures that are told from one sweep. */
export const measuresOf = <S, K extends string>(
  from: Sweep<S>,
  declared: Readonly<Record<K, Declared<S>>>,
): Readonly<Record<K, Measure>> =>
  Object.fromEntries(
    Object.entries<Declared<S>>(declared).map(([key, measure]) => [key, { ...measure, from }]),
  ) as Readonly<Record<K, Measure>>

/** A sum with its breakdowns, each by one dimension. */
export interface Split {
  all: number
  readonly by: { readonly [dimension in Dimension]?: Float64Array }
}

type Names = { readonly [dimension in Dimension]?: readonly string[] }

export const emptySplit = (names: Names): Split => ({
  all: 0,
  by: Object.fromEntries(
    Object.entries(names).map(([dimension, rows]) => [dimension, new Float64Array(rows.length)]),
  ),
})

export function clearSplit(split: Split): void {
  split.all = 0
  for (const values of Object.values(split.by)) values.fill(0)
}

/** Tells a value for each name, as a row of a dimension. */
export function tellBy(
  tell: Tell,
  dimension: Dimension,
  names: readonly string[],
  values: ArrayLike<number>,
): void {
  for (const [row, name] of names.entries()) tell(values[row], { [dimension]: name })
}

export function tellSplit(tell: Tell, split: Split, names: Names): void {
  tell(split.all)
  for (const [dimension, rows] of Object.entries(names) as [Dimension, readonly string[]][])
    tellBy(tell, dimension, rows, split.by[dimension]!)
}

export const namesIn = (input: MarketInput, table: string): string[] =>
  input.tables[table].map(({ name }) => name)

/** Rows of the dimension `region`: regions, then clusters, which are places inside a region. */
export const placesIn = (input: MarketInput): string[] => [
  ...namesIn(input, 'regions'),
  ...namesIn(input, 'clusters'),
]

export function sumOf(values: { readonly [row: number]: number; readonly length: number }): number {
  let total = 0
  for (let row = 0; row < values.length; row++) total += values[row]
  return total
}
