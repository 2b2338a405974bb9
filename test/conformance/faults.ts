/** What can be wrong with a state, whatever the scenario. */
import type { Column, World } from '../../src/engine/index.ts'
import {
  appeals,
  blocks,
  buyers,
  KIND,
  listings,
  lists,
  occasions,
  STATE,
  STATUS,
  scales,
  sellers,
} from '../../src/market/populations/index.ts'

/** An empty list, and so a route that leads nowhere, is worth nothing at all. */
const MAY_BE_MINUS_INFINITE: readonly Column[] = [
  lists.inclusiveValue,
  lists.intrinsicValue,
  appeals.utility,
]

/** In a feed that has shown no goods yet, nothing tempts. */
const MAY_BE_INFINITE: readonly Column[] = [scales.impulseOutside]

const NEVER_NEGATIVE: readonly Column[] = [
  sellers.stock,
  sellers.onOrder,
  sellers.backlog,
  sellers.due,
  sellers.advances,
  sellers.settled,
  sellers.expected,
  sellers.soldToday,
  sellers.produced,
  sellers.received,
  sellers.shipped,
  sellers.wanted,
  sellers.revenue,
  sellers.fees,
  sellers.commissions,
  sellers.wages,
  sellers.paid,
  sellers.familyUsed,
  sellers.turnover,
  listings.sold,
  listings.popularity,
  sellers.live,
]

const AT_MOST: readonly (readonly [Column, number])[] = [
  [sellers.kind, Math.max(...Object.values(KIND))],
  [sellers.state, Math.max(...Object.values(STATE))],
  [sellers.entrant, 1],
  [sellers.foreign, 1],
  [sellers.source, 1],
  [listings.open, 1],
  [buyers.status, Math.max(...Object.values(STATUS))],
  [buyers.shopper, 1],
  [lists.covered, 1],
]

const label = ({ population, name }: Column) => `${population}.${name}`

/** One sentence for each column that holds something it must not; the first row says where. */
export function faultsOf(world: World): string[] {
  const faults: string[] = []
  const look = (column: Column, wrong: (value: number) => boolean, what: string) => {
    const values = world.view(column)
    for (let row = 0; row < values.length; row++)
      if (wrong(values[row])) {
        faults.push(`${label(column)}[${row}] is ${values[row]}${what}`)
        return
      }
  }
  for (const { columns } of world.populations)
    for (const column of Object.values(columns)) {
      if (!column.storage.startsWith('f')) continue
      const lowest = MAY_BE_MINUS_INFINITE.includes(column) ? -Infinity : -Number.MAX_VALUE
      const highest = MAY_BE_INFINITE.includes(column) ? Infinity : Number.MAX_VALUE
      look(column, (value) => !(value >= lowest && value <= highest), '')
    }
  for (const column of NEVER_NEGATIVE) look(column, (value) => value < 0, ', below 0')
  for (const [column, most] of AT_MOST) look(column, (value) => value > most, `, above ${most}`)
  faults.push(...prices(world), ...served(world))
  return faults
}

function prices(world: World): string[] {
  const open = world.view(listings.open)
  const price = world.view(listings.price)
  const row = open.findIndex((isOpen, listing) => isOpen === 1 && !(price[listing] > 0))
  return row < 0 ? [] : [`listings.price[${row}] is ${price[row]} where the listing is open`]
}

/** Every occasion served stands in the sales of its listing, and the other way round. */
function served(world: World): string[] {
  const bought = world.view(occasions.bought)
  const sold = world.view(listings.sold)
  const found = world.view(blocks.occasions)
  const counted = new Int32Array(sold.length)
  const room = bought.length / found.length
  for (let block = 0; block < found.length; block++)
    for (let row = block * room; row < block * room + found[block]; row++)
      if (bought[row] >= 0) counted[bought[row]]++
  const row = counted.findIndex((orders, listing) => orders !== sold[listing])
  return row < 0 ? [] : [`listings.sold[${row}] is ${sold[row]}, occasions say ${counted[row]}`]
}
