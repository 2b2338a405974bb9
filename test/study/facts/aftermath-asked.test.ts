/** Buyers who bought elsewhere and firms that recovered, as facts ask for them: by hand, with what nulls say. */
import { describe, expect, it } from 'vitest'
import type { PeopleRecord } from '../../../src/market/index.ts'
import { aftermathAnswer } from '../../../src/study/facts/aftermath-asked.ts'
import type { Pair } from '../../../src/study/members.ts'

const [FEED, SHOP, STALL] = [1, 2, 4]

/** Five buyers, of whom the first four had bought in the feed; three firms. */
function pairOf(): Pair {
  const plan = {
    ...{ fork: 20, before: { name: 'before', from: 0, to: 20 }, exposed: [0] },
    firstDays: [{ name: '14', from: 20, to: 34 }],
    recovery: [{ name: '5', from: 27, to: 55 }],
  }
  // Sales before by feed, shop and stalls: weights 1, 1, 2 make 300, 200 and 500 of 1,000.
  const sales = Float32Array.of(200, 50, 0, 100, 50, 50, 0, 50, 225)
  const record = (visited: readonly number[], sold: readonly number[]) =>
    ({
      plan,
      ...{ present: Uint8Array.of(1, 1, 1), throughExposed: Float32Array.of(5, 1, 2, 9, 0) },
      ...{ visited: [Uint32Array.from(visited)], sums: [{ sales }] },
      soldLater: [Float64Array.from(sold)],
    }) as unknown as PeopleRecord
  return {
    input: {
      size: { sellers: 3, buyers: 5, creators: 0 },
      tables: {
        venues: [
          { name: 'feed', values: { platform: 1 } },
          { name: 'shop', values: { platform: 1 } },
          { name: 'stalls', values: { platform: 0 } },
        ],
      },
    },
    attributes: { buyerWeight: [1000], weight: [1, 1, 2] },
    before: record([FEED, FEED | SHOP, STALL, 0, SHOP], [100, 100, 100]),
    after: record([SHOP, SHOP | STALL, STALL, 0, SHOP], [70, 85, 130]),
  } as unknown as Pair
}

const pair = pairOf()

describe('buyers within some days', () => {
  const bought = (to: string) => aftermathAnswer(pair, { kind: 'elsewhere', days: 14, to })

  it('are a share of those who had bought there', () => {
    expect(bought('elsewhere')).toMatchObject({ value: 75, none: 50, agents: 4 })
    expect(bought('shop')).toMatchObject({ value: 50, none: 25 })
    expect(bought('other platforms')).toMatchObject({ value: 50 })
  })

  it('take one purchase along under reallocation: to the shop with 200 of 700', () => {
    expect(bought('elsewhere').proportional).toBe(75)
    // The second bought there anyway; the first goes there with 2/7.
    expect(bought('shop').proportional).toBeCloseTo(100 * ((1 + 2 / 7) / 4), 10)
    expect(bought('feed')).toMatchObject({ value: 0, none: 50, proportional: 0 })
  })

  it('have no number in days that were not followed', () => {
    const answer = aftermathAnswer(pair, { kind: 'elsewhere', days: 28, to: 'shop' })
    expect(answer).toMatchObject({ value: Number.NaN, agents: 0 })
  })
})

describe('firms after some weeks', () => {
  const back = (exposure: string) => aftermathAnswer(pair, { kind: 'recovery', weeks: 5, exposure })

  it('are back at 80 % of what they sell without the policy', () => {
    // Exposures .8, .5 and 0.
    expect(back('over 50 %')).toMatchObject({ value: 0, none: 100, agents: 1 })
    expect(back('10 to 50 %')).toMatchObject({ value: 100, none: 100, agents: 1 })
    expect(back('none')).toMatchObject({ value: 100, agents: 1 })
    expect(back('up to 10 %').value).toBeNaN()
  })

  it('keep (1 - e) / (1 - .3) under reallocation', () => {
    expect(back('over 50 %').proportional).toBe(0)
    // .5 / .7 = .71 is less than .8.
    expect(back('10 to 50 %').proportional).toBe(0)
    expect(back('none').proportional).toBe(100)
  })
})
