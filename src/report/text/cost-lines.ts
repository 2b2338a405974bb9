/** What a study of many runs takes, before it is made. */
import { SECONDS_A_DAY } from '../../engine/index.ts'
import type { Experiment, FitStudy, Plan } from '../../study/index.ts'
import type { Language } from '../input.ts'
import { terminalWords } from './terminal-words.ts'

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

export function costLines(
  { title, what, runs, seconds, threads, path }: Cost,
  language: Language = 'en',
): string[] {
  const say = terminalWords[language].cost
  const [least, most] = runs
  const isRange = least < most
  const last = (of: number) => lasting(((seconds ?? 0) * of) / Math.min(threads, of), language)
  const whole = isRange ? say.between(last(least), last(most)) : last(most)
  return [
    title,
    what,
    seconds === undefined ? say.noTime : say.one(seconds.toFixed(1), whole, threads),
    say.kept(path, `${Math.ceil((most * A_RUN) / 1e6)} MB`, isRange),
  ]
}

export function lasting(seconds: number, language: Language = 'en'): string {
  const say = terminalWords[language].cost
  if (seconds < 120) return say.seconds(Math.round(seconds))
  if (seconds < 7200) return say.minutes(Math.round(seconds / 60))
  if (seconds < 172_800) return say.hours(Math.round(seconds / 3600))
  return say.days(Math.round(seconds / SECONDS_A_DAY))
}

/** What a study of many points runs. */
export function studySize(
  { scenarios, seeds }: Pick<Experiment, 'scenarios' | 'seeds'>,
  { points, runs: { length: runs } }: Plan,
  language: Language = 'en',
): Pick<Cost, 'what' | 'runs'> {
  const { study } = terminalWords[language].cost
  return { what: study(points.length, seeds, runs, scenarios.length), runs: [runs, runs] }
}

/** What a fit runs: how many runs there may be, for a generation ends with the draws that are wanted. */
export function fitSize(fit: FitStudy, language: Language = 'en'): Pick<Cost, 'what' | 'runs'> {
  const { experiment, waves, points, draws, generations, most, targets } = fit
  const [least, top] = [Math.min(draws, most), most].map(
    (runs) => waves * points + generations * runs,
  )
  const counts = {
    ...{ parameters: experiment.varied.length, targets: targets.length },
    ...{ waves, points, generations, draws },
  }
  const runs = [least, top] as const
  return { what: terminalWords[language].cost.fit(counts, most, runs), runs }
}
