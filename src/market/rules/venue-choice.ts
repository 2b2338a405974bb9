import {
  before,
  exp,
  FRECHET,
  GUMBEL,
  log,
  mix,
  power,
  quotient,
  rule,
} from '../../engine/index.ts'
import {
  appeals,
  blocks,
  buyers,
  classes,
  levels,
  markets,
  nestAppeals,
  occasions,
  scales,
} from '../populations/index.ts'
import { households, nests, openToPlans, routes, venues } from '../tables/index.ts'
import { lognormal } from './noise.ts'

/** One buyer in so many is asked for his sober surplus as well. */
const SOBER_SAMPLE = 32

/**
 * Nest and venue of a planned occasion, by Gumbel-max with noise keyed to buyer, occasion and alternative:
 *   t_iv   = worth of the route + sd_n z_iv + phi [v = last] + s ell_i [v streams]
 *   I_n    = ln sum_v e^{t_iv}
 *   choose   argmax over nests and saving of lambda_n I_n + N_nc + e_n and N_0c + e_0, then argmax t_iv + e_v
 * all in odds: the largest of odds x e^Gumbel is the largest of log odds + Gumbel, and tastes and habits are
 * factors that come from tables. An impulse goes to the open route of least friction from its feed, without
 * an outside option.
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
    odds: appeals.odds,
    soberOdds: appeals.soberOdds,
    nestOdds: nestAppeals.odds,
    soberNestOdds: nestAppeals.soberOdds,
    level: scales.level,
    saving: scales.saving,
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
  },
  writes: {
    routeChosen: occasions.route,
    surplusOf: blocks.surplus,
    soberOf: blocks.soberSurplus,
    sampledOf: blocks.sampledSurplus,
    saved: markets.saved,
    byNest: markets.byNest,
  },
  step(c, _, { from, to, still, count }) {
    const {
      venues: V,
      nests: N,
      regions: R,
      classes: K,
      categories: C,
      routes: A,
      levels: L,
    } = count
    const { accountsOf, open, onlineOnly, streams, saved, byNest } = c
    const tasteKey = still.a

    const plans = Float64Array.from({ length: A }, (_, route) => openToPlans(c, route))
    // Laid out for the loop: nests have stops (venues), stops have open routes.
    const { venueAt, routeAt, firstStop, firstRoute } = stopsOf(
      N,
      Array.from(c.routeTo).map((venue, route) => ({ venue, nest: c.nestOf[venue], route })),
      (route) => open[route] > 0 || plans[route] > 0,
    )
    const fromAt = routeAt.map((route) => 1 << c.routeFrom[route])
    const partOfDay = routeAt.some((route) => open[route] < 1 || plans[route] < 1)
    // Where a nest is one route there is nothing to add up: its lambda goes into the factors instead.
    const exponent = new Float64Array(N)
    const habit = new Float64Array(N)
    const pull = new Float64Array(N * L)
    const tastes: Float64Array[] = []
    for (let nest = 0; nest < N; nest++) {
      const alone = firstRoute[firstStop[nest + 1]] - firstRoute[firstStop[nest]] === 1
      const inside = alone ? c.dissimilarity[nest] : 1
      exponent[nest] = alone ? 1 : c.dissimilarity[nest]
      habit[nest] = exp(inside * c.habit[nest])
      tastes[nest] = lognormal(inside * c.tasteSpread[nest])
      const streamTaste = inside * c.streamTaste[0] * c.meanAffinity[0]
      for (let level = 0; level < L; level++)
        pull[nest * L + level] = exp(streamTaste * c.relativeAffinity[level])
    }
    const routeOdds = new Float64Array(routeAt.length)
    const stopOdds = new Float64Array(venueAt.length)
    const nestOdds = new Float64Array(N)

    for (let block = from; block < to; block++) {
      const first = block * quotient(count.occasions, count.blocks)
      const end = first + c.found[block]
      let surplus = 0
      let sober = 0
      let sampled = 0
      for (let row = first; row < end; row++) {
        const buyer = c.buyerOf[row]
        const category = c.categoryOf[row]
        const noise = c.noiseOf[row]
        const incomeClass = c.classOf[buyer]
        const moment = partOfDay ? (mix(noise ^ 0x5bd1e995) + 0.5) * 2.3283064365386963e-10 : 0
        const alpha = c.sensitivity[incomeClass * C + category]
        const market = category * R + c.regionOf[buyer]
        const seen = market * K + incomeClass
        const firstOdds = seen * A
        const firstNest = seen * N
        const inSample = buyer % SOBER_SAMPLE === 0
        const accounts = accountsOf[buyer]

        const feed = c.feedOf[row]
        if (feed > 0) {
          // The open route of least friction from the feed of an impulse; among equals by worth and noise.
          let chosen = -1
          let least = Infinity
          let best = -Infinity
          for (let at = 0; at < routeAt.length; at++) {
            const route = routeAt[at]
            if (c.routeFrom[route] !== feed - 1 || c.friction[route] > least) continue
            if (((accounts >>> c.routeTo[route]) & 1) === 0 || moment >= open[route]) continue
            const utility = c.worth[firstOdds + route] + GUMBEL[routeNoise(noise, route)]
            if (c.friction[route] < least || utility > best) {
              chosen = route
              best = utility
              least = c.friction[route]
            }
          }
          c.routeChosen[row] = chosen + 1
          if (chosen >= 0) {
            const gained = c.dissimilarity[c.nestOf[c.routeTo[chosen]]] / alpha
            surplus += gained
            if (inSample) sampled += gained
          }
          continue
        }

        const last = c.lastVenue[buyer] - 1
        const shopper = c.shopper[buyer]
        const firstTaste = buyer * V
        const affinity = c.affinityLevel[buyer]
        // A buyer of the sample weighs twice, soberly first: what is left behind is his true choice.
        for (let look = inSample ? 0 : 1; look < 2; look++) {
          const oddsOf = look === 0 ? c.soberOdds : c.odds
          const bestOf = look === 0 ? c.soberNestOdds : c.nestOdds
          let total = c.saving[seen]
          for (let nest = 0; nest < N; nest++) {
            nestOdds[nest] = 0
            if (onlineOnly[nest] && !shopper) continue
            const taste = tastes[nest]
            const endStop = firstStop[nest + 1]
            let sum = 0
            for (let stop = firstStop[nest]; stop < endStop; stop++) {
              stopOdds[stop] = 0
              const venue = venueAt[stop]
              if (((accounts >>> venue) & 1) === 0) continue
              let odds = 0
              const endRoute = firstRoute[stop + 1]
              for (let at = firstRoute[stop]; at < endRoute; at++) {
                const route = routeAt[at]
                routeOdds[at] =
                  (accounts & fromAt[at]) !== 0 && !(partOfDay && moment >= plans[route])
                    ? oddsOf[firstOdds + route]
                    : 0
                odds += routeOdds[at]
              }
              odds *= taste[mix(tasteKey ^ Math.imul(firstTaste + venue, 0x9e3779b1)) >>> 22]
              if (last === venue) odds *= habit[nest]
              if (look === 1 && streams[venue]) odds *= pull[nest * L + affinity]
              stopOdds[stop] = odds
              sum += odds
            }
            if (sum === 0) continue
            if (exponent[nest] !== 1) sum = power(sum, exponent[nest])
            nestOdds[nest] = bestOf[firstNest + nest] * sum
            total += nestOdds[nest]
          }
          const value = (c.level[seen] + log(total)) / alpha
          if (look === 0) sober += value
          else {
            surplus += value
            if (inSample) sampled += value
          }
        }

        let chosen = -1
        let highest = c.saving[seen] * FRECHET[mix(noise ^ 0x68e31da4) >>> 20]
        for (let nest = 0; nest < N; nest++) {
          if (nestOdds[nest] === 0) continue
          const chance =
            nestOdds[nest] * FRECHET[mix(noise ^ Math.imul(nest + 1, 0xb5297a4d)) >>> 20]
          if (chance > highest) {
            highest = chance
            chosen = nest
          }
        }
        if (chosen < 0) {
          c.routeChosen[row] = 0
          saved[market]++
          continue
        }
        byNest[market * N + chosen]++
        let stop = firstStop[chosen]
        highest = 0
        for (let other = stop; other < firstStop[chosen + 1]; other++) {
          if (stopOdds[other] === 0) continue
          const chance =
            stopOdds[other] * FRECHET[mix(noise ^ Math.imul(venueAt[other] + 1, 0xa3d8b1c5)) >>> 20]
          if (chance > highest) {
            highest = chance
            stop = other
          }
        }
        let way = firstRoute[stop]
        highest = 0
        for (let at = way; at < firstRoute[stop + 1]; at++) {
          if (routeOdds[at] === 0) continue
          const chance = routeOdds[at] * FRECHET[routeNoise(noise, routeAt[at])]
          if (chance > highest) {
            highest = chance
            way = at
          }
        }
        c.routeChosen[row] = routeAt[way] + 1
      }
      c.surplusOf[block] = surplus
      c.soberOf[block] = sober
      c.sampledOf[block] = sampled
    }
  },
})

/** Which of the 4096 noises a route gets at an occasion. */
const routeNoise = (noise: number, route: number): number =>
  mix(noise ^ Math.imul(route + 1, 0x1b56c4e9)) >>> 20

interface Way {
  readonly venue: number
  readonly nest: number
  readonly route: number
}

/** Venues by nest and open routes by venue: nest n has stops firstStop[n] to firstStop[n + 1], and so on. */
function stopsOf(nests: number, ways: readonly Way[], isOpen: (route: number) => boolean) {
  const venueAt: number[] = []
  const routeAt: number[] = []
  const firstStop = [0]
  const firstRoute = [0]
  for (let nest = 0; nest < nests; nest++) {
    const inNest = ways.filter((way) => way.nest === nest && isOpen(way.route))
    for (const venue of new Set(inNest.map((way) => way.venue))) {
      venueAt.push(venue)
      for (const way of inNest) if (way.venue === venue) routeAt.push(way.route)
      firstRoute.push(routeAt.length)
    }
    firstStop.push(venueAt.length)
  }
  return {
    venueAt: Int32Array.from(venueAt),
    routeAt: Int32Array.from(routeAt),
    firstStop: Int32Array.from(firstStop),
    firstRoute: Int32Array.from(firstRoute),
  }
}
