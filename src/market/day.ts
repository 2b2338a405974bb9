/** ONE DAY IN THE MARKET, in order: read this first. Each line is a rule, each rule is a file. */
import { type Rule, type Schedule, schedule } from '../engine/index.ts'
import { type Added, NOTHING, placed } from './policy/added.ts'
import { adoption } from './rules/adoption.ts'
import { attention } from './rules/attention.ts'
import { basket } from './rules/basket.ts'
import { books, booksWith } from './rules/books.ts'
import { calendar } from './rules/calendar.ts'
import { cash, cashWith } from './rules/cash.ts'
import { commissionShares } from './rules/commission-shares.ts'
import { copycat } from './rules/copycat.ts'
import { costs } from './rules/costs.ts'
import { counts } from './rules/counts.ts'
import { creatorPay } from './rules/creator-pay.ts'
import { deliveries } from './rules/deliveries.ts'
import { entryExit } from './rules/entry-exit.ts'
import { events } from './rules/events.ts'
import { expectations } from './rules/expectations.ts'
import { feed } from './rules/feed.ts'
import { hiring } from './rules/hiring.ts'
import { householdIncome } from './rules/household-income.ts'
import { inventory } from './rules/inventory.ts'
import { itemChoice } from './rules/item-choice.ts'
import { jobs } from './rules/jobs.ts'
import { levers } from './rules/levers.ts'
import { marketShares } from './rules/market-shares.ts'
import { marketing } from './rules/marketing.ts'
import { offlineTrend } from './rules/offline-trend.ts'
import { openings } from './rules/openings.ts'
import { payments } from './rules/payments.ts'
import { popularity } from './rules/popularity.ts'
import { pricing } from './rules/pricing.ts'
import { production } from './rules/production.ts'
import { programmes } from './rules/programmes.ts'
import { purchaseOccasions } from './rules/purchase-occasions.ts'
import { rationing } from './rules/rationing.ts'
import { reach } from './rules/reach.ts'
import { sessions } from './rules/sessions.ts'
import { shareInversion } from './rules/share-inversion.ts'
import { showcase } from './rules/showcase.ts'
import { sourcing } from './rules/sourcing.ts'
import { streaming } from './rules/streaming.ts'
import { subsidies } from './rules/subsidies.ts'
import { takings } from './rules/takings.ts'
import { taxes } from './rules/taxes.ts'
import { venueAppeal } from './rules/venue-appeal.ts'
import { venueChoice } from './rules/venue-choice.ts'
import { wholesale } from './rules/wholesale.ts'
import { work } from './rules/work.ts'

/** The rules of every world, in order, with the dated courses of a scenario in the first line. */
const page = (courses: Rule): readonly Rule[] => [
  // THE RULES OF THE GAME
  courses, // dated courses and policies set the values of tables
  calendar, // season, Lebaran, double dates and open feeds set how often people shop
  offlineTrend, // the taste for stalls and bazaars goes on falling

  // MONDAY: ATTENTION, FIRMS AND SHOPS
  creatorPay, // creators are paid for the orders that began with them
  streaming, // creators choose platform and hours by what an hour earns them
  attention, // viewers of a feed are shared among those who stream; attention goes to stars
  sessions, // traders try live sessions of their own and give up those that do not pay
  reach, // online shoppers open accounts as a venue grows
  showcase, // creators show the items that earn them most
  entryExit, // firms idle, restart, leave and enter
  programmes, // programmes train, license and equip small firms and open shops for them, as places go
  copycat, // a platform lists copies of best sellers under its own label
  events, // events bring visitors to bazaars and small firms to stalls
  marketing, // sellers who weigh it put hours of work into marketing
  adoption, // sellers open and close shops on venues
  openings, // before the calibration date, the odds of opening shops are solved

  // MONDAY: COSTS, PRICES AND FEEDS
  expectations, // sellers revise expected demand
  costs, // materials, wages, duties and the exchange rate make unit costs
  sourcing, // resellers and traders choose between local and imported goods
  marketShares, // sellers see what part of their market they serve
  commissionShares, // sellers see on what part of their orders they pay creators
  pricing, // sellers review mark-ups and set prices
  popularity, // what sold is popular
  feed, // platforms and streets rank their listings; venues get their value
  shareInversion, // before the calibration date, constants are solved from observed shares
  subsidies, // platforms answer each other with subsidies

  // MONDAY: GOODS, WORK AND MONEY
  wholesale, // merchants restock from producers and importers; importers order abroad
  hiring, // firms use family labour, hire and fire, and pay wages
  taxes, // firms pay income tax by turnover and value added tax
  cash, // firms settle the week and owners take their draw
  work, // work and income are added up by region and kind, couriers and platforms with them
  jobs, // people lose and find work, in the market and outside
  householdIncome, // households earn, save and set their budget
  books, // the books of the week are closed

  // EVERY DAY: THE MARKET MEETS
  purchaseOccasions, // buyers get planned and impulse occasions to buy
  venueAppeal, // venues are worth what they list, less delivery, plus subsidies and double dates
  venueChoice, // each occasion chooses a nest and a venue, or saves
  itemChoice, // the buyer considers items of the ranked feed and orders one
  rationing, // orders beyond stock are rationed; the unserved turn to their next best, or save
  deliveries, // goods made to order are handed over, and the rest of their price falls due
  payments, // buyers pay price and delivery, less subsidies, and the rest of what is delivered
  takings, // sellers take in revenue; platforms and creators take fees and commissions
  counts, // the week’s occasions and parcels are counted
  basket, // before the calibration date, the basket of the price index is filled
  production, // producers make for stock and work off orders
  inventory, // goods made, received, sold and shipped move the stocks
]

/** The schedule of a world: the page, with the rules and the flows of money that its policies add. */
export function dayWith(
  courses: Rule,
  { rules, flows }: Pick<Added, 'rules' | 'flows'> = NOTHING,
): Schedule {
  const withFlows = new Map<Rule, Rule>(
    flows.length > 0
      ? [
          [cash, cashWith(flows)],
          [books, booksWith(flows)],
        ]
      : [],
  )
  return schedule(
    placed(
      page(courses).map((rule) => withFlows.get(rule) ?? rule),
      rules,
    ),
  )
}

/** The day without courses: what the rules and their parameters are. */
export const DAY: Schedule = dayWith(levers([]))
