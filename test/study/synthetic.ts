/** Runs with known numbers. */
import type { Cell } from '../../src/market/index.ts'
import type { RunResult } from '../../src/study/index.ts'

export const cell = (measure: string, about: Partial<Cell> = {}): Cell => ({
  measure,
  venue: 'all',
  kind: 'all',
  origin: 'all',
  category: 'all',
  region: 'all',
  unit: 'FTE',
  ...about,
})

/** A run from its values by day and cell. */
export const runOf = (
  scenario: string,
  run: number,
  cells: readonly Cell[],
  days: readonly (readonly number[])[],
): RunResult => ({
  scenario,
  run,
  seed: `pasar/${run}`,
  start: '2022-07-04',
  days: days.length,
  cells,
  values: Float64Array.from(days.flat()),
  stateHash: '',
  milliseconds: 0,
})
