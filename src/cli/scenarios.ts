/** Files as commands need them, with everything that is wrong with them and with the options said at once. */
import { loadScenario } from '../node/index.ts'
import { designWarnings, type Language, said, terminalWords } from '../report/index.ts'
import {
  clashOf,
  type Finding,
  formatIn,
  type ReadScenario,
  readTogether,
  resized,
  type Scenario,
  sizeFaults,
  withInput,
} from '../scenario/index.ts'
import {
  checkFiles,
  type Described,
  type Design,
  readDescribed as describedIn,
  type Facts,
  factsOfSize,
  readFacts,
  readWritten as readFiles,
} from '../study/index.ts'
import { type Given, type Options, optionsOf } from './options.ts'
import { note } from './say.ts'
import { badInput } from './stop.ts'

/** Every finding once: scenarios that share a base share its faults. */
export const formatted = (findings: readonly Finding[], language: Language = 'en'): string[] => [
  ...new Set(findings.map(formatIn(language, (unit) => said(unit, language)))),
]

interface Wrong {
  /** What is wrong with options. */
  readonly faults?: readonly string[]
  readonly findings?: readonly Finding[]
  /** Told beside them; by themselves they are no fault. */
  readonly warnings?: readonly string[]
  readonly language?: Language
}

/** @throws Stop where something is wrong with options or files */
function refuseFaults({ faults = [], findings = [], warnings = [], language }: Wrong): void {
  const said = faults.length > 0 ? [[...new Set(faults)].join('\n')] : []
  const all = [...said, ...formatted(findings, language)]
  if (all.length > 0) throw badInput([...warnings, ...all].join('\n\n'))
}

const warned = (warnings: readonly Finding[], language: Language) =>
  formatted(warnings, language).map((one) => `${terminalWords[language].check.warning}: ${one}`)

const dashed = (faults: readonly string[]) => faults.map((fault) => `--${fault}`)

/** The options of a study and its scenarios, of the size asked for; with what is perhaps not what was meant. */
export function readStudy(
  given: Given,
  files: readonly string[],
): {
  readonly options: Options
  readonly scenarios: Scenario[]
  readonly warnings: string[]
} {
  const { options, faults } = optionsOf(given)
  const { read, findings, warnings } = readTogether(files, loadScenario, options.set)
  faults.push(...dashed(sizeFaults(read, options)))
  const { language } = options
  const told = warned(warnings, language)
  refuseFaults({ faults, findings, warnings: options.strict ? told : [], language })
  const scenarios = read.map((one) => withInput(one, resized(one.input, options)))
  const clash = clashOf(scenarios, language)
  if (clash !== undefined) throw badInput(clash)
  return { options, scenarios, warnings: told }
}

/** The options of a study and the facts of a file, whose scenarios are of the size asked for. */
export function readFactsGiven(
  given: Given,
  file: string,
): { readonly options: Options; readonly facts: Facts; readonly warnings: string[] } {
  const { options, faults } = optionsOf(given)
  const read = readFacts(file, loadScenario, options.set)
  const compared = read.ok ? read.facts.comparisons.flatMap(({ scenarios }) => scenarios) : []
  faults.push(...dashed(sizeFaults(compared, options)))
  const { facts, warnings } = sound(read, { options, faults }, options.strict)
  return {
    options,
    facts: factsOfSize(facts, options),
    warnings: warned(warnings, options.language),
  }
}

/** Scenarios as they are written, without the options of a study. */
export function readWritten(
  files: readonly string[],
  set: readonly string[],
  language: Language = 'en',
): ReadScenario[] {
  const { read, findings } = readFiles(files, loadScenario, set)
  refuseFaults({ findings, language })
  return [...read]
}

/** A scenario with what it is to reproduce. @param targets the file that says so */
export function readDescribed(file: string, set: readonly string[], targets: string): Described {
  const described = describedIn(file, loadScenario, set, targets)
  if ('findings' in described) throw badInput(formatted(described.findings).join('\n\n'))
  return described
}

type Asked = ReturnType<typeof optionsOf>

interface Unsound {
  readonly ok: false
  readonly findings: readonly Finding[]
  readonly warnings?: readonly Finding[]
}

/**
 * What a file reads as.
 * @param tells whether its warnings are told beside its faults
 * @throws Stop with all that is wrong with it and with the command line
 */
function sound<R extends { readonly ok: true }>(
  read: R | Unsound,
  { faults, options: { language } }: Asked,
  tells: boolean,
): R {
  if (read.ok) refuseFaults({ faults })
  else
    refuseFaults({
      ...{ faults, findings: read.findings, language },
      warnings: tells ? warned(read.warnings ?? [], language) : [],
    })
  return read as R
}

/**
 * What a study file reads as; its warnings are told.
 * @throws Stop with what is wrong with it and with the options, and where warnings are errors
 */
export function soundFile<R extends { readonly ok: true; readonly warnings: readonly Finding[] }>(
  file: R | Unsound,
  asked: Asked,
): R {
  const { strict, quiet, language } = asked.options
  const read = sound(file, asked, strict || !quiet)
  const lines = warned(read.warnings, language)
  if (strict) refuse(lines, language)
  for (const line of lines) note(line, quiet)
  return read
}

/** Warnings as errors, for scripts that must not go on with a study that needs a caveat. @throws Stop where there is one */
export function refuse(warnings: readonly string[], language: Language): void {
  if (warnings.length > 0)
    throw badInput([...warnings, terminalWords[language].check.strict].join('\n'))
}

/** The same of a comparison. @param ofScenarios the warnings of its scenarios */
export function refuseWarnings(
  ofScenarios: readonly string[],
  design: Design,
  { strict, language }: Pick<Options, 'strict' | 'language'>,
): void {
  if (strict) refuse(designWarnings(ofScenarios, design, language), language)
}

/**
 * @returns one line a file, and what is no fault but perhaps not what was meant
 * @throws Stop with every fault and every warning, and where warnings are errors
 */
export function checkScenarios(
  files: readonly string[],
  set: readonly string[],
  strict = false,
  language: Language = 'en',
): string[] {
  const { findings, warnings } = checkFiles(files, loadScenario, set)
  const lines = warned(warnings, language)
  refuseFaults({ findings, warnings: lines, language })
  if (strict) refuse(lines, language)
  const { sound: fine } = terminalWords[language].check
  return [...lines, ...files.map((file) => `${file}: ${fine}`)]
}

/** The text of a file that was read before. */
export function textOf(file: string): string {
  const loaded = loadScenario(file)
  return loaded !== undefined && 'text' in loaded ? loaded.text : ''
}
