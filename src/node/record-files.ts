/**
 * A run as files: its series, its agents one by one, and a record that names both with their hashes. The record is
 * written last, so that a run without one is not whole.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type FileHash, type FullRecord, PROGRAM, type RunRecord } from '../study/index.ts'
import { encodeAgents } from './agents-file.ts'
import { writeWhole } from './disk.ts'
import { readSeries } from './read-series.ts'
import { encodeSeries } from './series.ts'

/** The version of the form of these files. */
const FORM = 2

export const hashed = (name: string, content: string | Uint8Array): FileHash => ({
  name,
  bytes: typeof content === 'string' ? Buffer.byteLength(content) : content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
})

const named = (scenario: string): string => scenario.replace(/[^\w.+-]/g, '_')

/** The names of the files of a run begin alike, and end with its key: `tiktok-shop-ban-3-0123456789abcdef`. */
export const stemOf = ({ key, result: { scenario, run } }: RunRecord): string =>
  `${named(scenario)}-${run}-${key}`

const RECORD = /^.+-\d+-([0-9a-f]{16})\.json$/

/** The key in the name of a record; undefined of any other file. */
export const keyIn = (name: string): string | undefined => RECORD.exec(name)?.[1]

/** Whether a record is of a run of the scenario, by its name. */
export const isRecordOf = (name: string, scenario: string): boolean =>
  RECORD.test(name) && name.replace(/-\d+-[0-9a-f]{16}\.json$/, '') === named(scenario)

/** Files of a run, by the stem of their names. */
export const filesOf = (stem: string) => ({
  record: `${stem}.json`,
  series: `${stem}.parquet`,
  agents: `${stem}.agents.parquet`,
})

/** What a record file says of a run: all but the values of its series. */
interface Written {
  readonly form: number
  readonly key: string
  readonly result: Omit<RunRecord['result'], 'cells' | 'values' | 'milliseconds'>
  readonly people?: RunRecord['people']
  readonly files: readonly FileHash[]
}

/** Writes a run into a folder, whole or not at all. */
export function writeRecord(folder: string, { agents, ...record }: FullRecord): void {
  // Without its time, so that the same run gives the same bytes.
  const { cells: _, values: __, milliseconds: ___, ...result } = record.result
  const names = filesOf(stemOf(record))
  const contents: [string, Uint8Array][] = [[names.series, encodeSeries(record.result, PROGRAM)]]
  if (agents !== undefined) contents.push([names.agents, encodeAgents(agents, PROGRAM)])
  for (const [name, bytes] of contents) writeWhole(join(folder, name), bytes)
  const { key, people } = record
  const files = contents.map(([name, bytes]) => hashed(name, bytes))
  const written: Written = { form: FORM, key, result, ...(people ? { people } : {}), files }
  const sha256 = hashOf(written)
  writeWhole(join(folder, names.record), `${JSON.stringify({ ...written, sha256 }, plain)}\n`)
}

/** Over all that a record says. */
const hashOf = (written: Written): string => hashed('', JSON.stringify(written, plain)).sha256

/** Whether a record has the sha256 that it says it has; of what is no record of this form nothing is said. */
export function isSoundRecord(path: string): boolean {
  if (keyIn(basename(path)) === undefined) return true
  try {
    const read = JSON.parse(readFileSync(path, 'utf8'), fromPlain)
    const { sha256: own, ...written }: Written & { readonly sha256: string } = read
    return written.form !== FORM || hashOf(written) === own
  } catch {
    return false
  }
}

/** Why a run that is kept cannot be used. */
export class DamagedRecord extends Error {}

/**
 * Reads a run from a folder.
 * @throws DamagedRecord where its files are not what was written
 */
export async function readRecord(folder: string, name: string): Promise<RunRecord> {
  try {
    const read = JSON.parse(readFileSync(join(folder, name), 'utf8'), fromPlain)
    const { sha256: own, ...written }: Written & { readonly sha256: string } = read
    if (hashOf(written) !== own) throw new Error('it has another sha256')
    if (written.form !== FORM || written.key !== keyIn(name))
      throw new Error('it is of another form')
    for (const { name: file, sha256 } of written.files) {
      if (file.includes('/') || file.includes('\\')) throw new Error(`it names ${file}`)
      if (hashed(file, readFileSync(join(folder, file))).sha256 !== sha256)
        throw new Error(`${file} has another sha256`)
    }
    const { key, result, people, files } = written
    for await (const { cells, values, ...about } of readSeries(join(folder, files[0].name))) {
      const same = (['scenario', 'run', 'seed', 'start', 'days'] as const).every(
        (field) => about[field] === result[field],
      )
      if (!same) throw new Error('its series is of another run')
      return {
        key,
        result: { ...result, cells, values, milliseconds: 0 },
        ...(people ? { people } : {}),
      }
    }
    throw new Error('its series is empty')
  } catch (problem) {
    throw new DamagedRecord(`${join(folder, name)} is damaged: ${(problem as Error).message}`)
  }
}

/** JSON has no number that is none; what a mean over nothing gives is written in a word. */
const plain = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? { number: String(value) } : value

const fromPlain = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'number') === 'string'
    ? Number(Reflect.get(value, 'number'))
    : value
