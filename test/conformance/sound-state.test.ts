import { describe, expect, it } from 'vitest'
import { createMarket, type Market, type MarketInput } from '../../src/market/index.ts'
import { POPULATIONS } from '../../src/market/populations/index.ts'
import { listings, sellers } from '../../src/market/populations/sellers.ts'
import { withOutside } from '../policies/modules.ts'
import { closing, country, SEED } from './country.ts'
import { faultsOf } from './faults.ts'
import { withoutNumber } from './numbers.ts'

const DAYS = 63

const cases: readonly [string, MarketInput][] = [
  ['the country', country(DAYS)],
  ['the country with a closure', closing(country(DAYS), 22, 31.708)],
  ['the country with policies from outside', withOutside(country(DAYS), 14)],
  ['the country without creators', country(DAYS, { set: ['size.creators=0'] })],
]

describe.each(cases)('every day of %s', (_, input) => {
  const faults: string[] = []
  const market = createMarket(input, SEED)
  market.run(input.days, (day) => {
    for (const fault of faultsOf(market.world)) faults.push(`day ${day}: ${fault}`)
  })

  it('has a sound state', () => {
    expect(faults.slice(0, 10)).toEqual([])
  })

  it('records a number where there is one', () => {
    expect(market.values.length).toBe(input.days * market.cells.length)
    expect(withoutNumber(market)).toEqual([])
  })

  it('sells something of every category', () => {
    for (const { name } of input.tables.categories)
      expect(total(market, 'sales', name), name).toBeGreaterThan(0)
  })
})

describe('the look at a state', () => {
  const market = createMarket(country(2), SEED)
  market.run(2)
  const fresh = () => faultsOf(market.world)

  it('finds nothing where nothing is wrong', () => {
    expect(fresh()).toEqual([])
  })

  it('finds what is no number in every floating column', () => {
    for (const { columns } of POPULATIONS)
      for (const column of Object.values(columns)) {
        const view = market.world.view(column)
        if (!column.storage.startsWith('f') || view.length === 0) continue
        const kept = view[view.length - 1]
        view[view.length - 1] = Number.NaN
        expect(fresh(), column.name).not.toEqual([])
        view[view.length - 1] = kept
      }
  }, 60_000)

  it('finds a stock below zero and a price of nothing', () => {
    const stock = market.world.view(sellers.stock)
    stock[3] -= 1e9
    expect(fresh()).toEqual([expect.stringContaining('sellers.stock')])
    stock[3] += 1e9
    const open = market.world.view(listings.open)
    const price = market.world.view(listings.price)
    const listing = open.indexOf(1)
    price[listing] = 0
    expect(fresh()).toEqual([expect.stringContaining('listings.price')])
  })
})

function total({ cells, values }: Market, measure: string, category: string): number {
  const at = cells.findIndex((cell) => cell.measure === measure && cell.category === category)
  let sum = 0
  for (let day = 0; day * cells.length < values.length; day++)
    sum += values[day * cells.length + at]
  return sum
}
