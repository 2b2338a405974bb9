/** What a study found, as a table for a terminal of 80 to 100 columns. */
import { knownMeasures } from '../../market/index.ts'
import { type Effect, type GroupSize, isFew, type Level } from '../../study/index.ts'
import { agentsCell, fewNotes } from '../few.ts'
import {
  changeCells,
  type EffectText,
  formatEffect,
  formatLevels,
  intervalCell,
  levelsOf,
} from '../format-effect.ts'
import type { Language } from '../input.ts'
import { nameOf } from '../words.ts'
import { aligned, fitted, wrapped } from './columns.ts'
import { terminalWords } from './terminal-words.ts'

/** Of the words before the numbers: those of Indonesian units are longer. */
const LABEL_WIDTH: Readonly<Record<Language, number>> = { en: 40, id: 48 }

type Labels = Readonly<Record<string, string>>

type Row = Pick<Effect, 'measure' | 'group'>

/** `Employment (FTE)` of the whole market, and below it `  Producers (FTE)`. */
function label(
  { measure, group, unit }: EffectText,
  rows: readonly Row[],
  at: number,
  language: Language,
): string {
  const whole = rows[at].group === 'all'
  const first = rows[at - 1]?.measure !== rows[at].measure
  const about = whole ? measure : first ? `${measure}: ${group}` : `  ${group}`
  return fitted(unit === '' ? about : `${about} (${unit})`, LABEL_WIDTH[language])
}

/** Rows of one policy in one window. A measure that is broken down stands above its groups. */
export function effectsTable(
  effects: readonly Effect[],
  labels: Labels,
  language: Language,
): string[] {
  const { heads, to } = terminalWords[language]
  const { baseline, policy, difference: differs, interval: between } = heads
  const head = ['', baseline, policy, differs, between, '']
  const sizes = levelsOf(effects)
  const rows = effects.map((effect, at) => {
    const text = formatEffect(effect, language, labels, sizes)
    const [difference, interval, percent] = changeCells(effect, text, language)
    // There is no room for a column of agents: those of each kind stand in the table of winners.
    const told = isFew(effect) ? `${interval} (${agentsCell(effect, language)})` : interval
    return [
      ...[label(text, effects, at, language), text.baseline, text.policy],
      ...[difference, told.replace(' … ', ` ${to} `), percent],
    ]
  })
  return [...aligned([head, ...rows]), ...fewLines(effects, language)]
}

/** Rows of one scenario in one window. */
export function levelsTable(
  levels: readonly Level[],
  labels: Labels,
  language: Language,
): string[] {
  const { heads, to } = terminalWords[language]
  // A textbook market has no groups of agents, and no such column.
  const sized = levels.some(({ agents = Number.NaN }) => Number.isFinite(agents))
  const head = ['', ...(sized ? [heads.agents] : []), heads.mean, heads.interval]
  const rows = formatLevels(levels, language, labels).map((text, at) => {
    const level = levels[at]
    const interval = intervalCell(level, text.interval.replace(' … ', ` ${to} `), language)
    const agents = sized ? [agentsCell(level, language)] : []
    return [label(text, levels, at, language), ...agents, text.policy, interval]
  })
  return [...aligned([head, ...rows]), ...fewLines(levels, language)]
}

/** Why rows of few agents have no interval. */
export const fewLines = (rows: readonly Partial<GroupSize>[], language: Language): string[] =>
  fewNotes(rows, language).flatMap((note) => wrapped(note))

/** What the numbers of a window are means of, and which of them are a total divided by a total. */
export function meansNote(rows: readonly Row[], labels: Labels, language: Language): string[] {
  const say = terminalWords[language]
  const ratios = knownMeasures()
    .filter(
      ({ name, below }) => below !== undefined && rows.some(({ measure }) => measure === name),
    )
    .map(({ name }) => nameOf(name, language, labels))
  const rest = ratios.length > 0 ? ` ${say.ratios(ratios.join(', '))}` : ''
  return wrapped(`${say.means}${rest}`, '', '  ')
}
