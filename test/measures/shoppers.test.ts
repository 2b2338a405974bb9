/** What a shopper spends online, and what of it is new, counted by hand. */
import { describe, expect, it } from 'vitest'
import { createMarket, measures } from '../../src/market/index.ts'
import { blocks, buyers, listings, markets, occasions } from '../../src/market/populations/index.ts'
import { categories, households, venues } from '../../src/market/tables/index.ts'
import { meanOf, placeOf } from '../../src/study/index.ts'
import { oftener, small } from '../policies/small.ts'
import { sum, textbook } from '../rules/bench.ts'

const { onlineSpending, newOnline } = measures.shoppers

describe('online shoppers', () => {
  const DAY = 22
  const market = createMarket(oftener(small(), 10), 'shoppers')
  market.run(DAY)
  const { world } = market
  const at = (name: string) => meanOf(market, placeOf(market, { name }), { from: DAY - 1, to: DAY })
  const { venues: V, nests: N, regions: R, categories: C } = world.counts
  const online = (venue: number) => world.view(venues.online)[venue] > 0

  it('spend what is paid at venues that are online, over all who shop there', () => {
    const room = world.counts.occasions / world.counts.blocks
    let paid = 0
    world.view(blocks.occasions).forEach((found, block) => {
      for (let row = block * room; row < block * room + found; row++) {
        const bought = world.view(occasions.bought)[row]
        if (bought >= 0 && online(bought % V)) paid += world.view(listings.price)[bought]
      }
    })
    const people = sum(world.view(buyers.shopper))
    const each = (paid * world.view(households.orders)[0]) / people
    expect(paid).toBeGreaterThan(0)
    expect(at(onlineSpending.name)).toBeCloseTo(each / world.view(households.weight)[0], 6)
  })

  it('would save a part of what they buy there, as those do who do not', () => {
    const virtual = Array.from({ length: N }, (_, nest) =>
      Array.from({ length: V }, (_, venue) => venue).some(
        (venue) => world.view(venues.nest)[venue] === nest && online(venue),
      ),
    )
    expect(virtual.filter((one) => !one).length).toBeGreaterThan(0)
    let [added, all] = [0, 0]
    for (let category = 0; category < C; category++) {
      const total = (values: ArrayLike<number>, width: number, which: (at: number) => boolean) => {
        let all = 0
        for (let region = 0; region < R; region++)
          for (let nth = 0; nth < width; nth++)
            if (which(nth)) all += values[(category * R + region) * width + nth]
        return all
      }
      const by = (isOnline: boolean) =>
        total(world.view(markets.byNest), N, (nest) => virtual[nest] === isOnline)
      const saved = total(world.view(markets.saved), 1, () => true)
      const impulses = total(world.view(markets.impulse), V, () => true)
      const price = world.view(categories.meanPrice)[category]
      const kept = 1 - world.view(households.impulseDisplacement)[0]
      added += price * ((by(true) * saved) / (saved + by(false)) + impulses * kept)
      all += price * (by(true) + impulses)
    }
    expect(added).toBeGreaterThan(0)
    expect(at(newOnline.name)).toBeCloseTo(added / all, 9)
  })
})

describe('what is new online', () => {
  it('is what is saved once nothing is online any more: 0.35 of 0.65 where 0.35 save and 0.30 buy offline', () => {
    const online = ['T', 'S', 'K'].map((venue) => `venues.${venue}.online=true`)
    const market = createMarket(textbook('closure-nested', ...online), 'shoppers')
    market.run(7 * 10)
    const told = meanOf(market, placeOf(market, newOnline), { from: 0, to: 7 * 10 })
    // 20,000 buyers, 10 weeks: the error of such a share is below 0.004.
    expect(Math.abs(told - 0.35 / 0.65)).toBeLessThan(0.01)
  })
})
