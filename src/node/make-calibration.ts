/** Holds a baseline against its targets, on threads. */
import { BadInput, formatFinding, type Scenario } from '../scenario/index.ts'
import { type Calibration, calibrated, readTargets } from '../study/index.ts'
import { loadScenario } from './disk.ts'
import { shipped, TARGETS } from './shipped.ts'
import { onThreads } from './threads.ts'
import { overDays, type Watcher } from './watcher.ts'

export interface CalibrationAsked {
  /** The targets file; else that of the country. */
  readonly targets?: string | undefined
  readonly seed?: string | undefined
  readonly runs?: number | undefined
  readonly threads: number
}

/** @throws BadInput where something is wrong with the targets */
export async function makeCalibration(
  baseline: Scenario,
  { targets: path, seed, runs, threads }: CalibrationAsked,
  watcher: Watcher,
): Promise<Calibration> {
  const read = readTargets(path ?? shipped(TARGETS), loadScenario)
  if (!read.ok) throw new BadInput(read.findings.map(formatFinding).join('\n\n'))
  const runner = onThreads(threads)
  const options = { ...overDays(watcher, 'known'), seed, runs }
  return calibrated(baseline, read.file.targets, runner, options).finally(() => {
    watcher.ended?.()
    return runner.close()
  })
}
