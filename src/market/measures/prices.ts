/**
 * The price index of a fixed basket, beside sales: what the goods of the four weeks before the calibration date cost today
 * where they were bought. A Laspeyres index by strata (venue and category) over matched listings, base 100: within a
 * stratum sum p_t q / sum p_0 q over listings that are still offered by the same firm; strata weigh by what was paid
 * in the base period. A stratum without any such listing (a venue that has closed) changes as the others of its category do.
 * Prices are those of sellers, without subsidies and delivery. Another mix of goods or venues moves sales and prices paid
 * on average, and not this.
 */
import { DAYS_A_YEAR, type World } from '../../engine/index.ts'
import type { MarketInput } from '../input.ts'
import { listings, STATE, sellers, today } from '../populations/index.ts'
import { shutVenues } from '../rules/firms/searching.ts'
import { basketFullOn } from '../rules/trade/basket.ts'
import { routes } from '../tables/index.ts'
import { measuresOf, namesIn, type Sweep, sumOf, tellBy, viewsOf } from './measure.ts'

const columnsOf = (world: World) =>
  viewsOf(world, {
    firm: sellers.basketFirm,
    generation: sellers.generation,
    state: sellers.state,
    category: sellers.category,
    pieces: listings.basketPieces,
    value: listings.basketValue,
    price: listings.price,
    open: listings.open,
    to: routes.to,
    routeOpen: routes.open,
    elapsed: today.elapsedYears,
  })
type Columns = ReturnType<typeof columnsOf>

function emptySums(input: MarketInput) {
  const names = { venue: namesIn(input, 'venues'), category: namesIn(input, 'categories') }
  const [venueCount, categoryCount] = [names.venue.length, names.category.length]
  return {
    names,
    /** By venue and category, kRp: paid for the basket; of matched listings, paid before and now. */
    paid: new Float64Array(venueCount * categoryCount),
    before: new Float64Array(venueCount * categoryCount),
    now: new Float64Array(venueCount * categoryCount),
    all: Number.NaN,
    byCategory: new Float64Array(categoryCount),
    byVenue: new Float64Array(venueCount),
  }
}
type Sums = ReturnType<typeof emptySums>

const sums: Sweep<Sums> = {
  every: 'week',
  over(world, input) {
    const c = columnsOf(world)
    const s = emptySums(input)
    const full = basketFullOn(input.solveUntil)
    return {
      sums: s,
      take() {
        const day = Math.round(c.elapsed[0] * DAYS_A_YEAR)
        takeListings(c, s, input.size.sellers, shutVenues(c, world.counts))
        if (day < full) for (const cells of [s.paid, s.before, s.now]) cells.fill(0)
        takeIndices(s)
      },
    }
  },
}

/** What is in the basket, and what of it is still offered by the firm that sold it, where buyers can pay. */
function takeListings(c: Columns, s: Sums, count: number, shut: Uint8Array): void {
  const [venueCount, categoryCount] = [s.names.venue.length, s.names.category.length]
  for (const cells of [s.paid, s.before, s.now]) cells.fill(0)
  for (let seller = 0; seller < count; seller++) {
    const there =
      c.state[seller] === STATE.active && c.generation[seller] === c.firm[seller] ? 1 : 0
    for (let venue = 0, listing = seller * venueCount; venue < venueCount; venue++, listing++) {
      if (c.pieces[listing] === 0) continue
      const cell = venue * categoryCount + c.category[seller]
      s.paid[cell] += c.value[listing]
      if (!there || !c.open[listing] || shut[venue]) continue
      s.before[cell] += c.value[listing]
      s.now[cell] += c.pieces[listing] * c.price[listing]
    }
  }
}

/** Strata are put together by what was paid for the basket: those of a category first, then categories. */
function takeIndices(s: Sums): void {
  const [venueCount, categoryCount] = [s.names.venue.length, s.names.category.length]
  const venues = Array.from({ length: venueCount }, (_, venue) => venue)
  const categories = Array.from({ length: categoryCount }, (_, category) => category)
  const stratum = (cell: number): Part => ({
    weight: s.paid[cell],
    change: s.now[cell] / s.before[cell],
  })
  const ofCategories = categories.map((category): Part => {
    const strata = venues.map((venue) => stratum(venue * categoryCount + category))
    return { weight: sumOf(strata.map(({ weight }) => weight)), change: meanChange(strata) }
  })
  s.all = 100 * meanChange(ofCategories)
  for (const category of categories) s.byCategory[category] = 100 * ofCategories[category].change
  for (const venue of venues)
    s.byVenue[venue] =
      100 * meanChange(categories.map((category) => stratum(venue * categoryCount + category)))
}

/** What was paid in the base period, and how many times that much the same costs now; NaN where it is not offered. */
interface Part {
  readonly weight: number
  readonly change: number
}

/** The weighted mean of parts that have a price; NaN where none has. */
function meanChange(parts: readonly Part[]): number {
  let [sum, weights] = [0, 0]
  for (const { weight, change } of parts) {
    if (!Number.isFinite(change)) continue
    sum += weight * change
    weights += weight
  }
  return sum / weights
}

export const prices = measuresOf(sums, {
  priceIndex: {
    name: 'price index',
    unit: 'base 100',
    label: { en: 'Price index of a fixed basket', id: 'Indeks harga keranjang tetap' },
    more: 'bad',
    by: ['venue', 'category'],
    headline: { place: 6, by: ['all'] },
    none: 'before the basket is filled, and after its goods have gone',
    tell(s, tell) {
      tell(s.all)
      tellBy(tell, 'venue', s.names.venue, s.byVenue)
      tellBy(tell, 'category', s.names.category, s.byCategory)
    },
  },
})
