/** ONE DAY IN THE MARKET, in order: read this first. Each line is a rule, each rule is a file,
 * each banner a folder of `rules`. */
import { type Rule, type Schedule, schedule } from '../engine/index.ts'
import { type Added, NOTHING, placed } from './policy/added.ts'
import type { PlacedRule } from './policy/policy.ts'
import { attention } from './rules/attention/attention.ts'
import { creatorPay } from './rules/attention/creator-pay.ts'
import { reach } from './rules/attention/reach.ts'
import { sessions } from './rules/attention/sessions.ts'
import { showcase } from './rules/attention/showcase.ts'
import { streaming } from './rules/attention/streaming.ts'
import { feed } from './rules/feeds/feed.ts'
import { popularity } from './rules/feeds/popularity.ts'
import { shareInversion } from './rules/feeds/share-inversion.ts'
import { subsidies } from './rules/feeds/subsidies.ts'
import { adoption } from './rules/firms/adoption.ts'
import { copycat } from './rules/firms/copycat.ts'
import { entryExit } from './rules/firms/entry-exit.ts'
import { events } from './rules/firms/events.ts'
import { marketing } from './rules/firms/marketing.ts'
import { openings } from './rules/firms/openings.ts'
import { programmes } from './rules/firms/programmes.ts'
import { calendar } from './rules/game/calendar.ts'
import { datedParametersOf } from './rules/game/dated-parameters.ts'
import { offlineTrend } from './rules/game/offline-trend.ts'
import { books, booksWith } from './rules/money/books.ts'
import { cash, cashWith } from './rules/money/cash.ts'
import { hiring } from './rules/money/hiring.ts'
import { householdIncome } from './rules/money/household-income.ts'
import { jobs } from './rules/money/jobs.ts'
import { taxes } from './rules/money/taxes.ts'
import { wholesale } from './rules/money/wholesale.ts'
import { work } from './rules/money/work.ts'
import { commissionShares } from './rules/prices/commission-shares.ts'
import { costs } from './rules/prices/costs.ts'
import { expectations } from './rules/prices/expectations.ts'
import { marketShares } from './rules/prices/market-shares.ts'
import { pricing } from './rules/prices/pricing.ts'
import { sourcing } from './rules/prices/sourcing.ts'
import { itemChoice } from './rules/shopping/item-choice.ts'
import { purchaseOccasions } from './rules/shopping/purchase-occasions.ts'
import { rationing } from './rules/shopping/rationing.ts'
import { venueAppeal } from './rules/shopping/venue-appeal.ts'
import { venueChoice } from './rules/shopping/venue-choice.ts'
import { basket } from './rules/trade/basket.ts'
import { counts } from './rules/trade/counts.ts'
import { deliveries } from './rules/trade/deliveries.ts'
import { inventory } from './rules/trade/inventory.ts'
import { payments } from './rules/trade/payments.ts'
import { production } from './rules/trade/production.ts'
import { takings } from './rules/trade/takings.ts'

/** In the place of the courses and policies of a scenario. */
const datedParameters = datedParametersOf([])

/** The rules of every world, in order. */
const page: readonly Rule[] = [
  // THE RULES OF THE GAME
  datedParameters, // dated courses and policies set the values of tables
  calendar, // season, Lebaran, double dates and open feeds set how often people shop
  offlineTrend, // the taste for stalls and bazaars continues to fall

  // MONDAY: ATTENTION
  creatorPay, // creators are paid for the orders that began with them
  streaming, // creators choose platform and hours by what an hour earns them
  attention, // viewers of a feed are divided among streaming creators; attention concentrates on stars
  sessions, // traders try live sessions of their own and quit if they do not pay
  reach, // online shoppers open accounts as a venue grows
  showcase, // creators show the items that earn them most

  // MONDAY: FIRMS AND THEIR SHOPS
  entryExit, // firms idle, restart, leave and enter
  programmes, // programmes train, license and equip small firms and open shops for them, within their capacity
  copycat, // a platform lists copies of best sellers under its own label
  events, // events bring visitors to bazaars and small firms to stalls
  marketing, // sellers who consider it spend working hours on marketing
  adoption, // sellers open and close shops on venues
  openings, // before the calibration date, the odds of opening shops are calibrated

  // MONDAY: COSTS AND PRICES
  expectations, // sellers revise expected demand
  costs, // materials, wages, duties and the exchange rate make unit costs
  sourcing, // resellers and traders choose between local and imported goods
  marketShares, // sellers observe their market shares
  commissionShares, // sellers observe on what share of orders they pay creators
  pricing, // sellers review mark-ups and set prices

  // MONDAY: FEEDS AND PLATFORMS
  popularity, // popularity follows past sales
  feed, // platforms and streets of stalls rank their listings; the value of each venue follows
  shareInversion, // before the calibration date, constants are calibrated to observed shares
  subsidies, // platforms answer each other with subsidies

  // MONDAY: GOODS, WORK AND MONEY
  wholesale, // merchants restock from producers and importers; importers order abroad
  hiring, // firms use family labour, hire and fire, and pay wages
  taxes, // firms pay income tax by turnover and value added tax
  cash, // firms settle the week and owners withdraw their income
  work, // work and income are added up by region and kind, including couriers and platforms
  jobs, // people lose and find work, in the market and outside
  householdIncome, // households earn, save and set their budget
  books, // the books of the week are closed

  // EVERY DAY: SHOPPING
  purchaseOccasions, // buyers get planned and impulse occasions to buy
  venueAppeal, // the value of each venue: its listings, less delivery, plus subsidies and double dates
  venueChoice, // each occasion chooses a nest and a venue, or saves
  itemChoice, // the buyer considers items of the ranked feed and orders one
  rationing, // orders beyond stock are rationed; unserved buyers turn to their next best choice, or save

  // EVERY DAY: TRADE, FROM PAYMENT TO STOCK
  deliveries, // goods made to order are handed over, and the rest of their price falls due
  payments, // buyers pay price and delivery, less subsidies, and the rest of what is delivered
  takings, // sellers take in revenue; platforms and creators take fees and commissions
  counts, // the week’s occasions and parcels are counted
  basket, // before the calibration date, the basket of the price index is filled
  production, // producers make for stock and work off orders
  inventory, // goods made, received, sold and shipped move the stocks
]

/** What a world adds to the page. */
interface Adds extends Pick<Added, 'flows'> {
  readonly rules: readonly PlacedRule[]
}

/** The schedule of a world: the page with its courses, and with the rules and the flows of money that its policies add. */
export function dayWith(own: Rule, { rules, flows }: Adds = NOTHING): Schedule {
  const instead = new Map<Rule, Rule>([
    [datedParameters, own],
    [cash, flows.length > 0 ? cashWith(flows) : cash],
    [books, flows.length > 0 ? booksWith(flows) : books],
  ])
  return schedule(
    placed(
      page.map((rule) => instead.get(rule) ?? rule),
      rules,
    ),
  )
}

/** The day without courses: what the rules and their parameters are. */
export const DAY: Schedule = dayWith(datedParameters)
