/** The one account of where sales went adds up, whatever order its rows come in. */
import { describe, expect, it } from 'vitest'
import { bridges, fallOf } from '../../src/report/bridge.ts'
import type { Flow } from '../../src/study/index.ts'

function flow(side: Flow['side'], from: string, to: string, mean: number): Flow {
  const value = { mean, low: mean - 1, high: mean + 1 }
  const diversion = from === to ? {} : { diversion: { mean: mean / 90, low: 0, high: 1 } }
  return {
    scenario: 'ban',
    window: 'month',
    side,
    from,
    to,
    value,
    unit: 'mRp/week',
    runs: 4,
    ...diversion,
  }
}

const flows = [
  flow('buyers', 'feed', 'lost', 25),
  flow('buyers', 'feed', 'saved', 15),
  flow('buyers', 'feed', 'stalls', 20),
  flow('buyers', 'feed', 'shop', 30),
  flow('buyers', 'shop', 'shop', 400),
  flow('sellers', 'feed', 'shop', 31),
  flow('sellers', 'feed', 'lost', 62),
  flow('market', 'all', 'new', -6),
  flow('market', 'all', 'repriced', 1),
  flow('market', 'all', 'saved', 15),
  flow('market', 'all', 'lost', 25),
]

describe('the bridge', () => {
  it('is of what left a venue: all its rows, those who bought nowhere too', () => {
    const [bridge, ...more] = bridges(flows, ['feed', 'shop'])
    // What stayed at the shop did not leave it.
    expect(more).toEqual([])
    expect(bridge.left).toBe(25 + 15 + 20 + 30)
  })

  it('has venues by size, and what was not bought anywhere last', () => {
    const [{ buyers, sellers }] = bridges(flows, ['feed'])
    expect(buyers.map(({ to }) => to)).toEqual(['shop', 'stalls', 'saved', 'lost'])
    expect(sellers.map(({ to }) => to)).toEqual(['shop', 'lost'])
  })

  it('makes up the fall of sales of saved, lost, new and repriced', () => {
    const { rows, total } = fallOf(flows)
    expect(rows.map(({ to }) => to)).toEqual(['saved', 'lost', 'new', 'repriced'])
    expect(total).toBe(15 + 25 - 6 + 1)
  })
})
