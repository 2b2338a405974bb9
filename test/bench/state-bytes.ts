/** Bytes of the state of a market, by what they are of, without making it. */
import { widthOf } from '../../src/engine/index.ts'
import { type MarketInput, populationsOf } from '../../src/market/index.ts'
import { countsOf } from '../../src/market/initial/counts.ts'

const BYTES = { f64: 8, f32: 4, i32: 4, u32: 4, u16: 2, u8: 1 } as const

/** A state that holds less than ours does. */
export interface Thinner {
  /** Share of listings that are open: only these have rows, and sellers have values by route only there. */
  readonly open?: number
  /** Whether what is 64 bits wide is 32. */
  readonly narrow?: boolean
}

/** By population, those of all columns of its rows. */
export function stateBytes(
  input: MarketInput,
  { open = 1, narrow = false }: Thinner = {},
): ReadonlyMap<string, number> {
  const counts = countsOf(input)
  const wide = (storage: keyof typeof BYTES) =>
    narrow ? Math.min(4, BYTES[storage]) : BYTES[storage]
  return new Map(
    populationsOf(input).map(({ name, columns }) => [
      name,
      Object.values(columns).reduce((sum, column) => {
        const isThin = name === 'listings' || (name === 'sellers' && column.per === 'routes')
        const values = counts[name] * widthOf(column, counts) * (isThin ? open : 1)
        return sum + Math.ceil((values * wide(column.storage)) / 8) * 8
      }, 0),
    ]),
  )
}

export const allBytes = (input: MarketInput, thinner?: Thinner): number =>
  [...stateBytes(input, thinner).values()].reduce((sum, one) => sum + one, 0)
