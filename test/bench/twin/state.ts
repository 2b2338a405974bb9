/** The bytes that both twins of the shopping loop work on: the state of a market, and what its rules are given of a day. */
import {
  type Column,
  columnOf,
  drawsOf,
  type HalfDraw,
  type Key,
  keyOf,
  type MutableValues,
  type Rule,
  stillKeyOf,
  type TypedArray,
  type World,
} from '../../../src/engine/index.ts'
import { BLOCK } from '../../../src/market/populations/index.ts'
import { type ChoiceSet, choiceSet } from '../../../src/market/rules/shopping/choice-set.ts'
import { itemChoice } from '../../../src/market/rules/shopping/item-choice.ts'
import * as words from '../../../src/market/rules/shopping/occasion-words.ts'
import { purchaseOccasions } from '../../../src/market/rules/shopping/purchase-occasions.ts'
import { venueChoice } from '../../../src/market/rules/shopping/venue-choice.ts'

/** In the order of the day. */
export const RULES: readonly Rule[] = [
  purchaseOccasions as unknown as Rule,
  venueChoice as unknown as Rule,
  itemChoice as unknown as Rule,
]

/** A rule that can be stepped again and again over the same bytes. */
export interface Steps {
  readonly rule: Rule
  readonly columns: Readonly<Record<string, MutableValues>>
  /** Steps it over all of its rows. */
  step(): void
}

/** What a rule counts it adds to: before each turn that goes back to nought. */
export function clearTallies(world: World): void {
  for (const rule of RULES)
    for (const column of Object.values(rule.writes)) if (column.tally) world.view(column).fill(0)
}

/** The shopping rules of a day over a world as it stands. */
export function stepsOf(world: World, seed: Key, day: number): readonly Steps[] {
  return RULES.map((rule) => {
    const columns = Object.fromEntries(
      Object.entries({ ...rule.reads, ...rule.writes }).map(([name, column]) => [
        name,
        world.view(columnOf(column)),
      ]),
    )
    const context = {
      ...{ day, from: 0, to: world.counts[rule.over.name], count: world.counts },
      draws: drawsFor(rule, seed, day, world),
    }
    return { rule, columns, step: () => rule.step(columns, {}, context) }
  })
}

const drawsFor = (rule: Rule, seed: Key, day: number, { counts }: World) =>
  drawsOf(
    rule.draws,
    { day: keyOf(seed, rule.name, day), run: stillKeyOf(seed, rule.name) },
    counts,
  )

/** The state with what stands behind it for the twin in C, and the header that says where. */
export interface Laid {
  readonly bytes: Uint8Array
  readonly header: string
}

const C_TYPES: Readonly<Record<Column['storage'], string>> = {
  ...{ f64: 'double', f32: 'float', i32: 'int32_t', u32: 'uint32_t' },
  ...{ u16: 'uint16_t', u8: 'uint8_t' },
}

/** Names of columns that are those of something else in the twin. */
const OTHERWISE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'purchase-occasions': { category: 'category_', feed: 'feed_' },
  'venue-choice': { odds: 'routeOdds' },
}

const capitals = (name: string) => name.replace(/[- ]/g, '_').toUpperCase()

/** The columns of a rule as pointers, at the top of its function in C. */
function pointers(rule: Rule, world: World): string {
  const written = new Set(Object.keys(rule.writes))
  const lines = Object.entries({ ...rule.reads, ...rule.writes }).map(([name, read]) => {
    const column = columnOf(read)
    const type = `${written.has(name) ? '' : 'const '}${C_TYPES[column.storage]}`
    const called = OTHERWISE[rule.name]?.[name] ?? name
    return `  ${type} *restrict ${called} = (${type} *)(base + ${world.view(column).byteOffset});`
  })
  return `#define ${capitals(rule.name)} \\\n${lines.join(' \\\n')}\n`
}

const CLEARED = (world: World): string =>
  RULES.flatMap((rule) => Object.values(rule.writes).filter(({ tally }) => tally))
    .map((column) => world.view(column))
    .map(({ byteOffset, byteLength }) => `memset(base + ${byteOffset}, 0, ${byteLength});`)
    .join(' ')

/** Lays the state out for the twin in C. */
export function laidOut(world: World, seed: Key, day: number): Laid {
  const parts: { readonly name: string; readonly values: TypedArray }[] = []
  const set = choiceSetOf(world, seed, day)
  const flat = flattened(set)
  const numbers = { ...numbersOf(world, seed, day, set), ...flat.numbers }
  parts.push({ name: 'NUMBERS', values: Int32Array.from(Object.values(numbers), (one) => one | 0) })
  for (const [name, values] of Object.entries(flat.parts)) parts.push({ name, values })
  let bytes = Math.ceil(world.buffer.byteLength / 64) * 64
  const defines: string[] = []
  const places = parts.map(({ name, values }) => {
    const at = bytes
    bytes += Math.ceil((values.byteLength + 1) / 64) * 64
    const type = `const ${typeName(values)} *`
    defines.push(`#define ${name}(base) ((${type})((base) + ${at}))`)
    return { at, values }
  })
  const laid = new Uint8Array(bytes)
  laid.set(new Uint8Array(world.buffer))
  for (const { at, values } of places)
    laid.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at)
  const probability = C_TYPES[columnOf(RULES[0].reads.noPlanned).storage]
  const header = [
    `#define BYTES ${bytes}ULL`,
    `#define PROBABILITY ${probability}`,
    `#define CLEAR(base) ${CLEARED(world)}`,
    `enum { ${Object.keys(numbers).join(', ')} };`,
    ...Object.entries(words).map(([name, word]) => `#define ${name} ${word >>> 0}u`),
    ...defines,
    ...RULES.map((rule) => pointers(rule, world)),
  ]
  return { bytes: laid, header: `${header.join('\n')}\n` }
}

const typeName = (values: TypedArray): string =>
  values instanceof Float64Array ? 'double' : values instanceof Float32Array ? 'float' : 'int32_t'

function choiceSetOf(world: World, seed: Key, day: number): ChoiceSet {
  const [, { columns }] = stepsOf(world, seed, day)
  const { tastes } = drawsFor(RULES[1], seed, day, world) as unknown as { tastes: HalfDraw }
  return choiceSet(columns as never, world.counts, tastes.lane)
}

/** Counts and keys, by the names that they have in C. */
function numbersOf(world: World, seed: Key, day: number, set: ChoiceSet): Record<string, number> {
  const { counts } = world
  const draws = drawsFor(RULES[0], seed, day, world) as Readonly<Record<string, never>>
  const numbers: Record<string, number> = {
    ...{ CATEGORIES: counts.categories, VENUES: counts.venues, REGIONS: counts.regions },
    ...{ CLASSES: counts.classes, BUYERS: counts.buyers, LEVELS: counts.levels },
    ...{ OCCASIONS: counts.occasions, BLOCKS: counts.blocks, BLOCK },
    ...{ SLOTS: counts.slots, LISTS: counts.lists, NESTS_: counts.nests, ROUTES_: counts.routes },
    ...{ PART_OF_DAY: Number(set.partOfDay), TASTE_KEY: set.tasteKey },
  }
  for (const [name, draw] of Object.entries<Record<string, number>>(draws)) {
    const called = name.replace(/[A-Z]/g, '_$&').toUpperCase()
    if ('lane' in draw) numbers[`${called}_LANE`] = draw.lane
    else
      Object.assign(numbers, {
        [`${called}_B`]: draw.b,
        [`${called}_FIRST`]: draw.first,
        [`${called}_STEP`]: draw.step,
      })
  }
  return numbers
}

/** The choice set of a day as flat rows. */
function flattened(set: ChoiceSet) {
  const [nestRows, alternativeRows, routeRows]: number[][] = [[], [], []]
  let [alternatives, routes] = [0, 0]
  for (const nest of set.nests) {
    nestRows.push(nest.row, alternatives, nest.alternatives.length, Number(nest.shoppersOnly))
    for (const one of nest.alternatives) {
      const { shopfront, checkout, streams, accounts } = one
      alternativeRows.push(shopfront, checkout, Number(streams), accounts)
      alternativeRows.push(routes, one.routes.length)
      for (const { route, needed, login } of one.routes) routeRows.push(route, needed, login)
      routes += one.routes.length
      alternatives++
    }
  }
  const feedFirst = [0]
  const feedRoutes = set.routesFrom.flatMap((from) => {
    feedFirst.push(feedFirst[feedFirst.length - 1] + from.length)
    return from.flatMap(({ route, needed, login }) => [route, needed, login])
  })
  return {
    numbers: {
      ...{ OPEN_NESTS: set.nests.length, OPEN_ALTERNATIVES: alternatives },
      OPEN_ROUTES: routes,
    },
    parts: {
      NEST_ROWS: Int32Array.from(nestRows),
      ALTERNATIVE_ROWS: Int32Array.from(alternativeRows),
      ROUTE_ROWS: Int32Array.from(routeRows),
      FEED_FIRST: Int32Array.from(feedFirst),
      FEED_ROUTES: Int32Array.from(feedRoutes),
      EXPONENTS: Float64Array.from(set.nests, ({ exponent }) => exponent),
      HABITS: Float64Array.from(set.nests, ({ habit }) => habit),
      TASTES: Float32Array.from(set.nests.flatMap(({ taste }) => [...taste])),
      PULLS: Float64Array.from(set.nests.flatMap(({ streamPull }) => [...streamPull])),
      OPEN_TO_PLANS: set.openToPlans,
    },
  }
}
