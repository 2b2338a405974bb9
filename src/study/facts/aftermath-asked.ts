/** Buyers of the venues of a policy who bought elsewhere within some days, and sellers who recovered after some weeks. */

import { EXPOSURES, exposedShare, exposureClass, type Pair } from '../members.ts'
import { BACK, destinations } from '../run-aftermath.ts'
import type { PeopleAnswer } from './people-answer.ts'

export type AftermathAsked =
  | {
      readonly kind: 'elsewhere'
      /** Days since the policy is in force. */
      readonly days: number
      /** `elsewhere` (any venue but those of the policy), `other platforms`, or a venue. */
      readonly to: string
    }
  | {
      readonly kind: 'recovery'
      /** Weeks since the policy is in force. */
      readonly weeks: number
      /** Class of exposure. */
      readonly exposure: string
    }

export const aftermathAnswer = (pair: Pair, asked: AftermathAsked): PeopleAnswer =>
  pair.before.plan.before === undefined || pair.before.plan.exposed.length === 0
    ? NOTHING
    : asked.kind === 'elsewhere'
      ? boughtElsewhere(pair, asked.days, asked.to)
      : recovered(pair, asked.weeks, asked.exposure)

const NOTHING = {
  ...{ value: Number.NaN, proportional: Number.NaN, none: Number.NaN },
  agents: 0,
}

/**
 * Share, %, of the buyers of these venues before the policy who bought at `to` within so many days. With reallocation who would have
 * bought at a venue that closes makes one purchase elsewhere: at `to` with the share of `to` in the sales of all others.
 */
function boughtElsewhere(pair: Pair, days: number, to: string): PeopleAnswer {
  const { before, after } = pair
  const at = before.plan.firstDays.findIndex(({ name }) => name === `${days}`)
  const target = destinations(pair).find((one) => one.to === to)
  if (at < 0 || target === undefined) return NOTHING
  const had = [...before.throughExposed.keys()].filter((buyer) => before.throughExposed[buyer] > 0)
  const { mask } = target
  const closed = before.plan.exposed.reduce((bits, venue) => bits | (1 << venue), 0)
  const sold = soldBefore(pair)
  const part = (bits: number) =>
    sold.reduce((sum, of, nth) => sum + (bits & (1 << nth) ? of : 0), 0)
  const moved = part(mask & ~closed) / part(~closed)
  const share = (of: (buyer: number) => number) =>
    (100 * had.reduce((sum, buyer) => sum + of(buyer), 0)) / had.length
  const bought = (visited: number) => (visited & mask ? 1 : 0)
  return {
    value: share((buyer) => bought(after.visited[at][buyer])),
    none: share((buyer) => bought(before.visited[at][buyer])),
    proportional: share((buyer) => {
      const visited = before.visited[at][buyer]
      // Nobody buys where it is closed.
      return visited & mask & ~closed ? 1 : visited & closed ? moved : 0
    }),
    agents: had.length,
  }
}

/**
 * Share, %, of the firms of a class of exposure that sell at least 80 % of what the same firm sells without the policy, in the four weeks
 * up to then. With reallocation a firm with a share e of its sales at venues that close keeps (1 - e) / (1 - s), s their share of all sales.
 */
function recovered(pair: Pair, weeks: number, exposure: string): PeopleAnswer {
  const { before, after, attributes, input } = pair
  const venues = input.tables.venues.length
  const at = before.plan.recovery.findIndex(({ name }) => name === `${weeks}`)
  if (at < 0) return NOTHING
  const sold = soldBefore(pair)
  const all = sold.reduce((sum, value) => sum + value, 0)
  const closed = before.plan.exposed.reduce((sum, venue) => sum + sold[venue], 0) / all
  const row = EXPOSURES.indexOf(exposure as (typeof EXPOSURES)[number])
  const [base, now] = [before.soldLater[at], after.soldLater[at]]
  let [agents, members, back, reallocated] = [0, 0, 0, 0]
  before.present.forEach((present, seller) => {
    if (!present || !(base[seller] > 0)) return
    const share = exposedShare(pair, seller, venues)
    if (exposureClass(share) !== row) return
    const weight = attributes.weight[seller]
    agents++
    members += weight
    if (now[seller] >= BACK * base[seller]) back += weight
    if ((1 - (share || 0)) / (1 - closed) >= BACK) reallocated += weight
  })
  return {
    value: (100 * back) / members,
    proportional: (100 * reallocated) / members,
    none: (100 * members) / members,
    agents,
  }
}

/** Sales by venue in the weeks before the policy, in no unit. */
function soldBefore({ before, attributes, input }: Pair): Float64Array {
  const venues = input.tables.venues.length
  const sold = new Float64Array(venues)
  const { sales } = before.sums[0]
  for (let seller = 0; seller < input.size.sellers; seller++)
    for (let venue = 0; venue < venues; venue++)
      sold[venue] += attributes.weight[seller] * sales[seller * venues + venue]
  return sold
}
