/** Tables of what buyers and sellers did after a policy, as HTML. */
import { type Elsewhere, isFew, type Recovery, unchanged } from '../study/index.ts'
import { formatNumber, formatPercent, NOTHING } from './format.ts'
import { table } from './html.ts'
import type { Language } from './input.ts'
import { pageWords } from './page-words.ts'
import { nameOf } from './words.ts'

/** People who bought elsewhere, on other platforms, and at venues where that differs. */
export function elsewhereTable(
  rows: readonly Elsewhere[],
  language: Language,
  labels: Readonly<Record<string, string>>,
): string {
  const say = pageWords[language]
  const told = rows.filter(({ people }) => !unchanged(people))
  if (told.length === 0) return ''
  const number = (value: number) => formatNumber(value, language)
  return table(
    say.elsewhere(number(rows[0].members)),
    say.elsewhereHead,
    told.map(({ days, to, people }) => [
      number(days),
      say.destinations[to] ?? nameOf(to, language, labels),
      number(people.baseline),
      number(people.policy),
      number(people.difference),
      Number.isFinite(people.low) ? `${number(people.low)} … ${number(people.high)}` : NOTHING,
    ]),
    true,
    told.map(isFew),
  )
}

/** The share of exposed firms that sell as much as without the policy. */
export function recoveryTable(rows: readonly Recovery[], language: Language): string {
  const say = pageWords[language]
  const told = rows.filter(({ exposure }) => exposure !== 'none')
  if (told.length === 0) return ''
  const percent = (value: number) => formatPercent(100 * value, language).replace('+', '')
  return table(
    say.recovery,
    say.recoveryHead,
    told.map(({ weeks, exposure, members, share: { mean, low, high } }) => [
      formatNumber(weeks, language),
      say.groups[exposure] ?? exposure,
      formatNumber(members, language),
      percent(mean),
      Number.isFinite(low) ? `${percent(low)} … ${percent(high)}` : NOTHING,
    ]),
    true,
    told.map(isFew),
  )
}
