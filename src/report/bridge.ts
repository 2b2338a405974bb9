/** Where sales went: the one account of it that all tables, charts and sentences print. */
import { FALL, type Flow } from '../study/index.ts'

/** What left a venue on balance, and where it went. */
export interface Bridge {
  readonly venue: string
  /** Mean of what left it, mRp a week: what the buyers' rows add up to. */
  readonly left: number
  /** Venues by size, then what was not bought anywhere. */
  readonly buyers: readonly Flow[]
  readonly sellers: readonly Flow[]
}

/** What is no venue stands last. */
const OUTSIDE = ['saved', 'lost']

/** @param flows of one policy in one window */
export function bridges(flows: readonly Flow[], venues: readonly string[]): Bridge[] {
  return venues.flatMap((venue) => {
    const own = (side: Flow['side']) =>
      flows.filter((flow) => flow.side === side && flow.from === venue && flow.diversion)
    const buyers = own('buyers').sort(
      (one, other) =>
        OUTSIDE.indexOf(one.to) - OUTSIDE.indexOf(other.to) || other.value.mean - one.value.mean,
    )
    if (buyers.length === 0) return []
    const left = buyers.reduce((sum, { value }) => sum + value.mean, 0)
    return [{ venue, left, buyers, sellers: own('sellers') }]
  })
}

/** What the fall of all sales is made up of, mRp a week; rows that are nothing in every run are left out. */
export function fallOf(flows: readonly Flow[]): {
  readonly rows: readonly Flow[]
  readonly total: number
} {
  const rows = FALL.flatMap((to) =>
    flows.filter((flow) => flow.side === 'market' && flow.to === to),
  )
  return { rows, total: rows.reduce((sum, { value }) => sum + value.mean, 0) }
}
