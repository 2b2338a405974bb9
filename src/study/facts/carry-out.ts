/** Carries facts out: runs what they need, and reads their values from the runs. */
import { dateOfDay, dayOfDate } from '../../engine/index.ts'
import { resized, type Scenario, type Size, withInput } from '../../scenario/index.ts'
import { windowsFor } from '../answers.ts'
import { closedVenues, inForceOn } from '../exposure.ts'
import { meanOf, placeOf } from '../frame.ts'
import { questionOf } from '../question.ts'
import type { RunResult } from '../results.ts'
import { type AnswerOptions, answer, type BrokenRun, type Runner } from '../runner.ts'
import { partsOf, type Reading } from '../targets/statistic.ts'
import type { PolicyArm, Question } from '../task.ts'
import type { RunPeople } from '../watch.ts'
import type { Window } from '../window.ts'
import type { PeopleAsked } from './asked.ts'
import type { Fact, Facts } from './fact.ts'
import { factValue } from './statistics.ts'
import { type FactFound, type FactSample, factsFound } from './verdicts.ts'

export interface FactsAsked {
  readonly seed?: string | undefined
  readonly runs?: number | undefined
}

/** What is run for the facts of one comparison, and what each policy asks of its agents. */
export interface FactsQuestion {
  readonly comparison: number
  readonly question: Question
}

export interface FactsFound {
  readonly facts: Facts
  readonly found: readonly FactFound[]
  readonly seed: string
  /** Runs of each scenario that were asked for. */
  readonly runs: number
  readonly broken: readonly BrokenRun[]
}

/** Facts of scenarios of another size. */
export const factsOfSize = (facts: Facts, size: Size): Facts => ({
  ...facts,
  comparisons: facts.comparisons.map((one) => ({
    ...one,
    scenarios: one.scenarios.map((scenario) => withInput(scenario, resized(scenario.input, size))),
  })),
})

/** The questions of the comparisons that have facts; policies without a fact are not run. */
export function factsQuestions(facts: Facts, asked: FactsAsked = {}): FactsQuestion[] {
  return facts.comparisons.flatMap(({ scenarios }, comparison) => {
    const own = facts.facts.filter((fact) => fact.comparison === comparison)
    if (own.length === 0) return []
    const [baseline, ...policies] = scenarios
    const needed = policies.filter(({ name }) => own.some(({ policy }) => policy === name))
    const run = needed.length > 0 ? [baseline, ...needed] : [untilNeeded(baseline, own)]
    const question = questionOf(run, { ...asked, runs: asked.runs ?? baseline.runs })
    const arms = question.policies.map((arm) =>
      asking(arm, run.find(({ name }) => name === arm.scenario)!, own),
    )
    return [{ comparison, question: { ...question, policies: arms } }]
  })
}

/** A baseline that is run alone ends with the last day that a fact is of. */
function untilNeeded(baseline: Scenario, facts: readonly Fact[]): Scenario {
  const { input } = baseline
  const start = dayOfDate(input.start)
  const last = facts.flatMap(({ statistic }) =>
    statistic.kind === 'cells'
      ? partsOf(statistic.statistic).map(({ to }) => dayOfDate(to) - start + 1)
      : [],
  )
  return withInput(baseline, { ...input, days: Math.min(input.days, Math.max(1, ...last)) })
}

/** What the facts of a policy ask of its agents, in order of the facts. */
const askedOf = (policy: string, facts: readonly Fact[]): PeopleAsked[] =>
  facts.flatMap(({ statistic, policy: own }) =>
    own === policy && statistic.kind === 'people' ? [statistic.asked] : [],
  )

/** An arm that follows agents over the windows of its facts too, and answers what they ask. */
function asking(arm: PolicyArm, scenario: Scenario, facts: readonly Fact[]): PolicyArm {
  const start = dayOfDate(arm.input.start)
  const known = new Set(windowsFor(scenario, arm).map(({ name }) => name))
  const more = new Map<string, Window>()
  for (const { statistic, policy } of facts) {
    if (policy !== arm.scenario || statistic.kind === 'cells' || statistic.days === undefined)
      continue
    const { from, to } = statistic.days
    const name = statistic.kind === 'recaptured' ? statistic.window : `${from} to ${to}`
    const asked =
      statistic.kind === 'people' && statistic.asked.kind === 'agents'
        ? statistic.asked.window
        : name
    if (!known.has(asked))
      more.set(asked, { name: asked, from: dayOfDate(from) - start, to: dayOfDate(to) - start + 1 })
  }
  const asked = askedOf(arm.scenario, facts)
  return {
    ...arm,
    windows: [...(arm.windows ?? []), ...more.values()],
    ...(asked.length > 0 ? { asked } : {}),
  }
}

/** Runs all that is needed; a run that is kept is not made again. */
export async function carryOutFacts(
  facts: Facts,
  runner: Runner,
  { seed, runs, ...options }: FactsAsked & AnswerOptions = {},
): Promise<FactsFound> {
  const samples = facts.facts.map((): FactSample[] => [])
  const broken: BrokenRun[] = []
  const questions = factsQuestions(facts, { seed, runs })
  for (const { comparison, question } of questions) {
    if (options.signal?.aborted) break
    const outcome = await answer(question, runner, options)
    broken.push(...outcome.broken)
    for (const [at, fact] of facts.facts.entries())
      if (fact.comparison === comparison)
        samples[at].push(...samplesOf(fact, facts, question, outcome.results, outcome.people))
  }
  const [first] = questions
  return {
    facts,
    found: factsFound(facts.facts, samples),
    seed: seed ?? first.question.seed,
    runs: first.question.runs,
    broken,
  }
}

/** The values of a fact in every run that has all that it needs. */
export function samplesOf(
  fact: Fact,
  { facts }: Pick<Facts, 'facts'>,
  question: Question,
  results: readonly RunResult[],
  people: readonly RunPeople[],
  draw = 0,
): FactSample[] {
  const { policy, comparison } = fact
  const { input } = question.baseline
  const venues = input.tables.venues.map(({ name }) => name)
  const arm = question.policies.find(({ scenario }) => scenario === policy)
  const closed = arm === undefined ? [] : closedVenues(input, arm.input).map((row) => venues[row])
  const since = arm === undefined ? 0 : inForceOn(arm.input, arm.fork)
  const closing = { venues, closed, since: dateOfDay(dayOfDate(input.start) + since) }
  const own = facts.filter((one) => one.comparison === comparison && one.policy === policy)
  const asking = own.filter(({ statistic }) => statistic.kind === 'people')
  const of = (scenario: string | undefined, run: number) =>
    results.find((one) => one.scenario === scenario && one.run === run)
  return results
    .filter(({ scenario }) => scenario === question.baseline.scenario)
    .flatMap((baseline) => {
      const after = of(policy, baseline.run)
      if (policy !== undefined && after === undefined) return []
      const told = people.find(({ scenario, run }) => scenario === policy && run === baseline.run)
      const world = {
        ...{ closing, people: told },
        baseline: wholeReading(baseline),
        ...(after === undefined ? {} : { policy: wholeReading(after) }),
      }
      return [{ draw, run: baseline.run, ...factValue(fact, world, asking.indexOf(fact)) }]
    })
}

/** Means over dates, both included; of days that were not all run there is none. */
export function wholeReading(run: RunResult): Reading {
  const first = dayOfDate(run.start)
  return {
    mean(measure, from, to, at) {
      const cell = placeOf(run, { name: measure }, at)
      const days = { from: dayOfDate(from) - first, to: dayOfDate(to) - first + 1 }
      if (cell < 0 || days.from < 0 || days.to > run.days) return Number.NaN
      return meanOf(run, cell, days)
    },
  }
}
