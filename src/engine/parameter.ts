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
export const GRADES = ['A', 'B', 'C', 'assumption', 'given'] as const

export type Grade = (typeof GRADES)[number]

interface Described {
  readonly label: string
  /**
   * What the default rests on: rows of the fact sheet, a law, a paper; `assumption:` and why it is what it is and what its
   * extremes mean; or `given:` and by what.
   */
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
  /** 1 yes, 0 no. */
  readonly yesNo?: true
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
export const DATE_ROLES = ['announced', 'begins', 'ends'] as const

export type DateRole = (typeof DATE_ROLES)[number]

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

/** A number with unit, default, range and source. */
export const number = (declaration: Omit<NumberParameter, 'kind'>): NumberParameter => ({
  ...declaration,
  kind: 'number',
})

/** A number between 0 and 1, unless a narrower or wider range is given. */
export const share = (
  declaration: Omit<NumberParameter, 'kind' | 'unit' | 'range'> &
    Partial<Pick<NumberParameter, 'unit' | 'range'>>,
): NumberParameter => number({ unit: 'share', range: [0, 1], ...declaration })

/** Yes or no as a number, which policies and courses set by date as they set any other; written true or false, or 1 or 0. */
export const yesNo = (
  declaration: Omit<NumberParameter, 'kind' | 'unit' | 'range' | 'default' | 'yesNo'> & {
    readonly default: boolean
  },
): NumberParameter =>
  number({
    ...declaration,
    unit: '',
    range: [0, 1],
    default: declaration.default ? 1 : 0,
    yesNo: true,
  })

/** A number as it is written: yes or no as true or false, where it is one of them. */
export const answerOf = (parameter: Parameter | undefined, value: number): number | boolean =>
  (parameter?.kind === 'flag' || (parameter?.kind === 'number' && parameter.yesNo)) &&
  (value === 0 || value === 1)
    ? value === 1
    : value

export const flag = (declaration: Omit<FlagParameter, 'kind'>): FlagParameter => ({
  ...declaration,
  kind: 'flag',
})

export const reference = (declaration: Omit<ReferenceParameter, 'kind'>): ReferenceParameter => ({
  ...declaration,
  kind: 'reference',
})

export const choice = (declaration: Omit<ChoiceParameter, 'kind'>): ChoiceParameter => ({
  ...declaration,
  kind: 'choice',
})

/** A date of a policy, required unless it says `optional`. */
export const date = (declaration: Omit<DateParameter, 'kind'>): DateParameter => ({
  ...declaration,
  kind: 'date',
})

/** How a declared name is written in files: meanPrice reads mean-price. */
export const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
