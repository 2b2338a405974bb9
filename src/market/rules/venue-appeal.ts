import { exp, rule } from '../../engine/index.ts'
import { appeals, classes, lists, nestAppeals, today } from '../populations/index.ts'
import { categories, nests, regions, routes, venues } from '../tables/index.ts'

/**
 * What a route is worth today to a buyer of a region and income class, before his own taste:
 *   I_v + T_vc + dd_v [double date] - kappa_av - a (delivery + trip - subsidy) + event / lambda_n,   a = alpha / lambda
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
    isEvent: venues.events,
    eventPull: categories.eventPull,
    doubleDate: today.doubleDate,
  },
  writes: {
    worth: appeals.worth,
    soberWorth: appeals.soberWorth,
    odds: appeals.odds,
    soberOdds: appeals.soberOdds,
    best: nestAppeals.best,
    soberBest: nestAppeals.soberBest,
  },
  step(c, _, { count }) {
    const { venues: V, regions: R, classes: K, categories: C } = count
    const { worth, soberWorth, best, soberBest, odds, soberOdds } = c
    best.fill(-Infinity)
    soberBest.fill(-Infinity)
    const nestOf = (route: number) => c.nestOf[c.routeTo[route]]
    /** Calls back for every route as a buyer of a category, region and class sees it. */
    function each(
      look: (
        row: number,
        nestRow: number,
        route: number,
        market: number,
        incomeClass: number,
      ) => void,
    ): void {
      for (let market = 0, row = 0; market < C * R; market++)
        for (let incomeClass = 0; incomeClass < K; incomeClass++)
          for (let route = 0; route < count.routes; route++, row++)
            look(
              row,
              (market * K + incomeClass) * count.nests + nestOf(route),
              route,
              market,
              incomeClass,
            )
    }
    each((row, nestRow, route, market, incomeClass) => {
      const venue = c.routeTo[route]
      const category = Math.floor(market / R)
      const region = market % R
      const list = c.firstList[route] + (c.byRegion[route] ? market : category)
      const cost =
        (c.courier[venue] ? c.delivery[region] : 0) +
        (c.trip[venue] ? c.tripCost[region] : 0) -
        c.subsidy[venue]
      const a = c.sensitivity[incomeClass * C + category] / c.dissimilarity[nestOf(route)]
      const rest =
        c.venueTaste[category * V + venue] +
        c.pull[venue] * c.doubleDate[0] -
        c.friction[route] -
        a * cost +
        (c.isEvent[venue] ? c.eventPull[market] / c.dissimilarity[c.nestOf[venue]] : 0)
      worth[row] = c.value[list * K + incomeClass] + rest
      soberWorth[row] = c.soberValue[list * K + incomeClass] + rest
      if (worth[row] > best[nestRow]) best[nestRow] = worth[row]
      if (soberWorth[row] > soberBest[nestRow]) soberBest[nestRow] = soberWorth[row]
    })
    each((row, nestRow) => {
      odds[row] = worth[row] === -Infinity ? 0 : exp(worth[row] - best[nestRow])
      soberOdds[row] = soberWorth[row] === -Infinity ? 0 : exp(soberWorth[row] - soberBest[nestRow])
    })
  },
})
