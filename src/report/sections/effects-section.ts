/** All effects: a table a window, without the rows of what does not change, and each group over time. */
import { knownMeasures } from '../../market/index.ts'
import { type Effect, isFew, unchanged } from '../../study/index.ts'
import { dated, effectCells } from '../effect-tables.ts'
import { fewNotes } from '../few.ts'
import { curveOf } from '../figures/course.ts'
import { timePlot } from '../figures/time-plot.ts'
import { type EffectText, formatEffect, levelsOf } from '../format-effect.ts'
import { folded, paragraphs, stacked } from '../html.ts'
import type { Language } from '../input.ts'
import { capital } from '../name-words.ts'
import type { EffectsTable, PagePolicy } from '../page-input.ts'
import { pageWords } from '../page-words.ts'
import { readingWords } from '../reading-words.ts'
import { nameOf } from '../words.ts'
import { readingOf } from './answer-section.ts'
import { eachPolicy, type Sheet } from './sheet.ts'

/** Groups of a measure that have a picture over time, where there are more. */
const PANELS = 8

/** Nothing to tell: the same in every run, and not of few agents. */
const isSame = (effect: Effect): boolean => effect.runs > 0 && unchanged(effect) && !isFew(effect)

/** What is printed as nought and cannot be told from it. */
const isNought = (effect: Effect, { difference }: EffectText): boolean =>
  isUnclear(effect) && !isFew(effect) && !/[1-9]/.test(difference)

const isUnclear = ({ low, high }: Effect): boolean => low <= 0 && high >= 0

/** Rows that say something, and what the notes below them name. */
function sortedOut({ effects }: EffectsTable, language: Language, labels: Sheet['labels']) {
  const levels = levelsOf(effects)
  const same = effects.filter(isSame)
  const noughts = effects.filter(
    (effect) => !isSame(effect) && isNought(effect, formatEffect(effect, language, labels, levels)),
  )
  const rows = effects.filter((effect) => !same.includes(effect) && !noughts.includes(effect))
  return { rows, same, noughts }
}

export function effectsTable(
  told: EffectsTable,
  language: Language,
  labels: Sheet['labels'],
): string {
  const say = pageWords[language]
  const levels = levelsOf(told.effects)
  const cellsOf = (effect: Effect) => effectCells(effect, language, labels, levels)
  const nameIn = (effect: Effect) => cellsOf(effect)[0]
  const { rows, same, noughts } = sortedOut(told, language, labels)
  const [measure, unit, agents, ...numbers] = say.effectHead
  const columns = [
    { head: measure },
    { head: unit },
    { head: agents, look: 'number' as const, isMinor: true },
    ...numbers.map((head, nth) => ({ head, look: 'number' as const, isMinor: nth < 2 })),
  ]
  const cells = rows.map(cellsOf)
  const looks = rows.map((effect) =>
    isFew(effect) ? 'few' : isUnclear(effect) ? 'unclear' : undefined,
  )
  return [
    rows.length === 0 ? '' : stacked(say.effects(dated(told, language)), columns, cells, looks),
    paragraphs(
      [
        rows.some(isUnclear) ? readingWords[language].unclearRows : '',
        ...fewNotes(rows, language),
        noughts.length === 0 ? '' : readingWords[language].noughts(noughts.map(nameIn).join('; ')),
        same.length === 0 ? '' : readingWords[language].same(same.map(nameIn).join('; ')),
      ],
      'note',
    ),
  ].join('\n')
}

/** The main window first. */
export const windowsOf = ({ main, others }: PagePolicy): EffectsTable[] =>
  [main, ...others].filter(({ effects }) => effects.length > 0)

/** A table a window, each folded. */
const effectsTables = (policy: PagePolicy, language: Language, labels: Sheet['labels']): string[] =>
  windowsOf(policy).map((told) => {
    const rows = sortedOut(told, language, labels).rows.length
    const line = capital(readingWords[language].rows(dated(told, language), rows))
    return folded(line, effectsTable(told, language, labels))
  })

/** Of each measure that is told over time its groups that change, those that change most. */
function panelsOf(policy: PagePolicy, sheet: Sheet): string[] {
  const { language, labels, input, shapes } = sheet
  const say = readingWords[language]
  const course = input.courses?.[policy.name]
  if (course === undefined) return []
  return knownMeasures().flatMap(({ name, overTime }) => {
    const rows = (course.points.at(-1)?.rows ?? []).filter(({ measure }) => measure === name)
    if (overTime === undefined || rows.length === 0) return []
    const sizes = rows.map((row) => {
      const means = curveOf(course.points, row).map(({ mean }) => Math.abs(mean))
      return { row, size: means.reduce((sum, mean) => sum + mean, 0) / Math.max(1, means.length) }
    })
    const changed = sizes.filter(({ size }) => size > 0).sort((a, b) => b.size - a.size)
    const plots = changed
      .slice(0, PANELS)
      .map(({ row }) =>
        timePlot(
          { course, row, title: nameOf(row.group, language, labels), size: 'small', signed: true },
          language,
          shapes,
        ),
      )
    if (plots.length === 0) return []
    const notes = [
      readingOf(course, policy.main.window, sheet),
      changed.length > PANELS ? say.panels(PANELS, changed.length) : '',
    ]
    const content = `${paragraphs(notes, 'note')}\n<div class="panels">\n${plots.join('\n')}\n</div>`
    return [folded(say.overTime(nameOf(name, language, labels)), content)]
  })
}

export const effectsSection = (sheet: Sheet): string =>
  eachPolicy(sheet, (policy) =>
    [...effectsTables(policy, sheet.language, sheet.labels), ...panelsOf(policy, sheet)].join('\n'),
  )
