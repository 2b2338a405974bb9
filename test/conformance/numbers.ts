/** Whether everything recorded is a number, where there is one. */
import { type Market, MEASURES } from '../../src/market/index.ts'

/**
 * Cells and days without a number that should have one: a ratio with something below, and a measure that does not
 * declare days on which it has none. Weights are numbers, never below nought.
 */
export function withoutNumber({ cells, values }: Pick<Market, 'cells' | 'values'>): string[] {
  const none = new Set(MEASURES.filter((one) => one.none !== undefined).map(({ name }) => name))
  const found: string[] = []
  for (let from = 0; from < values.length; from += cells.length)
    for (const [at, { measure, auxiliary, weight }] of cells.entries()) {
      const value = values[from + at]
      const isSound = auxiliary
        ? value >= 0 && Number.isFinite(value)
        : Number.isFinite(value) ||
          (Number.isNaN(value) &&
            (weight === undefined ? none.has(measure) : values[from + weight] === 0))
      if (!isSound) found.push(`day ${from / cells.length}: ${measure} is ${value}`)
    }
  return found
}
