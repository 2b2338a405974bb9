/** What a seller asks for his goods at each of his shops this week (pricing). */
import { drawn } from '../../engine/index.ts'
import { targetStock } from '../rules/money/target-stock.ts'
import { priceOf, rateDue } from '../rules/prices/net-revenue.ts'
import { percentageOverCost, pricing, slackOf } from '../rules/prices/pricing.ts'
import { feeOfPiece } from '../tables/index.ts'
import { type Decision, type Flip, optionOf, type Part } from './decision.ts'
import { type Sight, sceneOf } from './sight.ts'

/** Prices are kept in 32 bits. */
const { fround } = Math

type Scene = ReturnType<typeof scene>

const scene = (before: Sight) => sceneOf(before, pricing)

/** The owner's share of all occasions of the market by nest, and that of the nest. */
function sharesOf({ c, count }: Scene, seller: number, nest: number) {
  const { nests: nestCount, regions: regionCount } = count
  const category = c.category[seller]
  let owned = 0
  for (let other = 0; other < count.sellers; other++)
    if (c.owner[other] === c.owner[seller]) owned += c.share[other * nestCount + nest]
  let [all, planned] = [0, 0]
  for (let market = category * regionCount; market < (category + 1) * regionCount; market++) {
    all += c.plannedWeek[market]
    planned += c.byNestWeek[market * nestCount + nest]
  }
  return { own: Math.min(0.999, owned), inNest: all > 0 ? planned / all : 0 }
}

/** How much more or less is in stock than a seller wants: 1 nothing, -1 twice as much. */
function glutOf({ c }: Scene, seller: number): number {
  const target = targetStock(c.expected[seller], c.leadTime[0], c.safetyStock[0])
  const hasStock = !c.unlimited[0] && !c.madeToOrder[seller] && target > 0
  return hasStock ? Math.max(-1, Math.min(1, (target - c.stock[seller]) / target)) : 0
}

interface Markups {
  /** That of last week, or where he begins. */
  readonly before: number
  /** That which he is on his way to. */
  readonly aim: number
  readonly now: number
}

function markupsOf(scene: Scene, seller: number, venue: number, reviews: boolean): Markups {
  const { c, p, count } = scene
  const category = c.category[seller]
  const middle = Math.floor(count.classes / 2)
  const sensitivity = c.sensitivity[middle * count.categories + category]
  const alpha = sensitivity * c.perceivedSensitivity[seller]
  const nest = c.nestOf[venue]
  const lambda = c.dissimilarity[nest]
  const kept = c.markup[seller * count.venues + venue]
  const before = kept === 0 || c.entrant[seller] ? fround(lambda / alpha) : kept
  if (before < 0) return { before, aim: before, now: before }
  if (p.costPlus) {
    const average = lambda / (sensitivity * c.meanPrice[category])
    const now = percentageOverCost(average, p.largestPart) * c.unitCost[seller]
    return { before, aim: now, now: fround(now) }
  }
  const { own, inNest } = sharesOf(scene, seller, nest)
  const slack = slackOf(lambda, own, inNest, p.largeShare)
  const aim = lambda / (alpha * slack) + p.inventoryPressure * before * glutOf(scene, seller)
  return {
    before,
    aim,
    now: reviews ? fround(before + p.adjustment * slack * (aim - before)) : before,
  }
}

/** A price by what it is made of: cost, what is due of it, and mark-up. */
function partsOf({ c, p, count }: Scene, seller: number, venue: number, markup: number): Part[] {
  const cost = c.unitCost[seller]
  const commission = c.commission[venue * count.categories + c.category[seller]]
  const rate = rateDue(c, seller, venue, count)
  const flat = feeOfPiece(c, venue)
  const least = priceOf(cost, rate, flat)
  const due = least - cost - flat
  return [
    { part: 'cost', value: cost },
    { part: 'flatFee', value: flat },
    { part: 'commission', value: rate > 0 ? (due * commission) / rate : 0 },
    { part: 'creators', value: rate > 0 ? due * (1 - commission / rate) : 0 },
    { part: 'markup', value: markup },
    { part: 'clearance', value: c.closing[venue] ? -markup * p.clearance : 0 },
  ]
}

export interface PriceExplained {
  readonly venue: number
  /** As it is kept. */
  readonly price: number
  readonly decision: Decision
}

/** @param before the rule */
export function explainPrices(before: Sight, seller: number): PriceExplained[] {
  const at = scene(before)
  const { c, p, draws, count, day } = at
  const reviews = day > 0 && !c.entrant[seller] && drawn(draws.reviews, seller) < p.reviews
  const told: PriceExplained[] = []
  for (let venue = 0; venue < count.venues; venue++) {
    const listing = seller * count.venues + venue
    if (!c.open[listing]) continue
    const last = c.price[listing]
    const markups = markupsOf(at, seller, venue, reviews)
    // A fixed price.
    if (markups.before < 0) continue
    const option = (is: 'set' | 'kept' | 'aim', markup: number) =>
      optionOf({ is }, partsOf(at, seller, venue, markup))
    const set = option(markups.now === markups.before ? 'kept' : 'set', markups.now)
    const aim = option('aim', markups.aim)
    const kept = option('kept', markups.before)
    const options = markups.now === markups.before ? [set, aim] : [set, kept, aim]
    const price = priceWith(at, seller, venue, markups.now)
    const decision: Decision = {
      kind: 'price',
      step: 1,
      about: [{ is: 'venue', row: venue }],
      seen: [
        ...(day > 0 && !p.costPlus
          ? [{ fact: 'reviewsPrice', value: reviews ? 1 : 0, unit: 'yes or no' }]
          : []),
        ...(last > 0 ? [{ fact: 'lastPrice', value: last, unit: 'kRp' }] : []),
      ],
      unit: 'kRp',
      options,
      chosen: 0,
      runnerUp: 1,
      flips:
        last > 0 && Math.abs(price - last) > LEAST
          ? [steady(at, seller, venue, set.total, last)]
          : [],
    }
    told.push({ venue, price, decision })
  }
  return told
}

/** As the rule adds it up. */
function priceWith({ c, p, count }: Scene, seller: number, venue: number, markup: number): number {
  const cut = c.closing[venue] ? 1 - p.clearance : 1
  const least = priceOf(c.unitCost[seller], rateDue(c, seller, venue, count), feeOfPiece(c, venue))
  return fround(least + markup * cut)
}

/** A change of price below a rupiah is none. */
const LEAST = 1e-3

/** The change of unit cost at which the price would have stayed as it was. */
function steady(at: Scene, seller: number, venue: number, price: number, last: number): Flip {
  const { c, p, count } = at
  const rate = rateDue(c, seller, venue, count)
  // Of a mark-up in proportion to cost, cost moves the price by more.
  const slope = p.costPlus
    ? (price - priceOf(0, rate, feeOfPiece(c, venue))) / c.unitCost[seller]
    : 1 / (1 - rate)
  return {
    lever: 'cost',
    of: { is: 'itself' },
    change: (last - price) / slope,
    unit: 'kRp',
    leadsTo: { is: 'samePrice' },
  }
}
