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
import { readingWords } from './reading-words.ts'
import { amountText, formatValue, intervalText } from './units.ts'
import { nameOf } from './words.ts'

type Labels = Readonly<Record<string, string>>

/** Destinations of sales that a sentence names, and kinds of winners and losers. */
const MOST = 3

/** The answer by its parts: when and how sure, what is told first, and what else. */
export interface AnswerParts {
  /** The name of the policy with its main window. */
  readonly opening: string
  /** What the intervals cover. */
  readonly intervals: string
  /** Of what a policy is first asked: jobs, sales and where they went, and who wins and loses. */
  readonly first: readonly string[]
  readonly further: readonly string[]
  /** What the first sentence is about, to be drawn beside it. */
  readonly subject: Effect | undefined
}

interface Sentence {
  readonly text: string
  readonly effect: Effect
  readonly isFirst: boolean
}

export function answerParts(policy: PagePolicy, language: Language, labels: Labels): AnswerParts {
  const { main } = policy
  const say = pageWords[language]
  const window = say.windowOf(
    windowName(main.window, language),
    formatDate(main.from, language),
    formatDate(main.to, language),
  )
  const told = toldOf(policy, language, labels)
  const gainers = policy.winners.length === 0 ? [] : [people(policy.winners, language, labels)]
  return {
    opening: say.sentences.opening(policy.title[language], window),
    intervals: say.sentences.intervals(policy.budgets.length > 0),
    first: [...told.filter(({ isFirst }) => isFirst).map(({ text }) => text), ...gainers],
    further: told.filter(({ isFirst }) => !isFirst).map(({ text }) => text),
    subject: told[0]?.effect,
  }
}

/** A sentence a measure that the answer tells; where the market has none of them, the effects that are surest. */
function toldOf(policy: PagePolicy, language: Language, labels: Labels): Sentence[] {
  const levels = levelsOf(policy.main.effects)
  const sentence = (effect: Effect) => sentenceOf(effect, language, labels, levels)
  const told = inOrder().flatMap((measure) => {
    const rows = rowsOf(measure, policy)
    if (rows.length === 0) return []
    const moved = measure.moved ? went(policy, language, labels) : ''
    const text = rows.map(sentence).join(' ') + moved
    return [{ text, effect: rows[0], isMoved: measure.moved !== undefined }]
  })
  if (told.length > 0)
    return told.map(({ isMoved, ...one }, nth) => ({ ...one, isFirst: nth === 0 || isMoved }))
  return surest(policy.main.effects).map((effect) => ({
    ...{ text: sentence(effect), effect, isFirst: true },
  }))
}

/** The effects that lie farthest from nought for their interval, in the order of the table. */
function surest(effects: readonly Effect[]): Effect[] {
  const size = ({ difference, low, high }: Effect) => {
    const reach = Math.abs(difference) / (high - low)
    return difference === 0 || Number.isNaN(reach) ? 0 : reach
  }
  const sizes = effects.map(size).sort((one, other) => other - one)
  const least = sizes[Math.min(MOST, sizes.length) - 1]
  return effects.filter((effect) => size(effect) >= least).slice(0, MOST)
}

/** The window first, then the sentences. */
export function answerOf(policy: PagePolicy, language: Language, labels: Labels): string[] {
  const { opening, intervals } = answerParts(policy, language, labels)
  const told = toldOf(policy, language, labels).map(({ text }) => text)
  const gainers = policy.winners.length === 0 ? [] : [people(policy.winners, language, labels)]
  return [`${opening} ${intervals}`, ...told, ...gainers]
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
  const inTable = formatEffect(effect, language, labels, levels)
  // What rounds to a part of a thousand is told in ones.
  const isSmall = /^[+−]?0[.,]/.test(inTable.difference) && !/^Rp|%/.test(inTable.unit)
  const own = new Map([[effect.measure, Math.abs(effect.difference)]])
  const text = isSmall ? formatEffect(effect, language, labels, own) : inTable
  const { measure, percent, difference, unit, interval } = text
  const group = effect.group === 'all' ? '' : text.group.toLowerCase()
  const of = group === '' ? measure : sentences.of(measure, group)
  if (isFew(effect)) return sentences.few(of, agentsCell(effect, language))
  if (effect.difference === 0) return sentences.exact(of, isPlural(measure))
  if (effect.low <= 0 && effect.high >= 0)
    return sentences.unclear(of, intervalText(interval, unit, language))
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
      // An interval that was cut off at both ends leaves the share open.
      const isOpen = low <= 0 && high >= 1
      const range = isOpen ? [Number.NaN, Number.NaN] : [100 * low, 100 * high]
      const told = percentIn(language, 100 * mean, range[0], range[1]).replaceAll('+', '')
      const share = isOpen ? `${told} (${readingWords[language].notDetectable})` : told
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
