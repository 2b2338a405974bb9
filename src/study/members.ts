/** Who is a member of which group: kinds, regions, categories, exposure to the policy and size. */
import { type Attributes, type MarketInput, type PeopleRecord, SIZES } from '../market/index.ts'

/** The agents of one run without and with a policy. Both have the same members. */
export interface Pair {
  readonly attributes: Attributes
  readonly input: MarketInput
  readonly before: PeopleRecord
  readonly after: PeopleRecord
}

export const OTHER_KINDS = ['creator', 'courier', 'platform', 'household', 'government'] as const

/** Share of sales, purchases or commissions through exposed venues, before the policy. */
export const EXPOSURES = ['none', 'up to 10 %', '10 to 50 %', 'over 50 %'] as const

/** Row in `EXPOSURES` of a share; one who sold or bought nothing (NaN) is not exposed. */
export const exposureClass = (share: number): number =>
  share > 0.5 ? 3 : share > 0.1 ? 2 : share > 0 ? 1 : 0

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

/** Share of the sales of a row that went through exposed venues before the policy; NaN if none are known. */
export function exposedShare({ before }: Pair, row: number, venues: number): number {
  const { plan, sums } = before
  if (plan.before === undefined || plan.exposed.length === 0) return Number.NaN
  const { sales } = sums[0]
  let [through, all] = [0, 0]
  for (let venue = 0, cell = row * venues; venue < venues; venue++) all += sales[cell + venue]
  for (const venue of plan.exposed) through += sales[row * venues + venue]
  return through / all
}

/** Companies that own an e-commerce platform, by row. */
export function platformOwners({ input }: Pair): number[] {
  const owners = input.tables.venues
    .filter(({ values }) => values.platform === 1)
    .map(({ values }) => Number(values.owner))
  return [...new Set(owners)].sort((one, other) => one - other)
}
