import {
  agentWord,
  before,
  type Draw,
  daily,
  fraction,
  GUMBEL,
  log,
  type Named,
  nthWord,
  number,
  quotient,
  rule,
  still,
} from '../../../engine/index.ts'
import {
  classes,
  creators,
  listings,
  lists,
  SHOWN,
  sellers,
  slots,
} from '../../populations/index.ts'
import { categories, creator, nests, routes, venues } from '../../tables/index.ts'
import { stretchOf } from '../stretch.ts'
import { paysCommissions } from './commissions.ts'

/** No behaviour: the width of the draw by which creators look, and so the most items that they can look at. */
const CANDIDATES = 32

/**
 * What creators show: of `looksAt` items of the lists that their feed leads to, those that earn them most (b p x odds of a
 * sale). A feed leads where its impulses go: over its open routes of least friction; items are shown where the route
 * pays commissions. On that route, a listing that is shown gets L = cred + 0.1 ln(1 + A / mean A), of its largest
 * audience, and so does what a seller shows in sessions of his own.
 */
export const showcase = rule({
  name: 'showcase',
  does: 'creators show the items that earn them most',
  every: 'week',
  over: categories,
  slice: 1,
  reads: {
    routeFrom: routes.from,
    routeTo: routes.to,
    nestOf: venues.nest,
    dissimilarity: nests.dissimilarity,
    sensitivity: classes.sensitivity,
    routeOpen: routes.open,
    shared: routes.shared,
    friction: routes.friction,
    affiliates: venues.affiliates,
    firstList: routes.firstList,
    regional: routes.regional,
    creatorRegion: creators.region,
    liveVenue: sellers.liveVenue,
    liveAudience: sellers.liveAudience,
    itemsShown: creator.slots,
    creatorCategory: creators.category,
    venue: creators.venue,
    audience: creators.audience,
    category: sellers.category,
    offered: before(sellers.creatorCommission),
    price: before(listings.price),
    open: before(listings.open),
    members: before(lists.members),
    covered: before(lists.covered),
    slotListing: before(slots.listing),
    utility: before(slots.utility),
  },
  writes: { shown: creators.shown, live: sellers.live, hosting: sellers.hosting },
  parameters: {
    looksAt: number({
      label: 'Items that a creator looks at in a week before choosing',
      unit: 'items',
      default: 32,
      range: [1, CANDIDATES],
      source:
        'assumption: four times as many as are shown, one drawn at each look in the lists of the feed, so that the best offers are not known to all; 1 (the first that comes along) to 32. Some may look at more: 32 is a limit of the program, which keeps no more draws',
      grade: 'assumption',
    }),
    credibility: number({
      label: 'Utility gain from being shown by a creator',
      unit: 'log odds',
      default: 0.2,
      range: [0, 2],
      source:
        'assumption: to be shown at all makes a good 1.2 times as likely to a viewer of affinity 1 (e^0.2); 0 (the audience alone counts) to 0.7 (twice)',
      grade: 'assumption',
    }),
    socialProof: number({
      label: 'Utility gain per log point of relative audience',
      unit: 'log odds',
      default: 0.1,
      range: [0, 1],
      source:
        'assumption: ten times the mean audience makes a good 1.3 times as likely to a viewer of affinity 1; 0 (the size of the audience plays no part) to 0.3 (twice)',
      grade: 'assumption',
    }),
  },
  draws: {
    looks: daily('Items that it looks at', CANDIDATES),
    luck: still('Luck of a listing with the creator', listings),
  },
  step(c, p, { from, to, draws, count }) {
    const { creators: creatorCount, categories: categoryCount, routes: routeCount } = count
    const { first, last } = stretchOf(c.category, from, to)
    for (const byRoute of [c.live, c.hosting])
      byRoute.fill(0, first * routeCount, last * routeCount)
    const middle = Math.floor(count.classes / 2)
    const leadsTo = waysOf(c, count)
    let audience = 0
    for (let who = 0; who < creatorCount; who++) audience += c.audience[who]
    const mean = audience > 0 ? audience / creatorCount : 1
    const bonusOf = (viewers: number) => p.credibility + p.socialProof * log(1 + viewers / mean)
    for (let seller = first; seller < last; seller++)
      if (c.liveVenue[seller] > 0)
        c.live[seller * routeCount + c.liveVenue[seller] - 1] = bonusOf(c.liveAudience[seller])
    const scores: Scores = { item: new Int32Array(CANDIDATES), score: new Float64Array(CANDIDATES) }
    for (let who = 0; who < creatorCount; who++) {
      const category = c.creatorCategory[who]
      if (category < from || category >= to) continue
      c.shown.fill(-1, who * SHOWN, (who + 1) * SHOWN)
      const venue = c.venue[who] - 1
      if (venue < 0 || c.audience[who] === 0) continue
      const ways = leadsTo[venue].filter(
        (route) => c.members[listAt(c, who, route, category, count)] > 0,
      )
      if (ways.length === 0) continue
      const sensitivity = c.sensitivity[middle * categoryCount + category]
      const found = look(
        c,
        count,
        { who, ways, category, sensitivity, draws, most: p.looksAt },
        scores,
      )
      const bonus = bonusOf(c.audience[who])
      for (let slot = 0; slot < Math.min(c.itemsShown[0], found); slot++) {
        let best = 0
        for (let at = 1; at < found; at++) if (scores.score[at] > scores.score[best]) best = at
        const item = scores.item[best]
        scores.score[best] = -Infinity
        c.shown[who * SHOWN + slot] = item
        c.hosting[item] += c.audience[who]
        c.live[item] = Math.max(c.live[item], bonus)
      }
    }
  },
})
type Lists = Named<
  | 'firstList'
  | 'regional'
  | 'creatorRegion'
  | 'covered'
  | 'members'
  | 'slotListing'
  | 'price'
  | 'offered'
  | 'open'
  | 'dissimilarity'
  | 'nestOf'
  | 'routeTo'
  | 'utility'
>
type Ways = Named<'affiliates' | 'shared' | 'routeFrom' | 'routeTo' | 'routeOpen' | 'friction'>

/** Goods as creators show them, a row of seller and route each, and what they would earn. */
interface Scores {
  readonly item: Int32Array
  readonly score: Float64Array
}

interface Looking {
  readonly who: number
  readonly ways: readonly number[]
  readonly category: number
  readonly sensitivity: number
  /** Items that he looks at. */
  readonly most: number
  readonly draws: Readonly<Record<'looks' | 'luck', Draw>>
}

/** The list of a route in which a creator looks: of his own region where buyers meet only those. */
const listAt = (
  c: Named<'firstList' | 'regional' | 'creatorRegion'>,
  who: number,
  route: number,
  category: number,
  { regions }: Readonly<Record<string, number>>,
): number =>
  c.firstList[route] + (c.regional[route] ? category * regions + c.creatorRegion[who] : category)

/** Some of the lists and what they would earn; returns how many. */
function look(
  c: Lists,
  count: Readonly<Record<string, number>>,
  { who, ways, category, sensitivity, most, draws: { looks, luck } }: Looking,
  { item, score }: Scores,
): number {
  const { venues: venueCount, routes: routeCount } = count
  const room = quotient(count.slots, count.lists)
  const [today, ever] = [agentWord(looks.a, who), agentWord(luck.a, who)]
  let found = 0
  for (let nth = 0; nth < Math.floor(most); nth++) {
    const route = ways[nth % ways.length]
    const list = listAt(c, who, route, category, count)
    const size = c.covered[list] ? c.members[list] : room
    const row =
      list * room + Math.floor(fraction(nthWord(looks.b, today, looks.first + nth)) * size)
    const listing = c.slotListing[row]
    const seller = quotient(listing, venueCount)
    const shown = seller * routeCount + route
    const price = c.price[listing]
    const offer = c.offered[seller] * price
    if (!c.open[listing] || offer <= 0 || isAmong(item, found, shown)) continue
    const a = sensitivity / c.dissimilarity[c.nestOf[c.routeTo[route]]]
    const liking = GUMBEL[nthWord(luck.b, ever, luck.first + listing) >>> 20]
    item[found] = shown
    score[found++] = log(offer) + c.utility[row] - a * price + liking
  }
  return found
}

/** By feed: the routes whose goods its creators show. */
function waysOf(c: Ways, count: Readonly<Record<string, number>>): number[][] {
  const pays = paysCommissions(c, count)
  return Array.from({ length: count.venues }, (_, feed) => {
    const open = pays.flatMap((_, route) =>
      c.routeFrom[route] === feed && c.routeOpen[route] > 0 ? [route] : [],
    )
    const least = open.reduce((one, route) => Math.min(one, c.friction[route]), Infinity)
    return open.filter((route) => c.friction[route] === least && pays[route])
  })
}

function isAmong(values: Int32Array, length: number, wanted: number): boolean {
  for (let at = 0; at < length; at++) if (values[at] === wanted) return true
  return false
}
