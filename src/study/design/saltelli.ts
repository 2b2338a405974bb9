/** The rows that Sobol indices are computed from. */
import { type DesignPoint, type Factor, factorGroups } from './point.ts'
import { MOST_DIMENSIONS, shiftedSobol } from './sobol-sequence.ts'

/** So many factors has such a design at most: A and B need a coordinate each. */
export const MOST_FACTORS = MOST_DIMENSIONS / 2

/** How the outcomes of such a design lie: base rows one after the other, each as A, B, one A_B a group, and chance. */
export interface SaltelliLayout {
  readonly groups: readonly string[]
  /** Whether the last row of each base row is A with the seed of B. */
  readonly chance: boolean
}

/** Rows of a base row. */
export const rowsABase = ({ groups, chance }: SaltelliLayout): number =>
  2 + groups.length + (chance ? 1 : 0)

export const saltelliLayout = (factors: readonly Factor[], chance: boolean): SaltelliLayout => ({
  groups: factorGroups(factors),
  chance,
})

/**
 * For each of `base` rows (a power of two): A and B, independent rows of the cube (the two halves of a shifted Sobol
 * sequence in twice as many dimensions), and for every group of factors A with that group taken from B.
 *
 * Chance is a factor like others: A and all its A_B share one seed and B has another, so that the row of a group differs from
 * A by the group alone; with fresh noise in each row, total indices of the parameters come out 1.4 to 2 times too large.
 * The row of chance is A with the seed of B. A run of N base rows begins with those of N/2, so that it can go on.
 * Source: Saltelli and others 2010; seeds as in Iooss and Ribatet 2009.
 */
export function saltelli(
  base: number,
  factors: readonly Factor[],
  seed: string,
  chance = true,
): DesignPoint[] {
  const groups = factorGroups(factors)
  const groupOf = factors.map(({ group, path }) => group ?? path)
  const rows = shiftedSobol(base, 2 * factors.length, seed)
  return rows.flatMap((row, number) => {
    const name = number + 1
    const [a, b] = [row.slice(0, factors.length), row.slice(factors.length)]
    const [seedOfA, seedOfB] = [2 * number, 2 * number + 1]
    const mixed = groups.map((group) => ({
      key: `A ${name} with ${group} of B`,
      unit: a.map((x, factor) => (groupOf[factor] === group ? b[factor] : x)),
      seedKey: seedOfA,
    }))
    return [
      { key: `A ${name}`, unit: a, seedKey: seedOfA },
      { key: `B ${name}`, unit: b, seedKey: seedOfB },
      ...mixed,
      ...(chance ? [{ key: `A ${name} with chance of B`, unit: [...a], seedKey: seedOfB }] : []),
    ]
  })
}
