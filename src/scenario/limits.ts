/** Capacity of the market, from the number of bits of its columns. Beyond it numbers would wrap silently. */

import { type MarketInput, operationsOf } from '../market/index.ts'
import type { Findings } from './finding.ts'
import { child, type MapNode } from './node.ts'
import { phrase } from './phrases.ts'
import { MOST_DAYS } from './shape.ts'

/** A buyer has one bit for each venue with an account, from below, and for each login, from above. */
const ACCOUNT_BITS = 32

/** Rows whose number, counted from 1, is kept in a byte. */
const BYTE = 255
const IN_A_BYTE = ['regions', 'categories', 'clusters', 'routes']

/**
 * @param dated whether courses and policies are sound, so that what they open can be counted too
 */
export function checkLimits(
  root: MapNode,
  input: MarketInput,
  dated: boolean,
  findings: Findings,
): void {
  const place = (section: string) => root.entries.get(section)?.place ?? root.place
  for (const table of IN_A_BYTE) {
    const rows = input.tables[table].length
    if (rows > BYTE)
      findings.add(place(table), 'too-many', table, {
        name: table,
        got: phrase('rows', rows),
        expected: `${BYTE}`,
      })
  }
  if (input.days > MOST_DAYS)
    findings.add((child(root, 'calendar') ?? root).place, 'too-many', 'calendar', {
      got: phrase('days', input.days),
      expected: `${MOST_DAYS}`,
    })
  const venues = input.tables.venues.length
  const logins = loginsOf(input, dated)
  if (venues + logins <= ACCOUNT_BITS) return
  findings.add(place('venues'), 'too-many', 'venues', {
    name: 'venues',
    got: phrase('rows-and-routes', venues, logins),
    expected: phrase('together', ACCOUNT_BITS),
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
