/** What a page draws week by week is what its tables would say of that week. */
import { describe, expect, it } from 'vitest'
import { curveOf, differencesOver, levelsOver } from '../../src/report/figures/course.ts'
import { createShapes, pathOf } from '../../src/report/figures/shapes.ts'
import { ticksOf, timePlot } from '../../src/report/figures/time-plot.ts'
import { effects, levels } from '../../src/study/index.ts'
import { syntheticReport } from './synthetic.ts'

const {
  baseline,
  policies: [{ runs }],
} = syntheticReport()
const told = [{ name: 'sales', overTime: { name: 'sales', by: 'venue' } }] as const
const about = {
  told,
  window: { from: '2023-10-05', to: '2023-11-03' },
  events: { en: [{ date: '2023-10-04', label: 'closure <in effect>' }], id: [] },
  apart: true,
}
const course = differencesOver(baseline, runs, about, '2023-10-04')!

describe('a course of differences', () => {
  it('is in each week the effect that a table has of that week', () => {
    const total = curveOf(course.points, { measure: 'sales', group: 'all' })
    expect(total.length).toBeGreaterThan(20)
    const { day, mean, low, high } = total[12]
    const week = { name: '', from: day - 3, to: day + 4 }
    const effect = effects(baseline, runs, week).find(
      (one) => one.measure === 'sales' && one.group === 'all',
    )!
    expect([mean, low, high]).toEqual([effect.difference, effect.low, effect.high])
  })

  it('counts no run that has no partner', () => {
    const fewer = differencesOver(baseline.slice(1), runs, about, '2023-10-04')!
    expect(fewer.runs).toBe(runs.length - 1)
    expect(fewer.single.length).toBe(runs.length - 1)
  })

  it('begins a little before the worlds part, with no difference', () => {
    const fork = 275
    expect(course.span[0]).toBeLessThan(fork - 28)
    expect(course.span[0]).toBeGreaterThan(fork - 70)
    const [first] = curveOf(course.points, { measure: 'sales', group: 'tiktok-shop' })
    expect(Math.abs(first.mean)).toBeLessThan(1e-6)
  })

  it('has the venues of a measure that is told by venue, and no other groups', () => {
    const groups = course.points[0].rows.map(({ group }) => group)
    expect(groups).toContain('stalls')
    expect(groups).not.toContain('fashion')
    expect(new Set(course.points[0].rows.map(({ measure }) => measure))).toEqual(new Set(['sales']))
  })

  it('of a scenario alone is the level of each week', () => {
    const own = levelsOver(baseline, about)!
    const { day, mean, low } = curveOf(own.points, { measure: 'sales', group: 'stalls' })[5]
    const level = levels(baseline, { name: '', from: day - 3, to: day + 4 }).find(
      (one) => one.measure === 'sales' && one.group === 'stalls',
    )!
    expect([mean, low]).toEqual([level.mean, level.low])
  })
})

describe('a picture over time', () => {
  const shapes = createShapes()
  const plot = (language: 'en' | 'id', size: 'large' | 'small' = 'large') =>
    timePlot(
      {
        ...{ course, row: { measure: 'sales', group: 'all' }, title: 'Sales & more' },
        ...{ size, signed: true },
      },
      language,
      shapes,
    )

  it('has a band, its mean, nought, and the day of the policy, escaped', () => {
    const text = plot('en')
    expect(text).toMatch(/class="band".*class="mean"/s)
    expect(text).toContain('class="zero"')
    expect(text).toContain('4 Oct 2023: closure &lt;in effect&gt;')
    expect(text).toContain('<b>Sales &amp; more</b>, Rp bn a week')
    expect(plot('id')).toContain('Rp miliar per minggu')
    expect(text).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('is written once for both languages and sizes', () => {
    const once = shapes.written().length
    plot('en', 'small')
    plot('id', 'small')
    expect(shapes.written().length).toBe(once)
  })

  it('shows the shaded window where the days that are drawn hold it', () => {
    const cut = { ...course, window: [0, 10] as const }
    const row = { measure: 'sales', group: 'all' }
    const text = timePlot(
      { course: cut, row, title: '', size: 'small', signed: true },
      'en',
      shapes,
    )
    expect(text).not.toContain('class="window"')
    expect(plot('en')).toContain('class="window"')
  })
})

describe('numbers beside a picture', () => {
  it.each([
    [0, 10, 5, [0, 2, 4, 6, 8, 10]],
    [-0.12, 0.31, 4, [0, 0.2]],
    [-620, 520, 4, [-500, 0, 500]],
    [3, 3, 5, [3]],
  ])('from %d to %d are round', (low, high, about, ticks) => {
    expect(ticksOf(low, high, about).map((tick) => Number(tick.toFixed(9)) + 0)).toEqual(ticks)
  })

  it('join points in whole steps', () => {
    expect(
      pathOf([
        [0, 10],
        [5.4, 9.6],
        [10, 12],
      ]),
    ).toBe('M0 10l5 0l5 2')
  })
})
