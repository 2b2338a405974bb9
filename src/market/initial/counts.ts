import { type Counts, DAYS_A_WEEK, dayOfDate, weekday } from '../../engine/index.ts'
import { given, type MarketInput, setting } from '../input.ts'
import {
  BLOCK,
  FIRM_CLASSES,
  FLOWS,
  INCOME_CLASSES,
  LEVELS,
  POOL_KINDS,
  SECTORS,
} from '../populations/index.ts'
import { calendar } from '../rules/game/calendar.ts'
import {
  categories,
  firms,
  households,
  routes,
  sellerList,
  TABLES,
  venues,
} from '../tables/index.ts'

/** How many lists each route has: one a category, or one a category and region. */
export const listsOf = (input: MarketInput, route: number): number =>
  input.tables.categories.length *
  (given(input, venues, given(input, routes, route, 'to'), 'regional')
    ? input.tables.regions.length
    : 1)

/** Rows of every population. They follow from the size and the tables, never from the seed. */
export function countsOf(input: MarketInput): Counts {
  if (weekday(dayOfDate(input.start)) !== 0)
    throw new Error(`start is not a Monday: ${input.start}`)
  const rows = (table: string) => input.tables[table].length
  const { buyers, sellers, creators } = input.size
  const blocks = Math.max(1, Math.ceil(buyers / BLOCK))
  const lists = input.tables.routes.reduce((sum, _, route) => sum + listsOf(input, route), 0)
  const counts = {
    today: 1,
    days: input.days,
    classes: INCOME_CLASSES,
    levels: LEVELS,
    blocks,
    appeals: rows('categories') * rows('regions') * INCOME_CLASSES * rows('routes'),
    nestAppeals: rows('categories') * rows('regions') * INCOME_CLASSES * rows('nests'),
    scales: rows('categories') * rows('regions') * INCOME_CLASSES,
    markets: rows('categories') * rows('regions'),
    feeds: rows('venues'),
    peers: rows('categories') * FIRM_CLASSES,
    labour: rows('regions'),
    pools: rows('regions') * POOL_KINDS.length,
    ledger: FLOWS.length,
    sectors: SECTORS.length,
    buyers,
    occasions: blocks * occasionRoom(input, Math.min(BLOCK, buyers)),
    sellers,
    listings: sellers * rows('venues'),
    lists,
    slots: lists * given(input, firms, 0, 'slots'),
    creators,
  }
  // Made at one go, so that it is of one kind to the engine in every world.
  return Object.fromEntries([
    ...TABLES.filter((table) => table !== sellerList).map(({ name }) => [name, rows(name)]),
    ...Object.entries(counts),
  ])
}

/** Rows for the occasions of a block on its busiest day, with ten standard deviations to spare. */
function occasionRoom(input: MarketInput, buyers: number): number {
  let planned = 0
  input.tables.categories.forEach((_, category) => {
    planned +=
      given(input, categories, category, 'occasionRate') *
      (1 +
        (input.season.lebaran.length > 0 ? given(input, categories, category, 'lebaranBump') : 0))
  })
  const dates = input.season.doubleDates
  const peak = dates ? setting(input, calendar, 'doubleDatePlanned') : 1
  const exposures = 0.2 / given(input, households, 0, 'impulseAcceptance')
  const impulses = dates ? exposures * setting(input, calendar, 'doubleDateImpulse') : exposures
  const mean = (buyers * planned * (peak + impulses)) / DAYS_A_WEEK
  return Math.ceil(1.2 * mean + 10 * Math.sqrt(mean) + 64)
}
