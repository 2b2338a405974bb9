/**
 * Placebos: nothing may happen before its cause, nothing where no route moves, and no sale be lost where none
 * was made. A policy date in May stands in for one on which nothing was known.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Market, MarketInput } from '../../src/market/index.ts'
import { listings, sellers } from '../../src/market/populations/index.ts'
import { formatFinding, readScenario } from '../../src/scenario/index.ts'
import { fromDisk } from '../scenario/files.ts'
import { dayOf, mean, recorded, row, run, small, values } from './small.ts'

const SIZE = ['size.buyers=3000', 'size.sellers=500', 'size.creators=40']

function scenario(name: string, end: string): MarketInput {
  const result = readScenario(`scenarios/policies/${name}.yaml`, fromDisk, { set: SIZE })
  if (!result.ok) throw new Error(result.findings.map(formatFinding).join('\n'))
  return { ...result.input, days: dayOf(result.input, end) }
}

describe('a placebo date', { timeout: 120_000 }, () => {
  const END = '2023-06-30'
  const runs = {} as Record<'baseline' | 'date' | 'venue', Market>
  const baseline = scenario('placebo-baseline', END)
  const closed = dayOf(baseline, '2023-05-17')
  beforeAll(() => {
    runs.baseline = run(baseline, baseline.days)
    runs.date = run(scenario('placebo-date', END), baseline.days)
    runs.venue = run(scenario('placebo-venue', END), baseline.days)
  }, 120_000)

  it('shows nothing before the closure, though it was announced: nobody was told', () => {
    expect(recorded(runs.date, closed).equals(recorded(runs.baseline, closed))).toBe(true)
  })

  it('shows the closure itself afterwards: the test could have failed', () => {
    const sold = (market: Market) =>
      mean(market, 'sales', { venue: 'tiktok-shop' }, closed, closed + 28)
    expect(sold(runs.baseline)).toBeGreaterThan(0)
    expect(sold(runs.date)).toBe(0)
  })

  it('in a venue that nobody uses shows nothing on any day', () => {
    const days = baseline.days
    expect(recorded(runs.venue, days).equals(recorded(runs.baseline, days))).toBe(true)
  })

  it('shows in the market left alone what a comparison of before and after would have blamed on it', () => {
    const online = (from: number) => mean(runs.baseline, 'sales', {}, from, from + 28)
    // Lebaran was on 22 April: sales fall from before to after without any policy.
    expect(Math.abs(online(closed) / online(closed - 56) - 1)).toBeGreaterThan(0.01)
  })
})

describe('a placebo cluster', { timeout: 120_000 }, () => {
  it('never has a shop on TikTok Shop, so that its closure takes no sale from it', () => {
    const input = small('', 'size.sellers=3000')
    const market = run(input, 70)
    const cluster = values(market, sellers.cluster)
    const region = values(market, sellers.region)
    const open = values(market, listings.open)
    const sold = values(market, listings.soldWeek)
    const [feed, venues] = [row(input, 'venues', 'tiktok-shop'), input.tables.venues.length]
    const own = row(input, 'clusters', 'bekasi-fashion') + 1
    const bekasi = row(input, 'regions', 'bekasi')
    const at = (column: number[], seller: number) => column[seller * venues + feed]
    const count = (column: number[], belongs: (seller: number) => boolean) =>
      cluster.reduce((sum, _, seller) => (belongs(seller) ? sum + at(column, seller) : sum), 0)
    const inside = (seller: number) => cluster[seller] === own
    const beside = (seller: number) => region[seller] === bekasi && cluster[seller] === 0
    expect(cluster.filter((one) => one === own).length).toBeGreaterThan(5)
    expect(count(open, inside)).toBe(0)
    expect(count(sold, inside)).toBe(0)
    expect(count(open, beside)).toBeGreaterThan(0)
  })
})
