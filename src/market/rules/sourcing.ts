import { exp, log, number, rule, uniform } from '../../engine/index.ts'
import { classes, KIND, listings, STATE, sellers, today } from '../populations/index.ts'
import { categories, households, venues } from '../tables/index.ts'

/**
 * Resellers and traders choose between local and imported goods, at a review:
 *   Pr(import) = logistic( beta ln(pi_imp / pi_loc) + rho (+-1 for the source used last) + iota_c )
 * With the mark-up rule of pricing, profit is proportional to expected sales, so that
 *   ln(pi_imp / pi_loc) = -a (c_imp - c_loc) + q_imp - b_loc     (the logit odds of an otherwise equal listing).
 * Where imported listings are taken off, the profit of imports falls by the mean share taken off at the seller's
 * venues. A source without a supplier is not offered. While constants are solved, iota_c is set so that of all
 * merchants, were they to review now, the target share would import; then it stands still.
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
      label: 'Rate of sourcing reviews',
      unit: '1/week',
      default: 0.1,
      range: [0, 1],
      source:
        'assumption: a merchant thinks his goods over every ten weeks; 0.02 (once a year) to 0.25 (every month)',
      grade: 'assumption',
    }),
    switching: number({
      label: 'Hazard of switching supplier',
      unit: '1/week',
      default: 0.02,
      range: [0, 1],
      source: 'assumption: once a year; 0.005 (every four years) to 0.1 (every ten weeks)',
      grade: 'assumption',
    }),
    response: number({
      label: 'Response to relative profit (beta)',
      unit: 'exponent',
      default: 1,
      range: [0, 5],
      source:
        'assumption: odds in proportion to profit; 0.5 (merchants keep to what they know) to 3 (a small gain moves them). Home and imported clothing replace each other with an elasticity of 3.7 (F147, from memory), buyers’ part included',
      grade: 'assumption',
    }),
    loyalty: number({
      label: 'State dependence of sourcing (rho)',
      unit: 'log odds',
      default: 1,
      range: [0, 3],
      source:
        'assumption: at equal profit the source used last is seven times as likely as the other (e^2); 0 (no preference) to 2 (55 times)',
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
    for (let seller = from; seller < to; seller++) {
      if (c.kind[seller] === KIND.importer) c.source[seller] = 1
      if (!sources(seller)) continue
      const looksAround = day > 0 && uniform(key, seller, 4) < p.switching
      link(seller, c.supplier, producers[c.category[seller]], 2, looksAround)
      link(seller, c.importSupplier, importers[c.category[seller]], 3, looksAround)
    }
    if (c.solving[0]) for (let round = day === 0 ? 20 : 1; round > 0; round--) moveTastes()
    for (let seller = from; seller < to; seller++) {
      if (day > 0 && sources(seller) && uniform(key, seller, 0) < p.reviews)
        c.source[seller] = uniform(key, seller, 1) < chanceOfImports(seller) ? 1 : 0
    }

    /** Resellers and traders choose, but for those that a scenario lists. */
    function sources(seller: number): boolean {
      const merchant = c.kind[seller] === KIND.reseller || c.kind[seller] === KIND.trader
      return merchant && c.listed[seller] < 0 && c.state[seller] !== STATE.exited
    }

    /** Constants, target shares: a row for each category, resellers before traders. */
    function cellOf(seller: number): number {
      return c.category[seller] * 2 + (c.kind[seller] === KIND.reseller ? 0 : 1)
    }

    function targetOf(cell: number): number {
      return (cell % 2 === 0 ? c.resellerImports : c.traderImports)[cell >> 1]
    }

    /** That a review ends with imports. */
    function chanceOfImports(seller: number): number {
      const local = c.supplier[seller]
      const foreign = c.importSupplier[seller]
      if (foreign < 0) return 0
      if (local < 0) return 1
      const category = c.category[seller]
      const advantage =
        -(c.sensitivity[middle * C + category] / c.referenceDissimilarity[0]) *
          (c.wholesalePrice[foreign] - c.wholesalePrice[local]) +
        c.importDiscount[category] -
        c.localPreference[category] +
        (restricted ? log(1 - taken(seller, category)) : 0)
      const logit =
        p.response * advantage +
        p.loyalty * (c.source[seller] === 1 ? 1 : -1) +
        c.taste[cellOf(seller)]
      return 1 / (1 + exp(-logit))
    }

    /** Half a step of Newton towards the constants at which a review of all would choose the target shares. */
    function moveTastes(): void {
      const imports = new Float64Array(C * 2)
      const firms = new Float64Array(C * 2)
      for (let seller = from; seller < to; seller++) {
        if (c.state[seller] !== STATE.active || !sources(seller)) continue
        // Who has no choice tells nothing of the constant.
        if (c.supplier[seller] < 0 || c.importSupplier[seller] < 0) continue
        firms[cellOf(seller)] += c.weight[seller]
        imports[cellOf(seller)] += c.weight[seller] * chanceOfImports(seller)
      }
      for (let cell = 0; cell < C * 2; cell++) {
        const target = targetOf(cell)
        if (firms[cell] === 0 || target <= 0 || target >= 1) continue
        const chosen = Math.min(0.9999, Math.max(0.0001, imports[cell] / firms[cell]))
        c.taste[cell] += 0.5 * (log(target / (1 - target)) - log(chosen / (1 - chosen)))
      }
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
