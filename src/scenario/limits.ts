/** Capacity of the market, from the number of bits of its columns. Beyond it numbers would wrap silently. */

import { LARGEST } from '../engine/index.ts'
import { type MarketInput, operationsOf, POPULATIONS } from '../market/index.ts'
import type { Findings } from './finding.ts'
import { child, type MapNode } from './node.ts'
import { type Phrase, phrase } from './phrases.ts'
import { MOST_DAYS } from './shape.ts'

/** A buyer has one bit for each venue with an account, from below, and for each login, from above. */
const ACCOUNT_BITS = 32

/** Windows whose number is kept in a byte, of who wins and loses in each. */
const WINDOWS = 255

/**
 * How many rows of each table can be told apart, which follows from the columns that hold them: all numbers of the
 * smallest but one, since records of agents keep 0 for none. Venues have bits, and are counted with logins.
 */
export const MOST_ROWS: ReadonlyMap<string, number> = (() => {
  const most = new Map<string, number>()
  for (const { storage, holds } of POPULATIONS.flatMap(({ columns }) => Object.values(columns))) {
    if (holds?.is !== 'row') continue
    most.set(holds.of, Math.min(most.get(holds.of) ?? Infinity, LARGEST[storage]))
  }
  return most
})()

/** A table with more rows than can be told apart. */
export interface TooMany {
  readonly table: string
  readonly got: Phrase
  readonly expected: Phrase | string
}

/**
 * Tables with more rows than the columns of a market can hold.
 * @param dated whether courses and policies are sound, so that what they open can be counted too
 */
export function tooManyRows(input: MarketInput, dated: boolean): TooMany[] {
  const found: TooMany[] = []
  for (const [table, most] of MOST_ROWS) {
    const rows = input.tables[table]?.length ?? 0
    if (table !== 'venues' && rows > most)
      found.push({ table, got: phrase('rows', rows), expected: `${most}` })
  }
  const venues = input.tables.venues.length
  const logins = loginsOf(input, dated)
  if (venues + logins > ACCOUNT_BITS)
    found.push({
      table: 'venues',
      got: phrase('rows-and-routes', venues, logins),
      expected: phrase('together', ACCOUNT_BITS),
    })
  return found
}

/** @param dated whether courses and policies are sound */
export function checkLimits(
  root: MapNode,
  input: MarketInput,
  dated: boolean,
  findings: Findings,
): void {
  const place = (section: string) => root.entries.get(section)?.place ?? root.place
  for (const { table, ...facts } of tooManyRows(input, dated))
    findings.add(place(table), 'too-many', table, { name: table, ...facts })
  if (input.days > MOST_DAYS)
    findings.add((child(root, 'calendar') ?? root).place, 'too-many', 'calendar', {
      got: phrase('days', input.days),
      expected: `${MOST_DAYS}`,
    })
  const windows = child(root, 'windows')
  if (windows?.kind === 'map' && windows.entries.size > WINDOWS)
    findings.add(place('windows'), 'too-many', 'windows', {
      name: 'windows',
      got: phrase('rows', windows.entries.size),
      expected: `${WINDOWS}`,
    })
}

/** Routes that a buyer may enter by the account of another venue, on some day. */
function loginsOf(input: MarketInput, dated: boolean): number {
  const rows = new Set<number>()
  input.tables.routes.forEach(({ values }, row) => {
    if (Number(values.login) > 0) rows.add(row)
  })
  const courses = dated ? operationsOf(input) : input.courses
  for (const { table, row, field, points } of courses)
    if (table === 'routes' && field === 'login' && points.some(([, value]) => value > 0))
      rows.add(row)
  return rows.size
}

/** A market without anyone to sell has no day. */
export function checkSellers(root: MapNode, { size }: MarketInput, findings: Findings): void {
  if (size.sellers > 0) return
  findings.add((child(root, 'sellers') ?? root).place, 'missing', 'sellers', {
    name: phrase('the-scenario'),
    expected: phrase('a-seller', 'sellers: [{ name: Ani, cost: 50 kRp, quality: 4 }]'),
  })
}
