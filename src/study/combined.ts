/** Policies together: the scenario in which all are at work, and its effect beside the sum of theirs. */
import { dayOfDate } from '../engine/index.ts'
import { BadInput, combine, type Scenario, withInput } from '../scenario/index.ts'
import { type Dated, type EffectsInWindow, runsOf } from './answers.ts'
import { type Combination, combinations } from './combination.ts'
import type { RunResult } from './results.ts'
import type { Question } from './task.ts'

export interface CombinationsInWindow extends Dated {
  readonly combinations: readonly Combination[]
}

/**
 * The scenarios with one more in which all policies are at work.
 * @throws BadInput where they cannot be
 */
export function withCombination(scenarios: readonly Scenario[]): Scenario[] {
  const [baseline, ...policies] = scenarios
  if (policies.length < 2)
    throw new BadInput('--combine needs at least two scenarios besides the baseline')
  const all = policies.reduce((sofar, next) => {
    const combined = combine(baseline.input, sofar, next)
    if (!combined.ok) throw new BadInput(combined.conflicts.join('\n\n'))
    const { input } = combined
    const unlike = next.windows.filter(
      ({ name }) => !sofar.windows.some((own) => own.name === name),
    )
    return {
      ...withInput(sofar, input),
      name: `${sofar.name}+${next.name}`,
      title: `${sofar.title} + ${next.title}`,
      question: 'Is it more or less than the sum of each?',
      indonesian: {
        title: `${sofar.indonesian.title} + ${next.indonesian.title}`,
        question: 'Apakah lebih atau kurang dari jumlah masing-masing?',
      },
      windows: [...sofar.windows, ...unlike],
    }
  })
  return [...scenarios, all]
}

/** In every window in which the combination, the last of the policies, may differ from the baseline. */
export function combinationsOf(
  question: Question,
  results: readonly RunResult[],
  effects: readonly EffectsInWindow[],
): CombinationsInWindow[] {
  const parts = question.policies.slice(0, -1)
  const all = question.policies.at(-1)!
  const of = (scenario: string) => runsOf(results, scenario)
  const zero = dayOfDate(all.input.start)
  return effects
    .filter(({ scenario, to }) => scenario === all.scenario && dayOfDate(to) - zero >= all.fork)
    .map(({ window, from, to }) => ({
      window,
      from,
      to,
      combinations: combinations(
        of(question.baseline.scenario),
        parts.map(({ scenario }) => of(scenario)),
        of(all.scenario),
        { name: window, from: dayOfDate(from) - zero, to: dayOfDate(to) - zero + 1 },
      ),
    }))
}
