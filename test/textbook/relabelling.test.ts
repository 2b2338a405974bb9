/** T29: names and places in a list say nothing about a venue or a seller. */
import { describe, expect, it } from 'vitest'
import { listings } from '../../src/market/populations/index.ts'
import { country, open, ordersOf, textbookMarket, written } from './markets.ts'
import { sameSharesP, twoSampleKS } from './statistics.ts'

const PLACES = ['anggrek', 'bakung', 'cempaka', 'dahlia', 'edelweis']
const MORE = `buyers: { count: 3000, price-sensitivity: 0.04 per kRp, occasions: 3 }
nests: { online: { dissimilarity: 0.5, considered: 4 }, street: { considered: 4 } }`

/** Five venues with six sellers each, in a given order. */
function market(order: readonly number[], names = PLACES) {
  const venues = order.map(
    (at) => `  ${names[at]}: { nest: ${at < 3 ? 'online' : 'street'}, rank-price: 1 }`,
  )
  const lines = order.flatMap((at) =>
    Array.from({ length: 6 }, (_, nth) => ({
      venue: names[at],
      quality: 2 + 0.3 * at + 0.2 * nth,
      price: 40 + 6 * nth + 3 * at,
    })),
  )
  return open(written(textbookMarket(lines, `${MORE}\nvenues:\n${venues.join('\n')}`)), 'names')
}

describe('relabelling (T29)', () => {
  it('of venues in the file changes no bit of a run', { timeout: 30_000 }, () => {
    const [one, other] = [PLACES, ['z', 'y', 'x', 'w', 'v']].map((names) =>
      market([0, 1, 2, 3, 4], names),
    )
    for (const each of [one, other]) each.run(28)
    expect(other.stateHash()).toBe(one.stateHash())
  })

  it('of the country’s platforms changes no bit of a run', { timeout: 30_000 }, () => {
    const input = country({ buyers: 1000, sellers: 150, creators: 20 })
    const renamed = input.tables.venues.map((row, at) => ({
      ...row,
      name: `venue-${at}`,
      label: '',
    }))
    const other = { ...input, tables: { ...input.tables, venues: renamed } }
    const hashes = [input, other].map((each) => {
      const run = open(each, 'names')
      run.run(28)
      return run.stateHash()
    })
    expect(hashes[1]).toBe(hashes[0])
  })

  it('by another order of venues and sellers moves their orders with them', {
    timeout: 30_000,
  }, () => {
    const order = [3, 1, 4, 0, 2]
    const weeks = [[0, 1, 2, 3, 4], order].map((rows) => {
      const run = market(rows)
      const sold = run.world.view(listings.soldWeek)
      const byWeek: number[][] = []
      run.run(50 * 7, (day) => {
        if (day % 7 !== 6) return
        const byVenue: number[] = new Array(5).fill(0)
        for (let row = 0; row < sold.length; row++) byVenue[rows[row % 5]] += sold[row]
        byWeek.push(byVenue)
      })
      return byWeek
    })
    for (const venue of PLACES.keys()) {
      const [one, other] = weeks.map((run) => run.map((byVenue) => byVenue[venue]))
      expect(twoSampleKS(one, other)).toBeGreaterThan(0.001)
    }
    const totals = weeks.map((run) =>
      PLACES.map((_, venue) => run.reduce((all, byVenue) => all + byVenue[venue], 0)),
    )
    expect(sameSharesP(totals[0], totals[1])).toBeGreaterThan(0.001)
    // The same test tells venues apart.
    expect(sameSharesP(totals[0], [...totals[1]].reverse())).toBeLessThan(0.001)
    expect(
      twoSampleKS(
        weeks[0].map((week) => week[0]),
        weeks[1].map((week) => week[2]),
      ),
    ).toBeLessThan(0.001)
  })

  it('by another order of sellers in one list moves their orders with them', () => {
    const lines = Array.from({ length: 8 }, (_, nth) => ({ quality: 2 + 0.2 * nth, price: 50 }))
    const [one, other] = [lines, [...lines].reverse()].map(
      (sellers) =>
        ordersOf(
          open(written(textbookMarket(sellers, 'buyers: { count: 5000, occasions: 7 }'))),
          14,
        ).bySeller,
    )
    expect(sameSharesP(one, [...other].reverse())).toBeGreaterThan(0.001)
    expect(sameSharesP(one, other)).toBeLessThan(0.001)
  })
})
