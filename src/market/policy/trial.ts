/** A trial of what policies from outside bring along, in a market of a handful: what breaks there would break every run. */
import { createSimulation, createWorld, seedKey } from '../../engine/index.ts'
import { countsOf } from '../found/counts.ts'
import { found } from '../found/found.ts'
import type { MarketInput, PolicyInput } from '../input.ts'
import { operationsOfPolicy, populationsOf, scheduleOf } from '../market.ts'
import { addedIn } from './added.ts'
import { policyOf } from './known.ts'

const FEW = { buyers: 40, sellers: 60, creators: 4 }

/**
 * Asks a policy what it does to values, as it is set and at its null.
 * @throws Error with what is wrong
 */
export function tryPolicy(one: PolicyInput, input: MarketInput): void {
  operationsOfPolicy(one, input)
  const { settings, unusedVenue, marks = [] } = policyOf(one).nullCase
  if (unusedVenue || marks.length > 0) return
  const atNull = { ...one, settings: { ...one.settings, ...settings } } as PolicyInput
  const left = operationsOfPolicy(atNull, input)
  if (left.length > 0)
    throw new Error(
      `at its null it still moves ${left[0].table}.${left[0].field}: it has no operation there`,
    )
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
    found(world, few, key)
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
