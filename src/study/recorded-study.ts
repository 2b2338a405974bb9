/** Reads what a study left of itself: what ran, so that it can run again. */
import { bringModules, type MarketInput } from '../market/index.ts'
import {
  BadInput,
  checkInput,
  clashOf,
  fingerprint,
  formatFinding,
  inputFindings,
  printable,
  type Scenario,
  shellLine,
} from '../scenario/index.ts'
import { type FileHash, FORM } from './manifest.ts'
import { CALL, VERSION } from './program.ts'
import { RECENT } from './proof.ts'
import { seedOf } from './seeds.ts'
import { type Design, type DesignOptions, designOf, fingerprintOf } from './study.ts'
import type { Recorded, RecordedRun } from './verification.ts'

/** Why a study cannot run again, as findings where the reason has a place. */
export class CannotRun extends Error {
  readonly findings: readonly string[]

  constructor(reason: string, findings: readonly string[] = []) {
    super(reason)
    this.findings = findings
  }
}

export interface RecordedStudy extends Recorded {
  readonly design: Design
  readonly files: readonly FileHash[]
  /** What it says of itself and what does not follow from its inputs and runs: `complete`, `scenarios[1].fork`. */
  readonly untrue: readonly string[]
}

/**
 * More of these than any study has: a manifest that says so is not one of ours. `values` and `depth` are of one scenario's
 * input, and are counted before it is looked at.
 */
const MOST = {
  runs: 10_000,
  scenarios: 1_000,
  files: 1_000_000,
  windows: 1_000,
  name: 1_000,
  values: 1_000_000,
  depth: 32,
  findings: 100,
}

/**
 * The study that a manifest describes.
 * @param path name of the text in findings
 * @param trust whether programs of policies from outside, which stand in it, may run here
 * @throws CannotRun
 */
export function recordedStudy(
  text: string,
  path: string,
  { trust = false }: Trusting = {},
): RecordedStudy {
  const manifest = parsed(text, path)
  if (!isRecord(manifest) || typeof manifest.pasar !== 'string')
    throw new CannotRun(`${path} is not the manifest of a study`)
  const { pasar, form, seed, runs, results, scenarios, files } = manifest
  if (form !== FORM)
    throw new CannotRun(
      `${path} has form ${Number.isInteger(form) ? form : 'none'}, and this version reads form ${FORM}\nit was written by pasar ${printable(pasar, 40)}: verify it with that version, or run its command again`,
    )
  const asked = isRecord(runs) ? runs.asked : undefined
  if (typeof seed !== 'string' || !isCount(asked, MOST.runs))
    throw new CannotRun(`${path} lacks its seed, or its number of runs (1 to ${MOST.runs})`)
  if (!isList(scenarios, isScenario, MOST.scenarios) || scenarios.length === 0)
    throw new CannotRun(`${path} lacks its scenarios, or one of them lacks its name or input`)
  if (!isList(results, isRun, MOST.runs * MOST.scenarios))
    throw new CannotRun(`${path} lacks the hashes of its runs`)
  if (!isList(files, isFile, MOST.files))
    throw new CannotRun(`${path} lacks the sha256 of its files`)
  if (results.length === 0) throw new CannotRun(`no run of ${path} is complete`)
  const misnamed = results.find(({ run, seed: own }) => own !== seedOf(seed, run))
  if (misnamed !== undefined)
    throw new CannotRun(
      `run ${misnamed.run} in ${path} has the seed ${printable(misnamed.seed)}, not ${printable(seedOf(seed, misnamed.run))}`,
    )
  const names = new Set(scenarios.map(({ name }) => name))
  const unknown = results.find(({ scenario }) => !names.has(scenario))
  if (unknown !== undefined)
    throw new CannotRun(
      `${path} has a run of ${printable(unknown.scenario)}, which is none of its scenarios`,
    )
  checkParts(path, manifest, scenarios, results, files)
  if (trust) bringPrograms(path, scenarios)
  const more = results.reduce((most, { run }) => Math.max(most, run), asked)
  const { design, filled } = designIn(path, text, manifest, scenarios, { seed, runs: more })
  const columns = columnsIn(manifest.columns)
  const untrue = untrueIn(manifest, scenarios, design, {
    complete: results.length,
    same: pasar === VERSION && filled.length === 0,
  })
  const { question } = design
  return { version: pasar, results, columns, filled, files, untrue, design, question }
}

/**
 * Statements of a manifest that other parts of it refute.
 * @param same whether it is of this version, which gives the same inputs the same fingerprints and days of parting
 */
function untrueIn(
  manifest: Readonly<Record<string, unknown>>,
  written: readonly NamedScenario[],
  design: Design,
  { complete, same }: { readonly complete: number; readonly same: boolean },
): string[] {
  const { scenarios, question } = design
  const { asked, ...runs } = isRecord(manifest.runs) ? manifest.runs : {}
  const statements: (readonly [string, unknown, ...unknown[]])[] = [
    ['title', manifest.title, scenarios[scenarios.length - 1].title],
    ['complete', manifest.complete, complete === scenarios.length * Number(asked)],
    ['runs.scenarios', runs.scenarios, scenarios.length],
    ['runs.complete', runs.complete, complete],
  ]
  if (same) statements.push(['fingerprint', manifest.fingerprint, fingerprintOf(design)])
  for (const [at, { fingerprint: own }] of scenarios.entries()) {
    const { fingerprint, fork, proved } = written[at]
    const arm = question.policies[at - 1]
    const place = `scenarios[${at}]`
    if (same) statements.push([`${place}.fingerprint`, fingerprint, own])
    if (same && arm !== undefined)
      statements.push(
        [`${place}.fork`, fork, arm.fork],
        [`${place}.proved`, proved, RECENT, Math.max(1, arm.fork)],
      )
  }
  return statements.flatMap(([name, said, ...either]) =>
    said === undefined || either.includes(said) ? [] : [name],
  )
}

export interface Trusting {
  readonly trust?: boolean
}

/** Makes the policies known whose programs a manifest holds. @throws CannotRun where one of them breaks */
function bringPrograms(path: string, scenarios: readonly NamedScenario[]): void {
  for (const { name, input } of scenarios) {
    const modules = isRecord(input) && isRecord(input.modules) ? input.modules : {}
    const named = isRecord(input) && Array.isArray(input.policies) ? input.policies : []
    const programs = Object.entries(modules).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' &&
        named.some((policy) => isRecord(policy) && policy.module === entry[0]),
    )
    try {
      bringModules({ modules: Object.fromEntries(programs) })
    } catch (problem) {
      throw new CannotRun(
        `${path} has a policy of ${printable(name)} that cannot be taken: ${printable((problem as Error).message)}`,
      )
    }
  }
}

/** Hashes of columns by scenario; what is none is left out, and nothing is said of it. */
function columnsIn(columns: unknown): Record<string, Record<string, string>> {
  const entries = Object.entries(isRecord(columns) ? columns : {})
  return Object.fromEntries(
    entries.filter((entry): entry is [string, Record<string, string>] => {
      const [, hashes] = entry
      return isRecord(hashes) && Object.values(hashes).every((hash) => typeof hash === 'string')
    }),
  )
}

const whyInvalid = (findings: readonly { readonly code: string }[]): string =>
  findings.some(({ code }) => code === 'untrusted-policy')
    ? 'it was run with a policy from a file of its own, whose program is in the manifest'
    : 'its scenario is no longer valid'

/** What else a manifest of ours never holds. @throws CannotRun */
function checkParts(
  path: string,
  manifest: Readonly<Record<string, unknown>>,
  scenarios: readonly NamedScenario[],
  results: readonly RecordedRun[],
  files: readonly FileHash[],
): void {
  const twice = firstTwice(results.map(({ scenario, run }) => `run ${run} of ${scenario}`))
  if (twice !== undefined) throw new CannotRun(`${path} has ${printable(twice)} twice`)
  const file = firstTwice(files.map(({ name }) => name))
  if (file !== undefined) throw new CannotRun(`${path} lists ${printable(file)} twice`)
  for (const { name, input, windows, fork, proved } of scenarios) {
    const counted = [fork, proved].every(
      (days) => days === undefined || days === 0 || isCount(days, Number.MAX_SAFE_INTEGER),
    )
    if (!counted) throw new CannotRun(`${path} has a fork or proof of ${name} that is no day`)
    if (windows !== undefined && !isList(windows, isWindow, MOST.windows))
      throw new CannotRun(`${path} has a window of ${name} that is none`)
    if (isHuge(input)) throw new CannotRun(`${path} has an input of ${name} that no market has`)
  }
  for (const { scenario, run, days } of results) {
    const { input } = scenarios.find(({ name }) => name === scenario)!
    if (days !== undefined && days !== Reflect.get(Object(input), 'days'))
      throw new CannotRun(
        `${path} has other days in run ${run} of ${printable(scenario)} than in its scenario`,
      )
  }
  for (const name of ['combined', 'divided'] as const)
    if (manifest[name] !== undefined && typeof manifest[name] !== 'boolean')
      throw new CannotRun(`${path} says neither true nor false of ${name}`)
  if (manifest.window !== undefined && !isName(manifest.window))
    throw new CannotRun(`${path} names a main window that is no text`)
  if (manifest.combined === true && scenarios.length < 4)
    throw new CannotRun(`${path} is called combined, and has fewer than two policies to combine`)
}

const firstTwice = (names: readonly string[]): string | undefined => {
  const seen = new Set<string>()
  return names.find((name) => seen.size === seen.add(name).size)
}

/** Whether something holds more, or is nested deeper, than the input of any market. */
function isHuge(input: unknown): boolean {
  let level: unknown[] = [input]
  let values = 0
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST.depth) return true
    const inner: unknown[] = []
    for (const one of level) {
      if (typeof one !== 'object' || one === null) continue
      const parts = Array.isArray(one) ? one : Object.values(one)
      values += parts.length
      if (values > MOST.values) return true
      for (const part of parts) inner.push(part)
    }
    level = inner
  }
  return false
}

/** Number of runs requested and command of a study that has begun; undefined where the text is not a study of this program. */
export function begunStudy(
  text: string,
): { readonly asked: number; readonly command: string } | undefined {
  try {
    const { runs, made } = JSON.parse(text)
    const words = isList(made.command, (word) => typeof word === 'string', 1000)
    if (!isCount(runs.asked, MOST.runs) || !isCount(runs.scenarios, MOST.scenarios) || !words)
      return undefined
    const command = `${CALL} ${shellLine(made.command)}`
    return { asked: runs.asked * runs.scenarios, command: printable(command, 1000) }
  } catch {
    return undefined
  }
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (problem) {
    const { message } = problem as Error
    const at = /position (\d+)/.exec(message)
    const before = text.slice(0, at === null ? text.length : Number(at[1])).split('\n')
    const place = `${path}:${before.length}:${before[before.length - 1].length + 1}`
    throw new CannotRun(`${place}  this is not JSON: ${printable(message, 200)}`)
  }
}

interface NamedScenario {
  readonly name: string
  readonly input: unknown
  readonly fingerprint?: unknown
  readonly windows?: unknown
  readonly fork?: unknown
  readonly proved?: unknown
}

/** The design, from the inputs in the manifest: scenario files may have changed since. */
function designIn(
  path: string,
  text: string,
  manifest: Readonly<Record<string, unknown>>,
  written: readonly NamedScenario[],
  { seed, runs }: { readonly seed: string; readonly runs: number },
): { readonly design: Design; readonly filled: readonly string[] } {
  const checked = written.map(({ input }) => checkInput(input))
  const findings = checked.flatMap(({ faults }, at) =>
    faults.length === 0
      ? []
      : inputFindings(path, text, ['scenarios', at, 'input'], faults.slice(0, MOST.findings)),
  )
  if (findings.length > 0)
    throw new CannotRun(whyInvalid(findings), [...new Set(findings.map(formatFinding))])
  const scenarios = checked.map(({ input }, at) =>
    said(written[at] as unknown as Readonly<Record<string, unknown>>, input),
  )
  const window = typeof manifest.window === 'string' ? manifest.window : undefined
  const design = designed(scenarios, { seed, runs, why: manifest.divided === true, window })
  const policies = design.question.policies.map((arm, at) => {
    const { proved } = written[at + 1]
    return isCount(proved, arm.input.days) ? { ...arm, proved } : arm
  })
  return {
    design: {
      ...design,
      question: { ...design.question, policies },
      combined: manifest.combined === true,
    },
    filled: [...new Set(checked.flatMap(({ filled }) => filled))],
  }
}

/** @throws CannotRun where the scenarios do not go together */
function designed(scenarios: readonly Scenario[], options: DesignOptions): Design {
  const clash = clashOf(scenarios)
  if (clash !== undefined) throw new CannotRun(clash)
  try {
    return designOf(scenarios, options)
  } catch (problem) {
    if (problem instanceof BadInput) throw new CannotRun(problem.message)
    throw problem
  }
}

/** What a scenario says of itself, as far as the manifest has it. */
function said(scenario: Readonly<Record<string, unknown>>, input: MarketInput): Scenario {
  const { name, title, question, indonesian, windows } = scenario
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const translated = isRecord(indonesian) ? indonesian : {}
  return {
    name: text(name),
    title: text(title),
    question: text(question),
    indonesian: { title: text(translated.title), question: text(translated.question) },
    windows: isList(windows, isWindow, MOST.windows) ? windows : [],
    textbook: input.tables.sellers.length > 0,
    input,
    fingerprint: fingerprint(input),
    seed: '',
    runs: 0,
    numbers: [],
    files: [],
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isCount = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most

const isList = <T>(
  value: unknown,
  fits: (item: unknown) => item is T,
  most: number,
): value is T[] => Array.isArray(value) && value.length <= most && value.every(fits)

const isScenario = (item: unknown): item is NamedScenario =>
  isRecord(item) && isName(item.name) && 'input' in item

const isWindow = (item: unknown): item is Scenario['windows'][number] =>
  isRecord(item) &&
  isName(item.name) &&
  Number.isSafeInteger(item.from) &&
  Number.isSafeInteger(item.to)

/** Something that can be said in a line. */
const isName = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && printable(value, MOST.name) === value

/** A path below the folder of a study that cannot lead out of it. */
export const isInside = (name: unknown): name is string =>
  typeof name === 'string' &&
  name !== '' &&
  !/^[/\\]|^[a-zA-Z]:|\0/.test(name) &&
  !name.split(/[/\\]/).some((part) => part === '..' || part === '.' || part === '')

const isFile = (item: unknown): item is FileHash =>
  isRecord(item) &&
  isInside(item.name) &&
  isName(item.name) &&
  Number.isSafeInteger(item.bytes) &&
  Number(item.bytes) >= 0 &&
  typeof item.sha256 === 'string' &&
  /^[0-9a-f]{64}$/.test(item.sha256)

const isRun = (item: unknown): item is RecordedRun & { readonly seed: string } => {
  if (!isRecord(item)) return false
  const { scenario, run, seed, stateHash } = item
  const texts = [scenario, seed, stateHash].every((one) => typeof one === 'string')
  return texts && isCount(run, MOST.runs)
}
