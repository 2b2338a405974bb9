/** The goods that a firm keeps at least, of a market in which an order is of several firms. */
import type { Named } from '../../../engine/index.ts'

/** Orders for which a firm keeps goods. A size of the simulation: with fewer it could never sell again. */
const ORDERS = 2

/** Pieces of one firm. */
export const leastStock = (c: Named<'orderWeight' | 'weight'>, seller: number): number =>
  (ORDERS * c.orderWeight[0]) / c.weight[seller]
