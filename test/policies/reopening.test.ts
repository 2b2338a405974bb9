/** A merger step by step: each alone moves what it should, and nothing of the others. */
import { beforeAll, describe, expect, it } from 'vitest'
import {
  createMarket,
  given,
  type Market,
  type MarketInput,
  movedValues,
  type Operation,
  operationsOfPolicy,
  routes,
  TABLES,
  valueOn,
  venues,
} from '../../src/market/index.ts'
import {
  buyers,
  creators,
  FLOWS,
  ledger,
  listings,
  lists,
  SECTORS,
} from '../../src/market/populations/index.ts'
import { passBit } from '../../src/market/rules/attention/reach.ts'
import {
  closed,
  dayOf,
  inForce,
  mean,
  REOPENED,
  reopened,
  row,
  run,
  small,
  values,
} from './small.ts'

const SLOW = { timeout: 60_000 }
const END = '2022-10-10'
/** The route stays as it is, so that a step stands alone. */
const alone = (settings: string) => reopened(`route: false, ${settings}`)

const operationsOf = (input: MarketInput): Operation[] =>
  operationsOfPolicy(input.policies.find(({ policy }) => policy === 'reopening')!, input)

/** Operations of a step as `routes.tiktok-shop-to-tokopedia.shared: set 1`, amounts in order of time. */
const moved = (input: MarketInput): string[] =>
  operationsOf(input).map(({ table, row, field, at, does = 'set', points }) => {
    const per = TABLES.find(({ name }) => name === table)!.fields[field]
    const where = 'per' in per && per.per ? `.${input.tables[per.per][at].name}` : ''
    const path = points.map(([, value]) => Number(value.toFixed(6))).join(', ')
    return `${table}.${input.tables[table][row].name}.${field}${where}: ${does} ${path}`
  })

const LINK = 'tiktok-shop-to-tokopedia'

describe('each step alone', () => {
  it.each<[step: string, settings: string, ...expected: string[]]>([
    ['feed', 'feed: true', `routes.${LINK}.shared: set 1`],
    ['login', 'login: 0.8', `routes.${LINK}.login: at-least 0.8`],
    ['seller tools', 'tools: true', `routes.${LINK}.tools: set 1`],
    ['ownership', 'ownership: true', 'venues.tokopedia.owner: set 0'],
    ['platform jobs', 'duplicated-jobs: 0.25', 'companies.goto.staff: add -750'],
    ['attrition', 'attrition: 0.2', 'venues.tokopedia.accounts: multiply 1, 0.8'],
  ])('%s', (_, settings, ...expected) => {
    expect(moved(alone(settings))).toEqual(expected)
  })

  it('route: open at once, its friction falling over the ramp', () => {
    const input = reopened('ramp: 8')
    expect(moved(input)).toEqual([
      `routes.${LINK}.open: set 1`,
      'routes.tokopedia.open: set 1',
      'venues.tiktok-shop.closing: set 0',
      `routes.${LINK}.friction: at-most 1.2, 0`,
    ])
    const [, , , { points, linear }] = operationsOf(input)
    expect(linear).toBe(true)
    expect(points.map(([day]) => day - dayOf(input, REOPENED))).toEqual([0, 56])
  })

  it('moving seller tools takes odds off both doors for a while', () => {
    const bump = -Math.log(1 - 0.075)
    const input = alone('tools: true, migration-loss: 7.5 %, migration: 10')
    const start = dayOf(input, REOPENED)
    const days = [start - 1, start, start + 69, start + 70]
    const link = days.map(inForce(input, routes, LINK, 'friction'))
    expect(link).toEqual([1.2, 1.2 + bump, 1.2 + bump, 1.2])
    expect(days.map(inForce(input, routes, 'tokopedia', 'friction'))).toEqual([0, bump, bump, 0])
  })

  it('a ramp and a move add up, whichever is longer', () => {
    const bump = -Math.log(1 - 0.1)
    for (const [ramp, move] of [
      [4, 10],
      [10, 4],
      [6, 6],
      [0, 5],
    ]) {
      const input = reopened(`ramp: ${ramp}, tools: true, migration-loss: 10 %, migration: ${move}`)
      const start = dayOf(input, REOPENED)
      const friction = inForce(input, routes, LINK, 'friction')
      for (let week = 0; week < 12; week++) {
        const easing = ramp === 0 ? 0 : 1.2 * Math.max(0, 1 - week / ramp)
        expect(friction(start + 7 * week), `${ramp} ${move} ${week}`).toBeCloseTo(
          easing + (week < move ? bump : 0),
          9,
        )
      }
    }
  })

  it('fees of a common owner rise by the logit condition, in full or in part', () => {
    const input = alone('ownership: true, joint-fees: 0.5')
    const at = row(input, 'categories', 'fashion')
    const fee = inForce(input, venues, 'tokopedia', 'commission', at)
    // Fashion: TikTok Shop 20.5 %; Tokopedia 35 of 95.5 parts of the rest.
    const [own, other] = [(0.795 * 0.35) / 0.955, 0.205]
    expect(fee(dayOf(input, REOPENED))).toBeCloseTo(
      0.035 * (1 + 0.5 * ((1 - own) / (1 - own - other) - 1)),
      9,
    )
  })

  it('pooled data lengthen impulse viewing by what the partner adds, less at a small partner', () => {
    const gain = (partner: string, more = '') =>
      operationsOf(reopened(`route: false, data: 1${more}`, partner)).find(
        ({ field }) => field === 'impulseHours',
      )?.points[0][1] ?? 1
    expect(gain('tokopedia')).toBeGreaterThan(gain('bukalapak'))
    expect(gain('bukalapak')).toBeGreaterThan(gain('ct-shop'))
    expect(gain('ct-shop')).toBeGreaterThan(1)
    expect(gain('tokopedia')).toBeLessThan(1.3)
    expect(gain('tokopedia', ', data-worth: 0')).toBe(1)
    expect(gain('tokopedia', ', data-separation: true')).toBe(1)
    // A new app of the owner that may not use the data of the feed begins without any.
    expect(gain('own-app', ', data-separation: true')).toBeCloseTo(0.7, 12)
  })
})

describe('remedies', () => {
  const rivals = (settings: string) =>
    moved(alone(settings)).filter((one) => /-to-(shopee|lazada|bukalapak|blibli)/.test(one))

  it('self-preferencing makes links to rivals harder, and the remedy undoes it', () => {
    expect(rivals('self-preference: 1')).toContain('routes.tiktok-shop-to-shopee.friction: add 1')
    expect(rivals('self-preference: 1, remedy: no-self-preferencing')).toEqual([])
  })

  it('free links to all are as easy as the one to the partner', () => {
    const input = reopened('remedy: free-link-out')
    expect(moved(input)).toContain('routes.tiktok-shop-to-lazada.friction: at-most 0')
    expect(moved(input)).toContain('routes.tiktok-shop-to-lazada.open: set 1')
    // The new app is not open to anybody.
    expect(moved(input).filter((one) => one.includes('own-app'))).toEqual([])
  })

  it('a cap on fees binds where fees lie above it, and after a rise', () => {
    const capped = (settings: string) => {
      const input = alone(settings)
      return ['tiktok-shop', 'tokopedia'].flatMap((venue) =>
        input.tables.categories.map((_, at) =>
          inForce(input, venues, venue, 'commission', at)(dayOf(input, REOPENED)),
        ),
      )
    }
    // In August 2022 TikTok Shop takes 1 %, Tokopedia more than the cap.
    expect(capped('fee-cap: 2 %')).toEqual([...new Array(6).fill(0.01), ...new Array(6).fill(0.02)])
    const both = capped('ownership: true, joint-fees: 1, fee-cap: 3.6 %')
    expect(Math.max(...both)).toBeCloseTo(0.036, 12)
    expect(Math.max(...capped('ownership: true, joint-fees: 1'))).toBeGreaterThan(0.036)
  })

  it('a divestiture takes back owner, fees and data', () => {
    const input = alone('ownership: true, joint-fees: 1, data: 1, divest: 2022-09-20')
    const fields = new Set(operationsOf(input).map(({ field }) => field))
    expect(fields).toEqual(new Set(['owner', 'commission', 'impulseHours']))
    const nameOf = (one: Pick<Operation, 'table' | 'row' | 'field' | 'at'>) =>
      `${one.table} ${one.row} ${one.field} ${one.at}`
    // Values that a course of the scenario moves are none of the policy's.
    const own = new Set(operationsOf(input).map(nameOf))
    const apart = dayOf(input, '2022-09-20')
    for (const value of movedValues(input).filter((one) => own.has(nameOf(one)))) {
      const written = given(input, venues, value.row, value.field as 'owner', value.at)
      expect(valueOn(value, apart - 1), value.field).not.toBe(written)
      expect(valueOn(value, apart)).toBe(written)
    }
  })
})

describe('in the market', SLOW, () => {
  const RUNS = {
    closed: closed(),
    route: reopened('ramp: 2'),
    feed: alone('feed: true'),
    login: alone('login: 0.5'),
    tools: alone('tools: true'),
    jobs: alone('duplicated-jobs: 0.5'),
    attrition: alone('attrition: 0.5, migration: 2'),
    all: reopened('ramp: 2, feed: true, login: 0.8, tools: true'),
    app: reopened('feed: true, tools: true, uptake: 2', 'own-app'),
  }
  const markets = {} as Record<keyof typeof RUNS, Market>
  const input = RUNS.closed
  const end = dayOf(input, END)
  const [feed, partner] = ['tiktok-shop', 'tokopedia'].map((name) => row(input, 'venues', name))
  const link = row(input, 'routes', LINK)
  beforeAll(() => {
    for (const [name, one] of Object.entries(RUNS))
      markets[name as keyof typeof RUNS] = run(one, end)
  }, 120_000)

  const late = (name: keyof typeof RUNS, measure: string, by: Record<string, string>) =>
    mean(markets[name], measure, by, end - 28, end)
  const sales = (name: keyof typeof RUNS, venue: string) => late(name, 'sales', { venue })

  it('no step sells anything at the closed checkout', () => {
    for (const name of Object.keys(RUNS) as (keyof typeof RUNS)[])
      expect(sales(name, 'tiktok-shop'), name).toBe(0)
  })

  it('the route sells at the partner on every seed, though TikTok was small in 2022', () => {
    expect(sales('route', 'tokopedia')).toBeGreaterThan(sales('closed', 'tokopedia'))
    for (const seed of ['another', 'third']) {
      const [shut, open] = [RUNS.closed, RUNS.route].map((one) =>
        mean(run(one, end, seed), 'sales', { venue: 'tokopedia' }, end - 28, end),
      )
      expect(open, seed).toBeGreaterThan(shut)
    }
  })

  it('all steps together sell more at the partner than the route, and less at a rival', () => {
    expect(sales('all', 'tokopedia')).toBeGreaterThan(1.1 * sales('route', 'tokopedia'))
    expect(sales('all', 'shopee')).toBeLessThan(sales('closed', 'shopee'))
  })

  it('a new app sells from nothing', () => {
    expect(sales('closed', 'own-app')).toBe(0)
    expect(sales('app', 'own-app')).toBeGreaterThan(0)
  })

  it('a shared feed shows all goods of the partner, and creators come back', () => {
    const members = (name: keyof typeof RUNS, route: number) => {
      const at = values(markets[name], lists.route)
      return values(markets[name], lists.members).filter((_, list) => at[list] === route)
    }
    expect(members('feed', link)).toEqual(members('feed', partner))
    expect(members('closed', link)).not.toEqual(members('closed', partner))
    const hours = (name: keyof typeof RUNS) => {
      const venue = values(markets[name], creators.venue)
      return values(markets[name], creators.hours)
        .filter((_, who) => venue[who] === feed + 1)
        .reduce((sum, one) => sum + one, 0)
    }
    expect(hours('all')).toBeGreaterThan(1.5 * hours('closed'))
    const income = (name: keyof typeof RUNS) => {
      const venue = values(markets[name], creators.venue)
      return values(markets[name], creators.income)
        .filter((_, who) => venue[who] === feed + 1)
        .reduce((sum, one) => sum + one, 0)
    }
    // Links to checkouts that run a scheme bring creators a little; the shared feed brings the goods of the partner.
    expect(income('all')).toBeGreaterThan(10 * income('closed'))
    expect(income('all')).toBeGreaterThan(0)
  })

  it('a shared login lets half of the accounts of the feed pay there', () => {
    const accounts = values(markets.login, buyers.accounts)
    const holders = accounts.filter((one) => (one >>> feed) & 1)
    const passing = holders.filter((one) => (one >>> passBit(0)) & 1)
    expect(passing.length / holders.length).toBeGreaterThan(0.4)
    expect(passing.length / holders.length).toBeLessThan(0.6)
    expect(accounts.some((one) => (one >>> passBit(0)) & 1 && !((one >>> feed) & 1))).toBe(false)
    const without = values(markets.closed, buyers.accounts)
    expect(accounts.map((one) => one & 0xffff)).toEqual(without.map((one) => one & 0xffff))
  })

  it('shared tools bring the sellers of the one to the other', () => {
    const missing = (name: keyof typeof RUNS) => {
      const open = values(markets[name], listings.open)
      const venues = input.tables.venues.length
      let count = 0
      for (let seller = 0; seller < open.length / venues; seller++)
        if (open[seller * venues + feed] && !open[seller * venues + partner]) count++
      return count
    }
    expect(missing('closed')).toBeGreaterThan(10)
    expect(missing('tools')).toBeLessThan(0.75 * missing('closed'))
  })

  it('a common owner of two open shops raises concentration and moves no sale', () => {
    const bought = `policies:\n  - reopening: { venue: tiktok-shop, partner: tokopedia, effective: 2022-08-10, route: false, ownership: true }`
    const [apart, together] = [small(), small(bought)].map((one) => run(one, 56))
    const [first, day] = [dayOf(input, '2022-08-10'), 56]
    expect(mean(together, 'hhi', {}, first, day)).toBeGreaterThan(
      mean(apart, 'hhi', {}, first, day) + 50,
    )
    expect(mean(together, 'hhi', {}, 0, first)).toBe(mean(apart, 'hhi', {}, 0, first))
    expect(mean(together, 'sales', {}, 0, day)).toBe(mean(apart, 'sales', {}, 0, day))
  })

  it('duplicated jobs are half of the smaller staff, to the head', () => {
    const staff = (name: keyof typeof RUNS) => late(name, 'employment', { kind: 'platform' })
    expect(staff('closed') - staff('jobs')).toBeGreaterThan(0.9 * 1500)
    expect(staff('closed') - staff('jobs')).toBeLessThan(1.1 * 1500)
  })

  it('attrition takes accounts of the partner, adds none, and lowers its sales', () => {
    const has = (name: keyof typeof RUNS) =>
      values(markets[name], buyers.accounts).map((one) => (one >>> partner) & 1)
    const [before, after] = [has('closed'), has('attrition')]
    const count = (all: number[]) => all.reduce((sum, one) => sum + one, 0)
    expect(after.every((one, buyer) => one <= before[buyer])).toBe(true)
    expect(count(after) / count(before)).toBeGreaterThan(0.42)
    expect(count(after) / count(before)).toBeLessThan(0.58)
    expect(sales('attrition', 'tokopedia')).toBeLessThan(sales('closed', 'tokopedia'))
  })

  it('commissions that creators earn are those that sellers pay, to the rupiah', () => {
    const amount = values(markets.all, ledger.amount)
    const at = FLOWS.indexOf('commissions') * SECTORS.length
    const flow = amount.slice(at, at + SECTORS.length)
    const earned = flow[SECTORS.indexOf('creators')]
    expect(earned).toBeGreaterThan(0)
    expect(Math.abs(flow.reduce((sum, one) => sum + one, 0))).toBeLessThan(1e-9 * earned)
  })

  it('is the same to the bit in any slices, with a login alone and with all steps', () => {
    const two = (settings: string) =>
      small(
        `policies:\n  - reopening: { venue: tiktok-shop, partner: tokopedia, effective: 2022-07-20, ${settings} }`,
        'size.buyers=5000',
      )
    for (const settings of ['route: false, login: 0.5', 'feed: true, login: 0.5, tools: true']) {
      const hashes = [1, 7, 1e6].map((slice) => {
        const market = createMarket(two(settings), 'policies', { slice, record: false })
        market.run(24)
        return market.stateHash()
      })
      expect(new Set(hashes).size, settings).toBe(1)
    }
  })
})
