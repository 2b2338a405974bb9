import { before, DAYS_A_WEEK, number, rule } from '../../../engine/index.ts'
import { KIND, STATE, sellers, today } from '../../populations/index.ts'
import { categories, firms, households } from '../../tables/index.ts'
import { leastStock } from '../money/least-stock.ts'
import { targetStock } from '../money/target-stock.ts'

/**
 * What producers make today. For stock: output = min( capacity, max(0, D + (S* - S) / tau) ), target stock
 * S* = (lead time + safety) D, materials paid in cash. To order: the backlog grows by orders and falls by
 * capacity, B' = max(0, B + orders - capacity); the wait quoted is B over weekly capacity.
 */
export const production = rule({
  name: 'production',
  does: 'producers make for stock and work off orders',
  every: 'day',
  over: sellers,
  reads: {
    weekday: today.weekday,
    kind: sellers.kind,
    state: sellers.state,
    entrant: sellers.entrant,
    category: sellers.category,
    madeToOrder: sellers.madeToOrder,
    family: sellers.family,
    paid: sellers.paid,
    equipped: sellers.equipped,
    expected: sellers.expected,
    stock: before(sellers.stock),
    soldToday: sellers.soldToday,
    cash: sellers.cash,
    productivity: categories.productivity,
    materialCost: categories.materialCost,
    leadTime: firms.leadTime,
    safetyStock: firms.safetyStock,
    unlimited: firms.unlimited,
    orderWeight: households.orders,
    weight: sellers.weight,
  },
  writes: {
    produced: sellers.produced,
    backlog: sellers.backlog,
    wait: sellers.wait,
    materials: sellers.materials,
  },
  parameters: {
    stockSpeed: number({
      label: 'Time to close an inventory gap',
      unit: 'weeks',
      default: 3,
      range: [0.2, 26],
      source: 'assumption: three weeks; 1 (at once, with output that jumps) to 8 (even output)',
      grade: 'assumption',
    }),
  },
  step(c, { stockSpeed }, { from, to }) {
    for (let seller = from; seller < to; seller++) {
      if (c.weekday[0] === 0) c.materials[seller] = 0
      c.produced[seller] = 0
      // An entrant does not make what his predecessor owed.
      if (c.entrant[seller] && c.weekday[0] === 0) c.backlog[seller] = 0
      if (c.kind[seller] !== KIND.producer) continue
      const category = c.category[seller]
      const labour = c.family[seller] + c.paid[seller]
      const weekly = c.productivity[category] * (1 + c.equipped[seller]) * labour
      const capacity = c.state[seller] === STATE.active ? weekly / DAYS_A_WEEK : 0
      let output: number
      if (c.madeToOrder[seller]) {
        const due = c.backlog[seller] + c.soldToday[seller]
        output = Math.min(capacity, due)
        c.backlog[seller] = due - output
        c.wait[seller] = weekly > 0 ? c.backlog[seller] / weekly : 0
      } else {
        if (c.unlimited[0]) continue
        const target = Math.max(
          leastStock(c, seller),
          targetStock(c.expected[seller], c.leadTime[0], c.safetyStock[0]),
        )
        const wanted = (c.expected[seller] + (target - c.stock[seller]) / stockSpeed) / DAYS_A_WEEK
        output = Math.min(capacity, Math.max(0, wanted))
        if (c.materialCost[category] > 0)
          output = Math.min(output, Math.max(0, c.cash[seller]) / c.materialCost[category])
      }
      c.produced[seller] = output
      c.materials[seller] += output * c.materialCost[category]
    }
  },
})
