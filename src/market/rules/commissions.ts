/** Where creators are paid for what they sell. */
import type { Values } from '../../engine/index.ts'

/** By venue: commissions are paid on its orders, also where a feed that pays them shows its goods as its own. */
export function paysCommissions(
  c: {
    readonly affiliates: Values
    readonly shared: Values
    readonly routeFrom: Values
    readonly routeTo: Values
  },
  count: Readonly<Record<string, number>>,
): boolean[] {
  const pays = Array.from({ length: count.venues }, (_, venue) => c.affiliates[venue] === 1)
  for (let route = 0; route < count.routes; route++)
    if (c.shared[route] && c.affiliates[c.routeFrom[route]]) pays[c.routeTo[route]] = true
  return pays
}
