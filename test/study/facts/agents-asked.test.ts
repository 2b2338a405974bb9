/** Medians, shares and totals over agents, by hand from a table of six. */
import { describe, expect, it } from 'vitest'
import {
  type AgentsAsked,
  agentsAnswer,
  weightedMedian,
} from '../../../src/study/facts/agents-asked.ts'
import type { AgentTable } from '../../../src/study/index.ts'
import type { Pair } from '../../../src/study/members.ts'

const BEFORE = 'before the policy'
const MONTH = 'first month'

interface Row {
  readonly agent: number
  readonly kind: string
  readonly weight: number
  readonly exposure: number
  readonly income: readonly [number, number]
  /** Of the feed and of the shop without the policy, and with it. */
  readonly sales: readonly [readonly [number, number], readonly [number, number]]
  readonly category?: string
  readonly was?: string
}

/** Four places of sellers, each of which a newcomer may take (4 to 7), then creators and households. */
const ROWS: readonly Row[] = [
  {
    agent: 0,
    kind: 'producer',
    weight: 10,
    exposure: 0.9,
    income: [100, 40],
    sales: [
      [90, 10],
      [0, 30],
    ],
  },
  {
    agent: 1,
    kind: 'producer',
    weight: 20,
    exposure: 0.6,
    income: [100, 80],
    sales: [
      [60, 40],
      [0, 80],
    ],
  },
  {
    agent: 2,
    kind: 'producer',
    weight: 30,
    exposure: 0,
    income: [100, 110],
    sales: [
      [0, 100],
      [0, 120],
    ],
    category: 'craft',
  },
  {
    agent: 3,
    kind: 'reseller',
    weight: 40,
    exposure: 0.8,
    income: [0, 5],
    sales: [
      [0, 0],
      [0, 10],
    ],
    was: 'idle',
  },
  {
    agent: 5,
    kind: 'producer',
    weight: 20,
    exposure: Number.NaN,
    income: [0, 999],
    sales: [
      [0, 0],
      [0, 999],
    ],
  },
  {
    agent: 9,
    kind: 'household',
    weight: 100,
    exposure: 0.5,
    income: [50, 50],
    sales: [
      [4, 6],
      [0, 9],
    ],
  },
]

/** Every row in the weeks before the policy and in its first month; the shop is open all the time. */
function tableOf(rows: readonly Row[]): AgentTable {
  const all = [BEFORE, MONTH].flatMap((window) => rows.map((row) => ({ window, ...row })))
  const words = (name: string, of: (row: (typeof all)[number]) => string) => {
    const known = [...new Set(all.map(of))]
    return { name, words: known, codes: Uint8Array.from(all, (row) => known.indexOf(of(row))) }
  }
  const numbers = (name: string, of: (row: (typeof all)[number]) => number) => ({
    ...{ name, values: Float32Array.from(all, of) },
  })
  const sides = (name: string, of: (row: (typeof all)[number], side: 0 | 1) => number) => [
    numbers(`${name}_baseline`, (row) => of(row, 0)),
    numbers(`${name}_policy`, (row) => of(row, 1)),
  ]
  return {
    rows: all.length,
    columns: [
      ...[words('window', (row) => row.window), words('kind', (row) => row.kind)],
      ...[words('region', () => 'java'), words('cluster', () => ''), words('size', () => 'micro')],
      words('category', (row) => row.category ?? 'fashion'),
      words('status_baseline', (row) => row.was ?? 'active'),
      ...[numbers('agent', (row) => row.agent), numbers('weight', (row) => row.weight)],
      numbers('exposure', (row) => row.exposure),
      ...sides('income', ({ income }, side) => income[side]),
      ...sides('fte', () => 1),
      ...sides('sales', ({ sales }, side) => sales[side][0] + sales[side][1]),
      ...sides('sales_feed', ({ sales }, side) => sales[side][0]),
      ...sides('sales_shop', ({ sales }, side) => sales[side][1]),
    ],
  }
}

const table = tableOf(ROWS)
const pair = {
  input: {
    ...{ size: { sellers: 4 }, policies: [] },
    tables: { venues: [{ name: 'feed' }, { name: 'shop' }] },
  },
  before: {
    rows: { sellers: 0, creators: 8 },
    plan: { exposed: [0], fork: 28, spans: [{ name: MONTH, from: 28, to: 58 }] },
  },
} as unknown as Pair

const ask = (asked: Partial<AgentsAsked>) =>
  agentsAnswer(pair, table, {
    ...{ kind: 'agents', take: 'median', of: 'income', in: 'percent', window: MONTH, among: {} },
    ...asked,
  })

describe('a weighted median', () => {
  it('is where half of the weight is reached, and between two where it is reached exactly', () => {
    const of = (...pairs: [number, number][]) =>
      weightedMedian(pairs.map(([weight, change]) => ({ weight, change })))
    expect(of([1, 5], [1, -3], [1, 2])).toBe(2)
    expect(of([1, 10], [3, 0])).toBe(0)
    expect(of([2, 10], [2, 0])).toBe(5)
    expect(of([0, 10], [1, 4])).toBe(4)
    expect(of()).toBeNaN()
  })
})

describe('agents of a fact', () => {
  it('are members of their kind, weighed by how many they stand for, without who came later', () => {
    // -60 (10), -20 (20), +10 (30): half of 60 is reached exactly at -20.
    expect(ask({ among: { kind: 'producer' } })).toMatchObject({ value: -5, none: 0, agents: 3 })
  })

  it('are chosen by exposure, category and what they did before', () => {
    expect(ask({ among: { exposure: 'over 50 %', kind: 'producer' } }).value).toBe(-20)
    expect(ask({ among: { category: 'craft' } }).value).toBeCloseTo(10, 5)
    expect(ask({ in: 'difference', among: { status: 'idle' } })).toMatchObject({
      value: 5,
      agents: 1,
    })
    expect(ask({ among: { kind: 'trader' } })).toMatchObject({ agents: 0, value: Number.NaN })
  })

  it('without income before are in no percentage, and in differences', () => {
    expect(ask({ among: { kind: 'reseller' } }).agents).toBe(0)
    expect(ask({ in: 'difference', among: { kind: 'reseller' } }).agents).toBe(1)
  })

  it('whose income falls by more than a bound are a share of their weight', () => {
    const falls = (by: number) =>
      ask({ take: 'share', beyond: { falls: true, by }, among: { kind: 'producer' } }).value
    expect(falls(10)).toBeCloseTo(100 * (30 / 60), 10)
    expect(falls(20)).toBeCloseTo(100 * (10 / 60), 10)
    const rises = { take: 'share', beyond: { falls: false, by: 5 } } as const
    expect(ask({ ...rises, among: { kind: 'producer' } }).value).toBe(50)
    expect(ask({ ...rises, among: { kind: 'producer' } }).none).toBe(0)
  })

  it('add up to a total', () => {
    const sum = (10 * -60 + 20 * -20 + 30 * 10) / (60 * 100)
    const total = ask({ take: 'total', among: { kind: 'producer' } })
    expect(total.value).toBeCloseTo(100 * sum, 10)
    const sold = ask({
      take: 'total',
      of: 'sales',
      venue: 'shop',
      in: 'difference',
      among: { kind: 'producer' },
    })
    expect(sold.value).toBe(10 * 20 + 20 * 40 + 30 * 20)
  })
})

describe('agents under proportional reallocation', () => {
  // Of firms' sales the feed has 900 + 1200 = 2100 of 1000 + 2000 + 3000 = 6000: 35 %.
  const kept = (share: number) => 100 * ((1 - share) / 0.65 - 1)

  it('keep their sales elsewhere, which grow as those of all do', () => {
    const of = (among: AgentsAsked['among']) => ask({ of: 'sales', among }).proportional
    // Weights 10 and 20: the median of two is the heavier one.
    expect(of({ kind: 'producer', exposure: 'over 50 %' })).toBeCloseTo(kept(0.6), 4)
    expect(of({ category: 'craft' })).toBeCloseTo(kept(0), 4)
  })

  it('sell nothing where it is closed and 1 / (1 - s) as much elsewhere', () => {
    const at = (venue: string) =>
      ask({ take: 'total', of: 'sales', venue, among: { kind: 'producer' } }).proportional
    expect(at('feed')).toBeCloseTo(-100, 6)
    expect(at('shop')).toBeCloseTo(100 * (1 / 0.65 - 1), 4)
  })

  it('buy as much as before, all of it where it is open', () => {
    const buys = (venue?: string) =>
      ask({ take: 'total', of: 'sales', among: { kind: 'household' }, ...(venue ? { venue } : {}) })
    expect(buys().proportional).toBeCloseTo(0, 6)
    expect(buys('shop').proportional).toBeCloseTo(100 * (4 / 6), 4)
  })

  it('are as without the policy in a window before it', () => {
    const early = { ...pair, before: { ...pair.before, plan: { ...pair.before.plan, fork: 58 } } }
    const asked = {
      kind: 'agents',
      take: 'median',
      of: 'sales',
      in: 'percent',
      window: MONTH,
    } as const
    expect(agentsAnswer(early as Pair, table, { ...asked, among: {} }).proportional).toBeCloseTo(
      0,
      6,
    )
  })
})
