/** A market ready to run: a world founded from its input, with its schedule, measures and hash. */

import type { Cadence, Rule, World } from '../engine/index.ts'
import {
  createSimulation,
  createWorld,
  hashBytes,
  restore,
  seedKey,
  snapshot,
  type Team,
} from '../engine/index.ts'
import type { Cell } from './cell.ts'
import { dayWith } from './day.ts'
import { countsOf } from './found/counts.ts'
import { found } from './found/found.ts'
import { type DatedValue, datedValues } from './in-force.ts'
import type { MarketInput, Operation, PolicyInput } from './input.ts'
import { MEASURES } from './measures/index.ts'
import type { Measure } from './measures/measure.ts'
import { createRecorder } from './measures/recorder.ts'
import { CATALOGUE } from './policies/catalogue.ts'
import { POPULATIONS } from './populations/index.ts'
import { levers } from './rules/levers.ts'

export interface Market {
  readonly cells: readonly Cell[]
  /** A value a day for every cell: `values[day * cells.length + cell]`. */
  readonly values: Float64Array
  /** The next day to be stepped. */
  readonly day: number
  /** The state, for tests and tools that look inside. */
  readonly world: World
  /** Steps until `day` (excluded), by default to the end; `progress` is told each day. */
  run(day?: number, progress?: (day: number) => void): void
  /** Steps one day and gives way after each rule; records nothing. For those who look in between. */
  ruleByRule(): Generator<Rule, void>
  /** The state and the values so far, from which other runs can go on. */
  snapshot(): MarketSnapshot
  stateHash(): string
  /** Milliseconds by rule, when a clock was given. */
  readonly spent: Readonly<Record<string, number>>
  /** Bytes of state. */
  readonly bytes: number
}

export interface MarketSnapshot {
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

/** Bytes of state that a market of this input takes. */
export const stateBytes = (input: MarketInput): number =>
  createWorld(POPULATIONS, countsOf(input)).buffer.byteLength

/** What a policy does to values in time. */
export function operationsOfPolicy({ policy, settings }: PolicyInput, input: MarketInput) {
  const found = CATALOGUE.find(({ name }) => name === policy)
  if (found === undefined) throw new Error(`no policy ${policy}`)
  return found.operations(settings, input)
}

/** Every dated change of the scenario: its own courses, then those of its policies in their order. */
export const operationsOf = (input: MarketInput): Operation[] => [
  ...input.courses,
  ...input.policies.flatMap((policy) => operationsOfPolicy(policy, input)),
]

/** Every value that changes with time, with all that is done to it. */
export const movedValues = (input: MarketInput): DatedValue[] =>
  datedValues(input, operationsOf(input))

/** Whether rules of a cadence run on a day: day 0 is a Monday, a month has four weeks. */
export const isDue = (every: Cadence, day: number): boolean =>
  every === 'day' || (every === 'week' ? day % 7 === 0 : day % 28 === 0)

export function createMarket(
  input: MarketInput,
  seed: string,
  options: MarketOptions = {},
): Market {
  const { team, from, record = true, measures = MEASURES } = options
  const world = createWorld(POPULATIONS, countsOf(input), options.buffer)
  const key = seedKey(seed)
  const leads = team === undefined || team.member === 0
  if (leads) {
    if (from) restore(world, from.state)
    else found(world, input, key)
  }
  const recorder = createRecorder(world, input, measures)
  const cells = recorder.cells.length
  const bytes = record ? Float64Array.BYTES_PER_ELEMENT * input.days * cells : 0
  const values = new Float64Array(team?.share(bytes) ?? new ArrayBuffer(bytes))
  if (from && record && leads) values.set(from.values)
  const simulation = createSimulation({
    world,
    schedule: dayWith(levers(movedValues(input))),
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
    get day() {
      return simulation.day
    },
    run(day = input.days, progress) {
      simulation.run(Math.min(day, input.days), progress)
    },
    ruleByRule: simulation.ruleByRule,
    snapshot: () => ({
      day: simulation.day,
      state: snapshot(world),
      values: values.slice(0, simulation.day * cells),
    }),
    stateHash: () => hashBytes(world.buffer),
    spent: simulation.spent,
    bytes: world.buffer.byteLength,
  }
}
