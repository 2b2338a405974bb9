/** A trial of what policies from outside bring along, in a market of a handful: what breaks there would break every run. */
import {
  columnOf,
  createSimulation,
  createWorld,
  DAYS_A_MONTH,
  type Rule,
  seedKey,
  type World,
} from '../../engine/index.ts'
import { dayWith } from '../day.ts'
import { datedValues } from '../in-force.ts'
import { countsOf } from '../initial/counts.ts'
import { initialise } from '../initial/initialise.ts'
import type { MarketInput, Operation, PolicyInput } from '../input.ts'
import { isDue, operationsOfPolicy, populationsOf, scheduleOf } from '../market.ts'
import { datedParametersOf } from '../rules/game/dated-parameters.ts'
import { addedIn } from './added.ts'
import { FaultyPolicy, type Flaw, flaw } from './faulty.ts'
import type { Said } from './flows.ts'
import { policyOf } from './known.ts'
import { watched } from './watched.ts'

const FEW = { buyers: 200, sellers: 200, creators: 20 }

/** Four weeks and the Monday after them, so that rules of every cadence run twice. */
const DAYS = DAYS_A_MONTH + 1

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

/** A row that there is not would be moved in silence, and what is no number passes through every bound. */
function flawsOfOperation(
  { table, row, field, points }: Operation,
  { tables }: MarketInput,
): Flaw[] {
  const rows = tables[table] ?? []
  if (Number.isInteger(row) && row >= 0 && row < rows.length)
    return points
      .flatMap(([, amount]) => (Number.isFinite(amount) ? [] : [amount]))
      .slice(0, 1)
      .map((amount) =>
        flaw(
          `operations.${table}.${field}`,
          `its operation moves ${table}.${field} by ${amount}: look for a division by 0`,
          `operasinya menggerakkan ${table}.${field} sebesar ${amount}: periksa pembagian dengan 0`,
        ),
      )
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
 * Puts the day together and steps it for four weeks in a market of a handful, in which policies from outside begin on the first
 * day: every rule that is added runs with the values that its policy moves.
 * @throws Error where the day cannot be put together; FaultyPolicy where a rule breaks, or writes what its columns cannot hold
 */
export function tryRules(input: MarketInput): void {
  scheduleOf(input)
  const { rules, fields, flows } = addedIn(input)
  if (rules.length === 0) return
  const few = { ...input, days: DAYS, size: handful(input) }
  const key = seedKey('trial')
  const world = createWorld(populationsOf(few), countsOf(few))
  initialise(world, few, key)
  const tried = rules.map(({ by, rule, after }) => ({
    rule: named(watched(rule, by.name, dayOfTrial), by.name, world),
    after,
  }))
  const simulation = createSimulation({
    world,
    schedule: dayWith(datedParametersOf(datedValues(few, begunAtOnce(few)), fields), {
      ...{ rules: tried, flows },
    }),
    ...{ parameters: few.rules, seed: key, cadence: isDue },
  })
  simulation.run(DAYS)
}

/** Sellers that a textbook market lists are all of them there. */
function handful({ size, tables }: MarketInput): MarketInput['size'] {
  if (tables.sellers.length === 0) return FEW
  const [buyers, creators] = [
    Math.min(size.buyers, FEW.buyers),
    Math.min(size.creators, FEW.creators),
  ]
  return { ...size, buyers, creators }
}

/** The changes of the scenario, with those of policies from outside from the first day on. */
const begunAtOnce = (input: MarketInput): Operation[] => [
  ...input.courses,
  ...input.policies.flatMap((one) => {
    const operations = operationsOfPolicy(one, input)
    if (one.module === undefined) return operations
    const first = Math.min(...operations.flatMap(({ points }) => points.map(([day]) => day)))
    return operations.map(({ points, until, ...rest }) => ({
      ...rest,
      points: points.map(([day, amount]) => [day - first, amount] as const),
      ...(until === undefined ? {} : { until: until - first }),
    }))
  }),
]

const dayOfTrial = (day: number): Said => ({
  en: `on day ${day + 1} of a trial in a market of a handful`,
  id: `pada hari ke-${day + 1} uji coba di pasar kecil`,
})

/** A rule of which it is told, by the name of its policy, what breaks in it. */
function named(rule: Rule, policy: string, world: World): Rule {
  const broken = (problem: unknown): never => {
    if (problem instanceof FaultyPolicy) throw problem
    const { message } = problem as Error
    const isUnknown = message.startsWith('unknown column')
    const [hint, petunjuk] = isUnknown
      ? [': is it among what it adds?', ': sudahkah ada di adds?']
      : ['', '']
    throw new FaultyPolicy(policy, [
      flaw(
        `adds.rules.${rule.name}.step`,
        `its rule ${rule.name} breaks: ${message}${hint}`,
        `aturannya ${rule.name} gagal: ${message}${petunjuk}`,
      ),
    ])
  }
  try {
    for (const read of Object.values(rule.reads)) world.view(columnOf(read))
    for (const column of Object.values(rule.writes)) world.view(column)
  } catch (problem) {
    broken(problem)
  }
  return {
    ...rule,
    step(columns, parameters, context) {
      try {
        rule.step(columns, parameters, context)
      } catch (problem) {
        broken(problem)
      }
    },
  }
}
