/** A trial of what policies from outside bring along, in a market of a handful: what breaks there would break every run. */
import { createSimulation, createWorld, seedKey } from '../../engine/index.ts'
import { countsOf } from '../initial/counts.ts'
import { initialise } from '../initial/initialise.ts'
import type { MarketInput, Operation, PolicyInput } from '../input.ts'
import { operationsOfPolicy, populationsOf, scheduleOf } from '../market.ts'
import { addedIn } from './added.ts'
import { FaultyPolicy, type Flaw, flaw } from './faulty.ts'
import { policyOf } from './known.ts'

const FEW = { buyers: 40, sellers: 60, creators: 4 }

/**
 * Asks a policy what it does to values, as it is set and at its null.
 * @throws Error with what is wrong; FaultyPolicy where it moves rows that there are not
 */
export function tryPolicy(one: PolicyInput, input: MarketInput): void {
  const flaws = operationsOfPolicy(one, input).flatMap((moved) => flawsOfOperation(moved, input))
  if (flaws.length > 0) throw new FaultyPolicy(one.policy, flaws)
  const { settings, unusedVenue, marks = [] } = policyOf(one).nullCase
  if (unusedVenue || marks.length > 0) return
  const atNull = { ...one, settings: { ...one.settings, ...settings } } as PolicyInput
  const left = operationsOfPolicy(atNull, input)
  if (left.length > 0)
    throw new Error(
      `at its null it still moves ${left[0].table}.${left[0].field}: it has no operation there`,
    )
}

/** A row that there is not would be moved in silence. */
function flawsOfOperation({ table, row }: Operation, { tables }: MarketInput): Flaw[] {
  const rows = tables[table] ?? []
  if (Number.isInteger(row) && row >= 0 && row < rows.length) return []
  const names = rows.map(({ name }) => name).join(', ')
  return [
    flaw(
      `operations.${table}.${row}`,
      `its operation moves ${table} row ${row}, which there is not; rows: ${names}`,
      `operasinya menggerakkan ${table} baris ${row}, yang tidak ada; baris yang ada: ${names}`,
    ),
  ]
}

/**
 * Puts the day together and steps every rule that is added once, before the first day of a market of a handful.
 * @throws Error with the first that breaks
 */
export function tryRules(input: MarketInput): void {
  scheduleOf(input)
  const { rules } = addedIn(input)
  if (rules.length === 0) return
  const listed = input.tables.sellers.length > 0
  const few = { ...input, days: 7, size: listed ? input.size : FEW }
  const key = seedKey('trial')
  for (const { rule } of rules) {
    const world = createWorld(populationsOf(few), countsOf(few))
    initialise(world, few, key)
    try {
      const simulation = createSimulation({
        ...{ world, schedule: [rule], parameters: few.rules, seed: key, cadence: () => true },
      })
      simulation.run(1)
    } catch (problem) {
      const { message } = problem as Error
      const hint = message.startsWith('unknown column') ? ': is it among what it adds?' : ''
      throw new Error(`its rule ${rule.name} breaks: ${message}${hint}`)
    }
  }
}
