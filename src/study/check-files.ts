/** Files as they are written, of every kind that the program reads: scenarios, variants, studies, fits, facts and targets. */
import {
  candidates,
  type Finding,
  type HeldValue,
  heldBy,
  type Load,
  type ReadScenario,
  readScenario,
  type Scenario,
} from '../scenario/index.ts'
import { readStudyFile } from './experiment/index.ts'
import { readFacts } from './facts/index.ts'
import { readFitFile } from './fitting/index.ts'
import { readTargets, type Target } from './targets/index.ts'

/** What was read, and what is wrong with it, or perhaps not what was meant. */
interface Read<T> {
  readonly read: readonly T[]
  readonly findings: readonly Finding[]
  readonly warnings: readonly Finding[]
}

/** Scenarios without the options of a study; those with a fault are not among what is read. */
export function readWritten(
  files: readonly string[],
  load: Load,
  set: readonly string[],
): Read<ReadScenario> {
  const all = files.map((file) => {
    const beneath = baselineOf(file, load)
    return beneath === undefined
      ? readScenario(file, load, { set })
      : readScenario(beneath, load, { set, over: [file] })
  })
  return {
    read: all.flatMap((one) => (one.ok ? [one] : [])),
    findings: all.flatMap((one) => (one.ok ? [] : one.findings)),
    warnings: all.flatMap((one) => one.warnings ?? []),
  }
}

/** The folder of variants of the model, and the baseline that they are laid over, two folders above. */
const [VARIANTS, BASELINE] = ['variants', '../../indonesia-2023']

/** The baseline of a variant, which extends nothing by itself; undefined of any other file. */
function baselineOf(file: string, load: Load): string | undefined {
  if (file.split('/').at(-2) !== VARIANTS) return undefined
  const [beneath] = candidates(file, BASELINE)
  const text = textOf(file, load)
  const isAlone = text !== '' && !/^extends\s*:/m.test(text)
  return isAlone && load(beneath) !== undefined ? beneath : undefined
}

function textOf(file: string, load: Load): string {
  const loaded = load(file)
  return loaded !== undefined && 'text' in loaded ? loaded.text : ''
}

/** A scenario with what it is to reproduce, as an ODD description tells of it. */
export interface Described {
  readonly scenario: Scenario
  readonly held: readonly HeldValue[]
  readonly targets: readonly Target[]
}

/** @param targets of a market that was seen: none of a textbook market */
export function readDescribed(
  file: string,
  load: Load,
  set: readonly string[],
  targets: string,
): Described | { readonly findings: readonly Finding[] } {
  const { read, findings } = readWritten([file], load, set)
  const [one] = read
  const wanted = one?.scenario.textbook ? undefined : readTargets(targets, load)
  const faults = [...(wanted === undefined || wanted.ok ? [] : wanted.findings), ...findings]
  if (faults.length > 0) return { findings: faults }
  const { scenario } = one
  return { scenario, held: heldBy(one), targets: wanted?.ok ? wanted.file.targets : [] }
}

/** Readers of files that are no scenarios, by the keys that tell them apart. */
const READERS = [
  [/^facts\s*:/m, readFacts],
  [/^targets\s*:[^\n]*[^\s#]/m, readFitFile],
  [/^targets\s*:/m, readTargets],
  [/^(baseline|vary|variants)\s*:/m, readStudyFile],
] as const

/** What is wrong with files of any kind: which it is of they say themselves. */
export function checkFiles(
  files: readonly string[],
  load: Load,
  set: readonly string[],
): Omit<Read<never>, 'read'> {
  const readers = files.map((file) => {
    const text = textOf(file, load)
    return { file, reader: READERS.find(([key]) => key.test(text))?.[1] }
  })
  const scenarios = readers.flatMap(({ file, reader }) => (reader === undefined ? file : []))
  const others = readers.flatMap(({ file, reader }) => reader?.(file, load) ?? [])
  const { findings, warnings } = readWritten(scenarios, load, set)
  return {
    findings: [...others.flatMap((one) => (one.ok ? [] : one.findings)), ...findings],
    warnings: [
      ...warnings,
      ...others.flatMap((one) => ('warnings' in one ? (one.warnings ?? []) : [])),
    ],
  }
}
