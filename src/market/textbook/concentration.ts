/** Herfindahl-Hirschman index of amounts, in points: 10,000 for one owner, 10,000/n for n alike. */
export function hhi(amounts: readonly number[]): number {
  const total = amounts.reduce((sum, amount) => sum + amount, 0)
  return amounts.reduce((index, amount) => index + ((100 * amount) / total) ** 2, 0)
}

/**
 * Gini coefficient of amounts, each standing for `weights` units (1 where left out): the area between the Lorenz
 * curve and the line of equality, over that below the line. 0 for n alike, (n - 1)/n where one has all.
 */
export function gini(amounts: readonly number[], weights?: readonly number[]): number {
  const rows = amounts.map((amount, row) => ({ amount, weight: weights?.[row] ?? 1 }))
  rows.sort((one, other) => one.amount - other.amount)
  let [units, held, below] = [0, 0, 0]
  for (const { amount, weight } of rows) {
    below += weight * (held + (amount * weight) / 2)
    held += amount * weight
    units += weight
  }
  return 1 - (2 * below) / (units * held)
}
