/** A fit of the market to outcomes that the market itself has made: are the parameters found, and no surer than that? */
import { beforeAll, describe, expect, it } from 'vitest'
import { keyOf, seedKey, uniform } from '../../src/engine/index.ts'
import type { MarketInput } from '../../src/market/index.ts'
import {
  distanceOf,
  type Factor,
  marginals,
  type Population,
  valueAt,
} from '../../src/study/index.ts'
import { fitted } from '../study/fit/toy.ts'
import { open, ordersOf, textbookMarket, worth, written } from '../textbook/markets.ts'

const BUYERS = 'buyers: { count: 100, price-sensitivity: 0.04 per kRp, occasions: 3 }'
const DAYS = 3
const plain = written(textbookMarket(worth(0, 0), BUYERS))

const FACTORS: Factor[] = [
  { path: 'sellers.S0.quality', distribution: { kind: 'uniform', from: 1, to: 3 } },
  { path: 'sellers.S1.quality', distribution: { kind: 'uniform', from: 1, to: 3 } },
  { path: 'categories.goods.occasions', distribution: { kind: 'uniform', from: 2, to: 8 } },
]

function marketAt(unit: readonly number[]): MarketInput {
  const [first, second, occasionRate] = FACTORS.map(({ distribution }, k) =>
    Number(valueAt(distribution, unit[k])),
  )
  const { tables } = plain
  const [a, b] = tables.sellers
  const [goods] = tables.categories
  return {
    ...plain,
    tables: {
      ...tables,
      sellers: [
        { ...a, values: { ...a.values, quality: first } },
        { ...b, values: { ...b.values, quality: second } },
      ],
      categories: [{ ...goods, values: { ...goods.values, occasionRate } }],
    },
  }
}

/** Shares of both sellers in what is bought or not, and the occasions. */
function outcomes(unit: readonly number[], seed: string): number[] {
  const { bySeller, planned } = ordersOf(open(marketAt(unit), seed), DAYS)
  return [...bySeller.map((orders) => orders / planned), planned]
}

/** About what each differs by between seeds. */
const SCALES = [0.04, 0.04, 14]
const REPETITIONS = 20

describe('three parameters of a textbook market', () => {
  const truths = keyOf(seedKey('recovery'), 'truth')
  const found: { truth: number[]; population: Population }[] = []

  beforeAll(() => {
    for (let repetition = 0; repetition < REPETITIONS; repetition++) {
      const truth = FACTORS.map((_, k) => uniform(truths, repetition, k))
      const targets = outcomes(truth, `seen ${repetition}`).map((value, k) => ({
        name: `${k}`,
        low: value,
        high: value,
      }))
      const settings = { factors: 3, accepted: 40, seed: `fit ${repetition}`, quantile: 0.3 }
      const population = fitted(settings, 4, ({ unit, seedKey }) =>
        distanceOf(outcomes(unit, `run ${repetition} ${seedKey}`), targets, SCALES),
      )
      found.push({ truth, population })
    }
  })

  it('lie in their intervals of 90 % in 75 to 100 % of 20 repetitions', () => {
    const held = FACTORS.map(
      (_, factor) =>
        found.filter(({ truth, population }) => {
          const { low, high } = marginals(population)[factor]
          return low <= truth[factor] && truth[factor] <= high
        }).length / REPETITIONS,
    )
    for (const share of held) expect(share, held.join(' ')).toBeGreaterThanOrEqual(0.75)
  })

  it('are learnt: intervals are narrower than the prior', () => {
    const widths = FACTORS.map((_, factor) => {
      const each = found.map(({ population }) => {
        const { low, high } = marginals(population)[factor]
        return high - low
      })
      return each.reduce((sum, width) => sum + width, 0) / REPETITIONS
    })
    for (const width of widths) expect(width, widths.join(' ')).toBeLessThan(0.6)
  })

  it('have even ranks among the draws', () => {
    const ranks = found.flatMap(({ truth, population: { units, weights } }) =>
      truth.map((value, k) =>
        units.reduce((sum, unit, row) => sum + (unit[k] < value ? weights[row] : 0), 0),
      ),
    )
    const counts = [0, 1, 2, 3, 4].map(
      (part) => ranks.filter((rank) => Math.min(4, Math.floor(5 * rank)) === part).length,
    )
    // 60 even ranks in five parts: above 18.5 in 0.1 % of cases.
    const chiSquare = counts.reduce((sum, count) => sum + (count - 12) ** 2 / 12, 0)
    expect(chiSquare, counts.join(' ')).toBeLessThan(18.5)
  })
})
