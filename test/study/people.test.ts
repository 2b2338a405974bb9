/** Agents followed one by one add up to the measures, and following them changes nothing. */
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { viewsOf } from '../../src/engine/index.ts'
import { createMarket, createPeople } from '../../src/market/index.ts'
import { sellers } from '../../src/market/populations/index.ts'
import {
  type AgentTable,
  type Arm,
  answer,
  type FullRecord,
  inThisThread,
  meanOf,
  placeOf,
  type RunPeople,
  type RunResult,
  type Window,
} from '../../src/study/index.ts'
import { DAYS, tiny } from './tiny.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const here = inThisThread({
  open: (input, seed, from) => createMarket(input, seed, from ? { from } : {}),
})

/** From the middle of a week to the middle of one, and to the end of the run. */
const WINDOWS: readonly Window[] = [
  { name: 'middle', from: 12, to: 31 },
  { name: 'late', from: 33, to: DAYS },
]

const question = (() => {
  // Enough sellers of a kind for the bounds below.
  const { baseline, policies, ...rest } = tiny(1, 6000, 800, 512)
  const sized = <A extends Arm>(arm: A): A => {
    const { size } = arm.input
    return { ...arm, input: { ...arm.input, size: { ...size, buyers: 3900 } } }
  }
  return {
    ...rest,
    baseline: sized(baseline),
    policies: policies.map((arm) => ({ ...sized(arm), windows: WINDOWS })),
  }
})()

let results: readonly RunResult[]
/** What became of the agents of one run, with each of them. */
type Followed = RunPeople & { readonly agents: AgentTable }
const people = new Map<string, Followed>()

beforeAll(async () => {
  const record = ({ people: told, agents }: FullRecord) => {
    if (told && agents) people.set(told.scenario, { ...told, agents })
  }
  results = (await answer(question, here, { record })).results
})

/** A column of words or numbers, as one function of the row. */
function column(table: AgentTable, name: string): (row: number) => string | number {
  const found = table.columns.find((one) => one.name === name)
  if (found === undefined) throw new Error(`no column ${name}`)
  return (row) => ('words' in found ? found.words[found.codes[row]] : found.values[row])
}

/** Weighted sum of a column over the agents of some kinds in a window. */
function total({ agents }: Followed, name: string, window: string, kinds: readonly string[]) {
  const [value, weight, kind, of] = [name, 'weight', 'kind', 'window'].map((one) =>
    column(agents, one),
  )
  let sum = 0
  for (let row = 0; row < agents.rows; row++)
    if (of(row) === window && kinds.includes(String(kind(row))))
      sum += Number(value(row)) * Number(weight(row))
  return sum
}

function measured(scenario: string, window: Window, about: Record<string, string>): number {
  const run = results.find((one) => one.scenario === scenario)!
  const { measure, ...at } = about
  return meanOf(run, placeOf(run, { name: measure }, at), window)
}

const FIRMS = ['producer', 'reseller', 'importer', 'trader']
const SIDES = [
  ['baseline', 'base'],
  ['policy', 'early'],
] as const

const FIRST: Window = { name: 'first', from: 0, to: 2 }

describe('agents followed one by one', () => {
  it('leave the run as it is', async () => {
    const alone = await answer(question, here)
    expect(alone.results.map(({ stateHash }) => stateHash)).toEqual(
      results.map(({ stateHash }) => stateHash),
    )
  })

  describe.each(WINDOWS)('in the window $name', (window) => {
    describe.each(SIDES)('%s', (side, scenario) => {
      const early = () => people.get('early')!

      it.each(['tiktok-shop', 'shopee', 'stalls'])('sell at %s what is measured', (venue) => {
        const sales = 7 * measured(scenario, window, { measure: 'sales', venue })
        const column = `sales_${venue}_${side}`
        expect(total(early(), column, window.name, FIRMS) / 1000).toBeCloseTo(sales, 1)
        // Of so few buyers all are sampled.
        expect(total(early(), column, window.name, ['household']) / 1000).toBeCloseTo(sales, 1)
      })

      it.each([...FIRMS, 'creator', 'courier', 'platform'])('%s works as is measured', (kind) => {
        const fte = measured(scenario, window, { measure: 'employment', kind })
        const sum = total(early(), `fte_${side}`, window.name, [kind])
        expect(Math.abs(sum / fte - 1)).toBeLessThan(1e-5)
      })

      it.each([
        ['household', 'household income', undefined],
        ['government', 'government revenue', undefined],
        ['creator', 'income', 'creator'],
        ['courier', 'income', 'courier'],
      ])('%s earns as is measured', (kind, measure, of) => {
        const about = { measure, ...(of === undefined ? {} : { kind: of }) }
        const income = measured(scenario, window, about)
        const sum = total(early(), `income_${side}`, window.name, [kind]) / 1000
        expect(Math.abs(sum - income)).toBeLessThan(1e-5 * Math.abs(income) + 1e-6)
      })
    })
  })

  it('are left alone where the worlds have other rows', async () => {
    const [arm] = question.policies
    const { companies } = arm.input.tables
    const more = { ...companies[0], name: 'newcomer', label: 'Newcomer' }
    const tables = { ...arm.input.tables, companies: [...companies, more] }
    const short = { ...arm.input, days: 2 }
    const other = { ...arm, fork: 0, input: { ...short, tables } }
    const told: string[] = []
    const asked = {
      ...question,
      baseline: { ...question.baseline, input: { ...question.baseline.input, days: 2 } },
      policies: [other, { ...arm, scenario: 'same', fork: 0, input: short, windows: [FIRST] }],
    }
    const { broken } = await answer(asked, here, {
      record: ({ people: followed }) => followed && told.push(followed.scenario),
    })
    expect(broken).toEqual([])
    expect(told).toEqual(['same'])
  })

  it('are the same before the policy', () => {
    const { agents } = people.get('late')!
    const [window, sold, now] = ['window', 'sales_baseline', 'sales_policy'].map((name) =>
      column(agents, name),
    )
    let sum = 0
    for (let row = 0; row < agents.rows; row++) {
      if (window(row) !== 'before the policy') continue
      expect(now(row)).toBe(sold(row))
      sum += Number(sold(row))
    }
    expect(sum).toBeGreaterThan(0)
  })

  it('earn what they take less what they spend, with goods at cost', () => {
    const { input } = question.baseline
    const market = createMarket(input, 'tiny/1')
    const span = { name: 'weeks', from: 14, to: 35 }
    const plan = {
      spans: [span],
      fork: 7,
      before: undefined,
      exposed: [],
      firstDays: [],
      recovery: [],
    }
    const followed = createPeople(market.world, input, plan)
    const c = viewsOf(market.world, sellers.columns)
    const S = input.size.sellers
    const [stock, sunday, goods] = [0, 1, 2].map(() => new Float64Array(S))
    const earned = new Float64Array(S)
    market.run(DAYS, (day) => {
      followed.observe(day)
      for (let seller = 0; seller < S; seller++) {
        if (day % 7 === 6) {
          stock[seller] = c.stock[seller]
          sunday[seller] =
            c.revenue[seller] - c.fees[seller] - c.commissions[seller] - c.materials[seller]
        }
        if (day % 7 !== 0) continue
        const now = stock[seller] + c.received[seller] + c.onOrder[seller] - c.shipped[seller]
        const spent =
          c.purchases[seller] +
          c.borderPayments[seller] +
          c.duties[seller] +
          c.handlingCost[seller] +
          c.wages[seller] +
          c.rentPaid[seller] +
          c.liveCost[seller] +
          c.salesTax[seller]
        const week = sunday[seller] + c.wholesaleIncome[seller] - spent
        if (day >= span.from && day < span.to)
          earned[seller] += 7 * (week + c.unitCost[seller] * (now - goods[seller]))
        goods[seller] = now
      }
    })
    const { present, sums } = followed.record
    let compared = 0
    for (let seller = 0; seller < S; seller++) {
      // Who stayed throughout; those who leave or enter have founding and closing beside their earnings.
      if (!present[seller] || sums[0].status[seller] > 1 || c.generation[seller] > 0) continue
      const reach = 1e-4 * Math.abs(earned[seller]) + 0.1
      expect(Math.abs(sums[0].income[seller] - earned[seller])).toBeLessThan(reach)
      compared++
    }
    expect(compared).toBeGreaterThan(700)
  })

  it('are members only if they were there, and survive only if they stay', () => {
    const { agents } = people.get('early')!
    const [window, kind, size, status] = ['window', 'kind', 'size', 'status_policy'].map((name) =>
      column(agents, name),
    )
    const entrants = new Set<string>()
    const found = { active: 0, exited: 0 }
    for (let row = 0; row < agents.rows; row++) {
      if (!FIRMS.includes(String(kind(row))) || window(row) !== 'late') continue
      if (size(row) === '') entrants.add(String(status(row)))
      if (status(row) === 'active') found.active++
      if (status(row) === 'exited') found.exited++
    }
    // Who entered after the policy is no member, and has no size of the day before it.
    expect([...entrants].sort()).toEqual(['entered'])
    expect(found.active).toBeGreaterThan(500)
    expect(found.exited).toBeGreaterThan(0)
  })
})

describe('outcomes of groups', () => {
  const of = (window: string) =>
    people.get('early')!.outcomes.filter((one) => one.window === window)

  it.each(['region', 'category', 'exposure', 'size'])('by %s add up to those of the kind', (by) => {
    for (const kind of by === 'size' ? FIRMS : [...FIRMS, 'creator']) {
      const [all] = of('middle').filter((one) => one.by === 'kind' && one.kind === kind)
      // Clusters stand with the regions in which they lie.
      const clusters = question.baseline.input.tables.clusters.map(({ name }) => name)
      const parts = of('middle').filter(
        (one) => one.by === by && one.kind === kind && !clusters.includes(one.group),
      )
      expect(parts.length).toBeGreaterThan(0)
      for (const side of [0, 1] as const) {
        const sum = parts.reduce((money, one) => money + one.members * one.income[side], 0)
        expect(sum).toBeCloseTo(all.members * all.income[side], 2)
        const jobs = parts.reduce((work, one) => work + one.jobs[side], 0)
        expect(jobs).toBeCloseTo(all.jobs[side], 4)
      }
      expect(parts.reduce((sum, one) => sum + one.members, 0)).toBeCloseTo(all.members, 4)
    }
  })

  it('count every kind', () => {
    const kinds = of('middle').filter(({ by }) => by === 'kind')
    expect(kinds.map(({ kind }) => kind)).toEqual([
      ...['producer', 'reseller', 'importer', 'trader'],
      ...['creator', 'courier', 'platform', 'household', 'government'],
    ])
  })

  it('fall where sellers depend on the venue that closes', () => {
    // Sellers of all kinds that sold a tenth or more there: of one kind there are few in so small a market.
    const most = of('late').filter(
      ({ by, kind, group }) =>
        by === 'exposure' && FIRMS.includes(kind) && ['10 to 50 %', 'over 50 %'].includes(group),
    )
    const others = of('late').filter(
      ({ by, kind, group }) => by === 'exposure' && FIRMS.includes(kind) && group === 'none',
    )
    const income = (rows: typeof most, side: 0 | 1) =>
      rows.reduce((sum, one) => sum + one.members * one.income[side], 0)
    expect(most.reduce((sum, { agents }) => sum + agents, 0)).toBeGreaterThan(10)
    expect(income(most, 1)).toBeLessThan(0.95 * income(most, 0))
    expect(income(others, 1)).toBeGreaterThan(0.99 * income(others, 0))
  })
})

describe('flows between venues', () => {
  const { venues } = question.baseline.input.tables
  const from = (side: string, venue: string) =>
    people
      .get('early')!
      .flows.filter((flow) => flow.side === side && flow.from === venue && flow.window === 'middle')

  it.each(venues.map(({ name }) => name))('share out all that was sold at %s', (venue) => {
    const sold = 7 * measured('base', WINDOWS[0], { measure: 'sales', venue })
    for (const side of ['buyers', 'sellers']) {
      const sum = from(side, venue).reduce((value, flow) => value + flow.value, 0)
      expect(Math.abs(sum - sold)).toBeLessThan(1e-5 * sold + 1e-6)
    }
  })

  it('give sellers all that is sold under the policy', () => {
    const to = people
      .get('early')!
      .flows.filter(
        ({ side, to, window }) => side === 'sellers' && to === 'shopee' && window === 'middle',
      )
    const sold = 7 * measured('early', WINDOWS[0], { measure: 'sales', venue: 'shopee' })
    const sum = to.reduce((value, flow) => value + flow.value, 0)
    expect(Math.abs(sum / sold - 1)).toBeLessThan(1e-5)
  })

  it('divert as a whole', () => {
    for (const side of ['buyers', 'sellers']) {
      const left = from(side, 'tiktok-shop').filter(({ left }) => left > 0)
      expect(left.length).toBeGreaterThan(3)
      expect(left.reduce((sum, one) => sum + one.value / one.left, 0)).toBeCloseTo(1, 9)
    }
  })
})
