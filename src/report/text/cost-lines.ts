/** What a study of many runs takes, before it is made. */
import { SECONDS_A_DAY } from '../../engine/index.ts'
import type { Experiment, FitStudy, Plan } from '../../study/index.ts'

export interface Cost {
  readonly title: string
  /** What is run, in words. */
  readonly what: string
  /** Runs at least and at most: what is run may follow from what is found. */
  readonly runs: readonly [number, number]
  /** What one of them took; undefined where it failed. */
  readonly seconds: number | undefined
  readonly threads: number
  readonly path: string
}

/** A line of the journal with a row of the table, in bytes. */
const A_RUN = 1000

export function costLines({ title, what, runs, seconds, threads, path }: Cost): string[] {
  const [least, most] = runs
  const isRange = least < most
  const last = (of: number) => lasting(((seconds ?? 0) * of) / Math.min(threads, of))
  const whole = isRange ? `${last(least)} to ${last(most)}` : last(most)
  return [
    title,
    what,
    seconds === undefined
      ? 'the first run failed: no time can be told'
      : `one run takes ${seconds.toFixed(1)} s here; all of them about ${whole} on ${threads} ${threads === 1 ? 'thread' : 'threads'}`,
    `they would be kept in ${path}, ${isRange ? 'at most ' : ''}about ${Math.ceil((most * A_RUN) / 1e6)} MB`,
  ]
}

export const lasting = (seconds: number): string =>
  seconds < 120
    ? `${Math.round(seconds)} s`
    : seconds < 7200
      ? `${Math.round(seconds / 60)} min`
      : seconds < 172_800
        ? `${Math.round(seconds / 3600)} h`
        : `${Math.round(seconds / SECONDS_A_DAY)} days`

export const counted = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`

/** What a study of many points runs. */
export function studySize(
  { scenarios, seeds }: Pick<Experiment, 'scenarios' | 'seeds'>,
  { points, runs: { length: runs } }: Plan,
): Pick<Cost, 'what' | 'runs'> {
  const worlds = scenarios.length === 1 ? '1 world' : `${scenarios.length} worlds`
  return {
    what: `${points.length} points, ${seeds} ${seeds === 1 ? 'seed' : 'seeds'} at each: ${runs} runs, each with ${worlds}`,
    runs: [runs, runs],
  }
}

/** What a fit runs: how many runs there may be, for a generation ends with the draws that are wanted. */
export function fitSize(fit: FitStudy): Pick<Cost, 'what' | 'runs'> {
  const { experiment, waves, points, draws, generations, most, targets } = fit
  const [least, top] = [Math.min(draws, most), most].map(
    (runs) => waves * points + generations * runs,
  )
  return {
    what: `${counted(experiment.varied.length, 'parameter')}, ${counted(targets.length, 'target')}; ${counted(waves, 'wave')} of ${counted(points, 'run')}, ${counted(generations, 'generation')} of ${counted(draws, 'draw')} from at most ${counted(most, 'run')}: ${least} to ${top} runs`,
    runs: [least, top],
  }
}
