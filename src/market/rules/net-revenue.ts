/** What a seller keeps of a sale: price, shop review and all that follows from a shop's profit go by this. */

/**
 * Net revenue of an order at a price p, kRp: p (1 - r) - F.
 * @param rate r, what is due of the price: the platform's commission, and creators' where it is paid
 * @param flatFee F, what is due of each order, kRp
 */
export const netRevenue = (price: number, rate: number, flatFee: number): number =>
  price * (1 - rate) - flatFee

/** The price at which net revenue is `net`, kRp: (net + F) / (1 - r). A flat fee enters it as cost does. */
export const priceOf = (net: number, rate: number, flatFee: number): number =>
  (net + flatFee) / (1 - rate)
