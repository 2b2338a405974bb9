/** What a seller keeps of a sale: price, shop review and all that follows from a shop's profit go by this. */
import type { Values } from '../../../engine/index.ts'

/**
 * Part of the price of a piece that a seller expects to pay, r = f + b s: the platform's commission, and what
 * he offers creators times the share of his orders on which they are paid.
 */
export const rateDue = (
  c: {
    readonly category: Values
    readonly commission: Values
    readonly offered: Values
    readonly commissioned: Values
  },
  seller: number,
  venue: number,
  count: Readonly<Record<string, number>>,
): number =>
  c.commission[venue * count.categories + c.category[seller]] +
  c.offered[seller] * c.commissioned[seller * count.venues + venue]

/**
 * Net revenue of a piece at a price p, kRp: p (1 - r) - F.
 * @param rate r, what is due of the price
 * @param flatFee F, what is due of each piece, kRp: the fee of an order over its pieces
 */
export const netRevenue = (price: number, rate: number, flatFee: number): number =>
  price * (1 - rate) - flatFee

/** The price at which net revenue is `net`, kRp: (net + F) / (1 - r). A flat fee enters it as cost does. */
export const priceOf = (net: number, rate: number, flatFee: number): number =>
  (net + flatFee) / (1 - rate)
