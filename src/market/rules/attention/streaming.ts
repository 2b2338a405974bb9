import {
  before,
  chance,
  DAYS_A_WEEK,
  daily,
  drawn,
  exp,
  flag,
  log,
  type MutableValues,
  type Named,
  number,
  power,
  rule,
  share,
  still,
  type Values,
} from '../../../engine/index.ts'
import { creators, feeds, today } from '../../populations/index.ts'
import { creator, routes, venues } from '../../tables/index.ts'
import { EXPONENTS, HALVINGS, TASTE_PACE } from '../numerics.ts'
import { paysCommissions } from './commissions.ts'

/**
 * Where and how long creators stream: by what an hour earns them. An hour on his own platform is worth w_i, his
 * own smoothed earnings; while he hardly streams, and on another platform, what his following would bring there,
 *   w_ik = y_k (a_k F^g + b_k s),   F his followers, elsewhere those who would follow him
 * with y_k the smoothed commissions per viewer and a_k, b_k the viewers an hour per following and skill; where nobody
 * has earned yet, as on other platforms. At a review he chooses a platform by logit (McFadden 1974), and each week his hours
 * move a quarter of the way to those at which streaming is worth as much as his other work:
 *   P_k ~ w_ik^(1/scale) e^(stay [k = own]),   h_i = h_max / (1 + (T w_out,i / w_i)^eps_h)
 * with w_out his informal earnings and T the taste for streaming, which is settled before the calibration date so that
 * mean hours meet their target. Where a platform is announced to close he expects less of it.
 */
export const streaming = rule({
  name: 'streaming',
  does: 'creators choose platform and hours by what an hour earns them',
  every: 'week',
  over: creators,
  whole: true,
  reads: {
    routeOpen: routes.open,
    routeFrom: routes.from,
    routeTo: routes.to,
    shared: routes.shared,
    streams: venues.streams,
    affiliates: venues.affiliates,
    liveSellers: venues.liveSellers,
    closing: venues.closing,
    target: creator.hours,
    memory: creator.memory,
    convexity: creator.convexity,
    kept: creator.followersKept,
    outside: creators.outside,
    skill: before(creators.skill),
    followers: before(creators.followers),
    income: creators.income,
    perViewer: feeds.perViewer,
    perFollowing: before(feeds.perFollowing),
    perSkill: before(feeds.perSkill),
    solving: today.solving,
  },
  writes: {
    venue: creators.venue,
    hours: creators.hours,
    earned: creators.earned,
    taste: today.streamingTaste,
  },
  parameters: {
    hoursFollow: flag({
      label: 'Live hours follow earnings',
      default: true,
      source:
        'given: a switch, for a variant of the model; off, creators stream as long as the mean is written, wherever they can',
      grade: 'given',
    }),
    longest: number({
      label: 'Longest live hours per creator (h_max)',
      unit: 'hours/week',
      default: 40,
      range: [20, 84],
      source:
        'assumption: F74 gives Rp2 to 7 million a month at Rp33 to 50 thousand an hour, 10 to 40 hours a week; from half a working week to twelve hours a day',
      grade: 'assumption',
    }),
    elasticity: number({
      label: 'Elasticity of live hours to earnings per hour, at few hours (eps_h)',
      unit: 'elasticity',
      default: 1,
      range: [0.3, 2],
      source:
        'assumption: drivers who choose their hours, 0.5 (Farber 2015) to 2 (Chen et al. 2019; Angrist, Caldwell and Hall 2021), from memory; half to twice',
      grade: 'assumption',
    }),
    adjustment: share({
      label: 'Share of the gap to desired live hours closed per week',
      default: 0.25,
      range: [0.05, 1],
      source: 'assumption: most of the way in two months; from a week to a year',
      grade: 'assumption',
    }),
    reviews: number({
      label: 'Rate at which creators review their platform',
      unit: '1/week',
      default: 0.1,
      range: [0.02, 1],
      source: 'assumption: as sellers review their shops (0.1); from once a year to every week',
      grade: 'assumption',
    }),
    choiceScale: number({
      label: 'Scale of the choice of platform, in log earnings',
      unit: 'log',
      default: 0.5,
      range: [0.1, 2],
      source:
        'assumption: earnings twice as high make a platform four times as likely; from 1.4 to 1000 times',
      grade: 'assumption',
    }),
    stay: number({
      label: 'Stay bonus of the creator’s own platform',
      unit: 'log odds',
      default: 2.5,
      range: [0, 3],
      source:
        'assumption: nothing observed counts moves. Chosen by what the model does with it: one creator in four moves in a year in which nothing happens, at 1 two in three, at 0 nearly all: 0 to 3. Where a creator’s platform has shut, no bonus holds him',
      grade: 'assumption',
    }),
    caution: share({
      label: 'Reduction in expected earnings after a closure is announced',
      default: 0.3,
      range: [0, 1],
      source:
        'assumption: three tenths less, as the checkout earns until the day itself, a week away in 2023, and a feed is left before it is shut; nobody asked creators. 0 (no thought of it) to 1 (nothing expected any more)',
      grade: 'assumption',
    }),
    telling: number({
      label: 'Live hours from which a creator learns the earnings of an hour',
      unit: 'hours/week',
      default: 0.5,
      range: [0, 10],
      source: 'assumption: half an hour, one short session; 0 (any) to 4 hours',
      grade: 'assumption',
    }),
  },
  draws: {
    begins: still('Platform on the first day'),
    reviews: daily('Reviews the platform', 1, { free: 1, why: 'the number of the first day' }),
    moves: daily('Platform chosen at a review'),
  },
  step(c, p, { day, draws, count }) {
    const { creators: creatorCount } = count
    if (creatorCount === 0) return
    const earns = earningVenues(c, count)
    if (day === 0) {
      for (let who = 0; who < creatorCount; who++) {
        c.venue[who] = begin(c, earns, drawn(draws.begins, who)) + 1
        c.hours[who] = c.target[0]
      }
      c.taste[0] = 0
      return
    }
    const prospects = prospectsOf(c, count, earns)
    const expected = (venue: number) => (c.closing[venue] ? 1 - p.caution : 1)
    const reviewed = chance(p.reviews, DAYS_A_WEEK)
    const worth = new Float64Array(count.venues)
    for (let who = 0; who < creatorCount; who++) {
      const own = c.venue[who] - 1
      if (own >= 0) learn(c, p.telling, prospects, who, day)
      if (own >= 0 && drawn(draws.reviews, who) >= reviewed) continue
      for (let venue = 0; venue < count.venues; venue++)
        worth[venue] =
          venue === own
            ? c.earned[who] * expected(venue)
            : c.closing[venue]
              ? 0
              : prospects.at(venue, c.kept[0] * c.followers[who], c.skill[who])
      const next = choosePlatform(worth, own, p.choiceScale, p.stay, drawn(draws.moves, who))
      if (next === own) continue
      c.venue[who] = next + 1
      c.earned[who] = worth[next]
    }
    if (c.solving[0] || c.taste[0] === 0) settleTaste(c, p, creatorCount)
    for (let who = 0; who < creatorCount; who++) {
      const own = c.venue[who] - 1
      const worth = own < 0 ? 0 : c.earned[who] * expected(own)
      const desired =
        c.taste[0] === 0
          ? c.target[0]
          : !p.hoursFollow
            ? earns[own]
              ? c.target[0]
              : 0
            : hoursAt(worth, c.taste[0] * c.outside[who], p.longest, p.elasticity)
      c.hours[who] += p.adjustment * (desired - c.hours[who])
    }
  },
})

/** Hours a week at which streaming is worth as much as other work: h_max / (1 + (w_out / w)^eps_h). */
export const hoursAt = (
  earned: number,
  outside: number,
  longest: number,
  elasticity: number,
): number => (earned > 0 ? longest / (1 + power(outside / earned, elasticity)) : 0)

/**
 * A row by logit of log worth over its scale, with a bonus for the own; what is worth nothing is not chosen.
 * @param own the row where he is; -1 nowhere. He stays where nothing is worth anything.
 * @param draw a number between 0 and 1
 */
export function choosePlatform(
  worth: Values,
  own: number,
  scale: number,
  stay: number,
  draw: number,
): number {
  let most = 0
  for (let row = 0; row < worth.length; row++) most = Math.max(most, worth[row])
  if (most === 0) return own
  const odds = (row: number) =>
    worth[row] > 0 ? power(worth[row] / most, 1 / scale) * (row === own ? exp(stay) : 1) : 0
  let total = 0
  for (let row = 0; row < worth.length; row++) total += odds(row)
  let mark = draw * total
  let last = own
  for (let row = 0; row < worth.length; row++) {
    const here = odds(row)
    if (here === 0) continue
    if (mark < here) return row
    mark -= here
    last = row
  }
  return last
}

/** By venue: whether a creator who streams there can be paid for an order. */
export function earningVenues(
  c: Named<'affiliates' | 'shared' | 'routeFrom' | 'routeTo' | 'routeOpen' | 'streams'>,
  count: Readonly<Record<string, number>>,
): boolean[] {
  const earns = Array.from({ length: count.venues }, () => false)
  paysCommissions(c, count).forEach((pays, route) => {
    const feed = c.routeFrom[route]
    if (pays && c.streams[feed] && c.routeOpen[route] > 0) earns[feed] = true
  })
  return earns
}

/** Where a creator starts: where he can earn, by the live sellers of the venues; where he can earn nowhere, where one can stream. */
function begin(c: Named<'liveSellers' | 'streams'>, earns: readonly boolean[], draw: number) {
  const any = earns.includes(true)
  const worth = earns.map((one, venue) =>
    (any ? one : c.streams[venue]) ? c.liveSellers[venue] : 0,
  )
  return choosePlatform(worth, -1, 1, 0, draw)
}

export interface Prospects {
  /** What an hour would earn at a venue, kRp. */
  at(venue: number, followers: number, skill: number): number
}

/** What an hour earns per following and skill, by venue; where nobody has earned yet, the mean of where one has. */
export function prospectsOf(
  c: Named<'perViewer' | 'perFollowing' | 'perSkill' | 'convexity'>,
  count: Readonly<Record<string, number>>,
  earns: readonly boolean[],
): Prospects {
  const following = new Float64Array(count.venues)
  const skill = new Float64Array(count.venues)
  let [known, meanFollowing, meanSkill] = [0, 0, 0]
  for (let venue = 0; venue < count.venues; venue++) {
    if (!earns[venue] || c.perViewer[venue] === 0) continue
    following[venue] = c.perViewer[venue] * c.perFollowing[venue]
    skill[venue] = c.perViewer[venue] * c.perSkill[venue]
    known++
    meanFollowing += following[venue]
    meanSkill += skill[venue]
  }
  for (let venue = 0; venue < count.venues; venue++) {
    if (!earns[venue] || c.perViewer[venue] > 0 || known === 0) continue
    following[venue] = meanFollowing / known
    skill[venue] = meanSkill / known
  }
  return {
    at: (venue, followers, ability) =>
      following[venue] * power(followers, c.convexity[0]) + skill[venue] * ability,
  }
}

/** What he makes of last week: his earnings an hour, or, where he hardly streamed, what his following would bring. */
function learn(
  c: Named<'income' | 'hours' | 'followers' | 'skill' | 'memory' | 'venue'> & {
    readonly earned: MutableValues
  },
  telling: number,
  prospects: Prospects,
  who: number,
  day: number,
): void {
  const tells = day > DAYS_A_WEEK && c.hours[who] >= telling
  const latest = tells
    ? c.income[who] / c.hours[who]
    : prospects.at(c.venue[who] - 1, c.followers[who], c.skill[who])
  c.earned[who] += (day > DAYS_A_WEEK ? c.memory[0] : 1) * (latest - c.earned[who])
}

/** A quarter of the way to the taste at which mean desired hours are the target; at first all the way. */
function settleTaste(
  c: Named<'earned' | 'outside' | 'target'> & { readonly taste: MutableValues },
  p: { readonly longest: number; readonly elasticity: number },
  creatorCount: number,
): void {
  const meanHours = (taste: number) => {
    let hours = 0
    for (let who = 0; who < creatorCount; who++)
      hours += hoursAt(c.earned[who], taste * c.outside[who], p.longest, p.elasticity)
    return hours / creatorCount
  }
  let [low, high] = [-EXPONENTS, EXPONENTS]
  // Where nobody has earned anything yet there is nothing to settle on.
  if (meanHours(exp(low)) < c.target[0]) return
  for (let round = 0; round < HALVINGS; round++) {
    const middle = (low + high) / 2
    if (meanHours(exp(middle)) > c.target[0]) low = middle
    else high = middle
  }
  c.taste[0] =
    c.taste[0] === 0 ? exp(low) : exp(log(c.taste[0]) + TASTE_PACE * (low - log(c.taste[0])))
}
