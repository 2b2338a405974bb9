/** What the parts of the measures are made of. */
import type { Cell } from '../cell.ts'
import type { MarketInput } from '../input.ts'

export { viewsOf } from '../../engine/index.ts'

/** A part of the measures: its cells, and how to fill their values from the state. */
export interface Recorder {
  readonly cells: readonly Cell[]
  /** Fills `out[at]`, `out[at + 1]` ... with today's values, in the order of `cells`. */
  fill(out: Float64Array, at: number): void
}

/** A cell with `all` in every dimension but those given. */
export const cell = (measure: string, unit: string, dimensions: Partial<Cell> = {}): Cell => ({
  measure,
  venue: 'all',
  kind: 'all',
  origin: 'all',
  category: 'all',
  region: 'all',
  ...dimensions,
  unit,
})

export const names = (input: MarketInput, table: string): string[] =>
  input.tables[table].map(({ name }) => name)
