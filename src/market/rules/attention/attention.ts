import {
  before,
  type Counts,
  exp,
  type Named,
  number,
  power,
  rule,
  share,
  type Writable,
} from '../../../engine/index.ts'
import { creators, feeds, sellers, today } from '../../populations/index.ts'
import { creator, routes, venues } from '../../tables/index.ts'
import { FOLLOWERS_PACE, SETTLING, SKILL_PACE, SKILL_ROUNDS } from '../numerics.ts'

/**
 * Live selling, a market of superstars. Viewers of a feed are shared by those who stream there,
 *   A_i = N h_i [ (1 - e) F_i^g / sum h F^g + e s_i / sum h s ],   F' = (1 - d) F + G A^eps_a s
 * where skill s is settled, before the calibration date, so that followers stand where they were found, and G so that
 * mean followers do. Who moves to another platform loses followers. Total viewing of a feed follows the hours of its
 * creators relative to usual: 1 + spill (H / H_usual - 1).
 */
export const attention = rule({
  name: 'attention',
  does: 'viewers of a feed are divided among streaming creators; attention concentrates on stars',
  every: 'week',
  over: creators,
  whole: true,
  reads: {
    routeOpen: routes.open,
    routeFrom: routes.from,
    friction: routes.friction,
    streams: venues.streams,
    liveSellers: venues.liveSellers,
    reached: venues.reach,
    convexity: creator.convexity,
    meanFollowers: creator.meanFollowers,
    followersExponent: creator.followersExponent,
    kept: creator.followersKept,
    creatorWeight: creator.weight,
    venue: creators.venue,
    hours: creators.hours,
    usualFollowers: creators.usualFollowers,
    sellerWeight: sellers.weight,
    sellerVenue: before(sellers.liveVenue),
    sellerHours: before(sellers.liveHours),
    sellerFollowers: before(sellers.followers),
    sellerSkill: before(sellers.skill),
    solving: today.solving,
  },
  writes: {
    skill: creators.skill,
    followers: creators.followers,
    followedAt: creators.followedAt,
    audience: creators.audience,
    viewers: feeds.viewers,
    usualHours: feeds.usualHours,
    perFollowing: feeds.perFollowing,
    perSkill: feeds.perSkill,
    followersWon: today.followersWon,
    followersLost: today.followersLost,
  },
  parameters: {
    discovery: share({
      label: 'Exploration share of attention',
      default: 0.15,
      range: [0, 0.4],
      source:
        'assumption: one view in seven, as feeds show some newcomers to everybody, to learn whom to show; 0 (only those whom people follow) to 0.4 (two views in five)',
      grade: 'assumption',
    }),
    followerDecay: share({
      label: 'Share of followers lost per week',
      default: 0.01,
      source:
        'assumption: two in five followers no longer look after a year; 0 (for good) to 0.05 (half of them within a quarter)',
      grade: 'assumption',
    }),
    viewers: number({
      label: 'Live-session viewers per week, all venues at full reach',
      unit: 'people',
      default: 5e7,
      range: [1, 1e9],
      source:
        'assumption: 71 % (F63) of 72 million online shoppers (F141) watch one session a week; from one a month to three a week, 12 to 150 million',
      grade: 'assumption',
    }),
    starSpill: number({
      label: 'Elasticity of total viewing to creators’ hours',
      unit: 'exponent',
      default: 0.2,
      range: [0, 1],
      source:
        'assumption: a fifth of what stars stream less. What the exit of a star does to all viewing is not settled (F172): 0 (others win his viewers) to 1 (they are lost to the feed)',
      grade: 'assumption',
    }),
  },
  step(c, p, { day, count }) {
    const { creators: creatorCount } = count
    if (creatorCount === 0) {
      c.viewers.fill(1)
      return
    }
    follow(c, creatorCount)
    watchHours(c, p.starSpill, count, day)
    const viewers = viewersOfFeeds(c, p.viewers, count)
    // Skill moves what skill brings: on the first day until both stand still.
    for (let round = day === 0 ? SKILL_ROUNDS : 1; round > 0; round--) {
      shareViewers(c, viewers, p.discovery, count)
      if (day === 0) settleSkills(c, creatorCount, 1)
    }
    if (day === 0) shareViewers(c, viewers, p.discovery, count)
    grow(c, p.followerDecay, creatorCount, day)
    // By skills of the weeks before: what a week's luck has brought is not also taken back in that week.
    if (c.solving[0] && day > 0) settleSkills(c, creatorCount, SKILL_PACE)
  },
})

/** Who has moved to another platform has the followers who followed him. What is lost so, a creator, is smoothed. */
function follow(
  c: Named<'venue' | 'kept'> & Writable<'followers' | 'followedAt' | 'followersLost'>,
  creatorCount: number,
): void {
  let lost = 0
  for (let who = 0; who < creatorCount; who++) {
    if (c.venue[who] === 0 || c.venue[who] === c.followedAt[who]) continue
    if (c.followedAt[who] > 0) {
      c.followers[who] *= c.kept[0]
      lost += 1 - c.kept[0]
    }
    c.followedAt[who] = c.venue[who]
  }
  c.followersLost[0] += SETTLING * (lost / creatorCount - c.followersLost[0])
}

/** Total viewing of a feed relative to usual, from the hours of its creators. */
function watchHours(
  c: Named<'venue' | 'hours' | 'solving'> & Writable<'viewers' | 'usualHours'>,
  spill: number,
  count: Counts,
  day: number,
): void {
  const hours = new Float64Array(count.venues)
  for (let who = 0; who < count.creators; who++)
    if (c.venue[who] > 0) hours[c.venue[who] - 1] += c.hours[who]
  for (let venue = 0; venue < count.venues; venue++) {
    if (day === 0) c.usualHours[venue] = hours[venue]
    else if (c.solving[0]) c.usualHours[venue] += SETTLING * (hours[venue] - c.usualHours[venue])
    const usual = c.usualHours[venue]
    c.viewers[venue] = usual > 0 ? Math.max(0, 1 + spill * (hours[venue] / usual - 1)) : 1
  }
}

/** Viewers of each feed a week: by live sellers, reach, and how well its open routes lead to a checkout. */
function viewersOfFeeds(
  c: Named<
    'routeOpen' | 'routeFrom' | 'friction' | 'streams' | 'liveSellers' | 'reached' | 'viewers'
  >,
  all: number,
  count: Counts,
): Float64Array {
  const leads = new Float64Array(count.venues)
  for (let route = 0; route < count.routes; route++) {
    const feed = c.routeFrom[route]
    leads[feed] = Math.max(leads[feed], c.routeOpen[route] * exp(-c.friction[route]))
  }
  let live = 0
  for (let venue = 0; venue < count.venues; venue++)
    if (c.streams[venue]) live += c.liveSellers[venue]
  return Float64Array.from(leads, (lead, venue) =>
    c.streams[venue] && live > 0
      ? (all * c.viewers[venue] * c.reached[venue] * lead * c.liveSellers[venue]) / live
      : 0,
  )
}

/** Who streams: creators and traders, with their followings and skills. */
type Hosts = Named<
  | 'venue'
  | 'hours'
  | 'followers'
  | 'skill'
  | 'convexity'
  | 'creatorWeight'
  | 'sellerWeight'
  | 'sellerVenue'
  | 'sellerHours'
  | 'sellerFollowers'
  | 'sellerSkill'
>

/**
 * Viewers an hour by following and by skill in each feed, and so the audience of each creator. Where no creator
 * streams, staff of sellers do, who are not modelled: there an hour brings as many viewers as elsewhere on average.
 */
function shareViewers(
  c: Hosts & Writable<'audience' | 'perFollowing' | 'perSkill'>,
  viewers: Float64Array,
  discovery: number,
  count: Counts,
): void {
  const { following, skill, hosts } = hoursOfHosts(c, count)
  let [busy, usualFollowing, usualSkill] = [0, 0, 0]
  for (let venue = 0; venue < count.venues; venue++) {
    if (hosts[venue] === 0) continue
    c.perFollowing[venue] = ((1 - discovery) * viewers[venue]) / following[venue]
    c.perSkill[venue] = (discovery * viewers[venue]) / skill[venue]
    busy++
    usualFollowing += c.perFollowing[venue]
    usualSkill += c.perSkill[venue]
  }
  for (let venue = 0; venue < count.venues; venue++) {
    if (hosts[venue] > 0) continue
    const part = busy > 0 && viewers[venue] > 0 ? 1 / busy : 0
    c.perFollowing[venue] = part * usualFollowing
    c.perSkill[venue] = part * usualSkill
  }
  for (let who = 0; who < count.creators; who++)
    c.audience[who] =
      c.venue[who] > 0
        ? c.hours[who] * viewersAnHour(c, c.venue[who] - 1, c.followers[who], c.skill[who])
        : 0
}

/** Hours live by venue, weighted by following and by skill, of creators and traders; `hosts`: by skill, of creators alone. */
function hoursOfHosts(
  c: Hosts,
  count: Counts,
): {
  readonly following: Float64Array
  readonly skill: Float64Array
  readonly hosts: Float64Array
} {
  const following = new Float64Array(count.venues)
  const skill = new Float64Array(count.venues)
  const hosts = new Float64Array(count.venues)
  for (let who = 0; who < count.creators; who++) {
    const venue = c.venue[who] - 1
    if (venue < 0) continue
    const hours = c.creatorWeight[0] * c.hours[who]
    following[venue] += hours * power(c.followers[who], c.convexity[0])
    skill[venue] += hours * c.skill[who]
    hosts[venue] += c.hours[who] * c.skill[who]
  }
  for (let seller = 0; seller < count.sellers; seller++) {
    const venue = c.sellerVenue[seller] - 1
    if (venue < 0) continue
    const hours = c.sellerWeight[seller] * c.sellerHours[seller]
    following[venue] += hours * power(c.sellerFollowers[seller], c.convexity[0])
    skill[venue] += hours * c.sellerSkill[seller]
  }
  return { following, skill, hosts }
}

/** Viewers of an hour live at a venue, by following and skill. */
export const viewersAnHour = (
  c: Named<'perFollowing' | 'perSkill' | 'convexity'>,
  venue: number,
  followers: number,
  skill: number,
): number => c.perFollowing[venue] * power(followers, c.convexity[0]) + c.perSkill[venue] * skill

/**
 * Part of the way to the skill at which a creator's followers stand where they were found: F ~ A^eps_a s. The mean
 * of A^eps_a over weeks counts, so that it is the inverse of skill that moves.
 */
function settleSkills(
  c: Named<'audience' | 'usualFollowers' | 'followersExponent'> & Writable<'skill'>,
  creatorCount: number,
  part: number,
): void {
  let [viewers, followers] = [0, 0]
  for (let who = 0; who < creatorCount; who++) {
    viewers += c.audience[who]
    followers += c.usualFollowers[who]
  }
  for (let who = 0; who < creatorCount; who++) {
    if (c.audience[who] === 0) continue
    const relative = viewers / creatorCount / c.audience[who]
    const settled =
      (c.usualFollowers[who] / followers) * creatorCount * power(relative, c.followersExponent[0])
    c.skill[who] = 1 / ((1 - part) / c.skill[who] + part / settled)
  }
}

/** Followers lost and won. Before the calibration date as many are won as keep the mean where it is, moves counted. */
function grow(
  c: Named<
    'audience' | 'skill' | 'meanFollowers' | 'followersExponent' | 'followersLost' | 'solving'
  > &
    Writable<'followers' | 'followersWon'>,
  decay: number,
  creatorCount: number,
  day: number,
): void {
  const gains = new Float64Array(creatorCount)
  let gained = 0
  for (let who = 0; who < creatorCount; who++) {
    gains[who] = power(c.audience[who], c.followersExponent[0]) * c.skill[who]
    gained += gains[who]
  }
  if ((day === 0 || c.solving[0]) && gained > 0) {
    const holds = ((decay + c.followersLost[0]) * c.meanFollowers[0] * creatorCount) / gained
    c.followersWon[0] += (day === 0 ? 1 : FOLLOWERS_PACE) * (holds - c.followersWon[0])
  }
  for (let who = 0; who < creatorCount; who++)
    c.followers[who] = (1 - decay) * c.followers[who] + c.followersWon[0] * gains[who]
}
