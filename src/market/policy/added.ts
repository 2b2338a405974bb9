/** What the policies of an input add to its world: behind what every world has, so that nothing of that moves. */
import { f64, on, type Population, type Rule } from '../../engine/index.ts'
import type { MarketInput } from '../input.ts'
import { MEASURES } from '../measures/index.ts'
import type { Measure } from '../measures/measure.ts'
import { sectors } from '../populations/index.ts'
import type { BookedFlow } from './flows.ts'
import { bringModules, policiesIn } from './known.ts'
import type { PlacedRule, Policy } from './policy.ts'

export interface Added {
  readonly populations: readonly Population[]
  readonly fields: NonNullable<NonNullable<Policy['adds']>['fields']>
  readonly flows: readonly BookedFlow[]
  readonly rules: readonly (PlacedRule & { readonly by: Policy })[]
  readonly measures: readonly Measure[]
}

export const NOTHING: Added = { populations: [], fields: [], flows: [], rules: [], measures: [] }

const made = new WeakMap<Policy, Added>()

/** Once a policy: its columns are told apart by what they are, not by their names. */
function addedBy(policy: Policy): Added {
  const known = made.get(policy)
  if (known !== undefined) return known
  const { fields = [], columns = [], flows = [], measures = {}, rules = [] } = policy.adds ?? {}
  const booked = flows.map((flow) => {
    const label = `${flow.label.en}: received (+) or paid (-) this week`
    const population: Population = on(sectors, { [flow.name]: f64(label, 'kRp') })
    return { population, flow: { ...flow, booked: population.columns[flow.name] } }
  })
  const added: Added = {
    populations: [...fields, ...columns, ...booked.map(({ population }) => population)],
    fields,
    flows: booked.map(({ flow }) => flow),
    rules: rules.map((one) => ({ ...one, by: policy })),
    measures: Object.values(measures),
  }
  made.set(policy, added)
  return added
}

/**
 * What all policies of an input add, in the order of their names, whatever order the scenario lists them in.
 * @throws Error where two of them add a column, a rule or a measure of one name, or the model has such a measure
 */
export function addedIn(input: Pick<MarketInput, 'policies' | 'modules'>): Added {
  bringModules(input)
  const named = [...policiesIn(input)].filter(({ adds }) => adds !== undefined)
  if (named.length === 0) return NOTHING
  const all = named.sort((one, other) => (one.name < other.name ? -1 : 1)).map(addedBy)
  const added: Added = {
    populations: all.flatMap(({ populations }) => populations),
    fields: all.flatMap(({ fields }) => fields),
    flows: all.flatMap(({ flows }) => flows),
    rules: all.flatMap(({ rules }) => rules),
    measures: all.flatMap(({ measures }) => measures),
  }
  const columns = added.populations.flatMap(({ columns }) => Object.values(columns))
  refuseTwins(
    'column',
    columns.map(({ population, name }) => `${population}.${name}`),
  )
  refuseTwins(
    'rule',
    added.rules.map(({ rule }) => rule.name),
  )
  refuseTwins(
    'measure',
    [...MEASURES, ...added.measures].map(({ name }) => name),
  )
  return added
}

function refuseTwins(what: string, names: readonly string[]): void {
  const twins = names.filter((name, at) => names.indexOf(name) < at)
  if (twins.length > 0)
    throw new Error(
      `there are two ${what}s of one name: ${[...new Set(twins)].join(', ')}. Call what a policy adds otherwise`,
    )
}

/**
 * The rules of the day with those that are added, each behind the one that it names, which may be an added one itself. Of those
 * behind one rule the order of the list is kept.
 * @throws Error where one comes after a rule that is not there
 */
export function placed(day: readonly Rule[], added: readonly PlacedRule[]): readonly Rule[] {
  const withThoseBehind = (rule: Rule): readonly Rule[] => [
    rule,
    ...added
      .filter(({ after }) => after.name === rule.name)
      .flatMap((one) => withThoseBehind(one.rule)),
  ]
  const rules = day.flatMap(withThoseBehind)
  const lost = added.find(({ rule }) => !rules.includes(rule))
  if (lost !== undefined)
    throw new Error(
      `rule ${lost.rule.name} comes after ${lost.after.name}, which is no rule of the day, nor one that is added and has a place in it`,
    )
  return rules
}
