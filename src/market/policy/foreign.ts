/** What of the parts that a policy adds is what it should be, and which columns in them are not its own. */
import type { Column, Rule } from '../../engine/index.ts'
import type { Measure } from '../measures/measure.ts'
import { type Flaw, flaw, itemsOf, partOf, partsOf } from './faulty.ts'
import type { Policy } from './policy.ts'

/** What a policy adds, as far as it is what it should be. */
export interface WholeParts {
  readonly own: ReadonlySet<Column>
  readonly rules: readonly Rule[]
  readonly flows: readonly unknown[]
  readonly measures: readonly Measure[]
}

export function addedOf({ adds }: Policy): WholeParts {
  const columns = itemsOf(partOf(adds, 'columns')).flatMap((one) => partsOf(partOf(one, 'columns')))
  const rules = itemsOf(partOf(adds, 'rules')).map((one) => partOf(one, 'rule') as Rule)
  return {
    own: new Set(columns.map(([, column]) => column as Column)),
    rules: rules.filter((one) => typeof partOf(one, 'writes') === 'object'),
    flows: itemsOf(partOf(adds, 'flows')),
    measures: partsOf(partOf(adds, 'measures')).map(([, one]) => one as Measure),
  }
}

export const nameOf = ({ population, name }: Column): string => `${population}.${name}`

/** What is not a column of its own, though it is one. */
export function foreign(
  own: ReadonlySet<Column>,
  columns: readonly unknown[],
  where: string,
  does: string,
  berbuat: string,
): Flaw[] {
  return columns
    .filter((one) => typeof partOf(one, 'storage') === 'string' && !own.has(one as Column))
    .map((one) => {
      const label = nameOf(one as Column)
      return flaw(
        `${where} ${label}`,
        `${does} ${label}, which is not among the columns that it adds`,
        `${berbuat} ${label}, yang bukan kolom tambahannya sendiri`,
      )
    })
}
