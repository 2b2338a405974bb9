/** Who stands behind a row of the state, in words: for those who look into a run, never for the run itself. */
import { type Column, type World, widthOf } from '../engine/index.ts'
import type { MarketInput } from './input.ts'
import { buyers, creators, listings, occasions, sellers } from './populations/index.ts'
import { TABLES } from './tables/index.ts'

/** What agents decide; other columns follow from it. */
const DECISIONS: readonly Column[] = [
  ...[creators.venue, creators.hours, creators.shown],
  ...[sellers.state, sellers.source, sellers.supplier, sellers.importSupplier],
  ...[sellers.liveVenue, sellers.liveHours, sellers.wanted, sellers.onOrder],
  ...[sellers.familyUsed, sellers.paid, sellers.produced],
  ...[listings.open, listings.markup, listings.price],
  ...[buyers.accounts, buyers.budget],
  ...[occasions.buyer, occasions.route, occasions.listing],
]

export const isDecision = (column: Column): boolean => DECISIONS.includes(column)

/** Columns that count rows of a table from 1. */
const FROM_ONE: readonly (readonly [Column, string])[] = [
  [creators.venue, 'venues'],
  [sellers.liveVenue, 'venues'],
  [occasions.route, 'routes'],
]

/** The agent or table row that holds value number `at` of a column: `reseller 12, fashion, java, at shopee`. */
export function whoHolds(world: World, input: MarketInput, column: Column, at: number): string {
  const width = widthOf(column, world.counts)
  const row = Math.floor(at / width)
  const named = (table: string, of: Column, agent: number) =>
    input.tables[table][world.view(of)[agent]]?.name ?? '?'
  const place = (region: Column, category: Column, agent: number) =>
    `${named('categories', category, agent)}, ${named('regions', region, agent)}`
  const seller = (agent: number) =>
    `${named('kinds', sellers.kind, agent)} ${agent}, ${place(sellers.region, sellers.category, agent)}`
  const buyer = (agent: number) => `buyer ${agent}, ${named('regions', buyers.region, agent)}`
  const venues = input.tables.venues
  switch (column.population) {
    case buyers.name:
      return buyer(row)
    case occasions.name:
      return buyer(world.view(occasions.buyer)[row])
    case sellers.name:
      return seller(row)
    case listings.name:
      return `${seller(Math.floor(row / venues.length))}, at ${venues[row % venues.length].name}`
    case creators.name:
      return `creator ${row}, ${place(creators.region, creators.category, row)}`
    default:
      return rowOfTable(input, column, row, at % width)
  }
}

function rowOfTable(input: MarketInput, { population, per }: Column, row: number, nth: number) {
  const table = TABLES.find(({ name }) => name === population)
  const of = typeof per === 'string' ? input.tables[per]?.[nth]?.name : undefined
  const within = of === undefined ? '' : `, ${of}`
  if (table === undefined || table.single) return `${population} ${row}${within}`
  return `${population}.${input.tables[population][row].name}${within}`
}

/**
 * The value of a column in words: the name of a row where it refers to one.
 * @param digits significant digits of a number
 */
export function valueIn(input: MarketInput, column: Column, value: number, digits = 6): string {
  const field = TABLES.find(({ name }) => name === column.population)?.fields[column.name]
  if (field?.kind === 'reference') return input.tables[field.to][value]?.name ?? 'none'
  const counted = FROM_ONE.find(([of]) => of === column)?.[1]
  if (counted !== undefined) return input.tables[counted][value - 1]?.name ?? 'none'
  const number = Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(digits)))
  return column.unit === '' || column.unit === 'share' ? number : `${number} ${column.unit}`
}
