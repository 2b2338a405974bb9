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
  yesNo,
} from '../../engine/index.ts'

const described = {
  source: 'given: what it is, as its scenario describes it',
  grade: 'given',
} as const
const dial = { source: 'given: a policy dial, off by default', grade: 'given' } as const
const channels = {
  source: 'given: none unless written; by the channels of firms online (F40)',
  grade: 'given',
} as const
const step = { source: 'given: a step of a merger, off by default', grade: 'given' } as const

/** Companies that own venues. */
export const companies = table('companies', 'Owners of venues', {
  staff: number({
    label: 'Overhead staff, independent of orders',
    unit: 'FTE',
    default: 0,
    range: [0, 1e6],
    source: 'given: none unless written',
    grade: 'given',
  }),
})

/** Venues: where a purchase is paid for. A venue is a row, never code. */
export const venues = table(
  'venues',
  'Venues',
  {
    nest: reference({ label: 'Nest', to: 'nests', default: '', ...described }),
    owner: reference({ label: 'Owner', to: 'companies', default: '', ...described }),
    platform: flag({ label: 'Counts as an e-commerce platform', default: false, ...described }),
    online: flag({ label: 'Counts as online', default: false, ...described }),
    regional: flag({
      label: 'Buyers see only sellers of their own region',
      default: false,
      ...described,
    }),
    streams: flag({ label: 'Has live streaming', default: false, ...described }),
    affiliates: flag({
      label: 'Pays creators a commission on orders',
      default: false,
      ...described,
    }),
    madeToOrder: flag({ label: 'Sells goods made to order', default: false, ...described }),
    atDelivery: share({
      label:
        'Share of the price of goods made to order that is paid at delivery; the rest is the deposit',
      default: 0,
      source:
        'assumption: paid in full at the order, as on platforms; 0.5 to 0.7 where goods are made to order (a deposit of 30 to 50 %)',
      grade: 'assumption',
    }),
    events: flag({
      label: 'Events with stalls take place here (one venue)',
      default: false,
      ...described,
    }),
    marketplace: flag({
      label: 'Counts as a marketplace in the ranking of sales channels',
      default: false,
      ...described,
    }),
    trip: flag({ label: 'Buyers travel to it', default: false, ...described }),
    courier: flag({ label: 'Parcels are delivered by courier', default: false, ...described }),
    pieces: number({
      label:
        'Pieces of an order, over which delivery, trip, subsidy, fixed fee and operating cost are divided',
      unit: 'pieces/order',
      default: 1,
      range: [1, 20],
      source:
        'assumption: an order is one piece where nothing else is known; the mean value of an order (F38) over the price of a piece is 1 to 5',
      grade: 'assumption',
    }),
    reach: share({
      label: 'Reach: share of eventual accounts and viewing hours attained',
      default: 1,
      source: 'given: fully grown unless written; the rise of TikTok Shop is a dated course',
      grade: 'given',
    }),
    accounts: share({
      label: 'Share of online shoppers with an account',
      default: 1,
      source:
        'assumption: all unless written; 0.05 (a small shop) to 0.9 (the largest). Shares of sales are solved, so that it says who can go where and not how much is sold',
      grade: 'assumption',
    }),
    accountsByAffinity: flag({
      label: 'Account ownership rises with affinity for live shopping',
      default: false,
      ...described,
    }),
    platformShare: share({
      label: 'Target share of platform sales',
      default: 0,
      source: 'Momentum Works 2022 (F27); 0 is no target',
      grade: 'A',
    }),
    commission: share({
      label: 'Commission rate on the price (take rate)',
      unit: 'share of price',
      default: 0,
      range: [0, 0.5],
      per: 'categories',
      source: 'given: what the platform says, with its notice beside it in the scenario',
      grade: 'given',
    }),
    flatFee: number({
      label: 'Fixed fee per order',
      unit: 'kRp',
      default: 0,
      range: [0, 100],
      source: 'platform notices: Rp 2,000 at TikTok Shop until May 2023 (F68); none unless written',
      grade: 'A',
    }),
    subsidy: number({
      label: 'Buyer subsidy per order',
      unit: 'kRp',
      default: 0,
      range: [0, 1000],
      source:
        'assumption: none unless written. Goods were sold below cost (F75) and discounts and free delivery move half of the buyers (F143); no source says how much an order: 0 to 10 kRp, below a tenth of a mean order of 136 (F38)',
      grade: 'assumption',
    }),
    subsidyCap: number({
      label: 'Largest buyer subsidy per order that is allowed',
      unit: 'kRp',
      default: 1000,
      range: [0, 1000],
      source: 'given: no cap in force; a policy dial',
      grade: 'given',
    }),
    orderWorth: number({
      label:
        'Worth of an order to the platform beyond its fee where it is not calibrated (0: it does not answer)',
      unit: 'kRp',
      default: 0,
      range: [0, 1000],
      source: 'given: solved in the country; written in textbook markets',
      grade: 'given',
    }),
    operatingCost: number({
      label: 'Operating cost of the platform per order',
      unit: 'kRp',
      default: 0,
      range: [0, 100],
      source:
        'assumption: none unless written; 3 kRp for payment, servers and service are 2 % of a mean order of 136 (F38): 1 to 6',
      grade: 'assumption',
    }),
    staffing: number({
      label: 'Platform staffing ratio',
      unit: 'FTE per 1000 orders a week',
      default: 0,
      range: [0, 100],
      source:
        'assumption: none unless written; at 0.1 one person in service and operations handles 10,000 orders a week: 0.03 to 0.3',
      grade: 'assumption',
    }),
    doubleDate: number({
      label: 'Utility gain on a double date (10.10, 11.11)',
      unit: 'log odds',
      default: 0,
      range: [0, 5],
      source:
        'none unless written; in the country fitted, with the occasions of the date, to F151: a double date sells 3 to 4 times an ordinary day. At the limit, 5, a platform is 150 times as likely',
      grade: 'B',
    }),
    impulseHours: number({
      label: 'Impulse viewing hours relative to the mean',
      unit: 'ratio',
      default: 0,
      range: [0, 10],
      source:
        'assumption: none unless written. TikTok’s feed is the unit, so that it has 1; other shops have from 0 (no feed) to 0.3 (live on the side)',
      grade: 'assumption',
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
      source:
        'assumption: none unless written: ranks are secret. 0 (by lot) to 0.45, at which what sells ten times as often as the mean comes up twice as often as the mean',
      grade: 'assumption',
    }),
    rankPrice: number({
      label: 'Weight of low prices in feed ranking',
      unit: 'log odds',
      default: 0,
      range: [0, 3],
      source:
        'assumption: none unless written: ranks are secret. 0 (price plays no part) to 1.5 (half the mean price comes up 2.8 times as often)',
      grade: 'assumption',
    }),
    rankLocal: number({
      label: 'Weight of local goods in feed ranking',
      unit: 'log odds',
      default: 0,
      range: [-2, 2],
      ...dial,
    }),
    rankOwn: number({
      label: 'Weight of own-label goods in feed ranking',
      unit: 'log odds',
      default: 0,
      range: [0, 2],
      ...dial,
    }),
    copies: share({
      label: 'Rate of copying best sellers under its own label',
      unit: 'share of listings/year',
      default: 0,
      ...dial,
    }),
    sellerData: yesNo({
      label: 'May use sellers’ data for own goods',
      default: true,
      source: 'given: it matters only where something is copied',
      grade: 'given',
    }),
    importsRemoved: share({
      label: 'Share of imported listings removed',
      default: 0,
      range: [0, 1],
      per: 'categories',
      ...dial,
    }),
    marketplaceSellers: share({
      label: 'Share of marketplace sellers initially here',
      default: 0,
      ...channels,
    }),
    chatSellers: share({
      label: 'Share of chat-only sellers initially here',
      default: 0,
      ...channels,
    }),
    offlineSellers: share({
      label: 'Share of offline sellers initially here',
      default: 0,
      ...channels,
    }),
    exclusive: share({
      label: 'Share of its sellers initially on no other platform',
      default: 0,
      source: 'given: none unless written',
      grade: 'given',
    }),
    upkeep: number({
      label: 'Time cost of maintaining a shop',
      unit: 'kRp/week',
      default: 0,
      range: [0, 10000],
      source:
        'assumption: none: hours are not divided between shops; 0 to 50 kRp, five hours a week at informal earnings (F163)',
      grade: 'assumption',
    }),
    openingOnline: number({
      label: 'Log odds of opening a shop at a review, seller already online',
      unit: 'log odds',
      default: -9.2,
      range: [-30, 5],
      source:
        'assumption: where it is not solved one review in 10,000 opens a shop; -12 (one in 160,000) to -5 (one in 150). In the country it is solved so that openings make good closings',
      grade: 'assumption',
    }),
    openingOffline: number({
      label: 'Log odds of opening a shop at a review, offline seller',
      unit: 'log odds',
      default: -12.5,
      range: [-30, 5],
      source:
        'assumption: where it is not solved 27 times rarer than by a seller who is online already (e^-3.3); -15 to -9.2 (no rarer). In the country it is solved so that openings make good closings',
      grade: 'assumption',
    }),
    closing: yesNo({
      label: 'Announced to close',
      default: false,
      source: 'given: not announced unless a policy says so',
      grade: 'given',
    }),
  },
  {
    state: {
      custom: f64('Share of all purchase occasions, smoothed, by category', 'share', 'categories'),
      paid: f64('Average price paid, smoothed, by category', 'kRp', 'categories'),
      following: f64(
        'Share of the customers of its nest; after it has shut, of those not settled',
        'share',
      ),
      solvedOrderWorth: f64('Worth of an order to the platform beyond its fee', 'kRp'),
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

/** What falls on a piece of the fixed fee per order, kRp: F / h. */
export const feeOfPiece = (
  c: { readonly flatFee: Values; readonly pieces: Values },
  venue: number,
): number => c.flatFee[venue] / c.pieces[venue]

/**
 * Routes: from where a buyer's attention is to where he pays. Every venue has a direct route of its own
 * name; a link-out is a row. What a channel policy changes is here.
 */
export const routes = table(
  'routes',
  'Routes from attention to checkout',
  {
    from: reference({ label: 'Venue of attention', to: 'venues', default: '', ...described }),
    to: reference({ label: 'Venue of checkout', to: 'venues', default: '', ...described }),
    friction: number({
      label: 'Utility cost of following an outbound link (kappa)',
      unit: 'log odds',
      default: 0,
      range: [0, 10],
      source:
        'assumption: none on a direct route. Of links out no size is known; when Douyin barred them sales inside the app rose (F171), so that it is not small: 0.5 (40 % lower odds) to 2.5 (92 %)',
      grade: 'assumption',
    }),
    open: share({
      label: 'Open share of the day',
      default: 1,
      source: 'given: open unless written',
      grade: 'given',
    }),
    shared: yesNo({
      label: 'Feed displays the goods of the checkout venue as its own',
      default: false,
      ...step,
    }),
    login: share({
      label: 'Share of feed accounts valid at the checkout venue',
      default: 0,
      ...step,
    }),
    tools: yesNo({
      label: 'Common seller tools at both ends',
      default: false,
      ...step,
    }),
    openToPlans: share({
      label:
        'Open share of the day for planned purchases only (negative: same as for all purchases)',
      default: -1,
      range: [-1, 1],
      ...dial,
    }),
  },
  {
    state: {
      firstList: i32.rowOf('First ranked list of the route', 'lists'),
      regional: u8.flag('Ranked lists by region'),
    },
  },
)

/** The share of the day on which a planned purchase may take a route. */
export const openToPlans = (
  c: { readonly open: Values; readonly openToPlans: Values },
  route: number,
): number => (c.openToPlans[route] < 0 ? c.open[route] : c.openToPlans[route])
