/** An occasion to buy, as its buyer meets it. */
import { choiceSet } from '../rules/shopping/choice-set.ts'
import { venueAppeal } from '../rules/shopping/venue-appeal.ts'
import { momentOf, venueChoice } from '../rules/shopping/venue-choice.ts'
import { openToPlans, subsidyPaid } from '../tables/index.ts'
import type { Part, What } from './decision.ts'
import { type Sight, sceneOf } from './sight.ts'

/** What all occasions of a day have before them, after venue-appeal and before venue-choice. */
export function shoppingOf(sight: Sight) {
  const appeal = sceneOf(sight, venueAppeal)
  const choice = sceneOf(sight, venueChoice)
  const set = choiceSet(choice.c, choice.count, choice.draws.tastes.lane)
  return { sight, count: sight.world.counts, appeal: appeal.c, choice: choice.c, set }
}

export type Shopping = ReturnType<typeof shoppingOf>

export interface Occasion {
  /** Row of the occasion. */
  readonly row: number
  readonly buyer: number
  readonly category: number
  readonly region: number
  readonly incomeClass: number
  /** Feed in which the buyer is exposed; -1 of a plan. */
  readonly feed: number
  /** A plan in the place of an impulse order, which is a purchase for sure. */
  readonly returned: boolean
  readonly noise: number
  /** Part of the day that has passed. */
  readonly moment: number
  readonly accounts: number
  readonly shopper: boolean
  /** Price sensitivity, 1/kRp. */
  readonly alpha: number
  readonly market: number
  readonly cell: number
}

export function occasionAt({ choice: c, count, set }: Shopping, row: number): Occasion {
  const buyer = c.buyerOf[row]
  const category = c.categoryOf[row]
  const region = c.regionOf[buyer]
  const incomeClass = c.classOf[buyer]
  const market = category * count.regions + region
  const noise = c.noiseOf[row] | 0
  return {
    row,
    buyer,
    category,
    region,
    incomeClass,
    feed: c.feedOf[row] - 1,
    returned: c.returnedOf[row] > 0,
    noise,
    moment: set.partOfDay ? momentOf(noise) : 0,
    accounts: c.accountsOf[buyer] | 0,
    shopper: c.shopper[buyer] > 0,
    alpha: c.sensitivity[incomeClass * count.categories + category],
    market,
    cell: market * count.classes + incomeClass,
  }
}

/** Rows of the occasions of a day, of one buyer or of all. */
export function occasionsOf({ choice: c, count }: Shopping, buyer?: number): number[] {
  const room = count.occasions / count.blocks
  const rows: number[] = []
  for (let block = 0; block < count.blocks; block++)
    for (let row = block * room; row < block * room + c.occasionCount[block]; row++)
      if (buyer === undefined || c.buyerOf[row] === buyer) rows.push(row)
  return rows
}

/** A buyer's way to goods is dearer or cheaper at one venue than it is: tried to find what would flip a choice. */
export interface Cheaper {
  readonly venue: number
  /** kRp an order. */
  readonly by: number
}

/** What goods at the end of a route are worth to an exposure: what is on show, less the way to it and to one's door. */
export function goodsOf(
  { appeal: c, count }: Shopping,
  { market, category, region, incomeClass, alpha }: Occasion,
  route: number,
  cheaper?: Cheaper,
): Part[] {
  const venue = c.routeTo[route]
  const list = c.firstList[route] + (c.byRegion[route] ? market : category)
  const at = list * count.classes + incomeClass
  const aKRp = alpha / c.dissimilarity[c.nestOf[venue]] / c.pieces[venue]
  return [
    { part: 'goods', value: c.intrinsicValue[at] },
    { part: 'popular', value: c.inclusiveValue[at] - c.intrinsicValue[at] },
    { part: 'link', value: -c.friction[route] },
    { part: 'delivery', value: c.courier[venue] ? -aKRp * c.delivery[region] : 0 },
    { part: 'trip', value: c.trip[venue] ? -aKRp * c.tripCost[region] : 0 },
    { part: 'subsidy', value: aKRp * subsidyPaid(c, venue) },
    ...(cheaper?.venue === venue ? [{ part: 'cheaper', value: aKRp * cheaper.by }] : []),
  ]
}

/** The same to a plan, with what the venue is liked for today. */
export function wayOf(shopping: Shopping, occasion: Occasion, route: number, cheaper?: Cheaper) {
  const { appeal: c, count } = shopping
  const { market, category } = occasion
  const venue = c.routeTo[route]
  const shown = c.shared[route] ? c.routeFrom[route] : venue
  const lambda = c.dissimilarity[c.nestOf[venue]]
  return [
    ...goodsOf(shopping, occasion, route, cheaper),
    { part: 'liking', value: c.venueTaste[category * count.venues + shown] },
    { part: 'doubleDate', value: c.pull[venue] * c.doubleDate[0] },
    { part: 'event', value: c.isEvent[venue] ? c.eventPull[market] / lambda : 0 },
  ]
}

/** Whether a plan may go by a route at its moment. */
export const admits = (
  { appeal: c, set }: Shopping,
  { accounts, moment }: Occasion,
  {
    route,
    needed,
    login,
  }: { readonly route: number; readonly needed: number; readonly login: number },
): boolean =>
  ((accounts & needed) === needed || (accounts & login) !== 0) &&
  openToPlans(c, route) > 0 &&
  (!set.partOfDay || moment < openToPlans(c, route))

/** The goods at a checkout, through the feed of another venue where the route leads there from it. */
export const checkoutOf = (
  { appeal: c }: Shopping,
  route: number,
): Extract<What, { is: 'checkout' }> => ({
  is: 'checkout',
  row: c.routeTo[route],
  front: c.routeFrom[route],
})

export const sum = (parts: readonly Part[]): number =>
  parts.reduce((total, { value }) => total + value, 0)

export const scaled = (parts: readonly Part[], factor: number): Part[] =>
  parts.map(({ part, value }) => ({ part, value: factor * value }))

/** What would have had to be dearer or cheaper: the delivery or the trip as far as it has a cost, else the order as a whole. */
export function leverOf(
  { appeal: c }: Shopping,
  { region }: Occasion,
  venue: number,
  change: number,
): 'delivery' | 'trip' | 'order' {
  const [lever, cost] = c.courier[venue]
    ? (['delivery', c.delivery[region]] as const)
    : c.trip[venue]
      ? (['trip', c.tripCost[region]] as const)
      : (['order', 0] as const)
  return -change > cost ? 'order' : lever
}
