import {
  before,
  type Counts,
  DAYS_A_WEEK,
  flag,
  type MutableValues,
  number,
  rule,
  share,
  type Values,
} from '../../../engine/index.ts'
import { classes, feeds, markets, today } from '../../populations/index.ts'
import { categories, nests, routes, venues } from '../../tables/index.ts'
import { MOST_ROUNDS, SETTLED } from '../numerics.ts'
import { isReviewDay, shareByReview } from '../review-day.ts'

/**
 * Platforms answer each other. Every `reviewWeeks` weeks a platform moves a part of the way to the subsidy an order that is best
 * for its owner, sum_k (f_k + v_k - c_k - s_k) Q_k(s) over his platforms, with f the fees of an order, c its cost and v
 * what an order is worth beyond its fee (customers kept, data, valuation). An order has h pieces, each of which is chosen
 * at its part s/h of the subsidy. With A_jk = -dQ_j/ds_k of the nested logit
 *   s_k* = f_k + v_k - c_k - m_k,   m_k A_kk = Q_k + sum_j A_jk m_j over his other platforms
 *   A_kk = (alpha/lambda) Q_k D_k / h_k,  D_k = 1 - (1 - lambda) S_k|n - lambda S_k
 *   A_jk = (alpha/lambda) Q_j [ (1 - lambda) S_k|n + lambda S_k ] / h_k in one nest, alpha Q_j S_k / h_k in two
 * summed over categories. One platform in a plain logit has m = h/(alpha (1 - S)), those of one owner in a nest the
 * mark-up of rule R1 at their shares together. A step is the speed times D, as in R1: near rest a platform of any size
 * goes that part of the way. Anderson, de Palma and Thisse 1992; Berry and Pakes 1993 on owners of several products.
 *
 * While constants are solved v is what makes the given subsidy the best one; then it stands, and the answer is what s* has
 * moved by since. A platform that grabs land holds an order to be worth v (1 + g x), x the share of the customers of
 * its nest whose own platform has shut and who have not settled since. They are back where its checkout opens again, or its
 * front leads on as before: to a checkout whose goods it shows as its own, or without friction, as far as that checkout has
 * reached people; a link out does not bring them back. A subsidy is never below nought, and the year's
 * bill never above a multiple of that of the time in which v was solved. Without an answer all of it stands still.
 */
export const subsidies = rule({
  name: 'subsidies',
  does: 'platforms answer each other with subsidies',
  every: 'week',
  over: venues,
  whole: true,
  reads: {
    solving: today.solving,
    given: venues.subsidy,
    givenWorth: venues.orderWorth,
    platform: venues.platform,
    nestOf: venues.nest,
    owner: venues.owner,
    commission: venues.commission,
    flatFee: venues.flatFee,
    operatingCost: venues.operatingCost,
    pieces: venues.pieces,
    dissimilarity: nests.dissimilarity,
    occasionRate: categories.occasionRate,
    sensitivity: classes.sensitivity,
    routeFrom: routes.from,
    routeTo: routes.to,
    open: routes.open,
    friction: routes.friction,
    shared: routes.shared,
    reach: venues.reach,
    orders: before(feeds.orders),
    value: before(feeds.value),
    savedWeek: before(markets.savedWeek),
  },
  writes: {
    custom: venues.custom,
    paid: venues.paid,
    following: venues.following,
    solvedOrderWorth: venues.solvedOrderWorth,
    usual: venues.subsidyThen,
    billThen: venues.billThen,
    answer: venues.answer,
  },
  parameters: {
    answers: flag({
      label: 'Platforms answer with subsidies (false: subsidies are as given)',
      default: true,
      source:
        'assumption: owners set what pays them; that nobody moves when a tenth of the market changes hands is an assumption too',
      grade: 'assumption',
    }),
    reviewWeeks: number({
      label: 'Interval at which platforms review their subsidies',
      unit: 'weeks',
      default: 4,
      range: [1, 26],
      source:
        'assumption: a month, as campaigns and budgets are planned by the month; 1 (with the prices of sellers) to 26 (with reports of half a year). Shares a month count in proportion',
      grade: 'assumption',
    }),
    speed: share({
      label: 'Part of the way to the best subsidy that a platform goes in a month',
      unit: 'share/month',
      default: 0.25,
      range: [0, 1],
      source:
        'assumption: incentives fell by two fifths within about two quarters (F165), so a quarter a month; 0 (not at all) to 1 (at once)',
      grade: 'assumption',
    }),
    landGrab: number({
      label: 'Worth of an order to rivals per share of customers who lost their platform (g)',
      unit: 'ratio',
      default: 0.3,
      range: [0, 2],
      source:
        'assumption: nothing observed tells its size, and the sign of what follows depends on it. Chosen by what the model does with it, so that nobody’s push is assumed: at 0 a rival lowers subsidies after a closure, at 0.3 the largest leaves them, at 2 it doubles them: 0 to 2',
      grade: 'assumption',
    }),
    settling: share({
      label: 'Customers who lost their platform and settle elsewhere in a month',
      unit: 'share/month',
      default: 0.15,
      range: [0.05, 0.5],
      source: 'assumption: half of them have settled after four months; six weeks to a year',
      grade: 'assumption',
    }),
    budget: number({
      label: 'Most that subsidies may cost in a year, relative to the time of calibration',
      unit: 'ratio',
      default: 1.75,
      range: [1, 2.1],
      source:
        'what was paid a year before the cuts of 2023: 1/(1 - .43) (F165), 1/(1 - .52) (F168)',
      grade: 'B',
    }),
    memory: share({
      label: 'Weight of the latest week in a platform’s view of its market',
      default: 0.08,
      range: [0.02, 1],
      source:
        'assumption: a quarter, over which platforms report and budget (F165, F168); the best subsidy is a small difference of large amounts, so that a shorter view follows the luck of weeks; a week to a year',
      grade: 'assumption',
    }),
  },
  step(c, p, { day, count }) {
    const { venues: venueCount } = count
    if (day === 0) {
      for (let venue = 0; venue < venueCount; venue++) {
        c.solvedOrderWorth[venue] = c.givenWorth[venue]
        c.usual[venue] = c.given[venue]
        c.billThen[venue] = NO_LIMIT
      }
      return
    }
    look(c, day === DAYS_A_WEEK ? 1 : p.memory, count)
    const market = marketOf(c, count)
    if (c.solving[0])
      for (let venue = 0; venue < venueCount; venue++) {
        if (market.served[venue] === 0) continue
        c.solvedOrderWorth[venue] = c.given[venue] - bestAt(c, market, venue, 0)
        c.usual[venue] = c.given[venue]
        c.billThen[venue] = c.given[venue] * market.served[venue]
      }
    if (!isReviewDay(day, p.reviewWeeks)) return
    const homes = homesOf(c, count)
    const speed = shareByReview(p.speed, p.reviewWeeks)
    const lost = lostCustomers(
      c,
      shareByReview(p.settling, p.reviewWeeks),
      market.served,
      homes,
      count,
    )
    if (!p.answers || c.solving[0]) return
    for (let venue = 0; venue < venueCount; venue++) {
      // What nobody bought at while constants were solved has no worth that could be known.
      if (homes.shut[venue] || market.served[venue] === 0 || c.solvedOrderWorth[venue] === 0)
        continue
      const worth = c.solvedOrderWorth[venue] * (1 + p.landGrab * lost[c.nestOf[venue]])
      const best = bestAt(c, market, venue, worth)
      const most =
        c.billThen[venue] === NO_LIMIT
          ? Infinity
          : Math.max(c.usual[venue], (p.budget * c.billThen[venue]) / market.served[venue])
      const aim = Math.max(0, Math.min(best, most)) - c.usual[venue]
      c.answer[venue] += speed * market.slack[venue] * (aim - c.answer[venue])
    }
  },
})

/** The bill of a platform whose worth of an order is written, not solved. */
export const NO_LIMIT = -1

/** The subsidy of an order of a given worth that is best for the owner of a platform. */
export const bestAt = (
  c: { readonly operatingCost: Values },
  market: SubsidyMarket,
  venue: number,
  worth: number,
): number => market.fee[venue] + worth - c.operatingCost[venue] - market.margin[venue]

/** What platforms have seen of the market so far: their part of all occasions and the price paid, by category. */
function look(
  c: {
    readonly orders: Values
    readonly value: Values
    readonly savedWeek: Values
    readonly custom: MutableValues
    readonly paid: MutableValues
  },
  memory: number,
  { venues: venueCount, categories: categoryCount, regions: regionCount }: Counts,
): void {
  for (let category = 0; category < categoryCount; category++) {
    let occasions = 0
    for (let region = 0; region < regionCount; region++)
      occasions += c.savedWeek[category * regionCount + region]
    for (let venue = 0; venue < venueCount; venue++)
      occasions += c.orders[venue * categoryCount + category]
    if (occasions === 0) continue
    for (let cell = category; cell < venueCount * categoryCount; cell += categoryCount)
      c.custom[cell] += memory * (c.orders[cell] / occasions - c.custom[cell])
  }
  for (let cell = 0; cell < venueCount * categoryCount; cell++) {
    if (c.orders[cell] === 0) continue
    const price = c.value[cell] / c.orders[cell]
    c.paid[cell] += (c.paid[cell] === 0 ? 1 : memory) * (price - c.paid[cell])
  }
}

export interface SubsidyMarket {
  /** Orders Q of a platform in a week of an average buyer; 0 for what is none. */
  readonly served: Float64Array
  /** Fees of an order at the rates in force, as they weigh in what a subsidy brings. */
  readonly fee: Float64Array
  /** What is best to earn on an order, m. */
  readonly margin: Float64Array
  /** The margin of a small platform over it: D, where all categories are alike. */
  readonly slack: Float64Array
}

/** Orders, and the margins at which no owner would gain by moving his subsidies. */
export function marketOf(
  c: {
    readonly platform: Values
    readonly nestOf: Values
    readonly owner: Values
    readonly dissimilarity: Values
    readonly occasionRate: Values
    readonly sensitivity: Values
    readonly commission: Values
    readonly flatFee: Values
    readonly pieces: Values
    readonly custom: Values
    readonly paid: Values
  },
  { venues: venueCount, categories: categoryCount, classes: classCount, nests: nestCount }: Counts,
): SubsidyMarket {
  const served = new Float64Array(venueCount)
  const small = new Float64Array(venueCount)
  const fee = new Float64Array(venueCount)
  const slopes = new Float64Array(venueCount * venueCount)
  const inNest = new Float64Array(nestCount)
  for (let category = 0; category < categoryCount; category++) {
    const toPrice = c.sensitivity[Math.floor(classCount / 2) * categoryCount + category]
    inNest.fill(0)
    for (let venue = 0; venue < venueCount; venue++)
      inNest[c.nestOf[venue]] += c.custom[venue * categoryCount + category]
    for (let venue = 0; venue < venueCount; venue++) {
      const cell = venue * categoryCount + category
      const own = c.custom[cell]
      if (!c.platform[venue] || own === 0) continue
      const nest = c.nestOf[venue]
      const lambda = c.dissimilarity[nest]
      const pieces = c.pieces[venue]
      const alpha = toPrice / pieces
      const pull = (1 - lambda) * (own / inNest[nest]) + lambda * own
      const taken = (c.occasionRate[category] * own) / pieces
      served[venue] += taken
      const slope = taken * (alpha / lambda)
      small[venue] += slope
      fee[venue] +=
        slope * (1 - pull) * (c.commission[cell] * c.paid[cell] * pieces + c.flatFee[venue])
      for (let other = 0; other < venueCount; other++) {
        if (!c.platform[other] || c.owner[other] !== c.owner[venue]) continue
        const orders =
          (c.occasionRate[category] * c.custom[other * categoryCount + category]) / c.pieces[other]
        slopes[other * venueCount + venue] +=
          other === venue
            ? (alpha / lambda) * orders * (1 - pull)
            : orders * (c.nestOf[other] === nest ? (alpha / lambda) * pull : alpha * own)
      }
    }
  }
  for (let venue = 0; venue < venueCount; venue++)
    if (served[venue] > 0) fee[venue] /= slopes[venue * venueCount + venue]
  const margin = bestMargins(served, slopes)
  const slack = served.map((orders, venue) =>
    orders > 0 ? orders / small[venue] / margin[venue] : 0,
  )
  return { served, fee, margin, slack }
}

/** Solves m_k A_kk = Q_k + sum_j A_jk m_j by rounds; A is diagonally dominant, since some save or buy elsewhere. */
function bestMargins(served: Float64Array, slopes: Float64Array): Float64Array {
  const venueCount = served.length
  const margins = new Float64Array(venueCount)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let moved = 0
    for (let venue = 0; venue < venueCount; venue++) {
      const own = slopes[venue * venueCount + venue]
      if (own <= 0) continue
      let sum = served[venue]
      for (let other = 0; other < venueCount; other++)
        if (other !== venue) sum += slopes[other * venueCount + venue] * margins[other]
      moved = Math.max(moved, Math.abs(sum / own - margins[venue]))
      margins[venue] = sum / own
    }
    if (moved < SETTLED) break
  }
  return margins
}

export interface Homes {
  /** Nobody can pay at the checkout of the venue. */
  readonly shut: Uint8Array
  /** The part of its customers who can buy at its front as before, wherever they pay. */
  readonly served: Float64Array
}

export function homesOf(
  c: {
    readonly routeFrom: Values
    readonly routeTo: Values
    readonly open: Values
    readonly friction: Values
    readonly shared: Values
    readonly reach: Values
  },
  { venues: venueCount, routes: routeCount }: Counts,
): Homes {
  const shut = new Uint8Array(venueCount).fill(1)
  const served = new Float64Array(venueCount)
  for (let route = 0; route < routeCount; route++) {
    if (c.open[route] === 0) continue
    const [front, checkout] = [c.routeFrom[route], c.routeTo[route]]
    if (front === checkout) {
      shut[front] = 0
      served[front] = 1
    } else if (c.shared[route] > 0 || c.friction[route] === 0)
      served[front] = Math.max(served[front], c.reach[checkout])
  }
  return { shut, served }
}

/** The share of a nest's customers who are without their platform and have not settled since; a part of them settles. */
export function lostCustomers(
  c: { readonly nestOf: Values; readonly following: MutableValues },
  settling: number,
  orders: Float64Array,
  { shut, served }: Homes,
  { nests: nestCount }: Counts,
): Float64Array {
  const lost = new Float64Array(nestCount)
  const inNest = new Float64Array(nestCount)
  for (const [venue, own] of orders.entries()) if (!shut[venue]) inNest[c.nestOf[venue]] += own
  for (const [venue, own] of orders.entries()) {
    const nest = c.nestOf[venue]
    if (shut[venue]) {
      lost[nest] += c.following[venue] * (1 - served[venue])
      c.following[venue] *= 1 - settling
    } else c.following[venue] = own > 0 ? own / inNest[nest] : 0
  }
  return lost
}
