/**
 * How far places that were saved up go down a queue of rows, each of which stands for `weights` firms. A row
 * is taken as one, when the places cover the given part of it: with the part drawn once from 0 to 1, on average
 * over draws as many firms are taken at any time as there were places. Places for which nobody waits are lost.
 */
export function allocate(
  places: number,
  weights: readonly number[],
  part: number,
): { readonly taken: number; readonly left: number } {
  let taken = 0
  let left = places
  while (taken < weights.length && left >= part * weights[taken]) left -= weights[taken++]
  return { taken, left: taken === weights.length ? Math.min(left, 0) : left }
}
