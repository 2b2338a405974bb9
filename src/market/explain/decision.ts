/** What an agent chose and why, in numbers and names of rows; the words for them are the report's. */

/** Whom one may ask: a row of its population, a platform by the row of its venue. */
export const AGENTS = ['buyer', 'seller', 'creator', 'platform'] as const

export type AgentKind = (typeof AGENTS)[number]

export interface Agent {
  readonly kind: AgentKind
  readonly row: number
}

/** What something is: a row of a table, an agent, or one of the ways to go on that have no row. */
export type What =
  | { readonly is: Named; readonly row: number }
  /** Goods paid for at a venue, found through the feed of another where that is not the same. */
  | { readonly is: 'checkout'; readonly row: number; readonly front: number }
  | { readonly is: 'listing'; readonly seller: number; readonly venue: number }
  /** A venue at which nobody can buy, and the day on which it was shut; 0 where it never was open. */
  | { readonly is: 'shut'; readonly row: number; readonly since: number }
  | { readonly is: Bare }

export type Named =
  | 'venue'
  | 'nest'
  | 'category'
  | 'region'
  | 'route'
  | 'seller'
  | 'creator'
  | 'buyer'
  | 'fifth'
  | 'kind'
  | 'state'

/** Ways to go on, by whom they are of: buyers, sellers, creators, platforms. */
export type Bare =
  | ('save' | 'pass' | 'none' | 'itself')
  | ('enter' | 'empty' | 'leave' | 'stay' | 'restart' | 'idle' | 'goOn')
  | ('open' | 'stayOut' | 'keep' | 'close' | 'look' | 'wait' | 'fail')
  | ('local' | 'imported' | 'set' | 'kept' | 'aim' | 'samePrice')
  | ('hire' | 'layOff' | 'sameStaff' | 'wanted')
  | ('longer' | 'shorter' | 'sameHours' | 'nowhere')
  | ('raise' | 'lower' | 'sameSubsidy')

/** A part of what an option is worth. */
export interface Part {
  readonly part: string
  readonly value: number
}

export interface Option {
  readonly what: What
  /** They add up to `total`. */
  readonly parts: readonly Part[]
  readonly total: number
  /** What is known of it beside. */
  readonly facts?: readonly Fact[]
}

/** Something that is known of an agent or of what it saw. */
export interface Fact {
  readonly fact: string
  readonly value: number | What | readonly What[]
  /** As in the declarations of columns; nothing of what is no number. */
  readonly unit?: string
}

/** The nearest change that would have led to another choice. */
export interface Flip {
  /** What would have had to change, and of which option. */
  readonly lever: string
  readonly of: What
  /** By how much, with its sign. */
  readonly change: number
  readonly unit: string
  /** Of a change an order: pieces that an order has there. */
  readonly pieces?: number
  /** What would have been chosen then. */
  readonly leadsTo: What
}

export interface Decision {
  readonly kind: string
  /** Decisions that follow from one another have one number, from 1. */
  readonly step: number
  /** What it is about: the goods wanted, the shop that is priced. */
  readonly about: readonly What[]
  readonly seen: readonly Fact[]
  /** Of parts and totals. */
  readonly unit: string
  /** What one of that unit is worth to the agent, kRp; nothing where the unit is an amount itself. */
  readonly worth?: number
  readonly options: readonly Option[]
  /** Rows in `options`; -1 where there is none. */
  readonly chosen: number
  readonly runnerUp: number
  /** The nearest first. */
  readonly flips: readonly Flip[]
}

/** What one agent did on one day. */
export interface Explained {
  readonly agent: Agent
  /** Days since the start. */
  readonly day: number
  readonly who: readonly Fact[]
  readonly decisions: readonly Decision[]
  /** Where there are none: the next day with one, if one is found within a year. */
  readonly next?: number
}

export const optionOf = (what: What, parts: readonly Part[]): Option => ({
  what,
  parts,
  total: parts.reduce((sum, { value }) => sum + value, 0),
})

/** The row of the largest total, the first of equals; -1 of none. */
export function bestOf(options: readonly Option[], except = -1): number {
  let best = -1
  for (let at = 0; at < options.length; at++)
    if (at !== except && (best < 0 || options[at].total > options[best].total)) best = at
  return best
}
