/**
 * The loop of days. It knows no market: it steps a schedule over a world, alone or as one of a team of threads that
 * share the state. Every member goes through the same rules in the same order. A rule in slices is divided over the
 * team, any other is one slice; whoever comes first takes the next. A rule waits for those rules alone that come before
 * it in the day and write what it reads, or read what it writes: its declaration says which. Tallies of the members are
 * whole numbers and are added up. The result is thus the same to the bit for any size of team, and whoever takes what.
 */
import type { Column } from './column.ts'
import { type Key, keyOf, stillKeyOf } from './draws.ts'
import { drawerOf } from './named-draws.ts'
import { room } from './room.ts'
import { type Cadence, columnOf, type MutableValues, type Rule } from './rule.ts'
import type { Schedule } from './schedule.ts'
import type { World } from './world.ts'

/** The threads that step one world together. */
export interface Team {
  /** This member, from 0. */
  readonly member: number
  readonly size: number
  /** Room of zeros that all members share. All ask for theirs in the same order. */
  share(bytes: number): ArrayBufferLike
  /** Number of completions that were signalled so far. */
  epoch(): number
  /** Signals one more completion to those who wait. */
  signal(): void
  /**
   * Blocks until more than `seen` completions have been signalled.
   * @throws Error when another member has given up
   */
  waitPast(seen: number): void
}

const alone = (): Team => ({
  member: 0,
  size: 1,
  share: room,
  epoch: () => 0,
  signal() {},
  waitPast() {
    throw new Error('waits for nobody')
  },
})

export type RuleParameters = Readonly<
  Record<string, Readonly<Record<string, number | boolean | string>>>
>

export interface Simulation {
  readonly world: World
  /** The next day to be stepped. */
  day: number
  /** Steps days until `end` (excluded); on the first member, `observe` sees each day after it has been stepped. */
  run(end: number, observe?: (day: number) => void): void
  /** Generator form of `run`: yields after each slice, and the number of completions seen where it has to wait. */
  slices(end: number, observe?: (day: number) => void): Generator<number | undefined, void>
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
  /**
   * Each sees every day that is run, after it has been stepped, on whichever member is free: it reads the state,
   * and writes nothing that others write or read.
   */
  readonly records?: readonly ((day: number) => void)[]
  readonly team?: Team
  /** Rows in a slice instead of each rule's own number; serves tests. */
  readonly slice?: number
  /** A clock in milliseconds, for the share of time of each rule. */
  readonly clock?: () => number
}

/** What the members do together, slice by slice: once through all slices is a round. */
interface Work {
  readonly slices: number
  step(day: number, slice: number): void
  /** Closes a round, on the member that has stepped its last slice. */
  close?(): void
  /** What comes before it in the day and has to be over before it begins. */
  readonly after: readonly Work[]
  /** In how many rounds this member has taken part. */
  rounds: number
  /** By all members: slices taken and stepped so far, and rounds that are over. */
  readonly counts: Int32Array
}

const [TAKEN, STEPPED, OVER, COUNTS] = [0, 1, 2, 3]

/** A list of works whose counts the team shares, and what adds to it. */
function worksOf(team: Team, most: number) {
  const works: Work[] = []
  const counters = new Int32Array(team.share(Int32Array.BYTES_PER_ELEMENT * COUNTS * most))
  const add = (what: Omit<Work, 'rounds' | 'counts'>): Work => {
    const at = COUNTS * works.length
    works.push({ ...what, rounds: 0, counts: counters.subarray(at, at + COUNTS) })
    return works[works.length - 1]
  }
  return { works, add }
}

type Plan = Touched & { readonly rule: Rule; readonly work: Work }

/** The work of each rule, which waits for that of the earlier ones that touch what it touches. */
function plansOf(
  schedule: Schedule,
  workOf: (rule: Rule, earlier: readonly Work[]) => Work,
): readonly Plan[] {
  const plans: Plan[] = []
  for (const rule of schedule) {
    const touched = touchedBy(rule)
    const earlier = plans.filter((plan) => conflict(plan, touched)).map(({ work }) => work)
    plans.push({ rule, work: workOf(rule, earlier), ...touched })
  }
  return plans
}

/**
 * A world with its schedule, ready to be stepped alone or as one of a team. Long: it makes one object, whose methods share the
 * day and the schedule, which nobody else may set.
 */
export function createSimulation(options: SimulationOptions): Simulation {
  const { world, schedule, cadence, clock, records = [], team = alone() } = options
  const spent: Record<string, number> = Object.fromEntries(schedule.map((rule) => [rule.name, 0]))

  const { works, add } = worksOf(team, schedule.length + 2)
  // The first member may found the world, copy it or look at it, until it opens the next day.
  const opened = add({ slices: 1, step() {}, after: [] })
  const plans = plansOf(schedule, (rule, earlier) =>
    add({ ...slicesOf(rule, options, team), after: [opened, ...earlier] }),
  )
  const recorded = add({
    slices: records.length,
    step: (day, nth) => records[nth](day),
    after: [...works],
  })

  const over = ({ counts, rounds }: Work) => Atomics.load(counts, OVER) >= rounds

  function* until(works: readonly Work[]): Generator<number, void> {
    for (let seen = team.epoch(); !works.every(over); seen = team.epoch()) yield seen
  }

  /** This member's part in a round. */
  function* doPart(work: Work, day: number): Generator<number | undefined, void> {
    yield* until(work.after)
    const before = work.rounds++ * work.slices
    const end = before + work.slices
    for (let slice = take(work, end); slice >= 0; slice = take(work, end)) {
      work.step(day, slice - before)
      if (Atomics.add(work.counts, STEPPED, 1) + 1 === end) {
        work.close?.()
        Atomics.add(work.counts, OVER, 1)
        team.signal()
      }
      yield
    }
  }

  const due = (day: number) => plans.filter(({ rule }) => cadence(rule.every, day))

  const simulation: Simulation = {
    world,
    day: 0,
    spent,
    *slices(end, observe) {
      for (; simulation.day < end; simulation.day++) {
        const { day } = simulation
        if (team.member === 0) yield* doPart(opened, day)
        else opened.rounds++
        for (const { rule, work } of due(day)) {
          const began = clock?.() ?? 0
          yield* doPart(work, day)
          spent[rule.name] += (clock?.() ?? 0) - began
        }
        if (records.length > 0) yield* doPart(recorded, day)
        if (team.member > 0) continue
        yield* until(works)
        observe?.(day)
      }
    },
    run(end, observe) {
      for (const seen of simulation.slices(end, observe))
        if (seen !== undefined) team.waitPast(seen)
    },
    *ruleByRule() {
      if (team.size > 1) throw new Error('a team does not stop after a rule')
      for (const { rule, work } of due(simulation.day)) {
        for (const seen of doPart(work, simulation.day))
          if (seen !== undefined) throw new Error(`${rule.name}: a rule before it has broken`)
        yield rule
      }
      simulation.day++
    },
  }
  return simulation
}

/** The next slice that no member has taken, of those before `end`; -1 where none is left. */
function take({ counts }: Work, end: number): number {
  for (;;) {
    const next = Atomics.load(counts, TAKEN)
    if (next >= end) return -1
    if (Atomics.compareExchange(counts, TAKEN, next, next + 1) === next) return next
  }
}

interface Touched {
  readonly reads: readonly Column[]
  readonly writes: ReadonlySet<Column>
}

const touchedBy = ({ reads, writes }: Rule): Touched => ({
  reads: Object.values(reads).map(columnOf),
  writes: new Set(Object.values(writes)),
})

/** Whether one of two rules writes what the other reads. No two write the same: a column has one writer. */
const conflict = (one: Touched, other: Touched): boolean =>
  one.reads.some((column) => other.writes.has(column)) ||
  other.reads.some((column) => one.writes.has(column))

/** The slices of a rule, over views of the columns that it declares. */
function slicesOf(
  rule: Rule,
  { world, parameters, seed, slice: asked }: SimulationOptions,
  team: Team,
): Pick<Work, 'slices' | 'step' | 'close'> {
  const rows = world.counts[rule.over.name]
  const divided = asked ?? (team.size === 1 ? rows : (rule.slice ?? Math.ceil(rows / team.size)))
  const slice = Math.max(1, rule.whole ? rows : divided)
  const columns: [string, MutableValues][] = []
  for (const [name, read] of Object.entries(rule.reads))
    columns.push([name, world.view(columnOf(read))])
  const tallies: { total: MutableValues; parts: Int32Array[] }[] = []
  for (const [name, column] of Object.entries(rule.writes)) {
    const total = world.view(column)
    if (column.tally && !rule.whole) {
      const parts = Array.from(
        { length: team.size },
        () => new Int32Array(team.share(total.byteLength)),
      )
      tallies.push({ total, parts })
      columns.push([name, parts[team.member]])
    } else columns.push([name, total])
  }
  // Made at one go: an object grown name by name is a slow dictionary to the engine, and its copy is of a new
  // kind in every world, for which the rule would be compiled anew.
  const views = Object.fromEntries(columns)
  const values = parameters[rule.name] ?? {}
  const still = stillKeyOf(seed, rule.name)
  const { counts: count } = world
  const drawsWith = drawerOf(rule.draws, count)
  const drawsAt = (day: number) => ({
    day,
    draws: drawsWith({ day: keyOf(seed, rule.name, day), run: still }),
  })
  let today = drawsAt(-1)
  return {
    slices: Math.max(1, Math.ceil(rows / slice)),
    step(day, nth) {
      if (today.day !== day) today = drawsAt(day)
      const [from, to] = [nth * slice, Math.min(rows, (nth + 1) * slice)]
      if (rule.whole || from < to) rule.step(views, values, { ...today, from, to, count })
    },
    close() {
      for (const { total, parts } of tallies)
        for (let row = 0; row < total.length; row++) {
          let sum = 0
          for (const part of parts) {
            sum += part[row]
            part[row] = 0
          }
          total[row] = sum
        }
    },
  }
}
