/** Markets of the textbook tests: shipped files, files held in memory, and the country at a small size. */
import { createMarket, type Market, type MarketInput } from '../../src/market/index.ts'
import { blocks, listings, lists, markets, slots } from '../../src/market/populations/index.ts'
import { loadScenario } from '../../src/node/index.ts'
import { formatFinding, readScenario } from '../../src/scenario/index.ts'

const FOLDER = 'scenarios/textbook/'
const HELD = `${FOLDER}held-in-memory.yaml`

function read(path: string, text: string | undefined, set: readonly string[]): MarketInput {
  const load = (asked: string) => {
    if (asked === HELD && text !== undefined) return { text }
    return loadScenario(asked)
  }
  const result = readScenario(path, load, { set })
  if (!result.ok) throw new Error(result.findings.map(formatFinding).join('\n'))
  return result.input
}

/** A file of the folder of textbook scenarios. */
export const shipped = (name: string, ...set: string[]): MarketInput =>
  read(`${FOLDER}${name}.yaml`, undefined, set)

/** A scenario as text; it may extend a shipped one. */
export const written = (text: string, ...set: string[]): MarketInput => read(HELD, text, set)

export interface SellerLine {
  readonly quality?: number
  readonly cost?: number
  readonly price?: number
  readonly 'start-price'?: number
  readonly weight?: number
  readonly venue?: string
  readonly category?: string
}

/** A textbook market in text: sellers in one line each, `more` for what else the scenario says. */
export function textbookMarket(sellers: readonly SellerLine[], more = ''): string {
  const lines = sellers.map((seller, row) => {
    const fields = Object.entries(seller).map(([field, value]) => `, ${field}: ${value}`)
    return `  - { name: S${row}${fields.join('')} }`
  })
  return ['title: Held in memory', 'textbook: true', more, 'sellers:', ...lines].join('\n')
}

/** Inside utilities V as sellers at 50 kRp and 0.04 per kRp. */
export const worth = (...utilities: number[]): SellerLine[] =>
  utilities.map((utility) => ({ quality: utility + 2, price: 50 }))

/** The country at a small size, with lines of a scenario laid over it. */
export function country(size: MarketInput['size'], more = '', ...set: string[]): MarketInput {
  const { buyers, sellers, creators } = size
  const sized = `size: { buyers: ${buyers}, sellers: ${sellers}, creators: ${creators} }`
  const text = `title: Small country\nextends: ../indonesia-2023\n${sized}\n${more}`
  return written(`ground: { source: a test, grade: assumption }\n${text}`, ...set)
}

/** What happened to the planned occasions of a stretch of days. */
export interface Orders {
  readonly bySeller: number[]
  readonly saved: number
  readonly planned: number
  /** Mean consumer surplus of an occasion, kRp. */
  readonly surplus: number
}

/** Runs to the end of `days` and counts what was ordered from `from` on. */
export function ordersOf(market: Market, days: number, from = market.day): Orders {
  const { world } = market
  const demand = world.view(listings.sold)
  const venues = world.counts.venues
  const bySeller: number[] = new Array(world.counts.sellers).fill(0)
  let [saved, planned, surplus] = [0, 0, 0]
  market.run(days, (day) => {
    if (day < from) return
    for (let listing = 0; listing < demand.length; listing++)
      bySeller[Math.floor(listing / venues)] += demand[listing]
    saved += sum(world.view(markets.saved))
    planned += sum(world.view(markets.planned))
    surplus += sum(world.view(blocks.surplus))
  })
  return { bySeller, saved, planned, surplus: surplus / planned }
}

/** A market without records. */
export const open = (input: MarketInput, seed = 'textbook'): Market =>
  createMarket(input, seed, { record: false })

/** Orders of a market over all its days. */
export const ordersIn = (input: MarketInput, seed?: string): Orders =>
  ordersOf(open(input, seed), input.days)

/** How many slots of list 0 each seller holds after a day. */
export function exposureIn(input: MarketInput, seed?: string): number[] {
  const market = open(input, seed)
  market.run(1)
  const { world } = market
  const held: number[] = new Array(world.counts.sellers).fill(0)
  const slot = world.view(slots.listing)
  for (let at = 0; at < world.counts.slots / world.counts.lists; at++)
    held[Math.floor(slot[at] / world.counts.venues)]++
  return held
}

/** The value of list 0 after a day, log odds. */
export function venueValue(input: MarketInput): number {
  const market = open(input)
  market.run(1)
  return market.world.view(lists.inclusiveValue)[0]
}

/** Mean surplus of an occasion on the first day, kRp. */
export const surplusIn = (input: MarketInput): number => ordersOf(open(input), 1).surplus

export function sum(values: { readonly [row: number]: number; readonly length: number }): number {
  let total = 0
  for (let row = 0; row < values.length; row++) total += values[row]
  return total
}

/** The same market with one value in every row of a table, beyond what a scenario may write. */
export const withField = (
  input: MarketInput,
  table: string,
  field: string,
  value: number,
): MarketInput => ({
  ...input,
  tables: {
    ...input.tables,
    [table]: input.tables[table].map((row) => ({
      ...row,
      values: { ...row.values, [field]: value },
    })),
  },
})
