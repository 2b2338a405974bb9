import { type Column, type Rule, rule, type Table } from '../../../engine/index.ts'
import { type DatedValue, valueOn } from '../../in-force.ts'
import { today } from '../../populations/index.ts'
import { sellerList, TABLES } from '../../tables/index.ts'

/** The rows of tables whose values may change with time: all but the list of textbook sellers. */
export const DATED_PARAMETERS: readonly Table[] = TABLES.filter((table) => table !== sellerList)

/**
 * Sets every value that has operations to what is in force today: courses of fees, reach or frictions, and what
 * policies do to them, each day anew from the written value, so that what has ended leaves no trace. It is the one
 * writer of all table fields.
 * @param added fields that policies of the world add to tables
 */
export function datedParametersOf(
  values: readonly DatedValue[],
  added: readonly Table[] = [],
): Rule {
  const writes: Record<string, Column> = {}
  for (const table of [...DATED_PARAMETERS, ...added])
    for (const field of Object.keys(table.fields))
      writes[`${table.name}.${field}`] = table.columns[field]
  return rule({
    name: 'dated-parameters',
    does: 'dated courses and policies set the values of tables',
    every: 'day',
    over: today,
    whole: true,
    reads: {},
    writes,
    step(columns, _, { day, count }) {
      for (const value of values) {
        const column = columns[`${value.table}.${value.field}`]
        const width = column.length / count[value.table]
        column[value.row * width + value.at] = valueOn(value, day)
      }
    },
  })
}
