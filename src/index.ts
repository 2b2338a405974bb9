/**
 * The library: scenarios in, answers out. It knows no disk, no screen and no thread; whoever calls hands these in, or
 * takes what an adapter brings (in Node, `pasar` reads files and runs on threads by itself).
 */
import { createMarket } from './market/index.ts'
import {
  BadInput,
  clashOf,
  formatFinding,
  type Load,
  nearest,
  printable,
  readScenario as read,
  resized,
  type Scenario,
  type Size,
  withInput,
} from './scenario/index.ts'
import {
  type Answer,
  type AnswerOptions,
  analysed,
  askedOf,
  carryOut,
  type DesignOptions,
  designOf,
  type ExplainOptions,
  type Explanation,
  explain as explainIn,
  type Fit,
  firstDifference,
  fitOf,
  inThisThread,
  parted,
  type ReadTargets,
  type Runner,
  readTargets as readTargetsFile,
  recordedStudy,
  type Target,
  untilTargets,
  type Verified,
  verifyStates,
} from './study/index.ts'

export { type Finding, formatFinding, type Load } from './scenario/index.ts'
export {
  type Baselines,
  CannotRun,
  type Effect,
  type EffectsInWindow,
  type Fit,
  type Level,
  type LevelsInWindow,
  memoryBaselines,
  memoryStore,
  type Runner,
  type RunRecord,
  type RunResult,
  type Store,
  type Target,
  type Task,
  VERSION,
  withRunner,
} from './study/index.ts'
export {
  type Answer,
  BadInput,
  type ExplainOptions,
  type Explanation,
  type Scenario,
  type Verified,
}

export interface ReadOptions extends Size {
  /** The text of a file by its path; undefined where there is none. */
  readonly load: Load
  /** `path=value`, laid over the file in order. */
  readonly set?: readonly string[]
}

/**
 * Reads a scenario.
 * @throws BadInput with every fault, each with its place and a way out
 */
export function readScenario(path: string, options: ReadOptions): Scenario {
  const { load, set = [], ...size } = options
  const unknown = unknownOptions(options, READ_OPTIONS)
  if (unknown.length > 0) throw new BadInput(...unknown)
  checkSize(size)
  const result = read(path, load, { set })
  if (!result.ok) throw new BadInput(...result.findings.map(formatFinding))
  return withInput(result.scenario, resized(result.scenario.input, size))
}

/** @throws BadInput with every number that no market has */
function checkSize({ scale, days }: Size): void {
  const faults = [
    ...(scale === undefined || (scale > 0 && scale <= 10_000)
      ? []
      : [`scale is ${scale}, expected a number above 0, up to 10,000`]),
    ...(days === undefined || (Number.isInteger(days) && days >= 1)
      ? []
      : [`days is ${days}, expected a whole number from 1`]),
  ]
  if (faults.length > 0) throw new BadInput(...faults)
}

/**
 * Callers without types learn of a mistake before anything runs, too.
 * @throws BadInput with every option that there is none of, and of what is no scenario
 */
function checkStudy(scenarios: readonly Scenario[], options: StudyOptions): void {
  const faults = scenarios.flatMap((scenario, nth) =>
    typeof scenario?.input?.start === 'string'
      ? []
      : [
          `scenario ${nth + 1} is ${typeof scenario === 'string' ? printable(scenario) : typeof scenario}, expected what readScenario returns: readScenario('FILE.yaml')`,
        ],
  )
  faults.push(...unknownOptions(options, STUDY_OPTIONS))
  if (faults.length > 0) throw new BadInput(...faults)
}

/** What no option is called, each with the one that may be meant. */
function unknownOptions(options: object, known: readonly string[]): string[] {
  return Object.keys(options)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const meant = nearest(name, known)
      const hint = meant === undefined ? `it has: ${known.join(', ')}` : `did you mean ${meant}?`
      return `there is no option ${printable(name)}  ${hint}`
    })
}

/** Where and how a study runs. */
export interface StudyOptions extends DesignOptions, AnswerOptions {
  /** Else the runs go one after another in this thread, which they hold up meanwhile. */
  readonly runner?: Runner
}

/**
 * Runs one scenario and gives its levels.
 * @returns `levels` by window, with 95 % intervals over runs, and every run in `results`; the window that stands for the
 * scenario has `main: true`
 */
export const run = (scenario: Scenario, options: StudyOptions = {}): Promise<Answer> =>
  studied([scenario], options)

/**
 * Runs policies and their baseline, paired by seed.
 * @returns `effects` by policy and window, with 95 % intervals of the paired difference; of each policy the window that
 * stands for it, by which reports lead, has `main: true`
 * @throws BadInput where the scenarios cannot be compared
 */
export const compare = (
  baseline: Scenario,
  policies: Scenario | readonly Scenario[],
  options: StudyOptions = {},
): Promise<Answer> => studied([baseline, ...[policies].flat()], options)

async function studied(scenarios: readonly Scenario[], options: StudyOptions): Promise<Answer> {
  checkStudy(scenarios, options)
  const clash = clashOf(scenarios)
  if (clash !== undefined) throw new BadInput(clash)
  const { runner = alone } = options
  return analysed(await carryOut(designOf(scenarios, options), runner, options))
}

/**
 * Asks one agent of one run why it did on a day what it did: what it saw, its options with their parts, its draw, and
 * the nearest change that would have led to another choice. It is recomputed from keyed draws, in this thread.
 * @throws BadInput where there is no such agent or day, or it decides nothing then
 */
export const explain = (scenario: Scenario, options: ExplainOptions): Explanation =>
  explainIn(scenario, options)

/**
 * The first day on which an agent does something else under a policy than without it, with both explanations, that of the
 * baseline first.
 * @throws BadInput where there is no such agent or day, or the two worlds do not have the same agents
 */
export function explainDifference(
  baseline: Scenario,
  policy: Scenario,
  { agent, ...options }: Pick<ExplainOptions, 'agent' | 'run' | 'seed' | 'progress'>,
): readonly [Explanation, Explanation] {
  const asked = askedOf(baseline, { agent, day: baseline.input.start })
  return firstDifference(parted(baseline, policy, options), asked.agent)
}

/**
 * Reads a targets file: what was seen of a market.
 * @throws BadInput with every fault
 */
export function readTargets(path: string, { load }: Pick<ReadOptions, 'load'>): readonly Target[] {
  const result: ReadTargets = readTargetsFile(path, load)
  if (!result.ok) throw new BadInput(...result.findings.map(formatFinding))
  return result.file.targets
}

/** How a baseline fits targets. */
export async function calibrate(
  baseline: Scenario,
  targets: readonly Target[],
  options: StudyOptions = {},
): Promise<{ readonly fits: readonly Fit[]; readonly runs: number }> {
  checkStudy([baseline], options)
  const { runner = alone } = options
  const { results } = await carryOut(
    designOf([untilTargets(baseline, targets)], options),
    runner,
    options,
  )
  return { fits: fitOf(results, targets), runs: results.length }
}

/**
 * Runs a study again and compares the state in which every run ends.
 * @param manifest the text of its `manifest.json`
 * @throws CannotRun where it is no manifest, or its scenario is no longer valid
 */
export const verify = (
  manifest: string,
  { runner = alone, ...options }: VerifyOptions = {},
): Promise<Verified> => verifyStates(recordedStudy(manifest, 'manifest.json'), runner, options)

export interface VerifyOptions extends Pick<AnswerOptions, 'progress' | 'signal'> {
  readonly runner?: Runner
}

/** Every option of a study; the compiler holds it to the type. */
const STUDY_OPTIONS = Object.keys({
  seed: true,
  runs: true,
  prove: true,
  combine: true,
  why: true,
  precision: true,
  maxRuns: true,
  window: true,
  runner: true,
  store: true,
  baselines: true,
  signal: true,
  code: true,
  began: true,
  record: true,
  broken: true,
  progress: true,
} satisfies Record<keyof StudyOptions, true>)

/** Every option of reading a scenario. */
const READ_OPTIONS = Object.keys({
  load: true,
  set: true,
  quick: true,
  scale: true,
  days: true,
} satisfies Record<keyof ReadOptions, true>)

/** In this thread. */
const alone: Runner = inThisThread({
  open: (input, seed, from) => createMarket(input, seed, from ? { from } : {}),
})
