/** Which rows a printed table shows; the files hold all of them. */
import { type Cell, inOrder, MEASURES, type Measure } from '../market/index.ts'
import { groupsOf } from './frame.ts'

/**
 * Picks the headline rows in the order that their measures declare. Where none of them is recorded, the rows that
 * are not broken down at all.
 */
export function headlines<R extends { measure: string; group: string }>(
  rows: readonly R[],
  cells: readonly Cell[],
  measures: readonly Measure[] = MEASURES,
): R[] {
  const groups = groupsOf(cells)
  const pick = (measure: string, by: string, only?: readonly string[]): R[] =>
    groups
      .filter((group) => group.measure === measure && group.dimension === by)
      .filter(({ row }) => only?.includes(row) ?? true)
      .flatMap(({ group }) => rows.filter((row) => row.measure === measure && row.group === group))
  const picked = (alone: boolean) =>
    inOrder(measures)
      .filter(({ headline }) => headline !== undefined && (headline.alone ?? false) === alone)
      .flatMap(({ name, headline }) => headline!.by.flatMap((by) => pick(name, by, headline!.rows)))
  const listed = picked(true)
  if (listed.length > 0) return listed
  const chosen = picked(false)
  if (chosen.length > 0) return chosen
  return [...new Set(groups.map(({ measure }) => measure))].flatMap((measure) =>
    pick(measure, 'all'),
  )
}

/** A level of the whole market that is nought, such as hours that nobody puts in, is left out of tables. */
export const there = ({ group, mean }: { readonly group: string; readonly mean: number }) =>
  group !== 'all' || mean !== 0
