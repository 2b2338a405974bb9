import { rule } from '../../engine/index.ts'
import { appeals, classes, lists, today } from '../populations/index.ts'
import { categories, nests, regions, routes, venues } from '../tables/index.ts'

/**
 * What a route is worth today to a buyer of a region and income class, before his own taste:
 *   I_v + T_vc + dd_v [double date] - kappa_av - a (delivery + trip - subsidy),   a = alpha / lambda
 * and the same without live and popularity.
 */
export const venueAppeal = rule({
  name: 'venue-appeal',
  does: 'venues are worth what they list, less delivery, plus subsidies and double dates',
  every: 'day',
  over: appeals,
  whole: true,
  reads: {
    value: lists.value,
    soberValue: lists.soberValue,
    firstList: routes.firstList,
    byRegion: routes.regional,
    routeTo: routes.to,
    friction: routes.friction,
    nestOf: venues.nest,
    pull: venues.doubleDate,
    subsidy: venues.subsidy,
    courier: venues.courier,
    trip: venues.trip,
    delivery: regions.delivery,
    tripCost: regions.trip,
    dissimilarity: nests.dissimilarity,
    sensitivity: classes.sensitivity,
    venueTaste: categories.venueTaste,
    doubleDate: today.doubleDate,
  },
  writes: { worth: appeals.worth, soberWorth: appeals.soberWorth },
  step(c, _, { count }) {
    const { venues: V, regions: R, classes: K, categories: C } = count
    let row = 0
    for (let category = 0; category < C; category++)
      for (let region = 0; region < R; region++)
        for (let incomeClass = 0; incomeClass < K; incomeClass++)
          for (let route = 0; route < count.routes; route++, row++) {
            const venue = c.routeTo[route]
            const list = c.firstList[route] + (c.byRegion[route] ? category * R + region : category)
            const cost =
              (c.courier[venue] ? c.delivery[region] : 0) +
              (c.trip[venue] ? c.tripCost[region] : 0) -
              c.subsidy[venue]
            const a = c.sensitivity[incomeClass * C + category] / c.dissimilarity[c.nestOf[venue]]
            const rest =
              c.venueTaste[category * V + venue] +
              c.pull[venue] * c.doubleDate[0] -
              c.friction[route] -
              a * cost
            c.worth[row] = c.value[list * K + incomeClass] + rest
            c.soberWorth[row] = c.soberValue[list * K + incomeClass] + rest
          }
  },
})
