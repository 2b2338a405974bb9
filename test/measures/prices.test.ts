/** The price index of a fixed basket, worked by hand in a village of which four listings sell. */
import { describe, expect, it } from 'vitest'
import type { At } from '../../src/market/index.ts'
import { measures } from '../../src/market/index.ts'
import { listings, STATE, sellers, today } from '../../src/market/populations/index.ts'
import { basket } from '../../src/market/rules/trade/basket.ts'
import { routes } from '../../src/market/tables/index.ts'
import { CLOSED, closed, dayOf, mean, run, small } from '../policies/small.ts'
import { bench, rowsWhere, village } from '../rules/bench.ts'

const { priceIndex } = measures.prices
const VENUES = ['stream', 'shop', 'stalls'] as const
const FULL = 28

function tinyWorld() {
  const input = { ...village(), solveUntil: 0 }
  const b = bench(input)
  const [open, price, sold] = [listings.open, listings.price, listings.sold].map(b.of)
  for (const column of [open, price, sold]) column.fill(0)
  const category = b.of(sellers.category)
  const [weaver, tailor] = rowsWhere(input.size.sellers, (row) => category[row] === 0)
  const [potter] = rowsWhere(input.size.sellers, (row) => category[row] === 1)
  const at = (seller: number, venue: (typeof VENUES)[number]) =>
    seller * VENUES.length + VENUES.indexOf(venue)
  const goods = {
    weaverOnStream: at(weaver, 'stream'),
    weaverInShop: at(weaver, 'shop'),
    tailorAtStall: at(tailor, 'stalls'),
    potterInShop: at(potter, 'shop'),
  }
  const offer = (listing: number, each: number, pieces = 0) => {
    open[listing] = 1
    price[listing] = each
    sold[listing] = pieces
  }
  const [w, s, t, p] = Object.values(goods)
  const fill = () => {
    offer(w, 20, 1)
    offer(s, 10, 3)
    offer(t, 30, 2)
    offer(p, 50, 2)
    b.step(basket, 0)
    sold.fill(0)
    for (let day = 1; day < FULL; day++) b.step(basket, day)
  }
  const { sums, take } = priceIndex.from.over(b.world, input)
  const index = (day = FULL, where: At = {}) => {
    b.of(today.elapsedYears)[0] = day / 365.25
    take()
    let found = Number.NaN
    if ('tell' in priceIndex && priceIndex.tell)
      priceIndex.tell(sums, (value, of = {}) => {
        if (JSON.stringify(of) === JSON.stringify(where)) found = value
      })
    return found
  }
  return { b, goods, fill, index, offer, seller: { weaver, tailor, potter } }
}

/** The basket cost 20 + 30 + 60 of cloth and 100 of pots; now 25 + 33 + 60 and 120. */
function dearer() {
  const world = tinyWorld()
  world.fill()
  const { weaverOnStream, weaverInShop, potterInShop } = world.goods
  world.offer(weaverOnStream, 25)
  world.offer(weaverInShop, 11)
  world.offer(potterInShop, 60)
  return world
}

describe('the price index', () => {
  it('is 100 while prices stand, and what the basket costs over what it cost', () => {
    const world = tinyWorld()
    world.fill()
    expect(world.index()).toBeCloseTo(100, 9)
    const { index } = dearer()
    expect(index()).toBeCloseTo((100 * (25 + 33 + 60 + 120)) / (20 + 30 + 60 + 100), 9)
    expect(index(FULL, { category: 'cloth' })).toBeCloseTo((100 * 118) / 110, 9)
    expect(index(FULL, { category: 'pots' })).toBeCloseTo(120, 9)
    expect(index(FULL, { venue: 'shop' })).toBeCloseTo((100 * (33 + 120)) / (30 + 100), 9)
  })

  it('does not move with what is bought, and not with what was not in the basket', () => {
    const { index, goods, offer, b, seller } = dearer()
    const was = index()
    offer(goods.potterInShop, 60, 1000)
    offer(seller.potter * VENUES.length + VENUES.indexOf('stalls'), 999, 1000)
    b.step(basket, FULL)
    expect(index()).toBe(was)
  })

  it('takes the change of its category for a venue that is shut', () => {
    const { index, b } = dearer()
    const to = b.of(routes.to)
    b.of(routes.open).forEach((_, route, open) => {
      if (to[route] === VENUES.indexOf('stream')) open[route] = 0
    })
    const cloth = (33 + 60) / (30 + 60)
    expect(index(FULL, { category: 'cloth' })).toBeCloseTo(100 * cloth, 9)
    expect(index()).toBeCloseTo((100 * (110 * cloth + 120)) / 210, 9)
    expect(index(FULL, { venue: 'stream' })).toBeNaN()
  })

  it('has no price of a shop that closed, a firm that left or the one that took its place', () => {
    const changes = [
      ({ b, goods }: ReturnType<typeof tinyWorld>) =>
        (b.of(listings.open)[goods.tailorAtStall] = 0),
      ({ b, seller }: ReturnType<typeof tinyWorld>) =>
        (b.of(sellers.state)[seller.tailor] = STATE.exited),
      ({ b, seller }: ReturnType<typeof tinyWorld>) => b.of(sellers.generation)[seller.tailor]++,
    ]
    for (const change of changes) {
      const world = dearer()
      change(world)
      world.b.of(listings.price)[world.goods.tailorAtStall] = 300
      expect(world.index(FULL, { category: 'cloth' })).toBeCloseTo((100 * (25 + 33)) / 50, 9)
    }
  })

  it('has no value before the basket is full', () => {
    const { index } = dearer()
    expect(index(FULL - 1)).toBeNaN()
    expect(index(FULL, { venue: 'stalls' })).toBeCloseTo(100, 9)
  })

  it('stands in the country where a venue closes and sales fall, and rises with what goods cost', () => {
    const shut = dayOf(closed(), CLOSED) + 1
    const of = (input: ReturnType<typeof small>, measure: string) =>
      mean(run(input, shut + 28), measure, {}, shut, shut + 28)
    const [open, without] = [small(), closed()].map((input) => of(input, priceIndex.name))
    expect(Math.abs(without / open - 1)).toBeLessThan(0.01)
    expect(of(closed(), 'sales')).toBeLessThan(of(small(), 'sales'))
    const taxed = small(
      `policies:\n  - duty: { effective: ${CLOSED}, extra: 100 %, enforcement: 1 }\n`,
    )
    expect(of(taxed, priceIndex.name)).toBeGreaterThan(1.01 * open)
  })
})
