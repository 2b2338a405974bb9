/** One unit per quantity, and no more digits than the interval allows. */
import { describe, expect, it } from 'vitest'
import { formatEffect, levelsOf } from '../../src/report/format-effect.ts'
import type { Effect } from '../../src/study/index.ts'

const effect = (group: string, baseline: number, difference: number, half: number): Effect => ({
  ...{ scenario: 'ban', measure: 'umkm jobs', group, unit: 'people', runs: 8 },
  ...{ baseline, policy: baseline + difference, difference },
  ...{ low: difference - half, high: difference + half },
})
const whole = effect('all', 12_345_678, -5512, 1234)
const part = effect('importer', 4321, -40, 12)

describe('the numbers of an effect', () => {
  it('are thousands of people whatever their size, and Rp bn, not trillions', () => {
    expect(formatEffect(whole, 'en')).toMatchObject({
      ...{ unit: 'thousand people', baseline: '12,345.7', difference: '−5.5' },
      interval: '−6.7 … −4.3',
    })
    const surplus = { ...whole, measure: 'sales', unit: 'mRp/week', baseline: 18.7e6 }
    expect(formatEffect(surplus, 'en').unit).toBe('Rp bn a week')
    expect(formatEffect(surplus, 'id').unit).toBe('Rp miliar per minggu')
  })

  it('have the unit of the measure in a small group too', () => {
    expect(formatEffect(part, 'en').unit).toBe('people')
    expect(formatEffect(part, 'en', {}, levelsOf([whole, part]))).toMatchObject({
      ...{ unit: 'thousand people', baseline: '4.321', difference: '−0.040' },
    })
  })

  it('have no digits below the first of their interval', () => {
    const percent = (difference: number, half: number) =>
      formatEffect(effect('all', 1000, difference, half), 'en').percent
    expect(percent(-12.34, 0.6)).toBe('−1.2 %')
    expect(percent(-123.4, 30)).toBe('−12 %')
    expect(percent(-123.4, 200)).toBe('−12 %')
    expect(percent(-0.61, 0.2)).toBe('−0.06 %')
  })
})
