import { decided, f32, f64, i32, population, tally, u8, u16, u32 } from '../../engine/index.ts'

/** Income classes of equal size: the class sets price sensitivity. */
export const INCOME_CLASSES = 5
/** What the classes are called, by row. */
export const FIFTHS = [
  'poorest fifth',
  'second fifth',
  'middle fifth',
  'fourth fifth',
  'richest fifth',
] as const
/** Levels of activity and of live affinity, at equal steps of probability. */
export const LEVELS = 64
/** Buyers in a block, the unit in which occasions are kept. */
export const BLOCK = 4096
/** Largest budget, relative to a buyer's own mean, for which upper bounds of occasions leave room: no behaviour, which is `largestBudget`. */
export const BUDGET_CAP = 1.5

export const STATUS = { outside: 0, market: 1, unemployed: 2 } as const
/** What a status is called, by number. */
const EMPLOYMENT = ['works outside the market', 'works in the market', 'without work']

/** Buyers: one worker and household each, standing for `households.weight` people. */
export const buyers = population('buyers', 'Buyers', {
  region: u8.rowOf('Home region', 'regions'),
  incomeClass: u8.rowOf('Income class', 'classes'),
  activity: u8.rowOf('Level of shopping activity', 'levels'),
  affinity: u8.rowOf('Level of live affinity', 'levels'),
  shopper: u8.flag('Shops online'),
  accounts: decided(u32.bitsOf('Venues with an account', 'venues')),
  lastVenue: u8.rowFrom1Of('Venue used last', 'venues'),
  income: f32('Normal income', 'kRp/week'),
  expectedIncome: f32('Expected income relative to normal', 'ratio'),
  budget: decided(f32('Consumption budget relative to normal', 'ratio')),
  status: u8.oneOf('Employment status', EMPLOYMENT),
  pool: u16.rowOf('Labour pool', 'pools'),
  factor: f32('Outside wage relative to normal, after a job loss', 'ratio'),
  spent: f64('Spent on modelled goods this week', 'kRp'),
  owed: f64('Owes for goods on order', 'kRp'),
  deposits: f64('Deposits', 'kRp'),
})

/** Blocks of buyers. */
export const blocks = population('blocks', 'Blocks of buyers', {
  occasions: u32('Occasions today', 'occasions'),
  surplus: f64('Consumer surplus today, by income class', 'kRp', 'classes'),
  intrinsicSurplus: f64('Consumer surplus net of social influence today, sampled buyers', 'kRp'),
  sampledSurplus: f64('Consumer surplus today, same sampled buyers', 'kRp'),
  income: f64('Income of the week', 'kRp'),
  spending: f64('Spending on modelled goods of the week', 'kRp'),
  rest: f64('Rest of consumption of the week', 'kRp'),
  goods: f64('Usual purchases of modelled goods over mean income, at mean activity', 'share'),
  deposits: f64('Deposits of its households', 'kRp'),
  owed: f64('Owed by its households for goods on order', 'kRp'),
  fromOutside: f64('Wages and transfers from outside the market', 'kRp'),
})

export const classes = population('classes', 'Income classes', {
  income: f64('Mean income relative to the country', 'ratio'),
  sensitivity: f64('Price sensitivity (alpha)', '1/kRp', 'categories'),
})

export const levels = population('levels', 'Levels of activity and live affinity', {
  activity: f64('Shopping activity', 'ratio'),
  affinity: f64('Live affinity relative to the mean', 'ratio'),
  noPlanned: f64('Chance of no candidate for a planned occasion today', 'share'),
  noImpulse: f64('Chance of no candidate for an impulse occasion today', 'share'),
})

/** Purchase occasions of the day: each block of buyers has its own stretch of rows. */
export const occasions = population('occasions', 'Purchase occasions of the day', {
  buyer: decided(i32.rowOf('Buyer', 'buyers')),
  noise: u32.noise('Seed of the idiosyncratic shocks of the occasion'),
  category: u8.rowOf('Category', 'categories'),
  feed: u8.rowFrom1Of('Feed of an impulse', 'venues'),
  returned: u8.flag('Planned in the place of an impulse order'),
  route: decided(u8.rowFrom1Of('Route chosen', 'routes')),
  listing: decided(i32.rowOf('Listing chosen', 'listings', { none: -1 })),
  bought: i32.rowOf('Listing that fulfilled the order', 'listings', { none: -1 }),
})

/** Category by region: what buyers did today and this week. */
export const markets = population('markets', 'Categories by region', {
  planned: tally('Planned occasions today', 'occasions'),
  saved: tally('Planned occasions without a purchase today', 'occasions'),
  byNest: tally('Planned occasions by nest today', 'occasions', 'nests'),
  impulse: tally('Impulse purchases by venue today', 'purchases', 'venues'),
  plannedWeek: f64('Planned occasions this week', 'occasions'),
  impulseWeek: f64('Impulse purchases this week', 'purchases', 'venues'),
  byNestWeek: f64('Planned occasions by nest this week', 'occasions', 'nests'),
  savedWeek: f64('Planned occasions without a purchase this week', 'occasions'),
})

/** Routes as a market and class see them; row = ((category * regions + region) * classes + class) * routes + route. */
export const appeals = population(
  'appeals',
  'Utility of routes by category, region and income class',
  {
    utility: f64('Utility of the route', 'log odds'),
    odds: f64('Exponentiated utility relative to the best route of its nest', 'odds'),
    intrinsicOdds: f64(
      'Exponentiated utility net of social influence, relative to the best route of its nest',
      'odds',
    ),
    impulseOdds: f64('Odds that an impulse exposure on the route ends in an order', 'odds'),
  },
)

/** Nests as a market and class see them; row = ((category * regions + region) * classes + class) * nests + nest. */
export const nestAppeals = population('nestAppeals', 'Utility of nests', {
  odds: f64('Exponentiated utility of the nest relative to the scale', 'odds'),
  intrinsicOdds: f64('Exponentiated utility of the nest net of social influence', 'odds'),
})

/** The choice between nests and saving; row = (category * regions + region) * classes + class. */
export const scales = population('scales', 'Scale of the odds of a choice', {
  level: f64('Log odds that normalise nests and the outside option', 'log odds'),
  saving: f64('Odds of the outside option', 'odds'),
  returning: f64('Share of impulse orders of the calibration date that return to plans', 'share'),
  crowding: f64(
    'Share of plans of online shoppers that impulse orders displace beyond those of the calibration date',
    'share',
  ),
  impulseOutside: f64('Utility constant of not buying on impulse, by feed', 'log odds', 'venues'),
})
