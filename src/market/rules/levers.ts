import { type Column, type MutableValues, type Rule, rule, type Table } from '../../engine/index.ts'
import type { Course } from '../input.ts'
import { today } from '../populations/index.ts'
import { sellerList, TABLES } from '../tables/index.ts'

/** The rows of tables whose values a dated course may change: all but the list of textbook sellers. */
const LEVERED: readonly Table[] = TABLES.filter((table) => table !== sellerList)

/**
 * Moves every value that has a course today: dated changes of fees, reach or frictions, and what policies
 * change. It is the one writer of all table fields.
 * @param courses in order; where two meet on one value the later one holds from its first point on
 */
export function levers(courses: readonly Course[]): Rule {
  const writes: Record<string, Column> = {}
  for (const table of LEVERED)
    for (const field of Object.keys(table.fields))
      writes[`${table.name}.${field}`] = table.columns[field]
  return rule({
    name: 'levers',
    does: 'dated courses and policies set the values of tables',
    every: 'day',
    over: today,
    whole: true,
    reads: {},
    writes,
    step(columns, _, { day, count }) {
      for (const course of courses) {
        if (day + 1 <= course.points[0][0]) continue
        const column: MutableValues = columns[`${course.table}.${course.field}`]
        const width = column.length / count[course.table]
        const at = course.row * width + course.at
        column[at] = valueOn(course, day, column[at])
      }
    },
  })
}

/**
 * A step within the day counts by the hours before and after it.
 * @param initial what held before the first point: the value of the table, or of an earlier course
 */
function valueOn({ points, linear }: Course, day: number, initial: number): number {
  if (linear) {
    const after = points.findIndex(([at]) => at > day)
    if (after < 0) return points[points.length - 1][1]
    if (after === 0) return points[0][1]
    const [begin, first] = points[after - 1]
    const [end, last] = points[after]
    return first + ((last - first) * (day - begin)) / (end - begin)
  }
  let value = initial
  let mean = 0
  let from = day
  for (const [at, next] of points) {
    if (at >= day + 1) break
    if (at > from) {
      mean += value * (at - from)
      from = at
    }
    value = next
  }
  return from === day ? value : mean + value * (day + 1 - from)
}
