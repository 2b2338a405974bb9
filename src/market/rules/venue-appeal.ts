import { exp, rule } from '../../engine/index.ts'
import { appeals, classes, lists, nestAppeals, scales, today } from '../populations/index.ts'
import { categories, nests, openToPlans, regions, routes, venues } from '../tables/index.ts'

/**
 * What a route is worth today to a buyer of a region and income class, before his own taste:
 *   worth = I_v + T_vc + dd_v [double date] - kappa_av - a (delivery + trip - subsidy) + event_rc / lambda_n
 * with a = alpha / lambda_n, and the same without live and popularity. The choice weighs in odds: those of a route are relative to the
 * best open route of its nest, those of a nest are e^(lambda_n best + N_nc - trend_n), and of saving e^N_0c,
 * all over e^level, so that the largest of them is 1. Where a feed shows the goods of the checkout as its
 * own, the taste is that for the feed.
 */
export const venueAppeal = rule({
  name: 'venue-appeal',
  does: 'venues are worth what they list, less delivery, plus subsidies and double dates',
  every: 'day',
  over: scales,
  reads: {
    value: lists.value,
    soberValue: lists.soberValue,
    firstList: routes.firstList,
    byRegion: routes.regional,
    routeTo: routes.to,
    routeFrom: routes.from,
    shared: routes.shared,
    friction: routes.friction,
    open: routes.open,
    openToPlans: routes.openToPlans,
    nestOf: venues.nest,
    pull: venues.doubleDate,
    subsidy: venues.subsidy,
    courier: venues.courier,
    trip: venues.trip,
    delivery: regions.delivery,
    tripCost: regions.trip,
    dissimilarity: nests.dissimilarity,
    trend: nests.trend,
    sensitivity: classes.sensitivity,
    venueTaste: categories.venueTaste,
    isEvent: venues.events,
    eventPull: categories.eventPull,
    nestConstant: categories.nestConstant,
    saveConstant: categories.saveConstant,
    doubleDate: today.doubleDate,
  },
  writes: {
    worth: appeals.worth,
    odds: appeals.odds,
    soberOdds: appeals.soberOdds,
    nestOdds: nestAppeals.odds,
    soberNestOdds: nestAppeals.soberOdds,
    level: scales.level,
    saving: scales.saving,
  },
  step(c, _, { from, to, count }) {
    const { venues: V, regions: R, classes: K, nests: N, routes: A } = count
    const soberWorth = new Float64Array(A)
    const best = new Float64Array(N)
    const soberBest = new Float64Array(N)
    for (let seen = from; seen < to; seen++) {
      const incomeClass = seen % K
      const market = (seen - incomeClass) / K
      const region = market % R
      const category = (market - region) / R
      const alpha = c.sensitivity[incomeClass * count.categories + category]
      best.fill(-Infinity)
      soberBest.fill(-Infinity)
      for (let route = 0; route < A; route++) {
        const venue = c.routeTo[route]
        const nest = c.nestOf[venue]
        const list = c.firstList[route] + (c.byRegion[route] ? market : category)
        const cost =
          (c.courier[venue] ? c.delivery[region] : 0) +
          (c.trip[venue] ? c.tripCost[region] : 0) -
          c.subsidy[venue]
        const rest =
          c.venueTaste[category * V + (c.shared[route] ? c.routeFrom[route] : venue)] +
          c.pull[venue] * c.doubleDate[0] -
          c.friction[route] -
          (alpha / c.dissimilarity[nest]) * cost +
          (c.isEvent[venue] ? c.eventPull[market] / c.dissimilarity[nest] : 0)
        const worth = c.value[list * K + incomeClass] + rest
        c.worth[seen * A + route] = worth
        soberWorth[route] = c.soberValue[list * K + incomeClass] + rest
        if (openToPlans(c, route) === 0) continue
        if (worth > best[nest]) best[nest] = worth
        if (soberWorth[route] > soberBest[nest]) soberBest[nest] = soberWorth[route]
      }
      for (let route = 0; route < A; route++) {
        const nest = c.nestOf[c.routeTo[route]]
        if (openToPlans(c, route) === 0) {
          c.odds[seen * A + route] = 0
          c.soberOdds[seen * A + route] = 0
          continue
        }
        c.odds[seen * A + route] = oddsOf(c.worth[seen * A + route], best[nest])
        c.soberOdds[seen * A + route] = oddsOf(soberWorth[route], soberBest[nest])
      }
      const constant = (nest: number) =>
        c.nestConstant[category * N + nest] - c.trend[nest * R + region]
      let level = c.saveConstant[category]
      for (let nest = 0; nest < N; nest++)
        level = Math.max(level, c.dissimilarity[nest] * best[nest] + constant(nest))
      for (let nest = 0; nest < N; nest++) {
        const lambda = c.dissimilarity[nest]
        c.nestOdds[seen * N + nest] = oddsOf(lambda * best[nest] + constant(nest), level)
        c.soberNestOdds[seen * N + nest] = oddsOf(lambda * soberBest[nest] + constant(nest), level)
      }
      c.level[seen] = level
      c.saving[seen] = exp(c.saveConstant[category] - level)
    }
  },
})

/** e^(utility - level); what leads nowhere has no odds. */
const oddsOf = (utility: number, level: number): number =>
  utility === -Infinity ? 0 : exp(utility - level)
