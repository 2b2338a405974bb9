import {
  before,
  type Context,
  type Named,
  number,
  type ParameterValues,
  rule,
  share,
  type Writable,
} from '../../../engine/index.ts'
import { type BookedFlow, flowReads, netOf } from '../../policy/flows.ts'
import { KIND, STATE, sellers } from '../../populations/index.ts'
import { firms, kinds, regions } from '../../tables/index.ts'
import { weeksOfEarnings } from '../firms/pressed.ts'
import { fixedCost } from './fixed-cost.ts'

/**
 * A firm's week in money: every flow is a term of its own.
 *   cash' = cash + revenue - credit + wholesale - fees - commissions - own label - purchases - border - duties - handling
 *           - materials - wages - rent and overhead - live - taxes + flows of policies - withdrawals
 * revenue counted at the order and credit what buyers came to owe of it, less what they paid (deliveries.ts).
 * The owner draws a part of what exceeds the buffer, and pays a debt from what he earns elsewhere as far as a share
 * of it goes: the purse of a small firm and of its household is one. Rent and overhead are due while the firm is active.
 * What the firm earns for him is the mean of up to `earningsWeeks` weeks of
 *   revenue + wholesale - fees - commissions - goods sold, at cost - wages - rent and overhead - live - taxes - hours of posting,
 * goods of a producer being his materials; it starts anew with a firm that begins or begins again. A firm that
 * leaves gives its deposits, or its debt, to the rest of the economy, from which an entrant gets his capital.
 */
const declared = {
  name: 'cash',
  does: 'firms settle the week and owners withdraw their income',
  every: 'week',
  over: sellers,
  reads: {
    kind: sellers.kind,
    state: sellers.state,
    entrant: sellers.entrant,
    reentered: sellers.reentered,
    outside: sellers.outside,
    piecesWeek: before(sellers.piecesWeek),
    shipped: sellers.shipped,
    listed: sellers.listed,
    rent: sellers.rent,
    overhead: kinds.overhead,
    expected: sellers.expected,
    unitCost: sellers.unitCost,
    revenue: before(sellers.revenue),
    credit: before(sellers.credit),
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
    effort: sellers.effort,
    region: sellers.region,
    fullTime: firms.fullTime,
    earningsWeeks: firms.earningsWeeks,
    wage: firms.wage,
    regionalWage: regions.wage,
    salesTax: sellers.salesTax,
  },
  writes: {
    cash: sellers.cash,
    withdrawals: sellers.withdrawals,
    earnings: sellers.earnings,
    earnedWeeks: sellers.earnedWeeks,
    rentPaid: sellers.rentPaid,
    capitalInjection: sellers.capitalInjection,
  },
  parameters: {
    buffer: number({
      label: 'Cash buffer before owner withdrawals',
      unit: 'weeks of cost',
      default: 3,
      range: [0, 52],
      source:
        'assumption: three weeks of cost in the till, about the time from restocking to sale; 1 to 8',
      grade: 'assumption',
    }),
    drawn: share({
      label: 'Share of excess cash withdrawn per week',
      default: 0.25,
      source:
        'assumption: a quarter of what is above the buffer in a week, most of it in two months; 0.05 (saved up) to 1 (spent at once)',
      grade: 'assumption',
    }),
    support: share({
      label: 'Share of outside earnings that an owner puts into a firm in debt',
      default: 0.25,
      source:
        'assumption: a quarter, from nothing (the firm stands alone) to all (it is the household’s): 0 to 1; firms and households of micro traders keep one purse',
      grade: 'assumption',
    }),
    startingCash: number({
      label: 'Cash of a firm on the first day',
      unit: 'weeks of revenue',
      default: 3,
      range: [0, 52],
      source:
        'assumption: three weeks, as the buffer; what is too much or too little owners draw or make good within months; 1 to 8',
      grade: 'assumption',
    }),
  },
} as const

/** @param flows what firms pay and receive under policies of the world, beside all that every world has */
export const cashWith = (flows: readonly BookedFlow[]) =>
  rule({
    ...declared,
    reads: { ...declared.reads, ...flowReads(flows) },
    step: (c, p, context) => settle(c, p, context, flows),
  })

export const cash = cashWith([])

type Columns = Named<keyof typeof declared.reads> & Writable<keyof typeof declared.writes>

function settle(
  c: Columns,
  p: ParameterValues<typeof declared.parameters>,
  { from, to }: Context,
  flows: readonly BookedFlow[],
): void {
  for (let seller = from; seller < to; seller++) {
    const income = c.revenue[seller] + c.wholesaleIncome[seller]
    const active = c.state[seller] === STATE.active && c.listed[seller] < 0
    c.rentPaid[seller] = fixedCost(c, seller)
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
    const net = netOf(c, flows, seller)
    let balance = c.cash[seller] + income - c.credit[seller] - spending + net
    const kept =
      p.buffer * (c.unitCost[seller] * c.expected[seller] + c.wages[seller] + c.rentPaid[seller])
    const drawn = Math.max(0, p.drawn * (balance - kept))
    const putIn = Math.min(Math.max(0, -balance), p.support * c.outside[seller])
    c.withdrawals[seller] = c.state[seller] === STATE.active ? drawn - putIn : 0
    if (active) earn(c, seller, income + net)
    balance -= c.withdrawals[seller]
    c.capitalInjection[seller] = 0
    if (c.state[seller] === STATE.exited) c.capitalInjection[seller] = -balance
    else if (c.entrant[seller]) c.capitalInjection[seller] = kept - balance
    c.cash[seller] = balance + c.capitalInjection[seller]
  }
}

/** What the week earned its owner, into the mean of up to `earningsWeeks` weeks. */
function earn(c: Columns, seller: number, income: number): void {
  if (c.entrant[seller] || c.reentered[seller]) {
    c.earnings[seller] = 0
    c.earnedWeeks[seller] = 0
    return
  }
  const goods =
    c.kind[seller] === KIND.producer
      ? c.materials[seller]
      : c.unitCost[seller] * (c.piecesWeek[seller] + c.shipped[seller])
  const earned =
    income -
    c.fees[seller] -
    c.commissions[seller] -
    goods -
    c.wages[seller] -
    c.rentPaid[seller] -
    c.liveCost[seller] -
    c.salesTax[seller] -
    (c.effort[seller] / c.fullTime[0]) * c.wage[0] * c.regionalWage[c.region[seller]]
  c.earnedWeeks[seller] = Math.min(weeksOfEarnings(c), c.earnedWeeks[seller] + 1)
  c.earnings[seller] += (earned - c.earnings[seller]) / c.earnedWeeks[seller]
}
