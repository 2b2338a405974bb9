import { rule } from '../../../engine/index.ts'
import { STATE, sellers, today } from '../../populations/index.ts'
import { firms } from '../../tables/index.ts'
import { NOUGHT } from '../numerics.ts'

/**
 * Stock at the end of the day: S' = S + produced + received - sold - shipped - written off, and the share
 * of it that is imported. An exited firm's stock is written off.
 */
export const inventory = rule({
  name: 'inventory',
  does: 'goods made, received, sold and shipped move the stocks',
  every: 'day',
  over: sellers,
  reads: {
    weekday: today.weekday,
    state: sellers.state,
    entrant: sellers.entrant,
    madeToOrder: sellers.madeToOrder,
    produced: sellers.produced,
    received: sellers.received,
    shipped: sellers.shipped,
    soldToday: sellers.soldToday,
    source: sellers.source,
    unlimited: firms.unlimited,
  },
  writes: { stock: sellers.stock, foreign: sellers.foreign, spoiled: sellers.spoiled },
  step(c, _, { from, to }) {
    const monday = c.weekday[0] === 0
    for (let seller = from; seller < to; seller++) {
      c.spoiled[seller] = 0
      if (c.entrant[seller]) c.foreign[seller] = c.source[seller]
      if (c.madeToOrder[seller] || c.unlimited[0]) continue
      let stock = c.stock[seller]
      if (c.state[seller] === STATE.exited || c.entrant[seller]) {
        c.spoiled[seller] = stock
        stock = 0
      }
      const received = monday ? c.received[seller] : 0
      const after =
        stock +
        c.produced[seller] +
        received -
        c.soldToday[seller] -
        (monday ? c.shipped[seller] : 0)
      if (received > 0) {
        const kept = Math.max(0, after - received)
        c.foreign[seller] =
          (c.foreign[seller] * kept + c.source[seller] * received) / (kept + received)
      }
      // Rounding may leave a few billionths of a piece below zero.
      c.stock[seller] = after > -NOUGHT && after < 0 ? 0 : after
    }
  },
})
