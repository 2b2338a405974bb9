/** The effect that stands for a policy. */
import type { Scenario } from '../scenario/index.ts'
import { type EffectsInWindow, mainWindowOf } from './answers.ts'
import { headlines } from './headlines.ts'
import type { Effect, RunResult } from './results.ts'
import type { Question } from './task.ts'

/** The first headline of the main window of a policy. */
export function mainEffect(
  windows: readonly EffectsInWindow[],
  policy: Scenario,
  question: Question,
  results: readonly RunResult[],
  window?: string,
): Effect | undefined {
  const effects = mainWindowOf(windows, policy, question, window)?.effects ?? []
  return headlines(effects, results[0]?.cells ?? [])[0]
}
