/** M10: clusters hope for the closure; the answer is a size with its uncertainty. */
import { describe, expect, it } from 'vitest'
import { createMarket } from '../../src/market/index.ts'
import { effects, type RunResult } from '../../src/study/index.ts'
import { crowded, small } from './small.ts'

const DAYS = 16 * 7
const FIRST = 8 * 7

describe('the hope of Bekasi', { timeout: 180_000 }, () => {
  const dates = [
    'policies.closure.announced=2022-08-29',
    'policies.closure.effective=2022-09-05T17:00+07:00',
  ]
  const base = small('clusters/bekasi', DAYS, ...crowded('bekasi'))
  const shut = small('clusters/bekasi-ban', DAYS, ...crowded('bekasi'), ...dates)
  const results = [1, 2, 3, 4].map((run) => {
    const seed = `hope/${run}`
    const trunk = createMarket(base, seed)
    trunk.run(FIRST)
    return [base, shut].map((input, nth): RunResult => {
      const market = createMarket(input, seed, { from: trunk.snapshot() })
      market.run()
      const { cells, values } = market
      const scenario = nth === 0 ? 'open' : 'shut'
      const stateHash = market.stateHash()
      return {
        scenario,
        run,
        seed,
        start: input.start,
        days: DAYS,
        cells,
        values,
        stateHash,
        milliseconds: 0,
      }
    })
  })
  const window = { name: 'after', from: FIRST + 9, to: DAYS }
  const found = effects(
    results.map(([open]) => open),
    results.map(([, closed]) => closed),
    window,
  )
  const of = (group: string) => {
    const effect = found.find((one) => one.measure === 'sales' && one.group === group)
    if (effect === undefined) throw new Error(`no effect on ${group}`)
    return effect
  }

  it('is answered for each cluster with an interval over runs', () => {
    for (const cluster of ['bekasi-fashion', 'bekasi-craft']) {
      const { difference, low, high, runs } = of(cluster)
      expect(runs).toBe(4)
      expect(low).toBeLessThan(difference)
      expect(high).toBeGreaterThan(difference)
      expect(high - low).toBeLessThan(of(cluster).baseline)
    }
  })

  it('is small beside what TikTok Shop loses', () => {
    const { difference, baseline } = of('tiktok-shop')
    expect(difference / baseline).toBeCloseTo(-1, 6)
    for (const cluster of ['bekasi-fashion', 'bekasi-craft'])
      expect(Math.abs(of(cluster).difference)).toBeLessThan(
        0.1 * Math.abs(of('tiktok-shop').difference),
      )
  })
})
