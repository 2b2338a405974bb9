/** M19: towards 30 million digital firms; the target as a policy, cross-border sales apart. */
import { describe, expect, it } from 'vitest'
import { createMarket } from '../../src/market/index.ts'
import { mean, small, TURN } from './small.ts'

const DAYS = 20 * 7
const FIRST = 8 * 7
const from = [`policies.programme.effective=${TURN}`, 'policies.programme.until=2022-11-21']

describe('onboarding', { timeout: 120_000 }, () => {
  const policy = small('policies/onboarding', DAYS, ...from)
  const trunk = createMarket(small('indonesia-2023', DAYS), 'seeds')
  trunk.run(FIRST)
  const [none, some, twice] = [0, 33800, 67600].map((slots) => {
    const input = {
      ...policy,
      policies: policy.policies.map((one) => ({ ...one, settings: { ...one.settings, slots } })),
    }
    const market = createMarket(input, 'seeds', { from: trunk.snapshot() })
    market.run()
    return market
  })
  const last = (market: typeof some, measure: string, where = {}) =>
    mean(market, measure, where, DAYS - 7, DAYS)

  it('registers as many firms as it has places, in whole rows of firms', () => {
    const weight = (market: typeof some) =>
      last(market, 'firms in a programme', { kind: 'onboarding' })
    // Eleven or twelve Mondays; a row of offline firms stands for less than 60,000 at this size.
    expect(Math.abs(weight(some) - 12 * 33800)).toBeLessThan(60000)
    expect(Math.abs(weight(twice) - 12 * 67600)).toBeLessThan(60000)
  })

  it('brings more firms online, the more places the more', () => {
    const online = [none, some, twice].map((market) => last(market, 'firms on marketplaces'))
    expect(online[1]).toBeGreaterThan(online[0])
    expect(online[2]).toBeGreaterThan(online[1])
  })

  it('makes sellers of fewer than it registers', () => {
    const firms = (market: typeof some) =>
      last(market, 'firms on marketplaces') *
      last(market, 'firms online') *
      last(market, 'active firms')
    const registered = last(some, 'firms in a programme', { kind: 'onboarding' })
    const gained = firms(some) - firms(none)
    expect(gained).toBeGreaterThan(0.1 * registered)
    expect(gained).toBeLessThan(0.6 * registered)
  })

  it('with no places is no policy', () => {
    const baseline = createMarket(small('indonesia-2023', DAYS), 'seeds', {
      from: trunk.snapshot(),
    })
    baseline.run()
    expect(none.stateHash()).toBe(baseline.stateHash())
  })
})
