import {
  before,
  chance,
  DAYS_A_WEEK,
  type Named,
  number,
  rule,
  type Writable,
} from '../../../engine/index.ts'
import { KIND, STATE, sellers } from '../../populations/index.ts'
import { border, categories, firms, households } from '../../tables/index.ts'
import { borderCostOf } from '../prices/border-cost.ts'
import { leastStock } from './least-stock.ts'
import { REVIEW_PERIOD, targetStock } from './target-stock.ts'

/**
 * Restocking on Monday. Merchants order up to (lead time + 1 + safety) x expected demand, as far as cash
 * goes, from the producer or importer that supplies them; a supplier short of stock ships all of them the
 * same share. What was shipped arrives a week later. Importers order abroad, and a share 1 - e^{-1/L} of what
 * is on the way arrives each week. They pay its border value, duties and handling when they order.
 */
export const wholesale = rule({
  name: 'wholesale',
  does: 'merchants restock from producers and importers; importers order abroad',
  every: 'week',
  over: sellers,
  whole: true,
  reads: {
    kind: sellers.kind,
    category: sellers.category,
    state: sellers.state,
    entrant: sellers.entrant,
    listed: sellers.listed,
    weight: sellers.weight,
    source: sellers.source,
    supplier: sellers.supplier,
    importSupplier: sellers.importSupplier,
    wholesalePrice: sellers.wholesalePrice,
    unitCost: sellers.unitCost,
    expected: sellers.expected,
    stock: before(sellers.stock),
    cash: before(sellers.cash),
    borderValue: categories.borderValue,
    dutyRate: categories.dutyRate,
    exchangeRate: border.exchangeRate,
    referenceRate: border.referenceRate,
    vat: border.vat,
    incomeTax: border.incomeTax,
    compliance: border.compliance,
    evasion: border.evasion,
    handling: border.handling,
    extraDuty: border.extraDuty,
    leadTime: firms.leadTime,
    importLeadTime: firms.importLeadTime,
    safetyStock: firms.safetyStock,
    unlimited: firms.unlimited,
    orderWeight: households.orders,
  },
  writes: {
    wanted: sellers.wanted,
    shipped: sellers.shipped,
    received: sellers.received,
    onOrder: sellers.onOrder,
    lost: sellers.lost,
    purchases: sellers.purchases,
    wholesaleIncome: sellers.wholesaleIncome,
    borderPayments: sellers.borderPayments,
    duties: sellers.duties,
    handlingCost: sellers.handlingCost,
  },
  parameters: {
    credit: number({
      label: 'Trade credit',
      unit: 'weeks of expected sales',
      default: 2,
      range: [0, 20],
      source: 'assumption: two weeks for merchants who are known; 0 (cash) to 8 (two months)',
      grade: 'assumption',
    }),
  },
  step(c, { credit }, { from, to, count }) {
    for (const week of [
      c.wanted,
      c.shipped,
      c.received,
      c.lost,
      c.purchases,
      c.wholesaleIncome,
      c.borderPayments,
      c.duties,
      c.handlingCost,
    ])
      week.fill(0)
    if (c.unlimited[0]) return
    const order = new Float64Array(count.sellers)
    for (let seller = from; seller < to; seller++) {
      if (c.kind[seller] === KIND.producer || c.listed[seller] >= 0) continue
      if (c.kind[seller] === KIND.importer) orderAbroad(c, credit, seller)
      else order[seller] = orderAtHome(c, credit, seller)
    }
    for (let seller = from; seller < to; seller++) if (order[seller] !== 0) ship(c, order, seller)
  },
})

const supplierOf = (c: Named<'source' | 'supplier' | 'importSupplier'>, seller: number): number =>
  c.source[seller] === 1 ? c.importSupplier[seller] : c.supplier[seller]

/**
 * What was shipped a week ago arrives; what is missing to the target stock is wanted of the supplier.
 * @returns pieces ordered
 */
function orderAtHome(
  c: Parameters<typeof leastStock>[0] &
    Parameters<typeof supplierOf>[0] &
    Named<
      | 'state'
      | 'entrant'
      | 'weight'
      | 'wholesalePrice'
      | 'expected'
      | 'stock'
      | 'cash'
      | 'leadTime'
      | 'safetyStock'
    > &
    Writable<'wanted' | 'received' | 'onOrder'>,
  credit: number,
  seller: number,
): number {
  c.received[seller] = c.entrant[seller] ? 0 : c.onOrder[seller]
  c.onOrder[seller] = 0
  const supplier = supplierOf(c, seller)
  if (c.state[seller] !== STATE.active || supplier < 0) return 0
  const least = leastStock(c, seller)
  const level = Math.max(
    least,
    targetStock(c.expected[seller], c.leadTime[0] + REVIEW_PERIOD, c.safetyStock[0]),
  )
  const price = c.wholesalePrice[supplier]
  const affordable =
    Math.max(0, c.cash[seller]) / price + Math.max(least, credit * c.expected[seller])
  const order = Math.min(affordable, Math.max(0, level - c.stock[seller] - c.received[seller]))
  c.wanted[supplier] += (order * c.weight[seller]) / c.weight[supplier]
  return order
}

/** A supplier short of stock ships all that order from him the same share. */
function ship(
  c: Parameters<typeof supplierOf>[0] &
    Named<'weight' | 'wholesalePrice' | 'stock' | 'wanted'> &
    Writable<'shipped' | 'onOrder' | 'purchases' | 'wholesaleIncome'>,
  order: Float64Array,
  seller: number,
): void {
  const supplier = supplierOf(c, seller)
  const filled = Math.min(1, Math.max(0, c.stock[supplier]) / c.wanted[supplier])
  const pieces = order[seller] * filled
  const value = pieces * c.wholesalePrice[supplier]
  const each = c.weight[seller] / c.weight[supplier]
  c.onOrder[seller] = pieces
  c.purchases[seller] = value
  c.shipped[supplier] += pieces * each
  c.wholesaleIncome[supplier] += value * each
}

/** A part of what is on the way arrives; what is missing to the target stock is ordered, and duty paid on it. */
function orderAbroad(
  c: Parameters<typeof leastStock>[0] &
    Parameters<typeof borderCostOf>[0] &
    Named<
      | 'category'
      | 'state'
      | 'entrant'
      | 'unitCost'
      | 'expected'
      | 'stock'
      | 'cash'
      | 'importLeadTime'
      | 'safetyStock'
    > &
    Writable<'received' | 'onOrder' | 'lost' | 'borderPayments' | 'duties' | 'handlingCost'>,
  credit: number,
  seller: number,
): void {
  const category = c.category[seller]
  // An entrant has no claim on what his predecessor ordered.
  if (c.entrant[seller]) {
    c.lost[seller] = c.onOrder[seller]
    c.onOrder[seller] = 0
  }
  const arriving = c.onOrder[seller] * chance(1 / c.importLeadTime[0], DAYS_A_WEEK)
  c.received[seller] = arriving
  c.onOrder[seller] -= arriving
  if (c.state[seller] !== STATE.active) return
  const least = leastStock(c, seller)
  const level = Math.max(
    least,
    targetStock(c.expected[seller], c.importLeadTime[0] + REVIEW_PERIOD, c.safetyStock[0]),
  )
  const affordable = Math.max(0, c.cash[seller]) / c.unitCost[seller] + credit * c.expected[seller]
  const missing = level - c.stock[seller] - c.received[seller] - c.onOrder[seller]
  const pieces = Math.max(0, Math.min(missing, affordable))
  const piece = borderCostOf(c, category)
  c.onOrder[seller] += pieces
  c.borderPayments[seller] = pieces * piece.cif
  c.duties[seller] = piece.duties * pieces
  c.handlingCost[seller] = pieces * piece.fees
}
