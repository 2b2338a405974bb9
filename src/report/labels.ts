/** What names of rows are called in print. */
import { TABLES } from '../market/index.ts'
import type { Scenario } from '../scenario/index.ts'

const SINGLE = new Set(TABLES.filter(({ single }) => single).map(({ name }) => name))

/**
 * What venues, categories, regions and the like are called. Routes and nests have names of venues, and the one row
 * of a table that stands for itself has no name worth printing. Where rows of two tables have one name, as a region
 * and its programme, it is that of the earlier table.
 */
export const labelsOf = (scenarios: readonly Scenario[]): Record<string, string> =>
  Object.fromEntries(
    scenarios.flatMap(({ input: { tables } }) =>
      TABLES.filter(({ name }) => name !== 'routes' && name !== 'nests' && !SINGLE.has(name))
        .flatMap(({ name }) => tables[name] ?? [])
        .map(({ name, label }) => [name, label])
        .reverse(),
    ),
  )
