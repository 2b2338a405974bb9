/**
 * Sellers listed one by one, in textbook markets: the price of each, its share of the purchase occasions and the
 * share of those on which nothing is bought. None in the country. A seller stands under `venue`.
 */
import { listings, markets } from '../populations/index.ts'
import { sellerList } from '../tables/index.ts'
import { measuresOf, type Sweep, sumOf, tellBy, viewsOf } from './measure.ts'

interface Sums {
  readonly names: readonly string[]
  readonly price: Float64Array
  readonly sold: Float64Array
  planned: number
  saved: number
}

const sums: Sweep<Sums> = {
  every: 'day',
  over(world, input) {
    const c = viewsOf(world, {
      price: listings.price,
      sold: listings.sold,
      planned: markets.planned,
      saved: markets.saved,
    })
    const rows = input.tables.sellers
    const venueCount = input.tables.venues.length
    /** The listing of each seller, at the one venue where it sells. */
    const at = rows.map(
      ({ values }, seller) => seller * venueCount + Number(values[sellerList.venue.name]),
    )
    const s: Sums = {
      names: rows.map(({ name }) => name),
      price: new Float64Array(rows.length),
      sold: new Float64Array(rows.length),
      planned: 0,
      saved: 0,
    }
    return {
      sums: s,
      take() {
        s.planned = sumOf(c.planned)
        s.saved = sumOf(c.saved)
        for (const [seller, listing] of at.entries()) {
          s.price[seller] = c.price[listing]
          s.sold[seller] = c.sold[listing]
        }
      },
    }
  },
}

export const listed = measuresOf(sums, {
  sellerPrice: {
    name: 'seller price',
    unit: 'kRp',
    label: { en: 'Seller price', id: 'Harga per penjual' },
    more: 'bad',
    by: ['venue'],
    headline: { place: 1, by: ['venue'], alone: true },
    overTime: { name: 'seller-prices', by: 'venue', plain: true },
    tell: (s, tell) => tellBy(tell, 'venue', s.names, s.price),
  },
  sellerShare: {
    name: 'seller share',
    unit: 'share',
    label: { en: 'Market share of sellers', id: 'Pangsa pasar per penjual' },
    more: 'neither',
    by: ['venue'],
    headline: { place: 2, by: ['venue'], alone: true },
    overTime: { name: 'seller-shares', by: 'venue', plain: true },
    below: 'planned purchase occasions',
    tellRatio(s, tell) {
      for (const [seller, venue] of s.names.entries()) tell(s.sold[seller], s.planned, { venue })
    },
  },
  outsideOption: {
    name: 'outside-option share',
    unit: 'share',
    label: { en: 'Outside-option share', id: 'Pangsa yang tidak membeli' },
    more: 'bad',
    by: [],
    headline: { place: 3, by: ['all'], alone: true },
    below: 'planned purchase occasions',
    tellRatio(s, tell) {
      if (s.names.length > 0) tell(s.saved, s.planned)
    },
  },
})
