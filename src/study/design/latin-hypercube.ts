/** As many strata a factor as points, and one point in each. */
import { keyOf, seedKey, uniform } from '../../engine/index.ts'
import { permutation } from './permutation.ts'
import type { DesignPoint } from './point.ts'

/**
 * The best of several Latin hypercubes: the one whose two nearest points are farthest apart. Each column puts one point at
 * random into every stratum [i/n, (i+1)/n). Why: with few points every single factor is covered evenly, whichever turn
 * out to matter, and nothing is tried twice. Points have seeds of their own. A longer design is another one. Above a
 * thousand points one draw is as good as the best of twenty, and is taken.
 * Source: McKay, Beckman and Conover 1979; maximin of draws as in Johnson, Moore and Ylvisaker 1990.
 */
export function latinHypercube(
  points: number,
  dimensions: number,
  seed: string,
  tries = points > 1000 ? 1 : 20,
): DesignPoint[] {
  let best: number[][] = []
  let widest = -1
  for (let draw = 0; draw < tries; draw++) {
    const rows = oneHypercube(points, dimensions, `${seed}/${draw}`)
    const apart = nearest(rows)
    if (apart <= widest) continue
    widest = apart
    best = rows
  }
  return best.map((unit, row) => ({ key: `row ${row + 1}`, unit, seedKey: row }))
}

function oneHypercube(points: number, dimensions: number, seed: string): number[][] {
  const run = seedKey(seed)
  const columns = Array.from({ length: dimensions }, (_, column) => {
    const strata = permutation(points, (row) => uniform(keyOf(run, 'stratum', column), row, 0))
    const inside = keyOf(run, 'place in the stratum', column)
    return strata.map((stratum, row) => (stratum + uniform(inside, row, 0)) / points)
  })
  return Array.from({ length: points }, (_, row) => columns.map((column) => column[row]))
}

/** The square of the smallest distance between two rows; infinite for one. */
function nearest(rows: readonly (readonly number[])[]): number {
  let smallest = Number.POSITIVE_INFINITY
  for (let a = 1; a < rows.length; a++)
    for (let b = 0; b < a; b++) {
      let square = 0
      for (let k = 0; k < rows[a].length; k++) square += (rows[a][k] - rows[b][k]) ** 2
      if (square < smallest) smallest = square
    }
  return smallest
}
