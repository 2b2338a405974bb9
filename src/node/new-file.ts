/** A new scenario file: written where none stands, and only if it passes the check. */
import { existsSync, writeFileSync } from 'node:fs'
import { basename, dirname, relative } from 'node:path'
import {
  BadInput,
  describeDifferences,
  formatFinding,
  newScenario,
  readScenario,
} from '../scenario/index.ts'
import { loadScenario } from './disk.ts'
import { DiskFault } from './disk-fault.ts'

export interface NewFile {
  /** Where to write it; beside its base by default. */
  readonly file: string | undefined
  readonly base: string
  readonly policy: string
  readonly from: string
  readonly title: string | undefined
}

/** In place of a policy: numbers alone. */
export const NONE = 'none'

/**
 * Writes the file.
 * @returns its path
 * @throws BadInput where a file of that name stands, or where the scenario would not pass the check
 */
export function writeNew({ file, base, policy, from, title }: NewFile): string {
  const called = title ?? (policy === NONE ? `Change from ${from}` : `${policy} from ${from}`)
  const path = file ?? `${dirname(base)}/${fileName(called)}.yaml`
  refuseTaken(path)
  const read = readScenario(base, loadScenario)
  if (!read.ok) throw new BadInput(read.findings.map(formatFinding).join('\n\n'))
  const asked = { title: called, extends: baseFrom(path, base), policy, from }
  const made = newScenario(asked, path, read, loadScenario)
  if ('findings' in made) throw new BadInput(made.findings.map(formatFinding).join('\n\n'))
  const schema = 'scenarios/schema.json'
  const header = existsSync(schema)
    ? `# yaml-language-server: $schema=${fromFolder(path, schema)}\n`
    : ''
  try {
    // Fails where a file has come in the meantime.
    writeFileSync(path, header + made.text, { flag: 'wx' })
  } catch (problem) {
    throw new DiskFault(`cannot write ${path}: ${(problem as Error).message}`)
  }
  return path
}

/** @throws BadInput where a file stands */
export function refuseTaken(path: string): void {
  if (existsSync(path))
    throw new BadInput(`${path} is there already, and nothing is written over: give another name`)
}

/** Whether a policy stands in the scenario and moves no value, as one does whose settings are those of its null. */
export function changesNothing(base: string, path: string): boolean {
  const [before, after] = [base, path].map((file) => readScenario(file, loadScenario))
  if (!before.ok || !after.ok) return false
  const policies = after.input.policies.length - before.input.policies.length
  return describeDifferences(before.input, after.input).length <= policies
}

const fileName = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'scenario'

const fromFolder = (path: string, target: string): string => {
  const way = relative(dirname(path), target).replaceAll('\\', '/')
  return way.startsWith('.') ? way : `./${way}`
}

/** How a file names its base: by its bare name where it is found so. */
function baseFrom(path: string, base: string): string {
  const way = relative(dirname(path), base).replaceAll('\\', '/')
  const bare = basename(base).replace(/\.yaml$/, '')
  return way === `${bare}.yaml` || way === `../${bare}.yaml` ? bare : way.replace(/\.yaml$/, '')
}
