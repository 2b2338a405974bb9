/** Where creators are paid for what they sell. */
import type { Values } from '../../../engine/index.ts'

/**
 * By route: the creators of its feed are paid for the orders that go over it, where the checkout runs a scheme of
 * commissions, and where a feed that runs one shows the goods of the checkout as its own.
 */
export const paysCommissions = (
  c: {
    readonly affiliates: Values
    readonly shared: Values
    readonly routeFrom: Values
    readonly routeTo: Values
  },
  count: Readonly<Record<string, number>>,
): boolean[] =>
  Array.from(
    { length: count.routes },
    (_, route) =>
      c.affiliates[c.routeTo[route]] === 1 ||
      (c.shared[route] > 0 && c.affiliates[c.routeFrom[route]] === 1),
  )
