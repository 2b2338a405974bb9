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
import { DAY, dayWith } from '../day.ts'
import { datedValues } from '../in-force.ts'
import { countsOf } from '../initial/counts.ts'
import { initialise } from '../initial/initialise.ts'
import type { MarketInput, Operation } from '../input.ts'
import { isDue, operationsOfPolicy, populationsOf, scheduleOf } from '../market.ts'
import type { Measure } from '../measures/measure.ts'
import { createRecorder } from '../measures/recorder.ts'
import { datedParametersOf } from '../rules/game/dated-parameters.ts'
import { cash } from '../rules/money/cash.ts'
import { type Added, addedIn, placed } from './added.ts'
import { FaultyPolicy, type Flaw, flaw, told } from './faulty.ts'
import type { Said } from './flows.ts'
import { policyOf, type Trial } from './known.ts'
import { tryCheck, tryPolicy } from './trial-operations.ts'
import { fenced } from './trial-step.ts'
import { watched } from './watched.ts'

const FEW = { buyers: 200, sellers: 200, creators: 20 }

/** Four weeks and the Monday after them, so that rules of every cadence run twice. */
const DAYS = DAYS_A_MONTH + 1

/** Rows in a slice: a prime, so that what counts its own steps does not come round. */
const SLICE = 61

/** How policies from outside are tried. */
export const TRIAL: Trial = { tryPolicy, tryCheck, tryRules }

/**
 * Puts the day together and steps it for four weeks in a market of a handful, in which policies from outside begin on the first
 * day: every rule that is added runs with the values that its policy moves, and every measure is told.
 * @throws FaultyPolicy with the first that breaks, or is not as it declares itself
 */
export function tryRules(input: MarketInput): void {
  const outside = input.policies.filter(({ module }) => module !== undefined)
  const name = outside[outside.length - 1]?.policy ?? ''
  const who = {
    en: 'what it adds does not fit into the day',
    id: 'tambahannya tidak cocok dengan urutan hari',
  }
  const added = told(name, 'adds', who, () => {
    const found = addedIn(input)
    const late = behindCash(found)
    if (late.length > 0) throw new FaultyPolicy(name, late)
    scheduleOf(input)
    return found
  })
  const { rules, measures } = added
  if (rules.length === 0 && measures.length === 0) return
  const few = { ...input, days: DAYS, size: handful(input) }
  const key = seedKey('trial')
  const world = told(name, 'adds', who, () => createWorld(populationsOf(few), countsOf(few)))
  initialise(world, few, key)
  const records = measures.map((measure) => recordOf(measure, nameIn(input, measure), world, few))
  stepped(few, added, world, records)
}

/** The policy that brings a measure. */
const nameIn = ({ policies }: MarketInput, measure: Measure): string =>
  policies.find((one) => Object.values(policyOf(one).adds?.measures ?? {}).includes(measure))
    ?.policy ?? measure.name

function stepped(
  few: MarketInput,
  { rules, fields, flows }: Added,
  world: World,
  records: readonly ((day: number) => void)[],
): void {
  for (const { by, rule } of rules) {
    const flaws = flawsOfColumns(rule, world)
    if (flaws.length > 0) throw new FaultyPolicy(by.name, flaws)
  }
  const tried = rules.map(({ by, rule, after }) => ({
    rule: watched(fenced(rule, by.name), by.name, dayOfTrial),
    after,
  }))
  const day = dayWith(datedParametersOf(datedValues(few, begunAtOnce(few)), fields), {
    rules: tried,
    flows,
  })
  const simulation = createSimulation({
    ...{ world, schedule: day, records, slice: SLICE },
    ...{ parameters: few.rules, seed: seedKey('trial'), cadence: isDue },
  })
  simulation.run(DAYS)
}

/** Money that a rule writes behind the cash of its week would be taken a week late, which no order of days allows. */
function behindCash({ rules, flows }: Added): Flaw[] {
  const day = placed(DAY, rules).map(({ name }) => name)
  const taken = new Set(flows.flatMap(({ paid, received }) => [paid, received]))
  return rules.flatMap(({ rule: { name, writes } }) => {
    const late = Object.values(writes).filter((column) => taken.has(column))
    if (late.length === 0 || day.indexOf(name) < day.indexOf(cash.name)) return []
    const names = late.map((column) => column.name).join(', ')
    return [
      flaw(
        `adds.rules.${name}.after`,
        `its rule ${name} stands behind cash, which takes ${names} of its flows: place it before cash, as in after: rules.pricing or earlier`,
        `aturannya ${name} berada sesudah cash, yang mengambil ${names} dari arusnya: tempatkan sebelum cash, misalnya after: rules.pricing atau lebih awal`,
      ),
    ]
  })
}

/** Tells a measure each day, and what of it is no number. */
function recordOf(measure: Measure, policy: string, world: World, few: MarketInput) {
  const where = `adds.measures.${measure.name}`
  const who = { en: `its measure ${measure.name} breaks`, id: `ukurannya ${measure.name} gagal` }
  const { cells, parts } = told(policy, where, who, () => createRecorder(world, few, [measure]))
  const values = new Float64Array(DAYS * cells.length)
  const isSure = !('tellRatio' in measure) && measure.none === undefined
  return (day: number) => {
    told(policy, where, who, () => {
      for (const part of parts) part(day, values)
    })
    const today = values.subarray(day * cells.length, (day + 1) * cells.length)
    const odd = today.find((value) => !Number.isFinite(value))
    if (odd === undefined || !isSure) return
    throw new FaultyPolicy(policy, [
      flaw(
        where,
        `its measure ${measure.name} tells ${odd} ${dayOfTrial(day).en}: look for a division by 0, or say by none when it has no value`,
        `ukurannya ${measure.name} memberi ${odd} ${dayOfTrial(day).id}: periksa pembagian dengan 0, atau tulis di none kapan ia tidak bernilai`,
      ),
    ])
  }
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

/** What a rule reads or writes and no population of its world has. */
function flawsOfColumns(rule: Rule, world: World): Flaw[] {
  const there = new Set(world.populations.flatMap(({ columns }) => Object.values(columns)))
  return [...Object.values(rule.reads).map(columnOf), ...Object.values(rule.writes)]
    .filter((column) => !there.has(column))
    .map(({ population, name }) =>
      flaw(
        `adds.rules.${rule.name} ${name}`,
        `its rule ${rule.name} knows ${population}.${name}, which there is not: is it among what it adds?`,
        `aturannya ${rule.name} mengenal ${population}.${name}, yang tidak ada: sudahkah ada di antara tambahannya?`,
      ),
    )
}
