import { rule, type Values } from '../../../engine/index.ts'
import { today } from '../../populations/index.ts'
import { nests, regions } from '../../tables/index.ts'

/** What the log odds of a nest in a region fall by in so many years. */
export const offlineFall = (
  c: { readonly offline: Values; readonly slope: Values },
  nest: number,
  region: number,
  years: number,
): number => c.offline[nest] * c.slope[region] * years

/**
 * The fall of the offline taste that had set in before any closure: N_stalls,t = N_stalls,0 - tau t, in log
 * odds of the nest, from the first day on. Without it a model blames a platform for everything. While constants
 * are solved their targets fall by the same slope (share-inversion), so that it has no kink where solving ends.
 */
export const offlineTrend = rule({
  name: 'offline-trend',
  does: 'the taste for stalls and bazaars continues to fall',
  every: 'week',
  over: nests,
  whole: true,
  reads: {
    offline: nests.offline,
    slope: regions.offlineTrend,
    years: today.elapsedYears,
  },
  writes: { trend: nests.trend },
  step(c, _, { count }) {
    for (let nest = 0; nest < count.nests; nest++)
      for (let region = 0; region < count.regions; region++)
        c.trend[nest * count.regions + region] = offlineFall(c, nest, region, c.years[0])
  },
})
