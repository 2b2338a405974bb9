import { describe, expect, it } from 'vitest'
import { rowsHeldBy } from '../../src/engine/index.ts'
import { POPULATIONS } from '../../src/market/index.ts'
import { POOL_KINDS, SELLERS_BY_ROUTES } from '../../src/market/populations/index.ts'
import { messageOf } from '../../src/scenario/index.ts'
import { MOST_ROWS } from '../../src/scenario/limits.ts'
import { SIZE } from '../../src/scenario/shape.ts'
import { findingsOf, placed } from './files.ts'

const over = (text: string) => `title: X\nextends: base\n${text}`
const rows = (count: number, row: string, name = 'v') =>
  Array.from({ length: count }, (_, nth) => `${name}${nth}: ${row}`).join(', ')
/** The base has two. */
const venues = (count: number) => `venues: { ${rows(count - 2, '{ nest: online, owner: owner }')} }`

describe('a market has no more than its columns can count', () => {
  it('32 venues, one bit of an account each', () => {
    expect(placed(over(venues(32)))).toEqual([])
    expect(placed(over(venues(33)))).toEqual(['too-many x.yaml:3:1'])
    const [found] = findingsOf(over(venues(40)))
    expect(messageOf(found)).toBe(
      'venues has 40 rows and 0 routes with a login, more than 32 together',
    )
  })

  it('fewer where routes have logins, written, by a course or by a policy', () => {
    const route = (login: string) => `routes: { a: { from: shop, to: v1${login} } }`
    const course = 'courses: { routes.a.login: { points: { 2024-02-01: 0.5 } } }'
    const none = 'courses: { routes.a.login: { points: { 2024-02-01: 0 } } }'
    const policy =
      'policies: [{ reopening: { venue: shop, partner: v1, effective: 2024-03-01, login: 0.5 } }]'
    const codes = (...lines: string[]) =>
      findingsOf(over(lines.join('\n'))).map(({ code, got }) => [code, got])
    const wrong = [['too-many', '32 rows and 1 routes with a login']]
    expect(codes(venues(31), route(', login: 0.5'))).toEqual([])
    expect(codes(venues(32), route(', login: 0.5'))).toEqual(wrong)
    expect(codes(venues(32), route(''), course)).toEqual(wrong)
    expect(codes(venues(32), route(''), none)).toEqual([])
    expect(codes(venues(32), route(', login: 0.5'), course)).toEqual(wrong)
    expect(codes(venues(32), route(''), policy)).toEqual(wrong)
    expect(codes(venues(31), route(''), policy)).toEqual([])
  })

  it('255 regions, and no more routes with those that every venue has of itself', () => {
    const shares = (count: number) =>
      `regions: { here: { buyer-share: ${1 / count}, seller-share: ${1 / count} }, ${rows(count - 1, `{ buyer-share: ${1 / count}, seller-share: ${1 / count} }`)} }`
    expect(placed(over(shares(255)))).toEqual([])
    expect(placed(over(shares(256)))).toEqual(['too-many x.yaml:3:1'])
    const routes = (count: number) => `routes: { ${rows(count - 2, '{ from: shop, to: stall }')} }`
    expect(placed(over(routes(255)))).toEqual([])
    expect(placed(over(routes(256)))).toEqual(['too-many x.yaml:3:1'])
  })

  it('as many rows as the columns that hold them', () => {
    const of = (table: string) => MOST_ROWS.get(table)
    expect(['regions', 'categories', 'clusters', 'routes', 'kinds'].map(of)).toEqual(
      Array(5).fill(255),
    )
    expect(of('nests')).toBeGreaterThan(1e9)
    for (const { holds, ...column } of POPULATIONS.flatMap(({ columns }) => Object.values(columns)))
      if (holds?.is === 'row')
        expect(rowsHeldBy({ ...column, holds }), column.name).toBeGreaterThanOrEqual(
          of(holds.of) as number,
        )
  })

  it('the rows of agents and goods of the largest sizes', () => {
    const [venues, routes] = [32, 255]
    const [buyers, sellers] = [SIZE.buyers.range[1], SIZE.sellers.range[1]]
    const most = { buyers, sellers, listings: sellers * venues, lists: routes * 255 * 255 }
    const pools = 255 * POOL_KINDS.length
    const all = { ...most, pools, [SELLERS_BY_ROUTES]: sellers * routes }
    for (const [of, rows] of Object.entries(all))
      expect(MOST_ROWS.get(of), of).toBeGreaterThanOrEqual(rows)
  })

  it('255 windows', () => {
    const windows = (count: number) =>
      `windows: { ${rows(count, '2024-01-08 to 2024-01-14', 'w')} }`
    expect(placed(over(windows(255)))).toEqual([])
    expect(placed(over(windows(256)))).toEqual(['too-many x.yaml:3:1'])
  })
})

it('a run has no more days than 2,000 weeks, however its end is written', () => {
  expect(placed(over('calendar: { end: 2062-04-29 }'))).toEqual([])
  expect(placed(over('calendar: { end: 2062-05-01 }'))).toEqual(['too-many x.yaml:3:11'])
  expect(placed(over('calendar: { end: 9999-12-31 }'))).toEqual(['too-many x.yaml:3:11'])
})

it('a textbook market without sellers is none', () => {
  expect(placed('title: X\ntextbook: true\nbuyers: { count: 200 }')).toEqual(['missing x.yaml:1:1'])
  expect(placed('title: X\ntextbook: true\nsellers: []')).toEqual(['missing x.yaml:3:10'])
  expect(placed('title: X\ntextbook: true\nsellers: {}')).toEqual(['missing x.yaml:3:10'])
  expect(placed('title: X\ntextbook: true\nsellers: [{ name: Ani }]')).toEqual([])
})
