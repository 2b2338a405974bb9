/** What a firm owes each week whatever it sells: cash and taxes go by this. */
import type { Values } from '../../../engine/index.ts'
import { STATE } from '../../populations/index.ts'

/**
 * Rent of its place and overhead of its kind, kRp a week, while a firm is active. Rent belongs to the place and moves
 * with the appeal of who enters; overhead (tools, power, licences) is the same for every firm of a kind.
 */
export const fixedCost = (
  c: {
    readonly state: Values
    readonly listed: Values
    readonly kind: Values
    readonly rent: Values
    readonly overhead: Values
  },
  seller: number,
): number =>
  c.state[seller] === STATE.active && c.listed[seller] < 0
    ? c.rent[seller] + c.overhead[c.kind[seller]]
    : 0
