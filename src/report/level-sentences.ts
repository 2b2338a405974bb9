/** The answer of a scenario alone: its first levels, a sentence each. */
import type { Level } from '../study/index.ts'
import { NOTHING } from './format.ts'
import { formatLevels } from './format-effect.ts'
import type { Language } from './input.ts'
import type { LevelsTable } from './page-input.ts'
import { readingWords } from './reading-words.ts'
import { amountText } from './units.ts'
import { nameOf } from './words.ts'

type Labels = Readonly<Record<string, string>>

/** Levels that the answer tells. */
const TOLD = 3

export function levelName(level: Level, language: Language, labels: Labels): string {
  const measure = nameOf(level.measure, language, labels)
  return level.group === 'all'
    ? measure
    : readingWords[language].of(measure, nameOf(level.group, language, labels))
}

export function levelSentences(
  { levels }: LevelsTable,
  language: Language,
  labels: Labels,
): string[] {
  const whole = levels.filter(({ group }) => group === 'all')
  const told = (whole.length < TOLD ? levels : whole).slice(0, TOLD)
  const texts = formatLevels(told, language, labels)
  return told.map((level, nth) => {
    const { policy, unit, interval } = texts[nth]
    const range = interval === NOTHING ? '' : interval
    return readingWords[language].levelIs(
      levelName(level, language, labels),
      amountText(policy, unit, language),
      range,
    )
  })
}
