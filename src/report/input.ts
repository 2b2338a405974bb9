/** What a report is made from, and what it is made of. */
import type { TopLevelSpec } from 'vega-lite'
import type { Effect, RunResult } from '../study/index.ts'

export const LANGUAGES = ['en', 'id'] as const
export type Language = (typeof LANGUAGES)[number]

/** A date worth marking: a policy announced, a policy in force. */
export interface Event {
  /** Written 2023-10-04. */
  readonly date: string
  readonly label: string
}

/** One policy and its runs, numbered like those of the baseline. */
export interface PolicyRuns {
  /** The name that its effects carry as `scenario`. */
  readonly name: string
  readonly label: string
  readonly runs: readonly RunResult[]
  /** The window that its effects are means of. */
  readonly window?: string | undefined
}

export interface ReportInput {
  readonly language: Language
  /** What the baseline is called, for charts of it alone. */
  readonly title: string
  readonly baseline: readonly RunResult[]
  readonly policies: readonly PolicyRuns[]
  readonly effects: readonly Effect[]
  readonly events: readonly Event[]
  /** What venues, categories and regions are called; names missing here are looked up in the words. */
  readonly labels: Readonly<Record<string, string>>
  readonly fingerprint: string
}

export interface Chart {
  /** For files: `employment`, `effects-closure`. */
  readonly name: string
  readonly title: string
  readonly spec: TopLevelSpec
}
