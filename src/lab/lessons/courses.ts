/** What the agents of a lesson do, step by step. */
import { DAYS_A_WEEK } from '../../engine/index.ts'
import { createMarket, createSellerWatch } from '../../market/index.ts'
import type { Market } from './lesson.ts'

const opened = ({ input }: Market, seed: string) => {
  const market = createMarket(input, seed, { record: false })
  return { market, watch: createSellerWatch(market.world, input) }
}

/** Prices, kRp, by seller, week by week. */
export function* priceCourse(of: Market, seed: string): Generator<readonly number[], void> {
  const { market, watch } = opened(of, seed)
  while (market.day < of.input.days) {
    market.run(market.day + DAYS_A_WEEK)
    yield watch.prices()
  }
}

/**
 * Shares of occasions by seller and, last, without a purchase, week by week: of all occasions since the beginning, or
 * since a day on which all begins anew.
 */
export function* shareCourse(
  of: Market,
  seed: string,
  anew: number,
): Generator<readonly number[], void> {
  const { market, watch } = opened(of, seed)
  while (market.day < of.input.days) {
    if (market.day === anew) watch.reset()
    market.run(market.day + DAYS_A_WEEK, () => watch.observe())
    yield [...watch.sold, watch.saved].map((orders) => orders / watch.planned)
  }
}

/** Share of the first seller in what is sold in a week, in one run after another, each with a seed of its own. */
export function* runCourse(of: Market, seed: string, runs: number): Generator<number, void> {
  for (let run = 1; run <= runs; run++) {
    const { market, watch } = opened(of, `${seed}/${run}`)
    market.run(DAYS_A_WEEK, () => watch.observe())
    yield watch.sold[0] / watch.sold.reduce((sum, sold) => sum + sold, 0)
  }
}
