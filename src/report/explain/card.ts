/** The card of an agent: what a terminal prints and a page draws, in words. */
import { dateOfDay, dayOfDate, weekday } from '../../engine/index.ts'
import type { Agent, AgentKind, Decision, Fact, Flip, What } from '../../market/index.ts'
import type { Scenario } from '../../scenario/index.ts'
import type { Explanation } from '../../study/index.ts'
import { fixed, formatDate, formatNumber } from '../format.ts'
import type { Language } from '../input.ts'
import { capital } from '../name-words.ts'
import type { CardDecision, Frame } from './frame.ts'
import { namesFor } from './names.ts'
import { drawOf, modeOf, optionName, percent, rupiah, SHOWN, tableOf } from './table.ts'
import { explainWords } from './words.ts'

/** Digits of an amount of money that would have flipped a choice. */
const DIGITS = 3

export interface Card {
  readonly title: string
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly decisions: readonly CardDecision[]
}

const frameOf = (scenario: Scenario, language: Language, whom: AgentKind): Frame => ({
  whom,
  language,
  say: explainWords[language],
  name: namesFor(scenario, language),
})

/** Thursday, 5 Oct 2023. */
export function dayText({ input }: Scenario, day: number, language: Language): string {
  const number = dayOfDate(input.start) + day
  const { weekdays } = explainWords[language]
  return `${weekdays[weekday(number)]}, ${formatDate(dateOfDay(number), language)}`
}

export const agentName = ({ kind, row }: Agent, scenario: Scenario, language: Language): string =>
  namesFor(scenario, language)({ is: kind === 'platform' ? 'venue' : kind, row })

/** Rounded away from nought, so that what would have flipped a choice still does. */
function enough(kRp: number): number {
  const whole = Math.abs(kRp) * 1000
  const grain = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, whole))) + 1 - DIGITS)
  return (Math.ceil(whole / grain) * grain) / 1000
}

export function cardOf(explained: Explanation, language: Language): Card {
  const { scenario, agent, day, who, decisions, run, seed } = explained
  const frame = frameOf(scenario, language, agent.kind)
  const { say } = frame
  const title = language === 'id' ? scenario.indonesian.title : scenario.title
  return {
    title: say.title(
      agentName(agent, scenario, language),
      dayText(scenario, day, language),
      title,
      say.run(run, seed),
    ),
    facts: who.map((fact) => [say.facts[fact.fact], factText(fact, frame)]),
    decisions: decisions.map((decision, at) =>
      decisionOf(decision, decision.step !== decisions[at - 1]?.step, frame),
    ),
  }
}

function factText({ value, unit = '' }: Fact, { say, name, language }: Frame): string {
  if (typeof value !== 'number')
    return 'is' in value ? name(value) : value.map(name).join(', ') || say.none
  if (unit === 'yes or no') return value > 0 ? say.yes : say.no
  if (unit === 'share') return percent(value, language)
  const text = unit.startsWith('kRp') ? rupiah(value, language) : formatNumber(value, language, 2)
  return unit === 'ratio' ? say.times(text) : `${text} ${say.units[unit] ?? ''}`.trim()
}

function decisionOf(decision: Decision, opens: boolean, frame: Frame): CardDecision {
  const { kind, step, about } = decision
  const { say, name } = frame
  const mode = modeOf(decision)
  return {
    kind,
    title: (opens ? say.step(step) : '') + capital(say.decisions[kind](about.map(name))),
    note: say.notes[mode === 'chance' ? 'chance' : kind],
    ...tableOf(decision, frame),
    sentences: sentencesOf(decision, frame),
  }
}

function sentencesOf(decision: Decision, frame: Frame): string[] {
  const { kind, options, chosen, runnerUp, flips, seen } = decision
  const { say, name, language } = frame
  const mode = modeOf(decision)
  const count = (fact: string) => {
    const found = seen.find((one) => one.fact === fact)?.value
    return typeof found === 'number' ? found : undefined
  }
  const [looked, listed, draw] = [count('seen'), count('listed'), count('draw')]
  const told = seen.filter(({ fact }) => say.facts[fact] !== undefined)
  const chosenName = chosen < 0 ? '' : name(options[chosen].what)
  const luck = mode === 'chance' && runnerUp >= 0 ? drawOf(decision) : undefined
  return [
    ...told.map((fact) => `${say.facts[fact.fact]}: ${factText(fact, frame)}.`),
    ...(looked !== undefined && listed !== undefined
      ? [say.seen(fixed(looked, 0, language), fixed(listed, 0, language))]
      : []),
    ...(luck === undefined ? [] : [say.drawn(percent(luck, language))]),
    ...(draw === undefined ? [] : [say.drawnTo(percent(draw, language), chosenName)]),
    ...(mode === 'chance' ? [say.outcome(chosenName)] : comparison(decision, frame)),
    ...(options.length > SHOWN ? [say.further(options.length - SHOWN)] : []),
    ...flips.map((flip) => flipText(flip, frame)),
    ...(flips.length === 0 && FLIPPED.has(kind) && runnerUp >= 0 ? [say.noFlip] : []),
  ]
}

/** How far the next best lies behind, of what is chosen by what it is worth. */
function comparison(decision: Decision, frame: Frame): string[] {
  const { say, language } = frame
  const { options, chosen, runnerUp, worth } = decision
  if (runnerUp < 0) return [say.alone]
  if (worth === undefined) return []
  const gap = (options[chosen].total - options[runnerUp].total) * worth
  return [say.behind(optionName(options[runnerUp], frame), rupiah(gap, language))]
}

/** Kinds of decisions that say what would have flipped them. */
const FLIPPED = new Set(['place', 'placeOfReturned', 'exposure', 'item'])

const isSame = (one: What, other: What): boolean => JSON.stringify(one) === JSON.stringify(other)

function flipText(
  { lever, of, change, unit, pieces = 1, leadsTo }: Flip,
  { say, name, language, whom }: Frame,
): string {
  const size = unit.startsWith('kRp')
    ? rupiah(enough(change), language)
    : formatNumber(enough(change), language)
  const same = leadsTo.is === 'listing' && isSame(of, leadsTo)
  const known = same ? say.outcomes.same : say.outcomes[leadsTo.is]
  const outcome = (known ?? say.outcomes.checkout)(name(leadsTo))
  const held = say.pieces(fixed(pieces, Number.isInteger(pieces) ? 0 : 1, language))
  return say.flips[lever](name(of), size, change > 0, held) + say.leads(say.whom[whom], outcome)
}
