/** How sure the effects of a policy are, for a terminal. */
import type { BudgetsInWindow } from '../../study/index.ts'
import { budgetNotes, budgetText, budgetWords } from '../budget.ts'
import type { Language } from '../input.ts'
import { wrapped } from './columns.ts'
import { terminalWords } from './terminal-words.ts'

export function budgetLines(
  { budgets }: BudgetsInWindow,
  labels: Readonly<Record<string, string>>,
  language: Language,
): string[] {
  const say = budgetWords(language)
  const to = ` ${terminalWords[language].to} `
  if (budgets.length === 0) return ['', ...wrapped(say.none)]
  const texts = budgets.map((budget) => budgetText(budget, language, labels))
  return [
    '',
    say.caption,
    ...texts.flatMap(({ head, rows, sentences }) => {
      const cells = rows.map(([source, interval, covers]) => [
        `  ${source.toLowerCase()}`,
        interval.replace(' … ', to),
        covers,
      ])
      const widths = [0, 1].map((at) => Math.max(...cells.map((row) => row[at].length)))
      return [
        head,
        ...cells.flatMap(([source, interval, covers]) => {
          const numbers = `${source.padEnd(widths[0])}  ${interval.padStart(widths[1])}  `
          return wrapped(covers, numbers, ' '.repeat(numbers.length)).map((line) => line.trimEnd())
        }),
        ...wrapped(sentences.join(' ').replaceAll(' … ', to), '  ', '  ').filter(
          (line) => line.trim() !== '',
        ),
      ]
    }),
    ...budgetNotes(texts).flatMap((note) => wrapped(note)),
  ]
}
