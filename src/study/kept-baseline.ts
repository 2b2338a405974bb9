/**
 * A baseline that was run, kept for later comparisons: its series, its state on the days on which policies branched
 * off, and what it had recorded of agents. A later study whose policies branch off on these days does not step it again.
 */
import { type Attributes, type PeoplePlan, type PeopleRecord, planKey } from '../market/index.ts'
import { CALL } from './program.ts'
import type { RunResult } from './results.ts'

export interface KeptState {
  /** Hash of the state in which the day begins. */
  readonly hash: string
  /** The state itself; absent on day 0, when every world is initialised. */
  readonly state?: Uint8Array
}

/** What was recorded of the agents of a baseline for policies of one plan. */
export interface KeptPeople {
  /** What stands still about agents. */
  readonly attributes: Attributes
  readonly atFork: PeopleRecord
  readonly atEnd: PeopleRecord
}

export interface KeptBaseline {
  readonly result: RunResult
  /** By day. */
  readonly states: ReadonlyMap<number, KeptState>
  /** By the key of their plan. */
  readonly people: ReadonlyMap<string, KeptPeople>
}

/** Where baselines are kept. What cannot be read is as if it were not there. */
export interface Baselines {
  get(key: string): Promise<KeptBaseline | undefined>
  /** Adds days and plans to what is kept under the key. */
  put(key: string, kept: KeptBaseline): Promise<void>
}

export function memoryBaselines(): Baselines {
  const kept = new Map<string, KeptBaseline>()
  return {
    get: async (key) => kept.get(key),
    async put(key, baseline) {
      kept.set(key, together(kept.get(key), baseline))
    },
  }
}

/**
 * The days and plans of two keepings of one baseline.
 * @throws Error where they are not one: the same inputs, seed and code gave two results
 */
export function together(earlier: KeptBaseline | undefined, now: KeptBaseline): KeptBaseline {
  if (earlier === undefined) return now
  if (earlier.result.stateHash !== now.result.stateHash)
    throw new Error(
      `a baseline that was kept ends in state ${earlier.result.stateHash}, and now in ${now.result.stateHash}: one of them is damaged, or this program is not deterministic. Clear it: ${CALL} cache --clear`,
    )
  return {
    result: now.result,
    states: new Map([...earlier.states, ...now.states]),
    people: new Map([...earlier.people, ...now.people]),
  }
}

/** What a task needs of its baseline. */
export interface Needs {
  /** Days whose state is branched off from. */
  readonly days: readonly number[]
  readonly plans: readonly PeoplePlan[]
}

/** Whether a kept baseline has all that a task needs. */
export const suffices = ({ states, people }: KeptBaseline, { days, plans }: Needs): boolean =>
  days.every((day) => states.has(day)) && plans.every((plan) => people.has(planKey(plan)))
