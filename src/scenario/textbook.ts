/**
 * Textbook markets: what a student leaves out is neutral, so that ten lines give a market with a known
 * answer. No tastes but price and quality, no habit, no season, no taxes, stock without end, and every
 * listing seen.
 */
import { KIND_NAMES } from '../market/index.ts'
import type { Findings } from './finding.ts'
import { kebab } from './names.ts'
import { child, type Entry, hasNoRows, type MapNode, withEntry } from './node.ts'
import { parse, sourceOf } from './parse.ts'
import { entriesOf, type PlacedGround, type Reading, readNumber } from './reading.ts'
import { BUYERS } from './shape.ts'

/** A default that replaces the declared one, of a field of a table or a parameter of `rules.<name>`. */
export type Neutral = (
  table: string,
  field: string,
  row: Readonly<Record<string, number | readonly number[]>>,
  rows: ReadonlyMap<string, readonly string[]>,
) => number | undefined

/** The one row of each table that a textbook market cannot do without. */
const ROWS = `
regions: { everywhere: {} }
categories: { goods: {} }
nests: { market: {} }
companies: { nobody: {} }
venues: { market: {} }
`

/** Neutral where the declared default is that of the country. */
export const NEUTRAL: Readonly<Record<string, number>> = {
  'households.streamTaste': 0,
  'households.separation': 0,
  'firms.unlimited': 1,
  'government.vat': 0,
  'government.turnoverTax': 0,
  'government.incomeTax': 0,
  'categories.incomeElasticity': 0,
  'categories.impulseShare': 0,
  'categories.waitingCost': 0,
  'nests.considered': 512,
  'sellers.kind': KIND_NAMES.indexOf('producer'),
  // No entry, no exit, no opening or closing of shops, and every seller knows the price sensitivity and its share.
  'rules.entry-exit.exitHazard': 0,
  'rules.entry-exit.pressed': 0,
  'rules.entry-exit.misperception': 0,
  'rules.adoption.reviews': 0,
  'rules.sourcing.reviews': 0,
  'rules.pricing.largeShare': 0,
}

/** Adds the sections that are missing. */
export function withTextbookRows(root: MapNode, findings: Findings): MapNode {
  const rows = parse(sourceOf('textbook', ROWS, -1), ROWS, findings)
  if (rows?.kind !== 'map') return root
  let filled = root
  for (const entry of rows.entries.values()) {
    if (hasNoRows(child(root, entry.key))) filled = withEntry(filled, entry)
  }
  return filled
}

/** The section `buyers`, as defaults of the fields it stands for. */
export function readBuyers(
  root: MapNode,
  reading: Reading,
  grounds: readonly PlacedGround[],
): { count: number; neutral: Neutral } {
  const keys = new Map(
    Object.keys(BUYERS).map((name) => [kebab(name), name as keyof typeof BUYERS]),
  )
  const entries = entriesOf(child(root, 'buyers'), [...keys.keys(), 'ground'], 'buyers', reading)
  const values = Object.fromEntries(
    [...keys].map(([key, name]) => [name, readOne(entries.get(key), key, name)]),
  ) as Record<keyof typeof BUYERS, number>
  const given: Readonly<Record<string, number>> = {
    ...NEUTRAL,
    'households.priceSensitivity': values.priceSensitivity,
    'categories.occasionRate': values.occasions,
    'categories.outside': values.outside,
  }
  return { count: values.count, neutral: (...asked) => neutralValue(given, ...asked) }

  function readOne(entry: Entry | undefined, key: string, name: keyof typeof BUYERS): number {
    const written =
      entry && readNumber(BUYERS[name], entry.value, `buyers.${key}`, reading, grounds)
    return written ?? BUYERS[name].default
  }
}

function neutralValue(
  given: Readonly<Record<string, number>>,
  ...[table, field, row, rows]: Parameters<Neutral>
): number | undefined {
  // Classical utilities V stand in the file; choices inside a nest go by v = V/lambda.
  if (table === 'nests' && field === 'tasteScale') return 1 / Number(row.dissimilarity)
  if (field === 'buyerShare' || field === 'sellerShare') return 1 / (rows.get(table)?.length || 1)
  return given[`${table}.${field}`]
}

/** Whether the scenario says that it is a textbook market; anything but true or false is a finding elsewhere. */
export function isTextbook(root: MapNode): boolean {
  const node = child(root, 'textbook')
  return node !== undefined && !(node.kind === 'scalar' && node.value === false)
}
