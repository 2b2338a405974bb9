/** The sums that sales, prices, shares and surplus of a day are told from. */
import type { World } from '../../engine/index.ts'
import type { MarketInput } from '../input.ts'
import { blocks, FIFTHS, feeds, listings, sellers } from '../populations/index.ts'
import { feeOfPiece, households, subsidyPaid, venues } from '../tables/index.ts'
import {
  clearSplit,
  emptySplit,
  namesIn,
  placesIn,
  type Split,
  type Sweep,
  sumOf,
  viewsOf,
} from './measure.ts'

const ORIGINS = ['local', 'import']

/** Channels of the sales of a cluster: their shares overlap. */
export const CHANNELS = ['platforms', 'impulse feeds', 'stalls', 'to order'] as const
type Channel = (typeof CHANNELS)[number]

const columnsOf = (world: World) =>
  viewsOf(world, {
    sold: listings.sold,
    orders: sellers.ordersToday,
    revenue: sellers.revenueToday,
    firms: sellers.weight,
    valueToday: feeds.valueToday,
    foreignToday: feeds.foreignToday,
    venueOrders: feeds.ordersToday,
    foreignOrders: feeds.foreignOrdersToday,
    price: listings.price,
    kind: sellers.kind,
    category: sellers.category,
    region: sellers.region,
    cluster: sellers.cluster,
    ownLabel: sellers.ownLabel,
    platform: venues.platform,
    online: venues.online,
    impulseHours: venues.impulseHours,
    madeToOrder: venues.madeToOrder,
    owner: venues.owner,
    commission: venues.commission,
    flatFee: venues.flatFee,
    pieces: venues.pieces,
    subsidy: venues.subsidy,
    answer: venues.answer,
    subsidyCap: venues.subsidyCap,
    weight: households.orders,
    surplus: blocks.surplus,
    intrinsic: blocks.intrinsicSurplus,
    sampled: blocks.sampledSurplus,
  })
type Columns = ReturnType<typeof columnsOf>

function emptySums(input: MarketInput) {
  const names = {
    venue: namesIn(input, 'venues'),
    kind: namesIn(input, 'kinds'),
    origin: ORIGINS,
    category: namesIn(input, 'categories'),
    region: placesIn(input),
  }
  const clusters = namesIn(input, 'clusters')
  const [venueCount, categoryCount] = [names.venue.length, names.category.length]
  return {
    names,
    clusters,
    regions: names.region.length - clusters.length,
    /** Venues that are platforms, as the scenario begins. */
    platforms: input.tables.venues.flatMap(({ name, values }, venue) =>
      values.platform === 1 ? [{ name, venue }] : [],
    ),
    /** Sales in mRp, and pieces sold. */
    value: emptySplit(names),
    pieces: emptySplit(names),
    /** Sales in mRp by venue and category. */
    valueAt: new Float64Array(venueCount * categoryCount),
    /** Sales of all platforms by category, and those of imports among them. */
    onPlatforms: new Float64Array(categoryCount),
    foreignOnPlatforms: new Float64Array(categoryCount),
    /** By category, local and imported. */
    valueByOrigin: new Float64Array(2 * categoryCount),
    piecesByOrigin: new Float64Array(2 * categoryCount),
    /** Orders by venue, each of so many pieces as the venue has in one. */
    orders: new Float64Array(venueCount),
    /** What platforms take of buyers' prices: commissions, and commissions with fees an order, mRp by venue. */
    commissions: new Float64Array(venueCount),
    /** What platforms give to buyers, kRp by venue. */
    subsidies: new Float64Array(venueCount),
    fees: new Float64Array(venueCount),
    online: 0,
    surplus: 0,
    /** By income class of buyers. */
    fifths: FIFTHS,
    surplusOf: new Float64Array(FIFTHS.length),
    sober: 0,
    ownLabel: 0,
    /** Sales by cluster. */
    channels: Object.fromEntries(
      CHANNELS.map((channel) => [channel, new Float64Array(clusters.length)]),
    ) as Record<Channel, Float64Array>,
    byOwner: new Float64Array(input.tables.companies.length),
  }
}
export type SalesSums = ReturnType<typeof emptySums>

export const salesSums: Sweep<SalesSums> = {
  every: 'day',
  over(world, input) {
    const c = columnsOf(world)
    const s = emptySums(input)
    return {
      sums: s,
      take() {
        clear(s)
        takeVenues(c, s)
        takeSellers(c, s, input.size.sellers)
        takeFees(c, s)
        takeOwners(c, s)
        takeSurplus(c, s)
      },
    }
  },
}

function clear(s: SalesSums): void {
  clearSplit(s.value)
  clearSplit(s.pieces)
  for (const sums of [
    ...[s.onPlatforms, s.foreignOnPlatforms, s.valueByOrigin, s.piecesByOrigin],
    ...[s.orders, s.commissions, s.fees, s.subsidies, s.byOwner],
    ...Object.values(s.channels),
  ])
    sums.fill(0)
}

/** What venues sold, by category: by venue and by origin; and in how many orders. */
function takeVenues(c: Columns, s: SalesSums): void {
  const [weight, venueCount, categoryCount] = [
    c.weight[0],
    s.names.venue.length,
    s.names.category.length,
  ]
  const { valueAt, valueByOrigin, piecesByOrigin, onPlatforms, foreignOnPlatforms } = s
  const [value, pieces] = [s.value.by.venue!, s.pieces.by.venue!]
  for (let venue = 0; venue < venueCount; venue++)
    for (let category = 0; category < categoryCount; category++) {
      const cell = venue * categoryCount + category
      const sales = (c.valueToday[cell] * weight) / 1000
      const foreign = (c.foreignToday[cell] * weight) / 1000
      const sold = c.venueOrders[cell] * weight
      const foreignSold = c.foreignOrders[cell] * weight
      valueAt[cell] = sales
      value[venue] += sales
      pieces[venue] += sold
      valueByOrigin[2 * category] += sales - foreign
      valueByOrigin[2 * category + 1] += foreign
      piecesByOrigin[2 * category] += sold - foreignSold
      piecesByOrigin[2 * category + 1] += foreignSold
      if (!c.platform[venue]) continue
      onPlatforms[category] += sales
      foreignOnPlatforms[category] += foreign
    }
  for (let venue = 0; venue < venueCount; venue++) s.orders[venue] = pieces[venue] / c.pieces[venue]
  for (let cell = 0; cell < 2 * categoryCount; cell++) {
    s.value.by.origin![cell % 2] += valueByOrigin[cell]
    s.pieces.by.origin![cell % 2] += piecesByOrigin[cell]
  }
}

/** What sellers sold, whatever the venue; of clusters by channel. */
function takeSellers(c: Columns, s: SalesSums, count: number): void {
  const [weight, venueCount, regionCount] = [c.weight[0], s.names.venue.length, s.regions]
  const [valueBy, piecesBy] = [fieldsOf(s.value), fieldsOf(s.pieces)]
  let [allValue, allPieces, ownLabel] = [0, 0, 0]
  for (let seller = 0; seller < count; seller++) {
    if (c.orders[seller] === 0) continue
    const sales = (c.revenue[seller] * c.firms[seller]) / 1000
    const sold = c.orders[seller] * weight
    const kind = c.kind[seller]
    const category = c.category[seller]
    const region = c.region[seller]
    allValue += sales
    valueBy.kind[kind] += sales
    valueBy.category[category] += sales
    valueBy.region[region] += sales
    allPieces += sold
    piecesBy.kind[kind] += sold
    piecesBy.category[category] += sold
    piecesBy.region[region] += sold
    const label = c.ownLabel[seller] - 1
    if (label >= 0) ownLabel += soldAt(c, seller * venueCount + label)
    const cluster = c.cluster[seller] - 1
    if (cluster < 0) continue
    valueBy.region[regionCount + cluster] += sales
    piecesBy.region[regionCount + cluster] += sold
    takeChannels(c, s, seller, cluster)
  }
  s.ownLabel = ownLabel
  s.value.all = allValue
  s.pieces.all = allPieces
}

const fieldsOf = ({ by }: Split) => ({
  kind: by.kind!,
  category: by.category!,
  region: by.region!,
})

const soldAt = (c: Columns, listing: number) =>
  (c.sold[listing] * c.price[listing] * c.weight[0]) / 1000

/** From this much viewing on a venue counts as an impulse feed, relative to the mean. */
const IMPULSE_FEED = 0.5

function takeChannels(c: Columns, s: SalesSums, seller: number, cluster: number): void {
  const venueCount = s.names.venue.length
  for (let venue = 0; venue < venueCount; venue++) {
    const value = soldAt(c, seller * venueCount + venue)
    if (value === 0) continue
    const order = c.madeToOrder[venue] === 1
    if (c.platform[venue] === 1) s.channels.platforms[cluster] += value
    if (c.impulseHours[venue] >= IMPULSE_FEED) s.channels['impulse feeds'][cluster] += value
    if (!c.online[venue] && !order) s.channels.stalls[cluster] += value
    if (order) s.channels['to order'][cluster] += value
  }
}

/** The money that platforms take of the prices of the day and give to buyers, by the rates of the day. */
function takeFees(c: Columns, s: SalesSums): void {
  const categoryCount = s.names.category.length
  for (const { venue } of s.platforms)
    for (let category = 0; category < categoryCount; category++) {
      const cell = venue * categoryCount + category
      const commission = s.valueAt[cell] * c.commission[cell]
      s.commissions[venue] += commission
      const pieces = c.venueOrders[cell] * c.weight[0]
      s.subsidies[venue] += (pieces * subsidyPaid(c, venue)) / c.pieces[venue]
      s.fees[venue] += commission + (pieces * feeOfPiece(c, venue)) / 1000
    }
}

function takeOwners(c: Columns, s: SalesSums): void {
  for (const { venue } of s.platforms) s.byOwner[c.owner[venue]] += s.value.by.venue![venue]
  s.online = 0
  for (let venue = 0; venue < s.names.venue.length; venue++)
    if (c.online[venue]) s.online += s.value.by.venue![venue]
}

/** Consumer surplus, and what the sampled buyers have of it without social influence, carried over to all. */
function takeSurplus(c: Columns, s: SalesSums): void {
  const surplus = sumOf(c.surplus)
  const sampled = sumOf(c.sampled)
  s.surplus = (surplus * c.weight[0]) / 1000
  s.surplusOf.fill(0)
  for (let cell = 0; cell < c.surplus.length; cell++)
    s.surplusOf[cell % FIFTHS.length] += (c.surplus[cell] * c.weight[0]) / 1000
  s.sober =
    sampled > 0 ? (surplus * c.weight[0] * (sumOf(c.intrinsic) / sampled)) / 1000 : Number.NaN
}

/**
 * How much less is paid for an imported piece than for a local one of its category: the sum of gaps weighted
 * by sales, and the sales of the categories in which both were sold.
 */
export function priceGap({ valueByOrigin: value, piecesByOrigin: pieces }: SalesSums) {
  let [gap, sales] = [0, 0]
  for (let local = 0; local < value.length; local += 2) {
    if (pieces[local] === 0 || pieces[local + 1] === 0) continue
    const both = value[local] + value[local + 1]
    gap += both * (1 - value[local + 1] / pieces[local + 1] / (value[local] / pieces[local]))
    sales += both
  }
  return { gap, sales }
}
