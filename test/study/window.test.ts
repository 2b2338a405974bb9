import { describe, expect, it } from 'vitest'
import { cut, datesOf, defaultWindow, lastYear, mainWindow } from '../../src/study/index.ts'
import { tiny } from './tiny.ts'

describe('windows', () => {
  const month = { name: 'month', from: 10, to: 40 }

  it('are cut to the days run, and say so', () => {
    expect(cut(month, 100)).toEqual(month)
    expect(cut(month, 20)).toEqual({ name: 'month (cut short)', from: 10, to: 20 })
    expect(cut(month, 10)).toBeUndefined()
  })

  it('name their first and last date', () => {
    expect(datesOf(month, '2022-07-04')).toEqual({ first: '2022-07-14', last: '2022-08-12' })
  })

  it('begin by default on the first day on which the policy holds all day', () => {
    const { input, fork } = tiny().policies[1]
    // In effect from day 18.7 on, of 45.
    expect(defaultWindow(input, fork)).toEqual({ name: 'in effect', from: 19, to: 45 })
    expect(defaultWindow({ ...input, days: 15 }, fork)).toMatchObject({ from: 10, to: 15 })
    expect(defaultWindow({ ...input, policies: [] }, 7)).toMatchObject({ from: 7, to: 45 })
  })

  it('leave out the start where worlds differ from the first day on', () => {
    const { input } = tiny().policies[1]
    const within = (days: number) => defaultWindow({ ...input, policies: [], days }, 0)
    expect(within(1000)).toEqual({ name: 'last 52 weeks', from: 636, to: 1000 })
    expect(within(500)).toEqual({ name: 'second half', from: 250, to: 500 })
    expect(within(1)).toEqual({ name: 'second half', from: 0, to: 1 })
  })

  it('are the last 52 weeks of a scenario alone', () => {
    const { input } = tiny().baseline
    expect(lastYear({ ...input, days: 700 })).toMatchObject({ from: 336, to: 700 })
    expect(lastYear(input)).toEqual({ name: 'all days', from: 0, to: 45 })
  })
})

describe('the main window', () => {
  const { input, fork } = tiny().policies[1]
  const effect = { difference: 1 } as never
  const found = ['early', 'late (cut short)'].map((window, nth) => ({
    ...{ scenario: 'early', window, from: `2022-07-2${4 + nth}`, to: '2022-08-01' },
    effects: [effect],
  }))
  const windows = [
    { name: 'early', from: 20, to: 29 },
    { name: 'late', from: 21, to: 99, main: true as const },
  ]
  const called = (...asked: [windows: typeof windows | [], named?: string]) =>
    mainWindow(found, { input, windows: asked[0] }, fork, asked[1])?.window

  it('is the one asked for, else the one of the scenario, else the first in effect', () => {
    expect(called(windows, 'early')).toBe('early')
    expect(called(windows)).toBe('late (cut short)')
    expect(called([])).toBe('early')
  })
})
