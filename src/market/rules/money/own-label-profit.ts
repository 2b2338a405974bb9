/** What a platform earns by goods under its own label. */
import type { MutableValues, Named } from '../../../engine/index.ts'
import { feeOfPiece } from '../../tables/index.ts'
import { netRevenue } from '../prices/net-revenue.ts'

/**
 * The profit of own labels so far this week goes from those who make the goods to their platform: what is left of
 * sales after fees, creators and unit cost. The maker is paid his cost, and keeps the profit of his other goods. A
 * loss is the platform's too. Prices and costs stand still within a week, so that it is taken from the week's orders.
 */
export function settleOwnLabels(
  c: Named<
    | 'ownLabel'
    | 'category'
    | 'weight'
    | 'orderWeight'
    | 'price'
    | 'unitCost'
    | 'offered'
    | 'soldWeek'
    | 'commissionedWeek'
    | 'commission'
    | 'flatFee'
    | 'pieces'
  > & { readonly labelProfit: MutableValues; readonly labelIncome: MutableValues },
  { from, to, first, last }: { from: number; to: number; first: number; last: number },
  count: Readonly<Record<string, number>>,
): void {
  const { venues: venueCount, categories: categoryCount } = count
  for (let venue = 0; venue < venueCount; venue++)
    c.labelIncome.fill(0, venue * categoryCount + from, venue * categoryCount + to)
  for (let seller = first; seller < last; seller++) {
    c.labelProfit[seller] = 0
    if (c.ownLabel[seller] === 0) continue
    const venue = c.ownLabel[seller] - 1
    const listing = seller * venueCount + venue
    const cell = venue * categoryCount + c.category[seller]
    const each =
      netRevenue(c.price[listing], c.commission[cell], feeOfPiece(c, venue)) - c.unitCost[seller]
    const profit =
      c.soldWeek[listing] * each -
      c.commissionedWeek[listing] * c.price[listing] * c.offered[seller]
    c.labelProfit[seller] = (profit * c.orderWeight[0]) / c.weight[seller]
    c.labelIncome[cell] += profit
  }
}
