/** The numbers by which the baseline is known. */
import type { At, Market } from '../../src/market/index.ts'
import { meanOf, placeOf } from '../../src/study/index.ts'

const number = (measure: string, unit: string, where: At = {}) => ({
  name: [measure, ...Object.values(where)].join(', '),
  measure,
  unit,
  where,
})

export const NUMBERS = [
  number('sales', 'mRp/day'),
  number('sales', 'mRp/day', { venue: 'tiktok-shop' }),
  number('sales', 'mRp/day', { venue: 'shopee' }),
  number('sales', 'mRp/day', { venue: 'stalls' }),
  number('sales', 'mRp/day', { kind: 'producer' }),
  number('sales', 'mRp/day', { kind: 'trader' }),
  number('units', 'pieces/day'),
  number('price', 'kRp', { category: 'fashion' }),
  number('price', 'kRp', { category: 'electronics' }),
  number('import share', 'share'),
  number('platform share', 'share', { venue: 'tiktok-shop' }),
  number('platform share', 'share', { venue: 'tokopedia' }),
  number('hhi', 'points'),
  number('online share', 'share'),
  number('consumer surplus', 'mRp/day'),
  number('employment', 'FTE'),
  number('employment', 'FTE', { kind: 'producer' }),
  number('employment', 'FTE', { kind: 'courier' }),
  number('employment', 'FTE', { region: 'bandung' }),
  number('paid work', 'FTE'),
  number('unemployment', 'share'),
  number('active firms', 'firms'),
  number('firms online', 'share'),
  number('household income', 'mRp/week'),
  number('government revenue', 'mRp/week'),
  number('payments abroad', 'mRp/week'),
] as const

/** Means over days `from` to `to` (excluded), to nine digits: enough to see any change, easy to read. */
export function numbersOf(market: Market, from: number, to: number): Record<string, number> {
  return Object.fromEntries(
    NUMBERS.map(({ name, measure, where }) => {
      const at = placeOf(market, { name: measure }, where)
      if (at < 0) throw new Error(`no such number: ${name}`)
      return [name, Number(meanOf(market, at, { from, to }).toPrecision(9))]
    }),
  )
}
