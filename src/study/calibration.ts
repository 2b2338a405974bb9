/**
 * How the baseline stands against what was known before 4 October 2023: targets C1 to C8 of the fact sheet,
 * each with its band, the mean over runs and its standard error. Nothing later is looked at.
 */
import { dayOfDate } from '../engine/index.ts'
import { type At, type Measure, measures } from '../market/index.ts'
import { type Scenario, withInput } from '../scenario/index.ts'
import { meanOf, placeOf } from './frame.ts'
import type { RunResult } from './results.ts'

export interface Target {
  readonly id: string
  readonly what: string
  readonly unit: string
  readonly low: number
  readonly high: number
  readonly source: string
  /** The value in one run. */
  value(run: Reading): number
}

export interface Fit {
  readonly target: Target
  readonly value: number
  /** Standard error over runs; NaN with one run. */
  readonly error: number
  readonly holds: boolean
}

/** Means of a cell over dates, for one run. */
export interface Reading {
  mean(measure: Measure, from: string, to: string, at?: At): number
}

const { sales, firms } = measures

const HALF_2022 = ['2022-09-05', '2022-12-31'] as const
const QUARTER = ['2023-07-03', '2023-09-25'] as const
const YEAR = ['2022-09-26', '2023-09-25'] as const
const FAST_MOVING = ['fashion', 'food', 'beauty']

const platformShare = (venue: string, low: number, high: number): Target => ({
  id: 'C3',
  what: `share of platform sales, ${venue}, late 2022`,
  unit: '%',
  low,
  high,
  source: 'F27',
  value: (run) => 100 * run.mean(sales.platformShare, ...HALF_2022, { venue }),
})

const shareLater = (venue: string, low: number, high: number): Target => ({
  id: 'C3',
  what: `share of platform sales, ${venue}, July to September 2023`,
  unit: '%',
  low,
  high,
  source: 'F27 and F166',
  value: (run) => 100 * run.mean(sales.platformShare, ...QUARTER, { venue }),
})

const atFirmsOnline = (venue: string, what: string, low: number, high: number): Target => ({
  id: 'C2',
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
    what: 'micro firms',
    unit: '% of firms',
    low: 98.5,
    high: 100,
    source: 'F1',
    value: (run) => 100 * run.mean(firms.micro, ...QUARTER),
  },
  {
    id: 'C1',
    what: 'workers of a micro firm',
    unit: 'people',
    low: 1.5,
    high: 2.2,
    source: 'F5',
    value: (run) => run.mean(firms.workersOfMicro, ...QUARTER),
  },
  {
    id: 'C1',
    what: 'workers of a small firm',
    unit: 'people',
    low: 6,
    high: 9,
    source: 'F5',
    value: (run) => run.mean(firms.workersOfSmall, ...QUARTER),
  },
  {
    id: 'C1',
    what: 'jobs in micro firms',
    unit: '% of jobs',
    low: 85,
    high: 94,
    source: 'F4',
    value: (run) => 100 * run.mean(firms.jobsInMicro, ...QUARTER),
  },
  {
    id: 'C2',
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
    what: 'TikTok Shop, share of platform sales, July to September 2023',
    unit: '%',
    low: 11,
    high: 14,
    source: 'F56',
    value: (run) => 100 * run.mean(sales.platformShare, ...QUARTER, { venue: 'tiktok-shop' }),
  },
  {
    id: 'C4',
    what: 'the same in fashion, food and beauty',
    unit: '%',
    low: 18,
    high: 23,
    source: 'F57',
    value: shareInFastMoving,
  },
  {
    id: 'C5',
    what: 'imports, share of online sales',
    unit: '%',
    low: 45,
    high: 60,
    source: 'F78',
    value: (run) => 100 * run.mean(sales.importShare, ...YEAR, { venue: 'platforms' }),
  },
  {
    id: 'C5',
    what: 'imports cheaper than local goods of their category, paid',
    unit: '%',
    low: 20,
    high: 60,
    source: 'F86',
    value: (run) => 100 * run.mean(sales.importPriceGap, ...YEAR),
  },
  {
    id: 'C6',
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
    what: 'TikTok Shop take rate from June 2023',
    unit: '%',
    low: 2,
    high: 4.3,
    source: 'F68',
    value: (run) => 100 * run.mean(sales.takeRate, ...QUARTER, { venue: 'tiktok-shop' }),
  },
  {
    id: 'C7',
    what: 'platform orders on a double date over an ordinary day',
    unit: 'ratio',
    low: 3,
    high: 4,
    source: 'F151',
    value: doubleDate,
  },
  {
    id: 'C7',
    what: 'fashion in the month before Lebaran over an ordinary month',
    unit: '% more',
    low: 35,
    high: 40,
    source: 'F152',
    value: (run) => lebaran(run, { category: 'fashion' }),
  },
  {
    id: 'C7',
    what: 'all retail in the month before Lebaran',
    unit: '% more',
    low: 15,
    high: 20,
    source: 'F152',
    value: (run) => lebaran(run, {}),
  },
  {
    id: 'C8',
    what: 'firms that leave',
    unit: '% a year',
    low: 7,
    high: 10,
    source: 'F16',
    value: (run) => 100 * run.mean(firms.exits, ...YEAR) * 52.18,
  },
]

function shareInFastMoving(run: Reading): number {
  let [own, all] = [0, 0]
  for (const category of FAST_MOVING)
    for (const venue of [
      'tiktok-shop',
      'shopee',
      'tokopedia',
      'lazada',
      'bukalapak',
      'blibli',
      'ct-shop',
    ]) {
      const sold = run.mean(sales.sales, ...QUARTER, { venue, category })
      all += sold
      if (venue === 'tiktok-shop') own += sold
    }
  return (100 * own) / all
}

/** Platform orders on 11.11 and 12.12 of 2022 against a day of the last full week of October, far from any such date. */
function doubleDate(run: Reading): number {
  const orders = (from: string, to: string) =>
    ['tiktok-shop', 'shopee', 'tokopedia', 'lazada', 'bukalapak', 'blibli'].reduce(
      (sum, venue) => sum + run.mean(sales.units, from, to, { venue }),
      0,
    )
  const peaks = (orders('2022-11-11', '2022-11-11') + orders('2022-12-12', '2022-12-12')) / 2
  return peaks / orders('2022-10-24', '2022-10-30')
}

function lebaran(run: Reading, at: At): number {
  const month = run.mean(sales.sales, '2023-03-27', '2023-04-21', at)
  const ordinary = run.mean(sales.sales, '2023-01-16', '2023-02-19', at)
  return 100 * (month / ordinary - 1)
}

/** Reads means over dates, both included, from a run. */
export function readingOf(run: RunResult): Reading {
  const first = dayOfDate(run.start)
  return {
    mean(measure, from, to, at) {
      const cell = placeOf(run, measure, at)
      if (cell < 0) return Number.NaN
      return meanOf(run, cell, {
        from: Math.max(0, dayOfDate(from) - first),
        to: Math.min(run.days, dayOfDate(to) - first + 1),
      })
    },
  }
}

/** Every target with its mean over runs. A target holds if the mean lies in its band. */
/** The day after the last one that a target looks at: nothing after 4 October 2023 is fitted to. */
const LAST = '2023-09-26'

/** A baseline cut to the days that targets look at. */
export function untilTargets(scenario: Scenario): Scenario {
  const { start, days } = scenario.input
  const last = dayOfDate(LAST) - dayOfDate(start)
  return withInput(scenario, { ...scenario.input, days: Math.min(days, last) })
}

export function fitOf(runs: readonly RunResult[], targets: readonly Target[] = TARGETS): Fit[] {
  const readings = runs.map(readingOf)
  return targets.map((target) => {
    const values = readings.map((reading) => target.value(reading))
    const value = values.reduce((sum, one) => sum + one, 0) / values.length
    const variance = values.reduce((sum, one) => sum + (one - value) ** 2, 0) / (values.length - 1)
    return {
      target,
      value,
      error: Math.sqrt(variance / values.length),
      holds: value >= target.low && value <= target.high,
    }
  })
}
