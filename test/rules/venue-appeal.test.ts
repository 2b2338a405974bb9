import { describe, expect, it } from 'vitest'
import { appeals, classes } from '../../src/market/populations/index.ts'
import { venueAppeal } from '../../src/market/rules/shopping/venue-appeal.ts'
import { nests, regions, routes, venues } from '../../src/market/tables/index.ts'
import { type Bench, bench, village } from './bench.ts'

const SHOP = 1

/** A village whose venues have their appeal, after a change of its tables. */
function changed(change: (desk: Bench) => void): Bench {
  const desk = bench(village())
  desk.of(venues.courier).fill(1)
  change(desk)
  desk.step(venueAppeal, 0)
  return desk
}

describe('the appeal of a venue', () => {
  const plain = changed(() => {})
  const { routes: A, classes: K, categories: C, regions: R } = plain.count

  /** What a route to a venue is worth more than in the plain village, in money of the class: -1 per kRp of cost. */
  function gains(desk: Bench, venue: number): number[] {
    const found: number[] = []
    for (let market = 0; market < C * R; market++)
      for (let incomeClass = 0; incomeClass < K; incomeClass++)
        for (let route = 0; route < A; route++) {
          if (plain.of(routes.to)[route] !== venue) continue
          const at = (market * K + incomeClass) * A + route
          const category = Math.floor(market / R)
          const alpha = plain.of(classes.sensitivity)[incomeClass * C + category]
          const lambda = plain.of(nests.dissimilarity)[plain.of(venues.nest)[venue]]
          const more = desk.of(appeals.utility)[at] - plain.of(appeals.utility)[at]
          found.push((more * lambda) / alpha)
        }
    return found
  }

  it('rises by a subsidy as by a lower price, at the venue that pays it', () => {
    const paid = changed((desk) => {
      desk.of(venues.subsidy)[SHOP] = 5
    })
    const all = gains(paid, SHOP)
    expect(all.length).toBeGreaterThan(0)
    for (const one of all) expect(one).toBeCloseTo(5, 3)
    for (const one of gains(paid, 0)) expect(one).toBeCloseTo(0, 9)
  })

  it('gets of subsidy and delivery the part of one piece of an order', () => {
    const [two, given, dearer] = [[], [venues.subsidy], [regions.delivery]].map((moved) =>
      changed((desk) => {
        desk.of(venues.pieces)[SHOP] = 2
        for (const column of moved)
          for (let row = 0; row < desk.of(column).length; row++) desk.of(column)[row] += 5
      }),
    )
    const more = (desk: Bench, venue: number) => {
      const base = gains(two, venue)
      return gains(desk, venue).map((one, at) => one - base[at])
    }
    for (const one of more(given, SHOP)) expect(one).toBeCloseTo(5 / 2, 3)
    for (const one of more(given, 0)) expect(one).toBeCloseTo(5, 3)
    for (const one of more(dearer, SHOP)) expect(one).toBeCloseTo(-5 / 2, 3)
  })

  it('falls by what delivery costs', () => {
    const dearer = changed((desk) => {
      for (let region = 0; region < R; region++) desk.of(regions.delivery)[region] += 3
    })
    for (const one of gains(dearer, SHOP)) expect(one).toBeCloseTo(-3, 3)
  })
})
