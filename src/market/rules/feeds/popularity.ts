import { before, rule, share } from '../../../engine/index.ts'
import { listings, sellers } from '../../populations/index.ts'
import { households } from '../../tables/index.ts'

/** Popularity of a listing: P' = (1 - delta) P + pieces sold by a firm. Always used relative to its list. */
export const popularity = rule({
  name: 'popularity',
  does: 'popularity follows past sales',
  every: 'week',
  over: sellers,
  reads: {
    entrant: sellers.entrant,
    weight: sellers.weight,
    soldWeek: before(listings.soldWeek),
    orderWeight: households.orders,
  },
  writes: { popularity: listings.popularity },
  parameters: {
    decay: share({
      label: 'Weekly decay rate of popularity',
      default: 0.15,
      range: [0, 1],
      source:
        'assumption: a half-life of four weeks, as counters of what sold lately; 0.05 (a quarter of a year) to 0.3 (two weeks)',
      grade: 'assumption',
    }),
  },
  step(c, { decay }, { day, from, to, count }) {
    if (day === 0) return
    const venueCount = count.venues
    const kept = 1 - decay
    for (let seller = from; seller < to; seller++) {
      const pieces = c.orderWeight[0] / c.weight[seller]
      for (let listing = seller * venueCount; listing < (seller + 1) * venueCount; listing++)
        c.popularity[listing] = c.entrant[seller]
          ? 0
          : kept * c.popularity[listing] + c.soldWeek[listing] * pieces
    }
  },
})
