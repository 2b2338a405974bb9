import {
  before,
  type Counts,
  DAYS_A_WEEK,
  DAYS_A_YEAR,
  exp,
  log,
  type Named,
  number,
  rule,
  share,
  WHOLE_WEEKS_A_YEAR,
  type Writable,
} from '../../../engine/index.ts'
import { feeds, lists, markets, today } from '../../populations/index.ts'
import { categories, households, nests, regions, routes, venues } from '../../tables/index.ts'
import { offlineFall } from '../game/offline-trend.ts'
import {
  clamp,
  EARLY,
  EXPOSURES_AN_ORDER,
  LEAST_REACHED,
  LEAST_SAVED,
  LEAST_SHARE,
  MOST_INSIDE,
  NEVER_CHOSEN,
} from '../numerics.ts'

/** In years. */
const WEEK = DAYS_A_WEEK / DAYS_A_YEAR

/**
 * Solves constants from target shares while the run is before `solveUntil`, then leaves them alone: mean
 * tastes for venues from the platforms' shares of sales by category, nest and saving constants from the
 * shares of planned occasions, and the impulse rate from the impulse share of orders. Each week a constant
 * moves by a part of ln(target / actual) (Berry 1994, inside the run). Shares of planned occasions are those of
 * the day on which solving ends; before it they lie on the path that the offline trend draws (`onTrend`).
 *
 * Where the platforms' shares are given as a path, w(t), the taste moves with it, so that it is met without a lag:
 *   d = ln(w / w_last week) - sum_k target_k d_k,   T' = T + d + pace ( ln(target / actual) - d )
 * and the path does not break off with the solving. The trend g, a mean of d over about a quarter, goes on and fades:
 *   T' = T + g,   g' = r g,   r = 52 theta / (1 + 52 theta)
 * so that what is still to come is theta of what such a year moves. A path that stands still has no trend.
 *
 * Exposures to impulses, E, go with the planned occasions P of the nest of their feed along the offline trend, before solving
 * ends and after, so that the trend moves no share of orders; while it lasts, the odds of impulses among orders are met as well:
 *   E' = E P(t) / P(t - 1 week) ( odds of s / actual odds )^pace
 */
export const shareInversion = rule({
  name: 'share-inversion',
  does: 'before the calibration date, constants are calibrated to observed shares',
  every: 'week',
  over: categories,
  whole: true,
  reads: {
    solving: today.solving,
    yearsToSettle: today.yearsToSettle,
    offline: nests.offline,
    slope: regions.offlineTrend,
    buyerShare: regions.buyerShare,
    nestShare: categories.nestShare,
    targetShare: categories.targetShare,
    platformTilt: categories.platformTilt,
    impulseShare: categories.impulseShare,
    occasionRate: categories.occasionRate,
    outside: categories.outside,
    given: categories.constants,
    platformShare: venues.platformShare,
    reached: venues.reach,
    accounts: venues.accounts,
    onlineShoppers: households.onlineShoppers,
    impulseAcceptance: households.impulseAcceptance,
    onlineOnly: nests.onlineOnly,
    impulseHours: venues.impulseHours,
    nestOf: venues.nest,
    firstList: routes.firstList,
    byRegion: routes.regional,
    open: routes.open,
    dissimilarity: nests.dissimilarity,
    inclusiveValue: lists.inclusiveValue,
    salesValue: before(feeds.value),
    orders: before(feeds.orders),
    impulseOrders: before(feeds.impulseOrders),
    plannedWeek: before(markets.plannedWeek),
    savedWeek: before(markets.savedWeek),
    byNestWeek: before(markets.byNestWeek),
  },
  writes: {
    venueTaste: categories.venueTaste,
    venuePath: categories.venuePath,
    venueTrend: categories.venueTrend,
    nestConstant: categories.nestConstant,
    saveConstant: categories.saveConstant,
    impulseRate: categories.impulseRate,
    plannedShare: categories.plannedShare,
  },
  parameters: {
    stepEarly: number({
      label: 'Weekly adjustment rate, initially',
      unit: 'share',
      default: 0.7,
      range: [0, 1],
      source:
        'assumption: a number of the solving: most of the gap at once, as the start is far off; 0.3 to 1 (all of it)',
      grade: 'assumption',
    }),
    stepLate: number({
      label: 'Weekly adjustment rate, later',
      unit: 'share',
      default: 0.12,
      range: [0, 1],
      source:
        'assumption: a number of the solving: constants average chance over two months; 0.05 (they lag behind the path) to 0.3 (they follow chance)',
      grade: 'assumption',
    }),
    trendKept: share({
      label: 'Trend of platforms’ shares still to come after calibration, relative to a year of it',
      default: 0.25,
      range: [0, 0.5],
      source:
        'assumption: none to half. Nothing observed says how far a shift of shares goes on; half is a year of fading at a half-life of 18 weeks',
      grade: 'assumption',
    }),
    trendMemory: share({
      label: 'Weight of the latest week in the trend of platforms’ shares',
      default: 0.08,
      range: [0.02, 0.5],
      source: 'assumption: a quarter of a year; half a year to a few weeks',
      grade: 'assumption',
    }),
  },
  step(c, p, { day, count }) {
    if (!c.solving[0]) {
      if (day === 0) takeGiven(c, count)
      else goOn(c, p.trendKept, count)
      return
    }
    const pace = day < DAYS_A_WEEK * EARLY ? p.stepEarly : p.stepLate
    for (let category = 0; category < count.categories; category++) {
      const targets = platformTargets(c, count, category)
      const shifts = pathShifts(c, p.trendMemory, count, category, targets)
      if (day === 0) {
        begin(c, count, category, targets)
        continue
      }
      moveVenues(c, pace, count, category, targets, shifts)
      moveNests(c, pace, count, category, targets)
      moveImpulses(c, pace, count, category, targets)
    }
  },
})

/** Where nothing is solved the constants are those of the scenario. */
function takeGiven(
  c: Named<'outside' | 'given'> & Writable<'nestConstant' | 'saveConstant'>,
  { categories: categoryCount, nests: nestCount }: Counts,
): void {
  for (let category = 0; category < categoryCount; category++) {
    c.saveConstant[category] = c.outside[category]
    for (let nest = 0; nest < nestCount; nest++)
      c.nestConstant[category * nestCount + nest] = c.given[category * nestCount + nest]
  }
}

/** After the last day of solving the trend of tastes goes on and fades, and impulses go on along the offline trend. */
function goOn(
  c: Trend &
    Named<'yearsToSettle' | 'nestOf' | 'plannedShare'> &
    Writable<'venueTaste' | 'venueTrend' | 'impulseRate'>,
  trendKept: number,
  count: Counts,
): void {
  const { categories: categoryCount, venues: venueCount } = count
  const kept = (WHOLE_WEEKS_A_YEAR * trendKept) / (1 + WHOLE_WEEKS_A_YEAR * trendKept)
  for (let cell = 0; cell < categoryCount * venueCount; cell++) {
    c.venueTrend[cell] *= kept
    c.venueTaste[cell] += c.venueTrend[cell]
  }
  for (let category = 0; category < categoryCount; category++) {
    const growth = growthOnTrend(c, count, category)
    for (let venue = 0; venue < venueCount; venue++)
      c.impulseRate[category * venueCount + venue] *= growth[c.nestOf[venue]]
  }
}

/** Planned occasions by nest relative to those of last week, along the offline trend alone. */
function growthOnTrend(
  c: Trend & Named<'yearsToSettle' | 'plannedShare'>,
  count: Counts,
  category: number,
): Float64Array {
  const { nests: nestCount, regions: regionCount } = count
  const shares = new Float64Array(nestCount + 1)
  shares[nestCount] = 1
  for (let nest = 0; nest < nestCount; nest++) {
    shares[nest] = c.plannedShare[category * nestCount + nest]
    shares[nestCount] -= shares[nest]
  }
  const last = onTrend(c, shares, c.yearsToSettle[0] + WEEK, regionCount)
  const now = onTrend(c, shares, c.yearsToSettle[0], regionCount)
  return now.map((share, nest) => (last[nest] > 0 ? share / last[nest] : 1))
}

/** How far the path of shares has moved tastes since last week, and its trend. */
function pathShifts(
  c: Named<'targetShare' | 'platformTilt' | 'platformShare'> & Writable<'venuePath' | 'venueTrend'>,
  memory: number,
  { venues: venueCount }: Counts,
  category: number,
  targets: Float64Array,
): Float64Array {
  const shifts = new Float64Array(venueCount)
  let mean = 0
  for (let venue = 0; venue < venueCount; venue++) {
    const cell = category * venueCount + venue
    const path = c.targetShare[cell] || c.platformShare[venue] * c.platformTilt[cell]
    const last = c.venuePath[cell]
    if (last > 0 && path > 0 && path !== last) shifts[venue] = log(path / last)
    c.venuePath[cell] = path
    mean += targets[venue] * shifts[venue]
  }
  for (let venue = 0; venue < venueCount; venue++) {
    const cell = category * venueCount + venue
    if (targets[venue] <= 0) continue
    shifts[venue] -= mean
    c.venueTrend[cell] += memory * (shifts[venue] - c.venueTrend[cell])
  }
  return shifts
}

/** Target share of platform sales by venue: a rising venue has its own, the others share the rest. */
function platformTargets(
  c: Named<'targetShare' | 'platformTilt' | 'platformShare' | 'reached'>,
  { venues: venueCount }: Counts,
  category: number,
): Float64Array {
  const targets = new Float64Array(venueCount)
  let rest = 1
  let others = 0
  for (let venue = 0; venue < venueCount; venue++) {
    targets[venue] = c.targetShare[category * venueCount + venue] * c.reached[venue]
    rest -= targets[venue]
    if (targets[venue] === 0)
      others += c.platformShare[venue] * c.platformTilt[category * venueCount + venue]
  }
  for (let venue = 0; venue < venueCount; venue++)
    if (targets[venue] === 0 && others > 0)
      targets[venue] =
        (rest * c.platformShare[venue] * c.platformTilt[category * venueCount + venue]) / others
  return targets
}

/** The rate of impulses is that of the feed with most hours; another has as many more or fewer as hours. */
function feedWithMostHours(c: Named<'impulseHours'>, venueCount: number): number {
  let anchor = 0
  for (let venue = 1; venue < venueCount; venue++)
    if (c.impulseHours[venue] > c.impulseHours[anchor]) anchor = venue
  return anchor
}

/** Nest shares of planned occasions: orders on impulse are taken out of the nest of their venue. */
function nestTargets(
  c: Trend &
    Named<'nestShare' | 'impulseShare' | 'impulseHours' | 'nestOf'> &
    Writable<'plannedShare'>,
  count: Counts,
  category: number,
  targets: Float64Array,
  years: number,
): Float64Array {
  const { nests: nestCount, venues: venueCount, regions: regionCount } = count
  const shares = new Float64Array(nestCount + 1)
  let total = 0
  const anchor = feedWithMostHours(c, venueCount)
  for (let nest = 0; nest < nestCount; nest++) {
    shares[nest] = c.nestShare[category * nestCount + nest]
    for (let venue = 0; venue < venueCount; venue++)
      if (c.nestOf[venue] === nest && c.impulseHours[venue] > 0)
        shares[nest] *=
          1 -
          targets[anchor] *
            c.impulseShare[category] *
            (c.impulseHours[venue] / c.impulseHours[anchor])
    total += c.nestShare[category * nestCount + nest]
  }
  shares[nestCount] = 1 - total
  const sum = shares.reduce((all, one) => all + one, 0)
  const settled = shares.map((one) => one / sum)
  for (let nest = 0; nest < nestCount; nest++)
    c.plannedShare[category * nestCount + nest] = settled[nest]
  return onTrend(c, settled, years, regionCount)
}

/** A first guess of all constants of a category. */
function begin(
  c: Trend &
    Named<
      | 'yearsToSettle'
      | 'nestShare'
      | 'impulseShare'
      | 'occasionRate'
      | 'reached'
      | 'accounts'
      | 'onlineShoppers'
      | 'impulseAcceptance'
      | 'onlineOnly'
      | 'impulseHours'
      | 'nestOf'
      | 'firstList'
      | 'byRegion'
      | 'open'
      | 'dissimilarity'
      | 'inclusiveValue'
    > &
    Writable<'venueTaste' | 'nestConstant' | 'saveConstant' | 'impulseRate' | 'plannedShare'>,
  count: Counts,
  category: number,
  targets: Float64Array,
): void {
  const { nests: nestCount } = count
  const shares = nestTargets(c, count, category, targets, c.yearsToSettle[0])
  const direct = firstValues(c, count, category)
  for (let nest = 0; nest < nestCount; nest++)
    beginNest(c, count, { category, nest, share: shares[nest] }, targets, direct)
  c.saveConstant[category] = log(Math.max(LEAST_SAVED, shares[nestCount]))
  beginImpulses(c, count, category, targets)
}

/** Values of the venues on the first day, at the middle income class. */
function firstValues(
  c: Named<'firstList' | 'byRegion' | 'inclusiveValue'>,
  { venues: venueCount, regions: regionCount, classes: classCount }: Counts,
  category: number,
): Float64Array {
  const middle = Math.floor(classCount / 2)
  const direct = new Float64Array(venueCount)
  for (let venue = 0; venue < venueCount; venue++)
    direct[venue] =
      c.inclusiveValue[
        (c.firstList[venue] + (c.byRegion[venue] ? category * regionCount : category)) *
          classCount +
          middle
      ]
  return direct
}

interface NestTarget {
  readonly category: number
  readonly nest: number
  /** Of planned occasions. */
  readonly share: number
}

/** Tastes for the venues of a nest, about a mean of nought, and its constant. */
function beginNest(
  c: Named<
    'reached' | 'accounts' | 'onlineShoppers' | 'onlineOnly' | 'nestOf' | 'open' | 'dissimilarity'
  > &
    Writable<'venueTaste' | 'nestConstant'>,
  { nests: nestCount, venues: venueCount }: Counts,
  { category, nest, share }: NestTarget,
  targets: Float64Array,
  direct: Float64Array,
): void {
  const rows = Array.from({ length: venueCount }, (_, venue) => venue).filter(
    (venue) => c.nestOf[venue] === nest && c.open[venue] > 0 && direct[venue] > -Infinity,
  )
  const wanted = rows.filter((venue) => targets[venue] > 0)
  // Only those with an account can choose a platform, and only online shoppers its nest.
  const taste = (venue: number) =>
    log(targets[venue] / Math.max(LEAST_REACHED, c.accounts[venue] * c.reached[venue])) -
    direct[venue]
  const mean = wanted.reduce((all, venue) => all + taste(venue), 0) / Math.max(1, wanted.length)
  const open = c.onlineOnly[nest] ? Math.max(LEAST_REACHED, c.onlineShoppers[0]) : 1
  for (const venue of rows)
    c.venueTaste[category * venueCount + venue] = targets[venue] > 0 ? taste(venue) - mean : 0
  const inclusive = logSum(
    rows.map((venue) => direct[venue] + c.venueTaste[category * venueCount + venue]),
  )
  c.nestConstant[category * nestCount + nest] =
    share > 0 && rows.length > 0
      ? log(share / open) - c.dissimilarity[nest] * inclusive
      : NEVER_CHOSEN
}

/** Exposures to impulses of which shoppers of usual acceptance take up what the share of orders says. */
function beginImpulses(
  c: Named<
    'nestShare' | 'impulseShare' | 'occasionRate' | 'impulseAcceptance' | 'impulseHours' | 'nestOf'
  > &
    Writable<'impulseRate'>,
  { nests: nestCount, venues: venueCount }: Counts,
  category: number,
  targets: Float64Array,
): void {
  for (let venue = 0; venue < venueCount; venue++)
    if (c.impulseHours[venue] > 0)
      c.impulseRate[category * venueCount + venue] =
        c.occasionRate[category] *
        c.nestShare[category * nestCount + c.nestOf[venue]] *
        targets[venue] *
        c.impulseShare[category] *
        (EXPOSURES_AN_ORDER / c.impulseAcceptance[0])
}

/** Tastes follow the path of targets, and close a part of the gap to what was sold last week. */
function moveVenues(
  c: Named<'salesValue'> & Writable<'venueTaste'>,
  pace: number,
  { categories: categoryCount, venues: venueCount }: Counts,
  category: number,
  targets: Float64Array,
  shifts: Float64Array,
): void {
  let total = 0
  for (let venue = 0; venue < venueCount; venue++)
    if (targets[venue] > 0) total += c.salesValue[venue * categoryCount + category]
  if (total === 0) return
  // By shares, so that the inclusive value of the nest stays: of equal weight, one that cannot be had would move them all.
  let mean = 0
  for (let venue = 0; venue < venueCount; venue++) {
    if (targets[venue] <= 0) continue
    const actual = Math.max(c.salesValue[venue * categoryCount + category] / total, LEAST_SHARE)
    const path = shifts[venue]
    const step = path + pace * clamp(log(targets[venue] / actual) - path)
    c.venueTaste[category * venueCount + venue] += step
    mean += targets[venue] * step
  }
  for (let venue = 0; venue < venueCount; venue++)
    if (targets[venue] > 0) c.venueTaste[category * venueCount + venue] -= mean
}

/** Nest and saving constants close a part of the gap to what was chosen last week. */
function moveNests(
  c: Trend &
    Named<
      | 'yearsToSettle'
      | 'nestShare'
      | 'impulseShare'
      | 'onlineShoppers'
      | 'onlineOnly'
      | 'impulseHours'
      | 'nestOf'
      | 'plannedWeek'
      | 'savedWeek'
      | 'byNestWeek'
    > &
    Writable<'nestConstant' | 'saveConstant' | 'plannedShare'>,
  pace: number,
  count: Counts,
  category: number,
  targets: Float64Array,
): void {
  const { nests: nestCount } = count
  // What was counted was chosen by the trend as it stood a week ago.
  const shares = nestTargets(c, count, category, targets, c.yearsToSettle[0] + WEEK)
  const actual = plannedShares(c, count, category)
  if (actual === undefined) return
  const gap = (at: number) => clamp(log(shares[at] / Math.max(actual[at], LEAST_SHARE)))
  // Where online shoppers alone can choose, in odds of theirs: a gap in shares closes the slower the more do.
  const ofShoppers = (share: number) => {
    const inside = Math.max(
      LEAST_SHARE,
      Math.min(MOST_INSIDE, share / Math.max(LEAST_REACHED, c.onlineShoppers[0])),
    )
    return log(inside / (1 - inside))
  }
  const gapOnline = (at: number) => clamp(ofShoppers(shares[at]) - ofShoppers(actual[at]))
  for (let nest = 0; nest < nestCount; nest++)
    if (shares[nest] > 0)
      c.nestConstant[category * nestCount + nest] +=
        pace * (c.onlineOnly[nest] ? gapOnline(nest) : gap(nest))
  if (shares[nestCount] > 0) c.saveConstant[category] += pace * gap(nestCount)
  const anchor = c.nestConstant[category * nestCount]
  for (let nest = 0; nest < nestCount; nest++) c.nestConstant[category * nestCount + nest] -= anchor
  c.saveConstant[category] -= anchor
}

/** Shares of nests in the planned occasions of last week, what was saved last; undefined where there were none. */
function plannedShares(
  c: Named<'plannedWeek' | 'savedWeek' | 'byNestWeek'>,
  { nests: nestCount, regions: regionCount }: Counts,
  category: number,
): Float64Array | undefined {
  const counted = new Float64Array(nestCount + 1)
  let planned = 0
  for (let region = 0; region < regionCount; region++) {
    const market = category * regionCount + region
    planned += c.plannedWeek[market]
    counted[nestCount] += c.savedWeek[market]
    for (let nest = 0; nest < nestCount; nest++)
      counted[nest] += c.byNestWeek[market * nestCount + nest]
  }
  return planned === 0 ? undefined : counted.map((one) => one / planned)
}

/** Exposures follow planned occasions, and close a part of the gap in the odds of impulses among orders. */
function moveImpulses(
  c: Trend &
    Named<
      | 'yearsToSettle'
      | 'impulseShare'
      | 'impulseHours'
      | 'nestOf'
      | 'orders'
      | 'impulseOrders'
      | 'plannedShare'
    > &
    Writable<'impulseRate'>,
  pace: number,
  count: Counts,
  category: number,
  targets: Float64Array,
): void {
  const { categories: categoryCount, venues: venueCount } = count
  const share = c.impulseShare[category]
  if (share === 0) return
  const growth = growthOnTrend(c, count, category)
  for (let venue = 0; venue < venueCount; venue++) {
    if (c.impulseHours[venue] === 0 || targets[venue] === 0) continue
    const unplanned = c.impulseOrders[venue * categoryCount + category]
    const planned = c.orders[venue * categoryCount + category] - unplanned
    // One order more, divided as it should be: a week without orders moves nothing.
    const actual = (unplanned + share) / (planned + 1 - share)
    c.impulseRate[category * venueCount + venue] *=
      growth[c.nestOf[venue]] * exp(pace * clamp(log(share / (1 - share) / actual)))
  }
}

type Trend = Named<'offline' | 'slope' | 'buyerShare' | 'onlineShoppers' | 'onlineOnly'>

/**
 * Shares of nests (the outside option last) as they were while the offline trend still had to run: in every region
 * and for online shoppers and others apart, the odds of a nest are e^(tau (t* - t)) times those on the day t* on which
 * solving ends. Others have no nest that is online only; what they choose else is in the same proportions.
 *   s_n(t) = sum_r b_r sum_g o_g s_gn e^(x_rn) / sum_m s_gm e^(x_rm),   x_rn = tau_rn (t* - t)
 */
function onTrend(c: Trend, shares: Float64Array, years: number, regionCount: number): Float64Array {
  const nestCount = shares.length - 1
  const fall = (nest: number, region: number) =>
    nest < nestCount ? offlineFall(c, nest, region, years) : 0
  let online = 0
  let moves = false
  let buyers = 0
  for (let nest = 0; nest < nestCount; nest++) if (c.onlineOnly[nest]) online += shares[nest]
  for (let region = 0; region < regionCount; region++) {
    buyers += c.buyerShare[region]
    for (let nest = 0; nest < nestCount; nest++) if (fall(nest, region) !== 0) moves = true
  }
  if (!moves || online >= 1) return shares
  const shoppers = Math.max(online, c.onlineShoppers[0])
  const groups = [
    { size: shoppers, inside: online > 0 ? 1 / shoppers : 0 },
    { size: 1 - shoppers, inside: 0 },
  ]
  const path = new Float64Array(nestCount + 1)
  for (let region = 0; region < regionCount; region++)
    for (const { size, inside } of groups) {
      const odds = shares.map((share, nest) =>
        c.onlineOnly[nest] && nest < nestCount
          ? share * inside
          : ((share * (1 - online * inside)) / (1 - online)) * exp(fall(nest, region)),
      )
      const all = odds.reduce((sum, one) => sum + one, 0)
      if (all === 0) continue
      for (let nest = 0; nest <= nestCount; nest++)
        path[nest] += ((c.buyerShare[region] / buyers) * size * odds[nest]) / all
    }
  return path
}

function logSum(terms: readonly number[]): number {
  if (terms.length === 0) return 0
  const largest = Math.max(...terms)
  return largest + log(terms.reduce((sum, term) => sum + exp(term - largest), 0))
}
