/** What own labels earn their platform: of a week what its books take. */
import { beforeAll, describe, expect, it } from 'vitest'
import { createMarket, measures } from '../../src/market/index.ts'
import { FLOWS, feeds, ledger, SECTORS } from '../../src/market/populations/index.ts'
import { households } from '../../src/market/tables/index.ts'
import { mean, row, values } from '../policies/small.ts'
import { small } from '../seeds/small.ts'

const { ownLabelProfit } = measures.ownLabels
const WEEKS = 26
const VENUE = 'tiktok-shop'

describe('the profit of own labels', { timeout: 120_000 }, () => {
  const copying = [
    'policies.copycat.effective=2022-08-29',
    'policies.copycat.copies=1',
    'size.sellers=1200',
  ]
  const input = small('policies/project-s', WEEKS * 7 + 1, ...copying)
  const market = createMarket(input, 'labels')
  const week = (at = {}) => 7 * mean(market, ownLabelProfit.name, at, WEEKS * 7 - 7, WEEKS * 7)
  let [soFar, shop]: [number[], number] = [[], 0]
  beforeAll(() => {
    market.run(WEEKS * 7)
    soFar = values(market, feeds.labelIncome)
    shop = row(input, 'venues', VENUE)
    market.run(WEEKS * 7 + 1)
  })

  it('is none before a platform copies', () => {
    expect(mean(market, ownLabelProfit.name, {}, 0, 56)).toBe(0)
  })

  it('is by venue what the week came to', () => {
    const [C, W] = [input.tables.categories.length, values(market, households.orders)[0]]
    const earned = soFar.slice(shop * C, (shop + 1) * C).reduce((sum, one) => sum + one, 0)
    expect(Math.abs(earned)).toBeGreaterThan(0)
    expect(week({ venue: VENUE })).toBeCloseTo((earned * W) / 1000, 6)
    const others = input.tables.venues.filter(({ name }) => name !== VENUE)
    for (const { name } of others) expect(week({ venue: name })).toBe(0)
  })

  it('is in all what the books of the week pay to platforms', () => {
    const cell = FLOWS.indexOf('own labels') * SECTORS.length + SECTORS.indexOf('platforms')
    const booked = values(market, ledger.amount)[cell] / 1000
    expect(booked).not.toBe(0)
    expect(week()).toBeCloseTo(booked, 6)
  })
})
