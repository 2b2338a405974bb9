/** What is to be run: one task is one seed, with the baseline and every policy that starts from it. */
import type { MarketInput } from '../market/index.ts'
import { seedOf } from './seeds.ts'
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

export interface Task extends Omit<Question, 'runs'> {
  /** Number of the run, from 1. */
  readonly run: number
}

/** One task a run. */
export const tasksOf = ({ baseline, policies, aside = [], seed, runs }: Question): Task[] =>
  Array.from({ length: runs }, (_, before) => ({
    run: before + 1,
    seed: seedOf(seed, before + 1),
    baseline,
    policies,
    aside,
  }))

/** Days that a task steps in all, for a progress bar. */
export const daysOf = ({
  baseline,
  policies,
  aside = [],
}: Omit<Question, 'seed' | 'runs'>): number =>
  [...policies, ...aside].reduce(
    (days, { input, fork }) => days + input.days - fork,
    baseline.input.days,
  )
