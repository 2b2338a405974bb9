import { describe, expect, it, vi } from 'vitest'
import { hashWorld, type Rule } from '../../src/engine/index.ts'
import { createMarket } from '../../src/market/index.ts'
import { withOutside } from '../policies/modules.ts'
import { closing, country, ran, SEED } from './country.ts'
import { oneByOne } from './one-by-one.ts'

const DAYS = 40
const input = withOutside(closing(country(DAYS), 22, 31.5), 14)
const straight = ran(input)
const hash = straight.stateHash()

describe('a run is the same to the bit', () => {
  it('when it is repeated', () => {
    const again = ran(input)
    expect(again.stateHash()).toBe(hash)
    expect(again.values).toEqual(straight.values)
  })

  it.each([1, 2, 7, 1000, 1e6])('in slices of %d rows', (slice) => {
    const sliced = ran(input, { slice, record: false })
    expect(sliced.stateHash()).toBe(hash)
  })

  it('in slices that are stepped from the last to the first', () => {
    const { world, rules, due, step } = oneByOne(input, SEED)
    const turned = rules.map(backwards)
    for (let day = 0; day < DAYS; day++)
      for (const rule of turned) if (due(rule, day)) step(rule, day)
    expect(hashWorld(world)).toBe(hash)
  })

  it('whether or not it is recorded', () => {
    expect(ran(input, { record: false }).stateHash()).toBe(hash)
  })

  it('with and without a clock', () => {
    let now = 0
    const timed = ran(input, { clock: () => now++ })
    expect(timed.stateHash()).toBe(hash)
    expect(Math.min(...Object.values(timed.spent))).toBeGreaterThan(0)
  })

  it('when its progress is told', () => {
    const days: number[] = []
    const told = createMarket(input, SEED)
    told.run(DAYS, (day) => days.push(day))
    expect(told.stateHash()).toBe(hash)
    expect(days).toEqual(Array.from({ length: DAYS }, (_, day) => day))
  })

  it('where the platform has no memory that threads can share', () => {
    vi.stubGlobal('SharedArrayBuffer', undefined)
    try {
      const alone = ran(input)
      const from = ran(input, {}, SEED, 20).snapshot()
      expect(alone.world.buffer).toBeInstanceOf(ArrayBuffer)
      expect(alone.stateHash()).toBe(hash)
      expect(alone.values).toEqual(straight.values)
      expect(ran(input, { from }).stateHash()).toBe(hash)
    } finally {
      vi.unstubAllGlobals()
    }
  })

  it('when it stops and goes on', () => {
    const market = createMarket(input, SEED)
    for (const day of [1, 7, 8, 20, DAYS]) market.run(day)
    expect(market.stateHash()).toBe(hash)
    expect(market.values).toEqual(straight.values)
  })

  it.each([7, 20])('when it goes on from a snapshot of day %d', (day) => {
    const from = ran(input, {}, SEED, day).snapshot()
    expect(from.day).toBe(day)
    const market = ran(input, { from })
    expect(market.stateHash()).toBe(hash)
    expect(market.values).toEqual(straight.values)
  })

  it('for every market that goes on from one snapshot', () => {
    const from = ran(input, {}, SEED, 20).snapshot()
    ran(input, { from })
    expect(ran(input, { from }).stateHash()).toBe(hash)
  })

  it('whatever its horizon', () => {
    const longer = ran({ ...input, days: DAYS + 30 }, {}, SEED, DAYS)
    const width = straight.cells.length
    expect(longer.values.slice(0, DAYS * width)).toEqual(straight.values)
  })
})

describe('a run differs', () => {
  it('with another seed', () => {
    const hashes = ['pasar/1', 'pasar/2', 'pasar', '', '1'].map((seed) =>
      ran(input, { record: false }, seed, 8).stateHash(),
    )
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  it('from the day of a policy on, and not before', () => {
    const open = country(DAYS)
    const untouched = ran(open)
    const straight = ran(closing(open, 22, 31.5))
    const width = straight.cells.length
    const announced = 22 // a Tuesday: what is reviewed on Mondays answers on day 28
    expect(straight.values.slice(0, announced * width)).toEqual(
      untouched.values.slice(0, announced * width),
    )
    expect(straight.values.slice(28 * width)).not.toEqual(untouched.values.slice(28 * width))
  })

  it('in nothing at all where a policy has no strength', () => {
    const open = country(DAYS)
    const late = closing(open, DAYS + 1, DAYS + 2)
    expect(ran(late).stateHash()).toBe(ran(open).stateHash())
  })
})

/** A rule that steps its slices from the last to the first, one row at a time where it has no size of its own. */
function backwards(rule: Rule): Rule {
  if (rule.whole) return rule
  const slice = rule.slice ?? 1
  return {
    ...rule,
    step(columns, parameters, context) {
      for (let nth = Math.ceil(context.to / slice) - 1; nth >= 0; nth--) {
        const [from, to] = [nth * slice, Math.min(context.to, (nth + 1) * slice)]
        rule.step(columns, parameters, { ...context, from, to })
      }
    },
  }
}
