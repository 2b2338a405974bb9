/** T23: every policy of the catalogue, at its null, leaves the market as it is, to the bit. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Parameter } from '../../src/engine/index.ts'
import { type Cell, cellKey, type Market, type Policy } from '../../src/market/index.ts'
import { faultsOf } from '../../src/market/policy/faults.ts'
import { POLICIES, useOf } from './modules.ts'
import { run, small, values } from './small.ts'

const DAYS = 84
const EMPTY = `venues:
  empty: { nest: platforms, owner: nobody, platform: true, marketplace: true, accounts: 0, opening-online: -30, opening-offline: -30 }`

/** The settings of a policy at its null, as a scenario has them: what must be given is given. */
function atNull({ settings, nullCase }: Policy): string {
  const venues = nullCase.unusedVenue ? ['empty'] : ['tiktok-shop', 'tokopedia']
  const needed = (declared: Parameter): string | undefined => {
    if (declared.kind === 'date')
      return { announced: '2022-08-01', begins: '2022-08-10', ends: '2022-09-10' }[declared.role]
    if (declared.kind !== 'reference' || declared.default !== '') return undefined
    return declared.to === 'venues' ? venues.shift() : ROWS[declared.to]
  }
  return Object.entries(settings)
    .flatMap(([name, declared]) => {
      const value = nullCase.settings[name] ?? needed(declared)
      return value === undefined ? [] : [`${kebab(name)}: ${value}`]
    })
    .join(', ')
}

const ROWS: Readonly<Record<string, string>> = { programmes: 'training' }
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

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

/** Columns of the baseline's world that differ. */
function differences(one: Market, other: Market): string[] {
  const theirs = other.columnHashes()
  return [...one.columnHashes()].flatMap(([name, hash]) =>
    theirs.get(name) === hash ? [] : [name],
  )
}

/** Recorded values of cells, day by day. */
function recorded(market: Market, cells: readonly Cell[]): number[] {
  const place = new Map(market.cells.map((cell, at) => [cellKey(cell), at]))
  const places = cells.map((cell) => place.get(cellKey(cell)) ?? Number.NaN)
  const width = market.cells.length
  return Array.from({ length: DAYS * cells.length }, (_, at) => {
    const day = Math.floor(at / cells.length)
    return market.values[day * width + places[at % cells.length]]
  })
}

describe('a policy at its null', { timeout: 60_000 }, () => {
  let baseline: Market
  beforeAll(() => {
    baseline = run(small(EMPTY), DAYS)
  }, 60_000)

  const withPolicy = (name: string, settings: string) =>
    run(
      small(`${EMPTY}\n${useOf(name)}policies:\n  - ${name}: { ${settings.replace(/\s+/g, ' ')} }`),
      DAYS,
    )

  it.each(POLICIES.map((policy) => [policy.name, policy] as const))(
    '%s leaves every value as it was',
    (name, policy) => {
      const market = withPolicy(name, atNull(policy))
      const { marks = [] } = policy.nullCase
      expect(differences(baseline, market)).toEqual(
        marks.map((column) => `${column.population}.${column.name}`),
      )
      expect(recorded(market, baseline.cells)).toEqual(recorded(baseline, baseline.cells))
      for (const population of policy.adds?.columns ?? [])
        for (const column of Object.values(population.columns))
          expect(
            values(market, column).every((value) => value === 0),
            column.name,
          ).toBe(true)
    },
  )

  it.each(ALSO_NULL)('%s with %s does so too', (name, settings) => {
    expect(withPolicy(name, settings).stateHash()).toBe(baseline.stateHash())
  })

  it.each(POLICIES.map((policy) => [policy.name, policy] as const))(
    '%s is declared without a fault',
    (_, policy) => {
      expect(faultsOf(policy)).toEqual([])
    },
  )

  it('is told from one with force', () => {
    const market = withPolicy('duty', 'effective: 2022-08-10, extra: 1 %')
    expect(differences(baseline, market).length).toBeGreaterThan(20)
  })
})
