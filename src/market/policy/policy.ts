/**
 * The policy contract. A policy turns its settings into operations on table values in time; what it changes in behaviour
 * follows from rules that read those values. One that needs more brings it along: fields, columns, rules, flows of money and
 * measures, which exist only in worlds that name it. One file a policy, and in the catalogue one line.
 */
import type {
  Column,
  Parameter,
  ParameterValues,
  Population,
  Rule,
  Table,
} from '../../engine/index.ts'
import type { MarketInput, Operation, PolicyInput } from '../input.ts'
import type { Measure } from '../measures/measure.ts'
import type { AddedFlow, Said } from './flows.ts'

/** What a policy is called and does, in Indonesian: a label for each of its settings. */
interface Indonesian<Setting extends string> {
  readonly name: string
  readonly does: string
  readonly article?: string
  readonly settings: Readonly<Record<Setting, string>>
}

/** What a policy adds to the worlds that name it. */
export interface Additions {
  /** Fields on the rows of tables, which its operations move: `fieldsOn(venues, ...)`. */
  readonly fields?: readonly Table[]
  /** Columns of populations: `on(sellers, ...)`. */
  readonly columns?: readonly Population[]
  readonly flows?: readonly AddedFlow[]
  readonly measures?: Readonly<Record<string, Measure>>
  /** Rules without parameters of their own: what can be set is a setting, which moves a field. */
  readonly rules?: readonly PlacedRule[]
}

/** A rule and its place in the day: behind the rule `after`. */
export interface PlacedRule {
  readonly rule: Rule
  readonly after: Rule
}

/** How a policy is set so that it does nothing: the suites hold every policy to it, to the bit. */
export interface NullCase<Setting extends string = string> {
  readonly settings: Readonly<Partial<Record<Setting, number | string | boolean>>>
  /** Where no setting is a nought: at a venue at which nobody buys or sells. */
  readonly unusedVenue?: true
  /** The columns that it marks even so. */
  readonly marks?: readonly Column[]
}

/** What of a policy is wrong beside what each setting is by itself. */
export interface PolicyFault<Setting extends string = string> {
  /** A word for programs: `no-route`. */
  readonly code: string
  /** The setting that is at fault; the policy as a whole where nothing stands. */
  readonly setting?: Setting
  /** The way out is a part of the sentence. */
  readonly says: Said
  /** What it contradicts: another policy, or one of its settings, or a course. */
  readonly beside?: {
    readonly policy?: PolicyInput
    readonly setting?: string
    readonly course?: Operation
  }
}

/** What a check sees: the scenario, and the policies that stand before this one in its list. */
export interface CheckedBeside {
  readonly input: MarketInput
  readonly before: readonly PolicyInput[]
  readonly all: readonly PolicyInput[]
}

type Settings = Readonly<Record<string, number | string | boolean>>

export type { AddedFlow, Said }

export interface Policy {
  readonly name: string
  /** One sentence for the reference and the command line. */
  readonly does: string
  readonly indonesian: Indonesian<string>
  /** One of them is the date on which it begins. */
  readonly settings: Readonly<Record<string, Parameter>>
  /** The article of the regulation that it stands for, if any. */
  readonly article?: string
  readonly adds?: Additions
  readonly nullCase: NullCase
  /** Measures that its answer tells beside those that every answer tells, by name. */
  readonly answers?: readonly string[]
  /**
   * What it does to values in force. Amounts come from settings and from what the scenario itself says, written or by
   * courses, on the day on which the policy begins: what other policies do to the same value is composed day by day. At
   * its null a policy has no operation.
   */
  operations(settings: Settings, input: MarketInput): Operation[]
  /** What contradicts the scenario or other policies, all at once. */
  check?(settings: Settings, beside: CheckedBeside): readonly PolicyFault[]
}

export interface PolicyDeclaration<P extends Record<string, Parameter>>
  extends Omit<Policy, 'settings' | 'operations' | 'indonesian' | 'nullCase' | 'check'> {
  readonly settings: P
  readonly indonesian: Indonesian<keyof P & string>
  readonly nullCase: NullCase<keyof P & string>
  operations(settings: ParameterValues<P>, input: MarketInput): Operation[]
  check?(
    settings: ParameterValues<P>,
    beside: CheckedBeside,
  ): readonly PolicyFault<keyof P & string>[]
}

/** Declares a policy. What is wrong in a declaration `checkedPolicy` says, which files of their own use. */
export function policy<P extends Record<string, Parameter>>(
  declaration: PolicyDeclaration<P>,
): Policy {
  return {
    ...declaration,
    operations: declaration.operations as unknown as Policy['operations'],
    ...(declaration.check ? { check: declaration.check as unknown as Policy['check'] } : {}),
  } as Policy
}

/** Under which the kit is asked for. */
export const KIT = 'pasar/policy'

/** Whether something is what `policy` returns. */
export const isPolicy = (found: unknown): found is Policy =>
  typeof found === 'object' &&
  found !== null &&
  typeof Reflect.get(found, 'name') === 'string' &&
  typeof Reflect.get(found, 'operations') === 'function' &&
  typeof Reflect.get(found, 'settings') === 'object'
