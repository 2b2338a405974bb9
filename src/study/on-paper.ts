/** A textbook market as its solution on paper takes it. Pure. */
import { type MarketInput, measures, textbook } from '../market/index.ts'

const { bertrandPrices, closureDiversion, nestedLogit } = textbook

export type PaperBuyers = Parameters<typeof bertrandPrices>[0]
export type PaperProduct = Parameters<typeof bertrandPrices>[1][number]

const numberIn = (input: MarketInput, table: string, row: number, field: string): number =>
  Number([input.tables[table][row].values[field]].flat()[0])

/** Buyers of the market, all alike. */
export function buyersOf(input: MarketInput): PaperBuyers {
  const nests = input.tables.nests.map((_, nest) => nest)
  const constants = [input.tables.categories[0].values.constants].flat()
  return {
    sensitivity: numberIn(input, 'households', 0, 'priceSensitivity'),
    dissimilarity: nests.map((nest) => numberIn(input, 'nests', nest, 'dissimilarity')),
    constants: nests.map((nest) => Number(constants[nest] ?? 0)),
    outside: numberIn(input, 'categories', 0, 'outside'),
  }
}

/** Sellers with their costs, owners and fees. A fee of an order is a cost. */
export const productsOf = (input: MarketInput): PaperProduct[] =>
  input.tables.sellers.map((_, seller) => {
    const venue = numberIn(input, 'sellers', seller, 'venue')
    return {
      quality: numberIn(input, 'sellers', seller, 'quality'),
      cost:
        numberIn(input, 'sellers', seller, 'cost') + numberIn(input, 'venues', venue, 'flatFee'),
      owner: numberIn(input, 'sellers', seller, 'owner'),
      fee: numberIn(input, 'venues', venue, 'commission'),
      nest: numberIn(input, 'venues', venue, 'nest'),
    }
  })

/** Prices at which no owner gains by moving, kRp, and shares of occasions at them. */
export const equilibrium = (input: MarketInput) =>
  bertrandPrices(buyersOf(input), productsOf(input))

/** The same where sellers are as they were: each its own owner, without fees. */
export const apart = (input: MarketInput) =>
  bertrandPrices(
    buyersOf(input),
    productsOf(input).map((product, seller) => ({ ...product, owner: seller })),
  )

export const untaxed = (input: MarketInput) =>
  bertrandPrices(
    buyersOf(input),
    productsOf(input).map(({ cost, ...product }, seller) => ({
      ...product,
      fee: 0,
      cost: numberIn(input, 'sellers', seller, 'cost'),
    })),
  )

/** Shares of occasions at the prices that the scenario fixes. */
export const sharesOf = (input: MarketInput) =>
  nestedLogit(
    buyersOf(input),
    productsOf(input).map(({ quality, nest }, seller) => ({
      quality,
      price: numberIn(input, 'sellers', seller, 'price'),
      ...(nest === undefined ? {} : { nest }),
    })),
  )

/** Where the buyers of a seller go when its venue closes. */
export const diversionOf = (input: MarketInput, closed: number) =>
  closureDiversion(
    sharesOf(input).products,
    productsOf(input).map(({ nest = 0 }) => nest),
    buyersOf(input).dissimilarity,
    closed,
  )

/** A level that is solved on paper, in the unit of its measure. */
export interface SolvedLevel {
  readonly measure: string
  readonly group: string
  readonly value: number
}

/**
 * The levels of a textbook market on paper: prices, shares of sellers, and of occasions that end without a purchase. Undefined
 * where paper has no such market: more than one category, prices of which some alone are fixed, or policies, after which another
 * market is to be solved.
 */
export function solvedLevels(input: MarketInput): SolvedLevel[] | undefined {
  const { sellers, categories } = input.tables
  if (sellers.length === 0 || categories.length !== 1 || input.policies.length > 0) return undefined
  const fixed = sellers.map((_, seller) => numberIn(input, 'sellers', seller, 'price'))
  const isFixed = fixed.map((price) => Number.isFinite(price) && price > 0)
  if (isFixed.some((one) => one !== isFixed[0])) return undefined
  const { prices, products, outside } = isFixed[0]
    ? { prices: fixed, ...sharesOf(input) }
    : equilibrium(input)
  const { sellerPrice, sellerShare, outsideOption } = measures.listed
  return [
    ...sellers.flatMap(({ name }, seller) => [
      { measure: sellerPrice.name, group: name, value: prices[seller] },
      { measure: sellerShare.name, group: name, value: products[seller] },
    ]),
    { measure: outsideOption.name, group: 'all', value: outside },
  ]
}
