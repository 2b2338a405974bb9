/** Tables of agents one by one and of policies together, as HTML. */
import {
  type Combination,
  comparable,
  type Flow,
  type GroupOutcome,
  type Interval,
  unchanged,
} from '../study/index.ts'
import { fixed, formatNumber, formatPercent, NOTHING } from './format.ts'
import { formatEffect } from './format-effect.ts'
import { table } from './html.ts'
import type { Language } from './input.ts'
import { pageWords } from './page-words.ts'
import { formatValue } from './units.ts'
import { nameOf } from './words.ts'

type Labels = Readonly<Record<string, string>>

/** Kinds first, then each broken down. */
export function winnersTable(
  winners: readonly GroupOutcome[],
  language: Language,
  labels: Labels,
): string {
  if (winners.length === 0) return ''
  const say = pageWords[language]
  const kind = (name: string) => say.kinds[name] ?? nameOf(name, language, labels)
  const groupName = (by: string, group: string) =>
    by === 'exposure' || by === 'size' ? say.groups[group] : nameOf(group, language, labels)
  const share = (value: number) =>
    Number.isFinite(value) ? formatPercent(100 * value, language).replace('+', '') : NOTHING
  const rows = winners.map(({ by, income, jobs, losing, gaining, positive, runs, ...of }) => {
    const percent = (value: number, change = income) =>
      comparable(change) && !unchanged(change)
        ? formatPercent((100 * value) / change.baseline, language)
        : NOTHING
    return [
      by === 'kind' ? kind(of.kind) : `${kind(of.kind)}, ${groupName(by, of.group)}`,
      formatNumber(of.members, language),
      formatValue(income.baseline, 'kRp', language),
      percent(income.difference),
      runs < 2 || !comparable(income) || unchanged(income)
        ? NOTHING
        : `${percent(income.low)} … ${percent(income.high)}`,
      percent(jobs.difference, jobs),
      share(losing.mean),
      share(gaining.mean),
      unchanged(income) ? NOTHING : `${fixed(positive * runs, 0, language)} / ${runs}`,
    ]
  })
  return table(say.winners, say.winnersHead, rows)
}

/** A table for every venue out of which sales went. */
export function switchingTables(
  flows: readonly Flow[],
  language: Language,
  labels: Labels,
): string[] {
  const say = pageWords[language]
  return [...new Set(flows.map(({ from }) => from))].flatMap((from) => {
    const own = flows.filter((flow) => flow.from === from && flow.diversion !== undefined)
    if (own.length === 0) return []
    const of = (side: Flow['side'], to: string) =>
      own.find((flow) => flow.side === side && flow.to === to)?.diversion
    const size = (to: string) => of('buyers', to)?.mean ?? 0
    const rows = [...new Set(own.map(({ to }) => to))]
      .sort((one, other) => size(other) - size(one))
      .map((to) => [
        say.destinations[to] ?? nameOf(to, language, labels),
        ...spread(of('buyers', to), language),
        ...spread(of('sellers', to), language),
      ])
    return [table(say.switching(nameOf(from, language, labels)), say.switchingHead, rows)]
  })
}

function spread(share: Interval | undefined, language: Language): [string, string] {
  if (share === undefined) return [NOTHING, NOTHING]
  const percent = (value: number) => formatPercent(100 * value, language).replace('+', '')
  return [
    percent(share.mean),
    Number.isFinite(share.low) ? `${percent(share.low)} … ${percent(share.high)}` : NOTHING,
  ]
}

/** The whole market alone: every group is in the file. */
export function combinationTable(
  combinations: readonly Combination[],
  language: Language,
  labels: Labels,
): string {
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
  return rows.length === 0 ? '' : table(say.combined, say.combinedHead, rows)
}
