/** Who stands behind a row of the state, in words: for those who look into a run, never for the run itself. */
import { type Column, type World, widthOf } from '../engine/index.ts'
import type { MarketInput } from './input.ts'
import {
  buyers,
  classes,
  creators,
  FIFTHS,
  levels,
  listings,
  lists,
  occasions,
  POOL_KINDS,
  pools,
  SELLERS_BY_ROUTES,
  sellers,
} from './populations/index.ts'
import { TABLES } from './tables/index.ts'

/** Whether agents decide it; other columns follow from what they decide. */
export const isDecision = ({ decision }: Column): boolean => decision === true

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
 * The value of a column in words: yes or no, one of its words, the name of the row that it refers to.
 * @param digits significant digits of a number
 */
export function valueIn(input: MarketInput, column: Column, value: number, digits = 6): string {
  const { holds, unit } = column
  switch (holds?.is) {
    case 'flag':
      return value === 0 ? 'no' : 'yes'
    case 'oneOf':
      return holds.words[value] ?? String(value)
    case 'row': {
      const row = holds.none === 0 ? value - 1 : value
      return row < 0 ? 'none' : rowIn(input, holds.of, row)
    }
    case 'bits':
      return bitsIn(input, holds.of, value)
    case 'noise':
      return String(value)
    default: {
      const whole = Number.isInteger(value)
      const number = whole ? String(value) : String(Number(value.toPrecision(digits)))
      return unit === '' || unit === 'share' ? number : `${number} ${unit}`
    }
  }
}

/** A row of a population by its name; of those that have none by what it is and its number. */
function rowIn(input: MarketInput, of: string, row: number): string {
  const named = input.tables[of]?.[row]?.name
  if (named !== undefined) return named
  const rows = (table: string) => input.tables[table].length
  switch (of) {
    case classes.name:
      return FIFTHS[row] ?? String(row)
    case pools.name: {
      const [region, kind] = [Math.floor(row / POOL_KINDS.length), row % POOL_KINDS.length]
      return `${POOL_KINDS[kind]}, ${rowIn(input, 'regions', region)}`
    }
    case listings.name: {
      const seller = rowIn(input, sellers.name, Math.floor(row / rows('venues')))
      return `${seller}, at ${rowIn(input, 'venues', row % rows('venues'))}`
    }
    case SELLERS_BY_ROUTES: {
      const seller = rowIn(input, sellers.name, Math.floor(row / rows('routes')))
      return `${seller}, by ${rowIn(input, 'routes', row % rows('routes'))}`
    }
    default:
      return `${ONE_OF[of] ?? of} ${row}`
  }
}

/** What one row of a population without names is called. */
const ONE_OF: Readonly<Record<string, string>> = {
  [sellers.name]: 'seller',
  [buyers.name]: 'buyer',
  [levels.name]: 'level',
  [lists.name]: 'list',
}

/** Names of the rows whose bits are set; bits beyond the rows, of what else is kept there, by their number. */
function bitsIn(input: MarketInput, of: string, value: number): string {
  const set = Array.from({ length: 32 }, (_, bit) => bit).filter((bit) => (value >>> bit) & 1)
  const names = set.map((bit) => input.tables[of][bit]?.name ?? `bit ${bit}`)
  return names.length === 0 ? 'none' : names.join(', ')
}
