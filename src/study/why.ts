/** Why: the worlds that explain the effects of policies, and what each mechanism contributes to them. */
import { dayOfDate } from '../engine/index.ts'
import { BadInput, differByDatesOnly, type Scenario } from '../scenario/index.ts'
import { type Dated, type EffectsInWindow, mainWindowOf } from './answers.ts'
import { armsOf, type Contribution, contributions, mechanismsOf } from './decomposition.ts'
import { MARKET_ANSWERS } from './mechanisms.ts'
import type { RunResult } from './results.ts'
import type { Question } from './task.ts'

export interface Why extends Dated {
  readonly scenario: string
  readonly contributions: readonly Contribution[]
}

/**
 * The question with the worlds that explain the effects of its policies.
 * @throws BadInput where a scenario is no dated change of the baseline
 */
export function withReasons(question: Question, scenarios: readonly Scenario[]): Question {
  const { baseline, policies } = question
  const faults = scenarios.slice(1).flatMap((policy) => {
    const arm = policies.find(({ scenario }) => scenario === policy.name)!
    if (!differByDatesOnly(scenarios[0].input, policy.input))
      return [
        `--why divides dated changes: ${policy.name} has other values from the first day on\nput them into ${baseline.scenario} too, and change them by courses or policies`,
      ]
    return mechanismsOf(baseline.input, arm.input).length === MARKET_ANSWERS.length
      ? [`--why: nothing that ${policy.name} sets differs from ${baseline.scenario}`]
      : []
  })
  if (faults.length > 0) throw new BadInput(...faults)
  return { ...question, aside: policies.flatMap((arm) => armsOf(baseline, arm)) }
}

/** Contributions to every policy's effect in its main window. */
export function whyOf(
  question: Question,
  scenarios: readonly Scenario[],
  results: readonly RunResult[],
  aside: readonly RunResult[],
  effects: readonly EffectsInWindow[],
  named?: string,
): Why[] {
  if (question.aside === undefined) return []
  return question.policies.flatMap((arm) => {
    const policy = scenarios.find(({ name }) => name === arm.scenario)!
    const main = mainWindowOf(effects, policy, question, named)
    if (main === undefined) return []
    const { window, from, to } = main
    const zero = dayOfDate(arm.input.start)
    const days = { name: window, from: dayOfDate(from) - zero, to: dayOfDate(to) - zero + 1 }
    const found = contributions(question.baseline, arm, results, aside, days)
    return [{ scenario: arm.scenario, window, from, to, contributions: found }]
  })
}
