import type { World } from '../../engine/index.ts'
import { givenIn, type MarketInput } from '../input.ts'
import { listings, markets } from '../populations/index.ts'
import { cell, type Recorder, viewsOf } from './part.ts'

/**
 * Sellers listed one by one, in textbook markets: the price of each and its share of the purchase occasions
 * of the day, and the share that buys nothing. None in the country. A seller stands under `venue`.
 */
export function createListed(world: World, input: MarketInput): Recorder {
  const c = viewsOf(world, {
    price: listings.price,
    sold: listings.sold,
    planned: markets.planned,
    saved: markets.saved,
  })
  const rows = input.tables.sellers
  const V = input.tables.venues.length
  const at = rows.map((_, seller) => seller * V + givenIn(input, 'sellers', seller, 'venue'))
  return {
    cells: [
      ...rows.map(({ name }) => cell('seller price', 'kRp', { venue: name })),
      ...rows.map(({ name }) => cell('seller share', 'share', { venue: name })),
      ...(rows.length > 0 ? [cell('share that saves', 'share')] : []),
    ],
    fill(out, first) {
      let [planned, saved] = [0, 0]
      for (let market = 0; market < c.planned.length; market++) {
        planned += c.planned[market]
        saved += c.saved[market]
      }
      const share = (count: number) => (planned > 0 ? count / planned : Number.NaN)
      at.forEach((listing, seller) => {
        out[first + seller] = c.price[listing]
        out[first + rows.length + seller] = share(c.sold[listing])
      })
      if (rows.length > 0) out[first + 2 * rows.length] = share(saved)
    },
  }
}
