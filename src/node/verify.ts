/** Runs a study again and says whether it came out as it was recorded. */
import { join } from 'node:path'
import { asyncBufferFromFile, parquetMetadataAsync } from 'hyparquet'
import {
  type BrokenRun,
  type Compared,
  compared,
  daysOf,
  type Listener,
  type Recorded,
  type RecordedRun,
  type Runner,
  type RunResult,
  tasksOf,
  type Verified,
  verdictOf,
} from '../study/index.ts'
import { SERIES } from './folder.ts'
import { CannotRun, readManifest } from './read-manifest.ts'
import { readSeries } from './read-series.ts'

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
      return verdictOf(
        written,
        wanted,
        results,
        await comparedWith(folder, wanted, results, written),
      )
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

async function comparedWith(
  folder: string,
  wanted: readonly RecordedRun[],
  results: readonly RunResult[],
  { question }: Recorded,
): Promise<Compared> {
  const path = join(folder, SERIES)
  try {
    return await compared(readSeries(path), wanted, results, question)
  } catch (problem) {
    throw cannotUse(path, problem)
  }
}
