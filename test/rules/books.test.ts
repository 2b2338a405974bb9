import { describe, expect, it } from 'vitest'
import type { Column } from '../../src/engine/index.ts'
import {
  blocks,
  creators,
  FLOWS,
  feeds,
  KIND,
  ledger,
  POOL,
  POOL_KINDS,
  pools,
  SECTORS,
  sectors,
  sellers,
} from '../../src/market/populations/index.ts'
import { books } from '../../src/market/rules/money/books.ts'
import {
  creator,
  government,
  households,
  programmes,
  regions,
  venues,
} from '../../src/market/tables/index.ts'
import { type Bench, bench, rowsWhere, village } from './bench.ts'

type Flow = (typeof FLOWS)[number]
type Sector = (typeof SECTORS)[number]

/** A village in which no money has moved yet; one seller stands for ten firms, one buyer for a hundred people. */
function office(): Bench {
  const desk = bench(village('venues.shop.courier=true'))
  desk.of(sellers.weight).fill(10)
  for (const weight of [households.weight, households.orders]) desk.of(weight)[0] = 100
  desk.of(creator.weight)[0] = 5
  return desk
}

/** What each sector received of a flow, of the sectors that did. */
function closed(desk: Bench, flow: Flow): Partial<Record<Sector, number>> {
  desk.step(books, 7)
  const row = FLOWS.indexOf(flow) * SECTORS.length
  const moved = SECTORS.map((sector, at) => [sector, desk.of(ledger.amount)[row + at]] as const)
  return Object.fromEntries(moved.filter(([, amount]) => amount !== 0))
}

const SECTOR = ['producers', 'resellers', 'importers', 'traders'] as const
const seller = (desk: Bench, kind: number) =>
  rowsWhere(desk.count.sellers, (row) => desk.of(sellers.kind)[row] === kind)[0]

describe('the books', () => {
  it('are empty where nothing happened', () => {
    const desk = office()
    for (const flow of FLOWS) expect(closed(desk, flow), flow).toEqual({})
  })

  it.each<[Flow, Column, number, Sector | undefined]>([
    ['fees', sellers.fees, -1, undefined],
    ['commissions', sellers.commissions, -1, undefined],
    ['own labels', sellers.labelProfit, -1, undefined],
    ['border payments', sellers.borderPayments, -1, 'rest of world'],
    ['duties', sellers.duties, -1, 'government'],
    ['materials, rent and operation', sellers.materials, -1, 'rest of economy'],
    ['materials, rent and operation', sellers.rentPaid, -1, 'rest of economy'],
    ['materials, rent and operation', sellers.liveCost, -1, 'rest of economy'],
    ['materials, rent and operation', sellers.handlingCost, -1, 'rest of economy'],
    ['taxes', sellers.salesTax, -1, 'government'],
    ['wages', sellers.wages, -1, undefined],
    ['draws', sellers.withdrawals, -1, undefined],
    ['founding and closing', sellers.capitalInjection, 1, 'rest of economy'],
    ['wholesale', sellers.wholesaleIncome, 1, undefined],
    ['wholesale', sellers.purchases, -1, undefined],
    ['purchases', sellers.revenue, 1, undefined],
    ['purchases', sellers.credit, -1, undefined],
  ])('book %s of every kind of firm, weighted: %o', (flow, column, sign, other) => {
    for (const kind of Object.values(KIND)) {
      const desk = office()
      desk.of(column)[seller(desk, kind)] = 7
      const expected = { [SECTOR[kind]]: sign * 70, ...(other ? { [other]: -sign * 70 } : {}) }
      expect(closed(desk, flow)).toEqual(expected)
    }
  })

  it('tell goods, delivery and subsidies of buyers apart', () => {
    const desk = office()
    desk.of(regions.delivery)[1] = 9
    desk.of(feeds.parcelsWeek)[1 * 2 + 1] = 4
    desk.of(feeds.subsidies)[0] = 3
    desk.of(blocks.spending)[0] = 200
    desk.of(sellers.revenue)[seller(desk, KIND.trader)] = (200 - 4 * 9 + 3) * 10
    expect(closed(desk, 'delivery')).toEqual({ households: -3600, logistics: 3600 })
    expect(closed(desk, 'subsidies')).toEqual({ households: 300, platforms: -300 })
    expect(closed(desk, 'purchases')).toEqual({ households: -16700, traders: 16700 })
  })

  it('give platforms their fees less the value added tax in them', () => {
    const desk = office()
    desk.of(government.vat)[0] = 0.11
    desk.of(feeds.feeIncome)[0] = 111
    expect(closed(desk, 'fees')).toEqual({ platforms: 11100 })
    const taxes = closed(desk, 'taxes')
    expect(taxes.platforms).toBeCloseTo(-1100, 9)
    expect(taxes.government).toBeCloseTo(1100, 9)
  })

  it('pay what couriers, platform staff and creators earn to households', () => {
    const desk = office()
    const bills: [number, Sector][] = [
      [POOL.courier, 'logistics'],
      [POOL.platform, 'platforms'],
      [POOL.creator, 'creators'],
    ]
    for (const [kind, payer] of bills) {
      desk.of(pools.bill).fill(0)
      desk.of(pools.bill)[POOL_KINDS.length + kind] = 500
      // In-market income of households is what they got in all.
      desk.of(blocks.income)[0] = 5
      const flow = kind === POOL.creator ? 'draws' : 'wages'
      expect(closed(desk, flow)).toEqual({ [payer]: -500, households: 500 })
    }
  })

  it('pay commissions to creators for whom one row stands', () => {
    const desk = office()
    desk.of(creators.income)[3] = 8
    expect(closed(desk, 'commissions')).toEqual({ creators: 40 })
  })

  it('let the state pay for its programmes', () => {
    const desk = office()
    desk.of(programmes.spent)[1] = 250
    expect(closed(desk, 'programmes')).toEqual({ government: -250, 'rest of economy': 250 })
  })

  it('move the deposits of sectors that are not kept agent by agent, and only those', () => {
    const desk = office()
    desk.of(sellers.borderPayments)[seller(desk, KIND.importer)] = 7
    desk.of(venues.operatingCost)[1] = 2
    desk.of(feeds.parcelsWeek)[1 * 2] = 1
    for (let week = 1; week <= 3; week++) desk.step(books, 7 * week)
    const held = Object.fromEntries(
      SECTORS.map((name, at) => [name, desk.of(sectors.deposits)[at]]).filter(
        ([, amount]) => amount !== 0,
      ),
    )
    expect(held).toEqual({ platforms: -600, 'rest of economy': 600, 'rest of world': 210 })
  })
})
