import { describe, expect, it } from 'vitest'
import { feeds, listings, peers, STATE, sellers } from '../../src/market/populations/index.ts'
import { adoption } from '../../src/market/rules/firms/adoption.ts'
import { expectedProfits, heardOf, lostShare } from '../../src/market/rules/firms/searching.ts'
import { households, routes, venues } from '../../src/market/tables/index.ts'
import { closed, dayOf, recorded, run, small } from '../policies/small.ts'
import { type Bench, bench, clustered, rowsWhere, sum, tuned, village } from './bench.ts'

const [STREAM, SHOP, STALLS] = [0, 1, 2]
const V = 3
const SIZE = 4000
/** Nobody reviews, attempts succeed, and a peer's gain decides. */
const PLAIN = {
  ...{ reviews: 0, able: 1, openingCost: 0 },
  ...{ profitScale: 100, searchNoise: 0.5, few: 0, alike: 0 },
}
/** Odds of a gain, at this scale and noise. */
const oddsOf = (gain: number) => (1 + gain / 100) ** 2

/**
 * Half of the firms sold on the stream alone, the other half are their peers at the shop and gain the same each;
 * nobody may go to the stalls.
 * @param elsewhere sales of the displaced at the stalls, relative to those on the stream
 */
function street(
  gain: number,
  parameters: Record<string, number>,
  elsewhere = 0,
  town = village,
): Bench {
  const desk = bench(tuned(town(`size.sellers=${SIZE}`), 'adoption', { ...PLAIN, ...parameters }))
  desk.of(listings.open).fill(0)
  desk.of(listings.usual).fill(0)
  desk.of(sellers.cluster).fill(0)
  desk.of(venues.reach)[STALLS] = 0
  desk.of(venues.commission).fill(0)
  desk.of(venues.upkeep).fill(0)
  desk.of(listings.price).fill(10)
  desk.of(sellers.unitCost).fill(9)
  desk.of(sellers.weight).fill(1)
  for (let seller = 0; seller < SIZE; seller++) {
    const displaced = seller % 2 === 0
    desk.of(listings.open)[seller * V + (displaced ? STREAM : SHOP)] = 1
    // Who opens there sells as much as who is there.
    desk.of(listings.soldWeek)[seller * V + SHOP] = gain
    if (!displaced) {
      desk.of(listings.profit)[seller * V + SHOP] = gain
      continue
    }
    desk.of(listings.usual)[seller * V + STREAM] = 100
    desk.of(listings.usual)[seller * V + STALLS] = 100 * elsewhere
  }
  const stream = rowsWhere(desk.count.routes, (route) => desk.of(routes.to)[route] === STREAM)
  for (const route of stream) desk.of(routes.open)[route] = 0
  return desk
}
const reopened = (desk: Bench) =>
  rowsWhere(SIZE, (row) => row % 2 === 0 && desk.of(listings.open)[row * V + SHOP] === 1).length /
  (SIZE / 2)
/** Within three standard deviations of a share of the displaced. */
function near(found: number, share: number): void {
  const spread = Math.sqrt((share * (1 - share)) / (SIZE / 2))
  expect(Math.abs(found - share)).toBeLessThanOrEqual(3 * spread)
}

describe('a seller whose only outlet is shut', () => {
  it.each([1 / 26, 0.14, 0.5])(
    'has reopened elsewhere after t weeks with 1 - e^-ht, h = %d',
    (h) => {
      const desk = street(1e5, { search: h })
      for (let week = 1; week <= 16; week++) {
        desk.step(adoption, 7 * week)
        if (week % 4 === 0) near(reopened(desk), 1 - Math.exp(-h * week))
      }
    },
  )

  it('opens by the odds of what its peers gain against going on without', () => {
    const desk = street(80, { search: 20 })
    desk.step(adoption, 7)
    near(reopened(desk), oddsOf(80) / (1 + oddsOf(80)))
  })

  it.each([
    ['counts what opening costs', 2600, oddsOf(80 - 26) / (1 + oddsOf(80 - 26))],
    ['stays as it is where nothing is gained', 8000, 0],
  ])('%s', (_, openingCost, share) => {
    const desk = street(80, { search: 20, openingCost, payback: 100 })
    desk.step(adoption, 7)
    near(reopened(desk), share)
  })

  /** Peers have shops at the stalls too, a third as many as at the shop, and gain there what they gain here. */
  function withStalls(gain: number, there: number, parameters: Record<string, number> = {}) {
    const desk = street(gain, { search: 20, ...parameters })
    desk.of(venues.reach)[STALLS] = 1
    for (let seller = 1; seller < SIZE; seller += 6) {
      desk.of(listings.open)[seller * V + STALLS] = 1
      desk.of(listings.profit)[seller * V + STALLS] = there
      desk.of(listings.soldWeek)[seller * V + STALLS] = there
    }
    return desk
  }

  it.each([
    ['gains are alike', 80, 80],
    ['they gain less where more of them are', 40, 160],
  ])('hears of outlets as often as peers sell there: %s', (_, here, there) => {
    const desk = withStalls(here, there)
    desk.step(adoption, 7)
    const [shop, stalls] = [0.75 * oddsOf(here), 0.25 * oddsOf(there)]
    near(reopened(desk), shop / (1 + shop + stalls))
  })

  it('looks at all outlets alike where word of peers does not count', () => {
    const desk = withStalls(80, 80, { alike: 1 })
    desk.step(adoption, 7)
    near(reopened(desk), (0.5 * oddsOf(80)) / (1 + oddsOf(80)))
  })

  it('asks those of its own trade and class alone', () => {
    const desk = street(1e5, { search: 20 })
    const [trade, kind] = [desk.of(sellers.category), desk.of(sellers.firmClass)]
    const trades = new Set(trade)
    expect(trades.size).toBeGreaterThan(1)
    const first = trade[0]
    const own = kind[0]
    for (let seller = 1; seller < SIZE; seller += 2)
      if (trade[seller] === first && kind[seller] === own)
        desk.of(listings.open)[seller * V + SHOP] = 0
    desk.step(adoption, 7)
    const shops = desk.of(listings.open)
    const alike = (row: number) => trade[row] === first && kind[row] === own
    const displaced = rowsWhere(SIZE, (row) => row % 2 === 0)
    const moved = (row: number) => shops[row * V + SHOP] === 1
    expect(displaced.filter((row) => alike(row) && moved(row))).toEqual([])
    // All others hear of the shop, where a gain of 1e5 is taken a million times to one.
    expect(displaced.filter((row) => !alike(row) && !moved(row))).toEqual([])
  })

  it('goes where its own trade sells, if that is elsewhere than another sells', () => {
    const desk = street(1e5, { search: 20 })
    const trade = desk.of(sellers.category)
    const shops = desk.of(listings.open)
    desk.of(venues.reach)[STALLS] = 1
    for (let seller = 1; seller < SIZE; seller += 2)
      if (trade[seller] === 1) {
        shops[seller * V + SHOP] = 0
        shops[seller * V + STALLS] = 1
        desk.of(listings.profit)[seller * V + STALLS] = 1e5
        desk.of(listings.soldWeek)[seller * V + STALLS] = 1e5
      }
    desk.step(adoption, 7)
    for (let seller = 0; seller < SIZE; seller += 2) {
      const opened = [SHOP, STALLS].filter((venue) => shops[seller * V + venue] === 1)
      expect(opened, `seller ${seller}`).toEqual([trade[seller] === 1 ? STALLS : SHOP])
    }
  })

  it('hears of an outlet by the firms for which rows stand, as they are this week', () => {
    const desk = withStalls(80, 80)
    // Of three peers one, who has both, stands for nine firms: eleven firms have the shop and nine the stalls.
    for (let seller = 1; seller < SIZE; seller += 6) {
      desk.of(sellers.weight)[seller] = 9
      for (const venue of [SHOP, STALLS]) desk.of(listings.soldWeek)[seller * V + venue] *= 9
    }
    // What was heard the week before is forgotten.
    desk.of(peers.firms).fill(1e4)
    desk.step(adoption, 7)
    near(reopened(desk), (0.55 * oddsOf(80)) / (1 + oddsOf(80)))
  })

  it('looks past the outlets that it has', () => {
    const desk = withStalls(80, 80)
    for (let seller = 0; seller < SIZE; seller += 2) desk.of(listings.open)[seller * V + SHOP] = 1
    desk.step(adoption, 7)
    // Six shops of peers to one stall: all hear of the stalls as often as that, and of nothing else that they lack.
    const stalls = oddsOf(80) / 7
    const found = rowsWhere(
      SIZE,
      (row) => row % 2 === 0 && desk.of(listings.open)[row * V + STALLS] === 1,
    )
    near(found.length / (SIZE / 2), stalls / (1 + stalls))
  })

  it('goes to a platform half as readily where its cluster has half as many shops there', () => {
    const desk = street(80, { search: 20 }, 0, clustered)
    desk.of(sellers.cluster).fill(1)
    desk.step(adoption, 7)
    near(reopened(desk), (0.5 * oddsOf(80)) / (1 + 0.5 * oddsOf(80)))
  })

  it('takes medians of few for those of all: three peers in four gain 40', () => {
    const desk = withStalls(40, 160, { few: 1e9 })
    desk.step(adoption, 7)
    near(reopened(desk), (0.75 * oddsOf(40)) / (1 + oddsOf(40)))
  })

  it('needs no digital skill for a stall', () => {
    const desk = withStalls(1e5, 1e5, { able: 0.1 })
    for (let seller = 1; seller < SIZE; seller += 2) desk.of(listings.open)[seller * V + SHOP] = 0
    desk.step(adoption, 7)
    const stalls = desk.of(listings.open)
    expect(rowsWhere(SIZE, (row) => row % 2 === 0 && stalls[row * V + STALLS] === 0)).toEqual([])
  })

  it('asks firms at work alone', () => {
    const desk = withStalls(80, 80)
    for (let seller = 1; seller < SIZE; seller += 6) desk.of(sellers.state)[seller] = STATE.idle
    desk.step(adoption, 7)
    near(reopened(desk), oddsOf(80) / (1 + oddsOf(80)))
    const moved = rowsWhere(SIZE, (row) => desk.of(listings.open)[row * V + STALLS] === 1)
    expect(moved.filter((row) => row % 2 === 0)).toEqual([])
  })

  it('manages it as far as its digital skill goes', () => {
    const desk = street(1e5, { search: 20, able: 0.7, skillEffect: 2 })
    desk.of(sellers.skill).fill(0.25)
    desk.of(sellers.trained).fill(0)
    desk.step(adoption, 7)
    const odds = (0.7 / 0.3) * Math.exp(2 * (0.25 - 0.5))
    near(reopened(desk), odds / (1 + odds))
  })

  it('searches more slowly where a part of its sales is left', () => {
    const desk = street(1e5, { search: 0.5 }, 1)
    desk.of(sellers.weight).fill(1)
    desk.step(adoption, 7)
    near(reopened(desk), 1 - Math.exp(-0.25))
  })
})

describe('the share of his sales that a seller has lost', () => {
  /** Two outlets, of which the stream is shut: what he sold at both is remembered over a season of 13 weeks. */
  it('fades by a thirteenth a week at the shut outlet and grows by a thirteenth of sales at the other', () => {
    const desk = street(0, { search: 1e-9 })
    const [stream, shop] = [STREAM, SHOP]
    desk.of(sellers.weight).fill(desk.of(households.orders)[0])
    desk.of(listings.usual)[stream] = 100
    desk.of(listings.open)[shop] = 1
    // 13 pieces a week at 10: each week a thirteenth of 130 comes to what is usual there.
    desk.of(listings.soldWeek)[shop] = 13
    let [lost, left] = [100, 0]
    for (let week = 1; week <= 13; week++) {
      desk.step(adoption, 7 * week)
      lost = (12 / 13) * lost
      left = (12 / 13) * left + 10
      expect(desk.of(listings.usual)[stream], `week ${week}`).toBeCloseTo(lost, 4)
      expect(desk.of(listings.usual)[shop], `week ${week}`).toBeCloseTo(left, 4)
      const share = lostShare(desk.of(listings.usual), Uint8Array.of(1, 0, 0), 0)
      expect(share, `week ${week}`).toBeCloseTo(lost / (lost + left), 6)
      // 1200/13 of 1330/13; 14400/169 of 17650/169; (12/13)^13 = 0.3533 after a season.
      if (week === 1) expect(share).toBeCloseTo(120 / 133, 6)
      if (week === 2) expect(share).toBeCloseTo(1440 / 1765, 6)
    }
    expect(lost).toBeCloseTo(35.33, 2)
  })
})

describe('what a firm expects of a venue', () => {
  it('is the median of peers there, drawn to that of all where few are', () => {
    const many = Float64Array.from({ length: 30 }, () => 100)
    const lucky = Float64Array.of(10_000, 12_000)
    const [at, rare, none] = expectedProfits([many, lucky, new Float64Array()], 10)
    expect([at, none]).toEqual([100, 100])
    expect(rare).toBeCloseTo((2 * 11_000 + 10 * 100) / 12, 9)
    expect(expectedProfits([many, lucky], 0)).toEqual([100, 11_000])
  })

  it('it hears of, the more of its peers are there, and never of one that is shut', () => {
    expect(heardOf([9, 9, 30, 10, 60], 2, Uint8Array.of(0, 0, 1), 0)).toEqual([0.75, 0.25, 0])
    expect(heardOf([30, 10], 0, Uint8Array.of(0, 0), 1)).toEqual([0.5, 0.5])
    expect(heardOf([0, 0], 0, Uint8Array.of(0, 0), 0)).toEqual([0, 0])
  })
})

describe('nobody searches', () => {
  it('at a hazard of nought, nor where no outlet is shut', () => {
    const still = street(1e5, { search: 0 })
    const open = street(1e5, { search: 20 })
    open.of(routes.open).fill(1)
    for (const desk of [still, open]) {
      desk.step(adoption, 7)
      expect(reopened(desk)).toBe(0)
    }
  })

  it('in a country without a closure: no bit moves with the hazard', () => {
    const [slow, fast] = [0, 1].map((search) => {
      const input = small('', `rules.adoption.search=${search}`)
      return run(input, 80).stateHash()
    })
    expect(fast).toBe(slow)
  })

  it('before the closure, and after it firms move to the other platforms', {
    timeout: 60_000,
  }, () => {
    const [none, some] = [0, 1].map((search) => {
      const input = closed(`rules.adoption.search=${search}`)
      return { input, market: run(input, 150) }
    })
    const day = dayOf(none.input, '2022-08-03')
    expect(recorded(some.market, day).equals(recorded(none.market, day))).toBe(true)
    const { venues: count } = none.market.world.counts
    const tiktok = none.input.tables.venues.findIndex(({ name }) => name === 'tiktok-shop')
    const [without, with_] = [none, some].map(({ market }) => market.world.view(listings.open))
    const more = rowsWhere(without.length, (row) => with_[row] > without[row])
    const theirs = more.filter((row) => without[Math.floor(row / count) * count + tiktok] === 1)
    expect(more.length).toBeGreaterThan(10)
    expect(theirs.length / more.length).toBeGreaterThan(0.9)
  })
})

describe('openings are solved without those who search', () => {
  const expected = (search: number) => {
    const desk = street(1e5, { search, reviews: 1e9 })
    desk.of(venues.closing)[STREAM] = 1
    desk.step(adoption, 7)
    return sum(desk.of(feeds.opening))
  }

  it('their own reviews are theirs alone', () => {
    // Of the peers nobody opens what is open; the displaced alone would open the shop.
    expect(expected(0)).toBeGreaterThan(0)
    expect(expected(0.1)).toBe(0)
  })
})
