import type { World } from '../../engine/index.ts'
import type { MarketInput } from '../input.ts'
import { blocks, feeds, listings, sellers } from '../populations/index.ts'
import { households, venues } from '../tables/index.ts'
import { cell, names, type Recorder, viewsOf } from './part.ts'

const ORIGINS = ['local', 'import']
/** How the sales of a cluster are told apart: shares that overlap. */
const CHANNELS = ['on platforms', 'at impulse feeds', 'at stalls and bazaars', 'to order']

/**
 * Sales at retail, in value and in pieces, by venue, kind, origin, category and region of the seller; prices
 * paid; import shares; shares of platforms and their concentration; consumer surplus.
 */
export function createSales(world: World, input: MarketInput): Recorder {
  const c = viewsOf(world, {
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
    weight: households.weight,
    surplus: blocks.surplus,
    sober: blocks.soberSurplus,
    sampled: blocks.sampledSurplus,
  })
  const [V, K, C, R] = ['venues', 'kinds', 'categories', 'regions'].map(
    (table) => input.tables[table].length,
  )
  const clusterNames = names(input, 'clusters')
  const companies = input.tables.companies.length
  const [venueNames, kindNames, categoryNames, regionNames] = [
    'venues',
    'kinds',
    'categories',
    'regions',
  ].map((table) => names(input, table))
  const platforms = input.tables.venues
    .map((row, venue) => ({ venue, is: row.values.platform === 1 }))
    .filter(({ is }) => is)
    .map(({ venue }) => venue)

  const split = (measure: string, unit: string) => [
    cell(measure, unit),
    ...venueNames.map((venue) => cell(measure, unit, { venue })),
    ...kindNames.map((kind) => cell(measure, unit, { kind })),
    ...ORIGINS.map((origin) => cell(measure, unit, { origin })),
    ...categoryNames.map((category) => cell(measure, unit, { category })),
    ...regionNames.map((region) => cell(measure, unit, { region })),
    // Clusters are places inside a region.
    ...clusterNames.map((region) => cell(measure, unit, { region })),
  ]
  const width = 1 + V + K + 2 + C + R + clusterNames.length
  const cells = [
    ...split('sales', 'mRp/day'),
    ...split('units', 'pieces/day'),
    ...platforms.flatMap((venue) =>
      categoryNames.map((category) =>
        cell('sales', 'mRp/day', { venue: venueNames[venue], category }),
      ),
    ),
    ...categoryNames.map((category) => cell('price', 'kRp', { category })),
    cell('import share', 'share'),
    cell('import share', 'share', { venue: 'platforms' }),
    ...categoryNames.map((category) =>
      cell('import share', 'share', { venue: 'platforms', category }),
    ),
    cell('import units share', 'share'),
    cell('import price gap', 'share'),
    ...platforms.map((venue) => cell('take rate', 'share of price', { venue: venueNames[venue] })),
    ...platforms.map((venue) => cell('platform share', 'share', { venue: venueNames[venue] })),
    cell('hhi', 'points'),
    cell('orders', 'orders/day'),
    cell('online share', 'share'),
    cell('consumer surplus', 'mRp/day'),
    cell('sober consumer surplus', 'mRp/day'),
    cell('own-label sales', 'mRp/day'),
    ...CHANNELS.flatMap((channel) =>
      clusterNames.map((region) => cell(`sales ${channel}`, 'share', { region })),
    ),
  ]

  /** Sales of today, million rupiah. */
  const valueAt = (venue: number, category: number) =>
    (c.valueToday[venue * C + category] * c.weight[0]) / 1000
  const valueSold = (seller: number, venue: number) =>
    (c.sold[seller * V + venue] * c.price[seller * V + venue] * c.weight[0]) / 1000

  return {
    cells,
    fill(out, at) {
      const W = c.weight[0]
      const onPlatforms = new Float64Array(C)
      const foreignOnPlatforms = new Float64Array(C)
      const byOrigin = { value: new Float64Array(2 * C), pieces: new Float64Array(2 * C) }
      const clusters = clusterNames.length
      const inCluster = new Float64Array(CHANNELS.length * clusters)
      let ownLabel = 0
      out.fill(0, at, at + cells.length)
      for (let venue = 0; venue < V; venue++)
        for (let category = 0; category < C; category++) {
          const value = valueAt(venue, category)
          const foreign = (c.foreignToday[venue * C + category] * W) / 1000
          const pieces = c.venueOrders[venue * C + category] * W
          const foreignPieces = c.foreignOrders[venue * C + category] * W
          out[at + 1 + venue] += value
          out[at + width + 1 + venue] += pieces
          byOrigin.value[2 * category] += value - foreign
          byOrigin.value[2 * category + 1] += foreign
          byOrigin.pieces[2 * category] += pieces - foreignPieces
          byOrigin.pieces[2 * category + 1] += foreignPieces
          if (!c.platform[venue]) continue
          onPlatforms[category] += value
          foreignOnPlatforms[category] += foreign
        }
      for (let cell = 0; cell < 2 * C; cell++) {
        out[at + 1 + V + K + (cell % 2)] += byOrigin.value[cell]
        out[at + width + 1 + V + K + (cell % 2)] += byOrigin.pieces[cell]
      }
      for (let seller = 0; seller < input.size.sellers; seller++) {
        if (c.orders[seller] === 0) continue
        const value = (c.revenue[seller] * c.firms[seller]) / 1000
        const pieces = c.orders[seller] * W
        add(at, value, seller)
        add(at + width, pieces, seller)
        if (c.ownLabel[seller] > 0) ownLabel += valueSold(seller, c.ownLabel[seller] - 1)
        if (c.cluster[seller] > 0) addChannels(seller, c.cluster[seller] - 1)
      }

      /** To the cells that a seller belongs to, whatever the venue. */
      function add(start: number, amount: number, seller: number): void {
        out[start] += amount
        out[start + 1 + V + c.kind[seller]] += amount
        out[start + 3 + V + K + c.category[seller]] += amount
        out[start + 3 + V + K + C + c.region[seller]] += amount
        if (c.cluster[seller] > 0) out[start + 2 + V + K + C + R + c.cluster[seller]] += amount
      }

      function addChannels(seller: number, cluster: number): void {
        for (let venue = 0; venue < V; venue++) {
          const value = valueSold(seller, venue)
          if (value === 0) continue
          const order = c.madeToOrder[venue] === 1
          ;[
            c.platform[venue] === 1,
            c.impulseHours[venue] > 0,
            !c.online[venue] && !order,
            order,
          ].forEach((uses, channel) => {
            if (uses) inCluster[channel * clusters + cluster] += value
          })
        }
      }
      let next = at + 2 * width
      for (const venue of platforms)
        for (let category = 0; category < C; category++) out[next++] = valueAt(venue, category)
      const categoryAt = 3 + V + K
      for (let category = 0; category < C; category++)
        out[next++] = ratio(
          out[at + categoryAt + category] * 1000,
          out[at + width + categoryAt + category],
        )
      out[next++] = ratio(out[at + 2 + V + K], out[at])
      const total = sum(onPlatforms)
      out[next++] = ratio(sum(foreignOnPlatforms), total)
      for (let category = 0; category < C; category++)
        out[next++] = ratio(foreignOnPlatforms[category], onPlatforms[category])
      out[next++] = ratio(out[at + width + 2 + V + K], out[at + width])
      out[next++] = priceGap(byOrigin.value, byOrigin.pieces)
      for (const venue of platforms) {
        let fees = 0
        for (let category = 0; category < C; category++)
          fees += valueAt(venue, category) * c.commission[venue * C + category]
        out[next++] = ratio(fees, out[at + 1 + venue])
      }
      const byOwner = new Float64Array(companies)
      for (const venue of platforms) {
        const share = ratio(out[at + 1 + venue], total)
        out[next++] = share
        byOwner[c.owner[venue]] += share
      }
      out[next++] = byOwner.reduce((hhi, share) => hhi + (share * 100) ** 2, 0)
      out[next++] = out[at + width]
      let online = 0
      for (let venue = 0; venue < V; venue++) if (c.online[venue]) online += out[at + 1 + venue]
      out[next++] = ratio(online, out[at])
      const surplus = sum(c.surplus)
      const sampled = sum(c.sampled)
      out[next++] = (surplus * W) / 1000
      out[next++] = sampled > 0 ? (surplus * W * (sum(c.sober) / sampled)) / 1000 : 0
      out[next++] = ownLabel
      for (let channel = 0; channel < CHANNELS.length; channel++)
        for (let cluster = 0; cluster < clusters; cluster++)
          out[next++] = ratio(
            inCluster[channel * clusters + cluster],
            out[at + 3 + V + K + C + R + cluster],
          )
    },
  }
}

/** How much less is paid for an imported piece than for a local one of its category, weighted by sales. */
function priceGap(value: Float64Array, pieces: Float64Array): number {
  let [gap, weight] = [0, 0]
  for (let local = 0; local < value.length; local += 2) {
    if (pieces[local] === 0 || pieces[local + 1] === 0) continue
    const sales = value[local] + value[local + 1]
    gap += sales * (1 - value[local + 1] / pieces[local + 1] / (value[local] / pieces[local]))
    weight += sales
  }
  return ratio(gap, weight)
}

const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : 0)

function sum(values: { readonly [row: number]: number; readonly length: number }): number {
  let total = 0
  for (let row = 0; row < values.length; row++) total += values[row]
  return total
}
