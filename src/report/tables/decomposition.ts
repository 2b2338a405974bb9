/** What each mechanism contributes to an effect, as a table. */
import { csv, type Table, type Why } from '../../study/index.ts'
import { labelOfMechanism } from '../mechanism-labels.ts'

export function decompositionTable(found: readonly Why[]): Table[] {
  if (found.length === 0) return []
  const rows = found.flatMap(({ contributions: parts, ...dates }) =>
    parts.map((part) => ({
      ...dates,
      ...part,
      label: labelOfMechanism(part.mechanism),
      value: part.value.mean,
      low: part.value.low,
      high: part.value.high,
    })),
  )
  const about = [
    'scenario',
    'window',
    'from',
    'to',
    'measure',
    'group',
    'unit',
    'members',
    'agents',
  ] as const
  const numbers = ['value', 'low', 'high', 'runs'] as const
  const columns = [...about, 'mechanism', 'label', ...numbers] as const
  return [{ name: 'decomposition.csv', text: csv(rows, columns) }]
}
