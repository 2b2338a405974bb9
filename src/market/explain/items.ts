/** Which item is ordered, of those that a buyer looks at in a ranked list (item-choice, consideration). */
import { fraction, GUMBEL, log, mix, quotient } from '../../engine/index.ts'
import { enlist, feed, rankedList, scratchFor } from '../rules/feeds/feed.ts'
import { jointUtility, shareOfOther } from '../rules/feeds/twins.ts'
import { listOf } from '../rules/shopping/consideration.ts'
import { itemChoice } from '../rules/shopping/item-choice.ts'
import { ITEMS, LOOKS, TWIN } from '../rules/shopping/occasion-words.ts'
import {
  bestOf,
  type Decision,
  type Flip,
  type Option,
  optionOf,
  type Part,
  type What,
} from './decision.ts'
import { nearest } from './nearest.ts'
import { type Occasion, scaled } from './occasion.ts'
import { type Sight, sceneOf } from './sight.ts'

const MOST = 1e5
const FIRST = 0.01
const TOLD = 3
/** Items next to the chosen one of which is asked what would have flipped the choice. */
const TRIED = 5

/** Lists as they stand, and as they were made on Monday. */
export function shelvesOf(sight: Sight, monday: Sight) {
  const { c } = sceneOf(sight, itemChoice)
  const made = sceneOf(monday, feed)
  return { c, made: made.c, count: sight.world.counts, meanPopularity: new Map<number, number>() }
}

export type Shelves = ReturnType<typeof shelvesOf>

/** An item that is drawn, with what it is worth; `slot` is where it lies in the list. */
interface Drawn {
  readonly listing: number
  readonly slot: number
  readonly option: Option
}

/** The price of one listing lower than it is, kRp a piece. */
interface Lower {
  readonly listing: number
  readonly by: number
}

/** What a position of a list or the other half of its pair holds. */
interface Held {
  readonly listing: number
  readonly utility: number
  readonly price: number
  readonly live: number
}

const heldIn = ({ c }: Shelves, slot: number): Held => ({
  listing: c.slotListing[slot],
  utility: c.utility[slot],
  price: c.price[slot],
  live: c.slotLive[slot],
})

const twinIn = ({ c }: Shelves, slot: number): Held => ({
  listing: c.twinListing[slot] - 1,
  utility: c.twinUtility[slot],
  price: c.twinPrice[slot],
  live: c.twinLive[slot],
})

interface Looking {
  readonly list: number
  readonly draws: number
  readonly whole: boolean
  readonly affinity: number
  /** Log odds a kRp. */
  readonly a: number
}

function lookingOf(
  { c, count }: Shelves,
  { buyer, category, region, alpha }: Occasion,
  route: number,
): Looking {
  const list = listOf(c, route, category, region, count.regions)
  const nest = c.nestOf[c.routeTo[route]]
  const whole = c.covered[list] === 1
  return {
    list,
    whole,
    draws: (whole ? c.members[list] : c.listingsSeen[nest]) | 0,
    affinity: c.streamed[list] ? c.relativeAffinity[c.affinityLevel[buyer]] * c.meanAffinity[0] : 0,
    a: alpha / c.dissimilarity[nest],
  }
}

/** What an item is worth by itself, but for luck. */
function partsOf({ utility, price, live, listing }: Held, { a, affinity }: Looking, lower?: Lower) {
  const by = lower?.listing === listing ? lower.by : 0
  return [
    { part: 'item', value: utility },
    { part: 'price', value: -a * (price - by) },
    { part: 'live', value: affinity > 0 ? affinity * live : 0 },
  ]
}

const total = (parts: readonly Part[]) => parts.reduce((sum, { value }) => sum + value, 0)

/** Each draw of the consideration set, in its order. */
function drawsOf(shelves: Shelves, occasion: Occasion, looking: Looking, lower?: Lower): Drawn[] {
  const { c, count } = shelves
  const { list, whole, draws } = looking
  const room = quotient(count.slots, count.lists)
  const base = list * room
  const shift = Math.clz32(room) + 1
  const noise = mix(occasion.noise ^ ITEMS)
  const tau = c.copyDissimilarity[occasion.category]
  return Array.from({ length: draws }, (_, draw) => {
    const key = whole ? c.slotListing[base + draw] : draw
    const word = mix(noise + Math.imul(key + 1, LOOKS))
    const slot = base + (whole ? draw : word >>> shift)
    const luck = { part: 'luck', value: GUMBEL[word & 4095] }
    const own = heldIn(shelves, slot)
    const parts = [...partsOf(own, looking, lower), luck]
    if (c.twins[list] !== 1 || c.twinListing[slot] === 0)
      return { listing: own.listing, slot, option: optionOf(listingOf(shelves, own), parts) }
    const twin = twinIn(shelves, slot)
    const others = [...partsOf(twin, looking, lower), luck]
    const [mine, theirs] = [total(parts), total(others)]
    const turns = fraction(mix(word ^ TWIN)) < shareOfOther(mine, theirs, tau)
    const joint = jointUtility(mine, theirs, tau) + c.part[slot]
    const taken = turns ? others : parts
    const held = turns ? twin : own
    const pair = { part: 'pair', value: joint - total(taken) }
    return {
      listing: held.listing,
      slot,
      option: optionOf(listingOf(shelves, held), [...taken, pair]),
    }
  })
}

const listingOf = ({ count }: Shelves, { listing }: Held): What => ({
  is: 'listing',
  seller: quotient(listing, count.venues),
  venue: listing % count.venues,
})

/** The best draw of each item, in the order in which they are found. */
function itemsOf(draws: readonly Drawn[]): Drawn[] {
  const items = new Map<number, Drawn>()
  for (const drawn of draws) {
    const known = items.get(drawn.listing)
    if (known === undefined || drawn.option.total > known.option.total)
      items.set(drawn.listing, drawn)
  }
  return [...items.values()]
}

const chosenOf = (items: readonly Drawn[]): Drawn | undefined =>
  items[bestOf(items.map(({ option }) => option))]

/** Mean popularity of the firms in a list when it was made. */
function popularityIn({ made: c, count, meanPopularity }: Shelves, list: number): number {
  const known = meanPopularity.get(list)
  if (known !== undefined) return known
  const room = quotient(count.slots, count.lists)
  const ranked = rankedList(c, list, room)
  enlist(c, count, ranked, scratchFor(room, count.sellers))
  meanPopularity.set(list, ranked.meanPopularity)
  return ranked.meanPopularity
}

/**
 * What makes an item good, as its list was made on Monday. The rest corrects for how often it is shown; where the whole list is
 * seen it is the firms that the listing stands for.
 */
function goodnessOf(shelves: Shelves, { list, whole }: Looking, what: What, worth: number): Part[] {
  if (what.is !== 'listing') return []
  const { made: c, count } = shelves
  const { seller, venue } = what
  const category = c.category[list]
  const scale = c.tasteScale[c.nestOf[venue]]
  const mean = popularityIn(shelves, list)
  const own = c.ownLabel[seller] === venue + 1
  const foreign = c.foreign[seller]
  const relative = mean > 0 ? log(1 + c.popularity[seller * count.venues + venue] / mean) : 0
  const parts = [
    ...scaled(
      [
        { part: 'quality', value: own ? c.labelQuality[seller] : c.quality[seller] },
        { part: 'marketing', value: c.marketing[seller] },
        { part: 'licence', value: c.marketplace[venue] ? c.licence[seller] : 0 },
        {
          part: 'origin',
          value: c.localPreference[category] * (1 - foreign) + c.importDiscount[category] * foreign,
        },
        {
          part: 'waiting',
          value: c.madeToOrder[seller] ? -c.waitingCost[category] * c.wait[seller] : 0,
        },
      ],
      scale,
    ),
    { part: 'popular', value: c.popularityTaste[category] * relative },
  ]
  return [...parts, { part: whole ? 'standsFor' : 'shown', value: worth - total(parts) }]
}

/** The same option with the item itself taken apart. */
function takenApart(shelves: Shelves, looking: Looking, { option }: Drawn): Option {
  const [item, ...rest] = option.parts
  return { ...option, parts: [...goodnessOf(shelves, looking, option.what, item.value), ...rest] }
}

function flipsOf(
  shelves: Shelves,
  occasion: Occasion,
  looking: Looking,
  items: readonly Drawn[],
  chosen: Drawn,
): Flip[] {
  const at = (lower: Lower) =>
    chosenOf(itemsOf(drawsOf(shelves, occasion, looking, lower))) as Drawn
  const near = [...items].sort((one, other) => other.option.total - one.option.total)
  return near
    .slice(0, TRIED)
    .flatMap((item): Flip[] => {
      const { listing } = item
      const first = listing === chosen.listing ? -FIRST : FIRST
      const differs = (by: number) => at({ listing, by }).listing !== chosen.listing
      const by = nearest(differs, first, MOST)
      if (by === undefined) return []
      const then = at({ listing, by }).option.what
      return [{ lever: 'price', of: item.option.what, change: -by, unit: 'kRp', leadsTo: then }]
    })
    .sort((one, other) => Math.abs(one.change) - Math.abs(other.change))
    .slice(0, TOLD)
}

export interface ItemExplained {
  readonly decision: Decision
  /** The listing ordered; -1 where there is none. */
  readonly listing: number
}

export function explainItem(
  shelves: Shelves,
  occasion: Occasion,
  route: number,
  step: number,
  flips: boolean,
): ItemExplained {
  const { c } = shelves
  const looking = lookingOf(shelves, occasion, route)
  const items = itemsOf(drawsOf(shelves, occasion, looking))
  const chosen = chosenOf(items)
  const options = items.map((item) => takenApart(shelves, looking, item))
  const at = chosen === undefined ? -1 : items.indexOf(chosen)
  const decision: Decision = {
    kind: 'item',
    step,
    about: [
      { is: 'category', row: occasion.category },
      { is: 'checkout', row: c.routeTo[route], front: c.routeTo[route] },
    ],
    seen: [
      { fact: 'seen', value: items.length, unit: 'listings' },
      { fact: 'listed', value: c.members[looking.list], unit: 'listings' },
    ],
    unit: 'log odds',
    worth: 1 / looking.a,
    options,
    chosen: at,
    runnerUp: bestOf(options, at),
    flips: !flips || chosen === undefined ? [] : flipsOf(shelves, occasion, looking, items, chosen),
  }
  return { decision, listing: chosen?.listing ?? -1 }
}
