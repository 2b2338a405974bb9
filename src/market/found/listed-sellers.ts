import { viewsOf, type World } from '../../engine/index.ts'
import { givenIn, type MarketInput } from '../input.ts'
import { listings, sellers } from '../populations/index.ts'

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
    perceived: sellers.perceived,
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
  const V = input.tables.venues.length
  input.tables.sellers.forEach((_, row) => {
    const given = (field: string) => givenIn(input, 'sellers', row, field)
    const venue = given('venue')
    c.kind[row] = given('kind')
    c.category[row] = given('category')
    c.region[row] = given('region')
    c.weight[row] = given('weight')
    c.owner[row] = given('owner')
    c.listed[row] = row
    c.quality[row] = given('quality')
    c.perceived[row] = 1
    c.unitCost[row] = given('cost')
    c.madeToOrder[row] = given('madeToOrder')
    c.foreign[row] = given('imported')
    c.source[row] = given('imported')
    c.supplier[row] = -1
    c.importSupplier[row] = -1
    // Output is productivity x labour: the labour that gives the stated capacity.
    const productivity = givenIn(input, 'categories', given('category'), 'productivity')
    c.family[row] = given('capacity') / productivity
    const listing = row * V + venue
    c.open[listing] = given('closed') ? 0 : 1
    const fixed = given('price') > 0
    const first = fixed ? given('price') : given('startPrice') || 2 * given('cost')
    c.price[listing] = first
    c.markup[listing] = fixed ? -1 : Math.max(1e-6, first - given('cost'))
    for (let at = row * V; at < (row + 1) * V; at++) {
      if (at === listing) continue
      c.price[at] = first
      c.markup[at] = -1
    }
  })
}
