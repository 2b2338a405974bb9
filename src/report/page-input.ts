/** What a report page is made from. */
import type { RegisterEntry } from '../market/index.ts'
import type {
  Budget,
  Combination,
  Contribution,
  Coverage,
  Effect,
  Elsewhere,
  Flow,
  GroupOutcome,
  Level,
  Proof,
  Recovery,
} from '../study/index.ts'
import type { Course } from './figures/course.ts'
import type { Language } from './input.ts'

export interface PageWindow {
  readonly window: string
  /** First and last day, written 2023-10-04. */
  readonly from: string
  readonly to: string
}

/** Something said in every language of the page. */
export type Told<T = string> = Readonly<Record<Language, T>>

/** Effects worth a row of a table. */
export interface EffectsTable extends PageWindow {
  readonly effects: readonly Effect[]
}

/** Levels worth a row of a table. */
export interface LevelsTable extends PageWindow {
  readonly levels: readonly Level[]
}

/** One policy, told in its main window. */
export interface PagePolicy {
  readonly name: string
  readonly title: Told
  readonly main: EffectsTable
  readonly others: readonly EffectsTable[]
  /** What differs from the baseline, in words. */
  readonly differences: Told<readonly string[]>
  /** What to beware of, in sentences. */
  readonly warnings?: Told<readonly string[]>
  readonly proof: Proof | undefined
  readonly winners: readonly GroupOutcome[]
  /** Out of venues that the policy touches. */
  readonly flows: readonly Flow[]
  /** Where buyers of these venues bought after it, and how many of their sellers sell as before. */
  readonly elsewhere: readonly Elsewhere[]
  readonly recovery: readonly Recovery[]
  readonly contributions: readonly Contribution[]
  /** How sure the effects are, as far as studies of these scenarios are at hand. */
  readonly budgets: readonly Budget[]
}

/** A chart: drawn, and as a Vega spec by which a page draws it anew. */
export interface DrawnChart {
  readonly name: string
  readonly title: string
  readonly svg: string
  readonly spec: object
}

/** How to repeat the study. */
export interface Repeat {
  readonly program: string
  readonly node: string
  readonly date: string
  readonly command: string
  readonly seed: string
  readonly runs: number
  readonly fingerprint: string
  readonly states: readonly {
    readonly scenario: string
    readonly run: number
    readonly seed: string
    readonly stateHash: string
  }[]
}

/** A level on paper, in the unit of its measure. */
export interface SolvedLevel {
  readonly measure: string
  readonly group: string
  readonly value: number
}

export interface PageInput {
  /** The language shown first. */
  readonly language: Language
  readonly title: Told
  readonly question: Told
  readonly baseline: Told
  /** Of a scenario alone. */
  readonly levels: readonly LevelsTable[]
  /** None of a scenario alone. */
  readonly policies: readonly PagePolicy[]
  readonly combinations: readonly Combination[]
  /** What differs over time, by the name of the policy; and how a scenario alone goes on. */
  readonly courses?: Readonly<Record<string, Course>>
  readonly levelCourse?: Course
  /** Levels of a textbook market that are solved on paper. */
  readonly paper?: readonly SolvedLevel[]
  readonly labels: Readonly<Record<string, string>>
  /** Whether the market is the country's, to which law, sources and limits belong; not of a textbook market. */
  readonly country: boolean
  /** What the baseline models of the country; empty where its runs do not span the days of the figures. */
  readonly coverage: readonly Coverage[]
  readonly register: readonly RegisterEntry[]
  readonly repeat: Repeat
}
