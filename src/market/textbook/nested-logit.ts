import { exp, log } from '../../engine/index.ts'

/** Buyers of a nested logit in the classical form: V_j = delta_j - alpha p_j. McFadden 1978; Train 2009. */
export interface LogitBuyers {
  /** Price sensitivity alpha, 1/kRp. */
  readonly sensitivity: number
  /** Dissimilarity lambda of each nest; a nest with 1 is plain logit. */
  readonly dissimilarity: readonly number[]
  /** Constant N_n of each nest; 0 where left out. */
  readonly constants?: readonly number[]
  /** Utility N_0 of not buying; 0 where left out. */
  readonly outside?: number
}

export interface Product {
  /** Quality delta, utils. */
  readonly quality: number
  readonly price: number
  /** Row of its nest; 0 where left out. */
  readonly nest?: number
  /** Firms behind it, a size variable; 1 where left out. */
  readonly weight?: number
}

export interface LogitShares {
  /** Share of occasions of each product. */
  readonly products: readonly number[]
  readonly nests: readonly number[]
  /** Share of each product within its nest. */
  readonly within: readonly number[]
  readonly outside: number
  /** Expected consumer surplus of an occasion, kRp, against a constant of 0: (1/alpha) ln( e^{N_0} + sum ). */
  readonly surplus: number
}

/**
 * Shares and surplus of a nested logit with K above the list:
 *   I_n = ln sum_j w_j e^{V_j / lambda_n},   P(n) = e^{lambda_n I_n + N_n} / ( e^{N_0} + sum )
 */
export function nestedLogit(buyers: LogitBuyers, products: readonly Product[]): LogitShares {
  const { sensitivity, dissimilarity } = buyers
  const scaled = products.map(
    ({ quality, price, nest = 0, weight = 1 }) =>
      (quality - sensitivity * price) / dissimilarity[nest] + log(weight),
  )
  const inclusive = dissimilarity.map((_, nest) =>
    logSumExp(scaled.filter((_, row) => (products[row].nest ?? 0) === nest)),
  )
  const values = inclusive.map(
    (value, nest) => dissimilarity[nest] * value + (buyers.constants?.[nest] ?? 0),
  )
  const outside = buyers.outside ?? 0
  const total = logSumExp([outside, ...values])
  const nests = values.map((value) => exp(value - total))
  const within = scaled.map((value, row) => exp(value - inclusive[products[row].nest ?? 0]))
  return {
    products: within.map((share, row) => share * nests[products[row].nest ?? 0]),
    nests,
    within,
    outside: exp(outside - total),
    surplus: total / sensitivity,
  }
}

/** ln sum e^x, safe for large terms; -Infinity for none. */
export function logSumExp(terms: readonly number[]): number {
  const largest = terms.reduce((most, term) => Math.max(most, term), -Infinity)
  if (largest === -Infinity) return -Infinity
  return largest + log(terms.reduce((sum, term) => sum + exp(term - largest), 0))
}
