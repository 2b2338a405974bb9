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
      31,
    ],
    ['a course more', plain, course('2024-02-01: 0.5'), 31],
    ['a course from before the start', plain, course('2023-12-01: 0.5'), 0],
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
      'size.buyers: 100 -> 50',
      'with row of venues kiosk',
      'venues.shop.nest: online -> street',
      'venues.shop.commission.pots: 0 -> 0.05 share of price',
      'with row of routes kiosk',
      'with course venues.shop.commission.pots: 0.1 from 2024-02-01',
      'with policy closure: venue shop, announced 2024-03-01, effective 2024-03-08 17:00, promotion allowed, anticipated true',
    ])
    expect(describeDifferences(plain, over(''))).toEqual([])
  })

  it('name dates of the calendar and units of rules', () => {
    const other = over('rules: { pricing: { reviews: 0.5 } }\ncalendar: { lebaran: [2024-04-11] }')
    expect(describeDifferences(plain, other)).toEqual([
      expect.stringMatching(/^calendar.lebaran: .*-> 2024-04-11$/),
      'rules.pricing.reviews: 0.25 -> 0.5 1/week',
    ])
  })
})
