/** A textbook market as its solution on paper takes it. Pure. */
import { benchmark, type MarketInput } from '../../market/index.ts'

const { bertrandPrices, closureDiversion, nestedLogit } = benchmark

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
