/** What a study varied is called in the language of its report, where it has a name there. */
import { describe, expect, it } from 'vitest'
import { CATALOGUE, MEASURES } from '../../src/market/index.ts'
import { toldIn } from '../../src/report/experiment/written.ts'
import { experimentCharts, experimentSentences } from '../../src/report/index.ts'
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
  ...{ mean, low: mean - 1, high: mean + 1, runs: 2 },
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
