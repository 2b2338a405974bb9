/** How platforms answer a closure in a small country, and that they are silent where they are told to be. */
import { describe, expect, it } from 'vitest'
import { venues } from '../../src/market/tables/index.ts'
import { CLOSED, closed, mean, recorded, row, run, small, values } from './small.ts'

const END = 28 * 4 + 1

describe('platforms that answer', { timeout: 120_000 }, () => {
  const answers = (...set: string[]) => {
    const market = run(closed(...set), END)
    return { market, answer: values(market, venues.answer) }
  }
  const off = answers('rules.subsidies.answers=false')

  it('leave every number as it was where the answer is off, or has no speed', () => {
    const slow = answers('rules.subsidies.speed=0')
    expect(recorded(slow.market, END).equals(recorded(off.market, END))).toBe(true)
    for (const one of [...off.answer, ...slow.answer]) expect(one).toBe(0)
  })

  it('raise subsidies the more, the more land they grab', () => {
    // TikTok Shop at its full reach, so that an eighth of all customers lose their platform.
    const reached = small(
      `courses:
  - of: venues.tiktok-shop.reach
    points: { 2022-07-01: 1, 2023-01-01: 1, 2023-08-01: 1 }
policies:
  - closure: { venue: tiktok-shop, announced: 2022-07-27, effective: ${CLOSED} }`,
      'rules.subsidies.speed=1',
    )
    const [none, half, much] = [0, 0.5, 2].map((landGrab) => {
      const rules = {
        ...reached.rules,
        // Without a budget, which binds early in so small a market.
        subsidies: { ...reached.rules.subsidies, landGrab, budget: 1000 },
      }
      return values(run({ ...reached, rules }, 57), venues.answer)
    })
    for (const name of ['shopee', 'tokopedia', 'lazada']) {
      const at = row(reached, 'venues', name)
      expect(half[at] - none[at], name).toBeGreaterThan(0.3)
      expect(much[at] - half[at], name).toBeGreaterThan(0.3)
    }
  })

  it('pay what is measured: what is given and answered, on every order', () => {
    const market = run(closed(), END)
    const at = row(closed(), 'venues', 'shopee')
    const [given, more] = [venues.subsidy, venues.answer].map((one) => values(market, one)[at])
    expect(more).not.toBe(0)
    expect(mean(market, 'subsidy', { venue: 'shopee' }, END - 1, END)).toBeCloseTo(given + more, 9)
  })

  it('are platforms, and the one that is shut stands still', () => {
    const input = closed()
    const [early, late] = [57, END].map((day) => values(run(input, day), venues.answer))
    for (const name of ['chat', 'social', 'stalls', 'bazaar', 'own-app'])
      expect(late[row(input, 'venues', name)], name).toBe(0)
    const shut = row(input, 'venues', 'tiktok-shop')
    expect(late[shut]).toBe(early[shut])
    const shopee = row(input, 'venues', 'shopee')
    expect(late[shopee]).not.toBe(early[shopee])
  })
})
