/** What a buyer does on a day: every occasion to buy, planned or met in a feed. */

import { viewsOf } from '../../engine/index.ts'
import { buyers, levels } from '../populations/index.ts'
import { venues } from '../tables/index.ts'
import type { Decision, Fact, What } from './decision.ts'
import { explainExposure } from './exposure.ts'
import { explainItem, type Shelves, shelvesOf } from './items.ts'
import { occasionAt, occasionsOf, type Shopping, shoppingOf } from './occasion.ts'
import { explainPlan } from './places.ts'
import type { Sight } from './sight.ts'

/** An occasion with what came of it. */
export interface OccasionExplained {
  /** Row of the occasion. */
  readonly row: number
  /** The route taken, and the listing ordered; -1 where there is none. */
  readonly route: number
  readonly listing: number
  readonly decisions: readonly Decision[]
}

/**
 * @param step the number of the occasion on the day, from 1
 * @param flips whether to look for what would have flipped each choice, which takes much longer than the rest
 */
export function explainOccasion(
  shopping: Shopping,
  shelves: Shelves,
  row: number,
  { step = 1, flips = true }: { readonly step?: number; readonly flips?: boolean } = {},
): OccasionExplained {
  const occasion = occasionAt(shopping, row)
  const explain = occasion.feed < 0 ? explainPlan : explainExposure
  const { decisions, route } = explain(shopping, occasion, step, flips)
  if (route < 0) return { row, route, listing: -1, decisions }
  const { decision, listing } = explainItem(shelves, occasion, route, step, flips)
  return { row, route, listing, decisions: [...decisions, decision] }
}

/**
 * Every occasion of a buyer, in their order.
 * @param sight after venue-appeal and before venue-choice
 * @param monday before the lists of the week were made
 */
export function explainBuyer(sight: Sight, monday: Sight, buyer: number): OccasionExplained[] {
  const shopping = shoppingOf(sight)
  const shelves = shelvesOf(sight, monday)
  return occasionsOf(shopping, buyer).map((row, nth) =>
    explainOccasion(shopping, shelves, row, { step: nth + 1 }),
  )
}

const KNOWN = {
  region: buyers.region,
  incomeClass: buyers.incomeClass,
  shopper: buyers.shopper,
  accounts: buyers.accounts,
  lastVenue: buyers.lastVenue,
  activity: buyers.activity,
  affinity: buyers.affinity,
  budget: buyers.budget,
  shopping: levels.activity,
  watching: levels.affinity,
  platform: venues.platform,
} as const

/** Who a buyer is. */
export function buyerFacts({ world }: Sight, buyer: number): Fact[] {
  const c = viewsOf(world, KNOWN)
  const accounts: What[] = []
  for (let venue = 0; venue < world.counts.venues; venue++)
    if (c.platform[venue] && (c.accounts[buyer] >>> venue) & 1)
      accounts.push({ is: 'venue', row: venue })
  const last = c.lastVenue[buyer] - 1
  return [
    { fact: 'region', value: { is: 'region', row: c.region[buyer] } },
    { fact: 'incomeClass', value: { is: 'fifth', row: c.incomeClass[buyer] } },
    { fact: 'shopsOnline', value: c.shopper[buyer], unit: 'yes or no' },
    { fact: 'accounts', value: accounts },
    { fact: 'lastVenue', value: last < 0 ? { is: 'none' } : { is: 'venue', row: last } },
    { fact: 'shopping', value: c.shopping[c.activity[buyer]], unit: 'ratio' },
    { fact: 'watching', value: c.watching[c.affinity[buyer]], unit: 'ratio' },
    { fact: 'budget', value: c.budget[buyer], unit: 'ratio' },
  ]
}
