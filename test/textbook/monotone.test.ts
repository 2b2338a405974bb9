/**
 * T31: signs that must hold over twenty coupled seeds: duty, fee, items considered, rank for local goods. `npm test` looks at
 * the first of the seeds, and leaves means over seeds to `npm run test:full`.
 */
import { describe, expect, it } from 'vitest'
import { keyOf, log, seedKey, uniform } from '../../src/engine/index.ts'
import {
  createMarket,
  given,
  type Market,
  type MarketInput,
  rowOf,
  venues,
} from '../../src/market/index.ts'
import {
  classes,
  KIND,
  listings,
  lists,
  sellers,
  slots,
} from '../../src/market/populations/index.ts'
import { nests } from '../../src/market/tables/index.ts'
import { meanOf, placeOf } from '../../src/study/index.ts'
import { FULL } from '../full/size.ts'
import { country, open, ordersOf, textbookMarket, written } from './markets.ts'
import { meanAndError } from './statistics.ts'

const SEEDS = Array.from({ length: FULL ? 20 : 6 }, (_, nth) => `seed ${nth + 1}`)
const SIZE = { buyers: 2500, sellers: 350, creators: 30 }
const LONG = { timeout: 240_000 }
/** The dials move on this day; until then, and only then, constants are solved. */
const TURN = 8 * 7
const END = 22 * 7
const WATCHED = END - 8 * 7

const baseline = country(SIZE, '', 'calendar.solve-until=2022-08-29')
const turned = (table: string, row: number, field: string, value: number, at = 0) => ({
  table,
  row,
  field,
  at,
  points: [[TURN, value] as const],
  linear: false,
})
const shopee = rowOf(baseline, 'venues', 'shopee')
const dearer: MarketInput = {
  ...baseline,
  courses: [...baseline.courses, turned('border', 0, 'extraDuty', 0.5)],
}
const charged: MarketInput = {
  ...baseline,
  courses: [
    ...baseline.courses,
    ...baseline.tables.categories.map((_, category) =>
      turned(
        'venues',
        shopee,
        'commission',
        0.1 + given(baseline, venues, shopee, 'commission', category),
        category,
      ),
    ),
  ],
}

/** What a run came to over its last weeks. */
interface Outcome {
  readonly imports: number
  readonly importUnits: number
  readonly net: number
  /** What the basket of before costs on Mondays, kRp. */
  readonly basket: number
}

/** A market on the day the dials move, and what producers sold at each listing in the four weeks before. */
interface Trunk {
  readonly from: ReturnType<Market['snapshot']>
  readonly bought: Float64Array
}

function trunkOf(seed: string): Trunk {
  const market = createMarket(baseline, seed)
  const { world } = market
  const [sold, kind] = [world.view(listings.sold), world.view(sellers.kind)]
  const bought = new Float64Array(sold.length)
  const V = world.counts.venues
  market.run(TURN, (day) => {
    if (day < TURN - 28) return
    for (let listing = 0; listing < sold.length; listing++)
      if (kind[Math.floor(listing / V)] === KIND.producer) bought[listing] += sold[listing]
  })
  return { from: market.snapshot(), bought }
}

/** Runs a branch of a market to the end; sellers' net at Shopee is price less fees less cost of goods, kRp. */
function outcome(input: MarketInput, seed: string, { from, bought }: Trunk): Outcome {
  const market = createMarket(input, seed, { from })
  const { world } = market
  const [sold, price] = [listings.sold, listings.price].map((one) => world.view(one))
  const [cost, category] = [sellers.unitCost, sellers.category].map((one) => world.view(one))
  const V = input.tables.venues.length
  const commission = baseline.tables.categories.map((_, at) => {
    const before = given(input, venues, shopee, 'commission', at)
    return input === charged ? before + 0.1 : before
  })
  let [net, basket] = [0, 0]
  market.run(END, (day) => {
    if (day < WATCHED) return
    if (day % 7 === 0)
      for (let listing = 0; listing < bought.length; listing++)
        if (bought[listing] > 0) basket += bought[listing] * price[listing]
    for (let seller = 0; seller < cost.length; seller++) {
      const listing = seller * V + shopee
      const kept = price[listing] * (1 - commission[category[seller]])
      net += sold[listing] * (kept - cost[seller])
    }
  })
  const mean = (measure: string) =>
    meanOf(market, placeOf(market, { name: measure }), { from: WATCHED, to: END })
  return {
    imports: mean('import share'),
    importUnits: mean('import units share'),
    net,
    basket,
  }
}

describe('seeds each with a dial as it was and turned up (T31)', LONG, () => {
  const runs = new Map<string, { as: Outcome; duty: Outcome; fee: Outcome }>()
  const run = (seed: string) => {
    const known = runs.get(seed)
    if (known) return known
    const trunk = trunkOf(seed)
    const made = {
      as: outcome(baseline, seed, trunk),
      duty: outcome(dearer, seed, trunk),
      fee: outcome(charged, seed, trunk),
    }
    runs.set(seed, made)
    return made
  }

  it.each(SEEDS)('a duty lowers the share of imports in pieces, seed %s', (seed) => {
    const { as, duty } = run(seed)
    expect(duty.importUnits).toBeLessThan(as.importUnits)
  })

  // Dearer pieces work against fewer pieces, so that the share in value falls less, and not in every run.
  it.runIf(FULL)('a duty lowers the share of imports in value, on average over seeds', () => {
    const falls = SEEDS.map((seed) => run(seed).as.imports - run(seed).duty.imports)
    const { mean, error } = meanAndError(falls)
    expect(mean).toBeGreaterThan(2 * error)
  })

  // Producers gain customers and raise prices a little; of one run the luck of a review may hide it.
  it.runIf(FULL)(
    'a duty raises the prices of producers, a basket held as before, on average over seeds',
    () => {
      const rises = SEEDS.map((seed) => log(run(seed).duty.basket / run(seed).as.basket))
      const { mean, error } = meanAndError(rises)
      expect(mean).toBeGreaterThan(2 * error)
    },
  )

  it.each(SEEDS)('a commission lowers what its sellers keep, seed %s', (seed) => {
    const { as, fee } = run(seed)
    expect(fee.net).toBeLessThan(as.net)
  })
})

describe('the feed and what is considered (T31)', LONG, () => {
  it.each(SEEDS)('a rank for local goods moves slots to them and none away, seed %s', (seed) => {
    const rank = (value: number) => {
      const venues = baseline.tables.venues.map((row) => ({
        ...row,
        values: { ...row.values, rankLocal: value },
      }))
      const market = open({ ...baseline, tables: { ...baseline.tables, venues } }, seed)
      market.run(1)
      return market.world
    }
    const [before, after] = [rank(0), rank(0.3)]
    const V = baseline.tables.venues.length
    const covered = before.view(lists.covered)
    const members = before.view(lists.members)
    const room = before.counts.slots / before.counts.lists
    const held = (world: typeof before, list: number) => {
      const slotsOf = new Map<number, number>()
      for (const listing of world.view(slots.listing).slice(list * room, (list + 1) * room))
        slotsOf.set(listing, (slotsOf.get(listing) ?? 0) + 1)
      return slotsOf
    }
    let gained = 0
    for (let list = 0; list < covered.length; list++) {
      if (covered[list] || members[list] === 0) continue
      const [one, other] = [held(before, list), held(after, list)]
      for (const listing of new Set([...one.keys(), ...other.keys()])) {
        const change = (other.get(listing) ?? 0) - (one.get(listing) ?? 0)
        const foreign = before.view(sellers.foreign)[Math.floor(listing / V)]
        if (foreign) expect(change, `listing ${listing}`).toBeLessThanOrEqual(0)
        else {
          expect(change, `listing ${listing}`).toBeGreaterThanOrEqual(0)
          gained += change
        }
      }
    }
    expect(gained).toBeGreaterThan(100)
  })

  const considered = (items: number) => {
    const lines = Array.from({ length: 60 }, (_, nth) => ({
      quality: 2 + 0.05 * ((nth * 37) % 60),
      price: 40 + ((nth * 17) % 60),
    }))
    const more = `buyers: { count: 3000, price-sensitivity: 0.04 per kRp, occasions: 7, outside: -50 }
firms: { slots: 2048 }
nests: { market: { considered: ${items} } }`
    return { input: written(textbookMarket(lines, more)), lines }
  }

  it.each(SEEDS)('more items considered make better choices at fixed prices, seed %s', (seed) => {
    const chosen = [1, 4, 10, 30].map((items) => {
      const { input, lines } = considered(items)
      const { bySeller, planned } = ordersOf(open(input, seed), 4)
      return (
        bySeller.reduce(
          (all, orders, row) => all + orders * (lines[row].quality - 0.04 * lines[row].price),
          0,
        ) / planned
      )
    })
    for (let at = 1; at < chosen.length; at++) expect(chosen[at]).toBeGreaterThan(chosen[at - 1])
  })

  it.each(SEEDS)(
    'more items drawn are worth more, and never more than the whole list, seed %s',
    (seed) => {
      const market = open(considered(4).input, seed)
      market.run(1)
      const { world } = market
      // All classes are alike in price sensitivity here: what the first one sees will do.
      const a = world.view(classes.sensitivity)[0] / world.view(nests.dissimilarity)[0]
      const price = world.view(slots.price)
      const utility = world.view(slots.utility).map((worth, slot) => worth - a * price[slot])
      const room = world.counts.slots
      const key = keyOf(seedKey(seed), 'drawn sets')
      const worth = [1, 4, 10, 30, 200].map((items) => {
        let total = 0
        for (let set = 0; set < 3000; set++) {
          let sum = 0
          for (let draw = 0; draw < items; draw++) {
            const slot = Math.floor(uniform(key, set, draw) * room)
            sum += Math.exp(utility[slot])
          }
          total += log((60 / items) * sum)
        }
        return total / 3000
      })
      for (let at = 1; at < worth.length; at++) expect(worth[at]).toBeGreaterThan(worth[at - 1])
      // The slots are a sample of the list too, whose worth spreads by about 2 % of a utility.
      expect(worth[4]).toBeLessThan(world.view(lists.inclusiveValue)[0] + 0.05)
      expect(worth[4]).toBeGreaterThan(world.view(lists.inclusiveValue)[0] - 0.1)
    },
  )
})
