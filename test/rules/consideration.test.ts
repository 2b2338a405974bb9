import { describe, expect, it } from 'vitest'
import { listings, lists, occasions, sellers, slots } from '../../src/market/populations/index.ts'
import { feed } from '../../src/market/rules/feeds/feed.ts'
import { adoption } from '../../src/market/rules/firms/adoption.ts'
import { consider, considered } from '../../src/market/rules/shopping/consideration.ts'
import { routes } from '../../src/market/tables/index.ts'
import { type Bench, bench, village } from './bench.ts'

const ROWS = 200

/** Occasions of several buyers at the first route, in both categories. */
function street(...set: string[]): Bench {
  const desk = bench(village('size.sellers=300', ...set))
  desk.of(listings.price).fill(40)
  desk.of(sellers.stock).fill(1000)
  desk.step(adoption, 0)
  desk.step(feed, 0)
  for (let row = 0; row < ROWS; row++) {
    desk.of(occasions.buyer)[row] = row
    desk.of(occasions.noise)[row] = Math.imul(row + 1, 0x9e3779b1)
    desk.of(occasions.category)[row] = row % 2
    desk.of(occasions.route)[row] = 1
  }
  return desk
}

/** The best listing of every occasion other than the given ones. */
function bestOf(desk: Bench, except: ArrayLike<number>): number[] {
  const columns = Object.entries(considered).map(([name, column]) => [name, desk.of(column)])
  const best = new Int32Array(ROWS).fill(-2)
  consider(Object.fromEntries(columns), desk.count, 0, ROWS, except as never, best)
  return [...best]
}

const NONE = new Int32Array(ROWS).fill(-1)

describe.each([
  ['a list seen whole', 'nests.online.considered=512'],
  ['a list of which some is seen', 'nests.online.considered=8'],
])('considering %s', (_, setting) => {
  it('takes one listing of the list', () => {
    const desk = street(setting)
    const list = desk.of(routes.firstList)[0]
    const room = desk.count.slots / desk.count.lists
    expect(desk.of(lists.covered)[list]).toBe(setting.endsWith('512') ? 1 : 0)
    const best = bestOf(desk, NONE)
    for (const [row, listing] of best.entries()) {
      const first = (list + (row % 2)) * room
      const members = desk.of(slots.listing).slice(first, first + room)
      expect(members).toContain(listing)
    }
    expect(new Set(best).size).toBeGreaterThan(20)
  })

  it('finds as the next best what would be best without the best', () => {
    const desk = street(setting)
    const best = bestOf(desk, NONE)
    const next = bestOf(desk, best)
    const room = desk.count.slots / desk.count.lists
    // Some draws show one listing only, so that there is no other.
    expect(next.filter((listing) => listing >= 0).length).toBeGreaterThan(0.9 * ROWS)
    for (const row of [0, 1, 2, 3, 50, 51, 199]) {
      expect(next[row]).not.toBe(best[row])
      const list = desk.of(routes.firstList)[0] + (row % 2)
      const worth = desk.of(slots.utility)
      const before = worth.slice()
      for (let slot = 0; slot < room; slot++)
        if (desk.of(slots.listing)[list * room + slot] === best[row])
          worth[list * room + slot] = -Infinity
      expect(bestOf(desk, NONE)[row]).toBe(next[row])
      worth.set(before)
    }
  })

  it('leaves occasions without a route alone', () => {
    const desk = street(setting)
    desk.of(occasions.route)[7] = 0
    expect(bestOf(desk, NONE)[7]).toBe(-2)
  })
})
