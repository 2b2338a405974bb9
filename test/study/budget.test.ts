/** The uncertainty budget: chance, parameters and structure from studies of the same market and policy, and of no other. */
import { describe, expect, it } from 'vitest'
import { loadScenario } from '../../src/node/index.ts'
import { budgetNotes, budgetText } from '../../src/report/budget.ts'
import { readScenario, resized, substanceKey } from '../../src/scenario/index.ts'
import {
  budgetOf,
  fitTold,
  type KnownStudy,
  knownStudy,
  type Subject,
} from '../../src/study/index.ts'

const effect = {
  ...{ scenario: 'ban', measure: 'sales', group: 'all', unit: 'mRp/day' },
  ...{ baseline: 200, policy: 190, difference: -10, low: -12, high: -8, runs: 8 },
}
const subject: Subject = {
  effect,
  ...{ dimension: 'all', row: 'all', window: 'first month', keys: ['base', 'ban'] },
}
const about = { size: { quick: true }, seeds: 4 }
const compared = [
  { name: 'country', key: 'base' },
  { name: 'other', key: 'other' },
  { name: 'shop-ban', key: 'ban' },
]
const asked = { name: 'sales', policy: 'shop-ban', measure: 'sales', at: {}, window: 'first month' }
const row = (factor: string, what: string, estimate: number) => ({
  ...{ outcome: 'sales', factor, what, estimate, low: Number.NaN, high: Number.NaN },
})
const structure: KnownStudy = {
  ...about,
  ...{ name: 'structure', design: { kind: 'variants' }, compared },
  outcomes: [
    {
      ...asked,
      of: 'percent',
      points: [-5, -9, 1, -4].map((mean, at) => ({
        ...{ place: `v${at}`, mean, low: mean - 2, high: mean + 2 },
      })),
      sensitivity: [],
    },
  ],
}
const uncertainty: KnownStudy = {
  ...about,
  ...{ name: 'draws', design: { kind: 'posterior' }, compared },
  outcomes: [
    {
      ...asked,
      of: 'percent',
      points: Array.from({ length: 10 }, (_, at) => ({ place: `p${at}`, mean: -6 + at / 3 })),
      cloud: { median: -5, low: -6, high: -3, sameSign: 0.97, chance: 0.19 },
      sensitivity: [row('a', 'rank correlation', 0.9)],
    },
  ],
}
/** Points of whatever is held possible: they lie farther apart. */
const possible: KnownStudy = {
  ...about,
  ...{ name: 'all ranges', design: { kind: 'sobol-points' }, compared, seeds: 1 },
  outcomes: [
    {
      ...{ ...asked, of: 'percent', sensitivity: [] },
      points: Array.from({ length: 10 }, (_, at) => ({ place: `p${at}`, mean: at - 4 })),
      cloud: { median: 2, low: -40, high: 40, sameSign: 0.5, chance: Number.NaN },
    },
  ],
}
const sobol: KnownStudy = {
  ...about,
  ...{ name: 'indices', design: { kind: 'sobol' }, compared },
  outcomes: [
    {
      ...{ ...asked, of: 'percent', points: [] },
      sensitivity: [
        row('chance', 'total', 0.5),
        row('b', 'total', 0.12),
        row('c', 'total', 0.09),
        row('a', 'total', 0.41),
        row('a', 'first order', 0.3),
      ],
    },
  ],
}

describe('the budget of an effect', () => {
  it('sets chance, parameters and structure beside each other, in one unit', () => {
    const budget = budgetOf(subject, [uncertainty, structure, sobol])
    expect(budget?.percent).toBe(true)
    expect(budget?.chance).toEqual({ low: -6, high: -4, runs: 8 })
    expect(budget?.parameters).toMatchObject({ low: -6, high: -3, points: 10, falls: true })
    expect(budget?.structure).toMatchObject({ low: -9, high: 1, points: 4, sameSign: 0.75 })
    expect(budget?.hangsOn?.map(({ factor, estimate }) => [factor, estimate])).toEqual([
      ['a', 0.41],
      ['b', 0.12],
    ])
  })

  it('sets draws of a fit beside points of what is held possible, and says what each moves', () => {
    const coversOf = (studies: readonly KnownStudy[], language: 'en' | 'id') => {
      const { rows, sentences } = budgetText(budgetOf(subject, studies)!, language, {})
      return [...rows.slice(1, -1).map((cells) => cells[2]), ...sentences.slice(0, 1)]
    }
    for (const studies of [
      [possible, uncertainty],
      [uncertainty, possible],
    ])
      expect(coversOf(studies, 'en')).toEqual([
        '90 % of 10 draws of the fit, 4 pairs each: the fitted parameters vary, all others are fixed (draws, quick market)',
        '90 % of 10 points over the full assumed ranges, a pair each (all ranges, quick market)',
        'The effect is negative in 97 % of the draws.',
      ])
    const varied = ['a', 'b'].map((path) => ({ path }))
    const counted = [
      { ...uncertainty, varied },
      { ...possible, varied: [...varied, ...varied] },
    ]
    const told = coversOf(counted, 'en')
    expect(told[0]).toContain('the 2 fitted parameters vary, all others are fixed')
    expect(told[1]).toContain('4 assumptions vary at once')
    expect(coversOf([possible], 'en')).toEqual([
      '90 % of 10 points over the full assumed ranges, a pair each (all ranges, quick market)',
      'Over the full assumed ranges the effect is positive at 50 % of the points.',
    ])
    expect(coversOf([uncertainty], 'id')[0]).toContain('sampel parameter hasil penyesuaian')
    expect(coversOf([possible], 'id')[1]).toBe(
      'Di seluruh rentang yang diasumsikan, dampaknya positif pada 50% titik.',
    )
  })

  it('tells no percentiles of fewer than ten draws', () => {
    const [outcome] = uncertainty.outcomes
    const outcomes = [{ ...outcome, points: outcome.points.slice(1) }]
    expect(budgetOf(subject, [{ ...uncertainty, outcomes }])?.parameters).toBeUndefined()
  })

  it('tells a spread without chance only where it is wider than chance makes it', () => {
    const said = (chance: number) => {
      const [outcome] = uncertainty.outcomes
      const outcomes = [{ ...outcome, cloud: { ...outcome.cloud!, chance } }]
      return budgetText(budgetOf(subject, [{ ...uncertainty, outcomes }])!, 'en', {}).sentences[1]
    }
    // Ten draws of four runs: F(9, 27) is 2.25 at 95 %, so that the share of chance must lie below 0.444.
    expect(said(0.44)).toContain('net of it the 90 % range is about')
    for (const chance of [0.45, 1])
      expect(said(chance)).toBe(
        'They spread no more than simulation noise does: the contribution of the fitted parameters is not detectable.',
      )
    expect(said(Number.NaN)).toContain('influence')
  })

  it('names what it hangs on only where that can be told from chance', () => {
    const hangsOn = (...studies: readonly KnownStudy[]) => {
      const budget = budgetOf(subject, studies)!
      return budget.hangsOn?.map(({ factor, what }) => `${factor} ${what}`)
    }
    const [{ sensitivity, ...outcome }] = sobol.outcomes
    const emulated = (explained: number): KnownStudy => ({
      ...sobol,
      outcomes: [{ ...outcome, emulator: { explained }, sensitivity }],
    })
    // `b` does nothing by itself.
    expect(hangsOn(emulated(0.5))).toEqual(['a total'])
    expect(hangsOn(emulated(0.7))).toEqual(['a total', 'b total'])
    // An emulator that predicts nothing says nothing.
    expect(hangsOn(emulated(0.4))).toEqual([])
    expect(budgetText(budgetOf(subject, [emulated(0.4)])!, 'en', {}).sentences).toEqual([
      'No assumption has a detectable influence on it.',
    ])
    expect(hangsOn(structure)).toBeUndefined()
    // Of 36 points a correlation of nothing lies within a half, three standard errors.
    const ranks = (name: string, kind: string, ...rows: [string, number][]): KnownStudy => ({
      ...{ ...uncertainty, name, design: { kind } },
      outcomes: [
        {
          ...uncertainty.outcomes[0],
          points: Array.from({ length: 36 }, (_, at) => ({ place: `p${at}`, mean: at })),
          sensitivity: rows.map(([factor, estimate]) => row(factor, 'rank correlation', estimate)),
        },
      ],
    })
    const draws = ranks('draws', 'posterior', ['d', 0.7])
    const wide = (estimate: number) => ranks('wide', 'sobol-points', ['w', estimate], ['v', 0.1])
    // The study that looked at more parameters comes first, where it tells anything.
    expect(hangsOn(draws, wide(-0.51))).toEqual(['w rank correlation'])
    expect(hangsOn(draws, wide(-0.49))).toEqual(['d rank correlation'])
    const sure = { ...row('s', 'mu*', 2), low: 1, high: 3 }
    const unsure = { ...row('u', 'mu*', 3), low: -1, high: 6 }
    const screened: KnownStudy = {
      ...sobol,
      outcomes: [{ ...outcome, sensitivity: [sure, unsure] }],
    }
    expect(hangsOn(screened)).toEqual(['s mu*'])
  })

  it('says both languages what covers what', () => {
    const { head, rows, sentences } = budgetText(
      budgetOf(subject, [uncertainty, structure, sobol])!,
      'en',
      {},
    )
    expect(head).toBe('Sales: −5.0 %')
    expect(rows.map(([, interval]) => interval)).toEqual([
      '−6.0 … −4.0',
      '−6.0 … −3.0',
      '−9.0 … +1.0',
    ])
    expect(sentences).toEqual([
      'The effect is negative in 97 % of the draws.',
      // The median is -5, and of its distances to both ends nine tenths are left, the root of 1 - 0.19.
      '19 % of their variance is simulation noise; net of it the 90 % range is about −5.9 … −3.2.',
      'The effect is negative in 75 % of the variants.',
      'Simulation noise of each: ±2.0.',
      'Over the full assumed ranges (indices), the effect depends most on a (total effect 41 % of the variance), b (total effect 12 % of the variance).',
    ])
    const indonesian = budgetText(budgetOf(subject, [sobol])!, 'id', {})
    const ofDraws = budgetText(budgetOf(subject, [uncertainty])!, 'id', {})
    expect(ofDraws.sentences[1]).toBe(
      '19% ragamnya adalah variasi acak simulasi; tanpa itu rentang 90% kira-kira −5,9 … −3,2.',
    )
    expect(indonesian.rows[1][1]).toContain('belum diketahui')
    expect(indonesian.sentences).toEqual([
      'Di seluruh rentang yang diasumsikan (indices), dampaknya paling bergantung pada a (pengaruh total 41% ragam), b (pengaruh total 12% ragam).',
    ])
  })

  it('says what it hangs on by its name and by the path by which one varies it', () => {
    const [outcome] = sobol.outcomes
    const rows = ['households.impulse-displacement', 'nests.platforms.dissimilarity'].map(
      (path, nth) => row(path, 'total', 0.4 - nth / 10),
    )
    const named = { ...sobol, outcomes: [{ ...outcome, sensitivity: rows }] }
    const said = (language: 'en' | 'id') =>
      budgetText(budgetOf(subject, [named])!, language, {}).sentences.at(-1)
    expect(said('en')).toBe(
      'Over the full assumed ranges (indices), the effect depends most on Share of impulse purchases that displace planned purchases (households.impulse-displacement; total effect 40 % of the variance), Dissimilarity parameter: 1 is the plain logit (nests.platforms.dissimilarity; total effect 30 % of the variance).',
    )
    expect(said('id')).toContain(
      'Bagian belanja impulsif yang menggantikan belanja terencana (households.impulse-displacement; pengaruh total 40% ragam)',
    )
  })

  it('says what an assumption explains by itself, with intervals, and how well that is known', () => {
    const [outcome] = sobol.outcomes
    const withEnds = (what: string, estimate: number, low: number, high: number) => ({
      ...row('a', what, estimate),
      ...{ low, high },
    })
    const told = (...sensitivity: ReturnType<typeof row>[]) => {
      const outcomes = [{ ...outcome, emulator: { explained: 0.74 }, sensitivity }]
      return budgetText(budgetOf(subject, [{ ...sobol, outcomes }])!, 'en', {}).sentences
    }
    const total = withEnds('total', 0.33, 0.26, 0.39)
    expect(told(total, withEnds('first order', 0.29, 0.21, 0.38))).toEqual([
      'Over the full assumed ranges (indices), the effect depends most on a (main effect 21 to 38 %, total effect 26 to 39 % of the variance).',
      'These shares come from an emulator that predicts 74 % of the variance of points left out of it.',
    ])
    // What it does by itself cannot be told from nothing: an emulator that predicts enough is believed all the same.
    expect(told(total, withEnds('first order', 0.1, -0.02, 0.2))[0]).toContain(
      'a (total effect 26 to 39 % of the variance)',
    )
  })

  it('says how many rise, fall and stay where the median is nought', () => {
    const [outcome] = possible.outcomes
    const flat: KnownStudy = {
      ...possible,
      outcomes: [
        {
          ...outcome,
          points: [-1, 0, 0, 0, 0, 0, 0, 2, 3, 4].map((mean, at) => ({ place: `p${at}`, mean })),
          cloud: { ...outcome.cloud!, median: 0, sameSign: 0.6 },
        },
      ],
    }
    const said = (language: 'en' | 'id') =>
      budgetText(budgetOf(subject, [flat])!, language, {}).sentences[0]
    expect(said('en')).toBe(
      'Over the full assumed ranges the effect is positive in 30 % of the points, negative in 10 % and zero in 60 %.',
    )
    expect(said('id')).toBe(
      'Di seluruh rentang yang diasumsikan, dampaknya positif pada 30% titik, negatif pada 10%, dan nol pada 60%.',
    )
    const still = structure.outcomes.map((one) => ({
      ...one,
      points: one.points.map((point, at) => ({ ...point, mean: [0, -1, 2, 0][at] })),
    }))
    expect(
      budgetText(budgetOf(subject, [{ ...structure, outcomes: still }])!, 'en', {}).sentences[0],
    ).toBe('The effect is positive in 25 % of the variants, negative in 25 % and zero in 50 %.')
  })

  it('does not believe an emulator that predicts half of what acts with others alone', () => {
    const [outcome] = sobol.outcomes
    const rows = (low: number) => [
      { ...row('a', 'total', 0.22), low: 0.17, high: 0.29 },
      { ...row('a', 'first order', 0.05), low, high: 0.1 },
    ]
    const hangsOn = (explained: number, low: number) =>
      budgetOf(subject, [
        { ...sobol, outcomes: [{ ...outcome, emulator: { explained }, sensitivity: rows(low) }] },
      ])?.hangsOn?.map(({ factor }) => factor)
    expect(hangsOn(0.54, -0.01)).toEqual([])
    expect(hangsOn(0.54, 0.01)).toEqual(['a'])
    expect(hangsOn(0.8, -0.01)).toEqual(['a'])
  })

  it('says how near draws come to the data, and where the model as it is lies among its variants', () => {
    const fit = { tolerance: 0.6, targets: 12, parameters: 9 }
    const text = budgetText(budgetOf(subject, [{ ...uncertainty, fit }, structure])!, 'en', {})
    const { rows } = text
    // Said once below all effects, and not of each.
    expect(text.sentences.join(' ')).not.toContain('Draws go')
    expect(budgetNotes([text, text])).toEqual([
      'The draws fit the data only approximately: over 12 targets, simulated values miss the target range by at most 0.60 half-widths (root mean square).',
    ])
    expect(rows.at(-1)?.[2]).toBe(
      'lowest to highest of 4 variants, 4 pairs each; the standard model gives −5.0 there (structure, quick market)',
    )
    const file = JSON.stringify({
      ...{ schema: 'pasar/fit/1', generations: [{ tolerance: 2 }, { tolerance: 0.6 }] },
      targets: [{ 'fitted on': true }, { 'fitted on': false }],
      parameters: [{}, {}, {}],
    })
    expect(fitTold(file)).toEqual({ tolerance: 0.6, targets: 1, parameters: 3 })
    for (const text of ['', '{}', '{"schema":"pasar/fit/1","generations":[]}'])
      expect(fitTold(text)).toBeUndefined()
  })

  it.each<[string, Partial<Subject>]>([
    ['baseline', { keys: ['another', 'ban'] }],
    ['policy', { keys: ['base', 'none'] }],
    ['window', { window: 'second month' }],
    ['measure', { effect: { ...effect, measure: 'employment' } }],
    ['group', { dimension: 'venue', row: 'shopee' }],
  ])('takes nothing from a study of another %s', (_, other) => {
    expect(budgetOf({ ...subject, ...other }, [uncertainty, structure, sobol])).toBeUndefined()
  })

  it('knows a window that is cut short, and results in no other form', () => {
    expect(budgetOf({ ...subject, window: 'first month (cut short)' }, [sobol])).toBeDefined()
    expect(knownStudy('{"schema":"pasar/experiment/1","low":null}')).toMatchObject({
      low: Number.NaN,
    })
    for (const text of ['', '{', 'null', '{"schema":"pasar/answer/1"}'])
      expect(knownStudy(text)).toBeUndefined()
  })
})

describe('the key of a market at any size', () => {
  const read = (path: string, ...set: string[]) => {
    const found = readScenario(path, loadScenario, { set })
    if (!found.ok) throw new Error('unreadable')
    return found.scenario.input
  }
  const base = read('scenarios/indonesia-2023.yaml')
  it('is one for every size and number of days, and for no other value', () => {
    const key = substanceKey(base)
    for (const size of [{ quick: true }, { scale: 0.37 }, { scale: 3 }, { days: 90 }])
      expect(substanceKey(resized(base, size))).toBe(key)
    for (const set of ['households.income=621 kRp/week', 'creator.weight=1100'])
      expect(substanceKey(read('scenarios/indonesia-2023.yaml', set))).not.toBe(key)
    expect(substanceKey(read('scenarios/tiktok-shop-ban.yaml'))).not.toBe(key)
  })

  it('does not know a parameter that stands at its default: one declared later changes no key', () => {
    const key = substanceKey(base)
    const { showcase, ...others } = base.rules
    const fewer = { ...base, rules: { ...others, showcase: {} } }
    expect(Object.keys(showcase)).not.toEqual([])
    expect(substanceKey(fewer)).toBe(key)
    expect(
      substanceKey(read('scenarios/indonesia-2023.yaml', 'rules.showcase.credibility=1')),
    ).not.toBe(key)
    const ban = read('scenarios/tiktok-shop-ban.yaml')
    const [{ policy, settings }] = ban.policies
    const { anticipated: _, ...told } = settings
    expect(settings).toHaveProperty('anticipated', true)
    const policies = [{ policy, settings: told }]
    expect(substanceKey({ ...ban, policies })).toBe(substanceKey(ban))
  })
})
