/** The sentence below each chart: computed from the numbers that the chart draws, in both languages. */
import { describe, expect, it } from 'vitest'
import { compare, readScenario } from '../../src/index.ts'
import { seenIn, titledApart } from '../../src/lab/answer/seen-in.ts'
import { loadScenario } from '../../src/node/index.ts'
import { type Chart, chartsTold, LANGUAGES, policiesTold } from '../../src/report/index.ts'

const made = (name: string, spec: unknown): Chart => ({ name, title: name, spec: spec as never })

const row = (label: string, value: number, low: number, high: number) => ({
  ...{ label, value, low, high, text: `${value} %` },
})

describe('what is seen in a chart', () => {
  it('of changes counts those whose interval leaves out none, and names the furthest', () => {
    const values = [
      row('A', 3, 1, 5),
      row('B', 9, -1, 20),
      row('C', -4, -6, -2),
      row('D', -1, -3, 1),
    ]
    const chart = made('effects', { vconcat: [{ layer: [{ data: { values } }] }] })
    expect(seenIn(chart, 'en')).toBe(
      'Of 4 rows, 1 rise and 1 fall by more than chance would explain. Furthest to the right is B: 9 %. Furthest to the left is C: -4 %.',
    )
    expect(seenIn(chart, 'id')).toContain('Dari 4 baris, 1 naik dan 1 turun')
  })

  it('of courses names the group and the day at which the worlds are furthest apart', () => {
    const at = (arm: string, date: string, median: number) => ({ arm, date, median })
    const values = [
      ...[at('base', '2023-10-01', 10), at('base', '2023-10-08', 10)],
      ...[at('policy', '2023-10-01', 9), at('policy', '2023-10-08', 4)],
    ]
    const layer = [{ encoding: { y: { axis: { title: 'Rp bn a day' } } } }]
    const chart = made('sales', {
      concat: [{ title: { text: 'Stalls' }, data: { values }, layer }],
    })
    expect(seenIn(chart, 'en')).toBe(
      'The two worlds are furthest apart at Stalls around 8 Oct 2023: 10.0 without the policy, 4.00 with it (Rp bn a day).',
    )
    const alike = values.map((one) => ({ ...one, median: 7 }))
    expect(seenIn(made('sales', { data: { values: alike } }), 'en')).toMatch(/run alike/)
  })

  it('of a study is said of every chart, each under a title of its own', async () => {
    const scenarios = ['scenarios/indonesia-2023.yaml', 'scenarios/tiktok-shop-ban.yaml'].map(
      (path) => readScenario(path, { load: loadScenario, quick: true, scale: 0.1, days: 504 }),
    )
    const answer = await compare(scenarios[0], [scenarios[1]], { runs: 2 })
    for (const language of LANGUAGES) {
      const charts = titledApart(chartsTold(answer, policiesTold(answer), '0', language), language)
      expect(charts.length).toBeGreaterThan(6)
      expect(new Set(charts.map(({ title }) => title)).size).toBe(charts.length)
      for (const chart of charts) {
        const seen = seenIn(chart, language)
        expect(seen, chart.name).toMatch(/\.$/)
        expect(seen, chart.name).not.toMatch(/undefined|NaN|\[object/)
      }
    }
  })
})
