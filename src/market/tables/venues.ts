import { flag, i32, number, reference, share, table, u8, type Values } from '../../engine/index.ts'

/** Companies that own venues. */
export const companies = table('companies', 'Owners of venues', {
  staff: number({
    label: 'Staff that does not depend on orders',
    unit: 'FTE',
    default: 0,
    range: [0, 1e6],
  }),
})

/** Venues: where a purchase is paid for. A venue is a row, never code. */
export const venues = table('venues', 'Venues', {
  nest: reference({ label: 'Nest', to: 'nests', default: '' }),
  owner: reference({ label: 'Owner', to: 'companies', default: '' }),
  platform: flag({ label: 'Counts as an e-commerce platform', default: false }),
  online: flag({ label: 'Counts as a sale over the internet', default: false }),
  regional: flag({ label: 'Buyers meet only sellers of their own region', default: false }),
  streams: flag({ label: 'Has live streams', default: false }),
  affiliates: flag({ label: 'Pays creators a commission on orders', default: false }),
  madeToOrder: flag({ label: 'Sells what is made after the order', default: false }),
  events: flag({ label: 'Events with stalls take place here (one venue)', default: false }),
  marketplace: flag({ label: 'Counts as a marketplace in the channel ladder', default: false }),
  trip: flag({ label: 'The buyer travels to it', default: false }),
  courier: flag({ label: 'Parcels travel by courier', default: false }),
  reach: share({
    label: 'Share of its eventual accounts and viewing hours that exist',
    default: 1,
  }),
  accounts: share({
    label: 'Online shoppers with an account',
    default: 1,
    source: 'rough trial',
    grade: 'assumption',
  }),
  accountsByAffinity: flag({ label: 'Accounts rise with live affinity', default: false }),
  platformShare: share({
    label: 'Target share of platform sales',
    default: 0,
    source: 'Momentum Works 2022 (F27)',
    grade: 'A',
  }),
  commission: share({
    label: 'Commission on the price (take rate)',
    unit: 'share of price',
    default: 0,
    range: [0, 0.5],
    per: 'categories',
    source: 'platform notices (F68 to F71)',
    grade: 'A',
  }),
  flatFee: number({ label: 'Fee an order', unit: 'kRp', default: 0, range: [0, 100] }),
  subsidy: number({
    label: 'Subsidy to the buyer an order',
    unit: 'kRp',
    default: 0,
    range: [0, 1000],
  }),
  operatingCost: number({
    label: 'Operating cost of the platform an order',
    unit: 'kRp',
    default: 0,
    range: [0, 100],
  }),
  staffing: number({
    label: 'Platform staff',
    unit: 'FTE per 1000 orders a week',
    default: 0,
    range: [0, 100],
  }),
  doubleDate: number({
    label: 'Pull on a double date',
    unit: 'log odds',
    default: 0,
    range: [0, 5],
    source: 'fitted to F151',
    grade: 'B',
  }),
  impulseHours: number({
    label: 'Hours of impulse viewing relative to the mean',
    unit: 'ratio',
    default: 0,
    range: [0, 10],
  }),
  liveSellers: share({
    label: 'Share of live sellers who stream here',
    default: 0,
    source: 'Ninja Van, November 2022 (F64)',
    grade: 'B',
  }),
  rankPopularity: number({
    label: 'Weight of popularity in the feed',
    unit: 'log odds',
    default: 0,
    range: [0, 2],
    source: 'model.md 2.3',
    grade: 'assumption',
  }),
  rankPrice: number({
    label: 'Weight of low prices in the feed',
    unit: 'log odds',
    default: 0,
    range: [0, 3],
    source: 'model.md 2.3',
    grade: 'assumption',
  }),
  rankLocal: number({
    label: 'Weight of local goods in the feed',
    unit: 'log odds',
    default: 0,
    range: [-2, 2],
    source: 'a policy dial, off by default',
    grade: 'assumption',
  }),
  rankOwn: number({
    label: 'Weight of its own label in the feed',
    unit: 'log odds',
    default: 0,
    range: [0, 2],
    source: 'a policy dial, off by default',
    grade: 'assumption',
  }),
  copies: share({
    label: 'Best sellers copied under its own label',
    unit: 'share of listings/year',
    default: 0,
    source: 'a policy dial, off by default',
    grade: 'assumption',
  }),
  sellerData: share({
    label: 'May use sellers’ data for goods of its own (1 yes, 0 no)',
    default: 1,
    source: 'it matters only where something is copied',
    grade: 'assumption',
  }),
  importsRemoved: share({
    label: 'Share of imported listings taken off',
    default: 0,
    range: [0, 1],
    per: 'categories',
    source: 'a policy dial, off by default (model.md 2.9)',
    grade: 'assumption',
  }),
  marketplaceSellers: share({ label: 'Marketplace sellers who start here', default: 0 }),
  chatSellers: share({ label: 'Sellers online by chat only who start here', default: 0 }),
  offlineSellers: share({ label: 'Offline sellers who start here', default: 0 }),
  exclusive: share({ label: 'Its sellers who start nowhere else on the platforms', default: 0 }),
  upkeep: number({
    label: 'Time cost of keeping a shop here',
    unit: 'kRp/week',
    default: 0,
    range: [0, 10000],
  }),
  openingOnline: number({
    label: 'Log odds of opening a shop here at a review, seller already online',
    unit: 'log odds',
    default: -9.2,
    range: [-30, 5],
    source: 'rough trial',
    grade: 'assumption',
  }),
  openingOffline: number({
    label: 'Log odds of opening a shop here at a review, offline seller',
    unit: 'log odds',
    default: -12.5,
    range: [-30, 5],
    source: 'rough trial',
    grade: 'assumption',
  }),
  closing: share({ label: 'Announced to close (1 yes, 0 no)', default: 0 }),
})

/**
 * Routes: from where a buyer's attention is to where he pays. Every venue has a direct route of its own
 * name; a link-out is a row. What a channel policy changes is here.
 */
export const routes = table(
  'routes',
  'Routes from attention to checkout',
  {
    from: reference({ label: 'Attention', to: 'venues', default: '' }),
    to: reference({ label: 'Checkout', to: 'venues', default: '' }),
    friction: number({
      label: 'Friction of following a link out (kappa)',
      unit: 'log odds',
      default: 0,
      range: [0, 10],
      source: 'model.md 2.2 (0.5 to 2.5)',
      grade: 'assumption',
    }),
    open: share({ label: 'Share of the day on which the route is open', default: 1 }),
    shared: share({
      label: 'The feed shows the goods of the checkout as its own (1 yes, 0 no)',
      default: 0,
      source: 'a step of a merger, off by default (model.md 3.1)',
      grade: 'assumption',
    }),
    login: share({
      label: 'Accounts of the feed that also serve at the checkout',
      default: 0,
      source: 'a step of a merger, off by default (model.md 3.1)',
      grade: 'assumption',
    }),
    tools: share({
      label: 'One set of seller tools serves both ends (1 yes, 0 no)',
      default: 0,
      source: 'a step of a merger, off by default (model.md 3.1)',
      grade: 'assumption',
    }),
    openToPlans: share({
      label: 'The same for planned purchases alone; below 0 as for all',
      default: -1,
      range: [-1, 1],
      source: 'a policy dial, off by default',
    }),
  },
  {
    state: {
      firstList: i32('First of its lists', 'list'),
      regional: u8('Its lists are by region'),
    },
  },
)

/** The share of the day on which a planned purchase may take a route. */
export const openToPlans = (
  c: { readonly open: Values; readonly openToPlans: Values },
  route: number,
): number => (c.openToPlans[route] < 0 ? c.open[route] : c.openToPlans[route])
