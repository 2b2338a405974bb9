import {
  before,
  type Counts,
  daily,
  drawn,
  type Named,
  number,
  power,
  rule,
  WEEKS_A_YEAR,
  type Writable,
} from '../../../engine/index.ts'
import { FIRM_CLASS, KIND, listings, STATE, sellers, today } from '../../populations/index.ts'
import { feeds } from '../../populations/others.ts'
import { creator, feeOfPiece, households, regions, routes, venues } from '../../tables/index.ts'
import { netRevenue, rateDue } from '../prices/net-revenue.ts'
import { viewersAnHour } from './attention.ts'

/**
 * Sessions that traders hold themselves, under the rule of artists: their viewers are those that their following and
 * skill bring against all others who stream (attention), and see the trader's goods; what they buy is buyers' choice.
 * A trader tries it, once, when his sales of two months have fallen. A session costs its hours, at informal earnings, and staff; of the orders of
 * his shop there it brings the part that would not be there without it. Who has earned less than its cost over
 *   sum over `patience` weeks of  (p (1 - r) - F - c) orders x brought  <  patience x hours (w_out + staff)
 * gives up, and so does who can lead nobody to a checkout any more. A shop opened for sessions closes with them.
 */
export const sessions = rule({
  name: 'sessions',
  does: 'traders try live sessions of their own and quit if they do not pay',
  every: 'week',
  over: sellers,
  reads: {
    kind: sellers.kind,
    category: sellers.category,
    region: sellers.region,
    weight: sellers.weight,
    firmClass: sellers.firmClass,
    state: before(sellers.state),
    entrant: before(sellers.entrant),
    skill: before(sellers.skill),
    trained: before(sellers.trained),
    revenue: before(sellers.revenue),
    turnover: before(sellers.turnover),
    unitCost: before(sellers.unitCost),
    cash: before(sellers.cash),
    byLive: before(sellers.byLive),
    hosting: before(sellers.hosting),
    open: before(listings.open),
    commissioned: before(listings.commissioned),
    offered: before(sellers.creatorCommission),
    price: before(listings.price),
    soldWeek: before(listings.soldWeek),
    routeOpen: routes.open,
    routeFrom: routes.from,
    streams: venues.streams,
    liveSellers: venues.liveSellers,
    closing: venues.closing,
    commission: venues.commission,
    flatFee: venues.flatFee,
    pieces: venues.pieces,
    perFollowing: feeds.perFollowing,
    perSkill: feeds.perSkill,
    followersWon: today.followersWon,
    convexity: creator.convexity,
    followersExponent: creator.followersExponent,
    creatorWeight: creator.weight,
    itemsShown: creator.slots,
    outside: creator.outsideEarnings,
    regionalWage: regions.wage,
    orderWeight: households.orders,
  },
  writes: {
    followers: sellers.followers,
    liveHours: sellers.liveHours,
    liveAudience: sellers.liveAudience,
    liveCost: sellers.liveCost,
    liveWeeks: sellers.liveWeeks,
    liveEarnings: sellers.liveEarnings,
    liveVenue: sellers.liveVenue,
    studio: sellers.studio,
    recentRevenue: sellers.recentRevenue,
    gaveUp: sellers.gaveUp,
  },
  parameters: {
    attempts: number({
      label: 'Hazard that a trader tries streaming when sales fall to zero',
      unit: '1/week',
      default: 0.01,
      range: [0, 0.05],
      source:
        'assumption: of traders who have lost half of their sales one in four tries within a year; none (sales by live are left to artists and staff) to three in four, at which a quarter of all stall traders try within a year in which nothing happens',
      grade: 'assumption',
    }),
    sessionHours: number({
      label: 'Hours of own live sessions',
      unit: 'hours/week',
      default: 4,
      range: [0, 60],
      source:
        'assumption: two evenings of two hours beside the stall; 1 to 20 (half of a working week)',
      grade: 'assumption',
    }),
    hostCost: number({
      label: 'Cost per live hour',
      unit: 'kRp/hour',
      default: 40,
      range: [0, 500],
      source: 'Rp 33 to 50 thousand an hour (F74)',
      grade: 'B',
    }),
    firstFollowers: number({
      label: 'Followers of a trader at the first session',
      unit: 'people',
      default: 200,
      range: [0, 1e6],
      source:
        'assumption: customers, kin and neighbours; 50 to 2,000, beside the 10,000 of a mean creator',
      grade: 'assumption',
    }),
    followerDecay: number({
      label: 'Share of a trader’s followers lost per week',
      unit: 'share',
      default: 0.01,
      range: [0, 1],
      source:
        'assumption: as of creators, two in five in a year; 0 (for good) to 0.05 (half of them within a quarter)',
      grade: 'assumption',
    }),
    patience: number({
      label: 'Loss-making weeks before quitting streaming',
      unit: 'weeks',
      default: 5,
      range: [1, 52],
      source:
        'assumption: a trader looks at a month’s takings; 2 (a fortnight) to 26 weeks (half a year)',
      grade: 'assumption',
    }),
    memory: number({
      label: 'Period of recent sales that a trader considers',
      unit: 'weeks',
      default: 8,
      range: [1, 52],
      source: 'assumption: two months, long enough to tell a fall from chance; 4 to 26 weeks',
      grade: 'assumption',
    }),
    reserve: number({
      label:
        'Cash of a trader who begins with sessions, relative to their cost until the first review',
      unit: 'ratio',
      default: 2,
      range: [0, 10],
      source:
        'assumption: twice, as goods have to be paid for as well; 1 (he risks all he has) to 4',
      grade: 'assumption',
    }),
  },
  draws: {
    tries: daily('Tries sessions of its own'),
    where: daily('Venue of its first session'),
  },
  step(c, p, { day, from, to, draws, count }) {
    const venues = stages(c, count)
    for (let seller = from; seller < to; seller++) {
      c.liveCost[seller] = 0
      if (c.kind[seller] !== KIND.trader || c.firmClass[seller] === FIRM_CLASS.marketplace) continue
      if (c.state[seller] !== STATE.active) {
        // Who comes after him begins anew.
        stop(c, seller)
        c.studio[seller] = c.gaveUp[seller] = c.followers[seller] = 0
        continue
      }
      const usual = (c.turnover[seller] * 1000) / WEEKS_A_YEAR
      if (day === 0 || c.entrant[seller]) c.recentRevenue[seller] = usual
      else c.recentRevenue[seller] += (c.revenue[seller] - c.recentRevenue[seller]) / p.memory
      if (c.liveVenue[seller] > 0) judge(c, p, count, seller)
      else {
        c.studio[seller] = 0
        const luck = [drawn(draws.tries, seller), drawn(draws.where, seller)] as const
        begin(c, p, count, venues, seller, usual, luck)
      }
      if (c.liveVenue[seller] > 0) stream(c, p, seller)
    }
  },
})
type Session = Writable<'liveHours' | 'liveAudience' | 'liveWeeks' | 'liveEarnings' | 'liveVenue'>
/** Venues where one can stream and sell, and that will last, with their live sellers. */
function stages(
  c: Named<'streams' | 'liveSellers' | 'closing' | 'routeOpen' | 'routeFrom'>,
  count: Counts,
): Float64Array {
  return Float64Array.from({ length: count.venues }, (_, venue) =>
    c.streams[venue] && c.routeOpen[venue] > 0 && !c.closing[venue] ? c.liveSellers[venue] : 0,
  )
}

function stop(c: Session, seller: number): void {
  for (const column of [c.liveVenue, c.liveHours, c.liveAudience, c.liveWeeks, c.liveEarnings])
    column[seller] = 0
}

/** A trader whose sales have fallen may begin, once; nobody stakes more on sessions than he has. */
function begin(
  c: Named<'recentRevenue' | 'cash' | 'open' | 'gaveUp'> &
    Writable<'liveVenue' | 'liveHours' | 'studio' | 'followers'>,
  p: Readonly<
    Record<
      'attempts' | 'reserve' | 'patience' | 'sessionHours' | 'hostCost' | 'firstFollowers',
      number
    >
  >,
  count: Counts,
  stages: Float64Array,
  seller: number,
  usual: number,
  [tries, where]: readonly [number, number],
): void {
  const gap = usual > 0 ? Math.max(0, 1 - c.recentRevenue[seller] / usual) : 0
  if (c.gaveUp[seller] || tries >= p.attempts * gap) return
  if (c.cash[seller] < p.reserve * p.patience * p.sessionHours * p.hostCost) return
  let mark = where * stages.reduce((sum, one) => sum + one, 0)
  const venue = stages.findIndex((one) => {
    mark -= one
    return one > 0 && mark < 0
  })
  if (venue < 0) return
  c.liveVenue[seller] = venue + 1
  c.liveHours[seller] = p.sessionHours
  if (!c.open[seller * count.venues + venue]) c.studio[seller] = venue + 1
  if (c.followers[seller] === 0) c.followers[seller] = p.firstFollowers
}

/** What last week's sessions brought him, and whether he goes on. */
function judge(
  c: Named<
    | 'category'
    | 'region'
    | 'weight'
    | 'unitCost'
    | 'byLive'
    | 'hosting'
    | 'price'
    | 'soldWeek'
    | 'commission'
    | 'commissioned'
    | 'offered'
    | 'flatFee'
    | 'pieces'
    | 'outside'
    | 'regionalWage'
    | 'orderWeight'
    | 'creatorWeight'
    | 'itemsShown'
    | 'routeOpen'
    | 'routeFrom'
  > &
    Session &
    Writable<'gaveUp'>,
  p: Readonly<Record<'patience' | 'hostCost', number>>,
  count: Counts,
  seller: number,
): void {
  const { venues: venueCount, routes: routeCount } = count
  const venue = c.liveVenue[seller] - 1
  const [listing, way] = [seller * venueCount + venue, seller * routeCount + venue]
  const own = c.liveAudience[seller] * c.weight[seller]
  const others = (c.hosting[way] * c.creatorWeight[0]) / c.itemsShown[0]
  const brought = own > 0 ? (c.byLive[way] * own) / (own + others) : 0
  const pieces = (c.soldWeek[listing] * brought * c.orderWeight[0]) / c.weight[seller]
  const rate = rateDue(c, seller, venue, count)
  const net = netRevenue(c.price[listing], rate, feeOfPiece(c, venue))
  c.liveEarnings[seller] += pieces * (net - c.unitCost[seller])
  c.liveWeeks[seller]++
  const anHour = p.hostCost + c.outside[0] * c.regionalWage[c.region[seller]]
  let leads = false
  for (let route = 0; route < routeCount; route++)
    if (c.routeFrom[route] === venue && c.routeOpen[route] > 0) leads = true
  if (leads && c.liveWeeks[seller] < p.patience) return
  const cost = c.liveWeeks[seller] * c.liveHours[seller] * anHour
  if (leads && c.liveEarnings[seller] >= cost) {
    c.liveWeeks[seller] = c.liveEarnings[seller] = 0
    return
  }
  c.gaveUp[seller] = 1
  stop(c, seller)
}

/** This week's sessions: viewers by following and skill, followers who come of them, and staff to pay. */
function stream(
  c: Named<
    | 'skill'
    | 'trained'
    | 'perFollowing'
    | 'perSkill'
    | 'convexity'
    | 'followersExponent'
    | 'followersWon'
    | 'liveVenue'
    | 'liveHours'
  > &
    Writable<'liveAudience' | 'liveCost' | 'followers'>,
  p: Readonly<Record<'hostCost' | 'followerDecay', number>>,
  seller: number,
): void {
  const skill = Math.min(1, c.skill[seller] + c.trained[seller])
  const anHour = viewersAnHour(c, c.liveVenue[seller] - 1, c.followers[seller], skill)
  c.liveAudience[seller] = c.liveHours[seller] * anHour
  c.followers[seller] +=
    c.followersWon[0] * power(c.liveAudience[seller], c.followersExponent[0]) * skill -
    p.followerDecay * c.followers[seller]
  c.liveCost[seller] = c.liveHours[seller] * p.hostCost
}
