/** What a study varied is called in the language of its report, where it has a name there. */
import { describe, expect, it } from 'vitest'
import { CATALOGUE, MEASURES } from '../../src/market/index.ts'
import { toldIn } from '../../src/report/experiment/written.ts'
import { experimentCharts, experimentSentences } from '../../src/report/index.ts'
import { parameterAt } from '../../src/scenario/index.ts'
import type { ExperimentFound, Varied } from '../../src/study/index.ts'

const { settings, indonesian } = CATALOGUE.find(({ name }) => name === 'reopening')!
const varied = (path: string, label: string, unit: string): Varied => ({
  ...{ path, label, unit, form: 'number', rows: [] },
  distribution: { kind: 'uniform', from: 0, to: 26 },
})
const RULE = 'Speed of reviews'
const FACTORS = [
  varied('policies.reopening.ramp', settings.ramp.label, 'weeks'),
  varied('policies.2.reopening.attrition', settings.attrition.label, 'share'),
  varied('rules.pricing.reviews', RULE, '1/week'),
]

const point = (factor: number, value: number, mean: number) => ({
  point: { key: `${factor}-${value}` },
  values: FACTORS.map((_, nth) => (nth === factor ? value : 0)),
  ...{ mean, low: mean - 1, high: mean + 1, runs: 2, outcomes: [mean - 1, mean + 1] },
})
const responses = FACTORS.map((_, factor) => ({
  factor,
  points: [point(factor, 0, -10), point(factor, 26, -50)],
}))
const found = {
  experiment: {
    name: 'x',
    varied: FACTORS,
    variants: [],
    scenarios: [],
    design: { kind: 'one-at-a-time' },
  },
  plan: { runs: [], points: [], fingerprint: 'x' },
  known: 4,
  outcomes: [
    {
      outcome: { name: 'jobs', measure: 'umkm jobs', at: {}, of: 'difference', policy: 'merger' },
      ...{ unit: 'people', missing: 0, points: responses[0].points, responses },
    },
  ],
} as unknown as ExperimentFound

describe('what a study varied', () => {
  it('is called by the Indonesian label of a setting, wherever it is told', () => {
    const told = [
      experimentSentences(found, 'id')
        .flatMap(({ sentences }) => sentences)
        .join(' '),
      ...experimentCharts(found, 'id').map(({ spec }) => JSON.stringify(spec)),
    ]
    expect(told.length).toBeGreaterThan(2)
    for (const text of told) {
      expect(text).toContain(indonesian.settings.ramp.slice(0, 40))
      expect(text).toContain(indonesian.settings.attrition.slice(0, 40))
      expect(text).not.toContain(settings.ramp.label)
      expect(text).not.toContain(settings.attrition.label)
    }
    expect(
      toldIn(found, 'id')
        .experiment.varied.map(({ unit }) => unit)
        .slice(0, 2),
    ).toEqual(['minggu', 'bagian'])
  })

  it('is called by the Indonesian label of any parameter that has one', () => {
    const path = 'households.impulse-displacement'
    const label = parameterAt(path)!.label
    const other = {
      ...found,
      experiment: {
        ...found.experiment,
        varied: [varied(path, label, 'share'), ...FACTORS.slice(1)],
      },
    }
    const [sentence] = experimentSentences(other, 'id')
      .flatMap(({ sentences }) => sentences)
      .slice(1)
    expect(sentence).toContain(
      'Bagian belanja impulsif yang menggantikan belanja terencana (d): dari',
    )
    expect(experimentSentences(other, 'en')[0].sentences.join(' ')).toContain(label)
  })

  it('keeps the label of the reference where it has no other, and in English', () => {
    expect(toldIn(found, 'id').experiment.varied[2].label).toBe(RULE)
    expect(toldIn(found, 'en')).toBe(found)
  })
})

describe('an outcome', () => {
  const [first] = found.outcomes
  const asked = (name: string, own: object) => ({
    ...first,
    outcome: { ...first.outcome, name, ...own },
  })
  const policy = (name: string, indonesian: string) => ({
    ...{ name, title: name, indonesian: { title: indonesian } },
    input: { tables: {} },
  })
  const of = (outcomes: readonly unknown[], scenarios: readonly unknown[] = []) =>
    ({
      ...found,
      experiment: { ...found.experiment, scenarios },
      outcomes,
    }) as unknown as ExperimentFound
  const names = (one: ExperimentFound) =>
    toldIn(one, 'id').outcomes.map(({ outcome }) => outcome.name)

  it('is called by the Indonesian label of its measure, wherever it is told', () => {
    const label = MEASURES.find(({ name }) => name === 'umkm jobs')!.label.id
    const one = of([asked('work of many', {})])
    const told = [
      experimentSentences(one, 'id')
        .flatMap(({ head, sentences }) => [head, ...sentences])
        .join(' '),
      ...experimentCharts(one, 'id').map(({ title, spec }) => title + JSON.stringify(spec)),
    ]
    expect(told.length).toBeGreaterThan(2)
    for (const text of told) {
      expect(text).toContain(label)
      expect(text).not.toContain('work of many')
    }
    expect(experimentCharts(one, 'en')[0].title).toContain('work of many')
  })

  it('has a name of its own in every measure, and none is that of another language', () => {
    const all = MEASURES.map(({ name }) => asked(`author of ${name}`, { measure: name }))
    const told = names(of(all))
    expect(told).toEqual(MEASURES.map(({ label }) => label.id))
    expect(new Set(told).size).toBe(MEASURES.length)
  })

  it('says its policy among several, and its window and kind where it is measured twice', () => {
    const scenarios = [policy('base', 'Dasar'), policy('ban', 'Penutupan'), policy('duty', 'Bea')]
    const told = names(
      of(
        [
          asked('a', { policy: 'ban' }),
          asked('b', { policy: 'duty', window: 'first month' }),
          asked('c', { policy: 'duty', window: 'first month', of: 'percent' }),
        ],
        scenarios,
      ),
    )
    expect(told[0]).toMatch(/^Penutupan: /)
    expect(told[1]).toMatch(/^Bea: .*, bulan pertama, selisih/)
    expect(told[2]).toMatch(/^Bea: .*, bulan pertama, perubahan/)
  })
})

describe('whether two ends of a range differ', () => {
  const ends = (first: readonly number[], last: readonly number[]) => {
    const end = (key: string, outcomes: readonly number[]) => ({
      ...point(
        0,
        key === 'first' ? 0 : 26,
        outcomes.reduce((sum, of) => sum + of, 0) / outcomes.length,
      ),
      // Intervals that lie over each other, as where one point is wild.
      ...{ low: -100, high: 100, outcomes },
    })
    const points = [end('first', first), end('last', last)]
    const [outcome] = found.outcomes
    const outcomes = [{ ...outcome, points, responses: [{ factor: 0, points }] }]
    const said = experimentSentences({ ...found, outcomes } as unknown as ExperimentFound, 'en')
    return said.flatMap(({ sentences }) => sentences).join(' ')
  }

  it('is judged by the paired difference over common seeds, whatever their own intervals', () => {
    // Differences 30, 33 and 36: 33 ± t(0.975, 2) 3 / sqrt(3), t = 4.3027.
    const said = ends([-50, -20, -80], [-20, 13, -44])
    expect(said).toContain(
      'Over 3 common seeds the difference is +33.0 people, 95 % CI +25.5 people to +40.5 people.',
    )
    expect(said).not.toContain('chance.')
  })

  it('is not told where the differences themselves lie on both sides of nothing, or of one seed', () => {
    expect(ends([-50, -20, -80], [-20, -60, -44])).toContain(
      'with so few seeds the difference is not statistically distinguishable from zero',
    )
    expect(ends([-50], [-20])).toContain(
      'With one seed the difference cannot be distinguished from simulation noise.',
    )
  })
})

describe('too few points or rows', () => {
  const [outcome] = found.outcomes
  const told = (more: object) =>
    experimentSentences(
      {
        ...found,
        outcomes: [{ ...outcome, responses: [], ...more }],
      } as unknown as ExperimentFound,
      'en',
    )
      .flatMap(({ sentences }) => sentences)
      .join(' ')
  const cloud = { median: -3, low: -5, high: -1, sameSign: 1, chance: 0.5, correlations: [] }

  it('have their values and no percentiles', () => {
    const points = (count: number) => Array.from({ length: count }, (_, at) => point(0, at, -at))
    expect(told({ points: points(9), cloud })).toContain('Too few points for percentiles; jobs is')
    expect(told({ points: points(9), cloud })).not.toContain('90 %')
    expect(told({ points: points(10), cloud })).toContain('In 90 % of points')
  })

  it('have no share of the variance', () => {
    const estimate = { estimate: -0.15, low: -0.15, high: 4.23 }
    const index = { group: FACTORS[0].path, first: estimate, total: estimate, rowsToTell: 99 }
    const sobol = (rows: number) => ({ rows, variance: 1, indices: [index] })
    expect(told({ sobol: sobol(2) })).toContain(
      'No shares of the variance are reported: 2 complete base rows are too few; at least 16 are needed.',
    )
    expect(told({ sobol: sobol(16) })).toContain(
      'has no detectable effect; about 128 base rows would show one of this size.',
    )
  })

  it('tell what takes part from what does nothing, whatever it explains by itself', () => {
    const index = (first: number[], total: number[], rowsToTell: number) => {
      const [at, beyond] = [first, total].map(([estimate, low, high]) => ({ estimate, low, high }))
      return { group: FACTORS[0].path, first: at, total: beyond, rowsToTell }
    }
    const sobol = (...parts: Parameters<typeof index>) => ({
      ...{ rows: 16, variance: 1, indices: [index(...parts)] },
    })
    const acts = sobol([0.65, -0.1, 1.15], [0.8, 0.3, 1.79], 51)
    expect(told({ sobol: acts })).toContain(
      'explains 30 % to 100 % of the variance of jobs including interactions; its share by itself is not statistically distinguishable from zero (about 64 base rows would suffice).',
    )
    // Of an emulator that predicts half it is not believed.
    expect(told({ sobol: acts, emulator: { explained: 0.5, covered: 0.9 } })).toContain(
      'has no detectable effect; about 51 points would show one of this size.',
    )
    expect(told({ sobol: sobol([0, 0, 0], [0.24, 0.2, 0.3], Infinity) })).toContain(
      'explains 20 % to 30 % of the variance of jobs including interactions; its share by itself is not statistically distinguishable from zero.',
    )
    const settling = [0.5, 0.7].map((part) => sobol([part, 0, 1], [part, 0, 1], 16))
    const clear = sobol([0.6, 0.5, 0.7], [0.8, 0.7, 0.9], 16)
    expect(told({ sobol: clear, settling })).toContain(
      'explains 50 % to 70 % of the variance of jobs by itself, and 70 % to 90 % including interactions.',
    )
    expect(told({ sobol: clear, settling })).toMatch(
      /From a quarter, half and all of the base rows, the total share of .* is 50 %, 70 % and 80 %\./,
    )
  })
})

describe('a bar of what an outcome hangs on', () => {
  it('has both its labels at one end where both values lie on one side, and the shorter bar on the longer', () => {
    const charts = experimentCharts(
      {
        ...found,
        outcomes: [
          {
            ...found.outcomes[0],
            // The base is -10; at 0 it is -10, and the others fall to -20 and -50.
            points: [point(0, 0, -10)],
            responses: [0, 1].map((factor) => ({
              factor,
              points: [point(factor, 2, -20), point(factor, 26, -50)],
            })),
          },
        ],
      } as unknown as ExperimentFound,
      'en',
    )
    const text = JSON.stringify(charts.find(({ name }) => name.startsWith('tornado'))!.spec)
    const labels = [...text.matchAll(/"text":"([^"]*)","side":"left"/g)].map(([, label]) => label)
    expect(labels).toEqual(['26 / 2', '', '26 / 2', ''])
  })
})
