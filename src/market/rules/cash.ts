import { before, number, rule, share } from '../../engine/index.ts'
import { STATE, sellers } from '../populations/index.ts'

/**
 * A firm's week in money: every flow is a term of its own.
 *   cash' = cash + takings + wholesale - fees - commissions - own label - purchases - border - duties - handling
 *           - materials - wages - rent - live - taxes - draw
 * The owner draws a part of what exceeds the buffer. Rent is due while the firm is active. A firm that
 * leaves gives its deposits, or its debt, to the rest of the economy, from which an entrant gets his capital.
 */
export const cash = rule({
  name: 'cash',
  does: 'firms settle the week and owners take their draw',
  every: 'week',
  over: sellers,
  reads: {
    state: sellers.state,
    fresh: sellers.fresh,
    listed: sellers.listed,
    rent: sellers.rent,
    expected: sellers.expected,
    unitCost: sellers.unitCost,
    takings: before(sellers.takings),
    fees: before(sellers.fees),
    commissions: before(sellers.commissions),
    labelProfit: before(sellers.labelProfit),
    materials: before(sellers.materials),
    wholesaleIncome: sellers.wholesaleIncome,
    purchases: sellers.purchases,
    borderPayments: sellers.borderPayments,
    duties: sellers.duties,
    handlingCost: sellers.handlingCost,
    wages: sellers.wages,
    liveCost: sellers.liveCost,
    salesTax: sellers.salesTax,
  },
  writes: {
    cash: sellers.cash,
    draw: sellers.draw,
    rentPaid: sellers.rentPaid,
    founding: sellers.founding,
  },
  parameters: {
    buffer: number({
      label: 'Cash buffer before owner withdrawals',
      unit: 'weeks of cost',
      default: 3,
      range: [0, 52],
    }),
    drawn: share({ label: 'Share of excess cash withdrawn per week', default: 0.25 }),
  },
  step(c, p, { from, to }) {
    for (let seller = from; seller < to; seller++) {
      const income = c.takings[seller] + c.wholesaleIncome[seller]
      const active = c.state[seller] === STATE.active && c.listed[seller] < 0
      c.rentPaid[seller] = active ? c.rent[seller] : 0
      const spending =
        c.fees[seller] +
        c.commissions[seller] +
        c.labelProfit[seller] +
        c.purchases[seller] +
        c.borderPayments[seller] +
        c.duties[seller] +
        c.handlingCost[seller] +
        c.materials[seller] +
        c.wages[seller] +
        c.rentPaid[seller] +
        c.liveCost[seller] +
        c.salesTax[seller]
      let balance = c.cash[seller] + income - spending
      const kept =
        p.buffer * (c.unitCost[seller] * c.expected[seller] + c.wages[seller] + c.rentPaid[seller])
      c.draw[seller] =
        c.state[seller] === STATE.active ? Math.max(0, p.drawn * (balance - kept)) : 0
      balance -= c.draw[seller]
      c.founding[seller] = 0
      if (c.state[seller] === STATE.exited) c.founding[seller] = -balance
      else if (c.fresh[seller]) c.founding[seller] = kept - balance
      c.cash[seller] = balance + c.founding[seller]
    }
  },
})
