/** The library in a browser: as everywhere, but runs go on in the workers of the page. */
import * as library from '../index.ts'
import { inWorkers } from './workers.ts'

export * from '../index.ts'
export { inWorkers } from './workers.ts'

export interface StudyOptions extends library.StudyOptions {
  /** Workers, where no runner is given: as many as there are cores. The numbers are the same with any number. */
  readonly workers?: number
}

/** Runs one scenario and gives its levels. */
export const run = (
  scenario: library.Scenario,
  options: StudyOptions = {},
): Promise<library.Answer> => withWorkers(options, (more) => library.run(scenario, more))

/** Runs policies and their baseline, paired by seed. */
export const compare = (
  baseline: library.Scenario,
  policies: library.Scenario | readonly library.Scenario[],
  options: StudyOptions = {},
): Promise<library.Answer> =>
  withWorkers(options, (more) => library.compare(baseline, policies, more))

async function withWorkers<T>(
  options: StudyOptions,
  work: (options: library.StudyOptions) => Promise<T>,
): Promise<T> {
  // What is no object is refused by the library.
  if (typeof options !== 'object' || options === null) return work(options)
  const { workers, ...more } = options
  return library.withRunner(
    more.runner,
    () => inWorkers(workers),
    (runner) => work({ ...more, runner }),
  )
}
