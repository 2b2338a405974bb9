import { before, exp, GUMBEL, log, mix, rule } from '../../engine/index.ts'
import { blocks, buyers, classes, levels, lists, markets, occasions, today } from '../populations/index.ts'
import { categories, households, nests, regions, routes, venues } from '../tables/index.ts'
import { NORMAL } from './noise.ts'

/** One buyer in so many is asked for his sober surplus as well. */
const SOBER_SAMPLE = 8

/**
 * Nest and venue of a planned occasion, by Gumbel-max with noise keyed to buyer, occasion and alternative:
 *   t_iv   = T_ivc + phi [v = last] + s ell_i [v streams] + dd_v [double date] - kappa_av - a (delivery - subsidy)
 *   I_n    = ln sum_v e^{I_v + t_iv}
 *   choose   argmax over nests and saving of lambda_n I_n + N_nc + e_n and N_0c + e_0, then argmax I_v + t_iv + e_v
 * An impulse goes to the open route of least friction from its feed, without an outside option.
 * Surplus of an occasion: (1/alpha) ln( e^{N_0c} + sum_n e^{lambda_n I_n + N_nc} ) for a plan, 1/a for an
 * impulse (the mean surplus of a buyer at the margin when purchase odds are small).
 */
export const venueChoice = rule({
  name: 'venue-choice',
  does: 'each occasion chooses a nest and a venue, or saves',
  every: 'day',
  over: blocks,
  slice: 1,
  reads: {
    found: blocks.occasions,
    buyerOf: occasions.buyer,
    noise: occasions.noise,
    category: occasions.category,
    feed: occasions.feed,
    region: buyers.region,
    incomeClass: buyers.incomeClass,
    affinityLevel: buyers.affinity,
    shopper: buyers.shopper,
    accounts: buyers.accounts,
    lastVenue: before(buyers.lastVenue),
    relativeAffinity: levels.affinity,
    meanAffinity: households.affinity,
    streamTaste: households.streamTaste,
    sensitivity: classes.sensitivity,
    value: lists.value,
    soberValue: lists.soberValue,
    firstList: routes.firstList,
    byRegion: routes.regional,
    routeFrom: routes.from,
    routeTo: routes.to,
    open: routes.open,
    friction: routes.friction,
    nestOf: venues.nest,
    streams: venues.streams,
    pull: venues.doubleDate,
    subsidy: venues.subsidy,
    courier: venues.courier,
    trip: venues.trip,
    delivery: regions.delivery,
    tripCost: regions.trip,
    dissimilarity: nests.dissimilarity,
    habit: nests.habit,
    tasteSpread: nests.venueTasteSpread,
    onlineOnly: nests.onlineOnly,
    trend: nests.trend,
    nestConstant: categories.nestConstant,
    saveConstant: categories.saveConstant,
    venueTaste: categories.venueTaste,
    doubleDate: today.doubleDate,
  },
  writes: {
    route: occasions.route,
    surplus: blocks.surplus,
    soberSurplus: blocks.soberSurplus,
    sampledSurplus: blocks.sampledSurplus,
    saved: markets.saved,
    byNest: markets.byNest,
  },
  step(c, _, { from, to, still, count }) {
    const { venues: V, nests: N, regions: R, classes: K, categories: C } = count
    const routesByNest = Array.from({ length: N }, (_, nest) =>
      Array.from({ length: count.routes }, (_, route) => route).filter(
        (route) => c.nestOf[c.routeTo[route]] === nest,
      ),
    )
    const term = new Float64Array(count.routes)
    const nestValue = new Float64Array(N)

    /** Utility of a route to a buyer beyond noise, or -Infinity where it is not open to him. */
    function routeUtility(
      route: number, buyer: number, category: number, moment: number,
      values: { readonly [row: number]: number }, affinity: number,
    ): number {
      const venue = c.routeTo[route]
      const attention = c.routeFrom[route]
      const accounts = c.accounts[buyer]
      if (((accounts >>> venue) & 1) === 0 || ((accounts >>> attention) & 1) === 0) return -Infinity
      if (moment >= c.open[route]) return -Infinity
      const nest = c.nestOf[venue]
      const region = c.region[buyer]
      const incomeClass = c.incomeClass[buyer]
      const list =
        c.firstList[route] + (c.byRegion[route] ? category * R + region : category)
      const cost =
        (c.courier[venue] ? c.delivery[region] : 0) +
        (c.trip[venue] ? c.tripCost[region] : 0) -
        c.subsidy[venue]
      return (
        values[list * K + incomeClass] +
        c.venueTaste[category * V + venue] +
        c.tasteSpread[nest] * NORMAL[mix(still.a ^ Math.imul(buyer * V + venue, 0x9e3779b1)) >>> 20] +
        (c.lastVenue[buyer] === venue + 1 ? c.habit[nest] : 0) +
        (c.streams[venue] ? c.streamTaste[0] * affinity : 0) +
        c.pull[venue] * c.doubleDate[0] -
        c.friction[route] -
        (c.sensitivity[incomeClass * C + category] / c.dissimilarity[nest]) * cost
      )
    }

    /** Fills nest values; returns the log-sum of the whole choice. */
    function logSum(
      buyer: number, category: number, moment: number,
      values: { readonly [row: number]: number }, affinity: number,
    ): number {
      let total = exp(c.saveConstant[category])
      for (let nest = 0; nest < N; nest++) {
        nestValue[nest] = -Infinity
        if (c.onlineOnly[nest] && !c.shopper[buyer]) continue
        const alternatives = routesByNest[nest]
        let best = -Infinity
        for (let at = 0; at < alternatives.length; at++) {
          const route = alternatives[at]
          const utility = routeUtility(route, buyer, category, moment, values, affinity)
          term[route] = utility
          if (utility > best) best = utility
        }
        if (best === -Infinity) continue
        let inclusive = best
        if (alternatives.length > 1) {
          let sum = 0
          for (let at = 0; at < alternatives.length; at++) sum += exp(term[alternatives[at]] - best)
          inclusive = best + log(sum)
        }
        nestValue[nest] =
          c.dissimilarity[nest] * inclusive +
          c.nestConstant[category * N + nest] -
          c.trend[nest * R + c.region[buyer]]
        total += exp(nestValue[nest])
      }
      return log(total)
    }

    for (let block = from; block < to; block++) {
      const first = block * (count.occasions / count.blocks)
      let surplus = 0
      let sober = 0
      let sampled = 0
      for (let row = first; row < first + c.found[block]; row++) {
        const buyer = c.buyerOf[row]
        const category = c.category[row]
        const noise = c.noise[row]
        const moment = (mix(noise ^ 0x5bd1e995) + 0.5) * 2.3283064365386963e-10
        const alpha = c.sensitivity[c.incomeClass[buyer] * C + category]
        const affinity = c.relativeAffinity[c.affinityLevel[buyer]] * c.meanAffinity[0]
        if (c.feed[row] > 0) {
          const route = impulseRoute(row, buyer, category, noise, moment, affinity)
          c.route[row] = route + 1
          if (route >= 0) {
            const gained = c.dissimilarity[c.nestOf[c.routeTo[route]]] / alpha
            surplus += gained
            if (buyer % SOBER_SAMPLE === 0) sampled += gained
          }
          continue
        }
        if (buyer % SOBER_SAMPLE === 0)
          sober += logSum(buyer, category, moment, c.soberValue, 0) / alpha
        const value = logSum(buyer, category, moment, c.value, affinity) / alpha
        surplus += value
        if (buyer % SOBER_SAMPLE === 0) sampled += value

        let chosen = -1
        let best = c.saveConstant[category] + GUMBEL[mix(noise ^ 0x68e31da4) >>> 20]
        for (let nest = 0; nest < N; nest++) {
          const utility = nestValue[nest] + GUMBEL[mix(noise ^ Math.imul(nest + 1, 0xb5297a4d)) >>> 20]
          if (utility > best) {
            best = utility
            chosen = nest
          }
        }
        const market = category * R + c.region[buyer]
        if (chosen < 0) {
          c.route[row] = 0
          c.saved[market]++
          continue
        }
        c.byNest[market * N + chosen]++
        const alternatives = routesByNest[chosen]
        let route = -1
        best = -Infinity
        for (let at = 0; at < alternatives.length; at++) {
          const candidate = alternatives[at]
          const utility =
            term[candidate] + GUMBEL[mix(noise ^ Math.imul(candidate + 1, 0x1b56c4e9)) >>> 20]
          if (utility > best) {
            best = utility
            route = candidate
          }
        }
        c.route[row] = route + 1
      }
      c.surplus[block] = surplus
      c.soberSurplus[block] = sober
      c.sampledSurplus[block] = sampled
    }

    /** The open route of least friction from the feed of an impulse; among equals by value and taste. */
    function impulseRoute(
      row: number, buyer: number, category: number, noise: number, moment: number, affinity: number,
    ): number {
      const feed = c.feed[row] - 1
      let chosen = -1
      let least = Infinity
      let best = -Infinity
      for (let route = 0; route < count.routes; route++) {
        if (c.routeFrom[route] !== feed || c.friction[route] > least) continue
        const utility =
          routeUtility(route, buyer, category, moment, c.value, affinity) +
          GUMBEL[mix(noise ^ Math.imul(route + 1, 0x1b56c4e9)) >>> 20]
        if (utility === -Infinity) continue
        if (c.friction[route] < least || utility > best) {
          chosen = route
          best = utility
          least = c.friction[route]
        }
      }
      return chosen
    }
  },
})
