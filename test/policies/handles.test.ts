/** What a policy moves is named by a handle: a mistyped field, or a sum with what is no number, does not compile. */
import { expect, it } from 'vitest'
import { date, share } from '../../src/engine/index.ts'
import { given, setting } from '../../src/market/input.ts'
import { add, from, set } from '../../src/market/operations.ts'
import { policy } from '../../src/market/policy/kit.ts'
import { entryExit } from '../../src/market/rules/firms/entry-exit.ts'
import { routes, venues } from '../../src/market/tables/index.ts'
import { village } from '../rules/bench.ts'

const written = { source: 'given: a test', grade: 'given' } as const

it('makes an operation of the table, row and field that it names', () => {
  expect(add(venues, 1, 'commission', from(3, 0.01), { at: 1, until: 9 })).toEqual({
    ...{ table: 'venues', row: 1, field: 'commission', at: 1 },
    ...{ does: 'add', points: [[3, 0.01]], linear: false, until: 9 },
  })
  expect(given(village(), routes, 1, 'open')).toBe(1)
})

it('reads a number of a rule as it is set, else its default, and no other', () => {
  const input = village()
  const set = { ...input, rules: { ...input.rules, 'entry-exit': { rentSpread: 0.7 } } }
  expect(setting(set, entryExit, 'rentSpread')).toBe(0.7)
  expect(setting({ ...input, rules: {} }, entryExit, 'rentSpread')).toBe(0.3)
  expect(() => setting(input, entryExit, 'rentSpred')).toThrow('no number rentSpred in entry-exit')
})

it('knows no field that the table has not', () => {
  const mistaken = [
    // @ts-expect-error a field of no table
    () => set(venues, 0, 'comission', from(0, 0)),
    // @ts-expect-error a field of another table
    () => set(routes, 0, 'commission', from(0, 0)),
    // @ts-expect-error an owner is set, not added to
    () => add(venues, 0, 'owner', from(0, 1)),
    // @ts-expect-error nor read
    () => given(village(), venues, 0, 'comission'),
  ]
  expect(mistaken).toHaveLength(4)
})

it('wants of a policy the one date on which it begins', () => {
  const named = (settings: Parameters<typeof policy>[0]['settings']) => () =>
    policy({
      name: 'levy',
      does: 'levies',
      indonesian: {
        ...{ name: 'pungutan', does: 'memungut' },
        settings: Object.fromEntries(Object.keys(settings).map((name) => [name, 'Label'])) as never,
      },
      settings,
      nullCase: { settings: {} },
      operations: () => [],
    })
  const day = date({ label: 'Day', role: 'begins', ...written })
  expect(named({ rate: share({ label: 'Rate', default: 0, ...written }) })).toThrow(
    'levy: has 0 dates',
  )
  expect(named({ one: day, other: day })).toThrow('levy: has 2 dates')
  expect(
    named({ one: day, other: date({ label: 'End', role: 'ends', optional: true, ...written }) })()
      .name,
  ).toBe('levy')
})
