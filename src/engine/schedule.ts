/** The order of the day, checked once before the first day. */
import type { Column } from './column.ts'
import { columnOf, type Rule } from './rule.ts'

export type Schedule = readonly Rule[]

/**
 * An explicit list of rules. Checked: no rule twice; one writer a column; whoever reads a column before
 * its writer has run that day says `before(...)`, and nobody says so without need.
 * @throws Error with every fault found
 */
export function schedule(rules: readonly Rule[]): Schedule {
  const faults: string[] = []
  const place = new Map<string, number>()
  const writer = new Map<Column, number>()
  rules.forEach((rule, at) => {
    if (place.has(rule.name)) faults.push(`rule twice: ${rule.name}`)
    place.set(rule.name, at)
    for (const column of Object.values(rule.writes)) {
      const earlier = writer.get(column)
      if (earlier !== undefined)
        faults.push(
          `two writers of ${column.population}.${column.name}: ${rules[earlier].name}, ${rule.name}`,
        )
      writer.set(column, at)
    }
  })
  rules.forEach((rule, at) => {
    for (const [name, read] of Object.entries(rule.reads)) {
      const column = columnOf(read)
      const written = writer.get(column)
      const label = `${rule.name} reads ${column.population}.${column.name} (as ${name})`
      if (written === at) faults.push(`${label} and writes it: name it under writes alone`)
      else if ('before' in read && (written === undefined || written < at))
        faults.push(`${label} "before", but its writer has run by then`)
      else if (!('before' in read) && written !== undefined && written > at)
        faults.push(`${label}, written later by ${rules[written].name}: say before(...)`)
    }
  })
  if (faults.length > 0) throw new Error(`schedule: ${faults.join('; ')}`)
  return rules
}
