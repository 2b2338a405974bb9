/** Which rows a printed table shows; the files hold all of them. */
import type { Cell } from '../market/index.ts'
import { type Dimension, groupsOf } from './group.ts'

/** Measures in order of telling, each with the dimensions worth a row. */
const HEADLINES: readonly (readonly [measure: string, dimension: Dimension])[] = [
  ['employment', 'all'],
  ['employment', 'kind'],
  ['sales', 'all'],
  ['sales', 'venue'],
  ['active firms', 'all'],
  ['active firms', 'kind'],
  ['import share', 'all'],
  ['platform share', 'all'],
  ['household income', 'all'],
  ['consumer surplus', 'all'],
  ['government revenue', 'all'],
]

/** What a textbook market is asked: its sellers one by one. */
const TEXTBOOK: typeof HEADLINES = [
  ['seller price', 'venue'],
  ['seller share', 'venue'],
  ['share that saves', 'all'],
]

/**
 * Picks the headline rows in their declared order. Where none of the declared measures is recorded, as in a
 * textbook market, the rows that are not broken down at all.
 */
export function headlines<R extends { measure: string; group: string }>(
  rows: readonly R[],
  cells: readonly Cell[],
): R[] {
  const groups = groupsOf(cells)
  const pick = (measure: string, dimension: Dimension): R[] =>
    groups
      .filter((group) => group.measure === measure && group.dimension === dimension)
      .flatMap(({ group }) => rows.filter((row) => row.measure === measure && row.group === group))
  const listed = TEXTBOOK.flatMap(([measure, dimension]) => pick(measure, dimension))
  if (listed.length > 0) return listed
  const chosen = HEADLINES.flatMap(([measure, dimension]) => pick(measure, dimension))
  if (chosen.length > 0) return chosen
  return [...new Set(groups.map(({ measure }) => measure))].flatMap((measure) =>
    pick(measure, 'all'),
  )
}
