/** Puts the folders of the parts of one study together: their journals side by side, as they are. */
import { copyFileSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { agreed, type Entry } from '../study/index.ts'
import { openFolder, writeWhole } from './disk.ts'
import { FAILED, JOURNAL, type Planned } from './experiment-folder.ts'
import { journalReader, journalsIn } from './journal-file.ts'
import { contentsOf, isOurs, jsonIn, STUDY } from './owner.ts'

/** A folder of a study of many points, as it says of itself. */
interface Part {
  readonly path: string
  readonly title: string
  readonly experiment: string
  readonly code: string
  readonly plan: Planned
  /** Machines on which its runs were made. */
  readonly hosts: readonly string[]
}

export interface Merging {
  readonly parts: readonly Part[]
  readonly entries: ReadonlyMap<string, Entry>
  /** Text of the study file. */
  readonly text: string
}

/**
 * Reads folders that are to be merged; nothing is written.
 * @param code the version of the code that merges
 * @returns what they hold, or what stands against it
 * @throws Unequal where a run gave two results
 */
export function readMerging(
  paths: readonly string[],
  code: string,
  note: (message: string) => void,
): { readonly merging: Merging } | { readonly faults: readonly string[] } {
  const entries = new Map<string, Entry>()
  const take = (entry: Entry) => {
    agreed(entries.get(entry.key), entry)
    entries.set(entry.key, entry)
  }
  const faults: string[] = []
  const parts = paths.flatMap((path): Part[] => {
    const said = jsonIn(join(path, STUDY))
    const of = (name: string) => Reflect.get(Object(said), name)
    if (!isOurs(said) || typeof of('experiment') !== 'string' || of('plan') === undefined) {
      faults.push(`${path} is no folder of a study of many points`)
      return []
    }
    const hosts = new Set<string>()
    const read = journalReader(
      join(path, JOURNAL),
      (entry) => {
        hosts.add(entry.by?.host ?? 'a machine that is not named')
        take(entry)
      },
      note,
    )
    read()
    const about = { title: of('title'), experiment: of('experiment') }
    return [{ path, ...about, code: of('code'), plan: of('plan'), hosts: [...hosts] }]
  })
  faults.push(...differencesOf(parts, code))
  if (faults.length > 0) return { faults }
  const text = readFileSync(join(parts[0].path, 'study.yaml'), 'utf8')
  return { merging: { parts, entries, text } }
}

/** Why parts are not of one study, plan and version. */
function differencesOf(parts: readonly Part[], code: string): string[] {
  const [first, ...others] = parts
  if (first === undefined) return []
  const where = ({ path, hosts }: Part) =>
    hosts.length === 0 ? path : `${path} (${hosts.join(', ')})`
  const studies = others.filter(({ experiment }) => experiment !== first.experiment)
  if (studies.length > 0)
    return studies.map(
      (other) =>
        `${where(first)} is of the study "${first.title}", ${where(other)} of another: "${other.title}"`,
    )
  const versions = others.filter((other) => other.code !== first.code)
  if (versions.length > 0)
    return versions.map(
      (other) =>
        `${where(first)} was made by pasar ${first.code}, ${where(other)} by ${other.code}: make the parts of a study with one version`,
    )
  if (first.code !== code)
    return [
      `${where(first)} was made by pasar ${first.code}, this is ${code}: merge with the version that made it`,
    ]
  return others
    .filter(({ plan }) => plan.keys !== first.plan.keys)
    .map(
      (other) =>
        `${where(first)} plans ${first.plan.runs} runs, ${where(other)} ${other.plan.runs}, which are others: points or seeds were changed between them`,
    )
}

/** Lays journals, and what failed, into the folder of the whole. */
export function mergeFolders({ parts, entries }: Merging, into: string): void {
  for (const name of [JOURNAL, FAILED]) openFolder(join(into, name))
  for (const { path } of parts) {
    for (const name of journalsIn(join(path, JOURNAL))) {
      const [from, to] = [join(path, JOURNAL, name), join(into, JOURNAL, name)]
      // A journal only grows: of two copies the longer one has what the other has.
      const there = statSync(to, { throwIfNoEntry: false })?.size ?? -1
      if (statSync(from).size > there) copyFileSync(from, to)
    }
    for (const name of contentsOf(join(path, FAILED)))
      if (name.endsWith('.json') && !entries.has(name.slice(0, -'.json'.length)))
        writeWhole(join(into, FAILED, name), readFileSync(join(path, FAILED, name)))
  }
}
