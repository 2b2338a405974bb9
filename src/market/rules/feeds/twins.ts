/** A copy and its original: buyers find each closer to the other than to anything else. */
import { exp, log, type MutableValues, type Named, power } from '../../../engine/index.ts'

type Numbers = readonly number[]
/**
 * Odds of a nest of two items in a list, ( a^{1/tau} + b^{1/tau} )^tau of the odds a and b that each has by itself: their sum
 * at a dissimilarity tau of 1, the larger of them as tau goes to nought. McFadden 1978.
 */
export function jointOdds(one: number, other: number, tau: number): number {
  const most = Math.max(one, other)
  if (most === 0) return 0
  return most * power(1 + power(Math.min(one, other) / most, 1 / tau), tau)
}

/** The same in logs, tau ln( e^{u/tau} + e^{v/tau} ). */
export function jointUtility(one: number, other: number, tau: number): number {
  return Math.max(one, other) + tau * log(1 + exp(-Math.abs(one - other) / tau))
}

/** The share of a nest of two that takes the other: 1 / (1 + e^{(u - v)/tau}). */
export function shareOfOther(one: number, other: number, tau: number): number {
  const lesser = exp(-Math.abs(one - other) / tau)
  return (other > one ? 1 : lesser) / (1 + lesser)
}

/**
 * Finds the copies in a list whose originals are in it too. An original that has become an own label itself is
 * no longer what was copied.
 * @param member sellers of the list, of which the first `members` count
 * @param seat scratch, one for each seller
 * @param twin takes the place of each member's other half, -1 where it has none
 * @returns whether there is a pair
 */
export function findTwins(
  c: Named<'ownLabel' | 'original'>,
  venue: number,
  member: Numbers,
  members: number,
  seat: Int32Array,
  twin: number[],
): boolean {
  let copies = false
  for (let at = 0; at < members; at++) {
    seat[member[at]] = at
    twin[at] = -1
    copies ||= isCopy(member[at])
  }
  if (!copies) return false
  let found = false
  for (let at = 0; at < members; at++) {
    if (!isCopy(member[at])) continue
    const original = c.original[member[at]] - 1
    const place = seat[original]
    if (place >= members || member[place] !== original || isLabel(original)) continue
    twin[at] = place
    twin[place] = at
    found = true
  }
  return found

  function isLabel(seller: number): boolean {
    return c.ownLabel[seller] === venue + 1
  }
  function isCopy(seller: number): boolean {
    return isLabel(seller) && c.original[seller] > 0
  }
}

/**
 * Sampling correction of a pair, which is found in the slots of either: n slots where e were due, and none with the
 * chance that luck gives no slot to the one or the other,
 *   e / ( n (1 - (1 - e_1)^+ (1 - e_2)^+) ),
 * so that on average it is worth what is due to it. For one listing this is max(1, e) / n.
 */
export function pairCorrection(one: number, other: number, slots: number): number {
  const none = Math.max(0, 1 - one) * Math.max(0, 1 - other)
  return (one + other) / ((1 - none) * slots)
}

/** Writes into a slot what its holder's other half is worth, and the part of the pair that the slot stands for. */
export function placeTwin(
  c: {
    readonly [name in
      | 'twinListing'
      | 'twinUtility'
      | 'twinPrice'
      | 'twinLive'
      | 'part']: MutableValues
  },
  slot: number,
  twin: {
    readonly listing: number
    readonly utility: number
    readonly price: number
    readonly live: number
  },
  part: number,
): void {
  c.twinListing[slot] = twin.listing + 1
  c.twinUtility[slot] = twin.utility
  c.twinPrice[slot] = twin.price
  c.twinLive[slot] = twin.live
  c.part[slot] = part
}
