/** What is wrong in the declaration of a policy. */
import { type Column, faultsOfDraws, type Parameter } from '../../engine/index.ts'
import { MEASURES } from '../measures/index.ts'
import { type Additions, type Policy, type PolicyDeclaration, policy } from './policy.ts'

/**
 * Declares a policy.
 * @throws Error with what is wrong in the declaration: it needs one date on which it begins; what its rules write and its
 * flows are paid from must be among the columns that it adds
 */
export function checkedPolicy<P extends Record<string, Parameter>>(
  declaration: PolicyDeclaration<P>,
): Policy {
  const made = policy(declaration)
  const faults = faultsOf(made)
  if (faults.length > 0) throw new Error(`policy ${made.name}: ${faults.join('; ')}`)
  return made
}

const nameOf = ({ population, name }: Column) => `${population}.${name}`

export function faultsOf({ settings, adds = {}, nullCase, answers = [] }: Policy): string[] {
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
    ...rules.flatMap(({ rule }) =>
      faultsOfDraws(rule.draws).map((fault) => `its rule ${rule.name}: ${fault}`),
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
