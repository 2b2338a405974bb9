import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Cadence,
  createSimulation,
  createWorld,
  type Draw,
  daily,
  drawn,
  drawnWord,
  f64,
  hashBytes,
  number,
  population,
  type Rule,
  rule,
  type SimulationOptions,
  schedule,
  seedKey,
  share,
  still,
  tally,
  type World,
} from '../../src/engine/index.ts'

const written = { source: 'given: a test', grade: 'given' } as const

const voters = population('voters', 'Voters', {
  choice: f64('Party'),
  faith: f64('Faith', 'share'),
})
const parties = population('parties', 'Parties', {
  votes: tally('Votes today', 'votes'),
  total: f64('Votes so far', 'votes'),
})
const COUNTS = { voters: 103, parties: 5 }

const vote = rule({
  name: 'vote',
  does: 'voters vote',
  every: 'day',
  over: voters,
  slice: 8,
  reads: {},
  writes: { choice: voters.choice, votes: parties.votes },
  parameters: { turnout: share({ label: 'Turnout', default: 1, ...written }) },
  draws: { votes: daily('Votes'), party: daily('Party') },
  step(c, { turnout }, { from, to, draws, count }) {
    for (let voter = from; voter < to; voter++) {
      if (drawn(draws.votes, voter) >= turnout) continue
      c.choice[voter] = drawnWord(draws.party, voter) % count.parties
      c.votes[c.choice[voter]]++
    }
  },
})

const count = rule({
  name: 'count',
  does: 'votes are counted',
  every: 'day',
  over: parties,
  whole: true,
  reads: { votes: parties.votes },
  writes: { total: parties.total },
  step(c, _, { from, to }) {
    for (let party = from; party < to; party++) c.total[party] += c.votes[party]
  },
})

const doubt = rule({
  name: 'doubt',
  does: 'voters lose faith',
  every: 'week',
  over: voters,
  slice: 8,
  reads: { total: parties.total, choice: voters.choice },
  writes: { faith: voters.faith },
  parameters: {
    loss: number({ label: 'Loss', unit: 'share', default: 0.5, range: [0, 1], ...written }),
  },
  step(c, { loss }, { from, to, day }) {
    for (let voter = from; voter < to; voter++)
      c.faith[voter] = day + loss * c.total[c.choice[voter]]
  },
})

const DAYS = 15
const ELECTION = schedule([vote, count, doubt])
const cadence = (every: Cadence, day: number) => every === 'day' || day % 7 === 0

const begin = (options: Partial<SimulationOptions> = {}) =>
  createSimulation({
    world: createWorld([voters, parties], COUNTS),
    schedule: ELECTION,
    parameters: { vote: { turnout: 0.8 }, doubt: { loss: 0.25 } },
    seed: seedKey('pasar'),
    cadence,
    ...options,
  })

const sum = (values: Iterable<number>) => [...values].reduce((total, one) => total + one, 0)

const bytes = (simulation: { world: { buffer: ArrayBufferLike } }) =>
  Buffer.from(new Uint8Array(simulation.world.buffer as ArrayBuffer))

describe('a simulation', () => {
  it('steps every due rule of every day, and tells each day', () => {
    const told: number[] = []
    const simulation = begin()
    simulation.run(DAYS, (day) => told.push(day))
    expect(told).toEqual(Array.from({ length: DAYS }, (_, day) => day))
    expect(simulation.day).toBe(DAYS)
    expect(simulation.world.view(voters.faith)[0]).toBeGreaterThanOrEqual(14)
  })

  it('starts tallies at 0 every day', () => {
    const simulation = begin()
    let votes = 0
    simulation.run(DAYS, () => {
      votes += sum(simulation.world.view(parties.votes))
    })
    expect(sum(simulation.world.view(parties.total))).toBe(votes)
    expect(votes / DAYS / COUNTS.voters).toBeCloseTo(0.8, 1)
  })

  it('hands each rule its parameters, and none where none are given', () => {
    const simulation = begin({ parameters: { vote: { turnout: 0 } } })
    simulation.run(1)
    expect(simulation.world.view(parties.total)).toEqual(new Float64Array(5))
  })

  it.each([1, 7, 10, 103, 1000])('is the same in slices of %d rows', (slice) => {
    const [plain, sliced] = [begin(), begin({ slice })]
    plain.run(DAYS)
    sliced.run(DAYS)
    expect(bytes(sliced).equals(bytes(plain))).toBe(true)
  })

  it('gives every rule rows from 0 to the last, once', () => {
    const seen: [number, number][] = []
    const look = {
      ...vote,
      step: (_: unknown, __: unknown, { from, to }: { from: number; to: number }) =>
        seen.push([from, to]),
    }
    begin({ schedule: [look as never], slice: 50 }).run(1)
    expect(seen).toEqual([
      [0, 50],
      [50, 100],
      [100, 103],
    ])
  })

  it('draws anew each day, and stands still where a rule wants it', () => {
    const anew: number[] = []
    const stood: number[] = []
    const look = {
      ...count,
      draws: { mood: daily('Mood'), creed: still('Creed') },
      step: (_: unknown, __: unknown, { draws }: { draws: Record<'mood' | 'creed', Draw> }) => {
        anew.push(drawn(draws.mood, 7))
        stood.push(drawn(draws.creed, 7))
      },
    }
    begin({ schedule: [look as never] }).run(DAYS)
    expect(new Set(anew).size).toBe(DAYS)
    expect(new Set(stood).size).toBe(1)
    expect(anew).not.toContain(stood[0])
  })

  it('does not mind which other rules run', () => {
    const [all, one] = [begin(), begin({ schedule: [vote] })]
    all.run(DAYS)
    one.run(DAYS)
    expect(one.world.view(voters.choice)).toEqual(all.world.view(voters.choice))
  })

  it('counts the time of each rule where it has a clock', () => {
    let now = 0
    const simulation = begin({ clock: () => now++ })
    simulation.run(14)
    expect(simulation.spent).toEqual({ vote: 14, count: 14, doubt: 2 })
  })
})

describe('a team', () => {
  const alone = begin()
  const days: { day: number; state: string }[] = []
  alone.run(DAYS, (day) => days.push({ day, state: hashBytes(alone.world.buffer) }))
  const orders = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 40 })

  it('comes to the same state as one on every day, in whatever order its members get on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), orders, (size, order) => {
        const { world, seen } = inTurns(size, order)
        expect(bytes({ world }).equals(bytes(alone))).toBe(true)
        expect(seen).toEqual(days)
      }),
    )
  })

  it('lets rules run side by side that have nothing to do with each other', () => {
    const idle = (name: string, writes: Rule['writes'], reads: Rule['reads'] = {}): Rule => ({
      ...count,
      name,
      reads,
      writes,
      step() {},
    })
    const { total, votes } = parties.columns
    /** Whether a second member steps `other` while the first is in the midst of `one`. */
    const beside = (one: Rule, other: Rule): boolean => {
      const world = createWorld([voters, parties], COUNTS)
      let stepped = 0
      let seen: number | undefined
      const inTheMidst = () => {
        if (seen !== undefined) return
        for (const told of second.slices(1)) if (told !== undefined) break
        seen = stepped
      }
      const [first, second] = membersOf(2, world, [
        { ...one, step: inTheMidst },
        { ...other, step: () => stepped++ },
      ])
      for (const _ of first.slices(1)) if (seen !== undefined) break
      return seen === 1
    }
    const writes = idle('writes', { total })
    const reads = idle('reads', {}, { total })
    expect(beside(writes, idle('other', { votes }))).toBe(true)
    expect(beside(writes, idle('after', { votes }, { total }))).toBe(false)
    expect(beside(reads, writes)).toBe(false)
    expect(beside(reads, idle('too', { votes }, { total }))).toBe(true)
  })

  it('waits for its first member, who may stop at any day and look', () => {
    const half = begin()
    half.run(5)
    const world = createWorld([voters, parties], COUNTS)
    const [first, second] = membersOf(2, world, ELECTION)
    const others = second.slices(DAYS)
    const getOn = () => {
      for (let turns = 0; turns < 100; turns++) others.next()
    }
    getOn()
    expect(bytes({ world }).equals(bytes(begin()))).toBe(true)
    for (const _ of first.slices(5)) others.next()
    getOn()
    expect(bytes({ world }).equals(bytes(half))).toBe(true)
    for (const _ of first.slices(DAYS)) others.next()
    expect(bytes({ world }).equals(bytes(alone))).toBe(true)
  })

  it('has every record made once a day, after the rules', () => {
    const made: [number, number, number][] = []
    const records = [0, 1, 2].map(
      (nth) => (world: World) => (day: number) =>
        made.push([day, nth, sum(world.view(parties.total))]),
    )
    inTurns(3, [2, 0, 1, 1], records)
    expect(made.map(([day]) => day)).toEqual(
      Array.from({ length: 3 * DAYS }, (_, at) => Math.floor(at / 3)),
    )
    for (let day = 0; day < DAYS; day++) {
      const today = made.slice(3 * day, 3 * day + 3)
      expect(today.map(([, nth]) => nth).sort()).toEqual([0, 1, 2])
      expect(new Set(today.map(([, , total]) => total)).size).toBe(1)
    }
    expect(made.at(-1)![2]).toBe(sum(alone.world.view(parties.total)))
  })
})

type Records = readonly ((world: World) => (day: number) => void)[]

/** Members of a team on one thread, who give way after each slice and where they have to wait. */
function membersOf(size: number, world: World, rules: readonly Rule[], records: Records = []) {
  const rooms: SharedArrayBuffer[] = []
  return Array.from({ length: size }, (_, member) => {
    let asked = 0
    return begin({
      world,
      schedule: rules,
      records: records.map((record) => record(world)),
      team: {
        member,
        size,
        share(bytes) {
          rooms[asked] ??= new SharedArrayBuffer(bytes)
          return rooms[asked++]
        },
        epoch: () => 0,
        signal() {},
        waitPast() {},
      },
    })
  })
}

/**
 * Runs an election by a team; `order` says whose turn it is, over and over. Others get on between slices and in the
 * midst of a slice or a record.
 */
function inTurns(size: number, order: readonly number[], records: Records = []) {
  const world = createWorld([voters, parties], COUNTS)
  const seen: { day: number; state: string }[] = []
  const [busy, done] = [new Set<number>(), new Set<number>()]
  let turn = 0
  const next = () => {
    // Each comes to his turn at times, whatever the order says.
    const member = turn % 7 === 0 ? (turn / 7) % size : order[turn % order.length] % size
    turn++
    if (busy.has(member)) return
    busy.add(member)
    if (members[member].next().done) done.add(member)
    busy.delete(member)
  }
  const paused = ELECTION.map(
    (rule): Rule => ({
      ...rule,
      step(columns, parameters, context) {
        const middle = (context.from + context.to) >> 1
        next()
        rule.step(columns, parameters, { ...context, to: middle })
        next()
        next()
        rule.step(columns, parameters, { ...context, from: middle })
        next()
      },
    }),
  )
  const slowly = records.map((record) => (world: World) => {
    const look = record(world)
    return (day: number) => {
      next()
      look(day)
      next()
    }
  })
  const members = membersOf(size, world, paused, slowly).map((member) =>
    member.slices(DAYS, (day) => {
      seen.push({ day, state: hashBytes(world.buffer) })
      next()
    }),
  )
  while (done.size < size) next()
  return { world, seen }
}
