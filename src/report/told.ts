/** What a report tells of an answer: its policies in their main windows, and the charts of all of them. */
import { type Scenario, unpaired } from '../scenario/index.ts'
import {
  type Answer,
  answersIn,
  cellsOf,
  dateOfFork,
  type EffectsInWindow,
  exposedVenues,
  headlines,
  mainWindowOf,
  type PolicyArm,
  proofOf,
  rowsApart,
  runsOf,
  there,
} from '../study/index.ts'
import { charts } from './charts.ts'
import { differencesTold } from './differences.ts'
import { eventsOf } from './events.ts'
import { formatDate } from './format.ts'
import type { Chart, Language, ReportInput } from './input.ts'
import { labelsOf } from './labels.ts'
import { matrixChart } from './matrix-chart.ts'
import { labelsIn } from './name-words.ts'
import { flowsChart, mechanismsChart, winnersChart } from './outcome-charts.ts'
import type { LevelsTable, PagePolicy } from './page-input.ts'
import { pageWords } from './page-words.ts'
import { solvedUntil } from './text/proof-lines.ts'

/** What a policy is told from. */
export type Answered = Pick<
  Answer,
  'scenarios' | 'question' | 'results' | 'effects' | 'people' | 'why' | 'budgets' | 'window'
>

/** Every policy of which a run came to its end, as the page tells it. */
export const policiesTold = (answer: Answered): PagePolicy[] =>
  answer.scenarios.slice(1).flatMap((policy) => policyOf(answer, policy) ?? [])

/** The headline levels of a scenario alone. */
export const levelsIn = ({
  levels,
  results,
  scenarios,
}: Pick<Answer, 'levels' | 'results' | 'scenarios'>): LevelsTable[] =>
  levels.map(({ levels: rows, ...dates }) => ({
    ...dates,
    levels: headlines(rows, results[0].cells, answersIn([scenarios[0].input])).filter(there),
  }))

/** A policy as the page tells it; undefined where no run of it came to an end. */
function policyOf(answer: Answered, policy: Scenario): PagePolicy | undefined {
  const { scenarios, question, results, effects, people, why } = answer
  const arm = question.policies.find(({ scenario }) => scenario === policy.name)!
  const own = effects.filter(({ scenario }) => scenario === policy.name)
  const main = mainWindowOf(effects, policy, question, answer.window)
  if (main === undefined || runsOf(results, policy.name).length === 0) return undefined
  const cells = cellsOf(results, policy.name)
  const answers = answersIn([policy.input])
  const rows = ({ effects: all, ...dates }: EffectsInWindow) => ({
    ...dates,
    effects: headlines(all, cells, answers).filter((row) => row.baseline !== 0 || row.policy !== 0),
  })
  const from = arm.fork === 0 ? '' : dateOfFork(arm)
  const touched = venuesTouched(answer, arm)
  return {
    name: policy.name,
    title: told(policy, 'title'),
    main: rows(main),
    others: own.filter((one) => one !== main && one.from >= from).map(rows),
    differences: differencesTold(scenarios[0], policy),
    warnings: {
      en: warningsOf(scenarios[0], policy, arm, 'en'),
      id: warningsOf(scenarios[0], policy, arm, 'id'),
    },
    proof: proofOf(results, policy.name),
    winners: rowsOf(people.winners, policy.name, main.window),
    flows: rowsOf(people.switching, policy.name, main.window).filter(
      ({ side, from }) => side === 'market' || touched.includes(from),
    ),
    elsewhere: people.elsewhere.filter(({ scenario }) => scenario === policy.name),
    recovery: people.recovery.filter(({ scenario }) => scenario === policy.name),
    contributions: why
      .filter(({ scenario }) => scenario === policy.name)
      .flatMap(({ contributions }) => contributions),
    budgets: answer.budgets
      .filter(({ scenario }) => scenario === policy.name)
      .flatMap(({ budgets }) => budgets),
  }
}

/** The warnings of the terminal, a sentence each. */
function warningsOf(
  { input: before }: Scenario,
  { input: after }: Scenario,
  arm: PolicyArm,
  language: Language,
): string[] {
  const { warnings } = pageWords[language]
  const apart = rowsApart(before, after).map(({ table, rows }) => [table, ...rows].join(' '))
  const until = solvedUntil(arm)
  return [
    ...(unpaired(before, after).length > 0 ? [warnings.unpaired] : []),
    ...(apart.length > 0 ? [warnings.leftOut(apart.join('; '))] : []),
    ...(until === undefined ? [] : [warnings.solved(formatDate(until, language))]),
  ]
}

const rowsOf = <R extends { readonly scenario: string; readonly window: string }>(
  all: readonly R[],
  scenario: string,
  window: string,
): R[] => all.filter((row) => row.scenario === scenario && row.window === window)

/** What a file says in both languages. */
export const told = (scenario: Scenario, what: 'title' | 'question') => ({
  en: scenario[what],
  id: scenario.indonesian[what],
})

const venuesTouched = ({ question }: Pick<Answer, 'question'>, arm: PolicyArm): string[] =>
  exposedVenues(question.baseline.input, arm.input).map(
    (venue) => arm.input.tables.venues[venue].name,
  )

/** The charts of an answer, in the order in which they are read. */
export function chartsTold(
  answer: Answer,
  policies: readonly PagePolicy[],
  fingerprint: string,
  language: Language,
): Chart[] {
  const { scenarios, question, results, effects } = answer
  const report: ReportInput = {
    language,
    title: told(scenarios[0], 'title')[language],
    baseline: runsOf(results, question.baseline.scenario),
    policies: scenarios.slice(1).map((policy) => ({
      name: policy.name,
      label: told(policy, 'title')[language],
      runs: runsOf(results, policy.name),
      window: policies.find(({ name }) => name === policy.name)?.main.window,
    })),
    effects: policies.flatMap(
      ({ name, main }) =>
        effects.find(({ scenario, window }) => scenario === name && window === main.window)
          ?.effects ?? [],
    ),
    events: scenarios.slice(1).flatMap((policy) => eventsOf(policy, language)),
    labels: labelsIn(language, labelsOf(scenarios)),
    fingerprint,
  }
  const named = (name: string, policy: string) => (policies.length > 1 ? `${name}-${policy}` : name)
  const ofAgents = policies.flatMap(({ name, title, main, winners, flows, contributions }) => {
    const all = rowsOf(answer.people.switching, name, main.window)
    const about = (what: string) => ({
      name: named(what, name),
      label: title[language],
      window: main.window,
    })
    return [
      winnersChart(report, winners, about('winners')),
      flowsChart(report, flows, about('switching')),
      matrixChart(report, all, about('switching-matrix')),
      mechanismsChart(report, contributions, about('why')),
    ].filter((chart) => chart !== undefined)
  })
  return [...charts(report), ...ofAgents]
}
