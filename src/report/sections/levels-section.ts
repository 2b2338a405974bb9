/** A scenario alone: three levels and one picture, beside the solution on paper where there is one. */
import { knownMeasures } from '../../market/index.ts'
import { isFew, type Level } from '../../study/index.ts'
import { dated } from '../effect-tables.ts'
import { agentsCell, fewNotes } from '../few.ts'
import { timePlot } from '../figures/time-plot.ts'
import { decimalsFor, signed } from '../format.ts'
import { formatLevels, intervalCell } from '../format-effect.ts'
import { folded, paragraphs, stacked } from '../html.ts'
import { levelName, levelSentences } from '../level-sentences.ts'
import { capital, windowName } from '../name-words.ts'
import type { LevelsTable } from '../page-input.ts'
import { pageWords } from '../page-words.ts'
import { readingWords } from '../reading-words.ts'
import { displayUnit } from '../units.ts'
import { nameOf } from '../words.ts'
import type { Sheet } from './sheet.ts'

/** Groups of a measure that have a picture. */
const PANELS = 12

const nameIn = (level: Level, { language, labels }: Sheet): string =>
  levelName(level, language, labels)

/** The first level that is told, over time. */
function picture({ window, levels }: LevelsTable, sheet: Sheet): string {
  const { language, input, shapes } = sheet
  const course = input.levelCourse
  const drawn = levels.find(({ measure }) =>
    course?.points[0].rows.some((row) => row.measure === measure),
  )
  if (course === undefined || drawn === undefined) return ''
  const say = readingWords[language]
  const solved = solvedOf(drawn, sheet)
  const reading = [
    say.readLevel(course.runs, course.single.length > 0),
    course.window === undefined ? '' : say.shaded(windowName(window, language)),
    solved === undefined ? '' : say.dashed,
  ].filter((one) => one !== '')
  return timePlot(
    {
      ...{ course, row: drawn, title: nameIn(drawn, sheet), size: 'large', signed: false },
      ...{ reading: reading.join(' '), ...(solved === undefined ? {} : { solved }) },
    },
    language,
    shapes,
  )
}

const solvedOf = ({ measure, group }: Level, { input }: Sheet): number | undefined =>
  input.paper?.find((row) => row.measure === measure && row.group === group)?.value

/** Agents beside the solution on paper, row by row. */
function paperTable({ levels }: LevelsTable, sheet: Sheet): string {
  const { language, labels } = sheet
  const say = readingWords[language]
  const texts = formatLevels(levels, language, labels)
  const largest = (measure: string) =>
    Math.max(...levels.filter((one) => one.measure === measure).map(({ mean }) => Math.abs(mean)))
  const rows = levels.flatMap((level, nth) => {
    const solved = solvedOf(level, sheet)
    if (solved === undefined) return []
    const { unit, policy, interval } = texts[nth]
    const { factor } = displayUnit(level.unit, largest(level.measure), language)
    const width = (level.high - level.low) * factor
    const decimals = decimalsFor(width > 0 ? width : solved * factor, width > 0 ? 2 : 5)
    return [
      [
        ...[nameIn(level, sheet), unit, policy, interval],
        signed(solved * factor, decimals, language).replace('+', ''),
        signed((level.mean - solved) * factor, decimals, language),
      ],
    ]
  })
  if (rows.length === 0) return ''
  const { what, unit, ...numbers } = say.paperHead
  const columns = [
    { head: what },
    { head: unit },
    ...Object.values(numbers).map((head) => ({ head, look: 'number' as const })),
  ]
  return `${stacked(say.paper, columns, rows)}\n${paragraphs([say.paperNote], 'note')}`
}

export function levelsAnswer(sheet: Sheet): string {
  const { language, input } = sheet
  const [first] = input.levels
  if (first === undefined) return ''
  const say = readingWords[language]
  return `${paragraphs([say.mainWindow(dated(first, language))], 'window')}
<div class="first">
<div class="sentences">
${paragraphs(levelSentences(first, language, sheet.labels))}
</div>
${picture(first, sheet)}
</div>
${paperTable(first, sheet)}`
}

function levelsTable(told: LevelsTable, sheet: Sheet): string {
  const { language, labels } = sheet
  const say = pageWords[language]
  const [measure, unit, agents, ...numbers] = say.levelHead
  const columns = [
    { head: measure },
    { head: unit },
    { head: agents, look: 'number' as const, isMinor: true },
    ...numbers.map((head) => ({ head, look: 'number' as const })),
  ]
  const rows = formatLevels(told.levels, language, labels).map((text, at) => {
    const level = told.levels[at]
    const interval = intervalCell(level, text.interval, language)
    return [nameIn(level, sheet), text.unit, agentsCell(level, language), text.policy, interval]
  })
  return [
    stacked(
      say.levels(dated(told, language)),
      columns,
      rows,
      told.levels.map((level) => (isFew(level) ? 'few' : undefined)),
    ),
    paragraphs(fewNotes(told.levels, language), 'note'),
  ].join('\n')
}

/** Each group of the measures that are told over time. */
function panels(sheet: Sheet): string[] {
  const { language, labels, input, shapes } = sheet
  const say = readingWords[language]
  const course = input.levelCourse
  if (course === undefined) return []
  return knownMeasures().flatMap(({ name, overTime }) => {
    const rows = (course.points.at(-1)?.rows ?? [])
      .filter(({ measure, mean }) => measure === name && mean !== 0)
      .sort((one, other) => other.mean - one.mean)
    if (overTime === undefined || rows.length === 0) return []
    const plots = rows.slice(0, PANELS).map((row) =>
      timePlot(
        {
          ...{ course, row, title: nameOf(row.group, language, labels) },
          ...{ size: 'small', signed: false },
        },
        language,
        shapes,
      ),
    )
    const reading = paragraphs([say.readLevel(course.runs, course.single.length > 0)], 'note')
    const content = `${reading}\n<div class="panels">\n${plots.join('\n')}\n</div>`
    return [folded(nameOf(name, language, labels), content)]
  })
}

export function levelsSection(sheet: Sheet): string {
  const say = readingWords[sheet.language]
  const tables = sheet.input.levels.map((told) =>
    folded(
      capital(say.rows(dated(told, sheet.language), told.levels.length)),
      levelsTable(told, sheet),
    ),
  )
  return [...tables, ...panels(sheet)].join('\n')
}
