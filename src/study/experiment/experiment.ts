/**
 * An experiment: one question asked at many points of the space of parameters, with several seeds at each. It answers what a result
 * hangs on, where a comparison answers what a policy does at one point.
 */
import { hashText } from '../../engine/index.ts'
import type { At } from '../../market/index.ts'
import type { Change, Scenario, Size } from '../../scenario/index.ts'
import type { Factor, FactorValue, SamplingDesign } from '../design/index.ts'

/** A value of one row that a factor moves. */
export interface VariedRow {
  /** As `--set` takes it, without `*`. */
  readonly path: string
  readonly distribution: Factor['distribution']
  /** What the scenarios hold, by the number of the scenario; undefined where one has no such value. */
  readonly written: readonly (FactorValue | undefined)[]
}

/** How a value is laid over a scenario. */
export type Form = 'number' | 'whole' | 'date' | 'word' | 'multiple'

export interface Varied extends Factor {
  readonly label: string
  /** `times` of a multiple of what is written. */
  readonly unit: string
  readonly form: Form
  /** All rows move together, each through a distribution of its own where the scenarios hold another range possible. */
  readonly rows: readonly VariedRow[]
}

/** What an outcome is: the level of the baseline, the paired difference, or that in percent of the baseline. */
export const OUTCOME_KINDS = ['difference', 'percent', 'level'] as const

export interface OutcomeAsked {
  readonly name: string
  /** The scenario that is compared with the baseline; undefined of a level of the baseline. */
  readonly policy: string | undefined
  readonly measure: string
  readonly at: At
  /** The name of a window; undefined: the main one of the scenario. */
  readonly window: string | undefined
  readonly of: (typeof OUTCOME_KINDS)[number]
}

/** A variant of the model: a file laid over the baseline and every policy. */
export interface Variant {
  readonly name: string
  readonly file: string
  readonly title: string
  readonly indonesian: string
  /** Of the scenarios with it, the baseline first. */
  readonly fingerprints: readonly string[]
}

/** One draw of a file: what it lays over a scenario. */
export interface FiledDraw {
  readonly weight: number
  /** Values by the paths of the file. */
  readonly values: Readonly<Record<string, string>>
}

/** A fitted parameter that a policy writes itself. */
export interface Kept {
  readonly path: string
  readonly scenario: string
  readonly change: Change
}

/** The draws of a study, in place of what varies. */
export interface Posterior {
  /** Where they are filed, and how many draws there are. */
  readonly file: string
  readonly of: number
  /** Those that are points of the study. */
  readonly draws: readonly FiledDraw[]
  /** Paths that are laid over all worlds. */
  readonly laid: readonly string[]
  /** Those that are not, since a policy changes them: they stay as they are written in both worlds. */
  readonly kept: readonly Kept[]
}

export interface Experiment {
  readonly name: string
  readonly title: string
  readonly question: string
  readonly indonesian: { readonly title: string; readonly question: string }
  /** Paths of the scenario files, the baseline first, and the scenarios as they are written. */
  readonly files: readonly string[]
  readonly scenarios: readonly Scenario[]
  readonly varied: readonly Varied[]
  /** Variants and draws stand for designs of their own: nothing varies beside them. Given are points that nobody knows beforehand. */
  readonly design:
    | SamplingDesign
    | { readonly kind: 'variants' }
    | { readonly kind: 'posterior'; readonly draws: number; readonly from: string }
    | { readonly kind: 'given' }
  /** The draws of a fit, of a design `posterior` alone. */
  readonly posterior?: Posterior
  readonly variants: readonly Variant[]
  /** The market that it runs in. */
  readonly size: Size
  readonly seed: string
  /** Runs at each point. */
  readonly seeds: number
  readonly outcomes: readonly OutcomeAsked[]
}

/** What is run, whatever the number of points and seeds: more of the same are added to those there are. */
export const experimentFingerprint = ({
  scenarios,
  size,
  seed,
  outcomes,
  varied,
}: Experiment): string =>
  hashText(
    JSON.stringify([
      // Outcomes are means of windows, whose days may be moved without the input.
      scenarios.map(({ fingerprint, windows }) => [fingerprint, windows]),
      size,
      seed,
      outcomes.map(({ policy, measure, at, window }) => [policy, measure, at, window]),
      varied.map(({ path, rows }) => [path, rows.map((row) => row.path)]),
    ]),
  )
