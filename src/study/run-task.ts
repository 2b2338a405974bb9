/**
 * Runs one seed: the baseline, and each policy from the baseline's state on the first day that may differ.
 * A further policy thus costs only the days after its fork, and the days before it are identical because
 * they are the same days.
 */
import type { Market, MarketInput, MarketSnapshot } from '../market/index.ts'
import { dividedOf } from './decomposition.ts'
import { prove, provedFrom } from './proof.ts'
import type { Proof, RunResult } from './results.ts'
import type { Arm, PolicyArm, Task } from './task.ts'
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
  const forkOf = ({ fork, input }: PolicyArm) =>
    Math.min(fork, task.baseline.input.days, input.days)

  // The state from which a proof steps both worlds on their own; on day 0 they are founded anew.
  const earlier = new Map<PolicyArm, MarketSnapshot>()
  const proves = ({ proved = 0 }: PolicyArm) => leads && task.run === 1 && proved > 0
  const saves = task.policies
    .filter((arm) => proves(arm) && provedFrom(arm) > 0)
    .map((arm) => ({
      day: Math.min(provedFrom(arm), forkOf(arm)),
      act: () => earlier.set(arm, baseline.snapshot()),
    }))
  const aside = new Set(task.aside)
  const branches = [...task.policies, ...aside].map((arm) => ({
    day: forkOf(arm),
    act() {
      const forked = clock()
      const from = baseline.day === 0 ? undefined : snapshotOf(baseline, leads)
      const branch = bench.open(arm.input, task.seed, from)
      branch.run(arm.input.days, followed(aside.has(arm) ? undefined : watch?.policy(arm, branch)))
      const proof = proves(arm)
        ? prove(task.baseline, arm, task.seed, baseline.stateHash(), earlier.get(arm))
        : undefined
      const spent = clock() - forked
      onPolicies += spent
      if (!leads) return
      const result = resultOf(arm, task, branch, spent, proof)
      bench.keep(aside.has(arm) ? dividedOf(result) : result)
    },
  }))
  for (const { day, act } of [...saves, ...branches].sort((one, other) => one.day - other.day)) {
    baseline.run(day, followed(watch?.baseline))
    act()
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

const resultOf = (
  arm: Arm,
  task: Task,
  market: Market,
  milliseconds: number,
  proof?: Proof,
): RunResult => ({
  scenario: arm.scenario,
  run: task.run,
  seed: task.seed,
  start: arm.input.start,
  days: arm.input.days,
  cells: market.cells,
  values: market.values,
  stateHash: market.stateHash(),
  milliseconds,
  ...(proof ? { proof } : {}),
})
