/**
 * What platforms earn by goods under their own labels, by platform: sales of the day less fees (which it pays to itself), creators
 * and unit cost, as the books of the week take it. Fees on these sales stand among platform fees.
 */
import type { World } from '../../engine/index.ts'
import type { MarketInput } from '../input.ts'
import { listings, sellers } from '../populations/index.ts'
import { paysCommissions } from '../rules/attention/commissions.ts'
import { settleOwnLabels } from '../rules/money/own-label-profit.ts'
import { households, routes, venues } from '../tables/index.ts'
import { measuresOf, namesIn, type Sweep, sumOf, tellBy, viewsOf } from './measure.ts'

const columnsOf = (world: World) =>
  viewsOf(world, {
    ownLabel: sellers.ownLabel,
    category: sellers.category,
    weight: sellers.weight,
    unitCost: sellers.unitCost,
    offered: sellers.creatorCommission,
    served: sellers.served,
    impulse: sellers.impulse,
    hosting: sellers.hosting,
    byLive: sellers.byLive,
    sold: listings.sold,
    price: listings.price,
    orderWeight: households.orders,
    commission: venues.commission,
    flatFee: venues.flatFee,
    pieces: venues.pieces,
    affiliates: venues.affiliates,
    routeFrom: routes.from,
    routeTo: routes.to,
    shared: routes.shared,
  })
type Columns = ReturnType<typeof columnsOf>

const emptySums = (input: MarketInput) => {
  const names = namesIn(input, 'venues')
  return {
    names,
    /** mRp by venue. */
    profit: new Float64Array(names.length),
  }
}

const sums: Sweep<ReturnType<typeof emptySums>> = {
  every: 'day',
  over(world, input) {
    const c = columnsOf(world)
    const s = emptySums(input)
    const [venueCount, categoryCount] = [s.names.length, input.tables.categories.length]
    const sellers = input.size.sellers
    const today = {
      ...c,
      soldWeek: c.sold,
      commissionedWeek: new Float64Array(c.sold.length),
      labelProfit: new Float64Array(sellers),
      labelIncome: new Float64Array(venueCount * categoryCount),
    }
    const rows = { from: 0, to: categoryCount, first: 0, last: sellers }
    return {
      sums: s,
      take() {
        takeCommissioned(c, today.commissionedWeek, world.counts)
        settleOwnLabels(today, rows, world.counts)
        const mRp = c.orderWeight[0] / 1000
        for (let venue = 0; venue < venueCount; venue++)
          s.profit[venue] =
            mRp *
            sumOf(today.labelIncome.subarray(venue * categoryCount, (venue + 1) * categoryCount))
      },
    }
  },
}

/** Pieces of the day with a commission to creators, of sellers that make an own label: as takings counts them. */
function takeCommissioned(
  c: Columns,
  commissioned: Float64Array,
  count: Readonly<Record<string, number>>,
): void {
  const { venues: venueCount, routes: routeCount } = count
  const pays = paysCommissions(c, count)
  for (let seller = 0; seller < c.ownLabel.length; seller++) {
    if (c.ownLabel[seller] === 0) continue
    commissioned.fill(0, seller * venueCount, (seller + 1) * venueCount)
    for (let route = 0; route < routeCount; route++) {
      const way = seller * routeCount + route
      if (c.served[way] === 0 || !pays[route] || c.hosting[way] === 0) continue
      const planned = c.served[way] - c.impulse[way]
      commissioned[seller * venueCount + c.routeTo[route]] +=
        c.impulse[way] + planned * c.byLive[way]
    }
  }
}

export const ownLabels = measuresOf(sums, {
  ownLabelProfit: {
    name: 'own-label profit',
    unit: 'mRp/day',
    label: { en: "Profit of platforms' own labels", id: 'Laba merek sendiri platform' },
    more: 'neither',
    by: ['venue'],
    tell(s, tell) {
      tell(sumOf(s.profit))
      tellBy(tell, 'venue', s.names, s.profit)
    },
  },
})
