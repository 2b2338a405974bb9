/** The goods that a firm wants to have: what it sells until the next can come, and what makes it safe. */

/** Weeks between two orders of a firm that buys its goods: it orders on Mondays. */
export const REVIEW_PERIOD = 1

/**
 * Target stock of a firm, in pieces,
 *   S* = (lead time + safety) D
 * @param expected D, pieces that it expects to sell a week
 * @param leadTime weeks until the next goods come: of a firm that buys them also its review period
 * @param safetyStock weeks of expected sales
 */
export const targetStock = (expected: number, leadTime: number, safetyStock: number): number =>
  (leadTime + safetyStock) * expected
