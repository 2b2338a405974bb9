/** Where sales went adds up: to what left the venue, and to the fall of all sales. */
import { describe, expect, it, vi } from 'vitest'
import { createMarket } from '../../src/market/index.ts'
import {
  answer,
  FALL,
  inThisThread,
  meanOf,
  placeOf,
  type RunFlow,
  type RunResult,
} from '../../src/study/index.ts'
import { CLOSED, closed, dayOf, oftener } from '../policies/small.ts'

vi.setConfig({ testTimeout: 120_000 })

const here = inThisThread({
  open: (market, seed, from) => createMarket(market, seed, from ? { from } : {}),
})

/** Four weeks of a closure in a small country, all of whose buyers are followed. */
async function closure(sigma: number) {
  const shut = oftener(closed(`rules.calendar.attention-kept=${sigma}`), 8)
  const from = dayOf(shut, CLOSED) + 1
  const window = { name: 'month', from, to: from + 28 }
  const input = { ...shut, days: window.to }
  const base = { ...input, policies: [] }
  const fork = dayOf(shut, '2022-07-27')
  let flows: readonly RunFlow[] = []
  const { results } = await answer(
    {
      baseline: { scenario: 'open', input: base },
      policies: [{ scenario: 'shut', input, fork, windows: [window] }],
      seed: 'bridge',
      runs: 1,
    },
    here,
    {
      record: ({ people }) => {
        if (people) flows = people.flows
      },
    },
  )
  const sold = (scenario: string, at = {}) => {
    const run = results.find((one): one is RunResult => one.scenario === scenario)!
    return 7 * meanOf(run, placeOf(run, { name: 'sales' }, at), window)
  }
  const value = (side: RunFlow['side'], origin: string, to?: string) =>
    flows
      .filter((flow) => flow.side === side && flow.from === origin && flow.to === (to ?? flow.to))
      .reduce((sum, flow) => sum + flow.value, 0)
  return { sold, value }
}

describe.each([0, 0.2, 0.5])('the bridge of a closure, attention moved %s', (sigma) => {
  it('adds up to what left the venue and to the fall of sales', async () => {
    const { sold, value } = await closure(sigma)
    const venue = 'tiktok-shop'
    const left = sold('open', { venue })
    expect(sold('shut', { venue })).toBe(0)
    expect(value('buyers', venue) / left).toBeCloseTo(1, 5)
    const fall = sold('open') - sold('shut')
    expect(Math.abs(value('market', 'all') - fall)).toBeLessThan(1e-5 * left)
    expect(value('market', 'all', 'unfollowed')).toBe(0)
    // Attention that moved is no loss, and what it buys elsewhere is not new.
    const [, lost, fresh] = FALL.map((to) => value('market', 'all', to))
    expect(lost).toBeGreaterThanOrEqual(0)
    expect(Math.min(lost, -fresh)).toBeLessThan(1e-3 * left)
  })
})

it('moves more of what a feed loses to rivals the more attention moves', async () => {
  const [none, much] = await Promise.all([0, 0.5].map(closure))
  const lost = ({ value }: Awaited<ReturnType<typeof closure>>) =>
    value('buyers', 'tiktok-shop', 'lost') / value('buyers', 'tiktok-shop')
  expect(lost(much)).toBeLessThan(lost(none))
})
