import {
  agentWord,
  before,
  FRECHET,
  fraction,
  GUMBEL,
  log,
  mix,
  type Named,
  power,
  quotient,
  rule,
  stillHalf,
  type Values,
  type Writable,
} from '../../../engine/index.ts'
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
} from '../../populations/index.ts'
import { categories, households, nests, routes, venues } from '../../tables/index.ts'
import {
  type Alternative,
  type ChoiceSet,
  choiceSet,
  type NestOption,
  type RouteOption,
} from './choice-set.ts'
import { ALTERNATIVES, MOMENT, NESTS, ROUTES, SAVING } from './occasion-words.ts'
import { impulseMark } from './purchase-occasions.ts'

/** One buyer in so many is in the sample whose surplus is also measured net of social influence. */
const SURPLUS_SAMPLE = 32

/**
 * Nest and venue of a planned occasion, by Gumbel-max with noise keyed to buyer, occasion and alternative:
 *   t_iv   = utility of the route + sd_n z_iv + phi [v = last] + s ell_i [v streams]
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
    occasionCount: blocks.occasions,
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
    utility: appeals.utility,
    odds: appeals.odds,
    impulseOdds: appeals.impulseOdds,
    intrinsicOdds: appeals.intrinsicOdds,
    nestOdds: nestAppeals.odds,
    intrinsicNestOdds: nestAppeals.intrinsicOdds,
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
    intrinsicOf: blocks.intrinsicSurplus,
    sampledOf: blocks.sampledSurplus,
    saved: markets.saved,
    byNest: markets.byNest,
  },
  draws: { tastes: stillHalf('Taste for a shopfront, by buyer and venue', 'a') },
  step(c, _, { from, to, draws, count }) {
    const set = choiceSet(c, count, draws.tastes.lane)
    const occasion = noOccasion()
    const room = quotient(count.occasions, count.blocks)
    for (let block = from; block < to; block++) {
      const first = block * room
      const end = first + c.occasionCount[block]
      const firstClass = block * count.classes
      c.surplusOf.fill(0, firstClass, firstClass + count.classes)
      let intrinsic = 0
      let sampled = 0
      for (let row = first; row < end; row++) {
        readOccasion(c, count, set.partOfDay, row, occasion)
        const feed = c.feedOf[row]
        if (feed > 0) {
          c.routeChosen[row] = 1 + chooseOnImpulse(c, set, feed - 1, occasion)
        } else {
          valuePlan(c, set, row, occasion)
          c.routeChosen[row] = 1 + choosePlan(c, set, row, occasion)
        }
        c.surplusOf[firstClass + occasion.incomeClass] += occasion.surplus
        if (!occasion.sampled) continue
        intrinsic += occasion.intrinsicSurplus
        sampled += occasion.surplus
      }
      c.intrinsicOf[block] = intrinsic
      c.sampledOf[block] = sampled
    }
  },
})

/** An occasion as its buyer meets it, and what choosing leaves him with. One record serves all occasions of a slice. */
interface Occasion {
  buyer: number
  incomeClass: number
  category: number
  /** Word of 32 bits. */
  noise: number
  /** Part of the day that has passed; 0 where nothing shuts within the day. */
  moment: number
  /** Price sensitivity, 1/kRp. */
  alpha: number
  market: number
  /** Cell of market and income class. */
  cell: number
  accounts: number
  /** Odds of saving, and of saving and all nests together. */
  saving: number
  allOdds: number
  sampled: boolean
  shopper: boolean
  /** kRp a buyer. */
  surplus: number
  /** Net of social influence; only of the sample, and of plans. */
  intrinsicSurplus: number
}

const noOccasion = (): Occasion => ({
  buyer: 0,
  incomeClass: 0,
  category: 0,
  noise: 0,
  moment: 0,
  alpha: Number.NaN,
  market: 0,
  cell: 0,
  accounts: 0,
  saving: Number.NaN,
  allOdds: Number.NaN,
  sampled: false,
  shopper: false,
  surplus: Number.NaN,
  intrinsicSurplus: Number.NaN,
})

function readOccasion(
  c: Named<
    | 'buyerOf'
    | 'categoryOf'
    | 'noiseOf'
    | 'classOf'
    | 'regionOf'
    | 'sensitivity'
    | 'accountsOf'
    | 'shopper'
  >,
  count: Readonly<Record<string, number>>,
  partOfDay: boolean,
  row: number,
  occasion: Occasion,
): void {
  const buyer = c.buyerOf[row]
  const category = c.categoryOf[row]
  const incomeClass = c.classOf[buyer]
  const market = category * count.regions + c.regionOf[buyer]
  const cell = market * count.classes + incomeClass
  const noise = c.noiseOf[row] | 0
  occasion.buyer = buyer
  occasion.category = category
  occasion.incomeClass = incomeClass
  occasion.noise = noise
  if (partOfDay) occasion.moment = momentOf(noise)
  occasion.alpha = c.sensitivity[incomeClass * count.categories + category]
  occasion.market = market
  occasion.cell = cell
  occasion.accounts = c.accountsOf[buyer] | 0
  occasion.sampled = buyer % SURPLUS_SAMPLE === 0
  occasion.shopper = c.shopper[buyer] > 0
  occasion.surplus = 0
  occasion.intrinsicSurplus = 0
}

/** The part of the day that has passed at an occasion. */
export const momentOf = (noise: number): number => fraction(mix(noise ^ MOMENT))

/** The route of an order on impulse, -1 where there is none; surplus (1/a) ln(1 + W), a = alpha / lambda. */
function chooseOnImpulse(
  c: Named<
    'friction' | 'open' | 'utility' | 'impulseOdds' | 'dissimilarity' | 'nestOf' | 'routeTo'
  >,
  set: ChoiceSet,
  feed: number,
  occasion: Occasion,
): number {
  const firstRoute = Math.imul(occasion.cell, set.routeCount)
  const route = easiestRoute(c, set.routesFrom[feed], firstRoute, occasion)
  if (route < 0) return -1
  const odds = c.impulseOdds[firstRoute + route]
  occasion.surplus = (c.dissimilarity[c.nestOf[c.routeTo[route]]] / occasion.alpha) * log(1 + odds)
  return impulseMark(occasion.noise) * (1 + odds) >= odds ? -1 : route
}

/** The open route of least friction from the feed of an impulse; among equals by utility and noise. */
export function easiestRoute(
  c: Named<'friction' | 'open' | 'utility'>,
  routes: readonly RouteOption[],
  firstRoute: number,
  { accounts, moment, noise }: Pick<Occasion, 'accounts' | 'moment' | 'noise'>,
): number {
  let chosen = -1
  let least = Infinity
  let best = -Infinity
  for (const { route, needed, login } of routes) {
    if (c.friction[route] > least) continue
    if ((accounts & needed) !== needed && (accounts & login) === 0) continue
    if (moment >= c.open[route]) continue
    const utility = c.utility[firstRoute + route] + GUMBEL[routeNoise(noise, route)]
    if (c.friction[route] < least || utility > best) {
      chosen = route
      best = utility
      least = c.friction[route]
    }
  }
  return chosen
}

/** Surplus of a plan, as the inclusive value over alpha; the odds by which the buyer chooses stay in the choice set. */
function valuePlan(
  c: Named<
    | 'returnedOf'
    | 'crowding'
    | 'saving'
    | 'level'
    | 'saveConstant'
    | 'odds'
    | 'nestOdds'
    | 'intrinsicOdds'
    | 'intrinsicNestOdds'
    | 'lastVenue'
    | 'affinityLevel'
  >,
  set: ChoiceSet,
  row: number,
  occasion: Occasion,
): void {
  occasion.saving = c.saving[occasion.cell]
  const last = c.lastVenue[occasion.buyer] - 1
  const affinity = c.affinityLevel[occasion.buyer]
  // A plan that an impulse order displaces was the alternative that its surplus is measured from.
  const shoppers = occasion.shopper ? 1 / (1 - c.crowding[occasion.cell]) : 1
  const counted = c.returnedOf[row] ? 0 : shoppers
  if (occasion.sampled) {
    planOdds(set, occasion, c.intrinsicOdds, c.intrinsicNestOdds, last, -1)
    occasion.intrinsicSurplus = (counted * inclusiveValue(c, occasion)) / occasion.alpha
  }
  planOdds(set, occasion, c.odds, c.nestOdds, last, affinity)
  occasion.surplus = (counted * inclusiveValue(c, occasion)) / occasion.alpha
}

/** The route of a planned purchase, -1 where the buyer saves; who plans in the place of an impulse order does not. */
function choosePlan(
  c: Named<'returnedOf' | 'saving'> & Writable<'saved' | 'byNest'>,
  set: ChoiceSet,
  row: number,
  { cell, market, noise }: Occasion,
): number {
  const nest = drawNest(set, noise, c.returnedOf[row] ? 0 : c.saving[cell])
  if (nest === undefined) {
    c.saved[market]++
    return -1
  }
  c.byNest[market * set.nestCount + nest.row]++
  return drawRoute(drawAlternative(nest, noise, set.venueCount).routes, noise)
}

/** ln( e^{N_0c} + sum_n e^{lambda_n I_n + N_nc} ); where the best is out of reach by more than a number can hold, he saves. */
const inclusiveValue = (
  c: Named<'level' | 'saveConstant'>,
  { cell, category, allOdds }: Occasion,
): number => (allOdds > 0 ? c.level[cell] + log(allOdds) : c.saveConstant[category])

/**
 * Adds up the odds of saving and of all nests, and leaves those of nests, alternatives and routes in the choice set.
 * @param affinity level of live affinity; -1 leaves out what streams add
 */
function planOdds(
  set: ChoiceSet,
  occasion: Occasion,
  routeOdds: Values,
  nestOdds: Values,
  last: number,
  affinity: number,
): void {
  const { nests, partOfDay, openToPlans } = set
  const { accounts, cell } = occasion
  const firstRoute = Math.imul(cell, set.routeCount)
  const firstNest = Math.imul(cell, set.nestCount)
  const firstTaste = Math.imul(occasion.buyer, set.venueCount)
  let total = occasion.saving
  for (let nth = 0; nth < nests.length; nth++) {
    const nest = nests[nth]
    nest.odds = 0
    if (nest.shoppersOnly && !occasion.shopper) continue
    const { alternatives, taste } = nest
    let sum = 0
    for (let at = 0; at < alternatives.length; at++) {
      const alternative = alternatives[at]
      alternative.odds = 0
      if ((accounts & alternative.accounts) === 0) continue
      const { routes } = alternative
      let odds = 0
      for (let which = 0; which < routes.length; which++) {
        const option = routes[which]
        const { needed, login, route } = option
        const admitted = (accounts & needed) === needed || (accounts & login) !== 0
        const open = !partOfDay || occasion.moment < openToPlans[route]
        const here = admitted && open ? routeOdds[firstRoute + route] : 0
        option.odds = here
        odds += here
      }
      if (odds === 0) continue
      odds *= taste[agentWord(set.tasteKey, firstTaste + alternative.shopfront) >>> 22]
      if (last === alternative.checkout) odds *= nest.habit
      if (affinity >= 0 && alternative.streams) odds *= nest.streamPull[affinity]
      alternative.odds = odds
      sum += odds
    }
    if (sum === 0) continue
    if (nest.exponent !== 1) sum = power(sum, nest.exponent)
    nest.odds = nestOdds[firstNest + nest.row] * sum
    total += nest.odds
  }
  occasion.allOdds = total
}

/** The nest of largest odds x e^Gumbel; none where saving has them. */
function drawNest(set: ChoiceSet, noise: number, saving: number): NestOption | undefined {
  let chosen: NestOption | undefined
  let highest = saving * FRECHET[savingNoise(noise)]
  for (const nest of set.nests) {
    if (nest.odds === 0) continue
    const draw = nest.odds * FRECHET[nestNoise(noise, nest.row)]
    if (draw > highest) {
      highest = draw
      chosen = nest
    }
  }
  return chosen
}

function drawAlternative({ alternatives }: NestOption, noise: number, venues: number): Alternative {
  let chosen = alternatives[0]
  let highest = 0
  for (const alternative of alternatives) {
    if (alternative.odds === 0) continue
    const draw = alternative.odds * FRECHET[alternativeNoise(noise, alternative, venues)]
    if (draw > highest) {
      highest = draw
      chosen = alternative
    }
  }
  return chosen
}

function drawRoute(routes: readonly RouteOption[], noise: number): number {
  let chosen = 0
  let highest = 0
  for (const { odds, route } of routes) {
    if (odds === 0) continue
    const draw = odds * FRECHET[routeNoise(noise, route)]
    if (draw > highest) {
      highest = draw
      chosen = route
    }
  }
  return chosen
}

/** Which of the 4096 noises saving gets at an occasion. */
export const savingNoise = (noise: number): number => mix(noise ^ SAVING) >>> 20

/** That of a nest. */
export const nestNoise = (noise: number, nest: number): number =>
  mix(noise ^ Math.imul(nest + 1, NESTS)) >>> 20

/** That of a shopfront with its checkout. */
export const alternativeNoise = (
  noise: number,
  { checkout, shopfront }: Pick<Alternative, 'checkout' | 'shopfront'>,
  venues: number,
): number => mix(noise ^ Math.imul(checkout * venues + shopfront + 1, ALTERNATIVES)) >>> 20

/** That of a route. */
export const routeNoise = (noise: number, route: number): number =>
  mix(noise ^ Math.imul(route + 1, ROUTES)) >>> 20
