import {
  f64,
  flag,
  i32,
  number,
  reference,
  share,
  table,
  u8,
  type Values,
} from '../../engine/index.ts'

/** Companies that own venues. */
export const companies = table('companies', 'Owners of venues', {
  staff: number({
    label: 'Overhead staff, independent of orders',
    unit: 'FTE',
    default: 0,
    range: [0, 1e6],
  }),
})

/** Venues: where a purchase is paid for. A venue is a row, never code. */
export const venues = table(
  'venues',
  'Venues',
  {
    nest: reference({ label: 'Nest', to: 'nests', default: '' }),
    owner: reference({ label: 'Owner', to: 'companies', default: '' }),
    platform: flag({ label: 'Counts as an e-commerce platform', default: false }),
    online: flag({ label: 'Counts as online', default: false }),
    regional: flag({ label: 'Buyers see only sellers of their own region', default: false }),
    streams: flag({ label: 'Has live streaming', default: false }),
    affiliates: flag({ label: 'Pays creators a commission on orders', default: false }),
    madeToOrder: flag({ label: 'Sells goods made to order', default: false }),
    events: flag({ label: 'Events with stalls take place here (one venue)', default: false }),
    marketplace: flag({
      label: 'Counts as a marketplace in the ranking of sales channels',
      default: false,
    }),
    trip: flag({ label: 'Buyers travel to it', default: false }),
    courier: flag({ label: 'Parcels are delivered by courier', default: false }),
    reach: share({
      label: 'Reach: share of eventual accounts and viewing hours attained',
      default: 1,
    }),
    accounts: share({
      label: 'Share of online shoppers with an account',
      default: 1,
      source: 'rough trial',
      grade: 'assumption',
    }),
    accountsByAffinity: flag({
      label: 'Account ownership rises with affinity for live shopping',
      default: false,
    }),
    platformShare: share({
      label: 'Target share of platform sales',
      default: 0,
      source: 'Momentum Works 2022 (F27)',
      grade: 'A',
    }),
    commission: share({
      label: 'Commission rate on the price (take rate)',
      unit: 'share of price',
      default: 0,
      range: [0, 0.5],
      per: 'categories',
      source: 'platform notices (F68 to F71)',
      grade: 'A',
    }),
    flatFee: number({ label: 'Fixed fee per order', unit: 'kRp', default: 0, range: [0, 100] }),
    subsidy: number({
      label: 'Buyer subsidy per order',
      unit: 'kRp',
      default: 0,
      range: [0, 1000],
    }),
    subsidyCap: number({
      label: 'Largest buyer subsidy per order that is allowed',
      unit: 'kRp',
      default: 1000,
      range: [0, 1000],
      source: 'no cap in force; a policy dial',
      grade: 'assumption',
    }),
    orderWorth: number({
      label:
        'Worth of an order to the platform beyond its fee where it is not calibrated (0: it does not answer)',
      unit: 'kRp',
      default: 0,
      range: [0, 1000],
      source: 'solved in the country; written in textbook markets',
      grade: 'assumption',
    }),
    operatingCost: number({
      label: 'Operating cost of the platform per order',
      unit: 'kRp',
      default: 0,
      range: [0, 100],
    }),
    staffing: number({
      label: 'Platform staffing ratio',
      unit: 'FTE per 1000 orders a week',
      default: 0,
      range: [0, 100],
    }),
    doubleDate: number({
      label: 'Utility gain on a double date (10.10, 11.11)',
      unit: 'log odds',
      default: 0,
      range: [0, 5],
      source: 'fitted to F151',
      grade: 'B',
    }),
    impulseHours: number({
      label: 'Impulse viewing hours relative to the mean',
      unit: 'ratio',
      default: 0,
      range: [0, 10],
    }),
    liveSellers: share({
      label: 'Share of streaming sellers who stream here',
      default: 0,
      source: 'Ninja Van, November 2022 (F64)',
      grade: 'B',
    }),
    rankPopularity: number({
      label: 'Weight of popularity in feed ranking',
      unit: 'log odds',
      default: 0,
      range: [0, 2],
      source: 'model.md 2.3',
      grade: 'assumption',
    }),
    rankPrice: number({
      label: 'Weight of low prices in feed ranking',
      unit: 'log odds',
      default: 0,
      range: [0, 3],
      source: 'model.md 2.3',
      grade: 'assumption',
    }),
    rankLocal: number({
      label: 'Weight of local goods in feed ranking',
      unit: 'log odds',
      default: 0,
      range: [-2, 2],
      source: 'a policy dial, off by default',
      grade: 'assumption',
    }),
    rankOwn: number({
      label: 'Weight of own-label goods in feed ranking',
      unit: 'log odds',
      default: 0,
      range: [0, 2],
      source: 'a policy dial, off by default',
      grade: 'assumption',
    }),
    copies: share({
      label: 'Rate of copying best sellers under its own label',
      unit: 'share of listings/year',
      default: 0,
      source: 'a policy dial, off by default',
      grade: 'assumption',
    }),
    sellerData: share({
      label: 'May use sellers’ data for own goods (1 yes, 0 no)',
      default: 1,
      source: 'it matters only where something is copied',
      grade: 'assumption',
    }),
    importsRemoved: share({
      label: 'Share of imported listings removed',
      default: 0,
      range: [0, 1],
      per: 'categories',
      source: 'a policy dial, off by default (model.md 2.9)',
      grade: 'assumption',
    }),
    marketplaceSellers: share({ label: 'Share of marketplace sellers initially here', default: 0 }),
    chatSellers: share({ label: 'Share of chat-only sellers initially here', default: 0 }),
    offlineSellers: share({ label: 'Share of offline sellers initially here', default: 0 }),
    exclusive: share({ label: 'Share of its sellers initially on no other platform', default: 0 }),
    upkeep: number({
      label: 'Time cost of maintaining a shop',
      unit: 'kRp/week',
      default: 0,
      range: [0, 10000],
    }),
    openingOnline: number({
      label: 'Log odds of opening a shop at a review, seller already online',
      unit: 'log odds',
      default: -9.2,
      range: [-30, 5],
      source: 'rough trial',
      grade: 'assumption',
    }),
    openingOffline: number({
      label: 'Log odds of opening a shop at a review, offline seller',
      unit: 'log odds',
      default: -12.5,
      range: [-30, 5],
      source: 'rough trial',
      grade: 'assumption',
    }),
    closing: share({ label: 'Announced to close (1 yes, 0 no)', default: 0 }),
  },
  {
    state: {
      custom: f64('Share of all purchase occasions, smoothed, by category', 'share', 'categories'),
      paid: f64('Average price paid, smoothed, by category', 'kRp', 'categories'),
      following: f64(
        'Share of the customers of its nest; after it has shut, of those not settled',
        'share',
      ),
      worth: f64('Worth of an order to the platform beyond its fee', 'kRp'),
      subsidyThen: f64('Subsidy per order when the worth of an order was solved', 'kRp'),
      billThen: f64(
        'Subsidies of an average buyer when the worth of an order was solved',
        'kRp/week',
      ),
      answer: f64('Answer of the platform: subsidy per order beyond the one given', 'kRp'),
    },
  },
)

/** The buyer subsidy per order in force: what is given and what the platform answers, not below nought or above a cap. */
export const subsidyPaid = (
  c: { readonly subsidy: Values; readonly answer: Values; readonly subsidyCap: Values },
  venue: number,
): number => Math.min(c.subsidyCap[venue], Math.max(0, c.subsidy[venue] + c.answer[venue]))

/**
 * Routes: from where a buyer's attention is to where he pays. Every venue has a direct route of its own
 * name; a link-out is a row. What a channel policy changes is here.
 */
export const routes = table(
  'routes',
  'Routes from attention to checkout',
  {
    from: reference({ label: 'Venue of attention', to: 'venues', default: '' }),
    to: reference({ label: 'Venue of checkout', to: 'venues', default: '' }),
    friction: number({
      label: 'Utility cost of following an outbound link (kappa)',
      unit: 'log odds',
      default: 0,
      range: [0, 10],
      source: 'model.md 2.2 (0.5 to 2.5)',
      grade: 'assumption',
    }),
    open: share({ label: 'Open share of the day', default: 1 }),
    shared: share({
      label: 'Feed displays the goods of the checkout venue as its own (1 yes, 0 no)',
      default: 0,
      source: 'a step of a merger, off by default (model.md 3.1)',
      grade: 'assumption',
    }),
    login: share({
      label: 'Share of feed accounts valid at the checkout venue',
      default: 0,
      source: 'a step of a merger, off by default (model.md 3.1)',
      grade: 'assumption',
    }),
    tools: share({
      label: 'Common seller tools at both ends (1 yes, 0 no)',
      default: 0,
      source: 'a step of a merger, off by default (model.md 3.1)',
      grade: 'assumption',
    }),
    openToPlans: share({
      label:
        'Open share of the day for planned purchases only (negative: same as for all purchases)',
      default: -1,
      range: [-1, 1],
      source: 'a policy dial, off by default',
    }),
  },
  {
    state: {
      firstList: i32('First ranked list of the route', 'list'),
      regional: u8('Ranked lists by region'),
    },
  },
)

/** The share of the day on which a planned purchase may take a route. */
export const openToPlans = (
  c: { readonly open: Values; readonly openToPlans: Values },
  route: number,
): number => (c.openToPlans[route] < 0 ? c.open[route] : c.openToPlans[route])
