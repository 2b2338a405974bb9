import { describe, expect, it } from 'vitest'
import {
  changesOf,
  type HeldValue,
  heldBy,
  parameterIndex,
  readScenario,
  summed,
} from '../../src/scenario/index.ts'
import { fromDisk, good, shipped } from './files.ts'

const over = (text: string) => `title: X\nextends: base\n${text}`
const at = (values: readonly HeldValue[], path: string) =>
  values.find((value) => value.path === path)

describe('what a scenario holds', () => {
  const text = over(`ground: { source: mine, grade: C }
venues:
  shop: { commission: { pots: 3 %, other: 2 % }, platform: true }
  stall: { commission: 4 % }
firms: { people: { value: 3, source: F7 } }
rules: { pricing: { reviews: 0.4 } }
courses: { venues.shop.reach: { points: { 2024-02-01: 0.5 } } }
policies:
  - closure: { venue: shop, announced: 2024-03-01, effective: 2024-03-08T17:00 }
windows: { spring: 2024-03-01 to 2024-05-31 }`)
  const values = heldBy(good(text, { set: ['size.buyers=70'] }))

  it.each<[string, unknown, string | undefined, string | undefined]>([
    ['title', 'X', 'x.yaml:1', undefined],
    ['size.buyers', 70, '--set 1', undefined],
    ['size.sellers', 10, 'base.yaml:3', undefined],
    ['calendar.start', '2024-01-01', 'base.yaml:2', undefined],
    ['calendar.end', '2024-12-29', 'base.yaml:2', undefined],
    ['venues.shop.nest', 'online', 'base.yaml:9', undefined],
    ['venues.shop.platform', true, 'x.yaml:5', undefined],
    ['venues.stall.platform', false, undefined, 'given: what it is, as its scenario describes it'],
    ['venues.shop.commission.pots', 0.03, 'x.yaml:5', 'mine'],
    ['venues.shop.commission.cloth', 0.02, 'x.yaml:5', 'mine'],
    ['venues.stall.commission.cloth', 0.04, 'x.yaml:6', 'mine'],
    ['firms.people', 3, 'x.yaml:7', 'F7'],
    ['rules.pricing.reviews', 0.4, 'x.yaml:8', 'mine'],
    ['courses.venues.shop.reach', '0.5 from 2024-02-01', 'x.yaml:9', undefined],
    ['policies.closure.venue', 'shop', 'x.yaml:11', undefined],
    ['policies.closure.effective', '2024-03-08 17:00', 'x.yaml:11', undefined],
    ['policies.closure.anticipated', true, undefined, 'given: the scenario says it'],
    ['windows.spring', '2024-03-01 to 2024-05-31', 'x.yaml:12', undefined],
  ])('%s', (path, value, place, source) => {
    expect(at(values, path)).toMatchObject({ value, ...(place ? { place } : {}) })
    expect(at(values, path)?.place).toBe(place)
    if (source !== undefined) expect(at(values, path)?.source).toBe(source)
  })

  it('is an operation of a course beside its points, for one row or for all', () => {
    const reach = (course: string, path = 'courses.venues.shop.reach') =>
      at(heldBy(good(over(`courses: { ${course} }`))), path)?.value
    const points = 'points: { 2024-02-01: 0.5 }'
    expect(reach(`venues.shop.reach: { ${points} }`)).toBe('0.5 from 2024-02-01')
    const both = '0.5 from 2024-02-01; plus 0.1 from 2024-03-01, plus 0 from 2024-04-01'
    const course = `{ ${points}, add: { 2024-03-01: 0.1, 2024-04-01: 0 } }`
    expect(reach(`venues.shop.reach: ${course}`)).toBe(both)
    expect(reach(`venues.*.reach: ${course}`, 'courses.venues.*.reach')).toBe(both)
    // Each says what it does itself, where two move one value.
    const two = `venues.*.reach: { multiply: { 2024-02-01: 0.5 } }, venues.shop.reach: { add: { 2024-02-01: 0.2 } }`
    expect(reach(two, 'courses.venues.*.reach')).toBe('times 0.5 from 2024-02-01')
    expect(reach(two)).toBe('plus 0.2 from 2024-02-01')
  })

  it('is one value where all rows of another table have the same', () => {
    const paths = summed(values).map(({ path }) => path)
    expect(paths).toContain('venues.stall.commission.*')
    expect(paths).toContain('venues.shop.commission.pots')
    expect(paths).not.toContain('venues.shop.commission.*')
  })

  it('is every parameter that there is', () => {
    const pattern = (path: string) =>
      new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}$`)
    const country = readScenario('scenarios/indonesia-2023.yaml', fromDisk)
    if (!country.ok) throw new Error('unreadable')
    const paths = heldBy(country).map(({ path }) => path)
    const declared = parameterIndex().filter(
      ({ path }) => !/^(policies|buyers|sellers)\./.test(path),
    )
    expect(declared.filter(({ path }) => !paths.some((one) => pattern(path).test(one)))).toEqual([])
    expect(new Set(paths).size).toBe(paths.length)
  })

  it.each(shipped)('of %s has a place or a source', (path) => {
    const read = readScenario(path, fromDisk)
    if (!read.ok) throw new Error(path)
    const found = heldBy(read).filter(({ path }) => path !== 'question' && path !== 'seed')
    const bare = found.filter(({ place, source }) => place === undefined && source === undefined)
    expect(
      bare.map(({ path }) => path).filter((one) => !/^(size|runs|calendar)/.test(one)),
    ).toEqual([])
  })
})

describe('what differs', () => {
  const changes = (a: string, b: string) => changesOf(heldBy(good(a)), heldBy(good(b)))

  it('is old and new value with their places', () => {
    const a = over('venues: { shop: { reach: 0.5 } }\nwindows: { w: 2024-02-01 }')
    const b = over(
      'venues: { shop: { reach: 70 % } }\npolicies: [{ duty: { effective: 2024-03-04, extra: 5 % } }]',
    )
    const found = changes(a, b)
    expect(found.map(({ path }) => path)).toContain('policies.duty.effective')
    expect(found.find(({ path }) => path === 'venues.shop.reach')).toMatchObject({
      before: 0.5,
      after: 0.7,
      placeBefore: 'x.yaml:3',
      placeAfter: 'x.yaml:3',
    })
    const gone = found.find(({ path }) => path === 'windows.w')
    expect(gone).toMatchObject({ before: '2024-02-01 to 2024-02-01', placeBefore: 'x.yaml:4' })
    expect(gone).not.toHaveProperty('after')
  })

  it('is nothing between a scenario and the same written in another way', () => {
    expect(
      changes(over('venues: { shop: { reach: 0.5 } }'), over('venues: { shop: { reach: 50 % } }')),
    ).toEqual([])
  })

  it('tells two policies of one name apart', () => {
    const one = 'policies:\n  - duty: { effective: 2024-03-04, extra: 5 % }\n'
    const two = `${one}  - duty: { effective: 2024-06-03, extra: 10 % }`
    const paths = heldBy(good(over(two))).map(({ path }) => path)
    expect(paths).toContain('policies.1.duty.extra')
    expect(paths).toContain('policies.2.duty.extra')
  })
})

it('rules that read a parameter are those that declare it', () => {
  const readBy = (path: string) => parameterIndex().find((one) => one.path === path)?.readBy
  expect(readBy('venues.*.commission.*')).toEqual(expect.arrayContaining(['pricing', 'takings']))
  expect(readBy('rules.pricing.reviews')).toEqual(['pricing'])
  expect(readBy('size.buyers')).toEqual([])
})
