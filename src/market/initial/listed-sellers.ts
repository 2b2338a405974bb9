import { type FieldOf, viewsOf, type World } from '../../engine/index.ts'
import { given, type MarketInput } from '../input.ts'
import { listings, sellers } from '../populations/index.ts'
import { categories, sellerList } from '../tables/index.ts'

/**
 * Sellers of a textbook market as they are listed: cost, quality, owner and venue are given, stock does not
 * run out unless a capacity is given, and a price may be fixed. Rows must be sorted by category and region.
 */
export function foundListedSellers(world: World, input: MarketInput): void {
  const c = viewsOf(world, {
    kind: sellers.kind,
    category: sellers.category,
    region: sellers.region,
    weight: sellers.weight,
    owner: sellers.owner,
    listed: sellers.listed,
    quality: sellers.quality,
    perceivedSensitivity: sellers.perceivedSensitivity,
    unitCost: sellers.unitCost,
    madeToOrder: sellers.madeToOrder,
    foreign: sellers.foreign,
    source: sellers.source,
    supplier: sellers.supplier,
    importSupplier: sellers.importSupplier,
    family: sellers.family,
    stock: sellers.stock,
    open: listings.open,
    price: listings.price,
    markup: listings.markup,
    popularity: listings.popularity,
  })
  const venueCount = input.tables.venues.length
  input.tables.sellers.forEach((_, row) => {
    const of = (field: FieldOf<typeof sellerList.fields>) => given(input, sellerList, row, field)
    const venue = of('venue')
    c.kind[row] = of('kind')
    c.category[row] = of('category')
    c.region[row] = of('region')
    c.weight[row] = of('weight')
    c.owner[row] = of('owner')
    c.listed[row] = row
    c.quality[row] = of('quality')
    c.perceivedSensitivity[row] = 1
    c.unitCost[row] = of('cost')
    c.madeToOrder[row] = of('madeToOrder')
    c.foreign[row] = of('imported')
    c.source[row] = of('imported')
    c.supplier[row] = -1
    c.importSupplier[row] = -1
    // Output is productivity x labour: the labour that gives the stated capacity.
    const productivity = given(input, categories, of('category'), 'productivity')
    c.family[row] = of('capacity') / productivity
    const listing = row * venueCount + venue
    c.open[listing] = of('closed') ? 0 : 1
    const fixed = of('price') > 0
    const first = fixed ? of('price') : of('startPrice') || 2 * of('cost')
    c.price[listing] = first
    c.markup[listing] = fixed ? -1 : Math.max(1e-6, first - of('cost'))
    for (let at = row * venueCount; at < (row + 1) * venueCount; at++) {
      if (at === listing) continue
      c.price[at] = first
      c.markup[at] = -1
    }
  })
}
