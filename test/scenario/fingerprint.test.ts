import { describe, expect, it } from 'vitest'
import {
  describeDifferences,
  fingerprint,
  firstDifference,
  trunk,
} from '../../src/scenario/index.ts'
import { good } from './files.ts'

const over = (text: string) => good(`title: X\nextends: base\n${text}`).input

const plain = over('')
const closure = (effective: string, more = '') =>
  over(
    `policies: [{ closure: { venue: shop, announced: 2024-03-01, effective: ${effective}${more} } }]`,
  )
const course = (points: string, linear = true) =>
  over(`courses: [{ of: venues.shop.reach, linear: ${linear}, points: { ${points} } }]`)

describe('fingerprint', () => {
  it('is that of the content: not of order, notation, labels or titles', () => {
    const one = over('venues: { shop: { commission: 5 %, label: A }, stall: { flat-fee: 2 kRp } }')
    const two = over(
      'venues: { stall: { flat-fee: 2000 Rp }, shop: { commission: { other: 0.05 } } }\nquestion: why',
    )
    expect(fingerprint(one)).toBe(fingerprint(two))
    expect(fingerprint(one)).toMatch(/^[0-9a-f]{16}$/)
  })

  it('moves with every number, and with the salt', () => {
    const all = [
      plain,
      over('runs: 3\nfirms: { people: 2 }'),
      over('size: { buyers: 101 }'),
      closure('2024-03-08'),
    ]
    expect(
      new Set([...all.map((input) => fingerprint(input)), fingerprint(plain, '0.2')]).size,
    ).toBe(5)
  })

  it('of the trunk is that of the scenario without policies', () => {
    expect(fingerprint(trunk(closure('2024-03-08')))).toBe(fingerprint(plain))
  })
})

describe('firstDifference', () => {
  it.each([
    ['equal', plain, over('question: other'), undefined],
    ['an announced policy', plain, closure('2024-03-08'), 60],
    ['a policy nobody foresees', plain, closure('2024-03-08T17:00', ', anticipated: false'), 67],
    ['two dates of one policy', closure('2024-03-08'), closure('2024-03-15'), 67],
    ['another number', plain, over('firms: { people: 2 }'), 0],
    ['another number beside a policy', closure('2024-03-08'), over('firms: { people: 2 }'), 0],
    [
      'courses that part at a step',
      course('2024-02-01: 0.5, 2024-03-01: 1', false),
      course('2024-02-01: 0.5, 2024-03-01: 0.9', false),
      60,
    ],
    [
      'courses that part on a line',
      course('2024-02-01: 0.5, 2024-03-01: 1'),
      course('2024-02-01: 0.5, 2024-03-01: 0.9'),
      // On the day of the last point in common both are there.
      32,
    ],
    ['a course more', plain, course('2024-02-01: 0.5'), 31],
    ['a course from before the start', plain, course('2023-12-01: 0.5'), 0],
    [
      'the same path, written in another way',
      course('2024-02-01: 0.5', false),
      over('courses: [{ of: venues.shop.reach, multiply: { 2024-02-01: 0.5 } }]'),
      undefined,
    ],
    [
      'a cap that never binds',
      plain,
      over('courses: [{ of: venues.shop.reach, at-most: { 2024-02-01: 1 } }]'),
      undefined,
    ],
    [
      'a cap that binds from a rise on',
      course('2024-03-01: 0.9, 2024-02-01: 0.2', false),
      over(
        'courses: [{ of: venues.shop.reach, points: { 2024-03-01: 0.9, 2024-02-01: 0.2 }, at-most: { 2024-01-15: 0.5 } }]',
      ),
      14,
    ],
    [
      'two policies that come to one',
      over('policies: [{ duty: { effective: 2024-02-01, extra: 30 % } }]'),
      over(
        'policies: [{ duty: { effective: 2024-02-01, extra: 20 % } }, { duty: { effective: 2024-03-01, until: 2024-04-01, extra: 10 % } }, { duty: { effective: 2024-02-01, extra: 10 % } }]',
      ),
      60,
    ],
  ])('%s', (_, a, b, day) => {
    expect(firstDifference(a, b)).toBe(day)
    expect(firstDifference(b, a)).toBe(day)
  })
})

describe('differences in words', () => {
  it('name path, values and units', () => {
    const other =
      over(`venues: { shop: { commission: { pots: 5 % }, nest: street }, kiosk: { nest: online, owner: nobody } }
size: { buyers: 50 }
policies: [{ closure: { venue: shop, announced: 2024-03-01, effective: 2024-03-08T17:00 } }]
courses: [{ of: venues.shop.commission.pots, points: { 2024-02-01: 0.1 } }]`)
    expect(describeDifferences(plain, other)).toEqual([
      'with policy closure: venue shop, announced 2024-03-01, effective 2024-03-08 17:00, promotion allowed, anticipated true, for-good false',
      'size.buyers: 100 -> 50',
      'with row of venues kiosk',
      'venues.shop.nest: online -> street',
      'venues.shop.commission.pots: 0 -> 0.05 share of price',
      'with row of routes kiosk',
      'with course venues.shop.commission.pots: 0 -> 0.1 from 2024-02-01',
    ])
    expect(describeDifferences(plain, over(''))).toEqual([])
  })

  it('tell of a course what was in force before it, in its own words', () => {
    const rise = 'courses: [{ of: venues.shop.commission.pots, points: { 2024-02-01: 8 % } }'
    const base = over(`${rise}]`)
    const capped = over(
      `${rise}, { of: venues.shop.commission, at-most: { 2024-03-01: 5 % } }, { of: venues.shop.owner, points: { 2024-02-01: nobody } }]`,
    )
    expect(describeDifferences(base, capped)).toEqual([
      'with course venues.shop.commission.cloth: 0 -> at most 0.05 from 2024-03-01',
      'with course venues.shop.commission.pots: 0.08 -> at most 0.05 from 2024-03-01',
      'with course venues.shop.owner: owner -> nobody from 2024-02-01',
    ])
  })

  it('tell of a course that leads out of the range what is in force', () => {
    const times = 'multiply: { 2024-02-01: 2, 2024-03-01: 100 }'
    const [line] = describeDifferences(
      over('venues: { shop: { commission: 8 % } }'),
      over(
        `venues: { shop: { commission: 8 % } }\ncourses: [{ of: venues.shop.commission.pots, ${times} }]`,
      ),
    )
    expect(line).toBe(
      'with course venues.shop.commission.pots: 0.08 -> times 2 from 2024-02-01, times 100 (capped: 0.5 in force) from 2024-03-01',
    )
  })

  it('tell what policies make of values in force', () => {
    const tariff = 'courses: [{ of: categories.pots.duty-rate, points: { 2024-02-01: 30 % } }]\n'
    const duty =
      'policies: [{ duty: { effective: 2024-03-01T12:00Z, until: 2024-04-01, extra: 10 % } }]'
    expect(describeDifferences(over(tariff), over(tariff + duty)).slice(1)).toEqual([
      'categories.pots.duty-rate: 0.3 -> 0.4 share from 2024-03-01 19:00',
      'categories.cloth.duty-rate: 0.2 -> 0.3 share from 2024-03-01 19:00',
    ])
    const stop = 'policies: [{ minimum-price: { effective: 2024-03-01, floor: 100 US$ } }]'
    const shop = over('venues: { shop: { platform: true } }')
    const floor = over(`venues: { shop: { platform: true } }\n${stop}`)
    expect(describeDifferences(shop, floor)[1]).toBe(
      'venues.shop.imports-removed.*: 0 -> 0.03 share from 2024-03-01',
    )
  })

  it('name dates of the calendar and units of rules', () => {
    const other = over('rules: { pricing: { reviews: 0.5 } }\ncalendar: { lebaran: [2024-04-11] }')
    expect(describeDifferences(plain, other)).toEqual([
      expect.stringMatching(/^calendar.lebaran: .*-> 2024-04-11$/),
      'rules.pricing.reviews: 0.25 -> 0.5 1/week',
    ])
  })
})
