/** Scenarios held in memory, and the shipped ones from disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import {
  type Finding,
  type Load,
  readScenario,
  type ScenarioOptions,
} from '../../src/scenario/index.ts'

export const fromDisk: Load = (path) =>
  existsSync(path) ? { text: readFileSync(path, 'utf8') } : undefined

export const shipped: readonly string[] = [
  'scenarios',
  'scenarios/clusters',
  'scenarios/policies',
  'scenarios/textbook',
].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => `${folder}/${file}`),
)

/** The files of a small market; `base` is complete. */
export const BASE = `title: Base
calendar: { start: 2024-01-01, end: 2024-12-29 }
size: { buyers: 100, sellers: 10, creators: 0 }
regions: { here: { buyer-share: 1, seller-share: 1 } }
categories: { cloth: { seller-share: 0.5 }, pots: { seller-share: 0.5 } }
nests: { online: {}, street: {} }
companies: { owner: {}, nobody: {} }
venues:
  shop: { nest: online, owner: owner }
  stall: { nest: street, owner: nobody }
`

export const inMemory = (files: Readonly<Record<string, string>>): Load =>
  Object.assign(
    (path: string) => (Object.hasOwn(files, path) ? { text: files[path] } : undefined),
    { beside: () => Object.keys(files).map((file) => file.replace(/\.yaml$/, '')) },
  )

/** Reads `x.yaml` beside `base.yaml`. */
export const read = (
  text: string,
  options: ScenarioOptions = {},
  more: Record<string, string> = {},
) => readScenario('x.yaml', inMemory({ 'base.yaml': BASE, ...more, 'x.yaml': text }), options)

/** Reads what must be right. */
export function good(
  text: string,
  options: ScenarioOptions = {},
  more: Record<string, string> = {},
) {
  const result = read(text, options, more)
  if (!result.ok)
    throw new Error(result.findings.map((one) => `${one.code} ${one.path}`).join('; '))
  return result
}

/** Reads what must be wrong. */
export function findingsOf(
  text: string,
  options: ScenarioOptions = {},
  more: Record<string, string> = {},
): readonly Finding[] {
  const result = read(text, options, more)
  return result.ok ? [] : result.findings
}

/** Code and place of every finding: `out-of-range x.yaml:3:5`. */
export const placed = (...given: Parameters<typeof findingsOf>): string[] =>
  findingsOf(...given).map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`)
