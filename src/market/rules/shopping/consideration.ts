/** What a buyer sees of a ranked list, and what he likes best of it. */
import {
  fraction,
  GUMBEL,
  type MutableValues,
  mix,
  quotient,
  type Values,
} from '../../../engine/index.ts'
import { buyers, classes, levels, lists, occasions, slots } from '../../populations/index.ts'
import { categories, households, nests, routes, venues } from '../../tables/index.ts'
import { jointUtility, shareOfOther } from '../feeds/twins.ts'
import { ITEMS, LOOKS, TWIN } from './occasion-words.ts'

/** What a rule that lets buyers consider items has to read. */
export const considered = {
  buyerOf: occasions.buyer,
  noise: occasions.noise,
  wanted: occasions.category,
  route: occasions.route,
  homeRegion: buyers.region,
  incomeClass: buyers.incomeClass,
  affinityLevel: buyers.affinity,
  relativeAffinity: levels.affinity,
  meanAffinity: households.affinity,
  firstList: routes.firstList,
  byRegion: routes.regional,
  routeTo: routes.to,
  nestOf: venues.nest,
  listingsSeen: nests.considered,
  covered: lists.covered,
  members: lists.members,
  streamed: lists.shown,
  slotListing: slots.listing,
  slotLive: slots.live,
  utility: slots.utility,
  price: slots.price,
  sensitivity: classes.sensitivity,
  dissimilarity: nests.dissimilarity,
  twins: lists.twins,
  twinListing: slots.twinListing,
  twinUtility: slots.twinUtility,
  twinPrice: slots.twinPrice,
  twinLive: slots.twinLive,
  part: slots.part,
  copyDissimilarity: categories.copyDissimilarity,
} as const

type Columns = { readonly [name in keyof typeof considered]: Values }

/**
 * Finds the best listing of an occasion's consideration set: K draws from the slots of the ranked list, and Gumbel-max over
 *   v = utility - a p + ell L
 * A listing drawn m times counts m times, since the noise is keyed to buyer, occasion and draw. Where the list is
 * short enough all of it is seen, and the noise is keyed to buyer, occasion and listing. Who finds a copy or its original finds
 * the other beside it: the two are one draw, of utility tau ln(e^{v_1/tau} + e^{v_2/tau}), and of them he takes either with
 * odds e^{(v_1 - v_2)/tau}, by a draw of its own. That is a nested logit, since the best of a nest has the noise of one.
 * @param except a listing for each occasion that is passed over
 * @param best takes the best other listing of each occasion with a route in the rows from `from` and before `to`, -1
 * where there is none; may be the same column
 */
export function consider(
  c: Columns,
  count: Readonly<Record<string, number>>,
  from: number,
  to: number,
  except: Values,
  best: MutableValues,
): void {
  const { regions: regionCount, categories: categoryCount } = count
  const room = quotient(count.slots, count.lists)
  const shift = Math.clz32(room) + 1
  const { slotListing, slotLive, utility: slotUtility, price, twinListing } = c
  const gumbel = GUMBEL
  const [items, looks, turn] = [ITEMS | 0, LOOKS | 0, TWIN | 0]
  for (let row = from; row < to; row++) {
    if (c.route[row] === 0) continue
    const route = c.route[row] - 1
    const buyer = c.buyerOf[row]
    const category = c.wanted[row]
    const list = listOf(c, route, category, c.homeRegion[buyer], regionCount)
    const noise = mix(c.noise[row] ^ items)
    const base = list * room
    const whole = c.covered[list] === 1
    const affinity = c.streamed[list]
      ? c.relativeAffinity[c.affinityLevel[buyer]] * c.meanAffinity[0]
      : 0
    const nest = c.nestOf[c.routeTo[route]]
    const a = c.sensitivity[c.incomeClass[buyer] * categoryCount + category] / c.dissimilarity[nest]
    const draws = (whole ? c.members[list] : c.listingsSeen[nest]) | 0
    const passed = except[row]
    const pairs = c.twins[list] === 1
    const tau = c.copyDissimilarity[category]
    let highest = -Infinity
    let chosen = -1
    for (let draw = 0; draw < draws; draw++) {
      const key = whole ? slotListing[base + draw] : draw
      const word = mix(noise + Math.imul(key + 1, looks))
      const slot = base + (whole ? draw : word >>> shift)
      let utility = slotUtility[slot] - a * price[slot] + gumbel[word & 4095]
      if (affinity > 0) utility += affinity * slotLive[slot]
      let listing = slotListing[slot]
      if (pairs && twinListing[slot] > 0) {
        const twin = twinListing[slot] - 1
        const other = otherUtility(c, slot, a, affinity) + gumbel[word & 4095]
        const alone = listing === passed || twin === passed
        const luck = fraction(mix(word ^ turn))
        const turns = alone ? listing === passed : luck < shareOfOther(utility, other, tau)
        if (!alone) utility = jointUtility(utility, other, tau)
        else if (turns) utility = other
        utility += c.part[slot]
        if (turns) listing = twin
      }
      if (utility <= highest || listing === passed) continue
      highest = utility
      chosen = listing
    }
    best[row] = chosen
  }
}

/** The ranked list that a route shows of a category, to buyers of a region where it has one for each. */
export const listOf = (
  c: Columns,
  route: number,
  category: number,
  region: number,
  regions: number,
) => c.firstList[route] + (c.byRegion[route] ? category * regions + region : category)

/** Utility of the other half of a copy and its original. */
const otherUtility = (c: Columns, slot: number, a: number, affinity: number) =>
  c.twinUtility[slot] - a * c.twinPrice[slot] + affinity * c.twinLive[slot]
