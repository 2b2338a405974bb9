/** The smallest change that leads to another choice, found by trying. */

/** Halvings, after which the change is known to a billionth of itself. */
const HALVINGS = 40

/**
 * The least change of one sign at which `differs` says so, within a billionth; nothing where even `most` leads to no other
 * choice. What differs at a change is taken to differ at a larger one.
 * @param first where the search begins, with the sign of the change
 */
export function nearest(
  differs: (change: number) => boolean,
  first: number,
  most: number,
): number | undefined {
  let [same, other] = [0, first]
  while (!differs(other)) {
    if (Math.abs(other) >= Math.abs(most)) return undefined
    same = other
    other *= 2
  }
  for (let nth = 0; nth < HALVINGS; nth++) {
    const middle = (same + other) / 2
    if (differs(middle)) other = middle
    else same = middle
  }
  return other
}
