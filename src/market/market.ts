/** A market ready to run: a world founded from its input, with its schedule, measures and hash. */

import type { Cadence, Population, Rule, Table, World } from '../engine/index.ts'
import {
  columnHashes,
  createSimulation,
  createWorld,
  DAYS_A_MONTH,
  DAYS_A_WEEK,
  dateOfDay,
  dayOfDate,
  hashWorld,
  restore,
  type Schedule,
  seedKey,
  snapshot,
  type Team,
} from '../engine/index.ts'
import { type Cell, cellKey } from './cell.ts'
import { dayWith } from './day.ts'
import { type DatedValue, datedValues } from './in-force.ts'
import { countsOf } from './initial/counts.ts'
import { fillAdded, initialise } from './initial/initialise.ts'
import type { MarketInput, Operation, PolicyInput } from './input.ts'
import { MEASURES } from './measures/index.ts'
import type { Measure } from './measures/measure.ts'
import { createRecorder } from './measures/recorder.ts'
import { type Added, addedIn } from './policy/added.ts'
import { policyOf } from './policy/known.ts'
import type { Policy } from './policy/policy.ts'
import { watched } from './policy/watched.ts'
import { POPULATIONS } from './populations/index.ts'
import { datedParametersOf } from './rules/game/dated-parameters.ts'

export interface Market {
  readonly cells: readonly Cell[]
  /** A value a day for every cell: `values[day * cells.length + cell]`. */
  readonly values: Float64Array
  /** The next day to be stepped. */
  readonly day: number
  /** The names of its rules, in the order of the day. */
  readonly rules: readonly string[]
  /** The state, for tests and tools that look inside. */
  readonly world: World
  /** Steps until `day` (excluded), by default to the end; `progress` is told each day. */
  run(day?: number, progress?: (day: number) => void): void
  /** Steps one day and gives way after each rule; records nothing. For those who look in between. */
  ruleByRule(): Generator<Rule, void>
  /** The state and the values so far, from which other runs can go on. */
  snapshot(): MarketSnapshot
  /** One hash of all columns; with `populations` of theirs alone, to hold worlds against each other that have not the same. */
  stateHash(populations?: readonly Population[]): string
  /** The hash of each column, by `population.column`. */
  columnHashes(): ReadonlyMap<string, string>
  /** Milliseconds by rule, when a clock was given. */
  readonly spent: Readonly<Record<string, number>>
  /** Bytes of state. */
  readonly bytes: number
}

export interface MarketSnapshot {
  /** Of a world with other policies, which may have other columns and cells; absent: of one with the same. */
  readonly of?: Pick<MarketInput, 'policies' | 'modules'>
  readonly day: number
  readonly state: Uint8Array
  readonly values: Float64Array
}

export interface MarketOptions {
  readonly team?: Team
  /** The state shared by the team; its first member founds the market in it. */
  readonly buffer?: ArrayBufferLike
  readonly slice?: number
  readonly clock?: () => number
  readonly from?: MarketSnapshot
  /** Record the measures: it costs time and never changes the run. Default true. */
  readonly record?: boolean
  /** What is recorded. Default: the measures of the model. */
  readonly measures?: readonly Measure[]
}

/** The populations of a world: those of every world, and behind them the columns that its policies add. */
export const populationsOf = (
  input: Pick<MarketInput, 'policies' | 'modules'>,
): readonly Population[] => [...POPULATIONS, ...addedIn(input).populations]

/** Bytes of state that a market of this input takes. */
export const stateBytes = (input: MarketInput): number =>
  createWorld(populationsOf(input), countsOf(input)).buffer.byteLength

/** What a policy does to values in time. */
export const operationsOfPolicy = (policy: PolicyInput, input: MarketInput): Operation[] =>
  policyOf(policy).operations(policy.settings, input)

/** Every dated change of the scenario: its own courses, then those of its policies in their order. */
export const operationsOf = (input: MarketInput): Operation[] => [
  ...input.courses,
  ...input.policies.flatMap((policy) => operationsOfPolicy(policy, input)),
]

/** Every value that changes with time, with all that is done to it. */
export const movedValues = (input: MarketInput): DatedValue[] =>
  datedValues(input, operationsOf(input))

/**
 * The day from which the rules run that a policy adds: that of its first operation, or of the first course that moves a field
 * of its own, so that until then a world with it is the one without it. At its null a policy has no operation.
 */
export function actingFrom(input: MarketInput): ReadonlyMap<Policy, number> {
  const days = new Map<Policy, number>()
  for (const one of input.policies) {
    const policy = policyOf(one)
    if (policy.adds?.rules === undefined) continue
    const own = input.courses.filter((course) => isOfTables(course, policy.adds?.fields ?? []))
    const operations = [...operationsOfPolicy(one, input), ...own]
    const moments = operations.flatMap(({ points }) => points.slice(0, 1))
    const first = Math.floor(Math.min(...moments.map(([moment]) => moment)))
    if (first < (days.get(policy) ?? Number.POSITIVE_INFINITY)) days.set(policy, first)
  }
  return days
}

const isOfTables = ({ table, field }: Operation, tables: readonly Table[]): boolean =>
  tables.some(({ name, fields }) => name === table && Object.hasOwn(fields, field))

/** The policies that bring something along, each as it does nothing: what they bring is there, and courses may move it. */
export const atNull = ({ policies }: Pick<MarketInput, 'policies'>): PolicyInput[] =>
  policies
    .filter((one) => policyOf(one).adds !== undefined)
    .map((one) => ({
      ...one,
      settings: { ...one.settings, ...policyOf(one).nullCase.settings } as PolicyInput['settings'],
    }))

/** The rules of a world in the order of the day: those of every world, and those that its policies add. */
export function scheduleOf(input: MarketInput): Schedule {
  const { fields, flows, rules } = addedIn(input)
  const acting = actingFrom(input)
  const placed = rules.flatMap(({ by, rule, after }) => {
    const first = acting.get(by)
    return first === undefined ? [] : [{ rule: fromDay(watchedIn(input, rule, by), first), after }]
  })
  return dayWith(datedParametersOf(movedValues(input), fields), { rules: placed, flows })
}

/** A rule of a policy, which names the date on which it writes what its columns cannot hold. */
function watchedIn({ start }: MarketInput, rule: Rule, { name }: Policy): Rule {
  const date = (day: number) => dateOfDay(dayOfDate(start) + day)
  return watched(rule, name, (day) => ({ en: `on ${date(day)}`, id: `pada ${date(day)}` }))
}

/** A rule that does nothing before a day. */
const fromDay = (rule: Rule, first: number): Rule => ({
  ...rule,
  step(columns, parameters, context) {
    if (context.day >= first) rule.step(columns, parameters, context)
  },
})

/** Whether rules of a cadence run on a day: day 0 is a Monday, a month has four weeks. */
export const isDue = (every: Cadence, day: number): boolean =>
  every === 'day' || (every === 'week' ? day % DAYS_A_WEEK === 0 : day % DAYS_A_MONTH === 0)

export function createMarket(
  input: MarketInput,
  seed: string,
  options: MarketOptions = {},
): Market {
  const added = addedIn(input)
  const { team, from, record = true, measures = MEASURES } = options
  const world = createWorld(populationsOf(input), countsOf(input), options.buffer)
  const key = seedKey(seed)
  const leads = team === undefined || team.member === 0
  if (leads) {
    if (from === undefined) initialise(world, input, key)
    else takeOver(world, from, input)
  }
  const recorder = createRecorder(world, input, measures, added.measures)
  const cells = recorder.cells.length
  const bytes = record ? Float64Array.BYTES_PER_ELEMENT * input.days * cells : 0
  const values = new Float64Array(team?.share(bytes) ?? new ArrayBuffer(bytes))
  if (from && record && leads) takeOverValues(from, recorder.cells, values, input, measures)
  const schedule = scheduleOf(input)
  const simulation = createSimulation({
    world,
    schedule,
    parameters: input.rules,
    seed: key,
    cadence: isDue,
    records: record ? recorder.parts.map((part) => (day: number) => part(day, values)) : [],
    ...(team ? { team } : {}),
    ...(options.slice ? { slice: options.slice } : {}),
    ...(options.clock ? { clock: options.clock } : {}),
  })
  simulation.day = from?.day ?? 0
  return {
    cells: recorder.cells,
    values,
    world,
    rules: schedule.map(({ name }) => name),
    get day() {
      return simulation.day
    },
    run(day = input.days, progress) {
      simulation.run(Math.min(day, input.days), progress)
    },
    ruleByRule: simulation.ruleByRule,
    snapshot: () => ({
      of: { policies: input.policies, ...(input.modules && { modules: input.modules }) },
      day: simulation.day,
      state: snapshot(world),
      values: values.slice(0, simulation.day * cells),
    }),
    stateHash: (populations) => hashWorld(world, populations),
    columnHashes: () => columnHashes(world),
    spent: simulation.spent,
    bytes: world.buffer.byteLength,
  }
}

const addedTo = ({ of }: MarketSnapshot, input: MarketInput): Added => addedIn(of ?? input)

/** Whether a snapshot is of a world to which policies add the same. */
const isAlike = (from: MarketSnapshot, input: MarketInput): boolean => {
  const [theirs, own] = [addedTo(from, input), addedIn(input)]
  return (
    theirs.populations.length === own.populations.length &&
    theirs.populations.every((one, at) => one === own.populations[at])
  )
}

/** Puts a snapshot in: of a world with other columns those that both have. What only this world has is left as it begins. */
function takeOver(world: World, from: MarketSnapshot, input: MarketInput): void {
  if (isAlike(from, input)) {
    restore(world, from.state)
    return
  }
  fillAdded(world, input)
  const populations = [...POPULATIONS, ...addedTo(from, input).populations]
  const buffer = from.state.slice().buffer
  const theirs = createWorld(populations, world.counts, buffer)
  const own = new Set(world.populations)
  for (const population of populations.filter((one) => own.has(one)))
    for (const column of Object.values(population.columns))
      world.view(column).set(theirs.view(column))
}

/** The days of a snapshot, cell by cell: what only this world has was nought before. */
function takeOverValues(
  from: MarketSnapshot,
  cells: readonly Cell[],
  values: Float64Array,
  input: MarketInput,
  measures: readonly Measure[],
): void {
  if (isAlike(from, input)) {
    values.set(from.values)
    return
  }
  const populations = [...POPULATIONS, ...addedTo(from, input).populations]
  const theirs = createWorld(populations, countsOf(input))
  const known = createRecorder(theirs, input, measures, addedTo(from, input).measures).cells
  const place = new Map(known.map((cell, at) => [cellKey(cell), at]))
  const places = cells.map((cell) => place.get(cellKey(cell)) ?? -1)
  const days = from.values.length / known.length
  for (let day = 0; day < days; day++)
    for (const [cell, at] of places.entries())
      if (at >= 0) values[day * cells.length + cell] = from.values[day * known.length + at]
}
