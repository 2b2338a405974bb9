/** From scenarios to the question of a study. */
import { dateOfDay, dayOfDate } from '../engine/index.ts'
import { forkOf, type Scenario } from '../scenario/index.ts'
import { windowsFor } from './answers.ts'
import { RECENT } from './proof.ts'
import type { PolicyArm, Question } from './task.ts'

export interface Asked {
  /** Else what the baseline says. */
  readonly seed?: string | undefined
  readonly runs?: number | undefined
  /** Whether identity before the policy is checked from the first day on, not over the last four weeks alone. */
  readonly prove?: boolean
}

/** The first scenario is the baseline; its seed and runs hold for all, unless `asked` says otherwise. */
export function questionOf(
  scenarios: readonly Scenario[],
  { seed, runs, prove = false }: Asked = {},
): Question {
  const [baseline, ...policies] = scenarios
  return {
    baseline: { scenario: baseline.name, input: baseline.input },
    policies: policies.map((policy) => {
      const fork = forkOf(baseline.input, policy.input)
      const proved = prove ? Math.max(1, fork) : RECENT
      const arm = { scenario: policy.name, input: policy.input, fork, proved }
      return { ...arm, windows: windowsFor(policy, arm) }
    }),
    seed: seed ?? baseline.seed,
    runs: runs ?? baseline.runs,
  }
}

/** Runs that a question asks for, over all its worlds; what only explains is beside them. */
export const runsAsked = ({ runs, policies }: Pick<Question, 'runs' | 'policies'>): number =>
  runs * (1 + policies.length)

/** The date of the first day that may differ. */
export const dateOfFork = ({ input, fork }: PolicyArm): string =>
  dateOfDay(dayOfDate(input.start) + fork)
