/** What is to be run: one task is one seed, with the baseline and every policy that starts from it. */
import type { At, MarketInput } from '../market/index.ts'
import type { PeopleAsked } from './facts/asked.ts'
import type { Days } from './frame.ts'
import type { Window } from './window.ts'

export interface Arm {
  /** The scenario's name, unique in the study. */
  readonly scenario: string
  readonly input: MarketInput
}

export interface PolicyArm extends Arm {
  /** First day that may differ from the baseline: the policy starts from the baseline's state there. */
  readonly fork: number
  /** Windows in which agents are followed one by one; absent: they are not. */
  readonly windows?: readonly Window[]
  /** What is asked of agents one by one, beside what every study tells of them. */
  readonly asked?: readonly PeopleAsked[]
  /** Days before the fork over which run 1 proves that both worlds are one; absent: no proof. */
  readonly proved?: number
}

export interface Question {
  readonly baseline: Arm
  readonly policies: readonly PolicyArm[]
  /** Worlds that explain an effect: run beside the policies, and only what is divided is kept of them. */
  readonly aside?: readonly PolicyArm[]
  readonly seed: string
  readonly runs: number
}

/** An arm with the key of its record. */
export type Keyed<A extends Arm> = A & { readonly key: string }

/** What alone is kept of a run: the mean of a cell over days. */
export interface Probe {
  readonly measure: string
  readonly at: At
  readonly days: Days
}

/** One seed: pure data that any thread, process or machine can carry out. */
export interface Task {
  /** Number of the run, from 1. */
  readonly run: number
  readonly seed: string
  /** Stepped where it is needed; its record is kept unless it is known. */
  readonly baseline: Keyed<Arm> & { readonly known?: boolean }
  readonly policies: readonly Keyed<PolicyArm>[]
  readonly aside: readonly Keyed<PolicyArm>[]
  /** Where it is given, the means of these are kept of each run, and no days. */
  readonly probes?: readonly Probe[]
  /** The key under which the baseline is kept for other studies. */
  readonly shared: string
}

/** Days that a task steps in all, for a progress bar. */
export const daysOf = ({
  baseline,
  policies,
  aside = [],
}: Pick<Question, 'baseline' | 'policies' | 'aside'>): number =>
  [...policies, ...aside].reduce(
    (days, { input, fork }) => days + input.days - fork,
    baseline.input.days,
  )
