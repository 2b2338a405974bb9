/**
 * Where sales begin and through whose hands they go. Sales by the venue at whose front the buyer was when he ordered, which is
 * where the route of the order starts, wherever it was paid: of an impulse its feed, of a plan the app that was searched. Of
 * them those on impulse, by feed. Parcels and couriers by the venue for which they are carried.
 */

import type { World } from '../../engine/index.ts'
import { DAYS_A_WEEK } from '../../engine/index.ts'
import type { MarketInput } from '../input.ts'
import { blocks, feeds, listings, occasions } from '../populations/index.ts'
import { work } from '../rules/money/work.ts'
import { households, routes, venues } from '../tables/index.ts'
import { measuresOf, namesIn, type Sweep, sumOf, tellBy, viewsOf } from './measure.ts'
import { addPurchases } from './purchases.ts'

const columnsOf = (world: World) =>
  viewsOf(world, {
    found: blocks.occasions,
    feed: occasions.feed,
    route: occasions.route,
    routeFrom: routes.from,
    bought: occasions.bought,
    price: listings.price,
    pieces: feeds.pieces,
    piecesOf: venues.pieces,
    courier: venues.courier,
    orders: households.orders,
  })
type Columns = ReturnType<typeof columnsOf>

function emptySums(input: MarketInput) {
  const names = namesIn(input, 'venues')
  return {
    names,
    parcelsPerCourier: Number(input.rules[work.name].parcelsPerCourier),
    /** Sales by the venue where the order began, mRp. */
    begun: new Float64Array(names.length),
    /** Of them those on impulse, by feed, mRp. */
    onImpulse: new Float64Array(names.length),
    /** Parcels that couriers carry, one an order, by venue. */
    carried: new Float64Array(names.length),
  }
}
type Sums = ReturnType<typeof emptySums>

const sums: Sweep<Sums> = {
  every: 'day',
  over(world, input) {
    const c = columnsOf(world)
    const s = emptySums(input)
    const room = world.counts.occasions / world.counts.blocks
    return {
      sums: s,
      take() {
        addPurchases(c, room, s.begun, (row) => c.routeFrom[c.route[row] - 1])
        addPurchases(c, room, s.onImpulse, (row) => c.feed[row] - 1)
        takeParcels(c, s, input.tables.regions.length)
      },
    }
  },
}

function takeParcels(c: Columns, { carried }: Sums, regions: number): void {
  for (let venue = 0; venue < carried.length; venue++) {
    let served = 0
    for (let region = 0; region < regions; region++) served += c.pieces[venue * regions + region]
    carried[venue] = c.courier[venue] ? (served * c.orders[0]) / c.piecesOf[venue] : 0
  }
}

export const channels = measuresOf(sums, {
  begun: {
    name: 'sales begun',
    unit: 'mRp/day',
    label: {
      en: 'Sales by where the order began',
      id: 'Penjualan menurut kanal asal pesanan',
    },
    more: 'neither',
    by: ['venue'],
    overTime: { name: 'sales-begun', by: 'venue' },
    tell(s, tell) {
      tell(sumOf(s.begun))
      tellBy(tell, 'venue', s.names, s.begun)
    },
  },
  begunInFeeds: {
    name: 'sales begun in feeds',
    unit: 'mRp/day',
    label: {
      en: 'Sales on impulse that begin in a feed',
      id: 'Penjualan impulsif yang bermula di linimasa',
    },
    more: 'neither',
    by: ['venue'],
    tell(s, tell) {
      tell(sumOf(s.onImpulse))
      tellBy(tell, 'venue', s.names, s.onImpulse)
    },
  },
  parcels: {
    name: 'parcels',
    unit: 'parcels/day',
    label: { en: 'Parcels', id: 'Paket' },
    more: 'neither',
    by: ['venue'],
    tell(s, tell) {
      tell(sumOf(s.carried))
      tellBy(tell, 'venue', s.names, s.carried)
    },
  },
  couriers: {
    name: 'couriers',
    unit: 'FTE',
    // The working time of couriers follows the parcels of the week before each Monday.
    label: {
      en: 'Couriers by venue, by parcels of the same day',
      id: 'Kurir menurut kanal penjualan, menurut paket pada hari yang sama',
    },
    more: 'neither',
    by: ['venue'],
    tell(s, tell) {
      const each = DAYS_A_WEEK / s.parcelsPerCourier
      tell(sumOf(s.carried) * each)
      tellBy(
        tell,
        'venue',
        s.names,
        s.carried.map((parcels) => parcels * each),
      )
    },
  },
})
