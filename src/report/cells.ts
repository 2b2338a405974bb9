/** Finding numbers by what they are about. */
import type { Cell } from '../market/index.ts'
import type { RunResult } from '../study/index.ts'

export const DIMENSIONS = ['venue', 'kind', 'origin', 'category', 'region'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** True of a cell that is broken down by one dimension at most, and by no other than this. */
const isBrokenDownBy = (cell: Cell, dimension: Dimension) =>
  DIMENSIONS.every((other) => other === dimension || cell[other] === 'all')

/** Place of the cell of a measure for one group of a dimension; -1 where it was not recorded. */
export const cellIndex = (
  run: RunResult,
  measure: string,
  dimension: Dimension,
  group: string,
): number =>
  run.cells.findIndex(
    (cell) =>
      cell.measure === measure && cell[dimension] === group && isBrokenDownBy(cell, dimension),
  )

/** Groups of a dimension for which any run recorded the measure, in the order of the cells. */
export function groupsOf(runs: readonly RunResult[], measure: string, dimension: Dimension) {
  const groups = new Set<string>()
  for (const { cells } of runs)
    for (const cell of cells)
      if (cell.measure === measure && isBrokenDownBy(cell, dimension)) groups.add(cell[dimension])
  return [...groups]
}

/** Unit of a measure; undefined where no run recorded it. */
export const unitOf = (runs: readonly RunResult[], measure: string): string | undefined =>
  runs.flatMap(({ cells }) => cells).find((cell) => cell.measure === measure)?.unit
