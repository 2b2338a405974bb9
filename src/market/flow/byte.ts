/** What a byte of the flow says of a buyer and a day. */

/** Where the attention for an order began; `none` where nothing was bought. */
export const SOURCES = ['none', 'feed', 'search', 'street'] as const

export type Source = (typeof SOURCES)[number]

/** A venue counts from 1 and has at most 32 rows, as many as a buyer has bits for accounts. */
const VENUE_BITS = 6

export interface FlowPlace {
  readonly source: Source
  /** Row of the venue that was paid; -1 where nothing was bought. */
  readonly venue: number
  /** Whether there was an occasion to buy at all. */
  readonly occasion: boolean
}

/** @param venue from 1; 0 where nothing was bought */
export const flowByte = (source: Source, venue: number): number =>
  // An occasion without an order is no zero, which says that there was none.
  source === 'none' ? 1 : (SOURCES.indexOf(source) << VENUE_BITS) | venue

const WITHOUT_ORDER = 1 << VENUE_BITS

/** Whether something was bought. */
export const isOrder = (byte: number): boolean => byte >= WITHOUT_ORDER

export const placeOf = (byte: number): FlowPlace => ({
  source: SOURCES[byte >> VENUE_BITS],
  venue: isOrder(byte) ? (byte & (WITHOUT_ORDER - 1)) - 1 : -1,
  occasion: byte > 0,
})
