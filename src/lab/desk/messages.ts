/** What the page asks of its desk, which reads scenarios, and what it is told. */
import type { Grade } from '../../engine/index.ts'
import type { Language } from '../../report/index.ts'
import type { Finding, Scenario } from '../../scenario/index.ts'
import type { Checked } from '../editor/faults.ts'

/** Something said in both languages. */
export type Told<T = string> = Readonly<Record<Language, T>>

/** What the page is at work on: a shipped scenario, and what was changed of it. */
export interface Work {
  readonly path: string
  readonly baseline: string
  /** The text of the scenario, where it is another than the shipped one. */
  readonly text?: string
  /** `path=value` over the policy alone. */
  readonly set: readonly string[]
  /** `path=value` over both worlds. */
  readonly both: readonly string[]
}

/** A number, date or switch that can be moved, with all that its declaration says of it. */
export interface Dial {
  /** What it is called in the page: its first path. */
  readonly name: string
  /** Every path that it sets: rows that are moved together. */
  readonly paths: readonly string[]
  readonly of: 'policy' | 'both'
  readonly label: Told
  readonly kind: 'number' | 'date' | 'flag' | 'choice'
  readonly unit: string
  /** Of a number its range; of a date the first and last day of the run. */
  readonly range: readonly [number, number]
  readonly step: number
  /** As the scenario has it now; days since the start of a date, a place in `options` of a choice. */
  readonly value: number
  /** Whether rows that are moved together have several values: then `value` is their mean. */
  readonly mixed: boolean
  readonly options: readonly { readonly value: string; readonly label: Told }[]
  readonly source: Told
  readonly grade: Grade
  readonly gradeWord: Told
  /** The article of a regulation that its policy stands for. */
  readonly article?: Told
  /** How far a shipped study found it to move the answer, in words of the study. */
  readonly study?: string
  /** What is written behind a date: the hour at which it begins. */
  readonly hour: string
}

/** A contradiction of settings, by what they write. */
export interface Clash {
  readonly code: Finding['code']
  /** Paths of the settings, of dates the earlier one in the order of events first. */
  readonly paths: readonly string[]
  readonly got: string
  readonly expected: string
}

export type Read =
  | {
      readonly ok: true
      readonly baseline: Scenario
      readonly policy: Scenario
      readonly fork: number
      readonly dials: readonly Dial[]
      /** What differs from the baseline, in words. */
      readonly differences: Told<readonly string[]>
      readonly warnings: readonly string[]
    }
  | {
      readonly ok: false
      readonly findings: Told<readonly string[]>
      /** Those of them that sliders can mend. */
      readonly clashes: readonly Clash[]
    }

export interface Asked {
  readonly work: Work
  /**
   * What is wanted: the scenarios read; the text of the changed scenario, as a file to take along or as it is edited; or what
   * the reader finds in its text.
   */
  readonly wanted: 'read' | 'text' | 'edited' | 'checked'
}

export type Answered =
  | { readonly wanted: 'read'; readonly read: Read }
  | { readonly wanted: 'text'; readonly text: string }
  | ({ readonly wanted: 'edited' } & Edited)
  | ({ readonly wanted: 'checked' } & Checked)

/** The text of a scenario in which what was changed is written, and the changes for which it has no place. */
export interface Edited {
  readonly text: string
  readonly left: readonly string[]
}
