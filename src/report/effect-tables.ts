/** Tables of effects and of levels in one window. */
import type { Effect } from '../study/index.ts'
import { agentsCell, sizedShown } from './few.ts'
import { formatDate } from './format.ts'
import { changeCells, formatEffect, formatLevels, intervalCell, levelsOf } from './format-effect.ts'
import type { ShownTable } from './html.ts'
import type { Language } from './input.ts'
import { windowName } from './name-words.ts'
import type { EffectsTable, LevelsTable, PageWindow } from './page-input.ts'
import { pageWords } from './page-words.ts'

type Labels = Readonly<Record<string, string>>

/** The name of a window with its first and last day. */
export const dated = ({ window, from, to }: PageWindow, language: Language): string =>
  pageWords[language].windowOf(
    windowName(window, language),
    formatDate(from, language),
    formatDate(to, language),
  )

/** Headline levels of a scenario alone. */
export function levelsShown(told: LevelsTable, language: Language, labels: Labels): ShownTable {
  const say = pageWords[language]
  return sizedShown(
    say.levels(dated(told, language)),
    say.levelHead,
    formatLevels(told.levels, language, labels).map(
      ({ measure, group, unit, policy, interval }, at) => [
        told.levels[at].group === 'all' ? measure : `${measure}: ${group}`,
        unit,
        agentsCell(told.levels[at], language),
        policy,
        intervalCell(told.levels[at], interval, language),
      ],
    ),
    told.levels,
    language,
  )
}

/** The cells of an effect, from its name to its change. */
export function effectCells(
  effect: Effect,
  language: Language,
  labels: Labels,
  levels: ReadonlyMap<string, number>,
): string[] {
  const text = formatEffect(effect, language, labels, levels)
  const name = effect.group === 'all' ? text.measure : `${text.measure}: ${text.group}`
  const { unit, baseline, policy: under } = text
  const agents = agentsCell(effect, language)
  return [name, unit, agents, baseline, under, ...changeCells(effect, text, language)]
}

/** Effects of a policy; none where nothing has one. */
export function effectsShown(told: EffectsTable, language: Language, labels: Labels): ShownTable[] {
  const say = pageWords[language]
  if (told.effects.length === 0) return []
  const sizes = levelsOf(told.effects)
  const rows = told.effects.map((effect) => effectCells(effect, language, labels, sizes))
  const caption = say.effects(dated(told, language))
  return [sizedShown(caption, say.effectHead, rows, told.effects, language)]
}
