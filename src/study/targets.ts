/**
 * What was known of the market before 4 October 2023, as numbers that a run can be held against. A target that is solved,
 * set or fitted says how well that was done; only a predicted one is evidence.
 */
import { DAYS_A_YEAR, WEEKS_A_YEAR } from '../engine/index.ts'
import { type At, type Measure, measures } from '../market/index.ts'

/**
 * How a value of the baseline came about.
 * `solved`: a constant is moved inside the run until it holds. `set`: it follows from what the scenario writes.
 * `fitted`: numbers of the scenario were chosen with it in view. `predicted`: nobody looked at it when they were chosen.
 */
export type Origin = 'solved' | 'set' | 'fitted' | 'predicted'

export interface Target {
  readonly id: string
  readonly what: string
  readonly origin: Origin
  /** A figure of the whole country: the run is also told as a share of it. */
  readonly national?: true
  readonly unit: string
  readonly low: number
  readonly high: number
  readonly source: string
  /** The value in one run. */
  value(run: Reading): number
}

/** Means of a cell over dates, for one run. */
export interface Reading {
  mean(measure: Measure, from: string, to: string, at?: At): number
}

const { sales, firms, work } = measures

const HALF_2022 = ['2022-09-05', '2022-12-31'] as const
const QUARTER = ['2023-07-03', '2023-09-25'] as const
const YEAR = ['2022-09-26', '2023-09-25'] as const
const NINE_MONTHS = ['2023-01-02', '2023-09-25'] as const
const PLATFORMS = [
  ...['tiktok-shop', 'shopee', 'tokopedia', 'lazada'],
  ...['bukalapak', 'blibli', 'ct-shop'],
]
const FAST_MOVING = ['fashion', 'food', 'beauty']

const platformShare = (venue: string, low: number, high: number): Target => ({
  id: 'C3',
  origin: 'solved',
  what: `share of platform sales, ${venue}, late 2022`,
  unit: '%',
  low,
  high,
  source: 'F27',
  value: (run) => 100 * run.mean(sales.platformShare, ...HALF_2022, { venue }),
})

const shareLater = (venue: string, low: number, high: number): Target => ({
  id: 'C3',
  origin: 'solved',
  what: `share of platform sales, ${venue}, July to September 2023`,
  unit: '%',
  low,
  high,
  source: 'F27 and F166',
  value: (run) => 100 * run.mean(sales.platformShare, ...QUARTER, { venue }),
})

/** The price at which a category's elasticity is stated, within 5 %: at another one it would be another elasticity. */
const meanPrice = (category: string, price: number): Target => ({
  id: 'mean price',
  what: `mean price paid, ${category}, July to September 2023`,
  origin: 'fitted',
  unit: 'kRp',
  low: Math.round(95 * price) / 100,
  high: Math.round(105 * price) / 100,
  source: 'mean-price of the category',
  value: (run) => run.mean(sales.price, ...QUARTER, { category }),
})

const atFirmsOnline = (venue: string, what: string, low: number, high: number): Target => ({
  id: 'C2',
  origin: 'set',
  what,
  unit: '% of firms online',
  low,
  high,
  source: 'F40, F41',
  value: (run) => 100 * run.mean(firms.byChannel, ...QUARTER, { venue }),
})

export const TARGETS: readonly Target[] = [
  {
    id: 'C1',
    origin: 'fitted',
    what: 'micro firms',
    unit: '% of firms',
    low: 98.5,
    high: 100,
    source: 'F1',
    value: (run) => 100 * run.mean(firms.micro, ...QUARTER),
  },
  {
    id: 'C1',
    origin: 'fitted',
    what: 'workers of a micro firm',
    unit: 'people',
    low: 1.5,
    high: 2.2,
    source: 'F5',
    value: (run) => run.mean(firms.workersOfMicro, ...QUARTER),
  },
  {
    id: 'C1',
    origin: 'fitted',
    what: 'workers of a small firm',
    unit: 'people',
    low: 6,
    high: 9,
    source: 'F5',
    value: (run) => run.mean(firms.workersOfSmall, ...QUARTER),
  },
  {
    id: 'C1',
    origin: 'fitted',
    what: 'jobs in micro firms',
    unit: '% of jobs',
    low: 85,
    high: 94,
    source: 'F4',
    value: (run) => 100 * run.mean(firms.jobsInMicro, ...QUARTER),
  },
  {
    id: 'C2',
    origin: 'set',
    what: 'firms online',
    unit: '% of firms',
    low: 32,
    high: 42,
    source: 'F41',
    value: (run) => 100 * run.mean(firms.online, ...QUARTER),
  },
  atFirmsOnline('chat', 'chat', 90, 96),
  atFirmsOnline('social', 'social selling', 41, 55),
  {
    id: 'C2',
    origin: 'set',
    what: 'marketplace',
    unit: '% of firms online',
    low: 18,
    high: 26,
    source: 'F40',
    value: (run) => 100 * run.mean(firms.onMarketplaces, ...QUARTER),
  },
  atFirmsOnline('own-website', 'own website', 2, 5),
  platformShare('shopee', 33, 39),
  platformShare('tokopedia', 32, 38),
  platformShare('lazada', 8, 12),
  platformShare('bukalapak', 8, 12),
  platformShare('tiktok-shop', 3.5, 6.5),
  platformShare('blibli', 3, 5),
  shareLater('shopee', 33, 39),
  shareLater('tokopedia', 26, 33),
  shareLater('lazada', 7, 11),
  {
    id: 'C4',
    origin: 'solved',
    what: 'TikTok Shop, share of platform sales, July to September 2023',
    unit: '%',
    low: 11,
    high: 14,
    source: 'F56',
    value: (run) => 100 * run.mean(sales.platformShare, ...QUARTER, { venue: 'tiktok-shop' }),
  },
  {
    id: 'C4',
    origin: 'solved',
    what: 'the same in fashion, food and beauty',
    unit: '%',
    low: 18,
    high: 23,
    source: 'F57',
    value: shareInFastMoving,
  },
  {
    id: 'C5',
    origin: 'fitted',
    what: 'imports, share of online sales',
    unit: '%',
    low: 45,
    high: 60,
    source: 'F78',
    value: (run) => 100 * run.mean(sales.importShare, ...YEAR, { venue: 'platforms' }),
  },
  {
    id: 'C5',
    origin: 'fitted',
    what: 'imports cheaper than local goods of their category, paid',
    unit: '%',
    low: 20,
    high: 60,
    source: 'F86',
    value: (run) => 100 * run.mean(sales.importPriceGap, ...YEAR),
  },
  {
    id: 'C6',
    origin: 'set',
    what: 'TikTok Shop commission before June 2023, without the flat fee',
    unit: '%',
    low: 0.9,
    high: 1.1,
    source: 'F68',
    value: (run) =>
      100 * run.mean(sales.commissionRate, '2023-01-02', '2023-05-28', { venue: 'tiktok-shop' }),
  },
  {
    id: 'C6',
    origin: 'set',
    what: 'TikTok Shop take rate from June 2023',
    unit: '%',
    low: 2,
    high: 4.3,
    source: 'F68',
    value: (run) => 100 * run.mean(sales.takeRate, ...QUARTER, { venue: 'tiktok-shop' }),
  },
  {
    id: 'C7',
    origin: 'fitted',
    what: 'platform orders on a double date over an ordinary day',
    unit: 'ratio',
    low: 3,
    high: 4,
    source: 'F151',
    value: doubleDate,
  },
  {
    id: 'C7',
    origin: 'fitted',
    what: 'fashion in the month before Lebaran over an ordinary month',
    unit: '% more',
    low: 35,
    high: 40,
    source: 'F152',
    value: (run) => lebaran(run, { category: 'fashion' }),
  },
  {
    id: 'C7',
    origin: 'fitted',
    what: 'all retail in the month before Lebaran',
    unit: '% more',
    low: 15,
    high: 20,
    source: 'F152',
    value: (run) => lebaran(run, {}),
  },
  {
    id: 'C8',
    origin: 'solved',
    what: 'firms that leave',
    unit: '% a year',
    low: 7,
    high: 10,
    source: 'F16',
    value: (run) => 100 * run.mean(firms.exits, ...YEAR) * WEEKS_A_YEAR,
  },
  meanPrice('fashion', 65),
  meanPrice('craft', 80),
  meanPrice('food', 28),
  meanPrice('beauty', 33),
  meanPrice('household', 66),
  meanPrice('electronics', 330),
  {
    id: 'F9',
    what: 'online firms with yearly sales below Rp 300 m',
    origin: 'predicted',
    unit: '% of firms online',
    low: 80,
    high: 86,
    source: 'F9',
    value: (run) => 100 * run.mean(firms.onlineBelow300, ...QUARTER),
  },
  {
    id: 'F9',
    what: 'online firms with yearly sales of Rp 300 m to 2.5 bn',
    origin: 'predicted',
    unit: '% of firms online',
    low: 12,
    high: 17,
    source: 'F9',
    value: (run) => 100 * run.mean(firms.onlineTo2500, ...QUARTER),
  },
  {
    id: 'F36',
    what: 'platform sales in 2023, at the pace of January to September',
    origin: 'fitted',
    national: true,
    unit: 'Rp tn a year',
    // Bank Indonesia below (F36: 476 in 2022), Momentum Works above (F25: US$52 bn in 2022, at Rp 14,850).
    low: 476,
    high: 772,
    source: 'F36, F25',
    value: (run) => (DAYS_A_YEAR * onPlatforms(run, sales.sales, ...NINE_MONTHS)) / 1e6,
  },
  {
    id: 'F36',
    // Pieces of an order are set so that the mean order is that of F38; with sales of F36, so is the number.
    what: 'orders at platforms in 2023, at the pace of January to September',
    origin: 'set',
    national: true,
    unit: 'bn a year',
    low: 3.2,
    high: 3.8,
    source: 'F36',
    value: (run) => (DAYS_A_YEAR * onPlatforms(run, sales.orders, ...NINE_MONTHS)) / 1e9,
  },
  {
    id: 'F36',
    what: 'mean value of an order at platforms, January to September 2023',
    origin: 'set',
    unit: 'kRp',
    low: 122,
    high: 150,
    source: 'F36, F38',
    value: (run) =>
      (1000 * onPlatforms(run, sales.sales, ...NINE_MONTHS)) /
      onPlatforms(run, sales.orders, ...NINE_MONTHS),
  },
  {
    id: 'F54',
    what: 'TikTok Shop, sales a month in July to September 2023 over those of late 2022',
    origin: 'set',
    unit: 'ratio',
    // US$0.48 to 0.65 bn a month (F56) over 0.23: US$2.5 to 2.6 bn in 2022, of which 0.2 a month in its first half (F54).
    low: 2.1,
    high: 2.9,
    source: 'F54, F56',
    value: (run) =>
      run.mean(sales.sales, ...QUARTER, { venue: 'tiktok-shop' }) /
      run.mean(sales.sales, ...HALF_2022, { venue: 'tiktok-shop' }),
  },
  {
    id: 'F56',
    what: 'TikTok Shop, sales in July to September 2023',
    origin: 'predicted',
    national: true,
    unit: 'Rp tn a week',
    // US$0.48 to 0.65 bn a month, at Rp 15,100.
    low: 1.67,
    high: 2.26,
    source: 'F56',
    value: (run) => (7 * run.mean(sales.sales, ...QUARTER, { venue: 'tiktok-shop' })) / 1e6,
  },
  {
    id: 'F10',
    what: 'firms in trade and small industry',
    origin: 'fitted',
    national: true,
    unit: 'm firms',
    // 12.3 m in trade (46.17 % of 26.71 m, census of 2016) and 4.34 to 4.50 m in small industry; at most 20 m with growth since.
    low: 16.6,
    high: 20,
    source: 'F10, F11',
    value: (run) => run.mean(firms.active, ...QUARTER) / 1e6,
  },
  {
    id: 'F10',
    what: 'people who work in trade and small industry',
    origin: 'predicted',
    national: true,
    unit: 'm people',
    // 22.4 m in trade (2016) and 9.84 m in small industry, to 20 % more with growth since.
    low: 32.2,
    high: 38.7,
    source: 'F10, F11',
    value: (run) => run.mean(work.umkmJobs, ...QUARTER) / 1e6,
  },
  {
    id: 'F59',
    what: 'creators who stream or post for pay',
    origin: 'set',
    national: true,
    unit: 'm people',
    // 7 m affiliates claimed, of which 15 to 30 % are active (judgement); the ministry disputes the 7 m.
    low: 1.05,
    high: 2.1,
    source: 'F59, F60',
    value: (run) => run.mean(work.heads, ...QUARTER, { kind: 'creator' }) / 1e6,
  },
]

function shareInFastMoving(run: Reading): number {
  let [own, all] = [0, 0]
  for (const category of FAST_MOVING)
    for (const venue of PLATFORMS) {
      const sold = run.mean(sales.sales, ...QUARTER, { venue, category })
      all += sold
      if (venue === 'tiktok-shop') own += sold
    }
  return (100 * own) / all
}

/** A day's mean over dates, of all platforms; one that a scenario does not have sells nothing. */
const onPlatforms = (run: Reading, measure: Measure, from: string, to: string): number =>
  PLATFORMS.reduce((sum, venue) => {
    const value = run.mean(measure, from, to, { venue })
    return sum + (Number.isNaN(value) ? 0 : value)
  }, 0)

/** Platform orders on 11.11 and 12.12 of 2022 against a day of the last full week of October, far from any such date. */
function doubleDate(run: Reading): number {
  const orders = (from: string, to: string) => onPlatforms(run, sales.orders, from, to)
  const peaks = (orders('2022-11-11', '2022-11-11') + orders('2022-12-12', '2022-12-12')) / 2
  return peaks / orders('2022-10-24', '2022-10-30')
}

function lebaran(run: Reading, at: At): number {
  const month = run.mean(sales.sales, '2023-03-27', '2023-04-21', at)
  const ordinary = run.mean(sales.sales, '2023-01-16', '2023-02-19', at)
  return 100 * (month / ordinary - 1)
}
