/** Where finished runs of an experiment are kept: a line a run. */
import type { Task } from '../task.ts'
import type { Experiment } from './experiment.ts'
import type { PlannedRun } from './plan.ts'

/** Where a run was made; no part of what it gave. */
export interface Maker {
  readonly host: string
  readonly node: string
  /** The version of the code. */
  readonly code: string
}

/** What is kept of one seed at one point. */
export interface Entry {
  readonly key: string
  readonly seed: string
  /** Of each outcome its mean in the baseline and under its policy; null: there was no number. */
  readonly baseline: readonly (number | null)[]
  readonly policy: readonly (number | null)[]
  /** Hash of the state in which each world ended, the baseline first. */
  readonly states: readonly string[]
  readonly seconds: number
  readonly by?: Maker
}

export interface Journal {
  /** What is known, by key. */
  entries(): ReadonlyMap<string, Entry>
  /**
   * Keeps a run. Kept before it is agreed, since another process or machine may have made it.
   * @throws Unequal where the two differ
   */
  add(entry: Entry): void
  /** Says of a run that it broke, and how. */
  broken(run: PlannedRun, message: string): void
  /** Runs that broke in another process since this one began, by key: they are left as they are. */
  broke?(): ReadonlySet<string>
  /** Of these runs those that no other process has made or is about to make. */
  claim(runs: readonly PlannedRun[]): readonly PlannedRun[]
  /** Waits for a moment and looks what others have made; absent where there are no others. */
  wait?(): Promise<void>
}

/** The same run gave two results: on two machines, or with other code of one version. */
export class Unequal extends Error {}

/** What must be equal of two makings of a run. */
const bits = ({ baseline, policy, states }: Entry): string =>
  JSON.stringify([baseline, policy, states])

const differenceOf = (one: Entry, other: Entry): string => {
  const [first, second] = [one, other].map(({ states }) => states.join(', '))
  return first === second
    ? `its worlds ended in the same state (${first}), with other means`
    : `its worlds ended in the states ${first} and ${second}`
}

const makersOf = (...entries: readonly Entry[]): string =>
  entries
    .flatMap(({ by }) => (by ? `\n  on ${by.host}: pasar ${by.code}, Node ${by.node}` : []))
    .join('')

/** @throws Unequal */
export function agreed(one: Entry | undefined, other: Entry): void {
  if (one !== undefined && bits(one) !== bits(other))
    throw new Unequal(
      `run ${other.key} (seed ${other.seed}) gave two results: ${differenceOf(one, other)}${makersOf(one, other)}\nthe same run must give the same bits: was the code changed, or does one of the machines compute otherwise?`,
    )
}

/** A journal that lasts as long as the program. */
export function memoryJournal(): Journal & { readonly faults: Map<string, string> } {
  const entries = new Map<string, Entry>()
  const faults = new Map<string, string>()
  return {
    faults,
    entries: () => entries,
    add(entry) {
      agreed(entries.get(entry.key), entry)
      entries.set(entry.key, entry)
    },
    broken: ({ key }, message) => void faults.set(key, message),
    claim: (runs) => runs,
  }
}

/** What a run gave, from the means of its worlds. */
export function entryOf(
  { outcomes, scenarios }: Experiment,
  { key, seed }: PlannedRun,
  task: Task,
  results: ReadonlyMap<string, { readonly means: readonly number[]; readonly state: string }>,
  seconds: number,
): Entry {
  const of = (scenario: string) => results.get(scenario)!
  const [{ name: baseline }] = scenarios
  const plain = (value: number) => (Number.isFinite(value) ? value : null)
  return {
    key,
    seed,
    baseline: outcomes.map((_, at) => plain(of(baseline).means[at])),
    policy: outcomes.map(({ policy }, at) => plain(of(policy ?? baseline).means[at])),
    states: [task.baseline, ...task.policies].map(({ scenario }) => of(scenario).state),
    seconds,
  }
}
