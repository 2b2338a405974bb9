import { lambertW } from './lambert.ts'
import { type LogitBuyers, type LogitShares, nestedLogit, type Product } from './nested-logit.ts'

/** A product whose price its owner sets. */
export interface PricedProduct extends Omit<Product, 'price'> {
  /** Unit cost, kRp. */
  readonly cost: number
  /** Any number that its owner's other products carry too; its own row where left out. */
  readonly owner?: number
  /** Ad-valorem fee, share of the price; 0 where left out. */
  readonly fee?: number
}

export interface BertrandPrices extends LogitShares {
  readonly prices: readonly number[]
}

const DAMPING = 0.5
const PRECISION = 1e-12
const MOST_STEPS = 20_000

/**
 * Rule R0: prices at which no owner gains by moving, of a nested logit with owners and ad-valorem fees.
 * With margins m_j = (1 - f_j) p_j - c_j the first-order condition of j, owned by o in nest n, reads
 *   m_j = lambda_n [ (1 - f_j)/alpha + ((1 - lambda_n)/lambda_n) sum_{k in o,n} m_k s_k|n + sum_{k in o} m_k s_k ]
 * and is iterated with damping 0.5 (the zeta fixed point of Morrow and Skerlos 2011). For owners with one
 * nest and one fee it is m = (1 - f) / ( alpha [ 1/lambda - ((1 - lambda)/lambda) S_o|n - S_o ] ).
 * Anderson, de Palma and Thisse 1992.
 * @throws Error if prices do not settle
 */
export function bertrandPrices(
  buyers: LogitBuyers,
  products: readonly PricedProduct[],
): BertrandPrices {
  const { sensitivity, dissimilarity } = buyers
  const owner = products.map((product, row) => product.owner ?? row)
  const fee = products.map((product) => product.fee ?? 0)
  const nest = products.map((product) => product.nest ?? 0)
  let prices = products.map(
    ({ cost }, row) => cost / (1 - fee[row]) + dissimilarity[nest[row]] / sensitivity,
  )
  for (let step = 0; step < MOST_STEPS; step++) {
    const shares = sharesAt(prices)
    const margins = prices.map((price, row) => (1 - fee[row]) * price - products[row].cost)
    const next = products.map(({ cost }, row) => {
      const lambda = dissimilarity[nest[row]]
      let inNest = 0
      let all = 0
      margins.forEach((margin, other) => {
        if (owner[other] !== owner[row]) return
        all += margin * shares.products[other]
        if (nest[other] === nest[row]) inNest += margin * shares.within[other]
      })
      const margin = lambda * ((1 - fee[row]) / sensitivity + all) + (1 - lambda) * inNest
      return (cost + margin) / (1 - fee[row])
    })
    const gap = Math.max(...next.map((price, row) => Math.abs(price / prices[row] - 1)))
    prices = prices.map((price, row) => price + DAMPING * (next[row] - price))
    if (gap < PRECISION) return { prices, ...sharesAt(prices) }
  }
  throw new Error('prices do not settle')

  function sharesAt(at: readonly number[]): LogitShares {
    return nestedLogit(
      buyers,
      products.map((product, row) => ({ ...product, price: at[row] })),
    )
  }
}

/**
 * The price of a logit monopolist, p = c + (1 + W0(e^{delta - alpha c - 1 - N_0})) / alpha, with Lambert's W.
 */
export function monopolyPrice(
  sensitivity: number,
  { quality, cost, outside = 0 }: { quality: number; cost: number; outside?: number },
): number {
  return cost + (1 + lambertW(quality - sensitivity * cost - 1 - outside)) / sensitivity
}
