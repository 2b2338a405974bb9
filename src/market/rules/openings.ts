import { log, number, rule } from '../../engine/index.ts'
import { feeds, listings, STATE, sellers, today } from '../populations/index.ts'
import { venues } from '../tables/index.ts'

/**
 * Openings must balance closings where nothing happens, or every firm would be online in the end: while
 * constants are solved the odds of opening are moved until the presence at each venue stands still.
 */
export const openings = rule({
  name: 'openings',
  does: 'before the calibration date, the odds of opening shops are solved',
  every: 'week',
  over: venues,
  whole: true,
  reads: {
    state: sellers.state,
    weight: sellers.weight,
    open: listings.open,
    solving: today.solving,
  },
  writes: { shift: feeds.openingShift, presence: feeds.presence },
  parameters: {
    balancing: number({
      label: 'Speed of solving the odds of opening',
      unit: '1/week',
      default: 1,
      range: [0, 10],
    }),
  },
  step(c, p, { day, from, to, count }) {
    if (!c.solving[0]) return
    const present = new Float64Array(to)
    let firms = 0
    for (let seller = 0; seller < count.sellers; seller++) {
      if (c.state[seller] !== STATE.active) continue
      firms += c.weight[seller]
      for (let venue = from; venue < to; venue++)
        if (c.open[seller * count.venues + venue]) present[venue] += c.weight[seller]
    }
    for (let venue = from; venue < to; venue++) {
      const share = present[venue] / firms
      if (day === 0) c.presence[venue] = share
      else if (c.presence[venue] > 0 && share > 0)
        c.shift[venue] -= p.balancing * log(share / c.presence[venue])
    }
  },
})
