/** Policies together beside the sum of each, for a terminal. */
import { type CombinationsInWindow, headlines, type RunResult } from '../../study/index.ts'
import { formatEffect } from '../format-effect.ts'
import { aligned, fitted } from './columns.ts'

const KINDS = ['together', 'sum', 'interaction'] as const

/** The headlines of one window: the combination, the sum, and what they do together beyond it. */
export function combinationLines(
  { window, combinations: all }: CombinationsInWindow,
  results: readonly RunResult[],
  labels: Readonly<Record<string, string>>,
): string[] {
  const rows = headlines(all, results[0].cells).filter(({ group }) => group === 'all')
  const lines = rows.map((row) => {
    const largest = Math.max(...KINDS.map((kind) => Math.abs(row[kind].mean)))
    const text = (kind: (typeof KINDS)[number]) => {
      const { mean: difference, low, high } = row[kind]
      const sized = { ...row, baseline: largest, policy: largest, difference, low, high }
      return formatEffect(sized, 'en', labels)
    }
    const [together, sum, interaction] = KINDS.map(text)
    return [
      fitted(`${together.measure} (${together.unit})`, 40),
      together.difference,
      sum.difference,
      interaction.difference,
      row.runs < 2 ? 'needs 2 runs' : interaction.interval.replace(' … ', ' to '),
    ]
  })
  return [
    '',
    `${window}: joint effect compared with the sum of the effects of ${rows[0]?.parts.join(' and ') ?? 'each'}`,
    ...aligned([['', 'together', 'sum', 'interaction', '95 % interval'], ...lines]),
  ]
}
