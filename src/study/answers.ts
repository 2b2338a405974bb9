/** What a study found, window by window. */
import { dateOfDay, dayOfDate } from '../engine/index.ts'
import { beginsOn, type Cell } from '../market/index.ts'
import type { Scenario } from '../scenario/index.ts'
import { effects, type Level, levels } from './effects.ts'
import type { Effect, Proof, RunResult } from './results.ts'
import type { Arm, PolicyArm, Question } from './task.ts'
import { cut, datesOf, defaultWindow, isCalled, lastYear, type Window } from './window.ts'

/** A window by its dates, both included. */
export interface Dated {
  readonly window: string
  readonly from: string
  readonly to: string
}

export interface EffectsInWindow extends Dated {
  readonly scenario: string
  /** Of the one window that stands for its policy: what a report leads with. Others may lie before anything differs. */
  readonly main?: true
  readonly effects: readonly Effect[]
}

export interface LevelsInWindow extends Dated {
  /** Of the one window that stands for the scenario: its last 52 weeks, or all its days if fewer. */
  readonly main?: true
  readonly levels: readonly Level[]
}

export const runsOf = (results: readonly RunResult[], scenario: string): RunResult[] =>
  results.filter((result) => result.scenario === scenario)

/** The cells of a scenario: a policy may add some to those of every world. */
export const cellsOf = (results: readonly RunResult[], scenario: string): readonly Cell[] =>
  (runsOf(results, scenario)[0] ?? results[0]).cells

/** The proof of a policy, once its run 1 has ended. */
export const proofOf = (results: readonly RunResult[], scenario: string): Proof | undefined =>
  runsOf(results, scenario).find(({ proof }) => proof !== undefined)?.proof

const dated = (window: Window, start: string): Dated => {
  const { first, last } = datesOf(window, start)
  return { window: window.name, from: first, to: last }
}

/** Effects of every policy in each of its windows, cut to the days that both scenarios ran. */
export function effectsOf(
  question: Question,
  results: readonly RunResult[],
  windowsOf: (scenario: string) => readonly Window[],
): EffectsInWindow[] {
  const { baseline, policies } = question
  const before = runsOf(results, baseline.scenario)
  return policies.flatMap(({ scenario, input }) =>
    windowsOf(scenario).flatMap((whole) => {
      const window = cut(whole, Math.min(input.days, baseline.input.days))
      if (window === undefined) return []
      const found = effects(before, runsOf(results, scenario), window)
      return [{ scenario, ...dated(window, input.start), effects: found }]
    }),
  )
}

/**
 * The scenario's own windows that lie within the days run; for a policy the days it is in effect where none of them
 * reaches the first day that differs (as with windows of its base), and for a scenario alone its last year beside them.
 */
export function windowsFor(
  { windows }: Pick<Scenario, 'windows'>,
  arm: Arm | PolicyArm,
): readonly Window[] {
  const own = windows.filter((window) => cut(window, arm.input.days) !== undefined)
  if (!('fork' in arm)) return [...own, lastYear(arm.input)]
  return own.some(({ to }) => to > arm.fork) ? own : [...own, defaultWindow(arm.input, arm.fork)]
}

/**
 * The window that stands for a scenario: the one that is named, else the one that it calls its main one, else the first in which all its policies are in effect all the time and the
 * worlds differ, else the first in which some are. Windows that a scenario has from its base may lie before.
 * @param named a window by its name, whether it is cut short or not
 */
export function mainWindow(
  windows: readonly EffectsInWindow[],
  { input, windows: own }: Pick<Scenario, 'input' | 'windows'>,
  fork = 0,
  named?: string,
): EffectsInWindow | undefined {
  if (named !== undefined) return windows.find(({ window }) => isCalled(window, named))
  const main = own.find((window) => window.main)?.name
  const meant = main && windows.find(({ window }) => isCalled(window, main))
  if (meant) return meant
  const { first } = datesOf(defaultWindow(input, fork), input.start)
  const dateOf = (day: number) => dateOfDay(dayOfDate(input.start) + Math.ceil(day))
  const days = input.policies.map((policy) => beginsOn(policy) ?? 0)
  const all = dateOf(Math.max(0, fork, ...days))
  // A value that is none does not differ: of a price where nothing is sold there is no difference.
  const differs = (difference: number) => Number.isFinite(difference) && difference !== 0
  const moved = windows.filter(({ effects }) =>
    effects.some(({ difference }) => differs(difference)),
  )
  const since = (date: string) => moved.find(({ from }) => from >= date)
  return (
    since(all) ??
    since(first) ??
    moved.find(({ to }) => to >= dateOf(fork)) ??
    windows.find(({ from }) => from >= all) ??
    moved[0] ??
    windows[0]
  )
}

/** The window that stands for a policy of a question: see `mainWindow`. */
export function mainWindowOf(
  windows: readonly EffectsInWindow[],
  policy: Pick<Scenario, 'name' | 'input' | 'windows'>,
  { policies }: Pick<Question, 'policies'>,
  named?: string,
): EffectsInWindow | undefined {
  const own = windows.filter(({ scenario }) => scenario === policy.name)
  const fork = policies.find(({ scenario }) => scenario === policy.name)?.fork
  return mainWindow(own, policy, fork, named)
}

/** The same windows, those that stand for their policies marked: see `mainWindow`. */
export function withMain(
  windows: readonly EffectsInWindow[],
  policies: readonly Pick<Scenario, 'name' | 'input' | 'windows'>[],
  question: Pick<Question, 'policies'>,
  named?: string,
): EffectsInWindow[] {
  const main = policies.map((policy) => mainWindowOf(windows, policy, question, named))
  return windows.map((one) => (main.includes(one) ? { ...one, main: true } : one))
}

/** Levels of the baseline in each window; the last stands for it. */
export function levelsOf(
  { baseline }: Question,
  results: readonly RunResult[],
  windows: readonly Window[],
): LevelsInWindow[] {
  const { scenario, input } = baseline
  const found = windows.flatMap((whole) => {
    const window = cut(whole, input.days)
    if (window === undefined) return []
    return [{ ...dated(window, input.start), levels: levels(runsOf(results, scenario), window) }]
  })
  return found.map((one, at) => (at === found.length - 1 ? { ...one, main: true } : one))
}
