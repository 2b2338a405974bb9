import {
  agentWord,
  before,
  fraction,
  GUMBEL,
  log,
  nthWord,
  number,
  quotient,
  rule,
} from '../../engine/index.ts'
import { classes, creators, listings, lists, SHOWN, sellers, slots } from '../populations/index.ts'
import { categories, creator, nests, routes, venues } from '../tables/index.ts'
import { stretchOf } from './stretch.ts'

const assumed = { source: 'model.md 2.4', grade: 'assumption' } as const
/** Items that a creator looks at for those he shows. */
const CANDIDATES = 32

/**
 * What creators show: of some items of the ranked list of their platform and category those that earn them most
 * (b p x odds of a sale). A listing that is shown gets L = cred + 0.1 ln(1 + A / mean A), of its largest
 * audience. In a feed that shows the goods of another checkout as its own they show those.
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
    firstList: routes.firstList,
    itemsShown: creator.slots,
    creatorCategory: creators.category,
    venue: creators.venue,
    hours: creators.hours,
    audience: creators.audience,
    category: sellers.category,
    offered: before(sellers.creatorCommission),
    price: before(listings.price),
    open: before(listings.open),
    members: before(lists.members),
    covered: before(lists.covered),
    slotListing: before(slots.listing),
    worth: before(slots.worth),
  },
  writes: { shown: creators.shown, bonus: listings.live, hosts: listings.hosts },
  parameters: {
    credibility: number({
      label: 'Utility gain from being shown by a creator',
      unit: 'log odds',
      default: 0.2,
      range: [0, 2],
      ...assumed,
    }),
    socialProof: number({
      label: 'Utility gain per log point of relative audience',
      unit: 'log odds',
      default: 0.1,
      range: [0, 1],
      ...assumed,
    }),
  },
  step(c, p, { from, to, key, still, count }) {
    const { venues: V, creators: N, categories: C } = count
    const { first, last } = stretchOf(c.category, from, to)
    c.bonus.fill(0, first * V, last * V)
    c.hosts.fill(0, first * V, last * V)
    const room = quotient(count.slots, count.lists)
    const middle = Math.floor(count.classes / 2)
    const shops = shopsOfFeeds()
    let audience = 0
    for (let who = 0; who < N; who++) audience += c.audience[who]
    const mean = audience / N
    const candidate = new Int32Array(CANDIDATES)
    const score = new Float64Array(CANDIDATES)
    for (let who = 0; who < N; who++) {
      const category = c.creatorCategory[who]
      if (category < from || category >= to) continue
      c.shown.fill(-1, who * SHOWN, (who + 1) * SHOWN)
      const venue = c.venue[who] - 1
      if (venue < 0 || c.hours[who] < 0.5 || mean === 0) continue
      const route = shops[venue]
      const list = c.firstList[route] + category
      if (c.members[list] === 0) continue
      const a = c.sensitivity[middle * C + category] / c.dissimilarity[c.nestOf[c.routeTo[route]]]
      const found = look(who, list, a)
      const bonus = p.credibility + p.socialProof * log(1 + c.audience[who] / mean)
      for (let slot = 0; slot < Math.min(c.itemsShown[0], found); slot++) {
        let best = 0
        for (let at = 1; at < found; at++) if (score[at] > score[best]) best = at
        const listing = candidate[best]
        score[best] = -Infinity
        c.shown[who * SHOWN + slot] = listing
        c.hosts[listing]++
        c.bonus[listing] = Math.max(c.bonus[listing], bonus)
      }
    }

    /** Some of the list and what they would earn; returns how many. */
    function look(who: number, list: number, a: number): number {
      const size = c.covered[list] ? c.members[list] : room
      const [today, ever] = [agentWord(key.a, who), agentWord(still.a, who)]
      let found = 0
      for (let nth = 0; nth < CANDIDATES; nth++) {
        const slot = Math.floor(fraction(nthWord(key.b, today, nth)) * size)
        const row = list * room + slot
        const listing = c.slotListing[row]
        const price = c.price[listing]
        const offer = c.offered[quotient(listing, V)] * price
        if (!c.open[listing] || offer <= 0 || isAmong(candidate, found, listing)) continue
        const luck = GUMBEL[nthWord(still.b, ever, listing) >>> 20]
        candidate[found] = listing
        score[found++] = log(offer) + c.worth[row] - a * price + luck
      }
      return found
    }

    /** The route whose goods a feed shows. */
    function shopsOfFeeds(): number[] {
      const shops = Array.from({ length: V }, (_, venue) => venue)
      for (let link = 0; link < count.routes; link++) {
        const feed = c.routeFrom[link]
        if (c.shared[link] && c.routeOpen[feed] === 0 && c.routeOpen[link] > 0) shops[feed] = link
      }
      return shops
    }
  },
})

function isAmong(values: Int32Array, length: number, wanted: number): boolean {
  for (let at = 0; at < length; at++) if (values[at] === wanted) return true
  return false
}
