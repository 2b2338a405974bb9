/** What is said of buyers is what they did, and what would have flipped a choice flips it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { viewsOf } from '../../src/engine/index.ts'
import { explainOccasion, type OccasionExplained } from '../../src/market/explain/buyer.ts'
import { type Shelves, shelvesOf } from '../../src/market/explain/items.ts'
import {
  occasionAt,
  occasionsOf,
  type Shopping,
  shoppingOf,
} from '../../src/market/explain/occasion.ts'
import { copyOf, type Sight, stepDay } from '../../src/market/explain/sight.ts'
import { type Decision, type Flip, type Market, questioned } from '../../src/market/index.ts'
import { lists, occasions, slots } from '../../src/market/populations/index.ts'
import { listOf } from '../../src/market/rules/shopping/consideration.ts'
import { itemChoice } from '../../src/market/rules/shopping/item-choice.ts'
import { venueAppeal } from '../../src/market/rules/shopping/venue-appeal.ts'
import { venueChoice } from '../../src/market/rules/shopping/venue-choice.ts'
import { regions, routes, venues } from '../../src/market/tables/index.ts'
import type { Scenario } from '../../src/scenario/index.ts'
import { marketAt, rerun, SEED, scenarioOf } from './market.ts'

/** A day as it stood before choices were made, with what came of them. */
interface Day {
  /** After venue-appeal. */
  readonly before: Sight
  readonly monday: Sight
  readonly shopping: Shopping
  readonly shelves: Shelves
  readonly rows: readonly number[]
  /** By row: route from 1, and listing. */
  readonly route: readonly number[]
  readonly listing: readonly number[]
}

function daysOf(market: Market, { input }: Scenario, count: number): Day[] {
  const columns = viewsOf(market.world, { route: occasions.route, listing: occasions.listing })
  const days: Day[] = []
  let monday: Sight | undefined
  for (let nth = 0; nth < count; nth++) {
    let before: Sight | undefined
    stepDay(market, input, SEED, {
      feed: (sight) => {
        monday = copyOf(sight)
      },
      'venue-choice': (sight) => {
        before = copyOf(sight)
      },
    })
    if (monday === undefined || before === undefined) throw new Error('not from a Monday on')
    const shopping = shoppingOf(before)
    days.push({
      ...{ before, monday, shopping },
      shelves: shelvesOf(before, monday),
      rows: occasionsOf(shopping),
      route: Array.from(columns.route),
      listing: Array.from(columns.listing),
    })
  }
  return days
}

let days: Day[] = []
let pairs: Day[] = []

const all = (of: readonly Day[]): { readonly day: Day; readonly told: OccasionExplained }[] =>
  of.flatMap((day) =>
    day.rows.map((row) => ({
      day,
      told: explainOccasion(day.shopping, day.shelves, row, { flips: false }),
    })),
  )

/** Explanations that say something else than the run did. */
const wrong = (told: ReturnType<typeof all>) =>
  told.filter(
    ({ day, told: { row, route, listing } }) =>
      route !== day.route[row] - 1 || listing !== day.listing[row],
  )

beforeAll(() => {
  const closed = scenarioOf('scenarios/tiktok-shop-ban.yaml')
  // Three weeks around the closure, on 4 October 2023 at 17:00.
  days = daysOf(marketAt(closed, 448), closed, 21)
  const copied = scenarioOf('scenarios/policies/project-s.yaml', [
    ...['size.buyers=600', 'size.sellers=300', 'size.creators=20', 'firms.slots=64'],
    ...['policies.copycat.copies=100%', 'policies.copycat.preference=1'],
  ])
  pairs = daysOf(marketAt(copied, 525), copied, 7)
})

describe('the explanation of a buyer', () => {
  it('says what the run chose, in every one of ten thousand decisions', () => {
    const told = all(days)
    const decisions = told.flatMap((one) => one.told.decisions)
    expect(decisions.length).toBeGreaterThan(10_000)
    const kinds = new Set(decisions.map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual([
      'exposure',
      'item',
      'place',
      'placeOfReturned',
      'venue',
      'way',
    ])
    expect(wrong(told)).toEqual([])
  })

  it('says it of a copy beside its original too', () => {
    const told = all(pairs)
    const parts = told.flatMap(({ told: { decisions } }) =>
      decisions.flatMap(({ options }) => options.flatMap((option) => option.parts)),
    )
    expect(parts.some(({ part, value }) => part === 'pair' && value !== 0)).toBe(true)
    expect(wrong(told)).toEqual([])
  })

  it('has parts that add up to what an option is worth, of which the chosen is worth most', () => {
    for (const { told } of all([...days.slice(0, 4), ...pairs.slice(0, 2)]))
      for (const { options, chosen } of told.decisions)
        for (const { parts, total } of options) {
          const sum = parts.reduce((all, { value }) => all + value, 0)
          expect(Math.abs(sum - total)).toBeLessThan(1e-9)
          expect(total).toBeLessThanOrEqual(options[chosen].total)
        }
  })
})

/** Choices of a kind, every so many of them, with what would have flipped them. */
const flipped = (kind: string, of: readonly Day[], every = 1) =>
  of
    .flatMap((day) => day.rows.map((row) => ({ day, row })))
    .filter(({ day: { shopping, shelves }, row }) =>
      explainOccasion(shopping, shelves, row, { flips: false }).decisions.some(
        (one) => one.kind === kind,
      ),
    )
    .filter((_, nth) => nth % every === 0)
    .map(({ day, row }) => {
      const told = explainOccasion(day.shopping, day.shelves, row)
      const decision = told.decisions.find((one) => one.kind === kind) as Decision
      return { day, row, told, decision }
    })

/** The route of an occasion, from 1, after the cost of getting goods from a venue has changed in the world. */
function routeAfter(day: Day, row: number, flip: Flip, part: number): number {
  if (flip.of.is !== 'venue') throw new Error('of a venue')
  const sight = copyOf(day.before)
  const c = viewsOf(sight.world, {
    ...{ subsidy: venues.subsidy, answer: venues.answer, cap: venues.subsidyCap },
    ...{ pieces: venues.pieces, friction: routes.friction, to: routes.to, route: occasions.route },
    ...{ delivery: regions.delivery },
  })
  const { alpha, feed, region } = occasionAt(day.shopping, row)
  const { appeal } = day.shopping
  const venue = flip.of.row
  const dearer = flip.change * part
  if (dearer < 0) {
    const paid = Math.min(c.cap[venue], Math.max(0, c.subsidy[venue] + c.answer[venue]))
    c.cap[venue] = Infinity
    c.subsidy[venue] = paid - dearer - c.answer[venue]
  } else if (feed >= 0) {
    // An exposure has one way to goods, and no choice of venues.
    c.delivery[region] += dearer
  } else {
    const aKRp = alpha / appeal.dissimilarity[appeal.nestOf[venue]] / c.pieces[venue]
    for (let route = 0; route < c.to.length; route++)
      if (c.to[route] === venue) c.friction[route] += dearer * aKRp
  }
  rerun(sight, venueAppeal)
  rerun(sight, venueChoice)
  return c.route[row]
}

describe('what would have flipped a choice', () => {
  it.each([
    ['place', 40],
    ['placeOfReturned', 2],
    ['exposure', 6],
  ] as const)('does so in the world: %s', (kind, every) => {
    const found = flipped(kind, days.slice(12, 16), every).filter(
      ({ decision }) => decision.flips.length > 0,
    )
    expect(found.length).toBeGreaterThan(5)
    for (const { day, row, told, decision } of found.slice(0, 12))
      for (const flip of decision.flips) {
        const now = told.route + 1
        expect(routeAfter(day, row, flip, 1 + 1e-6)).not.toBe(now)
        expect(routeAfter(day, row, flip, 1 - 1e-3)).toBe(now)
      }
  })

  it('does so in the world: the price of an item', () => {
    const found = flipped('item', [...days.slice(12, 14), ...pairs.slice(0, 2)], 8)
    expect(found.length).toBeGreaterThan(20)
    for (const { day, row, told, decision } of found.slice(0, 60))
      for (const flip of decision.flips) {
        expect(listingAfter(day, row, told.route, flip, 1 + 1e-4)).not.toBe(told.listing)
        expect(listingAfter(day, row, told.route, flip, 1 - 1e-2)).toBe(told.listing)
      }
  })

  it('is found for nearly every plan and item', () => {
    const some = (kind: string) => {
      const found = flipped(kind, days.slice(0, 2), 4).filter(
        ({ decision }) => decision.runnerUp >= 0,
      )
      return found.filter(({ decision }) => decision.flips.length > 0).length / found.length
    }
    expect(some('place')).toBe(1)
    expect(some('item')).toBe(1)
  })
})

/** The listing of an occasion after one has got another price where it is shown. */
function listingAfter(day: Day, row: number, route: number, flip: Flip, part: number): number {
  if (flip.of.is !== 'listing') throw new Error('of a listing')
  const sight = copyOf(day.before)
  rerun(sight, venueChoice)
  const { category, region } = occasionAt(day.shopping, row)
  const { count } = day.shopping
  const list = listOf(day.shelves.c, route, category, region, count.regions)
  const c = viewsOf(sight.world, {
    ...{ listing: slots.listing, price: slots.price, twins: lists.twins },
    ...{ twinListing: slots.twinListing, twinPrice: slots.twinPrice, chosen: occasions.listing },
  })
  const moved = flip.of.seller * count.venues + flip.of.venue
  const room = count.slots / count.lists
  for (let slot = list * room; slot < (list + 1) * room; slot++) {
    if (c.listing[slot] === moved) c.price[slot] += flip.change * part
    if (c.twinListing[slot] - 1 === moved) c.twinPrice[slot] += flip.change * part
  }
  rerun(sight, itemChoice)
  return c.chosen[row]
}

describe('a market that is asked', () => {
  it('goes on as if nobody had asked', () => {
    const scenario = scenarioOf('scenarios/tiktok-shop-ban.yaml', [
      ...['size.buyers=300', 'size.sellers=60', 'size.creators=5', 'firms.slots=64'],
    ])
    const [asked, left] = [marketAt(scenario, 14), marketAt(scenario, 14)]
    const { ask } = questioned(asked, scenario.input, SEED)
    const decisions: Decision[] = []
    for (let nth = 0; nth < 9; nth++)
      decisions.push(...ask({ kind: 'buyer', row: 7 * nth })[0].decisions)
    left.run(23)
    expect(asked.day).toBe(23)
    expect(asked.stateHash()).toBe(left.stateHash())
  })
})
