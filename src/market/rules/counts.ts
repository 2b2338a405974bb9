import { rule } from '../../engine/index.ts'
import { feeds, markets, today } from '../populations/index.ts'

/** Adds up the days of the week: what buyers did by category and region, and parcels. Starts anew on Monday. */
export const counts = rule({
  name: 'counts',
  does: 'the week’s occasions and parcels are counted',
  every: 'day',
  over: markets,
  whole: true,
  reads: {
    weekday: today.weekday,
    planned: markets.planned,
    saved: markets.saved,
    byNest: markets.byNest,
    impulse: markets.impulse,
    parcels: feeds.parcels,
  },
  writes: {
    plannedWeek: markets.plannedWeek,
    savedWeek: markets.savedWeek,
    byNestWeek: markets.byNestWeek,
    impulseWeek: markets.impulseWeek,
    parcelsWeek: feeds.parcelsWeek,
  },
  step(c) {
    for (const [day, week] of [
      [c.planned, c.plannedWeek],
      [c.saved, c.savedWeek],
      [c.byNest, c.byNestWeek],
      [c.impulse, c.impulseWeek],
      [c.parcels, c.parcelsWeek],
    ] as const) {
      if (c.weekday[0] === 0) week.fill(0)
      for (let cell = 0; cell < day.length; cell++) week[cell] += day[cell]
    }
  },
})
