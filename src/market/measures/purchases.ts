/** What was bought today, occasion by occasion. */
import type { Values } from '../../engine/index.ts'

interface Purchases {
  readonly found: Values
  readonly bought: Values
  readonly price: Values
  readonly orders: Values
}

/**
 * Adds up what was paid for today's purchases, mRp, for every purchase that a simulated one stands for.
 * @param room rows of occasions in a block
 * @param cellOf where the purchase of an occasion counts; below 0 nowhere
 */
export function addPurchases(
  { found, bought, price, orders }: Purchases,
  room: number,
  sums: Float64Array,
  cellOf: (row: number) => number,
): void {
  sums.fill(0)
  for (let block = 0; block < found.length; block++) {
    const end = block * room + found[block]
    for (let row = block * room; row < end; row++) {
      if (bought[row] < 0) continue
      const cell = cellOf(row)
      if (cell >= 0) sums[cell] += price[bought[row]]
    }
  }
  for (let cell = 0; cell < sums.length; cell++) sums[cell] *= orders[0] / 1000
}
