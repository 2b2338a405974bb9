import { before, exp, FRECHET, GUMBEL, log, mix, rule, type Values } from '../../engine/index.ts'
import {
  appeals,
  blocks,
  buyers,
  classes,
  levels,
  markets,
  nestAppeals,
  occasions,
} from '../populations/index.ts'
import { categories, households, nests, routes, venues } from '../tables/index.ts'
import { NORMAL } from './noise.ts'

/** One buyer in so many is asked for his sober surplus as well. */
const SOBER_SAMPLE = 32

/**
 * Nest and venue of a planned occasion, by Gumbel-max with noise keyed to buyer, occasion and alternative:
 *   t_iv   = worth of the route + sd_n z_iv + phi [v = last] + s ell_i [v streams]
 *   I_n    = ln sum_v e^{t_iv}
 *   choose   argmax over nests and saving of lambda_n I_n + N_nc + e_n and N_0c + e_0, then argmax t_iv + e_v
 * An impulse goes to the open route of least friction from its feed, without an outside option.
 * Surplus of an occasion: (1/alpha) ln( e^{N_0c} + sum_n e^{lambda_n I_n + N_nc} ) for a plan, 1/a for an
 * impulse (the mean surplus of a buyer at the margin when purchase odds are small). McFadden 1978; Small
 * and Rosen 1981.
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
    noiseOf: occasions.noise,
    categoryOf: occasions.category,
    feedOf: occasions.feed,
    regionOf: buyers.region,
    classOf: buyers.incomeClass,
    affinityLevel: buyers.affinity,
    shopper: buyers.shopper,
    accountsOf: buyers.accounts,
    lastVenue: before(buyers.lastVenue),
    relativeAffinity: levels.affinity,
    meanAffinity: households.affinity,
    streamTaste: households.streamTaste,
    sensitivity: classes.sensitivity,
    worth: appeals.worth,
    soberWorth: appeals.soberWorth,
    odds: appeals.odds,
    soberOdds: appeals.soberOdds,
    best: nestAppeals.best,
    soberBest: nestAppeals.soberBest,
    routeFrom: routes.from,
    routeTo: routes.to,
    open: routes.open,
    openToPlans: routes.openToPlans,
    friction: routes.friction,
    nestOf: venues.nest,
    streams: venues.streams,
    dissimilarity: nests.dissimilarity,
    habit: nests.habit,
    tasteSpread: nests.venueTasteSpread,
    onlineOnly: nests.onlineOnly,
    trend: nests.trend,
    nestConstant: categories.nestConstant,
    saveConstant: categories.saveConstant,
  },
  writes: {
    routeChosen: occasions.route,
    surplusOf: blocks.surplus,
    soberOf: blocks.soberSurplus,
    sampledOf: blocks.sampledSurplus,
    saved: markets.saved,
    byNest: markets.byNest,
  },
  step(columns, _, { from, to, still, count }) {
    const { venues: V, nests: N, regions: R, classes: K, categories: C, routes: A } = count
    const {
      accountsOf,
      lastVenue,
      worth,
      soberWorth,
      odds,
      soberOdds,
      best,
      soberBest,
      open,
      friction,
      nestOf,
      shopper,
      trend,
    } = columns
    const { dissimilarity, nestConstant, saveConstant, onlineOnly, regionOf, byNest } = columns
    const tasteKey = still.a
    const term = new Float64Array(A)
    const nestValue = new Float64Array(N)
    const taste = new Float64Array(V)

    // What belongs to a route, laid out for the loop: routes sorted by nest.
    const order = Int32Array.from({ length: A }, (_, route) => route).sort(
      (one, other) => nestOf[columns.routeTo[one]] - nestOf[columns.routeTo[other]] || one - other,
    )
    const firstOf = new Int32Array(N + 1)
    for (const route of order) firstOf[nestOf[columns.routeTo[route]] + 1]++
    for (let nest = 0; nest < N; nest++) firstOf[nest + 1] += firstOf[nest]
    const venueOf = new Int32Array(A)
    const needs = new Int32Array(A)
    const spread = new Float64Array(A)
    const pull = new Float64Array(A)
    const habit = new Float64Array(A)
    const direct = new Uint8Array(A)
    const planned = new Float64Array(A)
    for (let route = 0; route < A; route++) {
      const venue = columns.routeTo[route]
      venueOf[route] = venue
      direct[route] = venue === columns.routeFrom[route] ? 1 : 0
      planned[route] = columns.openToPlans[route] < 0 ? open[route] : columns.openToPlans[route]
      needs[route] = (1 << venue) | (1 << columns.routeFrom[route])
      spread[route] = columns.tasteSpread[nestOf[venue]]
      pull[route] = columns.streams[venue] ? columns.streamTaste[0] : 0
      habit[route] = columns.habit[nestOf[venue]]
    }

    /** Fills odds of the routes open to the buyer and nest values; returns the log-sum of the choice. */
    function logSum(
      buyer: number,
      category: number,
      seen: number,
      moment: number,
      worth: Values,
      odds: Values,
      best: Values,
      affinity: number,
    ): number {
      const accounts = accountsOf[buyer]
      const last = lastVenue[buyer] - 1
      const region = regionOf[buyer]
      const base = seen * A
      let largest = saveConstant[category]
      for (let nest = 0; nest < N; nest++) {
        nestValue[nest] = -Infinity
        if (onlineOnly[nest] && !shopper[buyer]) continue
        const lone = firstOf[nest + 1] - firstOf[nest] === 1
        let sum = 0
        let inclusive = -Infinity
        for (let at = firstOf[nest]; at < firstOf[nest + 1]; at++) {
          const route = order[at]
          term[route] = 0
          if ((accounts & needs[route]) !== needs[route]) continue
          const venue = venueOf[route]
          // Link-outs come after the direct route of their venue and share the taste for it.
          if (direct[route]) {
            const own =
              spread[route] *
                NORMAL[mix(tasteKey ^ Math.imul(buyer * V + venue, 0x9e3779b1)) >>> 22] +
              (last === venue ? habit[route] : 0) +
              pull[route] * affinity
            // Where a nest is one route there is nothing to add up, and its odds are not needed.
            if (lone) inclusive = worth[base + route] + own
            else taste[venue] = exp(own)
          }
          if (moment >= planned[route]) {
            inclusive = -Infinity
            continue
          }
          term[route] = lone ? 1 : odds[base + route] * taste[venue]
          sum += term[route]
        }
        if (!lone && sum > 0) inclusive = best[seen * N + nest] + log(sum)
        if (inclusive === -Infinity) continue
        nestValue[nest] =
          dissimilarity[nest] * inclusive +
          nestConstant[category * N + nest] -
          trend[nest * R + region]
        if (nestValue[nest] > largest) largest = nestValue[nest]
      }
      let total = exp(saveConstant[category] - largest)
      for (let nest = 0; nest < N; nest++)
        if (nestValue[nest] > -Infinity) total += exp(nestValue[nest] - largest)
      return largest + log(total)
    }

    /** The open route of least friction from the feed of an impulse; among equals by worth and taste. */
    function impulseRoute(
      buyer: number,
      feed: number,
      base: number,
      noise: number,
      moment: number,
    ): number {
      let chosen = -1
      let least = Infinity
      let best = -Infinity
      for (let route = 0; route < A; route++) {
        if (columns.routeFrom[route] !== feed || friction[route] > least) continue
        if ((accountsOf[buyer] & needs[route]) !== needs[route] || moment >= open[route]) continue
        const utility =
          worth[base + route] + GUMBEL[mix(noise ^ Math.imul(route + 1, 0x1b56c4e9)) >>> 20]
        if (friction[route] < least || utility > best) {
          chosen = route
          best = utility
          least = friction[route]
        }
      }
      return chosen
    }

    for (let block = from; block < to; block++) {
      const first = block * (count.occasions / count.blocks)
      let surplus = 0
      let sober = 0
      let sampled = 0
      for (let row = first; row < first + columns.found[block]; row++) {
        const buyer = columns.buyerOf[row]
        const category = columns.categoryOf[row]
        const noise = columns.noiseOf[row]
        const incomeClass = columns.classOf[buyer]
        const moment = (mix(noise ^ 0x5bd1e995) + 0.5) * 2.3283064365386963e-10
        const alpha = columns.sensitivity[incomeClass * C + category]
        const market = category * R + regionOf[buyer]
        const seen = market * K + incomeClass
        const inSample = buyer % SOBER_SAMPLE === 0
        if (columns.feedOf[row] > 0) {
          const route = impulseRoute(buyer, columns.feedOf[row] - 1, seen * A, noise, moment)
          columns.routeChosen[row] = route + 1
          if (route >= 0) {
            const gained = dissimilarity[nestOf[venueOf[route]]] / alpha
            surplus += gained
            if (inSample) sampled += gained
          }
          continue
        }
        if (inSample)
          sober +=
            logSum(buyer, category, seen, moment, soberWorth, soberOdds, soberBest, 0) / alpha
        const affinity =
          columns.relativeAffinity[columns.affinityLevel[buyer]] * columns.meanAffinity[0]
        const value = logSum(buyer, category, seen, moment, worth, odds, best, affinity) / alpha
        surplus += value
        if (inSample) sampled += value

        let chosen = -1
        let highest = saveConstant[category] + GUMBEL[mix(noise ^ 0x68e31da4) >>> 20]
        for (let nest = 0; nest < N; nest++) {
          const utility =
            nestValue[nest] + GUMBEL[mix(noise ^ Math.imul(nest + 1, 0xb5297a4d)) >>> 20]
          if (utility > highest) {
            highest = utility
            chosen = nest
          }
        }
        if (chosen < 0) {
          columns.routeChosen[row] = 0
          columns.saved[market]++
          continue
        }
        byNest[market * N + chosen]++
        // The largest of odds x e^Gumbel: the same as the largest of log odds + Gumbel.
        let route = -1
        highest = 0
        for (let at = firstOf[chosen]; at < firstOf[chosen + 1]; at++) {
          const candidate = order[at]
          if (term[candidate] === 0) continue
          const chance =
            term[candidate] * FRECHET[mix(noise ^ Math.imul(candidate + 1, 0x1b56c4e9)) >>> 20]
          if (chance > highest) {
            highest = chance
            route = candidate
          }
        }
        columns.routeChosen[row] = route + 1
      }
      columns.surplusOf[block] = surplus
      columns.soberOf[block] = sober
      columns.sampledOf[block] = sampled
    }
  },
})
