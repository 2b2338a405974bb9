/** The dials of programmes, events, own labels and effort, all turned up: the market stays sound and the same to the bit. */
import { describe, expect, it } from 'vitest'
import { createMarket, type Market } from '../../src/market/index.ts'
import { country, ran, SEED } from './country.ts'
import { faultsOf } from './faults.ts'
import { withoutNumber } from './numbers.ts'

const DAYS = 63
const set = [
  'programmes.onboarding.slots=5000',
  'programmes.training.slots=5000',
  'programmes.banyuwangi.slots=5000',
  'venues.shopee.copies=1',
  'venues.shopee.rank-own=0.3',
  'rules.copycat.lag=2',
  'firms.innovators=0.5',
  'events.festivals.visitors=2000',
  'events.festivals.reserved=1000',
]
const input = country(DAYS, { set })

describe('a market with every dial turned up', { timeout: 60_000 }, () => {
  const faults: string[] = []
  const straight = createMarket(input, SEED)
  straight.run(DAYS, (day) => {
    for (const fault of faultsOf(straight.world)) faults.push(`day ${day}: ${fault}`)
  })
  const hash = straight.stateHash()

  it('has a sound state every day, and finite numbers', () => {
    expect(faults.slice(0, 10)).toEqual([])
    expect(withoutNumber(straight)).toEqual([])
  })

  it('differs from the market without them', () => {
    expect(ran(country(DAYS), { record: false }).stateHash()).not.toBe(hash)
  })

  it.each([1, 7, 1000])('is the same in slices of %d rows', (slice) => {
    expect(ran(input, { slice, record: false }).stateHash()).toBe(hash)
  })

  it('is the same from a snapshot on', () => {
    const from = ran(input, {}, SEED, 31).snapshot()
    const market = ran(input, { from })
    expect(market.stateHash()).toBe(hash)
    expect(market.values).toEqual(straight.values)
  })
})

/** A number of a rule set to another value, and what it needs beside it to have work. */
const NUMBERS: readonly (readonly [string, ...string[]])[] = [
  ['adoption.poor-reviews=1', 'adoption.closing=1', 'adoption.reviews=1'],
  ['adoption.profit-scale=3000'],
  ['adoption.season=52'],
  ['calendar.viewing-cap=1', 'calendar.viewing=-1'],
  ['cash.starting-cash=8'],
  ['entry-exit.commission-width=0'],
  ['entry-exit.idle-at-start=0'],
  ['entry-exit.import-commission=1.5'],
  ['entry-exit.least-commission=0.1'],
  ['entry-exit.local-commission=1'],
  ['entry-exit.most-months=0'],
  ['entry-exit.rent-spread=0'],
  ['feed.most-by-sessions=0'],
  ['hiring.backlog-time=1'],
  ['hiring.kept-in-debt=0'],
  ['household-income.least-budget=0.9'],
  ['jobs.pay-memory=0.5'],
  ['pricing.largest-part=0.2', 'pricing.cost-plus=true'],
  ['programmes.most-feedback=0'],
  ['reach.by-affinity=1'],
  ['reach.most-accounts=0.8'],
  ['sessions.memory=2'],
  ['sessions.reserve=10', 'sessions.attempts=0.05'],
  ['streaming.telling=10'],
  ['taxes.memory=0.15'],
  ['venue-appeal.most-crowded=0'],
]

describe('a number that was once written into a rule', { timeout: 60_000 }, () => {
  const solved = [
    'calendar.solve-until=2022-07-25',
    'households.impulse-displacement=1',
    'venues.social.upkeep=5000',
  ]
  const with_ = (numbers: readonly string[]) =>
    createMarket(
      country(42, { set: [...set, ...solved, ...numbers.map((one) => `rules.${one}`)] }),
      SEED,
      { record: false },
    )
  /** The state every week, of a market that others are held beside. */
  const weeksOf = (market: Market) =>
    WEEKS.map((day) => {
      market.run(day)
      return market.stateHash()
    })
  const WEEKS = [7, 14, 21, 28, 35, 42]
  const plain = weeksOf(with_([]))

  it.each(NUMBERS)('moves the market: %s', (number, ...beside) => {
    const without = beside.length === 0 ? plain : weeksOf(with_(beside))
    const market = with_([number, ...beside])
    // What has moved stays moved: nothing is run after that.
    const moved = WEEKS.some((day, week) => {
      market.run(day)
      return market.stateHash() !== without[week]
    })
    expect(moved).toBe(true)
  })
})
