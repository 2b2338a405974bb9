/** T23: every policy of the catalogue, at its null, leaves the market as it is, to the bit. */
import { beforeAll, describe, expect, it } from 'vitest'
import { CATALOGUE, type Market } from '../../src/market/index.ts'
import { POPULATIONS } from '../../src/market/populations/index.ts'
import { recorded, run, small } from './small.ts'

const DAYS = 84
const EMPTY = `venues:
  empty: { nest: platforms, owner: nobody, platform: true, marketplace: true, accounts: 0, opening-online: -30, opening-offline: -30 }`

/** By policy: settings without force, and the columns in which it may leave its mark. */
const NULLS: Readonly<Record<string, { settings: string; marks: readonly string[] }>> = {
  // A closure has no zero: it is null where nobody buys or sells.
  closure: {
    settings: 'venue: empty, announced: 2022-08-01, effective: 2022-08-10, anticipated: false',
    marks: ['routes.open'],
  },
  reopening: {
    settings: 'venue: tiktok-shop, partner: tokopedia, effective: 2022-08-10, route: false',
    marks: [],
  },
  'minimum-price': { settings: 'effective: 2022-08-10, floor: 0', marks: [] },
  duty: { settings: 'effective: 2022-08-10', marks: [] },
  copycat: { settings: 'venue: tiktok-shop, copies: 0, effective: 2022-08-10', marks: [] },
  // Where nothing is copied there is nothing to separate.
  'data-separation': {
    settings: 'venue: tiktok-shop, preference: forbidden, effective: 2022-08-10',
    marks: ['venues.sellerData'],
  },
  'event-mandate': {
    settings: 'stalls: 0, effective: 2022-08-10, until: 2022-09-10',
    marks: [],
  },
  programme: {
    settings: 'programme: training, slots: 0, effective: 2022-08-10, until: 2022-09-10',
    marks: [],
  },
}

/** Settings that are null by themselves, beside those above. */
const ALSO_NULL = [
  ['minimum-price', 'effective: 2022-08-10, cross-border: 0'],
  ['minimum-price', 'effective: 2022-08-10, enforced: 0, scope: online'],
  ['duty', 'effective: 2022-08-10, extra: 0, enforcement: 0, de-minimis: 3, cross-border: 1'],
  [
    'reopening',
    `venue: tiktok-shop, partner: tokopedia, effective: 2022-08-10, route: false, friction: 0, ramp: 4,
    uptake: 16, ownership: false, joint-fees: 1, data: 0, feed: false, login: 0, tools: false,
    migration-loss: 10 %, duplicated-jobs: 0, attrition: 0, self-preference: 1,
    remedy: no-self-preferencing, fee-cap: 0.5, data-separation: true, divest: 2022-08-20`,
  ],
] as const

const differences = (one: Market, other: Market): string[] =>
  POPULATIONS.flatMap((population) =>
    Object.values(population.columns)
      .filter((column) => {
        const [mine, theirs] = [one, other].map(({ world }) => world.view(column))
        return mine.some((value, row) => !Object.is(value, theirs[row]))
      })
      .map((column) => `${population.name}.${column.name}`),
  )

describe('a policy at its null', { timeout: 60_000 }, () => {
  let baseline: Market
  beforeAll(() => {
    baseline = run(small(EMPTY), DAYS)
  }, 60_000)

  const withPolicy = (name: string, settings: string) =>
    run(small(`${EMPTY}\npolicies:\n  - ${name}: { ${settings.replace(/\s+/g, ' ')} }`), DAYS)

  it.each(CATALOGUE.map(({ name }) => name))('%s leaves every value as it was', (name) => {
    expect(Object.keys(NULLS), `a null of ${name}`).toContain(name)
    const { settings, marks } = NULLS[name]
    const market = withPolicy(name, settings)
    expect(differences(baseline, market)).toEqual(marks)
    expect(recorded(market, DAYS).equals(recorded(baseline, DAYS))).toBe(true)
  })

  it.each(ALSO_NULL)('%s with %s does so too', (name, settings) => {
    expect(withPolicy(name, settings).stateHash()).toBe(baseline.stateHash())
  })

  it('is told from one with force', () => {
    const market = withPolicy('duty', 'effective: 2022-08-10, extra: 1 %')
    expect(differences(baseline, market).length).toBeGreaterThan(20)
  })
})
