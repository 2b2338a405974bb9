import {
  before,
  DAYS_A_WEEK,
  DAYS_A_YEAR,
  exp,
  number,
  power,
  rule,
  share,
} from '../../../engine/index.ts'
import { BUDGET_CAP, days, feeds, levels, today } from '../../populations/index.ts'
import { categories, routes, venues } from '../../tables/index.ts'
import { ABOVE_ALL, LEAST_VIEWERS, ROOT_OF_2_PI } from '../numerics.ts'

/**
 * The day's season, double dates and upper bounds of the rates of purchase occasions. A bound leaves room
 * for what policies may move, so that a lower rate only removes occasions and never renumbers them.
 * Season of a category: g = (1 + bump e^{-(d/sd)^2/2}) / mean, d the days to its peak before Lebaran.
 */
export const calendar = rule({
  name: 'calendar',
  does: 'season, Lebaran, double dates and open feeds set how often people shop',
  every: 'day',
  over: today,
  whole: true,
  reads: {
    toLebaran: days.toLebaran,
    dates: days.doubleDate,
    toSettle: days.toSettle,
    solves: days.solving,
    bump: categories.lebaranBump,
    occasionRate: categories.occasionRate,
    impulseRate: before(categories.impulseRate),
    activity: levels.activity,
    affinity: levels.affinity,
    hours: venues.impulseHours,
    viewers: before(feeds.viewers),
    liveSellers: venues.liveSellers,
    streams: venues.streams,
    reached: venues.reach,
    accounts: venues.accounts,
    from: routes.from,
    to: routes.to,
    open: routes.open,
    friction: routes.friction,
    shared: routes.shared,
    login: routes.login,
  },
  writes: {
    season: categories.season,
    weekday: today.weekday,
    doubleDate: today.doubleDate,
    shopping: today.shopping,
    flash: today.flash,
    away: today.away,
    elapsedYears: today.elapsedYears,
    solving: today.solving,
    yearsToSettle: today.yearsToSettle,
    reachMoved: today.reachMoved,
    reachThen: feeds.reachThen,
    plannedBound: today.plannedBound,
    noPlanned: levels.noPlanned,
    noImpulse: levels.noImpulse,
    bound: feeds.bound,
    rate: feeds.rate,
    usualRate: feeds.usualRate,
    attention: feeds.attention,
    usualAttention: feeds.usualAttention,
  },
  parameters: {
    lebaranSpread: number({
      label: 'Spread of the Lebaran season',
      unit: 'days',
      default: 11,
      range: [1, 60],
      source:
        'assumption: two thirds of the season within 22 days, as F152 counts the month of the fast as a whole and says nothing of its days; 5 (the last days make the season) to 20 (it reaches beyond the month)',
      grade: 'assumption',
    }),
    lebaranLead: number({
      label: 'Lead of the peak before Lebaran',
      unit: 'days',
      default: 12,
      range: [0, 60],
      source:
        'assumption: between the beginning of the fast, a month before the feast, and the feast; holiday pay is due a week before it at the latest (Permenaker 6/2016, from memory). 4 (people buy at the last moment) to 20 (in the first half of the fast)',
      grade: 'assumption',
    }),
    doubleDatePlanned: number({
      label: 'Planned occasions of online shoppers on a double date',
      unit: 'ratio',
      default: 2.5,
      range: [1, 10],
      source:
        'assumption: fitted, together with impulses of the day and what a platform gains on it (double-date of venues), to sales of 3 to 4 times an ordinary day (F151), which tells nothing of how they divide; 1 (nobody plans for the date) to 6.5 (impulses are those of any day, and plans, 0.55 of what is bought, make all of a peak of four times)',
      grade: 'assumption',
    }),
    doubleDateImpulse: number({
      label: 'Impulse occasions on a double date',
      unit: 'ratio',
      default: 3.75,
      range: [1, 20],
      source:
        'assumption: half as much again as planned occasions, as campaigns are shown to those who had no plan, and fitted together with them to F151; 1 (feeds sell as on any day) to 7.7 (plans are those of any day, and impulses, 0.45 of what is bought, make all of a peak of four times)',
      grade: 'assumption',
    }),
    doubleDateDip: share({
      label: 'Dip in occasions around a double date',
      default: 0.035,
      source:
        'assumption: twenty days of 3.5 % take back 0.7 of the 1.5 days of plans that a date adds; F151 counts the day alone, and no source what days near it lose. 0 (all is bought on top) to 0.075 (all of the 1.5 days is bought later or earlier)',
      grade: 'assumption',
    }),
    doubleDateDays: number({
      label: 'Days before and after a double date in which occasions dip',
      unit: 'days',
      default: 10,
      range: [0, 30],
      source:
        'assumption: ten days, so that what waits and what is bought ahead lie within one pay of a month; 0 (it takes from no other day) to 30 (a month on either side)',
      grade: 'assumption',
    }),
    doubleDatesFrom: number({
      label: 'Month of the first double date of a year',
      unit: 'month of the year',
      default: 9,
      range: [1, 12],
      source:
        'assumption: September, as campaigns that are told as season sales are those of 9.9 to 12.12, and what they sell is set against an ordinary June (F151); 1 (every month has one) to 12 (12.12 alone)',
      grade: 'assumption',
    }),
    attentionKept: share({
      label: 'Share of a closed feed’s attention diverted to rival live feeds (sigma)',
      default: 0.2,
      range: [0, 0.5],
      source:
        'assumption: nobody counted where viewers of a closed shop went; most stay in its feed, which goes on without it: 0 (all of them) to 0.5 (every second one watches rivals’ sessions)',
      grade: 'assumption',
    }),
    viewing: number({
      label: 'Elasticity of impulse exposures in a feed with respect to its viewers',
      unit: 'elasticity',
      default: 0,
      range: [-1, 1],
      source:
        'assumption: none, from -1 to 1. When a superstar host left, rivals showed more variety, the less popular the more (F172): what viewing loses, other hosts may win back or more, and the sign is not settled',
      grade: 'assumption',
    }),
    viewingCap: number({
      label: 'Largest factor by which viewers of a feed multiply its exposures',
      unit: 'ratio',
      default: 1.5,
      range: [1, 2],
      source: 'assumption: half as many again, as days do not get longer; 1.2 to 2 (twice as many)',
      grade: 'assumption',
    }),
  },
  step(c, p, { day, count }) {
    const categoryCount = count.categories
    c.weekday[0] = day % DAYS_A_WEEK
    c.elapsedYears[0] = day / DAYS_A_YEAR
    c.solving[0] = c.solves[day]
    c.yearsToSettle[0] = c.toSettle[day] / DAYS_A_YEAR
    if (day % DAYS_A_WEEK === 0) {
      c.reachMoved[0] = day === 0 ? 1 : 0
      for (let venue = 0; venue < count.venues; venue++) {
        let reached = c.reached[venue] * c.accounts[venue]
        // Far above 1, so that no fall of accounts can hide a rise of logins.
        for (let route = 0; route < count.routes; route++)
          if (c.to[route] === venue) reached += ABOVE_ALL * c.login[route]
        if (reached !== c.reachThen[venue]) c.reachMoved[0] = 1
        c.reachThen[venue] = reached
      }
    }
    const special = c.dates[day]
    c.doubleDate[0] = special > 0 ? 1 : 0
    c.shopping[0] = special > 0 ? p.doubleDatePlanned : special < 0 ? 1 - p.doubleDateDip : 1
    c.flash[0] = special > 0 ? p.doubleDateImpulse : special < 0 ? 1 - p.doubleDateDip : 1
    const distance = (c.toLebaran[day] - p.lebaranLead) / p.lebaranSpread
    const shape = exp(-(distance * distance) / 2)
    const meanShape = (p.lebaranSpread * ROOT_OF_2_PI) / DAYS_A_YEAR

    let planned = 0
    for (let category = 0; category < categoryCount; category++) {
      c.season[category] = (1 + c.bump[category] * shape) / (1 + c.bump[category] * meanShape)
      const rate = (c.occasionRate[category] * c.season[category]) / DAYS_A_WEEK
      c.plannedBound[category] = rate * Math.max(1, c.shopping[0]) * BUDGET_CAP
      planned += c.plannedBound[category]
    }

    const rivals = attention(c, count.venues, count.routes)
    c.away[0] = rivals.away
    let impulse = 0
    for (let feed = 0; feed < count.venues; feed++) {
      const viewing = day === 0 ? 1 : exposedBy(c.viewers[feed], p)
      c.attention[feed] = rivals.hours(feed, p.attentionKept) * viewing
      if (day === 0 || c.solving[0]) c.usualAttention[feed] = c.attention[feed]
      for (let category = 0; category < categoryCount; category++) {
        const unit =
          (c.impulseRate[category * count.venues + rivals.anchor] *
            c.season[category] *
            c.flash[0]) /
          DAYS_A_WEEK
        const room =
          Math.max(c.hours[feed], c.usualAttention[feed]) + (c.streams[feed] ? p.attentionKept : 0)
        c.bound[feed * categoryCount + category] =
          unit * room * BUDGET_CAP * (p.viewing === 0 ? 1 : p.viewingCap)
        c.rate[feed * categoryCount + category] = unit * c.attention[feed]
        c.usualRate[feed * categoryCount + category] = unit * c.usualAttention[feed]
        impulse += c.bound[feed * categoryCount + category]
      }
    }
    for (let level = 0; level < count.levels; level++) {
      c.noPlanned[level] = exp(-planned * c.activity[level])
      c.noImpulse[level] = exp(-impulse * c.affinity[level])
    }
  },
})

/** Exposures in a feed relative to those at usual viewing (viewers 1): V^e, and never more than the bound has room for. */
const exposedBy = (
  viewers: number,
  { viewing, viewingCap }: Readonly<Record<'viewing' | 'viewingCap', number>>,
): number =>
  viewing === 0 ? 1 : Math.min(viewingCap, power(Math.max(LEAST_VIEWERS, viewers), viewing))

interface Channels {
  readonly hours: { readonly [row: number]: number }
  readonly liveSellers: { readonly [row: number]: number }
  readonly streams: { readonly [row: number]: number }
  readonly from: { readonly [row: number]: number }
  readonly to: { readonly [row: number]: number }
  readonly open: { readonly [row: number]: number }
  readonly friction: { readonly [row: number]: number }
  readonly shared: { readonly [row: number]: number }
}

/**
 * Hours of impulse viewing from which a checkout can be reached, by feed. What a route costs, and for how much of
 * the day it is open, is for the choice. Where the direct route is shut, and no checkout shares its goods with the
 * feed, a share of the feed's attention goes to rival live feeds in proportion to their live sellers.
 */
function attention(c: Channels, venueCount: number, routeCount: number) {
  const reach = new Float64Array(venueCount)
  const direct = new Float64Array(venueCount)
  for (let route = 0; route < routeCount; route++) {
    if (c.open[route] > 0) reach[c.from[route]] = 1
    if (c.from[route] === c.to[route])
      direct[c.from[route]] = Math.max(direct[c.from[route]], c.open[route])
    else if (c.shared[route] > 0)
      direct[c.from[route]] = Math.max(
        direct[c.from[route]],
        c.open[route] * exp(-c.friction[route]),
      )
  }
  let anchor = 0
  let away = 0
  for (let feed = 0; feed < venueCount; feed++) {
    if (c.hours[feed] > c.hours[anchor]) anchor = feed
    away += c.hours[feed] * (1 - direct[feed])
  }
  let rivalSellers = 0
  for (let feed = 0; feed < venueCount; feed++)
    if (c.streams[feed] && direct[feed] > 0) rivalSellers += c.liveSellers[feed] * direct[feed]
  return {
    /** The feed in whose impulse rate all others are measured. */
    anchor,
    away,
    hours(feed: number, kept: number): number {
      const own = c.hours[feed] * (1 - kept * (1 - direct[feed])) * reach[feed]
      if (!c.streams[feed] || away === 0 || rivalSellers === 0) return own
      return own + (kept * away * c.liveSellers[feed] * direct[feed]) / rivalSellers
    },
  }
}
