import {
  agentWord,
  before,
  exp,
  FRECHET,
  fraction,
  GUMBEL,
  log,
  mix,
  power,
  quotient,
  rule,
  type Values,
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
import { categories, households, nests, openToPlans, routes, venues } from '../tables/index.ts'
import { lognormal } from './noise.ts'
import { impulseMark } from './purchase-occasions.ts'
import { passBit } from './reach.ts'

/** One buyer in so many is asked for his sober surplus as well. */
const SOBER_SAMPLE = 32

/**
 * Nest and venue of a planned occasion, by Gumbel-max with noise keyed to buyer, occasion and alternative:
 *   t_iv   = worth of the route + sd_n z_iv + phi [v = last] + s ell_i [v streams]
 *   I_n    = ln sum_v e^{t_iv}
 *   choose   argmax over nests and saving of lambda_n I_n + N_nc + e_n and N_0c + e_0, then argmax t_iv + e_v
 * all in odds: the largest of odds x e^Gumbel is the largest of log odds + Gumbel, and tastes and habits are
 * factors that come from tables. Where a feed shows the goods of a checkout as its own, taste and streams are
 * those of the feed. An exposure in a feed looks at its open route of least friction, and ends in an order with
 * the probability W / (1 + W), W the odds of the route (venue-appeal).
 * Surplus of an occasion: (1/alpha) ln( e^{N_0c} + sum_n e^{lambda_n I_n + N_nc} ) for a plan, (1/a) ln(1 + W) for
 * an exposure, a = alpha / lambda. McFadden 1978; Small and Rosen 1981.
 */
export const venueChoice = rule({
  name: 'venue-choice',
  does: 'each occasion chooses a nest and a venue, or saves',
  every: 'day',
  over: blocks,
  slice: 2,
  reads: {
    found: blocks.occasions,
    buyerOf: occasions.buyer,
    noiseOf: occasions.noise,
    categoryOf: occasions.category,
    feedOf: occasions.feed,
    returnedOf: occasions.returned,
    crowding: scales.crowding,
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
    impulseOdds: appeals.impulseOdds,
    soberOdds: appeals.soberOdds,
    nestOdds: nestAppeals.odds,
    soberNestOdds: nestAppeals.soberOdds,
    level: scales.level,
    saveConstant: categories.saveConstant,
    saving: scales.saving,
    routeFrom: routes.from,
    routeTo: routes.to,
    open: routes.open,
    openToPlans: routes.openToPlans,
    friction: routes.friction,
    shared: routes.shared,
    login: routes.login,
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
    const { venues: V, nests: N, regions: R, classes: K, categories: C, routes: A } = count
    const { accountsOf, open, saved, byNest } = c
    const tasteKey = still.a

    const plans = Float64Array.from({ length: A }, (_, route) => openToPlans(c, route))
    let joined = 0
    const ways = Array.from({ length: A }, (_, route): Way => {
      const [from, to] = [c.routeFrom[route], c.routeTo[route]]
      return {
        route,
        nest: c.nestOf[to],
        window: c.shared[route] ? from : to,
        checkout: to,
        needs: (1 << from) | (1 << to),
        pass: c.login[route] > 0 ? 1 << passBit(joined++) : 0,
        odds: Number.NaN,
      }
    }).filter(({ route }) => open[route] > 0 || plans[route] > 0)
    const waysFrom = Array.from({ length: V }, (_, venue) =>
      ways.filter(({ route }) => c.routeFrom[route] === venue),
    )
    const partOfDay = ways.some(({ route }) => open[route] < 1 || plans[route] < 1)
    const nests = Array.from({ length: N }, (_, row): Nest => {
      const inside = ways.filter(({ nest }) => nest === row)
      // Where a nest is one route there is nothing to add up: its lambda goes into the factors instead.
      const scale = inside.length === 1 ? c.dissimilarity[row] : 1
      const streamTaste = scale * c.streamTaste[0] * c.meanAffinity[0]
      return {
        row,
        stops: stopsOf(inside, (venue) => c.streams[venue] > 0),
        exponent: inside.length === 1 ? 1 : c.dissimilarity[row],
        habit: exp(scale * c.habit[row]),
        taste: lognormal(scale * c.tasteSpread[row]),
        pull: pullOf(streamTaste, c.relativeAffinity),
        shoppersOnly: c.onlineOnly[row] === 1,
        odds: Number.NaN,
      }
    }).filter(({ stops }) => stops.length > 0)

    for (let block = from; block < to; block++) {
      const first = block * quotient(count.occasions, count.blocks)
      const end = first + c.found[block]
      const own = block * K
      c.surplusOf.fill(0, own, own + K)
      let sober = 0
      let sampled = 0
      for (let row = first; row < end; row++) {
        const buyer = c.buyerOf[row]
        const category = c.categoryOf[row]
        const noise = c.noiseOf[row]
        const incomeClass = c.classOf[buyer]
        const moment = partOfDay ? fraction(mix(noise ^ 0x5bd1e995)) : 0
        const alpha = c.sensitivity[incomeClass * C + category]
        const market = category * R + c.regionOf[buyer]
        const seen = market * K + incomeClass
        const firstOdds = Math.imul(seen, A)
        const firstNest = Math.imul(seen, N)
        const inSample = buyer % SOBER_SAMPLE === 0
        const accounts = accountsOf[buyer]

        const feed = c.feedOf[row]
        if (feed > 0) {
          // The open route of least friction from the feed of an impulse; among equals by worth and noise.
          let chosen = -1
          let least = Infinity
          let best = -Infinity
          for (const { route, needs, pass } of waysFrom[feed - 1]) {
            if (c.friction[route] > least) continue
            if ((accounts & needs) !== needs && (accounts & pass) === 0) continue
            if (moment >= open[route]) continue
            const utility = c.worth[firstOdds + route] + GUMBEL[routeNoise(noise, route)]
            if (c.friction[route] < least || utility > best) {
              chosen = route
              best = utility
              least = c.friction[route]
            }
          }
          if (chosen >= 0) {
            const tempted = c.impulseOdds[firstOdds + chosen]
            const gained = (c.dissimilarity[c.nestOf[c.routeTo[chosen]]] / alpha) * log(1 + tempted)
            c.surplusOf[own + incomeClass] += gained
            if (inSample) sampled += gained
            if (impulseMark(noise) * (1 + tempted) >= tempted) chosen = -1
          }
          c.routeChosen[row] = chosen + 1
          continue
        }

        const last = c.lastVenue[buyer] - 1
        const shopper = c.shopper[buyer]
        const firstTaste = Math.imul(buyer, V)
        const affinity = c.affinityLevel[buyer]
        // A plan that an impulse order displaces was the alternative that its surplus is measured from.
        const counted = c.returnedOf[row] ? 0 : shopper ? 1 / (1 - c.crowding[seen]) : 1
        // A buyer of the sample weighs twice, soberly first: what is left behind is his true choice.
        for (let look = inSample ? 0 : 1; look < 2; look++) {
          const oddsOf = look === 0 ? c.soberOdds : c.odds
          const bestOf = look === 0 ? c.soberNestOdds : c.nestOdds
          let total = c.saving[seen]
          for (let nth = 0; nth < nests.length; nth++) {
            const nest = nests[nth]
            nest.odds = 0
            if (nest.shoppersOnly && !shopper) continue
            const { stops, taste } = nest
            let sum = 0
            for (let nth = 0; nth < stops.length; nth++) {
              const stop = stops[nth]
              stop.odds = 0
              if ((accounts & stop.doors) === 0) continue
              const { ways, window } = stop
              let odds = 0
              for (let which = 0; which < ways.length; which++) {
                const way = ways[which]
                const { needs, pass } = way
                const has = (accounts & needs) === needs || (accounts & pass) !== 0
                const here =
                  has && !(partOfDay && moment >= plans[way.route])
                    ? oddsOf[firstOdds + way.route]
                    : 0
                way.odds = here
                odds += here
              }
              if (odds === 0) continue
              odds *= taste[agentWord(tasteKey, firstTaste + window) >>> 22]
              if (last === stop.checkout) odds *= nest.habit
              if (look === 1 && stop.streams) odds *= nest.pull[affinity]
              stop.odds = odds
              sum += odds
            }
            if (sum === 0) continue
            if (nest.exponent !== 1) sum = power(sum, nest.exponent)
            nest.odds = bestOf[firstNest + nest.row] * sum
            total += nest.odds
          }
          // Where the best is out of reach to this buyer by more than a number can hold, he saves.
          const worth = total > 0 ? c.level[seen] + log(total) : c.saveConstant[category]
          const value = (counted * worth) / alpha
          if (look === 0) sober += value
          else {
            c.surplusOf[own + incomeClass] += value
            if (inSample) sampled += value
          }
        }

        let chosen: Nest | undefined
        // Who plans in the place of an impulse order does not save.
        let highest = c.returnedOf[row]
          ? 0
          : c.saving[seen] * FRECHET[mix(noise ^ 0x68e31da4) >>> 20]
        for (const nest of nests) {
          const { odds } = nest
          if (odds === 0) continue
          const chance = odds * FRECHET[mix(noise ^ Math.imul(nest.row + 1, 0xb5297a4d)) >>> 20]
          if (chance > highest) {
            highest = chance
            chosen = nest
          }
        }
        if (chosen === undefined) {
          c.routeChosen[row] = 0
          saved[market]++
          continue
        }
        byNest[market * N + chosen.row]++
        const { stops } = chosen
        let { ways: there } = stops[0]
        highest = 0
        for (const { odds, checkout, window, ways } of stops) {
          if (odds === 0) continue
          const chance =
            odds * FRECHET[mix(noise ^ Math.imul(checkout * V + window + 1, 0xa3d8b1c5)) >>> 20]
          if (chance > highest) {
            highest = chance
            there = ways
          }
        }
        let taken = 0
        highest = 0
        for (const { odds, route } of there) {
          if (odds === 0) continue
          const chance = odds * FRECHET[routeNoise(noise, route)]
          if (chance > highest) {
            highest = chance
            taken = route
          }
        }
        c.routeChosen[row] = taken + 1
      }
      c.soberOf[block] = sober
      c.sampledOf[block] = sampled
    }
  },
})

/** Which of the 4096 noises a route gets at an occasion. */
const routeNoise = (noise: number, route: number): number =>
  mix(noise ^ Math.imul(route + 1, 0x1b56c4e9)) >>> 20

/** An open route: the window of goods that it leads to, where they are paid for, and the accounts that it takes. */
interface Way {
  readonly route: number
  readonly nest: number
  readonly window: number
  readonly checkout: number
  readonly needs: number
  readonly pass: number
  /** What it is worth at this occasion; 0 where it is shut to the buyer. */
  odds: number
}

/** A window of goods with its checkout, and the routes that lead there. */
interface Stop {
  readonly window: number
  readonly checkout: number
  readonly streams: boolean
  /** Accounts of which a buyer needs one at least, to pay here. */
  readonly doors: number
  readonly ways: readonly Way[]
  odds: number
}

/** A nest with an open route. */
interface Nest {
  readonly row: number
  readonly stops: readonly Stop[]
  readonly exponent: number
  readonly habit: number
  readonly taste: Float32Array
  /** Of streams, by level of affinity. */
  readonly pull: Float64Array
  readonly shoppersOnly: boolean
  odds: number
}

function stopsOf(ways: readonly Way[], streams: (venue: number) => boolean): Stop[] {
  const stops = new Map<string, Way[]>()
  for (const way of ways) {
    const name = `${way.window} ${way.checkout}`
    stops.set(name, [...(stops.get(name) ?? []), way])
  }
  return [...stops.values()].map((ways) => ({
    window: ways[0].window,
    checkout: ways[0].checkout,
    streams: streams(ways[0].window),
    doors: ways.reduce((doors, { pass }) => doors | pass, 1 << ways[0].checkout),
    ways,
    odds: Number.NaN,
  }))
}

/** What streams add to the odds of a venue, by level of live affinity. */
function pullOf(taste: number, affinity: Values): Float64Array {
  const pull = new Float64Array(affinity.length)
  for (let level = 0; level < pull.length; level++) pull[level] = exp(taste * affinity[level])
  return pull
}
