/** What an owner could earn elsewhere, and what owners ask of their firms. */
import { exp, type Named, normalQuantile, type Values } from '../../../engine/index.ts'

/** Whole weeks of which an owner's earnings are the mean at most, and after which he knows whether he is short. */
export const weeksOfEarnings = (c: Named<'earningsWeeks'>): number => Math.floor(c.earningsWeeks[0])

/**
 * Earnings of the family of an owner in informal work, lognormal between owners around their mean (F163).
 * @param luck a keyed number of the owner between 0 and 1
 * @returns kRp a week
 */
export function outsideEarnings(
  luck: number,
  of: { readonly wage: number; readonly family: number; readonly spread: number },
): number {
  const { wage, family, spread } = of
  return wage * family * exp(spread * normalQuantile(luck) - (spread * spread) / 2)
}

/** The value below which a share of the rows lie, by their weights. */
export function shareBelow(
  rows: readonly number[],
  read: (row: number) => number,
  weights: Values,
  part: number,
): number {
  const values = Float64Array.from(rows, read)
  const order = rows.map((_, nth) => nth)
  order.sort((one, other) => values[one] - values[other] || one - other)
  let left = 0
  for (const row of rows) left += part * weights[row]
  let nth = 0
  while (nth < order.length - 1 && left >= weights[rows[order[nth]]])
    left -= weights[rows[order[nth++]]]
  return values[order[nth]]
}
