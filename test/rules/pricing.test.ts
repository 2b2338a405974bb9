import { describe, expect, it } from 'vitest'
import { classes, listings, markets, sellers } from '../../src/market/populations/index.ts'
import { marketShares } from '../../src/market/rules/prices/market-shares.ts'
import { percentageOverCost, pricing } from '../../src/market/rules/prices/pricing.ts'
import { firms, venues } from '../../src/market/tables/index.ts'
import { type Bench, bench, textbook, tuned } from './bench.ts'

const ALPHA = 0.04
const REVIEWED = { reviews: 1, adjustment: 1 }

/** Prices after reviews at which every week had these orders out of 100 occasions. */
function reviewed(name: string, sold: readonly number[], ...set: string[]): number[] {
  const desk = bench(tuned(textbook(name, ...set), 'pricing', REVIEWED))
  observe(desk, sold)
  for (let week = 0; week < 40; week++) review(desk)
  return [...desk.of(listings.price)]
}

function observe(desk: Bench, sold: readonly number[]): void {
  desk.of(listings.soldWeek).set(sold)
  desk.of(markets.plannedWeek).fill(100)
  desk.of(markets.byNestWeek).fill(sold.reduce((sum, one) => sum + one, 0))
}

/** Day 7, on which the share is that of the first week. */
function review(desk: Bench): void {
  desk.step(marketShares, 7)
  desk.step(pricing, 7)
}

describe('pricing', () => {
  it('starts a small firm at lambda / alpha above its cost', () => {
    const desk = bench(textbook('three-sellers-nested'))
    desk.of(listings.markup).fill(0)
    desk.step(pricing, 0)
    expect([...desk.of(listings.markup)]).toEqual([12.5, 12.5, 12.5])
    expect([...desk.of(listings.price)]).toEqual([62.5, 60.5, 52.5])
  })

  it('keeps a small firm at lambda / alpha', () => {
    const prices = reviewed('three-sellers', [0.5, 0, 0], 'rules.pricing.large-share=0.01')
    expect(prices[0]).toBeCloseTo(50 + 1 / ALPHA, 4)
  })

  it('charges 1 / (alpha (1 - s)) in plain logit', () => {
    const prices = reviewed('three-sellers', [30, 20, 10])
    ;[0.3, 0.2, 0.1].forEach((share, seller) => {
      expect(prices[seller]).toBeCloseTo([50, 48, 40][seller] + 1 / (ALPHA * (1 - share)), 4)
    })
  })

  it('minds its share within the nest', () => {
    const [price] = reviewed('three-sellers-nested', [30, 20, 10])
    const markup = 1 / (ALPHA * (2 - (30 / 60) * 1 - 0.3))
    expect(price).toBeCloseTo(50 + markup, 4)
  })

  it('minds the sales of what has the same owner', () => {
    const prices = reviewed('three-sellers-merged', [30, 20, 10])
    expect(prices[0]).toBeCloseTo(50 + 1 / (ALPHA * 0.5), 4)
    expect(prices[1]).toBeCloseTo(48 + 1 / (ALPHA * 0.5), 4)
    expect(prices[2]).toBeCloseTo(40 + 1 / (ALPHA * 0.9), 4)
  })

  it('adds a fixed percentage to unit cost where sellers price at cost plus', () => {
    // A small firm's mark-up of 25 is a quarter of a mean price of 100: a third of the cost of 75.
    const set = ['rules.pricing.cost-plus=true', 'categories.goods.mean-price=100 kRp']
    for (const sold of [
      [30, 20, 10],
      [90, 5, 0],
    ]) {
      const prices = reviewed('three-sellers-fee', sold, ...set)
      ;[50, 48, 40].forEach((cost, seller) => {
        expect(prices[seller]).toBeCloseTo(cost / (1 - 0.043) + cost / 3, 4)
      })
    }
    const [dearer] = reviewed('three-sellers', [30, 20, 10], ...set, 'sellers.Ani.cost=60 kRp')
    expect(dearer).toBeCloseTo(80, 4)
    expect(percentageOverCost(0.25, 0.9)).toBeCloseTo(1 / 3, 12)
    expect(percentageOverCost(7, 0.9)).toBeCloseTo(9, 12)
  })

  it('passes a commission on the price through to the cost', () => {
    const [price] = reviewed('three-sellers-fee', [30, 20, 10])
    expect(price).toBeCloseTo(50 / (1 - 0.043) + 1 / (ALPHA * 0.7), 4)
  })

  it('bears a flat fee of an order as it bears cost, exactly', () => {
    const dear = reviewed('three-sellers-fee', [30, 20, 10], 'sellers.Ani.cost=53 kRp')
    const charged = reviewed('three-sellers-fee', [30, 20, 10], 'venues.market.flat-fee=3 kRp')
    expect(charged[0]).toBe(dear[0])
    expect(charged[0]).toBeCloseTo(53 / (1 - 0.043) + 1 / (ALPHA * 0.7), 4)
  })

  it('holds what creators are expected to be paid, where and as far as they are', () => {
    const desk = bench(tuned(textbook('three-sellers-fee'), 'pricing', REVIEWED))
    observe(desk, [30, 20, 10])
    desk.of(sellers.creatorCommission).fill(0.1)
    desk.of(listings.commissioned).set([0.3, 0, 1])
    for (let week = 0; week < 40; week++) review(desk)
    ;[
      [50, 0.03, 0.3],
      [48, 0, 0.2],
      [40, 0.1, 0.1],
    ].forEach(([cost, creators, share], seller) => {
      const markup = 1 / (ALPHA * (1 - share))
      expect(desk.of(listings.price)[seller]).toBeCloseTo(cost / (1 - 0.043 - creators) + markup, 4)
    })
  })

  it('lowers the mark-up by nu of it where all that is wanted lies twice in stock', () => {
    const set = { ...REVIEWED, inventoryPressure: 0.08 }
    const desk = bench(
      tuned(textbook('three-sellers', 'rules.pricing.large-share=1'), 'pricing', set),
    )
    observe(desk, [30, 20, 10])
    desk.of(firms.unlimited)[0] = 0
    desk.of(firms.leadTime)[0] = 1
    desk.of(firms.safetyStock)[0] = 1
    desk.of(sellers.madeToOrder).fill(0)
    desk.of(sellers.expected).fill(10)
    // Twice, as much as, and half of what is wanted for two weeks.
    desk.of(sellers.stock).set([40, 20, 10])
    desk.of(listings.markup).fill(30)
    review(desk)
    ;[-1, 0, 0.5].forEach((glut, seller) => {
      expect(desk.of(listings.markup)[seller]).toBeCloseTo(1 / ALPHA + 0.08 * 30 * glut, 5)
    })
  })

  it('goes only a part of the way', () => {
    const desk = bench(
      tuned(textbook('three-sellers'), 'pricing', { ...REVIEWED, adjustment: 0.4 }),
    )
    observe(desk, [30, 20, 10])
    desk.of(listings.markup).fill(10)
    review(desk)
    const aim = 1 / (ALPHA * 0.7)
    expect(desk.of(listings.markup)[0]).toBeCloseTo(10 + 0.4 * 0.7 * (aim - 10), 4)
  })

  it('goes as large a part of the way near its aim, whatever its share', () => {
    const desk = bench(tuned(textbook('three-sellers'), 'pricing', { reviews: 1, adjustment: 0.4 }))
    for (const share of [0.001, 0.3, 0.9, 0.99]) {
      // Buyers who answer: the logit share at a mark-up just off the best one, x = alpha mu = 1 / (1 - s).
      const best = 1 / (1 - share)
      const off = 0.01
      const odds = (share / (1 - share)) * Math.exp(-off)
      desk.of(listings.markup).fill((best + off) / ALPHA)
      observe(
        desk,
        [(100 * odds) / (1 + odds), 0, 0].map((sold) => 1e6 * sold),
      )
      desk.of(markets.plannedWeek).fill(1e8)
      review(desk)
      const left = (desk.of(listings.markup)[0] * ALPHA - best) / off
      expect(Math.abs(left - 0.6), `share ${share}`).toBeLessThan(0.01)
    }
  })

  it('cuts the mark-up where a venue is announced to close', () => {
    const desk = bench(textbook('three-sellers'))
    desk.of(listings.markup).fill(20)
    desk.of(venues.closing).fill(1)
    desk.step(pricing, 0)
    expect([...desk.of(listings.price)]).toEqual([64, 62, 54])
    expect([...desk.of(listings.markup)]).toEqual([20, 20, 20])
  })

  it('leaves a fixed price alone', () => {
    const desk = bench(tuned(textbook('identical-sellers'), 'pricing', REVIEWED))
    observe(
      desk,
      Array.from({ length: 10 }, () => 7),
    )
    review(desk)
    expect(new Set(desk.of(listings.price))).toEqual(new Set([75]))
  })

  it('leaves closed shops alone', () => {
    const desk = bench(textbook('three-sellers'))
    const before = [...desk.of(listings.price)]
    desk.of(listings.open)[1] = 0
    desk.of(sellers.unitCost).fill(500)
    desk.step(pricing, 0)
    const after = [...desk.of(listings.price)]
    expect(after[1]).toBe(before[1])
    expect(after[0]).toBeGreaterThan(500)
  })

  it('stays above cost even for one who has the whole market', () => {
    const desk = bench(tuned(textbook('three-sellers'), 'pricing', REVIEWED))
    observe(desk, [500, 0, 0])
    review(desk)
    expect(desk.of(listings.price)[0]).toBeGreaterThan(50)
    expect(desk.of(classes.sensitivity)[2]).toBeCloseTo(ALPHA, 12)
  })
})
