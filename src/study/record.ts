/** One run of one world, as it is kept: whole or not at all, under a key that says all that it depends on. */
import { hashText } from '../engine/index.ts'
import { fingerprint } from '../scenario/index.ts'
import type { AgentTable } from './agents.ts'
import type { RunResult } from './results.ts'
import type { Arm, PolicyArm, Question } from './task.ts'
import type { RunPeople } from './watch.ts'

export interface RunRecord {
  readonly key: string
  readonly result: RunResult
  /** What became of agents under a policy and without it; absent of a baseline, and where agents are not followed. */
  readonly people?: RunPeople
}

/** A record as it leaves the world that ran: with its agents one by one. */
export interface FullRecord extends RunRecord {
  readonly agents?: AgentTable
}

type About = Pick<Question, 'baseline'> & {
  readonly seed: string
  readonly run: number
  /** The version of the code that runs: another one may give other numbers. */
  readonly code: string
}

/** The key of the baseline's run. */
export const baselineKey = ({ baseline, seed, run, code }: About): string =>
  keyOf('baseline', code, baseline.scenario, inputKey(baseline), seed, run)

/** The key of a policy's run. It holds the baseline too: the run starts from its state, and agents are paired with it. */
export function policyKey(about: About, arm: PolicyArm, aside: boolean): string {
  const { baseline, seed, run, code } = about
  const { scenario, fork, windows = null, proved = 0, asked = [] } = arm
  const kind = aside ? 'aside' : 'policy'
  const inputs = [inputKey(baseline), inputKey(arm)]
  const what = [fork, windows, run === 1 ? proved : 0, seed, run]
  return keyOf(kind, code, scenario, ...inputs, ...what, ...(asked.length > 0 ? [asked] : []))
}

/** The key under which a baseline is kept for other studies, whatever it is called there. */
export const sharedKey = ({ baseline, seed, code }: Omit<About, 'run'>): string =>
  keyOf('kept', code, inputKey(baseline), seed)

const fingerprints = new WeakMap<object, string>()

function inputKey({ input }: Arm): string {
  const key = fingerprints.get(input) ?? fingerprint(input)
  fingerprints.set(input, key)
  return key
}

/** 16 hexadecimal digits. */
const keyOf = (...parts: readonly unknown[]): string => hashText(JSON.stringify(parts))
