/**
 * Who shops online: what a shopper spends there, and how much of it would not be bought at all without it. If the nests that are
 * online were not there, their planned purchases would go to saving and to the other nests by the odds of these (nested logit), so
 * that of each category the part P_0 / (P_0 + P_offline) is new; of impulses that which displaces no plan, 1 - d.
 */
import type { World } from '../../engine/index.ts'
import type { MarketInput } from '../input.ts'
import { blocks, buyers, listings, markets, occasions } from '../populations/index.ts'
import { categories, households, venues } from '../tables/index.ts'
import { measuresOf, type Sweep, sumOf, viewsOf } from './measure.ts'
import { addPurchases } from './purchases.ts'

const columnsOf = (world: World) =>
  viewsOf(world, {
    found: blocks.occasions,
    bought: occasions.bought,
    price: listings.price,
    orders: households.orders,
    shopper: buyers.shopper,
    weight: households.weight,
    displacement: households.impulseDisplacement,
    online: venues.online,
    nest: venues.nest,
    meanPrice: categories.meanPrice,
    saved: markets.saved,
    byNest: markets.byNest,
    impulse: markets.impulse,
  })
type Columns = ReturnType<typeof columnsOf>

const emptySums = () => ({
  /** Online purchases, mRp a day. */
  online: 0,
  /** People who shop online. */
  shoppers: 0,
  /** Online purchases at the mean price of their category, and those that are new. */
  purchases: 0,
  added: 0,
})
type Sums = ReturnType<typeof emptySums>

const sums: Sweep<Sums> = {
  every: 'day',
  over(world, input) {
    const c = columnsOf(world)
    const s = emptySums()
    const room = world.counts.occasions / world.counts.blocks
    const spent = new Float64Array(1)
    const venueCount = c.online.length
    return {
      sums: s,
      take() {
        addPurchases(c, room, spent, (row) => (c.online[c.bought[row] % venueCount] ? 0 : -1))
        s.online = spent[0]
        s.shoppers = sumOf(c.shopper) * c.weight[0]
        takeNew(c, s, input)
      },
    }
  },
}

/** By category, over regions: purchases online, and the part of them that would be saved. */
function takeNew(c: Columns, s: Sums, { tables }: MarketInput): void {
  const [venueCount, regionCount, nestCount] = [
    c.online.length,
    tables.regions.length,
    tables.nests.length,
  ]
  const isOnline = new Uint8Array(nestCount)
  for (let venue = 0; venue < venueCount; venue++) if (c.online[venue]) isOnline[c.nest[venue]] = 1
  s.purchases = 0
  s.added = 0
  for (let category = 0; category < c.meanPrice.length; category++) {
    let [online, offline, saved, impulses] = [0, 0, 0, 0]
    for (let market = category * regionCount; market < (category + 1) * regionCount; market++) {
      saved += c.saved[market]
      for (let nest = 0; nest < nestCount; nest++)
        if (isOnline[nest]) online += c.byNest[market * nestCount + nest]
        else offline += c.byNest[market * nestCount + nest]
      for (let venue = 0; venue < venueCount; venue++)
        impulses += c.impulse[market * venueCount + venue]
    }
    if (saved + offline === 0) continue
    s.purchases += c.meanPrice[category] * (online + impulses)
    s.added +=
      c.meanPrice[category] *
      ((online * saved) / (saved + offline) + impulses * (1 - c.displacement[0]))
  }
}

export const shoppers = measuresOf(sums, {
  onlineSpending: {
    name: 'online spending of a shopper',
    unit: 'kRp/day',
    label: {
      en: 'Online spending per online shopper',
      id: 'Belanja daring per pembelanja daring',
    },
    more: 'neither',
    by: [],
    below: 'people who shop online',
    tellRatio: (s, tell) => tell(s.online * 1000, s.shoppers),
  },
  newOnline: {
    name: 'new share of online purchases',
    unit: 'share',
    label: {
      en: 'Share of online purchases that would not be made without them',
      id: 'Bagian belanja daring yang tidak akan terjadi tanpanya',
    },
    more: 'neither',
    by: [],
    below: 'online purchases, at the mean price of their category',
    tellRatio: (s, tell) => tell(s.added, s.purchases),
  },
})
