/** Which shops a seller opens and closes at this week's reviews, and where he looks for another outlet (adoption). */
import { chance, DAYS_A_WEEK, drawn, halfDrawn, log } from '../../engine/index.ts'
import { STATE } from '../populations/index.ts'
import { adoption, weekOf } from '../rules/firms/adoption.ts'
import { lostShare, luckOf, managesShop, promises } from '../rules/firms/searching.ts'
import {
  canOpen,
  inCluster,
  MEAN_SKILL,
  skillOf,
  startingOdds,
} from '../rules/firms/starting-shops.ts'
import { certain, chanceOptions } from './chance.ts'
import {
  bestOf,
  type Decision,
  type Flip,
  type Option,
  optionOf,
  type Part,
  type What,
} from './decision.ts'
import { nearest } from './nearest.ts'
import { shutVenue } from './shut.ts'
import { type Sight, sceneOf } from './sight.ts'

const MOST = 1e6
const FIRST = 0.01

function scenesOf(before: Sight, after: Sight, seller: number) {
  const { c, p, draws, count, day } = sceneOf(after, adoption)
  const was = sceneOf(before, adoption).c
  const venueCount = count.venues
  const first = seller * venueCount
  /** Shops as they stand while venues are reviewed one after the other. */
  const open = Array.from({ length: venueCount }, (_, venue) => was.open[first + venue] > 0)
  const poorReviews = Array.from(
    { length: venueCount },
    (_, venue) => was.poorReviews[first + venue],
  )
  const { input } = after
  return { c, p, draws, count, day, input, open, poorReviews, week: weekOf(c, p, count) }
}

type Scenes = ReturnType<typeof scenesOf>

export interface ShopsExplained {
  readonly decisions: readonly Decision[]
  /** By venue, after all of it. */
  readonly open: readonly boolean[]
}

/** Shops for events, sessions, own labels and programmes open and close without a review. */
function withoutReview({ c, open, poorReviews }: Scenes, seller: number): void {
  const opens = (venue: number) => {
    if (!open[venue]) poorReviews[venue] = 0
    open[venue] = true
  }
  if (c.guest[seller] > 0) opens(c.guest[seller] - 1)
  if (c.studio[seller] > 0 && c.liveVenue[seller] === 0) open[c.studio[seller] - 1] = false
  if (c.liveVenue[seller] > 0) opens(c.liveVenue[seller] - 1)
  if (c.ownLabel[seller] > 0) opens(c.ownLabel[seller] - 1)
  if (c.enrolled[seller] > 0) opens(c.enrolled[seller] - 1)
}

/**
 * @param before the rule, of which only the shops of the seller are taken
 * @param after the rule, with what shops and their peers have earned
 */
export function explainShops(before: Sight, after: Sight, seller: number): ShopsExplained {
  const scenes = scenesOf(before, after, seller)
  const { c, draws, count, day, open, week } = scenes
  const venueCount = count.venues
  const reviews =
    day > 0 && c.listed[seller] < 0 && c.state[seller] === STATE.active && !c.entrant[seller]
  if (!reviews) {
    const now = open.map((_, venue) => c.open[seller * venueCount + venue] > 0)
    return { decisions: [], open: now }
  }
  if (c.guestBefore[seller] > 0) open[c.guestBefore[seller] - 1] = false
  withoutReview(scenes, seller)
  const decisions: Decision[] = []
  for (let venue = 0; venue < venueCount; venue++) {
    if (halfDrawn(draws.reviews, seller * venueCount + venue) >= week.reviewed[venue]) continue
    const decision = (open[venue] ? keeping : opening)(scenes, seller, venue)
    if (decision === undefined) continue
    const { is } = decision.options[decision.chosen].what
    open[venue] = is === 'open' || is === 'keep'
    decisions.push(decision)
  }
  const lost = week.searching ? lostShare(c.usual, week.shut, seller) : 0
  return { decisions: [...decisions, ...searching(scenes, seller, lost)], open }
}

const about = (venue: number): What[] => [{ is: 'venue', row: venue }]

/** A shop that is there: it may close after so many reviews in a row without profit. */
function keeping(scenes: Scenes, seller: number, venue: number) {
  const { c, p, draws, count, poorReviews, week, input, day } = scenes
  const gain = c.profit[seller * count.venues + venue]
  const poor = gain < 0 || c.closing[venue] > 0
  const reviews = poor ? Math.min(255, poorReviews[venue] + 1) : 0
  const common = {
    kind: 'keepShop',
    step: 1,
    about: about(venue),
    seen: [
      ...(week.shut[venue] ? [{ fact: 'shutShops', value: [shutVenue(input, venue, day)] }] : []),
      { fact: 'gain', value: gain, unit: 'kRp/week' },
      { fact: 'poorReviews', value: reviews, unit: 'reviews' },
    ],
  }
  if (reviews < p.poorReviews) return { ...common, ...certain('keep') }
  const draw = drawn(draws.reviewed, seller, venue)
  const parts = [{ part: 'usualClosing', value: log(p.closing) }]
  const options = chanceOptions({ link: 'share', parts, draw, does: 'close', else: 'keep' })
  const closes = options.chosen === 0
  return { ...common, ...options, flips: closes && gain < 0 ? [profitable(-gain)] : [] }
}

/** Profit at which the reviews would not have been poor. */
const profitable = (missing: number): Flip => ({
  lever: 'shopGain',
  of: { is: 'itself' },
  change: missing,
  unit: 'kRp/week',
  leadsTo: { is: 'keep' },
})

function oddsParts({ c, p, count }: Scenes, seller: number, venue: number, more = 0): Part[] {
  const peers = Math.max(0, c.medianProfit[venue * count.categories + c.category[seller]] + more)
  return [
    { part: 'startingOdds', value: startingOdds(c, seller, venue) + c.shift[venue] },
    { part: 'peers', value: p.response * log(1 + peers / p.profitScale) },
    { part: 'skill', value: p.skillEffect * (skillOf(c, seller) - MEAN_SKILL) },
    { part: 'licence', value: c.marketplace[venue] ? c.licence[seller] : 0 },
  ]
}

/** A venue without a shop of his: he opens one with odds of what peers earn there, his skill and his licence. */
function opening(scenes: Scenes, seller: number, venue: number): Decision | undefined {
  const { c, draws, count, week, open } = scenes
  if (!canOpen(c, seller, venue)) return undefined
  const common = { kind: 'openShop', step: 1, about: about(venue), seen: [] }
  const carried = week.joined.some((route) => c.to[route] === venue && open[c.from[route]])
  if (carried) return { ...common, kind: 'carriedShop', ...certain('open') }
  const draw = drawn(draws.reviewed, seller, venue)
  const there = inCluster(c, count, seller, venue)
  // A cluster has fewer shops there than elsewhere, whatever the odds.
  if (draw >= there) return { ...common, kind: 'shutCluster', ...certain('stayOut') }
  const options = (more = 0) =>
    chanceOptions({
      link: 'odds',
      parts: oddsParts(scenes, seller, venue, more),
      draw: draw / there,
      does: 'open',
      else: 'stayOut',
    })
  const now = options()
  const opens = now.chosen === 0
  const first = opens ? -FIRST : FIRST
  const more = nearest((x) => options(x).chosen !== now.chosen, first, MOST)
  const flip: Flip[] =
    more === undefined
      ? []
      : [
          {
            lever: 'peers',
            of: { is: 'venue', row: venue },
            change: more,
            unit: 'kRp/week',
            leadsTo: { is: opens ? 'stayOut' : 'open' },
          },
        ]
  return { ...common, ...now, flips: flip }
}

/** Who has sold where it is shut now looks, at times, for another outlet: the venue that promises most. */
function searching({ c, p, draws, count, open, week }: Scenes, seller: number, lost: number) {
  const venueCount = count.venues
  if (lost === 0) return []
  const looks = drawn(draws.looks, seller)
  const chanceOfIt = chance(p.search * lost, DAYS_A_WEEK)
  const common = { step: 1, about: [], seen: [{ fact: 'lost', value: lost, unit: 'share' }] }
  if (looks >= chanceOfIt) {
    const parts = [
      { part: 'usualSearch', value: log(p.search) },
      { part: 'lostShare', value: log(lost) },
    ]
    const search = { link: 'hazard', parts, draw: looks } as const
    const options = chanceOptions({ ...search, does: 'look', else: 'wait' })
    return [{ ...common, kind: 'look', ...options, flips: [] }]
  }
  const noise = (nth: number) => -log(-log(luckOf(draws, seller, nth)))
  const options: Option[] = [optionOf({ is: 'wait' }, [{ part: 'luck', value: noise(venueCount) }])]
  promises(c, p, count, week.shut, seller).forEach(({ heard, gain, cluster }, venue) => {
    if (open[venue] || heard + gain + cluster === -Infinity) return
    options.push(
      optionOf({ is: 'venue', row: venue }, [
        { part: 'heard', value: heard },
        { part: 'peersProfit', value: gain },
        { part: 'cluster', value: cluster },
        { part: 'luck', value: noise(venue) },
      ]),
    )
  })
  const chosen = bestOf(options)
  const { what } = options[chosen]
  const decision: Decision = {
    ...common,
    kind: 'search',
    unit: 'log odds',
    options,
    chosen,
    runnerUp: bestOf(options, chosen),
    flips: [],
  }
  if (what.is !== 'venue') return [decision]
  const able = managesShop(p.able, p.skillEffect * (skillOf(c, seller) - MEAN_SKILL))
  const draw = c.online[what.row] ? drawn(draws.manages, seller) : 0
  open[what.row] = draw < able
  const parts = [{ part: 'able', value: log(able) }]
  const manages = chanceOptions({ link: 'share', parts, draw, does: 'open', else: 'fail' })
  const attempt: Decision = {
    ...{ ...common, kind: 'manage', about: about(what.row), seen: [], flips: [] },
    ...(draw === 0 ? certain('open') : manages),
  }
  return [decision, attempt]
}
