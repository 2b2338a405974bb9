import { rule } from '../../engine/index.ts'
import { today } from '../populations/index.ts'
import { nests, regions } from '../tables/index.ts'

/**
 * The fall of the offline taste that had set in before any closure: N_stalls,t = N_stalls,0 - tau t, in log
 * odds of the nest. Without it a model blames a platform for everything.
 */
export const offlineTrend = rule({
  name: 'offline-trend',
  does: 'the taste for stalls and bazaars goes on falling',
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
        c.trend[nest * count.regions + region] = c.offline[nest] * c.slope[region] * c.years[0]
  },
})
