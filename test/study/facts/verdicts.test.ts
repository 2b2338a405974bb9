/** What two nulls say in closed form, what a fact is judged to be, and why it cannot be. */
import { describe, expect, it } from 'vitest'
import { reallocated, recapturedShare } from '../../../src/study/facts/nulls.ts'
import { factValue } from '../../../src/study/facts/statistics.ts'
import { type Fact, type FactSample, factsFound } from '../../../src/study/index.ts'
import type { Reading } from '../../../src/study/targets/index.ts'

/** Sales by venue and category: a feed of 20 and 10, a shop of 30 and 10, stalls of 10 and 20. */
const SALES: Readonly<Record<string, number>> = {
  ...{ 'feed fashion': 20, 'feed food': 10, 'shop fashion': 30, 'shop food': 10 },
  ...{ 'stalls fashion': 10, 'stalls food': 20 },
}
const sumOf = (venue?: string, category?: string) =>
  Object.entries(SALES).reduce((sum, [name, value]) => {
    const [own, of] = name.split(' ')
    return (venue ?? own) === own && (category ?? of) === of ? sum + value : sum
  }, 0)

const baseline: Reading = {
  mean(measure, _from, _to, at = {}) {
    if (measure === 'sales') return sumOf(at.venue, at.category)
    if (measure === 'parcels') return { feed: 6, shop: 4, stalls: 0 }[at.venue ?? ''] ?? 10
    if (measure === 'platform share') return sumOf(at.venue) / 70
    return measure === 'umkm jobs' ? 500 : Number.NaN
  },
}
const closing = { venues: ['feed', 'shop', 'stalls'], closed: ['feed'], since: '2023-10-05' }
const DAYS = ['2023-10-05', '2023-11-03'] as const
const after = reallocated(baseline, closing)

describe('a closure with proportional reallocation', () => {
  it('raises sales of all other venues by s / (1 - s), and leaves their sum', () => {
    expect(after.mean('sales', ...DAYS, { venue: 'feed' })).toBe(0)
    expect(after.mean('sales', ...DAYS, { venue: 'shop' })).toBeCloseTo(40 / 0.7, 12)
    expect(after.mean('sales', ...DAYS, { venue: 'stalls' })).toBeCloseTo(30 / 0.7, 12)
    expect(after.mean('sales', ...DAYS)).toBe(100)
  })

  it('reallocates a category within it, and keeps its sum', () => {
    const within = { category: 'fashion' }
    expect(after.mean('sales', ...DAYS, { venue: 'shop', ...within })).toBeCloseTo(
      30 / (1 - 20 / 60),
      12,
    )
    expect(after.mean('sales', ...DAYS, within)).toBe(60)
  })

  it('moves parcels with the sales, and shares of platforms among those that stay', () => {
    expect(after.mean('parcels', ...DAYS)).toBeCloseTo(4 / 0.7, 12)
    expect(after.mean('platform share', ...DAYS, { venue: 'shop' })).toBeCloseTo(1, 12)
    expect(after.mean('umkm jobs', ...DAYS)).toBe(500)
  })

  it('does nothing before the closure, and in part in days of both kinds', () => {
    expect(after.mean('sales', '2023-09-01', '2023-10-04', { venue: 'feed' })).toBe(30)
    // Three days open, one closed.
    expect(after.mean('sales', '2023-10-02', '2023-10-05', { venue: 'feed' })).toBeCloseTo(22.5, 12)
  })

  it('recaptures by the shares of the others, and saves or loses nothing', () => {
    const share = (to: string) =>
      recapturedShare((venue) => sumOf(venue), closing.venues, closing.closed, to)
    expect(share('shop')).toBeCloseTo(4 / 7, 12)
    expect(share('stalls')).toBeCloseTo(3 / 7, 12)
    expect([share('lost'), share('feed')]).toEqual([0, 0])
  })
})

const place = { source: { name: 'facts.yaml', lines: [], layer: 0 }, line: 1, column: 1, length: 1 }
const fact = (what: string, more: Partial<Fact> = {}): Fact => ({
  ...{ id: what, what, indonesian: what, comparison: 0, policy: 'ban', times: 1, unit: '%' },
  ...{ band: { low: 8, high: 15 }, source: '', grade: 'B', used: 'no', countsIf: [], place },
  statistic: {
    kind: 'cells',
    of: 'percent',
    statistic: {
      ...{ measure: 'sales', rows: { venue: ['shop'] }, less: 0, times: 1 },
      stretches: [{ from: DAYS[0], to: DAYS[1] }],
    },
  },
  ...more,
})
const policy: Reading = {
  mean: (measure, from, to, at) => 1.1 * baseline.mean(measure, from, to, at),
}

describe('the value of a fact', () => {
  const world = { baseline, policy, closing }

  it('is the change of both worlds, with what the nulls say', () => {
    const found = factValue(fact('shop'), world, -1)
    expect(found.value).toBeCloseTo(10, 10)
    expect(found.none).toBe(0)
    expect(found.proportional).toBeCloseTo(100 * (1 / 0.7 - 1), 10)
    expect(found.agents).toBeNaN()
  })

  it('has no null by reallocation where nothing closes, and none at all without a policy', () => {
    const open = factValue(fact('shop'), { ...world, closing: { ...closing, closed: [] } }, -1)
    expect(open.proportional).toBeNaN()
    expect(open.none).toBe(0)
    const level = fact('shop', {
      policy: undefined,
      statistic: {
        ...(fact('shop').statistic as Extract<Fact['statistic'], { kind: 'cells' }>),
        of: 'level',
      },
    })
    expect(factValue(level, { baseline, closing }, -1)).toMatchObject({
      value: 40,
      none: Number.NaN,
    })
  })

  it('of recaptured sales is the share of what left, by the same occasions', () => {
    const flows = [
      { window: 'month', side: 'buyers', from: 'feed', to: 'shop', value: 12, left: 30 },
      { window: 'month', side: 'buyers', from: 'feed', to: 'lost', value: 18, left: 30 },
      { window: 'later', side: 'buyers', from: 'feed', to: 'shop', value: 99, left: 99 },
    ] as const
    const people = {
      scenario: 'ban',
      run: 1,
      outcomes: [],
      flows,
      aftermath: { elsewhere: [], recovery: [] },
    }
    const recaptured = (to: string) =>
      factValue(
        fact('r', {
          statistic: {
            ...{ kind: 'recaptured', from: 'feed', to, side: 'buyers', window: 'month' },
            days: { from: DAYS[0], to: DAYS[1] },
          },
        }),
        { ...world, people },
        -1,
      )
    expect(recaptured('shop').value).toBe(40)
    expect(recaptured('stalls').value).toBe(0)
    expect(recaptured('shop').proportional).toBeCloseTo(100 * (4 / 7), 10)
    expect(recaptured('shop').none).toBeNaN()
  })

  it('of agents is the answer to its question', () => {
    const asked = [{ value: 1, proportional: 2, none: 3, agents: 40 }]
    const people = {
      scenario: 'ban',
      run: 1,
      outcomes: [],
      flows: [],
      aftermath: { elsewhere: [], recovery: [] },
      asked,
    }
    const one = fact('p', {
      times: 10,
      statistic: { kind: 'people', asked: { kind: 'elsewhere', days: 28, to: 'shop' } },
    })
    expect(factValue(one, { ...world, people }, 0)).toEqual({
      value: 10,
      proportional: 20,
      none: 30,
      agents: 40,
    })
    expect(factValue(one, world, 0).value).toBeNaN()
  })
})

const sample = (value: number, more: Partial<FactSample> = {}): FactSample => ({
  ...{ draw: 0, run: 1, value, proportional: 43, none: 0, agents: Number.NaN },
  ...more,
})
const judged = (facts: readonly Fact[], ...samples: (readonly FactSample[])[]) =>
  factsFound(facts, samples).map(({ verdict, untestable, tellsNothing }) => ({
    ...{ verdict, untestable, tellsNothing },
  }))

describe('a fact', () => {
  it('passes where the median of the runs lies in its band, ends included', () => {
    const [found] = factsFound([fact('a')], [[sample(1), sample(8), sample(20)]])
    expect(found.verdict).toBe('pass')
    expect(found.model.median).toBe(8)
    // A tenth of the way from the lowest to the median, and nine tenths from it to the highest.
    expect(found.model.low).toBeCloseTo(1.7, 12)
    expect(found.model.high).toBeCloseTo(18.8, 12)
    expect(judged([fact('a')], [sample(7.99)])[0].verdict).toBe('fail')
    expect(judged([fact('a')], [sample(15)])[0].verdict).toBe('pass')
  })

  it('tells nothing where both nulls lie in its band too', () => {
    const wide = fact('a', { band: { low: -1, high: 50 } })
    expect(judged([wide], [sample(10)])[0].tellsNothing).toBe(true)
    expect(judged([fact('a')], [sample(10, { none: 9 })])[0].tellsNothing).toBe(false)
    const alone = sample(10, { proportional: Number.NaN })
    expect(judged([wide], [alone])[0].tellsNothing).toBe(true)
    expect(
      judged([wide], [sample(10, { proportional: Number.NaN, none: Number.NaN })])[0].tellsNothing,
    ).toBe(false)
  })

  it('cannot be tested without a band, a number or ten agents', () => {
    expect(judged([fact('a', { band: undefined })], [sample(10)])[0]).toMatchObject({
      ...{ verdict: 'not testable', untestable: { why: 'no band' }, tellsNothing: false },
    })
    const half = [sample(Number.NaN), sample(10)]
    expect(judged([fact('a')], half)[0].untestable).toEqual({ why: 'no number', runs: 1 })
    expect(judged([fact('a')], [...half, sample(10)])[0].verdict).toBe('pass')
    expect(judged([fact('a')], [])[0].untestable).toEqual({ why: 'no number', runs: 0 })
    const few = [sample(10, { agents: 8 }), sample(10, { agents: 11 })]
    expect(judged([fact('a')], few)[0].untestable).toEqual({ why: 'few agents', agents: 9.5 })
    expect(judged([fact('a')], [sample(10, { agents: 10 })])[0].verdict).toBe('pass')
  })

  it('counts only if those that it names pass, and those that they name', () => {
    const facts = [
      fact('a'),
      fact('b', { countsIf: ['a'] }),
      fact('c', { countsIf: ['b'] }),
      fact('d', { countsIf: ['C1'] }),
      fact('e', { id: 'C1' }),
      fact('f', { id: 'C1' }),
    ]
    const [good, bad] = [[sample(10)], [sample(99)]]
    const found = judged(facts, bad, good, good, good, good, bad)
    expect(found.map(({ verdict }) => verdict)).toEqual([
      ...['fail', 'not testable', 'not testable', 'not testable', 'pass', 'fail'],
    ])
    expect(found[2].untestable).toEqual({ why: 'condition', facts: ['b'] })
    expect(
      judged(facts, good, good, good, good, good, good).every(({ verdict }) => verdict === 'pass'),
    ).toBe(true)
  })
})
