/** From scenarios and options to the question of a study. */
import { dateOfDay, dayOfDate } from '../engine/index.ts'
import { type PolicyArm, type Question, RECENT } from '../study/index.ts'
import type { StudyOptions } from './options.ts'
import { forkOf, type Loaded } from './scenarios.ts'

/** The first scenario is the baseline; its seed and runs hold for all, unless the options say otherwise. */
export function questionOf(
  scenarios: readonly Loaded[],
  { seed, runs, prove }: StudyOptions,
): Question {
  const [baseline, ...policies] = scenarios
  return {
    baseline: { scenario: baseline.name, input: baseline.input },
    policies: policies.map((policy) => {
      const fork = forkOf(baseline, policy)
      const proved = prove ? Math.max(1, fork) : RECENT
      return { scenario: policy.name, input: policy.input, fork, proved }
    }),
    seed: seed ?? baseline.seed,
    runs: runs ?? baseline.runs,
  }
}

/** The date of the first day that may differ. */
export const dateOfFork = ({ input, fork }: PolicyArm): string =>
  dateOfDay(dayOfDate(input.start) + fork)
