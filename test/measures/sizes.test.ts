/** How large groups are: counted here from the columns, and told beside every number of a group. */
import { describe, expect, it } from 'vitest'
import { createMarket } from '../../src/market/index.ts'
import { FIFTHS, STATE, sellers } from '../../src/market/populations/index.ts'
import { groupsOf, levels, placeOf, sizeIn } from '../../src/study/index.ts'
import { small } from '../policies/small.ts'

const DAYS = 29
const input = { ...small(), days: DAYS }
const market = createMarket(input, 'sizes')
market.run(DAYS)
const LAST = { from: DAYS - 1, to: DAYS }
const read = (column: keyof typeof sellers) =>
  Array.from(market.world.view(sellers[column] as typeof sellers.weight))
const [kind, region, cluster, category, state, weight] = (
  ['kind', 'region', 'cluster', 'category', 'state', 'weight'] as const
).map(read)

/** Firms that have not left, of those for which `keeps`: simulated, and represented. */
function counted(keeps: (seller: number) => boolean) {
  const own = state.flatMap((now, seller) => (now < STATE.exited && keeps(seller) ? [seller] : []))
  return {
    agents: own.length,
    members: own.reduce((sum, seller) => sum + weight[seller], 0),
  }
}

const groups = groupsOf(market.cells)
const told = (measure: string, row: string) =>
  sizeIn([market], groups.find((group) => group.measure === measure && group.row === row)!, LAST)

describe('the size of a group', () => {
  it.each([
    ['kind', 'kinds', kind],
    ['region', 'regions', region],
    ['category', 'categories', category],
  ] as const)('is the firms that have not left, by %s', (_, table, of) => {
    for (const [row, { name }] of input.tables[table].entries()) {
      const { agents, members } = counted((seller) => of[seller] === row)
      const size = told('employment', name)
      expect(size.agents, name).toBe(agents)
      expect(size.members / members, name).toBeCloseTo(1, 9)
      expect(agents, name).toBeGreaterThan(0)
      if (table === 'kinds') expect(told('income', `${name} owner`)).toEqual(told('income', name))
    }
  })

  it('is that of a cluster where it is told by cluster', () => {
    for (const [row, { name }] of input.tables.clusters.entries())
      expect(told('umkm jobs', name).agents, name).toBe(
        counted((seller) => cluster[seller] === row + 1).agents,
      )
  })

  it('is of creators and of income classes those who were made', () => {
    expect(told('employment', 'creator').agents).toBe(input.size.creators)
    const classes = FIFTHS.map((row) => told('purchases', row).agents)
    expect(classes.reduce((sum, one) => sum + one, 0)).toBe(input.size.buyers)
    const people = FIFTHS.map((row) => told('consumer surplus', row).members)
    const { weight: stands } = input.tables.households[0].values
    expect(people.reduce((sum, one) => sum + one, 0)).toBeCloseTo(
      input.size.buyers * Number(stands),
      0,
    )
  })

  it('is none of the whole market, of a venue, an origin, couriers and platforms', () => {
    for (const [measure, row] of [
      ['umkm jobs', 'all'],
      ['sales', 'shopee'],
      ['sales', 'import'],
      ['employment', 'courier'],
      ['employment', 'platform'],
    ])
      expect(told(measure, row)).toEqual({ agents: Number.NaN, members: Number.NaN })
  })

  it('stands beside the rows of a group, and has no row of its own', () => {
    expect(placeOf(market, { name: 'agents' }, { kind: 'producer' })).toBeGreaterThan(0)
    expect(groups.map(({ measure }) => measure)).not.toContain('agents')
    const run = {
      ...market,
      scenario: 'base',
      run: 1,
      seed: 'sizes',
      start: input.start,
      days: DAYS,
    }
    const rows = levels([{ ...run, stateHash: '', milliseconds: 0 }], { name: 'last', ...LAST })
    const sized = rows.filter(({ agents = Number.NaN }) => Number.isFinite(agents))
    expect(new Set(sized.map(({ measure }) => measure)).size).toBeGreaterThan(8)
    for (const { measure, group, agents, low } of sized)
      expect([measure, group, agents! < 10 ? low : Number.NaN]).toEqual([
        measure,
        group,
        Number.NaN,
      ])
  })
})
