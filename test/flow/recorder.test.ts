/** Where sampled buyers order: read off the state of a run, which it leaves alone. */
import { beforeAll, describe, expect, it } from 'vitest'
import {
  createFlow,
  createMarket,
  createPeople,
  FLOW_SAMPLE,
  type Flow,
  flowByte,
  gatesOf,
  isOrder,
  type MarketInput,
  type OrderLog,
  placeOf,
  rowOf,
  shutAnew,
} from '../../src/market/index.ts'
import { buyers, levels } from '../../src/market/populations/index.ts'
import { venues } from '../../src/market/tables/index.ts'
import { country } from '../textbook/markets.ts'

const SEED = 'pasar/1'
const SIZE = { buyers: 3000, sellers: 400, creators: 40 }
const CALENDAR = 'calendar: { solve-until: 2022-07-18 }'
const CLOSURE = `${CALENDAR}
policies:
  - closure: { venue: tiktok-shop, announced: 2022-07-20, effective: 2022-07-27T17:00+07:00 }`
const DAYS = 42
/** The day on which the closure is announced, and the first on which nobody can pay. */
const ANNOUNCED = 16
const SHUT = 24

/** The first that is looked at, a Monday. */
const FIRST = 7

interface Ran {
  readonly input: MarketInput
  readonly flow: Flow
  readonly stateHash: string
  readonly log: OrderLog
}

function ran(more: string): Ran {
  const input = { ...country(SIZE, more), days: DAYS }
  const market = createMarket(input, SEED, { record: false })
  const about = [rowOf(input, venues.name, 'tiktok-shop')]
  const flow = createFlow(market.world, input, SEED, { first: FIRST, about })
  const whole = { name: 'all', from: 0, to: DAYS }
  const plan = {
    spans: [whole],
    fork: 0,
    before: undefined,
    exposed: [],
    firstDays: [],
    recovery: [],
  }
  const people = createPeople(market.world, input, plan)
  market.run(DAYS, (day) => {
    flow.observe(day)
    people.observe(day)
  })
  return { input, flow, stateHash: market.stateHash(), log: people.record.log }
}

/** The orders of a day and buyer as the log of orders has them, the one of the largest noise first. */
function loggedOrders({ log }: Ran, day: number, buyer: number) {
  const found: { noise: number; feed: number; venue: number }[] = []
  for (let row = 0; row < log.length; row++)
    if (log.day[row] === day && log.buyer[row] === buyer)
      found.push({ noise: log.noise[row], feed: log.feed[row], venue: log.venue[row] })
  return found.sort((one, other) => other.noise - one.noise)
}

const at = ({ flow }: Ran, day: number, nth: number) => flow.bytes[day * flow.width + nth]

describe('a byte', () => {
  it('says where an order began and where it was paid', () => {
    expect(placeOf(0)).toEqual({ source: 'none', venue: -1, occasion: false })
    expect(placeOf(flowByte('none', 0))).toEqual({ source: 'none', venue: -1, occasion: true })
    for (const source of ['feed', 'search', 'street'] as const)
      for (const venue of [1, 17, 32]) {
        const byte = flowByte(source, venue)
        expect(byte).toBeLessThan(256)
        expect(isOrder(byte)).toBe(true)
        expect(placeOf(byte)).toEqual({ source, venue: venue - 1, occasion: true })
      }
    expect([0, flowByte('none', 0)].some(isOrder)).toBe(false)
  })
})

describe('the flow of a run', () => {
  let without: Ran
  let policy: Ran
  beforeAll(() => {
    without = ran(CALENDAR)
    policy = ran(CLOSURE)
  })

  it('leaves the run alone, to the bit', () => {
    const market = createMarket(policy.input, SEED, { record: false })
    market.run()
    expect(policy.stateHash).toBe(market.stateHash())
  })

  it('is that of as many buyers as asked for, the same in both worlds and others with another seed', () => {
    expect(policy.flow.buyers).toHaveLength(FLOW_SAMPLE)
    expect(new Set(policy.flow.buyers).size).toBe(FLOW_SAMPLE)
    expect([...policy.flow.buyers].sort((a, b) => a - b)).toEqual([...policy.flow.buyers])
    expect(policy.flow.buyers).toEqual(without.flow.buyers)
    expect(without.flow.width).toBe(FLOW_SAMPLE)
    const other = createMarket(policy.input, 'pasar/2', { record: false })
    const flow = createFlow(other.world, policy.input, 'pasar/2')
    other.run(1, (day) => flow.observe(day))
    expect(flow.buyers).not.toEqual(policy.flow.buyers)
  })

  it('is that of buyers with an account at the venue that is asked about, those who shop often first', () => {
    const market = createMarket(without.input, SEED, { record: false })
    market.run(FIRST + 1)
    const view = market.world.view.bind(market.world)
    const venue = rowOf(without.input, venues.name, 'tiktok-shop')
    const holders = [...view(buyers.accounts).entries()].filter(
      ([, accounts]) => ((accounts >>> venue) & 1) === 1,
    )
    expect(holders.length).toBeGreaterThan(FLOW_SAMPLE)
    const rows = holders.map(([row]) => row)
    expect(rows).toEqual(expect.arrayContaining([...without.flow.buyers]))
    const meanActivity = (of: Iterable<number>) => {
      const found = [...of].map((buyer) => view(levels.activity)[view(buyers.activity)[buyer]])
      return found.reduce((sum, one) => sum + one, 0) / found.length
    }
    expect(meanActivity(without.flow.buyers)).toBeGreaterThan(1.05 * meanActivity(rows))
  })

  it('is what the log of orders says of the same buyers, every day', () => {
    const { flow, input } = policy
    let orders = 0
    for (let day = FIRST; day < DAYS; day++)
      for (const [nth, buyer] of flow.buyers.entries()) {
        const logged = loggedOrders(policy, day, buyer)
        const [paid] = logged.filter(({ venue }) => venue > 0)
        const place = placeOf(at(policy, day, nth))
        expect(place.occasion).toBe(logged.length > 0)
        expect(place.venue).toBe((paid?.venue ?? 0) - 1)
        if (paid === undefined) continue
        orders++
        const online = input.tables[venues.name][place.venue].values.online
        expect(place.source).toBe(paid.feed > 0 ? 'feed' : online ? 'search' : 'street')
      }
    expect(flow.bytes.subarray(0, FIRST * flow.width).every((byte) => byte === 0)).toBe(true)
    expect(orders).toBeGreaterThan(500)
    const sources = new Set([...flow.bytes].map((byte) => placeOf(byte).source))
    expect([...sources].sort()).toEqual(['feed', 'none', 'search', 'street'])
  })

  it('is the same in both worlds until the policy is announced, and another after it takes force', () => {
    const until = ANNOUNCED * FLOW_SAMPLE
    expect(policy.flow.bytes.subarray(0, until)).toEqual(without.flow.bytes.subarray(0, until))
    const after = SHUT * FLOW_SAMPLE
    expect(policy.flow.bytes.subarray(after)).not.toEqual(without.flow.bytes.subarray(after))
  })

  it('leads past a shut gate nobody', () => {
    const venue = rowOf(policy.input, venues.name, 'tiktok-shop')
    const paidThere = (run: Ran, from: number, to: number) =>
      [...run.flow.bytes.subarray(from * FLOW_SAMPLE, to * FLOW_SAMPLE)].filter(
        (byte) => placeOf(byte).venue === venue,
      ).length
    const [gate, ...more] = gatesOf(policy.input).filter((one) => one.venue === venue)
    expect(more).toEqual([])
    expect(gate.from).toBeCloseTo(SHUT - 1 + 17 / 24, 9)
    expect(gate.to).toBe(DAYS)
    expect(gatesOf(without.input).map((gate) => gate.venue)).not.toContain(venue)
    expect(gatesOf(without.input)).not.toEqual([])
    expect(shutAnew(without.input, policy.input)).toEqual([venue])
    expect(shutAnew(policy.input, without.input)).toEqual([])
    expect(paidThere(policy, 0, SHUT)).toBeGreaterThan(20)
    expect(paidThere(policy, SHUT, DAYS)).toBe(0)
    expect(paidThere(without, SHUT, DAYS)).toBeGreaterThan(20)
  })

  it('has a gate that shuts at midnight, and one that opens again', () => {
    const shut = (effective: string, until: string) => {
      const course = `courses: { routes.shopee.open: { points: { ${effective}: 0, ${until}: 1 } } }`
      const input = { ...country(SIZE, `${CALENDAR}\n${course}`), days: DAYS }
      const venue = rowOf(input, venues.name, 'shopee')
      return gatesOf(input).filter((gate) => gate.venue === venue)
    }
    // The run begins on Monday 4 July 2022; links out of another feed lead to the venue still.
    expect(shut('2022-07-18', '2022-07-25')).toEqual([])
    const lone = { ...without.input, days: DAYS }
    const venue = rowOf(lone, venues.name, 'chat')
    const route = lone.tables.routes.findIndex(({ name }) => name === 'chat')
    const course = { table: 'routes', row: route, field: 'open', at: 0, linear: false } as const
    const points = [
      [14, 0],
      [21, 1],
      [30, 0],
    ] as const
    const gates = gatesOf({ ...lone, courses: [...lone.courses, { ...course, points }] })
    expect(gates.filter((gate) => gate.venue === venue)).toEqual([
      { venue, from: 14, to: 21 },
      { venue, from: 30, to: DAYS },
    ])
  })

  it('goes on from the state of another run', () => {
    const base = createMarket(without.input, SEED)
    const first = createFlow(base.world, without.input, SEED, {
      first: FIRST,
      about: [rowOf(without.input, venues.name, 'tiktok-shop')],
    })
    base.run(ANNOUNCED, (day) => first.observe(day))
    const branch = createMarket(policy.input, SEED, { from: base.snapshot() })
    const flow = createFlow(branch.world, policy.input, SEED, { from: first })
    branch.run(DAYS, (day) => flow.observe(day))
    expect(branch.stateHash()).toBe(policy.stateHash)
    expect(flow.bytes).toEqual(policy.flow.bytes)
  })
})
