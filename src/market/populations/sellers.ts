import { f32, f64, i32, population, u8, u16, u32 } from '../../engine/index.ts'

export const KIND = { producer: 0, reseller: 1, importer: 2, trader: 3 } as const
export const FIRM_CLASS = { marketplace: 0, chat: 1, offline: 2 } as const
export const STATE = { active: 0, idle: 1, exited: 2 } as const

/** Sellers of all kinds. Amounts are those of one real firm; `weight` firms stand behind each row. */
export const sellers = population('sellers', 'Sellers', {
  kind: u8('Kind'),
  category: u8('Category'),
  region: u8('Region'),
  firmClass: u8('Class: marketplace, chat only, offline'),
  cluster: u8('Cluster, from 1; 0 none'),
  weight: f64('Firms represented', 'firms'),
  owner: i32('Owner: the row of the first seller of the same owner'),
  listed: i32('Row in the list of textbook sellers; -1 in the country'),
  generation: u32('Number of earlier firms in this slot'),
  state: u8('Active, idle or exited'),
  fresh: u8('Entrant this week'),
  left: u8('Exited this week'),
  restarted: u8('Re-entered this week'),
  idleWeeks: u8('Weeks below the margin threshold'),
  brokeWeeks: u8('Weeks of insolvency'),

  quality: f32('Quality and appeal', 'log odds'),
  skill: f32('Digital skill', 'share'),
  madeToOrder: u8('Makes to order'),
  perceived: f32('Perceived relative to true price sensitivity', 'ratio'),
  joined: u8('Programmes joined', '', 'programmes'),
  trained: f32('Gain in digital skill from programmes', 'share'),
  training: f32('Gain in perceived quality from programmes', 'log odds'),
  marketing: f32('Utility effect of its marketing', 'log odds'),
  effort: f32('Marketing effort', 'hours/week'),
  margin: f32('Retail margin of firms choosing marketing effort, smoothed', 'kRp/week'),
  licence: f32('Utility effect of its licence on marketplaces', 'log odds'),
  equipped: f32('Labour productivity gain from equipment', 'ratio'),
  enrolled: u8('Venue where a programme opens a shop for it this week, from 1; 0 none'),
  guest: u8('Event venue this week, from 1; 0 none'),
  guestBefore: u8('Event venue last week, from 1; 0 none'),
  ownLabel: u8('Platform whose own label it makes, from 1; 0 none'),
  nextLabel: u8('Platform whose own label it will make, from 1; 0 none'),
  labelWeeks: u8('Weeks until its own-label goods are listed', 'weeks'),
  labelQuality: f32('Quality of the own label', 'log odds'),
  copied: u8('Copied by a platform'),
  creatorCommission: f32('Commission offered to creators', 'share'),

  foreign: f64('Imported share of stock', 'share'),
  source: u8('Source of new stock: 0 local, 1 imported'),
  supplier: i32('Supplying producer; -1 none'),
  importSupplier: i32('Supplying importer; -1 none'),

  unitCost: f64('Unit cost of stock', 'kRp'),
  wholesalePrice: f64('Wholesale price', 'kRp'),
  share: f64('Market share of occasions, by nest', 'share', 'nests'),

  stock: f64('Stock', 'pieces'),
  onOrder: f64('Units on order', 'pieces'),
  backlog: f64('Order backlog', 'pieces'),
  wait: f32('Waiting time for made-to-order goods', 'weeks'),
  expected: f64('Expected demand', 'pieces/week'),
  ordersToday: i32('Orders served today', 'orders'),
  soldToday: f64('Sold at retail today', 'pieces'),
  revenueToday: f64('Retail revenue today, buyer prices', 'kRp'),
  produced: f64('Produced today', 'pieces'),
  received: f64('Received this week', 'pieces'),
  shipped: f64('Shipped wholesale this week', 'pieces'),
  wanted: f64('Ordered by resellers this week', 'pieces'),
  spoiled: f64('Written off today', 'pieces'),
  lost: f64('Written off this week while on the way', 'pieces'),
  piecesWeek: f64('Sold at retail this week', 'pieces'),
  ordersWeek: f64('Orders served this week', 'orders'),

  takings: f64('Retail revenue this week, buyer prices', 'kRp'),
  fees: f64('Platform fees this week', 'kRp'),
  commissions: f64('Commissions to creators this week', 'kRp'),
  wholesaleIncome: f64('Wholesale revenue this week', 'kRp'),
  purchases: f64('Goods bought wholesale this week', 'kRp'),
  borderPayments: f64('Paid abroad this week', 'kRp'),
  duties: f64('Duty and import taxes this week', 'kRp'),
  handlingCost: f64('Handling and evasion cost of imports this week', 'kRp'),
  materials: f64('Materials this week', 'kRp'),
  wages: f64('Wages this week', 'kRp'),
  rent: f64('Rent and operating cost', 'kRp/week'),
  liveCost: f64('Cost of live sessions this week', 'kRp'),
  salesTax: f64('Value added and turnover tax this week', 'kRp'),
  rentPaid: f64('Rent and operating cost paid this week', 'kRp'),
  founding: f64('Capital injection of an entrant (+), deposits of an exiting firm (-)', 'kRp'),
  draw: f64('Owner withdrawals this week', 'kRp'),
  cash: f64('Deposits', 'kRp'),
  turnover: f64('Turnover, smoothed over a year', 'mRp/year'),

  family: f64('Family labour', 'FTE'),
  familyUsed: f64('Family labour in use', 'FTE'),
  paid: f64('Paid labour', 'FTE'),
  hired: f64('Hired this week', 'FTE'),
  separated: f64('Laid off this week', 'FTE'),

  followers: f64('Followers', 'people'),
  liveHours: f32('Own live hours', 'hours/week'),
  liveLosses: u8('Consecutive loss-making weeks of streaming'),
  liveVenue: u16('Venue of its own live sessions, from 1; 0 none'),
})

/** Listings: every seller at every venue; row = seller * venues + venue. */
export const listings = population('listings', 'Listings', {
  open: u8('Open'),
  price: f32('Price', 'kRp'),
  markup: f32('Mark-up', 'kRp'),
  popularity: f32('Popularity: discounted sales of a firm', 'pieces'),
  impulse: i32('Served on impulse today', 'orders'),
  sold: i32('Served today', 'orders'),
  soldWeek: i32('Served this week', 'orders'),
  impulseWeek: i32('Served on impulse this week', 'orders'),
  commissionedWeek: f64('Served this week with a commission to creators', 'orders'),
  recent: f64('Served of late', 'orders'),
  recentCommissioned: f64('Served of late with a commission to creators', 'orders'),
  commissioned: f32('Expected share of orders with a commission to creators', 'share'),
  live: f32('Utility gain from being shown live', 'log odds'),
  hosts: u16('Creators who show it', 'creators'),
  gain: f32('Profit of the shop, smoothed', 'kRp/week'),
  usual: f64('Sales of the shop, smoothed over thirteen weeks', 'kRp/week'),
  poorReviews: u8('Consecutive unprofitable reviews'),
})

/** Ranked lists: a route and category (and region, where buyers meet only their own). */
export const lists = population('lists', 'Ranked lists', {
  route: u8('Route'),
  category: u8('Category'),
  from: i32('First seller that may be in it'),
  to: i32('Seller after the last'),
  members: u32('Listings in it', 'listings'),
  size: f64('Real listings in it', 'listings'),
  covered: u8('Shorter than the consideration set'),
  shown: u8('Has items shown live'),
  value: f64('Inclusive value of the venue by income class', 'log odds', 'classes'),
  soberValue: f64(
    'Inclusive value of the venue by income class, net of social influence',
    'log odds',
    'classes',
  ),
})

/** Slots of the ranked lists. */
export const slots = population('slots', 'Positions of ranked lists', {
  listing: i32('Listing'),
  worth: f32('Utility before price and live shopping', 'log odds'),
  price: f32('Price', 'kRp'),
  live: f32('Utility gain from being shown live', 'log odds'),
})
