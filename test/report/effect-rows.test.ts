import { describe, expect, it } from 'vitest'
import { percentOf, percentRow } from '../../src/report/effect-rows.ts'
import { formatEffect } from '../../src/report/format-effect.ts'
import { directionOf } from '../../src/report/interval-rows.ts'
import { type Effect, paired } from '../../src/study/index.ts'

const effect = (baseline: number, policy: number, low: number, high: number): Effect => ({
  scenario: 'closure',
  measure: 'sales',
  group: 'all',
  unit: 'mRp/day',
  baseline,
  policy,
  difference: policy - baseline,
  low,
  high,
  runs: 4,
})

describe('an effect in percent', () => {
  it('has the number of the table, and is open where the table is', () => {
    const open = effect(60, 58.2, -4.1, 0.4)
    const row = percentRow(open, 'Importers', 'en')!
    expect(row.text).toMatch(/^−3 % {2}\(−7 % … \+1 %\)/)
    expect(row.text.startsWith(formatEffect(open, 'en').percent)).toBe(true)
    expect(directionOf(row)).toBe('unclear')
    expect(directionOf(percentRow(effect(60, 58.2, -3.2, -0.4), 'Importers', 'en')!)).toBe('down')
  })

  it('is no change, in the words of the table, where nothing changes', () => {
    const row = percentRow(effect(60, 60, 0, 0), 'Importers', 'id')!
    expect(row).toMatchObject({ value: 0, low: 0, high: 0, text: 'tidak berubah' })
  })

  it('is all of it in every run where something ends, and never more', () => {
    const ended = percentRow(effect(231, 0, -241, -222), 'TikTok Shop', 'en')!
    expect(ended.text).toBe('−100 %')
    expect(directionOf(ended)).toBe('down')
    expect(percentRow(effect(231, 11, -235, -205), 'TikTok Shop', 'en')!.low).toBe(-100)
  })

  it('is the same for whoever has values of the runs alone: their difference over the mean baseline', () => {
    const runs = [
      [100, 110],
      [140, 147],
      [60, 69],
    ] as const
    const { baseline, policy, low, high } = paired(runs)
    const { mean, low: from, high: to } = percentOf(paired(runs))
    const row = percentRow(effect(baseline, policy, low, high), 'Shopee', 'en')!
    expect([row.value, row.low, row.high]).toEqual(
      [mean, from, to].map((one) => Number(one.toPrecision(5))),
    )
    // The mean of the percentages of the runs is another number.
    expect(mean).toBeCloseTo(100 * (26 / 300), 9)
    expect(
      percentOf(
        paired([
          [231, 0],
          [220, 0],
        ]),
      ),
    ).toMatchObject({ mean: -100, low: Number.NaN })
  })

  it('of few agents is grey and has no interval, whatever its sign; the name tells how many', () => {
    const few = { agents: 7, members: 7000, low: Number.NaN, high: Number.NaN }
    const row = percentRow({ ...effect(60, 58.2, -3.2, -0.4), ...few }, 'Tanah Abang', 'en')!
    expect(row).toEqual({
      ...{ label: 'Tanah Abang (7)', value: -3, few: true },
      text: '−3.0 %  few agents',
    })
    expect(directionOf(row)).toBe('few')
    const many = { ...effect(60, 58.2, -3.2, -0.4), agents: 322, members: 7e6 }
    expect(percentRow(many, 'Producers', 'id')).toMatchObject({ label: 'Producers (322)' })
  })

  it('is none of a baseline near zero or below, nor of a level known but for a constant', () => {
    const none = [
      effect(-10, -50, -60, -20),
      effect(0, 5, 4, 6),
      effect(0.01, 5, 4, 6),
      { ...effect(60, 58, -4, -1), measure: 'consumer surplus' },
    ]
    for (const one of none) {
      expect(percentRow(one, 'Net income', 'en')).toBeUndefined()
      expect(formatEffect(one, 'en').percent).toBe('–')
    }
  })
})
