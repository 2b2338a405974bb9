import {
  daily,
  drawn,
  exp,
  log,
  type Named,
  number,
  rule,
  still,
  type Writable,
} from '../../../engine/index.ts'
import {
  classes,
  isMerchant,
  KIND,
  listings,
  STATE,
  sellers,
  today,
} from '../../populations/index.ts'
import { categories, households, venues } from '../../tables/index.ts'
import { ALMOST_ALL, FIRST_ROUNDS, LEAST_SHARE, NEWTON } from '../numerics.ts'

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
  draws: {
    reviews: daily('Reviews the source of its goods'),
    imports: daily('Whether imported goods are chosen'),
    newProducer: daily('Producer found on looking around'),
    newImporter: daily('Importer found on looking around'),
    looksAround: daily('Looks around for other suppliers'),
    producer: still('Producer', 1, { free: 2, why: 'as many as of one that is found' }),
    importer: still('Importer'),
  },
  step(c, p, { day, from, to, draws, count }) {
    const week: Week = { from, to, count, restricted: isRestricted(c) }
    const { producers, importers } = suppliersOf(c, week)
    for (let seller = from; seller < to; seller++) {
      if (c.kind[seller] === KIND.importer) c.source[seller] = 1
      if (!sources(c, seller)) continue
      const looksAround = day > 0 && drawn(draws.looksAround, seller) < p.switching
      const producer = looksAround ? draws.newProducer : draws.producer
      const importer = looksAround ? draws.newImporter : draws.importer
      const category = c.category[seller]
      if (looksAround || !supplies(c, c.supplier[seller]))
        c.supplier[seller] = pick(producers[category], drawn(producer, seller))
      if (looksAround || !supplies(c, c.importSupplier[seller]))
        c.importSupplier[seller] = pick(importers[category], drawn(importer, seller))
    }
    if (c.solving[0])
      for (let round = day === 0 ? FIRST_ROUNDS : 1; round > 0; round--) moveTastes(c, p, week)
    for (let seller = from; seller < to; seller++)
      if (day > 0 && sources(c, seller) && drawn(draws.reviews, seller) < p.reviews)
        c.source[seller] =
          drawn(draws.imports, seller) < chanceOfImports(c, p, week, seller) ? 1 : 0
  },
})

/** What is the same for all merchants. */
interface Week {
  readonly from: number
  readonly to: number
  readonly count: Readonly<Record<string, number>>
  /** Somewhere imported listings are taken off. */
  readonly restricted: boolean
}

type Settings = Readonly<Record<'response' | 'loyalty', number>>

function isRestricted(c: Named<'removed'>): boolean {
  for (let cell = 0; cell < c.removed.length; cell++) if (c.removed[cell] > 0) return true
  return false
}

/** Producers for stock and importers at work, by category. */
function suppliersOf(
  c: Named<'kind' | 'category' | 'state' | 'weight' | 'madeToOrder'>,
  { from, to, count }: Week,
): {
  readonly producers: readonly Suppliers[]
  readonly importers: readonly Suppliers[]
} {
  const none = () =>
    Array.from({ length: count.categories }, (): Suppliers => ({ rows: [], firms: [] }))
  const [producers, importers] = [none(), none()]
  for (let seller = from; seller < to; seller++) {
    if (c.state[seller] !== STATE.active) continue
    if (c.kind[seller] === KIND.producer && !c.madeToOrder[seller])
      offer(producers[c.category[seller]], seller, c.weight[seller])
    if (c.kind[seller] === KIND.importer)
      offer(importers[c.category[seller]], seller, c.weight[seller])
  }
  return { producers, importers }
}

/** A supplier is kept while he is active and the merchant does not look around. */
const supplies = (c: Named<'state'>, supplier: number): boolean =>
  supplier >= 0 && c.state[supplier] === STATE.active

/** Resellers and traders choose, but for those that a scenario lists. */
function sources(c: Named<'kind' | 'state' | 'listed'>, seller: number): boolean {
  return isMerchant(c.kind[seller]) && c.listed[seller] < 0 && c.state[seller] !== STATE.exited
}

/** Constants, target shares: a row for each category, resellers before traders. */
const cellOf = (c: Named<'kind' | 'category'>, seller: number): number =>
  c.category[seller] * 2 + (c.kind[seller] === KIND.reseller ? 0 : 1)

const targetOf = (c: Named<'resellerImports' | 'traderImports'>, cell: number): number =>
  (cell % 2 === 0 ? c.resellerImports : c.traderImports)[cell >> 1]

/** That a review ends with imports. */
function chanceOfImports(
  c: Named<'kind' | 'category'> &
    Named<
      | 'category'
      | 'wholesalePrice'
      | 'sensitivity'
      | 'localPreference'
      | 'importDiscount'
      | 'referenceDissimilarity'
      | 'removed'
      | 'open'
      | 'source'
      | 'supplier'
      | 'importSupplier'
      | 'taste'
    >,
  p: Settings,
  { count, restricted }: Week,
  seller: number,
): number {
  const local = c.supplier[seller]
  const foreign = c.importSupplier[seller]
  if (foreign < 0) return 0
  if (local < 0) return 1
  const category = c.category[seller]
  const middle = Math.floor(count.classes / 2)
  const advantage =
    -(c.sensitivity[middle * count.categories + category] / c.referenceDissimilarity[0]) *
      (c.wholesalePrice[foreign] - c.wholesalePrice[local]) +
    c.importDiscount[category] -
    c.localPreference[category] +
    (restricted ? log(1 - taken(c, count, seller)) : 0)
  const logit =
    p.response * advantage +
    p.loyalty * (c.source[seller] === 1 ? 1 : -1) +
    c.taste[cellOf(c, seller)]
  return 1 / (1 + exp(-logit))
}

/** Half a step of Newton towards the constants at which a review of all would choose the target shares. */
function moveTastes(
  c: Named<'kind' | 'category'> &
    Parameters<typeof chanceOfImports>[0] &
    Named<'resellerImports' | 'traderImports'> &
    Named<'kind' | 'state' | 'weight' | 'listed'> &
    Writable<'taste'>,
  p: Settings,
  week: Week,
): void {
  const categoryCount = week.count.categories
  const imports = new Float64Array(categoryCount * 2)
  const firms = new Float64Array(categoryCount * 2)
  for (let seller = week.from; seller < week.to; seller++) {
    if (c.state[seller] !== STATE.active || !sources(c, seller)) continue
    // Who has no choice tells nothing of the constant.
    if (c.supplier[seller] < 0 || c.importSupplier[seller] < 0) continue
    firms[cellOf(c, seller)] += c.weight[seller]
    imports[cellOf(c, seller)] += c.weight[seller] * chanceOfImports(c, p, week, seller)
  }
  for (let cell = 0; cell < categoryCount * 2; cell++) {
    const target = targetOf(c, cell)
    if (firms[cell] === 0 || target <= 0 || target >= 1) continue
    const chosen = Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, imports[cell] / firms[cell]))
    c.taste[cell] += NEWTON * (log(target / (1 - target)) - log(chosen / (1 - chosen)))
  }
}

/** Mean share of imported listings taken off at the venues where he sells; a little is always left. */
export function taken(
  c: Named<'category' | 'removed' | 'open'>,
  count: Week['count'],
  seller: number,
): number {
  let [total, shops] = [0, 0]
  for (let venue = 0; venue < count.venues; venue++) {
    if (!c.open[seller * count.venues + venue]) continue
    total += c.removed[venue * count.categories + c.category[seller]]
    shops++
  }
  return shops === 0 ? 0 : Math.min(ALMOST_ALL, total / shops)
}

/** Suppliers of a category with the firms behind them, added up. */
interface Suppliers {
  readonly rows: number[]
  readonly firms: number[]
}

function offer({ rows, firms }: Suppliers, seller: number, weight: number): void {
  rows.push(seller)
  firms.push((firms[firms.length - 1] ?? 0) + weight)
}

/** A supplier in proportion to the firms that he stands for: a firm picks a firm; -1 where there is none. */
function pick({ rows, firms }: Suppliers, p: number): number {
  if (rows.length === 0) return -1
  const mark = p * firms[firms.length - 1]
  let [low, high] = [0, rows.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (firms[middle] > mark) high = middle
    else low = middle + 1
  }
  return rows[low]
}
