/** Which rows a printed table shows; the files hold all of them. */
import {
  type Cell,
  inOrder,
  knownMeasures,
  type MarketInput,
  type Measure,
  policiesIn,
} from '../market/index.ts'
import { groupsOf } from './frame.ts'

/**
 * Picks the headline rows in the order that their measures declare. Where none of them is recorded, the rows that
 * are not broken down at all.
 * @param answers measures that are told beside the headlines: those by which policies are answered
 */
export function headlines<R extends { measure: string; group: string }>(
  rows: readonly R[],
  cells: readonly Cell[],
  answers: readonly string[] = [],
  measures: readonly Measure[] = knownMeasures(),
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
  const isHeadline = (measure: string) =>
    measures.some(({ name, headline }) => name === measure && headline !== undefined)
  const beside = [...new Set(answers)].filter((name) => !isHeadline(name))
  const chosen = [...picked(false), ...beside.flatMap((name) => pick(name, 'all'))]
  if (chosen.length > 0) return chosen
  return [...new Set(groups.map(({ measure }) => measure))].flatMap((measure) =>
    pick(measure, 'all'),
  )
}

/** The measures by which the policies of worlds are answered, beside the headlines. */
export const answersIn = (inputs: readonly Pick<MarketInput, 'policies'>[]): string[] =>
  inputs.flatMap((input) => policiesIn(input).flatMap(({ answers = [] }) => answers))

/** A level of the whole market that is nought, such as hours that nobody puts in, is left out of tables. */
export const there = ({ group, mean }: { readonly group: string; readonly mean: number }) =>
  group !== 'all' || mean !== 0
