/** Who holds the slots of a ranked list. */
import { type MutableValues, quotient } from '../../../engine/index.ts'

type Numbers = readonly number[]

/** Positions from one place of a member to the next, before those of all are cut to the list. */
const STRIDE = 0x9e3779b1

/**
 * Shares slots in proportion to weight: due = floor(tau weight + luck), tau such that all are given away, and luck
 * a permanent random number in (0, 1) of each member. Nobody gets one more or less than his share, and on average
 * all get just that; a weight that rises takes slots from others and gives none away. Coordinated sampling with
 * probability proportional to size: Ohlsson 1995.
 * @param total the sum of the weights of the first `members`, above 0
 * @param due takes the slots of each
 */
export function shareSlots(
  slots: number,
  weight: Numbers,
  luck: Numbers,
  members: number,
  total: number,
  due: number[],
): void {
  const tau = slots / total
  let left = slots
  for (let at = 0; at < members; at++) {
    due[at] = Math.floor(tau * weight[at] + luck[at])
    left -= due[at]
  }
  // A few are over or missing: whom a smaller tau would take from first, or a larger one give to.
  for (const more = left > 0 ? 1 : 0; left !== 0; left += 1 - 2 * more) {
    let next = 0
    let nearest = Infinity
    for (let at = 0; at < members; at++) {
      const turn = (due[at] + more - luck[at]) / weight[at]
      const distance = more ? turn : -turn
      if (distance < nearest) {
        nearest = distance
        next = at
      }
    }
    due[next] += 2 * more - 1
  }
}

/**
 * Gives each member the slots due to it. Who holds a slot keeps it while any is due to him; what is then free goes
 * to the others, each looking from a place of his own on, so that few slots change hands.
 * @param listings those that hold the slots now, `slots` of them from `first` on; `slots` is a power of two
 * @param listing of each member, which has its own in a row of `width` by seller
 * @param key a word for each member
 * @param seat any number for each seller: scratch
 * @param holder takes the member in each slot
 */
export function placeSlots(
  listings: MutableValues,
  first: number,
  slots: number,
  width: number,
  listing: Numbers,
  key: Numbers,
  members: number,
  due: Numbers,
  seat: Int32Array,
  holder: Int32Array,
): void {
  const wanted = due.slice(0, members)
  for (let at = 0; at < members; at++) seat[quotient(listing[at], width)] = at
  for (let slot = 0; slot < slots; slot++) {
    const held = listings[first + slot]
    const at = seat[quotient(held, width)]
    holder[slot] = at < members && listing[at] === held && wanted[at] > 0 ? at : -1
    if (holder[slot] >= 0) wanted[at]--
  }
  const mask = slots - 1
  for (let at = 0; at < members; at++)
    for (; wanted[at] > 0; wanted[at]--) {
      let slot = (key[at] + Math.imul(wanted[at], STRIDE)) & mask
      while (holder[slot] >= 0) slot = (slot + 1) & mask
      holder[slot] = at
      listings[first + slot] = listing[at]
    }
}
