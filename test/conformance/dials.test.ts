/** The dials of programmes, events, own labels and effort, all turned up: the market stays sound and the same to the bit. */
import { describe, expect, it } from 'vitest'
import { createMarket } from '../../src/market/index.ts'
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
