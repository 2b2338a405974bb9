import { before, DAYS_A_WEEK, number, rule, share } from '../../../engine/index.ts'
import { listings, sellers } from '../../populations/index.ts'
import { categories } from '../../tables/index.ts'
import { stretchOf } from '../stretch.ts'

/**
 * On what part of the orders of his shop a seller expects to pay creators, from his own orders of late and, where
 * he has few, from those of his category at the venue:
 *   E' = (1 - m) E + orders with commission,  O' = (1 - m) O + orders,  s = (E + n S) / (O + n),  S = sum E / sum O
 * Where nobody pays creators S and s are 0. No creator shows anything in the first week: it tells nothing.
 */
export const commissionShares = rule({
  name: 'commission-shares',
  does: 'sellers observe on what share of orders they pay creators',
  every: 'week',
  over: categories,
  slice: 1,
  reads: {
    category: sellers.category,
    entrant: sellers.entrant,
    soldWeek: before(listings.soldWeek),
    commissionedWeek: before(listings.commissionedWeek),
  },
  writes: {
    recent: listings.recent,
    recentCommissioned: listings.recentCommissioned,
    commissioned: listings.commissioned,
  },
  parameters: {
    memory: share({
      label: 'Weight of the latest week in the expected share of orders with commission',
      default: 0.1,
      source: 'assumption: a half-life of 1.5 to 14 weeks (0.05 to 0.4), about that of prices',
      range: [0.05, 0.4],
      grade: 'assumption',
    }),
    others: number({
      label: 'Orders of its own as telling as what similar shops pay',
      unit: 'orders',
      default: 10,
      range: [1, 100],
      source:
        'assumption: a share counted from 10 orders has a standard error of up to .16; 1 to 100',
      grade: 'assumption',
    }),
  },
  step(c, p, { day, from, to, count }) {
    const venueCount = count.venues
    // The first two weeks have no past to be smoothed with.
    const past = day <= 2 * DAYS_A_WEEK ? 0 : 1 - p.memory
    for (let category = from; category < to; category++) {
      const { first, last } = stretchOf(c.category, category, category + 1)
      const orders = new Float64Array(venueCount)
      const paid = new Float64Array(venueCount)
      for (let seller = first; seller < last; seller++)
        for (let venue = 0; venue < venueCount; venue++) {
          const listing = seller * venueCount + venue
          const kept = c.entrant[seller] ? 0 : past
          const counts = day > 0 && !c.entrant[seller]
          c.recent[listing] = kept * c.recent[listing] + (counts ? c.soldWeek[listing] : 0)
          c.recentCommissioned[listing] =
            kept * c.recentCommissioned[listing] + (counts ? c.commissionedWeek[listing] : 0)
          orders[venue] += c.recent[listing]
          paid[venue] += c.recentCommissioned[listing]
        }
      for (let seller = first; seller < last; seller++)
        for (let venue = 0; venue < venueCount; venue++) {
          const listing = seller * venueCount + venue
          const usual = orders[venue] > 0 ? paid[venue] / orders[venue] : 0
          c.commissioned[listing] =
            (c.recentCommissioned[listing] + p.others * usual) / (c.recent[listing] + p.others)
        }
    }
  },
})
