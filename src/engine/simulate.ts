/**
 * The loop of days. It knows no market: it steps a schedule over a world, alone or as one of a team of
 * threads that share the state. A rule in slices is divided over the team; the others are run by its
 * first member while the rest wait. Tallies of the members are whole numbers and are added up, so that the
 * result is the same to the bit for any size of team.
 */
import { type Key, keyOf } from './draws.ts'
import { type Cadence, columnOf, type MutableValues, type Rule } from './rule.ts'
import type { Schedule } from './schedule.ts'
import type { World } from './world.ts'

/** The threads that step one world together. */
export interface Team {
  /** This member, from 0. */
  readonly member: number
  readonly size: number
  /** Returns when every member has come here. */
  barrier(): void
  /** The next slice, from 0, that no member has taken since the last barrier. */
  take(): number
  /** Room for one member's tallies, shared by all: at least `bytes` long, zeroed at the start. */
  scratch(member: number, bytes: number): ArrayBufferLike
}

function alone(): Team {
  let taken = 0
  return {
    member: 0,
    size: 1,
    barrier() {
      taken = 0
    },
    take: () => taken++,
    scratch: (_, bytes) => new ArrayBuffer(bytes),
  }
}

export type RuleParameters = Readonly<
  Record<string, Readonly<Record<string, number | boolean | string>>>
>

export interface Simulation {
  readonly world: World
  /** The next day to be stepped. */
  day: number
  /** Steps days until `end` (excluded); `observe` sees each day after it has been stepped. */
  run(end: number, observe?: (day: number) => void): void
  /** Steps one day, giving way after each rule, for those who look in between. Not in a team. */
  ruleByRule(): Generator<Rule, void>
  /** Milliseconds spent in each rule, when a clock was given. */
  readonly spent: Readonly<Record<string, number>>
}

export interface SimulationOptions {
  readonly world: World
  readonly schedule: Schedule
  readonly parameters: RuleParameters
  readonly seed: Key
  /** The weekday of day 0 (0 Monday) and its day of the month, for cadences. */
  readonly cadence: (every: Cadence, day: number) => boolean
  readonly team?: Team
  /** Rows in a slice instead of each rule's own number; serves tests. */
  readonly slice?: number
  /** A clock in milliseconds, for the share of time of each rule. */
  readonly clock?: () => number
}

interface Plan {
  readonly rule: Rule
  readonly columns: Readonly<Record<string, MutableValues>>
  readonly tallies: readonly { total: Int32Array; parts: Int32Array[]; mine: Int32Array }[]
  readonly rows: number
}

export function createSimulation(options: SimulationOptions): Simulation {
  const { world, schedule, parameters, seed, cadence, clock } = options
  const team = options.team ?? alone()
  const plans = plan(world, schedule, team)
  const spent: Record<string, number> = Object.fromEntries(schedule.map((rule) => [rule.name, 0]))
  const still = new Map(schedule.map((rule) => [rule, keyOf(seed, `${rule.name}, any day`)]))

  function stepRule({ rule, columns, tallies, rows }: Plan, day: number): void {
    const [key, always] = [keyOf(seed, rule.name, day), still.get(rule)!]
    const values = parameters[rule.name] ?? {}
    const { counts: count } = world
    const step = (from: number, to: number) =>
      rule.step(columns, values, { day, from, to, key, still: always, count })
    if (rule.whole) {
      if (team.member === 0) step(0, rows)
      return
    }
    for (const { mine } of tallies) mine.fill(0)
    const stretch = Math.max(1, Math.ceil(rows / team.size))
    const slice = options.slice ?? (team.size === 1 ? stretch : (rule.slice ?? stretch))
    for (let from = team.take() * slice; from < rows; from = team.take() * slice)
      step(from, Math.min(rows, from + slice))
    team.barrier()
    if (team.size === 1 || tallies.length === 0) return
    for (const { total, parts } of tallies) {
      const share = Math.ceil(total.length / team.size)
      const end = Math.min(total.length, (team.member + 1) * share)
      for (let row = team.member * share; row < end; row++) {
        let sum = 0
        for (const part of parts) sum += part[row]
        total[row] = sum
      }
    }
    team.barrier()
  }

  const plansOf = (day: number) => plans.filter(({ rule }) => cadence(rule.every, day))

  const simulation = {
    world,
    day: 0,
    spent,
    run(end: number, observe?: (day: number) => void) {
      for (; simulation.day < end; simulation.day++) {
        const today = plansOf(simulation.day)
        today.forEach((planned, at) => {
          // Whole rules follow one another on the first member; the others meet it before a sliced rule.
          if (!planned.rule.whole && at > 0 && today[at - 1].rule.whole) team.barrier()
          if (clock === undefined) stepRule(planned, simulation.day)
          else {
            const began = clock()
            stepRule(planned, simulation.day)
            spent[planned.rule.name] += clock() - began
          }
        })
        if (team.member === 0) observe?.(simulation.day)
        team.barrier()
      }
    },
    *ruleByRule() {
      if (team.size > 1) throw new Error('a team does not stop after a rule')
      for (const planned of plansOf(simulation.day)) {
        stepRule(planned, simulation.day)
        yield planned.rule
      }
      simulation.day++
    },
  }
  return simulation
}

function plan(world: World, schedule: Schedule, team: Team): Plan[] {
  return schedule.map((rule) => {
    const columns: [string, MutableValues][] = []
    for (const [name, read] of Object.entries(rule.reads))
      columns.push([name, world.view(columnOf(read))])
    const tallies: Plan['tallies'][number][] = []
    for (const [name, column] of Object.entries(rule.writes)) {
      const total = world.view(column)
      if (column.tally && !rule.whole) {
        const parts = tallyParts(total as Int32Array, team)
        tallies.push({ total: total as Int32Array, parts, mine: parts[team.member] })
        columns.push([name, parts[team.member]])
      } else columns.push([name, total])
    }
    // Made at one go: an object grown name by name is a slow dictionary to the engine, and its copy is of a new
    // kind in every world, for which the rule would be compiled anew.
    return {
      rule,
      columns: Object.fromEntries(columns),
      tallies,
      rows: world.counts[rule.over.name],
    }
  })
}

/** Alone, a rule adds straight into the column; in a team every member has a part of its own. */
function tallyParts(total: Int32Array, team: Team): Int32Array[] {
  if (team.size === 1) return [total]
  return Array.from(
    { length: team.size },
    (_, member) => new Int32Array(team.scratch(member, total.byteLength) as ArrayBuffer),
  )
}
