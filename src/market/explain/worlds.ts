/** Two worlds of one seed: when an agent first does something else in one of them, and whom it affects most. */
import { DAYS_A_WEEK, mondayOf, viewsOf, type World } from '../../engine/index.ts'
import type { PeopleRecord, Span } from '../agents/index.ts'
import { createPeople } from '../agents/recorder.ts'
import type { MarketInput } from '../input.ts'
import { createMarket, type Market, type MarketSnapshot } from '../market.ts'
import {
  blocks,
  creators,
  KIND,
  KIND_NAMES,
  listings,
  occasions,
  STATE,
  sellers,
} from '../populations/index.ts'
import { venues } from '../tables/index.ts'
import type { Agent } from './decision.ts'
import { shutIn } from './shut.ts'

/** A baseline and a policy that have the same rows. */
export interface Worlds {
  readonly baseline: MarketInput
  readonly policy: MarketInput
  /** The first day on which they may differ. */
  readonly fork: number
  readonly seed: string
  /** Told each day that has passed in one of them. */
  readonly progress?: (days: number) => void
}

/** The two worlds on a Monday a week before the fork, when they are still one. */
export interface Forked {
  readonly worlds: Worlds
  readonly start: MarketSnapshot
}

export function forked(worlds: Worlds): Forked {
  const { baseline, fork, seed, progress } = worlds
  const market = createMarket(baseline, seed, { record: false })
  // In the week before the fork it is seen who is there.
  market.run(mondayOf(Math.max(0, fork - DAYS_A_WEEK)), progress)
  return { worlds, start: market.snapshot() }
}

/** Both worlds, to be stepped from a state; on the first day each is founded by itself. */
function opened({ worlds: { baseline, policy, seed }, start }: Forked): [Market, Market] {
  const from = start.day > 0 ? { from: start } : {}
  const open = (input: MarketInput) => createMarket(input, seed, { record: false, ...from })
  return [open(baseline), open(policy)]
}

/** What an agent did on a day, as far as it may be asked about it; equal numbers of equal deeds. */
type Deeds = readonly number[]

/** Whether an agent did something else in one of two worlds on the day that has passed. */
function doesElse([one, other]: readonly [World, World], agent: Agent): boolean {
  // Of goods that nobody can buy in one of them the price is no deed.
  const there = shutIn(other)
  const shut = shutIn(one).map((isShut, venue) => Math.max(isShut, there[venue]))
  return differ(deedsOf(one, agent, shut), deedsOf(other, agent, shut), agent.kind === 'buyer')
}

function deedsOf(world: World, { kind, row }: Agent, shut: Uint8Array): Deeds {
  switch (kind) {
    case 'buyer':
      return purchases(world, row)
    case 'seller': {
      const c = viewsOf(world, {
        ...{ state: sellers.state, source: sellers.source, paid: sellers.paid },
        ...{ open: listings.open, price: listings.price },
      })
      if (c.state[row] === STATE.exited) return [STATE.exited]
      const shops = Array.from(shut, (isShut, venue) => {
        const at = row * shut.length + venue
        return c.open[at] ? [1, isShut ? 0 : c.price[at]] : [0, 0]
      }).flat()
      return [c.state[row], c.source[row], c.paid[row], ...shops]
    }
    case 'creator': {
      const c = viewsOf(world, { venue: creators.venue, hours: creators.hours })
      return [c.venue[row], c.hours[row]]
    }
    case 'platform':
      return [world.view(venues.answer)[row]]
  }
}

/** Occasions of a buyer on a day: what for, in which feed, by which way and of whom he bought. */
function purchases(world: World, buyer: number): Deeds {
  const c = viewsOf(world, {
    ...{ count: blocks.occasions, buyer: occasions.buyer, noise: occasions.noise },
    ...{ feed: occasions.feed, route: occasions.route, listing: occasions.listing },
  })
  const { blocks: blockCount } = world.counts
  const room = world.counts.occasions / blockCount
  const deeds: number[] = []
  for (let block = 0; block < blockCount; block++)
    for (let row = block * room; row < block * room + c.count[block]; row++)
      if (c.buyer[row] === buyer)
        deeds.push(c.noise[row], c.feed[row], c.route[row], c.listing[row])
  return deeds
}

/** Amounts that differ by no more than a hundredth are the same deed. */
const SAME = 0.01

const differ = (one: Deeds, other: Deeds, exact: boolean): boolean =>
  one.length !== other.length ||
  one.some((value, at) =>
    exact
      ? value !== other[at]
      : Math.abs(value - other[at]) > SAME * Math.max(Math.abs(value), Math.abs(other[at]), SAME),
  )

export interface FirstDifference {
  readonly day: number
  /** The worlds on the Monday of that week. */
  readonly baseline: MarketSnapshot
  readonly policy: MarketSnapshot
}

/**
 * The first day on which an agent does something else under the policy than without it: another purchase, shop, source, price,
 * platform, or an amount that differs by more than a hundredth. Nothing where there is none until the end.
 */
export function firstDifferenceOf(at: Forked, agent: Agent): FirstDifference | undefined {
  const { baseline, policy, progress } = at.worlds
  const [without, under] = opened(at)
  const end = Math.min(baseline.days, policy.days)
  let monday = { baseline: without.snapshot(), policy: under.snapshot() }
  for (let day = without.day; day < end; day++) {
    if (day % DAYS_A_WEEK === 0) monday = { baseline: without.snapshot(), policy: under.snapshot() }
    without.run(day + 1)
    under.run(day + 1)
    progress?.(day)
    if (doesElse([without.world, under.world], agent)) return { day, ...monday }
  }
  return undefined
}

/** Kinds of agents of which the most affected one may be looked for. */
export const AFFECTED = [...KIND_NAMES, 'creator', 'buyer'] as const

export type Affected = (typeof AFFECTED)[number]

export interface MostAffected {
  readonly agent: Agent
  /** What it earned, of buyers what they bought, in the span: kRp a week, without the policy and with it. */
  readonly without: number
  readonly under: number
}

/** Whose income, or whose purchases, differ most between the two worlds over a span; nothing where nobody's do. */
export function mostAffectedOf(at: Forked, kind: Affected, span: Span): MostAffected | undefined {
  const { fork, baseline, policy, progress } = at.worlds
  const plan = { spans: [span], fork, before: undefined, exposed: [], firstDays: [], recovery: [] }
  const [without, under] = opened(at)
  const people = [
    createPeople(without.world, baseline, plan),
    createPeople(under.world, policy, plan),
  ]
  for (let day = without.day; day < span.to; day++) {
    without.run(day + 1)
    under.run(day + 1)
    for (const one of people) one.observe(day)
    progress?.(day)
  }
  const weeks = (span.to - span.from) / DAYS_A_WEEK
  const [before, after] = people.map(({ record }) => amountsOf(record, kind, without.world))
  let most: MostAffected | undefined
  for (const [row, value] of before) {
    const found = {
      agent: { kind: agentKind(kind), row },
      without: value / weeks,
      under: (after.get(row) ?? 0) / weeks,
    }
    const gap = Math.abs(found.under - found.without)
    if (gap > 0 && (most === undefined || gap > Math.abs(most.under - most.without))) most = found
  }
  return most
}

const agentKind = (kind: Affected): Agent['kind'] =>
  kind === 'creator' || kind === 'buyer' ? kind : 'seller'

/** Income of each agent of a kind over the span, kRp; what sampled buyers bought. */
function amountsOf(
  { rows, sums: [{ income, sales }], present }: PeopleRecord,
  kind: Affected,
  world: World,
): Map<number, number> {
  const { counts } = world
  const found = new Map<number, number>()
  if (kind === 'buyer') {
    for (let nth = 0; nth < rows.sampled; nth++) {
      const first = (rows.salesOfBuyers + nth) * counts.venues
      let bought = 0
      for (let venue = 0; venue < counts.venues; venue++) bought += sales[first + venue]
      found.set(nth * rows.step, bought)
    }
    return found
  }
  // Income is kept as an amount a week times days.
  if (kind === 'creator') {
    for (let row = 0; row < counts.creators; row++)
      found.set(row, income[rows.creators + row] / DAYS_A_WEEK)
    return found
  }
  const kinds = world.view(sellers.kind)
  for (let row = 0; row < counts.sellers; row++)
    if (kinds[row] === KIND[kind] && present[row])
      found.set(row, income[rows.sellers + row] / DAYS_A_WEEK)
  return found
}
