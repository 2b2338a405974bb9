/** Measures that add up a column of sellers over all firms: for what a policy adds. */
import type { Column, World } from '../../engine/index.ts'
import type { Dimension } from '../cell.ts'
import type { MarketInput } from '../input.ts'
import { sellers } from '../populations/index.ts'
import {
  type About,
  clearSplit,
  emptySplit,
  type Measure,
  measuresOf,
  namesIn,
  type Sweep,
  tellSplit,
  viewsOf,
} from './measure.ts'

/** What a total is, and of which column; in kRp or pieces of one firm where nothing else stands. */
export interface Total extends About {
  readonly of: Column
}

const TABLE_OF: Partial<Record<Dimension, { table: string; column: Column }>> = {
  kind: { table: 'kinds', column: sellers.kind },
  category: { table: 'categories', column: sellers.category },
  region: { table: 'regions', column: sellers.region },
}

/** By what a total can be broken down. */
export const TOTALLED: readonly string[] = Object.keys(TABLE_OF)

/**
 * Declares totals: each seller's value times the firms that it stands for, taken on Mondays when the rules of the week have
 * run, in all and by the dimensions that it declares (kind, category, region). What is wrong in one the check of its policy says.
 */
export function totals<K extends string>(
  declared: Readonly<Record<K, Total>>,
): Readonly<Record<K, Measure>> {
  const made = Object.entries<Total>(declared).map(([key, about]) => {
    const sweep: Sweep<ReturnType<typeof sumsOf>> = {
      every: 'week',
      over: (world, input) => over(world, input, about),
    }
    const tell = {
      tell: (s: ReturnType<typeof sumsOf>, t: Parameters<typeof tellSplit>[0]) =>
        tellSplit(t, s.split, s.names),
    }
    return [key, measuresOf(sweep, { one: { ...about, of: about.of, ...tell } }).one]
  })
  return Object.fromEntries(made) as Readonly<Record<K, Measure>>
}

function sumsOf(input: MarketInput, by: readonly Dimension[]) {
  const names = Object.fromEntries(by.map((one) => [one, namesIn(input, TABLE_OF[one]!.table)]))
  return { names, split: emptySplit(names) }
}

function over(world: World, input: MarketInput, { of, times = 1, by }: Total) {
  const c = viewsOf(world, { value: of, weight: sellers.weight })
  const rows = by.map((one) => ({ one, row: world.view(TABLE_OF[one]!.column) }))
  const sums = sumsOf(input, by)
  return {
    sums,
    take() {
      clearSplit(sums.split)
      for (let seller = 0; seller < c.weight.length; seller++) {
        const amount = c.value[seller] * c.weight[seller] * times
        sums.split.all += amount
        for (const { one, row } of rows) sums.split.by[one]![row[seller]] += amount
      }
    },
  }
}
