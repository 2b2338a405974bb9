/** The library in Node: as everywhere, but scenarios are files and runs go on threads. */
import { availableParallelism } from 'node:os'
import * as library from '../index.ts'
import { loadScenario } from './disk.ts'
import { shipped, TARGETS } from './shipped.ts'
import { onThreads } from './threads.ts'
import { verification } from './verify.ts'

export * from '../index.ts'
export { folderStore } from './folder-store.ts'
export { cacheOptions, folderBaselines } from './kept-baselines.ts'
export { onThreads } from './threads.ts'

/** Reads a scenario file. */
export const readScenario = (
  path: string,
  options: Partial<library.ReadOptions> = {},
): library.Scenario => library.readScenario(path, { load: loadScenario, ...options })

export interface StudyOptions extends library.StudyOptions {
  /** Threads, where no runner is given: all cores. The numbers are the same with any number. */
  readonly threads?: number
}

/** Runs one scenario and gives its levels. */
export const run = (
  scenario: library.Scenario,
  options: StudyOptions = {},
): Promise<library.Answer> => withThreads(options, (more) => library.run(scenario, more))

/** Runs policies and their baseline, paired by seed. */
export const compare = (
  baseline: library.Scenario,
  policies: library.Scenario | readonly library.Scenario[],
  options: StudyOptions = {},
): Promise<library.Answer> =>
  withThreads(options, (more) => library.compare(baseline, policies, more))

/** Reads a targets file; without a path what was known of Indonesia before 4 October 2023. */
export const readTargets = (
  path: string = shipped(TARGETS),
  options: Partial<Pick<library.ReadOptions, 'load'>> = {},
): readonly library.Target[] => library.readTargets(path, { load: loadScenario, ...options })

/** How a baseline fits targets. */
export const calibrate = (
  baseline: library.Scenario,
  targets: readonly library.Target[],
  options: StudyOptions = {},
): ReturnType<typeof library.calibrate> =>
  withThreads(options, (more) => library.calibrate(baseline, targets, more))

/**
 * Holds the folder of a study against its manifest, and runs it again.
 * @throws CannotRun
 */
export const verify = (
  folder: string,
  { runs, ...options }: StudyOptions = {},
): Promise<library.Verified> =>
  withThreads(options, ({ runner, progress, signal }) =>
    verification(folder, runs).carryOut(runner, progress ?? (() => {}), signal),
  )

const withThreads = <T>(
  { threads = availableParallelism(), ...options }: StudyOptions,
  work: (options: library.StudyOptions & { readonly runner: library.Runner }) => Promise<T>,
): Promise<T> =>
  library.withRunner(
    options.runner,
    () => onThreads(threads),
    (runner) => work({ ...options, runner }),
  )
