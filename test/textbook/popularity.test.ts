/** T11, T12: what success does to success. */
import { describe, expect, it } from 'vitest'
import { keyOf, seedKey, uniform } from '../../src/engine/index.ts'
import { listings } from '../../src/market/populations/index.ts'
import { gini } from '../../src/market/textbook/index.ts'
import { open, ordersIn, shipped, sum, textbookMarket, withField, written } from './markets.ts'
import { chiSquareTail, meanAndError, meanP } from './statistics.ts'

describe('success that feeds on itself (T11)', () => {
  // Odds go with (1 + P/Pmean)^psi, which for two sellers and psi 1 is an urn that adds to the share
  // s = 1/4 + x/2 of what sold so far, not to x itself: x tends to a half, and more slowly than by chance.
  const URNS = 250
  const WEEKS = 60
  const names = Array.from({ length: URNS }, (_, at) => `C${at}`)
  const market = (psi: number) => {
    const lines = names.flatMap((category) => [
      { category, quality: 2, price: 50 },
      { category, quality: 2, price: 50 },
    ])
    const more = [
      'buyers: { count: 60, occasions: 0.1, outside: -50 }',
      `calendar: { start: 2024-01-01, weeks: ${WEEKS} }`,
      `categories: { ${names.map((name) => `${name}: {}`).join(', ')} }`,
      'rules: { popularity: { decay: 0 } }',
    ].join('\n')
    // A psi of 1 is more than a scenario may write.
    const input = withField(
      written(textbookMarket(lines, more)),
      'categories',
      'popularityTaste',
      psi,
    )
    return open(input, 'urns')
  }

  /** Differences D = n_1 - N/2 at the end, with what the recursion of the urn expects of their squares. */
  function run(psi: number) {
    const urns = market(psi)
    const week = urns.world.view(listings.soldWeek)
    const [total, first] = [new Float64Array(URNS), new Float64Array(URNS)]
    const square = new Float64Array(URNS)
    urns.run(7 * WEEKS, (day) => {
      if (day % 7 !== 6) return
      for (let urn = 0; urn < URNS; urn++) {
        const [one, other] = [week[2 * urn], week[2 * urn + 1]]
        const sold = one + other
        const known = total[urn]
        // All of a week's orders see the popularity of its Monday: s - 1/2 = D / (2 N).
        square[urn] =
          sold / 4 +
          (known > 0
            ? square[urn] * (1 + sold / known + (sold * (sold - 1)) / (4 * known * known))
            : square[urn])
        total[urn] += sold
        first[urn] += one
      }
    })
    return { difference: first.map((one, urn) => one - total[urn] / 2), square, total }
  }

  it('spreads as the urn of its weekly update does', { timeout: 30_000 }, () => {
    const { difference, square, total } = run(1)
    expect(sum(total) / URNS).toBeGreaterThan(300)
    expect(meanP([...difference], 0)).toBeGreaterThan(0.001)
    const ratios = Array.from(difference, (gap, urn) => gap ** 2 / square[urn])
    const tail = chiSquareTail(sum(ratios), URNS)
    expect(tail).toBeGreaterThan(0.0005)
    expect(tail).toBeLessThan(0.9995)
    // Without feedback the squares would be N/4, several times smaller.
    expect(sum(square)).toBeGreaterThan(4 * (sum(total) / 4))
  })

  it('spreads by chance alone where nothing feeds on it', { timeout: 30_000 }, () => {
    const { difference, total } = run(0)
    const ratios = Array.from(difference, (gap, urn) => gap ** 2 / (total[urn] / 4))
    const tail = chiSquareTail(sum(ratios), URNS)
    expect(tail).toBeGreaterThan(0.0005)
    expect(tail).toBeLessThan(0.9995)
  })
})

describe('the urn of Polya (T11)', () => {
  // A million real firms that nobody buys from draw the mean of popularity down so far that the 1 of (1 + P/Pmean)^psi
  // no longer counts: odds go with P^psi. Both sellers begin with one piece sold. Orders of a week see the same
  // Monday, so that a week brings only some hundredths of what was sold so far.
  const URNS = 150
  const START = 2
  const GROWTH = 0.05
  const DRAWS = 3000
  // Budgets fall below their mean on the way, and occasions with them.
  const CALLED = 3450
  const WEEKS = Math.ceil(Math.log((START + CALLED) / START) / GROWTH)
  const BUYERS = 40
  const names = Array.from({ length: URNS }, (_, at) => `C${at}`)
  const lines = names.flatMap((category) => [
    { category, quality: 2, price: 50 },
    { category, quality: 2, price: 50 },
    { category, quality: -100, price: 50, weight: 1e6 },
  ])
  const more = [
    // There is room for as many occasions as this, which courses lower.
    `buyers: { count: ${BUYERS}, occasions: 5, outside: -50 }`,
    `calendar: { start: 2024-01-01, weeks: ${WEEKS} }`,
    `categories: { ${names.map((name) => `${name}: {}`).join(', ')} }`,
    'rules: { popularity: { decay: 0 } }',
  ].join('\n')
  const input = written(textbookMarket(lines, more))
  const rate = (week: number) => (START * (Math.exp(GROWTH) - 1) * Math.exp(GROWTH * week)) / BUYERS
  const growing = names.map((_, row) => ({
    table: 'categories',
    row,
    field: 'occasionRate',
    at: 0,
    points: Array.from({ length: WEEKS }, (_, week) => [7 * week, rate(week)] as const),
    linear: false,
  }))

  /** Shares of the first seller of each urn at the end, each begun from one piece. */
  function shares(psi: number): number[] {
    const grown = { ...input, courses: [...input.courses, ...growing] }
    const market = open(withField(grown, 'categories', 'popularityTaste', psi), `polya ${psi}`)
    const popularity = market.world.view(listings.popularity)
    for (let urn = 0; urn < URNS; urn++) popularity.fill(1, 3 * urn, 3 * urn + 2)
    const sold = new Float64Array(3 * URNS)
    const today = market.world.view(listings.sold)
    market.run(7 * WEEKS, () => {
      for (let listing = 0; listing < sold.length; listing++) sold[listing] += today[listing]
    })
    expect(Math.abs(sum(sold) / URNS / DRAWS - 1)).toBeLessThan(0.05)
    for (let urn = 0; urn < URNS; urn++) expect(sold[3 * urn + 2]).toBe(0)
    return names.map((_, urn) => (1 + sold[3 * urn]) / (2 + sold[3 * urn] + sold[3 * urn + 1]))
  }
  const top = (all: readonly number[]) => meanAndError(all.map((one) => Math.max(one, 1 - one)))

  it('ends anywhere between 0 and 1 where odds go with what was sold', { timeout: 60_000 }, () => {
    const found = shares(1)
    const { mean, error } = meanAndError(found)
    expect(Math.abs(mean - 0.5)).toBeLessThan(3 * error)
    // Squares of a uniform number about its mean have the mean 1/12, and the variance 1/180.
    const spread = found.reduce((all, one) => all + (one - 0.5) ** 2, 0) / URNS
    expect(Math.abs(spread - 1 / 12)).toBeLessThan(3 * Math.sqrt(1 / 180 / URNS))
    const largest = top(found)
    expect(Math.abs(largest.mean - 0.75)).toBeLessThan(3 * largest.error)
  })

  it.each([
    [0.5, 0.52],
    [1.5, 0.98],
  ])('with a psi of %d gives the larger a share of %d', { timeout: 60_000 }, (psi, expected) => {
    const { mean, error } = top(shares(psi))
    // The golden value is given to two digits.
    expect(Math.abs(mean - expected)).toBeLessThan(0.005 + 3 * error)
  })
})

describe('ten sellers alike and no feedback (T12)', () => {
  const { bySeller } = ordersIn(
    shipped('identical-sellers', 'buyers.count=1000', 'calendar.weeks=100'),
  )
  const sold = bySeller.reduce((all, orders) => all + orders, 0)
  const mean = sold / 10

  it('sell with an index of dispersion of 1', () => {
    const dispersion = bySeller.reduce((all, one) => all + (one - mean) ** 2, 0) / 9 / mean
    expect(Math.abs(dispersion - 1)).toBeLessThan(3 * Math.sqrt(2 / 9))
  })

  it('have the Gini coefficient of a multinomial', () => {
    const drawn = Array.from({ length: 400 }, (_, run) => {
      const key = keyOf(seedKey('multinomial'), 'run', run)
      const counts: number[] = new Array(10).fill(0)
      for (let order = 0; order < 2000; order++) counts[Math.floor(10 * uniform(key, order, 0))]++
      return gini(counts) * Math.sqrt(2000 / sold)
    }).sort((one, other) => one - other)
    expect(gini(bySeller)).toBeGreaterThan(drawn[1])
    expect(gini(bySeller)).toBeLessThan(drawn[398])
  })
})
