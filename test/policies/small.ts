/** A small country in which policies take force within weeks, and what tests read from it. */
import type { Column, FieldOf, Fields, Table } from '../../src/engine/index.ts'
import {
  type At,
  createMarket,
  given,
  type Market,
  type MarketInput,
  movedValues,
  rowOf,
  valueOn,
} from '../../src/market/index.ts'
import { meanOf, placeOf } from '../../src/study/index.ts'
import { country } from '../textbook/markets.ts'

const SIZE = { buyers: 3000, sellers: 400, creators: 40 }

/** Constants stand still from the fourth week on, so that nothing works against a policy. */
export const small = (more = '', ...set: string[]): MarketInput =>
  country(SIZE, more, 'calendar.solve-until=2022-07-25', ...set)

export const CLOSED = '2022-08-03'
export const REOPENED = '2022-08-31'

const closure = `  - closure: { venue: tiktok-shop, announced: 2022-07-27, effective: ${CLOSED} }\n`

/** The closure of TikTok Shop. */
export const closed = (...set: string[]): MarketInput => small(`policies:\n${closure}`, ...set)

/** The closure and a reopening; no step is taken that the settings do not name. */
export const reopened = (settings: string, partner = 'tokopedia'): MarketInput =>
  small(
    `policies:\n${closure}  - reopening: { venue: tiktok-shop, partner: ${partner}, effective: ${REOPENED}, ${settings} }`,
  )

/** The same demand from buyers who shop so many times as often and stand for as many times fewer people: less luck. */
export function oftener(input: MarketInput, times: number): MarketInput {
  const scaled = (table: string, field: string, by: number) =>
    input.tables[table].map(({ values, ...row }) => ({
      ...row,
      values: { ...values, [field]: Number(values[field]) * by },
    }))
  const { tables } = input
  return {
    ...input,
    tables: {
      ...tables,
      categories: scaled('categories', 'occasionRate', times),
      households: scaled('households', 'weight', 1 / times),
    },
  }
}

/** The first day of a date, since the start. */
export const dayOf = (input: MarketInput, date: string): number =>
  Math.round((Date.parse(date) - Date.parse(input.start)) / 86_400_000)

export function run(input: MarketInput, day: number, seed = 'policies'): Market {
  const market = createMarket(input, seed)
  market.run(day)
  return market
}

export const row = (input: MarketInput, table: string, name: string): number =>
  rowOf(input, table, name)

/** The value of a field in force, day by day. */
export function inForce<F extends Fields>(
  input: MarketInput,
  table: Table<F>,
  name: string,
  field: FieldOf<F>,
  at = 0,
): (day: number) => number {
  const at0 = table.single ? 0 : rowOf(input, table.name, name)
  const moved = movedValues(input).find(
    (value) =>
      value.table === table.name && value.row === at0 && value.field === field && value.at === at,
  )
  return (day) => (moved ? valueOn(moved, day) : given(input, table, at0, field, at))
}

export const values = (market: Market, column: Column): number[] =>
  Array.from(market.world.view(column))

/** Mean of a recorded number from a day to before another. */
export function mean(market: Market, measure: string, by: At, from: number, to: number): number {
  const at = placeOf(market, { name: measure }, by)
  if (at < 0) throw new Error(`no cell ${measure} ${JSON.stringify(by)}`)
  return meanOf(market, at, { from, to })
}

/** Recorded values before a day, as bytes. */
export const recorded = (market: Market, day: number): Buffer =>
  Buffer.from(market.values.buffer, 0, day * market.cells.length * 8)
