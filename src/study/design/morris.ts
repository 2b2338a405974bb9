/** Trajectories through a grid of levels that move one factor a step. */
import { keyOf, seedKey, uniform } from '../../engine/index.ts'
import { permutation } from './permutation.ts'
import type { DesignPoint } from './point.ts'

/**
 * Morris trajectories: each starts at a random node of a grid of p levels (0, 1/(p-1), ..., 1) and moves every factor
 * once, in random order, up or down by p / (2 (p - 1)): k + 1 points, and one elementary effect of every factor. Of many
 * random candidates those are taken that lie far from each other, one after the other: the first two are the farthest pair,
 * then always the one with the largest sum of squared distances to those taken. Why: a screening of many factors with few
 * runs. The points of a trajectory share their seeds.
 * Source: Morris 1991; Campolongo, Cariboni and Saltelli 2007; taken one by one as in Ruano and others 2012.
 */
export function morris(
  trajectories: number,
  dimensions: number,
  seed: string,
  { levels = 4, candidates = Math.max(100, 4 * trajectories) } = {},
): DesignPoint[] {
  const all = Array.from({ length: Math.max(candidates, trajectories) }, (_, number) =>
    trajectory(dimensions, levels, seed, number),
  )
  return farApart(all, trajectories).flatMap((rows, number) =>
    rows.map((unit, step) => ({
      key: `trajectory ${number + 1} step ${step}`,
      unit,
      seedKey: number,
    })),
  )
}

function trajectory(dimensions: number, levels: number, seed: string, number: number): number[][] {
  const draws = keyOf(seedKey(seed), 'trajectory', number)
  const half = levels / 2
  const order = permutation(dimensions, (factor) => uniform(draws, factor, 0))
  // A factor that goes up starts in the lower half of the levels, one that goes down in the upper: the step then stays inside.
  const down = order.map((_, factor) => uniform(draws, factor, 1) < 0.5)
  const node = down.map(
    (down, factor) => Math.floor(uniform(draws, factor, 2) * half) + (down ? half : 0),
  )
  const rows = [[...node]]
  for (const factor of order) {
    node[factor] += down[factor] ? -half : half
    rows.push([...node])
  }
  return rows.map((row) => row.map((level) => level / (levels - 1)))
}

/** Sum of the squared distances between every point of one and every point of the other. */
function apart(one: readonly number[][], other: readonly number[][]): number {
  let sum = 0
  for (const a of one)
    for (const b of other) for (let k = 0; k < a.length; k++) sum += (a[k] - b[k]) ** 2
  return sum
}

function farApart(all: readonly number[][][], take: number): number[][][] {
  if (take >= all.length) return [...all]
  const taken: number[] = farthestPair(all).slice(0, take)
  const sums = all.map((one) => taken.reduce((sum, other) => sum + apart(one, all[other]), 0))
  while (taken.length < take) {
    let next = -1
    for (let one = 0; one < all.length; one++)
      if (!taken.includes(one) && (next < 0 || sums[one] > sums[next])) next = one
    taken.push(next)
    for (let one = 0; one < all.length; one++) sums[one] += apart(all[one], all[next])
  }
  return taken.map((number) => all[number])
}

function farthestPair(all: readonly number[][][]): number[] {
  let pair = [0, 1]
  let widest = -1
  for (let a = 1; a < all.length; a++)
    for (let b = 0; b < a; b++) {
      const distance = apart(all[a], all[b])
      if (distance > widest) {
        widest = distance
        pair = [b, a]
      }
    }
  return pair
}
