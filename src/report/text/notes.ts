/** What is said of studies while they are made and when they end. */

import {
  type Design,
  type ExperimentFound,
  type ExperimentProgress,
  type FitCourse,
  type Plan,
  type PlannedRun,
  runsAsked,
  type Study,
} from '../../study/index.ts'
import { warningLines } from './proof-lines.ts'

/** What runs are called: pairs of them where that is what is counted. */
export type Counted = 'runs' | 'pairs'

interface Kept {
  readonly kept: number
  /** Of how many, where that is known beforehand. */
  readonly asked?: number
  readonly what?: Counted
  readonly known?: 'known' | 'complete'
}

/** How much of a study is there before it begins. */
export function knownNote({ kept, asked, what = 'runs', known = 'known' }: Kept): string {
  const of = asked === undefined ? '' : ` of ${asked}`
  return `${kept}${of} ${what} are ${known} already and are not run again`
}

interface Ended {
  /** Runs that failed. */
  readonly failed: number
  /** The folder; undefined where none is written. */
  readonly path?: string | undefined
  readonly what?: Counted
  /** Whether one run can be made again by itself. */
  readonly repeats?: boolean
}

/** That runs failed, and where it stands why. */
export function failedLines({ failed, path, what = 'runs', repeats = false }: Ended): string[] {
  if (failed === 0) return []
  const named = failed === 1 ? what.slice(0, -1) : what
  const said = repeats ? 'what went wrong, and the command that repeats it,' : 'what went wrong'
  return [`${failed} ${named} failed${path === undefined ? '' : `: ${said} is in ${path}/failed`}`]
}

/** What failed, and what was not made. */
export function restLines({ asked, done, broken }: ExperimentProgress, ended: Ended): string[] {
  const { what = 'runs' } = ended
  return [
    ...failedLines(ended),
    ...(done + broken < asked
      ? [`stopped: ${done} of ${asked} ${what} are known; the same command goes on from there`]
      : []),
  ]
}

/** The same of a fit. */
export const restOfFit = ({ broken, ended }: FitCourse, path: string): string[] => [
  ...failedLines({ failed: broken, path }),
  ...(ended === undefined ? ['stopped: the same command goes on from there'] : []),
]

/**
 * The same of a study that was put together.
 * @param command that makes what is missing
 */
export const restOfMerge = (
  { asked, done, broken }: ExperimentProgress,
  path: string,
  command: string,
): string[] => [
  ...failedLines({ failed: broken, path, repeats: true }),
  ...(done + broken < asked
    ? [
        `${asked - done - broken} of ${asked} runs are in none of the parts. They are made by: ${command}`,
      ]
    : []),
]

/** The same of a study of one question: which runs broke, and how far it was when it was interrupted. */
export function endLines({ results, broken, question }: Study, interrupted: boolean): string[] {
  const asked = runsAsked(question)
  return [
    ...broken.map(({ run, message }) => `run ${run} broke: ${message}`),
    ...(!interrupted
      ? []
      : results.length === asked
        ? [
            'interrupted: all runs are complete and kept; the same command draws the charts and the page',
          ]
        : [
            `interrupted: ${results.length} of ${asked} runs are complete and kept; the same command goes on from there`,
          ]),
  ]
}

/**
 * How far a part is; what a study found is said of the whole.
 * @param command that puts the parts together
 */
export function partLines(
  { experiment, plan, known }: ExperimentFound,
  { asked, done, broken }: ExperimentProgress,
  part: { readonly index: number; readonly of: number },
  path: string,
  command: string,
): string[] {
  return [
    experiment.title,
    `part ${part.index} of ${part.of}: ${done} of ${asked} runs are known, ${broken} failed; of the whole study ${known} of ${plan.runs.length}`,
    `written to ${path}; with the folders of the other parts: ${command}`,
  ]
}

/** Which run of a plan was made by itself. */
export const runLine = ({ points }: Plan, { key, point, seed }: PlannedRun): string =>
  `run ${key}: point ${point + 1} (${points[point].key}), seed ${seed}`

/** What it gave. */
export const againLines = (
  { seconds, states }: { readonly seconds: number; readonly states: readonly string[] },
  wasKnown: boolean,
): string[] => [
  wasKnown ? 'gives what is kept of it, to the byte' : 'is made and kept',
  `took ${seconds.toFixed(1)} s; its worlds ended in the states ${states.join(', ')}`,
]

/**
 * All that readers of comparisons must be warned of: of scenarios, and of each comparison, where chance is not paired,
 * agents are not followed or constants absorb an effect.
 * @param ofScenarios warnings of the scenarios, each as a text
 */
export function designWarnings(
  ofScenarios: readonly string[],
  { scenarios: [baseline, ...policies], question }: Design,
): string[] {
  return [
    ...ofScenarios.map((warning) => `WARNING: ${warning}`),
    ...policies.flatMap((policy) => {
      const arm = question.policies.find(({ scenario }) => scenario === policy.name)!
      const lines = warningLines(baseline, policy, arm)
      return lines.length === 0 ? [] : [`${policy.name}, against ${baseline.name}`, ...lines]
    }),
  ]
}
