import { rule } from '../../../engine/index.ts'
import { feeds, markets, today } from '../../populations/index.ts'
import { venues } from '../../tables/index.ts'

/**
 * Adds up the days of the week: what buyers did by category and region, and orders, of h pieces and in a parcel each.
 * Starts anew on Monday.
 */
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
    pieces: feeds.pieces,
    piecesOf: venues.pieces,
  },
  writes: {
    plannedWeek: markets.plannedWeek,
    savedWeek: markets.savedWeek,
    byNestWeek: markets.byNestWeek,
    impulseWeek: markets.impulseWeek,
    parcelsWeek: feeds.parcelsWeek,
  },
  step(c, _, { count }) {
    for (const [day, week] of [
      [c.planned, c.plannedWeek],
      [c.saved, c.savedWeek],
      [c.byNest, c.byNestWeek],
      [c.impulse, c.impulseWeek],
    ] as const) {
      if (c.weekday[0] === 0) week.fill(0)
      for (let cell = 0; cell < day.length; cell++) week[cell] += day[cell]
    }
    if (c.weekday[0] === 0) c.parcelsWeek.fill(0)
    const regionCount = count.regions
    for (let venue = 0; venue < count.venues; venue++)
      for (let cell = venue * regionCount; cell < (venue + 1) * regionCount; cell++)
        c.parcelsWeek[cell] += c.pieces[cell] / c.piecesOf[venue]
  },
})
