import {
  before,
  type Counts,
  daily,
  drawn,
  flag,
  type Named,
  number,
  rule,
  share,
} from '../../../engine/index.ts'
import { classes, listings, markets, sellers } from '../../populations/index.ts'
import { categories, feeOfPiece, firms, nests, venues } from '../../tables/index.ts'
import { targetStock } from '../money/target-stock.ts'
import { ALMOST_ALL } from '../numerics.ts'
import { stretchOf } from '../stretch.ts'
import { priceOf, rateDue } from './net-revenue.ts'

/**
 * Rule R1: the mark-up goes a part of the way to the logit first-order condition of its owner,
 *   D    = 1 - (1 - lambda) S_o|n - lambda S_o
 *   mu*  = lambda / ( alpha D ),   mu' = mu + eta D ( mu* + nu mu (S* - S)/S* - mu )
 *   p    = (c + F) / (1 - f - b s) + mu
 * with S_o the owner's share of all occasions of its market and S_o|n its share within the nest. A small firm
 * has D = 1 and charges lambda / alpha. Anderson, de Palma and Thisse 1992. As the mark-up of one with a large
 * share rises, its share and mu* fall, in plain logit by s/(1 - s) for one of mark-up. D = 1 - s is the step of
 * Newton's method on that condition: near it owners of every size go the part eta of the way. The price without
 * mark-up is that at which net revenue is cost, s the share of orders on which creators are paid.
 * In a venue that is announced to close, stock is sold off at a discount. Sellers who price at cost plus heed no share
 * and no stock: their mark-up is a fixed percentage of unit cost, `percentageOverCost`.
 */
export const pricing = rule({
  name: 'pricing',
  does: 'sellers review mark-ups and set prices',
  every: 'week',
  over: categories,
  reads: {
    category: sellers.category,
    owner: sellers.owner,
    entrant: sellers.entrant,
    perceivedSensitivity: sellers.perceivedSensitivity,
    unitCost: sellers.unitCost,
    offered: sellers.creatorCommission,
    stock: before(sellers.stock),
    expected: sellers.expected,
    madeToOrder: sellers.madeToOrder,
    share: sellers.share,
    plannedWeek: before(markets.plannedWeek),
    byNestWeek: before(markets.byNestWeek),
    commissioned: listings.commissioned,
    open: listings.open,
    nestOf: venues.nest,
    commission: venues.commission,
    flatFee: venues.flatFee,
    pieces: venues.pieces,
    closing: venues.closing,
    dissimilarity: nests.dissimilarity,
    sensitivity: classes.sensitivity,
    meanPrice: categories.meanPrice,
    leadTime: firms.leadTime,
    safetyStock: firms.safetyStock,
    unlimited: firms.unlimited,
  },
  writes: { markup: listings.markup, price: listings.price },
  parameters: {
    costPlus: flag({
      label: 'Prices are unit cost plus a fixed percentage',
      default: false,
      source:
        'given: a variant of the model, in which no seller heeds demand; off, mark-ups are reviewed',
      grade: 'given',
    }),
    adjustment: share({
      label: 'Adjustment rate at a review (eta)',
      default: 0.4,
      source:
        'assumption: two fifths of the gap at a review, most of it in three: who raises prices alone loses buyers; 0.1 (a year) to 1 (at once)',
      grade: 'assumption',
    }),
    reviews: number({
      label: 'Rate of price reviews',
      unit: '1/week',
      default: 0.25,
      range: [0, 1],
      source:
        'assumption: once a month, with the change of goods; 0.08 (every quarter) to 1 (every week)',
      grade: 'assumption',
    }),
    inventoryPressure: share({
      label: 'Response of the mark-up to unsold stock (nu)',
      default: 0.05,
      range: [0, 0.1],
      source:
        'assumption: an empty store raises the mark-up by 5 %, one of twice the target lowers it by 5 %; 0 (prices heed no stock) to 0.1',
      grade: 'assumption',
    }),
    clearance: share({
      label: 'Mark-up reduction at a venue announced to close',
      default: 0.3,
      source:
        'assumption: three tenths of the mark-up, to be rid of what the shop cannot sell later; 0 (it sells elsewhere) to 1 (at cost)',
      grade: 'assumption',
    }),
    largeShare: share({
      label: 'Market-share threshold for strategic pricing',
      default: 0.01,
      source:
        'assumption: a number of the computation: below it the plain mark-up stands, which at a share of 1 % in a nest of half of the market is 1.5 % too low; 0.001 to 0.05 (8 %)',
      grade: 'assumption',
    }),
    largestPart: number({
      label: 'Largest part of a price that is mark-up, of sellers who price at cost plus',
      unit: 'share',
      default: 0.9,
      range: [0.1, 0.99],
      source: 'assumption: nine tenths, however little buyers heed prices; 0.5 to 0.95',
      grade: 'assumption',
    }),
  },
  draws: { reviews: daily('Reviews its mark-ups') },
  step(c, p, { day, from, to, draws, count }) {
    const {
      venues: venueCount,
      nests: nestCount,
      categories: categoryCount,
      classes: classCount,
    } = count
    const { first, last } = stretchOf(c.category, from, to)
    const nestShare = nestShares(c, count, from, to)
    const owned = ownedShares(c, count)
    const middle = Math.floor(classCount / 2)
    for (let seller = first; seller < last; seller++) {
      const category = c.category[seller]
      const reviews = day > 0 && !c.entrant[seller] && drawn(draws.reviews, seller) < p.reviews
      const alpha =
        c.sensitivity[middle * categoryCount + category] * c.perceivedSensitivity[seller]
      const target = targetStock(c.expected[seller], c.leadTime[0], c.safetyStock[0])
      const hasStock = !c.unlimited[0] && !c.madeToOrder[seller] && target > 0
      const glut = hasStock ? Math.max(-1, Math.min(1, (target - c.stock[seller]) / target)) : 0
      for (let venue = 0; venue < venueCount; venue++) {
        const nest = c.nestOf[venue]
        const listing = seller * venueCount + venue
        if (!c.open[listing]) continue
        const lambda = c.dissimilarity[nest]
        if (c.markup[listing] === 0) c.markup[listing] = lambda / alpha
        if (c.entrant[seller]) c.markup[listing] = lambda / alpha
        if (c.markup[listing] < 0) continue // a fixed price
        if (p.costPlus) {
          const average =
            lambda / (c.sensitivity[middle * categoryCount + category] * c.meanPrice[category])
          c.markup[listing] = percentageOverCost(average, p.largestPart) * c.unitCost[seller]
        } else if (reviews) {
          // A row that stands for less than a firm could be counted with more than the whole market.
          const own = Math.min(ALMOST_ALL, owned[c.owner[seller] * nestCount + nest])
          const inNest = nestShare[category * nestCount + nest]
          const slack = slackOf(lambda, own, inNest, p.largeShare)
          const aim = lambda / (alpha * slack) + p.inventoryPressure * c.markup[listing] * glut
          c.markup[listing] += p.adjustment * slack * (aim - c.markup[listing])
        }
        const rate = rateDue(c, seller, venue, count)
        const cut = c.closing[venue] ? 1 - p.clearance : 1
        const least = priceOf(c.unitCost[seller], rate, feeOfPiece(c, venue))
        c.price[listing] = least + c.markup[listing] * cut
      }
    }
  },
})

/** Share of planned occasions that go to a nest, by category and nest, for the categories of a slice. */
function nestShares(
  c: Named<'plannedWeek' | 'byNestWeek'>,
  { nests: nestCount, categories: categoryCount, regions: regionCount }: Counts,
  from: number,
  to: number,
): Float64Array {
  const shares = new Float64Array(categoryCount * nestCount)
  for (let category = from; category < to; category++) {
    const planned = new Float64Array(nestCount)
    let all = 0
    for (let market = category * regionCount; market < (category + 1) * regionCount; market++) {
      all += c.plannedWeek[market]
      for (let nest = 0; nest < nestCount; nest++)
        planned[nest] += c.byNestWeek[market * nestCount + nest]
    }
    for (let nest = 0; nest < nestCount; nest++)
      shares[category * nestCount + nest] = all > 0 ? planned[nest] / all : 0
  }
  return shares
}

/** What owners have of all occasions of their market, with all that they own, by owner and nest. */
function ownedShares(
  c: Named<'owner' | 'share'>,
  { sellers, nests: nestCount }: Counts,
): Float64Array {
  const owned = new Float64Array(sellers * nestCount)
  for (let seller = 0; seller < sellers; seller++)
    for (let nest = 0; nest < nestCount; nest++)
      owned[c.owner[seller] * nestCount + nest] += c.share[seller * nestCount + nest]
  return owned
}

/** D = 1 - (1 - lambda) S_o|n - lambda S_o of an owner with a share S_o of a market; 1 of a small one. */
export function slackOf(lambda: number, own: number, inNest: number, largeShare: number): number {
  const large = own > largeShare && inNest > 0
  const within = large ? Math.min(1, own / inNest) : 0
  return 1 - (1 - lambda) * within - (large ? lambda * own : 0)
}

/**
 * Mark-up over unit cost, a ratio, of sellers who price at cost plus: that of a small firm at the mean price of its goods.
 * @param part what that firm's mark-up lambda / alpha is of the mean price
 * @param largest what a mark-up is of a price at most
 */
export function percentageOverCost(part: number, largest: number): number {
  const held = Math.min(largest, part)
  return held / (1 - held)
}
