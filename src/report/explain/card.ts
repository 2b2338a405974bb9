/** The card of an agent: what a terminal prints and a page draws, in words. */
import { dateOfDay, dayOfDate, weekday } from '../../engine/index.ts'
import type { Agent, AgentKind, Decision, Fact, Flip, Option, What } from '../../market/index.ts'
import type { Scenario } from '../../scenario/index.ts'
import type { Explanation } from '../../study/index.ts'
import { fixed, formatDate, formatNumber } from '../format.ts'
import type { Language } from '../input.ts'
import { capital } from '../page-words.ts'
import { amountText } from '../units.ts'
import { type NameOf, namesFor } from './names.ts'
import { type ExplainWords, explainWords } from './words.ts'

/** Options that are shown, of all that there are. */
const SHOWN = 4
/** Digits of an amount of money that would have flipped a choice. */
const DIGITS = 3

export interface CardOption {
  readonly name: string
  readonly chosen: boolean
  /** A text for each row of the decision. */
  readonly cells: readonly string[]
}

/** One choice: a column an option, a row a part. */
export interface CardDecision {
  readonly kind: string
  readonly title: string
  readonly note: string
  /** What parts are called, and last of all their sum. */
  readonly rows: readonly string[]
  /** The chosen first, then the next best. */
  readonly options: readonly CardOption[]
  readonly sentences: readonly string[]
}

export interface Card {
  readonly title: string
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly decisions: readonly CardDecision[]
}

interface Frame {
  readonly language: Language
  readonly say: ExplainWords
  readonly name: NameOf
  readonly whom: AgentKind
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

export const agentName = (agent: Agent, scenario: Scenario, language: Language): string =>
  agent.kind === 'platform'
    ? namesFor(scenario, language)({ is: 'venue', row: agent.row })
    : explainWords[language].agents[agent.kind](String(agent.row))

/** Whole rupiah of an amount in kRp. */
const rupiah = (kRp: number, language: Language): string =>
  amountText(fixed(kRp * 1000, 0, language), 'Rp', language)

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

function factText({ value, unit }: Fact, { say, name, language }: Frame): string {
  if (typeof value !== 'number')
    return 'is' in value ? name(value) : value.map(name).join(', ') || say.none
  if (unit === 'yes or no') return value > 0 ? say.yes : say.no
  const text = formatNumber(value, language, 2)
  return unit === 'ratio' ? say.times(text) : text
}

function decisionOf(decision: Decision, opens: boolean, frame: Frame): CardDecision {
  const { kind, step, about, options, chosen } = decision
  const { say, name } = frame
  const order = options
    .map((option, at) => ({ option, at }))
    .sort(
      (one, other) =>
        Number(other.at === chosen) - Number(one.at === chosen) ||
        other.option.total - one.option.total,
    )
    .slice(0, SHOWN)
  const shown = order.map(({ option }) => option)
  const parts = [...new Set(shown.flatMap((option) => option.parts.map(({ part }) => part)))]
  const said = parts.filter((part) =>
    shown.some((option) => Math.abs(amountOf(option, part)) > 1e-9),
  )
  const factor = decision.worth ?? 1
  const cell = (value: number) => rupiahCell(value * factor, frame.language)
  return {
    kind,
    title: (opens ? say.step(step) : '') + capital(say.decisions[kind](about.map(name))),
    note: say.notes[kind],
    rows: [...said.map((part) => say.partsIn[kind]?.[part] ?? say.parts[part]), say.total],
    options: order.map(({ option, at }) => ({
      name: capital(name(option.what)),
      chosen: at === chosen,
      cells: [
        ...said.map((part) =>
          option.parts.some((one) => one.part === part) ? cell(amountOf(option, part)) : '',
        ),
        cell(option.total),
      ],
    })),
    sentences: sentencesOf(decision, frame),
  }
}

const rupiahCell = (kRp: number, language: Language): string => fixed(kRp * 1000, 0, language)

const amountOf = ({ parts }: Option, part: string): number =>
  parts.reduce((sum, one) => (one.part === part ? sum + one.value : sum), 0)

function sentencesOf(decision: Decision, frame: Frame): string[] {
  const { kind, options, chosen, runnerUp, flips, seen, worth = 1 } = decision
  const { say, name, language } = frame
  const count = (fact: string) => seen.find((one) => one.fact === fact)?.value
  const [looked, listed] = [count('seen'), count('listed')]
  const gap = runnerUp < 0 ? 0 : (options[chosen].total - options[runnerUp].total) * worth
  return [
    ...(typeof looked === 'number' && typeof listed === 'number'
      ? [say.seen(fixed(looked, 0, language), fixed(listed, 0, language))]
      : []),
    runnerUp < 0 ? say.alone : say.behind(name(options[runnerUp].what), rupiah(gap, language)),
    ...(options.length > SHOWN ? [say.further(options.length - SHOWN)] : []),
    ...flips.map((flip) => flipText(flip, frame)),
    ...(flips.length === 0 && FLIPPED.has(kind) && runnerUp >= 0 ? [say.noFlip] : []),
  ]
}

/** Kinds of decisions that say what would have flipped them. */
const FLIPPED = new Set(['place', 'placeOfReturned', 'exposure', 'item'])

const isSame = (one: What, other: What): boolean => JSON.stringify(one) === JSON.stringify(other)

function flipText(
  { lever, of, change, leadsTo }: Flip,
  { say, name, language, whom }: Frame,
): string {
  const size = rupiah(enough(change), language)
  const known = isSame(of, leadsTo) ? say.outcomes.same : say.outcomes[leadsTo.is]
  const outcome = (known ?? say.outcomes.checkout)(name(leadsTo))
  return say.flips[lever](name(of), size, change > 0) + say.leads(say.whom[whom], outcome)
}
