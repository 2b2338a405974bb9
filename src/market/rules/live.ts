import {
  before,
  chance,
  exp,
  number,
  power,
  quotient,
  rule,
  share,
  uniform,
} from '../../engine/index.ts'
import {
  creators,
  FIRM_CLASS,
  feeds,
  KIND,
  listings,
  SHOWN,
  STATE,
  sellers,
} from '../populations/index.ts'
import { creator, households, routes, venues } from '../tables/index.ts'
import { paysCommissions } from './commissions.ts'

const assumed = { source: 'model.md 2.4', grade: 'assumption' } as const

/**
 * Live selling, a market of superstars. Viewers of a venue are shared by
 *   A_k = N [ (1 - e) F_k^g / sum F^g + e s_k / sum s ],   F' = (1 - d) F + growth A^0.7 s
 * with growth set so that mean followers stand still without policy. A trader whose sales fall may try it himself: against such audiences his is of order one, and after some sessions at a loss he
 * stops. Where the route to the checkout is shut, creators stream less and move on; where its end is announced
 * some move on before.
 */
export const live = rule({
  name: 'live',
  does: 'creators and traders stream; attention goes to stars; commissions are paid',
  every: 'week',
  over: creators,
  whole: true,
  reads: {
    venueOpen: routes.open,
    routeFrom: routes.from,
    routeTo: routes.to,
    friction: routes.friction,
    shared: routes.shared,
    streams: venues.streams,
    affiliates: venues.affiliates,
    liveSellers: venues.liveSellers,
    reached: venues.reach,
    closing: venues.closing,
    standardHours: creator.hours,
    creatorWeight: creator.weight,
    orderWeight: households.orders,
    kind: sellers.kind,
    state: before(sellers.state),
    firmClass: sellers.firmClass,
    sellerSkill: before(sellers.skill),
    trained: before(sellers.trained),
    offered: before(sellers.creatorCommission),
    takings: before(sellers.takings),
    turnover: before(sellers.turnover),
    unitCost: before(sellers.unitCost),
    cash: before(sellers.cash),
    price: before(listings.price),
    impulseWeek: before(listings.impulseWeek),
    shown: before(creators.shown),
    hosts: before(listings.hosts),
  },
  writes: {
    creatorSkill: creators.skill,
    venue: creators.venue,
    followers: creators.followers,
    hours: creators.hours,
    audience: creators.audience,
    income: creators.income,
    viewers: feeds.viewers,
    sellerFollowers: sellers.followers,
    liveHours: sellers.liveHours,
    liveCost: sellers.liveCost,
    liveLosses: sellers.liveLosses,
    liveVenue: sellers.liveVenue,
  },
  parameters: {
    discovery: share({
      label: 'Exploration share of attention',
      default: 0.15,
      range: [0, 0.4],
      ...assumed,
    }),
    convexity: number({
      label: 'Elasticity of attention to followers',
      unit: 'exponent',
      default: 0.9,
      range: [0, 1.2],
      ...assumed,
    }),
    followerDecay: share({ label: 'Share of followers lost per week', default: 0.01, ...assumed }),
    viewers: number({
      label: 'Live-session viewers per week, all venues at full reach',
      unit: 'people',
      default: 1e7,
      range: [1, 1e9],
    }),
    starSpill: number({
      label: 'Elasticity of total viewing to creators’ hours',
      unit: 'exponent',
      default: 0.2,
      range: [0, 1],
      source: 'HICSS "Everyone can be a star" (model.md 2.4)',
      grade: 'C',
    }),
    meanFollowers: number({
      label: 'Mean followers per creator',
      unit: 'people',
      default: 10000,
      range: [1, 1e7],
    }),
    caution: share({ label: 'Reduction in live hours after a closure is announced', default: 0.3 }),
    moving: number({
      label: 'Hazard of switching platform when the checkout is closed',
      unit: '1/week',
      default: 0.03,
      range: [0, 1],
    }),
    attempts: number({
      label: 'Hazard that a trader tries streaming when sales fall to zero',
      unit: '1/week',
      default: 0.05,
      range: [0, 1],
      source: 'model.md 2.13',
      grade: 'assumption',
    }),
    sessionHours: number({
      label: 'Hours of own live sessions',
      unit: 'hours/week',
      default: 4,
      range: [0, 60],
    }),
    hostCost: number({
      label: 'Cost per live hour',
      unit: 'kRp/hour',
      default: 40,
      range: [0, 500],
      source: 'F74',
      grade: 'B',
    }),
    conversion: share({
      label: 'Conversion rate in traders’ own sessions',
      default: 0.01,
      source: 'model.md 2.4 (0.5 to 3 %)',
      grade: 'assumption',
    }),
    patience: number({
      label: 'Loss-making weeks before quitting streaming',
      unit: 'weeks',
      default: 5,
      range: [1, 52],
      ...assumed,
    }),
  },
  step(c, p, { day, key, still, count }) {
    const { venues: V, creators: N } = count
    const pays = paysCommissions(c, count)
    c.liveCost.fill(0)
    if (N === 0) return
    const openness = directOpenness()
    payCommissions()
    streamOrMove()
    const audienceOf = attention()
    traders(audienceOf)

    /** For each feed the best of its open routes, and its own checkout. */
    function directOpenness() {
      const own = new Float64Array(V)
      const any = new Float64Array(V)
      for (let route = 0; route < count.routes; route++) {
        const feed = c.routeFrom[route]
        any[feed] = Math.max(any[feed], c.venueOpen[route] * exp(-c.friction[route]))
        if (feed === c.routeTo[route]) own[feed] = Math.max(own[feed], c.venueOpen[route])
        else if (c.shared[route] > 0)
          own[feed] = Math.max(own[feed], c.venueOpen[route] * exp(-c.friction[route]))
      }
      return { own, any }
    }

    /** Last week's commissions of venues that pay them, shared among the hosts. Sums to what sellers paid. */
    function payCommissions(): void {
      for (let who = 0; who < N; who++) {
        let income = 0
        for (let slot = 0; slot < SHOWN && day > 0; slot++) {
          const listing = c.shown[who * SHOWN + slot]
          if (listing < 0 || !pays[listing % V]) continue
          const seller = quotient(listing, V)
          income +=
            (c.impulseWeek[listing] * c.price[listing] * c.offered[seller] * c.orderWeight[0]) /
            (c.hosts[listing] * c.creatorWeight[0])
        }
        c.income[who] = income
      }
    }

    function streamOrMove(): void {
      for (let who = 0; who < N; who++) {
        if (day === 0) {
          c.venue[who] = pickVenue(uniform(still, who, 0)) + 1
          c.hours[who] = c.standardHours[0]
          continue
        }
        const venue = c.venue[who] - 1
        if (venue < 0) {
          // Without a platform: takes the first that opens, and begins anew.
          c.hours[who] *= 0.75
          c.venue[who] = pickVenue(uniform(key, who, 2)) + 1
          continue
        }
        const pull =
          openness.any[venue] * (c.closing[venue] && openness.own[venue] > 0 ? 1 - p.caution : 1)
        c.hours[who] += 0.25 * (c.standardHours[0] * pull - c.hours[who])
        const stays = openness.own[venue] > 0 && !c.closing[venue]
        if (stays || uniform(key, who, 1) >= chance(p.moving, 7)) continue
        const next = pickVenue(uniform(key, who, 2))
        if (next >= 0) c.venue[who] = next + 1
      }
    }

    /** A streaming venue with a checkout that stays open, by its share of live sellers; -1 where there is none. */
    function pickVenue(draw: number): number {
      const lasts = (venue: number) =>
        c.streams[venue] && openness.own[venue] > 0 && !c.closing[venue]
      let total = 0
      for (let venue = 0; venue < V; venue++) if (lasts(venue)) total += c.liveSellers[venue]
      let mark = draw * total
      for (let venue = 0; venue < V; venue++) {
        if (!lasts(venue)) continue
        if (mark < c.liveSellers[venue]) return venue
        mark -= c.liveSellers[venue]
      }
      return -1
    }

    /** Audiences of creators; returns the audience that a seller with given followers and skill would get. */
    function attention() {
      if (day === 0) for (let round = 0; round < 100; round++) settleSkills(audiences())
      const viewersOf = audiences()
      grow(viewersOf)
      return viewersOf
    }

    /** The skill that keeps a creator's followers where they are: F ~ A^0.7 s. */
    function settleSkills(viewersOf: ReturnType<typeof audiences>): void {
      const audience = new Float64Array(N)
      let [viewers, followers] = [0, 0]
      for (let who = 0; who < N; who++) {
        const venue = c.venue[who] - 1
        audience[who] = venue < 0 ? 0 : viewersOf(venue, c.followers[who], c.creatorSkill[who], 1)
        viewers += audience[who]
        followers += c.followers[who]
      }
      if (viewers === 0) return
      for (let who = 0; who < N; who++)
        if (audience[who] > 0)
          c.creatorSkill[who] =
            (c.followers[who] / followers) * N * power(viewers / N / audience[who], 0.7)
    }

    /** How the viewers of each venue are shared. */
    function audiences() {
      const pull = new Float64Array(V)
      const skill = new Float64Array(V)
      const hours = new Float64Array(V)
      const standard = new Float64Array(V)
      for (let who = 0; who < N; who++) {
        const venue = c.venue[who] - 1
        if (venue < 0) continue
        const presence = c.hours[who] / Math.max(1e-9, c.standardHours[0])
        pull[venue] += presence * power(c.followers[who], p.convexity)
        skill[venue] += presence * c.creatorSkill[who]
        hours[venue] += c.hours[who]
        standard[venue] += c.standardHours[0]
      }
      let sellersAll = 0
      for (let venue = 0; venue < V; venue++)
        sellersAll += c.streams[venue] ? c.liveSellers[venue] : 0
      for (let venue = 0; venue < V; venue++) {
        const present = standard[venue] > 0 ? hours[venue] / standard[venue] : 0
        c.viewers[venue] = c.streams[venue]
          ? (c.reached[venue] *
              openness.any[venue] *
              c.liveSellers[venue] *
              (1 + p.starSpill * (present - 1))) /
            sellersAll
          : 0
      }
      const viewersOf = (venue: number, followers: number, ability: number, presence: number) =>
        pull[venue] === 0
          ? 0
          : (p.viewers *
              c.viewers[venue] *
              presence *
              (((1 - p.discovery) * power(followers, p.convexity)) / pull[venue] +
                (p.discovery * ability) / skill[venue])) /
            c.creatorWeight[0]
      return viewersOf
    }

    function grow(
      viewersOf: (venue: number, followers: number, ability: number, presence: number) => number,
    ): void {
      const gains = new Float64Array(N)
      let total = 0
      let full = 0
      for (let who = 0; who < N; who++) {
        const venue = c.venue[who] - 1
        const presence = c.hours[who] / Math.max(1e-9, c.standardHours[0])
        c.audience[who] =
          venue < 0 ? 0 : viewersOf(venue, c.followers[who], c.creatorSkill[who], presence)
        gains[who] = power(c.audience[who], 0.7) * c.creatorSkill[who]
        total += gains[who]
        if (venue >= 0) full += openness.any[venue] * presence
      }
      const growth =
        total === 0 ? 0 : (p.followerDecay * p.meanFollowers * Math.min(N, full)) / total
      for (let who = 0; who < N; who++)
        c.followers[who] = (1 - p.followerDecay) * c.followers[who] + growth * gains[who]
    }

    /** Sessions that offline traders hold themselves. */
    function traders(
      viewersOf: (venue: number, followers: number, ability: number, presence: number) => number,
    ): void {
      for (let seller = 0; seller < count.sellers; seller++) {
        if (c.kind[seller] !== KIND.trader || c.firmClass[seller] === FIRM_CLASS.marketplace)
          continue
        if (c.state[seller] !== STATE.active) {
          // Who comes after him begins anew.
          c.liveVenue[seller] = 0
          c.liveHours[seller] = 0
          c.liveLosses[seller] = 0
          c.sellerFollowers[seller] = 0
          continue
        }
        if (c.liveVenue[seller] === 0) {
          const usual = (c.turnover[seller] * 1000) / 52.18
          const gap = usual > 0 ? Math.max(0, 1 - c.takings[seller] / usual) : 0
          // Nobody stakes more on sessions than he has.
          if (c.cash[seller] < 2 * p.patience * p.sessionHours * p.hostCost) continue
          if (c.liveLosses[seller] >= p.patience || uniform(key, N + seller, 0) >= p.attempts * gap)
            continue
          const venue = pickVenue(uniform(key, N + seller, 1))
          if (venue < 0) continue
          c.liveVenue[seller] = venue + 1
          c.liveHours[seller] = p.sessionHours
          if (c.sellerFollowers[seller] === 0) c.sellerFollowers[seller] = 200
        }
        const venue = c.liveVenue[seller] - 1
        const presence = c.liveHours[seller] / Math.max(1e-9, c.standardHours[0])
        const skill = Math.min(1, c.sellerSkill[seller] + c.trained[seller])
        const audience = viewersOf(venue, c.sellerFollowers[seller], skill, presence)
        c.sellerFollowers[seller] +=
          p.followerDecay * (power(audience, 0.7) * skill - c.sellerFollowers[seller])
        const margin = Math.max(0, c.unitCost[seller] * 0.3)
        const cost = p.sessionHours * p.hostCost
        c.liveCost[seller] = cost
        c.liveLosses[seller] =
          audience * p.conversion * margin < cost ? Math.min(255, c.liveLosses[seller] + 1) : 0
        if (c.liveLosses[seller] >= p.patience || openness.any[venue] === 0) {
          c.liveVenue[seller] = 0
          c.liveHours[seller] = 0
        }
      }
    }
  },
})
