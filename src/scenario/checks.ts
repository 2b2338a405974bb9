/** Checks that take several numbers together. */

import { type MarketInput, movedValues, TABLES, valueOn } from '../market/index.ts'
import { nearest, type Place, SET } from './finding.ts'
import { momentText } from './fingerprint.ts'
import { kebab } from './names.ts'
import { child, type MapNode, type Node } from './node.ts'
import { phrase } from './phrases.ts'
import { listed, type Reading } from './reading.ts'

type Tables = MarketInput['tables']

/** Shares of which the rows of a table must make up the whole. */
const WHOLES = [
  ['regions', 'buyerShare'],
  ['regions', 'sellerShare'],
  ['categories', 'sellerShare'],
  ['kinds', 'sellerShare'],
] as const

/** Popularity must not feed on itself without bound (a generalised Polya urn). */
const FEEDBACK_BOUND = 0.7

/**
 * @param doubtful tables in which something is already wrong: their sums mean nothing
 */
export function checkTables(
  root: MapNode,
  tables: Tables,
  reading: Reading,
  doubtful: (table: string) => boolean,
): void {
  for (const [table, field] of WHOLES)
    if (!doubtful(table)) checkWhole(root, tables, table, field, reading)
  if (!doubtful('firms')) checkFirms(root, tables, reading)
  if (!doubtful('categories')) checkNestShares(root, tables, reading)
  if (!doubtful('venues')) checkPlatformShares(root, tables, reading)
  if (!doubtful('venues') && !doubtful('categories')) checkFeedback(root, tables, reading)
  if (!doubtful('venues') && !doubtful('nests')) checkNests(root, tables, reading)
  if (!doubtful('sellers')) checkOrderOfSellers(root, tables, reading)
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const round = (value: number) => String(Number(value.toPrecision(8)))
const numbersOf = (tables: Tables, table: string, field: string) =>
  (tables[table] ?? []).map((row) => Number(row.values[field]))

function checkWhole(
  root: MapNode,
  tables: Tables,
  table: string,
  field: string,
  { findings }: Reading,
): void {
  const total = sum(numbersOf(tables, table, field))
  if (tables[table].length === 0 || Math.abs(total - 1) <= 1e-6) return
  const paths = tables[table].map(({ name }) => `${table}.${name}.${kebab(field)}`)
  findings.add(
    lastSet(root, paths) ?? placeOf(root, table),
    'shares-not-one',
    `${table}.*.${kebab(field)}`,
    {
      name: phrase('setting-of', kebab(field), table),
      got: round(total),
    },
  )
}

/** Classes of firms are parts of the whole; a feed is drawn from by whole bits. */
function checkFirms(root: MapNode, tables: Tables, { findings }: Reading): void {
  const [online] = numbersOf(tables, 'firms', 'onMarketplaces')
  const [chat] = numbersOf(tables, 'firms', 'byChat')
  const [slots] = numbersOf(tables, 'firms', 'slots')
  const at = (path: string) => (nodeAt(root, path) ?? nodeAt(root, 'firms') ?? root).place
  const classes = ['firms.by-chat', 'firms.on-marketplaces']
  if (online + chat > 1 + 1e-9)
    findings.add(
      lastSet(root, classes) ?? at('firms.by-chat'),
      'shares-above-one',
      'firms.by-chat',
      {
        name: phrase('firms-online-and-by-chat'),
        got: round(online + chat),
      },
    )
  if (!Number.isInteger(Math.log2(slots)))
    findings.add(at('firms.slots'), 'no-power-of-two', 'firms.slots', {
      name: phrase('setting-of', 'slots', 'firms'),
      got: round(slots),
    })
}

const placeOf = (root: MapNode, section: string) => root.entries.get(section)?.place ?? root.place

/** Of several numbers the one that the last `--set` gave, if one did: it is what is wrong. */
function lastSet(root: MapNode, paths: readonly string[]): Place | undefined {
  const set = paths.flatMap((path) => nodeAt(root, path)?.place ?? []).filter(isSet)
  return set.sort((a, b) => b.source.layer - a.source.layer)[0]
}

const isSet = ({ source }: Place) => source.layer > SET

function checkNestShares(root: MapNode, tables: Tables, { findings }: Reading): void {
  for (const category of tables.categories) {
    const total = sum(category.values.nestShare as readonly number[])
    if (total <= 1 + 1e-9) continue
    const path = `categories.${category.name}.nest-share`
    const each = tables.nests.map(({ name }) => `${path}.${name}`)
    const place = lastSet(root, each) ?? nodeAt(root, path)?.place ?? root.place
    findings.add(place, 'shares-above-one', path, {
      name: phrase('setting-of', 'nest-share', category.name),
      got: round(total),
    })
  }
}

function checkPlatformShares(root: MapNode, tables: Tables, { findings }: Reading): void {
  const total = sum(numbersOf(tables, 'venues', 'platformShare'))
  if (total > 1 + 1e-9)
    findings.add(
      lastSet(
        root,
        tables.venues.map(({ name }) => `venues.${name}.platform-share`),
      ) ?? placeOf(root, 'venues'),
      'shares-above-one',
      'venues.*.platform-share',
      {
        name: phrase('setting-of', 'platform-share', 'venues'),
        got: round(total),
      },
    )
}

/** Walks a dotted path down the tree as written. */
const nodeAt = (root: MapNode, path: string): Node | undefined =>
  path.split('.').reduce<Node | undefined>((node, key) => child(node, key), root)

/**
 * Feed and taste for popularity add up. Of each pair the number written in the higher layer is blamed,
 * and each number once, with its worst partner.
 */
function checkFeedback(root: MapNode, tables: Tables, { findings }: Reading): void {
  const pairs = tables.venues.flatMap((venue) =>
    tables.categories.map((category) => ({
      venue: venue.name,
      category: category.name,
      sum: Number(venue.values.rankPopularity) + Number(category.values.popularityTaste),
    })),
  )
  const blamed = new Set<Node | undefined>()
  for (const pair of pairs.sort((a, b) => b.sum - a.sum)) {
    if (pair.sum <= FEEDBACK_BOUND + 1e-9) return
    const rankPath = `venues.${pair.venue}.rank-popularity`
    const tastePath = `categories.${pair.category}.popularity-taste`
    const rank = nodeAt(root, rankPath)
    const taste = nodeAt(root, tastePath)
    const layer = (node: Node | undefined) => node?.place.source.layer ?? -1
    const byTaste = layer(taste) > layer(rank)
    const node = byTaste ? taste : rank
    if (blamed.has(node)) continue
    blamed.add(node)
    findings.add(node?.place ?? root.place, 'popularity-feedback', byTaste ? tastePath : rankPath, {
      name: phrase('rank-and-taste', pair.venue, pair.category),
      got: round(pair.sum),
      expected: `${FEEDBACK_BOUND}`,
    })
  }
}

/** A ranked list is a stretch of sellers: those of a category stand together, and of a region within. */
function checkOrderOfSellers(root: MapNode, { sellers }: Tables, { findings }: Reading): void {
  const before = (one: (typeof sellers)[number], other: (typeof sellers)[number]) =>
    Number(one.values.category) - Number(other.values.category) ||
    Number(one.values.region) - Number(other.values.region)
  const at = sellers.findIndex((seller, row) => row > 0 && before(seller, sellers[row - 1]) < 0)
  if (at < 0) return
  const seller = sellers[at]
  const path = `sellers.${seller.name}`
  findings.add(nodeAt(root, path)?.place ?? root.place, 'sellers-not-sorted', path, {
    name: seller.name,
    got: sellers[at - 1].name,
    expected: sellers.find((other) => before(seller, other) < 0)!.name,
  })
}

/** A nest without a venue is mostly a misspelt one. */
function checkNests(root: MapNode, tables: Tables, { findings }: Reading): void {
  const used = new Set(numbersOf(tables, 'venues', 'nest'))
  const names = tables.nests.map(({ name }) => name)
  names.forEach((name, row) => {
    if (used.has(row)) return
    const section = child(root, 'nests')
    const place = section?.kind === 'map' ? section.entries.get(name)?.place : undefined
    const suggestion = nearest(
      name,
      names.filter((_, other) => used.has(other)),
    )
    findings.add(place ?? root.place, 'unused', `nests.${name}`, {
      name,
      ...(suggestion ? { suggestion } : {}),
    })
  })
}

/** A programme gives what is written of it, and nothing by default: one of which only the name is written is unfinished. */
export function warnOfIdleProgrammes(
  root: MapNode,
  { tables, courses }: MarketInput,
  { warnings }: Pick<Reading, 'warnings'>,
): void {
  const table = TABLES.find(({ name }) => name === 'programmes')!
  const section = child(root, table.name)
  if (section?.kind !== 'map') return
  for (const [row, { name }] of tables[table.name].entries()) {
    const entry = section.entries.get(name)
    const keys = entry?.value.kind === 'map' ? [...entry.value.entries.keys()] : []
    const isMoved = courses.some((one) => one.table === table.name && one.row === row)
    if (isMoved || keys.some((key) => key !== 'label' && key !== 'ground')) continue
    warnings.add(entry?.place ?? root.place, 'does-nothing', `${table.name}.${name}`, {
      expected: listed(Object.keys(table.fields).map(kebab)),
    })
  }
}

/**
 * What a nest is chosen for is solved from its share of purchases; one that nobody could enter while that was done, or that
 * has no share, is chosen by nobody afterwards either.
 */
export function checkChosen(root: MapNode, input: MarketInput, { findings }: Reading): void {
  const { tables, solveUntil } = input
  const isWanted = tables.nests.map((_, row) =>
    tables.categories.some(({ values }) => (values.nestShare as readonly number[])[row] > 0),
  )
  if (solveUntil <= 0 || !isWanted.includes(true)) return
  const section = child(root, 'nests')
  for (const [row, { name }] of tables.nests.entries()) {
    const place = section?.kind === 'map' ? section.entries.get(name)?.place : undefined
    if (!isWanted[row])
      findings.add(place ?? root.place, 'nest-without-share', `nests.${name}`, { name })
    else if (!isEntered(row, input))
      findings.add(place ?? root.place, 'nest-closed', `nests.${name}`, {
        name,
        expected: momentText(input, solveUntil),
      })
  }
}

/** Whether a venue of a nest is open on some day on which constants are solved. */
function isEntered(nest: number, input: MarketInput): boolean {
  const { venues, routes } = input.tables
  const moved = movedValues(input).filter(
    ({ table, field }) => table === 'routes' && field === 'open',
  )
  const isOpen = (row: number): boolean => {
    const own = moved.find((one) => one.row === row)
    if (own === undefined) return Number(routes[row].values.open) > 0
    return Array.from({ length: input.solveUntil }).some((_, day) => valueOn(own, day) > 0)
  }
  // The routes of venues stand first, in their order; those from feeds to checkouts after them.
  return venues.some(({ values }, row) => values.nest === nest && isOpen(row))
}

/** Tables in which a finding was made. */
export const doubtfulTables = (paths: readonly string[]) => {
  const hit = new Set(paths.map((path) => path.split('.')[0]))
  return (table: string): boolean => hit.has(table)
}
