import { before, rule } from '../../../engine/index.ts'
import { STATE, sellers, today } from '../../populations/index.ts'

/**
 * Goods made to order are paid in two parts: a deposit at the order, the rest at delivery. What was finished yesterday is
 * handed over today, and of what buyers owe a seller they pay the part phi that these goods are of those on order:
 *   phi  = finished / (finished + backlog)
 *   due' = (1 - phi) (due + rests of yesterday's orders),   paid today  phi (due + rests)
 * and so with the deposits that he holds. Where a firm leaves, the orders on its books lapse: what is due on them is
 * cancelled, and deposits are lost. Which buyer waits for which seller is not kept: all who owe pay at the pace at
 * which all goods on order are delivered, sum phi_s due_s / sum due_s, so that both sides agree every day.
 */
export const deliveries = rule({
  name: 'deliveries',
  does: 'goods made to order are handed over, and the rest of their price falls due',
  every: 'day',
  over: sellers,
  whole: true,
  reads: {
    weekday: today.weekday,
    madeToOrder: sellers.madeToOrder,
    state: sellers.state,
    entrant: sellers.entrant,
    weight: sellers.weight,
    produced: before(sellers.produced),
    backlog: before(sellers.backlog),
    revenueToday: before(sellers.revenueToday),
    credited: before(sellers.credited),
  },
  writes: {
    settled: sellers.settled,
    due: sellers.due,
    advances: sellers.advances,
    delivered: today.delivered,
    cancelled: today.cancelled,
  },
  step(c, _, { from, to }) {
    let [owed, paid, cancelled] = [0, 0, 0]
    for (let seller = from; seller < to; seller++) {
      if (!c.madeToOrder[seller]) continue
      c.due[seller] += c.credited[seller]
      c.advances[seller] += c.revenueToday[seller] - c.credited[seller]
      owed += c.weight[seller] * c.due[seller]
      if (lapses(seller)) {
        cancelled += c.weight[seller] * c.due[seller]
        c.due[seller] = 0
        c.advances[seller] = 0
        c.settled[seller] = 0
        continue
      }
      const finished = c.produced[seller]
      const part = finished > 0 ? finished / (finished + c.backlog[seller]) : 0
      c.settled[seller] = part * c.due[seller]
      c.due[seller] -= c.settled[seller]
      c.advances[seller] -= part * c.advances[seller]
      paid += c.weight[seller] * c.settled[seller]
    }
    c.delivered[0] = owed > 0 ? paid / owed : 0
    c.cancelled[0] = owed > 0 ? cancelled / owed : 0

    function lapses(seller: number): boolean {
      return c.state[seller] === STATE.exited || (c.weekday[0] === 0 && c.entrant[seller] === 1)
    }
  },
})
