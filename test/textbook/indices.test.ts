/** T28: concentration and inequality of known distributions; T33: duty and import taxes. */
import { describe, expect, it } from 'vitest'
import { exp, normalQuantile } from '../../src/engine/index.ts'
import { createMarket, measures } from '../../src/market/index.ts'
import { buyers } from '../../src/market/populations/index.ts'
import { type Border, borderCost } from '../../src/market/rules/prices/border-cost.ts'
import { gini, hhi } from '../../src/market/textbook/index.ts'
import { country, textbookMarket, worth, written } from './markets.ts'

/** The middles of n equal parts of probability of a distribution, from its quantile function. */
const quantiles = (n: number, quantile: (p: number) => number) =>
  Array.from({ length: n }, (_, k) => quantile((k + 0.5) / n))

describe('the index of Herfindahl and Hirschman (T28)', () => {
  it.each([1, 2, 5, 40])('of %i alike is 10,000/n', (n) => {
    expect(hhi(new Array(n).fill(3))).toBeCloseTo(10_000 / n, 8)
  })

  it('of the platforms of 2022 is 2,762, and 350 more points with two of them under one owner', () => {
    const shares = [36, 35, 10, 10, 5, 4]
    expect(hhi(shares)).toBeCloseTo(2762, 8)
    expect(hhi([36, 40, 10, 10, 4]) - hhi(shares)).toBeCloseTo(350, 8)
  })

  it('is recorded for venues by owner', () => {
    const venues =
      'companies: { a: {}, b: {}, c: {} }\nvenues:\n' +
      ['a', 'b', 'b', 'c']
        .map((owner, at) => `  V${at}: { owner: ${owner}, platform: true, reach: 1 }`)
        .join('\n')
    const sellers = worth(0, 0, 0, 0).map((seller, at) => ({ ...seller, venue: `V${at}` }))
    const market = createMarket(
      written(textbookMarket(sellers, `${venues}\nbuyers: { count: 40000 }`)),
      'hhi',
    )
    market.run(1)
    const value = (measure: string, venue = 'all') =>
      market.values[
        market.cells.findIndex((cell) => cell.measure === measure && cell.venue === venue)
      ]
    const share = [0, 1, 2, 3].map((at) => value('platform share', `V${at}`))
    expect(value('hhi')).toBeCloseTo(hhi([share[0], share[1] + share[2], share[3]]), 8)
    expect(Math.abs(value('hhi') - 3750)).toBeLessThan(150)
  })

  it('has no value without sales on platforms, and weighs days by the square of their sales', () => {
    const of = measures.sales.hhi
    if (!('tellRatio' in of)) throw new Error('it is no ratio')
    const told = (...byOwner: number[]) => {
      let parts: readonly number[] = []
      of.tellRatio(
        { byOwner: Float64Array.from(byOwner), onPlatforms: Float64Array.from(byOwner) },
        (above, below) => {
          parts = [above, below]
        },
      )
      return parts
    }
    expect(told(0, 0)).toEqual([0, 0])
    expect(told(1, 0)).toEqual([10_000, 1])
    // A day with one owner, and one with three times its sales shared by two.
    const days = [told(1, 0), told(1.5, 1.5)]
    const [above, below] = [0, 1].map((part) => days[0][part] + days[1][part])
    expect(above / below).toBeCloseTo((10_000 * 1 + 5_000 * 9) / 10, 8)
  })
})

describe('the Gini coefficient (T28)', () => {
  it('of equal amounts is 0, of one who has all 1 - 1/n', () => {
    expect(gini(new Array(50).fill(7))).toBeCloseTo(0, 10)
    expect(gini([...new Array(49).fill(0), 7])).toBeCloseTo(0.98, 10)
  })

  it('of a Pareto distribution is 1/(2a - 1)', () => {
    for (const a of [2, 3, 5])
      expect(
        Math.abs(gini(quantiles(2_000_000 / a, (p) => (1 - p) ** (-1 / a))) - 1 / (2 * a - 1)),
      ).toBeLessThan(1e-3)
  })

  it('of normal incomes in the country is that of spending a head, 0.388 (F155)', () => {
    const { world } = createMarket(
      country({ buyers: 40000, sellers: 400, creators: 40 }),
      'incomes',
      { record: false },
    )
    // The error of the coefficient is below 0.002 in 40,000.
    expect(Math.abs(gini(Array.from(world.view(buyers.income))) - 0.388)).toBeLessThan(0.006)
  })

  it('of a lognormal distribution with sigma 1 is .5205', () => {
    expect(Math.abs(gini(quantiles(200_000, (p) => exp(normalQuantile(p)))) - 0.5205)).toBeLessThan(
      1e-3,
    )
  })

  it('counts a weight as that many alike', () => {
    expect(gini([1, 5, 9], [2, 3, 1])).toBeCloseTo(gini([1, 1, 5, 5, 5, 9]), 12)
  })
})

describe('the cost of an imported piece (T33)', () => {
  const border = {
    duty: 0.2,
    vat: 0.11,
    incomeTax: 0.025,
    compliance: 0.6,
    evasion: 0.1,
    handling: 1,
  }
  const landedCost = (cif: number, at: Border) => borderCost(cif, at).landed

  it('is the mean over those who pay and those who evade', () => {
    expect(landedCost(15, border)).toBeCloseTo(
      0.6 * (15 * 1.2 * 1.135 + 1) + 0.4 * (15 * 1.1 + 1),
      12,
    )
    expect(landedCost(15, { ...border, compliance: 1 })).toBeCloseTo(15 * 1.2 * 1.135 + 1, 12)
    expect(landedCost(15, { ...border, compliance: 0 })).toBeCloseTo(17.5, 12)
    expect(
      landedCost(15, {
        duty: 0,
        vat: 0,
        incomeTax: 0,
        compliance: 1,
        evasion: 0,
        handling: 0,
      }),
    ).toBe(15)
  })

  it('goes to the seller abroad, the government and those who handle it, and to nobody else', () => {
    for (const compliance of [0, 0.6, 1]) {
      const { cif, duties, fees, landed } = borderCost(15, { ...border, compliance })
      expect(cif).toBe(15)
      expect(duties).toBeCloseTo(compliance * 15 * (1.2 * 1.135 - 1), 12)
      expect(fees).toBeCloseTo(1 + (1 - compliance) * 1.5, 12)
      expect(cif + duties + fees).toBeCloseTo(landed, 12)
    }
  })

  it('rises with duty by compliance x border value x (1 + taxes)', () => {
    const rise = landedCost(15, { ...border, duty: 0.3 }) - landedCost(15, border)
    expect(rise).toBeCloseTo(0.1 * 0.6 * 15 * 1.135, 12)
  })
})
