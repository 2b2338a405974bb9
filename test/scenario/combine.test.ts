import { describe, expect, it } from 'vitest'
import { combine, describeDifferences, fingerprint } from '../../src/scenario/index.ts'
import { good } from './files.ts'

const over = (text: string) => good(`title: X\nextends: base\n${text}`).input
const plain = over('')
const both = (one: string, other: string) =>
  combine(plain, { name: 'one', input: over(one) }, { name: 'other', input: over(other) })
const closure = (venue: string, effective: string) =>
  `policies: [{ closure: { venue: ${venue}, announced: ${effective}, effective: ${effective} } }]`
const course = (of: string, value: number) =>
  `courses: [{ of: ${of}, points: { 2024-02-01: ${value} } }]`

describe('a combination', () => {
  it('has what both change: values, courses and policies', () => {
    const found = both(
      `venues: { shop: { commission: 5 % } }\nfirms: { people: 2 }\n${course('venues.shop.reach', 0.5)}`,
      `venues: { shop: { subsidy: 3 kRp } }\nsize: { buyers: 90 }\n${course('venues.stall.reach', 0.5)}\n${closure('shop', '2024-03-08')}`,
    )
    const whole = over(
      `venues: { shop: { commission: 5 %, subsidy: 3 kRp } }
firms: { people: 2 }
size: { buyers: 90 }
courses: [{ of: venues.shop.reach, points: { 2024-02-01: 0.5 } }, { of: venues.stall.reach, points: { 2024-02-01: 0.5 } }]
${closure('shop', '2024-03-08')}`,
    )
    expect(found.ok && describeDifferences(whole, found.input)).toEqual([])
    expect(found.ok && fingerprint(found.input)).toBe(fingerprint(whole))
  })

  it('of a scenario and one that changes nothing is the scenario', () => {
    const one = over(closure('shop', '2024-03-08'))
    for (const found of [
      both(closure('shop', '2024-03-08'), ''),
      both('', closure('shop', '2024-03-08')),
      both(closure('shop', '2024-03-08'), closure('shop', '2024-03-08')),
    ])
      expect(found.ok && fingerprint(found.input)).toBe(fingerprint(one))
  })

  it('has policies in the order of their first days', () => {
    const found = both(closure('shop', '2024-05-01'), closure('stall', '2024-03-08'))
    expect(found.ok && found.input.policies.map(({ settings }) => settings.venue)).toEqual([1, 0])
  })

  it('has twice one policy where it matters to nothing which is first', () => {
    const found = both(
      'policies: [{ duty: { effective: 2024-05-01, extra: 10 % } }]',
      'policies: [{ duty: { effective: 2024-03-08, extra: 20 % } }]',
    )
    expect(found.ok && found.input.policies.map(({ settings }) => settings.extra)).toEqual([
      0.2, 0.1,
    ])
    expect(both(closure('shop', '2024-03-08'), closure('shop', '2024-04-08')).ok).toBe(true)
  })

  it.each([
    [
      'one value to two numbers',
      'venues: { shop: { commission: { pots: 5 % } } }',
      'venues: { shop: { commission: { pots: 6 % } } }',
      /^one and other both set venues.shop.commission.*: 0.05 and 0.06\nlet only one/,
    ],
    [
      'one size to two',
      'size: { buyers: 90 }',
      'size: { buyers: 80 }',
      /^one and other both set size.buyers: 90 and 80/,
    ],
    [
      'one value along two paths',
      course('venues.shop.reach', 0.5),
      course('venues.shop.reach', 0.6),
      /both set venues.shop.reach: 0.5 from 2024-02-01 and 0.6 from 2024-02-01/,
    ],
    [
      'by one policy what its order decides',
      'policies: [{ duty: { effective: 2024-03-08, extra: 10 % } }]',
      'policies: [{ duty: { effective: 2024-03-08, de-minimis: 0 US$ } }]',
      /both move the same values by one policy:\n {2}duty: effective 2024-03-08.*\n {2}duty: effective 2024-03-08/,
    ],
    [
      'rows that the baseline has not',
      'venues: { kiosk: { nest: online, owner: nobody } }',
      'firms: { people: 2 }',
      /^one has other venues than the baseline.*\nput the rows into the baseline too/,
    ],
  ])('does not set %s', (_, one, other, message) => {
    const found = both(one, other)
    expect(found.ok ? '' : found.conflicts[0]).toMatch(message)
  })
})
