/**
 * Runs one seed: the baseline, and each policy from the baseline's state on the first day that may differ.
 * A further policy thus costs only the days after its fork, and the days before it are identical because
 * they are the same days.
 */
import type { Market, MarketInput, MarketSnapshot } from '../market/index.ts'
import type { RunResult } from './results.ts'
import type { Arm, Task } from './task.ts'
import { type PeopleOfRun, watchTask } from './watch.ts'

export interface Bench {
  /** Makes a market, from its first day or from a snapshot. */
  open(input: MarketInput, seed: string, from?: MarketSnapshot): Market
  keep(result: RunResult): void
  /** Asks for agents one by one; told after the last result of a task. */
  keepPeople?(people: PeopleOfRun): void
  /** Told after each day that is stepped. */
  progress?(): void
  /** Milliseconds, for the time of a run. */
  clock?(): number
  /** False for the members of a team that only help to step. */
  readonly leads?: boolean
}

/** Keeps the result of every arm, the baseline's last. */
export function runTask(task: Task, bench: Bench): void {
  const { leads = true, clock = () => 0 } = bench
  const began = clock()
  let onPolicies = 0
  const baseline = bench.open(task.baseline.input, task.seed)
  const watch = leads && bench.keepPeople ? watchTask(task, baseline) : undefined
  const followed = (see?: (day: number) => void) => (day: number) => {
    see?.(day)
    bench.progress?.()
  }
  for (const arm of [...task.policies].sort((one, other) => one.fork - other.fork)) {
    const fork = Math.min(arm.fork, task.baseline.input.days, arm.input.days)
    baseline.run(fork, followed(watch?.baseline))
    const forked = clock()
    const branch = bench.open(
      arm.input,
      task.seed,
      fork === 0 ? undefined : snapshotOf(baseline, leads),
    )
    branch.run(arm.input.days, followed(watch?.policy(arm, branch)))
    const spent = clock() - forked
    onPolicies += spent
    if (leads) bench.keep(resultOf(arm, task, branch, spent))
  }
  baseline.run(task.baseline.input.days, followed(watch?.baseline))
  if (leads) bench.keep(resultOf(task.baseline, task, baseline, clock() - began - onPolicies))
  for (const people of watch?.results() ?? []) bench.keepPeople?.(people)
}

/** Helpers share the leader's state, so that of a snapshot they need only the day. */
const snapshotOf = (market: Market, leads: boolean): MarketSnapshot =>
  leads
    ? market.snapshot()
    : { day: market.day, state: new Uint8Array(0), values: new Float64Array(0) }

const resultOf = (arm: Arm, task: Task, market: Market, milliseconds: number): RunResult => ({
  scenario: arm.scenario,
  run: task.run,
  seed: task.seed,
  start: arm.input.start,
  days: arm.input.days,
  cells: market.cells,
  values: market.values,
  stateHash: market.stateHash(),
  milliseconds,
})
