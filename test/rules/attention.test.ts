import { describe, expect, it } from 'vitest'
import {
  creators,
  feeds,
  listings,
  lists,
  SHOWN,
  STATE,
  sellers,
  slots,
  today,
} from '../../src/market/populations/index.ts'
import { attention } from '../../src/market/rules/attention/attention.ts'
import { showcase } from '../../src/market/rules/attention/showcase.ts'
import { streaming } from '../../src/market/rules/attention/streaming.ts'
import { feed } from '../../src/market/rules/feeds/feed.ts'
import { adoption } from '../../src/market/rules/firms/adoption.ts'
import { creator, routes, venues } from '../../src/market/tables/index.ts'
import { type Bench, bench, rowsWhere, sum, tuned, village } from './bench.ts'

const SHOP = 1

describe('a ranked feed', () => {
  const V = 3
  /** A list of about sixty shops with prices of their own. */
  function ranked(seed: string): Bench {
    const desk = bench(village('size.sellers=120', 'firms.slots=4096'), seed)
    desk.of(listings.open).fill(1)
    desk.of(listings.popularity).fill(0)
    desk.of(sellers.stock).fill(1000)
    desk.of(sellers.state).fill(STATE.active)
    for (let seller = 0; seller < desk.count.sellers; seller++)
      desk.of(listings.price).fill(20 + 7 * (seller % 20), seller * V, (seller + 1) * V)
    desk.step(feed, 0)
    return desk
  }
  const LIST = SHOP * 2
  const room = 4096
  const slotsOf = (desk: Bench) => [...desk.of(slots.listing)].slice(LIST * room, (LIST + 1) * room)
  const prices = (desk: Bench) => desk.of(listings.price)

  it('holds no empty slot', () => {
    const desk = ranked('a')
    expect(desk.of(lists.covered)[LIST]).toBe(0)
    const members = new Set(slotsOf(desk))
    for (const listing of members) expect(listing % V).toBe(SHOP)
    expect(members.size).toBeLessThanOrEqual(desk.of(lists.members)[LIST])
    expect(members.size).toBeGreaterThan(desk.of(lists.members)[LIST] * 0.9)
  })

  it.each([
    [0.5, 'wins'],
    [2, 'loses'],
  ])('changes only in the slots that a price times %d %s', (factor) => {
    const desk = ranked('a')
    const before = slotsOf(desk)
    const moved = before[17]
    prices(desk)[moved] *= factor
    desk.step(feed, 7)
    const after = slotsOf(desk)
    const changed = after.flatMap((listing, slot) => (listing === before[slot] ? [] : [slot]))
    expect(changed.length).toBeGreaterThan(0)
    for (const slot of changed)
      expect(factor < 1 ? after[slot] : before[slot], `slot ${slot}`).toBe(moved)
  })

  it('is worth without social influence what it would be worth if nothing were popular', () => {
    const seen = [
      'firms.slots=4096',
      'nests.online.considered=512',
      'categories.*.popularity-taste=0.3',
    ]
    const worthOf = (popularity: (listing: number) => number) => {
      const desk = bench(village('size.sellers=120', ...seen))
      desk.of(listings.open).fill(1)
      desk.of(sellers.stock).fill(1000)
      desk.of(listings.price).fill(40)
      desk.of(listings.popularity).forEach((_, listing, all) => {
        all[listing] = popularity(listing)
      })
      desk.step(feed, 0)
      expect(desk.of(lists.covered)[LIST]).toBe(1)
      const K = desk.of(lists.inclusiveValue).length / desk.count.lists
      return {
        value: desk.of(lists.inclusiveValue)[LIST * K],
        sober: desk.of(lists.intrinsicValue)[LIST * K],
      }
    }
    const plain = worthOf(() => 0)
    const famed = worthOf((listing) => (listing % 7) ** 2)
    expect(plain.sober).toBeCloseTo(plain.value, 12)
    expect(famed.sober).toBeCloseTo(plain.value, 12)
    expect(famed.value).toBeGreaterThan(plain.value + 0.05)
  })

  it('gives the slots of a shop that closes to others, and moves no other', () => {
    const desk = ranked('a')
    const before = slotsOf(desk)
    const closed = before[17]
    desk.of(listings.open)[closed] = 0
    desk.step(feed, 7)
    slotsOf(desk).forEach((listing, slot) => {
      if (before[slot] === closed) expect(listing).not.toBe(closed)
      else expect(listing).toBe(before[slot])
    })
  })

  it('stands still from week to week where nothing changes', () => {
    const desk = ranked('a')
    const before = slotsOf(desk)
    desk.step(feed, 7)
    expect(slotsOf(desk)).toEqual(before)
  })

  it('shares its slots in proportion to weight, to less than two slots', () => {
    let surplus = 0
    let members = 0
    for (let seed = 0; seed < 12; seed++) {
      const desk = ranked(`seed ${seed}`)
      const held = new Map<number, number>()
      for (const listing of slotsOf(desk)) held.set(listing, (held.get(listing) ?? 0) + 1)
      const inside = [...desk.of(sellers.category).entries()]
        .filter(([, category]) => category === 0)
        .map(([seller]) => seller)
      // The weight of a listing: the firms behind it, times price to the power of -0.5.
      const weights = inside.map(
        (seller) => desk.of(sellers.weight)[seller] * prices(desk)[seller * V + SHOP] ** -0.5,
      )
      const total = sum(weights)
      const light = [...weights].sort((one, other) => one - other)[Math.floor(inside.length / 2)]
      inside.forEach((seller, nth) => {
        const over = (held.get(seller * V + SHOP) ?? 0) - (room * weights[nth]) / total
        expect(Math.abs(over)).toBeLessThan(2)
        if (weights[nth] > light) return
        surplus += over
        members++
      })
    }
    // Neither half gains on the other: a slot rounded has a variance of at most 1/4, taken at five standard errors.
    expect(Math.abs(surplus)).toBeLessThan(5 * Math.sqrt(members / 4))
  })

  it('is worth less where a buyer waits for what is made to order', () => {
    const worths = (weeks: number) => {
      const desk = bench(village('categories.cloth.waiting-cost=0.4'))
      desk.of(listings.open).fill(1)
      desk.of(listings.price).fill(50)
      desk.of(sellers.stock).fill(1000)
      desk.of(sellers.madeToOrder).fill(1)
      desk.of(sellers.wait).fill(weeks)
      desk.step(feed, 0)
      return [
        ...desk.of(slots.utility).slice(LIST * 512, LIST * 512 + desk.of(lists.members)[LIST]),
      ]
    }
    const [now, later] = [worths(0), worths(3)]
    expect(now.length).toBeGreaterThan(5)
    now.forEach((worth, slot) => {
      expect(worth - later[slot]).toBeCloseTo(3 * 0.4, 4)
    })
  })

  it('says what sessions make of the odds of a listing: 1 - e^(-ell L), more where its weight is theirs too', () => {
    const brought = (orders: number) => {
      const desk = bench(
        village(
          'size.sellers=120',
          'firms.slots=4096',
          'households.affinity=0.8',
          'venues.shop.streams=true',
        ),
      )
      desk.of(listings.open).fill(1)
      desk.of(listings.price).fill(50)
      desk.of(sellers.stock).fill(1000)
      desk.of(feeds.orders).fill(orders)
      const way = 7 * desk.count.routes + SHOP
      desk.of(sellers.live)[way] = 0.5
      desk.of(sellers.hosting)[way] = 8
      desk.step(feed, 7)
      return { desk, part: desk.of(sellers.byLive)[way] }
    }
    // Eight viewers of a creator with eight items, for a hundred creators: a hundred people see it, one buys.
    expect(brought(0).part).toBeCloseTo(1 - Math.exp(-0.4), 6)
    const { desk, part } = brought(20)
    const inside = desk.of(sellers.category)
    const weights = [...desk.of(sellers.weight)].filter((_, row) => inside[row] === inside[7])
    const [own, all] = [desk.of(sellers.weight)[7], sum(weights)]
    const extra = (all * (1 / 20)) / (1 - 1 / 20)
    expect(part).toBeCloseTo(1 - (own / (own + extra)) * Math.exp(-0.4), 6)
  })

  it('shows a short list whole', () => {
    const desk = bench(village('size.sellers=16', 'nests.online.considered=40'))
    desk.of(listings.open).fill(1)
    desk.of(listings.price).fill(50)
    desk.of(sellers.stock).fill(1000)
    desk.step(feed, 0)
    const [members] = [desk.of(lists.members)[LIST]]
    expect(desk.of(lists.covered)[LIST]).toBe(1)
    const shown = [...desk.of(slots.listing)].slice(LIST * 512, LIST * 512 + members)
    expect(new Set(shown).size).toBe(members)
  })

  it('never shows more whole than it has slots', () => {
    const desk = bench(village('size.sellers=300', 'firms.slots=64', 'nests.online.considered=512'))
    desk.of(listings.open).fill(1)
    desk.of(listings.price).fill(50)
    desk.of(sellers.stock).fill(1000)
    desk.step(feed, 0)
    expect(desk.of(lists.members)[LIST]).toBeGreaterThan(64)
    expect(desk.of(lists.covered)[LIST]).toBe(0)
    expect([...desk.of(slots.utility)].every(Number.isFinite)).toBe(true)
  })
})

describe('attention', () => {
  function studio(...set: string[]): Bench {
    const desk = bench(village('size.creators=80', ...set))
    desk.step(adoption, 0)
    desk.step(streaming, 0)
    return desk
  }
  const weeks = (desk: Bench, from: number, to: number) => {
    for (let week = from; week < to; week++) desk.step(attention, 7 * week)
  }
  const meanFollowers = (desk: Bench) => sum(desk.of(creators.followers)) / desk.count.creators
  const two = ['venues.shop.streams=true', 'venues.shop.live-sellers=0.25']

  it('shares the viewers of a venue among those who stream there, all of them', () => {
    const desk = studio(...two, 'venues.shop.affiliates=true')
    // A trader streams too; he counts for the firms that he stands for.
    desk.of(sellers.liveVenue)[0] = SHOP + 1
    desk.of(sellers.liveHours)[0] = 4
    desk.of(sellers.followers)[0] = 9000
    for (const day of [0, 7, 14, 21]) {
      desk.step(attention, day)
      for (const venue of [0, 1]) {
        const mine = desk.of(sellers.followers)[0] ** 0.9 * desk.of(feeds.perFollowing)[venue]
        const trader = 4 * (mine + desk.of(feeds.perSkill)[venue] * desk.of(sellers.skill)[0])
        const audience = sum(
          [...desk.of(creators.audience)].filter(
            (_, who) => desk.of(creators.venue)[who] === venue + 1,
          ),
        )
        const all =
          audience * desk.of(creator.weight)[0] +
          (venue === SHOP ? trader * desk.of(sellers.weight)[0] : 0)
        const share = desk.of(venues.liveSellers)[venue] / 0.75
        expect(all / (5e7 * share), `venue ${venue} on day ${day}`).toBeCloseTo(1, 9)
      }
    }
  })

  it('has fewer viewers where they are led to a checkout by a link: e^-kappa of them', () => {
    const desk = studio()
    const viewers = () => sum(desk.of(creators.audience)) * desk.of(creator.weight)[0]
    desk.step(attention, 0)
    const direct = viewers()
    desk.of(routes.friction)[0] = 1.5
    desk.step(attention, 7)
    expect(viewers() / direct).toBeCloseTo(Math.exp(-1.5), 6)
  })

  it('has as many viewers as the best of its open routes leads to a checkout, whichever else there is', () => {
    const desk = studio()
    const viewers = () => sum(desk.of(creators.audience)) * desk.of(creator.weight)[0]
    // The shop can be paid at from the stream too, by a link.
    desk.of(routes.from)[1] = 0
    desk.of(routes.friction)[1] = 1.5
    desk.step(attention, 0)
    expect(viewers() / 5e7).toBeCloseTo(1, 9)
    desk.of(routes.open)[0] = 0
    desk.step(attention, 7)
    expect(viewers() / 5e7).toBeCloseTo(Math.exp(-1.5), 9)
  })

  it('keeps mean followers where they are', () => {
    const desk = studio()
    const start = meanFollowers(desk)
    expect(start).toBeCloseTo(10_000, 6)
    weeks(desk, 0, 100)
    expect(meanFollowers(desk) / start).toBeCloseTo(1, 6)
    expect(Math.min(...desk.of(creators.followers))).toBeGreaterThan(0)
  })

  /** Creators who are all alike: as many followers, hours and viewers each. */
  function alike(...set: string[]): Bench {
    const desk = studio(...set)
    desk.of(creators.followers).fill(10_000)
    desk.of(creators.usualFollowers).fill(10_000)
    return desk
  }

  it.each([
    [0.7, []],
    [0.4, ['creator.followers-exponent=0.4']],
  ])(
    'wins followers with viewers once constants stand: twice as many, 2^%d times as many won',
    (exponent, set) => {
      const desk = alike(...set)
      desk.of(venues.reach)[0] = 0.5
      weeks(desk, 0, 2)
      desk.of(venues.reach)[0] = 1
      weeks(desk, 2, 52)
      const won = 2 ** exponent
      expect(meanFollowers(desk) / 10_000).toBeCloseTo(won - (won - 1) * 0.99 ** 50, 5)
    },
  )

  it('wins back what moves cost while constants are solved, so that the mean holds', () => {
    const desk = alike(...two, 'creator.followers-kept=0.4')
    desk.of(today.solving)[0] = 1
    const venue = desk.of(creators.venue)
    for (let who = 0; who < 80; who++) venue[who] = 1 + (who % 2)
    let [luck, late] = [99, 0]
    for (let week = 0; week < 320; week++) {
      // By lot two creators in eighty change places a week and leave 0.6 of their followers: 0.015 of all, beside the 0.01 that drop off.
      luck = (luck * 7919 + 12_345) % 104_729
      const one = 2 * (luck % 40)
      if (week > 0) venue.set([venue[one + 1], venue[one]], one)
      desk.step(attention, 7 * week)
      if (week >= 160) late += meanFollowers(desk) / 160
    }
    // Without that they would fall to 0.01 / 0.025 of it.
    expect(Math.abs(late / 10_000 - 1)).toBeLessThan(0.05)
  })

  it('gives an hour as many viewers where no creator streams as where one does', () => {
    const desk = studio(...two)
    desk.of(creators.venue).fill(1)
    desk.step(attention, 0)
    for (const column of [feeds.perFollowing, feeds.perSkill]) {
      expect(desk.of(column)[SHOP]).toBeGreaterThan(0)
      expect(desk.of(column)[SHOP]).toBe(desk.of(column)[0])
    }
  })

  it('costs followers where the checkout is shut and no link is left', () => {
    const desk = studio()
    weeks(desk, 0, 4)
    const start = meanFollowers(desk)
    desk.of(routes.open)[0] = 0
    weeks(desk, 4, 30)
    expect(meanFollowers(desk) / start).toBeCloseTo(0.99 ** 26, 6)
  })

  it('leaves followers behind where a creator moves, as many as do not follow', () => {
    const desk = studio(...two, 'creator.followers-kept=0.4')
    weeks(desk, 0, 2)
    const before = desk.of(creators.followers)[5]
    desk.of(creators.venue)[5] = SHOP + 1
    desk.of(routes.open).fill(0)
    desk.step(attention, 14)
    expect(desk.of(creators.followers)[5]).toBeCloseTo(0.4 * 0.99 * before, 6)
  })

  it('shows a feed to those whom it has reached: a quarter of them, a quarter of its viewers', () => {
    const desk = studio()
    desk.of(venues.reach)[0] = 0.25
    desk.step(attention, 0)
    expect((sum(desk.of(creators.audience)) * desk.of(creator.weight)[0]) / 1.25e7).toBeCloseTo(
      1,
      9,
    )
  })

  it('settles skills while constants are solved, and leaves them as they are from then on', () => {
    const desk = studio()
    desk.of(today.solving)[0] = 1
    weeks(desk, 0, 3)
    const skills = () => [...desk.of(creators.skill)]
    // Whoever streams half as long has fewer viewers, and the followers that he was found with: he must be better at it.
    for (let who = 0; who < 80; who += 2) desk.of(creators.hours)[who] *= 0.5
    const before = skills()
    weeks(desk, 3, 5)
    const settled = skills()
    for (let who = 0; who < 80; who += 2) expect(settled[who]).toBeGreaterThan(before[who])
    desk.of(today.solving)[0] = 0
    for (let who = 1; who < 80; who += 2) desk.of(creators.hours)[who] *= 0.5
    weeks(desk, 5, 30)
    expect(skills()).toEqual(settled)
  })

  it('has all viewing of a feed follow the hours of its creators, and be 1 as usual', () => {
    const desk = studio()
    weeks(desk, 0, 3)
    expect(desk.of(feeds.viewers)[0]).toBe(1)
    for (let who = 0; who < 80; who++) desk.of(creators.hours)[who] *= 0.5
    desk.step(attention, 21)
    expect(desk.of(feeds.viewers)[0]).toBeCloseTo(1 - 0.2 * 0.5, 6)
  })
})

describe('a showcase', () => {
  it.each([
    [{}, 8],
    [{ looksAt: 3.5 }, 3],
    [{ looksAt: 1 }, 1],
  ])('has no more items than its creator looks at: %j', (parameters, most) => {
    const input = tuned(village('size.creators=900', 'size.sellers=400'), 'showcase', parameters)
    const desk = bench(input)
    desk.step(adoption, 0)
    desk.step(streaming, 0)
    desk.of(listings.price).fill(30)
    desk.of(sellers.stock).fill(100)
    for (const rule of [feed, attention, showcase]) desk.step(rule, 0)
    const shown = Array.from(
      { length: 900 },
      (_, who) =>
        rowsWhere(SHOWN, (slot) => desk.of(creators.shown)[who * SHOWN + slot] >= 0).length,
    )
    expect(Math.max(...shown)).toBe(most)
  })

  it('adds up the viewers of all who show a listing, however many', () => {
    const desk = bench(village('size.creators=900', 'size.sellers=40'))
    desk.step(adoption, 0)
    desk.step(streaming, 0)
    desk.of(listings.price).fill(30)
    desk.of(sellers.stock).fill(100)
    for (const rule of [feed, attention, showcase]) desk.step(rule, 0)
    const viewers = new Map<number, number>()
    let most = 0
    desk.of(creators.shown).forEach((item, at) => {
      if (item < 0) return
      most++
      const audience = desk.of(creators.audience)[Math.floor(at / SHOWN)]
      viewers.set(item, (viewers.get(item) ?? 0) + audience)
    })
    expect(most / viewers.size).toBeGreaterThan(255)
    for (const [item, all] of viewers)
      expect(desk.of(sellers.hosting)[item] / all).toBeCloseTo(1, 9)
  })
})
