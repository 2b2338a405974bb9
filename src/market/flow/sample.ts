/** Which buyers are looked at, by keyed numbers. */
import { type Draws, drawn, log, type Named, still } from '../../engine/index.ts'

/** The purpose of the key, and what is drawn by it. */
export const FLOW = 'flow'
export const FLOW_DRAWS = { looked: still('Is looked at') }

type Attributes = Named<'accounts' | 'activity' | 'activityLevel' | 'affinity' | 'affinityLevel'>

/**
 * Buyers with an account at the venues that are asked about come first, and within either group those with the smallest
 * -ln(u) / w, u keyed to the buyer and w how often he shops times how much he watches: a sample without replacement with
 * chances in proportion to w (Efraimidis and Spirakis 2006), in which something is seen to happen.
 * @returns rows in ascending order
 */
export function sampleOf({
  c,
  draws,
  about,
  width,
}: {
  readonly c: Attributes
  readonly draws: Draws<typeof FLOW_DRAWS>
  readonly about: readonly number[]
  readonly width: number
}): Uint32Array {
  const asked = about.reduce((mask, venue) => mask | (1 << venue), 0)
  const rank = Float64Array.from({ length: c.accounts.length }, (_, buyer) => {
    const weight = c.activity[c.activityLevel[buyer]] * c.affinity[c.affinityLevel[buyer]]
    return weight > 0 ? -log(drawn(draws.looked, buyer)) / weight : Infinity
  })
  const group = (buyer: number) => (asked === 0 || (c.accounts[buyer] & asked) !== 0 ? 0 : 1)
  const rows = Uint32Array.from(rank.keys())
  rows.sort((one, other) => {
    const first = group(one) - group(other)
    // Equal ranks, all without a weight, are settled by the row.
    return first !== 0
      ? first
      : rank[one] < rank[other]
        ? -1
        : rank[one] > rank[other]
          ? 1
          : one - other
  })
  return rows.slice(0, width).sort()
}
