/** Functions whose sensitivities are known in closed form. */
import { keyOf, normalQuantile, seedKey, uniform } from '../../../src/engine/index.ts'
import type { DesignPoint, Factor } from '../../../src/study/index.ts'

export const factorsOf = (count: number): Factor[] =>
  Array.from({ length: count }, (_, k) => ({
    path: `x${k + 1}`,
    distribution: { kind: 'uniform', from: 0, to: 1 },
  }))

/** Ishigami and Homma 1990, with x from -pi to pi: sin x1 + a sin^2 x2 + b x3^4 sin x1. */
export function ishigami(unit: readonly number[], a = 7, b = 0.1): number {
  const [x1, x2, x3] = unit.map((u) => Math.PI * (2 * u - 1))
  return Math.sin(x1) + a * Math.sin(x2) ** 2 + b * x3 ** 4 * Math.sin(x1)
}

/** 1/2 + a^2/8 + b pi^4/5 + b^2 pi^8/18. */
export const ISHIGAMI_VARIANCE = 0.5 + 49 / 8 + (0.1 * Math.PI ** 4) / 5 + Math.PI ** 8 / 1800

const G = [0, 1, 4.5, 9, 99, 99, 99, 99]

/** Sobol's G function: the product of (|4 u - 2| + a) / (1 + a). */
export const sobolG = (unit: readonly number[]): number =>
  unit.reduce((product, u, k) => (product * (Math.abs(4 * u - 2) + G[k])) / (1 + G[k]), 1)

const NOISE = keyOf(seedKey('noise of tests'), 'noise')

/** Standard normal noise of a seed. */
export const noise = (seed: number, nth = 0): number => normalQuantile(uniform(NOISE, seed, nth))

/** Outcomes of a function of (unit, seed) at every point. */
export const outcomesOf = (
  points: readonly DesignPoint[],
  run: (unit: readonly number[], seed: number) => number,
): number[] => points.map(({ unit, seedKey }) => run(unit, seedKey))
