/** What is said of a seller whose shop stands at a venue where nobody can buy. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type Explained, firstDifferenceOf, questioned } from '../../src/market/index.ts'
import { listings } from '../../src/market/populations/index.ts'
import { cardOf } from '../../src/report/explain/card.ts'
import type { Scenario } from '../../src/scenario/index.ts'
import { parted } from '../../src/study/index.ts'
import { marketAt, SEED, scenarioOf } from './market.ts'

const SIZE = ['size.buyers=600', 'size.sellers=200', 'size.creators=20', 'firms.slots=64']
const DATES = [
  ...['policies.closure.announced=2022-08-01', 'policies.closure.effective=2022-08-17T17:00+07:00'],
]
/** Mondays: 15 August, two days before the closing, and 29 August, after it. */
const [BEFORE, AFTER] = [42, 56]

let scenario: Scenario
let before: readonly Explained[]
let after: readonly Explained[]

/** Sellers with a shop at the venue that closes, asked on a Monday. */
function asked(day: number): readonly Explained[] {
  const market = marketAt(scenario, day)
  const { venues, sellers } = market.world.counts
  const open = market.world.view(listings.open)
  const shut = scenario.input.tables.venues.findIndex(({ name }) => name === 'tiktok-shop')
  const there = Array.from({ length: sellers }, (_, row) => row)
    .filter((row) => open[row * venues + shut])
    .map((row) => ({ kind: 'seller' as const, row }))
  return questioned(market, scenario.input, SEED).ask(...there)
}

beforeAll(() => {
  scenario = scenarioOf('scenarios/tiktok-shop-ban.yaml', [...SIZE, ...DATES])
  before = asked(BEFORE)
  after = asked(AFTER)
})

const textOf = (explained: Explained, language: 'en' | 'id' = 'en'): string =>
  JSON.stringify(cardOf({ ...explained, scenario, run: 1, seed: SEED }, language))

const factOf = (explained: Explained, name: string): string | undefined =>
  cardOf({ ...explained, scenario, run: 1, seed: SEED }, 'en').facts.find(
    ([one]) => one === name,
  )?.[1]

describe('a shop at a venue that is shut', () => {
  it('is priced with a clearance while the venue will close', () => {
    expect(before.length).toBeGreaterThan(10)
    for (const one of before) {
      expect(factOf(one, 'Shops at')).toContain('TikTok Shop')
      expect(factOf(one, 'Shops that are shut')).toBeUndefined()
    }
    const told = before.map((one) => textOf(one)).join('\n')
    expect(told).toContain('What price at TikTok Shop?')
    expect(told).toContain('Clearance: the venue will close')
  })

  it('is said to be shut, since which day, and has no price once nobody can buy there', () => {
    const still = after.filter((one) => factOf(one, 'Shops that are shut') !== undefined)
    expect(still.length).toBeGreaterThan(10)
    for (const one of still) {
      expect(factOf(one, 'Shops at')).not.toContain('TikTok Shop')
      expect(factOf(one, 'Shops that are shut')).toBe(
        'TikTok Shop (nobody has been able to pay there since 17 Aug 2022)',
      )
      expect(textOf(one, 'id')).toContain(
        'TikTok Shop (tak ada yang bisa membayar di sana sejak 17',
      )
      expect(textOf(one)).not.toMatch(/What price at TikTok Shop|will close/)
      const priced = one.decisions.filter(({ kind }) => kind === 'price')
      expect(priced.length, 'elsewhere there are prices').toBeGreaterThanOrEqual(
        factOf(one, 'Shops at') === 'none' ? 0 : 1,
      )
    }
  })

  it('is no first difference by a price at which nobody buys', () => {
    // Announced as it closes, so that no price was cut while somebody could buy; and run for ten weeks.
    const sudden = ['announced', 'effective'].map((one) => `policies.closure.${one}=2022-08-03`)
    const short = (file: string, ...more: string[]) => {
      const one = scenarioOf(file, [...SIZE, ...more])
      return { ...one, input: { ...one.input, days: 42 } }
    }
    const { at } = parted(
      short('scenarios/indonesia-2023.yaml'),
      short('scenarios/tiktok-shop-ban.yaml', ...sudden),
      { seed: 'why' },
    )
    const days = after
      .slice(0, 6)
      .map(({ agent }) => firstDifferenceOf(at, agent)?.day ?? Number.POSITIVE_INFINITY)
    // On the first Monday after it the rule cuts the price of every shop there.
    expect(days.filter((day) => day > 35).length).toBeGreaterThan(3)
  })
})
