/** Policies together beside the sum of each, for a terminal. */
import { type CombinationsInWindow, headlines, type RunResult } from '../../study/index.ts'
import { formatEffect } from '../format-effect.ts'
import type { Language } from '../input.ts'
import { windowName } from '../name-words.ts'
import { pageWords } from '../page-words.ts'
import { aligned, fitted } from './columns.ts'
import { terminalWords } from './terminal-words.ts'

const KINDS = ['together', 'sum', 'interaction'] as const

/** The headlines of one window: the combination, the sum, and what they do together beyond it. */
export function combinationLines(
  { window, combinations: all }: CombinationsInWindow,
  results: readonly RunResult[],
  labels: Readonly<Record<string, string>>,
  language: Language,
): string[] {
  const { combined: say, to } = terminalWords[language]
  const rows = headlines(all, results[0].cells).filter(({ group }) => group === 'all')
  const lines = rows.map((row) => {
    const largest = Math.max(...KINDS.map((kind) => Math.abs(row[kind].mean)))
    const text = (kind: (typeof KINDS)[number]) => {
      const { mean: difference, low, high } = row[kind]
      const sized = { ...row, baseline: largest, policy: largest, difference, low, high }
      return formatEffect(sized, language, labels)
    }
    const [together, sum, interaction] = KINDS.map(text)
    return [
      fitted(`${together.measure} (${together.unit})`, 40),
      together.difference,
      sum.difference,
      interaction.difference,
      row.runs < 2 ? pageWords[language].needsRuns : interaction.interval.replace(' … ', ` ${to} `),
    ]
  })
  return [
    '',
    say.head(windowName(window, language), (rows[0]?.parts ?? []).join(say.and)),
    ...aligned([['', ...say.columns], ...lines]),
  ]
}
