/** One unit per quantity, and no more digits than the interval allows. */
import { describe, expect, it } from 'vitest'
import { formatEffect, levelsOf } from '../../src/report/format-effect.ts'
import { effectsTable, levelsTable } from '../../src/report/text/effects-table.ts'
import { formatCount, intervalText } from '../../src/report/units.ts'
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

  it('have no digits beyond the sixth of their level, however narrow the interval', () => {
    expect(formatEffect(effect('all', 32.270267, -1e-7, 1e-9), 'en')).toMatchObject({
      ...{ baseline: '32.2703', difference: '0.0000' },
    })
    expect(formatEffect(effect('all', 101.17, -0.082, 0.009), 'en').difference).toBe('−0.082')
  })

  it('have no digits below the first of their interval', () => {
    const percent = (difference: number, half: number) =>
      formatEffect(effect('all', 1000, difference, half), 'en').percent
    expect(percent(-12.34, 0.6)).toBe('−1.2 %')
    expect(percent(-123.4, 30)).toBe('−12 %')
    expect(percent(-123.4, 200)).toBe('−12 %')
    expect(percent(-0.61, 0.2)).toBe('−0.06 %')
  })

  it('have the digits of the difference where the interval is as wide as rounding', () => {
    const price = { ...effect('all', 12.75, 0, 0), measure: 'price', unit: 'kRp' }
    const [low, high] = [12.75 - 2e-15, 12.75 + 2e-15]
    const level = { ...price, mean: 12.75, low, high }
    expect(levelsTable([level], {}, 'en')[1]).toMatch(/ 12\.8 +12\.8 to 12\.8$/)
  })
})

describe('what differs by rounding alone', () => {
  it('prints the same number twice, also where that falls between two', () => {
    const rounded = { ...effect('all', 12.75, 0, 0), measure: 'price', unit: 'kRp' }
    const { baseline, policy } = formatEffect({ ...rounded, policy: 12.75 - 2e-15 }, 'en')
    expect(policy).toBe(baseline)
  })
})

describe('the table of a terminal', () => {
  it('says that nothing has a value, not that runs are too few', () => {
    const none = {
      ...part,
      ...{ baseline: Number.NaN, policy: Number.NaN, difference: Number.NaN },
    }
    const bounds = { low: Number.NaN, high: Number.NaN }
    const level = { ...none, ...bounds, mean: Number.NaN }
    expect(levelsTable([{ ...level, runs: 0 }], {}, 'en')[1]).toMatch(/– +no value$/)
    expect(effectsTable([{ ...none, ...bounds, runs: 0 }], {}, 'en')[1]).toMatch(/– +no value +–$/)
    expect(levelsTable([{ ...level, mean: 5, runs: 1 }], {}, 'en')[1]).toMatch(/needs 2 runs$/)
  })
})

describe('an interval in a sentence', () => {
  it('has the currency at both ends, and its unit once', () => {
    const [en, id] = ['Rp bn a week', 'Rp miliar per minggu']
    expect(intervalText('−771 … +343', en, 'en')).toBe('−Rp 771 … +Rp 343 bn a week')
    expect(intervalText('−771 … +343', id, 'id')).toBe('−Rp771 … +Rp343 miliar per minggu')
    expect(intervalText('−5.1 … +0.2', 'thousand FTE', 'en')).toBe('−5.1 … +0.2 thousand FTE')
    expect(intervalText('−0,7 … +0,1', '%', 'id')).toBe('−0,7 … +0,1%')
  })
})

describe('a number of members', () => {
  it('has three digits, and none after the point where it is whole and small', () => {
    const said = [1, 7, 9400, 157_233, 471_000, 999_700, 24_243_750].map((one) =>
      formatCount(one, 'en'),
    )
    expect(said).toEqual([
      ...['1', '7', '9,400', '157 thousand', '471 thousand', '1.00 million', '24.2 million'],
    ])
    expect(formatCount(24_243_750, 'id')).toBe('24,2 juta')
    expect(formatCount(9.25, 'en')).toBe('9.25')
    expect(formatCount(Number.NaN, 'en')).toBe('–')
  })
})
