/** Reads a folder of results by what it says of itself: its tables, their columns, and what was asked. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  DATA_PACKAGE,
  type DescribedTable,
  type Field,
  type FieldType,
  type FolderTold,
  labelsOf,
  levelsIn,
  policiesTold,
  readTables,
  type Tables,
  titleOfTable,
  told,
} from '../../report/index.ts'
import { BadInput, printable, type Scenario, shellLine } from '../../scenario/index.ts'
import { CALL, type RecordedStudy, type RunResult } from '../../study/index.ts'
import { MANIFEST, STUDY } from '../owner.ts'
import { readManifest } from '../read-manifest.ts'
import { hashed, isRecordOf, readRecord } from '../record-files.ts'
import { RUNS } from '../study-folder.ts'

export interface ReadFolder {
  readonly folder: FolderTold
  /** Of a run or a comparison what its page tells. Reads a run of each scenario, for what it measured. */
  tables(): Promise<Tables | undefined>
}

/**
 * @param trust whether programs of policies from outside, which stand in the manifest, may run here
 * @throws BadInput of what is no folder of results, or was changed since it was written; CannotRun of a manifest that is none
 */
export function readFolder(path: string, trust = false): ReadFolder {
  const { tables, title, question, version, fingerprint } = readPackage(path)
  const shared = { tables, facts: { program: `pasar ${version}`, fingerprint } }
  if (!existsSync(join(path, MANIFEST))) {
    const both = (text: string) => ({ en: text, id: text })
    const folder = {
      ...{ ...shared, title: both(title), question: both(question), ofPoints: true, labels: {} },
    }
    return { folder, tables: async () => undefined }
  }
  const study = readManifest(path, { trust })
  refuseChanged(path, DATA_PACKAGE, study.files.find(({ name }) => name === DATA_PACKAGE)?.sha256)
  const { scenarios } = study.design
  const [baseline, ...policies] = scenarios
  const last = scenarios[scenarios.length - 1]
  return {
    folder: {
      ...{ tables, title: told(last, 'title'), question: told(last, 'question') },
      ...(policies.length === 0 ? {} : { baseline: told(baseline, 'title') }),
      facts: { ...shared.facts, ...factsOf(study, path) },
      ofPoints: false,
      labels: labelsOf(scenarios),
    },
    tables: () => toldIn(path, study, tables),
  }
}

/** Runs, seed, command and day of a study. */
function factsOf({ design, results }: RecordedStudy, path: string): Record<string, string> {
  const { made } = JSON.parse(readFileSync(join(path, MANIFEST), 'utf8'))
  const runs = Math.max(...results.map(({ run }) => run))
  const { command, date } = Object(made)
  return {
    runs: String(runs),
    seed: design.question.seed,
    ...(Array.isArray(command) ? { command: `${CALL} ${shellLine(command.map(String))}` } : {}),
    ...(typeof date === 'string' ? { date: date.slice(0, 10) } : {}),
  }
}

/** What the page tells, from the tables; which of their rows is told by what the runs measured. */
async function toldIn(
  path: string,
  { design }: RecordedStudy,
  written: readonly DescribedTable[],
): Promise<Tables> {
  const { effects, levels, combined, people } = readTables(written)
  const results = await firstRuns(path, design.scenarios)
  const answer = {
    ...{ ...design, results, effects, why: [], budgets: [] },
    people: { ...people, elsewhere: [], recovery: [] },
  }
  return {
    policies: policiesTold(answer),
    levels: levelsIn({ scenarios: design.scenarios, levels, results }),
    combinations: combined.flatMap(({ combinations }) => combinations),
  }
}

/** A run of each scenario of which there is one. */
async function firstRuns(path: string, scenarios: readonly Scenario[]): Promise<RunResult[]> {
  const runs = join(path, RUNS)
  if (!existsSync(runs))
    throw new BadInput(`${path} has no folder ${RUNS}: what the runs measured is in it`)
  const names = readdirSync(runs).sort()
  const found: RunResult[] = []
  for (const scenario of scenarios) {
    const first = names.find((name) => isRecordOf(name, scenario.name))
    if (first !== undefined) found.push((await readRecord(runs, first)).result)
  }
  return found
}

interface ReadPackage {
  readonly title: string
  readonly question: string
  readonly version: string
  readonly fingerprint: string
  readonly tables: readonly DescribedTable[]
}

/** @throws BadInput */
function readPackage(path: string): ReadPackage {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new BadInput(`there is no folder ${path}`)
  const file = join(path, DATA_PACKAGE)
  if (!existsSync(file))
    throw new BadInput(
      existsSync(join(path, STUDY))
        ? `${path} has no ${DATA_PACKAGE}: the study is not done, or an earlier version made it. Run its command again`
        : `${path} has no ${DATA_PACKAGE}: it is not what a run, a comparison or a study of many points left`,
    )
  const read = parsed(file)
  const resources: unknown[] = Array.isArray(read.resources) ? read.resources : []
  const tables = resources.map(Object).filter(({ format }) => format === 'csv')
  if (tables.length === 0) throw new BadInput(`${file} tells of no table in CSV`)
  return {
    title: textOf(read.title),
    question: textOf(read.description),
    version: textOf(read.version),
    fingerprint: textOf(read.id).replace(/^urn:pasar:/, ''),
    tables: tables.map((resource) => tableOf(path, resource)),
  }
}

function parsed(file: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(readFileSync(file, 'utf8')))
  } catch (problem) {
    throw new BadInput(`cannot read ${file}: ${(problem as Error).message}`)
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A table as it was written. @throws BadInput */
function tableOf(folder: string, resource: Record<string, unknown>): DescribedTable {
  const name = textOf(resource.path)
  if (!/^\w[^/\\]*\.csv$/.test(name))
    throw new BadInput(`${DATA_PACKAGE} names ${printable(name)}, which is no table of ${folder}`)
  refuseChanged(folder, name, textOf(resource.hash).replace(/^sha256:/, ''))
  const { fields } = Object(resource.schema)
  return {
    name,
    text: readFileSync(join(folder, name), 'utf8'),
    title: titleOfTable(name),
    fields: (Array.isArray(fields) ? fields : []).map((field) => fieldOf(Object(field))),
  }
}

const TYPES: readonly string[] = ['string', 'integer', 'number', 'date'] satisfies FieldType[]

function fieldOf({ name, type, titles, unit }: Record<string, unknown>): Field {
  const { en, id } = Object(titles)
  const { column } = Object(unit)
  const found = typeof column === 'string' ? { column } : textOf(unit)
  return {
    name: textOf(name),
    type: TYPES.includes(textOf(type)) ? (type as FieldType) : 'string',
    title: { en: textOf(en) || textOf(name), id: textOf(id) || textOf(name) },
    ...(found === '' ? {} : { unit: found }),
  }
}

/** @throws BadInput where a file is missing or is not as it was written */
function refuseChanged(folder: string, name: string, sha256: string | undefined): void {
  const file = join(folder, name)
  if (!existsSync(file)) throw new BadInput(`${folder} lacks ${name}`)
  if (sha256 !== undefined && hashed(name, readFileSync(file)).sha256 !== sha256)
    throw new BadInput(`${file} is not as it was written: nothing is made of it`)
}
