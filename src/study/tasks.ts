/** From a question to its tasks. */
import { PROGRAM } from './program.ts'
import { baselineKey, policyKey, sharedKey } from './record.ts'
import { seedOf } from './seeds.ts'
import type { PolicyArm, Question, Task } from './task.ts'

/**
 * One task a run.
 * @param code the version of the code that runs, a part of every key
 */
export const tasksOf = (question: Question, code: string = PROGRAM): Task[] =>
  Array.from({ length: question.runs }, (_, before) => {
    const { baseline, policies, aside = [] } = question
    const run = before + 1
    const about = { baseline, seed: seedOf(question.seed, run), run, code }
    const keyed = (arms: readonly PolicyArm[], explains: boolean) =>
      arms.map((arm) => ({ ...arm, key: policyKey(about, arm, explains) }))
    return {
      run,
      seed: about.seed,
      baseline: { ...baseline, key: baselineKey(about) },
      policies: keyed(policies, false),
      aside: keyed(aside, true),
      shared: sharedKey(about),
    }
  })
