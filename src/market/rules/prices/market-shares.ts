import { before, DAYS_A_WEEK, rule, share } from '../../../engine/index.ts'
import { listings, markets, sellers } from '../../populations/index.ts'
import { categories, venues } from '../../tables/index.ts'
import { stretchOf } from '../stretch.ts'

/**
 * The part of all occasions of its category that a real firm served last week, nest by nest, smoothed:
 *   S' = S + memory (S_week - S)
 */
export const marketShares = rule({
  name: 'market-shares',
  does: 'sellers observe their market shares',
  every: 'week',
  over: categories,
  slice: 1,
  reads: {
    category: sellers.category,
    weight: sellers.weight,
    listed: sellers.listed,
    entrant: sellers.entrant,
    soldWeek: before(listings.soldWeek),
    plannedWeek: before(markets.plannedWeek),
    nestOf: venues.nest,
  },
  writes: { share: sellers.share },
  parameters: {
    memory: share({
      label: 'Weight of the latest week in the market share',
      default: 0.2,
      source:
        'assumption: sellers price by the share that they had over about three weeks (a half-life), as one week is chance; 0.05 (a quarter of a year) to 0.5 (a week)',
      grade: 'assumption',
    }),
  },
  step(c, p, { day, from, to, count }) {
    const { venues: venueCount, nests: nestCount, regions: regionCount } = count
    // The first week has no past to be smoothed with.
    const memory = day === DAYS_A_WEEK ? 1 : p.memory
    const sold = new Float64Array(nestCount)
    for (let category = from; category < to; category++) {
      let occasions = 0
      for (let region = 0; region < regionCount; region++)
        occasions += c.plannedWeek[category * regionCount + region]
      const { first, last } = stretchOf(c.category, category, category + 1)
      for (let seller = first; seller < last; seller++) {
        sold.fill(0)
        for (let venue = 0; venue < venueCount; venue++)
          sold[c.nestOf[venue]] += c.soldWeek[seller * venueCount + venue]
        // Orders are those of one firm: a listed seller is one, a sampled one shares them among its firms.
        const firms = c.listed[seller] >= 0 ? 1 : 1 / c.weight[seller]
        for (let nest = 0; nest < nestCount; nest++) {
          const newest = occasions > 0 ? (sold[nest] * firms) / occasions : 0
          const at = seller * nestCount + nest
          if (c.entrant[seller]) c.share[at] = 0
          else if (day > 0) c.share[at] += memory * (newest - c.share[at])
        }
      }
    }
  },
})
