/** An explanation as one JSON object: numbers in the model's units, rows by their names. */
import { dateOfDay, dayOfDate } from '../../engine/index.ts'
import type { Decision, Fact, What } from '../../market/index.ts'
import { type AffectedAgent, agentText, type Explanation } from '../../study/index.ts'
import type { Language } from '../input.ts'
import { cardOf } from './card.ts'

/** The form of what `--json` prints of an explanation. */
export const EXPLANATION_FORM = 'pasar/explanation/1'

const TABLES = {
  venue: 'venues',
  nest: 'nests',
  category: 'categories',
  region: 'regions',
  route: 'routes',
  kind: 'kinds',
} as const

export function explanationObject(
  explained: readonly Explanation[],
  language: Language,
  affected?: AffectedAgent,
): object {
  return {
    schema: EXPLANATION_FORM,
    ...(affected === undefined ? {} : { affected: affectedObject(affected, explained[0]) }),
    explanations: explained.map((one) => objectOf(one, language)),
  }
}

const affectedObject = (
  { agent, kind, window, without, under }: AffectedAgent,
  { scenario: { input } }: Explanation,
): object => ({
  ...{ agent: agentText(agent, input), kind, window: window.name },
  ...{ baseline: without, policy: under, unit: 'kRp/week' },
})

interface Naming {
  row(table: string, row: number): string
  /** Of days since the start. */
  date(day: number): string
}

function whatObject(what: What, { row: name, date }: Naming): object {
  switch (what.is) {
    case 'checkout':
      return { is: what.is, name: name('venues', what.row), feed: name('venues', what.front) }
    case 'shut':
      return {
        ...{ is: what.is, name: name('venues', what.row) },
        ...(what.since > 0 ? { since: date(what.since) } : {}),
      }
    case 'listing':
      return { is: what.is, name: name('venues', what.venue), seller: what.seller }
    case 'venue':
    case 'nest':
    case 'category':
    case 'region':
    case 'route':
    case 'kind':
      return { is: what.is, name: name(TABLES[what.is], what.row) }
    default:
      return 'row' in what ? { is: what.is, row: what.row } : { is: what.is }
  }
}

function factObject({ fact, value, unit }: Fact, name: Naming): object {
  const shown =
    typeof value === 'number'
      ? value
      : 'is' in value
        ? whatObject(value, name)
        : value.map((one) => whatObject(one, name))
  return { fact, value: shown, ...(unit === undefined ? {} : { unit }) }
}

function decisionObject(decision: Decision, name: Naming): object {
  const { kind, step, about, seen, unit, worth, options, chosen, runnerUp, flips } = decision
  const named = (what: What) => whatObject(what, name)
  return {
    ...{ kind, step, unit },
    about: about.map(named),
    seen: seen.map((fact) => factObject(fact, name)),
    ...(worth === undefined ? {} : { kRpOfUnit: worth }),
    options: options.map(({ facts, ...option }) => ({
      ...option,
      what: named(option.what),
      ...(facts ? { facts: facts.map((fact) => factObject(fact, name)) } : {}),
    })),
    ...{ chosen, runnerUp },
    flips: flips.map((flip) => ({ ...flip, of: named(flip.of), leadsTo: named(flip.leadsTo) })),
  }
}

function objectOf(explanation: Explanation, language: Language): object {
  const { scenario, agent, day, run, seed, who, decisions } = explanation
  const { input } = scenario
  const dateOn = (on: number) => dateOfDay(dayOfDate(input.start) + on)
  const name: Naming = { row: (table, row) => input.tables[table][row].name, date: dateOn }
  return {
    ...{ scenario: scenario.name, fingerprint: scenario.fingerprint, seed, run },
    agent: agentText(agent, input),
    date: dateOn(day),
    who: who.map((fact) => factObject(fact, name)),
    decisions: decisions.map((decision) => decisionObject(decision, name)),
    card: cardOf(explanation, language),
  }
}
