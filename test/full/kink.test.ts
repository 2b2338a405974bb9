/**
 * T32, the end of solving: constants are solved until a day and then stand, and nothing may tell that day. The offline
 * taste falls all the time; season, shopping days, courses and policies are left out, which bend series of their own.
 * By seed the 26 weeks after that day are set against the same weeks of the same market in which solving goes on, from the
 * same state and with the same draws: how much steeper does each series grow since? What still settles from the first day
 * (prices fall while cheap imports become known) and what is bent by nature (a share that nears its bound) is in both.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { createMarket, type Market, type MarketInput } from '../../src/market/index.ts'
import { days } from '../../src/market/populations/index.ts'
import { meanOf, placeOf } from '../../src/study/index.ts'
import { country } from '../textbook/markets.ts'
import { bendT, type Pair } from '../textbook/statistics.ts'

const SOLVED = 62
const SIDE = 26
const SEEDS = Array.from({ length: 16 }, (_, nth) => `kink ${nth + 1}`)

const sloping: MarketInput = {
  ...country({ buyers: 6000, sellers: 900, creators: 100 }),
  days: 7 * (SOLVED + SIDE),
  solveUntil: 7 * SOLVED,
  season: { lebaran: [], doubleDates: false },
  courses: [],
  policies: [],
}

/**
 * All that leads the answer and is told of the whole market, by kind of firm or work, or by a venue that sells in most weeks. Not
 * the price index: its basket is filled in the weeks before that day, so that it has no value until then.
 */
const WATCHED: [string, Record<string, string>][] = [
  ...[
    ...['sales', 'orders', 'umkm jobs', 'umkm work', 'active firms', 'idle firms'],
    ...['household income', 'household spending', 'owner earnings', 'import share'],
    ...['consumer surplus', 'government revenue'],
  ].map((measure): [string, Record<string, string>] => [measure, {}]),
  ...['umkm jobs', 'active firms'].flatMap((measure) =>
    ['producer', 'reseller', 'importer', 'trader'].map((kind): [string, Record<string, string>] => [
      measure,
      { kind },
    ]),
  ),
  ...['employment', 'hourly earnings'].flatMap((measure) =>
    ['creator', 'courier', 'platform'].map((kind): [string, Record<string, string>] => [
      measure,
      { kind },
    ]),
  ),
  ...[
    ...['stalls', 'bazaar', 'chat', 'social', 'tiktok-shop', 'shopee', 'tokopedia'],
    ...['lazada', 'bukalapak', 'blibli'],
  ].map((venue): [string, Record<string, string>] => ['sales', { venue }]),
  ['platform share', { venue: 'tiktok-shop' }],
]

const nameOf = (measure: string, at: Record<string, string>) =>
  [measure, ...Object.values(at)].join(' ')

/** Each series of a seed, where solving ends and where it goes on; `plant` does something to the market before its second day. */
function pairsOf(seed: string, plant?: (market: Market) => void): Map<string, Pair> {
  const common = createMarket(sloping, seed)
  common.run(1)
  plant?.(common)
  common.run(7 * SOLVED)
  const from = common.snapshot()
  const [ends, goesOn] = [1, 2].map(() => createMarket(sloping, seed, { from }))
  goesOn.world.view(days.solving).fill(1)
  ends.run()
  goesOn.run()
  return new Map(
    WATCHED.map(([measure, at]) => [
      nameOf(measure, at),
      [weeksOf(ends, measure, at), weeksOf(goesOn, measure, at)],
    ]),
  )
}

function weeksOf(market: Market, measure: string, at: Record<string, string>): number[] {
  const place = placeOf(market, { name: measure }, at)
  if (place < 0) throw new Error(`${nameOf(measure, at)} is not recorded`)
  return Array.from({ length: 2 * SIDE }, (_, nth) => {
    const from = 7 * (SOLVED - SIDE + nth)
    return meanOf(market, place, { from, to: from + 7 })
  })
}

/** How the end of solving bends a series, in standard errors. */
const bentBy = (seeds: readonly Map<string, Pair>[], series: string): number =>
  Math.abs(bendT(seeds.map((of) => of.get(series) as Pair)))

describe('the end of solving leaves no trace (T32)', () => {
  const seeds: Map<string, Pair>[] = []

  beforeAll(() => {
    for (const seed of SEEDS) seeds.push(pairsOf(seed))
  }, 1_200_000)

  for (const [measure, at] of WATCHED) {
    const name = nameOf(measure, at)
    it(`in ${name}`, () => {
      expect(bentBy(seeds, name)).toBeLessThan(3)
    })
  }
})

describe('a bend would be seen', () => {
  /** The shares of nests are held where they stand on the last day of solving, so that the trend begins to bite then. */
  it('where the offline trend begins at the end of solving', () => {
    const late = (market: Market) => market.world.view(days.toSettle).fill(0, 1)
    const seeds = SEEDS.slice(0, 4).map((seed) => pairsOf(seed, late))
    for (const series of ['sales stalls', 'sales'])
      expect(bentBy(seeds, series), series).toBeGreaterThan(3)
  }, 1_200_000)
})
