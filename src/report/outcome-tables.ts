/** Tables of agents one by one and of policies together. */
import {
  type Combination,
  comparable,
  type Flow,
  type GroupOutcome,
  type Interval,
  isFew,
  unchanged,
} from '../study/index.ts'
import { bridges, fallOf } from './bridge.ts'
import { agentsCell, sizedShown } from './few.ts'
import { fixed, formatPercent, NOTHING } from './format.ts'
import { formatEffect, intervalCell } from './format-effect.ts'
import { type ShownTable, shownHtml } from './html.ts'
import { formatIncome, incomeChange, isIncomplete } from './income-change.ts'
import type { Language } from './input.ts'
import { pageWords } from './page-words.ts'
import { readingWords } from './reading-words.ts'
import { formatCount } from './units.ts'
import { nameOf } from './words.ts'

type Labels = Readonly<Record<string, string>>

const numbers = (
  caption: string,
  head: readonly string[],
  rows: ShownTable['rows'],
): ShownTable => ({ caption, head, rows, grey: [], notes: [] })

const onPage = (tables: readonly ShownTable[]): string[] => tables.map(shownHtml)

/** Kinds first, then each broken down. */
export const winnersTable = (...of: Parameters<typeof winnersShown>): string =>
  onPage(winnersShown(...of)).join('')

/** None where nobody is told of. */
export function winnersShown(
  winners: readonly GroupOutcome[],
  language: Language,
  labels: Labels,
): ShownTable[] {
  if (winners.length === 0) return []
  const say = pageWords[language]
  const kind = (name: string) => say.kinds[name] ?? nameOf(name, language, labels)
  const groupName = (by: string, group: string) =>
    by === 'exposure' || by === 'size' ? say.groups[group] : nameOf(group, language, labels)
  const share = (value: number) =>
    Number.isFinite(value) ? formatPercent(100 * value, language).replace('+', '') : NOTHING
  const rows = winners.map((outcome) => {
    const { by, kind: of, group, income, jobs, losing, gaining, positive, runs } = outcome
    const few = isFew(outcome)
    const { change, low, high, same } = incomeChange(outcome, language)
    return [
      by === 'kind' ? kind(of) : `${kind(of)}, ${groupName(by, group)}`,
      outcome.members === 1 ? readingWords[language].whole : formatCount(outcome.members, language),
      agentsCell(outcome, language),
      formatIncome(income.baseline, language),
      change,
      same ? NOTHING : intervalCell(outcome, `${low} … ${high}`, language),
      comparable(jobs) && !unchanged(jobs)
        ? formatPercent((100 * jobs.difference) / jobs.baseline, language)
        : NOTHING,
      few ? NOTHING : share(losing.mean),
      few ? NOTHING : share(gaining.mean),
      few || same ? NOTHING : `${fixed(positive * runs, 0, language)} / ${runs}`,
    ]
  })
  const shown = sizedShown(say.winners, say.winnersHead, rows, winners, language)
  const notes = [...shown.notes, ...(winners.some(isIncomplete) ? [say.platformNote] : [])]
  return [{ ...shown, notes }]
}

/** A table for every venue out of which sales went, and one of the fall of all sales. */
export const switchingTables = (...of: Parameters<typeof switchingShown>): string[] =>
  onPage(switchingShown(...of))

export function switchingShown(
  flows: readonly Flow[],
  language: Language,
  labels: Labels,
): ShownTable[] {
  const say = pageWords[language]
  const name = (to: string) => say.destinations[to] ?? nameOf(to, language, labels)
  const gone = bridges(flows, [...new Set(flows.map(({ from }) => from))])
  const tables = gone.map(({ venue, left, buyers, sellers }) => {
    const to = (destination: string) => sellers.find((flow) => flow.to === destination)?.diversion
    const whole = formatPercent(100, language).replace('+', '')
    const rows = buyers.map((flow) => [
      name(flow.to),
      ...amounts(flow.value, language),
      ...spread(flow.diversion, language),
      ...spread(flow.to === 'lost' ? undefined : to(flow.to), language),
    ])
    return numbers(say.switching(nameOf(venue, language, labels)), say.switchingHead, [
      [say.left, fixed(left / 1000, 1, language), NOTHING, whole, NOTHING, whole, NOTHING],
      ...rows,
      [say.unrecovered, NOTHING, NOTHING, NOTHING, NOTHING, ...spread(to('lost'), language)],
    ])
  })
  const { rows, total } = fallOf(flows)
  if (gone.length === 0 || rows.length === 0) return tables
  return [
    ...tables,
    numbers(say.fall, say.fallHead, [
      [say.fallTotal, fixed(total / 1000, 1, language), NOTHING],
      ...rows.map(({ to, value }) => [name(to), ...amounts(value, language)]),
    ]),
  ]
}

function spread(share: Interval | undefined, language: Language): [string, string] {
  if (share === undefined) return [NOTHING, NOTHING]
  const percent = (value: number) => formatPercent(100 * value, language).replace('+', '')
  return [
    percent(share.mean),
    share.low <= 0 && share.high >= 1
      ? readingWords[language].notDetectable
      : Number.isFinite(share.low)
        ? `${percent(share.low)} … ${percent(share.high)}`
        : NOTHING,
  ]
}

/** mRp as Rp bn, to Rp 0.1 bn. */
function amounts({ mean, low, high }: Interval, language: Language): [string, string] {
  const billions = (value: number) => fixed(value / 1000, 1, language)
  return [billions(mean), Number.isFinite(low) ? `${billions(low)} … ${billions(high)}` : NOTHING]
}

/** The whole market alone: every group is in the file. */
export const combinationTable = (...of: Parameters<typeof combinationShown>): string =>
  onPage(combinationShown(...of)).join('')

export function combinationShown(
  combinations: readonly Combination[],
  language: Language,
  labels: Labels,
): ShownTable[] {
  const say = pageWords[language]
  const rows = combinations
    .filter(({ group }) => group === 'all')
    .map(({ scenario, measure, group, unit, together, sum, interaction, runs }) => {
      const text = ({ mean, low, high }: Interval) => {
        const blank = { scenario, measure, group, unit, runs, baseline: 0, policy: 0 }
        return formatEffect({ ...blank, difference: mean, low, high }, language, labels)
      }
      const [both, alone, more] = [together, sum, interaction].map(text)
      return [
        `${both.measure} (${both.unit})`,
        both.difference,
        both.interval,
        `${alone.difference} ${alone.unit}`,
        `${more.difference} ${more.unit}`,
        more.interval,
      ]
    })
  return rows.length === 0 ? [] : [numbers(say.combined, say.combinedHead, rows)]
}
