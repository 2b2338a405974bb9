/**
 * Through which feed sales begin and through whose hands they go: sales by the feed in which the impulse arose, wherever it was
 * paid, and parcels and couriers by the venue for which they are carried.
 */
import type { World } from '../../engine/index.ts'
import type { MarketInput } from '../input.ts'
import { blocks, feeds, listings, occasions } from '../populations/index.ts'
import { work } from '../rules/work.ts'
import { households, venues } from '../tables/index.ts'
import { measuresOf, namesIn, type Sweep, sumOf, tellBy, viewsOf } from './measure.ts'
import { addPurchases } from './purchases.ts'

const columnsOf = (world: World) =>
  viewsOf(world, {
    found: blocks.occasions,
    feed: occasions.feed,
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
    /** Sales by feed of an impulse, mRp. */
    begun: new Float64Array(names.length),
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
        addPurchases(c, room, s.begun, (row) => c.feed[row] - 1)
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
  begunInFeeds: {
    name: 'sales begun in feeds',
    unit: 'mRp/day',
    label: { en: 'Sales that begin in a feed', id: 'Penjualan yang bermula di linimasa' },
    more: 'neither',
    by: ['venue'],
    tell(s, tell) {
      tell(sumOf(s.begun))
      tellBy(tell, 'venue', s.names, s.begun)
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
    label: { en: 'Couriers by venue', id: 'Kurir menurut tempat jual beli' },
    more: 'neither',
    by: ['venue'],
    tell(s, tell) {
      const each = 7 / s.parcelsPerCourier
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
