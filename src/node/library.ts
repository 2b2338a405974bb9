/** The library in Node: as everywhere, but scenarios are files and runs go on threads. */
import { availableParallelism } from 'node:os'
import * as library from '../index.ts'
import { shown } from '../scenario/index.ts'
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
): Promise<library.Answer> =>
  withThreads([scenario], options, (more) => library.run(scenario, more))

/** Runs policies and their baseline, paired by seed. */
export const compare = (
  baseline: library.Scenario,
  policies: library.Scenario | readonly library.Scenario[],
  options: StudyOptions = {},
): Promise<library.Answer> =>
  withThreads([baseline, policies].flat(), options, (more) =>
    library.compare(baseline, policies, more),
  )

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
  withThreads([baseline], options, (more) => library.calibrate(baseline, targets, more))

/**
 * Holds the folder of a study against its manifest, and runs it again.
 * @throws CannotRun
 */
export async function verify(
  folder: string,
  options: StudyOptions & { readonly trust?: boolean } = {},
): Promise<library.Verified> {
  if (typeof folder !== 'string')
    throw new library.BadInput(`folder is ${shown(folder)}, expected a text`)
  const { runs, trust, ...more } = checked(options)
  if (runs !== undefined && !(Number.isInteger(runs) && runs >= 1))
    throw new library.BadInput(`runs is ${shown(runs)}, expected a whole number from 1`)
  return withThreads([], more, ({ runner, progress, signal }) =>
    verification(folder, { runs, trust }).carryOut(runner, progress ?? (() => {}), signal),
  )
}

/** Policies that were handed in as objects stay in this thread. */
const stays = (scenarios: readonly library.Scenario[]): boolean =>
  scenarios.some((scenario) => {
    const { policies, modules } = Object(scenario?.input)
    // What is no list of policies is refused by the library.
    if (!Array.isArray(policies)) return false
    return policies.some((policy) => {
      const { module } = Object(policy)
      return module !== undefined && !modules?.[module]
    })
  })

async function withThreads<T>(
  scenarios: readonly library.Scenario[],
  options: StudyOptions,
  work: (options: library.StudyOptions & { readonly runner: library.Runner }) => Promise<T>,
): Promise<T> {
  const { threads = availableParallelism(), ...more } = checked(options)
  return library.withRunner(
    more.runner,
    () => (stays(scenarios) ? library.alone : onThreads(threads)),
    (runner) => work({ ...more, runner }),
  )
}

/** @throws BadInput where threads cannot be started from what was handed in; the library looks at the rest */
function checked<O extends StudyOptions>(options: O): O {
  if (typeof options !== 'object' || options === null)
    throw new library.BadInput(`options are ${shown(options)}, expected an object`)
  const { threads, runner } = options
  if (threads !== undefined && !(Number.isInteger(threads) && threads >= 1 && threads <= 1024))
    throw new library.BadInput(
      `threads is ${shown(threads)}, expected a whole number from 1 to 1,024`,
    )
  if (runner !== undefined && typeof Object(runner).run !== 'function')
    throw new library.BadInput(
      `runner is ${shown(runner)}, expected an object with run, close: onThreads(2)`,
    )
  return options
}
