/** Rows that are sorted by what they belong to: sellers by category, buyers by region. */
import type { Values } from '../../engine/index.ts'

/** Rows from `first` up to, but not with, `last`. */
export interface Stretch {
  readonly first: number
  readonly last: number
}

/**
 * The stretch of rows with values from `from` on and below `to`, which a slice of a rule over categories or
 * regions has to itself.
 * @param sorted a column that never falls from row to row
 */
export function stretchOf(sorted: Values, from: number, to: number): Stretch {
  return { first: firstWith(sorted, from), last: firstWith(sorted, to) }
}

function firstWith(sorted: Values, value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle] < value) low = middle + 1
    else high = middle
  }
  return low
}
