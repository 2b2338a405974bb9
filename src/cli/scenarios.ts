/** Scenario files as a study needs them: read, checked and resized by the options. */

import { basename, dirname, join } from 'node:path'
import { loadScenario } from '../node/index.ts'
import type { Language } from '../report/index.ts'
import {
  areListed,
  clashOf,
  type Finding,
  formatIn,
  heldBy,
  type ReadScenario,
  readScenario,
  readTogether,
  resized,
  type Scenario,
  withInput,
} from '../scenario/index.ts'
import { type Facts, readFacts, readFitFile, readStudyFile, readTargets } from '../study/index.ts'
import { type Given, type StudyOptions, studyOptions } from './options.ts'
import { badInput } from './stop.ts'
import { refuse } from './strict.ts'

/**
 * The options of a study and its scenarios, as given on the command line.
 * @throws Stop with what is wrong with options and with files, at once
 */
export function readStudy(
  given: Given,
  files: readonly string[],
): {
  readonly options: StudyOptions
  readonly scenarios: Scenario[]
  /** What is no fault of a scenario but perhaps not what was meant. */
  readonly warnings: string[]
} {
  const { options, faults } = studyOptions(given)
  const { read, ...found } = readTogether(files, loadScenario, options.set)
  const [findings, warnings] = [formatted(found.findings), formatted(found.warnings)]
  faults.push(...sizeFaults(read, options))
  const all = [...(faults.length > 0 ? [[...new Set(faults)].join('\n')] : []), ...findings]
  if (all.length > 0) throw badInput(all.join('\n\n'))
  const scenarios = read.map((one) => withInput(one, resized(one.input, options)))
  const clash = clashOf(scenarios)
  if (clash !== undefined) throw badInput(clash)
  return { options, scenarios, warnings }
}

/** Days and sizes that scenarios do not have. */
function sizeFaults(
  scenarios: readonly Scenario[],
  { days, scale }: Pick<StudyOptions, 'days' | 'scale'>,
): string[] {
  const faults: string[] = []
  for (const { name, input } of scenarios) {
    if (days !== undefined && days > input.days)
      faults.push(`--days is ${days}, but ${name} has ${input.days}: move its end to run longer`)
    for (const whom of areListed(input) ? (['buyers'] as const) : (['buyers', 'sellers'] as const))
      if (Math.round(input.size[whom] * scale) < 1)
        faults.push(`--scale is ${scale}, which leaves none of ${input.size[whom]} ${whom}`)
  }
  return faults
}

/** Every finding once: scenarios that share a base share its faults. */
const formatted = (findings: readonly Finding[], language: Language = 'en'): string[] => [
  ...new Set(findings.map(formatIn(language))),
]

/**
 * The options of a study and the facts of a file, whose scenarios are of the size asked for.
 * @throws Stop with what is wrong with options and with files, at once
 */
export function readFactsGiven(
  given: Given,
  file: string,
): { readonly options: StudyOptions; readonly facts: Facts; readonly warnings: string[] } {
  const { options, faults } = studyOptions(given)
  const read = readFacts(file, loadScenario, options.set)
  const sized = read.ok ? read.facts.comparisons : []
  const all = [
    ...[...faults, ...sized.flatMap(({ scenarios }) => sizeFaults(scenarios, options))],
    ...(read.ok ? [] : formatted(read.findings)),
  ]
  if (!read.ok || all.length > 0) throw badInput([...new Set(all)].join('\n\n'))
  const comparisons = sized.map((one) => ({
    ...one,
    scenarios: one.scenarios.map((scenario) =>
      withInput(scenario, resized(scenario.input, options)),
    ),
  }))
  return { options, facts: { ...read.facts, comparisons }, warnings: formatted(read.warnings) }
}

/** The folder of variants of the model, and from there the baseline that they are laid over. */
const [VARIANTS, BENEATH] = ['variants', '../../indonesia-2023.yaml']

/** The baseline of a variant, which extends nothing by itself; undefined of any other file. */
function baselineOf(file: string): string | undefined {
  const folder = dirname(file)
  const beneath = join(folder, BENEATH)
  if (basename(folder) !== VARIANTS || loadScenario(beneath) === undefined) return undefined
  const loaded = loadScenario(file)
  const text = loaded !== undefined && 'text' in loaded ? loaded.text : ''
  return text === '' || /^extends\s*:/m.test(text) ? undefined : beneath
}

/**
 * Scenarios as they are written, without the options of a study.
 * @param others findings in other files, told with theirs
 * @throws Stop with every fault of all of them
 */
export function readWritten(
  files: readonly string[],
  set: readonly string[],
  others: readonly Finding[] = [],
  language?: Language,
): ReadScenario[] {
  const read = files.map((file) => {
    const beneath = baselineOf(file)
    return beneath === undefined
      ? readScenario(file, loadScenario, { set })
      : readScenario(beneath, loadScenario, { set, over: [file] })
  })
  const findings = [...others, ...read.flatMap((one) => (one.ok ? [] : one.findings))]
  if (findings.length > 0) throw badInput(formatted(findings, language).join('\n\n'))
  return read.flatMap((one) => (one.ok ? [one] : []))
}

/** A scenario with what it is to reproduce, as an ODD description tells of it. */
export function readDescribed(file: string, set: readonly string[], targets?: string) {
  const wanted = targets === undefined ? undefined : readTargets(targets, loadScenario)
  const others = wanted === undefined || wanted.ok ? [] : wanted.findings
  const [read] = readWritten([file], set, others)
  return {
    scenario: read.scenario,
    held: heldBy(read),
    targets: wanted?.ok ? wanted.file.targets : [],
  }
}

/** Readers of files that are no scenarios, by the keys that tell them apart. */
const READERS = [
  [/^facts\s*:/m, readFacts],
  [/^targets\s*:[^\n]*[^\s#]/m, readFitFile],
  [/^targets\s*:/m, readTargets],
  [/^(baseline|vary|variants)\s*:/m, readStudyFile],
] as const

/** How a file is read by what it says: a study file, or a list of targets; nothing of a scenario. */
function readerOf(file: string) {
  const loaded = loadScenario(file)
  const text = loaded !== undefined && 'text' in loaded ? loaded.text : ''
  return READERS.find(([key]) => key.test(text))?.[1]
}

const SAID: Readonly<Record<Language, { readonly warning: string; readonly sound: string }>> = {
  en: { warning: 'WARNING', sound: 'no fault found' },
  id: { warning: 'PERINGATAN', sound: 'tidak ada kesalahan' },
}

/**
 * @returns one line a file, and what is no fault but perhaps not what was meant
 * @throws Stop where warnings are errors
 */
export function checkScenarios(
  files: readonly string[],
  set: readonly string[],
  strict = false,
  language: Language = 'en',
): string[] {
  const say = SAID[language]
  const readers = files.map((file) => ({ file, reader: readerOf(file) }))
  const scenarios = readers.flatMap(({ file, reader }) => (reader === undefined ? file : []))
  const studies = readers.flatMap(({ file, reader }) => reader?.(file, loadScenario) ?? [])
  const faults = studies.flatMap((read) => (read.ok ? [] : read.findings))
  const read = readWritten(scenarios, set, faults, language)
  const found = formatted(
    [
      ...read.flatMap((one) => one.warnings),
      ...studies.flatMap((one) => (one.ok && 'warnings' in one ? one.warnings : [])),
    ],
    language,
  )
  const warnings = found.map((warning) => `${say.warning}: ${warning}`)
  if (strict) refuse(warnings)
  return [...warnings, ...files.map((file) => `${file}: ${say.sound}`)]
}
