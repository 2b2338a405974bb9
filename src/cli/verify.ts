/** Runs a study again and says whether it came out as it was recorded. */
import { join } from 'node:path'
import { asyncBufferFromFile, parquetMetadataAsync } from 'hyparquet'
import {
  type BrokenRun,
  daysOf,
  type Listener,
  type Question,
  type RunMeans,
  type Runner,
  type RunResult,
  runMeans,
  type SamenessTest,
  type SeriesDifference,
  samenessTests,
  seriesDifference,
  tasksOf,
  windowsOf,
} from '../study/index.ts'
import { SERIES } from './folder.ts'
import { CannotRun, type RecordedRun, readManifest, type Written } from './read-manifest.ts'
import { readSeries } from './read-series.ts'

/** Tests hold together at this level. */
export const LEVEL = 0.05

/**
 * Runs are called equal only if the tests would have found a change of any headline mean by so much of the
 * total of its measure: a test that finds nothing because it can find nothing says nothing.
 */
export const MARGIN = 0.05

export interface Verified {
  readonly verdict: 'exact' | 'statistically equal' | 'different'
  /** In a sentence. */
  readonly why: string
  /** The version that wrote the folder. */
  readonly version: string
  readonly runs: { readonly asked: number; readonly complete: number; readonly verified: number }
  /** Runs whose state differs after the last day. */
  readonly otherState: number
  readonly first: SeriesDifference | undefined
  readonly tests: readonly SamenessTest[]
  readonly filled: readonly string[]
}

export interface Verification {
  /** Days to step, for a progress bar. */
  readonly days: number
  /** @throws CannotRun */
  carryOut(runner: Runner, progress: (days: number) => void): Promise<Verified>
}

/**
 * @param most verify only the first so many runs
 * @throws CannotRun
 */
export function verification(folder: string, most = Number.POSITIVE_INFINITY): Verification {
  const written = readManifest(folder)
  const wanted = written.results.filter(({ run }) => run <= most)
  if (wanted.length === 0) throw new CannotRun(`none of the first ${most} runs is complete`)
  const numbers = new Set(wanted.map(({ run }) => run))
  const tasks = tasksOf(written.question).filter(({ run }) => numbers.has(run))
  return {
    days: tasks.length * daysOf(written.question),
    async carryOut(runner, progress) {
      await usable(join(folder, SERIES))
      const results: RunResult[] = []
      const broken: BrokenRun[] = []
      const listener: Listener = {
        result: (result) => results.push(result),
        broken: (run) => broken.push(run),
        progress,
      }
      await runner.run(tasks, listener)
      if (broken.length > 0) throw new CannotRun(`run ${broken[0].run} broke: ${broken[0].message}`)
      return verdictOf(written, wanted, results, await compared(folder, wanted, results, written))
    },
  }
}

/** Finds out now, not after an hour of running, that a file is no series. */
async function usable(path: string): Promise<void> {
  try {
    await parquetMetadataAsync(await asyncBufferFromFile(path))
  } catch (problem) {
    throw cannotUse(path, problem)
  }
}

const cannotUse = (path: string, problem: unknown) =>
  new CannotRun(`cannot use ${path}: ${(problem as Error).message}`)

interface Compared {
  readonly first: SeriesDifference | undefined
  readonly recorded: readonly RunMeans[]
}

/** Holds every recorded series against the new one. @throws CannotRun where the file cannot be used */
async function compared(
  folder: string,
  wanted: readonly RecordedRun[],
  results: readonly RunResult[],
  { question }: Written,
): Promise<Compared> {
  const windows = windowsOf(question)
  const recorded: RunMeans[] = []
  const differences: SeriesDifference[] = []
  const path = join(folder, SERIES)
  try {
    for await (const series of readSeries(path)) {
      const isIt = (one: RecordedRun) => one.scenario === series.scenario && one.run === series.run
      if (!wanted.some(isIt)) continue
      const now = results.find(isIt)
      if (now === undefined) throw new Error(`run ${series.run} of ${series.scenario} did not run`)
      if (series.days !== now.days || series.start !== now.start)
        throw new Error(`run ${series.run} of ${series.scenario} has other days than the manifest`)
      const difference = seriesDifference(series, now)
      if (difference !== undefined) differences.push(difference)
      recorded.push(runMeans(series, windows))
    }
  } catch (problem) {
    throw cannotUse(path, problem)
  }
  if (recorded.length < wanted.length)
    throw new CannotRun(`${path} has ${recorded.length} of the ${wanted.length} runs to verify`)
  differences.sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
  return { first: differences[0], recorded }
}

function verdictOf(
  { version, question, results: complete, filled }: Written,
  wanted: readonly RecordedRun[],
  results: readonly RunResult[],
  { first, recorded }: Compared,
): Verified {
  const hashes = new Map(results.map((one) => [nameOf(one), one.stateHash]))
  const otherState = wanted.filter((one) => hashes.get(nameOf(one)) !== one.stateHash).length
  const runs = {
    asked: question.runs * (1 + question.policies.length),
    complete: complete.length,
    verified: wanted.length,
  }
  const about = { version, runs, otherState, first, filled }
  if (first === undefined && otherState === 0)
    return { ...about, verdict: 'exact', tests: [], why: 'every bit came out the same' }
  if (first === undefined)
    return {
      ...about,
      verdict: 'statistically equal',
      tests: [],
      why: 'every recorded value is the same; only what is not recorded of the state differs',
    }
  const tests = testsOf(question, recorded, results)
  return { ...about, tests, ...judged(first, tests) }
}

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
): Pick<Verified, 'verdict' | 'why'> {
  const different = (why: string) => ({ verdict: 'different', why }) as const
  if (first.gone !== undefined) return different(`${first.gone.measure} is no longer recorded`)
  const moved = tests.filter(({ adjusted }) => adjusted < LEVEL)
  if (moved.length > 0) return different(`${moved.length} of ${tests.length} headline means moved`)
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
    return different('one run cannot tell chance from change')
  if (blunt.length > 0) return different(tooFew(blunt[0]))
  return {
    verdict: 'statistically equal',
    why: `no headline mean moved, where a change by ${100 * MARGIN} % of its total would have been found`,
  }
}

const tooFew = ({
  measure,
  group,
  found,
}: Pick<SamenessTest, 'measure' | 'group'> & { readonly found: number }): string => {
  const mean = `${measure}${group === 'all' ? '' : ` (${group})`}`
  const share = (part: number) => `${Math.round(100 * part)} %`
  const seen = Number.isFinite(found)
    ? `only a change above ${share(found)} of the total`
    : 'nothing'
  return `too few runs to tell chance from change: of ${mean} ${seen} would have been found, and it takes ${share(MARGIN)}`
}
