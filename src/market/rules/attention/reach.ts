import { agentWord, fraction, nthWord, number, rule, still } from '../../../engine/index.ts'
import { buyers, levels, today } from '../../populations/index.ts'
import { routes, venues } from '../../tables/index.ts'

/** The bit of an account that stands for the nth shared login, counted from the top; venues are counted below. */
export const passBit = (nth: number): number => 31 - nth

/**
 * Which venues a buyer can use. An online shopper holds an account at a platform with a probability that
 * grows with the reach of the venue; one keyed number a buyer and venue makes accounts only be added as
 * reach grows. Where accounts follow live affinity: p (1 - part + part ell / mean), at most `mostAccounts`. Where a feed and
 * a checkout share their login, who has an account of the feed can pay there, through the feed.
 */
export const reach = rule({
  name: 'reach',
  does: 'online shoppers open accounts as a venue grows',
  every: 'week',
  over: buyers,
  reads: {
    shopper: buyers.shopper,
    affinityLevel: buyers.affinity,
    affinity: levels.affinity,
    share: venues.accounts,
    reached: venues.reach,
    followsAffinity: venues.accountsByAffinity,
    platform: venues.platform,
    from: routes.from,
    to: routes.to,
    login: routes.login,
    moved: today.reachMoved,
  },
  writes: { accounts: buyers.accounts },
  parameters: {
    byAffinity: number({
      label:
        'Part of the chance of an account that goes with live affinity, where accounts follow it',
      unit: 'share',
      default: 0.5,
      range: [0, 1],
      source:
        'assumption: half, as friends bring people to a feed whether or not they like sessions; 0 (alike for all) to 1 (in proportion)',
      grade: 'assumption',
    }),
    mostAccounts: number({
      label:
        'Largest share of shoppers of one affinity who hold an account, where accounts follow it',
      unit: 'share',
      default: 0.95,
      range: [0, 1],
      source:
        'assumption: one in twenty is on no such feed, however he likes sessions; 0.8 to 1 (all)',
      grade: 'assumption',
    }),
  },
  draws: {
    holds: still('Has an account, by venue', venues),
    passes: still('Passes from feed to checkout with one login, by route', routes),
  },
  step(c, p, { from, to, draws, count }) {
    if (!c.moved[0]) return
    const venueCount = count.venues
    const { holds, passes } = draws
    const joined: number[] = []
    for (let route = 0; route < count.routes; route++) if (c.login[route] > 0) joined.push(route)
    let anyone = 0
    const platforms: number[] = []
    for (let venue = 0; venue < venueCount; venue++)
      if (c.platform[venue]) platforms.push(venue)
      else anyone |= 1 << venue
    const chances = Array.from({ length: count.levels }, (_, level) =>
      platforms.map((venue) => {
        const eventual = c.followsAffinity[venue]
          ? Math.min(
              p.mostAccounts,
              c.share[venue] * (1 - p.byAffinity + p.byAffinity * c.affinity[level]),
            )
          : c.share[venue]
        return eventual * c.reached[venue]
      }),
    )
    for (let buyer = from; buyer < to; buyer++) {
      let accounts = anyone
      c.accounts[buyer] = accounts >>> 0
      if (!c.shopper[buyer]) continue
      const own = agentWord(holds.a, buyer)
      const chance = chances[c.affinityLevel[buyer]]
      for (let nth = 0; nth < platforms.length; nth++) {
        const venue = platforms[nth]
        if (fraction(nthWord(holds.b, own, holds.first + venue)) < chance[nth])
          accounts |= 1 << venue
      }
      for (let nth = 0; nth < joined.length; nth++) {
        const route = joined[nth]
        const there = (accounts >>> c.from[route]) & 1
        if (there && fraction(nthWord(passes.b, own, passes.first + route)) < c.login[route])
          accounts |= 1 << passBit(nth)
      }
      c.accounts[buyer] = accounts >>> 0
    }
  },
})
