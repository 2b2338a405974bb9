/**
 * The library: scenarios in, answers out. It knows no disk, no screen and no thread; whoever calls hands these in, or
 * takes what an adapter brings (in Node, `pasar` reads files and runs on threads by itself).
 */
import {
  bring,
  createMarket,
  evaluated,
  faultsOf,
  isPolicy,
  KIT,
  type Policy,
  runPrograms,
  TRIAL,
  tryBy,
} from './market/index.ts'
import {
  BadInput,
  checkScenario,
  clashOf,
  type Finding,
  formatFinding,
  type Load,
  type OptionKind,
  optionFaults,
  readScenario as read,
  resized,
  type Scenario,
  type Size,
  shown,
  withInput,
} from './scenario/index.ts'
import {
  type Answer,
  type AnswerOptions,
  analysed,
  askedOf,
  calibrated,
  carryOut,
  type DesignOptions,
  designOf,
  type ExplainOptions,
  type Explanation,
  explain as explainIn,
  type Fit,
  firstDifference,
  inThisThread,
  parted,
  type ReadTargets,
  type Runner,
  readTargets as readTargetsFile,
  recordedStudy,
  type Target,
  type Verified,
  verifyStates,
} from './study/index.ts'

export type { Policy } from './market/index.ts'
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
  /**
   * Policies that the scenario may name beside those that are shipped, made with `policy` of `pasar/policy`. What is handed in
   * as an object stays in this thread; a file that the scenario names under `use` goes to others, too.
   */
  readonly policies?: readonly Policy[]
}

/**
 * Reads a scenario.
 * @throws BadInput with every fault, each with its place and a way out
 */
export function readScenario(path: string, options: ReadOptions): Scenario {
  refuse([...notText('path', path), ...optionFaults(options, READ_OPTIONS)])
  const { load, set = [], policies = [], ...size } = options
  checkSize(size)
  refuse(notPolicies(policies))
  tryBy(TRIAL)
  const named = policies.map((policy) => ({ policy, module: bring(policy) }))
  const loads: Load = Object.assign((asked: string) => handedIn(load(asked)), load, {
    policies: named,
  })
  const result = read(path, loads, { set })
  if (!result.ok) throw new BadInput(...result.findings.map(toldHere))
  return withInput(result.scenario, resized(result.scenario.input, size))
}

/** A finding in what was handed in as `set` is of its item: `set[0]:1:13`. */
const toldHere = (finding: Finding): string =>
  formatFinding({
    ...finding,
    file: finding.file.replace(/^--set (\d+)$/, (_, nth) => `set[${Number(nth) - 1}]`),
  })

/** What `load` returned. @throws BadInput where it is none of what it may be, such as a promise: reading does not wait */
function handedIn(returned: ReturnType<Load>): ReturnType<Load> {
  const { text } = Object(returned)
  if (returned === undefined || typeof text === 'string' || 'not' in Object(returned))
    return returned
  const whole = text === undefined ? shown(returned) : `a text that is ${shown(text)}`
  const what = 'then' in Object(returned) ? 'a promise' : whole
  throw new BadInput(
    `load returned ${what}, expected { text }, or nothing where there is no such file`,
    ...(what === 'a promise' ? ['fetch the texts first, and hand them in by their paths'] : []),
  )
}

const notPolicies = (policies: readonly unknown[]): string[] =>
  Array.isArray(policies)
    ? policies.flatMap((one, nth) =>
        isPolicy(one)
          ? [
              ...faultsOf(one).map(({ says }) => `policy ${one.name}: ${says.en}`),
              ...(policies.slice(0, nth).some((other) => other !== one && other?.name === one.name)
                ? [`policy ${one.name} is there twice: give one of the two another name`]
                : []),
            ]
          : [`policy ${nth + 1} is ${shown(one)}, expected what policy of ${KIT} returns`],
      )
    : [`policies are ${shown(policies)}, expected a list`]

/** @throws BadInput where there are faults */
function refuse(faults: readonly string[]): void {
  if (faults.length > 0) throw new BadInput(...faults)
}

const notText = (name: string, value: unknown): string[] =>
  typeof value === 'string' ? [] : [`${name} is ${shown(value)}, expected a text`]

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
  refuse(faults)
}

/**
 * Callers without types learn of a mistake before anything runs, too.
 * @returns the scenarios, with the fingerprints of what they hold
 * @throws BadInput with every option that there is none of or that is of another kind, and of what is no scenario
 */
function checkStudy(scenarios: readonly Scenario[], options: StudyOptions): readonly Scenario[] {
  return checkedAll(scenarios, optionFaults(options, STUDY_OPTIONS))
}

/** @throws BadInput with every fault of scenarios, and those that were found beside them */
function checkedAll(scenarios: readonly Scenario[], beside: readonly string[]): Scenario[] {
  const checked = scenarios.map((one, nth) => checkScenario(`scenario ${nth + 1}`, one))
  refuse([...checked.flatMap(({ faults }) => faults), ...beside])
  return checked.map(({ scenario }) => scenario)
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
): Promise<Answer> => {
  const given = [policies].flat()
  const none = 'policies are an empty list, expected a scenario or more: run tells of one alone'
  return given.length === 0
    ? Promise.reject(new BadInput(none))
    : studied([baseline, ...given], options)
}

async function studied(given: readonly Scenario[], options: StudyOptions): Promise<Answer> {
  const scenarios = checkStudy(given, options)
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
export function explain(scenario: Scenario, options: ExplainOptions): Explanation {
  const [checked] = checkExplain([scenario], options, ['agent', 'day'])
  return explainIn(checked, options)
}

/** @throws BadInput with every option that is none, is missing or is of another kind, and of what is no scenario */
function checkExplain(
  scenarios: readonly Scenario[],
  options: Partial<ExplainOptions>,
  needed: readonly ('agent' | 'day')[],
): readonly Scenario[] {
  return checkedAll(scenarios, [
    ...optionFaults(options, EXPLAIN_OPTIONS),
    ...needed.flatMap((name) =>
      options?.[name] === undefined ? [`${name} is missing, e.g. ${EXAMPLES[name]}`] : [],
    ),
  ])
}

const EXAMPLES = { agent: "'buyer:4127'", day: "'2023-10-05'" } as const

/**
 * The first day on which an agent does something else under a policy than without it, with both explanations, that of the
 * baseline first.
 * @throws BadInput where there is no such agent or day, or the two worlds do not have the same agents
 */
export function explainDifference(
  baseline: Scenario,
  policy: Scenario,
  given: Pick<ExplainOptions, 'agent' | 'run' | 'seed' | 'progress'>,
): readonly [Explanation, Explanation] {
  const [first, second] = checkExplain([baseline, policy], given, ['agent'])
  const { agent, ...options } = given
  const asked = askedOf(first, { agent, day: first.input.start })
  return firstDifference(parted(first, second, options), asked.agent)
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
  const [checked] = checkStudy([baseline], options)
  if (!Array.isArray(targets))
    throw new BadInput(`targets are ${shown(targets)}, expected what readTargets returns`)
  const { runner = alone } = options
  const { fits, runs } = await calibrated(checked, targets, runner, options)
  return { fits, runs }
}

/**
 * Runs a study again and compares the state in which every run ends.
 * @param manifest the text of its `manifest.json`
 * @throws CannotRun where it is no manifest, or its scenario is no longer valid
 */
export async function verify(manifest: string, options: VerifyOptions = {}): Promise<Verified> {
  refuse([...notText('manifest', manifest), ...optionFaults(options, VERIFY_OPTIONS)])
  const { runner = alone, trust = false, ...more } = options
  if (trust) runPrograms(evaluated)
  return verifyStates(recordedStudy(manifest, 'manifest.json', { trust }), runner, more)
}

export interface VerifyOptions extends Pick<AnswerOptions, 'progress' | 'signal'> {
  /** Whether programs of policies from outside, which stand in the manifest, may run here. */
  readonly trust?: boolean
  readonly runner?: Runner
}

const RUNNER = ['run', 'close'] as const

/** Every option of a study and of what kind it is; the compiler holds it to the type. */
const STUDY_OPTIONS = {
  seed: 'text',
  runs: 'number',
  prove: 'flag',
  combine: 'flag',
  why: 'flag',
  precision: 'number',
  maxRuns: 'number',
  window: 'text',
  runner: RUNNER,
  store: ['has', 'get', 'put'],
  baselines: ['get', 'put'],
  signal: 'object',
  code: 'text',
  began: 'function',
  record: 'function',
  broken: 'function',
  progress: 'function',
} as const satisfies Record<keyof StudyOptions, OptionKind>

const READ_OPTIONS = {
  load: 'function',
  set: 'texts',
  policies: 'object',
  quick: 'flag',
  scale: 'number',
  days: 'number',
} as const satisfies Record<keyof ReadOptions, OptionKind>

const VERIFY_OPTIONS = {
  runner: RUNNER,
  trust: 'flag',
  progress: 'function',
  signal: 'object',
} as const satisfies Record<keyof VerifyOptions, OptionKind>

const EXPLAIN_OPTIONS = {
  agent: 'text',
  day: 'text',
  run: 'number',
  seed: 'text',
  from: 'object',
  progress: 'function',
} as const satisfies Record<keyof ExplainOptions, OptionKind>

/** Runs one after another in this thread, which they hold up meanwhile. */
export const alone: Runner = inThisThread({
  open: (input, seed, from) => createMarket(input, seed, from ? { from } : {}),
})
