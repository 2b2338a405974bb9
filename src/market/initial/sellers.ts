import {
  type Draws,
  drawn,
  exp,
  type FieldOf,
  LARGEST,
  log,
  type MutableValues,
  normalQuantile,
  type RunDeclaration,
  still,
  viewsOf,
  type World,
} from '../../engine/index.ts'
import { given, type MarketInput, setting } from '../input.ts'
import { FIRM_CLASS, FIRM_CLASSES, KIND, listings, STATE, sellers } from '../populations/index.ts'
import { entryExit, firmAttributes, firmDraws } from '../rules/firms/entry-exit.ts'
import { outsideEarnings } from '../rules/firms/pressed.ts'
import { programmes } from '../rules/firms/programmes.ts'
import { cash } from '../rules/money/cash.ts'
import { REVIEW_PERIOD, targetStock } from '../rules/money/target-stock.ts'
import { NOUGHT, POPULARITY_ROUNDS } from '../rules/numerics.ts'
import {
  categories,
  clusters,
  firms,
  households,
  kinds,
  nests,
  regions,
  venues,
} from '../tables/index.ts'

/** Steps that spread a composition evenly over rows (fractions of the golden and the plastic ratio). */
const GOLDEN = 0.6180339887498949
const PLASTIC = 0.7548776662466927
const SILVER = 0.4142135623730951

/** Weeks that the column of ages can hold: a firm is as old as that for ever. */
const OLDEST = LARGEST[sellers.age.storage]

/** The columns that are filled. */
const FILLED = {
  kind: sellers.kind,
  category: sellers.category,
  region: sellers.region,
  firmClass: sellers.firmClass,
  cluster: sellers.cluster,
  weight: sellers.weight,
  owner: sellers.owner,
  listed: sellers.listed,
  supplier: sellers.supplier,
  importSupplier: sellers.importSupplier,
  quality: sellers.quality,
  skill: sellers.skill,
  madeToOrder: sellers.madeToOrder,
  perceivedSensitivity: sellers.perceivedSensitivity,
  offered: sellers.creatorCommission,
  state: sellers.state,
  source: sellers.source,
  foreign: sellers.foreign,
  expected: sellers.expected,
  stock: sellers.stock,
  onOrder: sellers.onOrder,
  cash: sellers.cash,
  rent: sellers.rent,
  family: sellers.family,
  outside: sellers.outside,
  age: sellers.age,
  popularity: listings.popularity,
} as const

type Columns = { readonly [name in keyof typeof FILLED]: MutableValues }

/** Numbers of draws that are made no more, so that the others keep theirs. */
const why = 'of draws that are made no more'

/** What each firm of the first day is drawn by. */
export const SELLER_DRAWS = {
  ...firmDraws((label): RunDeclaration => still(label)),
  source: still('Source of its goods', 1, { free: 5, why }),
  rent: still('Rent of its place'),
  empty: still('Nobody has taken the place yet', 1, { free: 1, why }),
  age: still('Age'),
  outside: still('What its owner could earn elsewhere'),
}
type SellerDraws = Draws<typeof SELLER_DRAWS>

/**
 * Sellers of the country: rows sorted by category and region, kinds and classes spread evenly within each,
 * so that the composition does not vary with the seed. The weights of a class add up to its share of firms.
 */
export function foundSellers(world: World, input: MarketInput, draws: SellerDraws): void {
  const c = viewsOf(world, FILLED)
  placeStrata(input, c)
  weighFirms(input, c)
  for (let seller = 0; seller < input.size.sellers; seller++)
    giveAttributes(input, c, draws, seller)
  const expected = expectedSales(input, c)
  const popularity = settledPopularity(input, c)
  for (let seller = 0; seller < input.size.sellers; seller++)
    giveMeans(input, c, draws, seller, expected(seller), popularity[seller])
  const retail = Float64Array.from(c.expected)
  addWholesale(input, c)
  ageAndEmpty(input, c, draws)
  idleSome(input, c, retail)
  fillStocks(input, c)
}

/** Firms that each row stands for: all firms by class, over its rows. */
function weighFirms(input: MarketInput, c: Pick<Columns, 'firmClass' | 'weight'>): void {
  const inClass = new Float64Array(FIRM_CLASSES)
  for (let seller = 0; seller < input.size.sellers; seller++) inClass[c.firmClass[seller]]++
  const people = given(input, households, 0, 'weight') * input.size.buyers
  const all = people / given(input, firms, 0, 'people')
  const classShare = classShares(input)
  for (let seller = 0; seller < input.size.sellers; seller++) {
    const firmClass = c.firmClass[seller]
    c.weight[seller] = (all * classShare[firmClass]) / inClass[firmClass]
  }
}

/** Share of the firms of a kind that sell imports. */
function importShare(input: MarketInput, kind: number, category: number): number {
  if (kind === KIND.importer) return 1
  if (kind === KIND.reseller) return given(input, categories, category, 'resellerImports')
  return kind === KIND.trader ? given(input, categories, category, 'traderImports') : 0
}

/** What a firm is by chance: the source of its goods, quality, skill, and what its owner could earn elsewhere. */
function giveAttributes(input: MarketInput, c: Columns, draws: SellerDraws, seller: number): void {
  const kind = c.kind[seller]
  const category = c.category[seller]
  const firm = (field: FieldOf<typeof firms.fields>) => given(input, firms, 0, field)
  const source = drawn(draws.source, seller) < importShare(input, kind, category) ? 1 : 0
  const made = firmAttributes((what) => drawn(draws[what], seller), {
    qualitySpread: given(input, categories, category, 'qualitySpread'),
    customShare: kind === KIND.producer ? given(input, categories, category, 'customShare') : 0,
    misperception: setting(input, entryExit, 'misperception'),
    offers: {
      leastCommission: setting(input, entryExit, 'leastCommission'),
      commissionWidth: setting(input, entryExit, 'commissionWidth'),
      importCommission: setting(input, entryExit, 'importCommission'),
      localCommission: setting(input, entryExit, 'localCommission'),
    },
    imports: source,
  })
  c.owner[seller] = seller
  c.listed[seller] = -1
  c.supplier[seller] = -1
  c.importSupplier[seller] = -1
  c.source[seller] = source
  c.foreign[seller] = source
  c.quality[seller] = made.quality
  c.skill[seller] = made.skill
  c.madeToOrder[seller] = made.madeToOrder
  c.perceivedSensitivity[seller] = made.perceived
  c.offered[seller] = made.creatorCommission
  c.family[seller] = given(input, kinds, kind, 'family')
  c.outside[seller] = outsideEarnings(drawn(draws.outside, seller), {
    wage: firm('informal') * given(input, regions, c.region[seller], 'wage'),
    family: c.family[seller],
    spread: firm('informalSpread'),
  })
}

/** What a firm expects to sell, and its cash and rent. Rent follows what the place usually takes. */
function giveMeans(
  input: MarketInput,
  c: Columns,
  draws: SellerDraws,
  seller: number,
  sales: number,
  popularity: number,
): void {
  const venueCount = input.tables.venues.length
  const cluster = c.cluster[seller] - 1
  const revenue = sales * given(input, categories, c.category[seller], 'meanPrice')
  const rentIn = cluster >= 0 ? given(input, clusters, cluster, 'rent') : 1
  const place =
    popularity *
    exp(setting(input, entryExit, 'rentSpread') * normalQuantile(drawn(draws.rent, seller)))
  c.rent[seller] = given(input, kinds, c.kind[seller], 'rent') * revenue * place * rentIn
  c.expected[seller] = sales * popularity
  c.cash[seller] = setting(input, cash, 'startingCash') * revenue * popularity
  c.popularity.fill(popularity, seller * venueCount, (seller + 1) * venueCount)
}

/** Goods in stock and on the way, of what a firm expects to sell until the next can come. */
function fillStocks(
  input: MarketInput,
  c: Pick<Columns, 'stock' | 'madeToOrder' | 'expected' | 'kind' | 'onOrder'>,
): void {
  const firm = (field: FieldOf<typeof firms.fields>) => given(input, firms, 0, field)
  const [wait, safety] = [firm('leadTime') + REVIEW_PERIOD, firm('safetyStock')]
  for (let seller = 0; seller < input.size.sellers; seller++) {
    c.stock[seller] = c.madeToOrder[seller] ? 0 : targetStock(c.expected[seller], wait, safety)
    if (c.kind[seller] === KIND.importer)
      c.onOrder[seller] = c.expected[seller] * firm('importLeadTime')
  }
}

type Strata = Record<
  'kind' | 'category' | 'region' | 'firmClass' | 'cluster',
  { [row: number]: number }
>

/** Category and class of a seller. */
const stratumOf = (c: Pick<Strata, 'category' | 'firmClass'>, seller: number): number =>
  c.category[seller] * FIRM_CLASSES + c.firmClass[seller]

/** Category and region by largest remainder; kind and class evenly within. */
function placeStrata(input: MarketInput, c: Strata): void {
  const categoryCount = input.tables.categories.length
  const regionCount = input.tables.regions.length
  const shares: number[] = []
  for (let category = 0; category < categoryCount; category++)
    for (let region = 0; region < regionCount; region++)
      shares.push(
        given(input, categories, category, 'sellerShare') *
          given(input, regions, region, 'sellerShare'),
      )
  const cells = largestRemainder(shares, input.size.sellers)
  const kindShares = input.tables.kinds.map((_, kind) => given(input, kinds, kind, 'sellerShare'))
  const classShare = classShares(input)
  let seller = 0
  cells.forEach((count, cell) => {
    for (let k = 0; k < count; k++, seller++) {
      c.category[seller] = Math.floor(cell / regionCount)
      c.region[seller] = cell % regionCount
      c.kind[seller] = pick(kindShares, (seller * GOLDEN) % 1)
      c.cluster[seller] = 1 + clusterOf(input, c, seller, (seller * SILVER) % 1)
      const marketplace = given(input, kinds, c.kind[seller], 'marketplace')
      const chat = given(input, kinds, c.kind[seller], 'chat')
      const sampled = [marketplace, chat, Math.max(0, 1 - marketplace - chat)]
      // A class without firms has no row to stand for them.
      const standing = sampled.map((share, firmClass) => (classShare[firmClass] > 0 ? share : 0))
      c.firmClass[seller] = pick(
        standing.some((share) => share > 0) ? standing : classShare,
        (seller * PLASTIC) % 1,
      )
    }
  })
}

/** Share of firms by class: on marketplaces, online by chat only, offline. */
function classShares(input: MarketInput): readonly number[] {
  const marketplace = given(input, firms, 0, 'onMarketplaces')
  const chat = given(input, firms, 0, 'byChat')
  const offline = 1 - marketplace - chat
  return [marketplace, chat, offline > NOUGHT ? offline : 0]
}

/** The cluster of a seller, or -1: the clusters of a cell take their shares of its sellers in turn. */
function clusterOf(input: MarketInput, c: Strata, seller: number, p: number): number {
  let mark = p
  return input.tables.clusters.findIndex((_, cluster) => {
    const is = (field: 'region' | 'category' | 'kind') =>
      given(input, clusters, cluster, field) === c[field][seller]
    if (!is('region') || !is('category') || !is('kind')) return false
    mark -= given(input, clusters, cluster, 'share')
    return mark < 0
  })
}

function pick(shares: readonly number[], p: number): number {
  let mark = p * shares.reduce((sum, one) => sum + one, 0)
  for (let row = 0; row < shares.length - 1; row++) {
    if (mark < shares[row]) return row
    mark -= shares[row]
  }
  return shares.length - 1
}

/** Whole numbers in proportion to shares that add up to the total. */
export function largestRemainder(shares: readonly number[], total: number): number[] {
  const sum = shares.reduce((all, one) => all + one, 0)
  const exact = shares.map((one) => (one / sum) * total)
  const counts = exact.map(Math.floor)
  const missing = total - counts.reduce((all, one) => all + one, 0)
  exact
    .map((value, row) => ({ row, left: value - Math.floor(value) }))
    .sort((one, other) => other.left - one.left || one.row - other.row)
    .slice(0, missing)
    .forEach(({ row }) => {
      counts[row]++
    })
  return counts
}

/**
 * A first guess of sales a week of one firm: the occasions of its category that go to the nests of its class,
 * over the firms there. It is forgotten within weeks.
 */
function expectedSales(
  input: MarketInput,
  c: Strata & { readonly weight: { [row: number]: number } },
): (seller: number) => number {
  const categoryCount = input.tables.categories.length
  const nestClass = input.tables.nests.map((_, nest) => {
    const inNest = input.tables.venues
      .map((_, venue) => venue)
      .filter((venue) => given(input, venues, venue, 'nest') === nest)
    if (inNest.some((venue) => given(input, venues, venue, 'marketplace')))
      return FIRM_CLASS.marketplace
    return inNest.some((venue) => given(input, venues, venue, 'online'))
      ? FIRM_CLASS.chat
      : FIRM_CLASS.offline
  })
  const orders = new Float64Array(categoryCount * FIRM_CLASSES)
  const firms = new Float64Array(categoryCount * FIRM_CLASSES)
  for (let category = 0; category < categoryCount; category++)
    nestClass.forEach((firmClass, nest) => {
      orders[category * FIRM_CLASSES + firmClass] +=
        given(input, categories, category, 'occasionRate') *
        given(input, categories, category, 'nestShare', nest) *
        input.size.buyers *
        given(input, households, 0, 'weight') *
        given(input, households, 0, 'purchases')
    })
  for (let seller = 0; seller < input.size.sellers; seller++)
    firms[stratumOf(c, seller)] += c.weight[seller]
  return (seller) => {
    const cell = stratumOf(c, seller)
    return firms[cell] > 0 ? orders[cell] / firms[cell] : 0
  }
}

/** What merchants will order is added to what importers and producers for stock expect. */
function addWholesale(
  input: MarketInput,
  c: Strata & Record<'weight' | 'source' | 'expected' | 'madeToOrder', { [row: number]: number }>,
): void {
  const categoryCount = input.tables.categories.length
  const orders = new Float64Array(categoryCount * 2)
  const suppliers = new Float64Array(categoryCount * 2)
  const supplies = (seller: number) =>
    c.kind[seller] === KIND.importer || (c.kind[seller] === KIND.producer && !c.madeToOrder[seller])
  for (let seller = 0; seller < input.size.sellers; seller++) {
    const origin = c.category[seller] * 2 + c.source[seller]
    if (supplies(seller)) suppliers[origin] += c.weight[seller]
    else if (c.kind[seller] !== KIND.producer)
      orders[origin] += c.weight[seller] * c.expected[seller]
  }
  for (let seller = 0; seller < input.size.sellers; seller++) {
    const origin = c.category[seller] * 2 + c.source[seller]
    if (supplies(seller) && suppliers[origin] > 0)
      c.expected[seller] += orders[origin] / suppliers[origin]
  }
}

/**
 * Sales of a seller relative to the mean of his category and class where popularity has settled:
 *   x_j = e^{s q_j} (1 + x_j / mean)^f,   s the taste scale of the class's nests, f the strength of
 * popularity in feed and utility together. A market that starts from equal popularity takes a year to
 * get there.
 */
function settledPopularity(
  input: MarketInput,
  c: Strata & Record<'quality' | 'weight', { readonly [row: number]: number }>,
): Float64Array {
  const sellerCount = input.size.sellers
  const categoryCount = input.tables.categories.length
  const popularity = new Float64Array(sellerCount).fill(1)
  const venueRows = input.tables.venues.map((_, venue) => venue)
  const ranked = Math.max(
    ...venueRows.map((venue) => given(input, venues, venue, 'rankPopularity')),
  )
  const scaleOf = (marketplace: boolean) =>
    Math.max(
      ...venueRows
        .filter((venue) => (given(input, venues, venue, 'marketplace') === 1) === marketplace)
        .map((venue) => given(input, nests, given(input, venues, venue, 'nest'), 'tasteScale')),
    )
  const [online, elsewhere] = [scaleOf(true), scaleOf(false)]
  const mostFeedback = setting(input, programmes, 'mostFeedback')
  for (let round = 0; round < POPULARITY_ROUNDS; round++) {
    const sum = new Float64Array(categoryCount * FIRM_CLASSES)
    const weight = new Float64Array(categoryCount * FIRM_CLASSES)
    for (let seller = 0; seller < sellerCount; seller++) {
      const feedback = Math.min(
        mostFeedback,
        ranked + given(input, categories, c.category[seller], 'popularityTaste'),
      )
      const scale = c.firmClass[seller] === FIRM_CLASS.marketplace ? online : elsewhere
      popularity[seller] = exp(scale * c.quality[seller] + feedback * log(1 + popularity[seller]))
      const stratum = stratumOf(c, seller)
      sum[stratum] += c.weight[seller] * popularity[seller]
      weight[stratum] += c.weight[seller]
    }
    for (let seller = 0; seller < sellerCount; seller++) {
      const stratum = stratumOf(c, seller)
      popularity[seller] *= weight[stratum] / sum[stratum]
    }
  }
  return popularity
}

/** As after some years: some firms are young, and places that nobody has taken yet stand empty. */
function ageAndEmpty(
  input: MarketInput,
  c: Record<'age' | 'state', { [row: number]: number }>,
  draws: SellerDraws,
): void {
  const exit = setting(input, entryExit, 'exitHazard')
  const entry = setting(input, entryExit, 'entry')
  for (let seller = 0; seller < input.size.sellers; seller++) {
    c.age[seller] = exit > 0 ? Math.min(OLDEST, -log(drawn(draws.age, seller)) / exit) : OLDEST
    if (drawn(draws.empty, seller) < (entry > 0 ? exit / (exit + entry) : 0))
      c.state[seller] = STATE.exited
  }
}

/**
 * The producers of a category who earn least of what they could earn elsewhere are idle: who tries again and fails changes
 * places with another.
 * @param retail what each expects to sell at retail alone
 */
function idleSome(
  input: MarketInput,
  c: Strata & Record<'expected' | 'outside' | 'weight' | 'state', { [row: number]: number }>,
  retail: Float64Array,
): void {
  const idle = setting(input, entryExit, 'idleAtStart') * setting(input, entryExit, 'pressed')
  input.tables.categories.forEach((_, category) => {
    const rows: number[] = []
    let left = 0
    for (let seller = 0; seller < input.size.sellers; seller++) {
      if (c.category[seller] !== category || c.kind[seller] !== KIND.producer) continue
      if (c.state[seller] === STATE.exited) continue
      rows.push(seller)
      left += idle * c.weight[seller]
    }
    const earns = (seller: number) => c.expected[seller] / Math.max(NOUGHT, c.outside[seller])
    rows.sort((one, other) => earns(one) - earns(other) || one - other)
    for (const seller of rows) {
      left -= c.weight[seller]
      if (left < 0) break
      c.state[seller] = STATE.idle
      c.expected[seller] = retail[seller]
    }
  })
}
