/**
 * What buyers spend on the goods of the model, by income class: five classes of equally many people, so that differences between
 * classes are differences per person. Their consumer surplus stands with the surplus of all (sales.ts).
 */
import type { World } from '../../engine/index.ts'
import { blocks, FIFTHS, listings, occasions, buyers as population } from '../populations/index.ts'
import { households } from '../tables/index.ts'
import { measuresOf, type Sweep, sumOf, tellBy, viewsOf } from './measure.ts'
import { addPurchases } from './purchases.ts'

const columnsOf = (world: World) =>
  viewsOf(world, {
    found: blocks.occasions,
    buyer: occasions.buyer,
    bought: occasions.bought,
    price: listings.price,
    incomeClass: population.incomeClass,
    orders: households.orders,
  })

const sums: Sweep<{ readonly spent: Float64Array }> = {
  every: 'day',
  over(world) {
    const c = columnsOf(world)
    const spent = new Float64Array(FIFTHS.length)
    const room = world.counts.occasions / world.counts.blocks
    return {
      sums: { spent },
      take() {
        addPurchases(c, room, spent, (row) => c.incomeClass[c.buyer[row]])
      },
    }
  },
}

export const buyers = measuresOf(sums, {
  purchases: {
    name: 'purchases',
    unit: 'mRp/day',
    label: { en: 'Purchases of buyers by income', id: 'Belanja pembeli menurut pendapatan' },
    more: 'neither',
    by: ['kind'],
    tell(s, tell) {
      tell(sumOf(s.spent))
      tellBy(tell, 'kind', FIFTHS, s.spent)
    },
  },
})
