/** When an agent first does something else under a policy, and whom it affects most. */
import { beforeAll, describe, expect, it } from 'vitest'
import { viewsOf } from '../../src/engine/index.ts'
import { explain, explainDifference } from '../../src/index.ts'
import {
  createMarket,
  createPeople,
  firstDifferenceOf,
  mostAffectedOf,
} from '../../src/market/index.ts'
import { blocks, occasions, sellers } from '../../src/market/populations/index.ts'
import { explanationLines } from '../../src/report/index.ts'
import { BadInput, type Scenario } from '../../src/scenario/index.ts'
import {
  type AskedWorlds,
  explainIn,
  firstDifference,
  mostAffected,
  parted,
} from '../../src/study/index.ts'
import { scenarioOf } from './market.ts'

const SIZE = [
  ...['size.buyers=600', 'size.sellers=200', 'size.creators=20', 'firms.slots=64'],
  ...['policies.closure.announced=2022-08-01', 'policies.closure.effective=2022-08-15'],
]

let baseline: Scenario
let policy: Scenario
let worlds: AskedWorlds

/** 1 August 2022, when the closure is announced. */
const FORK = 28

beforeAll(() => {
  baseline = scenarioOf('scenarios/indonesia-2023.yaml', SIZE.slice(0, 4))
  policy = scenarioOf('scenarios/tiktok-shop-ban.yaml', SIZE)
  worlds = parted(baseline, policy)
})

/** Purchases of a buyer on each day, without the policy and with it. */
function purchases(buyer: number, days: number): (readonly [string, string])[] {
  const markets = [baseline, policy].map(({ input }) =>
    createMarket(input, `${baseline.seed}/1`, { record: false }),
  )
  return Array.from({ length: days }, () => {
    const [without, under] = markets.map((market) => {
      market.run(market.day + 1)
      const c = viewsOf(market.world, {
        ...{ buyer: occasions.buyer, route: occasions.route, listing: occasions.listing },
        ...{ noise: occasions.noise, count: blocks.occasions },
      })
      const rows = Array.from({ length: c.count[0] }, (_, row) => row)
      return JSON.stringify(
        rows
          .filter((row) => c.buyer[row] === buyer)
          .map((row) => [c.noise[row], c.route[row], c.listing[row]]),
      )
    })
    return [without, under] as const
  })
}

describe('the first difference', () => {
  it('is the first day on which a buyer buys something else, and no earlier one', () => {
    const found = firstDifferenceOf(worlds.at, { kind: 'buyer', row: 5 })
    if (found === undefined) throw new Error('no difference')
    expect(found.day).toBeGreaterThanOrEqual(FORK)
    // One block holds all buyers.
    const days = purchases(5, found.day + 1)
    expect(days[found.day][1]).not.toBe(days[found.day][0])
    for (const [one, other] of days.slice(0, found.day)) expect(other).toBe(one)
  })

  it('comes with both explanations, which are those of the worlds asked by themselves', () => {
    const pair = firstDifference(worlds, { kind: 'seller', row: 12 })
    const [without, under] = pair
    expect(without.day).toBe(under.day)
    expect(without.day).toBeGreaterThanOrEqual(FORK)
    expect(without.day % 7).toBe(0)
    expect(JSON.stringify(under.decisions)).not.toBe(JSON.stringify(without.decisions))
    const date = (day: number) => `2022-08-${String(day - FORK + 1).padStart(2, '0')}`
    for (const told of pair)
      if (told.decisions.length > 0 && told.day < FORK + 31)
        expect(
          explain(told.scenario, { agent: 'seller:12', day: date(told.day) }).decisions,
        ).toEqual(told.decisions)
    expect(explainDifference(baseline, policy, { agent: 'seller:12' })[0].day).toBe(without.day)
  })

  it('is refused where worlds never differ, or have other agents', () => {
    const copy = { ...baseline, name: 'copy' }
    expect(() => parted(baseline, copy)).toThrow('copy never differs from indonesia-2023')
    const more = scenarioOf('scenarios/tiktok-shop-ban.yaml', [...SIZE, 'size.buyers=700'])
    expect(() => parted(baseline, more)).toThrow(BadInput)
    expect(() => parted(baseline, more)).toThrow('other rows of size')
  })
})

/** Buyers with an occasion to buy on a day, without the policy and with it. */
const shoppers = (day: number): Set<number>[] =>
  [baseline, policy].map(({ input }) => {
    const market = createMarket(input, `${baseline.seed}/1`, { record: false })
    market.run(day + 1)
    const c = viewsOf(market.world, { buyer: occasions.buyer, count: blocks.occasions })
    return new Set(Array.from({ length: c.count[0] }, (_, row) => c.buyer[row]))
  })

describe('a day in two worlds', () => {
  it('is told where an agent decides something in one of them alone', () => {
    // 18 August, three days after the closure.
    const [without, under] = shoppers(FORK + 17)
    const buyer = [...without].find((one) => !under.has(one))
    expect(buyer).toBeDefined()
    const asked = { agent: `buyer:${buyer}`, day: '2022-08-18' }
    const told = explainIn([baseline, policy], asked)
    expect(told.map(({ decisions }) => decisions.length > 0)).toEqual([true, false])
    expect(explanationLines(told, 'en').join('\n')).toContain(
      'WITH the policy: nothing of the kind is decided',
    )
    expect(() => explain(policy, asked)).toThrow(/decides nothing on 2022-08-18/)
  })
})

describe('the most affected', () => {
  it('is the one whose income differs most, by the record of agents', () => {
    const span = { name: 'a month', from: 42, to: 70 }
    const plan = {
      spans: [span],
      fork: FORK,
      before: undefined,
      exposed: [],
      firstDays: [],
      recovery: [],
    }
    const [without, under] = [baseline, policy].map(({ input }) => {
      const market = createMarket(input, `${baseline.seed}/1`, { record: false })
      const people = createPeople(market.world, input, plan)
      while (market.day < span.to) {
        market.run(market.day + 1)
        people.observe(market.day - 1)
      }
      return { people: people.record, kinds: market.world.view(sellers.kind) }
    })
    const gaps = Array.from(without.kinds, (kind, row) =>
      kind === 1 && without.people.present[row]
        ? Math.abs(under.people.sums[0].income[row] - without.people.sums[0].income[row]) / 28
        : 0,
    )
    const found = mostAffectedOf(worlds.at, 'reseller', span)
    if (found === undefined) throw new Error('nobody')
    expect(gaps[found.agent.row]).toBe(Math.max(...gaps))
    expect(Math.abs(found.under - found.without)).toBeCloseTo(Math.max(...gaps), 6)
    expect(found.without).toBeGreaterThan(0)
  })

  it('is told of the main window of the policy', () => {
    const found = mostAffected(worlds, 'creator')
    expect(found.window.name).toBe('first month')
    expect(found.agent.kind).toBe('creator')
    expect(found.under).not.toBe(found.without)
  })
})
