/** Every level of every factor with every level of the others. */
import { unitLevels } from './distributions.ts'
import type { DesignPoint, Factor } from './point.ts'

/**
 * A full grid, the last factor turning fastest; levels from end to end of each range (`unitLevels`). For pictures of one or two
 * factors: with k factors it has levels^k points. All points share their seeds, so that neighbours differ by causes.
 */
export function grid(factors: readonly Factor[], levels: number): DesignPoint[] {
  const axes = factors.map(({ distribution }) => unitLevels(distribution, levels))
  const rows = axes.reduce<number[][]>(
    (rows, axis) => rows.flatMap((row) => axis.map((_, level) => [...row, level])),
    [[]],
  )
  return rows.map((row) => ({
    key: `grid ${row.map((level) => level + 1).join(' ')}`,
    unit: row.map((level, factor) => axes[factor][level]),
    seedKey: 0,
  }))
}
