/** Policies together beside the sum of each, as a table. */
import { type CombinationsInWindow, csv, type Table } from '../../study/index.ts'

const KINDS = ['together', 'sum', 'interaction'] as const

export function combinationsTable(found: readonly CombinationsInWindow[]): Table[] {
  if (found.length === 0) return []
  const rows = found.flatMap(({ combinations: all, ...dates }) =>
    all.map((one) => ({
      ...dates,
      scenario: one.scenario,
      parts: one.parts.join('; '),
      measure: one.measure,
      group: one.group,
      unit: one.unit,
      members: one.members,
      agents: one.agents,
      ...Object.fromEntries(
        KINDS.flatMap((kind) => [
          [kind, one[kind].mean],
          [`${kind}-low`, one[kind].low],
          [`${kind}-high`, one[kind].high],
        ]),
      ),
      runs: one.runs,
    })),
  )
  const row = ['measure', 'group', 'unit', 'members', 'agents']
  const about = ['scenario', 'parts', 'window', 'from', 'to', ...row]
  const numbers = KINDS.flatMap((kind) => [kind, `${kind}-low`, `${kind}-high`])
  const columns = [...about, ...numbers, 'runs']
  return [{ name: 'combinations.csv', text: csv(rows as Record<string, unknown>[], columns) }]
}
