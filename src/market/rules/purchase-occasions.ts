import {
  agentWord,
  before,
  fraction,
  mix,
  nthWord,
  power,
  quotient,
  rule,
  type Values,
} from '../../engine/index.ts'
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
} from '../populations/index.ts'
import { categories, households } from '../tables/index.ts'

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
    found: blocks.occasions,
    buyerOf: occasions.buyer,
    noise: occasions.noise,
    category: occasions.category,
    feed: occasions.feed,
    returned: occasions.returned,
    planned: markets.planned,
  },
  step(c, _, { from, to, key, count }) {
    const C = count.categories
    const cells = count.venues * C
    const room = quotient(count.occasions, count.blocks)
    const { activityLevel, affinityLevel, noPlanned, noImpulse, shopper } = c
    let plannedTotal = 0
    for (let category = 0; category < C; category++) plannedTotal += c.plannedBound[category]
    let impulseTotal = 0
    for (let cell = 0; cell < cells; cell++) impulseTotal += c.bound[cell]

    const { a, b } = key
    // As words of 32 bits: most buyers are settled by one comparison of whole numbers.
    const plannedFrom = wordsOf(noPlanned)
    const impulseFrom = wordsOf(noImpulse)
    const called = new Int32Array(BLOCK)
    const displaces = c.displacement[0] > 0
    for (let block = from; block < to; block++) {
      let row = block * room
      const end = row + room
      const firstBuyer = block * BLOCK
      const lastBuyer = Math.min(count.buyers, firstBuyer + BLOCK)
      const full = () =>
        new Error(
          `more purchase occasions than there is room for: ${lastBuyer - firstBuyer} buyers have room for ` +
            `${room} a day, which follows from categories.*.occasion-rate at the start; a course or an event ` +
            'that lifts them more than about threefold needs higher rates at the start',
        )

      // Most buyers are settled here; the few that are called are asked on.
      let calls = 0
      for (let buyer = firstBuyer; buyer < lastBuyer; buyer++)
        if (agentWord(a, buyer) >= plannedFrom[activityLevel[buyer]]) called[calls++] = buyer
      for (let call = 0; call < calls; call++) {
        const buyer = called[call]
        const first = agentWord(a, buyer)
        const level = activityLevel[buyer]
        let candidates = poisson(first, noPlanned[level], plannedTotal * c.activity[level])
        for (let nth = 1; candidates > 0; candidates--, nth++) {
          let mark = fraction(nthWord(b, first, 2 * nth)) * plannedTotal
          let category = 0
          while (category < C - 1 && mark >= c.plannedBound[category])
            mark -= c.plannedBound[category++]
          const market = category * count.regions + c.region[buyer]
          const rate =
            ((c.occasionRate[category] * c.season[category]) / 7) *
            (shopper[buyer] || c.shopping[0] < 1 ? c.shopping[0] : 1) *
            power(c.budget[buyer], c.incomeElasticity[category]) *
            (1 + c.visits[market])
          if (mark >= rate) continue
          if (displaces && shopper[buyer]) {
            const seen = market * count.classes + c.classOf[buyer]
            if (mark >= rate * (1 - c.crowding[seen])) continue
          }
          if (row === end) throw full()
          c.buyerOf[row] = buyer
          c.noise[row] = nthWord(b, first, 2 * nth + 1)
          c.category[row] = category
          c.returned[row] = 0
          c.feed[row++] = 0
          c.planned[market]++
        }
      }

      calls = 0
      if (impulseTotal > 0)
        for (let buyer = firstBuyer; buyer < lastBuyer; buyer++)
          if (agentWord(b, buyer) >= impulseFrom[affinityLevel[buyer]] && shopper[buyer])
            called[calls++] = buyer
      for (let call = 0; call < calls; call++) {
        const buyer = called[call]
        const first = agentWord(a, buyer)
        const taste = affinityLevel[buyer]
        const mean = impulseTotal * c.affinity[taste]
        let candidates = poisson(agentWord(b, buyer), noImpulse[taste], mean)
        for (let nth = 1; candidates > 0; candidates--, nth++) {
          let mark = fraction(nthWord(b, first, -2 * nth)) * impulseTotal
          let cell = 0
          while (cell < cells - 1 && mark >= c.bound[cell]) mark -= c.bound[cell++]
          const category = cell % C
          const feed = (cell - category) / C
          if (((c.accounts[buyer] >>> feed) & 1) === 0) continue
          const budget = power(c.budget[buyer], c.incomeElasticity[category])
          const exposed = mark < c.rate[cell] * budget
          const market = category * count.regions + c.region[buyer]
          const returning =
            displaces && mark < c.usualRate[cell] * budget
              ? c.returning[market * count.classes + c.classOf[buyer]]
              : 0
          if (!exposed && returning === 0) continue
          const noise = mix(nthWord(b, first, -2 * nth - 1))
          if (exposed) {
            if (row === end) throw full()
            c.buyerOf[row] = buyer
            c.noise[row] = noise
            c.category[row] = category
            c.returned[row] = 0
            c.feed[row++] = feed + 1
          }
          if (returning === 0 || impulseMark(noise) >= c.acceptance[0]) continue
          if (fraction(mix(noise ^ 0x7f4a7c15)) >= returning) continue
          if (row === end) throw full()
          c.buyerOf[row] = buyer
          c.noise[row] = exposed ? mix(noise ^ 0x1b873593) : noise
          c.category[row] = category
          c.returned[row] = 1
          c.feed[row++] = 0
          c.planned[market]++
        }
      }
      c.found[block] = row - block * room
    }
  },
})

/** The keyed number of an exposure that says whether it ends in an order: where it lies below the probability. */
export const impulseMark = (noise: number): number => fraction(mix(noise ^ 0x3c6ef372))

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
