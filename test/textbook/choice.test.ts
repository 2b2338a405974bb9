/** T1, T2, T8, T9, T10, T13, T14, T15, T27: choices against the logit formulas. */
import { describe, expect, it } from 'vitest'
import { closureDiversion, nestedLogit } from '../../src/market/textbook/index.ts'
import {
  exposureIn,
  open,
  ordersOf,
  type SellerLine,
  shipped,
  surplusIn,
  textbookMarket,
  venueValue,
  worth,
  written,
} from './markets.ts'
import { chiSquareP, meanAndError, sameSharesP } from './statistics.ts'

const ALPHA = 0.04
const MANY = 'buyers: { count: 20000, price-sensitivity: 0.04 per kRp, occasions: 7 }'
const FEW = 'buyers: { count: 200, price-sensitivity: 0.04 per kRp, occasions: 7 }'
/** Everybody buys. */
const ALL_BUY =
  'buyers: { count: 2000, price-sensitivity: 0.04 per kRp, occasions: 7, outside: -50 }'
const nest = (dissimilarity: number) => `nests: { market: { dissimilarity: ${dissimilarity} } }`
const lines = (...parts: string[]) => parts.join('\n')

describe('plain logit (T1)', () => {
  it('gives the softmax of three sellers and not buying over a million occasions', () => {
    const input = written(textbookMarket(worth(1, 0, -1), MANY))
    const { bySeller, saved, planned } = ordersOf(open(input), 50)
    const golden = [0.534446, 0.196612, 0.072329, 0.196612]
    expect(planned).toBeGreaterThan(990_000)
    expect(chiSquareP([...bySeller, saved], golden)).toBeGreaterThan(0.001)
    expect(chiSquareP([...bySeller, saved], [0.5364, 0.1956, 0.0714, 0.1966])).toBeLessThan(0.001)
  })
})

describe('a venue closes in a nested logit (T2)', () => {
  const golden = [
    { lambda: 0.4, diversion: [0.4333, 0.2888, 0.1283, 0.1496], surplus: -0.021151 },
    { lambda: 0.7, diversion: [0.3104, 0.2069, 0.2228, 0.2599], surplus: -0.036457 },
    {
      lambda: 1,
      diversion: [0.18 / 0.95, 0.12 / 0.95, 0.3 / 0.95, 0.35 / 0.95],
      surplus: -0.051293,
    },
  ]

  it.each(golden)(
    'diverts as the formula says at lambda $lambda',
    ({ lambda, diversion, surplus }) => {
      const closed = closureDiversion([0.05, 0.18, 0.12, 0.3], [0, 0, 0, 1], [lambda, 1], 0)
      for (const [at, share] of [...closed.diversion.slice(1), closed.lost].entries())
        expect(Math.abs(share - diversion[at])).toBeLessThan(6e-5)
      expect(closed.surplus).toBeCloseTo(surplus, 5)
    },
  )

  it.each(golden)(
    'costs the surplus that the formula says at lambda $lambda',
    ({ lambda, surplus }) => {
      const before = surplusIn(fourVenues(lambda))
      const after = surplusIn(fourVenues(lambda, 'T: { open: 0 }'))
      expect(ALPHA * (after - before)).toBeCloseTo(surplus, 5)
    },
  )

  it('moves the orders of a market that closes on its way', () => {
    const input = shipped('closure-nested', 'buyers.count=4000', 'buyers.occasions=10')
    const closes = 12 * 7
    const market = open(input)
    const before = ordersOf(market, closes)
    const after = ordersOf(market, input.days)
    const kept = ordersOf(open({ ...input, policies: [] }), input.days, closes)
    expect(
      chiSquareP([...before.bySeller, before.saved], [0.05, 0.18, 0.12, 0.3, 0.35]),
    ).toBeGreaterThan(0.001)
    const { after: shares } = closureDiversion([0.05, 0.18, 0.12, 0.3], [0, 0, 0, 1], [0.4, 1], 0)
    const saves = 1 - shares.reduce((all, share) => all + share, 0)
    expect(after.bySeller[0]).toBe(0)
    expect(
      chiSquareP([...after.bySeller.slice(1), after.saved], [...shares.slice(1), saves]),
    ).toBeGreaterThan(0.001)
    expect(ALPHA * (after.surplus - before.surplus)).toBeCloseTo(-0.021151, 5)

    // With one seed the orders of T can be followed to where they went.
    const lost = kept.bySeller[0]
    const gained = [...after.bySeller.slice(1), after.saved].map(
      (orders, at) => (orders - [...kept.bySeller.slice(1), kept.saved][at]) / lost,
    )
    for (const [at, share] of golden[0].diversion.entries())
      expect(Math.abs(gained[at] - share)).toBeLessThan(0.02)
  })

  /** Venues T, S and K online and O offline, with shares .05, .18, .12, .30 and .35 for not buying. */
  function fourVenues(lambda: number, routes = '') {
    const inNest = [0.05, 0.18, 0.12].map((share) => lambda * Math.log(share / 0.35))
    const sellers = worth(...inNest, Math.log(0.3 / 0.35)).map((seller, at) => ({
      ...seller,
      venue: 'TSKO'[at],
    }))
    const places = lines(
      `nests: { online: { dissimilarity: ${lambda} }, offline: { dissimilarity: 1 } }`,
      'venues: { T: { nest: online }, S: { nest: online }, K: { nest: online }, O: { nest: offline } }',
      `routes: { ${routes} }`,
    )
    return written(textbookMarket(sellers, lines(FEW, places)))
  }
})

describe('a venue closes in a plain logit (T8)', () => {
  const utilities = [0.1, 0.2, 0.3].map((share) => Math.log(share / 0.4))
  const places = 'venues: { T: {}, S: {}, K: {} }'
  const sellers = worth(...utilities).map((seller, at) => ({ ...seller, venue: 'TSK'[at] }))
  const closed = (routes = '') =>
    written(textbookMarket(sellers, lines(MANY, places, `routes: { ${routes} }`)))

  it('scales the survivors by 1/(1 - s) and costs ln(1 - s)/alpha', () => {
    const before = ordersOf(open(closed()), 14)
    const after = ordersOf(open(closed('T: { open: 0 }')), 14)
    expect(chiSquareP([...before.bySeller, before.saved], [0.1, 0.2, 0.3, 0.4])).toBeGreaterThan(
      0.001,
    )
    expect(after.bySeller[0]).toBe(0)
    const scaled = [0.2, 0.3, 0.4].map((share) => 1.1111 * share)
    expect(chiSquareP([...after.bySeller.slice(1), after.saved], scaled)).toBeGreaterThan(0.001)
    expect(ALPHA * (after.surplus - before.surplus)).toBeCloseTo(-0.105361, 6)
  })
})

describe('small noise (T9)', () => {
  // Without an outside good only differences of price count, so 70, 75 and 80 stand as 1, 6 and 11.
  it.each([
    [20, 0.419],
    [5, 0.665],
    [1, 0.993],
    [0.1, 1],
  ])('at noise %f the cheapest of three sells %f of all', (noise, golden) => {
    const buyers = { sensitivity: 1 / noise, dissimilarity: [1], outside: -Infinity }
    const literal = [70, 75, 80].map((price) => ({ quality: 0, price }))
    const share = nestedLogit(buyers, literal).products[0]
    expect(share).toBeCloseTo(golden, 3)
    const line = `buyers: { count: 20000, price-sensitivity: ${1 / noise}, occasions: 7, outside: -50 }`
    const sellers = [1, 6, 11].map((price) => ({ price, cost: 0.5 }))
    const { bySeller, planned } = ordersOf(open(written(textbookMarket(sellers, line))), 5)
    const error = Math.sqrt((share * (1 - share)) / planned)
    expect(Math.abs(bySeller[0] / planned - share)).toBeLessThan(3.3 * error + 1e-4)
  })
})

describe('welfare (T10)', () => {
  const step = 1 / 64 // exact in single precision
  const priced = (prices: readonly number[]) =>
    prices.map((price, at) => ({ quality: [4, 3.8, 3.5][at], price }))

  it.each([1, 0.5])('falls by the share of a seller when its price rises, lambda %f', (lambda) => {
    const prices = [85.25, 82.25, 74.5]
    const shares = nestedLogit(
      { sensitivity: ALPHA, dissimilarity: [lambda] },
      priced(prices),
    ).products
    const surplusAt = (at: number, by: number) => {
      const sellers = priced(prices.map((price, row) => (row === at ? price + by : price)))
      return surplusIn(written(textbookMarket(sellers, lines(FEW, nest(lambda)))))
    }
    for (const at of [0, 1, 2])
      expect(
        Math.abs((surplusAt(at, step) - surplusAt(at, -step)) / (2 * step) + shares[at]),
      ).toBeLessThan(1e-6)
  })

  it.each([1, 0.5])('has symmetric cross effects of prices on shares, lambda %f', (lambda) => {
    const shareAt = (of: number, moved: number, by: number) => {
      const prices = [85.25, 82.25, 74.5].map((price, at) => (at === moved ? price + by : price))
      return nestedLogit({ sensitivity: ALPHA, dissimilarity: [lambda] }, priced(prices)).products[
        of
      ]
    }
    const effect = (of: number, moved: number) =>
      (shareAt(of, moved, 1e-4) - shareAt(of, moved, -1e-4)) / 2e-4
    for (const [one, other] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ])
      expect(Math.abs(effect(one, other) - effect(other, one))).toBeLessThan(1e-6)
    expect(effect(0, 1)).toBeGreaterThan(1e-3)
  })
})

describe('the feed (T13)', () => {
  const ten: SellerLine[] = worth(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
  const slots = 'firms: { slots: 8192 }'
  const considered = (items: number, rank = 'rank-price: 0') =>
    lines(
      ALL_BUY,
      slots,
      `nests: { market: { considered: ${items} } }`,
      `venues: { market: { ${rank} } }`,
    )

  it('shows ten sellers alike equally often', () => {
    const held = exposureIn(written(textbookMarket(ten, considered(1))))
    expect(
      chiSquareP(
        held,
        ten.map(() => 0.1),
      ),
    ).toBeGreaterThan(0.001)
  })

  it('shows a seller in proportion to its weight and e to the power of its rank', () => {
    const sellers = ten.map((seller, at) => ({
      ...seller,
      price: 40 + 5 * at,
      weight: 1 + (at % 3),
    }))
    const held = exposureIn(written(textbookMarket(sellers, considered(1, 'rank-price: 1.5'))))
    const softmax = sellers.map(({ price, weight }) => weight * Math.exp(-1.5 * Math.log(price)))
    expect(chiSquareP(held, softmax)).toBeGreaterThan(0.001)
    expect(
      chiSquareP(
        held,
        sellers.map(({ weight }) => weight),
      ),
    ).toBeLessThan(0.001)
  })

  it('sells what it shows where one item is considered, whatever its worth', () => {
    const input = written(textbookMarket(worth(2, 0, 0, -2), considered(1)))
    expect(chiSquareP(ordersOf(open(input), 20).bySeller, exposureIn(input))).toBeGreaterThan(0.001)
  })

  it('is seen whole where no more items are listed than considered', () => {
    const input = written(textbookMarket(worth(1, 0, -1), considered(3, 'rank-price: 1.5')))
    const { bySeller } = ordersOf(open(input), 20)
    expect(chiSquareP(bySeller, [Math.E, 1, 1 / Math.E])).toBeGreaterThan(0.001)
  })
})

describe('a duplicate (T14)', () => {
  const oddsOf = (lambda: number, utilities: number[]) =>
    Math.exp(
      ALPHA * surplusIn(written(textbookMarket(worth(...utilities), lines(FEW, nest(lambda))))),
    ) - 1

  it.each([0.05, 0.2, 0.5, 1])(
    'multiplies the odds of its nest by 2^lambda at lambda %f',
    (lambda) => {
      const [once, twice] = [oddsOf(lambda, [0.5]), oddsOf(lambda, [0.5, 0.5])]
      expect(Math.abs(twice / once - 2 ** lambda)).toBeLessThan(1e-6)
      expect(Math.abs(once - Math.exp(0.5))).toBeLessThan(1e-6)
    },
  )

  it('leaves the share of its nest unchanged as lambda goes to 0', () => {
    const share = (copies: number) =>
      nestedLogit({ sensitivity: 1, dissimilarity: [1e-9, 1] }, [
        { quality: 1, price: 0, nest: 1 },
        ...new Array(copies).fill({ quality: 0.5, price: 0 }),
      ]).nests[0]
    expect(Math.abs(share(2) - share(1))).toBeLessThan(1e-6)
  })
})

describe('the weight of a seller (T15)', () => {
  const rival = (lambda: number) => worth(2 * lambda)[0]
  const alike = (lambda: number) => worth(lambda)[0]
  const heavy = (lambda: number): SellerLine[] => [rival(lambda), { ...alike(lambda), weight: 10 }]
  const ten = (lambda: number): SellerLine[] => [
    rival(lambda),
    ...new Array(10).fill(alike(lambda)),
  ]

  it.each([
    [1, 0.764166],
    [0.5, 0.671983],
  ])('equals as many sellers alike, at lambda %f', (lambda, golden) => {
    for (const sellers of [heavy(lambda), ten(lambda)]) {
      const input = written(textbookMarket(sellers, lines(MANY, nest(lambda))))
      const { bySeller, planned } = ordersOf(open(input), 7)
      const group = bySeller.slice(1).reduce((all, one) => all + one, 0)
      expect(chiSquareP([group, planned - group], [golden, 1 - golden])).toBeGreaterThan(0.001)
      // The outside share follows from the surplus without noise.
      const kept = Math.exp(-ALPHA * surplusIn(input))
      const inside = Math.E ** 2 + 10 * Math.E
      expect(kept).toBeCloseTo(1 / (1 + inside ** lambda), 6)
      expect((1 - kept) * ((10 * Math.E) / inside)).toBeCloseTo(golden, 6)
    }
  })

  it('counts in the feed where not all is considered', () => {
    const more = lines(ALL_BUY, 'firms: { slots: 8192 }', 'nests: { market: { considered: 4 } }')
    const split = [...worth(2), ...new Array(40).fill(worth(1)[0])]
    const lumped = [...worth(2), ...new Array(8).fill({ ...worth(1)[0], weight: 5 })]
    const [one, other] = [split, lumped].map((sellers) => written(textbookMarket(sellers, more)))
    expect(venueValue(one)).toBeCloseTo(venueValue(other), 6)
    const shares = [one, other].map((input) =>
      Array.from({ length: 12 }, (_, seed) => {
        const held = exposureIn(input, `${seed}`)
        const { bySeller, planned } = ordersOf(open(input, `${seed}`), 2)
        return { held, sold: bySeller[0] / planned }
      }),
    )
    const group = shares.map((runs) => {
      const rivals = runs.reduce((all, { held }) => all + held[0], 0)
      return [rivals, 12 * 8192 - rivals]
    })
    for (const counts of group) expect(chiSquareP(counts, [1, 40])).toBeGreaterThan(0.001)
    expect(sameSharesP(group[0], group[1])).toBeGreaterThan(0.001)
    const gap = shares[0].map(({ sold }, seed) => sold - shares[1][seed].sold)
    const { mean, error } = meanAndError(gap)
    expect(Math.abs(mean)).toBeLessThan(3.5 * error)
  })
})

describe('identical sellers (T27)', () => {
  it.each([1, 7, 20, 21, 100, 2000])('%i of them are worth v + ln J', (count) => {
    const seller = { quality: 3, price: 75 }
    const more = lines(FEW, 'nests: { market: { considered: 20, dissimilarity: 0.5 } }')
    const value = venueValue(written(textbookMarket(new Array(count).fill(seller), more)))
    expect(Math.abs(value - ((3 - ALPHA * 75) / 0.5 + Math.log(count)))).toBeLessThan(1e-9)
  })
})
