/** Numbers that answer the rows of the articles, as they are kept in docs/gallery/answers.json. */
import type { Effect, Level } from '../../src/study/index.ts'

export interface Found extends Effect {
  /** The scenario that it is compared with. */
  readonly against?: string
  readonly window: string
  readonly from: string
  readonly to: string
}

export interface FoundLevel extends Level {
  readonly scenario: string
}

export interface FoundTarget {
  readonly what: string
  readonly unit: string
  readonly mean: number
  readonly low: number
  readonly high: number
}

export interface Answers {
  readonly version: string
  readonly size: 'default' | 'quick'
  readonly runs: number
  readonly rows: readonly {
    readonly row: string
    readonly effects: readonly Found[]
    readonly levels: readonly FoundLevel[]
    readonly targets: readonly FoundTarget[]
  }[]
}

export const nameOfFile = (file: string): string => file.replace(/.*\//, '').replace('.yaml', '')

/** Ten digits, as in other results that are kept; what is no number is kept as none. */
export const written = (answers: Answers): string =>
  `${JSON.stringify(
    answers,
    (_, value) =>
      typeof value === 'number'
        ? Number.isFinite(value)
          ? Number(value.toPrecision(10))
          : 'none'
        : value,
    1,
  )}\n`

export const parsed = (text: string): Answers =>
  JSON.parse(text, (_, value) => (value === 'none' ? Number.NaN : value))
