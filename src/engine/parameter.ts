/**
 * Declarations of numbers and switches. A declaration is written once, where the number is born; its
 * TypeScript type, its check, the JSON Schema, the reference page and the random scenarios of the
 * property tests are derived from it.
 */

/**
 * How well a default is founded. A official statistic or named research house; B single press or
 * official statement, small survey; C anecdote, proxy, from memory; assumption: set by us, for a reason that the source
 * gives, with what bounds it; given: what a market is made of or asked (a name, a date, a switch, a size), no
 * estimate of the world.
 */
export type Grade = 'A' | 'B' | 'C' | 'assumption' | 'given'

interface Described {
  readonly label: string
  /** Where the default comes from. */
  readonly source: string
  readonly grade: Grade
}

export interface NumberParameter extends Described {
  readonly kind: 'number'
  readonly unit: string
  readonly default: number
  /** Smallest and largest admissible value, both included. */
  readonly range: readonly [number, number]
  /** The name of a table: one number for each of its rows. */
  readonly per?: string
}

export interface FlagParameter extends Described {
  readonly kind: 'flag'
  readonly default: boolean
}

/** The name of a row of a table, e.g. the nest of a venue. */
export interface ReferenceParameter extends Described {
  readonly kind: 'reference'
  readonly to: string
  readonly default: string
}

export interface ChoiceParameter extends Described {
  readonly kind: 'choice'
  readonly options: readonly string[]
  readonly default: string
}

/**
 * What a date means for the policy that sets it: sellers learn of the policy, it takes force, or it or a part of it is
 * taken back (the first day without).
 */
export type DateRole = 'announced' | 'begins' | 'ends'

/** A date, or a date with a time and zone: days since the start of the run, with a fraction. */
export interface DateParameter extends Described {
  readonly kind: 'date'
  readonly role: DateRole
  /** May be left out: it is then `NEVER`. */
  readonly optional?: boolean
}

/** A day that no run reaches. */
export const NEVER = 1e6

export type Parameter =
  | NumberParameter
  | FlagParameter
  | ReferenceParameter
  | ChoiceParameter
  | DateParameter

type Ground = Partial<Pick<Described, 'source' | 'grade'>>

const grounded = (ground: Ground) => ({
  source: ground.source ?? 'set by the authors, to be swept',
  grade: ground.grade ?? ('assumption' as const),
})

/** A number with unit, default, range and source. */
export const number = (
  declaration: Omit<NumberParameter, 'kind' | 'source' | 'grade'> & Ground,
): NumberParameter => ({ ...declaration, kind: 'number', ...grounded(declaration) })

/** A number between 0 and 1, unless a narrower or wider range is given. */
export const share = (
  declaration: Omit<NumberParameter, 'kind' | 'unit' | 'range' | 'source' | 'grade'> &
    Partial<Pick<NumberParameter, 'unit' | 'range'>> &
    Ground,
): NumberParameter => number({ unit: 'share', range: [0, 1], ...declaration })

export const flag = (declaration: { label: string; default: boolean } & Ground): FlagParameter => ({
  ...declaration,
  kind: 'flag',
  ...grounded(declaration),
})

export const reference = (
  declaration: { label: string; to: string; default: string } & Ground,
): ReferenceParameter => ({ ...declaration, kind: 'reference', ...grounded(declaration) })

export const choice = (
  declaration: { label: string; options: readonly string[]; default: string } & Ground,
): ChoiceParameter => ({ ...declaration, kind: 'choice', ...grounded(declaration) })

/** A date of a policy, required unless it says `optional`. */
export const date = (
  declaration: { label: string; role: DateRole; optional?: boolean } & Ground,
): DateParameter => ({
  ...declaration,
  kind: 'date',
  ...grounded(declaration),
})
