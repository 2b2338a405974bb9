/** Whether a study that ran again came out as it was recorded. */
import { runsAsked } from './question.ts'
import type { RunResult } from './results.ts'
import {
  type RunMeans,
  runMeans,
  type SamenessTest,
  type SeriesDifference,
  samenessTests,
  seriesDifference,
  windowsOf,
} from './sameness.ts'
import type { Question } from './task.ts'

/** A run that the manifest says is complete. */
export interface RecordedRun {
  readonly scenario: string
  readonly run: number
  /** Absent in manifests of early versions. */
  readonly days?: number
  readonly stateHash: string
}

/** What a study left of itself. */
export interface Recorded {
  /** The version of the program that wrote it. */
  readonly version: string
  readonly question: Question
  readonly results: readonly RecordedRun[]
  /** The hash of each column in which run 1 of a scenario ended; of earlier versions there is none. */
  readonly columns: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Paths of what was declared since, and took its default. */
  readonly filled: readonly string[]
}

/** A run as its file has it: without a hash of its state. */
export type RecordedSeries = Omit<RunResult, 'stateHash' | 'milliseconds'>

/** Tests hold together at this level. */
export const LEVEL = 0.05

/**
 * Runs are called equal only if the tests would have found a change of any headline mean by so much of the
 * total of its measure: a test that finds nothing because it can find nothing says nothing.
 */
export const MARGIN = 0.05

/**
 * `missing` and `altered` are of files: the manifest lists one that is not there; or its bytes are others, or a table does
 * not follow from the runs, or the manifest does not list what it should. The others are of runs. `exact in part` where only some of the runs were run again.
 */
export type Verdict =
  | 'exact'
  | 'exact in part'
  | 'statistically equal'
  | 'different'
  | 'missing'
  | 'altered'

/** What is wrong with the files of a study. */
export interface FileFaults {
  /** Listed in the manifest and not there. */
  readonly missing: readonly string[]
  readonly altered: readonly string[]
  /** Files that every such study has and that the manifest does not list. */
  readonly unlisted?: readonly string[]
  /** What the manifest says of itself, and what does not follow from the rest of it. */
  readonly untrue?: readonly string[]
}

export interface Verified {
  readonly verdict: Verdict
  /** In a sentence, in English and in Indonesian. */
  readonly why: string
  readonly whyId: string
  /** The version that wrote the folder. */
  readonly version: string
  readonly runs: { readonly asked: number; readonly complete: number; readonly verified: number }
  /** Runs whose state differs after the last day. */
  readonly otherState: number
  /** The columns in which run 1 ended otherwise, by scenario, as far as the manifest has their hashes. */
  readonly columns: readonly { readonly scenario: string; readonly names: readonly string[] }[]
  readonly first: SeriesDifference | undefined
  readonly tests: readonly SamenessTest[]
  readonly filled: readonly string[]
  readonly files: FileFaults
  /** Tables that were computed again and came out the same, byte by byte. */
  readonly tables: readonly string[]
  /** Files that were not made again: that they are as they were written is known by their sha256 in the manifest alone. */
  readonly hashed: readonly string[]
  /** Files of the folder that the manifest does not list: nothing is said of them. */
  readonly beside?: readonly string[]
}

/** Series that are whole, and of other runs than the manifest has. */
export class NotTheSeries extends Error {}

export interface Compared {
  readonly first: SeriesDifference | undefined
  readonly recorded: readonly RunMeans[]
}

/**
 * Compares every recorded series with the new one.
 * @throws NotTheSeries where the series are not those of the runs
 */
export async function compared(
  series: AsyncIterable<RecordedSeries>,
  wanted: readonly RecordedRun[],
  results: readonly RunResult[],
  question: Question,
): Promise<Compared> {
  const windows = windowsOf(question)
  const recorded: RunMeans[] = []
  const differences: SeriesDifference[] = []
  for await (const one of series) {
    const isIt = (run: RecordedRun) => run.scenario === one.scenario && run.run === one.run
    if (!wanted.some(isIt)) continue
    const now = results.find(isIt)
    if (now === undefined) throw new NotTheSeries(`run ${one.run} of ${one.scenario} did not run`)
    if (one.days !== now.days || one.start !== now.start)
      throw new NotTheSeries(`run ${one.run} of ${one.scenario} has other days than the manifest`)
    const difference = seriesDifference(one, now)
    if (difference !== undefined) differences.push(difference)
    recorded.push(runMeans(one, windows))
  }
  if (recorded.length < wanted.length)
    throw new NotTheSeries(`it has ${recorded.length} of the ${wanted.length} runs to verify`)
  differences.sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
  return { first: differences[0], recorded }
}

export function verdictOf(
  { version, question, results: complete, columns, filled }: Recorded,
  wanted: readonly RecordedRun[],
  results: readonly RunResult[],
  { first, recorded }: Compared,
): Verified {
  const hashes = new Map(results.map((one) => [nameOf(one), one.stateHash]))
  const otherState = wanted.filter((one) => hashes.get(nameOf(one)) !== one.stateHash).length
  const apart = columnsApart(columns, results)
  const runs = {
    asked: runsAsked(question),
    complete: complete.length,
    verified: wanted.length,
  }
  const left = complete.length - wanted.length
  const sound = { files: { missing: [], altered: [] }, tables: [], hashed: [] }
  const about = { version, runs, otherState, columns: apart, first, filled, ...sound }
  if (first === undefined && otherState === 0 && apart.length > 0)
    return {
      ...about,
      verdict: 'altered',
      tests: [],
      ...because(
        'every state is the one that was recorded, and the hashes of columns in the manifest are those of another',
        'setiap keadaan sama dengan yang tercatat, tetapi hash kolom dalam manifes milik keadaan lain',
      ),
    }
  if (first === undefined && otherState === 0)
    return left > 0
      ? {
          ...about,
          verdict: 'exact in part',
          tests: [],
          ...because(
            `the runs that were repeated came out the same; ${left === 1 ? '1 run was' : `${left} runs were`} not repeated, so no table was recomputed`,
            `simulasi yang diulang memberi hasil yang sama; ${left} simulasi tidak diulang, sehingga tabel tidak dihitung ulang`,
          ),
        }
      : {
          ...about,
          verdict: 'exact',
          tests: [],
          ...because(
            'every state and every recorded value came out the same',
            'setiap keadaan dan setiap nilai yang tercatat sama',
          ),
        }
  if (first === undefined)
    return {
      ...about,
      verdict: 'statistically equal',
      tests: [],
      ...because(
        'every recorded value is the same; only what is not recorded of the state differs',
        'setiap nilai yang tercatat sama; hanya bagian keadaan yang tidak dicatat yang berbeda',
      ),
    }
  const tests = testsOf(question, recorded, results)
  return { ...about, tests, ...judged(first, tests) }
}

/** The columns in which run 1 of each scenario ends otherwise; one that only one of both has does, too. */
function columnsApart(
  recorded: Recorded['columns'],
  results: readonly RunResult[],
): Verified['columns'] {
  return Object.entries(recorded).flatMap(([scenario, columns]) => {
    const now = results.find((one) => one.scenario === scenario && one.run === 1)?.columns
    if (now === undefined) return []
    const names = [...new Set([...Object.keys(columns), ...Object.keys(now)])]
      .filter((name) => columns[name] !== now[name])
      .sort()
    return names.length > 0 ? [{ scenario, names }] : []
  })
}

/** The verdict where files are not those that were written: their runs need not be run again to see it. */
export function verdictOfFiles(
  { version, question, results, filled }: Recorded,
  { missing, altered, unlisted = [], untrue = [] }: FileFaults,
  verified = 0,
): Verified {
  const asked = runsAsked(question)
  const about = {
    version,
    filled,
    runs: { asked, complete: results.length, verified },
    ...{ otherState: 0, columns: [], first: undefined, tests: [], tables: [], hashed: [] },
    files: {
      ...{ missing, altered },
      ...(unlisted.length > 0 ? { unlisted } : {}),
      ...(untrue.length > 0 ? { untrue } : {}),
    },
  }
  const few = (names: readonly string[], more: string) =>
    names.length > 3
      ? `${names.slice(0, 3).join(', ')} ${more.replace('N', `${names.length - 3}`)}`
      : names.join(', ')
  const listed = (names: readonly string[], en: string, id: string) =>
    names.length === 0
      ? []
      : [because(`${en}: ${few(names, 'and N more')}`, `${id}: ${few(names, 'dan N lagi')}`)]
  const whys = [
    ...listed(altered, 'not as it was written', 'tidak seperti saat ditulis'),
    ...listed(unlisted, 'not listed in the manifest', 'tidak tercantum dalam manifes'),
    ...listed(
      untrue,
      'the manifest contradicts itself',
      'manifes bertentangan dengan dirinya sendiri',
    ),
  ]
  const [gone] = listed(
    missing,
    'listed in the manifest and not there',
    'tercantum dalam manifes tetapi tidak ada',
  )
  return whys.length === 0 && gone !== undefined
    ? { ...about, verdict: 'missing', ...gone }
    : {
        ...about,
        verdict: 'altered',
        ...because(
          whys.map(({ why }) => why).join('; '),
          whys.map(({ whyId }) => whyId).join('; '),
        ),
      }
}

type Because = Pick<Verified, 'why' | 'whyId'>

export const because = (why: string, whyId: string): Because => ({ why, whyId })

const nameOf = ({ scenario, run }: Pick<RunResult, 'scenario' | 'run'>) => `${scenario} ${run}`

function testsOf(
  question: Question,
  recorded: readonly RunMeans[],
  results: readonly RunResult[],
): SamenessTest[] {
  const windows = windowsOf(question)
  const isRecorded = (run: RunResult) => recorded.some((one) => nameOf(one) === nameOf(run))
  const now = results.filter(isRecorded).map((run) => runMeans(run, windows))
  return samenessTests(question, recorded, now, LEVEL)
}

function judged(
  first: SeriesDifference,
  tests: readonly SamenessTest[],
): Pick<Verified, 'verdict' | 'why' | 'whyId'> {
  const different = (why: Because) => ({ verdict: 'different', ...why }) as const
  const gone = first.gone?.measure
  if (gone !== undefined)
    return different(because(`${gone} is no longer recorded`, `${gone} tidak lagi dicatat`))
  const moved = tests.filter(({ adjusted }) => adjusted < LEVEL)
  if (moved.length > 0)
    return different(
      because(
        `${moved.length} of ${tests.length} headline means moved`,
        `${moved.length} dari ${tests.length} rata-rata utama bergeser`,
      ),
    )
  const levels = tests.filter(({ of }) => of === 'level')
  const totalOf = ({ scenario, measure, recorded }: SamenessTest) => {
    const isTotal = (one: SamenessTest) =>
      one.scenario === scenario && one.measure === measure && one.group === 'all'
    return Math.abs(levels.find(isTotal)?.recorded ?? recorded)
  }
  const blunt = levels
    .filter(({ runs }) => runs > 0)
    .map((test) => ({ ...test, found: test.detectable / totalOf(test) }))
    .filter(({ found, detectable }) => detectable !== 0 && !(found <= MARGIN))
    .sort((one, other) => other.found - one.found)
  if (!tests.some(({ runs }) => runs > 1))
    return different(
      because(
        'one run cannot tell chance from change',
        'satu simulasi tidak dapat membedakan variasi acak dari perubahan',
      ),
    )
  if (blunt.length > 0) return different(tooFew(blunt[0]))
  return {
    verdict: 'statistically equal',
    ...because(
      `no headline mean moved, where a change by ${100 * MARGIN} % of its total would have been found`,
      `tidak ada rata-rata utama yang bergeser, padahal perubahan ${100 * MARGIN}% dari totalnya akan terlihat`,
    ),
  }
}

const tooFew = ({
  measure,
  group,
  found,
}: Pick<SamenessTest, 'measure' | 'group'> & { readonly found: number }): Because => {
  const mean = `${measure}${group === 'all' ? '' : ` (${group})`}`
  const share = (part: number) => Math.round(100 * part)
  const isSeen = Number.isFinite(found)
  return because(
    `too few runs to tell chance from change: of ${mean} ${isSeen ? `only a change above ${share(found)} % of the total` : 'nothing'} would have been found, and it takes ${share(MARGIN)} %`,
    `simulasi terlalu sedikit untuk membedakan variasi acak dari perubahan: untuk ${mean} ${isSeen ? `hanya perubahan di atas ${share(found)}% dari total` : 'tidak ada perubahan'} yang akan terlihat, padahal diperlukan ${share(MARGIN)}%`,
  )
}
