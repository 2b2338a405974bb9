/** How many runs are enough: until the interval of the main effect is narrow, or a cap is met. */

import jstat from 'jstat'
import { unchanged } from './distribution.ts'
import { runsAsked } from './question.ts'
import type { Effect, RunResult } from './results.ts'
import { type AnswerOptions, answer, type Outcome, type Runner } from './runner.ts'
import { memoryStore, remembering } from './store.ts'
import type { Question } from './task.ts'

export interface Precision {
  /** Half the width of the 95 % interval, as a share of the effect, that is narrow enough. */
  readonly within: number
  /** No more runs than these. */
  readonly most: number
  /** The effects that count: those of every policy must be narrow enough. */
  readonly main: (results: readonly RunResult[]) => readonly Effect[]
}

/** Runs come to multiples of this, so that threads have work, whatever their number. */
const BATCH = 4

/**
 * Which rule ended a study: its number of runs was asked for, the interval is narrow, nothing differs in any run so that
 * there is no effect to be a share of, the cap is met, or runs are missing.
 */
export type Stopped = 'asked' | 'precise' | 'no effect' | 'most' | 'cut'

export interface Enough extends Outcome {
  /** With as many runs as were asked in the end. */
  readonly question: Question
  readonly stopped: Stopped
}

/**
 * Half the width of the interval as a share of the effect: 0 where it does not vary, NaN with one run or without an
 * effect to be a share of.
 */
export const reachOf = ({ difference, low, high }: Effect): number =>
  high === low && difference !== 0 ? 0 : (high - low) / 2 / Math.abs(difference)

/** An effect without a number is as wide as can be. */
const widest = (effects: readonly Effect[]): number =>
  Math.max(0, ...effects.map(reachOf).map((reach) => (Number.isNaN(reach) ? Infinity : reach)))

/**
 * Runs with which a reach would be `within`: it goes as t(n - 1) / sqrt(n), if what these runs say of the spread of
 * differences holds.
 */
export function runsFor(runs: number, reach: number, within: number): number {
  const width = (n: number) => jstat.studentt.inv(0.975, n - 1) / Math.sqrt(n)
  const wanted = (within / reach) * width(runs)
  if (!(wanted > 0)) return Number.POSITIVE_INFINITY
  // With ever more runs t falls towards 1.96.
  let needed = Math.max(2, Math.floor((1.96 / wanted) ** 2))
  while (width(needed) > wanted) needed++
  return needed
}

/**
 * Runs a question, and again with more runs until it is precise. Runs keep their numbers and seeds, so that the
 * result is that of requesting the final number at once.
 */
export async function answerUntil(
  asked: Question,
  runner: Runner,
  options: AnswerOptions = {},
  precision?: Precision,
): Promise<Enough> {
  const store = remembering(options.store ?? memoryStore())
  const first = precision === undefined ? asked.runs : Math.max(2, asked.runs)
  let question = { ...asked, runs: Math.min(first, precision?.most ?? first) }
  for (;;) {
    const outcome = await answer(question, runner, { ...options, store })
    const whole = runsAsked(question)
    if (outcome.results.length < whole) return { ...outcome, question, stopped: 'cut' }
    if (precision === undefined) return { ...outcome, question, stopped: 'asked' }
    const { within, most, main } = precision
    const changed = main(outcome.results).filter((effect) => !unchanged(effect))
    if (changed.length === 0) return { ...outcome, question, stopped: 'no effect' }
    const reach = widest(changed)
    if (reach <= within) return { ...outcome, question, stopped: 'precise' }
    if (question.runs >= most) return { ...outcome, question, stopped: 'most' }
    const done = question.runs
    // No more than doubled at once: what the first runs say of the spread is itself a guess.
    const wanted = Math.min(2 * done, Math.max(done + 1, runsFor(done, reach, within)))
    question = { ...question, runs: Math.min(most, Math.ceil(wanted / BATCH) * BATCH) }
  }
}
