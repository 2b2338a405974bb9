/** Random scenarios: a few numbers of the country, drawn from their declared ranges. */
import fc from 'fast-check'
import { parameterIndex, readScenario, type ScenarioResult } from '../../src/scenario/index.ts'
import { fromDisk } from '../scenario/files.ts'

const COUNTRY = 'scenarios/indonesia-2023.yaml'
const SMALL = ['size.buyers=800', 'size.sellers=150', 'size.creators=12']

export const readSmall = (set: readonly string[]): ScenarioResult =>
  readScenario(COUNTRY, fromDisk, { set: [...SMALL, ...set] })

const rows = (() => {
  const country = readSmall([])
  if (!country.ok) throw new Error('the country has findings')
  return (table: string) => country.input.tables[table].map(({ name }) => name)
})()

/** Numbers that a country has: no sizes, and no list of textbook sellers. */
const NUMBERS = parameterIndex().filter(
  ({ path, range }) =>
    range !== undefined && /^(?!size|runs|calendar|sellers|policies|buyers)\w[\w-]*\./.test(path),
)

/** What stands for `*` in the middle of a path is a row of its table; at its end, of the table in `per`. */
const PER: Readonly<Record<string, string>> = {
  'nest-share': 'nests',
  constants: 'nests',
  'target-share': 'venues',
  'platform-tilt': 'venues',
  commission: 'categories',
  regions: 'regions',
  clusters: 'clusters',
  kinds: 'kinds',
  held: 'regions',
  presence: 'venues',
  shops: 'venues',
  'imports-removed': 'categories',
}

/** Where in its range a number lies: at an end, or anywhere between. */
const place = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constant(1) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 999 }).map((part) => part / 1000) },
)

/** One override as a person writes it: `venues.shopee.commission.fashion=0.21`. */
const override = fc
  .tuple(fc.nat(NUMBERS.length - 1), fc.nat(999), fc.nat(999), place)
  .map(([number, row, other, at]) => {
    const { path, range } = NUMBERS[number]
    const [low, high] = range!
    // Ranges over many powers of ten are walked through by their roots, so that small numbers come too.
    const shape = high > 100 ? at ** 4 : at
    const value = Number((low + (high - low) * shape).toPrecision(6))
    const [table, ...rest] = path.split('.')
    const names = rest.map((part, nth) => {
      if (part !== '*') return part
      const choice = rows(nth === 0 ? table : PER[rest[nth - 1]])
      return choice[(nth === 0 ? row : other) % choice.length]
    })
    return `${[table, ...names].join('.')}=${Math.min(high, Math.max(low, value))}`
  })

export const overrides = fc.array(override, { minLength: 1, maxLength: 5 })
