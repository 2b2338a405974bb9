import type { Table } from '../../engine/index.ts'
import { categories } from './categories.ts'
import { clusters } from './clusters.ts'
import { events } from './events.ts'
import { border, creator, firms, government, households, kinds } from './people.ts'
import { nests, regions } from './places.ts'
import { programmes } from './programmes.ts'
import { sellerList } from './seller-list.ts'
import { companies, feeOfPiece, openToPlans, routes, subsidyPaid, venues } from './venues.ts'

export {
  border,
  categories,
  clusters,
  companies,
  creator,
  events,
  feeOfPiece,
  firms,
  government,
  households,
  kinds,
  nests,
  openToPlans,
  programmes,
  regions,
  routes,
  sellerList,
  subsidyPaid,
  venues,
}

/** Every table a scenario fills, in the order of the file. */
export const TABLES: readonly Table[] = [
  households,
  firms,
  border,
  government,
  creator,
  regions,
  categories,
  nests,
  companies,
  venues,
  routes,
  kinds,
  clusters,
  programmes,
  events,
  sellerList,
]
