/**
 * A fact: what was seen of a market, of one that a policy changed too, as a number that runs can be held against. It says where
 * it is from, whether it was looked at when the model was fitted, and which other facts must hold for it to count.
 */
import { type Grade, hashText } from '../../engine/index.ts'
import type { Place, Scenario } from '../../scenario/index.ts'
import type { Statistic, Stretch } from '../targets/statistic.ts'
import type { PeopleAsked } from './asked.ts'

/** Whether it was used in fitting: what is solved or set holds by construction, what is fitted was looked at. */
export const USES = ['no', 'fitted', 'set', 'solved'] as const
export type Use = (typeof USES)[number]

/** What is measured, in one run or in a pair of runs. */
export type FactStatistic =
  | {
      readonly kind: 'cells'
      readonly statistic: Statistic
      /** The level in one world, the paired difference, or that in percent of the baseline. */
      readonly of: 'level' | 'difference' | 'percent'
    }
  | {
      readonly kind: 'recaptured'
      readonly from: string
      readonly to: string
      readonly side: 'buyers' | 'sellers'
      readonly window: string
      /** The days of the window. */
      readonly days: Stretch
    }
  | {
      readonly kind: 'people'
      readonly asked: PeopleAsked
      /** Of agents the days of the window. */
      readonly days?: Stretch
    }

/** A band that was seen; of a value with its error the 95 % interval. */
export interface Band {
  readonly low: number
  readonly high: number
}

export interface Fact {
  /** The row of a list of facts: several may share one. */
  readonly id: string
  /** Its name, unique in the file. */
  readonly what: string
  readonly indonesian: string
  /** Place of its comparison among those of the file. */
  readonly comparison: number
  /** The scenario that it is of; undefined: the baseline. */
  readonly policy: string | undefined
  readonly statistic: FactStatistic
  /** Multiplies the statistic. */
  readonly times: number
  readonly unit: string
  /** Absent while it is not known: then the model predicts. */
  readonly band: Band | undefined
  readonly source: string
  readonly grade: Grade | undefined
  readonly used: Use
  /** Names or ids of facts that must pass. */
  readonly countsIf: readonly string[]
  readonly place: Place
}

/** A baseline and what is compared with it. */
export interface Comparison {
  readonly files: readonly string[]
  /** The baseline first. */
  readonly scenarios: readonly Scenario[]
}

export interface Facts {
  readonly name: string
  readonly title: string
  readonly question: string
  readonly indonesian: { readonly title: string; readonly question: string }
  readonly comparisons: readonly Comparison[]
  readonly facts: readonly Fact[]
}

/** What a fact measures, as text: all of it but its names, what was seen, and where. */
export const statisticText = (
  { comparison, policy, statistic, times, unit, countsIf }: Fact,
  { comparisons }: Pick<Facts, 'comparisons'>,
): string => {
  const baseline = comparisons[comparison].scenarios[0].name
  return JSON.stringify([baseline, policy ?? null, statistic, times, unit, countsIf])
}

/** Names what runs are made for: the scenarios and what is asked of their agents are in the keys of the runs. */
export const factsFingerprint = (facts: Facts): string =>
  hashText(
    JSON.stringify([
      facts.comparisons.map(({ scenarios }) => scenarios.map(({ fingerprint }) => fingerprint)),
      facts.facts.map((fact) => [fact.what, statisticText(fact, facts)]),
    ]),
  )
