/** What was run, and with what: enough to run it again and to see whether it came out the same. */
import { describeDifferences, unpaired } from '../scenario/index.ts'
import type { Stopped } from './precision.ts'
import { VERSION } from './program.ts'
import type { RunResult } from './results.ts'
import type { BrokenRun } from './runner.ts'
import type { Design } from './study.ts'

/** The version of this file's form, raised when a reader of the old form would misread the new one. */
export const FORM = 2

/** A file of a study as its manifest lists it. */
export interface FileHash {
  /** Its path below the folder of the study. */
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** How and when a study was made: what may differ between two that are the same. */
export interface Making {
  readonly command: readonly string[]
  /** When it began: `2026-11-29T16:09:09.000Z`. */
  readonly date: string
  /** What it ran on: `v20.20.2` of Node. */
  readonly platform: string
  /** How long it took; absent where makings are to be compared byte by byte. */
  readonly milliseconds?: number
}

export interface Carried extends Pick<Design, 'scenarios' | 'question' | 'combined' | 'window'> {
  /** Names the inputs and the seed of the study, whatever the number of runs. */
  readonly fingerprint: string
  readonly results: readonly RunResult[]
  readonly broken: readonly BrokenRun[]
  /** What ended it: the runs asked for, their precision, or a cap. */
  readonly stopped: Stopped
  readonly files: readonly FileHash[]
}

/** The request, written when a study begins. */
export const begunText = (design: Design, fingerprint: string, making: Making): string =>
  textOf({
    pasar: VERSION,
    form: FORM,
    title: design.scenarios.at(-1)?.title,
    fingerprint,
    runs: { asked: design.question.runs, scenarios: design.scenarios.length },
    made: { command: making.command, date: making.date, platform: making.platform },
  })

export function manifest(carried: Carried, making: Making): string {
  const { scenarios, question, combined, window, fingerprint, results, broken, stopped, files } =
    carried
  return textOf({
    pasar: VERSION,
    form: FORM,
    title: scenarios.at(-1)?.title,
    fingerprint,
    complete: results.length === scenarios.length * question.runs,
    seed: question.seed,
    runs: {
      asked: question.runs,
      scenarios: scenarios.length,
      complete: results.length,
      stopped,
    },
    combined,
    ...(window === undefined ? {} : { window }),
    divided: question.aside !== undefined,
    broken,
    files,
    results: results.map(({ scenario, run, seed, days, stateHash }) => ({
      scenario,
      run,
      seed,
      days,
      stateHash,
    })),
    scenarios: scenariosOf(carried),
    made: madeOf(making, results),
    columns: columnsOf(results),
  })
}

/** The scenarios as they were read; of policies also where they part from the baseline, and in what. */
function scenariosOf({ scenarios, question: { policies } }: Carried): object[] {
  const arms = new Map(policies.map((arm) => [arm.scenario, arm]))
  const [baseline] = scenarios
  return scenarios.map((scenario) => {
    const { name, title, question, indonesian, windows, input } = scenario
    const arm = arms.get(name)
    const parting = arm && {
      fork: arm.fork,
      proved: arm.proved,
      differences: describeDifferences(baseline.input, input),
      unpaired: unpaired(baseline.input, input),
    }
    const { fingerprint } = scenario
    return { name, title, question, indonesian, fingerprint, windows, ...parting, input }
  })
}

/** The hash of each column in which run 1 ended, by scenario. */
const columnsOf = (results: readonly RunResult[]): object =>
  Object.fromEntries(
    results.flatMap(({ scenario, columns }) => (columns ? [[scenario, columns]] : [])),
  )

/** How it was made, and how long that and each run took, where that is kept. */
function madeOf(making: Making, results: readonly RunResult[]): object {
  const { command, date, platform, milliseconds } = making
  if (milliseconds === undefined) return { command, date, platform }
  return {
    command,
    date,
    platform,
    seconds: Math.round(milliseconds / 100) / 10,
    runs: results.map(({ scenario, run, milliseconds: spent }) => ({
      scenario,
      run,
      seconds: Math.round(spent) / 1000,
    })),
  }
}

const textOf = (content: object): string => `${JSON.stringify(content, null, 1)}\n`
