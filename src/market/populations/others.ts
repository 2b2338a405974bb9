import { decided, f32, f64, i32, population, tally, u8 } from '../../engine/index.ts'

/** Kinds of work in a labour pool: paid work, owners, and work without an employer in the market. */
export const POOL_KINDS = [
  'producer',
  'reseller',
  'importer',
  'trader',
  'producer owner',
  'reseller owner',
  'importer owner',
  'trader owner',
  'creator',
  'courier',
  'platform',
] as const
export const POOL = { paid: 0, owner: 4, creator: 8, courier: 9, platform: 10 } as const

/** Labour pools: region by kind of work; row = region * POOL_KINDS.length + kind. */
export const pools = population('pools', 'Labour pools', {
  heads: f64('People at work', 'people'),
  fte: f64('Work', 'FTE'),
  bill: f64('Income paid this week', 'kRp'),
  workers: i32('Buyers employed in the pool', 'buyers'),
  normalIncome: f64('Normal income of its workers', 'kRp/week'),
  ratio: f64('Income relative to the normal income of its workers', 'ratio'),
  reference: f64('Income ratio before any policy', 'ratio'),
  elsewhere: f64('Share of normal income from outside the market', 'ratio'),
  unassigned: f64('Income of the week not represented by a buyer', 'kRp'),
})

/** Regional labour markets. */
export const labour = population('labour', 'Regional labour', {
  unemployed: i32('Buyers without work', 'buyers'),
  force: i32('Buyers in the labour force', 'buyers'),
  wage: f64('Wage relative to the start', 'ratio'),
})

/** The calendar of the horizon. */
export const days = population('days', 'Days of the horizon', {
  toLebaran: f32('Days to the nearest Lebaran', 'days'),
  doubleDate: f32('1 on a double date, -1 on the days around one, else 0'),
  toSettle: f32('Days until constants are settled; negative from then on', 'days'),
  solving: f32.flag('Constants are being calibrated'),
})

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Today. One row. */
export const today = population('today', 'Today', {
  weekday: f64.oneOf('Day of the week', WEEKDAYS),
  doubleDate: f64.flag('A double date'),
  shopping: f64('Planned occasions of online shoppers relative to an ordinary day', 'ratio'),
  flash: f64('Impulse occasions relative to an ordinary day', 'ratio'),
  away: f64('Attention diverted from closed feeds', 'ratio'),
  plannedBound: f64('Upper bound of planned occasions today', '1/day', 'categories'),
  solving: f64.flag('Constants are being calibrated'),
  delivered: f64(
    'Share of what buyers owe for goods on order that is paid at delivery today',
    'share',
  ),
  cancelled: f64('Share of what buyers owe for goods on order that is cancelled today', 'share'),
  reachMoved: f64.flag('The reach of a venue has changed since last Monday'),
  elapsedYears: f64('Time since the start', 'years'),
  yearsToSettle: f64('Time until constants are settled; negative from then on', 'years'),
  streamingTaste: f64('Earnings at which creators stream relative to informal earnings', 'ratio'),
  followersLost: f64('Share of followers lost by moving to other platforms, smoothed', 'share'),
  followersWon: f64('Followers won per unit of skill and of the audience^f', 'people'),
})

/** What a row of a seller and a route is a row of. */
export const SELLERS_BY_ROUTES = 'sellers by routes'

/** Items that a creator shows at most. */
export const SHOWN = 8

/** Creators and affiliates. */
export const creators = population('creators', 'Creators', {
  region: u8.rowOf('Region', 'regions'),
  category: u8.rowOf('Category', 'categories'),
  venue: decided(u8.rowFrom1Of('Platform on which it streams', 'venues')),
  skill: f32('Skill', 'ratio'),
  followers: f64('Followers', 'people'),
  usualFollowers: f64('Followers as found, and in the long run without a policy', 'people'),
  followedAt: u8.rowFrom1Of('Platform where its followers are', 'venues'),
  outside: f32('Informal earnings per hour', 'kRp/hour'),
  earned: f64('Earnings per live hour, smoothed', 'kRp/hour'),
  hours: decided(f32('Live hours', 'hours/week')),
  audience: f64('Viewers', 'people'),
  shown: decided(i32.rowOf('Goods shown this week', SELLERS_BY_ROUTES, { none: -1, per: SHOWN })),
  income: f64('Commission income of the week', 'kRp'),
})

/** Attention of the impulse feed by venue and category. Row = venue. */
export const feeds = population('feeds', 'Impulse feeds', {
  bound: f64('Upper bound of impulse exposures today', '1/day', 'categories'),
  rate: f64('Impulse exposures today', '1/day', 'categories'),
  usualRate: f64(
    'Impulse exposures today if viewing were as on the calibration date',
    '1/day',
    'categories',
  ),
  attention: f64('Viewing from which a checkout can be reached', 'ratio'),
  usualAttention: f64(
    'Viewing from which a checkout could be reached on the calibration date',
    'ratio',
  ),
  reachThen: f64('Reach last Monday', 'share'),
  viewers: f64('Total viewing relative to usual', 'ratio'),
  usualHours: f64('Live hours of its creators, as usual', 'hours/week'),
  perFollowing: f64('Viewers per live hour and unit of following', 'people'),
  perSkill: f64('Viewers per live hour and unit of skill', 'people'),
  perViewer: f64('Commissions per viewer, smoothed', 'kRp'),
  valueToday: f64('Sales today by category', 'kRp', 'categories'),
  foreignToday: f64('Sales of imported goods today by category', 'kRp', 'categories'),
  ordersToday: f64('Purchases today by category', 'purchases', 'categories'),
  foreignOrdersToday: f64(
    'Purchases of imported goods today by category',
    'purchases',
    'categories',
  ),
  value: f64('Sales of the week by category', 'kRp', 'categories'),
  orders: f64('Purchases of the week by category', 'purchases', 'categories'),
  impulseOrders: f64('Impulse purchases of the week by category', 'purchases', 'categories'),
  feeIncome: f64('Fees of the week by category', 'kRp', 'categories'),
  subsidies: f64('Subsidies of the week by category', 'kRp', 'categories'),
  labelIncome: f64('Profit of own labels of the week by category', 'kRp', 'categories'),
  pieces: tally(
    'Purchases served today, of a piece each, by region of the buyer',
    'purchases',
    'regions',
  ),
  parcelsWeek: f64('Orders this week, a parcel each, by region of the buyer', 'orders', 'regions'),
  openingShift: f64('Calibrated correction of the odds of opening a shop', 'log odds'),
  grown: f64('Firms that had opened a shop by the first day, by category', 'firms', 'categories'),
  opening: f64('Firms expected to open a shop this week, by category', 'firms', 'categories'),
  closed: f64('Firms that closed their shop this week, by category', 'firms', 'categories'),
  leaving: f64('Average shop closures to be offset by openings', 'firms/week'),
  copyRoom: f64('Carried-over copies under its own label, by category', 'listings', 'categories'),
  medianProfit: f64('Median profit of its sellers by category', 'kRp/week', 'categories'),
})

/** What a firm that looks for an outlet hears of others of its category and class; row = category * classes + class. */
export const peers = population('peers', 'Peers of firms that look for an outlet', {
  firms: f64('Firms that sell at the venue', 'firms', 'venues'),
  profit: f64('Profit that is expected at the venue', 'kRp/week', 'venues'),
})

export const SECTORS = [
  'households',
  'producers',
  'resellers',
  'importers',
  'creators',
  'traders',
  'platforms',
  'logistics',
  'government',
  'rest of economy',
  'rest of world',
] as const
export const FLOWS = [
  'purchases',
  'delivery',
  'subsidies',
  'fees',
  'commissions',
  'own labels',
  'wholesale',
  'border payments',
  'duties',
  'materials, rent and operation',
  'wages',
  'draws',
  'founding and closing',
  'outside income',
  'rest of consumption',
  'taxes',
  'programmes',
] as const

/** The stock-flow matrix of the week; row = flow. Each row adds up to zero over the sectors. */
export const ledger = population('ledger', 'Flows of the week', {
  amount: f64('Amount received (+) or paid (-)', 'kRp', SECTORS.length),
})

/** Deposits of the sectors that are not kept agent by agent, and of all sectors together. */
export const sectors = population('sectors', 'Sectors', {
  deposits: f64('Deposits', 'kRp'),
  due: f64('Owed to it (+) and by it (-) for goods on order', 'kRp'),
  advances: f64('Deposits of buyers that it holds for goods on order', 'kRp'),
})
