/** Bytes of the state of a market, by what they are of, without making it. */
import { widthOf } from '../../src/engine/index.ts'
import { countsOf } from '../../src/market/found/counts.ts'
import { type MarketInput, populationsOf } from '../../src/market/index.ts'

const BYTES = { f64: 8, f32: 4, i32: 4, u32: 4, u16: 2, u8: 1 } as const

/** By population, those of all columns of its rows. */
export function stateBytes(input: MarketInput): ReadonlyMap<string, number> {
  const counts = countsOf(input)
  return new Map(
    populationsOf(input).map(({ name, columns }) => [
      name,
      Object.values(columns).reduce(
        (sum, column) =>
          sum + Math.ceil((counts[name] * widthOf(column, counts) * BYTES[column.storage]) / 8) * 8,
        0,
      ),
    ]),
  )
}

export const allBytes = (input: MarketInput): number =>
  [...stateBytes(input).values()].reduce((sum, one) => sum + one, 0)
