/** Sizes of firms by the law. */
import type { Values } from '../../engine/index.ts'

/**
 * Sizes of firms by UU 20/2008, article 6: micro has net assets of at most Rp50 million, without land and
 * buildings, or yearly sales of at most Rp300 million; small at most Rp500 million or Rp2.5 billion; medium at
 * most Rp10 billion or Rp50 billion. Assets are cash and goods. All in mRp.
 */
export const MICRO = { sales: 300, assets: 50 }
export const SMALL = { sales: 2500, assets: 500 }
const MEDIUM = { sales: 50_000, assets: 10_000 }

export const SIZES = ['micro', 'small', 'medium', 'large'] as const

/** Net assets of a firm as far as the model has them, in mRp: its cash, and its goods at what they cost. */
export const assetsOf = (
  c: { readonly cash: Values; readonly stock: Values; readonly unitCost: Values },
  seller: number,
): number => (c.cash[seller] + c.stock[seller] * c.unitCost[seller]) / 1000

/** Row in `SIZES` of a firm with yearly sales and assets in mRp. */
export function sizeOf(sales: number, assets: number): number {
  const row = [MICRO, SMALL, MEDIUM].findIndex(
    (limit) => sales <= limit.sales || assets <= limit.assets,
  )
  return row < 0 ? SIZES.length - 1 : row
}
