/** What a study varied is called in the language of its report, where it has a name there. */
import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '../../src/market/index.ts'
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
  experiment: { name: 'x', varied: FACTORS, variants: [], design: { kind: 'one-at-a-time' } },
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
