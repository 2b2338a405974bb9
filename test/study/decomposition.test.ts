import { describe, expect, it, vi } from 'vitest'
import { createMarket, TABLES } from '../../src/market/index.ts'
import {
  answer,
  armsOf,
  contributions,
  effects,
  inThisThread,
  mechanismsOf,
  POLICY_PARTS,
  type Question,
  WHOLE,
  worldWith,
} from '../../src/study/index.ts'
import { cell, runOf } from './synthetic.ts'
import { tiny } from './tiny.ts'

// Processes and threads take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const here = inThisThread({
  open: (input, seed, from) => createMarket(input, seed, from ? { from } : {}),
})

const { baseline, policies, seed } = tiny()
const early = policies[1]
const WINDOW = { name: 'in effect', from: 19, to: 45 }

/** The early closure, with the worlds that explain it. */
const why = (runs: number): Question => ({
  baseline,
  policies: [early],
  aside: armsOf(baseline, early),
  seed,
  runs,
})

describe('mechanisms', () => {
  it('are named by fields that exist', () => {
    const known = TABLES.flatMap(({ name, fields }) => [
      name,
      ...Object.keys(fields).map((field) => `${name}.${field}`),
    ])
    for (const { sets } of POLICY_PARTS) for (const one of sets) expect(known).toContain(one)
  })

  it('of a closure are its routes for plans and impulses, and the answers of the market', () => {
    const all = ['route', 'impulse', 'sourcing', 'income']
    expect(mechanismsOf(baseline.input, early.input)).toEqual(all)
    // Sixteen sets; that of all is the policy, and that of both answers the baseline.
    expect(armsOf(baseline, early)).toHaveLength(14)
    expect(mechanismsOf(baseline.input, baseline.input)).toEqual(['sourcing', 'income'])
  })

  it('of a fee are the fee and the answers', () => {
    const fee = { table: 'venues', row: 0, field: 'commission', at: 0, linear: false } as const
    const input = { ...baseline.input, courses: [{ ...fee, points: [[10, 0.1]] as const }] }
    expect(mechanismsOf({ ...baseline.input, courses: [] }, input)).toEqual([
      'fees',
      'sourcing',
      'income',
    ])
  })

  it('all at work are the policy to the bit, and none is the baseline but for its answers', () => {
    const hash = (input: typeof early.input) => {
      const market = createMarket(input, 'x')
      market.run(30)
      return market.stateHash()
    }
    const all = mechanismsOf(baseline.input, early.input)
    expect(hash(worldWith(baseline.input, early.input, all))).toBe(hash(early.input))
    const answers = ['sourcing', 'income']
    expect(hash(worldWith(baseline.input, early.input, answers))).toBe(hash(baseline.input))
  })

  it('tell plans and impulses apart', () => {
    const sales = (active: string[]) => {
      const input = worldWith(baseline.input, early.input, [...active, 'sourcing', 'income'])
      const market = createMarket(input, 'x')
      market.run(40)
      const cell = market.cells.findIndex(
        ({ measure, venue, category }) =>
          measure === 'sales' && venue === 'tiktok-shop' && category === 'all',
      )
      let sum = 0
      for (let day = 20; day < 40; day++) sum += market.values[day * market.cells.length + cell]
      return sum
    }
    const [open, noPlans, noImpulses, shut] = [
      [],
      ['route'],
      ['impulse'],
      ['route', 'impulse'],
    ].map(sales)
    expect(shut).toBe(0)
    for (const part of [noPlans, noImpulses]) {
      expect(part).toBeGreaterThan(0)
      expect(part).toBeLessThan(open)
    }
  })
})

describe('contributions of known worth', () => {
  const of = (table: string, field: string) =>
    ({ table, row: 0, field, at: 0, points: [[10, 0.1]], linear: false }) as const
  const plain = { ...baseline.input, courses: [], policies: [] }
  const moving = (...fields: [string, string][]) => ({
    scenario: 'policy',
    input: { ...plain, courses: fields.map(([table, field]) => of(table, field)) },
    fork: 10,
  })
  const few = moving(['routes', 'open'])
  const many = moving(
    ['routes', 'open'],
    ['venues', 'owner'],
    ['venues', 'commission'],
    ['venues', 'rankLocal'],
    ['border', 'extraDuty'],
    ['firms', 'wage'],
  )
  const base = { scenario: 'base', input: plain }
  const WORTH: Record<string, number> = {
    ...{ route: 2, impulse: 3, ownership: 5, fees: 7, ranking: 11, border: 13, rest: 17 },
    ...{ sourcing: 100, income: 200 },
  }
  /** Everything is worth its number; route and impulse 10 more together, route and income 4. */
  const levelOf = (active: readonly string[]) => {
    let level = 1000
    for (const name of active) level += WORTH[name]
    if (active.includes('route') && active.includes('impulse')) level += 10
    if (active.includes('route') && active.includes('income')) level += 4
    return level
  }

  it.each([
    ['of four', few],
    ['of nine', many],
  ])('%s are found, with what two do together shared between them', (_, policy) => {
    const mechanisms = mechanismsOf(base.input, policy.input)
    const world = (scenario: string, active: readonly string[]) =>
      runOf(scenario, 1, [cell('umkm jobs')], [[levelOf(active)]])
    const aside = armsOf(base, policy).map(({ scenario }) =>
      world(scenario, scenario.slice('policy with '.length).split('+').filter(Boolean)),
    )
    const results = [
      world(
        'base',
        mechanisms.filter((name) => name === 'sourcing' || name === 'income'),
      ),
      world('policy', mechanisms),
    ]
    const found = contributions(base, policy, results, aside, { name: 'day', from: 0, to: 1 })
    const worth = Object.fromEntries(found.map(({ mechanism, value }) => [mechanism, value.mean]))
    // An answer by itself is worth nothing: it is in both worlds.
    const expected: Record<string, number> = { ...WORTH, sourcing: 0, income: 2 }
    expected.route += 5 + 2
    expected.impulse += 5
    let whole = 0
    for (const name of mechanisms) {
      expect(worth[name], name).toBeCloseTo(expected[name], 9)
      whole += expected[name]
    }
    expect(worth[WHOLE]).toBeCloseTo(whole, 9)
  })

  it('need few worlds where there are many mechanisms', () => {
    expect(mechanismsOf(base.input, many.input)).toHaveLength(9)
    expect(armsOf(base, many).length).toBeLessThan(80)
  })
})

describe('contributions', () => {
  let made: ReturnType<typeof answer> | undefined
  /** Three runs of all its worlds, made once. */
  const threeRuns = () => {
    made ??= answer(why(3), here)
    return made
  }

  it('add up to the effect, with intervals over runs', async () => {
    const { results, aside } = await threeRuns()
    expect(aside).toHaveLength(3 * 14)
    expect(results.map(({ scenario }) => scenario)).not.toContain(aside[0].scenario)
    const found = contributions(baseline, early, results, aside, WINDOW)
    const of = (name: string) => results.filter(({ scenario }) => scenario === name)
    for (const [measure, group] of [
      ['umkm jobs', 'all'],
      ['sales', 'producer'],
      ['import share', 'all'],
    ]) {
      const rows = found.filter((row) => row.measure === measure && row.group === group)
      expect(rows.map(({ mechanism }) => mechanism)).toEqual([
        'route',
        'impulse',
        'sourcing',
        'income',
        WHOLE,
      ])
      const [effect] = effects(of('base'), of('early'), WINDOW).filter(
        (row) => row.measure === measure && row.group === group,
      )
      const whole = rows.at(-1)!.value
      expect(whole.mean).toBeCloseTo(effect.difference, 6)
      expect(whole.high).toBeCloseTo(effect.high, 6)
      const sum = rows.slice(0, -1).reduce((total, { value }) => total + value.mean, 0)
      expect(sum / whole.mean).toBeCloseTo(1, 9)
      for (const { value, runs } of rows) {
        expect(runs).toBe(3)
        expect(value.low).toBeLessThanOrEqual(value.mean)
      }
    }
    // Hardly anything of the first weeks comes round through incomes.
    const [route, impulse, , income] = found.map(({ value }) => Math.abs(value.mean))
    expect(income).toBeLessThan(Math.max(route, impulse))
  })

  it('leave out runs in which a world is missing', async () => {
    const { results, aside } = await threeRuns()
    const [row] = contributions(baseline, early, results, aside.slice(1), WINDOW)
    expect(row.runs).toBe(2)
  })
})
