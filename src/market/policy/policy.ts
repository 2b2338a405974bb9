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
import { MEASURES } from '../measures/index.ts'
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

interface PolicyDeclaration<P extends Record<string, Parameter>>
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

/**
 * Declares a policy.
 * @throws Error with what is wrong in the declaration: it needs one date on which it begins; what its rules write and its
 * flows are paid from must be among the columns that it adds
 */
export function policy<P extends Record<string, Parameter>>(
  declaration: PolicyDeclaration<P>,
): Policy {
  const made = {
    ...declaration,
    operations: declaration.operations as unknown as Policy['operations'],
    ...(declaration.check ? { check: declaration.check as unknown as Policy['check'] } : {}),
  } as Policy
  const faults = faultsOf(made)
  if (faults.length > 0) throw new Error(`policy ${declaration.name}: ${faults.join('; ')}`)
  return made
}

const nameOf = ({ population, name }: Column) => `${population}.${name}`

function faultsOf({ settings, adds = {}, nullCase, answers = [] }: Policy): string[] {
  const begins = Object.values(settings).filter(
    (setting) => setting.kind === 'date' && setting.role === 'begins',
  )
  const known = [...MEASURES, ...Object.values(adds.measures ?? {})].map(({ name }) => name)
  const atNull = Object.keys(nullCase?.settings ?? {})
  return [
    ...(begins.length === 1 ? [] : [`has ${begins.length} dates on which it begins, not 1`]),
    ...(nullCase === undefined
      ? [
          'has no nullCase: say how it is set so that it does nothing, as in nullCase: { settings: { rate: 0 } }',
        ]
      : []),
    ...atNull
      .filter((name) => !Object.hasOwn(settings, name))
      .map((name) => `has no setting ${name}, of which its nullCase speaks`),
    ...answers
      .filter((name) => !known.includes(name))
      .map((name) => `is answered by the measure ${name}, which there is not`),
    ...faultsOfRules(adds),
    ...faultsOfColumns(adds),
  ]
}

const ownOf = ({ columns = [] }: Additions): ReadonlySet<Column> =>
  new Set(columns.flatMap((one) => Object.values(one.columns)))

/** Rules that are none, that have parameters, and columns that none of them writes. */
function faultsOfRules(adds: Additions): string[] {
  const { rules: given = [] } = adds
  const rules = given.filter(({ rule, after }) => rule !== undefined && after !== undefined)
  const own = ownOf(adds)
  const written = rules.flatMap(({ rule }) => Object.values(rule.writes))
  return [
    ...(rules.length === given.length
      ? []
      : ['adds a rule that is none, or after one that is none: look for a mistyped name']),
    ...rules.flatMap(({ rule }) =>
      foreign(own, Object.values(rule.writes), `its rule ${rule.name} writes`),
    ),
    ...rules
      .filter(({ rule }) => Object.keys(rule.parameters).length > 0)
      .map(
        ({ rule }) => `its rule ${rule.name} has parameters: make them settings that move a field`,
      ),
    ...[...own]
      .filter((column) => !written.includes(column))
      .map(
        (column) =>
          `adds ${nameOf(column)}, which none of its rules writes: has it its rules under adds?`,
      ),
  ]
}

function foreign(
  own: ReadonlySet<Column>,
  columns: readonly (Column | undefined)[],
  does: string,
): string[] {
  return columns.flatMap((column) =>
    column === undefined || own.has(column)
      ? []
      : [`${does} ${nameOf(column)}, which is not among the columns that it adds`],
  )
}

/** Tables that are no fields, flows and measures of columns that are not its own. */
function faultsOfColumns(adds: Additions): string[] {
  const { fields = [], flows = [], measures = {} } = adds
  const own = ownOf(adds)
  return [
    ...fields
      .filter((table) => !table.extends)
      .map(({ name }) => `adds the table ${name} as fields: write fieldsOn(${name}, ...)`),
    ...flows.flatMap(({ name, paid, received }) =>
      foreign(own, [paid, received], `its flow ${name} takes`),
    ),
    ...flows
      .filter(({ paid, received }) =>
        [paid, received].some((one) => one !== undefined && one.population !== 'sellers'),
      )
      .map(({ name }) => `its flow ${name} takes a column that is not one of sellers`),
    ...Object.values(measures)
      .filter(({ of }) => of !== undefined && !own.has(of))
      .map(
        ({ name, of }) =>
          `its measure ${name} adds up ${nameOf(of!)}, which every world has, and would be nought in those without the policy: a measure of it belongs into the model`,
      ),
  ]
}
