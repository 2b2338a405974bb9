/** What a seller decides in a week, rule by rule. */
import { viewsOf } from '../../engine/index.ts'
import { listings, sellers } from '../populations/index.ts'
import type { Fact, What } from './decision.ts'
import { shutIn, shutVenue } from './shut.ts'
import type { Sight } from './sight.ts'

const KNOWN = {
  kind: sellers.kind,
  category: sellers.category,
  region: sellers.region,
  state: sellers.state,
  weight: sellers.weight,
  unitCost: sellers.unitCost,
  stock: sellers.stock,
  turnover: sellers.turnover,
  earnings: sellers.earnings,
  family: sellers.family,
  paid: sellers.paid,
  source: sellers.source,
  open: listings.open,
} as const

/** Who a seller is. */
export function sellerFacts({ world, input, day }: Sight, seller: number): Fact[] {
  const c = viewsOf(world, KNOWN)
  const { venues: venueCount } = world.counts
  const isShut = shutIn(world)
  const shops = Array.from({ length: venueCount }, (_, venue) => venue).filter(
    (venue) => c.open[seller * venueCount + venue],
  )
  const open = shops.filter((venue) => !isShut[venue])
  const shut = shops.filter((venue) => isShut[venue])
  return [
    { fact: 'kind', value: { is: 'kind', row: c.kind[seller] } },
    { fact: 'sells', value: { is: 'category', row: c.category[seller] } },
    { fact: 'region', value: { is: 'region', row: c.region[seller] } },
    { fact: 'state', value: { is: 'state', row: c.state[seller] } },
    { fact: 'firms', value: c.weight[seller], unit: 'firms' },
    { fact: 'shops', value: open.map((row): What => ({ is: 'venue', row })) },
    ...(shut.length === 0
      ? []
      : [{ fact: 'shutShops', value: shut.map((row) => shutVenue(input, row, day)) }]),
    { fact: 'turnover', value: c.turnover[seller] * 1000, unit: 'kRp/year' },
    { fact: 'earnings', value: c.earnings[seller], unit: 'kRp/week' },
    { fact: 'unitCost', value: c.unitCost[seller], unit: 'kRp' },
    { fact: 'staff', value: c.family[seller] + c.paid[seller], unit: 'FTE' },
  ]
}
