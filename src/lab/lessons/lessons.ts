/** The six lessons. Every number is read from the textbook market or computed from it. */
import { DAYS_A_WEEK } from '../../engine/index.ts'
import type { MarketInput } from '../../market/index.ts'
import {
  apart,
  buyersOf,
  diversionOf,
  equilibrium,
  intervalOf,
  meanInterval,
  sharesOf,
  untaxed,
} from '../../study/index.ts'
import { priceCourse, runCourse, shareCourse } from './courses.ts'
import type { Curve, Dial, Fact, Lesson, Market } from './lesson.ts'

const BUSY = ['buyers.count=400', 'buyers.occasions=10']

const field = (table: string, name: string, key: string) => (input: MarketInput) =>
  Number([input.tables[table].find((row) => row.name === name)!.values[key]].flat()[0])

const cost = (of: string, range: readonly [number, number], step: number): Dial => ({
  word: 'cost',
  of,
  path: `sellers.${of}.cost`,
  quantity: 'rupiah',
  range,
  step,
  initial: field('sellers', of, 'cost'),
})

const quality = (of: string, range: readonly [number, number], step: number): Dial => ({
  word: 'quality',
  of,
  path: `sellers.${of}.quality`,
  quantity: 'plain',
  range,
  step,
  initial: field('sellers', of, 'quality'),
})

const similarity = (nest: string): Dial => ({
  word: 'similarity',
  path: `nests.${nest}.dissimilarity`,
  quantity: 'plain',
  range: [0.2, 1],
  step: 0.05,
  initial: field('nests', nest, 'dissimilarity'),
})

const nameOf = ({ input }: Market, seller: number) => input.tables.sellers[seller].label
const weeks = ({ input }: Market) => Math.floor(input.days / DAYS_A_WEEK)

/** Prices that settle, with what they were before where that is another price. */
function priceCurves(market: Market, before?: readonly number[]): Curve[] {
  return equilibrium(market.input).prices.map((price, seller) => ({
    name: nameOf(market, seller),
    solved: () => price,
    ...(before === undefined || Math.abs(before[seller] - price) < 1e-9 * price
      ? {}
      : { before: before[seller] }),
  }))
}

/** How strongly buyers respond to a price, per thousand rupiah. */
const knownOf = ({ input }: Market): Fact[] => [[buyersOf(input).sensitivity, 'plain']]

const priced = {
  quantity: 'rupiah',
  step: 'week',
  steps: weeks,
  agents: priceCourse,
} as const

/** A cost that is higher by a tenth of a thousand rupiah. */
const DEARER = 0.1

const price: Lesson = {
  ...priced,
  name: 'price',
  file: 'monopoly',
  // It begins too high, so that one sees it come down: twice the cost, where it begins by itself, is the answer.
  set: [...BUSY, 'sellers.Ani.start-price=3 kRp'],
  dials: [cost('Ani', [0.5, 2], 0.05), quality('Ani', [2, 6], 0.1)],
  curves: (market) => priceCurves(market),
  known: knownOf,
  question: {
    quantity: 'rupiah',
    answer({ input }) {
      const { tables } = input
      const [row] = tables.sellers
      const values = { ...row.values, cost: Number(row.values.cost) + DEARER }
      const dearer = { ...input, tables: { ...tables, sellers: [{ ...row, values }] } }
      return equilibrium(dearer).prices[0] - equilibrium(input).prices[0]
    },
    facts: ({ input }) => [
      [DEARER, 'rupiah'],
      [equilibrium(input).products[0], 'share'],
    ],
  },
}

const duopoly: Lesson = {
  ...priced,
  name: 'duopoly',
  file: 'duopoly',
  set: BUSY,
  dials: [
    cost('Ani', [0.6, 1.4], 0.05),
    cost('Budi', [0.6, 1.4], 0.05),
    quality('Ani', [7, 9], 0.1),
    quality('Budi', [7, 9], 0.1),
  ],
  curves: (market) => priceCurves(market),
  known: knownOf,
  question: {
    quantity: 'percent',
    answer: ({ input }) => 100 * equilibrium(input).products[0],
    facts: ({ input }) => [
      [equilibrium(input).prices[0], 'rupiah'],
      [buyersOf(input).sensitivity, 'plain'],
      [Number(input.tables.sellers[0].values.cost), 'rupiah'],
    ],
  },
}

const merger: Lesson = {
  ...priced,
  name: 'merger',
  file: 'three-sellers-merged',
  set: BUSY,
  dials: [
    {
      word: 'owner',
      of: 'Budi',
      path: 'sellers.Budi.owner',
      quantity: 'flag',
      range: [0, 1],
      step: 1,
      initial: ({ tables: { sellers } }) =>
        sellers[1].values.owner === sellers[0].values.owner ? 1 : 0,
      written: (value) => (value === 1 ? 'Ani' : 'Budi'),
    },
    cost('Budi', [30, 70], 1),
    similarity('market'),
  ],
  curves: (market) => priceCurves(market, apart(market.input).prices),
  question: {
    quantity: 'percent',
    answer({ input }) {
      const rise = equilibrium(input).prices[0] / apart(input).prices[0] - 1
      return rise > 1e-9 ? 100 * rise : undefined
    },
    facts: ({ input }) => [
      [apart(input).prices[0], 'rupiah'],
      [equilibrium(input).prices[0], 'rupiah'],
      [apart(input).products[1], 'share'],
      [equilibrium(input).products[1], 'share'],
    ],
  },
}

/** The seller whose venue closes, and the one that the question is about. */
const [CLOSED, NEXT] = [0, 1]

/** The day on which the closure takes force. */
const closesOn = ({ policies }: MarketInput): number => Number(policies[0].settings.effective)

const closure: Lesson = {
  name: 'closure',
  file: 'closure-nested',
  set: ['buyers.count=2000', 'buyers.occasions=10'],
  dials: [similarity('online'), { ...quality('Tari', [0.5, 2], 0.1), of: 'T' }],
  quantity: 'share',
  step: 'week',
  steps: weeks,
  curves({ input }) {
    const before = sharesOf(input)
    const { after } = diversionOf(input, CLOSED)
    const saves = 1 - after.reduce((sum, share) => sum + share, 0)
    const shares = [...before.products, before.outside]
    const names = [...input.tables.venues.map(({ label }) => label), 'nobody']
    const shut = closesOn(input) / DAYS_A_WEEK
    return [...after, saves].map((share, at) => ({
      name: names[at],
      solved: (week: number) => (week <= shut ? shares[at] : share),
    }))
  },
  agents: (market, seed) => shareCourse(market, seed, closesOn(market.input)),
  question: {
    quantity: 'count',
    answer: ({ input }) => 100 * diversionOf(input, CLOSED).diversion[NEXT],
    facts({ input }) {
      const shares = sharesOf(input)
      const { lost } = diversionOf(input, CLOSED)
      return [
        [shares.products[NEXT] / (1 - shares.products[CLOSED]), 'share'],
        [lost, 'share'],
      ]
    },
  },
}

const fee: Lesson = {
  ...priced,
  name: 'fee',
  file: 'three-sellers-fee',
  set: BUSY,
  dials: [
    {
      word: 'commission',
      path: 'venues.market.commission',
      quantity: 'share',
      range: [0, 0.2],
      step: 0.001,
      initial: field('venues', 'market', 'commission'),
    },
    {
      word: 'flatFee',
      path: 'venues.market.flat-fee',
      quantity: 'rupiah',
      range: [0, 10],
      step: 0.5,
      initial: field('venues', 'market', 'flatFee'),
    },
  ],
  curves: (market) => priceCurves(market, untaxed(market.input).prices),
  question: {
    quantity: 'percent',
    answer({ input }) {
      const due = dueOf(input)
      const rise = equilibrium(input).prices[0] - untaxed(input).prices[0]
      return due > 0 ? (100 * rise) / due : undefined
    },
    facts: ({ input }) => [
      [dueOf(input), 'rupiah'],
      [equilibrium(input).prices[0] - untaxed(input).prices[0], 'rupiah'],
    ],
  },
}

/** What the first seller pays the venue of an order, kRp. */
function dueOf(input: MarketInput): number {
  const [price] = equilibrium(input).prices
  return (
    price * field('venues', 'market', 'commission')(input) +
    field('venues', 'market', 'flatFee')(input)
  )
}

/** Chance alone moves the share of a seller from run to run as it does in draws from an urn: sqrt(s (1 - s) / n). */
function spreadOf({ input }: Market): { readonly share: number; readonly error: number } {
  const { products, outside } = sharesOf(input)
  const share = products[0] / (1 - outside)
  const occasions = Number([input.tables.categories[0].values.occasionRate].flat()[0])
  const sold = input.size.buyers * occasions * (1 - outside)
  return { share, error: Math.sqrt((share * (1 - share)) / sold) }
}

/** Half the 95 % interval of a mean over runs, on paper. */
const reachOf = (error: number, runs: number): number =>
  intervalOf(0, error / Math.sqrt(runs), runs).high

/** The fewest runs whose interval is half as wide. */
function runsForHalf(error: number, runs: number): number {
  const wanted = reachOf(error, runs) / 2
  let enough = runs
  while (reachOf(error, enough) > wanted) enough++
  return enough
}

const noise: Lesson = {
  name: 'noise',
  file: 'identical-sellers',
  set: ['buyers.count=1000'],
  dials: [
    {
      word: 'buyers',
      path: 'buyers.count',
      quantity: 'count',
      range: [100, 4000],
      step: 100,
      initial: ({ size }) => size.buyers,
    },
    { word: 'runs', quantity: 'count', range: [4, 60], step: 1, initial: () => 20 },
  ],
  quantity: 'share',
  step: 'run',
  steps: ({ values }) => values.runs,
  curves(market) {
    const { share, error } = spreadOf(market)
    return [
      { name: nameOf(market, 0), solved: () => share },
      { name: 'low', solved: (run) => share - reachOf(error, run) },
      { name: 'high', solved: (run) => share + reachOf(error, run) },
    ]
  },
  *agents(market, seed) {
    const shares: number[] = []
    for (const share of runCourse(market, seed, market.values.runs)) {
      shares.push(share)
      const { mean, low, high } = meanInterval(shares)
      yield [mean, low, high]
    }
  },
  question: {
    quantity: 'count',
    answer: (market) => runsForHalf(spreadOf(market).error, market.values.runs),
    facts: (market) => [
      [market.values.runs, 'count'],
      [100 * reachOf(spreadOf(market).error, market.values.runs), 'points'],
    ],
  },
}

export const LESSONS: readonly Lesson[] = [price, duopoly, merger, closure, fee, noise]
