/** One factor away from the baseline, the others in place. */
import { unitLevels } from './distributions.ts'
import type { DesignPoint, Factor } from './point.ts'

/**
 * The base first, then each factor in turn at its levels from end to end of its range. It shows the response to each factor
 * and is cheap (1 + levels x factors), but sees no interaction: for those Morris or Sobol. All points share their seeds.
 * `base` are the coordinates of the baseline's values (`unitOf`); without it, the middle of every distribution.
 */
export function oneAtATime(
  factors: readonly Factor[],
  levels: number,
  base: readonly number[] = factors.map(() => 0.5),
): DesignPoint[] {
  const turns = factors.flatMap(({ path, distribution }, factor) =>
    unitLevels(distribution, levels).map((unit, level) => ({
      key: `${path} at level ${level + 1}`,
      unit: base.map((at, other) => (other === factor ? unit : at)),
      seedKey: 0,
    })),
  )
  return [{ key: 'base', unit: [...base], seedKey: 0 }, ...turns]
}
