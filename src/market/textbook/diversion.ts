import { exp, log } from '../../engine/index.ts'

export interface Closure {
  /** Shares of occasions after the closure; 0 for the product that closed. */
  readonly after: readonly number[]
  /** Share of its buyers who go to each of the others. */
  readonly diversion: readonly number[]
  /** Share of its buyers who do not buy. */
  readonly lost: number
  /** Change of surplus of an occasion times alpha, log odds. */
  readonly surplus: number
}

/**
 * Where the buyers of a product go when it closes, in a nested logit, from shares alone. With r = 1 - s_j|n
 * its nest is worth lambda ln r less, and all shares follow:
 *   1 + S_n (r^lambda - 1) = D,  s_k' = s_k r^{lambda - 1} / D in the nest, s_k / D outside,  alpha dCS = ln D
 * At lambda 1 the survivors scale by 1/(1 - s_j).
 * @param nests row of the nest of each product
 */
export function closureDiversion(
  shares: readonly number[],
  nests: readonly number[],
  dissimilarity: readonly number[],
  closed: number,
): Closure {
  const nest = nests[closed]
  const lambda = dissimilarity[nest]
  const inNest = shares.reduce((sum, share, row) => sum + (nests[row] === nest ? share : 0), 0)
  const left = log(1 - shares[closed] / inNest)
  const odds = left === -Infinity ? 0 : exp(lambda * left)
  const total = 1 + inNest * (odds - 1)
  const after = shares.map((share, row) =>
    row === closed
      ? 0
      : nests[row] === nest
        ? (share * exp((lambda - 1) * left)) / total
        : share / total,
  )
  const outside = 1 - shares.reduce((sum, share) => sum + share, 0)
  return {
    after,
    diversion: after.map((share, row) =>
      row === closed ? 0 : (share - shares[row]) / shares[closed],
    ),
    lost: (outside / total - outside) / shares[closed],
    surplus: log(total),
  }
}
