import { exp, log, number, rule, uniform } from '../../engine/index.ts'
import { classes, KIND, listings, STATE, sellers, today } from '../populations/index.ts'
import { categories, households, venues } from '../tables/index.ts'

/**
 * Resellers and traders choose between local and imported goods, at a review:
 *   Pr(import) = logistic( beta ln(pi_imp / pi_loc) + rho (+-1 for the source used last) + iota_c )
 * With the mark-up rule of pricing, profit is proportional to expected sales, so that
 *   ln(pi_imp / pi_loc) = -a (c_imp - c_loc) + q_imp - b_loc     (the logit odds of an otherwise equal listing).
 * Where imported listings are taken off, the profit of imports falls by the mean share taken off at the seller's
 * venues. A source without a supplier is not offered. iota_c is moved while constants are solved, so that the mix
 * stays at its target; then it stands still.
 */
export const sourcing = rule({
  name: 'sourcing',
  does: 'resellers and traders choose between local and imported goods',
  every: 'week',
  over: sellers,
  whole: true,
  reads: {
    kind: sellers.kind,
    category: sellers.category,
    state: sellers.state,
    fresh: sellers.fresh,
    weight: sellers.weight,
    listed: sellers.listed,
    wholesalePrice: sellers.wholesalePrice,
    madeToOrder: sellers.madeToOrder,
    sensitivity: classes.sensitivity,
    localPreference: categories.localPreference,
    importDiscount: categories.importDiscount,
    resellerImports: categories.resellerImports,
    traderImports: categories.traderImports,
    referenceDissimilarity: households.referenceDissimilarity,
    removed: venues.importsRemoved,
    open: listings.open,
    solving: today.solving,
  },
  writes: {
    source: sellers.source,
    supplier: sellers.supplier,
    importSupplier: sellers.importSupplier,
    taste: categories.sourcingTaste,
  },
  parameters: {
    reviews: number({
      label: 'Chance of reviewing the source',
      unit: '1/week',
      default: 0.1,
      range: [0, 1],
      source: 'model.md 2.11',
      grade: 'assumption',
    }),
    switching: number({
      label: 'Chance of taking another supplier',
      unit: '1/week',
      default: 0.02,
      range: [0, 1],
    }),
    response: number({
      label: 'Response to relative profit (beta)',
      unit: 'exponent',
      default: 1,
      range: [0, 5],
      source: 'model.md 2.11 (0.5 to 3)',
      grade: 'assumption',
    }),
    loyalty: number({
      label: 'Pull of the source used last (rho)',
      unit: 'log odds',
      default: 1,
      range: [0, 3],
      source: 'model.md 2.11',
      grade: 'assumption',
    }),
  },
  step(c, p, { day, from, to, key, still, count }) {
    const C = count.categories
    const middle = Math.floor(count.classes / 2)
    const producers = Array.from({ length: C }, (): Suppliers => ({ rows: [], firms: [] }))
    const importers = Array.from({ length: C }, (): Suppliers => ({ rows: [], firms: [] }))
    for (let seller = from; seller < to; seller++) {
      if (c.state[seller] !== STATE.active) continue
      if (c.kind[seller] === KIND.producer && !c.madeToOrder[seller])
        offer(producers[c.category[seller]], seller, c.weight[seller])
      if (c.kind[seller] === KIND.importer)
        offer(importers[c.category[seller]], seller, c.weight[seller])
    }
    let restricted = false
    for (let cell = 0; cell < c.removed.length; cell++) if (c.removed[cell] > 0) restricted = true
    const holdsImports = new Float64Array(C * 2)
    const firms = new Float64Array(C * 2)

    for (let seller = from; seller < to; seller++) {
      const kind = c.kind[seller]
      if (kind === KIND.importer) c.source[seller] = 1
      if (kind !== KIND.reseller && kind !== KIND.trader) continue
      if (c.listed[seller] >= 0 || c.state[seller] === STATE.exited) continue
      const category = c.category[seller]
      const looksAround = day > 0 && uniform(key, seller, 4) < p.switching
      link(seller, c.supplier, producers[category], 2, looksAround)
      link(seller, c.importSupplier, importers[category], 3, looksAround)
      const local = c.supplier[seller]
      const foreign = c.importSupplier[seller]
      const merchant = kind === KIND.reseller ? 0 : 1
      if (c.fresh[seller]) {
        const target = merchant === 0 ? c.resellerImports[category] : c.traderImports[category]
        c.source[seller] = foreign >= 0 && (local < 0 || uniform(key, seller, 1) < target) ? 1 : 0
      } else if (day > 0 && uniform(key, seller, 0) < p.reviews) {
        if (foreign < 0) c.source[seller] = 0
        else if (local < 0) c.source[seller] = 1
        else {
          const advantage =
            -(c.sensitivity[middle * C + category] / c.referenceDissimilarity[0]) *
              (c.wholesalePrice[foreign] - c.wholesalePrice[local]) +
            c.importDiscount[category] -
            c.localPreference[category] +
            (restricted ? log(1 - taken(seller, category)) : 0)
          const logit =
            p.response * advantage +
            p.loyalty * (c.source[seller] === 1 ? 1 : -1) +
            c.taste[category * 2 + merchant]
          c.source[seller] = uniform(key, seller, 1) < 1 / (1 + exp(-logit)) ? 1 : 0
        }
      }
      if (c.state[seller] === STATE.active) {
        firms[category * 2 + merchant] += c.weight[seller]
        if (c.source[seller] === 1) holdsImports[category * 2 + merchant] += c.weight[seller]
      }
    }
    if (!c.solving[0]) return
    for (let category = 0; category < C; category++)
      for (let merchant = 0; merchant < 2; merchant++) {
        const cell = category * 2 + merchant
        const target = merchant === 0 ? c.resellerImports[category] : c.traderImports[category]
        if (firms[cell] === 0 || target <= 0 || target >= 1) continue
        if (day === 0) c.taste[cell] = settledLogit(target, p.loyalty) - importAdvantage(category)
        const actual = Math.min(0.99, Math.max(0.01, holdsImports[cell] / firms[cell]))
        c.taste[cell] += 0.02 * (log(target / (1 - target)) - log(actual / (1 - actual)))
      }

    /** Mean share of imported listings taken off at the venues where he sells; a little is always left. */
    function taken(seller: number, category: number): number {
      let [total, shops] = [0, 0]
      for (let venue = 0; venue < count.venues; venue++) {
        if (!c.open[seller * count.venues + venue]) continue
        total += c.removed[venue * C + category]
        shops++
      }
      return shops === 0 ? 0 : Math.min(0.999, total / shops)
    }

    /** Mean advantage of importing in a category on the first day. */
    function importAdvantage(category: number): number {
      const [local, foreign] = [producers[category], importers[category]].map(({ rows }) =>
        rows.length === 0 ? 0 : c.wholesalePrice[rows[0]],
      )
      return (
        p.response *
        (-(c.sensitivity[middle * C + category] / c.referenceDissimilarity[0]) * (foreign - local) +
          c.importDiscount[category] -
          c.localPreference[category])
      )
    }

    /** Keeps a supplier while he is active and the merchant does not look around, else takes a keyed one. */
    function link(
      seller: number,
      column: { [row: number]: number },
      candidates: Suppliers,
      nth: number,
      looksAround: boolean,
    ): void {
      const present = column[seller]
      if (!looksAround && present >= 0 && c.state[present] === STATE.active) return
      if (candidates.rows.length === 0) {
        column[seller] = -1
        return
      }
      column[seller] = pick(candidates, uniform(looksAround ? key : still, seller, nth))
    }
  },
})

/** Suppliers of a category with the firms behind them, added up. */
interface Suppliers {
  readonly rows: number[]
  readonly firms: number[]
}

function offer({ rows, firms }: Suppliers, seller: number, weight: number): void {
  rows.push(seller)
  firms.push((firms[firms.length - 1] ?? 0) + weight)
}

/** A supplier in proportion to the firms that he stands for: a firm picks a firm. */
function pick({ rows, firms }: Suppliers, p: number): number {
  const mark = p * firms[firms.length - 1]
  let [low, high] = [0, rows.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (firms[middle] > mark) high = middle
    else low = middle + 1
  }
  return rows[low]
}

/**
 * The logit, but for loyalty, at which a share x of merchants imports in the long run:
 *   x = F(A - rho) / (1 - F(A + rho) + F(A - rho)),   F the logistic function; solved by bisection.
 */
function settledLogit(share: number, loyalty: number): number {
  let [low, high] = [-20, 20]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    const enter = 1 / (1 + exp(loyalty - middle))
    const leave = 1 - 1 / (1 + exp(-loyalty - middle))
    if (enter / (enter + leave) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}
