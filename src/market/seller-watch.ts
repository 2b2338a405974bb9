/** What listed sellers charge and sell, for those who look into a market with a known answer; it writes nothing. */
import { viewsOf, type World } from '../engine/index.ts'
import type { MarketInput } from './input.ts'
import { listings, markets } from './populations/index.ts'
import { sellerList } from './tables/index.ts'

export interface SellerWatch {
  /** Prices in force, kRp, by seller, each at its own venue. */
  prices(): number[]
  /** Adds up a day after it was stepped. */
  observe(): void
  /** Pieces sold since the last `reset`, by seller. */
  readonly sold: readonly number[]
  /** Planned occasions since then, and those that ended without a purchase. */
  readonly planned: number
  readonly saved: number
  reset(): void
}

const WATCHED = {
  price: listings.price,
  sold: listings.sold,
  planned: markets.planned,
  saved: markets.saved,
} as const

export function createSellerWatch(world: World, input: MarketInput): SellerWatch {
  const c = viewsOf(world, WATCHED)
  const rows = input.tables[sellerList.name]
  const venueCount = world.counts.venues
  const sold: number[] = rows.map(() => 0)
  let [planned, saved] = [0, 0]
  return {
    prices: () =>
      rows.map(({ values }, seller) => c.price[seller * venueCount + Number(values.venue)]),
    observe() {
      for (let listing = 0; listing < rows.length * venueCount; listing++)
        sold[Math.floor(listing / venueCount)] += c.sold[listing]
      for (let market = 0; market < c.planned.length; market++) {
        planned += c.planned[market]
        saved += c.saved[market]
      }
    },
    sold,
    get planned() {
      return planned
    },
    get saved() {
      return saved
    },
    reset() {
      sold.fill(0)
      planned = saved = 0
    },
  }
}
