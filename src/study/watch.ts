/**
 * Follows the agents of a task: of the baseline once for each policy, because the days before a policy and its
 * members are its own, and of each policy from its fork on.
 */
import {
  createPeople,
  type Market,
  type MarketInput,
  type People,
  type PeoplePlan,
} from '../market/index.ts'
import { type AgentTable, agentTable } from './agents.ts'
import type { RunOutcome } from './distribution.ts'
import { beforePolicy, exposedVenues } from './exposure.ts'
import { runFlows } from './run-flows.ts'
import { runOutcomes } from './run-outcomes.ts'
import type { RunFlow } from './switching.ts'
import type { PolicyArm, Task } from './task.ts'
import { cut } from './window.ts'

/** What became of the agents of one run, under one policy and without it. */
export interface PeopleOfRun extends RunPeople {
  readonly agents: AgentTable
}

/** What is told of them when runs are put together. */
export interface RunPeople {
  readonly scenario: string
  readonly run: number
  readonly outcomes: readonly RunOutcome[]
  readonly flows: readonly RunFlow[]
}

export interface Watch {
  /** Sees a day of the baseline. */
  baseline(day: number): void
  /** Returns what sees the days of a policy that starts from the baseline as it now is. */
  policy(arm: PolicyArm, branch: Market): (day: number) => void
  /** When all have come to their end. */
  results(): PeopleOfRun[]
}

export function watchTask(task: Task, baseline: Market): Watch {
  const { input } = task.baseline
  const watched = task.policies
    .filter((arm) => arm.windows !== undefined && sameRows(input, arm.input))
    .map((arm) => ({
      arm,
      before: createPeople(baseline.world, input, planOf(input, arm)),
      after: undefined as People | undefined,
    }))
  return {
    baseline(day) {
      for (const { before } of watched) before.observe(day)
    },
    policy(arm, branch) {
      const pair = watched.find((one) => one.arm === arm)
      if (pair === undefined) return () => {}
      const after = pair.before.branch(branch.world, arm.input)
      pair.after = after
      return after.observe
    },
    results: () =>
      watched.flatMap(({ arm, before, after }) => {
        if (after === undefined) return []
        const pair = {
          world: baseline.world,
          input: arm.input,
          before: before.record,
          after: after.record,
        }
        const { scenario } = arm
        return [
          {
            scenario,
            run: task.run,
            outcomes: runOutcomes(pair),
            flows: runFlows(pair),
            agents: agentTable(pair, scenario, task.run),
          },
        ]
      }),
  }
}

/** Whether agents of two worlds are the same ones: as many of them, and rows of the same names. */
function sameRows(one: MarketInput, other: MarketInput): boolean {
  const names = ({ size, tables }: MarketInput) =>
    JSON.stringify([size, Object.entries(tables).map(([table, rows]) => [table, rows.map(nameOf)])])
  return names(one) === names(other)
}

const nameOf = ({ name }: { readonly name: string }) => name

function planOf(baseline: MarketInput, arm: PolicyArm): PeoplePlan {
  const days = Math.min(baseline.days, arm.input.days)
  const fork = Math.min(arm.fork, days)
  const before = beforePolicy(baseline, arm.input, fork)
  const windows = (arm.windows ?? []).flatMap((window) => cut(window, days) ?? [])
  const reached = windows.filter(({ to }) => to > fork)
  return {
    fork,
    before,
    exposed: exposedVenues(baseline, arm.input),
    spans: [...(before === undefined ? [] : [before]), ...reached],
  }
}
