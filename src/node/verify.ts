/** Holds a study against its manifest, and runs it again to say whether it came out as it was recorded. */
import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { asyncBufferFromFile, parquetMetadataAsync } from 'hyparquet'
import { evaluated, runPrograms } from '../market/index.ts'
import { tablesOf } from '../report/index.ts'
import { printable } from '../scenario/index.ts'
import {
  analysed,
  type BrokenRun,
  because,
  CannotRun,
  type Compared,
  compared,
  daysOf,
  type FileFaults,
  NotTheSeries,
  PROGRAM,
  type RecordedRun,
  type RecordedStudy,
  type Runner,
  type RunRecord,
  tasksOf,
  VERSION,
  type Verified,
  verdictOf,
  verdictOfFiles,
  verifyStates,
} from '../study/index.ts'
import { FACTS } from './facts-folder.ts'
import { folderStore } from './folder-store.ts'
import { jsonIn, MANIFEST, STUDY } from './owner.ts'
import { joinParquet } from './parquet.ts'
import { readManifest, readManifestFile, unfinished } from './read-manifest.ts'
import { readSeries } from './read-series.ts'
import { hashed, isSoundRecord } from './record-files.ts'
import { AGENTS, RUNS, SERIES } from './study-folder.ts'
import { onThreads } from './threads.ts'
import type { Watcher } from './watcher.ts'

export interface Verification {
  /** Days to step, for a progress bar; 0 where the files say enough. */
  readonly days: number
  /** @throws CannotRun */
  carryOut(
    runner: Runner,
    progress: (days: number) => void,
    signal?: AbortSignal,
  ): Promise<Verified>
}

export interface VerifyOptions {
  /** Run again only the first N runs; tables, which are of all runs, are then not computed again. */
  readonly runs?: number | undefined
  /** Whether programs of policies from outside, which stand in the manifest, may run. */
  readonly trust?: boolean | undefined
}

/**
 * Holds the folder of a study against its manifest, and runs it again on threads.
 * @throws CannotRun
 */
export async function verifyFolder(
  folder: string,
  { runs, threads, trust }: VerifyOptions & { readonly threads: number },
  { signal, stage, progress, ended }: Watcher,
): Promise<Verified> {
  const { days, carryOut } = verification(folder, { runs, trust })
  const runner = onThreads(threads)
  stage?.(days, 'days')
  return carryOut(runner, (done) => progress?.(done), signal).finally(() => {
    ended?.()
    return runner.close()
  })
}

/**
 * @param folder what a study left; or a manifest by itself, of which the states of runs alone are compared
 * @throws CannotRun
 */
export function verification(
  folder: string,
  { runs: most = Number.POSITIVE_INFINITY, trust = false }: VerifyOptions = {},
): Verification {
  if (trust) runPrograms(evaluated)
  if (lstatSync(folder, { throwIfNoEntry: false })?.isFile()) return ofStates(folder, most, trust)
  refuseOthers(folder)
  const written = readManifest(folder, { trust })
  const { design, results } = written
  const faults = fileFaults(folder, written)
  refuseBegunAnew(folder, written, faults)
  if (Object.values(faults).some((names) => names.length > 0))
    return { days: 0, carryOut: async () => verdictOfFiles(written, faults) }
  const beside = filesBeside(folder, written)
  const wanted = results.filter(({ run }) => run <= most)
  if (wanted.length === 0) throw new CannotRun(`none of the first ${most} runs is complete`)
  const numbers = new Set(wanted.map(({ run }) => run))
  const tasks = tasksOf(design.question).filter(({ run }) => numbers.has(run))
  return {
    days: tasks.reduce((days, task) => days + daysOf(task), 0),
    async carryOut(runner, progress, signal) {
      await usable(join(folder, SERIES))
      const place = mkdtempSync(join(tmpdir(), 'pasar-verify-'))
      try {
        const store = folderStore(place)
        const records: RunRecord[] = []
        const broken: BrokenRun[] = []
        await runner.run(
          { tasks, store, signal },
          {
            record: (record) => records.push(record),
            broken: (run) => broken.push(run),
            progress,
          },
        )
        if (broken.length > 0)
          throw new CannotRun(`run ${broken[0].run} broke: ${printable(broken[0].message, 300)}`)
        const again = inOrder(records, written)
        const now = again.map(({ result }) => result)
        const verified = verdictOf(
          written,
          wanted,
          now,
          await comparedWith(folder, wanted, now, written),
        )
        // Where every recorded value is the same the tables follow from the runs, whatever else of the states differs.
        if (verified.first !== undefined || wanted.length < results.length)
          return { ...verified, beside, hashed: written.files.map(({ name }) => name) }
        const made = {
          ...tablesAgain(written, records),
          ...joinedAgain(written, again, store.pathsOf),
        }
        return { ...heldAgainst(verified, made, written), beside }
      } finally {
        rmSync(place, { recursive: true, force: true })
      }
    },
  }
}

/** The verdict on a study that came out the same, by the hashes of the files that were made again. */
function heldAgainst(
  verified: Verified,
  made: Readonly<Record<string, string>>,
  written: RecordedStudy,
): Verified {
  const tables = Object.keys(made)
  const names = written.files.map(({ name }) => name)
  const unlisted = tables.filter((name) => !names.includes(name))
  const altered = written.files
    .filter(({ name, sha256 }) => tables.includes(name) && made[name] !== sha256)
    .map(({ name }) => name)
  if (altered.length + unlisted.length > 0)
    return verdictOfFiles(written, { missing: [], altered, unlisted }, verified.runs.verified)
  const hashed = names.filter((name) => !tables.includes(name))
  const whole =
    verified.verdict === 'exact'
      ? because(
          'every state, recorded value and table came out the same',
          'setiap keadaan, nilai yang tercatat, dan tabel sama',
        )
      : {}
  return { ...verified, ...whole, tables, hashed }
}

/** Why a folder is not whole whose study was begun anew, for more runs or another seed, since its manifest was written. */
function goingOn(folder: string): string | undefined {
  const [begun, ended] = [STUDY, MANIFEST].map((name) => Object(jsonIn(join(folder, name))))
  const asked = (study: object) => Object(Reflect.get(study, 'runs')).asked
  const others = begun.fingerprint !== ended.fingerprint || asked(begun) !== asked(ended)
  return begun.fingerprint !== undefined && others ? unfinished(folder) : undefined
}

/** Whether more runs were added to those of the request, as for a precision: it is the same study. */
function hasGrown(folder: string): boolean {
  const [begun, ended] = [STUDY, MANIFEST].map((name) => Object(jsonIn(join(folder, name))))
  const [first, last] = [begun, ended].map(({ runs }) => Object(runs))
  const isSame = begun.fingerprint === ended.fingerprint
  return isSame && last.asked > first.asked && last.stopped !== 'asked'
}

/**
 * Whoever begins a study anew writes its request anew: where that is as it was written, the manifest was changed.
 * @throws CannotRun
 */
function refuseBegunAnew(
  folder: string,
  { files }: RecordedStudy,
  { altered, untrue }: Required<FileFaults>,
): void {
  const why = goingOn(folder)
  if (why === undefined) return
  const isAsListed = files.some(({ name }) => name === STUDY) && !altered.includes(STUDY)
  if (!isAsListed) throw new CannotRun(why)
  if (untrue.length === 0 && !hasGrown(folder))
    throw new CannotRun(`${join(folder, MANIFEST)} is of another study than ${STUDY} beside it`)
}

/** A manifest without the files of its study, as the lab hands it out. */
function ofStates(path: string, most: number, trust: boolean): Verification {
  const written = readManifestFile(path, { trust })
  const tasks = tasksOf(written.design.question)
  return {
    days: tasks.reduce((days, task) => days + (task.run <= most ? daysOf(task) : 0), 0),
    carryOut: (runner, progress, signal) =>
      verifyStates(written, runner, { most, progress, ...(signal ? { signal } : {}) }),
  }
}

/** @throws CannotRun where the folder holds a study of many points, which vouches for itself, or facts */
function refuseOthers(folder: string): void {
  const begun = jsonIn(join(folder, STUDY))
  if (Reflect.get(Object(begun), 'kind') === FACTS)
    throw new CannotRun(
      'these are facts held against runs: verify is of runs and comparisons. Run the facts file again with --out ANOTHER and compare facts.csv',
    )
  if (Reflect.get(Object(begun), 'experiment') === undefined) return
  throw new CannotRun(
    'this is a study of many points: verify is of runs and comparisons. Run its study file with --out ANOTHER and compare points.csv; in its own folder a line that is damaged, or a run that comes out otherwise, is told',
  )
}

/** Files that the manifest lists and that are not there, or not as they were; and the series, where it does not list it. */
function fileFaults(folder: string, { files, untrue }: RecordedStudy): Required<FileFaults> {
  const missing: string[] = []
  const altered: string[] = []
  for (const { name, bytes, sha256 } of files) {
    const path = join(folder, name)
    const about = lstatSync(path, { throwIfNoEntry: false })
    if (about === undefined) missing.push(name)
    // What is no file (a pipe, a device, a link) or has another size is not opened.
    else if (!about.isFile() || about.size !== bytes || hashOfFile(path, bytes) !== sha256)
      altered.push(name)
    // A record vouches for itself, too: whoever changed it may have listed it anew.
    else if (dirname(name) === RUNS && !isSoundRecord(path)) altered.push(name)
  }
  const listed = new Set(files.map(({ name }) => name))
  const unlisted = [
    ...(listed.has(SERIES) ? [] : [SERIES]),
    // What only the program writes is listed wherever it is.
    ...OWN.filter((name) => !listed.has(name) && existsSync(join(folder, name))),
  ]
  return { missing, altered, unlisted, untrue }
}

/** What lies in the folder, and where its files lie, without being listed. */
function filesBeside(folder: string, { files }: RecordedStudy): string[] {
  const listed = new Set([MANIFEST, ...files.map(({ name }) => name)])
  const folders = ['', ...new Set([...listed].map(dirname).filter((name) => name !== '.'))]
  return folders
    .flatMap((inner) =>
      readdirSync(join(folder, inner), { withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map(({ name }) => (inner === '' ? name : `${inner}/${name}`)),
    )
    .filter((name) => !listed.has(name))
    .sort()
}

/** Files of a study that nobody else writes, beside its series and tables; a README may be the user's own. */
const OWN = [AGENTS, 'report.html', 'datapackage.json', 'ro-crate-metadata.json']

const PIECE = 1 << 20

/** The sha256 of a file of `bytes` bytes, read in pieces; undefined where it cannot be read or is longer. */
function hashOfFile(path: string, bytes: number): string | undefined {
  const hash = createHash('sha256')
  try {
    const file = openSync(path, 'r')
    try {
      const piece = new Uint8Array(Math.min(PIECE, bytes + 1))
      let length = 0
      for (let read = -1; read !== 0; length += read) {
        read = readSync(file, piece)
        if (length + read > bytes) return undefined
        hash.update(piece.subarray(0, read))
      }
      return hash.digest('hex')
    } finally {
      closeSync(file)
    }
  } catch {
    return undefined
  }
}

/** The records that the study has, by scenario and run. */
function inOrder(records: readonly RunRecord[], { results }: RecordedStudy): RunRecord[] {
  return results.flatMap(
    ({ scenario, run }) =>
      records.find(
        ({ result }) => !result.aside && result.scenario === scenario && result.run === run,
      ) ?? [],
  )
}

/** Hashes of all tables of the study, computed from runs that were run again. */
function tablesAgain(
  written: RecordedStudy,
  records: readonly RunRecord[],
): Record<string, string> {
  const own = inOrder(records, written)
  const runs = new Set(written.results.map(({ run }) => run))
  const aside = written.design.question.aside ?? []
  const explaining = aside.flatMap(({ scenario }) =>
    records
      .map(({ result }) => result)
      .filter((result) => result.aside && result.scenario === scenario && runs.has(result.run))
      .sort((one, other) => one.run - other.run),
  )
  const answer = analysed({
    ...written.design,
    results: own.map(({ result }) => result),
    aside: explaining,
    people: own.flatMap(({ people }) => people ?? []),
    broken: [],
    stopped: 'asked',
  })
  return Object.fromEntries(
    tablesOf(answer).map(({ name, text }) => [name, hashed(name, text).sha256]),
  )
}

/** Hashes of the joined files. They name the version that wrote them, so that another version cannot reproduce them. */
function joinedAgain(
  { version, files }: RecordedStudy,
  records: readonly RunRecord[],
  pathsOf: (record: RunRecord) => { readonly series: string; readonly agents: string },
): Record<string, string> {
  if (version !== VERSION) return {}
  const followed = records.filter(({ people }) => people !== undefined)
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [SERIES, records.map((record) => pathsOf(record).series)],
    [AGENTS, followed.map((record) => pathsOf(record).agents)],
  ]
  return Object.fromEntries(
    parts
      .filter(([name]) => files.some((file) => file.name === name))
      .map(([name, paths]) => {
        const joined = `${pathsOf(records[0]).series}.joined`
        joinParquet(joined, paths, PROGRAM)
        return [name, hashed(name, readFileSync(joined)).sha256]
      }),
  )
}

/** Finds out now, not after an hour of running, that a file is no series. */
async function usable(path: string): Promise<void> {
  try {
    await parquetMetadataAsync(await asyncBufferFromFile(path))
  } catch (problem) {
    throw cannotUse(path, problem)
  }
}

/** What the reader of Parquet says of a damaged file is of its own inside. */
const cannotUse = (path: string, problem: unknown) =>
  new CannotRun(
    `cannot use ${path}: ${
      problem instanceof NotTheSeries
        ? printable(problem.message, 300)
        : 'it is damaged, or no Parquet file of pasar'
    }\nrun the study again, or take the file from a copy of the folder`,
  )

async function comparedWith(
  folder: string,
  wanted: readonly RecordedRun[],
  results: readonly RunRecord['result'][],
  { question }: RecordedStudy,
): Promise<Compared> {
  const path = join(folder, SERIES)
  try {
    return await compared(readSeries(path), wanted, results, question)
  } catch (problem) {
    throw cannotUse(path, problem)
  }
}
