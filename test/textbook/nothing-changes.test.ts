/** T22, T23, T24: policies that are not there yet, policies without force, and a market without imports. */
import { describe, expect, it } from 'vitest'
import { dayOfDate } from '../../src/engine/index.ts'
import {
  createMarket,
  given,
  kinds,
  type Market,
  type MarketInput,
} from '../../src/market/index.ts'
import { KIND, POPULATIONS, STATE, sellers } from '../../src/market/populations/index.ts'
import { meanOf, placeOf } from '../../src/study/index.ts'
import { country } from './markets.ts'

const SIZE = { buyers: 2000, sellers: 300, creators: 30 }
const SLOW = { timeout: 60_000 }
const closure = (venue: string, more = '') => `policies:
  - closure: { venue: ${venue}, announced: 2022-07-20, effective: 2022-08-03T17:00+07:00${more} }`
const dayOf = (input: MarketInput, date: string) => dayOfDate(date) - dayOfDate(input.start)

/** Columns in which two states differ. */
function differences(one: Market, other: Market): string[] {
  const differ: string[] = []
  for (const population of POPULATIONS)
    for (const column of Object.values(population.columns)) {
      const [mine, theirs] = [one, other].map(({ world }) => world.view(column))
      if (mine.some((value, row) => !Object.is(value, theirs[row])))
        differ.push(`${population.name}.${column.name}`)
    }
  return differ
}

/** Values recorded until `day`, as bytes. */
const recorded = (market: Market, day: number) =>
  Buffer.from(market.values.buffer, 0, day * market.cells.length * 8)

describe('a policy to come (T22)', SLOW, () => {
  const baseline = country(SIZE)
  const announced = dayOf(baseline, '2022-07-20')
  const effective = dayOf(baseline, '2022-08-03')

  it.each([
    ['to be prepared for', '', announced],
    ['that nobody prepares for', ', anticipated: false', effective],
  ])('%s leaves every bit as it was until its first day', (_, more, first) => {
    const [before, after] = [baseline, country(SIZE, closure('tiktok-shop', more))].map((input) =>
      createMarket(input, 'to come'),
    )
    for (const market of [before, after]) market.run(first)
    expect(after.stateHash()).toBe(before.stateHash())
    expect(recorded(after, first).equals(recorded(before, first))).toBe(true)
    for (const market of [before, after]) market.run(first + 1)
    expect(after.stateHash()).not.toBe(before.stateHash())
    for (const market of [before, after]) market.run(effective + 7)
    const sold = after.cells.findIndex(
      ({ measure, venue }) => measure === 'sales' && venue === 'tiktok-shop',
    )
    const [open, shut] = [before, after].map(
      ({ values, cells }) => values[(effective + 6) * cells.length + sold],
    )
    expect(open).toBeGreaterThan(0)
    expect(shut).toBe(0)
  })
})

describe('a policy without force (T23)', SLOW, () => {
  it.each([
    ['a commission that is what it is', 'venues.shopee.commission.fashion', '3.5 %'],
    ['a duty of nothing', 'border.extra-duty', '0'],
    ['a rank for local goods of nothing', 'venues.shopee.rank-local', '0'],
    ['a subsidy that is what it is', 'venues.lazada.subsidy', '2 kRp'],
  ])('%s leaves every bit as it was', (_, of, value) => {
    const courses = `courses:\n  ${of}: { points: { 2022-07-16: ${value} } }`
    const [before, after] = [country(SIZE), country(SIZE, courses)].map((input) =>
      createMarket(input, 'null'),
    )
    for (const market of [before, after]) market.run(42)
    expect(after.stateHash()).toBe(before.stateHash())
    expect(recorded(after, 42).equals(recorded(before, 42))).toBe(true)
  })

  it('tells a commission that is moved from one that is not', () => {
    const courses =
      'courses:\n  venues.shopee.commission.fashion: { points: { 2022-07-16: 3.6 % } }'
    const [before, after] = [country(SIZE), country(SIZE, courses)].map((input) =>
      createMarket(input, 'null'),
    )
    for (const market of [before, after]) market.run(42)
    expect(differences(before, after).length).toBeGreaterThan(20)
  })

  it('the closure of a venue without users and sellers changes nothing but its own door', () => {
    const empty = `venues:
  empty: { nest: platforms, owner: nobody, platform: true, marketplace: true, accounts: 0, opening-online: -30, opening-offline: -30 }`
    const [before, after] = [
      country(SIZE, empty),
      country(SIZE, `${empty}\n${closure('empty', ', anticipated: false')}`),
    ].map((input) => createMarket(input, 'empty'))
    for (const market of [before, after]) market.run(60)
    expect(differences(before, after)).toEqual(['routes.open'])
    expect(recorded(after, 60).equals(recorded(before, 60))).toBe(true)
  })
})

describe('a market without imports (T24)', SLOW, () => {
  /** Mean of a recorded number over four weeks. */
  const late = (market: Market, measure: string, end = market.day) =>
    meanOf(market, placeOf(market, { name: measure }), { from: end - 28, to: end })

  it('sells no imports and pays no duty where there are no importers', () => {
    const input = country(
      SIZE,
      `kinds: { producer: { seller-share: 0.36 }, importer: { seller-share: 0 } }
categories:
${['fashion', 'craft', 'food', 'beauty', 'household', 'electronics'].map((name) => `  ${name}: { reseller-imports: 0, trader-imports: 0 }`).join('\n')}`,
    )
    const market = createMarket(input, 'no imports')
    market.run(84)
    for (let day = 0; day < 84; day++)
      for (const [at, { measure, origin, auxiliary, weight }] of market.cells.entries()) {
        if (auxiliary || !(/import|dut|abroad/.test(measure) || origin === 'import')) continue
        const valueAt = (cell: number) => market.values[day * market.cells.length + cell]
        // A share has no value where there is nothing that it could be a share of.
        const value = valueAt(at)
        expect(Number.isNaN(value) && weight !== undefined ? valueAt(weight) : value).toBe(0)
      }
    const [source, kind] = [sellers.source, sellers.kind].map((column) => market.world.view(column))
    expect(Array.from(kind)).not.toContain(KIND.importer)
    expect(Array.from(source).every((one) => one === 0)).toBe(true)
    expect(late(market, 'sales')).toBeGreaterThan(0)
  })

  it('is what imports of ruinous cost come to', () => {
    // Constants are not solved: they would hold imports at their share.
    const shares = [1, 100].map((dearer) => {
      const input = country(
        SIZE,
        '',
        'calendar.solve-until=2022-07-04',
        'rules.sourcing.reviews=0.5',
      )
      const rows = input.tables.categories.map((row) => ({
        ...row,
        values: { ...row.values, borderValue: dearer * Number(row.values.borderValue) },
      }))
      const market = createMarket(
        { ...input, tables: { ...input.tables, categories: rows } },
        'dear',
      )
      market.run(20 * 7)
      const [source, kind, state] = [sellers.source, sellers.kind, sellers.state].map((column) =>
        market.world.view(column),
      )
      const importing = Array.from(source).filter(
        (one, row) => one === 1 && kind[row] !== KIND.importer && state[row] === STATE.active,
      )
      return {
        importing: importing.length,
        early: late(market, 'import units share', 56),
        share: late(market, 'import units share'),
      }
    })
    expect(shares[0].importing).toBeGreaterThan(10)
    expect(shares[0].share).toBeGreaterThan(0.05)
    expect(shares[1].importing).toBe(0)
    // What is left was in stock on the first day and is being sold off.
    expect(shares[1].share).toBeLessThan(0.005)
    expect(shares[1].share).toBeLessThan(shares[1].early / 2)
  })

  it('of this country has importers otherwise', () => {
    expect(given(country(SIZE), kinds, KIND.importer, 'sellerShare')).toBeGreaterThan(0)
  })
})
