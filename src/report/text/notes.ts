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
import type { Language } from '../input.ts'
import { headingLines } from './heading.ts'
import { warningLines } from './proof-lines.ts'
import { type Stage, terminalWords } from './terminal-words.ts'

/** What runs are called: pairs of them where that is what is counted. */
export type Counted = 'runs' | 'pairs'

const countedIn = (count: number, what: Stage, language: Language): string =>
  terminalWords[language].counted[what](count)

interface Kept {
  readonly kept: number
  /** Of how many, where that is known beforehand. */
  readonly asked?: number
  readonly what?: Counted
  readonly known?: 'known' | 'complete'
}

/** How much of a study is there before it begins. */
export function knownNote(
  { kept, asked, what = 'runs', known = 'known' }: Kept,
  language: Language = 'en',
): string {
  const { notes, progress } = terminalWords[language]
  const all = countedIn(asked ?? kept, what, language)
  return notes[known](asked === undefined ? all : progress.of(String(kept), all))
}

/** How far a stage of the work is. */
export const progressText = (percent: number, total: number, what: Stage, language: Language) =>
  terminalWords[language].progress.part(percent, countedIn(total, what, language))

/** What a bar shows beside itself. */
export const barText = (total: number, what: Stage, language: Language): string =>
  terminalWords[language].progress.of('{value}', countedIn(total, what, language))

/** The time that is left; nothing before the first day has passed. */
export function leftText(seconds: number, language: Language): string {
  if (!Number.isFinite(seconds)) return ''
  const say = terminalWords[language].progress
  return seconds < 120 ? say.seconds(seconds) : say.minutes(Math.round(seconds / 60))
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
export function failedLines(
  { failed, path, what = 'runs', repeats = false }: Ended,
  language: Language = 'en',
): string[] {
  if (failed === 0) return []
  const say = terminalWords[language].notes
  const where = path === undefined ? '' : say.wrong(`${path}/failed`, repeats)
  return [say.failed(countedIn(failed, what, language), where)]
}

/** What failed, and what was not made. */
export function restLines(
  { asked, done, broken }: ExperimentProgress,
  ended: Ended,
  language: Language = 'en',
): string[] {
  const { what = 'runs' } = ended
  const { stopped } = terminalWords[language].notes
  return [
    ...failedLines(ended, language),
    ...(done + broken < asked ? [stopped(done, countedIn(asked, what, language))] : []),
  ]
}

/** The same of a fit. */
export const restOfFit = (
  { broken, ended }: FitCourse,
  path: string,
  language: Language = 'en',
): string[] => [
  ...failedLines({ failed: broken, path }, language),
  ...(ended === undefined ? [terminalWords[language].notes.stoppedFit] : []),
]

/**
 * The same of a study that was put together.
 * @param command that makes what is missing
 */
export function restOfMerge(
  { asked, done, broken }: ExperimentProgress,
  path: string,
  command: string,
  language: Language = 'en',
): string[] {
  const missing = asked - done - broken
  const { missing: lacks } = terminalWords[language].notes
  return [
    ...failedLines({ failed: broken, path, repeats: true }, language),
    ...(missing > 0 ? [lacks(missing, countedIn(asked, 'runs', language), command)] : []),
  ]
}

/** The same of a study of one question: which runs broke, and how far it was when it was interrupted. */
export function endLines(
  { results, broken, question }: Study,
  interrupted: boolean,
  language: Language = 'en',
): string[] {
  const asked = runsAsked(question)
  const say = terminalWords[language].notes
  const cut =
    results.length === asked
      ? say.cutAll
      : say.cut(results.length, countedIn(asked, 'runs', language))
  return [...brokenLines(broken, language), ...(interrupted ? [cut] : [])]
}

/** Runs that ended with a fault. */
export const brokenLines = (broken: Study['broken'], language: Language = 'en'): string[] =>
  broken.map(({ run, message }) => terminalWords[language].notes.broke(run, message))

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
  language: Language = 'en',
): string[] {
  const { notes: say, progress } = terminalWords[language]
  const whole = progress.of(String(known), String(plan.runs.length))
  const runs = countedIn(asked, 'runs', language)
  return [
    headingLines(experiment, language)[0],
    `${say.part(part.index, part.of)}: ${say.partDone(done, runs, broken, whole)}`,
    say.together(path, command),
  ]
}

/** Which run of a plan was made by itself. */
export const runLine = (
  { points }: Plan,
  { key, point, seed }: PlannedRun,
  language: Language = 'en',
): string => terminalWords[language].notes.run(key, point + 1, points[point].key, seed)

/** What it gave. */
export function againLines(
  { seconds, states }: { readonly seconds: number; readonly states: readonly string[] },
  wasKnown: boolean,
  language: Language = 'en',
): string[] {
  const say = terminalWords[language].notes
  return [wasKnown ? say.same : say.made, say.took(seconds.toFixed(1), states.join(', '))]
}

/** What is said before a run is made to see how long it takes, and where work was interrupted. */
export const trialNote = (language: Language = 'en'): string => terminalWords[language].notes.trial
export const cutFactsNote = (language: Language): string => terminalWords[language].notes.cutFacts
export const cutVerifyNote = (language: Language): string => terminalWords[language].notes.cutVerify

/** Where a study of many runs is written. */
export const writtenLines = (path: string | undefined, language: Language): string[] =>
  path === undefined ? [] : ['', terminalWords[language].kept.written(path)]

/**
 * All that readers of comparisons must be warned of: of scenarios, and of each comparison, where chance is not paired,
 * agents are not followed or constants absorb an effect.
 * @param ofScenarios warnings of the scenarios, each as a text
 */
export function designWarnings(
  ofScenarios: readonly string[],
  { scenarios: [baseline, ...policies], question }: Design,
  language: Language = 'en',
): string[] {
  return [
    ...ofScenarios,
    ...policies.flatMap((policy) => {
      const arm = question.policies.find(({ scenario }) => scenario === policy.name)!
      const lines = warningLines(baseline, policy, arm, language)
      const head = terminalWords[language].notes.against(policy.name, baseline.name)
      return lines.length === 0 ? [] : [head, ...lines]
    }),
  ]
}
