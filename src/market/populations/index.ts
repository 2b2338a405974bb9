import type { Population } from '../../engine/index.ts'
import { TABLES } from '../tables/index.ts'
import {
  appeals,
  blocks,
  buyers,
  classes,
  levels,
  markets,
  nestAppeals,
  occasions,
  scales,
} from './buyers.ts'
import { creators, days, feeds, labour, ledger, peers, pools, sectors, today } from './others.ts'
import { listings, lists, sellers, slots } from './sellers.ts'

export * from './buyers.ts'
export * from './others.ts'
export * from './sellers.ts'

const SELLER_TABLE = 'sellers'

/** Every population of the state, in the order of its layout. */
export const POPULATIONS: readonly Population[] = [
  ...TABLES.filter((table) => table.name !== SELLER_TABLE),
  today,
  days,
  classes,
  levels,
  blocks,
  appeals,
  nestAppeals,
  scales,
  markets,
  feeds,
  peers,
  labour,
  pools,
  ledger,
  sectors,
  buyers,
  occasions,
  sellers,
  listings,
  lists,
  slots,
  creators,
]
