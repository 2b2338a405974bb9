/** The effect that stands for a policy. */
import type { Scenario } from '../scenario/index.ts'
import { type EffectsInWindow, mainWindow } from './answers.ts'
import { headlines } from './headlines.ts'
import type { Effect, RunResult } from './results.ts'
import type { Question } from './task.ts'

/** The first headline of the main window of a policy. */
export function mainEffect(
  windows: readonly EffectsInWindow[],
  policy: Scenario,
  { policies }: Question,
  results: readonly RunResult[],
  window?: string,
): Effect | undefined {
  const own = windows.filter(({ scenario }) => scenario === policy.name)
  const fork = policies.find(({ scenario }) => scenario === policy.name)?.fork
  const effects = mainWindow(own, policy, fork, window)?.effects ?? []
  return headlines(effects, results[0]?.cells ?? [])[0]
}
