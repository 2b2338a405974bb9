/** A copy and its original are a nest of two: what a list with both is worth, and whom a buyer turns to who loses the one. */
import { describe, expect, it } from 'vitest'
import {
  classes,
  listings,
  lists,
  occasions,
  sellers,
  slots,
} from '../../src/market/populations/index.ts'
import { feed } from '../../src/market/rules/feeds/feed.ts'
import { jointOdds, jointUtility, pairCorrection } from '../../src/market/rules/feeds/twins.ts'
import { adoption } from '../../src/market/rules/firms/adoption.ts'
import { copycat } from '../../src/market/rules/firms/copycat.ts'
import { consider, considered } from '../../src/market/rules/shopping/consideration.ts'
import { categories, nests, venues } from '../../src/market/tables/index.ts'
import { nestedLogit } from '../../src/market/textbook/index.ts'
import { type Bench, bench, rowsWhere, village } from './bench.ts'

const SHOP = 1
const V = 3
const C = 2
const LIST = SHOP * C
const ROWS = 200
const NONE = new Int32Array(ROWS).fill(-1)

interface Shelf {
  readonly desk: Bench
  /** The seller copied, the maker of the copy, and all others. */
  readonly members: readonly number[]
}

/** The shop, where only so many sellers of the first category are open; the second makes a copy of the first. */
function shelf(open: number, tau: number, ...set: string[]): Shelf {
  const desk = bench(village('size.sellers=600', ...set))
  desk.step(adoption, 0)
  const all = rowsWhere(600, (row) => desk.of(sellers.category)[row] === 0)
  const members = all.slice(0, open)
  desk.of(listings.open).fill(0)
  for (const seller of members) desk.of(listings.open)[seller * V + SHOP] = 1
  desk.of(sellers.weight).fill(1)
  desk.of(sellers.stock).fill(1000)
  desk.of(sellers.madeToOrder).fill(0)
  desk.of(sellers.foreign).fill(0)
  members.forEach((seller, at) => {
    desk.of(listings.price)[seller * V + SHOP] = 40 + 3 * (at % 5)
    desk.of(sellers.quality)[seller] = 0.2 * (at % 3)
  })
  const [original, copy] = members
  desk.of(sellers.labelQuality)[copy] = 0.1
  desk.of(sellers.ownLabel)[copy] = SHOP + 1
  desk.of(sellers.original)[copy] = original + 1
  desk.of(categories.copyDissimilarity).fill(tau)
  desk.step(feed, 0)
  for (let row = 0; row < ROWS; row++) {
    desk.of(occasions.category)[row] = 0
    desk.of(occasions.route)[row] = SHOP + 1
  }
  return { desk, members }
}

const sensitivity = (desk: Bench, incomeClass: number) =>
  desk.of(classes.sensitivity)[incomeClass * C] / desk.of(nests.dissimilarity)[0]

/** Utility of each member to a buyer who spends `a` on a thousand rupiah, read where no two of them are close. */
function utilities(open: number, a: number, ...set: string[]): number[] {
  const { desk, members } = shelf(open, 1, ...set)
  const first = LIST * (desk.count.slots / desk.count.lists)
  return members.map(
    (_, at) => desk.of(slots.utility)[first + at] - a * desk.of(slots.price)[first + at],
  )
}

/** Shares of a list by nested logit, the first two being a nest of their own. */
function closedForm(utility: readonly number[], tau: number) {
  const products = utility.map((quality, at) => ({ quality, price: 0, nest: Math.max(0, at - 1) }))
  const alone = utility.slice(1).map((_, nest) => (nest === 0 ? tau : 1))
  return nestedLogit(
    { sensitivity: 1, dissimilarity: alone, outside: Number.NEGATIVE_INFINITY },
    products,
  )
}

/** Buyers of the middle class who take each member, of a great many occasions. */
function takenOf({ desk, members }: Shelf, rounds: number, except = NONE): number[] {
  const columns = Object.entries(considered).map(([name, column]) => [name, desk.of(column)])
  const read = Object.fromEntries(columns)
  const middle = rowsWhere(400, (row) => desk.of(considered.incomeClass)[row] === 2)
  const taken = new Map<number, number>(members.map((seller) => [seller * V + SHOP, 0]))
  const best = new Int32Array(ROWS)
  for (let round = 0; round < rounds; round++) {
    for (let row = 0; row < ROWS; row++) {
      desk.of(occasions.buyer)[row] = middle[row % middle.length]
      desk.of(occasions.noise)[row] = Math.imul(round * ROWS + row + 1, 0x9e3779b1)
    }
    consider(read, desk.count, 0, ROWS, except, best)
    for (const listing of best) taken.set(listing, (taken.get(listing) ?? 0) + 1)
  }
  return [...taken.values()].map((times) => times / (rounds * ROWS))
}

describe('a list with a copy and its original', () => {
  it.each([0.8, 0.4, 0.1])('at dissimilarity %f is worth what a nested logit says', (tau) => {
    const { desk } = shelf(6, tau)
    expect(desk.of(lists.covered)[LIST]).toBe(1)
    for (let incomeClass = 0; incomeClass < 5; incomeClass++) {
      const utility = utilities(6, sensitivity(desk, incomeClass))
      const { surplus } = closedForm(utility, tau)
      expect(desk.of(lists.inclusiveValue)[LIST * 5 + incomeClass]).toBeCloseTo(surplus, 5)
    }
  })

  it('is worth more than without the copy, and less than with another new item', () => {
    const [close, plain, without] = [0.3, 1, 0.3].map((tau, nth) => {
      const { desk, members } = shelf(6, tau)
      if (nth === 2) desk.of(listings.open)[members[1] * V + SHOP] = 0
      desk.step(feed, 7)
      return desk.of(lists.inclusiveValue)[LIST * 5 + 2]
    })
    expect(close).toBeGreaterThan(without + 0.01)
    expect(close).toBeLessThan(plain - 0.01)
  })
})

describe('who loses a copy', () => {
  const rounds = 2000
  const error = (share: number) => Math.sqrt((share * (1 - share)) / (rounds * ROWS))

  it.each([0.8, 0.4, 0.1])(
    'goes to the original as in a nested logit of dissimilarity %f',
    (tau) => {
      const one = shelf(6, tau)
      const utility = utilities(6, sensitivity(one.desk, 2))
      const expected = closedForm(utility, tau).products
      const having = takenOf(one, rounds)
      for (const [at, share] of expected.entries())
        expect(Math.abs(having[at] - share), `item ${at}`).toBeLessThan(4 * error(share))

      one.desk.of(listings.open)[one.members[1] * V + SHOP] = 0
      one.desk.step(feed, 7)
      const without = takenOf(one, rounds)
      const left = closedForm([utility[0], Number.NEGATIVE_INFINITY, ...utility.slice(2)], tau)
      const diversion = (left.products[0] - expected[0]) / expected[1]
      const found = (without[0] - having[0]) / having[1]
      expect(Math.abs(found - diversion)).toBeLessThan((6 * error(expected[0])) / expected[1])
      // To anything else as if the two were one item; in plain logit it would be its share of what is left.
      const plain = closedForm(utility, 1).products
      expect(found).toBeGreaterThan(plain[0] / (1 - plain[1]) + 0.05)
    },
  )

  it('finds the original where the copy is sold out', () => {
    const one = shelf(6, 0.4)
    const [original, copy] = one.members
    const soldOut = new Int32Array(ROWS).fill(copy * V + SHOP)
    const taken = takenOf(one, rounds, soldOut)
    expect(taken[1]).toBe(0)
    expect(taken[0]).toBeGreaterThan(0.1)
    const first = LIST * (one.desk.count.slots / one.desk.count.lists)
    expect(one.desk.of(slots.twinListing)[first]).toBe(copy * V + SHOP + 1)
    expect(one.desk.of(slots.twinListing)[first + 1]).toBe(original * V + SHOP + 1)
  })

  it('finds it in a long list too, of which a part is seen', () => {
    const tau = 0.3
    // Of so many that are seen, shares are nearly those of the whole list.
    const set = ['nests.online.considered=200', 'venues.shop.rank-price=0']
    const one = shelf(240, tau, ...set)
    expect(one.desk.of(lists.covered)[LIST]).toBe(0)
    const a = sensitivity(one.desk, 2)
    const utility = one.members.map(
      (seller, at) =>
        one.desk.of(nests.tasteScale)[0] * (at === 1 ? 0.1 : 0.2 * (at % 3)) -
        a * one.desk.of(listings.price)[seller * V + SHOP],
    )
    const expected = closedForm(utility, tau).products
    const taken = takenOf(one, 3 * rounds)
    const both = expected[0] + expected[1]
    const [plainOriginal, plainCopy] = closedForm(utility, 1).products
    // In plain logit the pair counts for two.
    expect(both).toBeLessThan(0.8 * (plainOriginal + plainCopy))
    const bought = both * 3 * rounds * ROWS
    const ratio = expected[1] / expected[0]
    const deviation = (1 + ratio) * Math.sqrt(ratio / bought)
    expect(Math.abs((taken[0] + taken[1]) / both - 1)).toBeLessThan(4 / Math.sqrt(bought) + 0.01)
    expect(Math.abs(taken[1] / taken[0] - ratio)).toBeLessThan(4 * deviation)
  })
})

describe('a copy', () => {
  it('is like any other item at a dissimilarity of one, to the bit', () => {
    const [close, far] = [true, false].map((linked) => {
      const { desk, members } = shelf(40, 1)
      if (!linked) desk.of(sellers.original)[members[1]] = 0
      desk.step(feed, 7)
      return [
        lists.inclusiveValue,
        lists.intrinsicValue,
        lists.twins,
        slots.utility,
        slots.listing,
        slots.twinListing,
      ].map((column) => [...desk.of(column)])
    })
    expect(close).toEqual(far)
  })

  it('has an original that is what was copied, in the same list, and as long as the firm lives', () => {
    const change: ((one: Shelf) => unknown)[] = [
      ({ desk, members }) => (desk.of(sellers.ownLabel)[members[1]] = 0),
      ({ desk, members }) => (desk.of(sellers.ownLabel)[members[0]] = SHOP + 1),
      ({ desk, members }) => (desk.of(listings.open)[members[0] * V + SHOP] = 0),
      ({ desk, members }) => {
        desk.of(sellers.entrant)[members[0]] = 1
        desk.step(copycat, 7)
      },
    ]
    for (const one of change) {
      const set = shelf(6, 0.4)
      expect(set.desk.of(lists.twins)[LIST]).toBe(1)
      one(set)
      set.desk.step(feed, 7)
      expect(set.desk.of(lists.twins)[LIST]).toBe(0)
    }
  })

  it('is written down with its original when it is commissioned', () => {
    const desk = bench(village('size.sellers=600'))
    desk.of(listings.open).fill(1)
    desk.of(listings.popularity).fill(5)
    desk.of(venues.copies)[SHOP] = 1
    desk.step(copycat, 28)
    const made = rowsWhere(600, (row) => desk.of(sellers.nextLabel)[row] > 0)
    const originals = made.map((row) => desk.of(sellers.original)[row] - 1)
    expect(made.length).toBeGreaterThan(5)
    expect(originals.sort((one, other) => one - other)).toEqual(
      rowsWhere(600, (row) => desk.of(sellers.copied)[row] === 1),
    )
  })
})

describe('two that are close', () => {
  it('add up at a dissimilarity of one, and count as the better one at nearly none', () => {
    expect(jointOdds(2, 3, 1)).toBe(5)
    expect(jointOdds(0, 0, 0.3)).toBe(0)
    expect(jointOdds(0, 3, 0.3)).toBe(3)
    expect(jointOdds(2, 3, 0.05)).toBeCloseTo(3, 3)
    // Two alike: 2^tau of one.
    expect(jointOdds(3, 3, 0.5)).toBeCloseTo(3 * Math.SQRT2, 5)
    expect(jointUtility(1, 2, 0.4)).toBeCloseTo(Math.log(jointOdds(Math.E, Math.E ** 2, 0.4)), 5)
    expect(jointUtility(-500, 500, 0.05)).toBe(500)
  })

  it('have their slots corrected so that luck is worth nothing on average', () => {
    // Due 0.6 and 0.5: one has its slot or not, by luck of each.
    const [one, other] = [0.6, 0.5]
    let mean = 0
    for (const [mine, theirs] of [
      [1, 1],
      [1, 0],
      [0, 1],
    ]) {
      const chance = (mine ? one : 1 - one) * (theirs ? other : 1 - other)
      mean += chance * (mine + theirs) * pairCorrection(one, other, mine + theirs)
    }
    expect(mean).toBeCloseTo(1.1, 12)
    expect(pairCorrection(3, 0, 4)).toBe(3 / 4)
    expect(pairCorrection(0.3, 0, 1)).toBeCloseTo(1, 12)
  })
})
