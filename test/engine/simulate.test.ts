import { describe, expect, it } from 'vitest'
import {
  type Cadence,
  createSimulation,
  createWorld,
  f64,
  number,
  population,
  rule,
  type Schedule,
  type SimulationOptions,
  schedule,
  seedKey,
  share,
  tally,
  uniform,
  word,
} from '../../src/engine/index.ts'

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
  parameters: { turnout: share({ label: 'Turnout', default: 1 }) },
  step(c, { turnout }, { from, to, key, count }) {
    for (let voter = from; voter < to; voter++) {
      if (uniform(key, voter, 0) >= turnout) continue
      c.choice[voter] = word(key, voter, 1) % count.parties
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
  parameters: { loss: number({ label: 'Loss', unit: 'share', default: 0.5, range: [0, 1] }) },
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
    const keys: unknown[] = []
    const stills: unknown[] = []
    const look = {
      ...count,
      step: (_: unknown, __: unknown, { key, still }: { key: unknown; still: unknown }) => {
        keys.push(JSON.stringify(key))
        stills.push(JSON.stringify(still))
      },
    }
    begin({ schedule: [look as never] }).run(DAYS)
    expect(new Set(keys).size).toBe(DAYS)
    expect(new Set(stills).size).toBe(1)
    expect(keys).not.toContain(stills[0])
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
  it.each([2, 3, 5])('of %d comes to the same state as one', (size) => {
    const alone = begin()
    alone.run(DAYS)
    expect(inTurns(size, ELECTION).equals(bytes(alone))).toBe(true)
  })

  it('adds up what its members counted', () => {
    const alone = begin()
    alone.run(DAYS)
    const other = inTurns(4, schedule([vote, count]))
    const wanted = begin({ schedule: [vote, count] })
    wanted.run(DAYS)
    expect(other.equals(bytes(wanted))).toBe(true)
    expect(other.equals(bytes(alone))).toBe(false)
  })
})

/**
 * A team whose members take turns on one thread. A member cannot wait at a barrier here, so that each day
 * is run rule by rule: all members step a rule before any steps the next, and tallies are added up by a
 * second round of the barrier.
 */
function inTurns(size: number, rules: Schedule): Buffer {
  const world = createWorld([voters, parties], COUNTS)
  const rooms = new Map<string, SharedArrayBuffer>()
  for (let day = 0; day < DAYS; day++)
    for (const one of rules) {
      if (!cadence(one.every, day)) continue
      // The last round finds all parts counted; members before it add up what is there so far.
      for (let round = 0; round < 2; round++)
        for (let member = 0; member < size; member++) {
          if (one.whole && (member > 0 || round > 0)) continue
          let asked = 0
          let next = member
          const simulation = begin({
            world,
            schedule: [one],
            team: {
              member,
              size,
              barrier() {},
              take() {
                next += size
                return next - size
              },
              scratch(owner, length) {
                const name = `${one.name} ${owner} ${asked++}`
                const room = rooms.get(name) ?? new SharedArrayBuffer(length)
                rooms.set(name, room)
                return room
              },
            },
          })
          simulation.day = day
          simulation.run(day + 1)
        }
    }
  return bytes({ world })
}
