/** ONE DAY IN THE MARKET, in order: read this first. Each line is a rule, each rule is a file. */
import { type Rule, type Schedule, schedule } from '../engine/index.ts'
import { adoption } from './rules/adoption.ts'
import { attention } from './rules/attention.ts'
import { basket } from './rules/basket.ts'
import { books } from './rules/books.ts'
import { calendar } from './rules/calendar.ts'
import { cash } from './rules/cash.ts'
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

/** The schedule, with the dated courses of a scenario in its first line. */
export const dayWith = (courses: Rule): Schedule =>
  schedule([
    // THE RULES OF THE GAME
    courses,
    calendar,
    offlineTrend,

    // MONDAY: ATTENTION, FIRMS AND SHOPS
    creatorPay,
    streaming,
    attention,
    sessions,
    reach,
    showcase,
    entryExit,
    programmes,
    copycat,
    events,
    marketing,
    adoption,
    openings,

    // MONDAY: COSTS, PRICES AND FEEDS
    expectations,
    costs,
    sourcing,
    marketShares,
    commissionShares,
    pricing,
    popularity,
    feed,
    shareInversion,
    subsidies,

    // MONDAY: GOODS, WORK AND MONEY
    wholesale,
    hiring,
    taxes,
    cash,
    work,
    jobs,
    householdIncome,
    books,

    // EVERY DAY: THE MARKET MEETS
    purchaseOccasions,
    venueAppeal,
    venueChoice,
    itemChoice,
    rationing,
    deliveries,
    payments,
    takings,
    counts,
    basket,
    production,
    inventory,
  ])

/** The day without courses: what the rules and their parameters are. */
export const DAY: Schedule = dayWith(levers([]))
