/** Policies that contradict each other are findings, and each names both places. */
import { describe, expect, it } from 'vitest'
import { formatFinding } from '../../src/scenario/index.ts'
import { findingsOf, good, placed } from './files.ts'

const ROUTES = `venues:
  mall: { nest: online, owner: rival }
  bazaar: { nest: online, owner: other }
companies: { rival: {}, other: {} }
routes:
  shop-to-mall: { from: shop, to: mall, friction: 1 }
  shop-to-bazaar: { from: shop, to: bazaar, friction: 1 }
  bazaar-to-mall: { from: bazaar, to: mall, friction: 1 }
policies:
`
/** Policies from line 12 on. */
const over = (...policies: string[]) =>
  `title: X\nextends: base\n${ROUTES}${policies.map((one) => `  - ${one}\n`).join('')}`

const closure = (venue: string, effective = '2024-03-01', more = '') =>
  `closure: { venue: ${venue}, announced: 2024-02-20, effective: ${effective}${more} }`
const reopening = (settings: string, venue = 'shop', partner = 'mall') =>
  `reopening: { venue: ${venue}, partner: ${partner}, ${settings} }`

/** Where the last or only `needle` of a line begins. */
const at = (text: string, line: number, needle: string) =>
  `x.yaml:${line}:${text.split('\n')[line - 1].lastIndexOf(needle) + 1}`

/** The second place of the only finding. */
const beside = (text: string) => findingsOf(text).map(({ also }) => also)

describe('what is in order has no finding', () => {
  it.each([
    [
      'a closure and a reopening at a partner',
      [closure('shop'), reopening('effective: 2024-05-01')],
    ],
    ['a partner that closes later', [reopening('effective: 2024-02-01'), closure('mall')]],
    [
      'a venue sold twice, one day after the other',
      [
        reopening('effective: 2024-03-01, ownership: true'),
        reopening('effective: 2024-03-02, ownership: true', 'bazaar'),
      ],
    ],
    [
      'two strict closures that shut one link, the later listed first',
      [
        closure('mall', '2024-04-01', ', promotion: forbidden'),
        closure('shop', '2024-03-01', ', promotion: forbidden'),
      ],
    ],
    [
      'two duties, in any order, on one day or one within the other',
      [
        'duty: { effective: 2024-05-01, extra: 5 % }',
        'duty: { effective: 2024-03-01, extra: 2 %, enforcement: 0.5 }',
        'duty: { effective: 2024-03-01, until: 2024-04-01, extra: 5 %, enforcement: 0.2 }',
      ],
    ],
    [
      'a cap on fees that a lower one makes idle',
      [
        reopening('effective: 2024-05-01, fee-cap: 5 %'),
        reopening('effective: 2024-03-01, fee-cap: 3 %', 'bazaar'),
      ],
    ],
    ['an end after its start', ['duty: { effective: 2024-03-01, until: 2024-04-01, extra: 1 % }']],
  ])('%s', (_, policies) => {
    expect(placed(over(...policies))).toEqual([])
  })
})

describe('a venue closed for good', () => {
  it('cannot take in the attention of another', () => {
    const text = over(closure('mall'), reopening('effective: 2024-05-01'))
    expect(placed(text)).toEqual([`closed-venue ${at(text, 13, 'mall')}`])
    expect(beside(text)).toEqual([at(text, 12, 'mall')])
  })

  it('cannot be reopened, nor its attention be led elsewhere', () => {
    const closed = closure('shop', '2024-03-01', ', for-good: true')
    for (const partner of ['shop', 'mall'])
      expect(placed(over(closed, reopening('effective: 2024-05-01', 'shop', partner)))).toEqual([
        `closed-venue x.yaml:13:${partner === 'shop' ? 40 : 25}`,
      ])
    const revived = reopening('effective: 2024-05-01', 'shop', 'shop')
    expect(placed(over(closure('shop'), revived))).toEqual([])
  })
})

describe('two owners of one venue on one day', () => {
  const own = reopening('effective: 2024-03-01, ownership: true')

  it('by two policies', () => {
    const text = over(own, reopening('effective: 2024-03-01T12:00Z, ownership: true', 'bazaar'))
    expect(placed(text)).toEqual([`two-owners ${at(text, 13, 'true')}`])
    expect(beside(text)).toEqual([at(text, 12, 'true')])
  })

  it('by a policy and a course', () => {
    const text = `${over(own)}courses: [{ of: venues.mall.owner, points: { 2024-03-01: other } }]\n`
    expect(placed(text)).toEqual([`two-owners ${at(text, 12, 'true')}`])
    expect(beside(text)[0]).toMatch(/^x\.yaml:13:/)
    expect(
      placed(text.replace('points: { 2024-03-01: other', 'points: { 2024-03-01: owner')),
    ).toEqual([])
  })
})

describe('a step of a merger that is taken twice', () => {
  it.each([
    ['an acquisition', 'ownership: true', 'true'],
    ['data', 'data: 0.5', '0.5'],
    ['overlapping staff', 'duplicated-jobs: 0.25', '0.25'],
  ])('%s', (_, taken, value) => {
    const text = over(
      reopening(`effective: 2024-03-01, ${taken}`),
      reopening(`effective: 2024-05-01, ${taken}`),
    )
    expect(placed(text)).toEqual([`step-taken-twice ${at(text, 13, value)}`])
    expect(beside(text)).toEqual([at(text, 12, value)])
  })

  it('by another venue of the owner, who has bought already', () => {
    const both = (owner: string) =>
      over(
        reopening('effective: 2024-03-01, ownership: true'),
        reopening('effective: 2024-05-01, ownership: true', 'bazaar'),
      ).replace('owner: other', `owner: ${owner}`)
    expect(placed(both('other'))).toEqual([])
    expect(placed(both('owner'))).toEqual([`step-taken-twice ${at(both('owner'), 13, 'true')}`])
  })

  it('but not again after a divestiture, nor a step that may be repeated', () => {
    expect(
      placed(
        over(
          reopening('effective: 2024-03-01, ownership: true, data: 1, divest: 2024-05-01'),
          reopening('effective: 2024-05-01, ownership: true, data: 1'),
          reopening('effective: 2024-06-01, attrition: 0.1, login: 0.5'),
          reopening('effective: 2024-07-01, attrition: 0.1, login: 0.6'),
        ),
      ),
    ).toEqual([])
  })
})

describe('an end before its start', () => {
  it.each([
    ['a duty', 'duty: { effective: 2024-03-01, until: 2024-02-01 }'],
    ['a floor, on the same day', 'minimum-price: { effective: 2024-03-01, until: 2024-03-01 }'],
    ['a merger', reopening('effective: 2024-03-01, divest: 2024-01-10')],
  ])('of %s', (_, policy) => {
    const text = over(policy)
    const end = policy.slice(policy.lastIndexOf(': ') + 2, -2)
    expect(placed(text)).toEqual([`ends-too-early ${at(text, 12, end)}`])
    const start = text.split('\n')[11].indexOf('2024-03-01') + 1
    expect(beside(text)).toEqual([`x.yaml:12:${start}`])
  })

  it('of a closure and of the calendar name the start too', () => {
    const backwards = over('closure: { venue: shop, announced: 2024-03-08, effective: 2024-03-01 }')
    expect(placed(backwards)).toEqual(['effective-before-announced x.yaml:12:63'])
    expect(beside(backwards)).toEqual(['x.yaml:12:40'])
    expect(beside('title: X\nextends: base\ncalendar: { end: 2023-06-01 }')).toEqual([
      'base.yaml:2:20',
    ])
  })
})

describe('other contradictions', () => {
  it('stalls to be kept where there is no event', () => {
    const text = over('event-mandate: { effective: 2024-03-01, stalls: 130 }')
    expect(placed(text)).toEqual([`no-event ${at(text, 12, '130')}`])
    const none = over('event-mandate: { effective: 2024-03-01, stalls: 0 }')
    expect(placed(none)).toEqual([])
  })

  it('a partner to whom no route leads', () => {
    const text = over(reopening('effective: 2024-03-01', 'shop', 'stall'))
    expect(placed(text)).toEqual(['no-route x.yaml:12:40'])
    expect(formatFinding(findingsOf(text)[0])).toContain(
      'write routes: { shop-to-stall: { from: shop, to: stall, open: 0 } }',
    )
  })

  it('a policy that one listed after it, but begun earlier, overrides', () => {
    const opens = reopening('effective: 2024-05-01', 'shop', 'shop')
    const text = over(opens, closure('shop'))
    expect(placed(text)).toEqual(['without-force x.yaml:12:5'])
    expect(beside(text)).toEqual(['x.yaml:13:5'])
    expect(formatFinding(findingsOf(text)[0])).toContain(
      'reopening has no effect on routes.shop.open: closure starts earlier and sets the same value. List closure first',
    )
    expect(placed(over(closure('shop'), opens))).toEqual([])
    // From the first day on one policy may mend another.
    const mended = reopening('effective: 2024-03-01', 'shop', 'shop')
    expect(placed(over(closure('shop'), mended))).toEqual([])
  })

  it('an owner whom the next sale, listed after it but made before, leaves nothing', () => {
    const text = over(
      reopening('effective: 2024-03-02, ownership: true'),
      reopening('effective: 2024-03-01, ownership: true', 'bazaar'),
    )
    expect(placed(text)).toEqual(['without-force x.yaml:12:5'])
    expect(formatFinding(findingsOf(text)[0])).toContain('venues.mall.owner: the other reopening')
  })

  it('says of an end on the first day what an end is', () => {
    const [finding] = findingsOf(over('duty: { effective: 2024-03-01, until: 2024-03-01 }'))
    expect(formatFinding(finding)).toContain(
      'duty begins on 2024-03-01 and its until is 2024-03-01: that is the first day without it, so write a later day',
    )
  })

  it('all at once', () => {
    const text = over(
      closure('mall'),
      reopening('effective: 2024-05-01, divest: 2024-04-01, ownership: true'),
      'duty: { effective: 2024-03-01, until: 2024-02-01 }',
    )
    expect(placed(text).map((one) => one.split(' ')[0])).toEqual([
      'closed-venue',
      'ends-too-early',
      'ends-too-early',
    ])
  })

  it('is said in words with both places', () => {
    const text = over(closure('mall'), reopening('effective: 2024-05-01'))
    expect(formatFinding(findingsOf(text)[0]).split('\n')).toEqual([
      'x.yaml:13:40  mall is closed from 2024-03-01 on and cannot be acquired on 2024-05-01',
      expect.stringContaining('reopening: { venue: shop, partner: mall'),
      `${' '.repeat(41)}^^^^`,
      '  beside x.yaml:12:23',
    ])
  })
})

it('an optional date left out never comes', () => {
  const { input } = good(over('duty: { effective: 2024-03-01, extra: 5 % }'))
  expect(Number(input.policies[0].settings.until)).toBeGreaterThan(input.days)
})

it('a fault of one policy hides none of another, and none of its dates', () => {
  const text = over(
    'closure: { venue: shop, announced: 2024-03-05, effective: 2024-03-04 }',
    'duty: { effective: 2024-03-01, until: 2024-03-01, extra: 2 % }',
    'minimum-price: { effective: 2024-03-01, until: 2024-02-01, price: 3 }',
  )
  const lines = placed(text).map((one) => one.split(' ')[1].split(':')[1])
  expect(lines).toEqual(['12', '13', '14', '14'])
})
