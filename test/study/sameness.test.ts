import { describe, expect, it } from 'vitest'
import {
  detectable,
  holm,
  pairedTest,
  type Question,
  runMeans,
  samenessTests,
  seriesDifference,
  windowsOf,
} from '../../src/study/index.ts'
import { cell, runOf } from './synthetic.ts'

describe('a paired test', () => {
  const differences = [1.2, -0.3, 0.8, 2.1, 0.4]

  it('agrees with scipy.stats.ttest_1samp', () => {
    const test = pairedTest(differences)
    expect(test.difference).toBeCloseTo(0.84, 12)
    expect(test.p).toBeCloseTo(0.10411384760971641, 10)
    expect(test.low).toBeCloseTo(-0.2726584273718471, 8)
    expect(test.high).toBeCloseTo(1.9526584273718472, 8)
    expect(test.runs).toBe(5)
    expect(detectable(differences, 0.05, 10)).toBeCloseTo(2.2432215946776015, 8)
  })

  it('knows what has no spread', () => {
    expect(pairedTest([0, 0, 0]).p).toBe(1)
    expect(pairedTest([2, 2, 2]).p).toBe(0)
    expect(pairedTest([2]).p).toBeNaN()
    expect(pairedTest([]).p).toBeNaN()
  })

  it('is corrected for many as Holm has it', () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02])
    expect(holm([0.5, Number.NaN, 0.6])).toEqual([1, Number.NaN, 1])
  })
})

describe('series', () => {
  const cells = [cell('sales'), cell('price')]
  const was = runOf('base', 1, cells, [
    [1, Number.NaN],
    [2, 5],
  ])

  it('are the same with the same numbers, and with measures added', () => {
    expect(seriesDifference(was, { ...was, values: was.values.slice() })).toBeUndefined()
    const more = runOf(
      'base',
      1,
      [cell('new'), ...cells],
      [
        [9, 1, Number.NaN],
        [9, 2, 5],
      ],
    )
    expect(seriesDifference(was, more)).toBeUndefined()
  })

  it('differ first on a day and in a measure', () => {
    const now = runOf('base', 1, cells, [
      [1, Number.NaN],
      [2, 6],
    ])
    expect(seriesDifference(was, now)).toMatchObject({
      date: '2022-07-05',
      cell: { measure: 'price' },
      recorded: 5,
      now: 6,
      values: 1,
    })
  })

  it('differ where a number appears, and where a measure is gone', () => {
    const appears = runOf('base', 1, cells, [
      [1, 4],
      [2, 5],
    ])
    expect(seriesDifference(was, appears)).toMatchObject({ date: '2022-07-04', now: 4 })
    const gone = runOf('base', 1, [cells[0]], [[1], [2]])
    expect(seriesDifference(was, gone)).toMatchObject({
      cell: { measure: 'price' },
      now: undefined,
      gone: { measure: 'price' },
    })
    // Also where something else differs first.
    const both = runOf('base', 1, [cells[0]], [[7], [2]])
    expect(seriesDifference(was, both)).toMatchObject({
      cell: { measure: 'sales' },
      gone: { measure: 'price' },
    })
  })
})

describe('tests of headline means', () => {
  const input = { start: '2022-07-04', days: 2, policies: [] }
  const question = {
    baseline: { scenario: 'base', input },
    policies: [{ scenario: 'ban', input, fork: 0 }],
    seed: 's',
    runs: 3,
  } as unknown as Question
  const cells = [cell('umkm jobs'), cell('umkm jobs', { kind: 'trader' }), cell('novelty')]
  const study = (shift: number) =>
    ['base', 'ban'].flatMap((scenario) =>
      [1, 2, 3].map((run) => {
        const level = 100 + run + (scenario === 'ban' ? shift + run / 10 : 0)
        return runMeans(
          runOf(scenario, run, cells, [
            [level, 1, run],
            [level, 1, -run],
          ]),
          windowsOf(question),
        )
      }),
    )

  it('cover levels of every scenario, effects of policies, and only headlines', () => {
    const tests = samenessTests(question, study(0), study(0), 0.05)
    expect(tests.map(({ scenario, of, group }) => `${scenario} ${of} ${group}`)).toEqual([
      'base level all',
      'base level trader',
      'ban level all',
      'ban level trader',
      'ban effect all',
      'ban effect trader',
    ])
    expect(tests.every(({ adjusted }) => adjusted === 1)).toBe(true)
  })

  it('find what moved in every run alike, in level and effect', () => {
    const moved = samenessTests(question, study(0), study(5), 0.05).filter(
      ({ adjusted }) => adjusted < 0.05,
    )
    expect(moved.map(({ scenario, of }) => `${scenario} ${of}`)).toEqual([
      'ban level',
      'ban effect',
    ])
    expect(moved[1]).toMatchObject({ difference: 5, runs: 3 })
    expect(moved[1].recorded).toBeCloseTo(0.2, 12)
  })

  it('call moved what exists on one side only', () => {
    const without = study(0).map((run) => ({
      ...run,
      means: new Map([...run.means].map(([name, means]) => [name, means.map(() => Number.NaN)])),
    }))
    const tests = samenessTests(question, study(0), without, 0.05)
    expect(tests.every(({ adjusted }) => adjusted === 0)).toBe(true)
  })
})
