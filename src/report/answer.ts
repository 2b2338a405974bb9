/**
 * The answer in a few sentences: jobs in small firms, the working time of others and what an hour of it earns, sales
 * and where they went, who wins and who loses. All of it computed.
 */
import { inOrder, type Measure } from '../market/index.ts'
import { type Effect, type GroupOutcome, isFew } from '../study/index.ts'
import { bridges } from './bridge.ts'
import { agentsCell } from './few.ts'
import { formatDate, formatPercent } from './format.ts'
import { formatEffect, levelsOf } from './format-effect.ts'
import { incomeChange, isIncomplete } from './income-change.ts'
import type { Language } from './input.ts'
import { windowName } from './name-words.ts'
import type { PagePolicy } from './page-input.ts'
import { pageWords } from './page-words.ts'
import { amountText, formatValue } from './units.ts'
import { nameOf } from './words.ts'

type Labels = Readonly<Record<string, string>>

/** Destinations of sales that a sentence names, and kinds of winners and losers. */
const MOST = 3

/** The window first, then the sentences. */
export function answerOf(policy: PagePolicy, language: Language, labels: Labels): string[] {
  const { main } = policy
  const say = pageWords[language]
  const window = say.windowOf(
    windowName(main.window, language),
    formatDate(main.from, language),
    formatDate(main.to, language),
  )
  const levels = levelsOf(main.effects)
  const told = inOrder().flatMap((measure) => {
    const sentences = rowsOf(measure, policy).map((effect) =>
      sentenceOf(effect, language, labels, levels),
    )
    const moved = measure.moved && sentences.length > 0 ? went(policy, language, labels) : ''
    return sentences.join(' ') + moved
  })
  return [
    `${say.sentences.opening(policy.title[language], window)} ${say.sentences.intervals(policy.budgets.length > 0)}`,
    ...told,
    policy.winners.length === 0 ? '' : people(policy.winners, language, labels),
  ].filter((sentence) => sentence !== '')
}

/** The effects of a measure that the answer tells. */
const rowsOf = ({ name, answer = [] }: Measure, { main }: PagePolicy): Effect[] =>
  answer.flatMap((row) =>
    main.effects.filter(
      ({ measure, group }) => measure === name && (group === row || group === `${row} (kind)`),
    ),
  )

/** In the unit of the tables. */
function sentenceOf(
  effect: Effect,
  language: Language,
  labels: Labels,
  levels: ReadonlyMap<string, number>,
): string {
  const { sentences } = pageWords[language]
  const text = formatEffect(effect, language, labels, levels)
  const { measure, percent, difference, unit, interval } = text
  const group = effect.group === 'all' ? '' : text.group.toLowerCase()
  const of = group === '' ? measure : sentences.of(measure, group)
  if (isFew(effect)) return sentences.few(of, agentsCell(effect, language))
  if (effect.difference === 0) return sentences.exact(of, isPlural(measure))
  if (effect.low <= 0 && effect.high >= 0) return sentences.unclear(of, interval, unit)
  const amount = amountText(difference.replace(/^[+−]/, ''), unit, language)
  const change = /\d/.test(percent) ? percent : ''
  const moves = sentences.moves(of, isPlural(measure), effect.difference > 0)
  return sentences.by(moves, amount, interval, change)
}

/** Whether an English label takes a verb in the plural: jobs, sales, earnings; not surplus. */
const isPlural = (label: string): boolean => /[^us]s$/.test(label.split(' of ')[0])

/** Where the buyers of the venue that loses most went instead. */
function went({ flows }: PagePolicy, language: Language, labels: Labels): string {
  const say = pageWords[language]
  const [bridge] = bridges(flows, [...new Set(flows.map(({ from }) => from))])
  if (bridge === undefined) return ''
  const parts = [...bridge.buyers]
    .sort((one, other) => other.value.mean - one.value.mean)
    .slice(0, MOST)
    .map(({ to, diversion }) => {
      const { mean, low, high } = diversion!
      const share = percentIn(language, 100 * mean, 100 * low, 100 * high).replaceAll('+', '')
      return say.goesTo(share, to, nameOf(to, language, labels))
    })
  const left = formatValue(bridge.left, 'mRp/week', language)
  return say.sentences.went(nameOf(bridge.venue, language, labels), left, parts.join(', '))
}

function people(winners: readonly GroupOutcome[], language: Language, labels: Labels): string {
  const say = pageWords[language]
  const changed = winners.filter(
    ({ by, income: { low, high } }) => by === 'kind' && (low > 0 || high < 0),
  )
  const leftOut = changed.some(isIncomplete) ? ` ${say.sentences.platforms}` : ''
  const clear = changed
    .filter((outcome) => !isIncomplete(outcome))
    .map((outcome) => ({
      name: (say.kinds[outcome.kind] ?? nameOf(outcome.kind, language, labels)).toLowerCase(),
      rises: outcome.income.difference > 0,
      size: Math.abs(outcome.income.difference / outcome.income.baseline),
      share: changeIn(outcome, language),
    }))
  if (clear.length === 0) return say.sentences.nobody + leftOut
  const named = (rise: boolean) =>
    clear
      .filter(({ rises }) => rises === rise)
      .sort((one, other) => other.size - one.size)
      .slice(0, MOST)
  return say.sentences.people(named(false), named(true)) + leftOut
}

/** The size of a change whose direction a verb tells; its interval keeps the signs. */
function changeIn(outcome: GroupOutcome, language: Language): string {
  const { change, low, high } = incomeChange(outcome, language)
  return `${change.replace(/^[+−]/, '')} (${low} … ${high})`
}

/** A percentage with its interval, where there is one. */
function percentIn(language: Language, value: number, low: number, high: number): string {
  const print = (one: number) => formatPercent(one, language)
  const range = Number.isFinite(low) && Number.isFinite(high)
  return range ? `${print(value)} (${print(low)} … ${print(high)})` : print(value)
}
