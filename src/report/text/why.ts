/** Why: contributions of mechanisms, for a terminal. */
import { WHOLE, type Why } from '../../study/index.ts'
import { fixed } from '../format.ts'
import { formatEffect } from '../format-effect.ts'
import type { Language } from '../input.ts'
import { labelOfMechanism } from '../mechanism-labels.ts'
import { windowName } from '../name-words.ts'
import { pageWords } from '../page-words.ts'
import { amountText } from '../units.ts'
import { aligned, fitted } from './columns.ts'
import { terminalWords } from './terminal-words.ts'

/** A block a measure: the whole effect, and below it what each mechanism adds. */
export function whyLines(
  { window, contributions: parts }: Why,
  labels: Readonly<Record<string, string>>,
  language: Language,
): string[] {
  const { why: say, to } = terminalWords[language]
  const measures = [...new Set(parts.map(({ measure, group }) => `${measure} ${group}`))]
  const rows = measures.flatMap((name) => {
    const own = parts.filter(({ measure, group }) => `${measure} ${group}` === name)
    const largest = Math.max(...own.map(({ value }) => Math.abs(value.mean)))
    const whole = own.find(({ mechanism }) => mechanism === WHOLE)!
    return [whole, ...own.filter((part) => part !== whole)].map((part) => {
      const { mean: difference, low, high } = part.value
      // As large as the largest, so that all rows of a measure have one unit.
      const sized = { ...part, baseline: largest, policy: largest, difference, low, high }
      const text = formatEffect(sized, language, labels)
      const about = part.group === 'all' ? text.measure : `${text.measure}: ${text.group}`
      return [
        fitted(
          part === whole
            ? `${about} (${text.unit})`
            : `  ${labelOfMechanism(part.mechanism, language)}`,
          58,
        ),
        text.difference,
        part.runs < 2 ? pageWords[language].needsRuns : text.interval.replace(' … ', ` ${to} `),
        // Parts of a whole that may be nothing have no share in it.
        !(whole.value.low > 0 || whole.value.high < 0)
          ? ''
          : amountText(fixed((100 * difference) / whole.value.mean, 0, language), '%', language),
      ]
    })
  })
  return ['', say.head(windowName(window, language)), ...aligned([['', ...say.columns], ...rows])]
}
