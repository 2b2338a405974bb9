/** A scenario as every floor above takes it: what it says of itself, and the plain numbers that the market runs on. */

import type { MarketInput } from '../market/index.ts'
import { fingerprint as fingerprintOf, firstDifference } from './fingerprint.ts'
import type { Speech } from './phrases.ts'
import type { WrittenNumber } from './reading.ts'
import type { Window } from './windows.ts'

export interface Scenario {
  /** The name of its file, without folder and ending; unique in a study. */
  readonly name: string
  readonly title: string
  readonly question: string
  /** The same in Indonesian; what is not written so stands in its own language. */
  readonly indonesian: { readonly title: string; readonly question: string }
  readonly textbook: boolean
  readonly input: MarketInput
  /** 16 hexadecimal digits of the input: equal for equal inputs, whatever file they came from. */
  readonly fingerprint: string
  /** The periods that it reports. */
  readonly windows: readonly Window[]
  /** Seed and runs, where the study does not say otherwise. */
  readonly seed: string
  readonly runs: number
  /** Every number written in its files or by `--set`, with its source. */
  readonly numbers: readonly WrittenNumber[]
  /** Every file that it is made of, itself first. */
  readonly files: readonly string[]
}

/** The same scenario with another input: resized, cut short or combined. */
export const withInput = (scenario: Scenario, input: MarketInput): Scenario => ({
  ...scenario,
  input,
  fingerprint: fingerprintOf(input),
})

const CLASHES = {
  name: {
    en: (name: string) => `two scenarios are called ${name}: rename one of the files`,
    id: (name: string) => `dua skenario bernama ${name}: ganti nama salah satu berkasnya`,
  },
  start: {
    en: (name: string, start: string, other: string, its: string) =>
      `${name} starts on ${start}, ${other} on ${its}: nothing to compare day by day`,
    id: (name: string, start: string, other: string, its: string) =>
      `${name} mulai pada ${start}, ${other} pada ${its}: tidak ada yang dapat dibandingkan hari demi hari`,
  },
} as const

/** Why scenarios cannot be compared day by day, in a sentence; undefined where they can. */
export function clashOf(
  scenarios: readonly Scenario[],
  language: Speech = 'en',
): string | undefined {
  const [baseline] = scenarios
  for (const [at, { name, input }] of scenarios.entries()) {
    if (scenarios.findIndex((other) => other.name === name) < at)
      return CLASHES.name[language](name)
    if (input.start !== baseline.input.start)
      return CLASHES.start[language](
        ...([name, input.start, baseline.name, baseline.input.start] as const),
      )
  }
  return undefined
}

/** First day on which the world of a policy may differ from the baseline's; the end where nothing differs. */
export const forkOf = (baseline: MarketInput, policy: MarketInput): number =>
  Math.min(policy.days, firstDifference(baseline, policy) ?? policy.days)
