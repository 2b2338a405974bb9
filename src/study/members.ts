/** Who is a member of which group: kinds, regions, categories, exposure to the policy and size. */
import type { World } from '../engine/index.ts'
import { type MarketInput, type PeopleRecord, SIZES } from '../market/index.ts'

/** The agents of one run without and with a policy. Both have the same members. */
export interface Pair {
  readonly world: World
  readonly input: MarketInput
  readonly before: PeopleRecord
  readonly after: PeopleRecord
}

export const OTHER_KINDS = ['creator', 'courier', 'platform', 'household', 'government'] as const

/** Share of sales, purchases or commissions through exposed venues, before the policy. */
export const EXPOSURES = ['none', 'up to 10 %', '10 to 50 %', 'over 50 %'] as const

/** Row in `EXPOSURES`; one who sold or bought nothing is not exposed. */
export function exposureClass(through: number, all: number): number {
  const share = all > 0 ? through / all : 0
  return share === 0 ? 0 : share <= 0.1 ? 1 : share <= 0.5 ? 2 : 3
}

export const GROUPINGS = ['kind', 'region', 'category', 'exposure', 'size'] as const
export type Grouping = (typeof GROUPINGS)[number]

export interface Group {
  readonly by: Grouping
  readonly group: string
}

/** Every group of the market, and where the groups of each kind begin. A cluster is a place inside a region. */
export function groupsIn(input: MarketInput) {
  const names = (table: string) => input.tables[table].map(({ name }) => name)
  const parts: readonly (readonly [Grouping, readonly string[]])[] = [
    ['kind', ['all']],
    ['region', names('regions')],
    ['region', names('clusters')],
    ['category', names('categories')],
    ['exposure', EXPOSURES],
    ['size', SIZES],
  ]
  const groups: Group[] = []
  const [all, region, cluster, category, exposure, size] = parts.map(([by, members]) => {
    const at = groups.length
    groups.push(...members.map((group) => ({ by, group })))
    return at
  })
  return { groups, all, region, cluster, category, exposure, size }
}

/** Class of exposure of a row with sales by venue, from its sales before the policy. */
export function exposureOfRow({ before }: Pair, row: number, venues: number): number {
  const { plan, sums } = before
  if (plan.before === undefined) return 0
  const { sales } = sums[0]
  let all = 0
  for (let venue = 0; venue < venues; venue++) all += sales[row * venues + venue]
  const through = plan.exposed.reduce((sum, venue) => sum + sales[row * venues + venue], 0)
  return exposureClass(through, all)
}

/** Companies that own an e-commerce platform, by row. */
export function platformOwners({ input }: Pair): number[] {
  const owners = input.tables.venues
    .filter(({ values }) => values.platform === 1)
    .map(({ values }) => Number(values.owner))
  return [...new Set(owners)].sort((one, other) => one - other)
}
