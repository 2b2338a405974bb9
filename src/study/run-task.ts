/**
 * Runs one seed: the baseline, and each policy from the baseline's state on the first day that may differ.
 * A further policy thus costs only the days after its fork, and the days before it are identical because
 * they are the same days. A baseline that was kept is not stepped again.
 */
import {
  bringModules,
  type Market,
  type MarketInput,
  type MarketSnapshot,
  MEASURES,
  measureCalled,
} from '../market/index.ts'
import { dividedOf } from './decomposition.ts'
import { meanOf, placeOf } from './frame.ts'
import type { KeptBaseline, KeptState, Needs } from './kept-baseline.ts'
import { prove, provedFrom } from './proof.ts'
import type { FullRecord } from './record.ts'
import type { Proof, RunResult } from './results.ts'
import type { Arm, Keyed, PolicyArm, Task } from './task.ts'
import { plansOf, type Watch, watchKept, watchStepped } from './watch.ts'

export interface Host {
  /** Makes a market, from its first day or from a snapshot. */
  open(input: MarketInput, seed: string, from?: MarketSnapshot): Market
  keep(record: FullRecord): void
  /** Asks for the baseline, to be kept for other studies. */
  keepBaseline?(kept: KeptBaseline): void
  /** The kept baseline, where it has all that the task needs; members of a team that only help need no more than a word. */
  readonly kept?: KeptBaseline | 'by the leader' | undefined
  /** Told of the days that are done. */
  progress?(days: number): void
  /** Milliseconds, for the time of a run. */
  clock?(): number
  /** False for the members of a team that only help to step. */
  readonly leads?: boolean
}

type KeyedArm = Keyed<PolicyArm>

/** An arm that has come to its end, before its agents are laid beside those of the baseline. */
interface Ended {
  readonly arm: KeyedArm
  readonly result: RunResult
}

const forkOf = ({ baseline }: Pick<Task, 'baseline'>, { fork, input }: PolicyArm): number =>
  Math.min(fork, baseline.input.days, input.days)

/** Of run 1 it is checked that both worlds are one before they may part. */
const isProved = ({ run }: Pick<Task, 'run'>, { proved = 0 }: PolicyArm): boolean =>
  run === 1 && proved > 0

/** The day from whose state the check steps both worlds. */
const proofDay = (task: Task, arm: PolicyArm): number =>
  Math.min(provedFrom(arm), forkOf(task, arm))

const armsOf = ({ policies, aside }: Task): KeyedArm[] => [...policies, ...aside]

/** What a task needs of its baseline, if it is not to step it. */
export const needsOf = (task: Task): Needs => ({
  days: [
    ...armsOf(task).map((arm) => forkOf(task, arm)),
    ...task.policies.filter((arm) => isProved(task, arm)).map((arm) => proofDay(task, arm)),
  ],
  plans: plansOf(task),
})

/** Keeps a record of every arm; those of policies as soon as their agents can be laid beside the baseline's at its end. */
export function runTask(task: Task, host: Host): void {
  // A task comes from another thread or machine, to which its policies may be new.
  for (const { input } of [task.baseline, ...armsOf(task)]) bringModules(input)
  if (host.kept === undefined) runFromBeginning(task, host)
  else runFromKept(task, host, host.kept)
}

function runFromBeginning(task: Task, host: Host): void {
  const { leads = true, clock = () => 0 } = host
  const { input } = task.baseline
  const began = clock()
  let onPolicies = 0
  const baseline = host.open(input, task.seed)
  const watch = leads ? watchStepped(task, baseline) : undefined
  const states = new Map<number, KeptState>()
  const save = (): void => {
    const { day } = baseline
    if (!leads || states.has(day)) return
    const hash = baseline.stateHash()
    states.set(day, day === 0 ? { hash } : { hash, state: baseline.snapshot().state })
  }
  const ended: Ended[] = []
  const saves = task.policies
    .filter((arm) => isProved(task, arm))
    .map((arm) => ({ day: proofDay(task, arm), act: save }))
  const branches = armsOf(task).map((arm) => ({
    day: forkOf(task, arm),
    act() {
      save()
      const forked = clock()
      const source = { states, values: baseline.values, cells: baseline.cells.length }
      ended.push(...branch(task, host, arm, source, watch))
      onPolicies += clock() - forked
    },
  }))
  const follow = (day: number) => {
    watch?.baseline(day)
    host.progress?.(1)
  }
  for (const { day, act } of [...saves, ...branches].sort((one, other) => one.day - other.day)) {
    baseline.run(day, follow)
    act()
  }
  baseline.run(input.days, follow)
  if (!leads) return
  const result = resultOf(task.baseline, task, baseline, clock() - began - onPolicies)
  keepAll(task, host, ended, result, watch)
  if (host.keepBaseline !== undefined)
    host.keepBaseline({ result, states, people: watch?.kept() ?? new Map() })
}

function runFromKept(task: Task, host: Host, kept: KeptBaseline | 'by the leader'): void {
  host.progress?.(task.baseline.input.days)
  const arms = armsOf(task).sort((one, other) => forkOf(task, one) - forkOf(task, other))
  if (kept === 'by the leader') {
    for (const arm of arms) branch(task, host, arm, { states: new Map() })
    return
  }
  const { result, states } = kept
  const watch = watchKept(task, kept.people)
  const source = { states, values: result.values, cells: result.cells.length }
  const { key, scenario, known } = task.baseline
  const own = { ...result, scenario, run: task.run, milliseconds: 0 }
  if (!known) host.keep({ key, result: probed(own, task) })
  // The baseline has come to its end: each policy is kept as soon as it has.
  for (const arm of arms)
    for (const ended of branch(task, host, arm, source, watch)) keepEnded(task, host, ended, watch)
}

/** The baseline up to a day, from which policies go on. */
interface Source {
  readonly states: ReadonlyMap<number, KeptState>
  readonly values?: Float64Array
  readonly cells?: number
}

/** Runs an arm from the baseline's state on its fork. Members that only help keep nothing. */
function branch(task: Task, host: Host, arm: KeyedArm, source: Source, watch?: Watch): Ended[] {
  const { leads = true, clock = () => 0 } = host
  const explains = task.aside.includes(arm)
  const began = clock()
  const fork = forkOf(task, arm)
  const market = host.open(arm.input, task.seed, snapshotAt(fork, source, leads, task))
  const see = explains ? undefined : watch?.policy(arm, market)
  market.run(arm.input.days, (day) => {
    see?.(day)
    host.progress?.(1)
  })
  if (!leads) return []
  const proof =
    isProved(task, arm) && !explains
      ? prove(
          task.baseline,
          arm,
          task.seed,
          source.states.get(fork)!.hash,
          snapshotAt(proofDay(task, arm), source, leads, task),
        )
      : undefined
  const result = resultOf(arm, task, market, clock() - began, proof)
  return [{ arm, result: explains ? dividedOf(result) : result }]
}

/** The baseline as a day begins; undefined on day 0. Helpers share the leader's state, so that they need only the day. */
function snapshotAt(
  day: number,
  { states, values, cells = 0 }: Source,
  leads: boolean,
  { baseline: { input } }: Task,
): MarketSnapshot | undefined {
  if (day === 0) return undefined
  if (!leads) return { day, state: new Uint8Array(0), values: new Float64Array(0) }
  return {
    of: input,
    day,
    state: states.get(day)!.state!,
    values: values!.subarray(0, day * cells),
  }
}

function keepEnded(task: Task, host: Host, { arm, result }: Ended, watch: Watch | undefined): void {
  host.keep({ key: arm.key, result: probed(result, task), ...watch?.result(arm.key) })
}

function keepAll(
  task: Task,
  host: Host,
  ended: readonly Ended[],
  baseline: RunResult,
  watch: Watch | undefined,
): void {
  for (const one of ended) keepEnded(task, host, one, watch)
  if (!task.baseline.known) host.keep({ key: task.baseline.key, result: probed(baseline, task) })
}

/** Whether a measure is a sum that a policy adds, and none of the model. */
const isAddedSum = (name: string): boolean =>
  !MEASURES.some((measure) => measure.name === name) && 'tell' in (measureCalled(name) ?? {})

/** Of a probed run only the means are kept: daily series of ten thousand runs would not fit. */
function probed(result: RunResult, { probes }: Task): RunResult {
  if (probes === undefined) return result
  const means = probes.map(({ measure, at, days }) => {
    const cell = placeOf(result, { name: measure }, at)
    if (cell >= 0) return meanOf(result, cell, days)
    // A sum that a policy adds was nought in a world without it.
    const isRecorded = result.cells.some((one) => one.measure === measure)
    return !isRecorded && isAddedSum(measure) ? 0 : Number.NaN
  })
  return { ...result, cells: [], values: new Float64Array(0), means }
}

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
  ...(task.run === 1 ? { columns: Object.fromEntries(market.columnHashes()) } : {}),
  milliseconds,
  ...(proof ? { proof } : {}),
})
