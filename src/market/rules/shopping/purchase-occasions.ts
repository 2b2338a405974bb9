import {
  agentWord,
  before,
  DAYS_A_WEEK,
  type Draw,
  daily,
  dailyHalf,
  fraction,
  type HalfDraw,
  mix,
  type Named,
  nthWord,
  power,
  quotient,
  rule,
  type Values,
  type Writable,
} from '../../../engine/index.ts'
import {
  BLOCK,
  blocks,
  buyers,
  feeds,
  levels,
  markets,
  occasions,
  scales,
  today,
} from '../../populations/index.ts'
import { categories, households } from '../../tables/index.ts'
import { MARK, RETURNED, RETURNS } from './occasion-words.ts'

/**
 * Who shops today, for what, and whether by plan or on impulse.
 *   planned  N ~ Poisson( rate_c activity_i season_ct (C_it / C_i)^eta_c )
 *   exposed  N ~ Poisson( iota_c (ell_i / mean) hours_feed season_ct flash_t (C_it / C_i)^eta_c )
 * Candidates come from an upper bound of the rate by inverse distribution of one keyed number; each has a
 * keyed mark that says category and feed and whether it stands (thinning). A lower rate thus only removes
 * occasions, and those that remain keep their noise. An impulse order of the calibration date that is no longer made
 * returns to the plans of its buyer with the probability d, and is then a purchase for sure; impulse orders beyond
 * those of the calibration date take the place of plans (venue-appeal says how many). No plan returns at d = 0.
 */
export const purchaseOccasions = rule({
  name: 'purchase-occasions',
  does: 'buyers get planned and impulse occasions to buy',
  every: 'day',
  over: blocks,
  slice: 2,
  reads: {
    shopper: buyers.shopper,
    region: buyers.region,
    activityLevel: buyers.activity,
    affinityLevel: buyers.affinity,
    accounts: buyers.accounts,
    budget: buyers.budget,
    activity: levels.activity,
    affinity: levels.affinity,
    noPlanned: levels.noPlanned,
    noImpulse: levels.noImpulse,
    plannedBound: today.plannedBound,
    shopping: today.shopping,
    bound: feeds.bound,
    rate: feeds.rate,
    usualRate: feeds.usualRate,
    classOf: buyers.incomeClass,
    returning: before(scales.returning),
    crowding: before(scales.crowding),
    acceptance: households.impulseAcceptance,
    displacement: households.impulseDisplacement,
    incomeElasticity: categories.incomeElasticity,
    occasionRate: categories.occasionRate,
    season: categories.season,
    visits: categories.visits,
  },
  writes: {
    occasionCount: blocks.occasions,
    buyerOf: occasions.buyer,
    noise: occasions.noise,
    category: occasions.category,
    feed: occasions.feed,
    returned: occasions.returned,
    planned: markets.planned,
  },
  draws: {
    plans: dailyHalf('How many candidates for plans a buyer has', 'a'),
    exposures: dailyHalf('How many candidates for exposures a buyer has', 'b'),
    planned: daily('Category of a plan, counted from 1, and whether it stands', 'endless'),
    planNoise: daily('Noise of a plan, counted from 1', 'endless'),
    exposed: daily('Feed and category of an exposure, and whether it stands', 'below'),
    exposureNoise: daily('Noise of an exposure', 'below'),
  },
  step(c, _, { from, to, draws, count }) {
    const bounds = boundsOf(c, draws, count)
    const called = new Int32Array(BLOCK)
    const room = quotient(count.occasions, count.blocks)
    const places = { next: 0, end: 0 }
    for (let block = from; block < to; block++) {
      places.next = block * room
      places.end = places.next + room
      const first = block * BLOCK
      const last = Math.min(count.buyers, first + BLOCK)
      const planners = callPlanners(c, bounds, first, last, called)
      for (let nth = 0; nth < planners; nth++) addPlans(c, count, bounds, places, called[nth])
      const exposed = callExposed(c, bounds, first, last, called)
      for (let nth = 0; nth < exposed; nth++) addExposures(c, count, bounds, places, called[nth])
      if (places.next > places.end) throw noRoom(last - first, room)
      c.occasionCount[block] = places.next - block * room
    }
  },
})

type Keys = Readonly<Record<'plans' | 'exposures', HalfDraw>> &
  Readonly<Record<'planned' | 'planNoise' | 'exposed' | 'exposureNoise', Draw>>

/** The word of a candidate of a buyer, whose own word is `first`. */
const candidateWord = (draw: Draw, first: number, at: number): number =>
  nthWord(draw.b, first, draw.first + Math.imul(draw.step, at))

/** Upper bounds of today's rates, and the keys that they are drawn by. */
interface Bounds {
  readonly draws: Keys
  /** Occasions a day of a buyer of mean activity, over categories. */
  readonly planned: number
  /** Exposures a day of a buyer of mean live affinity, over feeds and categories. */
  readonly impulse: number
  /** By level, the first word of 32 bits at which a buyer has a candidate at all: most are settled by comparing it. */
  readonly plannedFrom: Uint32Array
  readonly impulseFrom: Uint32Array
  readonly displaces: boolean
}

/** Rows of a block that are still free. Beyond the end nothing is written, but counted on. */
interface Places {
  next: number
  readonly end: number
}

function boundsOf(
  c: Named<'plannedBound' | 'bound' | 'noPlanned' | 'noImpulse' | 'displacement'>,
  draws: Keys,
  count: Readonly<Record<string, number>>,
): Bounds {
  let planned = 0
  for (let category = 0; category < count.categories; category++)
    planned += c.plannedBound[category]
  let impulse = 0
  for (let cell = 0; cell < count.venues * count.categories; cell++) impulse += c.bound[cell]
  return {
    draws,
    planned,
    impulse,
    plannedFrom: wordsOf(c.noPlanned),
    impulseFrom: wordsOf(c.noImpulse),
    displaces: c.displacement[0] > 0,
  }
}

const noRoom = (buyers: number, room: number): Error =>
  new Error(
    `more purchase occasions than there is room for: ${buyers} buyers have room for ` +
      `${room} a day, which follows from categories.*.occasion-rate at the start; a course or an event ` +
      'that lifts them more than about threefold needs higher rates at the start',
  )

/** Buyers with a candidate for a plan. @returns how many there are */
function callPlanners(
  { activityLevel }: Named<'activityLevel'>,
  { draws, plannedFrom }: Bounds,
  first: number,
  last: number,
  called: Int32Array,
): number {
  const { lane } = draws.plans
  let calls = 0
  for (let buyer = first; buyer < last; buyer++)
    if (agentWord(lane, buyer) >= plannedFrom[activityLevel[buyer]]) called[calls++] = buyer
  return calls
}

/** Online shoppers with a candidate for an exposure. @returns how many there are */
function callExposed(
  { affinityLevel, shopper }: Named<'affinityLevel' | 'shopper'>,
  { draws, impulse, impulseFrom }: Bounds,
  first: number,
  last: number,
  called: Int32Array,
): number {
  const { lane } = draws.exposures
  let calls = 0
  for (let buyer = first; buyer < last && impulse > 0; buyer++)
    if (agentWord(lane, buyer) >= impulseFrom[affinityLevel[buyer]] && shopper[buyer])
      called[calls++] = buyer
  return calls
}

type Occasions = Writable<'buyerOf' | 'noise' | 'category' | 'feed' | 'returned'>

function addOccasion(
  c: Occasions,
  places: Places,
  buyer: number,
  category: number,
  noise: number,
  feed: number,
  returned: number,
): void {
  const row = places.next++
  if (row >= places.end) return
  c.buyerOf[row] = buyer
  c.noise[row] = noise
  c.category[row] = category
  c.feed[row] = feed
  c.returned[row] = returned
}

/** The plans of a buyer: candidates at the bound, of which those whose mark lies below the rate stand. */
function addPlans(
  c: RateColumns &
    Named<
      | 'activityLevel'
      | 'activity'
      | 'noPlanned'
      | 'plannedBound'
      | 'region'
      | 'crowding'
      | 'classOf'
    > &
    Occasions &
    Writable<'planned'>,
  count: Readonly<Record<string, number>>,
  { draws, planned, displaces }: Bounds,
  places: Places,
  buyer: number,
): void {
  const last = count.categories - 1
  const first = agentWord(draws.plans.lane, buyer)
  const level = c.activityLevel[buyer]
  let candidates = poisson(first, c.noPlanned[level], planned * c.activity[level])
  for (let nth = 1; candidates > 0; candidates--, nth++) {
    let mark = fraction(candidateWord(draws.planned, first, nth)) * planned
    let category = 0
    while (category < last && mark >= c.plannedBound[category]) mark -= c.plannedBound[category++]
    const market = category * count.regions + c.region[buyer]
    const rate = plannedRate(c, buyer, category, market)
    if (mark >= rate) continue
    if (displaces && c.shopper[buyer]) {
      const cell = market * count.classes + c.classOf[buyer]
      if (mark >= rate * (1 - c.crowding[cell])) continue
    }
    addOccasion(c, places, buyer, category, candidateWord(draws.planNoise, first, nth), 0, 0)
    c.planned[market]++
  }
}

type RateColumns = Named<
  'occasionRate' | 'season' | 'shopper' | 'shopping' | 'budget' | 'incomeElasticity' | 'visits'
>

/** Planned occasions a day of a buyer of mean activity, rate_c season_ct (C_it / C_i)^eta_c / 7, by visits and shopping. */
const plannedRate = (c: RateColumns, buyer: number, category: number, market: number): number =>
  ((c.occasionRate[category] * c.season[category]) / DAYS_A_WEEK) *
  (c.shopper[buyer] || c.shopping[0] < 1 ? c.shopping[0] : 1) *
  power(c.budget[buyer], c.incomeElasticity[category]) *
  (1 + c.visits[market])

/** The exposures of a buyer, and the plans that return where an impulse of the calibration date is no longer made. */
function addExposures(
  c: Named<
    | 'affinityLevel'
    | 'affinity'
    | 'noImpulse'
    | 'bound'
    | 'rate'
    | 'usualRate'
    | 'accounts'
    | 'budget'
    | 'incomeElasticity'
    | 'region'
    | 'returning'
    | 'classOf'
    | 'acceptance'
  > &
    Occasions &
    Writable<'planned'>,
  count: Readonly<Record<string, number>>,
  { draws, impulse, displaces }: Bounds,
  places: Places,
  buyer: number,
): void {
  const { categories: categoryCount, venues: venueCount } = count
  const first = agentWord(draws.plans.lane, buyer)
  const level = c.affinityLevel[buyer]
  let candidates = poisson(
    agentWord(draws.exposures.lane, buyer),
    c.noImpulse[level],
    impulse * c.affinity[level],
  )
  for (let nth = 0; candidates > 0; candidates--, nth++) {
    let mark = fraction(candidateWord(draws.exposed, first, nth)) * impulse
    let cell = 0
    while (cell < venueCount * categoryCount - 1 && mark >= c.bound[cell]) mark -= c.bound[cell++]
    const category = cell % categoryCount
    const feed = (cell - category) / categoryCount
    if (((c.accounts[buyer] >>> feed) & 1) === 0) continue
    const budget = power(c.budget[buyer], c.incomeElasticity[category])
    const exposed = mark < c.rate[cell] * budget
    const market = category * count.regions + c.region[buyer]
    const returning =
      displaces && mark < c.usualRate[cell] * budget
        ? c.returning[market * count.classes + c.classOf[buyer]]
        : 0
    if (!exposed && returning === 0) continue
    const noise = mix(candidateWord(draws.exposureNoise, first, nth))
    if (exposed) addOccasion(c, places, buyer, category, noise, feed + 1, 0)
    if (returning === 0 || impulseMark(noise) >= c.acceptance[0]) continue
    if (fraction(mix(noise ^ RETURNS)) >= returning) continue
    const own = exposed ? mix(noise ^ RETURNED) : noise
    addOccasion(c, places, buyer, category, own, 0, 1)
    c.planned[market]++
  }
}

/** The keyed number of an exposure that says whether it ends in an order: where it lies below the probability. */
export const impulseMark = (noise: number): number => fraction(mix(noise ^ MARK))

/** The first word whose probability is not below each of the given. */
const wordsOf = (probabilities: Values): Uint32Array =>
  Uint32Array.from({ length: probabilities.length }, (_, row) =>
    Math.min(0xffffffff, Math.ceil(probabilities[row] * 4294967296 - 0.5)),
  )

/** The number of events of a Poisson distribution at the probability that a word stands for. */
function poisson(word: number, none: number, mean: number): number {
  const probability = fraction(word)
  let count = 0
  let term = none
  let below = none
  while (probability >= below && count < 64) {
    count++
    term *= mean / count
    below += term
  }
  return count
}
