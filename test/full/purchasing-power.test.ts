/** M15 over sixteen seeds: where small firms stop, purchasing power falls, and with it how often people go shopping. */
import { expect, it } from 'vitest'
import type { MarketInput } from '../../src/market/index.ts'
import { buyers, markets } from '../../src/market/populations/index.ts'
import { values } from '../policies/small.ts'
import { followedWorlds, SMALL, type World } from '../seeds/worlds.ts'
import { meanAndError } from '../textbook/statistics.ts'

const FILES = ['indonesia-2023', 'policies/producers-stop']

const total = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0)

// A few thousand households: whose job is lost is luck, so that a seed may turn out the other way, and on
// a single day they may go shopping once more.
it('purchasing power falls on average over seeds, and so does how often people go shopping', () => {
  const budget = ({ market }: World) => total([...values(market, buyers.budget)])
  const falls = Array.from({ length: 16 }, (_, before) => before + 1).map((seed) => {
    const occasions = new Map<MarketInput, number>()
    const pair = followedWorlds(SMALL, `m15/${seed}`, '2024-04-01', FILES, ({ input, market }) => {
      const today = total([...values(market, markets.planned)])
      occasions.set(input, (occasions.get(input) ?? 0) + today)
    })
    const fall = (of: (world: World) => number) => of(pair[0]) - of(pair[1])
    return { budget: fall(budget), occasions: fall(({ input }) => occasions.get(input)!) }
  })
  for (const what of ['budget', 'occasions'] as const) {
    const { mean: fall, error } = meanAndError(falls.map((each) => each[what]))
    expect(fall, what).toBeGreaterThan(2 * error)
  }
})
