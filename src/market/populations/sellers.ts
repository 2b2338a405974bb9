import { decided, f32, f64, i32, population, u8, u16, u32 } from '../../engine/index.ts'

export const KIND = { producer: 0, reseller: 1, importer: 2, trader: 3 } as const
export type Kind = keyof typeof KIND
/** In the order of their numbers. */
export const KIND_NAMES: readonly Kind[] = ['producer', 'reseller', 'importer', 'trader']
export const KINDS = KIND_NAMES.length
/** Resellers and traders are merchants: they buy in the country what they sell. */
export const isMerchant = (kind: number): boolean => kind === KIND.reseller || kind === KIND.trader
export const FIRM_CLASS = { marketplace: 0, chat: 1, offline: 2 } as const
export const FIRM_CLASSES = Object.keys(FIRM_CLASS).length
export const STATE = { active: 0, idle: 1, exited: 2 } as const

/** Sellers of all kinds. Amounts are those of one real firm; `weight` firms stand behind each row. */
export const sellers = population('sellers', 'Sellers', {
  kind: u8.rowOf('Kind', 'kinds'),
  category: u8.rowOf('Category', 'categories'),
  region: u8.rowOf('Region', 'regions'),
  firmClass: u8.oneOf('Class', ['on marketplaces', 'by chat only', 'offline']),
  cluster: u8.rowFrom1Of('Cluster', 'clusters'),
  weight: f64('Firms represented', 'firms'),
  owner: i32.rowOf('First seller of the same owner', 'sellers'),
  listed: i32.rowOf('Listed seller of a textbook market', 'sellers', { none: -1 }),
  generation: u32('Number of earlier firms in this slot', 'firms'),
  state: decided(u8.oneOf('State', Object.keys(STATE))),
  entrant: u8.flag('Entrant this week'),
  basketFirm: u32(
    'Number of earlier firms in this slot, of the firm in the basket of the price index',
    'firms',
  ),
  exited: u8.flag('Exited this week'),
  reentered: u8.flag('Re-entered this week'),
  age: u8('Weeks since it began, at most 255', 'weeks'),
  shortWeeks: u8('Weeks in which it has earned less than its owner asks', 'weeks'),
  brokeWeeks: u8('Weeks of insolvency', 'weeks'),

  quality: f32('Quality and appeal', 'log odds'),
  skill: f32('Digital skill', 'share'),
  madeToOrder: u8.flag('Makes to order'),
  perceivedSensitivity: f32('Perceived relative to true price sensitivity', 'ratio'),
  joined: u8.flag('Has joined the programme', 'programmes'),
  trained: f32('Gain in digital skill from programmes', 'share'),
  training: f32('Gain in perceived quality from programmes', 'log odds'),
  marketing: f32('Utility effect of its marketing', 'log odds'),
  effort: f32('Marketing effort', 'hours/week'),
  margin: f32('Retail margin of firms choosing marketing effort, smoothed', 'kRp/week'),
  licence: f32('Utility effect of its licence on marketplaces', 'log odds'),
  equipped: f32('Labour productivity gain from equipment', 'ratio'),
  outlets: f32('Gain in sales from shops that programmes opened', 'log'),
  enrolled: u8.rowFrom1Of('Venue where a programme opens a shop for it this week', 'venues'),
  guest: u8.rowFrom1Of('Event venue this week', 'venues'),
  guestBefore: u8.rowFrom1Of('Event venue last week', 'venues'),
  ownLabel: u8.rowFrom1Of('Platform whose own label it makes', 'venues'),
  nextLabel: u8.rowFrom1Of('Platform whose own label it will make', 'venues'),
  labelWeeks: u8('Weeks until its own-label goods are listed', 'weeks'),
  labelQuality: f32('Quality of the own label', 'log odds'),
  copied: u8.flag('Copied by a platform'),
  original: i32.rowFrom1Of('Seller whose goods the own label copies', 'sellers'),
  creatorCommission: f32('Commission offered to creators', 'share'),

  foreign: f64('Imported share of stock', 'share'),
  source: decided(u8.oneOf('Source of new stock', ['local', 'imported'])),
  supplier: decided(i32.rowOf('Supplying producer', 'sellers', { none: -1 })),
  importSupplier: decided(i32.rowOf('Supplying importer', 'sellers', { none: -1 })),

  unitCost: f64('Unit cost of stock', 'kRp'),
  wholesalePrice: f64('Wholesale price', 'kRp'),
  share: f64('Market share of occasions, by nest', 'share', 'nests'),

  stock: f64('Stock', 'pieces'),
  onOrder: decided(f64('Units on order', 'pieces')),
  backlog: f64('Order backlog', 'pieces'),
  wait: f32('Waiting time for made-to-order goods', 'weeks'),
  expected: f64('Expected demand', 'pieces/week'),
  ordersToday: i32('Purchases served today', 'purchases'),
  soldToday: f64('Sold at retail today', 'pieces'),
  revenueToday: f64('Retail revenue today, buyer prices', 'kRp'),
  produced: decided(f64('Produced today', 'pieces')),
  received: f64('Received this week', 'pieces'),
  shipped: f64('Shipped wholesale this week', 'pieces'),
  wanted: decided(f64('Ordered by resellers this week', 'pieces')),
  spoiled: f64('Written off today', 'pieces'),
  lost: f64('Written off this week while on the way', 'pieces'),
  piecesWeek: f64('Sold at retail this week', 'pieces'),
  ordersWeek: f64('Purchases served this week', 'purchases'),

  credited: f64('Of today’s orders, paid at delivery', 'kRp'),
  settled: f64('Paid today at delivery', 'kRp'),
  credit: f64('Owed by buyers for goods on order, beyond the start of the week', 'kRp'),
  due: f64('Owed by buyers for goods on order', 'kRp'),
  advances: f64('Deposits of buyers held for goods on order', 'kRp'),
  revenue: f64('Retail revenue this week, buyer prices', 'kRp'),
  fees: f64('Platform fees this week', 'kRp'),
  commissions: f64('Commissions to creators this week', 'kRp'),
  labelProfit: f64('Profit of goods under the label of a platform this week, paid to it', 'kRp'),
  wholesaleIncome: f64('Wholesale revenue this week', 'kRp'),
  purchases: f64('Goods bought wholesale this week', 'kRp'),
  borderPayments: f64('Paid abroad this week', 'kRp'),
  duties: f64('Duty and import taxes this week', 'kRp'),
  handlingCost: f64('Handling and evasion cost of imports this week', 'kRp'),
  materials: f64('Materials this week', 'kRp'),
  wages: f64('Wages this week', 'kRp'),
  rent: f64('Rent of its place', 'kRp/week'),
  liveCost: f64('Cost of live sessions this week', 'kRp'),
  salesTax: f64('Value added and turnover tax this week', 'kRp'),
  rentPaid: f64('Rent and overhead paid this week', 'kRp'),
  capitalInjection: f64(
    'Capital injection of an entrant (+), deposits of an exiting firm (-)',
    'kRp',
  ),
  withdrawals: f64('Owner withdrawals this week (-: capital paid in)', 'kRp'),
  cash: f64('Deposits', 'kRp'),
  earnings: f64('Earnings of its owner, mean of the weeks that count in its decisions', 'kRp/week'),
  earnedWeeks: u8(
    'Weeks over which earnings are averaged, at most those that count in its decisions',
    'weeks',
  ),
  outside: f64('What its owner could earn elsewhere', 'kRp/week'),
  turnover: f64('Turnover, smoothed over a year', 'mRp/year'),

  family: f64('Family labour', 'FTE'),
  familyUsed: decided(f64('Family labour in use', 'FTE')),
  paid: decided(f64('Paid labour', 'FTE')),
  hired: f64('Hired this week', 'FTE'),
  separated: f64('Laid off this week', 'FTE'),

  served: i32('Served today, by route', 'purchases', 'routes'),
  impulse: i32('Served on impulse today, by route', 'purchases', 'routes'),
  hosted: f64('Served this week through creators of the feed, by route', 'purchases', 'routes'),
  hosting: f64('Viewers of the creators who show its goods, by route', 'people', 'routes'),
  live: f32('Utility gain from being shown live, by route', 'log odds', 'routes'),
  byLive: f32('Share of its planned orders that live sessions bring, by route', 'share', 'routes'),

  followers: f64('Followers', 'people'),
  liveHours: decided(f32('Own live hours', 'hours/week')),
  liveVenue: decided(u16.rowFrom1Of('Venue of its own live sessions', 'venues')),
  liveAudience: f64('Viewers of its own live sessions', 'people'),
  liveWeeks: u8('Weeks since its own live sessions were last judged', 'weeks'),
  liveEarnings: f64('Earned by its own live sessions since they were last judged', 'kRp'),
  studio: u8.rowFrom1Of('Venue of a shop opened for its own live sessions', 'venues'),
  recentRevenue: f64('Retail revenue, smoothed over two months', 'kRp/week'),
  gaveUp: u8.flag('Has given up its own live sessions'),
})

/** Listings: every seller at every venue; row = seller * venues + venue. */
export const listings = population('listings', 'Listings', {
  open: decided(u8.flag('Open')),
  price: decided(f32('Price', 'kRp')),
  markup: decided(f32('Mark-up', 'kRp')),
  popularity: f32('Popularity: discounted sales of a firm', 'pieces'),
  sold: i32('Served today', 'purchases'),
  soldWeek: i32('Served this week', 'purchases'),
  commissionedWeek: f64('Served this week with a commission to creators', 'purchases'),
  recent: f64('Served of late', 'purchases'),
  recentCommissioned: f64('Served of late with a commission to creators', 'purchases'),
  commissioned: f32('Expected share of orders with a commission to creators', 'share'),
  absent: f32('Part of the firms that do not keep going the shop that a programme opened', 'share'),
  profit: f32('Profit of the shop, smoothed', 'kRp/week'),
  usual: f64('Sales of the shop, smoothed over thirteen weeks', 'kRp/week'),
  poorReviews: u8('Consecutive unprofitable reviews', 'reviews'),
  basketPieces: f64('In the basket of the price index', 'purchases'),
  basketValue: f64('Paid for what is in the basket of the price index', 'kRp'),
})

/** Ranked lists: a route and category (and region, where buyers meet only their own). */
export const lists = population('lists', 'Ranked lists', {
  route: u8.rowOf('Route', 'routes'),
  category: u8.rowOf('Category', 'categories'),
  from: i32.rowOf('First seller that may be in it', 'sellers'),
  to: i32.rowOf('Seller after the last', 'sellers'),
  members: u32('Listings in it', 'listings'),
  usualOrders: f64('Purchases of the venue and category, as usual', 'pieces/week'),
  size: f64('Real listings in it', 'listings'),
  covered: u8.flag('Shorter than the consideration set'),
  twins: u8.flag('Has a copy and its original'),
  shown: u8.flag('Has items shown live'),
  inclusiveValue: f64('Inclusive value of the venue by income class', 'log odds', 'classes'),
  intrinsicValue: f64(
    'Inclusive value of the venue by income class, net of social influence',
    'log odds',
    'classes',
  ),
})

/** Slots of the ranked lists. */
export const slots = population('slots', 'Positions of ranked lists', {
  listing: i32.rowOf('Listing', 'listings'),
  utility: f32('Utility before price and live shopping', 'log odds'),
  price: f32('Price', 'kRp'),
  live: f32('Utility gain from being shown live', 'log odds'),
  twinListing: i32.rowFrom1Of('Copy or original of the listing', 'listings'),
  twinUtility: f32('Utility of the copy or original before price and live shopping', 'log odds'),
  twinPrice: f32('Price of the copy or original', 'kRp'),
  twinLive: f32('Utility gain of the copy or original from being shown live', 'log odds'),
  part: f32('Part of a copy and its original that the position stands for, in logs', 'log odds'),
})
