/** From scenarios and options to the question of a study. */
import type { Question } from '../study/index.ts'
import { windowsFor } from './answers.ts'
import type { StudyOptions } from './options.ts'
import { forkOf, type Loaded } from './scenarios.ts'

/** The first scenario is the baseline; its seed and runs hold for all, unless the options say otherwise. */
export function questionOf(scenarios: readonly Loaded[], { seed, runs }: StudyOptions): Question {
  const [baseline, ...policies] = scenarios
  return {
    baseline: { scenario: baseline.name, input: baseline.input },
    policies: policies.map((policy) => {
      const arm = {
        scenario: policy.name,
        input: policy.input,
        fork: forkOf(baseline, policy),
      }
      return { ...arm, windows: windowsFor(policy, arm) }
    }),
    seed: seed ?? baseline.seed,
    runs: runs ?? baseline.runs,
  }
}
