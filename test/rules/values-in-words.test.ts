/** What a value of the state is called, for those who look into a run. */
import { describe, expect, it } from 'vitest'
import { isDecision, valueIn } from '../../src/market/index.ts'
import {
  buyers,
  creators,
  listings,
  lists,
  occasions,
  sellers,
  slots,
  today,
} from '../../src/market/populations/index.ts'
import { nests, venues } from '../../src/market/tables/index.ts'
import { textbook, village } from './bench.ts'

const input = village()

describe('a value in words', () => {
  const told: [string, Parameters<typeof valueIn>[1], number, string][] = [
    ['a flag', listings.open, 1, 'yes'],
    ['a flag that is not set', listings.open, 0, 'no'],
    ['a flag among numbers', today.solving, 1, 'yes'],
    ['a state', sellers.state, 1, 'idle'],
    ['a source', sellers.source, 1, 'imported'],
    ['a class', sellers.firmClass, 2, 'offline'],
    ['an employment', buyers.status, 2, 'without work'],
    ['a kind', sellers.kind, 2, 'importer'],
    ['a region', buyers.region, 1, 'there'],
    ['an income class', buyers.incomeClass, 4, 'richest fifth'],
    ['a pool', buyers.pool, 11 + 9, 'courier, there'],
    ['a venue, counted from 1', creators.venue, 2, 'shop'],
    ['no venue', creators.venue, 0, 'none'],
    ['a route', occasions.route, 1, 'stream'],
    ['no cluster', sellers.cluster, 0, 'none'],
    ['accounts', buyers.accounts, 0b101, 'stream, stalls'],
    ['accounts and a login', buyers.accounts, (1 << 31) | 1, 'stream, bit 31'],
    ['no account', buyers.accounts, 0, 'none'],
    ['a supplier', sellers.supplier, 12, 'seller 12'],
    ['no supplier', sellers.supplier, -1, 'none'],
    ['a listing', occasions.listing, 3 * 7 + 1, 'seller 7, at shop'],
    ['a listing, counted from 1', slots.twinListing, 3 * 7 + 2, 'seller 7, at shop'],
    ['no listing', occasions.bought, -1, 'none'],
    ['goods shown', creators.shown, 3 * 4 + 2, 'seller 4, by stalls'],
    ['a level', buyers.activity, 3, 'level 3'],
    ['a list', lists.category, 1, 'pots'],
    ['a reference of a table', venues.nest, 1, 'street'],
    ['weeks', sellers.brokeWeeks, 3, '3 weeks'],
    ['a price', listings.price, 12.5, '12.5 kRp'],
    ['a share', nests.dissimilarity, 0.25, '0.25'],
  ]

  it.each(told)('%s', (_, column, value, words) => {
    expect(valueIn(input, column, value)).toBe(words)
  })

  it('names sellers that a scenario lists', () => {
    const market = textbook('three-sellers')
    const [first] = market.tables.sellers
    expect(valueIn(market, sellers.owner, 0)).toBe(first.name)
  })
})

it('what agents decide is known from its declaration', () => {
  expect([listings.open, sellers.state, creators.hours, occasions.route].every(isDecision)).toBe(
    true,
  )
  expect([sellers.category, sellers.cash, today.solving].some(isDecision)).toBe(false)
})
