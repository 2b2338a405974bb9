/** A market changed as a whole: fewer days, other numbers of agents. */
import type { MarketInput } from '../market/index.ts'

export interface Size {
  /** A small market, for a first look. */
  readonly quick?: boolean
  /** Multiplies the numbers of buyers, sellers and creators. */
  readonly scale?: number
  readonly days?: number | undefined
}

/** A small market for a first look. */
const QUICK = { buyers: 8_000, sellers: 1_000, slots: 128 }

/** Whether sellers are listed one by one: then they are the market, and no sample of it to be made larger or smaller. */
export const areListed = ({ tables }: MarketInput): boolean => tables.sellers.length > 0

/** Days and sizes that scenarios do not have: `days is 900, but baseline has 912`. */
export function sizeFaults(
  scenarios: readonly { readonly name: string; readonly input: MarketInput }[],
  { days, scale = 1 }: Size,
): string[] {
  const faults: string[] = []
  for (const { name, input } of scenarios) {
    if (days !== undefined && days > input.days)
      faults.push(`days is ${days}, but ${name} has ${input.days}: move its end to run longer`)
    for (const whom of areListed(input) ? (['buyers'] as const) : (['buyers', 'sellers'] as const))
      if (Math.round(input.size[whom] * scale) < 1)
        faults.push(`scale is ${scale}, which leaves none of ${input.size[whom]} ${whom}`)
  }
  return faults
}

export function resized(
  input: MarketInput,
  { quick = false, scale = 1, days = input.days }: Size,
): MarketInput {
  const { buyers, sellers, creators } = input.size
  const listed = areListed(input)
  const small = quick
    ? {
        buyers: Math.min(buyers, QUICK.buyers),
        sellers: listed ? sellers : Math.min(sellers, QUICK.sellers),
        creators: creators * Math.min(1, QUICK.buyers / buyers),
      }
    : input.size
  const sized = (count: number) => Math.max(count > 0 ? 1 : 0, Math.round(count * scale))
  const size = {
    buyers: sized(small.buyers),
    sellers: listed ? sellers : sized(small.sellers),
    creators: sized(small.creators),
  }
  const tables = representing(input, size)
  return { ...input, days, size, tables: quick ? coarser(tables) : tables }
}

/** Coarser feeds: their making does not shrink with the market. */
function coarser(tables: MarketInput['tables']): MarketInput['tables'] {
  const firms = tables.firms.map((row) => ({
    ...row,
    values: { ...row.values, slots: Math.min(QUICK.slots, Number(row.values.slots)) },
  }))
  return { ...tables, firms }
}

/** Fewer agents stand for as many people and creators as before: their weights grow. */
function representing(
  { tables, size }: MarketInput,
  { buyers, creators }: MarketInput['size'],
): MarketInput['tables'] {
  const heavier = (table: string, times: number) =>
    tables[table].map((row) => ({
      ...row,
      values: { ...row.values, weight: Number(row.values.weight) * times },
    }))
  return {
    ...tables,
    households: heavier('households', size.buyers / buyers),
    creator: heavier('creator', creators > 0 ? size.creators / creators : 1),
  }
}
