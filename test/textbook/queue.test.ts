/** T16: made-to-order sellers are queues with known backlogs. */
import { beforeAll, describe, expect, it } from 'vitest'
import { sellers } from '../../src/market/populations/index.ts'
import { open, sum, textbookMarket, written } from './markets.ts'
import { chiSquareP, meanP } from './statistics.ts'

const QUEUES = 200
const BUYERS = 40

/** Two hundred sellers, each alone in its category, who make one piece a day to order. */
function queues(rate: number, days: number) {
  const names = Array.from({ length: QUEUES }, (_, at) => `C${at}`)
  const lines = names.map((category) => ({ category, price: 50, quality: 2 }))
  const daily = (7 * rate) / BUYERS
  const more = [
    `buyers: { count: ${BUYERS}, occasions: ${daily}, outside: -50 }`,
    `calendar: { start: 2024-01-01, weeks: ${Math.ceil(days / 7)} }`,
    `categories: { ${names.map((name) => `${name}: { productivity: 7 }`).join(', ')} }`,
    'venues: { market: { made-to-order: true } }',
  ].join('\n')
  const text = textbookMarket(lines, more).replaceAll(
    'price: 50',
    'price: 50, made-to-order: true, capacity: 7',
  )
  return open(written(text))
}

/** What was seen of the queues of a market after the warm-up. */
function watch(rate: number, warmUp: number, measured: number) {
  const end = warmUp + measured
  const market = queues(rate, end)
  const [view, sold, wait] = [sellers.backlog, sellers.soldToday, sellers.wait].map((column) =>
    market.world.view(column),
  )
  const backlog = new Float64Array(QUEUES)
  const total = new Float64Array(QUEUES)
  const arrivals: number[] = new Array(7).fill(0)
  const waiting: number[][] = Array.from({ length: QUEUES }, () => [])
  let [broken, arrived, served, waited] = [0, 0, 0, 0]
  market.run(end, (day) => {
    for (let seller = 0; seller < QUEUES; seller++) {
      const before = backlog[seller]
      backlog[seller] = view[seller]
      if (view[seller] !== Math.max(0, before + sold[seller] - 1)) broken++
      if (wait[seller] !== Math.fround(view[seller] / 7)) broken++
      arrivals[Math.min(6, sold[seller])]++
      for (let order = 0; order < sold[seller]; order++) waiting[seller].push(day)
      const since = waiting[seller].shift()
      if (day < warmUp) continue
      total[seller] += view[seller]
      arrived += sold[seller]
      if (since === undefined) continue
      waited += day - since
      served++
    }
  })
  const backlogs = Array.from(total, (one) => one / measured)
  const mean = sum(backlogs) / QUEUES
  return {
    broken,
    arrivals,
    backlogs,
    mean,
    flow: arrived / QUEUES / measured,
    wait: waited / served,
  }
}

// A queue forgets within 1 / (1 - sqrt(rate))^2 days: 12, 90 and 380. Days in proportion leave the mean backlog of two
// hundred queues a standard error of about three percent at each rate, a third of what the bound below allows.
describe.each([
  [0.5, 0.25, 100, 400],
  [0.8, 1.6, 400, 800],
  [0.9, 4.05, 400, 1700],
])('orders at %f a day for a capacity of one (T16)', (rate, golden, warmUp, measured) => {
  let seen: ReturnType<typeof watch>
  beforeAll(() => {
    seen = watch(rate, warmUp, measured)
  }, 60_000)

  it('move the backlog by B + orders - 1, never below 0, and quote B over capacity', () => {
    expect(seen.broken).toBe(0)
  })

  it('come as a Poisson process', () => {
    const poisson = seen.arrivals.map(
      (_, count) => (Math.exp(-rate) * rate ** count) / factorial(count),
    )
    poisson[6] += 1 - poisson.reduce((all, one) => all + one, 0)
    expect(chiSquareP(seen.arrivals, poisson)).toBeGreaterThan(0.001)
  })

  it('leave a backlog of rate^2 / (2 (1 - rate)) on average', () => {
    expect((rate * rate) / (2 * (1 - rate))).toBeCloseTo(golden, 10)
    expect(meanP(seen.backlogs, golden)).toBeGreaterThan(0.001)
    expect(Math.abs(seen.mean / golden - 1)).toBeLessThan(0.1)
  })

  it('wait as long as Little’s law says', () => {
    expect(Math.abs(seen.mean / (seen.flow * seen.wait) - 1)).toBeLessThan(0.01)
  })
})

const factorial = (count: number): number => (count < 2 ? 1 : count * factorial(count - 1))
