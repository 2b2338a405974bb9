import { DAYS_A_WEEK, log, number, rule } from '../../../engine/index.ts'
import { feeds, STATE, sellers, today } from '../../populations/index.ts'
import { venues } from '../../tables/index.ts'
import { clamp } from '../numerics.ts'

/**
 * Openings must balance what is lost where nothing happens, or every firm would be online in the end. Lost are
 * shops that close, and with the firms that leave those that had been opened beyond where a class starts: an
 * entrant begins without. While constants are solved the log odds of opening move by a part of ln(lost / opened), lost
 * on average since the start, opened as the chances of a week's reviews add up to.
 */
export const openings = rule({
  name: 'openings',
  does: 'before the calibration date, the odds of opening shops are calibrated',
  every: 'week',
  over: venues,
  whole: true,
  reads: {
    state: sellers.state,
    entrant: sellers.entrant,
    weight: sellers.weight,
    grown: feeds.grown,
    opening: feeds.opening,
    closed: feeds.closed,
    solving: today.solving,
  },
  writes: { shift: feeds.openingShift, leaving: feeds.leaving },
  parameters: {
    balancing: number({
      label: 'Adjustment rate of the calibrated odds of opening',
      unit: '1/week',
      default: 0.1,
      range: [0, 1],
      source:
        'assumption: a number of the solving: a tenth of the gap a week, so that it is closed within a year; 0.05 (it does not settle in time) to 0.3 (it follows chance)',
      grade: 'assumption',
    }),
  },
  step(c, p, { day, from, to, count }) {
    if (!c.solving[0] || day === 0) return
    let [firms, entered] = [0, 0]
    for (let seller = 0; seller < count.sellers; seller++) {
      if (c.state[seller] === STATE.exited) continue
      firms += c.weight[seller]
      if (c.entrant[seller]) entered += c.weight[seller]
    }
    for (let venue = from; venue < to; venue++) {
      let [grown, opening, closed] = [0, 0, 0]
      for (let cell = venue * count.categories; cell < (venue + 1) * count.categories; cell++) {
        grown += c.grown[cell]
        opening += c.opening[cell]
        closed += c.closed[cell]
      }
      const lost = closed + (grown * entered) / firms
      c.leaving[venue] += (lost - c.leaving[venue]) / (day / DAYS_A_WEEK)
      if (c.leaving[venue] > 0 && opening > 0)
        c.shift[venue] += p.balancing * clamp(log(c.leaving[venue] / opening))
    }
  },
})
