/** Reads the folder that a study left: what ran, so that it can run again. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkInput, forkOf, formatFinding, inputFindings } from '../scenario/index.ts'
import { type Recorded, type RecordedRun, seedOf } from '../study/index.ts'
import { BEGUN, MANIFEST, RUNS, SERIES } from './folder.ts'
import { FORM } from './manifest.ts'

/** Why a study cannot run again, as findings where the reason has a place. */
export class CannotRun extends Error {
  readonly findings: readonly string[]

  constructor(reason: string, findings: readonly string[] = []) {
    super(reason)
    this.findings = findings
  }
}

/** @throws CannotRun */
export function readManifest(folder: string): Recorded {
  const path = join(folder, MANIFEST)
  const text = textOf(folder, path)
  const manifest = parsed(text, path)
  if (typeof manifest !== 'object' || manifest === null || !('pasar' in manifest))
    throw new CannotRun(`${path} is not the manifest of a study`)
  const { pasar, form, seed, runs, results, scenarios } = manifest as Record<string, unknown>
  if (form !== FORM)
    throw new CannotRun(
      `${path} has form ${form ?? 'none'}, and this version reads form ${FORM}\nit was written by pasar ${pasar}: verify it with that version, or run its command again`,
    )
  const asked = (runs as { asked?: unknown } | undefined)?.asked
  if (typeof seed !== 'string' || !Number.isInteger(asked) || !isList(scenarios, isNamed))
    throw new CannotRun(`${path} lacks its seed, runs or scenarios`)
  if (!isList(results, isRun)) throw new CannotRun(`${path} lacks the hashes of its runs`)
  if (results.length === 0) throw new CannotRun(`no run of ${folder} is complete`)
  const misnamed = results.find(({ run, seed: own }) => own !== seedOf(seed, run))
  if (misnamed !== undefined)
    throw new CannotRun(
      `run ${misnamed.run} in ${path} has the seed ${misnamed.seed}, not ${seedOf(seed, misnamed.run)}`,
    )
  const unknown = results.find((run) => !scenarios.some(({ name }) => name === run.scenario))
  if (unknown !== undefined)
    throw new CannotRun(`${path} has a run of ${unknown.scenario}, which is none of its scenarios`)
  if (!existsSync(join(folder, SERIES))) throw new CannotRun(`${join(folder, SERIES)} is missing`)
  return {
    version: String(pasar),
    results,
    ...questionOf(path, text, scenarios, seed, runsOf(Number(asked), results)),
  }
}

/** A study may have added runs to those it was asked for. */
const runsOf = (asked: number, results: readonly RecordedRun[]): number =>
  Math.max(asked, ...results.map(({ run }) => run))

function textOf(folder: string, path: string): string {
  if (!existsSync(folder)) throw new CannotRun(`there is no folder ${folder}`)
  if (!existsSync(path)) throw new CannotRun(unfinished(folder))
  try {
    return readFileSync(path, 'utf8')
  } catch (problem) {
    throw new CannotRun(`cannot read ${path}: ${(problem as Error).message}`)
  }
}

/** A folder without a manifest: a study that was cut short, or none. */
function unfinished(folder: string): string {
  const begun = join(folder, RUNS, BEGUN)
  if (!existsSync(begun)) return `there is no ${MANIFEST} in ${folder}: it is not what a study left`
  const { command, runs, scenarios } = JSON.parse(readFileSync(begun, 'utf8'))
  const names = scenarios.map(({ name }: NamedScenario) => name)
  const complete = readdirSync(join(folder, RUNS)).filter((file) =>
    names.includes(/^(.*)-\d+\.parquet$/.exec(file)?.[1]),
  )
  return [
    `the study in ${folder} is not whole: it was cut short, or is still running`,
    `${complete.length} of ${runs.asked * runs.scenarios} runs are complete, in ${join(folder, RUNS)}`,
    `to run it again: pasar ${command.join(' ')}`,
  ].join('\n')
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (problem) {
    const { message } = problem as Error
    const at = /position (\d+)/.exec(message)
    const before = text.slice(0, at === null ? text.length : Number(at[1])).split('\n')
    const place = `${path}:${before.length}:${before[before.length - 1].length + 1}`
    throw new CannotRun(`${place}  this is not JSON: ${message}`)
  }
}

interface NamedScenario {
  readonly name: string
  readonly input: unknown
}

/** The question, from the inputs in the manifest: scenario files may have changed since. */
function questionOf(
  path: string,
  text: string,
  scenarios: readonly NamedScenario[],
  seed: string,
  runs: number,
): Pick<Recorded, 'question' | 'filled'> {
  const checked = scenarios.map(({ input }) => checkInput(input))
  const findings = checked.flatMap(({ faults }, at) =>
    faults.length === 0 ? [] : inputFindings(path, text, ['scenarios', at, 'input'], faults),
  )
  if (findings.length > 0)
    throw new CannotRun('its scenario is no longer valid', [
      ...new Set(findings.map(formatFinding)),
    ])
  const [baseline, ...policies] = checked.map(({ input }, at) => ({
    scenario: scenarios[at].name,
    input,
  }))
  return {
    question: {
      baseline,
      policies: policies.map((policy) => ({
        ...policy,
        fork: forkOf(baseline.input, policy.input),
      })),
      seed,
      runs,
    },
    filled: [...new Set(checked.flatMap(({ filled }) => filled))],
  }
}

const isList = <T>(value: unknown, fits: (item: unknown) => item is T): value is T[] =>
  Array.isArray(value) && value.every(fits)

const isNamed = (item: unknown): item is NamedScenario =>
  typeof item === 'object' &&
  item !== null &&
  typeof (item as NamedScenario).name === 'string' &&
  'input' in item

const isRun = (item: unknown): item is RecordedRun & { readonly seed: string } => {
  if (typeof item !== 'object' || item === null) return false
  const { scenario, run, seed, stateHash } = item as Record<string, unknown>
  const texts = [scenario, seed, stateHash].every((one) => typeof one === 'string')
  return texts && Number.isInteger(run)
}
