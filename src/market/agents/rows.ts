/**
 * The rows under which agents are kept. Each place of a seller has two: the firm that was there before the
 * policy, and whoever entered the place after it left. Couriers are one row a region, platforms one row a
 * company, the government one row.
 */
import type { MarketInput } from '../input.ts'

/** At least so many households are looked at one by one, and less than twice as many, or all there are. */
const SAMPLE = 2000

export interface Rows {
  readonly sellers: number
  readonly entrants: number
  readonly creators: number
  readonly companies: number
  readonly couriers: number
  readonly government: number
  readonly buyers: number
  /** Number of rows. */
  readonly end: number
  /** Every `step`th buyer is sampled (a power of two): his orders are kept. Rows of buyers are in no order. */
  readonly step: number
  readonly sampled: number
  /** First row of the orders of sampled buyers, among rows with sales by venue. */
  readonly salesOfBuyers: number
  /** Rows with sales by venue: sellers, entrants, creators, companies, sampled buyers. */
  readonly salesEnd: number
}

/** First row of each kind of agent. */
export function rowsOf(input: MarketInput): Rows {
  const { sellers: sellerCount, creators: creatorCount, buyers: buyerCount } = input.size
  const companies = input.tables.companies.length
  const entrants = sellerCount
  const creators = 2 * sellerCount
  const company = creators + creatorCount
  const couriers = company + companies
  const government = couriers + input.tables.regions.length
  let step = 1
  while (buyerCount >= 2 * step * SAMPLE) step *= 2
  const sampled = Math.ceil(buyerCount / step)
  return {
    sellers: 0,
    entrants,
    creators,
    companies: company,
    couriers,
    government,
    buyers: government + 1,
    end: government + 1 + buyerCount,
    step,
    sampled,
    salesOfBuyers: couriers,
    salesEnd: couriers + sampled,
  }
}
