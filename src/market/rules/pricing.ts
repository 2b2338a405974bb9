import { before, number, quotient, rule, share, uniform } from '../../engine/index.ts'
import { classes, listings, markets, sellers } from '../populations/index.ts'
import { categories, firms, nests, venues } from '../tables/index.ts'

/**
 * Rule R1: the mark-up goes a part of the way to the logit first-order condition of its owner,
 *   mu*  = 1 / ( alpha [ 1/lambda - ((1 - lambda)/lambda) S_o|n - S_o ] )
 *   mu'  = mu + eta ( mu* + nu mu (S* - S)/S* - mu ),   p = c / (1 - f - b) + mu
 * with S_o the owner's share of all occasions of its market (smoothed, per real firm) and S_o|n its share
 * within the nest. A small firm charges lambda / alpha. Anderson, de Palma and Thisse 1992.
 * In a venue that is announced to close, stock is sold off at a discount.
 */
export const pricing = rule({
  name: 'pricing',
  does: 'sellers review mark-ups and set prices',
  every: 'week',
  over: sellers,
  whole: true,
  reads: {
    category: sellers.category,
    weight: sellers.weight,
    owner: sellers.owner,
    listed: sellers.listed,
    fresh: sellers.fresh,
    perceived: sellers.perceived,
    unitCost: sellers.unitCost,
    offered: sellers.creatorCommission,
    stock: before(sellers.stock),
    expected: sellers.expected,
    madeToOrder: sellers.madeToOrder,
    soldWeek: before(listings.soldWeek),
    plannedWeek: before(markets.plannedWeek),
    byNestWeek: before(markets.byNestWeek),
    open: listings.open,
    nestOf: venues.nest,
    commission: venues.commission,
    affiliates: venues.affiliates,
    closing: venues.closing,
    dissimilarity: nests.dissimilarity,
    sensitivity: classes.sensitivity,
    impulseShare: categories.impulseShare,
    leadTime: firms.leadTime,
    safetyStock: firms.safetyStock,
    unlimited: firms.unlimited,
  },
  writes: { share: sellers.share, markup: listings.markup, price: listings.price },
  parameters: {
    adjustment: share({
      label: 'Part of the gap closed at a review (eta)',
      default: 0.4,
      source: 'model.md 2.7',
      grade: 'assumption',
    }),
    reviews: number({
      label: 'Chance of a price review',
      unit: '1/week',
      default: 0.25,
      range: [0, 1],
      source: 'model.md 2.7',
      grade: 'assumption',
    }),
    memory: share({
      label: 'Weight of the newest week in the share (rho)',
      default: 0.2,
      source: 'model.md 2.7',
      grade: 'assumption',
    }),
    inventoryPressure: share({
      label: 'Pull of unsold stock on the mark-up (nu)',
      default: 0.05,
      range: [0, 0.1],
      source: 'model.md 2.7',
      grade: 'assumption',
    }),
    clearance: share({
      label: 'Cut of the mark-up in a venue that is announced to close',
      default: 0.3,
      source: 'model.md 3.1',
      grade: 'assumption',
    }),
    largeShare: share({
      label: 'Share of a market from which a firm minds its own size',
      default: 0.01,
      source: 'model.md 2.7',
      grade: 'assumption',
    }),
  },
  step(c, p, { day, from, to, key, count }) {
    const { venues: V, nests: N, categories: C, regions: R, classes: K } = count
    const national = new Float64Array(C)
    const nationalNest = new Float64Array(C * N)
    for (let category = 0; category < C; category++)
      for (let region = 0; region < R; region++) {
        national[category] += c.plannedWeek[category * R + region]
        for (let nest = 0; nest < N; nest++)
          nationalNest[category * N + nest] += c.byNestWeek[(category * R + region) * N + nest]
      }
    const nestShare = nationalNest.map((occasions, at) => {
      const all = national[quotient(at, N)]
      return all > 0 ? occasions / all : 0
    })

    const soldByNest = new Float64Array(N)
    for (let seller = from; seller < to; seller++) {
      const category = c.category[seller]
      soldByNest.fill(0)
      for (let venue = 0; venue < V; venue++)
        soldByNest[c.nestOf[venue]] += c.soldWeek[seller * V + venue]
      for (let nest = 0; nest < N; nest++) {
        const newest =
          national[category] > 0
            ? (soldByNest[nest] * firmsBehind(c.listed[seller], c.weight[seller])) /
              national[category]
            : 0
        const at = seller * N + nest
        // The first week has no past to be smoothed with.
        const memory = day === 7 ? 1 : p.memory
        if (c.fresh[seller]) c.share[at] = 0
        else if (day > 0) c.share[at] += memory * (newest - c.share[at])
      }
    }
    const owned = new Float64Array(count.sellers * N)
    for (let seller = from; seller < to; seller++)
      for (let nest = 0; nest < N; nest++)
        owned[c.owner[seller] * N + nest] += c.share[seller * N + nest]

    const middle = Math.floor(K / 2)
    for (let seller = from; seller < to; seller++) {
      const category = c.category[seller]
      const reviews = day > 0 && !c.fresh[seller] && uniform(key, seller, 0) < p.reviews
      const alpha = c.sensitivity[middle * C + category] * c.perceived[seller]
      const target = (c.leadTime[0] + c.safetyStock[0]) * c.expected[seller]
      const hasStock = !c.unlimited[0] && !c.madeToOrder[seller] && target > 0
      const glut = hasStock ? Math.max(-1, Math.min(1, (target - c.stock[seller]) / target)) : 0
      for (let venue = 0; venue < V; venue++) {
        const nest = c.nestOf[venue]
        const listing = seller * V + venue
        if (!c.open[listing]) continue
        const lambda = c.dissimilarity[nest]
        if (c.markup[listing] === 0) c.markup[listing] = lambda / alpha
        if (c.fresh[seller]) c.markup[listing] = lambda / alpha
        if (c.markup[listing] < 0) continue // a fixed price
        if (reviews) {
          // A row that stands for less than a firm could be counted with more than the whole market.
          const own = Math.min(0.999, owned[c.owner[seller] * N + nest])
          const inNest = nestShare[category * N + nest]
          const large = own > p.largeShare && inNest > 0
          const within = large ? Math.min(1, own / inNest) : 0
          const best =
            1 / (alpha * (1 / lambda - ((1 - lambda) / lambda) * within - (large ? own : 0)))
          const aim = best + p.inventoryPressure * c.markup[listing] * glut
          c.markup[listing] += p.adjustment * (aim - c.markup[listing])
        }
        const commission =
          c.commission[venue * C + category] +
          (c.affiliates[venue] ? c.offered[seller] * c.impulseShare[category] : 0)
        const cut = c.closing[venue] ? 1 - p.clearance : 1
        c.price[listing] = c.unitCost[seller] / (1 - commission) + c.markup[listing] * cut
      }
    }

    /** Orders are those of one firm: a listed seller is one, a sampled one shares them among its firms. */
    function firmsBehind(listed: number, weight: number): number {
      return listed >= 0 ? 1 : 1 / weight
    }
  },
})
