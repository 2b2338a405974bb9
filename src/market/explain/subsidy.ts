/** What a platform pays its buyers of an order: its answer to the others, at every review (subsidies). */
import { viewsOf } from '../../engine/index.ts'
import { feeds } from '../populations/index.ts'
import {
  bestAt,
  homesOf,
  lostCustomers,
  marketOf,
  NO_LIMIT,
  subsidies,
} from '../rules/feeds/subsidies.ts'
import { isReviewDay, shareByReview } from '../rules/review-day.ts'
import { subsidyPaid, venues } from '../tables/index.ts'
import { type Bare, type Decision, type Fact, type Flip, optionOf, type What } from './decision.ts'
import { nearest } from './nearest.ts'
import { type Sight, sceneOf } from './sight.ts'

const MOST = 1e5
const FIRST = 0.001
/** A change of a subsidy below a tenth of a rupiah is none. */
const LEAST = 1e-4

function scenesOf(before: Sight, after: Sight) {
  const was = sceneOf(before, subsidies).c
  const { c, p, count, day } = sceneOf(after, subsidies)
  const market = marketOf(c, count)
  const homes = homesOf(c, count)
  // Customers who have lost their platform are counted while a part of them settles.
  const following = Float64Array.from({ length: count.venues }, (_, venue) => was.following[venue])
  const { nestOf } = c
  const settling = shareByReview(p.settling, p.reviewWeeks)
  const lost = lostCustomers({ nestOf, following }, settling, market.served, homes, count)
  return { c, p, count, day, market, homes, lost, was }
}

type Scenes = ReturnType<typeof scenesOf>

/** The best subsidy, by parts, within what it may cost; the worth of an order may be tried higher than it is. */
function aimOf({ c, p, market, lost }: Scenes, venue: number, more = 0) {
  const worth = c.solvedOrderWorth[venue] + more
  const grab = worth * p.landGrab * lost[c.nestOf[venue]]
  const best = bestAt(c, market, venue, worth + grab)
  const most =
    c.billThen[venue] === NO_LIMIT
      ? Infinity
      : Math.max(c.usual[venue], (p.budget * c.billThen[venue]) / market.served[venue])
  const limited = Math.max(0, Math.min(best, most))
  return optionOf({ is: 'aim' }, [
    { part: 'fee', value: market.fee[venue] },
    { part: 'orderWorth', value: worth },
    { part: 'landGrab', value: grab },
    { part: 'operatingCost', value: -c.operatingCost[venue] },
    { part: 'margin', value: -market.margin[venue] },
    { part: 'limits', value: limited - best },
  ])
}

export interface SubsidyExplained {
  /** Of an order beyond the subsidy given, kRp. */
  readonly answer: number
  readonly decision: Decision
}

/**
 * Nothing but at a review, after constants are solved, of a platform that sells.
 * @param before the rule
 * @param after it, with what platforms have seen of the market
 */
export function explainSubsidy(before: Sight, after: Sight, venue: number): SubsidyExplained[] {
  const scenes = scenesOf(before, after)
  const { c, p, day, market, homes, was } = scenes
  if (day === 0 || !isReviewDay(day, p.reviewWeeks) || !p.answers || c.solving[0]) return []
  if (homes.shut[venue] || market.served[venue] === 0 || c.solvedOrderWorth[venue] === 0) return []
  const had = was.answer[venue]
  const speed = shareByReview(p.speed, p.reviewWeeks)
  const answerWith = (more: number) =>
    had + speed * market.slack[venue] * (aimOf(scenes, venue, more).total - c.usual[venue] - had)
  const moveOf = (answer: number): Bare =>
    answer > had + LEAST ? 'raise' : answer < had - LEAST ? 'lower' : 'sameSubsidy'
  const answer = answerWith(0)
  const is = moveOf(answer)
  const set = optionOf({ is }, [
    { part: 'given', value: c.given[venue] },
    { part: 'answered', value: had },
    { part: 'change', value: answer - had },
  ])
  const flips = [FIRST, -FIRST].flatMap((first): Flip[] => {
    const more = nearest((x) => moveOf(answerWith(x)) !== is, first, MOST)
    if (more === undefined) return []
    const leadsTo: What = { is: moveOf(answerWith(more)) }
    return [{ lever: 'orderWorth', of: { is: 'itself' }, change: more, unit: 'kRp/order', leadsTo }]
  })
  flips.sort((one, other) => Math.abs(one.change) - Math.abs(other.change))
  const decision: Decision = {
    kind: 'subsidy',
    step: 1,
    about: [{ is: 'venue', row: venue }],
    seen: [],
    unit: 'kRp',
    options: [set, aimOf(scenes, venue)],
    chosen: 0,
    runnerUp: 1,
    flips: flips.slice(0, 1),
  }
  return [{ answer, decision }]
}

const KNOWN = {
  subsidy: venues.subsidy,
  answer: venues.answer,
  subsidyCap: venues.subsidyCap,
  flatFee: venues.flatFee,
  reach: venues.reach,
  parcels: feeds.parcelsWeek,
} as const

/** Who a platform is. */
export function platformFacts({ world, input }: Sight, venue: number): Fact[] {
  const c = viewsOf(world, KNOWN)
  const { regions: regionCount } = world.counts
  let orders = 0
  for (let region = 0; region < regionCount; region++)
    orders += c.parcels[venue * regionCount + region]
  return [
    { fact: 'paidSubsidy', value: subsidyPaid(c, venue), unit: 'kRp/order' },
    { fact: 'flatFee', value: c.flatFee[venue], unit: 'kRp/order' },
    { fact: 'orders', value: orders / input.size.buyers, unit: 'orders/week a buyer' },
  ]
}
