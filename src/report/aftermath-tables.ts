/** Tables of what buyers and sellers did after a policy, as HTML. */
import { type Elsewhere, type Recovery, unchanged } from '../study/index.ts'
import { agentsCell, sizedTable } from './few.ts'
import { decimalsFor, fixed, formatPercent, NOTHING } from './format.ts'
import type { Language } from './input.ts'
import { pageWords } from './page-words.ts'
import { formatCount } from './units.ts'
import { nameOf } from './words.ts'

/** A venue has a row of its own where the difference is at least so large a share of those who are asked. */
const SHOWN = 0.01

/** Both, one after the other. */
export const afterTables = (
  of: { readonly elsewhere: readonly Elsewhere[]; readonly recovery: readonly Recovery[] },
  language: Language,
  labels: Readonly<Record<string, string>>,
): string =>
  [elsewhereTable(of.elsewhere, language, labels), recoveryTable(of.recovery, language)].join('\n')

/** People who bought elsewhere, on other platforms, and at venues where that differs; the file has all rows. */
export function elsewhereTable(
  rows: readonly Elsewhere[],
  language: Language,
  labels: Readonly<Record<string, string>>,
): string {
  const say = pageWords[language]
  const told = rows.filter(({ to, people, members }) =>
    to === 'elsewhere' || to === 'other platforms'
      ? !unchanged(people)
      : Math.abs(people.difference) >= SHOWN * members,
  )
  if (told.length === 0) return ''
  const thousands = (value: number, decimals: number) => fixed(value / 1000, decimals, language)
  return sizedTable(
    say.elsewhere(formatCount(rows[0].members, language), agentsCell(rows[0], language)),
    say.elsewhereHead,
    told.map(({ days, to, people }) => {
      const { baseline, policy, difference, low, high } = people
      const isBounded = Number.isFinite(low)
      // Two digits of the interval, or three of the number where there is none.
      const decimals = isBounded
        ? decimalsFor((high - low) / 1000, 2)
        : decimalsFor(difference / 1000)
      const number = (value: number) => thousands(value, decimals)
      return [
        fixed(days, 0, language),
        say.destinations[to] ?? nameOf(to, language, labels),
        ...[baseline, policy, difference].map(number),
        isBounded ? `${number(low)} … ${number(high)}` : NOTHING,
      ]
    }),
    told,
    language,
  )
}

/** The share of firms that sell as much as without the policy; of those without exposure it is what chance does. */
export function recoveryTable(rows: readonly Recovery[], language: Language): string {
  const say = pageWords[language]
  if (rows.every(({ exposure }) => exposure === 'none')) return ''
  const percent = (value: number) => formatPercent(100 * value, language).replace('+', '')
  return sizedTable(
    say.recovery,
    say.recoveryHead,
    rows.map(({ weeks, exposure, members, agents, share: { mean, low, high } }) => [
      fixed(weeks, 0, language),
      say.groups[exposure] ?? exposure,
      formatCount(members, language),
      agentsCell({ agents }, language),
      percent(mean),
      Number.isFinite(low) ? `${percent(low)} … ${percent(high)}` : NOTHING,
    ]),
    rows,
    language,
  )
}
