/** Scenario files as a study needs them: checked, resized by the options, with a name of their own. */
import { basename } from 'node:path'
import type { MarketInput } from '../market/index.ts'
import {
  type DifferenceWords,
  describeDifferences,
  type Finding,
  fingerprint,
  firstDifference,
  formatFinding,
  type ReadScenario,
  readScenario,
  differByDatesOnly as sameButForDates,
  unpaired,
} from '../scenario/index.ts'
import type { Window } from '../study/index.ts'
import { loadScenario } from './disk.ts'
import { type Given, type StudyOptions, studyOptions } from './options.ts'
import { resized } from './resized.ts'
import { badInput } from './stop.ts'

export interface Loaded {
  /** The name of the file, without folder and ending. */
  readonly name: string
  readonly title: string
  readonly question: string
  readonly indonesian: { readonly title: string; readonly question: string }
  readonly input: MarketInput
  readonly fingerprint: string
  readonly windows: readonly Window[]
  /** What the file says of seed and runs, where the command line says nothing. */
  readonly seed: string
  readonly runs: number
}

/**
 * The options of a study and its scenarios, as given on the command line.
 * @throws Stop with what is wrong with options and with files, at once
 */
export function readStudy(
  given: Given,
  files: readonly string[],
): { readonly options: StudyOptions; readonly scenarios: Loaded[] } {
  const { options, faults } = studyOptions(given)
  const { read, findings } = readFiles(files, options.set)
  for (const { name, input } of read) {
    const { days, scale } = options
    if (days !== undefined && days > input.days)
      faults.push(`--days is ${days}, but ${name} has ${input.days}: move its end to run longer`)
    for (const whom of ['buyers', 'sellers'] as const)
      if (Math.round(input.size[whom] * scale) < 1)
        faults.push(`--scale is ${scale}, which leaves none of ${input.size[whom]} ${whom}`)
  }
  const all = [...(faults.length > 0 ? [[...new Set(faults)].join('\n')] : []), ...findings]
  if (all.length > 0) throw badInput(all.join('\n\n'))
  const scenarios = read.map((one): Loaded => {
    const input = resized(one.input, options)
    return { ...one, input, fingerprint: fingerprint(input) }
  })
  refuseClash(scenarios)
  return { options, scenarios }
}

/**
 * A baseline and the scenarios to compare with it. `--set` holds for all of them; a path that begins with `policies`
 * for those that have policies, of which the first is none.
 */
function readFiles(files: readonly string[], set: readonly string[]) {
  const findings: Finding[] = []
  // Each keeps its number: that is how a fault names it.
  const forAll = set.map((setting) => (ofPolicies(setting) ? undefined : setting))
  const takers = forAll.includes(undefined) ? withPolicies(files, forAll) : files
  const read = files.flatMap((file) => {
    const result = readScenario(file, loadScenario, { set: takers.includes(file) ? set : forAll })
    if (!result.ok) {
      findings.push(...result.findings)
      return []
    }
    const { title, question, indonesian, seed, runs, windows } = result.scenario
    const name = basename(file).replace(/\.ya?ml$/, '')
    return [{ name, title, question, indonesian, input: result.input, windows, seed, runs }]
  })
  return { read, findings: formatted(findings) }
}

const ofPolicies = (setting: string) => setting.trimStart().startsWith('policies')

/** Scenarios with policies; where none has any, all but the baseline, so that the fault is found. */
function withPolicies(
  files: readonly string[],
  set: readonly (string | undefined)[],
): readonly string[] {
  if (files.length === 1) return files
  const compared = files.slice(1)
  const having = compared.filter((file) => {
    const read = readScenario(file, loadScenario, { set })
    return !read.ok || read.input.policies.length > 0
  })
  return having.length > 0 ? having : compared
}

/** Every finding once: scenarios that share a base share its faults. */
const formatted = (findings: readonly Finding[]): string[] => [
  ...new Set(findings.map(formatFinding)),
]

function refuseClash(loaded: readonly Loaded[]): void {
  const [baseline] = loaded
  for (const [at, { name, input }] of loaded.entries()) {
    if (loaded.findIndex((other) => other.name === name) < at)
      throw badInput(`two scenarios are called ${name}: rename one of the files`)
    if (input.start !== baseline.input.start)
      throw badInput(
        `${name} starts on ${input.start}, ${baseline.name} on ${baseline.input.start}: nothing to compare day by day`,
      )
  }
}

/** First day on which a policy's world may differ from the baseline's; the end where nothing differs. */
export function forkOf(baseline: Loaded, policy: Loaded): number {
  const { days } = policy.input
  return Math.min(days, firstDifference(baseline.input, policy.input) ?? days)
}

/** What a policy's input changes, in words, one change a line. */
export const differences = (
  baseline: Loaded,
  input: MarketInput,
  words?: DifferenceWords,
): string[] => describeDifferences(baseline.input, input, words)

/** Whether a policy is dated changes of the baseline and nothing else. */
export const differByDatesOnly = (baseline: Loaded, { input }: Loaded): boolean =>
  sameButForDates(baseline.input, input)

/** The parts of two worlds that cannot share their chance, in words. */
export const unpairedParts = (baseline: Loaded, input: MarketInput): string[] =>
  unpaired(baseline.input, input)

/**
 * Scenarios as they are written, without the options of a study.
 * @throws Stop with every fault of all of them
 */
export function readWritten(files: readonly string[], set: readonly string[]): ReadScenario[] {
  const read = files.map((file) => readScenario(file, loadScenario, { set }))
  const findings = read.flatMap((one) => (one.ok ? [] : one.findings))
  if (findings.length > 0) throw badInput(formatted(findings).join('\n\n'))
  return read.flatMap((one) => (one.ok ? [one] : []))
}

/** @returns one line a file */
export function checkScenarios(files: readonly string[], set: readonly string[]): string[] {
  readWritten(files, set)
  return files.map((file) => `${file}: no fault found`)
}
