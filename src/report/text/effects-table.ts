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
import { nameOf } from '../words.ts'
import { aligned, fitted, wrapped } from './columns.ts'

const LABEL_WIDTH = 40

type Labels = Readonly<Record<string, string>>

type Row = Pick<Effect, 'measure' | 'group'>

/** `Employment (FTE)` of the whole market, and below it `  Producers (FTE)`. */
function label({ measure, group, unit }: EffectText, rows: readonly Row[], at: number): string {
  const whole = rows[at].group === 'all'
  const first = rows[at - 1]?.measure !== rows[at].measure
  const about = whole ? measure : first ? `${measure}: ${group}` : `  ${group}`
  return fitted(unit === '' ? about : `${about} (${unit})`, LABEL_WIDTH)
}

/** Rows of one policy in one window. A measure that is broken down stands above its groups. */
export function effectsTable(effects: readonly Effect[], labels: Labels): string[] {
  const head = ['', 'baseline', 'policy', 'difference', '95 % interval', '']
  const sizes = levelsOf(effects)
  const rows = effects.map((effect, at) => {
    const text = formatEffect(effect, 'en', labels, sizes)
    const [difference, interval, percent] = changeCells(effect, text, 'en')
    // There is no room for a column of agents: those of each kind stand in the table of winners.
    const told = isFew(effect) ? `${interval} (${agentsCell(effect, 'en')})` : interval
    return [
      ...[label(text, effects, at), text.baseline, text.policy],
      ...[difference, told.replace(' … ', ' to '), percent],
    ]
  })
  return [...aligned([head, ...rows]), ...fewLines(effects)]
}

/** Rows of one scenario in one window. */
export function levelsTable(levels: readonly Level[], labels: Labels): string[] {
  // A textbook market has no groups of agents, and no such column.
  const sized = levels.some(({ agents = Number.NaN }) => Number.isFinite(agents))
  const head = ['', ...(sized ? ['agents'] : []), 'mean', '95 % interval']
  const rows = formatLevels(levels, 'en', labels).map((text, at) => {
    const level = levels[at]
    const interval = intervalCell(level, text.interval.replace(' … ', ' to '), 'en')
    const agents = sized ? [agentsCell(level, 'en')] : []
    return [label(text, levels, at), ...agents, text.policy, interval]
  })
  return [...aligned([head, ...rows]), ...fewLines(levels)]
}

/** Why rows of few agents have no interval. */
export const fewLines = (rows: readonly Partial<GroupSize>[]): string[] =>
  fewNotes(rows, 'en').flatMap((note) => wrapped(note))

/** What the numbers of a window are means of: of days, and of ratios a sum over a sum. */
export function meansNote(rows: readonly Row[], labels: Labels): string[] {
  const ratios = knownMeasures()
    .filter(
      ({ name, below }) => below !== undefined && rows.some(({ measure }) => measure === name),
    )
    .map(({ name, below }) => `${nameOf(name, 'en', labels)} over ${below!.split(';')[0]}`)
  const rest = ratios.length > 0 ? `; sums over sums: ${ratios.join(', ')}` : ''
  return wrapped(`means of days${rest}`, '', '  ')
}
