import {
  type Counts,
  DAYS_A_WEEK,
  exp,
  log,
  type MutableValues,
  type Named,
  number,
  rule,
  type Values,
  type Writable,
} from '../../../engine/index.ts'
import {
  appeals,
  classes,
  feeds,
  lists,
  nestAppeals,
  scales,
  today,
} from '../../populations/index.ts'
import {
  categories,
  households,
  nests,
  openToPlans,
  regions,
  routes,
  subsidyPaid,
  venues,
} from '../../tables/index.ts'
import { OUTSIDE_PACE } from '../numerics.ts'

/**
 * Utility of a route today to a buyer of a region and income class, before his own taste:
 *   u = I_v + T_vc + dd_v [double date] - kappa_av - a (delivery + trip - subsidy) / h_v + event_rc / lambda_n
 * with a = alpha / lambda_n and h_v the pieces of an order: a purchase is one of them and bears its part; and the same net of social influence
 * (live and popularity). The choice weighs in odds: those of a route are relative to the
 * best open route of its nest, those of a nest are e^(lambda_n best + N_nc - trend_n), and of saving e^N_0c,
 * all over e^level, so that the largest of them is 1. Where a feed shows the goods of the checkout as its
 * own, the taste is that for the feed.
 *   impulse odds of a route from feed f = e^( I_v - kappa_av - a (delivery - subsidy) / h - O_f )
 * A person exposed in a feed buys the best of what it shows or nothing, which is worth O_f: one alternative more
 * in the plain logit between items. While constants are solved, O_f follows, as a mean over four weeks, what makes
 * the odds of its own checkout a / (1 - a) in every category, region and income class; then it stands still. The
 * elasticity of impulse orders with respect to all prices of a list is so (1 - a) a_price p at the mean.
 */
export const venueAppeal = rule({
  name: 'venue-appeal',
  does: 'the value of each venue: its listings, less delivery, plus subsidies and double dates',
  every: 'day',
  over: scales,
  reads: {
    inclusiveValue: lists.inclusiveValue,
    intrinsicValue: lists.intrinsicValue,
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
    answer: venues.answer,
    subsidyCap: venues.subsidyCap,
    courier: venues.courier,
    pieces: venues.pieces,
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
    solving: today.solving,
    streams: venues.streams,
    impulseHours: venues.impulseHours,
    acceptance: households.impulseAcceptance,
    displacement: households.impulseDisplacement,
    attention: feeds.attention,
    usualAttention: feeds.usualAttention,
    usualRate: feeds.usualRate,
    accounts: venues.accounts,
    reached: venues.reach,
    occasionRate: categories.occasionRate,
    season: categories.season,
    shopping: today.shopping,
  },
  writes: {
    utility: appeals.utility,
    odds: appeals.odds,
    intrinsicOdds: appeals.intrinsicOdds,
    nestOdds: nestAppeals.odds,
    intrinsicNestOdds: nestAppeals.intrinsicOdds,
    level: scales.level,
    saving: scales.saving,
    impulseOdds: appeals.impulseOdds,
    impulseOutside: scales.impulseOutside,
    returning: scales.returning,
    crowding: scales.crowding,
  },
  parameters: {
    mostCrowded: number({
      label: 'Largest share of plans that impulse orders displace; beyond it they are additional',
      unit: 'share',
      default: 0.5,
      range: [0, 1],
      source: 'assumption: half, as some needs no impulse meets; from a quarter to all of them',
      grade: 'assumption',
    }),
  },
  step(c, { mostCrowded }, { day, from, to, count }) {
    const exits = exitsOf(c)
    const watched = Array.from({ length: count.venues }, (_, feed) => feed).filter(
      (feed) => c.attention[feed] > 0 || c.usualAttention[feed] > 0,
    )
    const displaces = c.displacement[0] > 0 && day > 0 && !c.solving[0]
    const utilities = noUtilities(count)
    for (let cell = from; cell < to; cell++) {
      const place = placeOf(cell, count)
      weighRoutes(c, count, place, utilities)
      const [firstVenue, firstRoute] = [cell * count.venues, cell * count.routes]
      takeImpulses(c, exits, day, utilities.impulse, firstVenue, firstRoute)
      c.returning[cell] = 0
      c.crowding[cell] = 0
      if (displaces) displace(c, mostCrowded, exits, watched, cell, place.category, count)
      scaleRoutes(c, count, cell, utilities)
      scaleNests(c, count, place, utilities)
    }
  },
})

/** Category, region and income class of a cell. */
interface Place {
  readonly cell: number
  readonly incomeClass: number
  readonly market: number
  readonly region: number
  readonly category: number
}

function placeOf(cell: number, { classes: classCount, regions: regionCount }: Counts): Place {
  const incomeClass = cell % classCount
  const market = (cell - incomeClass) / classCount
  const region = market % regionCount
  return { cell, incomeClass, market, region, category: (market - region) / regionCount }
}

/** Utilities of a cell, used again for the next: by route, and the best by nest. */
interface Utilities {
  /** Net of social influence. */
  readonly intrinsic: Float64Array
  readonly impulse: Float64Array
  readonly best: Float64Array
  readonly intrinsicBest: Float64Array
}

const noUtilities = ({ routes: routeCount, nests: nestCount }: Counts): Utilities => ({
  intrinsic: new Float64Array(routeCount),
  impulse: new Float64Array(routeCount),
  best: new Float64Array(nestCount),
  intrinsicBest: new Float64Array(nestCount),
})

/** Utility of each route to a plan, with and without social influence, and to an exposure; and the best of each nest. */
function weighRoutes(
  c: CostColumns &
    Named<
      | 'sensitivity'
      | 'dissimilarity'
      | 'nestOf'
      | 'routeTo'
      | 'routeFrom'
      | 'firstList'
      | 'byRegion'
      | 'venueTaste'
      | 'shared'
      | 'pull'
      | 'doubleDate'
      | 'friction'
      | 'isEvent'
      | 'eventPull'
      | 'inclusiveValue'
      | 'intrinsicValue'
    > &
    Parameters<typeof openToPlans>[0] &
    Writable<'utility'>,
  {
    venues: venueCount,
    classes: classCount,
    categories: categoryCount,
    routes: routeCount,
  }: Counts,
  { cell, incomeClass, market, region, category }: Place,
  { intrinsic, impulse, best, intrinsicBest }: Utilities,
): void {
  const alpha = c.sensitivity[incomeClass * categoryCount + category]
  best.fill(-Infinity)
  intrinsicBest.fill(-Infinity)
  for (let route = 0; route < routeCount; route++) {
    const venue = c.routeTo[route]
    const nest = c.nestOf[venue]
    const list = c.firstList[route] + (c.byRegion[route] ? market : category)
    const price = (alpha / c.dissimilarity[nest]) * costOfGetting(c, venue, region)
    const rest =
      c.venueTaste[category * venueCount + (c.shared[route] ? c.routeFrom[route] : venue)] +
      c.pull[venue] * c.doubleDate[0] -
      c.friction[route] -
      price +
      (c.isEvent[venue] ? c.eventPull[market] / c.dissimilarity[nest] : 0)
    const value = c.inclusiveValue[list * classCount + incomeClass]
    const utility = value + rest
    c.utility[cell * routeCount + route] = utility
    impulse[route] = value - c.friction[route] - price
    intrinsic[route] = c.intrinsicValue[list * classCount + incomeClass] + rest
    if (openToPlans(c, route) === 0) continue
    if (utility > best[nest]) best[nest] = utility
    if (intrinsic[route] > intrinsicBest[nest]) intrinsicBest[nest] = intrinsic[route]
  }
}

type CostColumns = Named<'courier' | 'delivery' | 'trip' | 'tripCost' | 'pieces'> &
  Parameters<typeof subsidyPaid>[0]

/** Delivery and trip less subsidy that falls on a piece of an order, kRp. */
const costOfGetting = (c: CostColumns, venue: number, region: number): number =>
  ((c.courier[venue] ? c.delivery[region] : 0) +
    (c.trip[venue] ? c.tripCost[region] : 0) -
    subsidyPaid(c, venue)) /
  c.pieces[venue]

/** Odds of routes relative to the best of their nest; none where a route is shut to plans. */
function scaleRoutes(
  c: Named<'nestOf' | 'routeTo' | 'utility'> &
    Parameters<typeof openToPlans>[0] &
    Writable<'odds' | 'intrinsicOdds'>,
  { routes: routeCount }: Counts,
  cell: number,
  { intrinsic, best, intrinsicBest }: Utilities,
): void {
  for (let route = 0; route < routeCount; route++) {
    const at = cell * routeCount + route
    const nest = c.nestOf[c.routeTo[route]]
    const open = openToPlans(c, route) > 0
    c.odds[at] = open ? oddsOf(c.utility[at], best[nest]) : 0
    c.intrinsicOdds[at] = open ? oddsOf(intrinsic[route], intrinsicBest[nest]) : 0
  }
}

/** Odds of nests and of saving over e^level, so that the largest of them is 1. */
function scaleNests(
  c: Named<'nestConstant' | 'trend' | 'saveConstant' | 'dissimilarity'> &
    Writable<'nestOdds' | 'intrinsicNestOdds' | 'level' | 'saving'>,
  { nests: nestCount, regions: regionCount }: Counts,
  { cell, category, region }: Place,
  { best, intrinsicBest }: Utilities,
): void {
  const constant = (nest: number) =>
    c.nestConstant[category * nestCount + nest] - c.trend[nest * regionCount + region]
  let level = c.saveConstant[category]
  for (let nest = 0; nest < nestCount; nest++)
    level = Math.max(level, c.dissimilarity[nest] * best[nest] + constant(nest))
  for (let nest = 0; nest < nestCount; nest++) {
    const lambda = c.dissimilarity[nest]
    const at = cell * nestCount + nest
    c.nestOdds[at] = oddsOf(lambda * best[nest] + constant(nest), level)
    c.intrinsicNestOdds[at] = oddsOf(lambda * intrinsicBest[nest] + constant(nest), level)
  }
  c.level[cell] = level
  c.saving[cell] = exp(c.saveConstant[category] - level)
}

/** e^(utility - level); what leads nowhere has no odds. */
const oddsOf = (utility: number, level: number): number =>
  utility === -Infinity ? 0 : exp(utility - level)

interface Impulses {
  readonly solving: Values
  readonly acceptance: Values
  readonly impulseOutside: MutableValues
  readonly impulseOdds: MutableValues
}

/** A route from a feed in which people buy on impulse. */
interface Exit {
  readonly route: number
  readonly feed: number
  /** To its own checkout. */
  readonly direct: boolean
  /** Somebody may take it today: the feed's own checkout is not open all day at less friction. */
  readonly used: boolean
}

function exitsOf(
  c: Record<'routeFrom' | 'routeTo' | 'open' | 'friction' | 'streams' | 'impulseHours', Values>,
): Exit[] {
  const exits = Array.from({ length: c.routeFrom.length }, (_, route) => {
    const feed = c.routeFrom[route]
    return { route, feed, direct: feed === c.routeTo[route] }
  }).filter(({ feed }) => c.impulseHours[feed] > 0 || c.streams[feed] > 0)
  exits.sort((one, other) => c.friction[one.route] - c.friction[other.route])
  return exits.map((exit) => {
    const own = exits.find(({ feed, direct }) => direct && feed === exit.feed)?.route ?? exit.route
    const beaten = c.open[own] === 1 && c.friction[own] < c.friction[exit.route]
    return { ...exit, used: c.open[exit.route] > 0 && !beaten }
  })
}

/** What not to buy is worth in each feed, and the odds that an exposure ends in an order, by route. */
function takeImpulses(
  c: Impulses,
  exits: readonly Exit[],
  day: number,
  utility: Float64Array,
  firstOutside: number,
  firstOdds: number,
): void {
  if (day === 0 || c.solving[0]) {
    const refused = log((1 - c.acceptance[0]) / c.acceptance[0])
    for (const { route, feed, direct } of exits) {
      if (!direct) continue
      const at = firstOutside + feed
      if (day === 0) c.impulseOutside[at] = Infinity
      // A feed without goods has not shown yet what they are worth.
      if (utility[route] === -Infinity) continue
      const wanted = utility[route] + refused
      const known = c.impulseOutside[at]
      c.impulseOutside[at] = known === Infinity ? wanted : known + OUTSIDE_PACE * (wanted - known)
    }
  }
  for (const { route, feed, used } of exits)
    c.impulseOdds[firstOdds + route] = used
      ? oddsOf(utility[route], c.impulseOutside[firstOutside + feed])
      : 0
}

interface Displacement {
  readonly acceptance: Values
  readonly displacement: Values
  readonly attention: Values
  readonly usualAttention: Values
  readonly usualRate: Values
  readonly accounts: Values
  readonly reached: Values
  readonly open: Values
  readonly routeTo: Values
  readonly occasionRate: Values
  readonly season: Values
  readonly shopping: Values
  readonly impulseOdds: Values
  readonly returning: MutableValues
  readonly crowding: MutableValues
}

/**
 * What impulse orders leave to plans, or take from them, relative to the calibration date, with d the share of
 * impulse orders that displace planned ones:
 *   z = sum_f A_f m_f P_f / sum_f A*_f m_f a,   returning d max(0, 1 - z),   crowding d max(0, z - 1) x / lambda
 * A_f attention to a feed and A*_f that of the calibration date, m_f the share of shoppers with an account, P_f the
 * part of exposures that ends in orders, x impulse orders and lambda plans of an average shopper on the calibration date.
 */
function displace(
  c: Displacement,
  mostCrowded: number,
  exits: readonly Exit[],
  watched: readonly number[],
  cell: number,
  category: number,
  count: Readonly<Record<string, number>>,
): void {
  let [now, usual, orders] = [0, 0, 0]
  for (const feed of watched) {
    const members = c.accounts[feed] * c.reached[feed]
    usual += c.usualAttention[feed] * members * c.acceptance[0]
    orders += c.usualRate[feed * count.categories + category] * members * c.acceptance[0]
    if (c.attention[feed] > 0)
      now += c.attention[feed] * members * takenUp(c, exits, feed, cell * count.routes)
  }
  if (usual === 0) return
  const z = now / usual
  const plans = (c.occasionRate[category] * c.season[category] * c.shopping[0]) / DAYS_A_WEEK
  if (z < 1) c.returning[cell] = c.displacement[0] * (1 - z)
  else c.crowding[cell] = Math.min(mostCrowded, (c.displacement[0] * (z - 1) * orders) / plans)
}

/** The part of exposures in a feed that ends in orders, over routes from the easiest on and who can take them. */
function takenUp(c: Displacement, exits: readonly Exit[], feed: number, first: number): number {
  let taken = 0
  let left = 1
  for (const exit of exits) {
    if (exit.feed !== feed || !exit.used) continue
    const { route, direct } = exit
    const to = c.routeTo[route]
    const able = c.open[route] * (direct ? 1 : c.accounts[to] * c.reached[to])
    const odds = c.impulseOdds[first + route]
    taken += (left * able * odds) / (1 + odds)
    left *= 1 - able
  }
  return taken
}
