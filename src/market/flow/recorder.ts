/**
 * Keeps where the orders of a few buyers begin and where they are paid: a byte a buyer and day. It reads the state after
 * each day and never writes it. Who is looked at hangs on the state of one day alone, and an occasion has one noise in
 * every world of a seed, so that two worlds can be laid side by side, buyer by buyer.
 */
import type { Draws, Values, World } from '../../engine/index.ts'
import { drawsOf, keyOf, seedKey, viewsOf } from '../../engine/index.ts'
import type { MarketInput } from '../input.ts'
import { BLOCK, blocks, buyers, levels, occasions } from '../populations/index.ts'
import { venues } from '../tables/index.ts'
import { flowByte, type Source } from './byte.ts'
import { FLOW, FLOW_DRAWS, sampleOf } from './sample.ts'

/** Buyers looked at, or all there are. */
export const FLOW_SAMPLE = 150

export interface Flow {
  /** Rows of the sampled buyers, in ascending order; none before the first day. */
  readonly buyers: Uint32Array
  /** Buyers of a day in `bytes`. */
  readonly width: number
  /** Of day d and buyer number n at `d * width + n`, for `placeOf`; 0 before the first day. */
  readonly bytes: Uint8Array
  /** Sees a day after it was stepped. */
  observe(day: number): void
}

export interface FlowOptions {
  /** The first day looked at, after which the sample is drawn; 0 where left out. */
  readonly first?: number
  /** Rows of the venues that the question is about: buyers with an account there come first. */
  readonly about?: readonly number[]
  /** The flow of the other world, or of the run from whose state this one starts: its buyers and days are taken over. */
  readonly from?: Pick<Flow, 'buyers' | 'bytes'>
}

const WATCHED = {
  found: blocks.occasions,
  buyerOf: occasions.buyer,
  noise: occasions.noise,
  feed: occasions.feed,
  route: occasions.route,
  bought: occasions.bought,
  online: venues.online,
  accounts: buyers.accounts,
  activityLevel: buyers.activity,
  affinityLevel: buyers.affinity,
  activity: levels.activity,
  affinity: levels.affinity,
} as const

type Watched = { readonly [name in keyof typeof WATCHED]: Values }

/** The state that is looked at, who is looked at in it, and what is kept. */
interface Watch {
  readonly c: Watched
  readonly draws: Draws<typeof FLOW_DRAWS>
  readonly about: readonly number[]
  readonly width: number
  readonly venues: number
  /** Occasions that a block has room for. */
  readonly room: number
  readonly bytes: Uint8Array
  sample: Uint32Array
  /** By buyer, the number in the sample. */
  places: ReadonlyMap<number, number>
  /** Blocks with a sampled buyer. */
  looked: readonly number[]
}

/** @param options which buyers, and from when on */
export function createFlow(
  world: World,
  input: MarketInput,
  seed: string,
  { first = 0, about = [], from }: FlowOptions = {},
): Flow {
  const width = Math.min(FLOW_SAMPLE, input.size.buyers)
  const { counts } = world
  const watch: Watch = {
    c: viewsOf(world, WATCHED),
    draws: drawsOf(FLOW_DRAWS, { run: keyOf(seedKey(seed), FLOW) }, counts),
    about,
    width,
    venues: counts.venues,
    room: counts.occasions / counts.blocks,
    bytes: new Uint8Array(input.days * width),
    sample: new Uint32Array(0),
    places: new Map(),
    looked: [],
  }
  if (from && from.buyers.length > 0) look(watch, from.buyers)
  if (from) watch.bytes.set(from.bytes.subarray(0, watch.bytes.length))
  return {
    get buyers() {
      return watch.sample
    },
    width,
    bytes: watch.bytes,
    observe(day) {
      if (day < first) return
      if (watch.sample.length === 0) look(watch, sampleOf(watch))
      observe(watch, day)
    },
  }
}

function look(watch: Watch, sample: Uint32Array): void {
  watch.sample = sample
  watch.places = new Map([...sample].map((buyer, nth) => [buyer, nth]))
  watch.looked = [...new Set([...sample].map((buyer) => Math.floor(buyer / BLOCK)))]
}

function observe(watch: Watch, day: number): void {
  const { c, room, width, places, looked, bytes } = watch
  const today = bytes.subarray(day * width, (day + 1) * width)
  today.fill(0)
  /** The noise of the order that is kept of a buyer's day. */
  const largest = new Float64Array(width).fill(-1)
  for (const block of looked) {
    const end = block * room + c.found[block]
    for (let row = block * room; row < end; row++) {
      const nth = places.get(c.buyerOf[row])
      if (nth !== undefined) keep(watch, row, nth, today, largest)
    }
  }
}

/** Of several orders of a day that of the largest noise is kept: no source is preferred. */
function keep(
  { c, venues: venueCount }: Watch,
  row: number,
  nth: number,
  today: Uint8Array,
  largest: Float64Array,
): void {
  const impulse = c.feed[row] > 0
  // An exposure that was not taken up is no occasion.
  if (impulse && c.route[row] === 0) return
  const listing = c.bought[row]
  if (listing < 0) {
    if (today[nth] === 0) today[nth] = flowByte('none', 0)
    return
  }
  if (c.noise[row] <= largest[nth]) return
  largest[nth] = c.noise[row]
  const venue = listing % venueCount
  const source: Source = impulse ? 'feed' : c.online[venue] ? 'search' : 'street'
  today[nth] = flowByte(source, venue + 1)
}
