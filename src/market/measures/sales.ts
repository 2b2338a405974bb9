/** Sales at retail and what follows from them: prices paid, imports, platforms and their fees, consumer surplus. */
import { measuresOf, sumOf, type TellRatio, tellBy, tellSplit } from './measure.ts'
import { type CHANNELS, priceGap, type SalesSums, salesSums } from './sales-sums.ts'

const byAll = ['venue', 'kind', 'origin', 'category', 'region'] as const

/** The share of a cluster's sales through a channel; channels overlap. */
const throughChannel = (
  name: string,
  en: string,
  id: string,
  channel: (typeof CHANNELS)[number],
) => ({
  name,
  unit: 'share',
  label: { en, id },
  more: 'neither' as const,
  by: ['region'] as const,
  below: 'sales of the cluster',
  tellRatio(s: SalesSums, tell: TellRatio) {
    for (const [cluster, region] of s.clusters.entries())
      tell(s.channels[channel][cluster], s.value.by.region![s.regions + cluster], { region })
  },
})

export const sales = measuresOf(salesSums, {
  sales: {
    name: 'sales',
    unit: 'mRp/day',
    label: { en: 'Sales', id: 'Penjualan' },
    more: 'good',
    by: byAll,
    headline: { place: 5, by: ['all', 'venue'] },
    overTime: { name: 'sales', by: 'venue' },
    effects: ['all', 'venue', 'kind'],
    answer: ['all'],
    moved: { name: 'sales-change', by: 'venue' },
    explained: [{ by: 'kind', row: 'producer' }],
    tell(s, tell) {
      tellSplit(tell, s.value, s.names)
      const { category: categories } = s.names
      for (const { name, venue } of s.platforms)
        for (const [row, category] of categories.entries())
          tell(s.valueAt[venue * categories.length + row], { venue: name, category })
    },
  },
  units: {
    name: 'units',
    unit: 'pieces/day',
    label: { en: 'Units sold', id: 'Barang terjual' },
    more: 'good',
    by: byAll,
    tell: (s, tell) => tellSplit(tell, s.pieces, s.names),
  },
  price: {
    name: 'price',
    unit: 'kRp',
    label: { en: 'Average price paid', id: 'Harga rata-rata yang dibayar' },
    more: 'bad',
    by: ['category'],
    below: 'units sold',
    tellRatio(s, tell) {
      for (const [row, category] of s.names.category.entries())
        tell(s.value.by.category![row] * 1000, s.pieces.by.category![row], { category })
    },
  },
  importShare: {
    name: 'import share',
    unit: 'share',
    label: { en: 'Share of imports in sales', id: 'Pangsa impor dalam penjualan' },
    more: 'neither',
    by: ['venue', 'category'],
    headline: { place: 8, by: ['all'] },
    overTime: { name: 'import-share', by: 'venue' },
    effects: ['all'],
    explained: [{ by: 'all', row: 'all' }],
    below: 'sales; under venue `platforms`, sales on platforms',
    tellRatio(s, tell) {
      const venue = 'platforms'
      tell(s.value.by.origin![1], s.value.all)
      tell(sumOf(s.foreignOnPlatforms), sumOf(s.onPlatforms), { venue })
      for (const [row, category] of s.names.category.entries())
        tell(s.foreignOnPlatforms[row], s.onPlatforms[row], { venue, category })
    },
  },
  importUnitsShare: {
    name: 'import units share',
    unit: 'share',
    label: { en: 'Share of imports in units sold', id: 'Pangsa impor dalam jumlah barang' },
    more: 'neither',
    by: [],
    below: 'units sold',
    tellRatio: (s, tell) => tell(s.pieces.by.origin![1], s.pieces.all),
  },
  importPriceGap: {
    name: 'import price gap',
    unit: 'share',
    label: { en: 'Price advantage of imports', id: 'Keunggulan harga barang impor' },
    signed: true,
    more: 'neither',
    by: [],
    below: 'sales of categories in which both local and imported goods were sold',
    tellRatio(s, tell) {
      const { gap, sales } = priceGap(s)
      tell(gap, sales)
    },
  },
  takeRate: {
    name: 'take rate',
    unit: 'share of price',
    label: { en: 'Platform take rate', id: 'Potongan platform' },
    more: 'neither',
    by: ['venue'],
    below: 'sales of the platform',
    tellRatio(s, tell) {
      for (const { name, venue } of s.platforms)
        tell(s.fees[venue], s.value.by.venue![venue], { venue: name })
    },
  },
  commissionRate: {
    name: 'commission rate',
    unit: 'share of price',
    label: { en: 'Platform commission rate', id: 'Tarif komisi platform' },
    more: 'neither',
    by: ['venue'],
    below: 'sales of the platform',
    tellRatio(s, tell) {
      for (const { name, venue } of s.platforms)
        tell(s.commissions[venue], s.value.by.venue![venue], { venue: name })
    },
  },
  subsidy: {
    name: 'subsidy',
    unit: 'kRp',
    label: { en: 'Buyer subsidy per order', id: 'Subsidi pembeli per pesanan' },
    more: 'neither',
    by: ['venue'],
    below: 'orders of the platform',
    tellRatio(s, tell) {
      for (const { name, venue } of s.platforms)
        tell(s.subsidies[venue], s.orders[venue], { venue: name })
    },
  },
  platformShare: {
    name: 'platform share',
    unit: 'share',
    label: { en: 'Share of platform sales', id: 'Pangsa penjualan platform' },
    more: 'neither',
    by: ['venue'],
    below: 'sales on platforms',
    tellRatio(s, tell) {
      for (const { name, venue } of s.platforms)
        tell(s.value.by.venue![venue], sumOf(s.onPlatforms), { venue: name })
    },
  },
  hhi: {
    name: 'hhi',
    unit: 'points',
    label: { en: 'Platform concentration (HHI)', id: 'Konsentrasi platform (HHI)' },
    more: 'bad',
    by: [],
    below: 'the square of sales on platforms',
    tellRatio(s, tell) {
      const squares = s.byOwner.reduce((sum, value) => sum + value ** 2, 0)
      tell(100 ** 2 * squares, sumOf(s.onPlatforms) ** 2)
    },
  },
  orders: {
    name: 'orders',
    unit: 'orders/day',
    label: { en: 'Orders', id: 'Pesanan' },
    more: 'good',
    by: ['venue'],
    tell(s, tell) {
      tell(sumOf(s.orders))
      tellBy(tell, 'venue', s.names.venue, s.orders)
    },
  },
  meanOrder: {
    name: 'mean order',
    unit: 'kRp',
    label: { en: 'Mean value of an order', id: 'Nilai rata-rata satu pesanan' },
    more: 'neither',
    by: ['venue'],
    below: 'orders of the platform; under venue `platforms`, of all of them',
    tellRatio(s, tell) {
      let orders = 0
      for (const { name, venue } of s.platforms) {
        orders += s.orders[venue]
        tell(s.value.by.venue![venue] * 1000, s.orders[venue], { venue: name })
      }
      tell(sumOf(s.onPlatforms) * 1000, orders, { venue: 'platforms' })
    },
  },
  onlineShare: {
    name: 'online share',
    unit: 'share',
    label: { en: 'Online share of sales', id: 'Pangsa daring dalam penjualan' },
    more: 'neither',
    by: [],
    effects: ['all'],
    below: 'sales',
    tellRatio: (s, tell) => tell(s.online, s.value.all),
  },
  consumerSurplus: {
    name: 'consumer surplus',
    unit: 'mRp/day',
    label: { en: 'Consumer surplus', id: 'Surplus konsumen' },
    differencesOnly: true,
    more: 'good',
    by: ['kind'],
    headline: { place: 10, by: ['all'] },
    effects: ['all'],
    tell(s, tell) {
      tell(s.surplus)
      tellBy(tell, 'kind', s.fifths, s.surplusOf)
    },
  },
  intrinsicSurplus: {
    name: 'consumer surplus net of social influence',
    unit: 'mRp/day',
    label: {
      en: 'Consumer surplus net of social influence',
      id: 'Surplus konsumen tanpa pengaruh sosial',
    },
    differencesOnly: true,
    more: 'good',
    by: [],
    effects: ['all'],
    none: 'on which no sampled buyer has any surplus',
    tell: (s, tell) => tell(s.sober),
  },
  ownLabelSales: {
    name: 'own-label sales',
    unit: 'mRp/day',
    label: { en: "Sales of platforms' own labels", id: 'Penjualan merek sendiri platform' },
    more: 'neither',
    by: [],
    tell: (s, tell) => tell(s.ownLabel),
  },
  throughPlatforms: throughChannel(
    'sales on platforms',
    'Share of sales on platforms',
    'Pangsa penjualan di platform',
    'platforms',
  ),
  throughFeeds: throughChannel(
    'sales at impulse feeds',
    'Share of sales through feeds',
    'Pangsa penjualan lewat linimasa',
    'impulse feeds',
  ),
  throughStalls: throughChannel(
    'sales at stalls and bazaars',
    'Share of sales at stalls and bazaars',
    'Pangsa penjualan di kios dan bazar',
    'stalls',
  ),
  toOrder: throughChannel(
    'sales to order',
    'Share of sales made to order',
    'Pangsa penjualan pesanan khusus',
    'to order',
  ),
})
