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
      'Of 4 rows, 1 rises and 1 falls by more than chance would explain. Furthest to the right is B: 9 %. Furthest to the left is C: -4 %.',
    )
    expect(seenIn(chart, 'id')).toContain('Dari 4 baris, 1 naik dan 1 turun')
  })

  it('of rows says the unit, the interval and what stands behind it in words', () => {
    const drawn = (name: string, title: string, of: object) =>
      made(name, {
        data: { values: [of] },
        layer: [{ encoding: { x: { axis: { title } } } }],
      })
    const shopee = { label: 'Shopee', value: 481, low: 146, high: 816 }
    const gone = (title: string, text: string) => drawn('switching', title, { ...shopee, text })
    expect(
      seenIn(gone('Buyers’ money, Rp bn a week, and its share', '481  (146 … 816)  37.9 %'), 'en'),
    ).toMatch(/ Shopee: Rp 481 bn a week \(95 % interval 146 to 816\), 37\.9 % of what left\.$/)
    expect(
      seenIn(
        gone('Uang pembeli, Rp miliar per minggu, dan pangsanya', '481  (146 … 816)  37,9%'),
        'id',
      ),
    ).toMatch(
      / Shopee: Rp481 miliar per minggu \(selang 95%: 146 sampai 816\), yaitu 37,9% dari yang berpindah\.$/,
    )
    const stalls = { label: 'Stall traders (230)', value: 0.4, low: 0.1, high: 0.7 }
    const text = '+0.4 %  (+0.1 % … +0.7 %)  3.9 % lose more than 10 %'
    expect(seenIn(drawn('winners', 'Change, % of baseline', { ...stalls, text }), 'en')).toMatch(
      /Stall traders \(230 simulated\): \+0\.4 % \(95 % interval \+0\.1 % to \+0\.7 %\); 3\.9 % lose more than 10 %\.$/,
    )
    const few = {
      label: 'Importir (1,5)',
      value: -40.1,
      few: true,
      text: '−40,1%  agen terlalu sedikit',
    }
    expect(seenIn(drawn('winners', 'Perubahan, %', few), 'id')).toMatch(
      /Importir \(1,5 agen simulasi\): −40,1%; agennya terlalu sedikit untuk sebuah selang\.$/,
    )
    const moved = { label: 'Stalls', value: -16, low: -20, high: -12, text: '−16  (−20 … −12)' }
    expect(seenIn(drawn('moved', 'Change from baseline (Rp bn a week)', moved), 'en')).toMatch(
      /Stalls: −Rp 16 bn a week \(95 % interval −20 to −12\)\.$/,
    )
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
      'The two worlds are furthest apart at Stalls around 8 Oct 2023: Rp 10.0 bn a day without the policy, Rp 4.00 bn a day with it.',
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
        expect(seen, chart.name).not.toMatch(/undefined|NaN|\[object| … |\) [\d−+]/)
      }
    }
  })
})
