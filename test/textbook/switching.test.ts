/** T2, told by buyers one by one: where the orders of a shop go that closes. */
import { expect, it } from 'vitest'
import { createMarket } from '../../src/market/index.ts'
import { answer, flows, inThisThread, type RunPeople } from '../../src/study/index.ts'
import { shipped } from './markets.ts'

it('a closure diverts as the formula of the nested logit says', { timeout: 120_000 }, async () => {
  const input = shipped('closure-nested', 'buyers.count=4000', 'buyers.occasions=10')
  const closes = 12 * 7
  const told: RunPeople[] = []
  const here = inThisThread({
    open: (market, seed, from) => createMarket(market, seed, from ? { from } : {}),
  })
  const question = {
    baseline: { scenario: 'open', input: { ...input, policies: [] } },
    policies: [
      {
        scenario: 'closed',
        input,
        fork: closes,
        windows: [{ name: 'after', from: closes, to: input.days }],
      },
    ],
    seed: 'switching',
    runs: 1,
  }
  await answer(question, here, { record: ({ people }) => people && told.push(people) })
  const found = flows(
    'closed',
    told.map((one) => one.flows),
  )
  const from = found.filter((flow) => flow.side === 'buyers' && flow.from === 'T')
  const golden = { S: 0.4333, K: 0.2888, O: 0.1283, saved: 0.1496 }
  for (const [to, share] of Object.entries(golden)) {
    const flow = from.find((one) => one.to === to)
    expect(Math.abs(flow!.diversion!.mean - share)).toBeLessThan(0.01)
  }
  // All sellers ask the same price, and nobody's occasions came or went.
  expect(from.map(({ to }) => to).sort()).toEqual(['K', 'O', 'S', 'saved'])
  // Nothing left the others on balance.
  const others = found.filter(({ side, from: venue, to }) => side === 'buyers' && venue !== to)
  expect(new Set(others.map((flow) => flow.from))).toEqual(new Set(['T']))
})
