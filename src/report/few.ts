/** Groups by their simulated agents: how many each stands on, and the note that says why one of few has no interval. */
import { FEW, type GroupSize, isFew } from '../study/index.ts'
import { fixed } from './format.ts'
import { type ShownTable, shownHtml } from './html.ts'
import type { Language } from './input.ts'
import type { IntervalRow } from './interval-rows.ts'
import { pageWords } from './page-words.ts'
import type { Directions } from './words.ts'

type Sized = Partial<GroupSize>

/** The number of agents, whole unless it is a mean of few; a dash of what is no group of them. */
export const agentsCell = ({ agents = Number.NaN }: Sized, language: Language): string =>
  fixed(agents, agents < FEW && !Number.isInteger(agents) ? 1 : 0, language)

/** `Resellers (379)` */
export const withAgents = (label: string, of: Sized, language: Language): string =>
  Number.isFinite(of.agents) ? `${label} (${agentsCell(of, language)})` : label

/** What a table or chart says of its groups of few agents; nothing where it has none. */
export const fewNotes = (rows: readonly Sized[], language: Language): string[] =>
  rows.some(isFew) ? [pageWords[language].fewNote(FEW)] : []

/** The names of directions in a chart, with one for few agents where it has rows of them. */
export const directionsWithFew = (
  directions: Directions,
  rows: readonly IntervalRow[],
  language: Language,
): Directions =>
  rows.some(({ few }) => few) ? { ...directions, few: pageWords[language].few } : directions

/** What a chart says of the numbers in its labels, and of rows of few agents. */
export const chartNotes = (rows: readonly Sized[], language: Language): string[] => [
  ...(rows.some(({ agents = Number.NaN }) => Number.isFinite(agents))
    ? [pageWords[language].agentsNote]
    : []),
  ...(rows.some(isFew) ? [pageWords[language].fewInCharts(FEW)] : []),
]

/** A table of numbers of which groups of few agents are grey, with the note below. */
export function sizedShown(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  of: readonly Sized[],
  language: Language,
): ShownTable {
  return { caption, head, rows, grey: of.map(isFew), notes: fewNotes(of, language) }
}

/** The same on a page. */
export const sizedTable = (...table: Parameters<typeof sizedShown>): string =>
  shownHtml(sizedShown(...table))
